//! The audit log as people read it: who did what, when, through which door.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use kernel::{Instant, PersonId, clock::parse_day, id::Uuid};
use store::audit::{self, Filter, Row};
use texts::key;
use web::{Asked, Page, Part, Visit, WebError, page::Choice};

use super::people::desk_page;
use crate::{Identity, role};

/// How many entries a page shows.
const PIECE: i64 = 50;

/// Up to how many entries the chain is checked without being asked.
const SHORT_CHAIN: i64 = 5_000;

/// The families of actions, with the key of each name.
const FAMILIES: &[(&str, &str)] = &[
    ("body", key!("audit-body")),
    ("person", key!("audit-person")),
    ("role", key!("audit-role")),
    ("token", key!("audit-token")),
    ("service", key!("audit-service")),
    ("database", key!("audit-database")),
    ("actor", key!("audit-actor")),
    ("claim", key!("audit-claim")),
    ("proposal", key!("audit-proposal")),
    ("card", key!("audit-card")),
    ("plan_sheet", key!("audit-plan-sheet")),
    ("finding", key!("audit-finding")),
    ("path", key!("audit-path")),
    ("phase", key!("audit-phase")),
    ("idea", key!("audit-idea")),
    ("comment", key!("audit-comment")),
    ("working_day", key!("audit-working-day")),
    ("project", key!("audit-project")),
    ("ballot", key!("audit-ballot")),
    ("agenda", key!("audit-agenda")),
    ("action", key!("audit-action")),
    ("result", key!("audit-result")),
    ("indicator", key!("audit-indicator")),
    ("reading", key!("audit-reading")),
];

/// Who is looked for when nobody with an account is.
const NOBODY: &str = "nessuno";

/// What was asked of the log; what cannot be read counts as not asked.
pub fn filter(asked: &Asked) -> Filter {
    let who = asked.value("chi");
    let family = FAMILIES.iter().find(|(code, _)| *code == asked.value("che"));
    Filter {
        actor: who.parse::<Uuid>().ok().map(PersonId),
        nobody: who == NOBODY,
        family: family.map_or_else(String::new, |(code, _)| (*code).to_owned()),
        from: parse_day(asked.value("dal")).map(Instant::start_of),
        until: parse_day(asked.value("al"))
            .and_then(|day| day.tomorrow().ok())
            .map(Instant::start_of),
    }
}

/// An action in words, or its code when it has none.
pub fn action_name(visit: &Visit, action: &str) -> String {
    let key = format!("audit-do-{}", action.replace(['.', '_'], "-"));
    if visit.app.texts().has(&key) { visit.t(&key) } else { action.to_owned() }
}

/// A door in words.
pub fn channel_name(visit: &Visit, channel: &str) -> String {
    match channel {
        "web" => visit.t(key!("audit-channel-web")),
        "api" => visit.t(key!("audit-channel-api")),
        "cli" => visit.t(key!("audit-channel-cli")),
        "import" => visit.t(key!("audit-channel-import")),
        "job" => visit.t(key!("audit-channel-job")),
        "email" => visit.t(key!("audit-channel-email")),
        other => other.to_owned(),
    }
}

/// The names of those who did some entries, and of the people some entries are about.
pub async fn names(identity: &Identity, rows: &[Row]) -> Result<Names, WebError> {
    let mut people: Vec<PersonId> = rows.iter().filter_map(|row| row.actor.map(PersonId)).collect();
    people.extend(
        rows.iter().filter(|row| row.subject_kind == "person").map(|row| PersonId(row.subject_id)),
    );
    people.sort_unstable();
    people.dedup();
    Ok(identity.names_of(&people).await?)
}

/// Names by person.
pub type Names = HashMap<PersonId, String>;

/// Who did an entry, in words.
pub fn who(visit: &Visit, row: &Row, names: &Names) -> String {
    match row.actor {
        Some(actor) => names
            .get(&PersonId(actor))
            .cloned()
            .unwrap_or_else(|| visit.t(key!("audit-person-gone"))),
        None => visit.t(key!("audit-nobody")),
    }
}

/// An entry on the page.
struct Entry {
    seq: i64,
    at: i64,
    who: String,
    who_href: String,
    behalf: String,
    action: String,
    code: String,
    about: String,
    channel: String,
    before: String,
    after: String,
}

