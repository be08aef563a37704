//! The services everybody can find, and the page of one.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{id::Uuid, vocabulary};
use texts::key;
use web::{
    Asked, Page, Visit, WebError,
    page::{Choice, Fact, ThreadItem},
};

use super::{Root, after, below, next, thread, unexpected, words};
use crate::{
    model::{Access, Register},
    public::{self, Entry, Filter, ServiceSheet},
    rules::PeopleCount,
};

/// Cards on one page.
const ON_A_PAGE: u64 = 24;

/// A service on the list.
struct Card {
    href: String,
    name: String,
    summary: String,
    area: String,
    place: String,
    level: String,
    state: Option<String>,
    demo: bool,
}

#[derive(Template)]
#[template(path = "profile_services.html")]
struct List {
    page: Page,
    root: Root,
    filter: Filter,
    areas: Vec<Choice>,
    levels: Vec<Choice>,
    municipalities: Vec<Choice>,
    channels: Vec<Choice>,
    cards: Vec<Card>,
    total: i64,
    filtered: bool,
    narrowed: bool,
    next: String,
}

/// `/{body}/profilo/servizi`
pub async fn list(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, visit.t(key!("profile-services")))
        .under(root.at(""), visit.t(key!("profile-title")));
    let filter = Filter {
        words: asked.value("q").chars().take(200).collect(),
        area: asked.value("area").to_owned(),
        level: asked.value("livello").to_owned(),
        municipality: asked.value("comune").to_owned(),
        channel: asked.value("canale").to_owned(),
        group: String::new(),
    };
    let found =
        public::list(store, body, Register::Services, &filter, after(&asked), ON_A_PAGE).await;
    let found = found.map_err(unexpected)?;
    let in_use = public::in_use(store, body).await.map_err(unexpected)?;
    let named = |list: &vocabulary::Vocabulary, codes: &[String]| -> Vec<Choice> {
        codes.iter().map(|code| words::choice(code, list.label(code, page.lang))).collect()
    };
    let mut municipalities = named(vocabulary::municipalities(), &in_use.municipalities);
    municipalities.sort_by_key(|choice| kernel::italian::fold(&choice.label));
    let list = List {
        areas: words::terms(&page, vocabulary::areas()),
        levels: words::levels(&page),
        municipalities,
        channels: named(vocabulary::channels(), &in_use.channels),
        cards: found.entries.iter().map(|entry| card(&page, &root, entry)).collect(),
        total: found.total,
        filtered: filter != Filter::default(),
        narrowed: filter != Filter { words: filter.words.clone(), ..Filter::default() },
        next: next(&visit, &asked, found.next),
        filter,
        root,
        page,
    };
    web::html(&list)
}

fn card(page: &Page, root: &Root, entry: &Entry) -> Card {
    let towns = entry.municipalities.split(';').filter(|code| !code.is_empty()).count();
    let place = match (entry.place.is_empty(), towns) {
        (false, _) => entry.place.clone(),
        (true, 0) => String::new(),
        (true, 1..=2) => words::labels(page, vocabulary::municipalities(), &entry.municipalities),
        (true, n) => page.tn(key!("profile-in-municipalities"), n as i64),
    };
    Card {
        href: format!("{root}/servizi/{}", entry.code),
        name: entry.name.clone(),
        summary: entry.summary.clone(),
        area: words::labels(page, vocabulary::areas(), &entry.areas),
        place,
        level: words::level(page, &entry.level),
        state: state(page, &entry.group),
        demo: words::is_demo(&entry.demo),
    }
}

/// The state of a service that does not simply run.
fn state(page: &Page, code: &str) -> Option<String> {
    let key = match code {
        "suspended" => key!("profile-choice-status-suspended"),
        "planned" => key!("profile-choice-status-planned"),
        "ended" => key!("profile-choice-status-ended"),
        _ => return None,
    };
    Some(page.t(key))
}

/// A database a service uses.
struct Used {
    href: String,
    name: String,
    access: String,
    means: String,
}

#[derive(Template)]
#[template(path = "profile_service.html")]
struct Sheet {
    page: Page,
    name: String,
    lead: String,
    easy: String,
    state: Option<String>,
    demo: bool,
    demo_fields: String,
    practical: Vec<Fact>,
    missing: String,
    url: String,
    level: String,
    target: String,
    online: Vec<Fact>,
    uses: Vec<Used>,
    thread: Vec<ThreadItem>,
    office: Vec<Fact>,
    sources: Vec<words::Source>,
    checked: String,
    contacts: String,
    keeping: super::claims::Keeping,
}

/// What a person asks first, in the order and words of the page; what has no answer is named at its end.
const PRACTICAL: [(&str, &str); 9] = [
    ("recipients", key!("profile-ask-who")),
    ("requirements", key!("profile-ask-needed")),
    ("channels", key!("profile-ask-how")),
    ("place", key!("profile-ask-where")),
    ("municipalities", key!("profile-ask-municipalities")),
    ("opening_hours", key!("profile-ask-when")),
    ("user_cost", key!("profile-ask-cost")),
    ("contact_office", key!("profile-ask-answers")),
    ("assistance", key!("profile-ask-help")),
];

