//! From the bytes of a file to rows of text: CSV in the encodings offices use, and XLSX.
//!
//! A cell is always text here: what begins with `=`, `+`, `-` or `@` is kept letter by letter, and
//! of a formula the value last shown is taken, never the formula.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use encoding_rs::{Encoding, UTF_8};

/// How large a file may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Rows below the headings.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Bytes of an XLSX once unpacked.
    pub unpacked: u64,
    /// Characters in one cell.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 20 * 1024 * 1024,
            rows: 50_000,
            columns: 200,
            unpacked: 300 * 1024 * 1024,
            cell: 32_767,
        }
    }
}

/// Why a file was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No bytes at all.
    Empty,
    /// Headings alone, or nothing.
    NoRows,
    /// The first row has no headings.
    NoHeadings,
    /// More bytes than the limit, in MB.
    TooLarge(i64),
    /// More rows than the limit.
    TooManyRows(i64),
    /// More columns than the limit.
    TooManyColumns(i64),
    /// It would unpack to more than the limit, in MB.
    Bomb(i64),
    /// An XLSX that cannot be opened.
    BrokenXlsx,
    /// An old or protected Excel file.
    OldExcel,
    /// Neither CSV nor XLSX.
    NotATable,
    /// A cell with more characters than the limit, often a quote never closed.
    HugeCell(i64),
}

impl Refusal {
    /// Its message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => texts::key!("profile-file-empty"),
            Self::NoRows => texts::key!("profile-file-no-rows"),
            Self::NoHeadings => texts::key!("profile-file-no-headings"),
            Self::TooLarge(_) => texts::key!("profile-file-too-large"),
            Self::TooManyRows(_) => texts::key!("profile-file-too-many-rows"),
            Self::TooManyColumns(_) => texts::key!("profile-file-too-many-columns"),
            Self::Bomb(_) => texts::key!("profile-file-bomb"),
            Self::BrokenXlsx => texts::key!("profile-file-broken-xlsx"),
            Self::OldExcel => texts::key!("profile-file-old-excel"),
            Self::NotATable => texts::key!("profile-file-not-a-table"),
            Self::HugeCell(_) => texts::key!("profile-file-huge-cell"),
        }
    }

    /// The limit its message speaks of (`n`).
    pub const fn limit(self) -> Option<i64> {
        match self {
            Self::TooLarge(n)
            | Self::TooManyRows(n)
            | Self::TooManyColumns(n)
            | Self::Bomb(n)
            | Self::HugeCell(n) => Some(n),
            _ => None,
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for Refusal {}

/// One row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number as a spreadsheet shows it: headings are row 1 unless rows stand above them.
    pub number: usize,
    /// Its cells; fewer than headings when the rest is empty.
    pub cells: Vec<String>,
}

/// A file read as headings and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How it was read, for the page: `XLSX`, or the encoding and the mark between cells.
    pub format: String,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows that hold something.
    pub lines: Vec<Line>,
}

const MB: usize = 1024 * 1024;

/// Reads a file by what is in it, whatever its name says.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > limits.bytes {
        return Err(Refusal::TooLarge((limits.bytes / MB) as i64));
    }
    let (format, rows) = match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => ("XLSX".to_owned(), read_xlsx(bytes, limits)?),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(Refusal::OldExcel),
        _ => read_csv(bytes, limits)?,
    };
    arrange(format, rows, limits)
}

/// Takes the first row that holds something as headings.
fn arrange(format: String, rows: Vec<Line>, limits: &Limits) -> Result<Table, Refusal> {
    let mut rows =
        rows.into_iter().filter(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()));
    let mut headings = rows.next().ok_or(Refusal::NoRows)?.cells;
    for heading in &mut headings {
        *heading =
            heading.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect();
    }
    while headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    if headings.is_empty() {
        return Err(Refusal::NoHeadings);
    }
    let lines: Vec<Line> = rows.collect();
    if lines.is_empty() {
        return Err(Refusal::NoRows);
    }
    if lines.len() > limits.rows {
        return Err(Refusal::TooManyRows(limits.rows as i64));
    }
    Ok(Table { format, headings, lines })
}

