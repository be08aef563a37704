//! What people hand in, read from forms and already good.

use jiff::civil::Date;
use kernel::{
    email::Email,
    form::{Draft, FieldError},
    italian, vocabulary,
};
use texts::key;

use crate::{
    model::{Channel, Contributor, LeadOffice, PhaseKind, Reason},
    rules,
    store::Phase,
};

/// A path as staff describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathInput {
    /// The word in its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The year it begins.
    pub year: i64,
    /// Which office leads.
    pub lead_office: LeadOffice,
    /// One or two sentences for lists.
    pub summary: String,
    /// The public text; may be empty.
    pub text: String,
}

impl PathInput {
    /// Reads `name`, `slug` (made from the name when empty), `year`, `lead_office`, `summary`, `text`.
    pub fn read(mut draft: Draft) -> Result<Self, Vec<FieldError>> {
        let name = draft.text("name", true, 5, 120);
        let typed = draft.text("slug", false, 2, 60);
        let slug = italian::slug(if typed.is_empty() { &name } else { &typed });
        if slug.is_empty() && !name.is_empty() {
            draft.refuse("slug", key!("path-bad-slug"), None);
        }
        let year =
            draft.text("year", true, 4, 4).parse().ok().filter(|year| (2000..=2100).contains(year));
        if year.is_none() {
            draft.refuse("year", key!("path-bad-year"), None);
        }
        let lead = draft.choice("lead_office", true, LeadOffice::parse);
        let summary = draft.text("summary", true, 10, 400);
        let text = draft.lines("text", false, 0, 8000);
        draft.finish()?;
        let (Some(year), Some(lead_office)) = (year, lead) else {
            return Err(draft.errors().to_vec());
        };
        Ok(Self { slug, name, year, lead_office, summary, text })
    }
}

/// A phase as staff describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseInput {
    /// What it is for.
    pub kind: PhaseKind,
    /// Its title.
    pub title: String,
    /// Its public text; may be empty.
    pub text: String,
    /// First day.
    pub from: Date,
    /// Last day, included.
    pub to: Date,
}

impl PhaseInput {
    /// Reads `kind`, `title`, `text`, `from`, `to`.
    pub fn read(mut draft: Draft) -> Result<Self, Vec<FieldError>> {
        let kind = draft.choice("kind", true, PhaseKind::parse);
        let title = draft.text("title", true, 3, 120);
        let text = draft.lines("text", false, 0, 2000);
        let from = draft.day("from", true);
        let to = draft.day("to", true);
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            draft.refuse("to", key!("phase-ends-before-it-begins"), None);
        }
        draft.finish()?;
        let (Some(kind), Some(from), Some(to)) = (kind, from, to) else {
            return Err(draft.errors().to_vec());
        };
        Ok(Self { kind, title, text, from, to })
    }
}

impl PhaseInput {
    /// Whether it says what a phase says already.
    pub fn is(&self, phase: &Phase) -> bool {
        (self.kind, self.from, self.to) == (phase.kind, phase.from, phase.to)
            && (&self.title, &self.text) == (&phase.title, &phase.text)
    }
}

/// The words of an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaWords {
    /// One line.
    pub title: String,
    /// The idea, plain text: markup in it is text.
    pub text: String,
    /// Who it is for; may be empty.
    pub for_whom: String,
    /// Codes of ISTAT areas, each once.
    pub areas: Vec<String>,
    /// ISTAT code of the municipality; may be empty.
    pub municipality: String,
}

impl IdeaWords {
    /// Reads `title`, `text`, `for_whom`, `areas` (repeated), `municipality` (one of the body's).
    pub fn read(draft: &mut Draft, municipalities: &[&str]) -> Self {
        Self {
            title: draft.text("title", true, 5, 120),
            text: draft.lines("text", true, 20, 4000),
            for_whom: draft.text("for_whom", false, 2, 120),
            areas: draft.many("areas", false, |code| {
                vocabulary::areas().get(code).map(|term| term.code.clone())
            }),
            municipality: draft
                .choice("municipality", false, |code| {
                    municipalities.contains(&code).then(|| code.to_owned())
                })
                .unwrap_or_default(),
        }
    }
}

