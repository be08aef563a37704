//! XLSX, cell by cell: a sheet that claims a million columns costs nothing.

use std::{cell::RefCell, io::Cursor};

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx, XlsxError};

use crate::{Limits, Line, Refusal, Sheets, put_cell};

/// An opened workbook.
pub(crate) struct Book<'a> {
    // Reading a sheet moves the reader.
    book: RefCell<Xlsx<Cursor<&'a [u8]>>>,
    names: Vec<String>,
}

fn broken(_: XlsxError) -> Refusal {
    Refusal::BrokenWorkbook
}

impl<'a> Book<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
        let seen = book.sheets_metadata().iter().filter(|one| one.visible == SheetVisible::Visible);
        let names = seen.map(|one| one.name.clone()).collect();
        Ok(Self { book: RefCell::new(book), names })
    }
}

impl Sheets for Book<'_> {
    fn names(&self) -> &[String] {
        &self.names
    }

    fn rows(&self, sheet: &str, limits: &Limits, most: usize) -> Result<Vec<Line>, Refusal> {
        let mut book = self.book.borrow_mut();
        let mut cells = book.worksheet_cells_reader(sheet).map_err(broken)?;
        let mut lines: Vec<Line> = Vec::new();
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let text = show(cell.get_value());
            let (row, column) = cell.get_position();
            put_cell(&mut lines, (row as usize + 1, column as usize), text, limits)?;
            if lines.len() > most {
                lines.pop();
                break;
            }
        }
        Ok(lines)
    }
}

/// The text a person sees in a cell, numbers without needless decimals and days as `2027-12-31`.
fn show(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => number(*n),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "si" } else { "no" }.to_owned(),
        DataRef::DateTime(when) if when.is_duration() => when.as_f64().to_string(),
        DataRef::DateTime(when) => {
            let (year, month, day, ..) = when.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        // The error itself is shown in the report, where the field says it is no value.
        DataRef::Error(error) => error.to_string(),
    }
}

/// A number without the noise of binary fractions.
pub(crate) fn number(n: f64) -> String {
    // Six decimals are beyond what any field holds and hide the noise of binary fractions.
    if n.fract() == 0.0 && n.abs() < 1e15 {
        return format!("{n:.0}");
    }
    let text = format!("{n:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    // `1.234` would be read the Italian way, as a thousand and more.
    let ambiguous = text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    if ambiguous { text.replace('.', ",") } else { text.to_owned() }
}
