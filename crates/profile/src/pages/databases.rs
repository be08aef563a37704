//! The register of databases, and the page of one.

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

use super::{
    Root, after, below, next,
    services::{access_key, demo_fields, means},
    thread, unexpected, words,
};
use crate::{
    essential,
    exchanges::{self, Exchange},
    findings::{Around, Surroundings},
    model::{Access, Register},
    public::{self, DatabaseSheet, Filter},
};

/// Rows on one page.
const ON_A_PAGE: u64 = 50;

/// A row of the register.
struct Row {
    href: String,
    name: String,
    kind: String,
    scope: String,
    owner: String,
    essential: Option<bool>,
    uses: i64,
    demo: bool,
}

#[derive(Template)]
#[template(path = "profile_databases.html")]
struct List {
    page: Page,
    root: Root,
    filter: Filter,
    kinds: Vec<Choice>,
    rows: Vec<Row>,
    total: i64,
    filtered: bool,
    next: String,
}

/// `/{body}/profilo/basi-dati`
pub async fn list(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let (store, body, register) = (visit.app.store(), visit.body_id()?, Register::Databases);
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, visit.t(key!("profile-databases")))
        .under(root.at(""), visit.t(key!("profile-title")));
    let filter = Filter {
        words: asked.value("q").chars().take(200).collect(),
        group: asked.value("tipo").to_owned(),
        ..Filter::default()
    };
    let found = public::list(store, body, register, &filter, after(&asked), ON_A_PAGE).await;
    let found = found.map_err(unexpected)?;
    let word = |name: &str, code: &str| {
        let at = register.position(name).unwrap_or_default();
        words::shown(&page, &register.fields()[at], code)
    };
    let rows = found
        .entries
        .iter()
        .map(|entry| Row {
            href: format!("{root}/basi-dati/{}", entry.code),
            name: entry.name.clone(),
            kind: word("kind", &entry.group),
            scope: word("scope", &entry.level),
            owner: entry.place.clone(),
            essential: entry.essential,
            uses: entry.uses,
            demo: words::is_demo(&entry.demo),
        })
        .collect();
    let kinds = register.position("kind").map(|at| words::choices(&page, &register.fields()[at]));
    let list = List {
        kinds: kinds.unwrap_or_default(),
        rows,
        total: found.total,
        filtered: filter != Filter::default(),
        next: next(&visit, &asked, found.next),
        filter,
        root,
        page,
    };
    web::html(&list)
}

/// A service that uses a database.
struct User {
    href: String,
    name: String,
    access: Access,
    access_text: String,
    means: String,
}

/// Facts under a heading.
struct Group {
    title: String,
    facts: Vec<Fact>,
}

#[derive(Template)]
#[template(path = "profile_database.html")]
struct Sheet {
    page: Page,
    name: String,
    acronym: String,
    lead: String,
    essential: bool,
    essential_said: bool,
    essential_why: String,
    reasons: Vec<String>,
    demo: bool,
    demo_fields: String,
    users: Vec<User>,
    exchanges: Vec<Exchange>,
    groups: Vec<Group>,
    thread: Vec<ThreadItem>,
    sources: Vec<words::Source>,
    checked: String,
    contacts: String,
}

/// `/{body}/profilo/basi-dati/{code}`; an id leads to the code.
pub async fn page(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    if let Ok(id) = code.parse::<Uuid>() {
        let code =
            public::code_of(store, body, Register::Databases, id).await.map_err(unexpected)?;
        let to = below(&visit, &format!("profilo/basi-dati/{}", code.ok_or(WebError::NotFound)?))?;
        return Ok(Redirect::permanent(&to).into_response());
    }
    let sheet = public::database(store, body, &code).await.map_err(unexpected)?;
    let sheet = sheet.ok_or(WebError::NotFound)?;
    let label = sheet.database.name.clone();
    let thread = thread(&visit, ("database", sheet.kept.id), &label).await?;
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, label)
        .under(root.at(""), visit.t(key!("profile-title")))
        .under(format!("{root}/basi-dati"), visit.t(key!("profile-databases")));
    let around = match visit.app.part::<Surroundings>() {
        Some(around) => (around.0)(body).await?,
        None => Around::default(),
    };
    let contacts = below(&visit, "contatti")?;
    let passed = exchanges::of(store, body, sheet.kept.id).await.map_err(unexpected)?;
    let mut sheet = dressed(page, &root, contacts, sheet, thread, &around.measured_from);
    sheet.exchanges = passed;
    web::html(&sheet)
}

/// The facts of a database, group by group.
const GROUPS: [(&str, &[&str]); 5] = [
    (
        key!("profile-group-content"),
        &[
            "kind",
            "scope",
            "entities",
            "records_count",
            "time_coverage",
            "territory_coverage",
            "person_key",
            "classifications",
            "planning_use",
        ],
    ),
    (
        key!("profile-group-responsibility"),
        &["owner", "owner_ipa", "provider", "internal_office", "legal_basis"],
    ),
    (
        key!("profile-group-application"),
        &[
            "application",
            "supplier",
            "hosting",
            "contract_ends",
            "format",
            "api",
            "pdnd",
            "feeding",
            "update_frequency",
            "content_completeness",
            "reliability",
        ],
    ),
    (
        key!("profile-group-protection"),
        &[
            "personal_data",
            "special_categories",
            "minors",
            "register_reference",
            "dpia",
            "access_level",
        ],
    ),
    (
        key!("profile-group-openness"),
        &["open_data", "licence", "url", "verification", "note", "code"],
    ),
];

fn dressed(
    page: Page,
    root: &Root,
    contacts: String,
    sheet: DatabaseSheet,
    thread: Vec<ThreadItem>,
    measured_from: &[String],
) -> Sheet {
    let (database, register) = (sheet.database, Register::Databases);
    let accesses: Vec<Access> = sheet.used_by.iter().map(|used| used.access).collect();
    let reasons = essential::reasons(&database, &accesses, measured_from);
    let (is_essential, essential_said) = essential::verdict(&database, &reasons);
    let groups = GROUPS
        .into_iter()
        .map(|(title, names)| Group {
            title: page.t(title),
            facts: words::facts(&page, register, &sheet.kept.values, names),
        })
        .filter(|group| !group.facts.is_empty())
        .collect();
    let users = sheet
        .used_by
        .iter()
        .map(|used| User {
            href: format!("{root}/servizi/{}", used.code),
            name: used.name.clone(),
            access: used.access,
            access_text: page.t(access_key(used.access)),
            means: means(&page, &used.means),
        })
        .collect();
    Sheet {
        acronym: database.acronym,
        lead: database.description,
        essential: is_essential,
        essential_said,
        reasons: reasons.iter().map(|reason| page.t(reason.key())).collect(),
        essential_why: database.essential_why,
        demo: words::is_demo(&database.demo),
        demo_fields: demo_fields(&page, register, &database.demo_fields),
        users,
        exchanges: Vec::new(),
        groups,
        thread,
        sources: words::sources(&database.source),
        checked: database.checked_on.map(|day| page.date(&day.to_string())).unwrap_or_default(),
        name: database.name,
        contacts,
        page,
    }
}
