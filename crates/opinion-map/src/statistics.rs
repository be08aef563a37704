//! Which statements stand for a group, and which everybody shares.

use serde::Serialize;

use crate::counts::Tally;
use crate::vote::{Choice, StatementId};

/// One-sided 90 % point of the normal distribution, as the production system rounds it.
pub const Z90: f64 = 1.2816;
/// Statements listed for a group, and in each direction for everybody.
const LISTED: usize = 5;
/// Statements that ask who people are come early: 7 squared.
const META_PRIORITY: f64 = 49.0;

/// How surely a share of `successes` in `trials` is above one half; standard deviations.
pub fn proportion_test(successes: u32, trials: u32) -> f64 {
    let (successes, trials) = (f64::from(successes) + 1.0, f64::from(trials) + 1.0);
    2.0 * trials.sqrt() * (successes / trials - 0.5)
}

/// How surely the first share is above the second; standard deviations, 0 where both are all.
pub fn two_proportions_test(first: u32, second: u32, of_first: u32, of_second: u32) -> f64 {
    let [first, second, of_first, of_second] =
        [first, second, of_first, of_second].map(|count| f64::from(count) + 1.0);
    let together = (first + second) / (of_first + of_second);
    if (together - 1.0).abs() < f64::EPSILON / 2.0 {
        return 0.0;
    }
    let error = (together * (1.0 - together) * (1.0 / of_first + 1.0 / of_second)).sqrt();
    (first / of_first - second / of_second) / error
}

/// Why a statement stands for a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyRepresentative {
    /// Most say so, and clearly more than outside the group.
    Distinctive,
    /// Of what the group agrees with, the best known.
    MostAgreed,
    /// Nothing is distinctive; this comes nearest.
    NearestToDistinctive,
}

/// A statement that stands for a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Representative {
    /// Which statement.
    pub statement: StatementId,
    /// Agree or disagree: what the group says about it.
    pub choice: Choice,
    /// People of the group who say so.
    pub successes: u32,
    /// People of the group who saw it.
    pub trials: u32,
    /// People outside the group who say so.
    pub others_successes: u32,
    /// People outside the group who saw it.
    pub others_trials: u32,
    /// (successes + 1) / (trials + 2).
    pub share: f64,
    /// How surely the share is above one half; standard deviations.
    pub share_test: f64,
    /// The share over the share outside the group.
    pub ratio: f64,
    /// How surely the share is above the one outside; standard deviations, single precision
    /// as in the production system.
    pub ratio_test: f32,
    /// Why it is listed.
    pub why: WhyRepresentative,
    /// For the most agreed one: people of the group who agree.
    pub most_agreed: Option<u32>,
}

struct Compared {
    column: usize,
    own: Tally,
    others: Tally,
    agree: Side,
    disagree: Side,
}

#[derive(Clone, Copy)]
struct Side {
    share: f64,
    share_test: f64,
    ratio: f64,
    ratio_test: f64,
}

impl Side {
    fn of(own: u32, seen: u32, others: u32, others_seen: u32) -> Self {
        let share = (f64::from(own) + 1.0) / (f64::from(seen) + 2.0);
        Self {
            share,
            share_test: proportion_test(own, seen),
            ratio: share / ((1.0 + f64::from(others)) / (2.0 + f64::from(others_seen))),
            ratio_test: two_proportions_test(own, others, seen, others_seen),
        }
    }

    fn is_distinctive(&self) -> bool {
        self.ratio_test > Z90 && self.share_test > Z90
    }
}

impl Compared {
    fn finished(&self, statements: &[StatementId], why: WhyRepresentative) -> Representative {
        let agrees = self.agree.ratio_test > self.disagree.ratio_test;
        let side = if agrees { self.agree } else { self.disagree };
        Representative {
            statement: statements[self.column],
            choice: if agrees { Choice::Agree } else { Choice::Disagree },
            successes: if agrees { self.own.agree } else { self.own.disagree },
            trials: self.own.seen(),
            others_successes: if agrees { self.others.agree } else { self.others.disagree },
            others_trials: self.others.seen(),
            share: side.share,
            share_test: side.share_test,
            ratio: side.ratio,
            ratio_test: side.ratio_test as f32,
            why,
            most_agreed: None,
        }
    }

    fn agrees_better_than(&self, best: Option<&Self>) -> bool {
        let strength = |one: &Self| {
            one.agree.ratio * one.agree.ratio_test * one.agree.share * one.agree.share_test
        };
        let share = |one: &Self| one.agree.share * one.agree.share_test;
        if self.own.agree == 0 && self.own.disagree == 0 {
            return false;
        }
        match best {
            Some(best) if best.agree.ratio > 1.0 => strength(self) > strength(best),
            Some(best) => share(self) > share(best),
            None => {
                self.agree.share_test > Z90 || (self.agree.ratio > 1.0 && self.agree.share > 0.5)
            }
        }
    }
}

