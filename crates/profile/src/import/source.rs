//! Sources that are no spreadsheet: another directory's JSON (HSDS), a municipal site's page, a graph
//! (CPSV-AP), an archive of these. They are told by what is in them, whatever their name says, and
//! each becomes a table of services whose headings are names of fields.

use std::{collections::HashMap, io::Read as _};

use opendata::{
    rdf::Syntax,
    read::{self, ForeignService, ReadError},
};

use super::{Limits, Sheet, Table};
use crate::{fields::code_from_name, model::Register};

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// HSDS 3.0 in JSON.
    Hsds,
    /// A page of a site.
    Page,
    /// CPSV-AP_IT or CPSV-AP.
    Graph(Syntax),
    /// A ZIP of any of these.
    Archive,
}

impl Kind {
    /// Its name in the log of imports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hsds => "hsds",
            Self::Page => "page",
            Self::Graph(_) => "cpsv",
            Self::Archive => "archive",
        }
    }
}

/// Why a source was not read; nothing was kept of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// More bytes than the limit, in MB.
    TooLarge(i64),
    /// Not UTF-8.
    Encoding,
    /// Nested deeper than any directory.
    TooDeep,
    /// More than so many statements, services or parts.
    TooMany(i64),
    /// JSON with a mistake.
    Json,
    /// RDF with a mistake.
    Graph,
    /// It refers to what lies elsewhere.
    Outside,
    /// No service in it.
    NoService,
    /// A page without the marks of a service.
    NoServiceOnPage,
    /// It holds services, and something else was asked for.
    OnlyServices,
    /// An archive that does not open.
    Archive,
}

impl Fault {
    /// Its message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLarge(_) => texts::key!("profile-source-too-large"),
            Self::Encoding => texts::key!("profile-source-encoding"),
            Self::TooDeep => texts::key!("profile-source-too-deep"),
            Self::TooMany(_) => texts::key!("profile-source-too-many"),
            Self::Json => texts::key!("profile-source-json"),
            Self::Graph => texts::key!("profile-source-graph"),
            Self::Outside => texts::key!("profile-source-outside"),
            Self::NoService => texts::key!("profile-source-no-service"),
            Self::NoServiceOnPage => texts::key!("profile-source-no-service-on-page"),
            Self::OnlyServices => texts::key!("profile-source-only-services"),
            Self::Archive => texts::key!("profile-source-archive"),
        }
    }

    /// The limit its message speaks of (`n`).
    pub const fn limit(self) -> Option<i64> {
        match self {
            Self::TooLarge(n) | Self::TooMany(n) => Some(n),
            _ => None,
        }
    }

    fn of(error: &ReadError, kind: Kind) -> Self {
        match error {
            ReadError::TooLarge(bytes) => Self::TooLarge((bytes >> 20) as i64),
            ReadError::Encoding => Self::Encoding,
            ReadError::TooDeep(_) => Self::TooDeep,
            ReadError::TooMany(n) => Self::TooMany(*n as i64),
            ReadError::Syntax(_) if kind == Kind::Hsds => Self::Json,
            ReadError::Syntax(_) => Self::Graph,
            ReadError::Outside => Self::Outside,
            ReadError::NoService if kind == Kind::Page => Self::NoServiceOnPage,
            ReadError::NoService => Self::NoService,
        }
    }
}

/// Bytes looked at to tell what a file is.
const HEAD: usize = 4096;
/// Parts of an archive at most.
const MOST_PARTS: usize = 5_000;
/// Bytes of an archive at most, once unpacked.
const MOST_UNPACKED: u64 = read::MOST_BYTES as u64;

/// What a file is, by its content; none for a spreadsheet.
pub fn recognise(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"PK\x03\x04") {
        return is_archive(bytes).then_some(Kind::Archive);
    }
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes));
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let second = head.chars().skip(1).find(|c| !c.is_whitespace());
    match (head.chars().next()?, second) {
        ('{', None | Some('"' | '}')) | ('[', None | Some('{' | '[' | ']' | '"')) => {
            let linked = [b"\"@context\"".as_slice(), b"\"@graph\"", b"\"@id\""];
            let linked = linked.iter().any(|word| holds(bytes, word));
            Some(if linked { Kind::Graph(Syntax::JsonLd) } else { Kind::Hsds })
        }
        ('<', _) => of_tags(bytes, head),
        _ => begins_turtle(head).then_some(Kind::Graph(Syntax::Turtle)),
    }
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    memchr::memmem::find(bytes, word).is_some()
}

