//! Tables as XLSX and CSV, read back.
#![expect(clippy::expect_used, reason = "a test stops where reading back fails")]

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use documents::tables::{Cell, CsvStyle, Delimiter, Table};
use documents::{DocumentError, write_csv, write_xlsx};
use jiff::civil::date;

const FORMULA: &str = "=HYPERLINK(\"http://example.org\",\"x\")";

fn table() -> Table {
    Table {
        title: "Azioni: elenco [2026]".into(),
        day: date(2026, 11, 23),
        columns: ["Codice", "=Titolo", "Costo", "Dal", "Quota", "Persone"].map(String::from).into(),
        rows: vec![
            vec![
                "AZ-01".into(),
                FORMULA.into(),
                Cell::Money(-1_234_567),
                date(2027, 1, 31).into(),
                Cell::Decimal(-0.125, 3),
                Cell::Integer(-42),
            ],
            vec!["+39 0522".into(), "riga; con, \"virgolette\"\ne a capo".into()],
            vec![Cell::Empty, "\tx".into(), Cell::Empty, Cell::Empty, Cell::Decimal(f64::NAN, 2)],
        ],
    }
}

fn read_csv(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(bytes)
        .records()
        .map(|record| record.expect("a record").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn csv_for_programs_has_points_and_no_mark() {
    let bytes = write_csv(&table(), CsvStyle::OPEN_DATA).expect("a file");
    assert!(bytes.starts_with(b"Codice,"));
    let rows = read_csv(&bytes, b',');
    assert_eq!(rows[0][1], "'=Titolo");
    let expected = ["AZ-01", &format!("'{FORMULA}"), "-12345.67", "2027-01-31", "-0.125", "-42"];
    assert_eq!(rows[1], expected);
    assert_eq!(rows[2], ["'+39 0522", "riga; con, \"virgolette\"\ne a capo", "", "", "", ""]);
    assert_eq!(rows[3], ["", "'\tx", "", "", "", ""]);
}

#[test]
fn csv_for_spreadsheets_has_the_mark_and_commas() {
    let bytes = write_csv(&table(), CsvStyle::SPREADSHEET).expect("a file");
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("the mark");
    let rows = read_csv(text, b';');
    assert_eq!(rows[1][2..], ["-12345,67", "2027-01-31", "-0,125", "-42"]);
    let plain = CsvStyle { delimiter: Delimiter::Semicolon, byte_order_mark: false };
    assert!(write_csv(&table(), plain).expect("a file").starts_with(b"Codice;"));
}

#[test]
fn no_cell_of_text_begins_like_a_formula() {
    let hostile = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "\u{ff1d}1"];
    let table = Table {
        columns: vec!["Testo".into()],
        rows: hostile.iter().map(|text| vec![Cell::from(*text)]).collect(),
        ..table()
    };
    let rows = read_csv(&write_csv(&table, CsvStyle::OPEN_DATA).expect("a file"), b',');
    let sheet = read_xlsx(&table);
    for (place, text) in hostile.iter().enumerate() {
        assert_eq!(rows[place + 1][0], format!("'{text}"));
        let Some(Data::String(cell)) = sheet.get((place + 1, 0)) else { panic!("{text}") };
        assert!(cell.starts_with('\''), "{cell}");
    }
}

fn read_xlsx(table: &Table) -> calamine::Range<Data> {
    let bytes = write_xlsx(table).expect("a workbook");
    let mut workbook: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let name = workbook.sheet_names()[0].clone();
    workbook.worksheet_range(&name).expect("a sheet")
}

#[test]
fn a_workbook_keeps_the_type_of_every_figure() {
    let sheet = read_xlsx(&table());
    let cell = |row, column| sheet.get((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell(0, 1), Data::String("'=Titolo".into()));
    assert_eq!(cell(1, 1), Data::String(format!("'{FORMULA}")));
    assert_eq!(cell(1, 2), Data::Float(-12345.67));
    let Data::DateTime(day) = cell(1, 3) else { panic!("{:?}", cell(1, 3)) };
    assert_eq!(day.to_ymd_hms_milli(), (2027, 1, 31, 0, 0, 0, 0));
    assert_eq!(cell(1, 4), Data::Float(-0.125));
    assert_eq!(cell(1, 5), Data::Float(-42.0));
    assert_eq!(cell(2, 0), Data::String("'+39 0522".into()));
    assert_eq!(cell(3, 4), Data::Empty);
}

/// The XML of the sheet, from inside the workbook.
fn sheet_xml(table: &Table) -> String {
    let bytes = write_xlsx(table).expect("a workbook");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let file = archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    std::io::read_to_string(file).expect("text")
}

#[test]
fn a_workbook_is_comfortable_to_read_and_holds_no_formula() {
    let xml = sheet_xml(&table());
    let document = roxmltree::Document::parse(&xml).expect("XML");
    let has = |name: &str| document.descendants().find(|node| node.tag_name().name() == name);
    let pane = has("pane").expect("frozen panes");
    assert_eq!(pane.attribute("state"), Some("frozen"));
    assert_eq!(pane.attribute("ySplit"), Some("1"));
    assert_eq!(has("autoFilter").and_then(|node| node.attribute("ref")), Some("A1:F4"));
    assert!(document.descendants().filter(|n| n.tag_name().name() == "col").count() >= 3);
    assert!(has("f").is_none(), "a formula");
}

#[test]
fn tables_that_do_not_fit_are_refused_and_texts_are_cut_visibly() {
    let mut wide = table();
    wide.rows[0].push(Cell::Integer(1));
    assert!(matches!(write_xlsx(&wide), Err(DocumentError::TableTooLarge(_))));
    assert!(matches!(write_csv(&wide, CsvStyle::OPEN_DATA), Err(DocumentError::TableTooLarge(_))));
    let long = Table { rows: vec![vec!["x".repeat(40_000).into()]], ..table() };
    let sheet = read_xlsx(&long);
    let Some(Data::String(text)) = sheet.get((1, 0)) else { panic!("text") };
    assert!(text.ends_with(" […]") && text.chars().count() <= 32_767);
}

#[test]
fn empty_tables_and_odd_days_are_written() {
    let nothing = Table { columns: vec![], rows: vec![], title: String::new(), ..table() };
    assert!(!write_xlsx(&nothing).expect("a workbook").is_empty());
    assert!(write_csv(&nothing, CsvStyle::OPEN_DATA).is_ok());
    let old = Table { rows: vec![vec![date(1861, 3, 17).into(), "a\u{0}b".into()]], ..table() };
    let sheet = read_xlsx(&old);
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("1861-03-17".into())));
    assert_eq!(sheet.get((1, 1)), Some(&Data::String("ab".into())));
}

#[test]
fn numbers_too_long_for_a_spreadsheet_keep_their_digits() {
    let big = Table { rows: vec![vec![Cell::Integer(i64::MAX), Cell::Money(i64::MAX)]], ..table() };
    let sheet = read_xlsx(&big);
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("9223372036854775807".into())));
    assert_eq!(sheet.get((1, 1)), Some(&Data::String("92233720368547758,07".into())));
}
