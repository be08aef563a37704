//! ODS read as a stream. Own code where a library exists, because the library fills in what the file
//! says is repeated: a row repeated a million times is a few bytes in the file and gigabytes then.

use std::io::{BufReader, Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use crate::{Limits, Line, Refusal, Sheets, put_cell, xlsx::number};

/// An opened workbook: the place of its content, read anew for each sheet.
pub(crate) struct Book<'a> {
    bytes: &'a [u8],
    names: Vec<String>,
}

/// Whether an archive is an OpenDocument spreadsheet.
pub(crate) fn is_ods(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return false };
    let mut kind = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        let _ = part.take(100).read_to_string(&mut kind);
    }
    kind.trim().starts_with("application/vnd.oasis.opendocument.spreadsheet")
}

fn broken<E>(_: E) -> Refusal {
    Refusal::BrokenWorkbook
}

/// What is told of the cells to whoever listens.
enum Told<'a> {
    Sheet(&'a str),
    Row(usize),
    Cell(usize, String),
}

impl<'a> Book<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut book = Self { bytes, names: Vec::new() };
        let mut names = Vec::new();
        book.walk(&Limits::default(), true, &mut |told| {
            if let Told::Sheet(name) = told {
                names.push(name.to_owned());
            }
            Ok(names.len() < 1000)
        })?;
        book.names = names;
        Ok(book)
    }

    /// Goes through the content; the listener says whether to go on.
    fn walk(
        &self,
        limits: &Limits,
        names_alone: bool,
        listen: &mut dyn FnMut(Told<'_>) -> Result<bool, Refusal>,
    ) -> Result<(), Refusal> {
        let mut archive = zip::ZipArchive::new(Cursor::new(self.bytes)).map_err(broken)?;
        let content = archive.by_name("content.xml").map_err(broken)?;
        let mut reader = Reader::from_reader(BufReader::new(content));
        reader.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        let (mut row, mut column) = (0_usize, 0_usize);
        let (mut row_repeats, mut depth) = (1_usize, 0_usize);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(broken)? {
                Event::Start(tag) => match tag.name().as_ref() {
                    "table:table" => {
                        depth += 1;
                        (row, column) = (0, 0);
                        if depth == 1 {
                            let name = attribute(&tag, "table:name")?.unwrap_or_default();
                            if !listen(Told::Sheet(&name))? {
                                return Ok(());
                            }
                        }
                    }
                    "table:table-row" if !names_alone => {
                        row_repeats = repeats(&tag, "table:number-rows-repeated")?;
                        (row, column) = (row.saturating_add(1), 0);
                        if !listen(Told::Row(row))? {
                            return Ok(());
                        }
                    }
                    "table:table-cell" | "table:covered-table-cell" if !names_alone => {
                        let times = repeats(&tag, "table:number-columns-repeated")?;
                        let covered = tag.name().as_ref() == "table:covered-table-cell";
                        let value = value(&tag)?;
                        let text = paragraphs(&mut reader, limits)?;
                        let text = value.unwrap_or(text);
                        if !covered && !text.trim().is_empty() {
                            // A filled cell is repeated as far as the columns go, never beyond.
                            for n in 0..times.min(limits.columns + 1) {
                                if !listen(Told::Cell(column.saturating_add(n), text.clone()))? {
                                    return Ok(());
                                }
                            }
                        }
                        column = column.saturating_add(times);
                    }
                    _ => {}
                },
                Event::End(tag) => match tag.name().as_ref() {
                    "table:table" => depth = depth.saturating_sub(1),
                    // What is said of many rows at once is said of the first: nobody writes the same
                    // service twice on purpose, and the rest are empty rows to the end of the sheet.
                    "table:table-row" => row = row.saturating_add(row_repeats.saturating_sub(1)),
                    _ => {}
                },
                Event::DocType(_) => return Err(Refusal::BrokenWorkbook),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

impl Sheets for Book<'_> {
    fn names(&self) -> &[String] {
        &self.names
    }

    fn rows(&self, sheet: &str, limits: &Limits, most: usize) -> Result<Vec<Line>, Refusal> {
        let (mut lines, mut here, mut number, mut past) = (Vec::new(), false, 0, false);
        self.walk(limits, false, &mut |told| {
            match told {
                Told::Sheet(name) => {
                    past = here;
                    here = !past && name == sheet;
                }
                Told::Row(n) => number = n,
                Told::Cell(column, text) if here => {
                    put_cell(&mut lines, (number, column), text, limits)?;
                }
                Told::Cell(..) => {}
            }
            Ok(!past && lines.len() <= most)
        })?;
        lines.truncate(most);
        Ok(lines)
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    for one in tag.attributes() {
        let one = one.map_err(broken)?;
        if one.key.as_ref() == name {
            let text = quick_xml::escape::unescape(&one.value).map_err(broken)?;
            return Ok(Some(text.into_owned()));
        }
    }
    Ok(None)
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> Result<usize, Refusal> {
    match attribute(tag, name)? {
        Some(text) => Ok(text.trim().parse::<usize>().map_err(broken)?.clamp(1, 20_000_000)),
        None => Ok(1),
    }
}

/// The value of a cell that is no text; its text is read from its paragraphs.
fn value(tag: &BytesStart<'_>) -> Result<Option<String>, Refusal> {
    let Some(kind) = attribute(tag, "office:value-type")? else { return Ok(None) };
    Ok(match kind.as_str() {
        "float" | "currency" => {
            let text = attribute(tag, "office:value")?.unwrap_or_default();
            text.parse::<f64>().ok().filter(|n| n.is_finite()).map(number)
        }
        // A percentage is read as it is shown: 35 % is not 0,35.
        "date" => attribute(tag, "office:date-value")?
            .map(|text| text.split('T').next().unwrap_or_default().to_owned()),
        "boolean" => attribute(tag, "office:boolean-value")?
            .map(|text| if text == "true" { "si" } else { "no" }.to_owned()),
        "string" => attribute(tag, "office:string-value")?,
        _ => None,
    })
}

/// The text of a cell: its paragraphs, one a line; notes beside the cell are left out.
fn paragraphs<R: std::io::BufRead>(
    reader: &mut Reader<R>,
    limits: &Limits,
) -> Result<String, Refusal> {
    let (mut text, mut buffer) = (String::new(), Vec::new());
    let (mut depth, mut note, mut seen) = (0_usize, 0_usize, 0_usize);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(tag) => {
                depth += 1;
                if depth > 200 {
                    return Err(Refusal::BrokenWorkbook);
                }
                match tag.name().as_ref() {
                    "office:annotation" => note = depth,
                    "text:p" if note == 0 => {
                        if seen > 0 {
                            text.push('\n');
                        }
                        seen += 1;
                    }
                    "text:line-break" if note == 0 => text.push('\n'),
                    "text:tab" if note == 0 => text.push('\t'),
                    "text:s" if note == 0 => {
                        let times = repeats(&tag, "text:c")?.min(limits.cell);
                        text.extend(std::iter::repeat_n(' ', times));
                    }
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(text),
            Event::End(_) => {
                if note == depth {
                    note = 0;
                }
                depth -= 1;
            }
            Event::Text(piece) if note == 0 && depth > 0 => {
                text.push_str(&piece);
            }
            Event::CData(piece) if note == 0 && depth > 0 => {
                text.push_str(&piece);
            }
            Event::GeneralRef(name) if note == 0 => {
                // The five of XML and numbers; no other entity is ever looked up.
                let whole = format!("&{};", &*name);
                text.push_str(&quick_xml::escape::unescape(&whole).map_err(broken)?);
            }
            Event::DocType(_) | Event::Eof => return Err(Refusal::BrokenWorkbook),
            _ => {}
        }
        if text.len() > limits.cell * 4 {
            return Err(Refusal::HugeCell(limits.cell as i64));
        }
    }
}
