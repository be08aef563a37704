//! Bodies (tenants): their fields, their rules, their rows.

use std::collections::BTreeSet;

use kernel::{
    BodyId, Instant,
    email::Email,
    form::{Draft, FieldError},
    id::Uuid,
};
use sea_orm::FromQueryResult;
use serde_json::json;
use store::{Change, StoreError, Tx};
use texts::{Lang, key};

use crate::{Caller, Identity, IdentityError, colour, logo, query};

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// Regione.
    Region,
    /// Unione di comuni.
    Union,
    /// Distretto socio-sanitario.
    District,
    /// Comune.
    Municipality,
    /// Azienda pubblica di servizi alla persona.
    Asp,
    /// Anything else.
    Other,
}

impl BodyKind {
    /// Every kind, widest first.
    pub const ALL: [Self; 6] =
        [Self::Region, Self::Union, Self::District, Self::Municipality, Self::Asp, Self::Other];

    /// The word stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Union => "union",
            Self::District => "district",
            Self::Municipality => "municipality",
            Self::Asp => "asp",
            Self::Other => "other",
        }
    }

    /// The kind a word stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Region => key!("identity-kind-region"),
            Self::Union => key!("identity-kind-union"),
            Self::District => key!("identity-kind-district"),
            Self::Municipality => key!("identity-kind-municipality"),
            Self::Asp => key!("identity-kind-asp"),
            Self::Other => key!("identity-kind-other"),
        }
    }
}

/// A body as the program knows it, without the bytes of its logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its id: the tenant.
    pub id: BodyId,
    /// Its fields.
    pub fields: BodyFields,
    /// The type of its logo, when it has one.
    pub logo_type: Option<String>,
    /// When it was added.
    pub created_at: Instant,
}

/// What is said of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyFields {
    /// The body above it.
    pub parent: Option<BodyId>,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: BodyKind,
    /// Code in the index of public administrations; may be empty.
    pub ipa_code: String,
    /// ISTAT code of a municipality; may be empty.
    pub istat_code: String,
    /// Two letters; may be empty.
    pub province: String,
    /// Residents.
    pub population: Option<i64>,
    /// `#rrggbb`; darkened when white text on it could not be read.
    pub primary_color: String,
    /// Languages of its pages, Italian always among them.
    pub languages: Vec<Lang>,
    /// Where citizens write; may be empty.
    pub contact_email: String,
    /// Privacy notice; may be empty.
    pub privacy_url: String,
    /// Accessibility declaration; may be empty.
    pub accessibility_url: String,
    /// Whether its data are for demonstration.
    pub demo: bool,
}

impl Default for BodyFields {
    fn default() -> Self {
        Self {
            parent: None,
            slug: String::new(),
            name: String::new(),
            kind: BodyKind::Municipality,
            ipa_code: String::new(),
            istat_code: String::new(),
            province: String::new(),
            population: None,
            primary_color: "#0066cc".into(),
            languages: vec![Lang::It, Lang::En],
            contact_email: String::new(),
            privacy_url: String::new(),
            accessibility_url: String::new(),
            demo: false,
        }
    }
}

/// First words of addresses that belong to the program.
const RESERVED: &[&str] = &[
    "accedi",
    "accessibilita",
    "accesso",
    "account",
    "admin",
    "api",
    "asset",
    "assets",
    "bodies",
    "cerca",
    "contatti",
    "dati",
    "dev",
    "en",
    "enti",
    "esci",
    "favicon",
    "giornate",
    "guida",
    "hsds",
    "it",
    "licenza",
    "lingua",
    "live",
    "metrics",
    "openapi",
    "password-dimenticata",
    "persone",
    "privacy",
    "registrati",
    "rete",
    "robots",
    "scrivania",
    "sorgente",
    "static",
    "stato",
    "status",
    "voto",
];

/// Whether a word is the first of an address of the program, so that no body can have it.
pub fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}

