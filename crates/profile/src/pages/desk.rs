//! The census on the desk: every record, the longest unchecked first.

use askama::Template;
use axum::{extract::Path, response::Response};
use texts::key;
use web::{Asked, Page, Visit, WebError, page::Choice};

use super::{after, below, next, place, unexpected, words};
use crate::{
    model::Register,
    public::{self, Filter, Sort},
    rules,
    service::{self, Target},
};

/// Rows on one page.
const ON_A_PAGE: u64 = 50;

/// A record of the table.
struct Row {
    edit: String,
    links: String,
    checked_href: String,
    name: String,
    code: String,
    completeness: i64,
    checked: String,
    stale: bool,
    uses: i64,
    demo: bool,
    draft: bool,
}

#[derive(Template)]
#[template(path = "profile_desk.html")]
struct Table {
    page: Page,
    root: String,
    import: String,
    services: bool,
    sheets: bool,
    filter: Filter,
    sort: String,
    areas: Vec<Choice>,
    groups: Vec<Choice>,
    group_label: String,
    sorts: Vec<Choice>,
    rows: Vec<Row>,
    total: i64,
    filtered: bool,
    next: String,
}

/// `/{body}/scrivania/servizi`
pub async fn services(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    table(&visit, &asked, Register::Services).await
}

/// `/{body}/scrivania/basi-dati`
pub async fn databases(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    table(&visit, &asked, Register::Databases).await
}

/// `/{body}/scrivania/schede`
pub async fn plan_sheets(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    table(&visit, &asked, Register::PlanSheets).await
}

/// `POST /{body}/scrivania/schede/{code}/controllato`
pub async fn sheet_checked(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    checked(&visit, Register::PlanSheets, &code).await
}

/// The words for a register.
pub fn register_key(register: Register) -> &'static str {
    match register {
        Register::Services => key!("profile-services"),
        Register::Databases => key!("profile-databases"),
        Register::PlanSheets => key!("profile-plan-sheets"),
    }
}

async fn table(visit: &Visit, asked: &Asked, register: Register) -> Result<Response, WebError> {
    let root = below(visit, &format!("scrivania/{}", register.code()))?;
    let page = Page::new(visit, visit.t(register_key(register)))
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")));
    let filter = Filter {
        words: asked.value("q").chars().take(200).collect(),
        area: asked.value("area").to_owned(),
        group: asked.value("stato").to_owned(),
        drafts: true,
        ..Filter::default()
    };
    let sort = if asked.value("ordine") == "nome" { Sort::Name } else { Sort::Stale };
    let found = public::sorted(
        visit.app.store(),
        visit.body_id()?,
        register,
        &filter,
        sort,
        after(asked),
        ON_A_PAGE,
    );
    let found = found.await.map_err(unexpected)?;
    let today = visit.app.store().clock().now().day();
    let rows = found.entries.iter().map(|entry| Row {
        edit: format!("{root}/{}", entry.code),
        links: format!("{root}/{}/collegamenti", entry.code),
        checked_href: format!("{root}/{}/controllato", entry.code),
        name: entry.name.clone(),
        code: entry.code.clone(),
        completeness: entry.completeness,
        checked: entry.checked_on.clone(),
        stale: rules::is_stale(&entry.checked_on, today),
        uses: entry.uses,
        demo: words::is_demo(&entry.demo),
        draft: entry.card_state == "draft",
    });
    let group = match register {
        Register::Services => "status",
        Register::Databases => "kind",
        Register::PlanSheets => "plan_area",
    };
    let group = &register.fields()[register.position(group).unwrap_or_default()];
    let table = Table {
        rows: rows.collect(),
        services: register == Register::Services,
        sheets: register == Register::PlanSheets,
        import: below(visit, &format!("scrivania/importa?cosa={}", register.code()))?,
        areas: words::terms(&page, kernel::vocabulary::areas()),
        groups: words::choices(&page, group),
        group_label: page.t(&group.label_key()),
        sorts: vec![words::choice("nome", page.t(key!("profile-sort-name")))],
        sort: asked.value("ordine").to_owned(),
        total: found.total,
        filtered: filter != Filter { drafts: true, ..Filter::default() },
        next: next(visit, asked, found.next),
        filter,
        root,
        page,
    };
    web::html(&table)
}

/// `POST /{body}/scrivania/servizi/{code}/controllato`
pub async fn service_checked(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    checked(&visit, Register::Services, &code).await
}

/// `POST /{body}/scrivania/basi-dati/{code}/controllato`
pub async fn database_checked(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    checked(&visit, Register::Databases, &code).await
}

/// Writes today as the day of the last check.
async fn checked(visit: &Visit, register: Register, code: &str) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), place(visit)?);
    let kept = service::record(store, place.body, register, code).await.map_err(unexpected)?;
    let target = Target::Existing { id: kept.id, version: kept.version };
    let today = store.clock().now().day().to_string();
    let mut typed = vec![("checked_on".to_owned(), today)];
    // A draft is finished in its form; a card that is checked is verified.
    if register == Register::Services && kept.values.get(register, "card_state") != "draft" {
        typed.push(("card_state".to_owned(), "verified".to_owned()));
    }
    let done = service::save(store, &place, &visit.principal, register, target, typed).await;
    done.map_err(unexpected)?;
    let to = below(visit, &format!("scrivania/{}", register.code()))?;
    Ok(web::see_other(&to, key!("done-checked")))
}
