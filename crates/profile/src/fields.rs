//! What one field of a record may hold, read the same way from a form, a spreadsheet or the API.

use kernel::{
    Cents, clock::parse_day, email::Email, italian, money::MoneyError, vocabulary::Vocabulary,
};
use unicode_normalization::UnicodeNormalization;

use crate::{labels, lists, structured};

/// A short closed list of our own: each code with the words people use for it.
pub type Choices = &'static [(&'static str, &'static [&'static str])];

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// The code that tells a record from the others: capital letters, digits, `-`, `_`, `.`.
    Code,
    /// One line of at most so many characters.
    Line(usize),
    /// Lines of text of at most so many characters together.
    Text(usize),
    /// One code of a short list.
    Choice(Choices),
    /// Any codes of a short list.
    Choose(Choices),
    /// One code of an official vocabulary.
    Term(fn() -> &'static Vocabulary),
    /// Any codes of an official vocabulary.
    Terms(fn() -> &'static Vocabulary),
    /// A whole number in a range.
    Whole(i64, i64),
    /// An amount of euro.
    Money,
    /// A calendar day.
    Day,
    /// Yes, no or not said.
    YesNo,
    /// An address that begins with `http://` or `https://`.
    Url,
    /// An e-mail address.
    Email,
    /// Ways to reach a service, each with its place, hours and addresses ([`structured::channels`]).
    Channels,
    /// National platforms, each with its state and day ([`structured::platforms`]).
    Platforms,
    /// Terms of local classifications, `table:code` ([`structured::classes`]).
    Classes,
}

impl Kind {
    /// The short list of our own that a field is chosen from.
    pub const fn choices(self) -> Option<Choices> {
        match self {
            Self::Choice(choices) | Self::Choose(choices) => Some(choices),
            Self::Platforms => Some(lists::PLATFORMS),
            _ => None,
        }
    }
}

/// One field of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name: in forms, tables, files and the API.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether a record without it is refused.
    pub required: bool,
    /// Whether it counts for completeness.
    pub essential: bool,
    /// Headings under which people write it, folded to plain small letters.
    pub headings: &'static [&'static str],
}

/// Why a value was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was written.
    Missing,
    /// More characters than the limit.
    TooLong(i64),
    /// Not a code of letters, digits, `-`, `_`, `.`.
    NotACode,
    /// Not in the list.
    NotInList,
    /// No such day.
    NotADay,
    /// Not a whole number.
    NotANumber,
    /// Not an amount of euro.
    NotAnAmount,
    /// Below zero.
    Negative,
    /// Below the least allowed.
    TooSmall(i64),
    /// Above the limit.
    TooLarge(i64),
    /// Neither yes nor no.
    NotYesNo,
    /// Not a web address.
    NotAUrl,
    /// Not an e-mail address.
    NotAnEmail,
    /// This line is not a channel with its parts.
    NotAChannel(i64),
    /// Not a platform with its state.
    NotAPlatform,
    /// Not a table and a code of it.
    NotAClass,
    /// More items than the limit.
    TooMany(i64),
}