impl BodyFields {
    /// Reads the fields from a submitted form; `parent` is found by its address word.
    pub fn from_form(draft: &mut Draft, find: impl Fn(&str) -> Option<BodyId>) -> Self {
        Self {
            parent: draft.choice("parent", false, find),
            slug: draft.text("slug", true, 2, 60),
            name: draft.text("name", true, 2, 200),
            kind: draft.choice("kind", true, BodyKind::parse).unwrap_or(BodyKind::Other),
            ipa_code: draft.text("ipa_code", false, 1, 20),
            istat_code: draft.text("istat_code", false, 1, 6),
            province: draft.text("province", false, 2, 2),
            population: draft.integer("population", false, 0..=100_000_000),
            primary_color: draft.text("primary_color", true, 7, 7),
            languages: draft.many("languages", false, Lang::parse),
            contact_email: draft
                .email("contact_email", false)
                .map_or_else(String::new, |e| e.as_str().into()),
            privacy_url: draft.text("privacy_url", false, 8, 500),
            accessibility_url: draft.text("accessibility_url", false, 8, 500),
            demo: draft.flag("demo"),
        }
    }

    /// The fields in their stored form, or what to mend.
    fn checked(mut self) -> Result<Self, IdentityError> {
        let mut errors = Vec::new();
        let mut refuse = |field, key| errors.push(FieldError { field, key, n: None });
        self.name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.name.chars().count() < 2 || self.name.chars().count() > 200 {
            refuse("name", key!("identity-bad-name"));
        }
        if self.slug.len() < 2
            || self.slug.len() > 60
            || kernel::italian::slug(&self.slug) != self.slug
        {
            refuse("slug", key!("identity-bad-slug"));
        } else if is_reserved(&self.slug) {
            refuse("slug", key!("identity-slug-reserved"));
        }
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !(self.istat_code.is_empty() || (self.istat_code.len() == 6 && digits(&self.istat_code)))
        {
            refuse("istat_code", key!("identity-bad-istat"));
        }
        if !self.ipa_code.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            || self.ipa_code.len() > 20
        {
            refuse("ipa_code", key!("identity-bad-ipa"));
        }
        self.province = self.province.to_ascii_uppercase();
        if !(self.province.is_empty()
            || (self.province.len() == 2 && self.province.bytes().all(|b| b.is_ascii_uppercase())))
        {
            refuse("province", key!("identity-bad-province"));
        }
        if self.population.is_some_and(|n| !(0..=100_000_000).contains(&n)) {
            refuse("population", key!("identity-bad-population"));
        }
        match colour::readable(&self.primary_color) {
            Some(color) => self.primary_color = color,
            None => refuse("primary_color", key!("identity-bad-color")),
        }
        if !self.contact_email.is_empty() {
            match Email::parse(&self.contact_email) {
                Some(email) => email.as_str().clone_into(&mut self.contact_email),
                None => refuse("contact_email", key!("identity-bad-email")),
            }
        }
        for (field, url) in
            [("privacy_url", &self.privacy_url), ("accessibility_url", &self.accessibility_url)]
        {
            if !url.is_empty() && !is_web_address(url) {
                refuse(field, key!("identity-bad-url"));
            }
        }
        self.languages = Lang::ALL
            .into_iter()
            .filter(|l| *l == Lang::It || self.languages.contains(l))
            .collect();
        if errors.is_empty() { Ok(self) } else { Err(IdentityError::Invalid(errors)) }
    }

    fn language_words(&self) -> String {
        self.languages.iter().map(|lang| lang.tag()).collect::<Vec<_>>().join(";")
    }

    /// What the audit log keeps of the fields; the contact address is left out.
    fn trace(&self) -> serde_json::Value {
        json!({
            "slug": self.slug, "name": self.name, "kind": self.kind.code(), "parent": self.parent,
            "ipa_code": self.ipa_code, "istat_code": self.istat_code, "province": self.province,
            "population": self.population, "primary_color": self.primary_color,
            "languages": self.language_words(), "demo": self.demo,
        })
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let clean = !url
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\'));
    clean
        && url.len() <= 500
        && rest.is_some_and(|rest| rest.split('/').next().is_some_and(|host| host.contains('.')))
}

/// A municipality that belongs to a body.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Municipality {
    /// ISTAT code, six digits.
    pub istat: String,
    /// Name.
    pub name: String,
}

#[derive(FromQueryResult)]
struct Logo {
    logo: Option<Vec<u8>>,
    logo_type: Option<String>,
}

