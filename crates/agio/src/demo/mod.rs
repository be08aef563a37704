//! The demo town, made from the facts in `demo/`; what those do not say comes from a seeded
//! generator and is marked as demonstrative.

mod action;
pub mod crowd;
mod day;
mod listening;
mod register;

use std::collections::HashMap;

use anyhow::Context;
use identity::{BodyFields, BodyKind, Caller, Identity, body::Municipality, person::NewPerson};
use jiff::{ToSpan, civil::Date};
use kernel::{BodyId, Instant, Principal, Role, email::Email};
use store::Store;
use texts::Lang;

const BODIES: &str = include_str!("../../../../demo/bodies.csv");
const MUNICIPALITIES: &str = include_str!("../../../../demo/body_municipalities.csv");

/// The password of every demo account: it works only where the demo was loaded.
pub const PASSWORD: &str = "agenda-sociale-demo";

/// An account of the demo.
#[derive(Debug, Clone, Copy)]
pub struct Account {
    /// Address.
    pub email: &'static str,
    /// Name: an office, nobody in particular.
    pub name: &'static str,
    /// Body.
    pub body: &'static str,
    /// Role on it.
    pub role: Role,
}

/// The demo accounts.
pub const ACCOUNTS: &[Account] = &[
    Account {
        email: "referente@demo.example",
        name: "Referente (demo)",
        body: "unione-bassa-reggiana",
        role: Role::Lead,
    },
    Account {
        email: "moderatore@demo.example",
        name: "Moderatore (demo)",
        body: "unione-bassa-reggiana",
        role: Role::Moderator,
    },
    Account {
        email: "facilitatore@demo.example",
        name: "Facilitatore (demo)",
        body: "unione-bassa-reggiana",
        role: Role::Facilitator,
    },
    Account {
        email: "rimini@demo.example",
        name: "Referente di Rimini (demo)",
        body: "rimini",
        role: Role::Lead,
    },
];

type Row = HashMap<String, String>;

fn rows(text: &str) -> anyhow::Result<Vec<Row>> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .context("demo data")
}

fn cell<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).map_or("", String::as_str)
}

/// Whether no body is there yet.
pub async fn is_empty(identity: &Identity) -> anyhow::Result<bool> {
    Ok(identity.bodies().tree().await?.is_empty())
}

/// A body of the demo.
#[derive(Debug, Clone)]
struct Body {
    id: BodyId,
    slug: String,
    name: String,
}

/// What every part of the loader works with.
struct Ground<'a> {
    store: &'a Store,
    bodies: HashMap<String, Body>,
    base_url: &'a str,
    today: Date,
    who: Principal,
}

impl Ground<'_> {
    fn body(&self, row: &Row) -> anyhow::Result<&Body> {
        let slug = cell(row, "body_slug");
        self.bodies.get(slug).with_context(|| format!("demo body {slug}"))
    }

    fn site(&self, body: &Body) -> participation::service::Site {
        participation::service::Site {
            body: body.id,
            slug: body.slug.clone(),
            name: body.name.clone(),
            base_url: self.base_url.to_owned(),
        }
    }

    /// The day of a row: `NAME_date` or `NAME_on` as written, else `NAME_offset_days` from today.
    fn day(&self, row: &Row, name: &str) -> Option<Date> {
        let written = ["date", "on"].map(|end| cell(row, &format!("{name}_{end}")));
        written.into_iter().find_map(kernel::clock::parse_day).or_else(|| {
            let days: i64 = cell(row, &format!("{name}_offset_days")).parse().ok()?;
            self.today.checked_add(days.days()).ok()
        })
    }
}

fn demonstrative(row: &Row) -> bool {
    !cell(row, "dimostrativo").is_empty()
}

fn list(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|one| !one.is_empty()).map(ToOwned::to_owned).collect()
}

/// Told how far the loading is: what is being loaded, how much is done, out of how much.
pub type Progress<'a> = &'a (dyn Fn(&str, u64, u64) + Sync);

/// Loads the demo town into an empty database; gives how many bodies it made.
pub async fn load(
    identity: &Identity,
    base_url: &str,
    progress: Progress<'_>,
) -> anyhow::Result<usize> {
    progress("enti e persone", 0, 5);
    let ids = bodies_and_people(identity).await?;
    let tree = identity.bodies().tree().await?;
    let bodies = ids
        .iter()
        .filter_map(|(slug, id)| {
            let name = tree.by_id(*id)?.fields.name.clone();
            Some((slug.clone(), Body { id: *id, slug: slug.clone(), name }))
        })
        .collect();
    let store = identity.store();
    let who = Principal { name: "dati dimostrativi".into(), ..Principal::anonymous() };
    let today = store.clock().now().day();
    let ground = Ground { store, bodies, base_url, today, who };
    progress("servizi e basi dati", 1, 5);
    register::load(&ground).await?;
    progress("percorsi e idee", 2, 5);
    let ideas = listening::load(&ground).await?;
    progress("giornata e voti", 3, 5);
    day::load(&ground, &ideas).await?;
    progress("azioni e misure", 4, 5);
    action::load(&ground, &ideas).await?;
    progress("fatto", 5, 5);
    Ok(ids.len())
}

/// The moment a day's work begins, for things brought in from the past.
fn morning(day: Date) -> Instant {
    Instant::start_of(day).plus_seconds(9 * 3600)
}

async fn bodies_and_people(identity: &Identity) -> anyhow::Result<HashMap<String, BodyId>> {
    let caller = Caller::import();
    let mut ids: HashMap<String, BodyId> = HashMap::new();
    for row in rows(BODIES)? {
        let fields = BodyFields {
            parent: ids.get(cell(&row, "parent_slug")).copied(),
            slug: cell(&row, "slug").to_owned(),
            name: cell(&row, "name").to_owned(),
            kind: BodyKind::parse(cell(&row, "kind")).unwrap_or(BodyKind::Other),
            ipa_code: cell(&row, "ipa_code").to_owned(),
            istat_code: cell(&row, "istat_code").to_owned(),
            province: cell(&row, "province").to_owned(),
            population: cell(&row, "population_2011").parse().ok(),
            primary_color: cell(&row, "primary_color").to_owned(),
            languages: cell(&row, "languages").split(';').filter_map(Lang::parse).collect(),
            contact_email: cell(&row, "email_demo").to_owned(),
            demo: true,
            ..BodyFields::default()
        };
        let slug = fields.slug.clone();
        let id = identity
            .add_body(&caller, fields)
            .await
            .with_context(|| format!("demo body {slug}"))?;
        ids.insert(slug, id);
    }
    let mut members: HashMap<String, Vec<Municipality>> = HashMap::new();
    for row in rows(MUNICIPALITIES)? {
        members.entry(cell(&row, "body_slug").to_owned()).or_default().push(Municipality {
            istat: cell(&row, "istat").to_owned(),
            name: cell(&row, "name").to_owned(),
        });
    }
    for (slug, list) in members {
        if let Some(id) = ids.get(&slug) {
            identity
                .set_municipalities(&caller, *id, list)
                .await
                .with_context(|| format!("municipalities of {slug}"))?;
        }
    }
    for account in ACCOUNTS {
        let email = Email::parse(account.email).context("demo address")?;
        let new = NewPerson { email, name: account.name.to_owned(), language: Lang::It };
        let person =
            identity.add_person(&caller, new, Some(PASSWORD)).await.context(account.email)?;
        if let Some(body) = ids.get(account.body) {
            identity
                .grant_role(&caller, *body, person, None, account.role)
                .await
                .context(account.email)?;
        }
    }
    Ok(ids)
}