impl Fault {
    /// The message beside a field of a form.
    pub const fn form_key(self) -> &'static str {
        match self {
            Self::Missing => "form-required",
            Self::TooLong(_) => "form-too-long",
            Self::NotACode => texts::key!("profile-form-not-a-code"),
            Self::NotInList => "form-not-in-list",
            Self::NotADay => "form-not-a-day",
            Self::NotANumber => "form-not-a-number",
            Self::NotAnAmount => "form-not-an-amount",
            Self::Negative => "form-negative",
            Self::TooSmall(_) => "form-too-small",
            Self::TooLarge(_) => "form-too-large",
            Self::NotYesNo => texts::key!("profile-form-not-yes-no"),
            Self::NotAUrl => texts::key!("profile-form-not-a-url"),
            Self::NotAnEmail => "form-not-an-email",
            Self::NotAChannel(_) => texts::key!("profile-form-not-a-channel"),
            Self::NotAPlatform => texts::key!("profile-form-not-a-platform"),
            Self::NotAClass => texts::key!("profile-form-not-a-class"),
            Self::TooMany(_) => texts::key!("profile-form-too-many"),
        }
    }

    /// The message in the report of a file: it names row, column and how to mend it.
    pub const fn row_key(self) -> &'static str {
        match self {
            Self::Missing => texts::key!("profile-row-missing"),
            Self::TooLong(_) => texts::key!("profile-row-too-long"),
            Self::NotACode => texts::key!("profile-row-not-a-code"),
            Self::NotInList => texts::key!("profile-row-not-in-list"),
            Self::NotADay => texts::key!("profile-row-not-a-day"),
            Self::NotANumber => texts::key!("profile-row-not-a-number"),
            Self::NotAnAmount => texts::key!("profile-row-not-an-amount"),
            Self::Negative => texts::key!("profile-row-negative"),
            Self::TooSmall(_) => texts::key!("profile-row-too-small"),
            Self::TooLarge(_) => texts::key!("profile-row-too-large"),
            Self::NotYesNo => texts::key!("profile-row-not-yes-no"),
            Self::NotAUrl => texts::key!("profile-row-not-a-url"),
            Self::NotAnEmail => texts::key!("profile-row-not-an-email"),
            Self::NotAChannel(_) => texts::key!("profile-row-not-a-channel"),
            Self::NotAPlatform => texts::key!("profile-row-not-a-platform"),
            Self::NotAClass => texts::key!("profile-row-not-a-class"),
            Self::TooMany(_) => texts::key!("profile-row-too-many"),
        }
    }

    /// The limit the message speaks of.
    pub const fn limit(self) -> Option<i64> {
        match self {
            Self::TooLong(n)
            | Self::TooSmall(n)
            | Self::TooLarge(n)
            | Self::TooMany(n)
            | Self::NotAChannel(n) => Some(n),
            _ => None,
        }
    }
}

