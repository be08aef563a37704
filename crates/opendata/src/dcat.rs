//! The catalogue in DCAT-AP_IT that is DCAT-AP 3 as well.
//!
//! Every thing has the Italian type and the type it comes from; every term of a controlled list is
//! typed, as the European shapes ask (DCAT-AP 3.0.0). Mandatory properties: guide of DCAT-AP_IT and
//! the restrictions of its ontology 2.0, whose slips (`https:`, `sdati`) are not followed.

use std::io::{self, Write};

use crate::{
    Base, LICENCE, Organisation,
    rdf::{Statements, Syntax},
    vocab,
};

/// A catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Its address.
    pub uri: String,
    /// The page where people read it.
    pub homepage: String,
    /// Title.
    pub title: String,
    /// What it holds.
    pub description: String,
    /// Who publishes it.
    pub publisher: Organisation,
    /// Day of the last change (ISO).
    pub modified: String,
}

/// A dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    /// Its address.
    pub uri: String,
    /// The page where people read it.
    pub landing: String,
    /// Its code.
    pub identifier: String,
    /// Title.
    pub title: String,
    /// What it holds.
    pub description: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// Whose it is and who publishes it.
    pub holder: Organisation,
    /// Day of the last change (ISO).
    pub modified: String,
    /// How often it changes: code of the EU list, as `CONT` or `UNKNOWN`.
    pub frequency: &'static str,
    /// The files.
    pub distributions: Vec<Distribution>,
}

/// A file of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// Title.
    pub title: String,
    /// What one gets.
    pub description: String,
    /// Code of the EU list of file types, as `CSV`.
    pub format: &'static str,
    /// The media type, as `text/csv`.
    pub media_type: &'static str,
    /// Where one reads about it.
    pub access: String,
    /// Where one downloads it; empty for an API.
    pub download: String,
    /// A standard it follows (address and name), if any.
    pub standard: Option<(&'static str, &'static str)>,
}

/// Writes a catalogue: first itself, then its datasets one at a time.
#[derive(Debug)]
pub struct Writer<W: Write> {
    to: Statements<W>,
    base: Base,
    catalogue: String,
}

impl<W: Write> Writer<W> {
    /// Begins the document with the catalogue.
    pub fn new(syntax: Syntax, base: Base, catalogue: &Catalogue, out: W) -> io::Result<Self> {
        let mut to = Statements::new(syntax, out)?;
        agent(&mut to, &base, &catalogue.publisher)?;
        to.shared(&catalogue.homepage, &["foaf:Document"], ("dct:title", &catalogue.title))?;
        to.shared(vocab::THEMES, &["skos:ConceptScheme"], ("dct:title", "Temi dei dati"))?;
        to.shared(vocab::ITALIAN, &["dct:LinguisticSystem"], ("rdfs:label", "Italiano"))?;
        licence(&mut to)?;
        to.about(&catalogue.uri)?
            .a("dcatapit:Catalog")?
            .a("dcat:Catalog")?
            .words("dct:title", &catalogue.title)?
            .words("dct:description", &catalogue.description)?
            .link("dct:publisher", &base.organisation(&catalogue.publisher.slug))?
            .link("foaf:homepage", &catalogue.homepage)?
            .link("dct:language", vocab::ITALIAN)?
            .link("dcat:themeTaxonomy", vocab::THEMES)?
            .link("dct:license", vocab::LICENCE)?
            .typed("dct:issued", &catalogue.modified, "xsd:date")?
            .typed("dct:modified", &catalogue.modified, "xsd:date")?;
        Ok(Self { to, base, catalogue: catalogue.uri.clone() })
    }

