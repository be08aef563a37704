//! Codes of the census as addresses of the official vocabularies.
//!
//! The addresses are those of the RDF files of the national vocabularies
//! (github.com/italia/daf-ontologie-vocabolari-controllati, d8596ae), not of their CSV: channel
//! `01.1.1` is `…/channel/0111`, level `LEVEL 2` is `…/interactivity-level/LEVEL2`. A test compares
//! every one with the addresses kept beside the codes in `kernel/vocabularies`.

use kernel::vocabulary::{self as lists, Vocabulary};

use crate::Base;

const SERVICES: &str =
    "https://w3id.org/italia/controlled-vocabulary/classifications-for-public-services";

/// EU data theme "Population and society".
pub const THEME_SOCIETY: &str = "http://publications.europa.eu/resource/authority/data-theme/SOCI";
/// EU data theme "Government and public sector".
pub const THEME_GOVERNMENT: &str =
    "http://publications.europa.eu/resource/authority/data-theme/GOVE";
/// The list of EU data themes.
pub const THEMES: &str = "http://publications.europa.eu/resource/authority/data-theme";
/// Italian.
pub const ITALIAN: &str = "http://publications.europa.eu/resource/authority/language/ITA";
/// Italy, where no municipality is known.
pub const ITALY: &str = "http://publications.europa.eu/resource/authority/country/ITA";
/// Euro.
pub const EURO: &str = "http://publications.europa.eu/resource/authority/currency/EUR";
/// CC BY 4.0 in the national list of licences.
pub const LICENCE: &str = "https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40";
/// NACE division 88, social work activities without accommodation.
pub const NACE_SOCIAL_WORK: &str = "http://ec.europa.eu/eurostat/ramon/rdfdata/nace_r2/Q88";
/// NACE division 87, residential care activities.
pub const NACE_RESIDENTIAL: &str = "http://ec.europa.eu/eurostat/ramon/rdfdata/nace_r2/Q87";

/// A list of codes that a field of a service holds.
#[derive(Debug, Clone, Copy)]
pub struct List {
    /// The field of the service.
    pub field: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub description: &'static str,
    terms: fn() -> &'static Vocabulary,
    official: Option<fn(&str) -> String>,
}

/// Every list whose codes classify a service.
pub const LISTS: &[List] = &[
    List {
        field: "areas",
        name: "Aree di utenza",
        description: "Aree di utenza dell’indagine ISTAT sugli interventi e i servizi sociali dei comuni",
        terms: lists::areas,
        official: None,
    },
    List {
        field: "macro_level",
        name: "Macrolivelli e obiettivi di servizio",
        description: "Matrice ministeriale dei macrolivelli e degli obiettivi di servizio",
        terms: lists::macro_levels,
        official: None,
    },
    List {
        field: "leps",
        name: "LEPS",
        description: "Livelli essenziali delle prestazioni sociali",
        terms: lists::leps,
        official: None,
    },
    List {
        field: "channels",
        name: "Canali",
        description: "Canali di erogazione dei servizi pubblici (OntoPiA)",
        terms: lists::channels,
        official: Some(channel),
    },
    List {
        field: "current_level",
        name: "Livelli di interattività",
        description: "Livelli di interattività dei servizi online (OntoPiA)",
        terms: lists::interactivity_levels,
        official: Some(level),
    },
    List {
        field: "authentication",
        name: "Modi di autenticazione",
        description: "Modi di autenticazione ai servizi pubblici (OntoPiA)",
        terms: lists::authentication,
        official: Some(authentication),
    },
];

impl List {
    /// The list behind a field; the target level is told with the list of the current one.
    pub fn of(field: &str) -> Option<&'static Self> {
        let field = if field == "target_level" { "current_level" } else { field };
        LISTS.iter().find(|list| list.field == field)
    }

    /// Its terms: code and Italian label.
    pub fn terms(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        (self.terms)().terms().iter().map(|term| (term.code.as_str(), term.label_it.as_str()))
    }

    /// The Italian label of a code; none when the list has no such code.
    pub fn label(&self, code: &str) -> Option<&'static str> {
        (self.terms)().get(code).map(|term| term.label_it.as_str())
    }

    /// The address of a term: the official one, else one of ours.
    pub fn uri(&self, base: &Base, code: &str) -> String {
        self.official.map_or_else(|| base.term(self.field, code), |official| official(code))
    }

    /// The code of an official address of this list.
    pub fn code_of(&self, uri: &str) -> Option<&'static str> {
        let official = self.official?;
        self.terms().map(|(code, _)| code).find(|code| official(code) == uri)
    }
}

/// The address of a channel.
pub fn channel(code: &str) -> String {
    format!("{SERVICES}/channel/{}", code.replace('.', ""))
}

/// The address of a level of interactivity.
pub fn level(code: &str) -> String {
    format!("{SERVICES}/interactivity-level/{}", code.replace(' ', ""))
}

/// The address of a kind of sign-in.
pub fn authentication(code: &str) -> String {
    format!("{SERVICES}/authentication-type/{code}")
}

/// The name of a municipality by ISTAT code; the code itself when it is not known.
pub fn municipality(istat: &str) -> &str {
    lists::municipalities().label(istat, "it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_official_files() {
        for (text, address) in [
            (include_str!("../../kernel/vocabularies/channels.csv"), channel as fn(&str) -> String),
            (include_str!("../../kernel/vocabularies/interactivity_levels.csv"), level),
            (include_str!("../../kernel/vocabularies/authentication.csv"), authentication),
        ] {
            let mut rows = csv::Reader::from_reader(text.as_bytes());
            let headers = rows.headers().unwrap().clone();
            let at = |name| headers.iter().position(|head| head == name).unwrap();
            let (code, uri) = (at("code"), at("uri"));
            let mut seen = 0;
            for row in rows.records() {
                let row = row.unwrap();
                assert_eq!(address(&row[code]), &row[uri]);
                seen += 1;
            }
            assert!(seen > 4);
        }
    }
}
