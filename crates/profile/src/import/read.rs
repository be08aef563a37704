//! From the bytes of a file to rows of text; the reading itself is the crate `tables`.

pub use tables::{Limits, Line, Options, Refusal, Table};

use super::{Mapping, Sheet};

/// Reads a file by what is in it, whatever its name says.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Refusal> {
    tables::read(bytes, limits)
}

/// The same for rows of a known kind: its headings tell which sheet of a workbook is meant and in
/// which row they stand.
pub fn read_for(sheet: Sheet, bytes: &[u8], options: &Options) -> Result<Table, Refusal> {
    let known = |cells: &[String]| {
        if cells.len() > 1000 {
            return 0;
        }
        Mapping::guess(sheet, cells).0.iter().flatten().count()
    };
    tables::read_as(bytes, &Limits::default(), options, &known)
}
