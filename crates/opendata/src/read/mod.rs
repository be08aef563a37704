//! What other directories publish, as values for the fields of a service card.
//!
//! A file comes from anybody: every reader has limits (bytes, depth, statements) and a named refusal
//! for what passes them. Nothing is fetched: a JSON-LD context or an XML entity that lies elsewhere
//! is refused.

pub mod hsds;
pub mod html;
pub mod rdf;

use std::collections::BTreeMap;

/// A service as another directory tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ForeignService {
    /// Its id there: the key by which it is known at the next import.
    pub id: String,
    /// Values by field, as a person would type them; empty ones are left out.
    pub fields: BTreeMap<String, String>,
}

impl ForeignService {
    /// The pairs of field and value.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// The value of a field; empty when it says nothing.
    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// Adds a value unless the field has one or there is nothing to add.
    fn put(&mut self, field: &str, value: &str) {
        let value = value.trim();
        if !value.is_empty() && !self.fields.contains_key(field) {
            self.fields.insert(field.to_owned(), value.to_owned());
        }
    }

    /// Adds one more code to a field of many.
    fn add(&mut self, field: &str, code: &str) {
        let code = code.trim();
        if code.is_empty() {
            return;
        }
        let held = self.fields.entry(field.to_owned()).or_default();
        if !held.split(';').any(|one| one == code) {
            if !held.is_empty() {
                held.push(';');
            }
            held.push_str(code);
        }
    }
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// More bytes than a file may have.
    #[error("larger than {0} bytes")]
    TooLarge(usize),
    /// Not UTF-8.
    #[error("not UTF-8 text")]
    Encoding,
    /// Objects within objects beyond the limit.
    #[error("nested deeper than {0}")]
    TooDeep(usize),
    /// More statements than a file may have.
    #[error("more than {0} statements")]
    TooMany(usize),
    /// Not the syntax it should be.
    #[error("not readable: {0}")]
    Syntax(String),
    /// It asks for something that lies elsewhere, or for entities that grow.
    #[error("refers to outside content")]
    Outside,
    /// Read, but it holds no service.
    #[error("holds no service")]
    NoService,
}

/// Bytes of a file at most.
pub const MOST_BYTES: usize = 64 << 20;
/// Objects within objects at most.
pub const MOST_DEPTH: usize = 64;
/// Statements of an RDF file at most.
pub const MOST_STATEMENTS: usize = 1_000_000;
/// Services of one reading at most.
pub const MOST_SERVICES: usize = 100_000;
/// Characters of one value at most; the field's own limit is stricter.
const MOST_VALUE: usize = 10_000;

/// The text of a file: UTF-8, with or without its mark, within the limit.
fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge(MOST_BYTES));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ReadError::Encoding)?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Refuses JSON that nests too deep, before any parser walks into it.
fn shallow(text: &str) -> Result<(), ReadError> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                if depth > MOST_DEPTH {
                    return Err(ReadError::TooDeep(MOST_DEPTH));
                }
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// A value cut to a length that no field passes.
fn short(text: &str) -> String {
    text.chars().take(MOST_VALUE).collect()
}

/// What a reading of HTML would have kept: HSDS and RDF texts sometimes carry tags.
fn plain(text: &str) -> String {
    short(text).replace("\r\n", "\n").trim().to_owned()
}

/// The code by which a record is known here, made of its id there: the same id gives the same code.
fn code_of(id: &str) -> String {
    let kept = |part: &str| -> String {
        let sound =
            part.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        sound.collect::<String>().trim_matches(['-', '_', '.']).to_ascii_uppercase()
    };
    let mut parts =
        id.rsplit([':', '/', '#', '?', '=', '&']).map(kept).filter(|part| !part.is_empty());
    let mut code = parts.next().unwrap_or_default();
    // The "12" at the end of an address is the twelfth of something.
    if id.starts_with("http")
        && code.bytes().all(|b| b.is_ascii_digit())
        && let Some(before) = parts.next()
    {
        code = format!("{before}-{code}");
    }
    if code.len() > MOST_CODE {
        let mark = crate::stable_id(&[id]).simple().to_string();
        code.truncate(MOST_CODE - 9);
        code = format!("{code}-{}", &mark[..8]).to_ascii_uppercase();
    }
    code
}

/// Characters of a code at most.
const MOST_CODE: usize = 60;

#[cfg(test)]
mod tests {
    use super::code_of;

    #[test]
    fn codes_are_stable_and_tell_apart() {
        assert_eq!(code_of("https://a.it/servizi/aiuto-a-casa/"), "AIUTO-A-CASA");
        assert_eq!(code_of("https://a.it/servizi/12"), "SERVIZI-12");
        assert_eq!(code_of("u_bassa:SAD-1"), "SAD-1");
        assert_eq!(code_of("12"), "12");
        assert_eq!(code_of("€ / ?"), "");
        let long = |end: &str| code_of(&format!("https://a.it/{}{end}", "lungo-".repeat(20)));
        assert_eq!(long("a").len(), 60);
        assert_ne!(long("a"), long("b"));
    }
}
