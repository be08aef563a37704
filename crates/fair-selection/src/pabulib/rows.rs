//! The rows of a file, cut into cells.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};
use memchr::memchr;

use super::reader::{Problem, ReadError};

/// Walks through the rows that are not empty.
pub(super) struct Rows<'a> {
    text: &'a str,
    at: usize,
    /// Where the next quote stands, from `at` on.
    quote: usize,
    /// The line in which the next row begins.
    next_line: u64,
    /// The line in which the present row begins.
    pub line: u64,
    /// The cells of the present row, trimmed.
    pub cells: Vec<Cow<'a, str>>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let before = &bytes[..error.valid_up_to()];
            let line = 1 + memchr::memchr_iter(b'\n', before).count() as u64;
            ReadError { line, problem: Problem::NotUtf8 }
        })?;
        let quote = memchr(b'"', bytes).unwrap_or(bytes.len());
        Ok(Self { text, at: 0, quote, next_line: 1, line: 1, cells: Vec::new() })
    }

    /// Moves to the next row; false at the end.
    pub(super) fn advance(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            self.cells.clear();
            self.line = self.next_line;
            if self.quote < self.at {
                let next = memchr(b'"', &bytes[self.at..]);
                self.quote = next.map_or(bytes.len(), |after| self.at + after);
            }
            self.plain();
            if self.cells.iter().any(|cell| !cell.is_empty()) {
                return true;
            }
        }
        false
    }

    /// A row without quotes: it is cut byte by byte, since most cells are short.
    fn plain(&mut self) {
        const ENDS: u64 = 1 << b'\n' | 1 << b'\r' | 1 << b';';
        let bytes = self.text.as_bytes();
        let (mut from, mut to) = (self.at, self.at);
        let ends = loop {
            let byte = bytes.get(to).copied();
            if byte.is_some_and(|byte| byte >= 64 || (ENDS >> byte) & 1 == 0) {
                to += 1;
                continue;
            }
            if self.quote < to {
                self.cells.clear();
                return self.quoted(&bytes[self.at..]);
            }
            self.cells.push(Cow::Borrowed(trimmed(&self.text[from..to])));
            from = to + 1;
            match (byte, bytes.get(to + 1)) {
                (Some(b';'), _) => to += 1,
                (Some(b'\r'), Some(b'\n')) => break 2,
                (Some(_), _) => break 1,
                (None, _) => break 0,
            }
        };
        self.at = to + ends;
        self.next_line += u64::from(ends > 0);
    }

    /// A row with quotes, which may go over several lines.
    fn quoted(&mut self, bytes: &'a [u8]) {
        let mut reader = ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes);
        let mut record = ByteRecord::new();
        // Reading bytes from memory has no other error than the end.
        let read = reader.read_byte_record(&mut record).unwrap_or(false);
        let end = reader.position();
        self.at += if read { (end.byte() as usize).min(bytes.len()) } else { bytes.len() };
        self.line += record.position().map_or(0, |from| from.line() - 1);
        self.next_line += end.line() - 1;
        for cell in &record {
            let cell = String::from_utf8_lossy(cell);
            self.cells.push(Cow::Owned(cell.trim().to_owned()));
        }
        // The reader may stop inside a character only if the file is broken there.
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
    }

    pub(super) fn error(&self, problem: Problem) -> ReadError {
        ReadError { line: self.line, problem }
    }

    /// Whether the row is the heading of a section.
    pub(super) fn is_section(&self, name: &str) -> bool {
        self.cells.split_first().is_some_and(|(first, rest)| {
            first.eq_ignore_ascii_case(name) && rest.iter().all(|cell| cell.is_empty())
        })
    }

    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell)
    }
}

/// Most cells have nothing to trim: a look at both ends tells.
pub(super) fn trimmed(text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_some_and(|&b| b > b' ' && b < 0x7f);
    let bytes = text.as_bytes();
    if plain(bytes.first()) && plain(bytes.last()) { text } else { text.trim() }
}

const FREE: u32 = u32::MAX;

/// Finds the position of a project by its id.
pub(super) struct Ids {
    slots: Vec<(u64, u32)>,
}

