//! Why each project was chosen or not, as data.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};
use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::exact::Exact;
use crate::outcome::Stage;
use crate::rules::{Fill, Shares};
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
    /// The smallest single change that would have chosen it (greedy rule only).
    pub smallest_change: Option<SmallestChange>,
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

/// Explanations when only votes and the budget count.
pub(crate) fn by_votes(
    election: &Election,
    fill: &Fill,
    stage: Stage,
    rounds_before: usize,
) -> Vec<Explanation> {
    let mut explanations: Vec<Explanation> = election
        .projects()
        .iter()
        .zip(election.votes())
        .map(|(project, &votes)| Explanation {
            id: project.id.clone(),
            cost_cents: project.cost_cents,
            votes,
            verdict: Verdict::NotChosen { reason: Reason::NoSupport },
            supporters_money: None,
            smallest_change: None,
        })
        .collect();
    let mut round = rounds_before as u32;
    for look in &fill.looks {
        round += u32::from(look.taken);
        explanations[look.project].verdict = if look.taken {
            Verdict::Chosen { round, stage, payment: None }
        } else {
            let remaining_cents = look.remaining_cents;
            let short_by_cents = election.cost(look.project).saturating_sub(remaining_cents);
            Verdict::NotChosen { reason: Reason::DoesNotFit { remaining_cents, short_by_cents } }
        };
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
    let nothing = Fill { looks: Vec::new(), ties: Vec::new() };
    let fill = completion.unwrap_or(&nothing);
    let mut explanations = by_votes(election, fill, Stage::Completion, rounds_before);
    let mut by_share = vec![false; explanations.len()];
    for (round, &project) in (1..).zip(&shares.free) {
        by_share[project] = true;
        explanations[project].verdict =
            Verdict::Chosen { round, stage: Stage::Free, payment: None };
    }
    let first_paid = shares.free.len() as u32 + 1;
    for (round, purchase) in (first_paid..).zip(&shares.purchases) {
        by_share[purchase.project] = true;
        let cost = BigInt::from(election.cost(purchase.project));
        let payment = Payment {
            effective_votes: (BigRational::from_integer(cost) / purchase.cap.value()).into(),
            max_payment: purchase.cap.clone(),
            rich_payers: purchase.rich,
            poor_payers: purchase.poor,
        };
        explanations[purchase.project].verdict =
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
    explanations
}

/// Goes through the purchases again, ballot by ballot, for the supporters of unpaid projects.
fn money_of_unpaid(
    election: &Election,
    shares: &Shares,
    by_share: &[bool],
) -> Vec<(usize, SupportersMoney)> {
    let unpaid: Vec<usize> =
        (0..by_share.len()).filter(|&p| !by_share[p] && election.votes()[p] > 0).collect();
    let mut place = vec![None; by_share.len()];
    for (index, &project) in unpaid.iter().enumerate() {
        place[project] = Some(index);
    }
    // One denominator for all amounts: then only whole numbers are added.
    let caps = shares.purchases.iter().map(|purchase| &purchase.cap);
    let unit = caps
        .clone()
        .chain([&shares.endowment])
        .fold(BigUint::from(1_u8), |unit, amount| unit.lcm(amount.value().denom().magnitude()));
    let in_units = |amount: &Exact| -> BigUint {
        amount.value().numer().magnitude() * (&unit / amount.value().denom().magnitude())
    };
    let start = in_units(&shares.endowment);
    let caps: Vec<BigUint> = caps.map(in_units).collect();

    let mut held: Vec<BigUint> = unpaid.iter().map(|&p| &start * election.votes()[p]).collect();
    let costs: Vec<BigUint> = unpaid.iter().map(|&p| &unit * election.cost(p)).collect();
    let mut short_since: Vec<Option<u32>> =
        (0..unpaid.len()).map(|i| (held[i] < costs[i]).then_some(0)).collect();
    let mut spent: Vec<Vec<Spending>> = vec![Vec::new(); unpaid.len()];
    let mut left = vec![start; election.ballots().len()];
    let mut now = vec![BigUint::ZERO; unpaid.len()];
    let first_paid = shares.free.len() as u32 + 1;
    for (round, (purchase, cap)) in (first_paid..).zip(shares.purchases.iter().zip(&caps)) {
        for &supporter in election.supporters(purchase.project) {
            let supporter = supporter as usize;
            let ballot = &election.ballots()[supporter];
            let paid = cap.min(&left[supporter]).clone();
            if paid.is_zero() {
                continue;
            }
            left[supporter] -= &paid;
            let together = paid * ballot.multiplicity;
            for index in ballot.approvals.iter().filter_map(|&p| place[p]) {
                now[index] += &together;
            }
        }
        for (index, amount) in now.iter_mut().enumerate().filter(|(_, amount)| !amount.is_zero()) {
            let amount = std::mem::take(amount);
            held[index] -= &amount;
            if short_since[index].is_none() && held[index] < costs[index] {
                short_since[index] = Some(round);
            }
            let cents = nearest(&amount, &unit);
            spent[index].push(Spending { project: election.id(purchase.project), cents });
        }
    }
    let amounts = held.into_iter().zip(costs).zip(short_since).zip(spent);
    unpaid
        .iter()
        .zip(amounts)
        .map(|(&project, (((held, cost), short_since), spent))| {
            // Not paid by shares means that at the end held < cost.
            let missing = if cost > held { cost - &held } else { BigUint::ZERO };
            let money = SupportersMoney {
                short_by_cents: missing.div_ceil(&unit).to_u64().unwrap_or(u64::MAX),
                held: Exact::ratio(held, unit.clone()),
                short_by: Exact::ratio(missing, unit.clone()),
                short_since_round: short_since.unwrap_or_default(),
                spent,
            };
            (project, money)
        })
        .collect()
}

fn nearest(amount: &BigUint, unit: &BigUint) -> u64 {
    ((amount * 2_u8 + unit) / (unit * 2_u8)).to_u64().unwrap_or(u64::MAX)
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
