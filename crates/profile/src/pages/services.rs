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
    find::{self, Count, Found},
    model::{Access, Register},
    public::{self, Entry, Filter, ServiceSheet, Sort},
    rules::{self, PeopleCount},
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
    needs: String,
    filter: Filter,
    near: String,
    also: String,
    exact: String,
    areas: Vec<Choice>,
    levels: Vec<Choice>,
    municipalities: Vec<Choice>,
    channels: Vec<Choice>,
    languages: Vec<Choice>,
    states: Vec<Choice>,
    places: Vec<Choice>,
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
        group: asked.value("stato").to_owned(),
        language: asked.value("lingua").to_owned(),
        ..Filter::default()
    };
    let near = find::municipality(asked.value("vicino"));
    let (sort, exact) = (near.map_or(Sort::Name, Sort::Near), !asked.value("esatto").is_empty());
    let piece = (after(&asked), ON_A_PAGE);
    let found = find::list(store, body, Register::Services, &filter, sort, exact, piece).await;
    let Found { page: found, also } = found.map_err(unexpected)?;
    let counted = Filter { also: also.clone(), ..filter.clone() };
    let facets = find::facets(store, body, &counted).await.map_err(unexpected)?;
    let list = List {
        areas: counts(&page, &facets.areas, &filter.area, |code| {
            vocabulary::areas().label(code, page.lang).to_owned()
        }),
        levels: counts(&page, &facets.levels, &filter.level, |code| {
            words::numbered_level(&page, code)
        }),
        municipalities: by_name(counts(
            &page,
            &facets.municipalities,
            &filter.municipality,
            municipality,
        )),
        channels: counts(&page, &facets.channels, &filter.channel, |code| {
            vocabulary::channels().label(code, page.lang).to_owned()
        }),
        languages: counts(&page, &facets.languages, &filter.language, |code| {
            vocabulary::languages().label(code, page.lang).to_owned()
        }),
        states: counts(&page, &facets.states, &filter.group, |code| {
            let position = Register::Services.position("status").unwrap_or_default();
            words::shown(&page, &Register::Services.fields()[position], code)
        }),
        places: by_name(
            in_use(store, body)
                .await?
                .iter()
                .map(|code| words::choice(code, municipality(code)))
                .collect(),
        ),
        cards: found.entries.iter().map(|entry| card(&page, &root, entry)).collect(),
        total: found.total,
        filtered: filter != Filter::default(),
        narrowed: near.is_some()
            || filter != Filter { words: filter.words.clone(), ..Filter::default() },
        next: next(&visit, &asked, found.next),
        needs: below(&visit, "bisogni")?,
        also: also.iter().map(|phrase| format!("«{phrase}»")).collect::<Vec<_>>().join(", "),
        exact: format!("{}{}", visit.path, asked.with("esatto", "1")),
        near: near.unwrap_or_default().to_owned(),
        filter,
        root,
        page,
    };
    web::html(&list)
}

/// The municipalities that some service of the body serves.
async fn in_use(store: &store::Store, body: kernel::BodyId) -> Result<Vec<String>, WebError> {
    Ok(public::in_use(store, body).await.map_err(unexpected)?.municipalities)
}

fn municipality(code: &str) -> String {
    vocabulary::municipalities().label(code, "it").to_owned()
}

/// The choices of a filter with how many services each leaves; the chosen one stays, even at none.
fn counts(
    page: &Page,
    counts: &[Count],
    chosen: &str,
    label: impl Fn(&str) -> String,
) -> Vec<Choice> {
    let told =
        |code: &str, n: i64| words::choice(code, format!("{} ({})", label(code), page.number(n)));
    let mut choices: Vec<Choice> = counts.iter().map(|one| told(&one.code, one.n)).collect();
    if !chosen.is_empty() && !counts.iter().any(|one| one.code == chosen) {
        choices.push(told(chosen, 0));
    }
    choices
}

