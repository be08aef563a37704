//! Service pages of municipal sites in: JSON-LD `GovernmentService` (schema.org) and the
//! `data-element` marks of the national model of municipal sites (docs.italia.it, design-comuni).
//!
//! Only the tokenizer of html5ever is used, never a tree: time and memory grow with the length of the
//! page alone, however its elements nest. Scripts are stepped over; what is read is text.

use std::{borrow::Cow, cell::RefCell};

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};
use serde_json::{Map, Value};

use super::{ForeignService, MOST_BYTES, MOST_VALUE, ReadError, code_of, plain, shallow};

/// Marks of the model and the fields that their text fills.
const MARKS: &[(&str, &str)] = &[
    ("service-title", "name"),
    ("service-status", "status"),
    ("service-description", "short_description"),
    ("service-extended-description", EXTENDED),
    ("service-addressed", "recipients"),
    ("service-how-to", "how_to"),
    ("service-needed", "needed"),
    ("service-achieved", "outcome"),
    ("service-calendar-text", "times"),
    ("service-calendar-list", "times"),
    ("service-cost", "cost_note"),
    ("service-area", "contact_office"),
    ("service-topic", "keywords"),
    ("service-online-access", ONLINE),
    ("service-booking-access", DESK),
];

/// Read only where a short description is missing.
const EXTENDED: &str = "extended";
/// A button that leads to the service online.
const ONLINE: &str = "online";
/// A button that books a visit to the office.
const DESK: &str = "desk";

/// OntoPiA channels: an application, the desk of an office.
const CHANNELS: [(&str, &str); 2] = [(ONLINE, "02"), (DESK, "01.1.1")];

/// Spaces, slashes and quotes that may pass before something is whole: the tokenizer compares each
/// attribute of a tag with all before it, and this is how many there can be.
const MOST_PARTS: usize = 5_000;
/// Bytes given to the tokenizer at a time.
const PIECE: usize = 4096;
/// Marks within marks at most.
const MOST_OPEN: usize = 8;
/// Marks of a page at most.
const MOST_MARKS: usize = 500;

/// The services of a page; `address` is where it was found, empty for a saved file.
pub fn read(bytes: &[u8], address: &str) -> Result<Vec<ForeignService>, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge(MOST_BYTES));
    }
    let page = Page::of(&without_comments(&decode(bytes)))?;
    let mut scripts: Vec<Value> = Vec::new();
    for script in &page.scripts {
        shallow(script)?;
        // Many sites write JSON-LD with a comma too few: such a script says nothing.
        scripts.extend(serde_json::from_str::<Value>(script));
    }
    let mut linked = Vec::new();
    for script in &scripts {
        gather(script, &mut linked);
    }
    let address = if page.canonical.starts_with("http") { &page.canonical } else { address };
    let mut found = Vec::new();
    if linked.len() <= 1 {
        let mut service = of_marks(&page.marks);
        if let Some(object) = linked.first() {
            of_linked(&mut service, object);
        }
        finish(&mut service, address);
        found.push(service);
    } else {
        // A list: its services share the page, so the page's address is the key of none.
        for object in &linked {
            let mut service = ForeignService::default();
            of_linked(&mut service, object);
            finish(&mut service, "");
            found.push(service);
        }
    }
    found.retain(|service| !service.text("name").is_empty());
    if found.is_empty() { Err(ReadError::NoService) } else { Ok(found) }
}

/// The text of a page: UTF-8, else what the page says of itself, else what most old sites use.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.into();
    }
    let head = String::from_utf8_lossy(bytes.get(..2048.min(bytes.len())).unwrap_or_default());
    let label = head.to_ascii_lowercase().split_once("charset=").map(|(_, rest)| {
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        rest.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))
            .next()
            .map(str::to_owned)
    });
    let encoding =
        label.flatten().and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    encoding.unwrap_or(encoding_rs::WINDOWS_1252).decode(bytes).0
}

/// The text without its comments, which are long on some pages and say nothing.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once("-->") {
            Some((_, after)) => out.push_str(after),
            None => out.push_str(part),
        }
    }
    out
}

