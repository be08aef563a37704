//! The small print: help, contacts, accessibility, privacy, licence, source.

use askama::Template;
use axum::response::Response;
use identity::{BodyFields, Identity};
use texts::key;
use web::{Page, Part, Visit, WebError};

/// A page of words: a lead and paragraphs, each with a heading.
#[derive(Template)]
#[template(path = "words.html")]
struct Words {
    page: Page,
    lead: String,
    sections: Vec<(String, String)>,
    link: Option<(String, String)>,
}

fn words(
    visit: &Visit,
    title: &str,
    lead: &str,
    sections: &[(&str, &str)],
    link: Option<(String, String)>,
) -> Result<Response, WebError> {
    let page = Page::new(visit, visit.t(title));
    let sections = sections.iter().map(|(head, text)| (visit.t(head), visit.t(text))).collect();
    web::html(&Words { page, lead: visit.t(lead), sections, link })
}

/// `/guida`
pub async fn help(visit: Visit) -> Result<Response, WebError> {
    let sections = [
        (key!("help-what"), key!("help-what-text")),
        (key!("help-steps"), key!("help-steps-text")),
        (key!("help-problem"), key!("help-problem-text")),
    ];
    words(&visit, key!("nav-help"), key!("help-lead"), &sections, None)
}

/// `/contatti` and `/{body}/contatti`
pub async fn contacts(visit: Visit) -> Result<Response, WebError> {
    let link = visit
        .body
        .as_ref()
        .filter(|body| !body.contact_email.is_empty())
        .map(|body| (format!("mailto:{}", body.contact_email), body.contact_email.clone()));
    let lead = if link.is_some() { key!("contacts-lead-body") } else { key!("contacts-lead") };
    words(&visit, key!("shell-contacts"), lead, &[], link)
}

/// The page on which the body itself says it, when it named one.
async fn own_page(
    visit: &Visit,
    identity: &Identity,
    (pick, label): (fn(&BodyFields) -> &String, &str),
) -> Result<Option<(String, String)>, WebError> {
    let Some(info) = &visit.body else { return Ok(None) };
    let body = identity.bodies().by_id(info.id).await?;
    let href = body.map(|body| pick(&body.fields).clone()).filter(|href| !href.is_empty());
    Ok(href.map(|href| (href, visit.t(label))))
}

/// `/accessibilita` and `/{body}/accessibilita`
pub async fn accessibility(
    visit: Visit,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let wanted: (fn(&BodyFields) -> &String, _) =
        (|fields| &fields.accessibility_url, key!("identity-accessibility-read"));
    let link = own_page(&visit, &identity, wanted).await?;
    let sections = [
        (key!("accessibility-aim"), key!("accessibility-aim-text")),
        (key!("accessibility-checks"), key!("accessibility-checks-text")),
        (key!("accessibility-tell"), key!("accessibility-tell-text")),
    ];
    words(&visit, key!("shell-accessibility"), key!("accessibility-lead"), &sections, link)
}

/// `/privacy` and `/{body}/privacy`
pub async fn privacy(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let wanted: (fn(&BodyFields) -> &String, _) =
        (|fields| &fields.privacy_url, key!("identity-privacy-read"));
    let link = own_page(&visit, &identity, wanted).await?;
    let sections = [
        (key!("privacy-cookies"), key!("privacy-cookies-text")),
        (key!("privacy-kept"), key!("privacy-kept-text")),
        (key!("privacy-rights"), key!("privacy-rights-text")),
    ];
    words(&visit, key!("shell-privacy"), key!("privacy-lead"), &sections, link)
}

/// `/licenza`
pub async fn licence(visit: Visit) -> Result<Response, WebError> {
    let sections = [
        (key!("licence-program"), key!("licence-program-text")),
        (key!("licence-data"), key!("licence-data-text")),
    ];
    words(&visit, key!("shell-licence"), key!("licence-lead"), &sections, None)
}

/// `/sorgente`
pub async fn source(visit: Visit) -> Result<Response, WebError> {
    let link =
        Some(("https://github.com/agio-er/agio".to_owned(), "github.com/agio-er/agio".to_owned()));
    words(&visit, key!("shell-source"), key!("source-lead"), &[], link)
}
