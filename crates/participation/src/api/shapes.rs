//! The JSON of paths and ideas.

use kernel::Instant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    service::ideas::{IdeaPage, Submitted},
    store::{Card, Comment, DeskIdea, Idea, Path, Phase, Step},
};

/// A phase of a path.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PhaseItem {
    /// Which one.
    id: String,
    /// `profile`, `listening`, `working_day`, `agenda`, `monitoring`.
    kind: &'static str,
    title: String,
    text: String,
    /// First day, ISO.
    from: String,
    /// Last day, included, ISO.
    to: String,
}

impl From<&Phase> for PhaseItem {
    fn from(phase: &Phase) -> Self {
        Self {
            id: phase.id.0.to_string(),
            kind: phase.kind.code(),
            title: phase.title.clone(),
            text: phase.text.clone(),
            from: phase.from.to_string(),
            to: phase.to.to_string(),
        }
    }
}

/// A path.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PathItem {
    /// The word in its address.
    slug: String,
    name: String,
    year: i64,
    /// `digital` or `social`.
    lead_office: &'static str,
    /// Where it is, such as `listening`.
    state: &'static str,
    summary: String,
    text: String,
    /// How many ideas are public.
    public_ideas: i64,
    /// Whether it takes ideas today.
    listening: bool,
    phases: Vec<PhaseItem>,
    /// Its page.
    href: String,
}

impl PathItem {
    pub(super) fn new(path: &Path, phases: &[&Phase], listening: bool, href: String) -> Self {
        Self {
            slug: path.slug.clone(),
            name: path.name.clone(),
            year: path.year,
            lead_office: path.lead_office.code(),
            state: path.state.code(),
            summary: path.summary.clone(),
            text: path.text.clone(),
            public_ideas: path.public_ideas,
            listening,
            phases: phases.iter().map(|phase| PhaseItem::from(*phase)).collect(),
            href,
        }
    }
}

/// A path as staff describes it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PathGiven {
    pub(super) name: String,
    /// The word in its address; made from the name when empty, and never changed later.
    pub(super) slug: String,
    pub(super) year: i64,
    /// `digital` or `social`.
    pub(super) lead_office: String,
    pub(super) summary: String,
    pub(super) text: String,
}

/// A phase as staff describes it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PhaseGiven {
    /// `profile`, `listening`, `working_day`, `agenda`, `monitoring`.
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) text: String,
    /// First day, ISO.
    pub(super) from: String,
    /// Last day, included, ISO.
    pub(super) to: String,
}

/// A step of a path.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ArrowGiven {
    /// Such as `open_listening`.
    pub(super) arrow: String,
}

/// Something made, by its id.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Made {
    pub(super) id: String,
}

/// Where something is now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Now {
    /// The new state.
    pub(super) state: &'static str,
}

/// A public idea in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct IdeaItem {
    /// Its public number in the body.
    number: i64,
    title: String,
    /// The beginning of its text, up to 300 characters.
    excerpt: String,
    for_whom: String,
    /// Codes of ISTAT areas.
    areas: Vec<String>,
    /// ISTAT code; may be empty.
    municipality: String,
    /// Such as `published`.
    state: &'static str,
    supports: i64,
    comments: i64,
    /// RFC 3339, UTC.
    published_at: String,
    /// Its page.
    href: String,
}

impl IdeaItem {
    pub(super) fn new(card: Card, href: String) -> Self {
        Self {
            areas: card.areas().map(ToOwned::to_owned).collect(),
            number: card.number,
            title: card.title,
            excerpt: card.excerpt,
            for_whom: card.for_whom,
            municipality: card.municipality,
            state: card.state.code(),
            supports: card.supports,
            comments: card.comments,
            published_at: Instant(card.published_at).rfc3339(),
            href,
        }
    }
}

/// One step of an idea's history.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StepItem {
    /// RFC 3339, UTC.
    at: String,
    state: &'static str,
    /// What was said; may be empty.
    note: String,
    /// `author`, `moderator`, `staff`, `vote`.
    by: &'static str,
}

impl From<&Step> for StepItem {
    fn from(step: &Step) -> Self {
        Self {
            at: Instant(step.at).rfc3339(),
            state: step.state.code(),
            note: step.note.clone(),
            by: step.by_role.code(),
        }
    }
}

/// A comment.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CommentItem {
    id: String,
    /// How the author wants to be called; may be empty.
    author_label: String,
    text: String,
    /// RFC 3339, UTC.
    at: String,
    /// The number of its idea.
    idea: i64,
}

impl CommentItem {
    pub(super) fn new(comment: &Comment, idea: i64) -> Self {
        Self {
            id: comment.id.0.to_string(),
            author_label: comment.author_label.clone(),
            text: comment.text.clone(),
            at: Instant(comment.at).rfc3339(),
            idea,
        }
    }
}

/// An idea with its history and comments.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct IdeaFull {
    /// Its public number in the body.
    number: i64,
    /// The word in the address of its path.
    path: String,
    title: String,
    text: String,
    for_whom: String,
    /// Codes of ISTAT areas.
    areas: Vec<String>,
    /// ISTAT code; may be empty.
    municipality: String,
    /// How it came, such as `web`.
    channel: &'static str,
    /// Such as `published`.
    state: &'static str,
    /// Why not, when not.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// What the body says; may be empty.
    answer: String,
    /// Code of the action or pact it is part of; may be empty.
    outcome_code: String,
    supports: i64,
    /// RFC 3339, UTC.
    created_at: String,
    /// RFC 3339, UTC; absent when it never went public.
    #[serde(skip_serializing_if = "Option::is_none")]
    published_at: Option<String>,
    steps: Vec<StepItem>,
    comments: Vec<CommentItem>,
}

