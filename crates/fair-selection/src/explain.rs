//! Why each project was chosen or not, as data.

use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::exact::Exact;
use crate::limits::Barred;
use crate::money::money_of_unpaid;
use crate::outcome::Stage;
use crate::rules::{Fill, Greedy, Loads, Order, Shares};
use crate::tie::TieRule;

/// What happened to one project and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    pub id: String,
    pub cost_cents: u64,
    /// Voters who approve it.
    pub votes: u64,
    #[serde(flatten)]
    pub verdict: Verdict,
    /// What its supporters still had, when their shares did not pay it.
    ///
    /// Present for every supported project of equal shares that was not paid
    /// by shares, also when the completion chose it afterwards.
    pub supporters_money: Option<SupportersMoney>,
    /// The smallest single change that would have chosen it (greedy rule; for
    /// equal shares see [`crate::details`]).
    pub smallest_change: Option<SmallestChange>,
    /// The greatest load of a voter after its choice, in cents, for rules that balance loads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Exact>,
}

/// Chosen or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    Chosen {
        /// The round of the choice, from 1.
        round: u32,
        stage: Stage,
        /// Who paid what, when shares paid it.
        payment: Option<Payment>,
    },
    NotChosen {
        reason: Reason,
    },
}

/// How the supporters paid a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// Cost over the largest payment: how many voters who pay in full it is worth.
    pub effective_votes: Exact,
    /// What the rich payers paid each, in cents: nobody paid more.
    pub max_payment: Exact,
    /// Supporters who paid `max_payment`.
    pub rich_payers: u64,
    /// Supporters who paid all they had left, which was less.
    ///
    /// The other supporters had nothing left.
    pub poor_payers: u64,
    /// What was asked for each point, where points are the gain.
    ///
    /// Then `max_payment` is this times the most points given, and the rich
    /// payers are those who paid in full for their own points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_per_point: Option<Exact>,
}

/// Why a project was not chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// Nobody approves it.
    NoSupport,
    /// Its supporters' money did not reach the cost: see [`SupportersMoney`].
    MoneyShort { short_by: Exact, short_by_cents: u64 },
    /// It cost more than what was left of the budget at its turn.
    DoesNotFit { remaining_cents: u64, short_by_cents: u64 },
    /// It has less than the least score of the rule.
    BelowLeastScore { least_score: u64, score: u64 },
    /// The rule stopped before its turn.
    NotReached,
    /// Its group would have passed its largest sum.
    GroupFull { most_cents: u64, spent_cents: u64 },
    /// The money was kept for groups below their least sum.
    MoneyKept { kept_cents: u64, remaining_cents: u64 },
    /// The set with the greatest sum of gains is without it.
    NotInBestSet,
}

/// The money of the supporters of a project that shares did not pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportersMoney {
    /// What they held together when shares ended, in cents; always below the cost.
    pub held: Exact,
    /// Cost less `held`, in cents.
    pub short_by: Exact,
    /// The same, rounded up.
    ///
    /// Had the project been cheaper by this much, shares with the same
    /// endowment would have paid it; a smaller change may be enough too.
    pub short_by_cents: u64,
    /// The round whose purchase left them short; 0 if their shares never reached the cost.
    pub short_since_round: u32,
    /// What they spent together on each chosen project, in order of choice.
    pub spent: Vec<Spending>,
}

/// Money of one project's supporters that went to another project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spending {
    /// Id of the project they paid for.
    pub project: String,
    /// Rounded to the nearest cent; the exact sum is in [`SupportersMoney`].
    pub cents: u64,
}

/// The smallest single change that would have chosen a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallestChange {
    /// Cheaper by so many cents, all votes as they are.
    pub cheaper_by_cents: u64,
    /// So many more approvals from the same voters, the cost as it is; nothing
    /// if there are not that many voters or it costs more than the budget.
    pub more_votes: Option<u64>,
}

/// An explanation for each project, not chosen for want of support.
fn blank(election: &Election) -> Vec<Explanation> {
    let projects = election.projects().iter().zip(election.votes());
    projects
        .map(|(project, &votes)| Explanation {
            id: project.id.clone(),
            cost_cents: project.cost_cents,
            votes,
            verdict: Verdict::NotChosen { reason: Reason::NoSupport },
            supporters_money: None,
            smallest_change: None,
            load: None,
        })
        .collect()
}