/// `/{body}/profilo/servizi/{code}`; an id leads to the code.
pub async fn page(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    if let Ok(id) = code.parse::<Uuid>() {
        let code =
            public::code_of(store, body, Register::Services, id).await.map_err(unexpected)?;
        let to = below(&visit, &format!("profilo/servizi/{}", code.ok_or(WebError::NotFound)?))?;
        return Ok(Redirect::permanent(&to).into_response());
    }
    let sheet = public::service(store, body, &code).await.map_err(unexpected)?;
    let sheet = sheet.ok_or(WebError::NotFound)?;
    let label = sheet.service.name.clone();
    let thread = thread(&visit, ("service", sheet.kept.id), &label).await?;
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, label)
        .under(root.at(""), visit.t(key!("profile-title")))
        .under(format!("{root}/servizi"), visit.t(key!("profile-services")));
    let keeping = super::claims::keeping(&visit, sheet.kept.id, &sheet.service.code).await?;
    web::html(&dressed(page, &root, below(&visit, "contatti")?, sheet, thread, keeping))
}

fn dressed(
    page: Page,
    root: &Root,
    contacts: String,
    sheet: ServiceSheet,
    thread: Vec<ThreadItem>,
    keeping: super::claims::Keeping,
) -> Sheet {
    let (service, register) = (sheet.service, Register::Services);
    let facts = |names: &[&str]| words::facts(&page, register, &sheet.kept.values, names);
    let (mut practical, mut missing) = (Vec::new(), Vec::new());
    for (name, label) in PRACTICAL {
        match facts(&[name]).pop() {
            Some(fact) => practical.push(Fact { label: page.t(label), ..fact }),
            None => missing.push(page.t(label).to_lowercase()),
        }
    }
    let target = words::numbered_level(&page, &service.target_level);
    let mut office = facts(&[
        "owner",
        "management",
        "provider",
        "areas",
        "siuss_area",
        "means_test",
        "macro_level",
        "leps",
        "regional_sheets",
        "plan_sheets",
        "software",
        "barriers",
        "note",
        "code",
    ]);
    let people = match service.users_shown() {
        PeopleCount::Unknown => None,
        PeopleCount::FewerThanFive => Some(page.t(key!("profile-fewer-than-five"))),
        PeopleCount::Exactly(n) => Some(page.number(n)),
    };
    if let Some(people) = people {
        let year = service.users_year.map(|year| format!(" ({year})")).unwrap_or_default();
        let label = page.t(key!("profile-field-users-count"));
        office.insert(3.min(office.len()), Fact { label, text: format!("{people}{year}") });
    }
    let official = vocabulary::interactivity_levels().get(&service.current_level);
    // The official words exist in Italian alone.
    if let Some(term) = official.filter(|_| page.lang == "it") {
        let label = page.t(key!("profile-level-official"));
        office.push(Fact { label, text: term.definition_it.clone() });
    }
    let uses = sheet
        .uses
        .iter()
        .map(|used| Used {
            href: format!("{root}/basi-dati/{}", used.code),
            name: used.name.clone(),
            access: page.t(access_key(used.access)),
            means: means(&page, &used.means),
        })
        .collect();
    Sheet {
        lead: service.short_description,
        easy: service.easy_description,
        state: state(&page, &service.status),
        demo: words::is_demo(&service.demo),
        demo_fields: demo_fields(&page, register, &service.demo_fields),
        practical,
        missing: missing.join(", "),
        url: service.url,
        level: words::numbered_level(&page, &service.current_level),
        target: if service.target_level == service.current_level { String::new() } else { target },
        online: facts(&["authentication", "platforms"]),
        uses,
        thread,
        office,
        sources: words::sources(&service.source),
        checked: match service.checked_on.map(|day| page.date(&day.to_string())) {
            Some(day) if service.checked_by.is_empty() => day,
            Some(day) => format!("{day} ({})", service.checked_by),
            None => String::new(),
        },
        name: service.name,
        contacts,
        keeping,
        page,
    }
}

/// The words for what a service does with a database.
pub fn access_key(access: Access) -> &'static str {
    match access {
        Access::Read => key!("profile-choice-access-read"),
        Access::Write => key!("profile-choice-access-write"),
        Access::ReadWrite => key!("profile-choice-access-read-write"),
    }
}

/// By what means, in words; empty when nobody said.
pub fn means(page: &Page, code: &str) -> String {
    let key = match code {
        "manual" => key!("profile-choice-means-manual"),
        "file" => key!("profile-choice-means-file"),
        "api" => key!("profile-choice-means-api"),
        "pdnd" => key!("profile-choice-means-pdnd"),
        _ => return String::new(),
    };
    page.t(key)
}

/// The labels of the fields that are made up.
pub fn demo_fields(page: &Page, register: Register, names: &str) -> String {
    let fields = names.split(';').filter_map(|name| register.position(name.trim()));
    let labels = fields.map(|at| page.t(&register.fields()[at].label_key()).to_lowercase());
    labels.collect::<Vec<_>>().join(", ")
}