impl From<IdeaPage> for IdeaFull {
    fn from(IdeaPage { idea, steps, comments }: IdeaPage) -> Self {
        let published = (idea.published_at > 0).then(|| Instant(idea.published_at).rfc3339());
        Self {
            areas: idea.areas().map(ToOwned::to_owned).collect(),
            number: idea.number,
            path: idea.path_slug,
            title: idea.title,
            text: idea.text,
            for_whom: idea.for_whom,
            municipality: idea.municipality,
            channel: idea.channel.code(),
            state: idea.state.code(),
            reason: idea.reason.map(crate::model::Reason::code),
            answer: idea.answer,
            outcome_code: idea.outcome_code,
            supports: idea.supports,
            created_at: Instant(idea.created_at).rfc3339(),
            published_at: published,
            steps: steps.iter().map(StepItem::from).collect(),
            comments: comments.iter().map(|c| CommentItem::new(c, idea.number)).collect(),
        }
    }
}

/// The words of an idea, as they are sent.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct IdeaGiven {
    pub(super) title: String,
    pub(super) text: String,
    /// Who it is for, in words.
    pub(super) for_whom: String,
    /// Codes of ISTAT areas.
    pub(super) areas: Vec<String>,
    /// ISTAT code of one of the body's municipalities.
    pub(super) municipality: String,
    /// Who speaks, such as `service_user`.
    pub(super) contributor: String,
    /// Where to write how it went; never shown.
    pub(super) email: String,
    /// A random word of yours: the same idea sent again with it is stored once.
    pub(super) once: String,
    /// Only when an idea is completed: the author's code.
    pub(super) code: String,
    /// Only for a collected voice: how, such as `voice`.
    pub(super) channel: String,
    /// Only for a collected voice: whether the person agreed.
    pub(super) consent: bool,
}

impl IdeaGiven {
    /// As the readers of forms take it; `once` is no part of what was written.
    pub(super) fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = [
            ("title", &self.title),
            ("text", &self.text),
            ("for_whom", &self.for_whom),
            ("municipality", &self.municipality),
            ("contributor", &self.contributor),
            ("email", &self.email),
            ("channel", &self.channel),
        ]
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value.clone()))
        .collect();
        pairs.extend(self.areas.iter().map(|area| ("areas".to_owned(), area.clone())));
        if self.consent {
            pairs.push(("consent".to_owned(), "1".to_owned()));
        }
        pairs
    }
}

/// What the author of an idea gets: nobody else sees the code.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Sent {
    /// Its public number in the body.
    number: i64,
    /// The secret code to follow it.
    code: String,
}

impl From<Submitted> for Sent {
    fn from(sent: Submitted) -> Self {
        Self { number: sent.number, code: sent.code }
    }
}

/// A secret code, as typed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CodeGiven {
    pub(super) code: String,
}

/// How many support an idea now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Supports {
    pub(super) supports: i64,
    /// Whether this call changed it.
    pub(super) changed: bool,
}

/// A comment as it is sent.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CommentGiven {
    /// How you want to be called; may be empty.
    pub(super) author_label: String,
    pub(super) text: String,
    /// A random word of yours: the same comment sent again with it is stored once.
    pub(super) once: String,
}

/// An idea in the desk's list, public or not.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeskItem {
    number: i64,
    /// Empty when it was withdrawn.
    title: String,
    state: &'static str,
    channel: &'static str,
    contributor: &'static str,
    supports: i64,
    /// RFC 3339, UTC.
    created_at: String,
    /// Since when it waits where it is, RFC 3339, UTC.
    waiting_since: String,
}

impl From<DeskIdea> for DeskItem {
    fn from(idea: DeskIdea) -> Self {
        Self {
            number: idea.number,
            title: idea.title,
            state: idea.state.code(),
            channel: idea.channel.code(),
            contributor: idea.contributor.code(),
            supports: idea.supports,
            created_at: Instant(idea.created_at).rfc3339(),
            waiting_since: Instant(idea.waiting_since).rfc3339(),
        }
    }
}

/// An idea that waits for the moderator.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WaitingItem {
    number: i64,
    title: String,
    text: String,
    for_whom: String,
    municipality: String,
    channel: &'static str,
    contributor: &'static str,
    /// What looks like personal data in it: `email`, `phone`, `tax_code`.
    personal: Vec<String>,
    /// RFC 3339, UTC.
    waiting_since: String,
}

impl From<Idea> for WaitingItem {
    fn from(idea: Idea) -> Self {
        Self {
            personal: idea.flags().map(ToOwned::to_owned).collect(),
            number: idea.number,
            title: idea.title,
            text: idea.text,
            for_whom: idea.for_whom,
            municipality: idea.municipality,
            channel: idea.channel.code(),
            contributor: idea.contributor.code(),
            waiting_since: Instant(idea.waiting_since).rfc3339(),
        }
    }
}

/// What is asked of an author.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct NoteGiven {
    pub(super) note: String,
}

/// A no with its reason.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct NoGiven {
    /// Such as `already_exists`.
    pub(super) reason: String,
    /// What is said to the author.
    pub(super) answer: String,
}

/// What the body decides on a public idea.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OutcomeGiven {
    /// `in_review`, `admitted`, `grouped`, `not_admitted`, `kept_for_later`.
    pub(super) outcome: String,
    /// With `not_admitted`.
    pub(super) reason: String,
    /// With `not_admitted`.
    pub(super) answer: String,
    /// With `kept_for_later`.
    pub(super) note: String,
}

/// Whether a comment is shown.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowGiven {
    pub(super) show: bool,
}
