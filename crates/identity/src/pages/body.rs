//! What a body says of itself: name, colour, contacts, logo, municipalities.

use std::collections::BTreeSet;

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{
    form::{Draft, FieldError},
    vocabulary,
};
use texts::{Lang, key};
use web::{Form, Page, Pairs, Part, Upload, Visit, WebError, page::Choice};

use super::{account::languages, account::other, invalid, people::desk_page, refused};
use crate::{Body, BodyFields, Caller, Identity, IdentityError, body::Municipality, colour};

fn root(visit: &Visit) -> Result<String, WebError> {
    Ok(format!("/{}/scrivania/ente", visit.body()?.slug))
}

fn inner(visit: &Visit, title: &str) -> Result<Page, WebError> {
    Ok(desk_page(visit, visit.t(title))?.under(root(visit)?, visit.t(key!("identity-body"))))
}

async fn this_body(visit: &Visit, identity: &Identity) -> Result<std::sync::Arc<Body>, WebError> {
    identity.bodies().by_id(visit.body_id()?).await?.ok_or(WebError::NotFound)
}

/// The fields of a body as a form shows them.
pub(super) fn filled(fields: &BodyFields) -> Form {
    let mut pairs = vec![
        ("name", fields.name.clone()),
        ("slug", fields.slug.clone()),
        ("kind", fields.kind.code().to_owned()),
        ("ipa_code", fields.ipa_code.clone()),
        ("istat_code", fields.istat_code.clone()),
        ("province", fields.province.clone()),
        ("population", fields.population.map_or_else(String::new, |n| n.to_string())),
        ("primary_color", fields.primary_color.clone()),
        ("contact_email", fields.contact_email.clone()),
        ("privacy_url", fields.privacy_url.clone()),
        ("accessibility_url", fields.accessibility_url.clone()),
    ];
    pairs.extend(fields.languages.iter().map(|lang| ("languages", lang.tag().to_owned())));
    Form::filled(pairs)
}

/// What is read on every form about a body.
pub(super) fn common(draft: &mut Draft, known: BodyFields) -> BodyFields {
    BodyFields {
        name: draft.text("name", true, 2, 200),
        ipa_code: draft.text("ipa_code", false, 1, 20),
        istat_code: draft.text("istat_code", false, 1, 6),
        province: draft.text("province", false, 2, 2),
        population: draft.integer("population", false, 0..=100_000_000),
        primary_color: draft.text("primary_color", true, 7, 7),
        languages: draft.many("languages", false, Lang::parse),
        contact_email: draft
            .email("contact_email", false)
            .map_or_else(String::new, |email| email.as_str().to_owned()),
        privacy_url: draft.text("privacy_url", false, 8, 500),
        accessibility_url: draft.text("accessibility_url", false, 8, 500),
        ..known
    }
}

#[derive(Template)]
#[template(path = "identity_body.html")]
struct BodyPage {
    page: Page,
    form: Form,
    here: String,
    public: String,
    contrast: String,
    languages: Vec<Choice>,
}

fn body_page(visit: &Visit, known: &Body, form: Form) -> Result<BodyPage, WebError> {
    let page = desk_page(visit, visit.t(key!("identity-body")))?;
    let ratio = colour::contrast(&known.fields.primary_color).unwrap_or(1.0);
    Ok(BodyPage {
        form,
        here: root(visit)?,
        public: format!("/{}/", known.fields.slug),
        contrast: page.ts(key!("identity-contrast"), page.decimal(ratio, 1)),
        languages: languages(),
        page,
    })
}

/// `/{body}/scrivania/ente`
pub async fn form(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    let known = this_body(&visit, &identity).await?;
    web::html(&body_page(&visit, &known, filled(&known.fields))?)
}

/// `POST /{body}/scrivania/ente`
pub async fn edit(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let known = this_body(&visit, &identity).await?;
    let mut draft = Draft::new(pairs.clone());
    let fields = common(&mut draft, known.fields.clone());
    let again = if draft.finish().is_ok() {
        let asked = fields.primary_color.to_ascii_lowercase();
        let caller = Caller::web(visit.principal.clone());
        match identity.edit_body(&caller, known.id, fields).await {
            Ok(()) => {
                let done = if colour::readable(&asked).is_some_and(|used| used != asked) {
                    key!("done-identity-body-darker")
                } else {
                    key!("done-identity-body")
                };
                return Ok(web::see_other(&root(&visit)?, done));
            }
            Err(error) => refused(&visit, pairs, error)?,
        }
    } else {
        invalid(&visit, pairs, draft.errors())
    };
    again.answer(&body_page(&visit, &known, again.form.clone())?)
}

#[derive(Template)]
#[template(path = "identity_logo.html")]
struct LogoPage {
    page: Page,
    form: Form,
    here: String,
    slug: String,
    there: bool,
}

async fn logo_page(visit: &Visit, identity: &Identity, form: Form) -> Result<LogoPage, WebError> {
    let known = this_body(visit, identity).await?;
    Ok(LogoPage {
        page: inner(visit, key!("identity-logo"))?,
        form,
        here: format!("{}/logo", root(visit)?),
        slug: known.fields.slug.clone(),
        there: known.logo_type.is_some(),
    })
}

/// `/{body}/scrivania/ente/logo`
pub async fn logo_form(visit: Visit, Part(identity): Part<Identity>) -> Result<Response, WebError> {
    web::html(&logo_page(&visit, &identity, Form::default()).await?)
}

