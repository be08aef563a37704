//! The words of the working day: its states and arrows, its rules, its projects.

use jiff::civil::Date;
use kernel::{
    Cents, Instant, define_id,
    form::{Draft, FieldError},
    id::Uuid,
};
use serde::{Deserialize, Serialize};

use crate::error::WorkdayError;

define_id!(
    /// A working day.
    DayId
);
define_id!(
    /// A project put to the vote.
    ProjectId
);

/// How far a working day has come; the picture is in `docs/state-machines/working_day.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayState {
    /// Being prepared: everything may change.
    Prepared,
    /// Projects, budget and rules are sealed.
    RulesFrozen,
    /// Ballots are taken.
    Open,
    /// No more ballots.
    Closed,
    /// Counted; the record is kept and not yet public.
    Counted,
    /// The result is public.
    Published,
    /// Void, with a reason.
    Annulled,
}

/// An arrow of the state machine, or an act that only some states allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Change the day or its projects.
    Edit,
    /// Seal the rules.
    Freeze,
    /// Open the vote.
    Open,
    /// Close the vote.
    Close,
    /// Count the ballots.
    Count,
    /// Make the result public.
    Publish,
    /// Declare the day void.
    Annul,
}

impl DayState {
    /// Every state, in order.
    pub const ALL: [Self; 7] = [
        Self::Prepared,
        Self::RulesFrozen,
        Self::Open,
        Self::Closed,
        Self::Counted,
        Self::Published,
        Self::Annulled,
    ];

    /// The word stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::RulesFrozen => "rules_frozen",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Counted => "counted",
            Self::Published => "published",
            Self::Annulled => "annulled",
        }
    }

    /// The state a word stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The key of the state's name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Prepared => texts::key!("workday-state-prepared"),
            Self::RulesFrozen => texts::key!("workday-state-rules-frozen"),
            Self::Open => texts::key!("workday-state-open"),
            Self::Closed => texts::key!("workday-state-closed"),
            Self::Counted => texts::key!("workday-state-counted"),
            Self::Published => texts::key!("workday-state-published"),
            Self::Annulled => texts::key!("workday-state-annulled"),
        }
    }

    fn arrow(self, step: Step, from: Self, to: Self) -> Result<Self, WorkdayError> {
        if self == from { Ok(to) } else { Err(WorkdayError::WrongState { state: self, step }) }
    }

    /// Prepared -> Prepared
    pub fn edit(self) -> Result<Self, WorkdayError> {
        self.arrow(Step::Edit, Self::Prepared, Self::Prepared)
    }

    /// Prepared -> RulesFrozen
    pub fn freeze(self) -> Result<Self, WorkdayError> {
        self.arrow(Step::Freeze, Self::Prepared, Self::RulesFrozen)
    }

    /// RulesFrozen -> Open
    pub fn open(self) -> Result<Self, WorkdayError> {
        self.arrow(Step::Open, Self::RulesFrozen, Self::Open)
    }

    /// Open -> Closed
    pub fn close(self) -> Result<Self, WorkdayError> {
        self.arrow(Step::Close, Self::Open, Self::Closed)
    }

    /// Closed -> Counted
    pub fn count(self) -> Result<Self, WorkdayError> {
        self.arrow(Step::Count, Self::Closed, Self::Counted)
    }

    /// Counted -> Published
    pub fn publish(self) -> Result<Self, WorkdayError> {
        self.arrow(Step::Publish, Self::Counted, Self::Published)
    }

    /// any but Annulled -> Annulled
    pub fn annul(self) -> Result<Self, WorkdayError> {
        if self == Self::Annulled {
            return Err(WorkdayError::WrongState { state: self, step: Step::Annul });
        }
        Ok(Self::Annulled)
    }

    /// Whether a ballot may be handed in: RulesFrozen is too early, Closed and after too late.
    pub fn take_ballot(self) -> Result<(), WorkdayError> {
        match self {
            Self::Open => Ok(()),
            Self::Prepared | Self::RulesFrozen => Err(WorkdayError::NotOpenYet),
            Self::Closed | Self::Counted | Self::Published => Err(WorkdayError::VoteClosed),
            Self::Annulled => Err(WorkdayError::DayAnnulled),
        }
    }

    /// Whether people may join: from the freezing of the rules to the closing.
    pub fn take_voter(self) -> Result<(), WorkdayError> {
        if self == Self::RulesFrozen { Ok(()) } else { self.take_ballot() }
    }
}

