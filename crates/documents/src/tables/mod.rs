//! Tables as files: the same rows as XLSX and as CSV.

mod csv;
mod neutral;
mod template;
mod xlsx;

use jiff::civil::Date;

pub use self::csv::{CsvStyle, Delimiter, write_csv};
pub use self::neutral::neutralised;
pub use self::template::{TemplateColumn, write_template};
pub use self::xlsx::write_xlsx;

/// A table to hand out.
#[derive(Debug, Clone)]
pub struct Table {
    /// Name of the sheet and title of the file.
    pub title: String,
    /// Day the figures are of; written in the file's properties.
    pub day: Date,
    /// Headers, in order.
    pub columns: Vec<String>,
    /// Rows; cells missing at a row's end are empty, those beyond are refused.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell, of the type its figure has.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text that anybody may have written.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with decimals, and how many of them to write.
    Decimal(f64, u8),
    /// A sum in cents of euro.
    Money(i64),
    /// A day.
    Day(Date),
}

impl Cell {
    /// Text, or nothing when it is blank.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

/// Whole units and cents of a sum, with its sign: `-12`, `05` for -12.05.
fn euros(cents: i64, point: char) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}{point}{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}