/// The statements that stand for a group, at most five, agreed ones first.
///
/// `own` are the votes of the group on each statement, `all` those of all groups together.
pub fn representative(
    statements: &[StatementId],
    own: &[Tally],
    all: &[Tally],
    kept_out: &[bool],
) -> Vec<Representative> {
    let mut distinctive: Vec<Representative> = Vec::new();
    let mut nearest: Option<Representative> = None;
    let mut most_agreed: Option<Compared> = None;
    for column in (0..statements.len()).filter(|column| !kept_out[*column]) {
        let own = own[column];
        let others = all[column].minus(own);
        let compared = Compared {
            column,
            own,
            others,
            agree: Side::of(own.agree, own.seen(), others.agree, others.seen()),
            disagree: Side::of(own.disagree, own.seen(), others.disagree, others.seen()),
        };
        if compared.agree.is_distinctive() || compared.disagree.is_distinctive() {
            distinctive.push(compared.finished(statements, WhyRepresentative::Distinctive));
        }
        if distinctive.is_empty() {
            let test = compared.agree.ratio_test.max(compared.disagree.ratio_test);
            if nearest.as_ref().is_none_or(|nearest| test > f64::from(nearest.ratio_test)) {
                nearest =
                    Some(compared.finished(statements, WhyRepresentative::NearestToDistinctive));
            }
        }
        if compared.agrees_better_than(most_agreed.as_ref()) {
            most_agreed = Some(compared);
        }
    }
    let head = most_agreed.map(|best| Representative {
        most_agreed: Some(best.own.agree),
        ..best.finished(statements, WhyRepresentative::MostAgreed)
    });
    if distinctive.is_empty() {
        return head.or(nearest).into_iter().collect();
    }
    let weight =
        |one: &Representative| one.ratio * f64::from(one.ratio_test) * one.share * one.share_test;
    distinctive.retain(|one| head.as_ref().is_none_or(|head| head.statement != one.statement));
    distinctive.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
    let mut listed: Vec<Representative> =
        head.into_iter().chain(distinctive).take(LISTED).collect();
    listed.sort_by_key(|one| one.choice != Choice::Agree);
    listed
}

/// A statement on which people as a whole agree, or disagree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shared {
    /// Which statement.
    pub statement: StatementId,
    /// People who say so.
    pub successes: u32,
    /// People who saw it.
    pub trials: u32,
    /// (successes + 1) / (trials + 2).
    pub share: f64,
    /// How surely the share is above one half; standard deviations.
    pub share_test: f64,
}

/// What people as a whole share, at most five statements in each direction.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Consensus {
    /// Most people agree.
    pub agree: Vec<Shared>,
    /// Most people disagree.
    pub disagree: Vec<Shared>,
}

/// What people as a whole agree and disagree with, the most surely shared first.
pub fn consensus(statements: &[StatementId], totals: &[Tally], kept_out: &[bool]) -> Consensus {
    let side = |say: fn(&Tally) -> u32| {
        let mut listed: Vec<Shared> = (0..statements.len())
            .filter(|column| !kept_out[*column])
            .map(|column| {
                let (successes, trials) = (say(&totals[column]), totals[column].seen());
                Shared {
                    statement: statements[column],
                    successes,
                    trials,
                    share: (f64::from(successes) + 1.0) / (f64::from(trials) + 2.0),
                    share_test: proportion_test(successes, trials),
                }
            })
            .filter(|one| one.share > 0.5 && one.share_test > Z90)
            .collect();
        let weight = |one: &Shared| one.share * one.share_test;
        listed.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
        listed.truncate(LISTED);
        listed
    };
    Consensus { agree: side(|tally| tally.agree), disagree: side(|tally| tally.disagree) }
}

/// How far every group says the same: the product of the groups' shares, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct GroupAware {
    /// Of agreement: the product of (agree + 1) / (seen + 2).
    pub agree: f64,
    /// Of disagreement: the product of (disagree + 1) / (seen + 2).
    pub disagree: f64,
}

/// Group-aware consensus of one statement from the votes of each group.
pub fn group_aware(groups: impl Iterator<Item = Tally>) -> GroupAware {
    let start = GroupAware { agree: 1.0, disagree: 1.0 };
    groups.fold(start, |so_far, tally| {
        let of = f64::from(tally.seen()) + 2.0;
        GroupAware {
            agree: so_far.agree * ((f64::from(tally.agree) + 1.0) / of),
            disagree: so_far.disagree * ((f64::from(tally.disagree) + 1.0) / of),
        }
    })
}

/// How soon a statement is put before somebody who has not seen it; above 0, larger is sooner.
///
/// `grouped` are the votes of people in groups; `extremity` is how far the statement lies
/// from the centre of the plane.
pub fn priority(grouped: Tally, extremity: f64, meta: bool) -> f64 {
    if meta {
        return META_PRIORITY;
    }
    let seen = f64::from(grouped.seen());
    let passed = (f64::from(grouped.pass) + 1.0) / (seen + 2.0);
    let agreed = (f64::from(grouped.agree) + 1.0) / (seen + 2.0);
    let importance = (1.0 - passed) * (extremity + 1.0) * agreed;
    let freshness = 1.0 + 8.0 * (seen / -5.0).exp2();
    (importance * freshness).powi(2)
}