/// Declares an enum of rule words with the word stored for each.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word, in the order a form shows them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// What a word stands for.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.code() == code)
            }
        }
    };
}

words!(
    /// The rule that decides; the other one is shown beside it.
    OfficialRule {
        /// Equal shares.
        #[default]
        EqualShares = "equal_shares",
        /// Most votes first.
        Greedy = "greedy",
    }
);
words!(
    /// What equal shares do with the money left over.
    CompletionRule {
        /// Shares grow a euro at a time, then most votes first.
        #[default]
        AddOneUtilitarian = "add_one_utilitarian",
        /// Shares grow a euro at a time.
        AddOne = "add_one",
        /// Most votes first.
        Utilitarian = "utilitarian",
        /// It is left over.
        None = "none",
    }
);
words!(
    /// The questions that settle a tie before the published order does.
    TieRule {
        /// Least cost, then most votes.
        #[default]
        CostVotesOrder = "cost_votes_order",
        /// Most votes, then least cost.
        VotesCostOrder = "votes_cost_order",
        /// None: the published order alone.
        Order = "order",
    }
);
words!(
    /// The published order, fixed when the rules are frozen.
    TieOrder {
        /// A lot drawn at the freezing.
        #[default]
        Drawn = "drawn",
        /// By project code.
        Code = "code",
        /// As the projects are listed.
        Listed = "listed",
    }
);

/// How the day decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rules {
    /// The rule whose result is the day's.
    pub official: OfficialRule,
    /// The completion of equal shares.
    pub completion: CompletionRule,
    /// The questions that settle a tie.
    pub tie_rule: TieRule,
    /// The order that settles what is left.
    pub tie_order: TieOrder,
    /// Least identity level of a voter: 0 the room's code is enough, 1 a personal code given in person.
    pub least_level: u8,
}

/// What staff say of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFields {
    /// Address word of the path it belongs to.
    pub path: String,
    /// Its own address word, unique in the body.
    pub slug: String,
    /// Title.
    pub title: String,
    /// When.
    pub day: Date,
    /// Where.
    pub place: String,
    /// How to get in, hear, read and be helped.
    pub access_notes: String,
    /// What may be spent; needed before freezing.
    pub budget: Option<Cents>,
    /// How it decides.
    pub rules: Rules,
}

impl DayFields {
    /// Reads a submitted form; an empty `slug` becomes one made of the title.
    pub fn read(draft: &mut Draft, path: &str) -> Result<Self, Vec<FieldError>> {
        let title = draft.text("title", true, 3, 160);
        let typed = draft.text("slug", false, 1, 60);
        let slug = kernel::italian::slug(if typed.is_empty() { &title } else { &typed });
        let day = draft.day("day", true);
        let place = draft.text("place", true, 2, 200);
        let access_notes = draft.lines("access_notes", false, 0, 2000);
        let budget = draft.cents("budget", false);
        let rules = Rules {
            official: draft.choice("official", false, OfficialRule::parse).unwrap_or_default(),
            completion: draft
                .choice("completion", false, CompletionRule::parse)
                .unwrap_or_default(),
            tie_rule: draft.choice("tie_rule", false, TieRule::parse).unwrap_or_default(),
            tie_order: draft.choice("tie_order", false, TieOrder::parse).unwrap_or_default(),
            least_level: draft.integer("least_level", false, 0..=1).map_or(0, |n| n as u8),
        };
        draft.finish()?;
        let day = day.ok_or_else(Vec::new)?;
        Ok(Self { path: path.to_owned(), slug, title, day, place, access_notes, budget, rules })
    }
}

/// A working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which one.
    pub id: DayId,
    /// Its page, from the site's root.
    pub href: String,
    /// What staff say of it.
    pub fields: DayFields,
    /// How far it has come.
    pub state: DayState,
    /// The seal of everything that decides, once frozen.
    pub rules_hash: Option<String>,
    /// The code people join with, once frozen.
    pub join_code: Option<String>,
    /// How many have joined.
    pub present: i64,
    /// How many voters have a ballot in.
    pub ballots: i64,
    /// When the rules were frozen.
    pub frozen_at: Option<Instant>,
    /// When the vote opened.
    pub opened_at: Option<Instant>,
    /// When it closed.
    pub closed_at: Option<Instant>,
    /// When the result was published.
    pub published_at: Option<Instant>,
    /// When it was annulled.
    pub annulled_at: Option<Instant>,
    /// Why it was annulled; empty otherwise.
    pub annul_reason: String,
}

