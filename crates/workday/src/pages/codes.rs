//! Personal codes to print and give in person: shown once.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::form::Draft;
use texts::key;
use web::{Form, Page, Pairs, Visit, WebError};

use super::{
    any_day, desk_href, not_kept, refusal, refused, screen::spoken, shown::in_fives, words,
};
use crate::{model::Day, qr, voting};

/// How many codes one sheet holds.
const MOST: i64 = 500;

#[derive(Template)]
#[template(path = "day_codes.html")]
struct CodesForm {
    page: Page,
    back: String,
    form: Form,
    ready: bool,
    personal: bool,
}

fn codes_form(visit: &Visit, day: &Day, form: Form) -> CodesForm {
    let back = format!("{}/{}", desk_href(visit), day.fields.slug);
    CodesForm {
        page: Page::new(visit, visit.t(key!("day-codes-title")))
            .under(desk_href(visit), visit.t(key!("desk-days")))
            .under(back.clone(), &day.fields.title),
        back,
        form,
        ready: day.state.take_voter().is_ok(),
        personal: day.fields.rules.least_level > 0,
    }
}

/// `/{body}/scrivania/giornate/{day}/codici`
pub async fn form(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    web::html(&codes_form(&visit, &view.day, Form::filled([("how_many", "50")])))
}

/// A code to cut out.
struct Slip {
    code: String,
    qr: String,
}

#[derive(Template)]
#[template(path = "day_codes_sheet.html")]
struct Sheet {
    page: Page,
    day_title: String,
    when: String,
    address: String,
    back: String,
    slips: Vec<Slip>,
    lead: String,
}

/// `POST /{body}/scrivania/giornate/{day}/codici`: makes codes and shows the sheet, this once.
pub async fn sheet(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let view = any_day(&visit, &slug).await?;
    let day = &view.day;
    let mut draft = Draft::new(pairs.clone());
    let how_many = draft.integer("how_many", true, 1..=MOST);
    if let Err(errors) = draft.finish() {
        return refused(&codes_form(&visit, day, Form::refused(&visit, pairs, &errors)));
    }
    let how_many = u32::try_from(how_many.unwrap_or(1)).unwrap_or(1);
    let store = visit.app.store();
    let made =
        voting::issue_codes(store, &visit.principal, visit.body_id()?, day.id, how_many).await;
    let codes = match made {
        Ok(codes) => codes,
        Err(error) => {
            let text = words(&visit, &refusal(error)?);
            let form = Form::filled(pairs).with_error("", text);
            return refused(&codes_form(&visit, day, form));
        }
    };
    let base = &visit.app.config().base_url;
    let slips: Vec<Slip> = codes
        .into_iter()
        .map(|code| Slip {
            qr: qr::svg(&format!("{base}{}/vota?codice={code}", day.href)),
            code: in_fives(&code),
        })
        .collect();
    let back = format!("{}/{}", desk_href(&visit), day.fields.slug);
    let page = Page::new(&visit, visit.t(key!("day-sheet-title")))
        .under(desk_href(&visit), visit.t(key!("desk-days")))
        .under(back.clone(), &day.fields.title);
    let template = Sheet {
        day_title: day.fields.title.clone(),
        when: page.date(&day.fields.day.to_string()),
        address: spoken(&visit),
        back,
        lead: page.tn(key!("day-sheet-lead"), slips.len() as i64),
        slips,
        page,
    };
    Ok(not_kept(web::html(&template)?))
}
