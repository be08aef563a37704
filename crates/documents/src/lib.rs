//! Documents of a body: the Agenda as PDF, reports as PDF and DOCX, tables as XLSX and CSV.
//!
//! Input is a typed model that says what the document contains; output is
//! bytes. Nothing here reads a database, a clock or a file, and this is the
//! only crate that knows typst: a template under `templates/` is what a
//! designer edits, a field in [`agenda`] or [`report`] is what a phase fills.
//!
//! The PDF conforms to PDF/UA-1 (it can be read with a screen reader) and to
//! PDF/A-2a (it can be kept in an archive); both are enforced while writing.

pub mod agenda;
pub mod report;
pub mod tables;

mod agenda_pdf;
mod agenda_view;
mod clean;
mod docx;
mod report_pdf;
mod typesetter;
mod words;
mod written;

pub use agenda_pdf::render_agenda_pdf;
pub use charts::Language;
pub use docx::write_report_docx;
pub use report_pdf::render_report_pdf;
pub use tables::{write_csv, write_xlsx};

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The body's logo cannot be printed.
    #[error("the logo cannot be printed: {0}")]
    Logo(String),
    /// The typesetter refused the document: a defect of ours, not of the input.
    #[error("the document could not be typeset: {0}")]
    Typeset(String),
    /// A table has more rows or columns than its format can hold.
    #[error("the table is too large for this format: {0}")]
    TableTooLarge(String),
    /// A spreadsheet could not be written.
    #[error("the spreadsheet could not be written: {0}")]
    Spreadsheet(#[from] rust_xlsxwriter::XlsxError),
    /// A DOCX file could not be packed.
    #[error("the DOCX file could not be written: {0}")]
    Docx(#[from] zip::result::ZipError),
    /// A CSV file could not be written.
    #[error("the CSV file could not be written: {0}")]
    Csv(#[from] csv::Error),
}