impl Field {
    /// Brings what was written to the one form in which it is kept; empty when nothing was written.
    ///
    /// Text is never interpreted: formulas and HTML stay the letters they are.
    pub fn read(&self, written: &str) -> Result<String, Fault> {
        let text = tidy(written);
        if text.is_empty() {
            return if self.required { Err(Fault::Missing) } else { Ok(text) };
        }
        match self.kind {
            Kind::Code => read_code(&text),
            Kind::Line(max) => within(text.split_whitespace().collect::<Vec<_>>().join(" "), max),
            Kind::Text(max) => {
                within(text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"), max)
            }
            Kind::Choice(choices) => self.choose(choices, &text),
            Kind::Choose(choices) => each(&text, |word| self.choose(choices, word)),
            Kind::Term(list) => term(list(), &text),
            Kind::Terms(list) => each(&text, |word| term(list(), word)),
            Kind::Whole(least, most) => whole(&text, least, most),
            Kind::Money => match Cents::parse(&text) {
                Ok(cents) => Ok(cents.0.to_string()),
                Err(MoneyError::NotAnAmount) => Err(Fault::NotAnAmount),
                Err(MoneyError::Negative) => Err(Fault::Negative),
                Err(MoneyError::TooLarge) => Err(Fault::TooLarge(1_000_000_000)),
            },
            Kind::Day => parse_day(&text)
                .filter(|day| (1900..=2200).contains(&day.year()))
                .map(|day| day.to_string())
                .ok_or(Fault::NotADay),
            Kind::YesNo => match italian::fold(&text).as_str() {
                "1" | "on" | "true" | "si" | "yes" | "y" | "s" | "vero" | "x" => {
                    Ok("yes".to_owned())
                }
                "0" | "off" | "false" | "no" | "n" | "falso" => Ok("no".to_owned()),
                _ => Err(Fault::NotYesNo),
            },
            Kind::Url if is_address(&text) => within(text, 500),
            Kind::Url => Err(Fault::NotAUrl),
            Kind::Email => {
                Email::parse(&text).map(|e| e.as_str().to_owned()).ok_or(Fault::NotAnEmail)
            }
            Kind::Channels => structured::read_channels(&text),
            Kind::Platforms => {
                structured::read_platforms(&text, |word| self.choose(lists::PLATFORMS, word))
            }
            Kind::Classes => structured::read_classes(&text),
        }
    }

    /// The code of a word of a short list: the code itself, a word people use, or its label.
    fn choose(&self, choices: Choices, word: &str) -> Result<String, Fault> {
        let found = choose(choices, word).ok();
        found.or_else(|| labels::choice(self.name, word)).map(str::to_owned).ok_or(Fault::NotInList)
    }

    /// The key of its label.
    pub fn label_key(&self) -> String {
        format!("profile-field-{}", self.name.replace('_', "-"))
    }

    /// The key of the label of one of its codes (fields of our own short lists).
    pub fn choice_key(&self, code: &str) -> String {
        format!("profile-choice-{}-{}", self.name, code).replace('_', "-")
    }

    /// What a person would type to get the kept value: an amount as `12,50`, the rest as kept.
    pub fn typed(&self, kept: &str) -> String {
        match (self.kind, kept.parse::<i64>()) {
            (Kind::Money, Ok(cents)) => Cents(cents).typed(),
            _ => kept.to_owned(),
        }
    }
}

/// Letters composed, line ends as `\n`, nothing invisible, no spaces around.
fn tidy(written: &str) -> String {
    let visible: String = written
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .filter(|c| {
            let hidden =
                matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
            !hidden && (!c.is_control() || matches!(c, '\n' | '\t'))
        })
        .collect();
    visible.trim().to_owned()
}

/// Whether a text is a web address: the scheme, a host with a dot, nothing that breaks out of it.
pub(crate) fn is_address(text: &str) -> bool {
    let low = text.to_ascii_lowercase();
    let host = low.strip_prefix("https://").or_else(|| low.strip_prefix("http://"));
    let plain = !text.chars().any(|c| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
    plain && host.is_some_and(|h| h.contains('.') && !h.starts_with('.'))
}

fn within(text: String, max: usize) -> Result<String, Fault> {
    if text.chars().count() > max { Err(Fault::TooLong(max as i64)) } else { Ok(text) }
}

fn read_code(text: &str) -> Result<String, Fault> {
    let code = text.to_uppercase();
    let sound = code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && code.starts_with(|c: char| c.is_ascii_alphanumeric());
    if sound { within(code, 60) } else { Err(Fault::NotACode) }
}

/// The code that a name gives when the office has none of its own: always the same for the same name.
pub fn code_from_name(name: &str) -> String {
    let slug = italian::slug(name).to_uppercase();
    slug.chars().take(60).collect::<String>().trim_end_matches('-').to_owned()
}

/// Folded words with single spaces: how headings and list words are compared.
pub(crate) fn plain(text: &str) -> String {
    italian::words(text).join(" ")
}

fn choose(choices: Choices, word: &str) -> Result<&'static str, Fault> {
    let word = plain(word);
    choices
        .iter()
        .find(|(code, words)| plain(code) == word || words.contains(&word.as_str()))
        .map(|(code, _)| *code)
        .ok_or(Fault::NotInList)
}

/// The code of a term as people write it.
pub(crate) fn term(list: &Vocabulary, word: &str) -> Result<String, Fault> {
    if let Some(term) = list.get(word) {
        return Ok(term.code.clone());
    }
    // A spreadsheet turns 035005 into 35005 and 01.1.1 into 1.1.1; "LEVEL 2" is often a bare 2.
    if word.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        let level = if word == "0" { "NONE".to_owned() } else { format!("LEVEL {word}") };
        if let Some(term) = [format!("0{word}"), level].iter().find_map(|code| list.get(code)) {
            return Ok(term.code.clone());
        }
    }
    if let Some(term) = list.recognise(word) {
        return Ok(term.code.clone());
    }
    let typed = italian::words(word);
    // In a short list one telling word is enough ("disabilità"); a municipality is named in full.
    let holds_all = |label: &str| {
        let words = italian::words(label);
        typed.iter().all(|word| words.contains(word))
    };
    let short = list.terms().len() <= 60 && typed.iter().any(|word| word.len() > 3);
    let mut fitting = list.terms().iter().filter(|term| short && holds_all(&term.label_it));
    match (fitting.next(), fitting.next()) {
        (Some(term), None) => Ok(term.code.clone()),
        _ => Err(Fault::NotInList),
    }
}

