//! Services in CPSV-AP_IT (1.1) and in CPSV-AP (3.2).
//!
//! What a profile makes mandatory and nobody has surveyed yet (level, channel, sign-in) is said with
//! the lowest value of its list, and a `rdfs:comment` says that it is presumed.

use std::io::{self, Write};

use crate::{
    Base, Organisation, Service,
    rdf::{About, Statements, Syntax},
    vocab::{self, List},
};

/// Which of the two profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// CPSV-AP_IT 1.1.
    #[default]
    Italian,
    /// CPSV-AP 3.2.
    European,
}

impl Profile {
    /// Its address, for `Accept-Profile` and `Content-Profile`.
    pub const fn uri(self) -> &'static str {
        match self {
            Self::Italian => "https://w3id.org/italia/onto/CPSV",
            Self::European => "https://data.europa.eu/m8g/cpsv-ap/3.2.0",
        }
    }

    /// The word in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Italian => "cpsv-ap_it",
            Self::European => "cpsv-ap",
        }
    }

    /// The profile of a word or of an address.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim().trim_matches(['<', '>']).trim_end_matches('/');
        [Self::Italian, Self::European]
            .into_iter()
            .find(|profile| profile.code() == word || profile.uri() == word)
    }
}

/// Writes services, each with its body.
#[derive(Debug)]
pub struct Writer<W: Write> {
    to: Statements<W>,
    base: Base,
    profile: Profile,
}

impl<W: Write> Writer<W> {
    /// Begins a document.
    pub fn new(syntax: Syntax, base: Base, profile: Profile, out: W) -> io::Result<Self> {
        Ok(Self { to: Statements::new(syntax, out)?, base, profile })
    }

    /// Adds a service of a body.
    pub fn service(&mut self, body: &Organisation, service: &Service) -> io::Result<()> {
        match self.profile {
            Profile::Italian => italian(&mut self.to, &self.base, body, service),
            Profile::European => european(&mut self.to, &self.base, body, service),
        }
    }

    /// Ends the document.
    pub fn finish(self) -> io::Result<W> {
        self.to.finish()
    }
}

/// The codes of a field with the addresses and labels of its list.
fn terms<'a>(base: &'a Base, service: &'a Service, field: &'a str) -> Vec<(String, &'a str)> {
    let list = List::of(field);
    let known =
        |code: &'a str| list.and_then(|list| Some((list.uri(base, code), list.label(code)?)));
    service.codes(field).filter_map(known).collect()
}

/// The description; the name where nobody wrote one.
fn description(service: &Service) -> &str {
    let text = service.text("short_description");
    if text.is_empty() { service.text("name") } else { text }
}

/// The sector: residential care for the macro-level of residences, social work for the rest.
fn sector(service: &Service) -> (&'static str, &'static str) {
    if service.text("macro_level").starts_with('5') {
        (vocab::NACE_RESIDENTIAL, "Servizi di assistenza residenziale")
    } else {
        (vocab::NACE_SOCIAL_WORK, "Assistenza sociale non residenziale")
    }
}

/// Municipalities as places, once each.
fn places<W: Write>(
    to: &mut Statements<W>,
    base: &Base,
    service: &Service,
    kinds: &[&str],
) -> io::Result<Vec<String>> {
    let mut uris = Vec::new();
    for istat in service.codes("municipalities") {
        let uri = base.place(istat);
        place(to, &uri, istat, kinds)?;
        uris.push(uri);
    }
    Ok(uris)
}

fn place<W: Write>(
    to: &mut Statements<W>,
    uri: &str,
    istat: &str,
    kinds: &[&str],
) -> io::Result<()> {
    if !to.first(uri) {
        return Ok(());
    }
    let mut about = to.about(uri)?;
    for kind in kinds {
        about = about.a(kind)?;
    }
    about.plain("dct:identifier", istat)?.words("rdfs:label", vocab::municipality(istat))?;
    Ok(())
}

const PRESUMED: &str = "Valore presunto: non ancora rilevato";