/// Explanations when the rule gives an order of choices and one reason for the rest.
pub(crate) fn by_choice(
    election: &Election,
    chosen: &[(usize, Stage)],
    reason: impl Fn(usize) -> Reason,
) -> Vec<Explanation> {
    let mut explanations = blank(election);
    for (project, explanation) in explanations.iter_mut().enumerate() {
        if explanation.votes > 0 {
            explanation.verdict = Verdict::NotChosen { reason: reason(project) };
        }
    }
    for (round, &(project, stage)) in (1..).zip(chosen) {
        explanations[project].verdict = Verdict::Chosen { round, stage, payment: None };
    }
    explanations
}

/// Adds the loads, and says who came next when the rule stopped.
pub(crate) fn with_loads(
    mut explanations: Vec<Explanation>,
    election: &Election,
    loads: &Loads,
) -> Vec<Explanation> {
    for choice in &loads.choices {
        explanations[choice.project].load = Some(choice.load.clone());
    }
    for (project, explanation) in explanations.iter_mut().enumerate() {
        let beyond = election.cost(project).checked_sub(election.budget_cents());
        if let (Some(short_by_cents), true) = (beyond.filter(|&b| b > 0), explanation.votes > 0) {
            let remaining_cents = election.budget_cents();
            let reason = Reason::DoesNotFit { remaining_cents, short_by_cents };
            explanation.verdict = Verdict::NotChosen { reason };
        } else if let Verdict::NotChosen { reason } = &mut explanation.verdict
            && explanation.votes > 0
            && !loads.skips
            && !loads.stopped_at.contains(&project)
        {
            // It might have fitted, or not: its turn did not come.
            *reason = Reason::NotReached;
        }
    }
    explanations
}

fn barred(why: Barred) -> Reason {
    match why {
        Barred::Most { most_cents, spent_cents } => Reason::GroupFull { most_cents, spent_cents },
        Barred::Kept { kept_cents, remaining_cents } => {
            Reason::MoneyKept { kept_cents, remaining_cents }
        }
    }
}

/// Explanations when only scores and the budget count.
pub(crate) fn by_votes(
    election: &Election,
    fill: &Fill,
    stage: Stage,
    rounds_before: usize,
    rule: Greedy,
) -> Vec<Explanation> {
    let mut explanations = blank(election);
    let mut round = rounds_before as u32;
    for look in &fill.looks {
        round += u32::from(look.taken);
        explanations[look.project].verdict = if look.taken {
            Verdict::Chosen { round, stage, payment: None }
        } else if let Some(why) = look.barred {
            Verdict::NotChosen { reason: barred(why) }
        } else {
            let remaining_cents = look.remaining_cents;
            let short_by_cents = election.cost(look.project).saturating_sub(remaining_cents);
            Verdict::NotChosen { reason: Reason::DoesNotFit { remaining_cents, short_by_cents } }
        };
    }
    for &project in &fill.below {
        let score = match rule.order {
            Order::Score => election.scores()[project],
            Order::Votes | Order::PerCent(_) => election.votes()[project],
        };
        let least_score = rule.least_score;
        let reason = Reason::BelowLeastScore { least_score, score };
        explanations[project].verdict = Verdict::NotChosen { reason };
    }
    for &project in &fill.not_reached {
        explanations[project].verdict = Verdict::NotChosen { reason: Reason::NotReached };
    }
    explanations
}

