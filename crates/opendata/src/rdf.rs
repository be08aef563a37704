//! RDF in the three syntaxes people ask for, written statement by statement.

use std::{
    collections::HashSet,
    io::{self, Write},
};

use oxrdf::{Literal, NamedNode, TermRef, Triple, vocab::rdf};
use oxrdfio::{JsonLdProfileSet, RdfFormat, RdfSerializer, WriterQuadSerializer};

/// A syntax of RDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Syntax {
    /// Turtle.
    Turtle,
    /// RDF/XML.
    RdfXml,
    /// JSON-LD.
    JsonLd,
}

impl Syntax {
    /// Every syntax.
    pub const ALL: [Self; 3] = [Self::Turtle, Self::RdfXml, Self::JsonLd];

    /// The ending of a file.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Turtle => "ttl",
            Self::RdfXml => "rdf",
            Self::JsonLd => "jsonld",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Turtle => "text/turtle; charset=utf-8",
            Self::RdfXml => "application/rdf+xml",
            Self::JsonLd => "application/ld+json",
        }
    }

    /// The syntax of an ending.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|syntax| syntax.ending() == ending)
    }

    /// The syntax of a media type, parameters apart.
    pub fn of_media_type(kind: &str) -> Option<Self> {
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match kind.as_str() {
            "text/turtle" | "application/x-turtle" => Some(Self::Turtle),
            "application/rdf+xml" => Some(Self::RdfXml),
            "application/ld+json" => Some(Self::JsonLd),
            _ => None,
        }
    }

    pub(crate) const fn format(self) -> RdfFormat {
        match self {
            Self::Turtle => RdfFormat::Turtle,
            Self::RdfXml => RdfFormat::RdfXml,
            Self::JsonLd => RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() },
        }
    }
}

/// The short names of the vocabularies used.
pub(crate) const PREFIXES: &[(&str, &str)] = &[
    ("adms", "http://www.w3.org/ns/adms#"),
    ("clvapit", "https://w3id.org/italia/onto/CLV/"),
    ("covapit", "https://w3id.org/italia/onto/COV/"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cpsvapit", "https://w3id.org/italia/onto/CPSV/"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatapit", "http://dati.gov.it/onto/dcatapit#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("l0", "https://w3id.org/italia/onto/l0/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("roapit", "https://w3id.org/italia/onto/RO/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("smapit", "https://w3id.org/italia/onto/SM/"),
    ("tiapit", "https://w3id.org/italia/onto/TI/"),
    ("time", "http://www.w3.org/2006/time#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The full address of a short name such as `dct:title`; the text itself when it has no known prefix.
pub(crate) fn full(name: &str) -> String {
    let known = name.split_once(':').and_then(|(short, rest)| {
        Some((PREFIXES.iter().find(|(known, _)| *known == short)?.1, rest))
    });
    known.map_or_else(|| name.to_owned(), |(address, rest)| format!("{address}{rest}"))
}

fn bad(error: impl std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, error.to_string())
}

/// Writes statements; what was said of a shared thing (a term, a place) is said once.
pub struct Statements<W: Write> {
    inner: WriterQuadSerializer<W>,
    known: HashSet<String>,
}

impl<W: Write> std::fmt::Debug for Statements<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Statements").field("known", &self.known.len()).finish_non_exhaustive()
    }
}

impl<W: Write> Statements<W> {
    /// Begins a document.
    pub fn new(syntax: Syntax, out: W) -> io::Result<Self> {
        let mut serializer = RdfSerializer::from_format(syntax.format());
        for (short, address) in PREFIXES {
            serializer = serializer.with_prefix(*short, *address).map_err(bad)?;
        }
        Ok(Self { inner: serializer.for_writer(out), known: HashSet::new() })
    }

    /// Begins to speak of something.
    pub fn about<'a>(&'a mut self, subject: &str) -> io::Result<About<'a, W>> {
        Ok(About { subject: NamedNode::new(subject).map_err(bad)?, to: self })
    }

    /// Whether something has not been described yet; from now on it has.
    pub fn first(&mut self, subject: &str) -> bool {
        self.known.insert(subject.to_owned())
    }

    /// Types a shared thing and names it, once.
    pub fn shared(&mut self, uri: &str, kinds: &[&str], name: (&str, &str)) -> io::Result<()> {
        if !self.first(uri) {
            return Ok(());
        }
        let mut about = self.about(uri)?;
        for kind in kinds {
            about = about.a(kind)?;
        }
        if !name.1.is_empty() {
            about.words(name.0, name.1)?;
        }
        Ok(())
    }

    /// A term of a list: `skos:Concept` with its label, once.
    pub fn concept(&mut self, uri: &str, label: &str) -> io::Result<()> {
        self.shared(uri, &["skos:Concept"], ("skos:prefLabel", label))
    }

    /// Ends the document.
    pub fn finish(self) -> io::Result<W> {
        self.inner.finish()
    }
}

/// Statements about one thing.
pub struct About<'a, W: Write> {
    subject: NamedNode,
    to: &'a mut Statements<W>,
}

impl<W: Write> std::fmt::Debug for About<'_, W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("About").field(&self.subject).finish()
    }
}

impl<W: Write> About<'_, W> {
    fn say(self, predicate: &str, object: TermRef<'_>) -> io::Result<Self> {
        let predicate = NamedNode::new(full(predicate)).map_err(bad)?;
        self.to.inner.serialize_triple(&Triple::new(
            self.subject.clone(),
            predicate,
            object.into_owned(),
        ))?;
        Ok(self)
    }

    /// Says what kind of thing it is.
    pub fn a(self, kind: &str) -> io::Result<Self> {
        let kind = NamedNode::new(full(kind)).map_err(bad)?;
        self.say(rdf::TYPE.as_str(), kind.as_ref().into())
    }

    /// Joins it to another thing.
    pub fn link(self, predicate: &str, to: &str) -> io::Result<Self> {
        let object = NamedNode::new(full(to)).map_err(bad)?;
        self.say(predicate, object.as_ref().into())
    }

    /// Says something in Italian words, unless there are none.
    pub fn words(self, predicate: &str, text: &str) -> io::Result<Self> {
        if text.is_empty() {
            return Ok(self);
        }
        let literal = Literal::new_language_tagged_literal_unchecked(clean(text), "it");
        self.say(predicate, literal.as_ref().into())
    }

    /// Says a plain text, unless it is empty.
    pub fn plain(self, predicate: &str, text: &str) -> io::Result<Self> {
        if text.is_empty() {
            return Ok(self);
        }
        let literal = Literal::new_simple_literal(clean(text));
        self.say(predicate, literal.as_ref().into())
    }

    /// Says a value of a type, unless it is empty.
    pub fn typed(self, predicate: &str, value: &str, kind: &str) -> io::Result<Self> {
        if value.is_empty() {
            return Ok(self);
        }
        let kind = NamedNode::new(full(kind)).map_err(bad)?;
        let literal = Literal::new_typed_literal(clean(value), kind);
        self.say(predicate, literal.as_ref().into())
    }
}

/// Without the characters that XML 1.0 cannot carry in any form.
fn clean(text: &str) -> String {
    let lawful = |c: &char| !c.is_control() || matches!(c, '\n' | '\t' | '\r');
    text.chars().filter(lawful).filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}
