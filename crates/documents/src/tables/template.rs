//! A sheet to fill in: headings with notes, and drop-downs from a hidden sheet.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, Formula, Note, Workbook,
};

use super::neutralised;
use crate::DocumentError;

/// A column of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateColumn {
    /// Its heading.
    pub name: String,
    /// What helps to fill it in; may be empty.
    pub note: String,
    /// What may be chosen; empty where one writes freely.
    pub values: Vec<String>,
}

/// Rows of a template that have drop-downs.
const ROWS: u32 = 5000;

/// Writes a template. A drop-down advises and does not refuse: more than one value may be written,
/// separated by a semicolon.
pub fn write_template(columns: &[TemplateColumn]) -> Result<Vec<u8>, DocumentError> {
    let mut workbook = Workbook::new();
    let header =
        Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00_e6_ee_f6));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Dati")?;
    let listed = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
    for (place, column) in columns.iter().enumerate() {
        let at = listed(place);
        sheet.write_string_with_format(0, at, neutralised(&column.name).as_ref(), &header)?;
        sheet.set_column_width(at, (column.name.chars().count() as f64 + 4.0).clamp(12.0, 40.0))?;
        if !column.note.is_empty() {
            sheet.insert_note(0, at, &Note::new(column.note.as_str()).set_author("AGIO"))?;
        }
        if !column.values.is_empty() {
            let letter = rust_xlsxwriter::utility::column_number_to_name(at);
            let range = format!("=Elenchi!${letter}$1:${letter}${}", column.values.len());
            let choice = DataValidation::new()
                .allow_list_formula(Formula::new(range))
                .set_error_style(DataValidationErrorStyle::Information);
            sheet.add_data_validation(1, at, ROWS, at, &choice)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let lists = workbook.add_worksheet();
    lists.set_name("Elenchi")?;
    lists.set_hidden(true);
    for (place, column) in columns.iter().enumerate() {
        for (row, value) in (0..).zip(&column.values) {
            lists.write_string(row, listed(place), neutralised(value).as_ref())?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}
