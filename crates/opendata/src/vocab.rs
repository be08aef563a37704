//! Codes of the census as addresses of the official vocabularies.
//!
//! The addresses are those of the RDF files of the national vocabularies
//! (github.com/italia/daf-ontologie-vocabolari-controllati, d8596ae), not of their CSV: channel
//! `01.1.1` is `…/channel/0111`, level `LEVEL 2` is `…/interactivity-level/LEVEL2`, and channel `05.1`
//! is `…/channel/025`: no rule makes them, so they are kept beside the codes in `kernel/vocabularies`.

use std::{collections::HashMap, sync::OnceLock};

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

/// The addresses of a list, by code, from the file that holds both.
fn addresses(file: &str) -> HashMap<String, String> {
    let mut rows = csv::Reader::from_reader(file.as_bytes());
    let head = rows.headers().cloned().unwrap_or_default();
    let at = |name: &str| head.iter().position(|heading| heading == name);
    let (Some(code), Some(uri)) = (at("code"), at("uri")) else { return HashMap::new() };
    rows.records()
        .flatten()
        .filter_map(|row| Some((row.get(code)?.to_owned(), row.get(uri)?.to_owned())))
        .collect()
}

macro_rules! official {
    ($(#[$doc:meta])* $name:ident, $file:literal, $otherwise:literal) => {
        $(#[$doc])*
        pub fn $name(code: &str) -> String {
            static KNOWN: OnceLock<HashMap<String, String>> = OnceLock::new();
            let known = KNOWN
                .get_or_init(|| addresses(include_str!(concat!("../../kernel/vocabularies/", $file))));
            // A code of no list leads to the list itself.
            known.get(code).cloned().unwrap_or_else(|| format!("{SERVICES}/{}", $otherwise))
        }
    };
}

official!(
    /// The address of a channel.
    channel, "channels.csv", "channel");
official!(
    /// The address of a level of interactivity.
    level, "interactivity_levels.csv", "interactivity-level");
official!(
    /// The address of a kind of sign-in.
    authentication, "authentication.csv", "authentication-type");

/// The name of a municipality by ISTAT code; the code itself when it is not known.
pub fn municipality(istat: &str) -> &str {
    lists::municipalities().label(istat, "it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_an_address_of_its_own_and_back() {
        assert!(channel("01.1.1").ends_with("/channel/0111"));
        assert!(channel("05.1").ends_with("/channel/025"));
        assert!(level("LEVEL 2").ends_with("/interactivity-level/LEVEL2"));
        assert!(authentication("SPIDL2").ends_with("/authentication-type/SPIDL2"));
        for field in ["channels", "current_level", "authentication"] {
            let list = List::of(field).unwrap();
            let base = Base::new("https://example.it");
            for (code, _) in list.terms() {
                assert_eq!(list.code_of(&list.uri(&base, code)), Some(code), "{field}");
            }
        }
    }
}