fn italian<W: Write>(
    to: &mut Statements<W>,
    base: &Base,
    body: &Organisation,
    service: &Service,
) -> io::Result<()> {
    let uri = base.service(&body.slug, service.code());
    let at = |part: &str| format!("{uri}#{part}");
    let owner = base.organisation(&body.slug);
    if to.first(&owner) {
        to.about(&owner)?
            .a("covapit:PublicOrganization")?
            .plain("covapit:IPAcode", &body.ipa_code)?
            .words("covapit:legalName", &body.name)?
            .words("l0:name", &body.name)?;
    }
    let role = base.term("ruolo", "titolare");
    to.shared(&role, &["roapit:Role"], ("l0:name", "Titolare del servizio"))?;
    to.concept(vocab::THEME_SOCIETY, "Popolazione e società")?;
    let sector = sector(service);
    to.concept(sector.0, sector.1)?;
    let level =
        or_least(terms(base, service, "current_level"), || (vocab::level("NONE"), "Non online"));
    let sign_in = or_least(terms(base, service, "authentication"), || {
        (vocab::authentication("NONE"), "Nessuna - accesso libero")
    });
    let channels =
        or_least(terms(base, service, "channels"), || (vocab::channel("01"), "Non telematico"));
    for (term, label) in level.terms.iter().chain(&sign_in.terms).chain(&channels.terms) {
        to.concept(term, label)?;
    }
    let areas = places(to, base, service, &["clvapit:Feature"])?;

    let mut about = to
        .about(&uri)?
        .a("cpsvapit:PublicService")?
        .plain("l0:identifier", &format!("{}:{}", body.identifier(), service.code()))?
        .words("l0:name", service.text("name"))?
        .words("l0:description", description(service))?
        .words("cpsvapit:additionalNoteForService", service.text("easy_description"))?
        .link("cpsvapit:serviceTheme", vocab::THEME_SOCIETY)?
        .link("cpsvapit:serviceSector", sector.0)?
        .link("roapit:hasRiT", &at("ruolo"))?;
    // One level alone is lawful; a card holds one.
    if let Some((term, _)) = level.terms.first() {
        about = about.link("cpsvapit:hasiInteractivityLevel", term)?;
    }
    for (term, _) in &sign_in.terms {
        about = about.link("cpsvapit:hasAuthenticationMethod", term)?;
    }
    for n in 1..=channels.terms.len() {
        about = about.link("cpsvapit:hasChannel", &at(&format!("canale-{n}")))?;
    }
    about = classified(about, base, service, "dct:subject")?;
    for area in &areas {
        about = about.link("clvapit:hasSpatialCoverage", area)?;
    }
    for (presumed, what) in [
        (level.presumed, "livello di interattività"),
        (sign_in.presumed, "autenticazione"),
        (channels.presumed, "canale"),
    ] {
        if presumed {
            about = about.words("rdfs:comment", &format!("{PRESUMED} ({what})"))?;
        }
    }
    let status = match service.text("status") {
        "active" => "https://w3id.org/italia/onto/CPSV/Active",
        "planned" => "https://w3id.org/italia/onto/CPSV/UnderDev",
        "suspended" | "ended" => "https://w3id.org/italia/onto/CPSV/NonActive",
        _ => "",
    };
    if !status.is_empty() {
        about = about.link("cpsvapit:hasServiceStatus", status)?;
    }
    if let Some(url) = sound(service.text("url")) {
        about = about.link("rdfs:seeAlso", url)?;
    }
    if !service.text("user_cost").is_empty() {
        about = about.link("cpsvapit:hasCost", &at("costo"))?;
    }
    about.typed("dct:modified", &service.modified, "xsd:dateTime")?;

    for (n, (term, label)) in channels.terms.iter().enumerate() {
        to.about(&at(&format!("canale-{}", n + 1)))?
            .a("cpsvapit:Channel")?
            .words("l0:name", label)?
            .link("cpsvapit:hasChannelType", term)?
            .words("l0:description", service.text("opening_hours"))?;
    }
    if !service.text("user_cost").is_empty() {
        to.about(&at("costo"))?
            .a("cpsvapit:FixedCost")?
            .a("cpsvapit:Cost")?
            .words("l0:name", "Costo per chi lo usa")?
            .words("l0:description", &format!("{} euro", service.text("user_cost")))?;
    }
    to.about(&at("ruolo"))?
        .a("roapit:TimeIndexedRole")?
        .a("cpsvapit:RoleOnService")?
        .link("roapit:withRole", &role)?
        .link("roapit:isRoleInTimeOf", &owner)?
        .link("tiapit:hasTemporalEntity", &at("giorno"))?;
    to.about(&at("giorno"))?.a("tiapit:TimeInstant")?.a("tiapit:TemporalEntity")?.typed(
        "tiapit:date",
        service.day(),
        "xsd:date",
    )?;
    terms_named(to, base, service)
}

