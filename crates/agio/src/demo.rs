//! The demo town, made from the facts in `demo/`.

use std::collections::HashMap;

use anyhow::Context;
use identity::{BodyFields, BodyKind, Caller, Identity, body::Municipality, person::NewPerson};
use kernel::{BodyId, Role, email::Email};
use texts::Lang;

const BODIES: &str = include_str!("../../../demo/bodies.csv");
const MUNICIPALITIES: &str = include_str!("../../../demo/body_municipalities.csv");

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

/// Loads the demo town into an empty database; gives how many bodies it made.
pub async fn load(identity: &Identity) -> anyhow::Result<usize> {
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
    Ok(ids.len())
}
