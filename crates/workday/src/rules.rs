//! Pure decisions: what may be frozen, what is sealed, how the ballots are counted.

use std::collections::BTreeMap;

use fair_selection::{Ballot, Election, EqualShares, PublishedOrder, Rule, select};
use kernel::{Cents, Dice, form::FieldError};
use sha2::{Digest, Sha256};

use crate::{
    counting::{Comparison, CountRecord},
    error::WorkdayError,
    model::{
        CompletionRule, Day, DayFields, OfficialRule, Project, ProjectFields, Rules, TieOrder,
        TieRule,
    },
};

/// Words that are pages beside the days.
const RESERVED: [&str; 1] = ["nuova"];

/// Checks what no form has checked: the command line and the API call the same services.
pub fn check_day(fields: &DayFields) -> Result<(), WorkdayError> {
    let mut errors = Vec::new();
    let mut refuse = |field, key| errors.push(FieldError { field, key, n: None });
    if fields.title.trim().is_empty() {
        refuse("title", texts::key!("workday-field-required"));
    }
    if RESERVED.contains(&fields.slug.as_str()) {
        refuse("slug", texts::key!("workday-field-reserved"));
    } else if fields.slug.is_empty() || kernel::italian::slug(&fields.slug) != fields.slug {
        refuse("slug", texts::key!("workday-field-slug"));
    }
    if fields.budget.is_some_and(|budget| budget.0 < 0) {
        refuse("budget", texts::key!("workday-field-negative"));
    }
    if fields.rules.least_level > 1 {
        refuse("least_level", texts::key!("workday-field-level"));
    }
    if errors.is_empty() { Ok(()) } else { Err(WorkdayError::Invalid(errors)) }
}

/// Checks a project; a cost of zero may be stored and stops the freezing only.
pub fn check_project(fields: &ProjectFields) -> Result<(), WorkdayError> {
    let mut errors = Vec::new();
    let mut refuse = |field, key| errors.push(FieldError { field, key, n: None });
    // The code names the project in the recount file, where commas separate codes.
    let code_ok = !fields.code.is_empty()
        && fields.code.len() <= 20
        && fields.code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !code_ok {
        refuse("code", texts::key!("workday-field-code"));
    }
    if fields.title.trim().is_empty() {
        refuse("title", texts::key!("workday-field-required"));
    }
    if fields.cost.0 < 0 {
        refuse("cost", texts::key!("workday-field-negative"));
    }
    if errors.is_empty() { Ok(()) } else { Err(WorkdayError::Invalid(errors)) }
}

/// Whether the day has what a vote needs: projects, each with a cost, and a budget.
pub fn check_freezable(fields: &DayFields, projects: &[Project]) -> Result<(), WorkdayError> {
    if projects.is_empty() {
        return Err(WorkdayError::NoProject);
    }
    if fields.budget.is_none_or(|budget| budget.0 <= 0) {
        return Err(WorkdayError::BudgetMissing);
    }
    match projects.iter().find(|project| project.fields.cost.0 <= 0) {
        Some(free) => Err(WorkdayError::CostMissing(free.fields.code.clone())),
        None => Ok(()),
    }
}

/// Gives each project its place in the published order.
pub fn settle_tie_order(order: TieOrder, projects: &mut [Project], dice: &Dice) {
    let mut sequence: Vec<usize> = (0..projects.len()).collect();
    match order {
        TieOrder::Code => {
            sequence.sort_by(|&a, &b| projects[a].fields.code.cmp(&projects[b].fields.code));
        }
        TieOrder::Listed => sequence.sort_by_key(|&p| projects[p].place),
        TieOrder::Drawn => {
            // Fisher-Yates: every order is equally likely.
            for last in (1..sequence.len()).rev() {
                sequence.swap(last, dice.below(last as u64 + 1) as usize);
            }
        }
    }
    for (place, project) in (0..).zip(sequence) {
        projects[project].tie_place = Some(place);
    }
}

/// The two rules, the greedy one first.
pub fn both_rules(rules: Rules) -> (Rule, Rule) {
    use fair_selection::{AddOne, Completion};
    let completion = match rules.completion {
        CompletionRule::None => Completion::None,
        CompletionRule::Utilitarian => Completion::Utilitarian,
        CompletionRule::AddOne => Completion::AddOne(AddOne::default()),
        CompletionRule::AddOneUtilitarian => Completion::AddOneUtilitarian(AddOne::default()),
    };
    (Rule::Greedy, Rule::EqualShares(EqualShares { completion, ..EqualShares::default() }))
}

