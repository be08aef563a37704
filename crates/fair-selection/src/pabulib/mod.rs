//! Files in the `.pb` format of Pabulib, which other tools read too.
//!
//! A file has three sections, META, PROJECTS and VOTES, with cells separated
//! by semicolons. This reader takes approval and choose-1 ballots; a byte order
//! mark, quoted cells, either line ending, and a comma or a point before the
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
mod writer;

use crate::ballot::Ballot;
use crate::election::{Election, ElectionError, Project};
use crate::tie::TieOrder;

pub use amount::AmountError;
pub use reader::{Problem, ReadError, Reading, Remark, RemarkKind, read};
pub use writer::{WriteError, write};

/// The kinds of ballot understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum VoteType {
    /// Any number of projects.
    #[default]
    Approval,
    /// One project.
    ChooseOne,
}

impl VoteType {
    /// The word used in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::ChooseOne => "choose-1",
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
    /// Other columns that are not empty, by name.
    pub extra: Vec<(String, String)>,
}

impl Document {
    /// The election the file describes.
    pub fn election(&self, tie_order: &TieOrder) -> Result<Election, ElectionError> {
        let projects = self.projects.iter().map(|listed| listed.project.clone()).collect();
        let ballots = self.voters.iter().map(|voter| Ballot::new(voter.approvals.clone()));
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
        let ballots = election.ballots();
        let each = ballots
            .iter()
            .flat_map(|ballot| (0..ballot.multiplicity).map(|_| ballot.approvals.clone()));
        let voters = (1_u64..)
            .zip(each)
            .map(|(number, approvals)| Voter { id: number.to_string(), approvals, extra: vec![] })
            .collect();
        Ok(Self {
            meta,
            budget_cents: election.budget_cents(),
            vote_type: VoteType::Approval,
            projects: election.projects().iter().map(listed).collect(),
            voters,
        })
    }

    /// The value of a META row.
    pub fn meta(&self, key: &str) -> Option<&str> {
        self.meta.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}
