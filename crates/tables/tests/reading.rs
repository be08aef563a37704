//! Files as they come: titles above the headings, several sheets, ODS, every encoding, attacks.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its ground must stop")]

use std::io::{Cursor, Write as _};

use tables::{Limits, Options, Refusal, Table, read, read_as};

fn ods(content: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default();
    archive.start_file("mimetype", plain).unwrap();
    archive.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    archive.start_file("content.xml", plain).unwrap();
    archive.write_all(content.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

fn body(inner: &str) -> String {
    format!(
        "<office:document-content><office:body><office:spreadsheet>{inner}</office:spreadsheet></office:body></office:document-content>"
    )
}

fn cell(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

fn read_ods(inner: &str) -> Result<Table, Refusal> {
    read(&ods(&body(inner)), &Limits::default())
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.lines.iter().map(|line| line.cells.iter().map(String::as_str).collect()).collect()
}

#[test]
fn an_ods_is_read_as_it_looks() {
    let head = format!(
        "<table:table-row>{}{}{}{}</table:table-row>",
        cell("Nome"),
        cell("Costo"),
        cell("Quando"),
        cell("Nota")
    );
    let row = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"string\"><text:p>Caffè &amp; <text:span>t&#232;</text:span></text:p><text:p>due<text:s text:c=\"2\"/>righe</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"currency\" office:value=\"12.5\" table:formula=\"of:=1+1\"><text:p>12,50 €</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-01T00:00:00\"><text:p>01/03/26</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\"><office:annotation><text:p>commento</text:p></office:annotation><text:p>=cmd</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let table = read_ods(&format!("<table:table table:name=\"Foglio1\">{head}{row}</table:table>"))
        .unwrap();
    assert_eq!((table.format.as_str(), table.sheet.as_str()), ("ODS", "Foglio1"));
    assert_eq!(table.headings, ["Nome", "Costo", "Quando", "Nota"]);
    assert_eq!(cells(&table), [["Caffè & tè\ndue  righe", "12.5", "2026-03-01", "=cmd"]]);
    assert_eq!(table.lines[0].number, 4);
}

#[test]
fn hostile_ods_is_refused_or_costs_nothing() {
    let head = format!("<table:table-row>{}{}</table:table-row>", cell("a"), cell("b"));
    let repeated = format!(
        "<table:table table:name=\"x\">{head}<table:table-row table:number-rows-repeated=\"99999999\">{}{}</table:table-row></table:table>",
        cell("1"),
        cell("2")
    );
    assert_eq!(read_ods(&repeated).unwrap().lines.len(), 1);
    let wide = format!(
        "<table:table table:name=\"x\">{head}<table:table-row><table:table-cell table:number-columns-repeated=\"99999999\" office:value-type=\"string\"><text:p>{}</text:p></table:table-cell></table:table-row></table:table>",
        "y".repeat(30_000)
    );
    assert_eq!(read_ods(&wide).unwrap_err(), Refusal::TooManyColumns(200));
    let laughs = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]>".to_owned()
        + &body(&format!(
            "<table:table table:name=\"x\">{head}<table:table-row>{}</table:table-row></table:table>",
            cell("&lol2;")
        ));
    assert_eq!(read(&ods(&laughs), &Limits::default()).unwrap_err(), Refusal::BrokenWorkbook);
    let unknown = format!(
        "<table:table table:name=\"x\">{head}<table:table-row>{}</table:table-row></table:table>",
        cell("&xxe;")
    );
    assert_eq!(read_ods(&unknown).unwrap_err(), Refusal::BrokenWorkbook);
    let huge = format!(
        "<table:table table:name=\"x\">{head}<table:table-row>{}</table:table-row></table:table>",
        cell(&"z".repeat(40_000))
    );
    assert_eq!(read_ods(&huge).unwrap_err(), Refusal::HugeCell(32_767));
    assert_eq!(read_ods("<table:table>").unwrap_err(), Refusal::BrokenWorkbook);
}

#[test]
fn the_sheet_and_the_row_of_headings_are_found() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let notes = book.add_worksheet();
    notes.set_name("Istruzioni").unwrap();
    for (row, text) in ["Come si compila", "Una riga per servizio", "Grazie"].iter().enumerate() {
        notes.write(row as u32, 0, *text).unwrap();
    }
    let data = book.add_worksheet();
    data.set_name("Dati").unwrap();
    data.merge_range(0, 0, 0, 4, "Elenco dei servizi 2026", &rust_xlsxwriter::Format::new())
        .unwrap();
    data.write(1, 0, "Unione di prova").unwrap();
    for (column, heading) in ["codice", "nome", "", "costo"].iter().enumerate() {
        data.write(3, column as u16, *heading).unwrap();
    }
    data.write(4, 0, "A").unwrap();
    data.write(4, 1, "Uno").unwrap();
    let hidden = book.add_worksheet();
    hidden.set_name("Elenchi").unwrap();
    hidden.write(0, 0, "codice").unwrap();
    hidden.set_hidden(true);
    let bytes = book.save_to_buffer().unwrap();
    let known = |cells: &[String]| {
        cells.iter().filter(|cell| ["codice", "nome", "costo"].contains(&cell.as_str())).count()
    };
    let table = read_as(&bytes, &Limits::default(), &Options::default(), &known).unwrap();
    assert_eq!((table.sheet.as_str(), table.header), ("Dati", 4));
    assert_eq!(table.sheets, ["Istruzioni", "Dati"]);
    assert_eq!(table.headings, ["codice", "nome", "", "costo"]);
    assert_eq!(cells(&table), [["A", "Uno"]]);
    let asked = Options { sheet: Some("Istruzioni".into()), header: Some(1), encoding: None };
    let table = read_as(&bytes, &Limits::default(), &asked, &known).unwrap();
    assert_eq!(table.headings, ["Come si compila"]);
    // Without knowing any heading a title above a wide table is still no heading.
    let text = "Elenco dei servizi\n\nuno;due;tre\n1;2;3\n";
    let table = read(text.as_bytes(), &Limits::default()).unwrap();
    assert_eq!((table.header, table.headings.len()), (3, 3));
}