/// The order that settles ties, as the engine takes it; the projects must have their places.
pub fn tie_order(rules: Rules, projects: &[Project]) -> fair_selection::TieOrder {
    let rule = match rules.tie_rule {
        TieRule::CostVotesOrder => fair_selection::TieRule::CostVotesOrder,
        TieRule::VotesCostOrder => fair_selection::TieRule::VotesCostOrder,
        TieRule::Order => fair_selection::TieRule::Order,
    };
    let mut sorted: Vec<&Project> = projects.iter().collect();
    sorted.sort_by_key(|project| project.tie_place);
    let order = sorted.into_iter().map(|project| project.fields.code.clone()).collect();
    fair_selection::TieOrder { rule, order: PublishedOrder::Given(order) }
}

/// The election of a frozen day; each ballot is the set of codes it approves.
pub fn election(
    day: &DayFields,
    projects: &[Project],
    ballots: &[Vec<String>],
) -> Result<Election, WorkdayError> {
    let place: BTreeMap<&str, usize> = projects
        .iter()
        .enumerate()
        .map(|(at, project)| (project.fields.code.as_str(), at))
        .collect();
    let listed = projects
        .iter()
        .map(|Project { fields, .. }| fair_selection::Project {
            id: fields.code.clone(),
            name: fields.title.clone(),
            cost_cents: u64::try_from(fields.cost.0).unwrap_or(0),
            group: (!fields.area.is_empty()).then(|| fields.area.clone()),
        })
        .collect();
    let cast = ballots
        .iter()
        .map(|codes| {
            let approvals: Option<Vec<usize>> =
                codes.iter().map(|code| place.get(code.as_str()).copied()).collect();
            approvals
                .map(Ballot::new)
                .ok_or_else(|| WorkdayError::Count("unknown project on a ballot".into()))
        })
        .collect::<Result<_, _>>()?;
    let budget = u64::try_from(day.budget.unwrap_or(Cents(0)).0).unwrap_or(0);
    Election::new(listed, cast, budget, &tie_order(day.rules, projects))
        .map_err(|error| WorkdayError::Count(error.to_string()))
}

/// The seal of everything that decides: projects, costs, budget, ties, both rules, which of them is
/// official and who may vote.
///
/// SHA-256, lower-case hexadecimal, of one line each: a purpose, the official rule, the least
/// identity level, and the engine's fingerprints of the two rules.
pub fn rules_hash(day: &DayFields, projects: &[Project]) -> Result<String, WorkdayError> {
    let election = election(day, projects, &[])?;
    let (greedy, shares) = both_rules(day.rules);
    let text = format!(
        "agio working day 1\n{}\n{}\n{}\n{}\n",
        day.rules.official.code(),
        day.rules.least_level,
        fair_selection::rules_fingerprint(&election, &greedy),
        fair_selection::rules_fingerprint(&election, &shares),
    );
    Ok(hex::encode(Sha256::digest(text)))
}

/// Counts the ballots by both rules; the frozen rules must still be what they were.
pub fn count(
    day: &Day,
    projects: &[Project],
    ballots: &[Vec<String>],
    ballots_by_level: [i64; 2],
) -> Result<CountRecord, WorkdayError> {
    let rules_hash = rules_hash(&day.fields, projects)?;
    if day.rules_hash.as_deref() != Some(rules_hash.as_str()) {
        return Err(WorkdayError::RulesChanged);
    }
    let election = election(&day.fields, projects, ballots)?;
    let (greedy, shares) = both_rules(day.fields.rules);
    let greedy = select(&election, &greedy);
    let equal_shares = select(&election, &shares);
    let mut comparison = Comparison::default();
    for project in election.projects() {
        let list = match (greedy.is_selected(&project.id), equal_shares.is_selected(&project.id)) {
            (true, true) => &mut comparison.both,
            (true, false) => &mut comparison.greedy_only,
            (false, true) => &mut comparison.equal_shares_only,
            (false, false) => &mut comparison.neither,
        };
        list.push(project.id.clone());
    }
    Ok(CountRecord {
        rules: day.fields.rules,
        rules_hash,
        present: day.present,
        ballots: ballots.len() as i64,
        ballots_by_level,
        greedy,
        equal_shares,
        comparison,
    })
}

/// The outcome that decides.
pub fn official(record: &CountRecord) -> &fair_selection::Outcome {
    match record.rules.official {
        OfficialRule::Greedy => &record.greedy,
        OfficialRule::EqualShares => &record.equal_shares,
    }
}
