//! What calls take and give.

use jiff::civil::Date;
use kernel::Cents;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Action, ActionState, ExpectedResult, Frequency, Indicator, Place, Polarity,
    query::FrozenAgenda,
    rules::{Gap, Term},
    version::{Snapshot, StartsFrom, Version},
};

fn iso(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// A part of an action's cost.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct FundingJson {
    /// Who pays.
    pub source: String,
    /// How much, in cents; absent when still to be decided.
    pub cents: Option<i64>,
}

/// What an action comes from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OriginJson {
    /// `idea`, `project`, ….
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its page, from the site's root.
    pub href: String,
}

/// Where an indicator should be on a day.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TargetJson {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// The value; the lower end of a range.
    pub min: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

/// An indicator.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IndicatorJson {
    /// `IN-01`.
    pub code: String,
    /// Name.
    pub name: String,
    /// What is counted.
    pub definition: String,
    /// `process`, `outcome`, `structure`.
    pub kind: &'static str,
    /// How it is computed.
    pub formula: String,
    /// Unit.
    pub unit: String,
    /// `higher`, `lower`, `range`.
    pub polarity: Option<&'static str>,
    /// Starting value.
    pub baseline: Option<f64>,
    /// Its day.
    pub baseline_day: Option<String>,
    /// By when it will be known.
    pub baseline_due: Option<String>,
    /// Where it should be, by day.
    pub targets: Vec<TargetJson>,
    /// Where values come from.
    pub source: String,
    /// `monthly`, `quarterly`, `every_four_months`, `half_yearly`, `yearly`, `once`.
    pub frequency: Option<&'static str>,
    /// Who reads it.
    pub responsible: String,
    /// Decimals to show.
    pub decimals: u8,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

impl From<&Indicator> for IndicatorJson {
    fn from(one: &Indicator) -> Self {
        let c = &one.content;
        let ranged = c.polarity == Some(Polarity::Range);
        Self {
            code: one.code.clone(),
            name: c.name.clone(),
            definition: c.definition.clone(),
            kind: c.kind.code(),
            formula: c.formula.clone(),
            unit: c.unit.clone(),
            polarity: c.polarity.map(Polarity::code),
            baseline: c.baseline,
            baseline_day: iso(c.baseline_day),
            baseline_due: iso(c.baseline_due),
            targets: c
                .targets
                .iter()
                .map(|target| TargetJson {
                    day: target.day.to_string(),
                    min: target.min,
                    max: ranged.then_some(target.max),
                })
                .collect(),
            source: c.source.clone(),
            frequency: c.frequency.map(Frequency::code),
            responsible: c.responsible.clone(),
            decimals: c.decimals,
            demonstrative: c.demonstrative,
        }
    }
}

/// An expected result.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResultJson {
    /// `RA-01`.
    pub code: String,
    /// Who, what changes, by when.
    pub text: String,
    /// `output`, `outcome`, `impact`.
    pub kind: &'static str,
    /// By when.
    pub due: Option<String>,
    /// How it is measured.
    pub indicators: Vec<IndicatorJson>,
}

impl From<&ExpectedResult> for ResultJson {
    fn from(one: &ExpectedResult) -> Self {
        Self {
            code: one.code.clone(),
            text: one.content.text.clone(),
            kind: one.content.kind.code(),
            due: iso(one.content.due),
            indicators: one.indicators.iter().map(Into::into).collect(),
        }
    }
}

/// An action with all it holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ActionJson {
    /// `AZ-01`.
    pub code: String,
    /// Its page, from the site's root.
    pub href: String,
    /// Title.
    pub title: String,
    /// The title in the easiest words; may be empty.
    pub easy_title: String,
    /// What will be done.
    pub summary: String,
    /// What sort of thing it does.
    pub kind: &'static str,
    /// Where it stands today.
    pub state: &'static str,
    /// `short`, `medium`, `beyond`; absent without a last day.
    pub term: Option<&'static str>,
    /// First day.
    pub start: Option<String>,
    /// Last day.
    pub end: Option<String>,
    /// Areas of users (ISTAT codes).
    pub areas: Vec<String>,
    /// Municipalities (ISTAT codes); empty: the whole territory.
    pub municipalities: Vec<String>,
    /// The office that answers for it.
    pub responsible: String,
    /// Who does it together with the body.
    pub partners: Vec<String>,
    /// Cost in cents; absent when still to be estimated.
    pub cost_cents: Option<i64>,
    /// Where the money comes from.
    pub funding: Vec<FundingJson>,
    /// How people without digital means use it.
    pub inclusion: String,
    /// Codes of the services it touches.
    pub services: Vec<String>,
    /// Codes of the databases it touches.
    pub databases: Vec<String>,
    /// Digital level today.
    pub level_from: String,
    /// Digital level aimed at.
    pub level_to: String,
    /// Where the facts were taken from.
    pub source: String,
    /// Whether it is an invented example.
    pub demonstrative: bool,
    /// The voices behind it.
    pub origins: Vec<OriginJson>,
    /// What will have changed.
    pub results: Vec<ResultJson>,
}