/// An idea as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaInput {
    /// Its words.
    pub words: IdeaWords,
    /// How it came.
    pub channel: Channel,
    /// Who speaks.
    pub contributor: Contributor,
    /// Where to write to the author, when they wish so.
    pub email: Option<Email>,
}

impl IdeaInput {
    /// Reads the words, `contributor` and `email`; the caller knows the channel.
    pub fn read(
        mut draft: Draft,
        channel: Channel,
        municipalities: &[&str],
    ) -> Result<Self, Vec<FieldError>> {
        let words = IdeaWords::read(&mut draft, municipalities);
        let contributor = draft
            .choice("contributor", false, Contributor::parse)
            .unwrap_or(Contributor::Anonymous);
        let email = draft.email("email", false);
        draft.finish()?;
        Ok(Self { words, channel, contributor, email })
    }
}

/// A voice collected by an operator: the words of somebody who is not named anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collected {
    /// Its words, as they were said or written.
    pub words: IdeaWords,
    /// How it was collected; never the site.
    pub channel: Channel,
    /// Who speaks.
    pub contributor: Contributor,
}

impl Collected {
    /// Reads the words, `channel`, `contributor` and `consent`; what looks like personal data is refused where it stands.
    pub fn read(mut draft: Draft, municipalities: &[&str]) -> Result<Self, Vec<FieldError>> {
        let channel = draft
            .choice("channel", true, |code| Channel::parse(code).filter(|c| *c != Channel::Web));
        let contributor = draft
            .choice("contributor", false, Contributor::parse)
            .unwrap_or(Contributor::Anonymous);
        let words = IdeaWords::read(&mut draft, municipalities);
        for (field, text) in
            [("title", &words.title), ("text", &words.text), ("for_whom", &words.for_whom)]
        {
            if !rules::flags(&[text]).is_empty() {
                draft.refuse(field, key!("idea-collected-personal"), None);
            }
        }
        if !draft.flag("consent") {
            draft.refuse("consent", key!("idea-collected-no-consent"), None);
        }
        draft.finish()?;
        let Some(channel) = channel else { return Err(draft.errors().to_vec()) };
        Ok(Self { words, channel, contributor })
    }

    /// The voice as an idea: without an address to write to.
    pub fn idea(&self) -> IdeaInput {
        IdeaInput {
            words: self.words.clone(),
            channel: self.channel,
            contributor: self.contributor,
            email: None,
        }
    }
}

/// A no with its reason, and what the body says to the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct No {
    /// One of the closed list.
    pub reason: Reason,
    /// The answer, public where the idea is.
    pub answer: String,
}

impl No {
    /// Reads `reason` and `answer`.
    pub fn read(mut draft: Draft) -> Result<Self, Vec<FieldError>> {
        let reason = draft.choice("reason", true, Reason::parse);
        let answer = draft.lines("answer", true, 10, 2000);
        draft.finish()?;
        let Some(reason) = reason else { return Err(draft.errors().to_vec()) };
        Ok(Self { reason, answer })
    }
}

/// Reads the `note` that goes with a request for a change.
pub fn read_note(mut draft: Draft) -> Result<String, Vec<FieldError>> {
    let note = draft.lines("note", true, 10, 2000);
    draft.finish()?;
    Ok(note)
}

/// A comment as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentInput {
    /// How the author wants to be called; may be empty.
    pub author_label: String,
    /// The comment, plain text.
    pub text: String,
}

impl CommentInput {
    /// Reads `author_label` and `text`.
    pub fn read(mut draft: Draft) -> Result<Self, Vec<FieldError>> {
        let input = Self {
            author_label: draft.text("author_label", false, 1, 60),
            text: draft.lines("text", true, 3, 2000),
        };
        draft.finish()?;
        Ok(input)
    }
}