/// `POST /{body}/scrivania/ente/logo`
pub async fn logo(
    visit: Visit,
    Part(identity): Part<Identity>,
    upload: Upload,
) -> Result<Response, WebError> {
    let file = upload.files.into_iter().find(|file| file.field == "logo");
    let again = if let Some(file) = file {
        let caller = Caller::web(visit.principal.clone());
        match identity.set_logo(&caller, visit.body_id()?, Some(file.bytes.to_vec())).await {
            Ok(()) => {
                let to = format!("{}/logo", root(&visit)?);
                return Ok(web::see_other(&to, key!("done-identity-logo")));
            }
            Err(error) => refused(&visit, Vec::new(), error)?,
        }
    } else {
        let missing = FieldError { field: "logo", key: key!("identity-logo-missing"), n: None };
        invalid(&visit, Vec::new(), &[missing])
    };
    again.answer(&logo_page(&visit, &identity, again.form.clone()).await?)
}

/// `POST /{body}/scrivania/ente/logo/togli`
pub async fn remove_logo(
    visit: Visit,
    Part(identity): Part<Identity>,
    Path(_): Path<String>,
) -> Result<Response, WebError> {
    let caller = Caller::web(visit.principal.clone());
    identity.set_logo(&caller, visit.body_id()?, None).await.map_err(other)?;
    Ok(web::see_other(&format!("{}/logo", root(&visit)?), key!("done-identity-logo-removed")))
}

#[derive(Template)]
#[template(path = "identity_municipalities.html")]
struct Municipalities {
    page: Page,
    form: Form,
    here: String,
    rows: i64,
    count: i64,
}

async fn municipalities_page(
    visit: &Visit,
    identity: &Identity,
    form: Form,
) -> Result<Municipalities, WebError> {
    let count = identity.municipalities(visit.body_id()?).await?.len();
    let lines = form.value("municipalities").lines().count();
    Ok(Municipalities {
        page: inner(visit, key!("identity-municipalities"))?,
        here: format!("{}/comuni", root(visit)?),
        rows: (lines as i64 + 2).clamp(6, 30),
        count: count as i64,
        form,
    })
}

/// `/{body}/scrivania/ente/comuni`
pub async fn municipalities_form(
    visit: Visit,
    Part(identity): Part<Identity>,
) -> Result<Response, WebError> {
    let lines: Vec<String> = identity
        .municipalities(visit.body_id()?)
        .await?
        .iter()
        .map(|one| format!("{} {}", one.istat, one.name))
        .collect();
    let form = Form::filled([("municipalities", lines.join("\n"))]);
    web::html(&municipalities_page(&visit, &identity, form).await?)
}

/// The municipalities of a text, one a line: ISTAT code, name, or both.
fn listed(text: &str, known: &[Municipality]) -> Result<Vec<Municipality>, FieldError> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let refuse = |key| FieldError { field: "municipalities", key, n: Some(at as i64 + 1) };
        let code: String = line.chars().take_while(char::is_ascii_digit).collect();
        let one = if code.is_empty() {
            let term = vocabulary::municipalities().recognise(line);
            term.map(|term| (term.code.clone(), term.label_it.clone()))
        } else {
            // What the body already has stays, even when it is outside the region's list.
            let own = known.iter().find(|one| one.istat == code);
            let term = vocabulary::municipalities().get(&code);
            own.map(|one| (one.istat.clone(), one.name.clone()))
                .or_else(|| term.map(|term| (term.code.clone(), term.label_it.clone())))
        };
        let (istat, name) = one.ok_or_else(|| refuse(key!("identity-municipality-unknown")))?;
        if !seen.insert(istat.clone()) {
            return Err(refuse(key!("identity-municipality-twice")));
        }
        found.push(Municipality { istat, name });
    }
    Ok(found)
}

/// `POST /{body}/scrivania/ente/comuni`
pub async fn municipalities(
    visit: Visit,
    Part(identity): Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let body = visit.body_id()?;
    let mut draft = Draft::new(pairs.clone());
    let text = draft.lines("municipalities", false, 0, 20_000);
    let outcome = match draft.finish() {
        Ok(()) => listed(&text, &identity.municipalities(body).await?)
            .map_err(|error| IdentityError::Invalid(vec![error])),
        Err(errors) => Err(IdentityError::Invalid(errors)),
    };
    let outcome = match outcome {
        Ok(list) => {
            let caller = Caller::web(visit.principal.clone());
            identity.set_municipalities(&caller, body, list).await
        }
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => {
            let to = format!("{}/comuni", root(&visit)?);
            Ok(web::see_other(&to, key!("done-identity-municipalities")))
        }
        Err(error) => {
            let again = refused(&visit, pairs, error)?;
            again.answer(&municipalities_page(&visit, &identity, again.form.clone()).await?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn municipalities_by_code_by_name_or_both() {
        let list = listed("035024 Guastalla\n\n  boretto \n035033", &[]).unwrap();
        let codes: Vec<_> = list.iter().map(|one| one.istat.as_str()).collect();
        assert_eq!(codes, ["035024", "035005", "035033"]);
        assert_eq!(list[1].name, "Boretto");
        let own = Municipality { istat: "999999".into(), name: "Altrove".into() };
        assert_eq!(listed("999999", std::slice::from_ref(&own)).unwrap(), [own]);
    }

    #[test]
    fn a_line_that_is_no_municipality_is_named() {
        for (text, line) in [("Guastalla\nGustalla", 2), ("000000", 1), ("Boretto\n035005", 2)] {
            assert_eq!(listed(text, &[]).unwrap_err().n, Some(line), "{text}");
        }
    }
}