impl ActionJson {
    /// An action of a place, with its state of today and its term.
    pub fn new(place: &Place, action: &Action, state: ActionState, term: Option<Term>) -> Self {
        let c = &action.content;
        Self {
            code: action.code.clone(),
            href: place.action_href(&action.code),
            title: c.title.clone(),
            easy_title: c.easy_title.clone(),
            summary: c.summary.clone(),
            kind: c.kind.code(),
            state: state.code(),
            term: term.map(Term::code),
            start: iso(c.start),
            end: iso(c.end),
            areas: c.areas.clone(),
            municipalities: c.municipalities.clone(),
            responsible: c.responsible.clone(),
            partners: c.partners.clone(),
            cost_cents: c.cost.map(|cost| cost.0),
            funding: c
                .funding
                .iter()
                .map(|part| FundingJson {
                    source: part.source.clone(),
                    cents: part.cents.map(|cents| cents.0),
                })
                .collect(),
            inclusion: c.inclusion.clone(),
            services: c.services.clone(),
            databases: c.databases.clone(),
            level_from: c.level_from.clone(),
            level_to: c.level_to.clone(),
            source: c.source.clone(),
            demonstrative: c.demonstrative,
            origins: action
                .origins
                .iter()
                .map(|origin| OriginJson {
                    kind: origin.kind.clone(),
                    title: origin.title.clone(),
                    href: origin.href.clone(),
                })
                .collect(),
            results: action.results.iter().map(Into::into).collect(),
        }
    }

    /// An action of a frozen version.
    pub fn frozen(place: &Place, agenda: &FrozenAgenda, action: &Action) -> Self {
        Self::new(place, action, agenda.state(action), agenda.snapshot.term(action))
    }
}

/// A version without its actions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VersionJson {
    /// 1, 2, 3, ….
    pub number: i64,
    /// `draft`, `approved`, `published`, `superseded`.
    pub state: &'static str,
    /// Title.
    pub title: String,
    /// What will change.
    pub promise: String,
    /// Why there is a new version.
    pub reason: String,
    /// The act that approved it.
    pub act: String,
    /// The day of the act.
    pub approved: Option<String>,
    /// When it was published (RFC 3339).
    pub published_at: Option<String>,
    /// SHA-256 of the frozen text, in hexadecimal.
    pub hash: String,
    /// Number of the snapshot of the profile it starts from.
    pub profile_snapshot: Option<i64>,
}

impl From<&Version> for VersionJson {
    fn from(one: &Version) -> Self {
        Self {
            number: one.number,
            state: one.state.code(),
            title: one.title.clone(),
            promise: one.promise.clone(),
            reason: one.reason.clone(),
            act: one.act.clone(),
            approved: iso(one.approved),
            published_at: one.published_at.map(|at| kernel::Instant(at).rfc3339()),
            hash: one.hash.clone(),
            profile_snapshot: one.profile_snapshot,
        }
    }
}

/// A version with its actions, as approved.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AgendaJson {
    /// The version.
    #[serde(flatten)]
    pub version: VersionJson,
    /// The snapshot of the profile it starts from, as it was when the version was approved.
    pub starts_from: Option<StartsFromJson>,
    /// Its actions, each with its state of today.
    pub actions: Vec<ActionJson>,
}

/// A snapshot of the profile, as an Agenda cites it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StartsFromJson {
    /// Its number.
    pub number: i64,
    /// What it is called.
    pub title: String,
    /// The day it was taken.
    pub day: String,
    /// SHA-256 of what it froze, in hexadecimal.
    pub hash: String,
}

