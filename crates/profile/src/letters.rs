//! Letters about cards, in Italian: the language of the offices and associations that get them.

use std::sync::LazyLock;

use kernel::email::Email;
use store::{StoreError, Tx, outbox};
use texts::{Args, Lang, Texts, key};

use crate::site::Site;

static TEXTS: LazyLock<Option<Texts>> = LazyLock::new(|| Texts::new(&[crate::TEXTS]).ok());

fn say(key: &'static str, words: &[(&'static str, &str)]) -> String {
    let mut args = Args::new();
    for (name, word) in words {
        args.set(*name, (*word).to_owned());
    }
    TEXTS.as_ref().map_or_else(|| key.to_owned(), |texts| texts.format(Lang::It, key, &args))
}

/// One card of a letter that asks whether it is still true.
pub(crate) struct Asked {
    pub(crate) name: String,
    pub(crate) link: String,
}

/// "Is it still true?": one letter for all the cards that one address answers for.
pub(crate) async fn still_true(
    tx: &Tx,
    site: &Site,
    to: &Email,
    cards: &[Asked],
    last_day: &str,
    reminder: bool,
) -> Result<(), StoreError> {
    let list: Vec<String> = cards
        .iter()
        .map(|card| {
            say(key!("confirm-letter-card"), &[("title", &card.name), ("link", &card.link)])
        })
        .collect();
    let (subject, begin) = if reminder {
        (key!("confirm-letter-again-subject"), key!("confirm-letter-again"))
    } else {
        (key!("confirm-letter-subject"), key!("confirm-letter"))
    };
    let contact = site.link("contatti");
    let words = [
        ("body", site.name.as_str()),
        ("cards", &list.join("\n\n")),
        ("day", last_day),
        ("contact", &contact),
    ];
    outbox::put(tx, to, &say(subject, &words), &say(begin, &words)).await
}

/// What a letter about a claim or a proposal speaks of.
pub(crate) struct About<'a> {
    /// The card.
    pub(crate) card: &'a str,
    /// The organisation or office.
    pub(crate) actor: &'a str,
    /// What staff answered; may be empty.
    pub(crate) answer: &'a str,
    /// The page to look at, below the body.
    pub(crate) path: &'a str,
}

/// Which letter.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    ClaimCame,
    ClaimArrived,
    ClaimAccepted,
    ClaimRefused,
    ClaimRevoked,
    ProposalCame,
    ProposalAccepted,
    ProposalPartly,
    ProposalRefused,
    ProposalDraft,
    ReportCame,
    ReportDone,
    ReportClosed,
}

impl Kind {
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::ClaimCame => (key!("claim-letter-came-subject"), key!("claim-letter-came")),
            Self::ClaimArrived => {
                (key!("claim-letter-arrived-subject"), key!("claim-letter-arrived"))
            }
            Self::ClaimAccepted => {
                (key!("claim-letter-accepted-subject"), key!("claim-letter-accepted"))
            }
            Self::ClaimRefused => {
                (key!("claim-letter-refused-subject"), key!("claim-letter-refused"))
            }
            Self::ClaimRevoked => {
                (key!("claim-letter-revoked-subject"), key!("claim-letter-revoked"))
            }
            Self::ProposalCame => {
                (key!("proposal-letter-came-subject"), key!("proposal-letter-came"))
            }
            Self::ProposalAccepted => {
                (key!("proposal-letter-accepted-subject"), key!("proposal-letter-accepted"))
            }
            Self::ProposalPartly => {
                (key!("proposal-letter-partly-subject"), key!("proposal-letter-partly"))
            }
            Self::ProposalRefused => {
                (key!("proposal-letter-refused-subject"), key!("proposal-letter-refused"))
            }
            Self::ProposalDraft => {
                (key!("proposal-letter-draft-subject"), key!("proposal-letter-draft"))
            }
            Self::ReportCame => (key!("report-letter-came-subject"), key!("report-letter-came")),
            Self::ReportDone => (key!("report-letter-subject"), key!("report-letter-done")),
            Self::ReportClosed => (key!("report-letter-subject"), key!("report-letter-closed")),
        }
    }
}

/// Puts a letter in the outbox; nobody to write to is no failure.
pub(crate) async fn send(
    tx: &Tx,
    site: &Site,
    to: Option<&Email>,
    kind: Kind,
    about: &About<'_>,
) -> Result<(), StoreError> {
    let Some(to) = to else { return Ok(()) };
    let (subject, content) = kind.keys();
    let answer = if about.answer.is_empty() {
        String::new()
    } else {
        format!("\n\n{}", say(key!("claim-letter-answer"), &[("x", about.answer)]))
    };
    let (link, contact) = (site.link(about.path), site.link("contatti"));
    let words = [
        ("body", site.name.as_str()),
        ("card", about.card),
        ("actor", about.actor),
        ("link", &link),
        ("contact", &contact),
    ];
    let end = say(key!("claim-letter-end"), &words);
    let content = format!("{}{answer}\n\n{end}", say(content, &words));
    outbox::put(tx, to, &say(subject, &words), &content).await
}