/// Refuses a parent that does not exist or that is below the body itself.
async fn check_parent(
    tx: &Tx,
    body: Option<BodyId>,
    parent: Option<BodyId>,
) -> Result<(), IdentityError> {
    #[derive(FromQueryResult)]
    struct Above {
        parent_id: Option<Uuid>,
    }
    let (mut next, mut seen) = (parent, BTreeSet::new());
    while let Some(id) = next {
        if Some(id) == body || !seen.insert(id) {
            return Err(IdentityError::field("parent", key!("identity-parent-loop")));
        }
        let above: Option<Above> =
            query::within(tx, "SELECT parent_id FROM body WHERE id = ?", [id.0.into()]).await?;
        let Some(above) = above else {
            return Err(IdentityError::field("parent", key!("identity-no-such-body")));
        };
        next = above.parent_id.map(BodyId);
    }
    Ok(())
}

async fn check_slug(tx: &Tx, body: BodyId, slug: &str) -> Result<(), IdentityError> {
    let sql = "SELECT id FROM body WHERE slug = ? AND id <> ?";
    if query::exists(tx, sql, [slug.into(), body.0.into()]).await? {
        return Err(IdentityError::field("slug", key!("identity-slug-taken")));
    }
    Ok(())
}

impl Identity {
    /// Adds a body; only who manages the network may.
    pub async fn add_body(
        &self,
        caller: &Caller,
        fields: BodyFields,
    ) -> Result<BodyId, IdentityError> {
        caller.must_manage_network()?;
        let input = (caller.clone(), fields.checked()?);
        self.store()
            .write(kernel::id::NETWORK, input, |tx, (caller, fields)| {
                Box::pin(async move {
                    let id = BodyId(tx.new_id());
                    check_slug(tx, id, &fields.slug).await?;
                    check_parent(tx, None, fields.parent).await?;
                    tx.execute(
                        "INSERT INTO body (id, parent_id, slug, name, kind, ipa_code, istat_code, province, population, \
                         primary_color, languages, contact_email, privacy_url, accessibility_url, demo, created_at) \
                         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        [
                            id.0.into(),
                            fields.parent.map(|p| p.0).into(),
                            fields.slug.clone().into(),
                            fields.name.clone().into(),
                            fields.kind.code().into(),
                            fields.ipa_code.clone().into(),
                            fields.istat_code.clone().into(),
                            fields.province.clone().into(),
                            fields.population.into(),
                            fields.primary_color.clone().into(),
                            fields.language_words().into(),
                            fields.contact_email.clone().into(),
                            fields.privacy_url.clone().into(),
                            fields.accessibility_url.clone().into(),
                            fields.demo.into(),
                            tx.now().0.into(),
                        ],
                    )
                    .await?;
                    let change =
                        Change::by(&caller.principal, "body.add", "body", id).channel(caller.channel.code());
                    tx.record(change.after(fields.trace())).await?;
                    Ok(id)
                })
            })
            .await
    }

    /// Changes what is said of a body; its lead may, but not its place in the tree, its address or its kind.
    pub async fn edit_body(
        &self,
        caller: &Caller,
        id: BodyId,
        fields: BodyFields,
    ) -> Result<(), IdentityError> {
        caller.must_lead(id)?;
        let known = self.bodies().by_id(id).await?.ok_or(IdentityError::NoSuchBody)?;
        let fields = fields.checked()?;
        let before = &known.fields;
        let place = |f: &BodyFields| (f.parent, f.slug.clone(), f.kind, f.demo);
        if place(before) != place(&fields) {
            caller.must_manage_network()?;
        }
        let input = (caller.clone(), id, fields, before.trace());
        self.store()
            .write(kernel::id::NETWORK, input, |tx, (caller, id, fields, before)| {
                Box::pin(async move {
                    check_slug(tx, *id, &fields.slug).await?;
                    check_parent(tx, Some(*id), fields.parent).await?;
                    let touched = tx
                        .execute(
                            "UPDATE body SET parent_id = ?, slug = ?, name = ?, kind = ?, ipa_code = ?, istat_code = ?, \
                             province = ?, population = ?, primary_color = ?, languages = ?, contact_email = ?, \
                             privacy_url = ?, accessibility_url = ?, demo = ? WHERE id = ?",
                            [
                                fields.parent.map(|p| p.0).into(),
                                fields.slug.clone().into(),
                                fields.name.clone().into(),
                                fields.kind.code().into(),
                                fields.ipa_code.clone().into(),
                                fields.istat_code.clone().into(),
                                fields.province.clone().into(),
                                fields.population.into(),
                                fields.primary_color.clone().into(),
                                fields.language_words().into(),
                                fields.contact_email.clone().into(),
                                fields.privacy_url.clone().into(),
                                fields.accessibility_url.clone().into(),
                                fields.demo.into(),
                                id.0.into(),
                            ],
                        )
                        .await?;
                    if touched == 0 {
                        return Err(IdentityError::NoSuchBody);
                    }
                    let change = || {
                        Change::by(&caller.principal, "body.edit", "body", *id)
                            .channel(caller.channel.code())
                            .values(before.clone(), fields.trace())
                    };
                    tx.record(change()).await?;
                    // The body's own pages show its name and colour: their version must move too.
                    tx.record_for(*id, change()).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Sets or removes the logo; PNG, JPEG and WebP are taken and kept as a small PNG.
    pub async fn set_logo(
        &self,
        caller: &Caller,
        id: BodyId,
        logo: Option<Vec<u8>>,
    ) -> Result<(), IdentityError> {
        caller.must_lead(id)?;
        let logo = match logo {
            Some(bytes) => Some(
                tokio::task::spawn_blocking(move || logo::redrawn(&bytes))
                    .await
                    .map_err(|_| IdentityError::Store(StoreError::Interrupted))??,
            ),
            None => None,
        };
        let kind = logo.is_some().then_some("image/png");
        self.store()
            .write(
                kernel::id::NETWORK,
                (caller.clone(), id, logo, kind),
                |tx, (caller, id, logo, kind)| {
                    Box::pin(async move {
                        let values =
                            [logo.clone().into(), kind.map(str::to_owned).into(), id.0.into()];
                        if tx
                            .execute("UPDATE body SET logo = ?, logo_type = ? WHERE id = ?", values)
                            .await?
                            == 0
                        {
                            return Err(IdentityError::NoSuchBody);
                        }
                        let change = || {
                            Change::by(&caller.principal, "body.logo", "body", *id)
                                .channel(caller.channel.code())
                                .after(json!({ "type": kind }))
                        };
                        tx.record(change()).await?;
                        tx.record_for(*id, change()).await?;
                        Ok(())
                    })
                },
            )
            .await
    }

    /// The logo of a body: its bytes and their type.
    pub async fn logo(&self, id: BodyId) -> Result<Option<(Vec<u8>, String)>, IdentityError> {
        let sql = "SELECT logo, logo_type FROM body WHERE id = ?";
        let row: Option<Logo> = query::one(self.store(), sql, [id.0.into()]).await?;
        Ok(row.and_then(|row| Some((row.logo?, row.logo_type?))))
    }

    /// Says which municipalities belong to a body, in place of those said before.
    pub async fn set_municipalities(
        &self,
        caller: &Caller,
        id: BodyId,
        list: Vec<Municipality>,
    ) -> Result<(), IdentityError> {
        caller.must_lead(id)?;
        let mut seen = BTreeSet::new();
        for one in &list {
            let six_digits = one.istat.len() == 6 && one.istat.bytes().all(|b| b.is_ascii_digit());
            if !six_digits || one.name.trim().is_empty() || !seen.insert(one.istat.clone()) {
                return Err(IdentityError::field("municipalities", key!("identity-bad-istat")));
            }
        }
        self.store()
            .write(id, (caller.clone(), list), |tx, (caller, list)| {
                Box::pin(async move {
                    let body = tx.body();
                    if !query::exists(tx, "SELECT id FROM body WHERE id = ?", [body.0.into()])
                        .await?
                    {
                        return Err(IdentityError::NoSuchBody);
                    }
                    tx.execute("DELETE FROM body_municipality WHERE body_id = ?", [body.0.into()])
                        .await?;
                    for one in list {
                        let values =
                            [body.0.into(), one.istat.clone().into(), one.name.trim().into()];
                        tx.execute(
                            "INSERT INTO body_municipality (body_id, istat, name) VALUES (?, ?, ?)",
                            values,
                        )
                        .await?;
                    }
                    let codes: Vec<_> = list.iter().map(|one| one.istat.as_str()).collect();
                    let change = Change::by(&caller.principal, "body.municipalities", "body", body)
                        .channel(caller.channel.code())
                        .after(json!({ "istat": codes }));
                    tx.record(change).await?;
                    Ok(())
                })
            })
            .await
    }

    /// The municipalities of a body, by name.
    pub async fn municipalities(&self, id: BodyId) -> Result<Vec<Municipality>, StoreError> {
        let sql =
            "SELECT istat, name FROM body_municipality WHERE body_id = ? ORDER BY name, istat";
        query::all(self.store(), sql, [id.0.into()]).await
    }
}