impl From<&StartsFrom> for StartsFromJson {
    fn from(one: &StartsFrom) -> Self {
        let (number, day) = (one.number, one.day.to_string());
        Self { number, title: one.title.clone(), day, hash: one.hash.clone() }
    }
}

impl AgendaJson {
    /// A frozen version of a place.
    pub fn frozen(place: &Place, agenda: &FrozenAgenda) -> Self {
        let Snapshot { actions, profile, .. } = &agenda.snapshot;
        Self {
            version: (&agenda.version).into(),
            starts_from: profile.as_ref().map(Into::into),
            actions: actions.iter().map(|one| ActionJson::frozen(place, agenda, one)).collect(),
        }
    }
}

/// One line of the checklist.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GapJson {
    /// What is missing: `no_end`, `no_indicator`, ….
    pub kind: &'static str,
    /// The action it is in; empty for the Agenda itself.
    pub action: String,
    /// The code of the thing to mend.
    pub code: String,
    /// Whether an approval is refused for it.
    pub blocks: bool,
    /// What to do, in the caller's language.
    pub text: String,
}

impl GapJson {
    /// A gap with its words.
    pub fn new(gap: &Gap, text: String) -> Self {
        Self {
            kind: gap.kind.code(),
            action: gap.action.clone(),
            code: gap.code.clone(),
            blocks: gap.blocks(),
            text,
        }
    }
}

/// The Agenda being written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DraftJson {
    /// The open draft, when there is one.
    pub version: Option<VersionJson>,
    /// All actions, given up ones as well.
    pub actions: Vec<ActionJson>,
    /// What is missing and what is odd.
    pub gaps: Vec<GapJson>,
}

/// The pairs of a form, which the call's input becomes: the same rules read both.
pub type Fields = Vec<(String, String)>;

fn fields(pairs: Vec<(&str, String)>) -> Fields {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn typed(cents: i64) -> String {
    Cents(cents).typed()
}

/// An action to write.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ActionInput {
    /// Title.
    pub title: String,
    /// The title in the easiest words.
    pub easy_title: String,
    /// What will be done.
    pub summary: String,
    /// `new_digital_service`, `service_evolution`, `data_integration`, `skills`, `network`, `rules`.
    pub kind: String,
    /// First day, `YYYY-MM-DD`.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Areas of users (ISTAT codes).
    pub areas: Vec<String>,
    /// Municipalities (ISTAT codes).
    pub municipalities: Vec<String>,
    /// The office that answers for it.
    pub responsible: String,
    /// Partners.
    pub partners: Vec<String>,
    /// Cost in cents.
    pub cost_cents: Option<i64>,
    /// Where the money comes from.
    pub funding: Vec<FundingJson>,
    /// How people without digital means use it.
    pub inclusion: String,
    /// Codes of services.
    pub services: Vec<String>,
    /// Codes of databases.
    pub databases: Vec<String>,
    /// Digital level today.
    pub level_from: String,
    /// Digital level aimed at.
    pub level_to: String,
    /// Where the facts were taken from.
    pub source: String,
    /// Numbers of the ideas it comes from (only when it is made).
    pub ideas: Vec<i64>,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

impl ActionInput {
    /// The fields of the form.
    pub fn fields(&self) -> Fields {
        let mut pairs = vec![
            ("title", self.title.clone()),
            ("easy_title", self.easy_title.clone()),
            ("summary", self.summary.clone()),
            ("kind", self.kind.clone()),
            ("start", self.start.clone()),
            ("end", self.end.clone()),
            ("responsible", self.responsible.clone()),
            ("cost", self.cost_cents.map(typed).unwrap_or_default()),
            ("inclusion", self.inclusion.clone()),
            ("level_from", self.level_from.clone()),
            ("level_to", self.level_to.clone()),
            ("source", self.source.clone()),
        ];
        for (name, list) in [
            ("areas", &self.areas),
            ("municipalities", &self.municipalities),
            ("partners", &self.partners),
            ("services", &self.services),
            ("databases", &self.databases),
        ] {
            pairs.extend(list.iter().map(|value| (name, value.clone())));
        }
        for part in &self.funding {
            pairs.push(("funding_source", part.source.clone()));
            pairs.push(("funding_cents", part.cents.map(typed).unwrap_or_default()));
        }
        if self.demonstrative {
            pairs.push(("demonstrative", "1".into()));
        }
        fields(pairs)
    }
}

/// An expected result to write.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ResultInput {
    /// Who, what changes, by when.
    pub text: String,
    /// `output`, `outcome`, `impact`.
    pub kind: String,
    /// By when, `YYYY-MM-DD`.
    pub due: String,
}

