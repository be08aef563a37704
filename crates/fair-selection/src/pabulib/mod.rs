//! Files in the `.pb` format of Pabulib, which other tools read too.
//!
//! A file has three sections, META, PROJECTS and VOTES, with cells separated
//! by semicolons. This reader takes approval, choose-1, cumulative, scoring and
//! ordinal ballots; a byte order mark, quoted cells, either line ending, and a comma or a point before the
//! decimals. It turns amounts into cents and ballots into sets. What it had to
//! put right is told in [`Reading::remarks`]; what it cannot read is refused
//! with the number of the line.
//!
//! ```
//! let text = "META\nkey;value\nbudget;1000,50\nvote_type;approval\n\
//!             PROJECTS\nproject_id;cost;name\n1;400;Parco\n2;600.50;Fermata\n\
//!             VOTES\nvoter_id;vote\na;1,2\nb;2,2\n";
//! let reading = fair_selection::pabulib::read(text.as_bytes())?;
//! assert_eq!(reading.document.budget_cents, 100_050);
//! assert_eq!(reading.document.voters[1].approvals, [1]);
//! assert_eq!(reading.remarks.len(), 1); // line 12 names project 2 twice
//! # Ok::<(), fair_selection::pabulib::ReadError>(())
//! ```

mod amount;
mod reader;
mod rows;
mod writer;

use crate::ballot::{Ballot, BallotKind};
use crate::election::{Election, ElectionError, Project};
use crate::tie::TieOrder;

pub use amount::AmountError;
pub use reader::{Counted, Problem, ReadError, Reading, Remark, RemarkKind, read, read_to_count};
pub use writer::{WriteError, write};

/// The kinds of ballot understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum VoteType {
    /// Any number of projects.
    #[default]
    Approval,
    /// One project.
    ChooseOne,
    /// Points that share a sum.
    Cumulative,
    /// Points for each project.
    Scoring,
    /// Projects in order, the best first.
    Ordinal,
}

impl VoteType {
    const ALL: [Self; 5] =
        [Self::Approval, Self::ChooseOne, Self::Cumulative, Self::Scoring, Self::Ordinal];

    /// The word used in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::ChooseOne => "choose-1",
            Self::Cumulative => "cumulative",
            Self::Scoring => "scoring",
            Self::Ordinal => "ordinal",
        }
    }

    /// The kind that a word of the file means.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether ballots have a column of points that counts.
    pub fn has_points(self) -> bool {
        matches!(self, Self::Cumulative | Self::Scoring)
    }

    /// How the rules see these ballots.
    pub fn kind(self) -> BallotKind {
        match self {
            Self::Approval | Self::ChooseOne => BallotKind::Approval,
            Self::Cumulative | Self::Scoring => BallotKind::Points,
            Self::Ordinal => BallotKind::Ranking,
        }
    }
}

/// A whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The META section as written, in order, without its heading.
    pub meta: Vec<(String, String)>,
    pub budget_cents: u64,
    pub vote_type: VoteType,
    pub projects: Vec<ListedProject>,
    pub voters: Vec<Voter>,
    /// How many units of points make one of the file: 1, or 100 when some have decimals.
    pub points_scale: u32,
}

/// A row of PROJECTS; the column `category` is the project's group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedProject {
    pub project: Project,
    /// Other columns that are not empty, by name.
    pub extra: Vec<(String, String)>,
}

/// A row of VOTES.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voter {
    pub id: String,
    /// Positions in `projects`, without repetitions, in the order written.
    pub approvals: Vec<usize>,
    /// Points of each, in units of the document's scale; empty where there are none.
    pub points: Vec<u32>,
    /// Other columns that are not empty, by name.
    pub extra: Vec<(String, String)>,
}

impl Document {
    /// The election the file describes.
    pub fn election(&self, tie_order: &TieOrder) -> Result<Election, ElectionError> {
        let projects = self.projects.iter().map(|listed| listed.project.clone()).collect();
        let ballots = self.voters.iter().map(|voter| {
            let approvals = voter.approvals.iter().copied();
            match self.vote_type.kind() {
                BallotKind::Approval => Ballot::new(approvals),
                BallotKind::Points => Ballot::points(approvals.zip(voter.points.iter().copied())),
                BallotKind::Ranking => Ballot::ranking(approvals),
            }
        });
        Election::new(projects, ballots.collect(), self.budget_cents, tie_order)
    }

    /// A file for an election: one numbered voter for each ballot cast.
    ///
    /// Refused above `most_voters`, because equal ballots that were counted
    /// together are written one by one.
    pub fn of(
        election: &Election,
        meta: Vec<(String, String)>,
        most_voters: u64,
    ) -> Result<Self, WriteError> {
        if election.voters() > most_voters {
            return Err(WriteError::TooManyVoters { voters: election.voters(), most_voters });
        }
        let listed = |project: &Project| ListedProject { project: project.clone(), extra: vec![] };
        let vote_type = match election.kind() {
            BallotKind::Approval => VoteType::Approval,
            BallotKind::Points => VoteType::Scoring,
            BallotKind::Ranking => VoteType::Ordinal,
        };
        let ballots = election.ballots();
        let mut voters = Vec::new();
        for ballot in &ballots {
            let mut approvals = ballot.approvals.clone();
            let mut points = Vec::new();
            match ballot.kind {
                BallotKind::Approval => {}
                BallotKind::Points => points.clone_from(&ballot.weights),
                BallotKind::Ranking => {
                    let mut order: Vec<usize> = (0..approvals.len()).collect();
                    order.sort_by_key(|&entry| ballot.weights[entry]);
                    if order.windows(2).any(|w| ballot.weights[w[0]] == ballot.weights[w[1]]) {
                        return Err(WriteError::EqualPlaces);
                    }
                    approvals = order.into_iter().map(|entry| ballot.approvals[entry]).collect();
                }
            }
            for _ in 0..ballot.multiplicity {
                let (approvals, points) = (approvals.clone(), points.clone());
                let id = (voters.len() + 1).to_string();
                voters.push(Voter { id, approvals, points, extra: vec![] });
            }
        }
        Ok(Self {
            meta,
            budget_cents: election.budget_cents(),
            vote_type,
            projects: election.projects().iter().map(listed).collect(),
            voters,
            points_scale: 1,
        })
    }

    /// The value of a META row.
    pub fn meta(&self, key: &str) -> Option<&str> {
        self.meta.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}
