//! One record written by hand: all its fields, in sections one can read.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use identity::Identity;
use texts::key;
use web::{Form, Page, Pairs, Part, Visit, WebError, page::Choice};

use super::{
    below,
    classes::{self, Groups},
    desk::register_key,
    edit_rows, place, unexpected, words,
};
use crate::{
    ProfileError,
    fields::{Field, Kind},
    model::{Kept, Register, Values},
    service::{self, Target},
};

/// A section of the form: its heading and the names of its fields.
type Section = (&'static str, &'static [&'static str]);

const SERVICE: &[Section] = &[
    (
        key!("profile-section-what"),
        &[
            "name",
            "code",
            "short_description",
            "easy_description",
            "keywords",
            "status",
            "status_reason",
        ],
    ),
    (
        key!("profile-section-who"),
        &[
            "areas",
            "recipients",
            "age_from",
            "age_to",
            "languages",
            "requirements",
            "isee_limit",
            "means_test",
            "siuss_area",
        ],
    ),
    (
        key!("profile-section-ask"),
        &["how_to", "needed", "outcome", "times", "waiting_days", "conditions"],
    ),
    (
        key!("profile-section-where"),
        &[
            "municipalities",
            "place",
            "place_access",
            "place_access_note",
            "opening_hours",
            "user_cost",
            "cost_note",
            "contact_office",
            "phone",
            "email",
            "help",
            "assistance",
        ],
    ),
    (
        key!("profile-section-how"),
        &[
            "channels",
            "channel_details",
            "url",
            "current_level",
            "level_date",
            "level_url",
            "target_level",
            "target_date",
            "authentication",
            "platforms",
            "barriers",
            "barriers_note",
            "software",
        ],
    ),
    (
        key!("profile-section-management"),
        &["owner", "owner_ipa", "management", "provider", "plan_sheets"],
    ),
    (
        key!("profile-section-classes"),
        &[
            "macro_level",
            "leps",
            "life_events",
            "subject_matters",
            "io_topics",
            "cofog",
            "siuss_codes",
            "regional_sheets",
            "local_terms",
        ],
    ),
    (key!("profile-section-users"), &["users_count", "users_year", "users_source"]),
    (
        key!("profile-section-check"),
        &["card_state", "checked_on", "checked_by", "source", "demo", "demo_fields", "note"],
    ),
];

const DATABASE: &[Section] = &[
    (
        key!("profile-section-database"),
        &["name", "acronym", "code", "description", "kind", "scope"],
    ),
    (
        key!("profile-group-responsibility"),
        &["owner", "owner_ipa", "provider", "internal_office", "legal_basis"],
    ),
    (
        key!("profile-section-essential"),
        &["essential", "essential_reasons", "essential_why", "planning_use"],
    ),
    (key!("profile-section-application"), &["application", "supplier", "hosting", "contract_ends"]),
    (
        key!("profile-group-content"),
        &[
            "entities",
            "records_count",
            "time_coverage",
            "territory_coverage",
            "person_key",
            "classifications",
        ],
    ),
    (key!("profile-section-quality"), &["update_frequency", "content_completeness", "reliability"]),
    (key!("profile-section-exchange"), &["format", "api", "pdnd", "feeding"]),
    (
        key!("profile-group-protection"),
        &[
            "personal_data",
            "special_categories",
            "minors",
            "purposes",
            "data_subjects",
            "data_recipients",
            "retention",
            "security",
            "register_reference",
            "dpia",
            "access_level",
        ],
    ),
    (key!("profile-group-openness"), &["open_data", "licence", "url"]),
    (
        key!("profile-section-check"),
        &["checked_on", "checked_by", "verification", "source", "demo", "demo_fields", "note"],
    ),
];

const PLAN_SHEET: &[Section] = &[
    (
        key!("profile-section-plan"),
        &[
            "name",
            "code",
            "plan_years",
            "district",
            "territory",
            "plan_area",
            "cross_areas",
            "main_regional_sheet",
            "regional_sheets",
            "continuing",
            "community_lab",
            "cancelled",
        ],
    ),
    (
        key!("profile-section-plan-content"),
        &[
            "areas",
            "needs",
            "description",
            "recipients",
            "planned_actions",
            "integrated_policies",
            "partners",
            "referents",
            "novelty",
        ],
    ),
    (key!("profile-section-plan-expenses"), &crate::plan_sheet::EXPENSES),
    (key!("profile-section-plan-indicators"), &["indicators"]),
    (key!("profile-section-check"), &["checked_on", "source", "demo", "demo_fields", "note"]),
];

const fn sections(register: Register) -> &'static [Section] {
    match register {
        Register::Services => SERVICE,
        Register::Databases => DATABASE,
        Register::PlanSheets => PLAN_SHEET,
    }
}

/// A field as the form shows it.
pub(super) struct Shown {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) required: bool,
    pub(super) widget: &'static str,
    pub(super) most: i64,
    pub(super) choices: Vec<Choice>,
    pub(super) classes: Groups,
}

