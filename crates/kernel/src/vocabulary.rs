//! The official vocabularies shipped with the program, each row with its source.

use std::sync::OnceLock;

/// One term of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The code stored and exchanged.
    pub code: String,
    /// The Italian label.
    pub label_it: String,
    /// The English label.
    pub label_en: String,
    /// A longer Italian definition; empty when the source gives none.
    pub definition_it: String,
    /// The code of the wider term; empty at the top.
    pub parent: String,
    /// The address of the concept; empty when it has none.
    pub uri: String,
}

impl Term {
    /// The label in the language (`en`, otherwise Italian).
    pub fn label(&self, lang: &str) -> &str {
        if lang == "en" && !self.label_en.is_empty() { &self.label_en } else { &self.label_it }
    }
}

/// A closed list of terms in its official order.
#[derive(Debug)]
pub struct Vocabulary {
    terms: Vec<Term>,
}

impl Vocabulary {
    fn from_csv(text: &str) -> Self {
        Self::of_list(text, "")
    }

    /// The terms of one list of a file that holds several (column `list`).
    fn of_list(text: &str, list: &str) -> Self {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let column = |name: &str| header.iter().position(|h| h == name);
        // Places have one name in every language and an ISTAT code.
        let name = column("name");
        let (code, it, en, def, parent, uri, lists) = (
            column("code").or_else(|| column("istat")),
            column("label_it").or(name),
            column("label_en").or(name),
            column("definition_it"),
            column("parent"),
            column("uri"),
            column("list"),
        );
        let field = |row: &csv::StringRecord, at: Option<usize>| {
            at.and_then(|i| row.get(i)).unwrap_or_default().to_owned()
        };
        let terms = reader
            .records()
            .flatten()
            .filter(|row| list.is_empty() || field(row, lists) == list)
            .map(|row| Term {
                code: field(&row, code),
                label_it: field(&row, it),
                label_en: field(&row, en),
                definition_it: field(&row, def),
                parent: field(&row, parent),
                uri: field(&row, uri),
            })
            .collect();
        Self { terms }
    }

    /// The terms in their official order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term with the code.
    pub fn get(&self, code: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.code == code)
    }

    /// The label of a code; the code itself when it is not in the list.
    pub fn label<'a>(&'a self, code: &'a str, lang: &str) -> &'a str {
        self.get(code).map_or(code, |term| term.label(lang))
    }

    /// The code a person's words stand for: the code itself, or a label in either language, case and accents apart.
    pub fn recognise(&self, words: &str) -> Option<&Term> {
        let folded = crate::italian::fold(words.trim());
        self.terms.iter().find(|term| {
            [&term.code, &term.label_it, &term.label_en]
                .into_iter()
                .any(|known| !known.is_empty() && crate::italian::fold(known) == folded)
        })
    }
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $file:literal) => {
        $(#[$doc])*
        pub fn $name() -> &'static Vocabulary {
            static LIST: OnceLock<Vocabulary> = OnceLock::new();
            LIST.get_or_init(|| Vocabulary::from_csv(include_str!(concat!("../vocabularies/", $file))))
        }
    };
}

vocabulary!(
    /// Areas of users of the ISTAT survey on social services, with polite labels.
    areas, "areas_istat.csv");
vocabulary!(
    /// Interactivity levels of online services (OntoPiA), `NONE` to `LEVEL 5`.
    interactivity_levels, "interactivity_levels.csv");
vocabulary!(
    /// Channels of public services (OntoPiA).
    channels, "channels.csv");
vocabulary!(
    /// Kinds of authentication (OntoPiA).
    authentication, "authentication.csv");
vocabulary!(
    /// Kinds of indicators (OntoPiA): process, outcome, structure.
    indicator_types, "indicator_types.csv");
vocabulary!(
    /// Essential levels of social services (LEPS).
    leps, "leps.csv");
vocabulary!(
    /// Municipalities of Emilia-Romagna by six-digit ISTAT code.
    municipalities, "municipalities_er.csv");
vocabulary!(
    /// Macro-levels and service objectives of the ministerial matrix.
    macro_levels, "macro_levels.csv");
vocabulary!(
    /// Functions of social protection (COFOG, division 10).
    cofog, "cofog10.csv");
vocabulary!(
    /// Life events (OntoPiA).
    life_events, "life_events.csv");
vocabulary!(
    /// Subject matters of public services (OntoPiA).
    subject_matters, "subject_matters.csv");
vocabulary!(
    /// Topics of a service on app IO.
    io_topics, "io_topics.csv");
vocabulary!(
    /// Languages spoken at a service (ISO 639).
    languages, "languages.csv");

/// Areas of users of the national information system of social services (SIUSS), `1` to `3`.
pub fn siuss_areas() -> &'static Vocabulary {
    static LIST: OnceLock<Vocabulary> = OnceLock::new();
    LIST.get_or_init(|| Vocabulary::of_list(include_str!("../vocabularies/siuss.csv"), "user_area"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vocabulary_is_there_and_complete() {
        for (list, least) in [
            (areas(), 7),
            (interactivity_levels(), 6),
            (channels(), 20),
            (authentication(), 5),
            (indicator_types(), 3),
            (leps(), 15),
            (macro_levels(), 8),
            (cofog(), 20),
            (life_events(), 19),
            (subject_matters(), 15),
            (io_topics(), 18),
            (languages(), 40),
            (siuss_areas(), 3),
        ] {
            assert!(list.terms().len() >= least, "{} terms", list.terms().len());
            for term in list.terms() {
                assert!(
                    !term.code.is_empty() && !term.label_it.is_empty() && !term.label_en.is_empty(),
                    "{term:?}"
                );
            }
        }
        assert_eq!(siuss_areas().terms().len(), 3, "the other lists of the file stay out");
        let channel = channels().get("01.1").unwrap();
        assert_eq!(channel.parent, "01");
        assert!(channel.uri.starts_with("https://w3id.org/"));
        assert_eq!(areas().recognise("anziani").map(|t| t.code.as_str()), Some("ANZ"));
    }
}