/// Pieces of a text, at most so many bytes each.
fn pieces(mut text: &str, most: usize) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let mut end = most.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let piece;
        (piece, text) = text.split_at(end);
        (!piece.is_empty()).then_some(piece)
    })
}

/// What is kept of a page while its tokens pass.
#[derive(Default)]
struct Page {
    open: Vec<Open>,
    /// Field and text of each mark.
    marks: Vec<(&'static str, String)>,
    /// The JSON-LD being read.
    script: Option<String>,
    scripts: Vec<String>,
    /// The element whose text is none of the page's.
    skipped: String,
    canonical: String,
    /// Tokens that passed since it was last asked.
    passed: usize,
}

/// An element with a mark, not closed yet.
struct Open {
    field: &'static str,
    tag: String,
    /// Elements of the same name open within it.
    within: usize,
    text: String,
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        // A mistake is reported within a tag: it ends nothing.
        page.passed += usize::from(!matches!(token, Token::ParseError(_)));
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return page.opened(&tag),
            Token::TagToken(tag) => page.closed(&tag.name),
            Token::CharacterTokens(text) => page.said(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> &'a str {
    tag.attrs.iter().find(|one| &*one.name.local == name).map_or("", |one| one.value.trim())
}

impl Page {
    fn of(text: &str) -> Result<Self, ReadError> {
        let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
        let input = BufferQueue::default();
        let mut waiting = 0;
        for piece in pieces(text, PIECE) {
            input.push_back(StrTendril::from_slice(piece));
            // A sink that never hands back a script is never interrupted.
            let _ = tokenizer.feed(&input);
            let parts = piece
                .bytes()
                .filter(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x0C | b'/' | b'"' | b'\''));
            let passed = std::mem::take(&mut tokenizer.sink.0.borrow_mut().passed);
            waiting = parts.count() + if passed > 0 { 0 } else { waiting };
            if waiting > MOST_PARTS {
                return Err(ReadError::TooMany(MOST_PARTS));
            }
        }
        tokenizer.end();
        let mut page = tokenizer.sink.0.into_inner();
        for open in std::mem::take(&mut page.open).into_iter().rev() {
            page.marks.push((open.field, tidy(&open.text)));
        }
        Ok(page)
    }

    fn opened(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let raw = match name {
            "script" => Some(RawKind::ScriptData),
            "style" | "iframe" | "noembed" | "noframes" | "xmp" => Some(RawKind::Rawtext),
            "textarea" | "title" => Some(RawKind::Rcdata),
            _ => None,
        };
        if let Some(raw) = raw {
            let linked = name == "script"
                && attribute(tag, "type").eq_ignore_ascii_case("application/ld+json");
            if linked && self.scripts.len() < MOST_MARKS {
                self.script = Some(String::new());
            }
            name.clone_into(&mut self.skipped);
            return TokenSinkResult::RawData(raw);
        }
        match name {
            "link" if attribute(tag, "rel").eq_ignore_ascii_case("canonical") => {
                attribute(tag, "href").clone_into(&mut self.canonical);
            }
            "br" | "hr" => self.line("\n"),
            "li" => self.line("\n- "),
            _ if is_block(name) => self.line("\n"),
            _ => {}
        }
        if tag.self_closing || is_void(name) {
            return TokenSinkResult::Continue;
        }
        for open in &mut self.open {
            open.within += usize::from(open.tag == name);
        }
        let mark = attribute(tag, "data-element");
        if let Some((_, field)) = MARKS.iter().find(|(known, _)| *known == mark) {
            let room = self.open.len() < MOST_OPEN && self.marks.len() < MOST_MARKS;
            // A mark within another for the same field tells nothing new.
            if room && self.open.iter().all(|open| open.field != *field) {
                self.open.push(Open {
                    field,
                    tag: name.to_owned(),
                    within: 0,
                    text: String::new(),
                });
            }
        }
        TokenSinkResult::Continue
    }