/// What a form knows beside the lists of the program: the body's places and classifications.
#[derive(Default)]
pub(super) struct Around {
    towns: Vec<Choice>,
    classes: Groups,
}

impl Around {
    /// Of the visit's body; its classifications are ticked as the form says.
    pub(super) async fn of(
        visit: &Visit,
        identity: &Identity,
        form: &Form,
    ) -> Result<Self, WebError> {
        let towns = identity.municipalities(visit.body_id()?).await?.into_iter();
        let towns = towns.map(|town| words::choice(town.istat, town.name)).collect();
        Ok(Self { towns, classes: classes::groups(visit, form).await? })
    }
}

/// A section as the form shows it.
pub(super) struct Group {
    pub(super) title: String,
    pub(super) open: bool,
    pub(super) fields: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "profile_edit.html")]
struct Edit {
    page: Page,
    action: String,
    list: String,
    public: String,
    links: String,
    form: Form,
    version: String,
    parts: Vec<Group>,
    completeness: Option<i64>,
    rows: edit_rows::Rows,
    history: String,
}

/// `/{body}/scrivania/servizi/nuovo`
pub async fn new_service(visit: Visit, identity: Part<Identity>) -> Result<Response, WebError> {
    show(&visit, &identity.0, Register::Services, None, Form::default()).await
}

/// `/{body}/scrivania/basi-dati/nuovo`
pub async fn new_database(visit: Visit, identity: Part<Identity>) -> Result<Response, WebError> {
    show(&visit, &identity.0, Register::Databases, None, Form::default()).await
}

/// `/{body}/scrivania/schede/nuovo`
pub async fn new_sheet(visit: Visit, identity: Part<Identity>) -> Result<Response, WebError> {
    show(&visit, &identity.0, Register::PlanSheets, None, Form::default()).await
}

/// `/{body}/scrivania/schede/{code}`
pub async fn sheet(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    existing(&visit, &identity.0, Register::PlanSheets, &code).await
}

/// `POST /{body}/scrivania/schede/nuovo`
pub async fn create_sheet(
    visit: Visit,
    identity: Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    save(&visit, &identity.0, Register::PlanSheets, None, pairs).await
}

/// `POST /{body}/scrivania/schede/{code}`
pub async fn save_sheet(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    save(&visit, &identity.0, Register::PlanSheets, Some(&code), pairs).await
}

/// `/{body}/scrivania/servizi/{code}`
pub async fn service(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    existing(&visit, &identity.0, Register::Services, &code).await
}

/// `/{body}/scrivania/basi-dati/{code}`
pub async fn database(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    existing(&visit, &identity.0, Register::Databases, &code).await
}

/// `POST /{body}/scrivania/servizi/nuovo`
pub async fn create_service(
    visit: Visit,
    identity: Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    save(&visit, &identity.0, Register::Services, None, pairs).await
}

/// `POST /{body}/scrivania/basi-dati/nuovo`
pub async fn create_database(
    visit: Visit,
    identity: Part<Identity>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    save(&visit, &identity.0, Register::Databases, None, pairs).await
}

/// `POST /{body}/scrivania/servizi/{code}`
pub async fn save_service(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    save(&visit, &identity.0, Register::Services, Some(&code), pairs).await
}