fn of_tags(bytes: &[u8], head: &str) -> Option<Kind> {
    let low = head.to_ascii_lowercase();
    if low.contains("<html") || low.starts_with("<!doctype html") {
        return Some(Kind::Page);
    }
    if low.starts_with("<?xml") || low.contains("<rdf:rdf") || low.starts_with("<!doctype") {
        return Some(Kind::Graph(Syntax::RdfXml));
    }
    if ["<http", "<urn:"].iter().any(|start| low.starts_with(start)) {
        return Some(Kind::Graph(Syntax::Turtle));
    }
    let marked = holds(bytes, b"data-element") || holds(bytes, b"application/ld+json");
    marked.then_some(Kind::Page)
}

/// Whether the first line that is no remark declares a prefix or a base: "Base dati" is a heading.
fn begins_turtle(head: &str) -> bool {
    let lines = head.lines().map(|line| line.trim().to_ascii_lowercase());
    let first = lines.into_iter().find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| {
        let sparql = line.starts_with("prefix ") && line.contains(": <");
        line.starts_with("@prefix ")
            || line.starts_with("@base ")
            || line.starts_with("base <")
            || sparql
    })
}

/// Whether a ZIP is no workbook and has a part that could be a source.
fn is_archive(bytes: &[u8]) -> bool {
    let Ok(archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return false };
    let ends = [".json", ".jsonld", ".ttl", ".rdf", ".nt", ".html", ".htm"];
    let workbook = ["[Content_Types].xml", "mimetype", "content.xml"];
    let names: Vec<_> = archive.file_names().filter_map(Result::ok).collect();
    let is_part = |name: &str| ends.iter().any(|end| name.to_ascii_lowercase().ends_with(end));
    !names.iter().any(|name| workbook.contains(&&**name)) && names.iter().any(|name| is_part(name))
}

/// Reads files of one source as a table of services; `address` is where a page was found, if it was.
pub fn read(files: &[Vec<u8>], address: &str) -> Result<(Kind, Table), Fault> {
    let mut unpacked = Vec::new();
    for file in files {
        if recognise(file) == Some(Kind::Archive) {
            unpack(file, &mut unpacked)?;
        }
    }
    let alone = files.len() == 1 && unpacked.is_empty();
    let (mut kinds, mut json, mut found) = (Vec::new(), Vec::new(), Vec::new());
    for file in files.iter().chain(&unpacked) {
        let bytes = file.as_slice();
        let read = match recognise(file) {
            None | Some(Kind::Archive) => continue,
            Some(Kind::Hsds) => {
                json.push(bytes);
                continue;
            }
            Some(kind @ Kind::Page) => (kind, read::html::read(bytes, address)),
            Some(kind @ Kind::Graph(syntax)) => (kind, read::rdf::read(bytes, syntax)),
        };
        match read {
            (kind, Ok(services)) => {
                kinds.push(kind);
                found.extend(services);
            }
            // Beside the services a folder may hold what has none.
            (_, Err(ReadError::NoService)) if !alone => {}
            (kind, Err(error)) => return Err(Fault::of(&error, kind)),
        }
    }
    if !json.is_empty() {
        match read::hsds::read_all(json) {
            Ok(services) => {
                kinds.push(Kind::Hsds);
                found.extend(services);
            }
            Err(ReadError::NoService) if !alone => {}
            Err(error) => return Err(Fault::of(&error, Kind::Hsds)),
        }
    }
    let kind = kinds.first().copied().ok_or(Fault::NoService)?;
    let services = fullest(found);
    let most = Limits::default().rows;
    if services.len() > most {
        return Err(Fault::TooMany(most as i64));
    }
    Ok((kind, table(kind, &services)))
}