/// What the check of the chain says: kind of badge and words.
type Chain = (&'static str, String);

#[derive(Template)]
#[template(path = "identity_audit.html")]
struct Log {
    page: Page,
    here: String,
    entries: Vec<Entry>,
    people: Vec<Choice>,
    families: Vec<Choice>,
    who: String,
    what: String,
    from: String,
    until: String,
    /// None when it is long and nobody asked.
    chain: Option<Chain>,
    check: String,
    file: String,
    first: String,
    next: String,
}

/// `/{body}/scrivania/registro`
pub async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    asked: Asked,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let here = format!("/{}/scrivania/registro", visit.body()?.slug);
    let filter = filter(&asked);
    let before = asked.value("prima").parse::<i64>().ok();
    let mut rows = audit::find(store, body, &filter, before, PIECE + 1).await?;
    let more = rows.len() as i64 > PIECE;
    rows.truncate(PIECE as usize);
    let next = match rows.last() {
        Some(last) if more => format!("{here}{}", asked.with("prima", &last.seq.to_string())),
        _ => String::new(),
    };
    let names = names(&identity, &rows).await?;
    let people: Vec<Choice> = identity
        .people(Some(body), "", 500)
        .await?
        .into_iter()
        .map(|one| Choice { value: one.id.to_string(), label: one.name, hint: String::new() })
        .chain([Choice {
            value: NOBODY.to_owned(),
            label: visit.t(key!("audit-nobody")),
            hint: String::new(),
        }])
        .collect();
    let families = FAMILIES
        .iter()
        .map(|(code, key)| Choice {
            value: (*code).to_owned(),
            label: visit.t(key),
            hint: String::new(),
        })
        .collect();
    let newest = store.version(body).await?;
    let wanted = newest <= SHORT_CHAIN || !asked.value("controlla").is_empty();
    let chain = if wanted { Some(chain(&visit).await?) } else { None };
    let entries = rows.iter().map(|row| entry(&visit, row, &names, &here)).collect();
    web::html(&Log {
        page: desk_page(&visit, visit.t(key!("identity-audit")))?,
        entries,
        people,
        families,
        who: asked.value("chi").to_owned(),
        what: asked.value("che").to_owned(),
        from: asked.value("dal").to_owned(),
        until: asked.value("al").to_owned(),
        chain,
        check: format!("{here}{}", asked.with("controlla", "1")),
        file: format!("{here}.csv{}", asked.with("prima", "")),
        first: if before.is_some() {
            format!("{here}{}", asked.with("prima", ""))
        } else {
            String::new()
        },
        next,
        here,
    })
}

async fn chain(visit: &Visit) -> Result<Chain, WebError> {
    let verdict = audit::verify(visit.app.store(), visit.body_id()?).await?;
    Ok(match verdict.broken {
        None => {
            let entries = i64::try_from(verdict.entries).unwrap_or(i64::MAX);
            ("success", visit.tn(key!("audit-chain-whole"), entries))
        }
        Some(why) => {
            tracing::error!(%why, "audit chain broken");
            ("danger", visit.t(key!("audit-chain-broken")))
        }
    })
}

fn entry(visit: &Visit, row: &Row, names: &Names, here: &str) -> Entry {
    let shown = |json: &str| if json == "null" { String::new() } else { json.to_owned() };
    Entry {
        seq: row.seq,
        at: row.at,
        who: who(visit, row, names),
        who_href: row.actor.map_or_else(String::new, |actor| format!("{here}?chi={actor}")),
        behalf: row.on_behalf_of.clone(),
        action: action_name(visit, &row.action),
        code: row.action.clone(),
        about: about(visit, row, names),
        channel: channel_name(visit, &row.channel),
        before: shown(&row.before_json),
        after: shown(&row.after_json),
    }
}

/// What an entry is about, as far as a short word can say it.
fn about(visit: &Visit, row: &Row, names: &Names) -> String {
    let after: serde_json::Value = serde_json::from_str(&row.after_json).unwrap_or_default();
    let before: serde_json::Value = serde_json::from_str(&row.before_json).unwrap_or_default();
    let said = |name: &str| {
        after.get(name).or_else(|| before.get(name)).and_then(|v| v.as_str()).unwrap_or_default()
    };
    if row.subject_kind == "person" {
        let name = names.get(&PersonId(row.subject_id)).cloned().unwrap_or_default();
        let role = kernel::Role::parse(said("role"))
            .map_or_else(String::new, |held| visit.t(role::label(held)));
        return [name, role].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ");
    }
    ["title", "name", "code", "slug"]
        .into_iter()
        .map(said)
        .find(|word| !word.is_empty())
        .unwrap_or_default()
        .to_owned()
}
