//! CPSV-AP_IT and CPSV-AP in, from Turtle, RDF/XML or JSON-LD.
//!
//! Statements are gathered by subject and only the links of a service's own shape are followed, one
//! step each: a graph that goes round in circles has no way to hold us.

use std::collections::{BTreeSet, HashMap};

use oxrdf::{NamedOrBlankNode, Term};
use oxrdfio::RdfParser;

use super::{ForeignService, MOST_SERVICES, MOST_STATEMENTS, ReadError, plain, shallow, text};
use crate::{
    rdf::{Syntax, full},
    vocab::LISTS,
};

/// The syntax a file seems to be in, by its first sign.
pub fn guess(bytes: &[u8]) -> Syntax {
    let start = String::from_utf8_lossy(bytes.get(..512.min(bytes.len())).unwrap_or_default());
    let start = start.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    match start.chars().next() {
        Some('{' | '[') => Syntax::JsonLd,
        Some('<')
            if start.starts_with("<?xml")
                || start.to_ascii_lowercase().contains("rdf:rdf")
                || start.starts_with("<!") =>
        {
            Syntax::RdfXml
        }
        _ => Syntax::Turtle,
    }
}

/// What is said of each subject: predicate and object, in the order of the file.
type Graph = HashMap<String, Vec<(String, Object)>>;

#[derive(Debug, Clone)]
enum Object {
    /// Another thing.
    Node(String),
    /// Words, with their language.
    Words(String, String),
}

/// The services of a file.
pub fn read(bytes: &[u8], syntax: Syntax) -> Result<Vec<ForeignService>, ReadError> {
    let text = text(bytes)?;
    match syntax {
        Syntax::JsonLd => shallow(text)?,
        Syntax::RdfXml => xml_is_tame(text)?,
        Syntax::Turtle => turtle_is_shallow(text)?,
    }
    let (graph, order) = graph(text, syntax)?;
    let kinds =
        [full("cpsv:PublicService"), full("cpsvapit:PublicService"), full("cpsvapit:Service")];
    let mut found = Vec::new();
    for subject in &order {
        let is_service = graph.get(subject).is_some_and(|said| {
            said.iter().any(|(p, o)| p == TYPE && matches!(o, Object::Node(n) if kinds.contains(n)))
        });
        if is_service {
            if found.len() >= MOST_SERVICES {
                return Err(ReadError::TooMany(MOST_SERVICES));
            }
            found.extend(service(&graph, subject));
        }
    }
    if found.is_empty() { Err(ReadError::NoService) } else { Ok(found) }
}

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

fn node(subject: NamedOrBlankNode) -> String {
    match subject {
        NamedOrBlankNode::NamedNode(node) => node.into_string(),
        NamedOrBlankNode::BlankNode(node) => node.to_string(),
    }
}

/// Gathers the statements; the second value is the subjects in the order of the file.
fn graph(text: &str, syntax: Syntax) -> Result<(Graph, Vec<String>), ReadError> {
    // Relative addresses of a file whose own address we do not know.
    let parser = RdfParser::from_format(syntax.format())
        .with_base_iri("https://import.invalid/")
        .map_err(|error| ReadError::Syntax(error.to_string()))?;
    let (mut graph, mut order) = (Graph::new(), Vec::new());
    let mut statements = 0;
    for quad in parser.for_slice(text.as_bytes()) {
        let quad = quad.map_err(|error| {
            let message = super::short(&error.to_string());
            let outside = syntax == Syntax::JsonLd && message.to_lowercase().contains("context");
            if outside { ReadError::Outside } else { ReadError::Syntax(message) }
        })?;
        statements += 1;
        if statements > MOST_STATEMENTS {
            return Err(ReadError::TooMany(MOST_STATEMENTS));
        }
        let object = match quad.object {
            Term::NamedNode(node) => Object::Node(node.into_string()),
            Term::BlankNode(node) => Object::Node(node.to_string()),
            Term::Literal(literal) => {
                let lang = literal.language().unwrap_or_default().to_lowercase();
                Object::Words(plain(literal.value()), lang)
            }
        };
        let subject = node(quad.subject);
        let said = graph.entry(subject.clone()).or_insert_with(|| {
            order.push(subject);
            Vec::new()
        });
        said.push((quad.predicate.into_string(), object));
    }
    Ok((graph, order))
}

