//! What an Agenda document contains.

use jiff::civil::Date;

use crate::Language;

/// A version of a body's Local Social Agenda, ready to be printed.
#[derive(Debug, Clone)]
pub struct AgendaDocument {
    /// The body that makes the promise.
    pub body: BodyIdentity,
    /// Language of the fixed texts; the contents come as they are.
    pub language: Language,
    /// Version as it is cited, for example `2` or `2.1`.
    pub version: String,
    /// The act that approved it; without it the document says "draft".
    pub approval: Option<Approval>,
    /// Fingerprint of the frozen version, in hexadecimal.
    pub hash: String,
    /// Public address of the Agenda, where progress can be followed.
    pub address: Option<String>,
    /// Why and for whom, in everyday words.
    pub summary: Vec<String>,
    /// Numbers of the people who took part.
    pub participation: Vec<Fact>,
    /// What the numbers do not say: for example who was not heard.
    pub participation_notes: Vec<String>,
    /// Numbers of the body's services and databases.
    pub profile: Vec<Fact>,
    /// The snapshot of the profile the Agenda starts from.
    pub starts_from: Option<StartsFrom>,
    /// The actions; the document groups them by term and keeps their order.
    pub actions: Vec<Action>,
    /// Ideas that did not enter, each with its reason.
    pub not_included: Vec<NotIncluded>,
}

/// How a body looks and is called.
#[derive(Debug, Clone)]
pub struct BodyIdentity {
    /// Full name, for example "Unione dei Comuni della Bassa Reggiana".
    pub name: String,
    /// Main colour as `#rrggbb`; darkened where text would not be readable.
    pub colour: Option<String>,
    /// The logo or coat of arms.
    pub logo: Option<Logo>,
    /// Whom to write to.
    pub contact: Option<String>,
}

/// An image to print as the body's mark.
#[derive(Debug, Clone)]
pub struct Logo {
    /// The file's format.
    pub format: LogoFormat,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Formats a logo may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoFormat {
    /// Scalable drawing.
    Svg,
    /// Portable network graphics.
    Png,
}

/// The act that made a version binding.
#[derive(Debug, Clone)]
pub struct Approval {
    /// For example "Delibera di Giunta n. 45".
    pub act: String,
    /// Day of the act.
    pub date: Date,
}

/// A snapshot of the profile, as the Agenda cites it.
#[derive(Debug, Clone)]
pub struct StartsFrom {
    /// What it is called.
    pub title: String,
    /// The day it was taken.
    pub day: Date,
    /// Its fingerprint, in hexadecimal.
    pub hash: String,
    /// Its public page, once everybody may read it.
    pub address: Option<String>,
}

/// A number with what it means.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: Quantity,
}

/// A number with its decimals and unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number.
    pub value: f64,
    /// Decimals to write, 0 to 9.
    pub decimals: u8,
    /// Unit, for example `%` or `giorni`; empty for plain counts.
    pub unit: String,
}

impl Quantity {
    /// A plain count.
    pub const fn count(value: u32) -> Self {
        Self { value: value as f64, decimals: 0, unit: String::new() }
    }
}

/// When an action is due, as derived from its end date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Within twelve months of approval.
    Short,
    /// From the thirteenth to the thirty-sixth month.
    Medium,
}

/// A promise: what, who, when, how much, for whom.
#[derive(Debug, Clone)]
pub struct Action {
    /// Code, unique in the Agenda, for example `AZ-03`.
    pub code: String,
    /// Title.
    pub title: String,
    /// What will be done, in one or more paragraphs.
    pub summary: Vec<String>,
    /// Short or medium term.
    pub term: Term,
    /// First day, if decided.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// Office that answers for it.
    pub responsible: String,
    /// Who does it together with the body.
    pub partners: Vec<String>,
    /// Whole cost in cents; `None` when still to be estimated.
    pub cost_cents: Option<i64>,
    /// Where the money comes from.
    pub funding: Vec<Funding>,
    /// How it is used by who does not use digital services.
    pub inclusion: Vec<String>,
    /// The voices it comes from.
    pub origin: Vec<Origin>,
    /// What will have changed.
    pub results: Vec<ExpectedResult>,
}

/// A part of the cost.
#[derive(Debug, Clone)]
pub struct Funding {
    /// For example "Fondo sociale regionale 2026".
    pub source: String,
    /// Its part, in cents; `None` when still to be decided.
    pub cents: Option<i64>,
}

/// An idea an action comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The idea's code.
    pub code: String,
    /// The idea's title.
    pub title: String,
}

/// Who, what changes, by when.
#[derive(Debug, Clone)]
pub struct ExpectedResult {
    /// The sentence.
    pub text: String,
    /// How it is measured.
    pub indicators: Vec<Indicator>,
}

/// A measure of an expected result.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Code, unique in the Agenda.
    pub code: String,
    /// Name.
    pub name: String,
    /// What exactly is counted.
    pub definition: String,
    /// What it measures.
    pub kind: IndicatorKind,
    /// Unit, for example `persone`.
    pub unit: String,
    /// Decimals to write.
    pub decimals: u8,
    /// Which way is better.
    pub polarity: Polarity,
    /// Where it starts.
    pub baseline: Baseline,
    /// Where it should be, by day.
    pub targets: Vec<Measure>,
    /// Register, questionnaire or database the value comes from.
    pub source: String,
    /// How often it is read.
    pub frequency: Frequency,
    /// The latest value, if any.
    pub latest: Option<Measure>,
}

/// Kinds of indicators, as in the official OntoPiA list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndicatorKind {
    /// What is done.
    Process,
    /// What changes.
    Outcome,
    /// What there is to do it with.
    Structure,
}

/// Which way an indicator improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polarity {
    /// More is better.
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
    /// Inside a range is better.
    WithinRange,
}

/// Where an indicator starts.
#[derive(Debug, Clone, PartialEq)]
pub enum Baseline {
    /// It was measured.
    Measured(Measure),
    /// It will be measured by a day.
    ToBeMeasuredBy(Date),
}

/// A value of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// The value, in the indicator's unit.
    pub value: f64,
    /// The day it is of, or due by.
    pub date: Date,
}

/// How often an indicator is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frequency {
    /// Every month.
    Monthly,
    /// Every three months.
    Quarterly,
    /// Every four months.
    EveryFourMonths,
    /// Every six months.
    HalfYearly,
    /// Every year.
    Yearly,
    /// Only once.
    Once,
}

/// An idea that did not enter, and why.
#[derive(Debug, Clone)]
pub struct NotIncluded {
    /// The idea's code.
    pub code: String,
    /// The idea's title.
    pub title: String,
    /// The reason given to its author.
    pub reason: String,
}
