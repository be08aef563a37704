//! Two lists that the law asks for, drawn from the register of databases.

use kernel::BodyId;
use store::Store;
use texts::{Lang, Texts, key};

use crate::{
    ProfileError,
    export::{Cell, Table},
    model::{Database, Register},
    public,
};

/// Rows of a file at most.
const MOST: i64 = 100_000;

fn text(value: impl Into<String>) -> Cell {
    let value = value.into();
    if value.is_empty() { Cell::Empty } else { Cell::Text(value) }
}

async fn databases(store: &Store, body: BodyId) -> Result<Vec<Database>, ProfileError> {
    let all = public::all(store, body, Register::Databases, MOST).await?;
    Ok(all.iter().map(|kept| Database::from_values(&kept.values)).collect())
}

/// The databases the body manages and the applications that use them (art. 24-quater, par. 2, DL
/// 90/2014): AgID's own column names are not public, so these say what the article asks for.
///
/// National and regional databases are their owners' to declare.
pub async fn agid_list(
    store: &Store,
    texts: &Texts,
    lang: Lang,
    body: BodyId,
) -> Result<Table, ProfileError> {
    let say = |key: &str| texts.text(lang, key).to_owned();
    let rows = databases(store, body).await?.into_iter().filter(|one| one.kind == "local");
    let rows = rows.map(|one| {
        [
            one.owner,
            one.owner_ipa,
            one.code,
            one.name,
            one.description,
            one.application,
            one.supplier,
            one.format,
            one.legal_basis,
        ]
        .map(text)
        .into()
    });
    Ok(Table {
        title: say(key!("profile-agid-list")),
        columns: [
            "owner",
            "owner-ipa",
            "code",
            "name",
            "description",
            "application",
            "supplier",
            "format",
            "legal-basis",
        ]
        .map(|name| say(&format!("profile-field-{name}")))
        .into(),
        rows: rows.collect(),
    })
}

/// A draft for the register of processing (art. 30 GDPR): what the profile knows is filled in, what
/// only the office can say (purposes, recipients, retention) is left to be filled in.
pub async fn processing_draft(
    store: &Store,
    texts: &Texts,
    lang: Lang,
    body: BodyId,
) -> Result<Table, ProfileError> {
    let say = |key: &str| texts.text(lang, key).to_owned();
    let links = public::links(store, body, MOST, true).await?;
    let rows =
        databases(store, body).await?.into_iter().filter(|one| one.personal_data == Some(true));
    let rows = rows.map(|one| {
        let users: Vec<&str> = links
            .iter()
            .filter(|link| link.database.code == one.code)
            .map(|link| link.service.name.as_str())
            .collect();
        let mut kinds = vec![say(key!("profile-register-common"))];
        if one.special_categories == Some(true) {
            kinds.push(say(key!("profile-register-special")));
        }
        let mut people = vec![say(key!("profile-register-users"))];
        if one.minors == Some(true) {
            people.push(say(key!("profile-register-minors")));
        }
        let todo = || text(say(key!("profile-register-fill")));
        vec![
            text(one.name),
            text(one.owner),
            text(one.internal_office),
            todo(),
            text(users.join("; ")),
            text(people.join("; ")),
            text(kinds.join("; ")),
            if one.legal_basis.is_empty() { todo() } else { text(one.legal_basis) },
            todo(),
            todo(),
            text(one.supplier),
            text(one.register_reference),
        ]
    });
    let field = |name: &str| say(&format!("profile-field-{name}"));
    Ok(Table {
        title: say(key!("profile-register-draft")),
        columns: vec![
            say(key!("thread-database")),
            field("owner"),
            field("internal-office"),
            say(key!("profile-register-purposes")),
            say(key!("profile-services")),
            say(key!("profile-register-people")),
            say(key!("profile-register-kinds")),
            field("legal-basis"),
            say(key!("profile-register-recipients")),
            say(key!("profile-register-retention")),
            field("supplier"),
            field("register-reference"),
        ],
        rows: rows.collect(),
    })
}
