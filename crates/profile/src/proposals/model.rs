//! A proposal, its states and what it would change. Picture: `docs/state-machines/proposal.md`.

use kernel::{PersonId, id::Uuid};
use texts::key;

use crate::{
    claims::model::NotFromHere,
    fields::Field,
    model::{Register, Values},
};

kernel::define_id!(
    /// A proposal to change a card or to add one.
    ProposalId
);

/// Fields that only staff write: keys, demonstration marks and what an acceptance writes itself.
const STAFF_ONLY: [&str; 7] =
    ["code", "demo", "demo_fields", "checked_on", "checked_by", "card_state", "macro_level"];

/// Fields that an office answering a letter changes most.
pub const SHORT_FORM: [&str; 10] = [
    "name",
    "short_description",
    "place",
    "opening_hours",
    "contact_office",
    "phone",
    "email",
    "requirements",
    "user_cost",
    "url",
];

/// Whether somebody who is not staff may propose a value of a field.
pub fn may_propose(field: &str) -> bool {
    !STAFF_ONLY.contains(&field)
}

/// Where a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProposalState {
    /// Waits for staff.
    Pending,
    /// A new service that staff want and have not published yet.
    Draft,
    /// In the card, whole.
    Accepted,
    /// In the card, in part.
    Partly,
    /// Staff said no.
    Refused,
    /// Who proposed gave it up.
    Withdrawn,
}

impl ProposalState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Pending, Self::Draft, Self::Accepted, Self::Partly, Self::Refused, Self::Withdrawn];

    /// The word kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Draft => "draft",
            Self::Accepted => "accepted",
            Self::Partly => "partly",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state a word stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pending => key!("proposal-state-pending"),
            Self::Draft => key!("proposal-state-draft"),
            Self::Accepted => key!("proposal-state-accepted"),
            Self::Partly => key!("proposal-state-partly"),
            Self::Refused => key!("proposal-state-refused"),
            Self::Withdrawn => key!("proposal-state-withdrawn"),
        }
    }

    fn step(self, from: &[Self], to: Self) -> Result<Self, NotFromHere> {
        if from.contains(&self) { Ok(to) } else { Err(NotFromHere) }
    }

    /// Pending -> Pending
    pub fn rewrite(self) -> Result<Self, NotFromHere> {
        self.step(&[Self::Pending], Self::Pending)
    }

    /// Pending -> Accepted
    pub fn accept(self) -> Result<Self, NotFromHere> {
        self.step(&[Self::Pending], Self::Accepted)
    }

    /// Pending -> Partly
    pub fn accept_part(self) -> Result<Self, NotFromHere> {
        self.step(&[Self::Pending], Self::Partly)
    }

    /// Pending -> Draft (a service that is not there yet)
    pub fn take_up(self) -> Result<Self, NotFromHere> {
        self.step(&[Self::Pending], Self::Draft)
    }

    /// Draft -> Accepted
    pub fn publish(self) -> Result<Self, NotFromHere> {
        self.step(&[Self::Draft], Self::Accepted)
    }

    /// Pending, Draft -> Refused
    pub fn refuse(self) -> Result<Self, NotFromHere> {
        self.step(&[Self::Pending, Self::Draft], Self::Refused)
    }

    /// Pending -> Withdrawn
    pub fn withdraw(self) -> Result<Self, NotFromHere> {
        self.step(&[Self::Pending], Self::Withdrawn)
    }
}

/// One field that would change.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// What the card said when it was proposed.
    pub before: String,
    /// What it would say.
    pub after: String,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which one.
    pub id: Uuid,
    /// The service; none for one that the body does not know yet.
    pub service: Option<Uuid>,
    /// The actor that keeps the card, when it comes of one.
    pub actor: Option<Uuid>,
    /// The letter it answers, when it comes of one.
    pub request: Option<Uuid>,
    /// The account it came from, when there is one.
    pub person: Option<PersonId>,
    /// Who proposes, in words: an organisation or an office.
    pub author: String,
    /// Name of the service.
    pub name: String,
    /// What would change.
    pub changes: Vec<FieldChange>,
    /// A word to staff; may be empty.
    pub message: String,
    /// Where who reported a mistake reads the answer; may be empty.
    pub reply_to: String,
    /// Where it is.
    pub state: ProposalState,
    /// What staff answered.
    pub answer: String,
    /// The fields that staff accepted.
    pub accepted: Vec<String>,
    /// When it came, UTC milliseconds.
    pub created_at: i64,
    /// When it was decided, UTC milliseconds.
    pub decided_at: Option<i64>,
}

impl Proposal {
    /// Whether anybody sent it from the public page: words alone, no author.
    pub const fn is_report(&self) -> bool {
        self.author.is_empty()
            && self.actor.is_none()
            && self.request.is_none()
            && self.person.is_none()
    }
}

