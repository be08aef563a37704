//! CSV: encodings, separators, and rows numbered as a spreadsheet shows them.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{HEAD, Limits, Line, Refusal, check_cell, check_columns};

/// Reads text as rows; gives how it was read as well.
pub(crate) fn read(
    bytes: &[u8],
    limits: &Limits,
    asked: Option<&str>,
) -> Result<(String, Vec<Line>), Refusal> {
    let (text, encoding) = decode(bytes, asked)?;
    // `sep=;` on the first line is how a spreadsheet is told the separator.
    let told = text.lines().next().and_then(|line| line.trim().strip_prefix("sep="));
    let told = told.and_then(|mark| mark.as_bytes().first().copied()).filter(u8::is_ascii);
    let mark = told.unwrap_or_else(|| separator(&text));
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
        let from = (record.position().map_or(0, csv::Position::byte) as usize).min(text.len());
        let skipped =
            text.as_bytes()[from..].iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
        let begin = (from + skipped).max(counted);
        breaks += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..begin]).count();
        counted = begin;
        let number = (breaks + 1_usize).saturating_sub(inner_breaks).max(1);
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
        if told.is_some() && number == 1 {
            continue;
        }
        lines.push(Line { number, cells });
        if lines.len() > limits.rows + HEAD {
            return Err(Refusal::TooManyRows(limits.rows as i64));
        }
    }
    let mark = if mark == b'\t' { "tab".to_owned() } else { (mark as char).to_string() };
    Ok((format!("CSV {} {mark}", encoding.name()), lines))
}

/// Finds the encoding: what a person said, a byte order mark, UTF-8 if it is sound, UTF-16 by its
/// empty bytes, then a guess for Italian text.
fn decode(bytes: &[u8], asked: Option<&str>) -> Result<(String, &'static Encoding), Refusal> {
    if bytes.starts_with(b"%PDF") {
        return Err(Refusal::NotATable);
    }
    if let Some(label) = asked.filter(|label| !label.trim().is_empty()) {
        let encoding = Encoding::for_label_no_replacement(label.trim().as_bytes())
            .ok_or(Refusal::NoSuchEncoding)?;
        return whole(encoding, bytes);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = wide(bytes) {
        return whole(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return if odd(bytes, false) {
            Err(Refusal::NotATable)
        } else {
            Ok((text.to_owned(), UTF_8))
        };
    }
    let escapes = chardetng::Iso2022JpDetection::Deny;
    let mut detector = chardetng::EncodingDetector::new(escapes);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"it"), chardetng::Utf8Detection::Deny);
    if odd(bytes, false) {
        return Err(Refusal::NotATable);
    }
    whole(encoding, bytes)
}

fn whole(
    encoding: &'static Encoding,
    bytes: &[u8],
) -> Result<(String, &'static Encoding), Refusal> {
    let (text, _, broken) = encoding.decode(bytes);
    if broken || odd(text.as_bytes(), encoding == encoding_rs::ISO_2022_JP) {
        return Err(Refusal::NotATable);
    }
    Ok((text.into_owned(), encoding))
}

/// Control characters never occur in a table of text, and always in pictures, archives and the like.
fn odd(bytes: &[u8], escapes: bool) -> bool {
    bytes.iter().any(|b| {
        *b < 0x20
            && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A)
            && !(escapes && *b == 0x1B)
    })
}

/// UTF-16 without its mark: every second byte of Latin text is empty.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let empty = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, uneven, half) = (empty(0), empty(1), head.len() / 2);
    if head.len() < 8 || !bytes.len().is_multiple_of(2) {
        None
    } else if uneven * 10 >= half * 7 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= half * 7 && uneven == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The mark that divides the first lines most evenly, outside quotes.
fn separator(text: &str) -> u8 {
    const MARKS: [u8; 4] = [b',', b';', b'\t', b'|'];
    let (mut quoted, mut counts, mut lines) = (false, [[0_usize; 4]; 12], 0);
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                lines += 1;
                if lines == counts.len() {
                    break;
                }
            }
            _ if !quoted => {
                if let Some(at) = MARKS.iter().position(|mark| *mark == byte) {
                    counts[lines][at] += 1;
                }
            }
            _ => {}
        }
    }
    // The widest row tells: a title above the table holds none of the marks.
    let most = |at: usize| counts.iter().map(|line| line[at]).max().unwrap_or(0);
    let widest_first = counts.iter().find(|line| line.iter().any(|n| *n > 0));
    let first = |at: usize| widest_first.map_or(0, |line| line[at]);
    let best = (0..4).max_by_key(|at| (first(*at), most(*at), 4 - at)).unwrap_or(0);
    if first(best) == 0 { b',' } else { MARKS[best] }
}
