//! Documents as their readers get them: files are made, then read back.

mod agenda;
mod hostile;
mod report;
mod sample;
mod tables;

use lopdf::{Dictionary, Document, Object};

/// A PDF, read back.
pub struct Pdf {
    pub document: Document,
    bytes: Vec<u8>,
}

impl Pdf {
    pub fn read(bytes: Vec<u8>) -> Self {
        let document =
            Document::load_mem(&bytes).unwrap_or_else(|error| panic!("not a PDF: {error}"));
        Self { document, bytes }
    }

    pub fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// All texts in one line: blanks reduced, places to break removed.
    pub fn text(&self) -> String {
        let text = pdf_extract::extract_text_from_mem(&self.bytes)
            .unwrap_or_else(|error| panic!("no text: {error}"));
        flat(&text)
    }

    pub fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap_or_else(|error| panic!("no catalog: {error}"))
    }

    pub fn entry<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Object {
        let object =
            dictionary.get(key.as_bytes()).unwrap_or_else(|error| panic!("{key}: {error}"));
        self.document.dereference(object).unwrap_or_else(|error| panic!("{key}: {error}")).1
    }

    pub fn metadata(&self) -> String {
        let Object::Stream(stream) = self.entry(self.catalog(), "Metadata") else {
            panic!("no metadata stream")
        };
        let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        String::from_utf8(content).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The elements of the structure tree that have a role.
    pub fn structure(&self, role: &str) -> Vec<&Dictionary> {
        self.document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|dictionary| {
                let named = dictionary.get(b"S").and_then(Object::as_name);
                named.is_ok_and(|name| name == role.as_bytes()) && dictionary.has(b"P")
            })
            .collect()
    }
}

/// Text without line ends and invisible places to break.
pub fn flat(text: &str) -> String {
    text.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without any blanks, for comparing what lines may have broken.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}
