//! Tables as CSV (RFC 4180).

use super::{Cell, Table, euros, neutralised};
use crate::DocumentError;

/// What separates the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delimiter {
    /// `,` with a decimal point: what programs read.
    #[default]
    Comma,
    /// `;` with a decimal comma: what an Italian spreadsheet opens.
    Semicolon,
}

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CsvStyle {
    /// What separates the cells, and the decimals.
    pub delimiter: Delimiter,
    /// Begins with the mark by which a spreadsheet recognises UTF-8.
    pub byte_order_mark: bool,
}

impl CsvStyle {
    /// For who opens the file with a double click in Italy.
    pub const SPREADSHEET: Self = Self { delimiter: Delimiter::Semicolon, byte_order_mark: true };
    /// For programs and open data.
    pub const OPEN_DATA: Self = Self { delimiter: Delimiter::Comma, byte_order_mark: false };
}

/// Writes a table as CSV in UTF-8, formulas neutralised.
pub fn write_csv(table: &Table, style: CsvStyle) -> Result<Vec<u8>, DocumentError> {
    let (delimiter, point) = match style.delimiter {
        Delimiter::Comma => (b',', '.'),
        Delimiter::Semicolon => (b';', ','),
    };
    let mut file = Vec::new();
    if style.byte_order_mark {
        file.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(&mut file);
    writer.write_record(table.columns.iter().map(|name| neutralised(name).into_owned()))?;
    for row in &table.rows {
        if row.len() > table.columns.len() {
            let (cells, columns) = (row.len(), table.columns.len());
            return Err(DocumentError::TableTooLarge(format!("{cells} cells, {columns} columns")));
        }
        let missing = table.columns.len() - row.len();
        let cells = row.iter().map(|cell| written(cell, point));
        writer.write_record(cells.chain(std::iter::repeat_n(String::new(), missing)))?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(file)
}

fn written(cell: &Cell, point: char) -> String {
    match cell {
        Cell::Text(text) => neutralised(text).into_owned(),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number, decimals) if number.is_finite() => {
            let text = format!("{number:.*}", usize::from((*decimals).min(9)));
            text.replace('.', &point.to_string())
        }
        Cell::Empty | Cell::Decimal(..) => String::new(),
        Cell::Money(cents) => euros(*cents, point),
        Cell::Day(day) => day.to_string(),
    }
}
