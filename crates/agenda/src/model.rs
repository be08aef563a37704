//! What an Agenda is made of.

use jiff::civil::Date;
use kernel::{BodyId, Cents, id::Uuid};
use serde::{Deserialize, Serialize};

use crate::{ActionState, IndicatorState};

/// Declares a list of codes: stored word, message key, Italian word.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $key:literal, $it:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$variant),+];

            /// The word stored and typed into forms.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The key of its name on a page.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// Its name in Italian, for notes kept with the Italian contents.
            pub const fn italian(self) -> &'static str {
                match self { $(Self::$variant => $it),+ }
            }

            /// The one a code stands for.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.code() == code)
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// What sort of thing an action does.
    ActionKind {
        /// A service that was not there.
        #[default]
        NewDigitalService = "new_digital_service", "agenda-kind-new-digital-service", "nuovo servizio digitale",
        /// A service made better.
        ServiceEvolution = "service_evolution", "agenda-kind-service-evolution", "evoluzione di un servizio",
        /// Data that no longer need retyping.
        DataIntegration = "data_integration", "agenda-kind-data-integration", "integrazione di dati",
        /// Helping people to learn and use.
        Skills = "skills", "agenda-kind-skills", "competenze e accompagnamento",
        /// People and organisations together.
        Network = "network", "agenda-kind-network", "rete e comunità",
        /// Rules and agreements.
        Rules = "rules", "agenda-kind-rules", "regole",
    }
}

coded! {
    /// How far an expected result reaches.
    ResultKind {
        /// What is made.
        #[default]
        Output = "output", "agenda-result-output", "prodotto",
        /// What changes for people.
        Outcome = "outcome", "agenda-result-outcome", "esito",
        /// What changes for the community.
        Impact = "impact", "agenda-result-impact", "impatto",
    }
}

coded! {
    /// Kinds of indicators, as in the official OntoPiA list.
    IndicatorKind {
        /// What is done.
        #[default]
        Process = "process", "agenda-indicator-process", "processo",
        /// What changes.
        Outcome = "outcome", "agenda-indicator-outcome", "risultato",
        /// What there is to do it with.
        Structure = "structure", "agenda-indicator-structure", "struttura",
    }
}

coded! {
    /// Which way an indicator improves.
    Polarity {
        /// More is better.
        #[default]
        Higher = "higher", "agenda-polarity-higher", "più alto è meglio",
        /// Less is better.
        Lower = "lower", "agenda-polarity-lower", "più basso è meglio",
        /// Inside a range is better.
        Range = "range", "agenda-polarity-range", "dentro un intervallo",
    }
}

coded! {
    /// How often an indicator is read.
    Frequency {
        /// Every month.
        #[default]
        Monthly = "monthly", "agenda-frequency-monthly", "ogni mese",
        /// Every three months.
        Quarterly = "quarterly", "agenda-frequency-quarterly", "ogni tre mesi",
        /// Every four months.
        EveryFourMonths = "every_four_months", "agenda-frequency-every-four-months", "ogni quattro mesi",
        /// Every six months.
        HalfYearly = "half_yearly", "agenda-frequency-half-yearly", "ogni sei mesi",
        /// Every year.
        Yearly = "yearly", "agenda-frequency-yearly", "ogni anno",
        /// Once, at the target's day.
        Once = "once", "agenda-frequency-once", "una volta",
    }
}

impl Frequency {
    /// Months between two readings; none when there is only one.
    pub const fn months(self) -> Option<i32> {
        match self {
            Self::Monthly => Some(1),
            Self::Quarterly => Some(3),
            Self::EveryFourMonths => Some(4),
            Self::HalfYearly => Some(6),
            Self::Yearly => Some(12),
            Self::Once => None,
        }
    }
}

/// The body whose Agenda it is, and its address word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The body.
    pub body: BodyId,
    /// First part of its addresses.
    pub slug: String,
}

impl Place {
    /// The place of a body that letters name.
    pub fn of(site: &participation::service::Site) -> Self {
        Self { body: site.body, slug: site.slug.clone() }
    }

    /// Where the public Agenda is.
    pub fn agenda_href(&self) -> String {
        format!("/{}/agenda", self.slug)
    }

    /// Where an action is.
    pub fn action_href(&self, code: &str) -> String {
        format!("/{}/agenda/azioni/{code}", self.slug)
    }

    /// Where an indicator is: a part of its action's page.
    pub fn indicator_href(&self, action: &str, indicator: &str) -> String {
        format!("{}#{indicator}", self.action_href(action))
    }
}

/// A part of an action's cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funding {
    /// Who pays, for example "Fondo sociale regionale 2026".
    pub source: String,
    /// How much; none when still to be decided.
    pub cents: Option<Cents>,
}

