//! Pure decisions: the term of an action and what an Agenda still misses.

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use crate::{Action, ActionState, Indicator, Polarity, model::coded};

/// Months from the approval within which an action is of short term (`domain.md` 6.3).
pub const SHORT_MONTHS: i32 = 12;
/// Months from the approval within which an action is of medium term.
pub const MEDIUM_MONTHS: i32 = 36;

coded! {
    /// When an action is due, derived from its last day and never typed.
    Term {
        /// Within twelve months of the approval.
        #[default]
        Short = "short", "agenda-term-short", "breve termine",
        /// From the thirteenth to the thirty-sixth month.
        Medium = "medium", "agenda-term-medium", "medio termine",
        /// Later than the Agenda reaches.
        Beyond = "beyond", "agenda-term-beyond", "oltre i tre anni",
    }
}

/// The term of an action that ends on a day, for an Agenda approved on another.
pub fn term(end: Date, approved: Date) -> Term {
    let within = |months: i32| end <= approved.saturating_add(months.months());
    if within(SHORT_MONTHS) {
        Term::Short
    } else if within(MEDIUM_MONTHS) {
        Term::Medium
    } else {
        Term::Beyond
    }
}

coded! {
    /// What can be missing or odd.
    GapKind {
        /// The Agenda has no action.
        #[default]
        NoActions = "no_actions", "agenda-gap-no-actions", "nessuna azione",
        /// The Agenda has no title.
        NoTitle = "no_title", "agenda-gap-no-title", "manca il titolo",
        /// The Agenda does not say its promise.
        NoPromise = "no_promise", "agenda-gap-no-promise", "manca la promessa",
        /// No last day, so no term.
        NoEnd = "no_end", "agenda-gap-no-end", "manca la fine",
        /// The last day is before the first.
        EndBeforeStart = "end_before_start", "agenda-gap-end-before-start", "finisce prima di cominciare",
        /// Nobody answers for it.
        NoResponsible = "no_responsible", "agenda-gap-no-responsible", "manca il responsabile",
        /// It does not say what it does.
        NoSummary = "no_summary", "agenda-gap-no-summary", "manca la sintesi",
        /// It does not say how people without digital means use it.
        NoInclusion = "no_inclusion", "agenda-gap-no-inclusion", "mancano le misure di inclusione",
        /// No expected result.
        NoResult = "no_result", "agenda-gap-no-result", "manca un risultato atteso",
        /// A result without indicators.
        NoIndicator = "no_indicator", "agenda-gap-no-indicator", "manca un indicatore",
        /// An indicator without unit.
        NoUnit = "no_unit", "agenda-gap-no-unit", "manca l'unità",
        /// An indicator that does not say which way is better.
        NoPolarity = "no_polarity", "agenda-gap-no-polarity", "manca il verso",
        /// An indicator that does not say where values come from.
        NoSource = "no_source", "agenda-gap-no-source", "manca la fonte",
        /// An indicator that does not say how often it is read.
        NoFrequency = "no_frequency", "agenda-gap-no-frequency", "manca la frequenza",
        /// An indicator without target and day.
        NoTarget = "no_target", "agenda-gap-no-target", "manca il valore atteso",
        /// A range needs two ends, a value needs one.
        TargetShape = "target_shape", "agenda-gap-target-shape", "valore atteso e verso non vanno d'accordo",
        /// Neither a starting value with its day, nor the day by which it will be known.
        NoBaseline = "no_baseline", "agenda-gap-no-baseline", "manca il valore di partenza",
        /// It ends more than three years after the approval.
        BeyondThreeYears = "beyond_three_years", "agenda-gap-beyond", "finisce dopo tre anni",
        /// It was over before the approval.
        AlreadyOver = "already_over", "agenda-gap-already-over", "finisce prima dell'approvazione",
        /// The parts of the funding do not make the cost.
        FundingDiffers = "funding_differs", "agenda-gap-funding", "le fonti non fanno il costo",
        /// No voice or finding behind it.
        NoOrigin = "no_origin", "agenda-gap-no-origin", "nessuna voce all'origine",
        /// The target is not better than the start.
        TargetNotBetter = "target_not_better", "agenda-gap-target-not-better", "il valore atteso non migliora quello di partenza",
    }
}

impl GapKind {
    /// Whether an approval is refused for it; otherwise it is a warning.
    pub const fn blocks(self) -> bool {
        !matches!(
            self,
            Self::BeyondThreeYears
                | Self::AlreadyOver
                | Self::FundingDiffers
                | Self::NoOrigin
                | Self::TargetNotBetter
        )
    }
}

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// What is missing; its key takes `$code`.
    pub kind: GapKind,
    /// The action it is in, empty for the Agenda itself.
    pub action: String,
    /// The code of the thing to mend: action, result or indicator; empty for the Agenda itself.
    pub code: String,
}

impl Gap {
    /// Whether an approval is refused for it.
    pub const fn blocks(&self) -> bool {
        self.kind.blocks()
    }
}

