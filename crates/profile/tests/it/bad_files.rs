//! Files as they come: encodings, separators, damage, attacks. Each gets a message, none half-saves.

use std::io::Write as _;

use profile::{
    Register,
    import::{
        Limits, Table,
        read::{self, Refusal},
    },
    public,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::{here, import, on_both};

fn read(bytes: &[u8]) -> Result<Table, Refusal> {
    read::read(bytes, &Limits::default())
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.lines.iter().map(|line| line.cells.iter().map(String::as_str).collect()).collect()
}

#[test]
fn offices_write_csv_in_many_ways() {
    let ways: [(&[u8], &str); 6] = [
        (b"nome;citt\xe0\nCaff\xe8 sociale;Forl\xec", "CSV windows-1252 ;"),
        ("\u{feff}nome;città\nCaffè sociale;Forlì".as_bytes(), "CSV UTF-8 ;"),
        ("nome,città\r\nCaffè sociale,Forlì\r\n".as_bytes(), "CSV UTF-8 ,"),
        ("nome\tcittà\nCaffè sociale\tForlì".as_bytes(), "CSV UTF-8 tab"),
        ("\n\nnome,città\n\n\"Caffè sociale\",Forlì,,,\n".as_bytes(), "CSV UTF-8 ,"),
        ("\"nome\";\"città\"\n\"Caffè sociale\";\"Forlì\"".as_bytes(), "CSV UTF-8 ;"),
    ];
    for (bytes, format) in ways {
        let table = read(bytes).unwrap();
        assert_eq!(table.format, format);
        assert_eq!(table.headings, ["nome", "città"]);
        assert_eq!(cells(&table), [["Caffè sociale", "Forlì"]]);
    }
    let utf16: Vec<u8> = "\u{feff}nome\nForlì".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(cells(&read(&utf16).unwrap()), [["Forlì"]]);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    let table = read(b"nome,nota\nA,\"due\nrighe\"\n\nB,x\n").unwrap();
    let numbers: Vec<usize> = table.lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [2, 4]);
}

#[test]
fn what_is_no_table_is_refused() {
    let broken_xlsx = [b"PK\x03\x04".as_slice(), &[7; 400]].concat();
    let huge = vec![b'a'; 20 * 1024 * 1024 + 1];
    let wide = format!("{}\n1", vec!["x"; 201].join(","));
    let long = format!("nome\n{}", "a\n".repeat(50_001));
    let open_quote = format!("nome,nota\nA,\"mai chiusa\n{}", "B,x\n".repeat(20_000));
    let cases: [(&[u8], Refusal); 12] = [
        (b"", Refusal::Empty),
        (b" \n\n", Refusal::NoRows),
        (b"nome,codice\n", Refusal::NoRows),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Refusal::NotATable),
        (b"%PDF-1.7\nxxx", Refusal::NotATable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal::OldExcel),
        (&broken_xlsx, Refusal::BrokenWorkbook),
        (&huge, Refusal::TooLarge(20)),
        (wide.as_bytes(), Refusal::TooManyColumns(200)),
        (long.as_bytes(), Refusal::TooManyRows(50_000)),
        (open_quote.as_bytes(), Refusal::HugeCell(32_767)),
        (b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", Refusal::BrokenWorkbook),
    ];
    let texts = texts::Texts::new(&[profile::TEXTS]).unwrap();
    for (bytes, refusal) in cases {
        assert_eq!(read(bytes).unwrap_err(), refusal);
        let mut args = texts::Args::new();
        args.set("n", refusal.limit().unwrap_or_default());
        let told = texts.format(texts::Lang::It, refusal.key(), &args);
        assert!(told.len() > 30 && !told.contains("profile-"), "{refusal:?}: {told}");
    }
}

fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_as_it_looks() {
    let bytes = workbook(|sheet| {
        for (column, heading) in
            ["Nome", "Comuni", "Macrolivello", "Quando", "Costo"].iter().enumerate()
        {
            sheet.write(2, column as u16, *heading).unwrap();
        }
        sheet.write(3, 0, "=cmd|' /C calc'!A0").unwrap();
        sheet.write(3, 1, 35005).unwrap();
        sheet.write(3, 2, 2.2).unwrap();
        let day = ExcelDateTime::from_ymd(2026, 3, 1).unwrap();
        sheet.write_with_format(3, 3, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
        sheet.write(3, 4, 0.1 + 0.2).unwrap();
        sheet.write(4, 0, Formula::new("=CONCATENATE(\"a\",\"b\")").set_result("ab")).unwrap();
        sheet.write(4, 4, true).unwrap();
    });
    let table = read(&bytes).unwrap();
    assert_eq!(table.format, "XLSX");
    assert_eq!(table.lines[0].number, 4);
    assert_eq!(
        cells(&table),
        [
            vec!["=cmd|' /C calc'!A0", "35005", "2.2", "2026-03-01", "0.3"],
            vec!["ab", "", "", "", "si"]
        ]
    );
    assert_eq!(read(&bytes[..bytes.len() / 2]).unwrap_err(), Refusal::BrokenWorkbook);
}

#[test]
fn a_sheet_that_claims_a_million_cells_costs_nothing() {
    let far = workbook(|sheet| {
        sheet.write(0, 0, "nome").unwrap();
        sheet.write(1_048_575, 0, "ultima").unwrap();
    });
    assert_eq!(read(&far).unwrap().lines[0].number, 1_048_576);
    let wide = workbook(|sheet| {
        sheet.write(0, 16_383, "nome").unwrap();
    });
    assert_eq!(read(&wide).unwrap_err(), Refusal::TooManyColumns(200));
}

#[test]
fn an_archive_that_swells_is_refused() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..64 {
        archive.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 1024 * 1024);
    let limits = Limits { unpacked: 32 * 1024 * 1024, ..Limits::default() };
    assert_eq!(read::read(&bytes, &limits).unwrap_err(), Refusal::Bomb(32));
}

#[tokio::test]
async fn formulas_and_html_stay_the_letters_they_are() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        let text = "codice,nome,descrizione,nota\n\
            A,=HYPERLINK(\"http://x\"),<script>alert(1)</script>,@SUM(A1)\n\
            B,+39 0522 000000,<b>grassetto</b> & altro,-1\n";
        import(store, Register::Services, text).await.unwrap();
        let a = public::service(store, body, "A").await.unwrap().unwrap().service;
        assert_eq!(a.name, "=HYPERLINK(\"http://x\")");
        assert_eq!(a.short_description, "<script>alert(1)</script>");
        assert_eq!(a.note, "@SUM(A1)");
        let b = public::service(store, body, "B").await.unwrap().unwrap().service;
        assert_eq!((b.name.as_str(), b.note.as_str()), ("+39 0522 000000", "-1"));
    })
    .await;
}

#[tokio::test]
async fn wrong_cells_are_named_and_nothing_is_saved() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        for (row, key) in [
            ("A,#REF!,,", "profile-row-broken-cell"),
            ("=1+1,Nome,,", "profile-row-not-a-code"),
            ("A,Nome,javascript:alert(1),", "profile-row-not-a-url"),
            ("A,Nome,,forse", "profile-row-not-a-number"),
            ("A,Nome,,-3", "profile-row-negative"),
            ("A,Nome,,1,oltre", "profile-row-no-heading"),
            ("A,,,1", "profile-row-missing"),
        ] {
            let text = format!("codice,nome,url,utenti anno\nBUONO,Buono,,\n{row}\n");
            let profile::ProfileError::Rows(problems) =
                import(store, Register::Services, &text).await.unwrap_err()
            else {
                panic!("{row}")
            };
            assert_eq!(
                problems.iter().map(|p| (p.row, p.key)).collect::<Vec<_>>(),
                [(3, key)],
                "{row}"
            );
        }
        let refused =
            import(store, Register::Services, "colore,forma\nrosso,tonda\n").await.unwrap_err();
        assert_eq!(refused.key(), Some("profile-mapping-no-name"));
        assert_eq!(public::counts(store, body).await.unwrap().services, 0);
    })
    .await;
}