impl ResultInput {
    /// The fields of the form.
    pub fn fields(self) -> Fields {
        fields(vec![("text", self.text), ("kind", self.kind), ("due", self.due)])
    }
}

/// An indicator to write.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct IndicatorInput {
    /// Name.
    pub name: String,
    /// What is counted.
    pub definition: String,
    /// `process`, `outcome`, `structure`.
    pub kind: String,
    /// How it is computed.
    pub formula: String,
    /// Unit.
    pub unit: String,
    /// `higher`, `lower`, `range`.
    pub polarity: String,
    /// Starting value.
    pub baseline: Option<f64>,
    /// Its day.
    pub baseline_day: String,
    /// By when it will be known.
    pub baseline_due: String,
    /// Where it should be, by day.
    pub targets: Vec<TargetJson>,
    /// Where values come from.
    pub source: String,
    /// `monthly`, `quarterly`, `every_four_months`, `half_yearly`, `yearly`, `once`.
    pub frequency: String,
    /// Who reads it.
    pub responsible: String,
    /// Decimals to show, 0 to 6.
    pub decimals: i64,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

/// A number as the form's readers take it.
pub fn number(value: f64) -> String {
    // The form reads a point before three digits as one between thousands.
    value.to_string().replace('.', ",")
}

impl IndicatorInput {
    /// The fields of the form.
    pub fn fields(self) -> Fields {
        let mut pairs = vec![
            ("name", self.name),
            ("definition", self.definition),
            ("kind", self.kind),
            ("formula", self.formula),
            ("unit", self.unit),
            ("polarity", self.polarity),
            ("baseline", self.baseline.map(number).unwrap_or_default()),
            ("baseline_day", self.baseline_day),
            ("baseline_due", self.baseline_due),
            ("source", self.source),
            ("frequency", self.frequency),
            ("responsible", self.responsible),
            ("decimals", self.decimals.to_string()),
        ];
        for target in self.targets {
            pairs.push(("target_day", target.day));
            pairs.push(("target_min", number(target.min)));
            pairs.push(("target_max", target.max.map(number).unwrap_or_default()));
        }
        if self.demonstrative {
            pairs.push(("demonstrative", "1".into()));
        }
        fields(pairs)
    }
}

/// What a draft says of itself.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DraftInput {
    /// Title.
    pub title: String,
    /// What will change.
    pub promise: String,
    /// Why there is a new version; needed from the second on.
    pub reason: String,
    /// Number of the snapshot of the profile it starts from; without it, the one chosen before or the
    /// newest.
    pub profile_snapshot: Option<i64>,
}

impl DraftInput {
    /// The fields of the form.
    pub fn fields(self) -> Fields {
        let snapshot = self.profile_snapshot.map(|number| number.to_string()).unwrap_or_default();
        fields(vec![
            ("title", self.title),
            ("promise", self.promise),
            ("reason", self.reason),
            ("profile_snapshot", snapshot),
        ])
    }
}

/// The act that approves a version.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ActInput {
    /// For example "Delibera di Giunta n. 45".
    pub act: String,
    /// Its day, `YYYY-MM-DD`.
    pub day: String,
}

impl ActInput {
    /// The fields of the form.
    pub fn fields(self) -> Fields {
        fields(vec![("act", self.act), ("day", self.day)])
    }
}

/// The version to publish.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicationInput {
    /// Its number.
    pub number: i64,
}

/// The working day whose chosen projects become actions.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectsInput {
    /// Its address word.
    pub day: String,
}

/// What became of a chosen project.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TurnedJson {
    /// The action it is now.
    pub action: String,
    /// Whether the action is new.
    pub new: bool,
}

/// A step to take with an action.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StepInput {
    /// `review`, `admit`, `start`, `complete`, `suspend`, `reschedule`, `abandon`.
    pub step: String,
    /// The public reason; some steps need one.
    pub reason: String,
}

/// A voice to join to an action.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OriginInput {
    /// Number of the idea.
    pub idea: i64,
}

/// The code of what was made.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MadeJson {
    /// `AZ-01`, `RA-01`, `IN-01`.
    pub code: String,
}
