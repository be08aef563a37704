//! What the profile itself says is wrong or missing.
//!
//! A rule is one pure function over a read-only [`Picture`] of the profile. To add one: write
//! `rules/its_name.rs`, add one line to [`RULES`], its two messages, its test, and its row in
//! `docs/findings.md`. What was decided about a finding ([`state`]) is kept under the rule and its
//! subject, so that looking again ([`service::recompute`]) never loses a decision.

pub mod picture;
mod rules;
pub mod service;
pub mod state;
pub mod store;
mod weigh;

pub use picture::{Around, Picture, Surroundings};
use serde::{Deserialize, Serialize};
pub use state::{FindingState, Refusal};

use crate::model::Register;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Minor = 1,
    /// To be mended.
    Notable = 2,
    /// Somebody is without a service, or soon will be.
    Serious = 3,
}

impl Severity {
    /// The severity of a kept number.
    pub const fn of(n: i64) -> Self {
        match n {
            3 => Self::Serious,
            2 => Self::Notable,
            _ => Self::Minor,
        }
    }

    /// Its word.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Minor => texts::key!("finding-minor"),
            Self::Notable => texts::key!("finding-notable"),
            Self::Serious => texts::key!("finding-serious"),
        }
    }
}

/// A value put into the words of a reason; codes become labels only when they are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// A name, as the office wrote it.
    Text(String),
    /// Names, as a list in a sentence.
    Names(Vec<String>),
    /// A number.
    Number(i64),
    /// A day (ISO).
    Day(String),
    /// ISTAT areas.
    Areas(Vec<String>),
    /// The number of a digital level.
    Level(i64),
}

/// What a finding points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// `service`, `database`, `plan_sheet`, `area`, `municipality` or `need`.
    pub kind: String,
    /// Its code or number.
    pub code: String,
    /// Its name; empty for an area.
    pub name: String,
}

impl Evidence {
    /// A record of a register.
    pub fn record(register: Register, code: &str, name: &str) -> Self {
        Self { kind: register.kind().to_owned(), code: code.to_owned(), name: name.to_owned() }
    }

    /// Something that is no record.
    pub fn other(kind: &str, code: &str, name: &str) -> Self {
        Self { kind: kind.to_owned(), code: code.to_owned(), name: name.to_owned() }
    }
}

/// What a rule noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is about: with the rule, the stable key of the finding.
    pub subject: String,
    /// How much it weighs.
    pub severity: Severity,
    /// Why, in words.
    pub told: Told,
}

/// The words of a finding and what they point at, as they are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The message that gives the reason.
    pub reason: String,
    /// What the message speaks of, by name.
    pub said: Vec<(String, Said)>,
    /// What it points at.
    pub evidence: Vec<Evidence>,
}

impl Found {
    /// Something noticed about a subject, with its reason.
    pub fn new(severity: Severity, subject: impl Into<String>, reason: &'static str) -> Self {
        let told = Told { reason: reason.to_owned(), said: Vec::new(), evidence: Vec::new() };
        Self { subject: subject.into(), severity, told }
    }

    /// Puts a value into the words.
    #[must_use]
    pub fn say(mut self, name: &str, value: Said) -> Self {
        self.told.said.push((name.to_owned(), value));
        self
    }

    /// Points at something.
    #[must_use]
    pub fn at(mut self, evidence: Evidence) -> Self {
        self.told.evidence.push(evidence);
        self
    }
}

/// A named rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its code, for ever.
    pub code: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What to do about its findings.
    pub advice: &'static str,
    /// Looks at the profile.
    pub look: fn(&Picture) -> Vec<Found>,
}

macro_rules! rules {
    ($( $code:literal => $room:ident, $title:literal, $advice:literal; )*) => {
        &[ $( Rule {
            code: $code,
            title: texts::key!($title),
            advice: texts::key!($advice),
            look: rules::$room::look,
        }, )* ]
    };
}

/// Every rule, in the order of the page.
pub const RULES: &[Rule] = rules![
    "area-without-service" => area_without_service, "finding-rule-area", "finding-advice-area";
    "municipality-without-service" => municipality_without_service,
        "finding-rule-municipality", "finding-advice-municipality";
    "need-without-offer" => need_without_offer, "finding-rule-need", "finding-advice-need";
    "asked-twice" => asked_twice, "finding-rule-asked-twice", "finding-advice-asked-twice";
    "service-without-database" => service_without_database,
        "finding-rule-service-alone", "finding-advice-service-alone";
    "orphan-database" => orphan_database, "finding-rule-orphan", "finding-advice-orphan";
    "no-national-link" => no_national_link, "finding-rule-national", "finding-advice-national";
    "level-without-platform" => level_without_platform,
        "finding-rule-platform", "finding-advice-platform";
    "no-owner" => no_owner, "finding-rule-owner", "finding-advice-owner";
    "contract-ends" => contract_ends, "finding-rule-contract", "finding-advice-contract";
    "stale-card" => stale_card, "finding-rule-stale", "finding-advice-stale";
];

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// Everything that the rules notice, rule by rule, each subject once.
pub fn look(picture: &Picture) -> Vec<(&'static str, Found)> {
    let mut seen = std::collections::HashSet::new();
    RULES
        .iter()
        .flat_map(|rule| (rule.look)(picture).into_iter().map(|found| (rule.code, found)))
        .filter(|(rule, found)| seen.insert((*rule, found.subject.clone())))
        .collect()
}