#[test]
fn forty_encodings_are_read_when_named() {
    use encoding_rs as e;
    let all = [
        e::BIG5,
        e::EUC_JP,
        e::EUC_KR,
        e::GB18030,
        e::GBK,
        e::IBM866,
        e::ISO_2022_JP,
        e::ISO_8859_2,
        e::ISO_8859_3,
        e::ISO_8859_4,
        e::ISO_8859_5,
        e::ISO_8859_6,
        e::ISO_8859_7,
        e::ISO_8859_8,
        e::ISO_8859_8_I,
        e::ISO_8859_10,
        e::ISO_8859_13,
        e::ISO_8859_14,
        e::ISO_8859_15,
        e::ISO_8859_16,
        e::KOI8_R,
        e::KOI8_U,
        e::MACINTOSH,
        e::SHIFT_JIS,
        e::UTF_16BE,
        e::UTF_16LE,
        e::UTF_8,
        e::WINDOWS_874,
        e::WINDOWS_1250,
        e::WINDOWS_1251,
        e::WINDOWS_1252,
        e::WINDOWS_1253,
        e::WINDOWS_1254,
        e::WINDOWS_1255,
        e::WINDOWS_1256,
        e::WINDOWS_1257,
        e::WINDOWS_1258,
        e::X_MAC_CYRILLIC,
        e::X_USER_DEFINED,
    ];
    let samples = [
        "Caffè sociale a Forlì",
        "Кафе для всех",
        "Καφέ",
        "こんにちは",
        "你好",
        "안녕하세요",
        "مرحبا",
        "שלום",
        "สวัสดี",
        "Łódź",
        "Solo ascii",
    ];
    let mut tried = 0;
    for encoding in all {
        for sample in samples {
            let text = format!("nome;nota\n{sample};x\n");
            let bytes = if encoding == e::UTF_16LE {
                text.encode_utf16().flat_map(u16::to_le_bytes).collect()
            } else if encoding == e::UTF_16BE {
                text.encode_utf16().flat_map(u16::to_be_bytes).collect()
            } else {
                let (bytes, _, lossy) = encoding.encode(&text);
                if lossy {
                    continue;
                }
                bytes.into_owned()
            };
            let options =
                Options { encoding: Some(encoding.name().to_owned()), ..Options::default() };
            let table = read_as(&bytes, &Limits::default(), &options, &|_| 0).unwrap();
            assert_eq!(table.lines[0].cells[0], sample, "{}", encoding.name());
            // Unnamed it is read somehow or refused, never more.
            let _ = read(&bytes, &Limits::default());
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
    // Guessed without being named: what Italian offices write.
    for encoding in [e::UTF_8, e::UTF_16LE, e::UTF_16BE, e::WINDOWS_1252, e::ISO_8859_15] {
        let text = "nome;città;nota\nCaffè sociale;Forlì;perché sì, è così\nAsilo;Città;più età\n";
        let bytes = match encoding.name() {
            "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => encoding.encode(text).0.into_owned(),
        };
        let table = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(table.lines[0].cells[1], "Forlì", "{}", encoding.name());
    }
    let named = Options { encoding: Some("klingon".into()), ..Options::default() };
    let refused = read_as(b"a;b\n1;2\n", &Limits::default(), &named, &|_| 0);
    assert_eq!(refused.unwrap_err(), Refusal::NoSuchEncoding);
}

#[test]
fn separators_are_found() {
    for text in [
        "sep=|\na|b\n1|2\n",
        "a|b|c\n1|2|3\n",
        "a;b,c\n1;2,5\n",
        "Titolo, anno 2026\na;b;c\n1;2;3\n",
    ] {
        let table = read(text.as_bytes(), &Limits::default()).unwrap();
        assert!(!table.lines.is_empty(), "{text}");
    }
}

#[test]
fn a_table_made_by_a_program_comes_back() {
    let headings = vec!["code".to_owned(), "name".to_owned()];
    let made = Table::new("HSDS", headings, vec![vec!["A".into(), "x\n\"y\";z".into()]]);
    let back = read(&made.to_csv(), &Limits::default()).unwrap();
    assert_eq!(
        (back.headings, cells(&made)),
        (made.headings.clone(), vec![vec!["A", "x\n\"y\";z"]])
    );
    assert_eq!(back.lines[0].cells, made.lines[0].cells);
}