/// Refuses entities that refer to each other, lie elsewhere, or would grow beyond the limit.
fn xml_is_tame(text: &str) -> Result<(), ReadError> {
    let mut longest = 0;
    for declaration in text.split("<!ENTITY").skip(1) {
        let declaration = declaration.split('>').next().unwrap_or_default();
        if declaration.contains('&')
            || declaration.contains("SYSTEM")
            || declaration.contains("PUBLIC")
            || declaration.contains('%')
        {
            return Err(ReadError::Outside);
        }
        longest = longest.max(declaration.len());
    }
    let grown = longest.saturating_mul(text.matches('&').count());
    if grown > super::MOST_BYTES {
        return Err(ReadError::TooLarge(super::MOST_BYTES));
    }
    // A pathological pile of elements costs memory long before it says anything.
    let mut depth = 0_usize;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match (byte, bytes.get(at + 1)) {
            (b'<', Some(b'/')) | (b'/', Some(b'>')) => depth = depth.saturating_sub(1),
            (b'<', Some(next)) if next.is_ascii_alphabetic() || *next == b'_' => {
                depth += 1;
                if depth > super::MOST_DEPTH * 4 {
                    return Err(ReadError::TooDeep(super::MOST_DEPTH));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Refuses Turtle whose nameless nodes and lists nest too deep; strings are stepped over.
fn turtle_is_shallow(text: &str) -> Result<(), ReadError> {
    let mut depth = 0_usize;
    for line in text.lines() {
        for byte in line.bytes() {
            match byte {
                b'[' | b'(' => {
                    depth += 1;
                    // Brackets inside strings count too, so the limit is generous.
                    if depth > MOST_BRACKETS {
                        return Err(ReadError::TooDeep(super::MOST_DEPTH));
                    }
                }
                b']' | b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    Ok(())
}

const MOST_BRACKETS: usize = 10_000;

/// What is said of one thing.
struct Said<'a> {
    graph: &'a Graph,
    subject: &'a str,
}

impl<'a> Said<'a> {
    fn all(&self, predicates: &[&str]) -> impl Iterator<Item = &'a Object> + use<'a> {
        let names: Vec<String> = predicates.iter().map(|name| full(name)).collect();
        self.graph
            .get(self.subject)
            .into_iter()
            .flatten()
            .filter(move |(predicate, _)| names.contains(predicate))
            .map(|(_, object)| object)
    }

    /// The words of a property: Italian first, then without a language, then any.
    fn words(&self, predicates: &[&str]) -> &'a str {
        let mut best: (u8, &str) = (0, "");
        for object in self.all(predicates) {
            if let Object::Words(words, lang) = object {
                let rank = match lang.as_str() {
                    "it" => 3,
                    "" => 2,
                    _ => 1,
                };
                if rank > best.0 && !words.is_empty() {
                    best = (rank, words);
                }
            }
        }
        best.1
    }

    fn nodes(&self, predicates: &[&str]) -> impl Iterator<Item = Said<'a>> + use<'a> {
        let graph = self.graph;
        self.all(predicates).filter_map(move |object| match object {
            Object::Node(subject) => Some(Said { graph, subject }),
            Object::Words(..) => None,
        })
    }
}

const NAMES: &[&str] =
    &["dct:title", "l0:name", "skos:prefLabel", "covapit:legalName", "foaf:name", "rdfs:label"];

fn service(graph: &Graph, subject: &str) -> Option<ForeignService> {
    let said = Said { graph, subject };
    let mut out = ForeignService::default();
    let name = said.words(NAMES);
    if name.is_empty() {
        return None;
    }
    out.put("name", name);
    let identifier = said.words(&["dct:identifier", "l0:identifier"]);
    identifier.clone_into(&mut out.id);
    // A nameless thing gets another name at every reading: it is no key.
    if out.id.is_empty() && !subject.starts_with("_:") {
        subject.clone_into(&mut out.id);
    }
    let code = super::code_of(&out.id);
    out.put("code", &code);
    out.put("short_description", said.words(&["dct:description", "l0:description"]));
    out.put("easy_description", said.words(&["cpsvapit:additionalNoteForService"]));

    // Terms may be named by the service itself or by its channels.
    let mut terms: BTreeSet<&str> = BTreeSet::new();
    for one in said.nodes(&[
        "cpsvapit:hasiInteractivityLevel",
        "cpsvapit:hasAuthenticationMethod",
        "cv:isClassifiedBy",
        "dct:subject",
        "dct:type",
    ]) {
        terms.insert(one.subject);
    }
    for channel in said.nodes(&["cpsvapit:hasChannel", "cv:hasChannel"]) {
        for kind in channel.nodes(&["cpsvapit:hasChannelType", "dct:type"]) {
            terms.insert(kind.subject);
        }
        out.put("opening_hours", hours(&channel));
        out.put("opening_hours", channel.words(&["l0:description"]));
    }
    for uri in terms {
        for list in LISTS {
            let local = format!("#{}-", list.field);
            let code = list.code_of(uri).or_else(|| {
                let (_, code) = uri.split_once(&local)?;
                list.terms().map(|(known, _)| known).find(|known| *known == code)
            });
            match code {
                Some(code) if matches!(list.field, "current_level" | "macro_level") => {
                    out.put(list.field, code);
                }
                Some(code) => out.add(list.field, code),
                None => {}
            }
        }
    }
    for role in said.nodes(&["roapit:hasRiT"]) {
        for owner in role.nodes(&["roapit:isRoleInTimeOf"]) {
            out.put("owner", owner.words(NAMES));
        }
    }
    for owner in said.nodes(&["cv:hasCompetentAuthority"]) {
        out.put("owner", owner.words(NAMES));
    }
    for place in said.nodes(&["dct:spatial", "clvapit:hasSpatialCoverage"]) {
        let list = kernel::vocabulary::municipalities();
        let (code, name) = (place.words(&["dct:identifier", "l0:identifier"]), place.words(NAMES));
        let term =
            list.get(code).or_else(|| (!name.is_empty()).then(|| list.recognise(name)).flatten());
        if let Some(term) = term {
            out.add("municipalities", &term.code);
        }
    }
    let needs: Vec<String> = said
        .nodes(&["cv:holdsRequirement", "cpsvapit:hasInput", "cpsv:hasInput"])
        .map(|need| {
            let text = need.words(&["dct:description", "l0:description"]);
            if text.is_empty() { need.words(NAMES).to_owned() } else { text.to_owned() }
        })
        .filter(|text| !text.is_empty())
        .collect();
    out.put("requirements", &super::short(&needs.join("\n")));
    for cost in said.nodes(&["cv:hasCost"]) {
        let amount = cost.words(&["cv:hasValue"]).parse::<f64>().ok();
        let euro = cost.nodes(&["cv:currency"]).all(|money| money.subject.ends_with("/EUR"));
        if let Some(amount) = amount.filter(|n| euro && (0.0..1e9).contains(n)) {
            out.put("user_cost", &format!("{amount:.2}"));
        }
    }
    for contact in said.nodes(&["cv:contactPoint", "smapit:hasOnlineContactPoint"]) {
        out.put("contact_office", contact.words(&["rdfs:label", "l0:name", "vcard:fn"]));
        out.put("contact_office", contact.words(&["cv:telephone", "cv:email"]));
        out.put("opening_hours", hours(&contact));
    }
    for status in said.nodes(&["cpsvapit:hasServiceStatus", "adms:status"]) {
        let code = match status.subject.rsplit(['/', '#']).next().unwrap_or_default() {
            "Active" => "active",
            "UnderDev" => "planned",
            "NonActive" => "suspended",
            _ => "",
        };
        out.put("status", code);
    }
    for page in said.nodes(&["rdfs:seeAlso", "foaf:page", "foaf:homepage"]) {
        if page.subject.starts_with("http") {
            out.put("url", page.subject);
        }
    }
    Some(out)
}

fn hours<'a>(said: &Said<'a>) -> &'a str {
    said.nodes(&["cv:openingHours"])
        .map(|hours| hours.words(&["dct:description"]))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}
