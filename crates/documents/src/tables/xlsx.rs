//! Tables as XLSX.

use std::borrow::Cow;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use super::{Cell, Table, neutralised};
use crate::DocumentError;

// Limits of the format.
const MOST_ROWS: usize = 1_048_575;
const MOST_COLUMNS: usize = 16_384;
const MOST_CHARACTERS: usize = 32_767;
const CUT: &str = " […]";
// Whole numbers above this lose digits in a spreadsheet, which counts in floats.
const EXACT: u64 = 1 << 53;

const NARROWEST: f64 = 8.0;
const WIDEST: f64 = 60.0;

/// Writes a table as a workbook of one sheet, formulas neutralised.
///
/// The header is bold and frozen, columns are as wide as their contents and
/// can be filtered. A text longer than a cell can hold is cut, visibly.
pub fn write_xlsx(table: &Table) -> Result<Vec<u8>, DocumentError> {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    if rows > MOST_ROWS || columns > MOST_COLUMNS {
        return Err(DocumentError::TableTooLarge(format!("{rows} rows, {columns} columns")));
    }
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(
        u16::try_from(table.day.year()).unwrap_or(1900),
        table.day.month().unsigned_abs(),
        table.day.day().unsigned_abs(),
    )?;
    workbook.set_properties(
        &DocProperties::new().set_title(table.title.as_str()).set_creation_datetime(&created),
    );
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;

    let header = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00_e6_ee_f6))
        .set_border_bottom(FormatBorder::Thin);
    let formats = Formats::new();
    for (place, name) in table.columns.iter().enumerate() {
        let column = u16::try_from(place).unwrap_or(u16::MAX);
        let name = fitting(neutralised(name));
        sheet.write_string_with_format(0, column, name.as_ref(), &header)?;
        sheet.set_column_width(column, width_of(table, place))?;
    }
    for (place, cells) in table.rows.iter().enumerate() {
        if cells.len() > columns {
            let cells = cells.len();
            return Err(DocumentError::TableTooLarge(format!("{cells} cells, {columns} columns")));
        }
        let row = u32::try_from(place + 1).unwrap_or(u32::MAX);
        for (place, cell) in cells.iter().enumerate() {
            write_cell(sheet, row, u16::try_from(place).unwrap_or(u16::MAX), cell, &formats)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if columns > 0 {
        let last_row = u32::try_from(rows).unwrap_or(u32::MAX);
        sheet.autofilter(0, 0, last_row, u16::try_from(columns - 1).unwrap_or(u16::MAX))?;
    }
    Ok(workbook.save_to_buffer()?)
}

struct Formats {
    text: Format,
    integer: Format,
    money: Format,
    day: Format,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            text: top().set_text_wrap(),
            integer: top().set_num_format("#,##0"),
            money: top().set_num_format("#,##0.00 \"€\""),
            day: top().set_num_format("dd/mm/yyyy"),
        }
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), DocumentError> {
    match cell {
        Cell::Text(text) => {
            let text = fitting(neutralised(text));
            sheet.write_string_with_format(row, column, text.as_ref(), &formats.text)?;
        }
        Cell::Integer(number) if number.unsigned_abs() > EXACT => {
            sheet.write_string_with_format(row, column, number.to_string(), &formats.text)?;
        }
        Cell::Integer(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &formats.integer)?;
        }
        Cell::Decimal(number, decimals) if number.is_finite() => {
            let decimals = usize::from((*decimals).min(9));
            let pattern = if decimals == 0 {
                "#,##0".to_owned()
            } else {
                format!("#,##0.{}", "0".repeat(decimals))
            };
            let format = Format::new().set_align(FormatAlign::Top).set_num_format(pattern);
            sheet.write_number_with_format(row, column, *number, &format)?;
        }
        // A number that is not one has nothing to show.
        Cell::Empty | Cell::Decimal(..) => {}
        Cell::Money(cents) if cents.unsigned_abs() > EXACT => {
            let text = super::euros(*cents, ',');
            sheet.write_string_with_format(row, column, text, &formats.text)?;
        }
        Cell::Money(cents) => {
            sheet.write_number_with_format(row, column, *cents as f64 / 100.0, &formats.money)?;
        }
        Cell::Day(day) => {
            // Spreadsheets know no day before 1900.
            let parts = (u16::try_from(day.year()), day.month().unsigned_abs(), day.day());
            let date = match parts {
                (Ok(year), month, day) => {
                    ExcelDateTime::from_ymd(year, month, day.unsigned_abs()).ok()
                }
                _ => None,
            };
            match date {
                Some(date) => {
                    sheet.write_datetime_with_format(row, column, &date, &formats.day)?;
                }
                None => {
                    sheet.write_string_with_format(row, column, day.to_string(), &formats.text)?;
                }
            }
        }
    }
    Ok(())
}

/// As wide as the widest line of the column, within limits.
fn width_of(table: &Table, column: usize) -> f64 {
    let longest_line = |text: &str| text.lines().map(|line| line.chars().count()).max();
    let of_cell = |cell: &Cell| match cell {
        Cell::Empty => 0,
        Cell::Text(text) => longest_line(text).unwrap_or(0),
        Cell::Integer(_) | Cell::Decimal(..) | Cell::Day(_) => 12,
        Cell::Money(_) => 16,
    };
    let header = table.columns.get(column).and_then(|name| longest_line(name)).unwrap_or(0);
    let cells = table.rows.iter().filter_map(|row| row.get(column)).map(of_cell);
    // Room for the filter's arrow beside the header.
    let widest = cells.max().unwrap_or(0).max(header.min(30) + 3);
    (widest as f64 + 1.5).clamp(NARROWEST, WIDEST)
}

/// A name that a sheet may have: 31 characters, none of `[]:*?/\`.
fn sheet_name(title: &str) -> String {
    let clean: String = title
        .chars()
        .filter(|c| !c.is_control())
        .map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c })
        .collect();
    let mut name = String::new();
    // The format counts in UTF-16.
    for character in clean.trim().trim_matches('\'').chars() {
        if name.encode_utf16().count() + character.len_utf16() > 31 {
            break;
        }
        name.push(character);
    }
    let name = name.trim().trim_end_matches('\'');
    if name.is_empty() { "Dati".to_owned() } else { name.to_owned() }
}

fn fitting(text: Cow<'_, str>) -> Cow<'_, str> {
    // Control characters have no place in XML, hence none in a workbook.
    let text: Cow<'_, str> = if text.contains(|c: char| c.is_control() && !"\n\t\r".contains(c)) {
        Cow::Owned(text.chars().filter(|c| !c.is_control() || "\n\t\r".contains(*c)).collect())
    } else {
        text
    };
    if text.encode_utf16().count() <= MOST_CHARACTERS {
        return text;
    }
    let mut units = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= MOST_CHARACTERS - CUT.encode_utf16().count()
        })
        .collect();
    Cow::Owned(kept + CUT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheet_names_obey_the_format() {
        assert_eq!(sheet_name("Servizi [2026]: a/b"), "Servizi  2026   a b");
        assert_eq!(sheet_name(&"è".repeat(50)).chars().count(), 31);
        assert_eq!(sheet_name("'''"), "Dati");
        assert_eq!(sheet_name(""), "Dati");
    }
}