    fn closed(&mut self, name: &str) {
        if self.skipped == name {
            self.skipped.clear();
            self.scripts.extend(self.script.take());
            return;
        }
        if is_block(name) || name == "li" {
            self.line("\n");
        }
        for open in &mut self.open {
            if open.tag == name && open.within > 0 {
                open.within -= 1;
            } else if open.tag == name {
                self.marks.push((open.field, tidy(&open.text)));
                open.tag.clear();
            }
        }
        self.open.retain(|open| !open.tag.is_empty());
    }

    fn said(&mut self, text: &str) {
        if let Some(script) = &mut self.script {
            script.push_str(text);
        } else if self.skipped.is_empty() {
            self.line(text);
        }
    }

    fn line(&mut self, text: &str) {
        for open in &mut self.open {
            if open.text.len() < MOST_VALUE * 8 {
                open.text.push_str(text);
            }
        }
    }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "main"
            | "ol"
            | "p"
            | "section"
            | "table"
            | "td"
            | "th"
            | "tr"
            | "ul"
    )
}

/// Lines without spaces around, without empty ones and without points that say nothing.
fn tidy(text: &str) -> String {
    let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut out = String::new();
    let mut point = false;
    for line in lines.filter(|line| !line.is_empty()) {
        // The text of a point may begin on its own line.
        if line == "-" {
            point = true;
            continue;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        if std::mem::take(&mut point) && !line.starts_with("- ") {
            out.push_str("- ");
        }
        out.push_str(&line);
    }
    plain(&out)
}

/// The text of words that may carry tags.
fn text_of(words: &str) -> String {
    if !words.contains(['<', '&']) {
        return tidy(words);
    }
    // Closed by the end alone, whatever the words close.
    let marked = format!("<agio data-element=\"service-title\">{words}");
    let page = Page::of(&marked).unwrap_or_default();
    page.marks.into_iter().next().map(|(_, text)| text).unwrap_or_default()
}

fn of_marks(marks: &[(&'static str, String)]) -> ForeignService {
    let mut out = ForeignService::default();
    let of = |field: &str| -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for (_, text) in marks.iter().filter(|(known, text)| *known == field && !text.is_empty()) {
            if !texts.contains(&text.as_str()) {
                texts.push(text);
            }
        }
        texts
    };
    for (_, field) in MARKS {
        match *field {
            "name" => {
                out.put(
                    "name",
                    &of("name").first().copied().unwrap_or_default().replace('\n', " "),
                );
            }
            "status" => {
                out.put("status", status(of("status").first().copied().unwrap_or_default()));
            }
            "keywords" => out.put("keywords", &of("keywords").join(", ").replace('\n', " ")),
            "contact_office" => {
                out.put("contact_office", &of("contact_office").join("; ").replace('\n', ", "));
            }
            EXTENDED => {
                out.put("short_description", of(EXTENDED).first().copied().unwrap_or_default());
            }
            ONLINE | DESK => {}
            text => out.put(text, &of(text).join("\n")),
        }
    }
    for (mark, code) in CHANNELS {
        if marks.iter().any(|(field, _)| *field == mark) {
            out.add("channels", code);
        }
    }
    out
}

/// The state that the words beside the title tell.
fn status(words: &str) -> &'static str {
    let words = kernel::italian::fold(words);
    let not = ["non ", "sospes", "chius", "disattiv"].iter().any(|word| words.contains(word));
    match (words.contains("attiv"), not) {
        (_, true) => "suspended",
        (true, false) => "active",
        (false, false) => "",
    }
}

/// The services of a JSON-LD document; its depth was checked.
fn gather<'a>(json: &'a Value, found: &mut Vec<&'a Map<String, Value>>) {
    match json {
        Value::Array(list) => list.iter().for_each(|one| gather(one, found)),
        Value::Object(object) => {
            let named = match object.get("@type") {
                Some(Value::String(kind)) => is_service(kind),
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_service),
                _ => false,
            };
            if named {
                if found.len() < MOST_MARKS {
                    found.push(object);
                }
                return;
            }
            for inner in ["@graph", "mainEntity", "about", "itemListElement", "item"] {
                if let Some(inner) = object.get(inner) {
                    gather(inner, found);
                }
            }
        }
        _ => {}
    }
}