/// Explanations of equal shares, with or without a completion by votes.
pub(crate) fn by_shares(
    election: &Election,
    shares: &Shares,
    completion: Option<&Fill>,
    rounds_before: usize,
) -> Vec<Explanation> {
    let nothing = Fill::default();
    let fill = completion.unwrap_or(&nothing);
    let greedy = Greedy::default();
    let mut explanations = by_votes(election, fill, Stage::Completion, rounds_before, greedy);
    let mut by_share = vec![false; explanations.len()];
    for (round, &project) in (1..).zip(&shares.free) {
        by_share[project] = true;
        explanations[project].verdict =
            Verdict::Chosen { round, stage: Stage::Free, payment: None };
    }
    let first_paid = shares.free.len() as u32 + 1;
    let ledger = &shares.ledger;
    for ((round, bought), price) in (first_paid..).zip(&shares.trace.rounds).zip(&ledger.prices) {
        by_share[bought.project] = true;
        let most = shares.most_points(election, bought.project);
        let max_payment = ledger.exact(price * most);
        let payment = Payment {
            effective_votes: max_payment.divides(election.cost(bought.project)),
            price_per_point: shares.trace.by_score.then(|| ledger.exact(price.clone())),
            max_payment,
            rich_payers: bought.rich,
            poor_payers: bought.poor,
        };
        explanations[bought.project].verdict =
            Verdict::Chosen { round, stage: Stage::Shares, payment: Some(payment) };
    }
    for (project, money) in money_of_unpaid(election, shares, &by_share) {
        let explanation = &mut explanations[project];
        if completion.is_none() {
            let (short_by, short_by_cents) = (money.short_by.clone(), money.short_by_cents);
            let reason = Reason::MoneyShort { short_by, short_by_cents };
            explanation.verdict = Verdict::NotChosen { reason };
        }
        explanation.supporters_money = Some(money);
    }
    if completion.is_none() {
        for &(project, why) in &shares.bars {
            explanations[project].verdict = Verdict::NotChosen { reason: barred(why) };
        }
    }
    explanations
}

/// The projects looked at by the greedy rule without one that was not taken.
///
/// Leaving a loser out changes nothing for the others, so where it would have
/// stood with another cost or more votes can be read off the same count.
struct Others<'a> {
    election: &'a Election,
    fill: &'a Fill,
    loser: usize,
    /// Where the loser stood in `fill.looks`.
    stood: usize,
}

/// Adds the smallest change for every supported loser of the greedy rule.
pub(crate) fn add_smallest_changes(
    election: &Election,
    fill: &Fill,
    explanations: &mut [Explanation],
) {
    for (stood, look) in fill.looks.iter().enumerate().filter(|(_, look)| !look.taken) {
        let others = Others { election, fill, loser: look.project, stood };
        explanations[look.project].smallest_change = Some(SmallestChange {
            cheaper_by_cents: election.cost(look.project) - others.largest_cost_chosen(),
            more_votes: others.more_votes(),
        });
    }
}

impl Others<'_> {
    /// The largest lower cost with which the loser would have been taken.
    fn largest_cost_chosen(&self) -> u64 {
        let election = self.election;
        let votes = election.votes();
        let mut best = self.fill.looks[self.stood].remaining_cents;
        if !election.tie_rule().looks_at_cost() {
            return best;
        }
        // Cheaper, it would come before dearer projects with as many votes.
        for look in self.fill.looks[..self.stood].iter().rev() {
            if votes[look.project] != votes[self.loser] {
                break;
            }
            let other_cost = election.cost(look.project);
            let first =
                election.published_place(self.loser) < election.published_place(look.project);
            let Some(before) = other_cost.checked_sub(u64::from(!first)) else { continue };
            best = best.max(before.min(look.remaining_cents));
        }
        best
    }

    /// The least number of further votes with which the loser would have been taken.
    fn more_votes(&self) -> Option<u64> {
        let election = self.election;
        let (cost, votes) = (election.cost(self.loser), election.votes());
        // It must come before the choice that left too little for it.
        let looks = &self.fill.looks;
        let first_short = looks[..=self.stood].iter().position(|l| l.remaining_cents < cost)?;
        let rival = looks[first_short.checked_sub(1)?].project;
        let key = |project: usize| {
            let cost = match election.tie_rule() {
                TieRule::Order => 0,
                TieRule::CostVotesOrder | TieRule::VotesCostOrder => election.cost(project),
            };
            (cost, election.published_place(project))
        };
        let needed = votes[rival] + u64::from(key(self.loser) > key(rival));
        (needed <= election.voters()).then(|| needed - votes[self.loser])
    }
}