    /// Adds a dataset.
    pub fn dataset(&mut self, dataset: &Dataset) -> io::Result<()> {
        let to = &mut self.to;
        agent(to, &self.base, &dataset.holder)?;
        let holder = self.base.organisation(&dataset.holder.slug);
        to.concept(vocab::THEME_SOCIETY, "Popolazione e società")?;
        to.concept(vocab::THEME_GOVERNMENT, "Governo e settore pubblico")?;
        let frequency = format!(
            "http://publications.europa.eu/resource/authority/frequency/{}",
            dataset.frequency
        );
        to.shared(&frequency, &["dct:Frequency"], ("rdfs:label", ""))?;
        to.shared(&dataset.landing, &["foaf:Document", "rdfs:Resource"], ("dct:title", ""))?;
        to.shared(vocab::ITALY, &["dct:Location"], ("rdfs:label", "Italia"))?;
        let contact = contact(to, &self.base, &dataset.holder)?;
        let files: Vec<String> =
            (1..=dataset.distributions.len()).map(|n| format!("{}-{n}", dataset.uri)).collect();
        to.about(&self.catalogue)?.link("dcat:dataset", &dataset.uri)?;
        let mut about = to
            .about(&dataset.uri)?
            .a("dcatapit:Dataset")?
            .a("dcat:Dataset")?
            .plain("dct:identifier", &dataset.identifier)?
            .words("dct:title", &dataset.title)?
            .words("dct:description", &dataset.description)?
            .typed("dct:modified", &dataset.modified, "xsd:date")?
            .link("dcat:theme", vocab::THEME_SOCIETY)?
            .link("dcat:theme", vocab::THEME_GOVERNMENT)?
            .link("dct:rightsHolder", &holder)?
            .link("dct:publisher", &holder)?
            .link("dct:accrualPeriodicity", &frequency)?
            .link("dct:language", vocab::ITALIAN)?
            .link("dct:spatial", vocab::ITALY)?
            .link("dcat:landingPage", &dataset.landing)?;
        for word in &dataset.keywords {
            about = about.words("dcat:keyword", word)?;
        }
        if let Some(contact) = &contact {
            about = about.link("dcat:contactPoint", contact)?;
        }
        for file in &files {
            about = about.link("dcat:distribution", file)?;
        }
        for (uri, file) in files.iter().zip(&dataset.distributions) {
            self.distribution(uri, file, &dataset.modified)?;
        }
        Ok(())
    }

    fn distribution(&mut self, uri: &str, file: &Distribution, modified: &str) -> io::Result<()> {
        let to = &mut self.to;
        let format =
            format!("http://publications.europa.eu/resource/authority/file-type/{}", file.format);
        let media = format!("https://www.iana.org/assignments/media-types/{}", file.media_type);
        to.shared(&format, &["dct:MediaTypeOrExtent"], ("rdfs:label", file.format))?;
        to.shared(&media, &["dct:MediaType"], ("rdfs:label", file.media_type))?;
        to.shared(&file.access, &["rdfs:Resource"], ("dct:title", ""))?;
        if !file.download.is_empty() {
            to.shared(&file.download, &["rdfs:Resource"], ("dct:title", ""))?;
        }
        if let Some((standard, name)) = file.standard {
            to.shared(standard, &["dcatapit:Standard", "dct:Standard"], ("dct:title", name))?;
        }
        let mut about = to
            .about(uri)?
            .a("dcatapit:Distribution")?
            .a("dcat:Distribution")?
            .words("dct:title", &file.title)?
            .words("dct:description", &file.description)?
            .link("dct:format", &format)?
            .link("dcat:mediaType", &media)?
            .link("dcat:accessURL", &file.access)?
            .link("dct:license", vocab::LICENCE)?
            .typed("dct:modified", modified, "xsd:date")?;
        if !file.download.is_empty() {
            about = about.link("dcat:downloadURL", &file.download)?;
        }
        if let Some((standard, _)) = file.standard {
            about.link("dct:conformsTo", standard)?;
        }
        Ok(())
    }

    /// Ends the document.
    pub fn finish(self) -> io::Result<W> {
        self.to.finish()
    }
}

/// Who publishes or holds, once.
fn agent<W: Write>(to: &mut Statements<W>, base: &Base, body: &Organisation) -> io::Result<()> {
    let uri = base.organisation(&body.slug);
    if to.first(&uri) {
        to.about(&uri)?
            .a("dcatapit:Agent")?
            .a("foaf:Agent")?
            .plain("dct:identifier", body.identifier())?
            .words("foaf:name", &body.name)?;
    }
    Ok(())
}

/// Where one writes to a body, once; none while it has no address.
fn contact<W: Write>(
    to: &mut Statements<W>,
    base: &Base,
    body: &Organisation,
) -> io::Result<Option<String>> {
    let sound = body.email.contains('@') && !body.email.contains(|c: char| c.is_whitespace());
    if !sound {
        return Ok(None);
    }
    let uri = base.organisation(&body.slug).replace("#ente", "#contatto");
    if to.first(&uri) {
        to.about(&uri)?
            .a("dcatapit:Organization")?
            .a("vcard:Organization")?
            .a("vcard:Kind")?
            .plain("vcard:fn", &body.name)?
            .link("vcard:hasEmail", &format!("mailto:{}", body.email))?;
    }
    Ok(Some(uri))
}

/// CC BY 4.0, once.
fn licence<W: Write>(to: &mut Statements<W>) -> io::Result<()> {
    let kind = "http://purl.org/adms/licencetype/Attribution";
    to.concept(kind, "Attribuzione")?;
    to.about(vocab::LICENCE)?
        .a("dcatapit:LicenseDocument")?
        .a("dct:LicenseDocument")?
        .words("foaf:name", "Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)")?
        .plain("dct:identifier", LICENCE)?
        .link("dct:type", kind)?;
    Ok(())
}
