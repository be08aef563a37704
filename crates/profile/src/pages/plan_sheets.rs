//! The sheets of the zone plan: the list, and the page of one.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use kernel::id::Uuid;
use texts::key;
use web::{
    Asked, Page, Visit, WebError,
    page::{Choice, Fact, ThreadItem},
};

use super::{Root, after, below, next, thread, unexpected, words};
use crate::{
    model::Register,
    plan_sheet::{self, Indicator},
    public::{self, Filter},
};

const ON_A_PAGE: u64 = 50;

/// A row of the list.
struct Row {
    href: String,
    name: String,
    area: String,
    years: String,
    district: String,
    services: i64,
    demo: bool,
}

#[derive(Template)]
#[template(path = "profile_plan_sheets.html")]
struct List {
    page: Page,
    root: Root,
    filter: Filter,
    areas: Vec<Choice>,
    rows: Vec<Row>,
    total: i64,
    filtered: bool,
    next: String,
}

/// `/{body}/profilo/schede`
pub async fn list(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let (store, body, register) = (visit.app.store(), visit.body_id()?, Register::PlanSheets);
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, visit.t(key!("profile-plan-sheets")))
        .under(root.at(""), visit.t(key!("profile-title")));
    let filter = Filter {
        words: asked.value("q").chars().take(200).collect(),
        group: asked.value("area").to_owned(),
        ..Filter::default()
    };
    let found = public::list(store, body, register, &filter, after(&asked), ON_A_PAGE).await;
    let found = found.map_err(unexpected)?;
    let area = &register.fields()[register.position("plan_area").unwrap_or_default()];
    let rows = found.entries.iter().map(|entry| Row {
        href: format!("{root}/schede/{}", entry.code),
        name: entry.name.clone(),
        area: words::shown(&page, area, &entry.group),
        years: entry.level.clone(),
        district: entry.place.clone(),
        services: entry.uses,
        demo: words::is_demo(&entry.demo),
    });
    let list = List {
        rows: rows.collect(),
        areas: words::choices(&page, area),
        total: found.total,
        filtered: filter != Filter::default(),
        next: next(&visit, &asked, found.next),
        filter,
        root,
        page,
    };
    web::html(&list)
}

#[derive(Template)]
#[template(path = "profile_plan_sheet.html")]
struct Sheet {
    page: Page,
    name: String,
    lead: String,
    cancelled: bool,
    demo: bool,
    facts: Vec<Fact>,
    content: Vec<Fact>,
    expenses: Vec<(String, String)>,
    total: String,
    indicators: Vec<Indicator>,
    services: Vec<(String, String)>,
    thread: Vec<ThreadItem>,
    sources: Vec<words::Source>,
    contacts: String,
}

/// `/{body}/profilo/schede/{code}`; an id leads to the code.
pub async fn page(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, body, register) = (visit.app.store(), visit.body_id()?, Register::PlanSheets);
    if let Ok(id) = code.parse::<Uuid>() {
        let code = public::code_of(store, body, register, id).await.map_err(unexpected)?;
        let to = below(&visit, &format!("profilo/schede/{}", code.ok_or(WebError::NotFound)?))?;
        return Ok(Redirect::permanent(&to).into_response());
    }
    let found = public::plan_sheet(store, body, &code).await.map_err(unexpected)?;
    let found = found.ok_or(WebError::NotFound)?;
    let (sheet, values) = (found.sheet, found.kept.values);
    let thread = thread(&visit, ("plan_sheet", found.kept.id), &sheet.name).await?;
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, sheet.name.clone())
        .under(root.at(""), visit.t(key!("profile-title")))
        .under(root.at("/schede"), visit.t(key!("profile-plan-sheets")));
    let facts = |names: &[&str]| words::facts(&page, register, &values, names);
    let costs = plan_sheet::expenses(&values);
    let total: i64 = costs.iter().map(|(_, cents)| cents).sum();
    let label = |name: &str| {
        let at = register.position(name).unwrap_or_default();
        page.t(&register.fields()[at].label_key())
    };
    let shown = Sheet {
        facts: facts(&[
            "code",
            "plan_years",
            "district",
            "territory",
            "plan_area",
            "cross_areas",
            "areas",
            "main_regional_sheet",
            "regional_sheets",
            "continuing",
            "community_lab",
        ]),
        content: facts(&[
            "needs",
            "recipients",
            "planned_actions",
            "integrated_policies",
            "partners",
            "novelty",
            "note",
        ]),
        expenses: costs.iter().map(|(source, cents)| (label(source), page.money(*cents))).collect(),
        total: page.money(total),
        indicators: plan_sheet::indicators(&sheet.indicators),
        services: found
            .services
            .into_iter()
            .map(|(code, name)| (root.at(&format!("/servizi/{code}")), name))
            .collect(),
        thread,
        sources: words::sources(&sheet.source),
        contacts: below(&visit, "contatti")?,
        cancelled: sheet.cancelled == Some(true),
        demo: words::is_demo(&sheet.demo),
        lead: sheet.description,
        name: sheet.name,
        page,
    };
    web::html(&shown)
}
