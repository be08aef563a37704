//! The thread as a page shows it: the thing itself, what it came of, what came of it.

use kernel::id::Uuid;
use store::thread::{self, Direction};
use texts::key;

use crate::{Visit, WebError, page::ThreadItem};

/// The kind of a thing in the visitor's language; empty when it has no word.
pub fn kind(visit: &Visit, kind: &str) -> String {
    let key = match kind {
        "service" => key!("thread-service"),
        "database" => key!("thread-database"),
        "actor" => key!("thread-actor"),
        "plan_sheet" => key!("thread-plan-sheet"),
        "need" => key!("thread-need"),
        "idea" => key!("thread-idea"),
        "project" => key!("thread-project"),
        "pact" => key!("thread-pact"),
        "action" => key!("thread-action"),
        "result" => key!("thread-result"),
        "indicator" => key!("thread-indicator"),
        "reading" => key!("thread-reading"),
        _ => return String::new(),
    };
    visit.t(key)
}

/// A note as it is shown: a word of the program in the visitor's language, else as written.
fn note(visit: &Visit, note: String) -> String {
    match note.strip_prefix('=').filter(|key| visit.app.texts().has(key)) {
        Some(key) => visit.t(key),
        None => note,
    }
}

/// The public thread through a thing called `label`: what it came of, itself, what came of it.
///
/// Empty when nothing is joined to it.
pub async fn items(
    visit: &Visit,
    (node, id): (&str, Uuid),
    label: &str,
) -> Result<Vec<ThreadItem>, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let mut before = thread::walk(store, body, (node, id), Direction::Back).await?;
    let after = thread::walk(store, body, (node, id), Direction::Forward).await?;
    if before.is_empty() && after.is_empty() {
        return Ok(Vec::new());
    }
    before.reverse();
    let item = |step: thread::Step| ThreadItem {
        kind: kind(visit, &step.kind),
        label: step.label,
        href: step.href,
        text: note(visit, step.note),
    };
    let here = ThreadItem {
        kind: kind(visit, node),
        label: label.to_owned(),
        href: String::new(),
        text: String::new(),
    };
    Ok(before.into_iter().map(item).chain([here]).chain(after.into_iter().map(item)).collect())
}
