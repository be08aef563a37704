//! What the author is written, in Italian: the language of law and of the form they filled in.

use std::sync::LazyLock;

use texts::{Args, Lang, Texts, key};

use crate::model::Reason;

/// A message ready for the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) subject: String,
    pub(crate) content: String,
}

/// What a letter speaks of.
#[derive(Debug)]
pub(crate) struct About<'a> {
    pub(crate) body: &'a str,
    pub(crate) title: &'a str,
    pub(crate) number: i64,
    /// Label key of the new state.
    pub(crate) state: &'static str,
    /// What the body says; may be empty.
    pub(crate) note: &'a str,
    /// Whole address of the page where the idea can be followed.
    pub(crate) link: &'a str,
}

static TEXTS: LazyLock<Option<Texts>> = LazyLock::new(|| Texts::new(&[crate::TEXTS]).ok());

/// The Italian text of a key without arguments.
pub(crate) fn italian(key: &'static str) -> &'static str {
    TEXTS.as_ref().map_or(key, |texts| texts.text(Lang::It, key))
}

fn format(key: &'static str, args: &Args<'_>) -> String {
    TEXTS.as_ref().map_or_else(|| key.to_owned(), |texts| texts.format(Lang::It, key, args))
}

/// What is said of a no: its reason and the body's words.
pub(crate) fn why(reason: Option<Reason>, note: &str) -> String {
    reason.map_or_else(|| note.to_owned(), |reason| format!("{}. {note}", italian(reason.label())))
}

/// The idea has arrived: its code, once more.
pub(crate) fn received(about: &About<'_>, code: &str) -> Letter {
    let mut args = arguments(about);
    args.set("code", code.to_owned());
    Letter {
        subject: format(key!("idea-letter-received-subject"), &args),
        content: format(key!("idea-letter-received"), &args),
    }
}

/// The idea has moved on.
pub(crate) fn moved(about: &About<'_>) -> Letter {
    let mut args = arguments(about);
    args.set("state", italian(about.state).to_owned());
    let mut content = format(key!("idea-letter-moved"), &args);
    if !about.note.is_empty() {
        content.push_str("\n\n");
        content.push_str(&format(key!("idea-letter-note"), &args));
    }
    content.push_str("\n\n");
    content.push_str(&format(key!("idea-letter-end"), &args));
    Letter { subject: format(key!("idea-letter-moved-subject"), &args), content }
}

fn arguments<'a>(about: &About<'a>) -> Args<'a> {
    let mut args = Args::new();
    args.set("body", about.body);
    args.set("title", about.title);
    // As text: 1.234 would not be the number in the address.
    args.set("number", about.number.to_string());
    args.set("note", about.note);
    args.set("link", about.link);
    args
}