fn is_service(kind: &str) -> bool {
    kind.rsplit(['/', ':']).next() == Some("GovernmentService")
}

/// The words of a value: text, a list of texts, or the name of a thing.
fn words(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text_of(text),
        Some(Value::Array(list)) => {
            let texts: Vec<String> =
                list.iter().map(|one| words(Some(one))).filter(|text| !text.is_empty()).collect();
            texts.join("\n")
        }
        Some(Value::Object(object)) => {
            let named = ["name", "@value", "value", "audienceType"];
            named
                .into_iter()
                .map(|name| words(object.get(name)))
                .find(|text| !text.is_empty())
                .unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// A thing, or the things of a list.
fn things(value: Option<&Value>) -> Vec<&Map<String, Value>> {
    match value {
        Some(Value::Object(object)) => vec![object],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_object).collect(),
        _ => Vec::new(),
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn line(text: &str) -> String {
    text.replace('\n', ", ")
}

fn of_linked(out: &mut ForeignService, object: &Map<String, Value>) {
    out.put("name", &words(object.get("name")).replace('\n', " "));
    out.put("short_description", &words(object.get("description")));
    out.put("recipients", &words(object.get("audience")));
    out.put("outcome", &words(object.get("serviceOutput").or_else(|| object.get("produces"))));
    for name in ["serviceOperator", "provider"] {
        out.put("owner", &line(&words(object.get(name))));
    }
    let topic = kernel::vocabulary::subject_matters().recognise(&words(object.get("serviceType")));
    if let Some(topic) = topic {
        out.add("subject_matters", &topic.code);
    }
    for area in words(object.get("areaServed")).split(['\n', ',', ';']) {
        let area = area.trim();
        let name = area.strip_prefix("Comune di ").or_else(|| area.strip_prefix("comune di "));
        let name = name.unwrap_or(area);
        if let Some(term) = (!name.is_empty())
            .then(|| kernel::vocabulary::municipalities().recognise(name))
            .flatten()
        {
            out.add("municipalities", &term.code);
        }
    }
    for channel in things(object.get("availableChannel")) {
        of_channel(out, channel);
    }
    let known =
        ["identifier", "@id", "url"].into_iter().map(|name| (name, words(object.get(name))));
    for (name, text) in known {
        // "#servizio" is the same on every page.
        let key = if name == "identifier" { !text.is_empty() } else { is_address(&text) };
        if key && out.id.is_empty() {
            out.id.clone_from(&text);
        }
        if name == "url" && is_address(&text) {
            out.put("url", &text);
        }
    }
}

fn of_channel(out: &mut ForeignService, channel: &Map<String, Value>) {
    if is_address(&words(channel.get("serviceUrl"))) {
        out.add("channels", "02");
    }
    for phone in things(channel.get("servicePhone")) {
        out.put("phone", &line(&words(phone.get("telephone"))));
    }
    for place in things(channel.get("serviceLocation")) {
        let name = line(&words(place.get("name")));
        out.put("contact_office", &name);
        let mut parts = vec![name];
        for address in things(place.get("address")) {
            let of = |part: &str| line(&words(address.get(part)));
            let street = of("streetAddress");
            let town = format!("{} {}", of("postalCode"), of("addressLocality")).trim().to_owned();
            if !street.is_empty() {
                out.add("channels", "01.1.1");
            }
            parts.extend([street, town]);
        }
        if let Some(address) = place.get("address").and_then(Value::as_str) {
            parts.push(line(&text_of(address)));
        }
        parts.retain(|part| !part.is_empty());
        if parts.len() > 1 {
            out.put("place", &parts.join(", "));
        }
    }
}

/// Gives the service its key and code, and the page it stands on.
fn finish(service: &mut ForeignService, address: &str) {
    if service.id.is_empty() {
        address.clone_into(&mut service.id);
    }
    let code = code_of(&service.id);
    service.put("code", &code);
    if is_address(address) {
        service.put("url", address);
    }
}
