//! The words a chart writes by itself.

use crate::Language;

/// The fixed words of all charts in one language.
pub struct Words {
    pub no_data: &'static str,
    pub no_readings: &'static str,
    pub nothing_to_show: &'static str,
    pub today: &'static str,
    pub baseline: &'static str,
    pub target: &'static str,
    pub expected: &'static str,
    pub readings: &'static str,
    pub expected_today: &'static str,
    pub by: &'static str,
    pub total: &'static str,
    pub months: [&'static str; 12],
}

static IT: Words = Words {
    no_data: "nessun dato",
    no_readings: "Nessun valore misurato finora",
    nothing_to_show: "Niente da mostrare",
    today: "oggi",
    baseline: "Partenza",
    target: "Obiettivo",
    expected: "Andamento atteso",
    readings: "Valori misurati",
    expected_today: "atteso oggi",
    by: "entro",
    total: "totale",
    months: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
};

static EN: Words = Words {
    no_data: "no data",
    no_readings: "No value measured yet",
    nothing_to_show: "Nothing to show",
    today: "today",
    baseline: "Baseline",
    target: "Target",
    expected: "Expected path",
    readings: "Measured values",
    expected_today: "expected today",
    by: "by",
    total: "total",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::It => &IT,
        Language::En => &EN,
    }
}
