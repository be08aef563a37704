//! From the bytes of a file to rows of text. Pure: no I/O, no clock, no knowledge of what the rows are.
//!
//! A cell is always text: what begins with `=`, `+`, `-` or `@` is kept letter by letter, and of a
//! formula the value last shown is taken, never the formula. Every size is counted while reading, so
//! a file cannot ask for more memory than [`Limits`] allow, whatever it claims of itself.

mod csv_text;
mod headings;
mod ods;
mod refusal;
mod xlsx;

pub use refusal::Refusal;

/// How large a file may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Rows below the headings.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Bytes of a workbook once unpacked.
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

/// What a person says of a file that the program would otherwise guess.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Name of the sheet to read.
    pub sheet: Option<String>,
    /// Number of the row of headings, as a spreadsheet shows it.
    pub header: Option<usize>,
    /// Encoding of a CSV, by its usual name: `windows-1252`.
    pub encoding: Option<String>,
}

/// One row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number as a spreadsheet shows it: headings are row 1 unless rows stand above them.
    pub number: usize,
    /// Its cells; fewer than headings when the rest is empty.
    pub cells: Vec<String>,
}

impl Line {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
    }
}

/// A file read as headings and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How it was read, for the page: `XLSX`, or the encoding and the mark between cells.
    pub format: String,
    /// The sheets of the workbook that can be seen; empty for a CSV.
    pub sheets: Vec<String>,
    /// The sheet that was read; empty for a CSV.
    pub sheet: String,
    /// Number of the row of headings.
    pub header: usize,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows that hold something.
    pub lines: Vec<Line>,
    /// Whether an empty cell says nothing of its field, instead of saying that it is empty.
    pub sparse: bool,
}

impl Table {
    /// A table made by a program: every source that is no spreadsheet enters through here, its
    /// headings being names of fields.
    pub fn new(format: impl Into<String>, headings: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        let lines = (2..).zip(rows).map(|(number, cells)| Line { number, cells }).collect();
        Self {
            format: format.into(),
            sheets: Vec::new(),
            sheet: String::new(),
            header: 1,
            headings,
            lines,
            sparse: false,
        }
    }

    /// The table as CSV in UTF-8, to be kept and read again.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        // Writing into memory does not fail, and a flexible writer takes rows of any length.
        let _ = writer.write_record(&self.headings);
        for line in &self.lines {
            let _ = writer.write_record(&line.cells);
        }
        writer.into_inner().unwrap_or_default()
    }
}

pub(crate) const MB: usize = 1024 * 1024;

/// Rows looked at to choose a sheet and to find the headings.
const HEAD: usize = 30;

/// Reads a file by what is in it, whatever its name says.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Refusal> {
    read_as(bytes, limits, &Options::default(), &|_| 0)
}

/// The same, with what a person said of the file and with the number of headings in a row that the
/// caller recognises: by it the sheet and the row of headings are guessed.
pub fn read_as(
    bytes: &[u8],
    limits: &Limits,
    options: &Options,
    known: &dyn Fn(&[String]) -> usize,
) -> Result<Table, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > limits.bytes {
        return Err(Refusal::TooLarge((limits.bytes / MB) as i64));
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => {
            unpack_within(bytes, limits)?;
            if ods::is_ods(bytes) {
                let book = ods::Book::open(bytes)?;
                of_book("ODS", &book, limits, options, known)
            } else {
                of_book("XLSX", &xlsx::Book::open(bytes)?, limits, options, known)
            }
        }
        // The library's reader of old workbooks makes room for the cells that a file claims, which
        // may be four thousand million in a kilobyte: they are refused with the way out.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(Refusal::OldExcel),
        _ => {
            let (format, rows) = csv_text::read(bytes, limits, options.encoding.as_deref())?;
            let found = headings::arrange(rows, limits, options.header, known)?;
            let (header, headings, lines) = found;
            let (sheets, sheet) = (Vec::new(), String::new());
            Ok(Table { format, sheets, sheet, header, headings, lines, sparse: false })
        }
    }
}

/// A workbook with sheets.
pub(crate) trait Sheets {
    /// Names of the sheets that a person sees.
    fn names(&self) -> &[String];
    /// The first `most` rows that hold something.
    fn rows(&self, sheet: &str, limits: &Limits, most: usize) -> Result<Vec<Line>, Refusal>;
}

