//! What somebody accepts of a file: whole rows, single fields, whole columns.
//!
//! Everything is accepted until it is refused; a wrong row can be refused too, and then the others are
//! saved without it.

use std::collections::BTreeSet;

/// What is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Rows left out, by their number in the file.
    pub rows: BTreeSet<usize>,
    /// Single fields left out: row and field.
    pub fields: BTreeSet<(usize, String)>,
    /// Fields left out in every row.
    pub columns: BTreeSet<String>,
    /// Only fields that are empty in the register are filled.
    pub only_empty: bool,
}

impl Choices {
    /// Whether a row is left out.
    pub fn refuses_row(&self, row: usize) -> bool {
        self.rows.contains(&row)
    }

    /// Whether a change of a field is left out.
    pub fn refuses(&self, row: usize, field: &str, before: &str) -> bool {
        self.columns.contains(field)
            || (self.only_empty && !before.is_empty())
            || (!self.fields.is_empty() && self.fields.contains(&(row, field.to_owned())))
    }

    /// Says of one row what was ticked: the row itself, and which of the fields shown.
    pub fn tick(&mut self, row: usize, accepted: bool, shown: &[&str], ticked: &[&str]) {
        if accepted {
            self.rows.remove(&row);
        } else {
            self.rows.insert(row);
        }
        for field in shown {
            let key = (row, (*field).to_owned());
            if ticked.contains(field) {
                self.fields.remove(&key);
            } else {
                self.fields.insert(key);
            }
        }
    }
}
