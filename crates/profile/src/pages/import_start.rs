//! A source comes in: a file that is sent, or an address that a job fetches.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::id::Uuid;
use texts::{Args, key};
use web::{Asked as Query, Form, Page, Pairs, Upload, Visit, WebError, page::Choice};

use super::{
    below,
    import::{frame, refusal, sheet_key},
    unexpected,
};
use crate::{
    fetch::{self, Asked},
    import::Sheet,
    service,
};

/// A file somebody uploaded and did not confirm.
struct Waiting {
    href: String,
    name: String,
    what: String,
    when: String,
}

#[derive(Template)]
#[template(path = "profile_import.html")]
struct Start {
    page: Page,
    root: String,
    form: Form,
    sheets: Vec<Choice>,
    waiting: Vec<Waiting>,
    addresses: Vec<Address>,
}

/// An address somebody asked for.
struct Address {
    id: String,
    place: String,
    when: String,
    /// The word of its state.
    state: String,
    /// Where what was read can be seen.
    preview: String,
    /// Why nothing was read.
    why: String,
}

fn address(page: &Page, root: &str, asked: Asked) -> Address {
    let mut args = Args::new();
    args.set("n", asked.fault_n);
    Address {
        id: asked.id.to_string(),
        when: page.instant(asked.asked_at),
        preview: asked.draft_id.map(|id| format!("{root}/{id}/anteprima")).unwrap_or_default(),
        why: if asked.fault.is_empty() { String::new() } else { page.ta(&asked.fault, &args) },
        place: asked.address,
        state: asked.state,
    }
}

/// `/{body}/scrivania/importa`
pub async fn start(visit: Visit, asked: Query) -> Result<Response, WebError> {
    let sheet = Sheet::parse(asked.value("cosa")).unwrap_or(Sheet::ALL[0]);
    start_page(&visit, Form::filled([("cosa", sheet.code())])).await
}

async fn start_page(visit: &Visit, form: Form) -> Result<Response, WebError> {
    let page = frame(visit, visit.t(key!("profile-import-title")))?;
    let root = below(visit, "scrivania/importa")?;
    let sheets = [
        key!("profile-sheet-services-hint"),
        key!("profile-sheet-databases-hint"),
        key!("profile-sheet-links-hint"),
        key!("profile-sheet-plan-hint"),
    ];
    let sheets = Sheet::ALL.into_iter().zip(sheets).map(|(sheet, hint)| Choice {
        value: sheet.code().to_owned(),
        label: page.t(sheet_key(sheet)),
        hint: page.t(hint),
    });
    let waiting = service::waiting(visit.app.store(), visit.body_id()?).await;
    let waiting = waiting.map_err(unexpected)?.into_iter().map(|one| Waiting {
        href: format!("{root}/{}", one.id),
        name: one.file_name,
        what: Sheet::parse(&one.register).map(|s| page.t(sheet_key(s))).unwrap_or_default(),
        when: page.instant(one.created_at),
    });
    let asked = fetch::service::asked(visit.app.store(), visit.body_id()?).await;
    let asked = asked.map_err(unexpected)?.into_iter();
    let addresses = asked.map(|one| address(&page, &root, one)).collect();
    let (sheets, waiting) = (sheets.collect(), waiting.collect());
    web::html(&Start { page, root, form, sheets, waiting, addresses })
}

/// `POST /{body}/scrivania/importa`
pub async fn upload(visit: Visit, upload: Upload) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let kept = Form::filled(upload.pairs.clone());
    let refused = async |form: Form| -> Result<Response, WebError> {
        Ok((StatusCode::UNPROCESSABLE_ENTITY, start_page(&visit, form).await?).into_response())
    };
    let Some(sheet) = Sheet::parse(&kept.value("cosa")) else {
        return refused(kept.with_error("cosa", visit.t(key!("form-not-in-list")))).await;
    };
    let Some(file) = upload.files.into_iter().find(|file| file.field == "file") else {
        return refused(kept.with_error("file", visit.t(key!("profile-file-none")))).await;
    };
    service::sweep_drafts(store, body).await.map_err(unexpected)?;
    match service::upload(store, body, sheet, &file.name, file.bytes.to_vec()).await {
        Ok(draft) => {
            // A layout the body has confirmed before needs no second look at its columns, and those
            // of another source are named by what they are.
            let known = draft.recognised || !draft.is_spreadsheet();
            let page = if known { "/anteprima" } else { "" };
            let to = below(&visit, &format!("scrivania/importa/{}{page}", draft.id))?;
            Ok(Redirect::to(&to).into_response())
        }
        Err(error) => refused(kept.with_error("file", refusal(&visit, error)?)).await,
    }
}

/// `POST /{body}/scrivania/importa/indirizzo`: an address is asked for.
pub async fn ask(visit: Visit, Pairs(pairs): Pairs) -> Result<Response, WebError> {
    let form = Form::filled(pairs);
    let typed = form.value("indirizzo");
    match fetch::service::ask(visit.app.store(), visit.body_id()?, &typed).await {
        Ok(_) => {
            Ok(web::see_other(&below(&visit, "scrivania/importa")?, key!("done-address-asked")))
        }
        Err(error) => {
            let form = form.with_error("indirizzo", refusal(&visit, error)?);
            let page = start_page(&visit, form).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `POST /{body}/scrivania/importa/indirizzo/{id}/togli`: an address is forgotten.
pub async fn forget(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let done = fetch::service::forget(visit.app.store(), visit.body_id()?, id).await;
    done.map_err(unexpected)?;
    Ok(web::see_other(&below(&visit, "scrivania/importa")?, key!("done-address-forgotten")))
}