fn read_csv(bytes: &[u8], limits: &Limits) -> Result<(String, Vec<Line>), Refusal> {
    let (text, encoding) = decode(bytes)?;
    let mark = separator(&text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .from_reader(text.as_bytes());
    let (mut lines, mut record) = (Vec::new(), csv::StringRecord::new());
    // Breaks before the present record, and how many of them stand inside cells.
    let (mut counted, mut breaks, mut inner_breaks) = (0, 0, 0);
    // The text is valid UTF-8 and the reader is flexible: it finds no fault in any text.
    while reader.read_record(&mut record).map_err(|_| Refusal::NotATable)? {
        // The reader's position is before the empty lines that it skips: they count as rows.
        let from = record.position().map_or(0, csv::Position::byte) as usize;
        let skipped =
            text.as_bytes()[from..].iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
        let begin = from + skipped;
        breaks += text[counted..begin].matches('\n').count();
        counted = begin;
        let number = breaks + 1 - inner_breaks;
        let mut cells: Vec<String> = Vec::with_capacity(record.len());
        for cell in &record {
            check_cell(cell, limits)?;
            inner_breaks += cell.matches('\n').count();
            cells.push(cell.to_owned());
        }
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        check_columns(cells.len(), limits)?;
        lines.push(Line { number, cells });
        if lines.len() > limits.rows + 1 {
            return Err(Refusal::TooManyRows(limits.rows as i64));
        }
    }
    let mark = if mark == b'\t' { "tab".to_owned() } else { (mark as char).to_string() };
    Ok((format!("CSV {} {mark}", encoding.name()), lines))
}

/// Finds the encoding: a byte order mark, then UTF-8 if it is sound, then a guess for Italian text.
fn decode(bytes: &[u8]) -> Result<(String, &'static Encoding), Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _, broken) = encoding.decode(&bytes[mark..]);
        return if broken || text.contains('\0') {
            Err(Refusal::NotATable)
        } else {
            Ok((text.into_owned(), encoding))
        };
    }
    // Control characters never occur in a table of text, and always in pictures, archives and the like.
    let odd = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A);
    if bytes.iter().any(odd) || bytes.starts_with(b"%PDF") {
        return Err(Refusal::NotATable);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), UTF_8));
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"it"), chardetng::Utf8Detection::Deny);
    let (text, _, broken) = encoding.decode(bytes);
    if broken { Err(Refusal::NotATable) } else { Ok((text.into_owned(), encoding)) }
}

/// The mark that occurs most in the first line, outside quotes.
fn separator(text: &str) -> u8 {
    let (mut quoted, mut counts) = (false, [0_usize; 3]);
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            b';' if !quoted => counts[0] += 1,
            b',' if !quoted => counts[1] += 1,
            b'\t' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let [semicolons, commas, tabs] = counts;
    if tabs > semicolons && tabs > commas {
        b'\t'
    } else if semicolons > commas {
        b';'
    } else {
        b','
    }
}

fn check_cell(cell: &str, limits: &Limits) -> Result<(), Refusal> {
    // Bytes are never fewer than characters, so the slow count is seldom needed.
    if cell.len() > limits.cell && cell.chars().count() > limits.cell {
        return Err(Refusal::HugeCell(limits.cell as i64));
    }
    Ok(())
}

fn check_columns(count: usize, limits: &Limits) -> Result<(), Refusal> {
    if count > limits.columns {
        Err(Refusal::TooManyColumns(limits.columns as i64))
    } else {
        Ok(())
    }
}

/// Reads the first sheet cell by cell: a sheet that claims a million columns costs nothing.
fn read_xlsx(bytes: &[u8], limits: &Limits) -> Result<Vec<Line>, Refusal> {
    unpack_within(bytes, limits)?;
    let broken = |_: XlsxError| Refusal::BrokenXlsx;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheet = book.sheet_names().first().cloned().ok_or(Refusal::BrokenXlsx)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(broken)?;
    let mut lines: Vec<Line> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let text = show(cell.get_value());
        if text.is_empty() {
            continue;
        }
        check_cell(&text, limits)?;
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        check_columns(column + 1, limits)?;
        if lines.last().is_none_or(|line| line.number != number) {
            if lines.len() > limits.rows {
                return Err(Refusal::TooManyRows(limits.rows as i64));
            }
            lines.push(Line { number, cells: Vec::new() });
        }
        if let Some(line) = lines.last_mut() {
            if line.cells.len() <= column {
                line.cells.resize(column + 1, String::new());
            }
            line.cells[column] = text;
        }
    }
    Ok(lines)
}

/// Unpacks every part once and counts: what an archive says of its own size may be a lie.
fn unpack_within(bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::BrokenXlsx)?;
    let bomb = Refusal::Bomb((limits.unpacked / MB as u64) as i64);
    if archive.len() > 2000 {
        return Err(bomb);
    }
    let (mut left, mut buffer) = (limits.unpacked, vec![0_u8; 64 * 1024]);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|_| Refusal::BrokenXlsx)?;
        loop {
            let read = part.read(&mut buffer).map_err(|_| Refusal::BrokenXlsx)? as u64;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read).ok_or(bomb)?;
        }
    }
    Ok(())
}

/// The text a person sees in a cell, numbers without needless decimals and days as `2027-12-31`.
fn show(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(n) => n.to_string(),
        // Six decimals are beyond what any field holds and hide the noise of binary fractions.
        DataRef::Float(n) if n.fract() == 0.0 && n.abs() < 1e15 => format!("{n:.0}"),
        DataRef::Float(n) => {
            let text = format!("{n:.6}");
            let text = text.trim_end_matches('0').trim_end_matches('.');
            // `1.234` would be read the Italian way, as a thousand and more.
            let ambiguous = text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
            if ambiguous { text.replace('.', ",") } else { text.to_owned() }
        }
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