/// Reads a list written with `;`, `|` or line breaks, or with `,` when nothing else separates.
fn each(text: &str, read: impl Fn(&str) -> Result<String, Fault>) -> Result<String, Fault> {
    let strong = text.contains([';', '|', '\n']);
    // A label may hold a comma of its own.
    if !strong && let Ok(one) = read(text) {
        return Ok(one);
    }
    let parts = text.split(|c: char| if strong { matches!(c, ';' | '|' | '\n') } else { c == ',' });
    let mut found: Vec<String> = Vec::new();
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        let code = read(part)?;
        if !found.contains(&code) {
            found.push(code);
        }
    }
    Ok(found.join(";"))
}

fn whole(text: &str, least: i64, most: i64) -> Result<String, Fault> {
    let number = italian::parse_decimal(text).filter(|n| n.is_finite()).ok_or(Fault::NotANumber)?;
    if number.fract() != 0.0 {
        return Err(Fault::NotANumber);
    }
    if number < least as f64 {
        return Err(if least == 0 { Fault::Negative } else { Fault::TooSmall(least) });
    }
    if number > most as f64 {
        return Err(Fault::TooLarge(most));
    }
    Ok((number as i64).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: Kind) -> Field {
        Field { name: "f", kind, required: false, essential: false, headings: &[] }
    }

    #[test]
    fn values_come_to_one_form() {
        let municipalities = field(Kind::Terms(kernel::vocabulary::municipalities));
        assert_eq!(municipalities.read("Guastalla, 35005"), Ok("035024;035005".into()));
        let level = field(Kind::Term(kernel::vocabulary::interactivity_levels));
        assert_eq!(level.read("2"), Ok("LEVEL 2".into()));
        assert_eq!(level.read("0"), Ok("NONE".into()));
        assert_eq!(level.read("9"), Err(Fault::NotInList));
        assert_eq!(
            field(Kind::Terms(kernel::vocabulary::channels)).read("1.1.1"),
            Ok("01.1.1".into())
        );
        let areas = field(Kind::Terms(kernel::vocabulary::areas));
        assert_eq!(areas.read("Disabilità; anziani"), Ok("DIS;ANZ".into()));
        assert_eq!(areas.read("con"), Err(Fault::NotInList));
        assert_eq!(municipalities.read("San"), Err(Fault::NotInList));
        assert_eq!(field(Kind::Money).read("1.234,50 €"), Ok("123450".into()));
        assert_eq!(field(Kind::Money).read("-5"), Err(Fault::Negative));
        assert_eq!(field(Kind::Day).read("31/02/2026"), Err(Fault::NotADay));
        assert_eq!(field(Kind::Day).read("1/3/2026"), Ok("2026-03-01".into()));
        assert_eq!(field(Kind::Whole(0, 100)).read("1.000"), Err(Fault::TooLarge(100)));
        assert_eq!(field(Kind::Whole(0, 100)).read("-1"), Err(Fault::Negative));
        assert_eq!(field(Kind::YesNo).read("Sì"), Ok("yes".into()));
        assert_eq!(field(Kind::Url).read("javascript:alert(1)"), Err(Fault::NotAUrl));
        assert_eq!(field(Kind::Code).read("br-s01"), Ok("BR-S01".into()));
        assert_eq!(field(Kind::Code).read("=1+1"), Err(Fault::NotACode));
    }

    #[test]
    fn every_field_and_choice_has_a_label() {
        let texts = texts::Texts::new(&[crate::TEXTS]).unwrap();
        for field in crate::model::Service::FIELDS
            .iter()
            .chain(crate::model::Database::FIELDS)
            .chain(crate::model::PlanSheet::FIELDS)
        {
            let mut keys = vec![field.label_key()];
            if let Some(choices) = field.kind.choices() {
                keys.extend(choices.iter().map(|(code, _)| field.choice_key(code)));
            }
            for (key, lang) in keys.iter().flat_map(|key| texts::Lang::ALL.map(|lang| (key, lang)))
            {
                assert_ne!(texts.text(lang, key), key, "no label");
            }
        }
    }

    #[test]
    fn text_stays_text() {
        for text in ["=HYPERLINK(\"x\")", "+39 0522", "-1", "@cmd", "<script>alert(1)</script>"] {
            assert_eq!(field(Kind::Line(100)).read(text), Ok(text.to_owned()));
        }
        assert_eq!(field(Kind::Line(3)).read("abcd"), Err(Fault::TooLong(3)));
        assert_eq!(field(Kind::Line(9)).read("a\u{0}b\u{202e}c"), Ok("abc".into()));
    }
}