/// Whether an action belongs to the next version: all but those given up.
pub fn belongs(action: &Action) -> bool {
    action.state != ActionState::Abandoned
}

/// What an Agenda approved on a day would still miss, and what is odd about it (`domain.md` 8.3.1).
pub fn checklist(title: &str, promise: &str, actions: &[Action], approved: Date) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut own = |missing: bool, kind| {
        if missing {
            gaps.push(Gap { kind, action: String::new(), code: String::new() });
        }
    };
    own(title.trim().is_empty(), GapKind::NoTitle);
    own(promise.trim().is_empty(), GapKind::NoPromise);
    own(!actions.iter().any(belongs), GapKind::NoActions);
    for action in actions.iter().filter(|action| belongs(action)) {
        action_gaps(action, approved, &mut gaps);
    }
    gaps
}

/// What one action still misses.
pub fn action_gaps(action: &Action, approved: Date, gaps: &mut Vec<Gap>) {
    let content = &action.content;
    let mut add = |found: bool, kind: GapKind, code: &str| {
        if found {
            gaps.push(Gap { kind, action: action.code.clone(), code: code.to_owned() });
        }
    };
    let code = action.code.as_str();
    add(content.summary.trim().is_empty(), GapKind::NoSummary, code);
    add(content.end.is_none(), GapKind::NoEnd, code);
    add(
        matches!((content.start, content.end), (Some(a), Some(b)) if b < a),
        GapKind::EndBeforeStart,
        code,
    );
    add(content.responsible.trim().is_empty(), GapKind::NoResponsible, code);
    add(content.inclusion.trim().is_empty(), GapKind::NoInclusion, code);
    add(action.results.is_empty(), GapKind::NoResult, code);
    if let Some(end) = content.end {
        add(term(end, approved) == Term::Beyond, GapKind::BeyondThreeYears, code);
        add(end < approved, GapKind::AlreadyOver, code);
    }
    let parts: Option<i64> = content.funding.iter().map(|part| part.cents.map(|c| c.0)).sum();
    let differs = matches!((content.cost, parts), (Some(cost), Some(sum)) if cost.0 != sum);
    add(differs && !content.funding.is_empty(), GapKind::FundingDiffers, code);
    add(action.origins.is_empty(), GapKind::NoOrigin, code);
    for result in &action.results {
        add(result.indicators.is_empty(), GapKind::NoIndicator, &result.code);
        for indicator in &result.indicators {
            for kind in indicator_gaps(indicator) {
                add(true, kind, &indicator.code);
            }
        }
    }
}

/// What one indicator still misses.
pub fn indicator_gaps(indicator: &Indicator) -> Vec<GapKind> {
    let c = &indicator.content;
    let mut gaps = Vec::new();
    let mut add = |found: bool, kind| {
        if found {
            gaps.push(kind);
        }
    };
    add(c.unit.trim().is_empty(), GapKind::NoUnit);
    add(c.polarity.is_none(), GapKind::NoPolarity);
    add(c.source.trim().is_empty(), GapKind::NoSource);
    add(c.frequency.is_none(), GapKind::NoFrequency);
    add(c.targets.is_empty(), GapKind::NoTarget);
    add(
        !(c.baseline.is_some() && c.baseline_day.is_some()) && c.baseline_due.is_none(),
        GapKind::NoBaseline,
    );
    #[expect(clippy::float_cmp, reason = "a single value is stored as the same number twice")]
    let ranged = |one: &crate::Target| one.min != one.max;
    let wrong_shape = match c.polarity {
        Some(Polarity::Range) => c.targets.iter().any(|one| one.max < one.min),
        Some(_) => c.targets.iter().any(ranged),
        None => false,
    };
    add(wrong_shape, GapKind::TargetShape);
    let not_better = match (c.polarity, c.baseline, c.targets.last()) {
        (Some(Polarity::Higher), Some(base), Some(last)) => last.min <= base,
        (Some(Polarity::Lower), Some(base), Some(last)) => last.max >= base,
        _ => false,
    };
    add(not_better, GapKind::TargetNotBetter);
    gaps
}

/// Whether everything needed to measure an indicator is written.
pub fn is_defined(indicator: &Indicator) -> bool {
    indicator_gaps(indicator).iter().all(|gap| !gap.blocks())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_term_changes_after_twelve_and_thirty_six_months() {
        let approved = Date::constant(2026, 11, 23);
        for (end, expected) in [
            (Date::constant(2026, 1, 1), Term::Short),
            (Date::constant(2027, 11, 23), Term::Short),
            (Date::constant(2027, 11, 24), Term::Medium),
            (Date::constant(2029, 11, 23), Term::Medium),
            (Date::constant(2029, 11, 24), Term::Beyond),
        ] {
            assert_eq!(term(end, approved), expected, "{end}");
        }
        // The last day of February has no twin in the next year.
        assert_eq!(term(Date::constant(2029, 2, 28), Date::constant(2028, 2, 29)), Term::Short);
        assert_eq!(term(Date::constant(2029, 3, 1), Date::constant(2028, 2, 29)), Term::Medium);
    }
}