/// A thing of an earlier phase that an action comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Its kind on the thread: `project`, `idea`, `finding`, `plan_sheet`, ….
    pub kind: String,
    /// Which one.
    pub id: Uuid,
    /// What a page calls it.
    pub title: String,
    /// Where it is.
    pub href: String,
}

/// What staff write about an action.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionContent {
    /// Title.
    pub title: String,
    /// The title in the easiest words; may be empty.
    pub easy_title: String,
    /// What will be done.
    pub summary: String,
    /// What sort of thing it does.
    pub kind: ActionKind,
    /// First day.
    pub start: Option<Date>,
    /// Last day: short and medium term come from it.
    pub end: Option<Date>,
    /// Areas of users (ISTAT codes).
    pub areas: Vec<String>,
    /// Municipalities (ISTAT codes).
    pub municipalities: Vec<String>,
    /// The office that answers for it.
    pub responsible: String,
    /// Who does it together with the body.
    pub partners: Vec<String>,
    /// Whole cost; none when still to be estimated.
    pub cost: Option<Cents>,
    /// Where the money comes from.
    pub funding: Vec<Funding>,
    /// How people who do not use digital services can use it: always needed.
    pub inclusion: String,
    /// Codes of the services it touches.
    pub services: Vec<String>,
    /// Codes of the databases it touches.
    pub databases: Vec<String>,
    /// Digital level today; may be empty.
    pub level_from: String,
    /// Digital level aimed at; may be empty.
    pub level_to: String,
    /// Where the facts were taken from; may be empty.
    pub source: String,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

impl ActionContent {
    /// Whether it is for an area of users and a municipality; one for everybody and everywhere always is.
    pub fn is_for(&self, area: &str, municipality: &str) -> bool {
        let for_them = area.is_empty() || self.areas.iter().any(|a| a == area || a == "MUL");
        let there = municipality.is_empty()
            || self.municipalities.is_empty()
            || self.municipalities.iter().any(|code| code == municipality);
        for_them && there
    }
}

/// An action with its results and indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// Which one.
    pub id: Uuid,
    /// `AZ-01`, unique in the body and never used again.
    pub code: String,
    /// Where it stands; it moves after the approval, so it is not frozen with it.
    #[serde(skip)]
    pub state: ActionState,
    /// Whether a published version holds it; not frozen either.
    #[serde(skip)]
    pub published: bool,
    /// What it says.
    #[serde(flatten)]
    pub content: ActionContent,
    /// What it comes from.
    pub origins: Vec<Origin>,
    /// What will have changed.
    pub results: Vec<ExpectedResult>,
}

impl Action {
    /// All its indicators.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.results.iter().flat_map(|result| &result.indicators)
    }
}

/// What staff write about an expected result.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultContent {
    /// Who, what changes, by when.
    pub text: String,
    /// How far it reaches.
    pub kind: ResultKind,
    /// By when.
    pub due: Option<Date>,
}

/// An expected result with its indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExpectedResult {
    /// Which one.
    pub id: Uuid,
    /// `RA-01`.
    pub code: String,
    /// What it says.
    #[serde(flatten)]
    pub content: ResultContent,
    /// How it is measured.
    pub indicators: Vec<Indicator>,
}

/// Where an indicator should be on a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The day.
    pub day: Date,
    /// The value; the lower end of a range.
    pub min: f64,
    /// The value; the upper end of a range.
    pub max: f64,
}

impl Target {
    /// A single value.
    pub const fn value(day: Date, value: f64) -> Self {
        Self { day, min: value, max: value }
    }
}

/// What staff write about an indicator; what is missing is listed by the checklist, not refused.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorContent {
    /// Name.
    pub name: String,
    /// What exactly is counted.
    pub definition: String,
    /// What it measures.
    pub kind: IndicatorKind,
    /// How the value is computed.
    pub formula: String,
    /// Unit, for example `persone`.
    pub unit: String,
    /// Which way is better.
    pub polarity: Option<Polarity>,
    /// Where it starts.
    pub baseline: Option<f64>,
    /// The day of that value.
    pub baseline_day: Option<Date>,
    /// By when the starting value will be measured.
    pub baseline_due: Option<Date>,
    /// Where it should be, by day, earliest first.
    pub targets: Vec<Target>,
    /// Register, questionnaire or database the value comes from.
    pub source: String,
    /// How often it is read.
    pub frequency: Option<Frequency>,
    /// The office that reads it.
    pub responsible: String,
    /// Decimals shown, 0 to 6.
    pub decimals: u8,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

/// An indicator of an expected result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Which one.
    pub id: Uuid,
    /// `IN-01`.
    pub code: String,
    /// Where it stands; it moves after the approval, so it is not frozen with it.
    #[serde(skip)]
    pub state: IndicatorState,
    /// What it says.
    #[serde(flatten)]
    pub content: IndicatorContent,
}