/// The parts of an archive that could be sources; counted while they are unpacked.
fn unpack(bytes: &[u8], parts: &mut Vec<Vec<u8>>) -> Result<(), Fault> {
    let cursor = std::io::Cursor::new(bytes);
    let mut archive = zip::ZipArchive::new(cursor).map_err(|_| Fault::Archive)?;
    if archive.len() > MOST_PARTS {
        return Err(Fault::TooMany(MOST_PARTS as i64));
    }
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| Fault::Archive)?;
        let beside = part.name().is_ok_and(|name| name.starts_with("__MACOSX/"));
        if part.is_dir() || beside {
            continue;
        }
        let mut bytes = Vec::new();
        part.take(left + 1).read_to_end(&mut bytes).map_err(|_| Fault::Archive)?;
        left = left
            .checked_sub(bytes.len() as u64)
            .ok_or(Fault::TooLarge((MOST_UNPACKED >> 20) as i64))?;
        parts.push(bytes);
    }
    Ok(())
}

/// Each service once: of two with the same id the one that says more stays.
fn fullest(found: Vec<ForeignService>) -> Vec<ForeignService> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut services: Vec<ForeignService> = Vec::with_capacity(found.len());
    for service in found {
        let key = if service.id.is_empty() { service.text("name") } else { &service.id };
        match places.get(key).and_then(|at| services.get_mut(*at)) {
            Some(known) if known.fields.len() < service.fields.len() => *known = service,
            Some(_) => {}
            None => {
                places.insert(key.to_owned(), services.len());
                services.push(service);
            }
        }
    }
    services
}

/// What only this office can say of its own cards.
const OURS: [&str; 1] = ["card_state"];

/// Services as rows: a column for each field that one of them speaks of.
fn table(kind: Kind, services: &[ForeignService]) -> Table {
    let sheet = Sheet::Records(Register::Services);
    let spoken = |field: &str| services.iter().any(|service| !service.text(field).is_empty());
    let names = sheet.fields().iter().map(|field| field.name);
    let headings: Vec<&str> =
        names.filter(|name| *name == "code" || (!OURS.contains(name) && spoken(name))).collect();
    let rows = services.iter().map(|service| {
        headings
            .iter()
            .map(|name| match (*name, service.text(name)) {
                ("code", "") => code_from_name(service.text("name")),
                (_, value) => value.chars().filter(|c| !c.is_control() || *c == '\n').collect(),
            })
            .collect()
    });
    let format = match kind {
        Kind::Hsds => "HSDS 3.0",
        Kind::Page => "HTML",
        Kind::Graph(_) => "RDF",
        Kind::Archive => "ZIP",
    };
    let rows = rows.collect();
    let headings = headings.iter().map(|name| (*name).to_owned()).collect();
    Table { sparse: true, ..Table::new(format, headings, rows) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_known_by_its_content() {
        let graph = |syntax| Some(Kind::Graph(syntax));
        let cases: [(&str, Option<Kind>); 17] = [
            ("\u{feff} {\"contents\": []}", Some(Kind::Hsds)),
            ("[[[[", Some(Kind::Hsds)),
            ("[Codice];Nome\nA;B", None),
            ("{\"@context\": {}, \"@id\": \"http://a.it/1\"}", graph(Syntax::JsonLd)),
            ("{\"name\": \"la parola \\\"@context\\\"\"}", Some(Kind::Hsds)),
            ("<!DOCTYPE html><html><body>", Some(Kind::Page)),
            ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", Some(Kind::Page)),
            ("<main><h1 data-element='service-title'>A</h1>", Some(Kind::Page)),
            ("<?xml version='1.0'?><rdf:RDF>", graph(Syntax::RdfXml)),
            ("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r/>", graph(Syntax::RdfXml)),
            ("# nota\n\n@prefix a: <http://a.it/> .", graph(Syntax::Turtle)),
            ("PREFIX a: <http://a.it/>", graph(Syntax::Turtle)),
            ("<http://a.it/1> a <http://a.it/2> .", graph(Syntax::Turtle)),
            ("Base dati;Nome\nA;B", None),
            ("prefix ; nome\nA;B", None),
            ("<b>Codice</b>;Nome\nA;B", None),
            ("codice;nome\nA;B", None),
        ];
        for (text, kind) in cases {
            assert_eq!(recognise(text.as_bytes()), kind, "{text}");
        }
        assert_eq!(recognise(b""), None);
        assert_eq!(recognise(b"PK\x03\x04 broken"), None);
    }
}
