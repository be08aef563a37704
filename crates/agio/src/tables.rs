//! The tables of the profile as those of the files.

use documents::tables::{Cell, Table};
use jiff::civil::Date;
use profile::export;

/// A table of the profile, to be written on a day.
pub fn of_profile(table: export::Table, day: Date) -> Table {
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(cell).collect());
    Table { title: table.title, day, columns: table.columns, rows: rows.collect() }
}

fn cell(cell: export::Cell) -> Cell {
    match cell {
        export::Cell::Empty => Cell::Empty,
        export::Cell::Text(text) => Cell::text(text),
        export::Cell::Integer(n) => Cell::Integer(n),
        export::Cell::Money(cents) => Cell::Money(cents),
        export::Cell::Day(day) => Cell::Day(day),
    }
}
