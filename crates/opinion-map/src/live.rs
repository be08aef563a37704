//! A conversation that goes on: one vote more, and the map again without starting anew.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::conversation::{Conversation, Recorded};
use crate::fingerprint;
use crate::gram::{Gram, MOST_COLUMNS, value};
use crate::map::{self, OpinionMap};
use crate::memory::Memory;
use crate::params::{Mode, Params};
use crate::spread::{Kept, Pairs};
use crate::vote::{Choice, Moderation, ParticipantId, StatementId, Vote};

/// A conversation with what is kept up to date from vote to vote.
///
/// The sums over pairs of statements are whole numbers, so the map after any number of single
/// votes is byte for byte the one drawn from all votes at once with the same memory.
#[derive(Clone, Debug)]
pub struct Live {
    conversation: Conversation,
    params: Params,
    gram: Option<Gram>,
    /// The spread at the last map, and the columns whose pairs have changed since.
    kept: Kept,
    changed: Vec<usize>,
    rows: fingerprint::Rows,
    memory: Option<Memory>,
}

impl Live {
    /// Begins with the votes so far; counts all pairs once.
    pub fn new(conversation: Conversation, params: Params) -> Self {
        Self::with_memory(conversation, params, None)
    }

    /// Begins with the votes so far and what the last map left.
    pub fn with_memory(conversation: Conversation, params: Params, memory: Option<Memory>) -> Self {
        let gram = map::gram(&conversation, &map::left_out(&conversation, &params));
        let rows = fingerprint::Rows::of(&conversation);
        let (kept, changed) = (Kept::default(), Vec::new());
        Self { conversation, params, gram, kept, changed, rows, memory }
    }

    /// The votes so far.
    pub fn conversation(&self) -> &Conversation {
        &self.conversation
    }

    /// The rules of the map.
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// What the last map left.
    pub fn memory(&self) -> Option<&Memory> {
        self.memory.as_ref()
    }

    /// Takes one more vote in.
    pub fn vote(&mut self, vote: Vote) -> Recorded {
        let people = self.conversation.participants().len();
        let columns = self.conversation.statements().len();
        let recorded = self.conversation.record(vote);
        if recorded == Recorded::Unchanged {
            return recorded;
        }
        let (Some(row), Some(column)) = (
            self.conversation.row_of(vote.participant),
            self.conversation.column_of(vote.statement),
        ) else {
            return recorded;
        };
        if self.conversation.statements().len() > columns {
            if column < columns || columns + 1 > MOST_COLUMNS {
                self.count_again();
                return recorded;
            }
            if let Some(gram) = &mut self.gram {
                gram.widen();
            }
        }
        if self.conversation.participants().len() > people {
            self.rows.refresh_from(&self.conversation, row);
        } else {
            self.rows.refresh(&self.conversation, row);
        }
        if self.is_left_out(vote.participant) {
            return recorded;
        }
        if let Some(gram) = &mut self.gram {
            if !self.changed.contains(&column) {
                self.changed.push(column);
            }
            let cells = self.conversation.row(row);
            let read = |cell: &u32| ((cell >> 2) as usize, value(*cell));
            let others = || cells.iter().map(read).filter(|(other, _)| *other != column);
            let now = cells.iter().map(read).find(|(other, _)| *other == column);
            if let Recorded::Changed(before) = recorded {
                gram.vote(column, i32::from(before.value()), others(), -1);
            }
            if let Some((_, now)) = now {
                gram.vote(column, now, others(), 1);
            }
        }
        recorded
    }

    /// Writes down a decision of moderation.
    pub fn moderate(&mut self, statement: StatementId, moderation: Moderation) {
        self.conversation.moderate(statement, moderation);
    }

    /// Bans a person, or takes them in again.
    pub fn ban(&mut self, participant: ParticipantId, banned: bool) {
        let changed = self.conversation.ban(participant, banned);
        if changed
            && self.params.mode == Mode::Stable
            && let Some(row) = self.conversation.row_of(participant)
            && let Some(gram) = &mut self.gram
        {
            gram.person(self.conversation.row(row), if banned { -1 } else { 1 });
            self.kept = Kept::default();
        }
    }

    /// Draws the map of now, and remembers what the next one wants to know.
    pub fn update(&mut self) -> OpinionMap {
        let (kept, changed) = (&mut self.kept, self.changed.as_slice());
        let pairs = self.gram.as_ref().map(|gram| Pairs { gram, kept, changed });
        let (map, memory) =
            map::draw(&self.conversation, &self.params, pairs, &self.rows, self.memory.as_ref());
        self.memory = Some(memory);
        self.changed.clear();
        map
    }

    fn is_left_out(&self, participant: ParticipantId) -> bool {
        self.params.mode == Mode::Stable && self.conversation.banned().any(|id| id == participant)
    }