/// How a proposed field stands to the card of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The card still says what it said then.
    Clean,
    /// The card already says what is proposed.
    Already,
    /// Staff changed the card meanwhile, to something else.
    Clash,
}

/// A proposed field beside the card of today.
#[derive(Debug, Clone)]
pub struct Line {
    /// The field.
    pub field: &'static Field,
    /// What the card said when it was proposed.
    pub before: String,
    /// What it says now.
    pub now: String,
    /// What it would say.
    pub after: String,
    /// How they stand.
    pub standing: Standing,
}

/// Puts each proposed field beside the card of today: three ways, so that only real clashes show.
pub fn compare(changes: &[FieldChange], now: &Values) -> Vec<Line> {
    let register = Register::Services;
    let lines = changes.iter().filter_map(|change| {
        let field = register.fields().get(register.position(&change.field)?)?;
        let now = now.get(register, field.name).to_owned();
        let standing = if now == change.after {
            Standing::Already
        } else if now == change.before {
            Standing::Clean
        } else {
            Standing::Clash
        };
        let (before, after) = (change.before.clone(), change.after.clone());
        Some(Line { field, before, now, after, standing })
    });
    lines.collect()
}

/// The fields in which two versions of a card differ, those left out that only staff write.
pub fn differing(before: &Values, after: &Values) -> Vec<FieldChange> {
    let pairs = before.0.iter().zip(&after.0);
    let fields = Register::Services.fields().iter().zip(pairs);
    fields
        .filter(|(field, (before, after))| may_propose(field.name) && before != after)
        .map(|(field, (before, after))| FieldChange {
            field: field.name.to_owned(),
            before: before.clone(),
            after: after.clone(),
        })
        .collect()
}

/// A version of a card with changes put in.
pub fn with_changes(now: &Values, changes: &[FieldChange]) -> Values {
    let mut values = now.clone();
    for change in changes {
        if let Some(at) = Register::Services.position(&change.field)
            && may_propose(&change.field)
        {
            values.0[at].clone_from(&change.after);
        }
    }
    values
}

/// Writes who said on which day that a card is true; fields that a card does not have are left out.
pub(crate) fn assure(values: &mut Values, day: &str, by: &str) {
    for (field, value) in [("checked_on", day), ("checked_by", by), ("card_state", "verified")] {
        if let Some(at) = Register::Services.position(field) {
            values.0[at] = value.chars().take(200).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(pairs: &[(&str, &str)]) -> Values {
        let mut values = Values::empty(Register::Services);
        for (field, value) in pairs {
            let at = Register::Services.position(field).unwrap_or_default();
            values.0[at] = (*value).to_owned();
        }
        values
    }

    #[test]
    fn only_what_both_changed_differently_clashes() {
        let then = card(&[("name", "Nido"), ("place", "Via A"), ("opening_hours", "8-12")]);
        let proposed = card(&[("name", "Nido blu"), ("place", "Via B"), ("opening_hours", "8-13")]);
        let today = card(&[("name", "Nido"), ("place", "Via C"), ("opening_hours", "8-13")]);
        let changes = differing(&then, &proposed);
        let standing: Vec<_> =
            compare(&changes, &today).iter().map(|l| (l.field.name, l.standing)).collect();
        assert_eq!(
            standing,
            [
                ("name", Standing::Clean),
                ("place", Standing::Clash),
                ("opening_hours", Standing::Already)
            ]
        );
        assert_eq!(with_changes(&then, &changes), proposed);
    }

    #[test]
    fn what_only_staff_write_is_not_proposed() {
        let changes = differing(&card(&[]), &card(&[("code", "X"), ("demo", "no"), ("name", "Y")]));
        assert_eq!(changes.iter().map(|c| c.field.as_str()).collect::<Vec<_>>(), ["name"]);
        let sneaked =
            [FieldChange { field: "code".into(), before: String::new(), after: "X".into() }];
        assert_eq!(with_changes(&card(&[]), &sneaked), card(&[]));
        assert!(SHORT_FORM.iter().all(|field| may_propose(field)));
    }

    #[test]
    fn only_the_drawn_arrows_exist() {
        use ProposalState as S;
        for state in S::ALL {
            let waits = state == S::Pending;
            for arrow in [state.accept(), state.accept_part(), state.take_up(), state.withdraw()] {
                assert_eq!(arrow.is_ok(), waits);
            }
            assert_eq!(state.publish().is_ok(), state == S::Draft);
            assert_eq!(state.refuse().is_ok(), waits || state == S::Draft);
            assert_eq!(S::parse(state.code()), Some(state));
        }
    }
}