fn of_book(
    format: &str,
    book: &dyn Sheets,
    limits: &Limits,
    options: &Options,
    known: &dyn Fn(&[String]) -> usize,
) -> Result<Table, Refusal> {
    let names = book.names();
    let asked = options.sheet.as_ref().and_then(|name| names.iter().find(|one| *one == name));
    let sheet = match (asked, names) {
        (Some(name), _) => name,
        (None, []) => return Err(Refusal::NoRows),
        (None, [only]) => only,
        (None, several) => {
            // Best headings first, then most rows in sight; of equals the first.
            let mut best: Option<(&String, (usize, usize))> = None;
            for name in several.iter().take(50) {
                let head = book.rows(name, limits, HEAD).unwrap_or_default();
                let recognised =
                    head.iter().map(|line| known(&line.cells)).max().unwrap_or_default();
                let worth = (recognised, head.len().min(2));
                if best.as_ref().is_none_or(|(_, other)| worth > *other) {
                    best = Some((name, worth));
                }
            }
            best.map_or(&several[0], |(name, _)| name)
        }
    };
    let rows = book.rows(sheet, limits, usize::MAX)?;
    let (header, headings, lines) = headings::arrange(rows, limits, options.header, known)?;
    Ok(Table {
        format: format.to_owned(),
        sheets: names.to_vec(),
        sheet: sheet.clone(),
        header,
        headings,
        lines,
        sparse: false,
    })
}

/// Unpacks every part once and counts: what an archive says of its own size may be a lie.
fn unpack_within(bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    use std::io::Read as _;
    let cursor = std::io::Cursor::new(bytes);
    let mut archive = zip::ZipArchive::new(cursor).map_err(|_| Refusal::BrokenWorkbook)?;
    let bomb = Refusal::Bomb((limits.unpacked / MB as u64) as i64);
    if archive.len() > 2000 {
        return Err(bomb);
    }
    let (mut left, mut buffer) = (limits.unpacked, vec![0_u8; 64 * 1024]);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|_| Refusal::BrokenWorkbook)?;
        let mut text = Declares::default();
        loop {
            let read = part.read(&mut buffer).map_err(|_| Refusal::BrokenWorkbook)?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read as u64).ok_or(bomb)?;
            // No spreadsheet program declares entities: who does wants them expanded.
            if text.saw(&buffer[..read]) {
                return Err(Refusal::BrokenWorkbook);
            }
        }
    }
    Ok(())
}

/// Looks for `<!DOCTYPE` or `<!ENTITY` at the head of a part.
#[derive(Default)]
struct Declares {
    head: Vec<u8>,
}

impl Declares {
    fn saw(&mut self, piece: &[u8]) -> bool {
        if self.head.len() >= 2048 {
            return false;
        }
        self.head.extend(piece.iter().take(2048 - self.head.len()));
        let xml = self.head.trim_ascii_start().starts_with(b"<")
            || self.head.starts_with(b"\xef\xbb\xbf<");
        xml && [b"<!DOCTYPE".as_slice(), b"<!ENTITY"]
            .iter()
            .any(|mark| self.head.windows(mark.len()).any(|part| part == *mark))
    }
}

pub(crate) fn check_cell(cell: &str, limits: &Limits) -> Result<(), Refusal> {
    // Bytes are never fewer than characters, so the slow count is seldom needed.
    if cell.len() > limits.cell && cell.chars().count() > limits.cell {
        return Err(Refusal::HugeCell(limits.cell as i64));
    }
    Ok(())
}

pub(crate) fn check_columns(count: usize, limits: &Limits) -> Result<(), Refusal> {
    if count > limits.columns {
        Err(Refusal::TooManyColumns(limits.columns as i64))
    } else {
        Ok(())
    }
}

/// Puts a cell in its place; rows come in order.
pub(crate) fn put_cell(
    lines: &mut Vec<Line>,
    (number, column): (usize, usize),
    text: String,
    limits: &Limits,
) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Ok(());
    }
    check_cell(&text, limits)?;
    check_columns(column + 1, limits)?;
    if lines.last().is_none_or(|line| line.number != number) {
        // Headings and the rows of a title above them are no rows.
        if lines.len() > limits.rows + HEAD {
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
    Ok(())
}
