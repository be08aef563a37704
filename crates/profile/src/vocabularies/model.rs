//! A classification and its terms.

use kernel::{
    BodyId,
    id::Uuid,
    vocabulary::{self as lists, Vocabulary as Shipped},
};

/// A classification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    /// The body that keeps it; the network for official ones.
    pub owner: BodyId,
    /// Its word in addresses and on cards: `zone`.
    pub slug: String,
    /// Its id, in the log.
    pub id: Uuid,
    /// Italian name.
    pub title_it: String,
    /// English name; may be empty.
    pub title_en: String,
    /// Where it comes from; may be empty.
    pub source: String,
    /// Whether it comes with the program.
    pub official: bool,
    /// Which version it is at: `2`, `2025-04`.
    pub version: String,
    /// Day of that version; empty when nobody said.
    pub version_day: String,
    /// Rises at each change.
    pub revision: i64,
    /// When it last changed, UTC milliseconds.
    pub updated_at: i64,
    /// How many terms it has, closed ones too.
    pub terms: i64,
}

impl Vocabulary {
    /// The name in the language (`en`, otherwise Italian).
    pub fn title(&self, lang: &str) -> &str {
        in_lang(&self.title_it, &self.title_en, lang)
    }
}

/// One term.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Term {
    /// The code, given once and for ever.
    pub code: String,
    /// Its place among the others.
    pub place: i64,
    /// Italian label.
    pub label_it: String,
    /// English label; may be empty.
    pub label_en: String,
    /// Code of the wider term; empty at the top.
    pub parent: String,
    /// Address of the concept; may be empty.
    pub uri: String,
    /// First day it may be given, as ISO text; empty means always.
    pub valid_from: String,
    /// First day it may no longer be given, as ISO text; empty means never.
    pub valid_until: String,
    /// Code of the term that takes its place; may be empty.
    pub replaced_by: String,
}

impl Term {
    /// The label in the language (`en`, otherwise Italian).
    pub fn label(&self, lang: &str) -> &str {
        in_lang(&self.label_it, &self.label_en, lang)
    }

    /// Whether it is closed on a day (ISO text, which sorts as days do).
    pub fn is_closed(&self, day: &str) -> bool {
        !self.valid_until.is_empty() && self.valid_until.as_str() <= day
    }

    /// Whether a card may be given it on a day.
    pub fn is_open(&self, day: &str) -> bool {
        !self.is_closed(day) && self.valid_from.as_str() <= day
    }
}

fn in_lang<'a>(it: &'a str, en: &'a str, lang: &str) -> &'a str {
    if lang == "en" && !en.is_empty() { en } else { it }
}

/// A list that comes with the program.
#[derive(Debug, Clone, Copy)]
pub struct Official {
    /// Its word in addresses.
    pub slug: &'static str,
    /// Its names, Italian and English.
    pub title: (&'static str, &'static str),
    /// Version and day of the source; a new one here closes what it lost and adds what is new.
    pub version: (&'static str, &'static str),
    /// Where it comes from.
    pub source: &'static str,
    /// Its terms.
    pub terms: fn() -> &'static Shipped,
}

const fn official(
    slug: &'static str,
    title: (&'static str, &'static str),
    version: (&'static str, &'static str),
    source: &'static str,
    terms: fn() -> &'static Shipped,
) -> Official {
    Official { slug, title, version, source, terms }
}

/// The official lists, with the versions that `kernel/vocabularies/README.md` gives.
pub const OFFICIAL: &[Official] = &[
    official(
        "aree-istat",
        ("Aree di utenza ISTAT", "ISTAT areas of users"),
        ("1", ""),
        "ISTAT, Interventi e servizi sociali dei Comuni",
        lists::areas,
    ),
    official(
        "aree-siuss",
        ("Aree di utenza SIUSS", "SIUSS areas of users"),
        ("1", ""),
        "INPS, WaaS Comuni",
        lists::siuss_areas,
    ),
    official(
        "macrolivelli",
        ("Macrolivelli e obiettivi di servizio", "Macro-levels and service objectives"),
        ("1", ""),
        "Fondo nazionale politiche sociali",
        lists::macro_levels,
    ),
    official(
        "leps",
        ("LEPS", "Essential levels (LEPS)"),
        ("2025-04", ""),
        "https://aprirenetwork.it/?p=12456",
        lists::leps,
    ),
    official(
        "cofog",
        ("COFOG 10, protezione sociale", "COFOG 10, social protection"),
        ("1.0", "2018-03-14"),
        "OntoPiA cofog-2009",
        lists::cofog,
    ),
    official(
        "eventi-della-vita",
        ("Eventi della vita", "Life events"),
        ("0.1", "2018-03-14"),
        "OntoPiA life-event",
        lists::life_events,
    ),
    official(
        "materie",
        ("Materie dei servizi pubblici", "Subjects of public services"),
        ("0.2", "2022-04-12"),
        "OntoPiA public-services-subject-matters",
        lists::subject_matters,
    ),
    official(
        "argomenti-io",
        ("Argomenti di app IO", "Topics of app IO"),
        ("1", ""),
        "PagoPA, devportal",
        lists::io_topics,
    ),
    official("canali", ("Canali", "Channels"), ("1", ""), "OntoPiA channel", lists::channels),
    official(
        "autenticazione",
        ("Modi di autenticazione", "Kinds of sign-in"),
        ("0.1", "2018-03-14"),
        "OntoPiA authentication-type",
        lists::authentication,
    ),
    official(
        "livelli-digitali",
        ("Livelli di interattività", "Levels of interactivity"),
        ("0.1", "2018-03-13"),
        "OntoPiA interactivity-level",
        lists::interactivity_levels,
    ),
    official("lingue", ("Lingue", "Languages"), ("1", ""), "ISO 639", lists::languages),
    official(
        "tipi-indicatore",
        ("Tipi di indicatore", "Kinds of indicator"),
        ("0.1", "2020-05-26"),
        "OntoPiA indicator-types",
        lists::indicator_types,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_open_between_its_days() {
        let term = Term {
            valid_from: "2026-01-01".into(),
            valid_until: "2026-07-01".into(),
            ..Term::default()
        };
        let open = |day| (term.is_open(day), term.is_closed(day));
        assert_eq!(open("2025-12-31"), (false, false), "not yet");
        assert_eq!(open("2026-01-01"), (true, false));
        assert_eq!(open("2026-07-01"), (false, true), "that day is the first without it");
        assert!(Term::default().is_open("2026-01-01"));
    }

    #[test]
    fn official_lists_have_different_words_and_single_codes() {
        let mut slugs: Vec<&str> = OFFICIAL.iter().map(|list| list.slug).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), OFFICIAL.len());
        for list in OFFICIAL {
            assert_eq!(kernel::italian::slug(list.slug), list.slug);
            let terms = (list.terms)().terms();
            let mut codes: Vec<&str> = terms.iter().map(|term| term.code.as_str()).collect();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), terms.len(), "{}", list.slug);
            let known = |code: &str| code.is_empty() || codes.contains(&code);
            assert!(terms.iter().all(|term| known(&term.parent)), "{}", list.slug);
        }
    }
}
