//! How equal projects are told apart, decided and published before the count.

use serde::{Deserialize, Serialize};

use crate::election::Election;
use crate::outcome::Stage;

/// The questions asked of tied projects, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieRule {
    /// Least cost, then most votes, then the published order.
    #[default]
    CostVotesOrder,
    /// Most votes, then least cost, then the published order.
    VotesCostOrder,
    /// The published order alone.
    Order,
}

impl TieRule {
    /// A key that sorts the winner of a tie first.
    pub(crate) fn key(self, cost: u64, votes: u64, place: u32) -> (u64, u64, u32) {
        // Most votes first.
        let votes = u64::MAX - votes;
        match self {
            Self::CostVotesOrder => (cost, votes, place),
            Self::VotesCostOrder => (votes, cost, place),
            Self::Order => (0, 0, place),
        }
    }

    /// Whether the cost has a say.
    pub(crate) fn looks_at_cost(self) -> bool {
        self != Self::Order
    }
}

/// The last resort: an order of all projects fixed beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublishedOrder {
    /// By id, as text, in the order of Unicode code points.
    #[default]
    ById,
    /// As the projects are listed.
    AsListed,
    /// As written, for example after a drawing of lots: every id once.
    Given(Vec<String>),
}

/// How ties are settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TieOrder {
    /// The questions asked first.
    pub rule: TieRule,
    /// The order when these leave projects equal.
    pub order: PublishedOrder,
}

impl TieOrder {
    /// The published order alone, by id.
    pub fn id_only() -> Self {
        Self { rule: TieRule::Order, order: PublishedOrder::ById }
    }

    /// The default questions, then a lot drawn beforehand.
    pub fn drawn(ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let ids = ids.into_iter().map(Into::into).collect();
        Self { rule: TieRule::default(), order: PublishedOrder::Given(ids) }
    }
}

/// What told the winner of a tie from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecidedBy {
    Cost,
    Votes,
    Order,
}

/// Two or more projects that the rule could not tell apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tie {
    /// The round that the tie order had to decide, from 1.
    pub round: u32,
    /// The part of the rule in which it was met.
    pub stage: Stage,
    /// The tied ids as the tie order puts them: the first one won.
    pub tied: Vec<String>,
    /// What told the first from the second.
    pub decided_by: DecidedBy,
}

impl Tie {
    /// Sorts the tied projects and says what decided; `None` if there is no tie.
    pub(crate) fn settle(
        election: &Election,
        round: u32,
        stage: Stage,
        mut tied: Vec<usize>,
    ) -> Option<Self> {
        tied.sort_by_key(|&p| election.tie_place(p));
        let (&first, &second) = (tied.first()?, tied.get(1)?);
        let cost = (election.cost(first) != election.cost(second)).then_some(DecidedBy::Cost);
        let votes = election.votes();
        let votes = (votes[first] != votes[second]).then_some(DecidedBy::Votes);
        let decided_by = match election.tie_rule() {
            TieRule::CostVotesOrder => cost.or(votes),
            TieRule::VotesCostOrder => votes.or(cost),
            TieRule::Order => None,
        };
        let decided_by = decided_by.unwrap_or(DecidedBy::Order);
        Some(Self { round, stage, tied: election.ids(&tied), decided_by })
    }
}
