//! The neutral records that every format is made of.

use std::collections::BTreeMap;

use kernel::id::Uuid;
use sha2::{Digest, Sha256};

/// The address of this installation; every stable address begins with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The base of `https://host`, with or without a slash at its end.
    pub fn new(url: &str) -> Self {
        Self(url.trim_end_matches('/').to_owned())
    }

    /// An address below it; `path` begins with a slash.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The stable address of a service, the subject of every statement about it.
    pub fn service(&self, slug: &str, code: &str) -> String {
        self.at(&format!("/dati/servizi/{}/{}", encode(slug), encode(code)))
    }

    /// The stable address of a body.
    pub fn organisation(&self, slug: &str) -> String {
        self.at(&format!("/{}/dati#ente", encode(slug)))
    }

    /// The stable address of a term of a list of our own.
    pub fn term(&self, list: &str, code: &str) -> String {
        self.at(&format!("/dati/vocabolari#{}-{}", encode(list), encode(code)))
    }

    /// The stable address of a municipality by its ISTAT code.
    pub fn place(&self, istat: &str) -> String {
        self.at(&format!("/dati/vocabolari#comune-{}", encode(istat)))
    }
}

/// Percent-encodes what an address may not hold (RFC 3986, unreserved characters stay).
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            let digits = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(digits[usize::from(byte >> 4)]));
            out.push(char::from(digits[usize::from(byte & 15)]));
        }
    }
    out
}

/// A body that publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: Uuid,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Code in the index of public administrations; may be empty.
    pub ipa_code: String,
    /// ISTAT code of a municipality; may be empty.
    pub istat_code: String,
    /// Where one writes; may be empty.
    pub email: String,
}

impl Organisation {
    /// The code by which others know it: IPA where there is one, else its word in addresses.
    pub fn identifier(&self) -> &str {
        if self.ipa_code.is_empty() { &self.slug } else { &self.ipa_code }
    }
}

/// A service: the public values of its card, each under the name of its field.
///
/// A value is written as a person would type it: codes joined by `;`, days as `2026-01-31`, euro as
/// `12.50`. A number of people below five is not here at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its id.
    pub id: Uuid,
    /// When it last changed (RFC 3339, UTC).
    pub modified: String,
    /// The values that are not empty.
    pub fields: BTreeMap<String, String>,
}

impl Service {
    /// The value of a field; empty when there is none.
    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// The codes of a field.
    pub fn codes(&self, field: &str) -> impl Iterator<Item = &str> {
        self.text(field).split(';').map(str::trim).filter(|code| !code.is_empty())
    }

    /// Its code.
    pub fn code(&self) -> &str {
        self.text("code")
    }

    /// The day on which it last changed.
    pub fn day(&self) -> &str {
        self.modified.get(..10).unwrap_or("1970-01-01")
    }
}

/// An id that is always the same for the same words (version 8, RFC 9562: SHA-256 cut short).
pub fn stable_id(words: &[&str]) -> Uuid {
    let mut hash = Sha256::new();
    for word in words {
        hash.update((word.len() as u64).to_be_bytes());
        hash.update(word.as_bytes());
    }
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    Uuid::from_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_ids_are_stable() {
        let base = Base::new("https://example.it/");
        assert_eq!(base.service("bassa", "SAD 1"), "https://example.it/dati/servizi/bassa/SAD%201");
        let id = stable_id(&["a", "bc"]);
        assert_eq!(id, stable_id(&["a", "bc"]));
        assert_ne!(id, stable_id(&["ab", "c"]));
        assert_eq!(id.get_version_num(), 8);
    }
}