fn european<W: Write>(
    to: &mut Statements<W>,
    base: &Base,
    body: &Organisation,
    service: &Service,
) -> io::Result<()> {
    let uri = base.service(&body.slug, service.code());
    let at = |part: &str| format!("{uri}#{part}");
    let identifier = format!("{}:{}", body.identifier(), service.code());
    let owner = base.organisation(&body.slug);
    if to.first(&owner) {
        let seat = if body.istat_code.is_empty() {
            to.shared(vocab::ITALY, &["dct:Location"], ("rdfs:label", "Italia"))?;
            vocab::ITALY.to_owned()
        } else {
            let seat = base.place(&body.istat_code);
            place(to, &seat, &body.istat_code, &["dct:Location"])?;
            seat
        };
        to.about(&owner)?
            .a("cv:PublicOrganisation")?
            .a("org:Organization")?
            .plain("dct:identifier", body.identifier())?
            .words("skos:prefLabel", &body.name)?
            .link("dct:spatial", &seat)?;
    }
    to.concept(vocab::THEME_SOCIETY, "Popolazione e società")?;
    to.shared(vocab::ITALIAN, &["dct:LinguisticSystem"], ("rdfs:label", "Italiano"))?;
    let sector = sector(service);
    to.concept(sector.0, sector.1)?;
    let channels = terms(base, service, "channels");
    for (term, label) in &channels {
        to.concept(term, label)?;
    }
    let areas = places(to, base, service, &["dct:Location"])?;
    let (needs, hours) = (service.text("requirements"), service.text("opening_hours"));
    let cost = service.text("user_cost");
    let office = service.text("contact_office");
    let contact = !office.is_empty() || !hours.is_empty() || !body.email.is_empty();

    let mut about = to
        .about(&uri)?
        .a("cpsv:PublicService")?
        .plain("dct:identifier", &identifier)?
        .words("dct:title", service.text("name"))?
        .words("dct:description", description(service))?
        .link("cv:hasCompetentAuthority", &owner)?
        .link("cv:thematicArea", vocab::THEME_SOCIETY)?
        .link("cv:sector", sector.0)?
        .link("dct:language", vocab::ITALIAN)?
        .typed("dct:modified", &service.modified, "xsd:dateTime")?;
    about = classified(about, base, service, "cv:isClassifiedBy")?;
    for (term, _) in terms(base, service, "current_level") {
        about = about.link("cv:isClassifiedBy", &term)?;
    }
    for area in &areas {
        about = about.link("dct:spatial", area)?;
    }
    for n in 1..=channels.len() {
        about = about.link("cv:hasChannel", &at(&format!("canale-{n}")))?;
    }
    if !needs.is_empty() {
        about = about.link("cv:holdsRequirement", &at("requisiti"))?;
    }
    if !cost.is_empty() {
        about = about.link("cv:hasCost", &at("costo"))?;
    }
    if contact {
        about = about.link("cv:contactPoint", &at("contatto"))?;
    }
    if let Some(url) = sound(service.text("url")) {
        about.link("rdfs:seeAlso", url)?;
    }

    for (n, (term, _)) in channels.iter().enumerate() {
        let part = format!("canale-{}", n + 1);
        let mut about = to
            .about(&at(&part))?
            .a("cv:Channel")?
            .plain("dct:identifier", &format!("{identifier}:{part}"))?
            .link("dct:type", term)?
            .link("cv:ownedBy", &owner)?;
        if !hours.is_empty() {
            about = about.link("cv:openingHours", &at("orari"))?;
        }
        drop(about);
    }
    if !hours.is_empty() {
        to.about(&at("orari"))?.a("time:TemporalEntity")?.words("dct:description", hours)?;
    }
    if !needs.is_empty() {
        to.about(&at("requisiti"))?
            .a("cv:Requirement")?
            .plain("dct:identifier", &format!("{identifier}:requisiti"))?
            .words("dct:title", "Requisiti")?
            .words("dct:description", needs)?;
    }
    if !cost.is_empty() {
        to.concept(vocab::EURO, "Euro")?;
        to.about(&at("costo"))?
            .a("cv:Cost")?
            .plain("dct:identifier", &format!("{identifier}:costo"))?
            .typed("cv:hasValue", cost, "xsd:double")?
            .link("cv:currency", vocab::EURO)?;
    }
    if contact {
        let mut about = to
            .about(&at("contatto"))?
            .a("cv:ContactPoint")?
            .plain("cv:email", &body.email)?
            .words("rdfs:label", office)?;
        if !hours.is_empty() {
            about = about.link("cv:openingHours", &at("orari"))?;
        }
        drop(about);
    }
    terms_named(to, base, service)?;
    for (term, label) in terms(base, service, "current_level") {
        to.concept(&term, label)?;
    }
    Ok(())
}

/// The fields whose codes classify a service in both profiles.
const CLASSIFIED: [&str; 3] = ["areas", "macro_level", "leps"];

fn classified<'a, W: Write>(
    mut about: About<'a, W>,
    base: &Base,
    service: &Service,
    predicate: &str,
) -> io::Result<About<'a, W>> {
    for field in CLASSIFIED {
        for (term, _) in terms(base, service, field) {
            about = about.link(predicate, &term)?;
        }
    }
    Ok(about)
}

fn terms_named<W: Write>(to: &mut Statements<W>, base: &Base, service: &Service) -> io::Result<()> {
    for field in CLASSIFIED {
        for (term, label) in terms(base, service, field) {
            to.concept(&term, label)?;
        }
    }
    Ok(())
}

/// An address that may stand in RDF.
fn sound(url: &str) -> Option<&str> {
    let web = url.starts_with("http://") || url.starts_with("https://");
    (web && oxrdf::NamedNode::new(url).is_ok()).then_some(url)
}

/// Terms, and whether they are only presumed.
struct Said<'a> {
    terms: Vec<(String, &'a str)>,
    presumed: bool,
}

fn or_least(
    terms: Vec<(String, &str)>,
    least: impl FnOnce() -> (String, &'static str),
) -> Said<'_> {
    let presumed = terms.is_empty();
    Said { terms: if presumed { vec![least()] } else { terms }, presumed }
}