fn by_name(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by_key(|choice| kernel::italian::fold(&choice.label));
    choices
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
    reason: String,
    card: (String, &'static str),
    desks: Vec<Desk>,
    tel: String,
    phone: String,
    email: String,
    target_meaning: String,
    measured: String,
    evidence: String,
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
    report: String,
    keeping: super::claims::Keeping,
}

/// What a person asks first, in the order and words of the page; what has no answer is named at its end.
const PRACTICAL: [(&str, &str); 9] = [
    ("recipients", key!("profile-ask-who")),
    ("requirements", key!("profile-ask-requirements")),
    ("channels", key!("profile-ask-how")),
    ("place", key!("profile-ask-where")),
    ("municipalities", key!("profile-ask-municipalities")),
    ("opening_hours", key!("profile-ask-when")),
    ("user_cost", key!("profile-ask-cost")),
    ("contact_office", key!("profile-ask-answers")),
    ("assistance", key!("profile-ask-help")),
];

/// What comes after it, only where somebody wrote it.
const DETAILS: [(&str, &str); 16] = [
    ("how_to", key!("profile-field-how-to")),
    ("needed", key!("profile-ask-needed")),
    ("outcome", key!("profile-field-outcome")),
    ("times", key!("profile-field-times")),
    ("waiting_days", key!("profile-field-waiting-days")),
    ("cost_note", key!("profile-field-cost-note")),
    ("isee_limit", key!("profile-field-isee-limit")),
    ("age_from", key!("profile-field-age-from")),
    ("age_to", key!("profile-field-age-to")),
    ("languages", key!("profile-field-languages")),
    ("place_access", key!("profile-field-place-access")),
    ("place_access_note", key!("profile-field-place-access-note")),
    ("help", key!("profile-field-help")),
    ("barriers", key!("profile-field-barriers")),
    ("barriers_note", key!("profile-field-barriers-note")),
    ("conditions", key!("profile-field-conditions")),
];

/// A desk or contact.
struct Desk {
    name: String,
    kind: String,
    place: String,
    hours: String,
    tel: String,
    phone: String,
    email: String,
    url: String,
}

/// A telephone number as a link dials it.
fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

fn desks(page: &Page, channels: Vec<crate::structured::ServiceChannel>) -> Vec<Desk> {
    let desk = |channel: crate::structured::ServiceChannel| {
        let kind = vocabulary::channels().label(&channel.code, page.lang).to_owned();
        let town = words::labels(page, vocabulary::municipalities(), &channel.municipality);
        let named = !channel.label.is_empty();
        Desk {
            name: if named { channel.label } else { kind.clone() },
            kind: if named { kind } else { String::new() },
            place: [channel.place, town]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            hours: channel.hours,
            tel: dialled(&channel.phone),
            phone: channel.phone,
            email: channel.email,
            url: channel.url,
        }
    };
    channels.into_iter().map(desk).collect()
}

/// How far the card is, in words and the colour of its mark.
fn card_mark(page: &Page, state: rules::CardState) -> (String, &'static str) {
    let (key, kind) = match state {
        rules::CardState::Draft => (key!("profile-choice-card-state-draft"), "warning"),
        rules::CardState::ToVerify => (key!("profile-choice-card-state-to-verify"), "neutral"),
        rules::CardState::Verified => (key!("profile-choice-card-state-verified"), "success"),
        rules::CardState::Expired => (key!("profile-card-expired"), "warning"),
    };
    (page.t(key), kind)
}

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
    let draft = sheet.service.card_state == "draft";
    if draft && !super::CENSUS.allows(&visit.principal, Some(body), None) {
        return Err(WebError::NotFound);
    }
    let today = store.clock().now().day();
    let label = sheet.service.name.clone();
    let thread = thread(&visit, ("service", sheet.kept.id), &label).await?;
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, label)
        .under(root.at(""), visit.t(key!("profile-title")))
        .under(format!("{root}/servizi"), visit.t(key!("profile-services")));
    let keeping = super::claims::keeping(&visit, sheet.kept.id, &sheet.service.code).await?;
    let classes = super::classes::facts(&page, store, body, &sheet.service.local_terms).await?;
    let about = About { contacts: below(&visit, "contatti")?, thread, today, keeping, classes };
    web::html(&dressed(page, &root, sheet, about))
}

/// What stands around a card on its page.
struct About {
    contacts: String,
    thread: Vec<ThreadItem>,
    today: jiff::civil::Date,
    keeping: super::claims::Keeping,
    classes: Vec<Fact>,
}

fn dressed(page: Page, root: &Root, sheet: ServiceSheet, about: About) -> Sheet {
    let About { contacts, thread, today, keeping, classes } = about;
    let (service, register) = (sheet.service, Register::Services);
    let facts = |names: &[&str]| words::facts(&page, register, &sheet.kept.values, names);
    let (mut practical, mut missing) = (Vec::new(), Vec::new());
    for (name, label) in PRACTICAL {
        match facts(&[name]).pop() {
            Some(fact) => practical.push(Fact { label: page.t(label), ..fact }),
            None => missing.push(page.t(label).to_lowercase()),
        }
    }
    for (name, label) in DETAILS {
        practical.extend(facts(&[name]).pop().map(|fact| Fact { label: page.t(label), ..fact }));
    }
    let checked = sheet.kept.values.get(register, "checked_on");
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
        "life_events",
        "subject_matters",
        "io_topics",
        "cofog",
        "siuss_codes",
    ]);
    office.extend(classes);
    office.extend(facts(&["regional_sheets", "plan_sheets", "software", "note", "code"]));
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
        card: card_mark(&page, rules::card_state(&service.card_state, checked, today)),
        reason: service.status_reason,
        desks: desks(&page, service.channel_details),
        tel: dialled(&service.phone),
        phone: service.phone,
        email: service.email,
        target_meaning: match (service.target_level != service.current_level, service.target_date) {
            (true, Some(day)) => page.ts(key!("profile-level-by"), page.date(&day.to_string())),
            _ => String::new(),
        },
        measured: service
            .level_date
            .map(|day| page.ts(key!("profile-level-measured"), page.date(&day.to_string())))
            .unwrap_or_default(),
        evidence: service.level_url,
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
        report: format!("{root}/servizi/{}/segnala", service.code),
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