    fn count_again(&mut self) {
        let left_out = map::left_out(&self.conversation, &self.params);
        self.gram = map::gram(&self.conversation, &left_out);
        self.kept = Kept::default();
        self.rows = fingerprint::Rows::of(&self.conversation);
    }

    /// The state as bytes, for [`Live::load`]: a mark, a version, a hash, then the content.
    pub fn save(&self) -> Vec<u8> {
        let content = postcard::to_stdvec(&Saved::of(self)).unwrap_or_default();
        let mut bytes = Vec::with_capacity(content.len() + MARK.len() + 34);
        bytes.extend(MARK);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(Sha256::digest(&content));
        bytes.extend(content);
        bytes
    }

    /// Reads a saved state. Any bytes give a state or an error.
    pub fn load(bytes: &[u8]) -> Result<Self, StateError> {
        let rest = bytes.strip_prefix(MARK).ok_or(StateError::NoState)?;
        let (version, rest) = rest.split_first_chunk::<2>().ok_or(StateError::Shortened)?;
        let version = u16::from_le_bytes(*version);
        if version != VERSION {
            return Err(StateError::Version { found: version, known: VERSION });
        }
        let (hash, content) = rest.split_first_chunk::<32>().ok_or(StateError::Shortened)?;
        if Sha256::digest(content).as_slice() != hash {
            return Err(StateError::Damaged);
        }
        let (saved, rest): (Saved, _) =
            postcard::take_from_bytes(content).map_err(|_| StateError::Damaged)?;
        if !rest.is_empty() {
            return Err(StateError::Damaged);
        }
        saved.checked()
    }
}

const MARK: &[u8] = b"opinion-map state\n";
const VERSION: u16 = 1;

/// Why bytes are no state.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StateError {
    /// They are something else.
    #[error("these bytes are not a saved opinion map")]
    NoState,
    /// The end is missing.
    #[error("the saved state is cut short")]
    Shortened,
    /// Written by a version that is not known here.
    #[error("the saved state has version {found}; this program reads version {known}")]
    Version {
        /// The version it has.
        found: u16,
        /// The version that can be read.
        known: u16,
    },
    /// The content does not have its hash, or cannot be read.
    #[error("the saved state is damaged: draw the map anew from the votes")]
    Damaged,
    /// The content contradicts itself.
    #[error("the saved state contradicts itself: {what}")]
    Contradiction {
        /// In what.
        what: &'static str,
    },
}

/// Column, choice and instant.
type SavedVotes = Vec<(u32, Choice, i64)>;

#[derive(Serialize, Deserialize)]
struct Saved {
    params: Params,
    statements: Vec<StatementId>,
    people: Vec<(ParticipantId, SavedVotes)>,
    moderation: Vec<(StatementId, Moderation)>,
    banned: Vec<ParticipantId>,
    memory: Option<Memory>,
}

impl Saved {
    fn of(live: &Live) -> Self {
        let conversation = &live.conversation;
        let mut people: Vec<(ParticipantId, SavedVotes)> =
            conversation.participants().iter().map(|id| (*id, Vec::new())).collect();
        for (row, column, choice, time) in conversation.placed_votes() {
            people[row].1.push((column, choice, time));
        }
        Self {
            params: live.params,
            statements: conversation.statements().to_vec(),
            people,
            moderation: conversation.moderated().collect(),
            banned: conversation.banned().collect(),
            memory: live.memory.clone(),
        }
    }

    fn checked(self) -> Result<Live, StateError> {
        let contradiction = |what| Err(StateError::Contradiction { what });
        if !self.statements.is_sorted_by(|one, next| one < next) {
            return contradiction("statements are not in order");
        }
        if !self.people.is_sorted_by(|one, next| one.0 < next.0) {
            return contradiction("people are not in order");
        }
        if self.memory.as_ref().is_some_and(|memory| !memory.is_sound()) {
            return contradiction("the memory of the last map");
        }
        let mut builder = Conversation::builder();
        self.statements.iter().for_each(|id| builder.statement(*id));
        for (participant, votes) in self.people {
            builder.participant(participant);
            if !votes.is_sorted_by(|one, next| one.0 < next.0) {
                return contradiction("votes are not in order");
            }
            for (column, choice, time) in votes {
                let Some(statement) = self.statements.get(column as usize).copied() else {
                    return contradiction("a vote on no statement");
                };
                builder.vote(Vote { participant, statement, choice, time });
            }
        }
        self.moderation.into_iter().for_each(|(id, state)| builder.moderate(id, state));
        self.banned.into_iter().for_each(|id| builder.ban(id));
        Ok(Live::with_memory(builder.build(), self.params, self.memory))
    }
}