/// A short id as a number, which tells it from every other short id; a long one mixed.
fn key(id: &[u8]) -> u64 {
    if id.len() < 8 {
        let mut word = [0; 8];
        word[..id.len()].copy_from_slice(id);
        word[7] = id.len() as u8;
        return u64::from_le_bytes(word);
    }
    id.iter().fold(0xCBF2_9CE4_8422_2325, |hash: u64, &byte| {
        (hash.rotate_left(7) ^ u64::from(byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    })
}

fn slot(key: u64, mask: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & mask
}

impl Ids {
    pub(super) fn new<'i>(ids: impl ExactSizeIterator<Item = &'i str>) -> Self {
        let size = (ids.len() * 4).next_power_of_two().max(16);
        let mut slots = vec![(0, FREE); size];
        for (position, id) in (0_u32..).zip(ids) {
            let key = key(id.as_bytes());
            let mut at = slot(key, size - 1);
            while slots[at].1 != FREE {
                at = (at + 1) & (size - 1);
            }
            slots[at] = (key, position);
        }
        Self { slots }
    }

    /// The next id of a list, from `from` on, and its position if it is known.
    ///
    /// `is` confirms a position: long ids may share a key.
    pub(super) fn next<'l>(
        &self,
        list: &'l str,
        from: &mut usize,
        is: impl Fn(usize, &str) -> bool,
    ) -> Option<(&'l str, Option<u32>)> {
        let bytes = list.as_bytes();
        while *from < bytes.len() {
            let (mut word, mut plain) = (0_u64, true);
            let mut length = 0;
            for &byte in bytes[*from..].iter().take_while(|&&byte| byte != b',') {
                // The first seven bytes are the key of a short id.
                word |= if length < 7 { u64::from(byte) << (8 * length) } else { 0 };
                plain &= byte > b' ' && byte < 0x7f;
                length += 1;
            }
            let id = &list[*from..*from + length];
            *from += length + 1;
            if plain && (1..8).contains(&length) {
                return Some((id, self.find(word | (length as u64) << 56, |_| true)));
            }
            let id = id.trim();
            if !id.is_empty() {
                let sure = |position| id.len() < 8 || is(position, id);
                return Some((id, self.find(key(id.as_bytes()), sure)));
            }
        }
        None
    }

    fn find(&self, key: u64, is: impl Fn(usize) -> bool) -> Option<u32> {
        let mask = self.slots.len() - 1;
        let mut at = slot(key, mask);
        while self.slots[at].1 != FREE {
            let (other, position) = self.slots[at];
            if other == key && is(position as usize) {
                return Some(position);
            }
            at = (at + 1) & mask;
        }
        None
    }
}

/// The voters seen so far.
pub(super) struct Seen {
    /// Numbers that rose all the time.
    rising: Vec<u64>,
    /// Everybody, once an id was no larger number than the one before.
    slots: Vec<u64>,
    used: usize,
    zero: bool,
}

impl Seen {
    pub(super) fn new() -> Self {
        Self { rising: Vec::new(), slots: Vec::new(), used: 0, zero: false }
    }

    /// Whether the id is new.
    pub(super) fn insert(&mut self, id: &str) -> bool {
        let number = number(id.as_bytes());
        if self.slots.is_empty() {
            if let Some(number) = number
                && self.rising.last().is_none_or(|&last| last < number)
            {
                self.rising.push(number);
                return true;
            }
            self.slots = vec![0; 1024];
            for number in std::mem::take(&mut self.rising) {
                self.insert_key(number | NUMBER);
            }
        }
        self.insert_key(number.map_or_else(|| key(id.as_bytes()) & !NUMBER, |n| n | NUMBER))
    }

    fn insert_key(&mut self, key: u64) -> bool {
        if key == 0 {
            return !std::mem::replace(&mut self.zero, true);
        }
        if self.used * 2 > self.slots.len() {
            let larger = vec![0; self.slots.len() * 4];
            let old = std::mem::replace(&mut self.slots, larger);
            self.used = 0;
            for key in old.into_iter().filter(|&key| key != 0) {
                self.insert_key(key);
            }
        }
        let mask = self.slots.len() - 1;
        let mut at = slot(key, mask);
        while self.slots[at] != 0 {
            if self.slots[at] == key {
                return false;
            }
            at = (at + 1) & mask;
        }
        self.slots[at] = key;
        self.used += 1;
        true
    }
}

/// Tells numbers from other keys.
const NUMBER: u64 = 1 << 63;

/// An id that is a number without leading zeros.
fn number(id: &[u8]) -> Option<u64> {
    if id.is_empty() || id.len() > 18 || (id[0] == b'0' && id.len() > 1) {
        return None;
    }
    let mut number = 0_u64;
    for &byte in id {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    Some(number)
}
