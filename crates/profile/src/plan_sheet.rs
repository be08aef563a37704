//! The sheets of the zone plan (schede intervento): fields, expenses by source, indicators.

use crate::model::Values;

/// The fields that hold an expense, each a source of money.
pub const EXPENSES: [&str; 10] = [
    "cost_municipalities",
    "cost_regional_fund",
    "cost_state_fund",
    "cost_frna",
    "cost_fna",
    "cost_dopo_di_noi",
    "cost_poverty_fund",
    "cost_european",
    "cost_health",
    "cost_other",
];

/// An indicator of a sheet, as its line says it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Indicator {
    /// What is measured.
    pub name: String,
    /// Its value today; empty when nobody wrote it.
    pub value: String,
    /// The value to reach; empty when nobody wrote it.
    pub target: String,
}

/// Reads indicators, one a line: `name: value → target`; value and target may be missing.
pub fn indicators(text: &str) -> Vec<Indicator> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (name, numbers) = line.split_once(':').unwrap_or((line, ""));
            let numbers = numbers.replace("->", "→");
            let (value, target) = numbers.split_once('→').unwrap_or((numbers.as_str(), ""));
            let [name, value, target] = [name, value, target].map(|part| part.trim().to_owned());
            Indicator { name, value, target }
        })
        .collect()
}

/// The expenses of a sheet in cents, by source, those written alone.
pub fn expenses(values: &Values) -> Vec<(&'static str, i64)> {
    let register = crate::Register::PlanSheets;
    let one = |field: &'static str| Some((field, values.get(register, field).parse().ok()?));
    EXPENSES.into_iter().filter_map(one).collect()
}

/// The codes of sheets a service names: `SP1; SP 2` is `SP1` and `SP-2`.
pub fn codes(text: &str) -> Vec<String> {
    let parts = text.split([';', ',', '\n', '|']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join("-").to_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_is_a_line() {
        let read = indicators("Persone seguite: 40 → 60\nOre: 12\n\nGradimento\nA: 1 -> 2");
        let told: Vec<_> =
            read.iter().map(|i| (i.name.as_str(), i.value.as_str(), i.target.as_str())).collect();
        let expected = [
            ("Persone seguite", "40", "60"),
            ("Ore", "12", ""),
            ("Gradimento", "", ""),
            ("A", "1", "2"),
        ];
        assert_eq!(told, expected);
        assert_eq!(codes("sp1; SP 2,x"), ["SP1", "SP-2", "X"]);
    }
}
