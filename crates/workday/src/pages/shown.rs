//! A day and its projects as pages show them.

use fair_selection::Explanation;
use kernel::vocabulary;
use texts::{Args, key};
use web::{Page, Visit};

use crate::{
    model::{
        CompletionRule, Day, DayFields, DayState, OfficialRule, Origin, Project, TieOrder, TieRule,
    },
    reasons::Reader,
};

/// Puts reasons into the visitor's language.
pub(crate) fn reader(visit: &Visit) -> Reader<'_> {
    Reader::new(visit.app.texts(), visit.lang)
}

/// The colour of a state's badge.
pub(crate) fn kind(state: DayState) -> &'static str {
    match state {
        DayState::Prepared => "neutral",
        DayState::RulesFrozen => "info",
        DayState::Open => "primary",
        DayState::Closed | DayState::Counted => "warning",
        DayState::Published => "success",
        DayState::Annulled => "danger",
    }
}

/// What a state means for people, in one sentence.
pub(crate) fn meaning(state: DayState) -> &'static str {
    match state {
        DayState::Prepared => key!("day-now-prepared"),
        DayState::RulesFrozen => key!("day-now-rules-frozen"),
        DayState::Open => key!("day-now-open"),
        DayState::Closed => key!("day-now-closed"),
        DayState::Counted => key!("day-now-counted"),
        DayState::Published => key!("day-now-published"),
        DayState::Annulled => key!("day-now-annulled"),
    }
}

/// A day in a list.
pub(crate) struct DayCard {
    pub href: String,
    pub title: String,
    pub when: String,
    pub place: String,
    pub state: String,
    pub kind: &'static str,
    pub text: String,
}

impl DayCard {
    pub(crate) fn new(page: &Page, day: &Day, href: String) -> Self {
        Self {
            href,
            title: day.fields.title.clone(),
            when: page.date(&day.fields.day.to_string()),
            place: day.fields.place.clone(),
            state: page.t(day.state.key()),
            kind: kind(day.state),
            text: page.t(meaning(day.state)),
        }
    }
}

/// The one thing to do now.
pub(crate) struct Act {
    pub href: String,
    pub label: String,
    pub title: String,
    pub text: String,
    pub kicker: String,
}

impl Act {
    /// Keys of label, title and text.
    pub(crate) fn new(page: &Page, href: String, kicker: &str, keys: [&str; 3]) -> Self {
        let [label, title, text] = keys.map(|key| page.t(key));
        Self { href, label, title, text, kicker: page.t(kicker) }
    }
}

/// A project in a list.
pub(crate) struct Line {
    pub id: String,
    pub code: String,
    pub title: String,
    pub paragraphs: Vec<String>,
    pub cents: i64,
    pub cost: String,
    pub area: String,
    pub origins: Vec<Origin>,
    /// `Some` once the result is public.
    pub chosen: Option<bool>,
    pub why: String,
}

impl Line {
    pub(crate) fn new(page: &Page, project: &Project) -> Self {
        let fields = &project.fields;
        Self {
            id: format!("progetto-{}", fields.code.to_lowercase()),
            code: fields.code.clone(),
            title: fields.title.clone(),
            paragraphs: lines(&fields.summary),
            cents: fields.cost.0,
            cost: page.money(fields.cost.0),
            area: vocabulary::areas().label(&fields.area, page.lang).to_owned(),
            origins: fields.origins.clone(),
            chosen: None,
            why: String::new(),
        }
    }

    pub(crate) fn decided(mut self, visit: &Visit, chosen: bool, why: &Explanation) -> Self {
        self.chosen = Some(chosen);
        self.why = reader(visit).why(why);
        self
    }
}

/// The lines of a text that hold something.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

/// How the day decides, in plain sentences.
pub(crate) fn how(page: &Page, fields: &DayFields) -> Vec<String> {
    let rules = fields.rules;
    let mut budget = Args::new();
    let cents = fields.budget.map_or(0, |budget| budget.0);
    budget.set("budget", page.money(cents));
    budget.set("share", page.money(cents / 100));
    let voters = if rules.least_level == 0 {
        key!("day-how-voters-room")
    } else {
        key!("day-how-voters-personal")
    };
    let mut said = vec![page.t(voters), page.t(key!("day-how-ballot"))];
    match rules.official {
        OfficialRule::EqualShares => {
            said.push(page.ta(key!("day-how-equal-shares"), &budget));
            said.push(page.t(match rules.completion {
                CompletionRule::AddOneUtilitarian => key!("day-how-add-one-utilitarian"),
                CompletionRule::AddOne => key!("day-how-add-one"),
                CompletionRule::Utilitarian => key!("day-how-utilitarian"),
                CompletionRule::None => key!("day-how-none"),
            }));
        }
        OfficialRule::Greedy => said.push(page.ta(key!("day-how-greedy"), &budget)),
    }
    said.push(page.t(match rules.tie_rule {
        TieRule::CostVotesOrder => key!("day-how-tie-cost"),
        TieRule::VotesCostOrder => key!("day-how-tie-votes"),
        TieRule::Order => key!("day-how-tie-order"),
    }));
    said.push(page.t(match rules.tie_order {
        TieOrder::Drawn => key!("day-how-order-drawn"),
        TieOrder::Code => key!("day-how-order-code"),
        TieOrder::Listed => key!("day-how-order-listed"),
    }));
    said.push(page.t(key!("day-how-both")));
    said
}

/// Codes of the projects in the published order, once frozen.
pub(crate) fn published_order(projects: &[Project]) -> String {
    let mut known: Vec<(i64, &str)> =
        projects.iter().filter_map(|p| Some((p.tie_place?, p.fields.code.as_str()))).collect();
    known.sort_unstable();
    known.into_iter().map(|(_, code)| code).collect::<Vec<_>>().join(", ")
}

/// A long code in groups of five: read aloud and copied without losing the place.
pub(crate) fn in_fives(code: &str) -> String {
    let characters: Vec<char> = code.chars().collect();
    characters.chunks(5).map(|five| five.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