/// `POST /{body}/scrivania/basi-dati/{code}`
pub async fn save_database(
    visit: Visit,
    identity: Part<Identity>,
    Path((_, code)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    save(&visit, &identity.0, Register::Databases, Some(&code), pairs).await
}

async fn existing(
    visit: &Visit,
    identity: &Identity,
    register: Register,
    code: &str,
) -> Result<Response, WebError> {
    let kept = service::record(visit.app.store(), visit.body_id()?, register, code).await;
    let kept = kept.map_err(unexpected)?;
    let form = Form::filled(typed(register, &kept));
    let get = |field| kept.values.get(register, field);
    let form = match register {
        Register::Services => {
            edit_rows::unfolded(form, get("channels"), get("channel_details"), get("platforms"))
        }
        Register::Databases | Register::PlanSheets => form,
    };
    show(visit, identity, register, Some(&kept), form).await
}

/// The kept values as a person would type them; lists as one pair for each tick.
fn typed(register: Register, kept: &Kept) -> Vec<(String, String)> {
    let mut pairs = typed_values(register, &kept.values);
    pairs.push(("version".to_owned(), kept.version.to_string()));
    pairs
}

/// Values as a person would type them; lists as one pair for each tick.
pub(super) fn typed_values(register: Register, values: &Values) -> Vec<(String, String)> {
    let fields = register.fields().iter().zip(&values.0);
    fields
        .flat_map(|(field, value)| {
            let values = match field.kind {
                Kind::Choose(_) | Kind::Terms(_) | Kind::Classes => {
                    value.split(';').map(str::to_owned).collect()
                }
                _ => vec![field.typed(value)],
            };
            values.into_iter().map(|value| (field.name.to_owned(), value))
        })
        .collect()
}

async fn save(
    visit: &Visit,
    identity: &Identity,
    register: Register,
    code: Option<&str>,
    pairs: Vec<(String, String)>,
) -> Result<Response, WebError> {
    let (store, place) = (visit.app.store(), place(visit)?);
    let kept = match code {
        Some(code) => {
            Some(service::record(store, place.body, register, code).await.map_err(unexpected)?)
        }
        None => None,
    };
    // «Add a row» saves nothing: the form comes back with what was typed.
    if pairs.iter().any(|(name, _)| name == edit_rows::ADD) {
        return show(visit, identity, register, kept.as_ref(), Form::filled(pairs)).await;
    }
    let sent = edit_rows::folded(pairs.clone());
    let version = || Form::filled(pairs.clone()).value("version").parse().unwrap_or(0);
    let target = kept
        .as_ref()
        .map_or(Target::New, |kept| Target::Existing { id: kept.id, version: version() });
    let (status, form) =
        match service::save(store, &place, &visit.principal, register, target, sent).await {
            Ok(saved) => {
                let to = below(visit, &format!("scrivania/{}/{}", register.code(), saved.code))?;
                return Ok(web::see_other(&to, key!("done-record-saved")));
            }
            Err(ProfileError::Invalid(errors)) => {
                (StatusCode::UNPROCESSABLE_ENTITY, Form::refused(visit, pairs, &errors))
            }
            Err(ProfileError::Stale) => {
                let form = Form::filled(pairs).with_error("", visit.t(key!("profile-stale")));
                (StatusCode::CONFLICT, form)
            }
            Err(error) => return Err(unexpected(error)),
        };
    Ok((status, show(visit, identity, register, kept.as_ref(), form).await?).into_response())
}

async fn show(
    visit: &Visit,
    identity: &Identity,
    register: Register,
    kept: Option<&Kept>,
    form: Form,
) -> Result<Response, WebError> {
    let list = below(visit, &format!("scrivania/{}", register.code()))?;
    let code = kept.map(|kept| kept.values.get(register, "code"));
    let title = match (kept, register) {
        (Some(kept), _) => kept.values.get(register, "name").to_owned(),
        (None, Register::Services) => visit.t(key!("profile-new-service")),
        (None, Register::Databases) => visit.t(key!("profile-new-database")),
        (None, Register::PlanSheets) => visit.t(key!("profile-new-plan-sheet")),
    };
    let page = Page::new(visit, title)
        .under(below(visit, "scrivania")?, visit.t(key!("shell-desk")))
        .under(&list, visit.t(register_key(register)));
    let around = Around::of(visit, identity, &form).await?;
    let parts = groups(&page, register, &form, &around, |_| true);
    let public = code.map(|code| format!("profilo/{}/{code}", register.code()));
    let edit = Edit {
        action: code.map_or_else(|| format!("{list}/nuovo"), |code| format!("{list}/{code}")),
        public: public.map(|path| below(visit, &path)).transpose()?.unwrap_or_default(),
        links: match (register, code) {
            (Register::Services, Some(code)) => format!("{list}/{code}/collegamenti"),
            _ => String::new(),
        },
        rows: edit_rows::Rows::of(&page, &form, !form.value(edit_rows::ADD).is_empty()),
        history: code.map_or_else(String::new, |code| format!("{list}/{code}/storia")),
        version: form.value("version"),
        parts,
        completeness: kept.map(|kept| kept.completeness),
        list,
        form,
        page,
    };
    web::html(&edit)
}

/// The sections of a form with the fields that may be written in it.
pub(super) fn groups(
    page: &Page,
    register: Register,
    form: &Form,
    around: &Around,
    may: impl Fn(&str) -> bool,
) -> Vec<Group> {
    let parts = sections(register).iter().enumerate().map(|(at, (title, names))| {
        let fields: Vec<Shown> = names
            .iter()
            .filter(|name| may(name))
            .filter_map(|name| register.fields().get(register.position(name)?))
            .map(|field| dressed(page, field, form, around))
            .collect();
        let wrong = fields.iter().any(|field| form.error(field.name).is_some());
        Group { title: page.t(title), open: at < 3 || wrong, fields }
    });
    parts.filter(|group| !group.fields.is_empty()).collect()
}

pub(super) fn dressed(page: &Page, field: &Field, form: &Form, around: &Around) -> Shown {
    let towns = &around.towns;
    let mut choices = words::choices(page, field);
    if field.name == "municipalities" && !towns.is_empty() {
        // The body's own places, and those of others that were ticked before.
        let ticked = form.values(field.name);
        choices.retain(|choice| ticked.contains(&choice.value));
        choices.retain(|choice| !towns.iter().any(|town| town.value == choice.value));
        choices.splice(0..0, towns.iter().cloned());
    }
    let (widget, most) = match field.kind {
        Kind::Code => ("line", 60),
        Kind::Line(most) => ("line", most as i64),
        Kind::Text(most) => ("text", most as i64),
        // The rows of desks and contacts say which channels there are.
        Kind::Terms(_) if field.name == "channels" => ("none", 0),
        Kind::Choose(_) | Kind::Terms(_) => ("ticks", 0),
        Kind::Whole(..) if choices.is_empty() => ("number", 0),
        Kind::Choice(_) | Kind::Term(_) | Kind::YesNo | Kind::Whole(..) => ("select", 0),
        Kind::Money => ("money", 0),
        Kind::Day => ("day", 0),
        Kind::Url => ("url", 500),
        Kind::Email => ("email", 254),
        Kind::Channels => ("channels", 0),
        Kind::Platforms => ("platforms", 0),
        Kind::Classes => ("classes", 0),
    };
    Shown {
        name: field.name,
        label: page.t(&field.label_key()),
        hint: hint_key(field.name).map(|key| page.t(key)).unwrap_or_default(),
        required: field.required,
        widget,
        most,
        choices,
        classes: match field.kind {
            Kind::Classes => around.classes.clone(),
            _ => Groups::default(),
        },
    }
}

/// What helps to fill a field in, where its name is not enough.
fn hint_key(field: &str) -> Option<&'static str> {
    Some(match field {
        "code" => key!("profile-hint-code"),
        "easy_description" => key!("profile-hint-easy"),
        "users_count" => key!("profile-hint-users"),
        "user_cost" => key!("profile-hint-cost"),
        "url" => key!("profile-hint-url"),
        "local_terms" => key!("profile-hint-local-terms"),
        "phone" | "email" => key!("profile-hint-contact"),
        "card_state" => key!("profile-hint-card-state"),
        "note" => key!("profile-hint-note"),
        "essential_why" => key!("profile-hint-essential"),
        "contract_ends" => key!("profile-hint-contract"),
        "owner_ipa" => key!("profile-hint-ipa"),
        "demo_fields" => key!("profile-hint-demo-fields"),
        "indicators" => key!("profile-hint-indicators"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_in_one_section() {
        for register in Register::ALL {
            let mut named: Vec<&str> =
                sections(register).iter().flat_map(|(_, names)| names.iter().copied()).collect();
            let mut fields: Vec<&str> = register.fields().iter().map(|field| field.name).collect();
            named.sort_unstable();
            fields.sort_unstable();
            assert_eq!(named, fields);
        }
    }
}