impl Day {
    /// Whether everybody may see it: from the freezing on, whatever becomes of it.
    pub fn is_public(&self) -> bool {
        self.frozen_at.is_some()
    }
}

/// An idea a project comes from, as the caller knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The idea.
    pub idea: Uuid,
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
}

/// What staff say of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFields {
    /// Short code, unique in the day: letters, digits and dashes.
    pub code: String,
    /// Title.
    pub title: String,
    /// What it does, in a few lines.
    pub summary: String,
    /// What it costs; more than zero before freezing.
    pub cost: Cents,
    /// Area of beneficiaries; may be empty.
    pub area: String,
    /// The ideas it comes from.
    pub origins: Vec<Origin>,
}

impl ProjectFields {
    /// Reads a submitted form; the ideas were looked up by the caller.
    pub fn read(draft: &mut Draft, origins: Vec<Origin>) -> Result<Self, Vec<FieldError>> {
        let code = draft.text("code", true, 1, 20).to_uppercase();
        let title = draft.text("title", true, 3, 160);
        let summary = draft.lines("summary", false, 0, 4000);
        let cost = draft.cents("cost", true).unwrap_or_default();
        let area = draft.text("area", false, 1, 40);
        draft.finish()?;
        Ok(Self { code, title, summary, cost, area, origins })
    }
}

/// A project put to the vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Which one.
    pub id: ProjectId,
    /// What staff say of it.
    pub fields: ProjectFields,
    /// Its place in the list, from 0.
    pub place: i64,
    /// Its place in the published tie order, from 0, once frozen.
    pub tie_place: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_drawn_arrows_exist() {
        type Arrow = fn(DayState) -> Result<DayState, WorkdayError>;
        let arrows: [(Step, Arrow); 7] = [
            (Step::Edit, DayState::edit),
            (Step::Freeze, DayState::freeze),
            (Step::Open, DayState::open),
            (Step::Close, DayState::close),
            (Step::Count, DayState::count),
            (Step::Publish, DayState::publish),
            (Step::Annul, DayState::annul),
        ];
        let mut drawn = Vec::new();
        for state in DayState::ALL {
            for (step, arrow) in arrows {
                match arrow(state) {
                    Ok(next) => drawn.push(format!("{} {step:?} {}", state.code(), next.code())),
                    Err(WorkdayError::WrongState { state: at, step: asked }) => {
                        assert_eq!((at, asked), (state, step));
                    }
                    Err(other) => panic!("{other}"),
                }
            }
        }
        assert_eq!(
            drawn,
            [
                "prepared Edit prepared",
                "prepared Freeze rules_frozen",
                "prepared Annul annulled",
                "rules_frozen Open open",
                "rules_frozen Annul annulled",
                "open Close closed",
                "open Annul annulled",
                "closed Count counted",
                "closed Annul annulled",
                "counted Publish published",
                "counted Annul annulled",
                "published Annul annulled",
            ]
        );
    }

    #[test]
    fn words_are_read_back() {
        for state in DayState::ALL {
            assert_eq!(DayState::parse(state.code()), Some(state));
        }
        for rule in CompletionRule::ALL {
            assert_eq!(CompletionRule::parse(rule.code()), Some(*rule));
        }
        assert_eq!(OfficialRule::parse("dadi"), None);
    }

    #[test]
    fn a_form_gives_a_day_or_all_its_mistakes() {
        let pairs = |list: &[(&str, &str)]| {
            Draft::new(list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
        };
        let mut draft = pairs(&[
            ("title", "Giornata di lavoro"),
            ("day", "4/12/2026"),
            ("place", "Sala civica"),
            ("budget", "25.000"),
        ]);
        let day = DayFields::read(&mut draft, "agenda-sociale").unwrap();
        assert_eq!(day.slug, "giornata-di-lavoro");
        assert_eq!(day.budget, Some(Cents(2_500_000)));
        assert_eq!(day.rules, Rules::default());
        let mut draft =
            pairs(&[("title", "x"), ("day", "31/02/2026"), ("budget", "-5"), ("official", "dadi")]);
        let fields: Vec<_> =
            DayFields::read(&mut draft, "p").unwrap_err().iter().map(|e| e.field).collect();
        assert_eq!(fields, ["title", "day", "place", "budget", "official"]);
    }
}
