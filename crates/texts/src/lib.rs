//! What the program says, in Italian and English (Fluent messages).
//!
//! Each crate keeps its messages in `i18n/it.ftl` and `i18n/en.ftl` and calls
//! [`build::check`] from its build script: a key that is used but missing, or
//! that exists in one language only, fails the build.

pub mod build;

use std::collections::HashMap;

pub use fluent_bundle::FluentArgs as Args;
use fluent_bundle::{FluentResource, FluentValue, concurrent::FluentBundle, types::FluentNumber};

/// Names a message key, so that the build checks that the message exists.
#[macro_export]
macro_rules! key {
    ($key:literal) => {
        $key
    };
}

/// Embeds the messages of the calling crate.
#[macro_export]
macro_rules! source {
    () => {
        $crate::Source {
            it: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/i18n/it.ftl")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/i18n/en.ftl")),
        }
    };
}

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Italian: the language of law.
    #[default]
    It,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Italian first.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `en-GB`, when it is one of ours.
    pub fn parse(tag: &str) -> Option<Self> {
        match tag.trim().get(..2)?.to_ascii_lowercase().as_str() {
            "it" => Some(Self::It),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// The messages of one crate in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// Italian messages, Fluent syntax.
    pub it: &'static str,
    /// English messages, Fluent syntax.
    pub en: &'static str,
}

/// All messages of the program.
pub struct Texts {
    it: Catalogue,
    en: Catalogue,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({} messages)", self.it.plain.len())
    }
}

struct Catalogue {
    /// Messages without arguments, formatted once.
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Joins the messages of all crates; fails on a syntax error or a key that two crates define.
    pub fn new(sources: &[Source]) -> Result<Self, String> {
        Ok(Self {
            it: Catalogue::new(Lang::It, sources.iter().map(|s| s.it))?,
            en: Catalogue::new(Lang::En, sources.iter().map(|s| s.en))?,
        })
    }

    fn catalogue(&self, lang: Lang) -> &Catalogue {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
        }
    }

    /// Whether the message exists and takes no arguments.
    pub fn has(&self, key: &str) -> bool {
        self.it.plain.contains_key(key)
    }

    /// The text of a message without arguments; the key itself when it does not exist.
    pub fn text<'a>(&'a self, lang: Lang, key: &'a str) -> &'a str {
        self.catalogue(lang).plain.get(key).map_or(key, String::as_str)
    }

    /// The text of a message with arguments; the key itself when it does not exist.
    pub fn format(&self, lang: Lang, key: &str, args: &Args<'_>) -> String {
        let catalogue = self.catalogue(lang);
        if let Some(plain) = catalogue.plain.get(key) {
            return plain.clone();
        }
        let Some(pattern) = catalogue.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        catalogue.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned()
    }
}

impl Catalogue {
    fn new(lang: Lang, sources: impl Iterator<Item = &'static str>) -> Result<Self, String> {
        let id: unic_langid::LanguageIdentifier =
            lang.tag().parse().map_err(|e| format!("language {lang:?}: {e}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would show up in text copied from a page, and pages are left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::It => |value, _| format_number(value, '.', ','),
            Lang::En => |value, _| format_number(value, ',', '.'),
        }));
        let mut keys: Vec<(String, bool)> = Vec::new();
        for text in sources {
            keys.extend(
                build::messages(text)?.into_iter().map(|m| (m.key, m.variables.is_empty())),
            );
            let resource = FluentResource::try_new(text.to_owned())
                .map_err(|(_, errors)| format!("{lang:?}: {errors:?}"))?;
            bundle.add_resource(resource).map_err(|errors| format!("{lang:?}: {errors:?}"))?;
        }
        let mut plain = HashMap::with_capacity(keys.len());
        for (key, without_arguments) in keys {
            if !without_arguments {
                continue;
            }
            if let Some(pattern) = bundle.get_message(&key).and_then(|m| m.value()) {
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
                plain.insert(key, text);
            }
        }
        Ok(Self { plain, bundle })
    }
}

fn format_number(value: &FluentValue<'_>, thousands: char, point: char) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    let text = value.to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push(point);
        out.push_str(rest);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: Source = Source {
        it: "ciao = Ciao\nquante = { $n ->\n    [one] Una idea\n   *[other] { $n } idee\n}\n",
        en: "ciao = Hello\nquante = { $n ->\n    [one] One idea\n   *[other] { $n } ideas\n}\n",
    };

    #[test]
    fn plurals_and_grouped_numbers() {
        let texts = Texts::new(&[SOURCE]).unwrap();
        assert_eq!(texts.text(Lang::En, "ciao"), "Hello");
        let mut args = Args::new();
        args.set("n", 1);
        assert_eq!(texts.format(Lang::It, "quante", &args), "Una idea");
        args.set("n", 12_345);
        assert_eq!(texts.format(Lang::It, "quante", &args), "12.345 idee");
        assert_eq!(texts.format(Lang::En, "quante", &args), "12,345 ideas");
    }

    #[test]
    fn a_key_defined_twice_is_refused() {
        assert!(Texts::new(&[SOURCE, SOURCE]).is_err());
    }
}
