//! The votes of one conversation, one row a person.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::vote::{Choice, Moderation, ParticipantId, StatementId, Verdict, Vote};

/// The final votes of a conversation with what moderation decided.
///
/// People and statements are kept in ascending order of their ids, whatever the order in
/// which votes came in. Memory: 12 bytes a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    participants: Vec<ParticipantId>,
    statements: Vec<StatementId>,
    /// Where each row begins in `cells`; one more than people.
    offsets: Vec<usize>,
    /// Statement position in the upper 30 bits, choice in the lower two; ascending in a row.
    cells: Vec<u32>,
    times: Vec<i64>,
    moderation: BTreeMap<StatementId, Moderation>,
    banned: BTreeSet<ParticipantId>,
}

impl Default for Conversation {
    fn default() -> Self {
        Self::builder().build()
    }
}

/// What one more vote did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// A first vote of a known person on a known statement.
    Added,
    /// Another choice than before; the older one is given back.
    Changed(Choice),
    /// The choice that was already there, or an older vote than the one that counts.
    Unchanged,
    /// The person or the statement was not known before.
    Grown,
}

impl Conversation {
    /// Starts gathering votes.
    pub fn builder() -> ConversationBuilder {
        ConversationBuilder::default()
    }

    /// The conversation of these votes; the last vote of a person on a statement counts.
    pub fn from_votes(votes: impl IntoIterator<Item = Vote>) -> Self {
        let mut builder = Self::builder();
        votes.into_iter().for_each(|vote| builder.vote(vote));
        builder.build()
    }

    /// Everybody who voted or was named, ascending.
    pub fn participants(&self) -> &[ParticipantId] {
        &self.participants
    }

    /// Every statement that was voted on or named, ascending.
    pub fn statements(&self) -> &[StatementId] {
        &self.statements
    }

    /// How many votes count: one at most for a person and a statement.
    pub fn votes(&self) -> usize {
        self.cells.len()
    }

    /// What this person says about this statement now.
    pub fn choice(&self, participant: ParticipantId, statement: StatementId) -> Option<Choice> {
        let row = self.participants.binary_search(&participant).ok()?;
        let column = self.statements.binary_search(&statement).ok()?;
        let place = self.find(row, column as u32).ok()?;
        self.cells.get(place).map(|cell| Choice::from_code(*cell))
    }

    /// The final votes with their instants, by person and then by statement.
    pub fn final_votes(&self) -> impl Iterator<Item = Vote> + '_ {
        self.placed_votes().map(|(row, column, choice, time)| Vote {
            participant: self.participants[row],
            statement: self.statements[column as usize],
            choice,
            time,
        })
    }

    /// What moderation decided about the statement; waiting when nothing was said.
    pub fn moderation(&self, statement: StatementId) -> Moderation {
        self.moderation.get(&statement).copied().unwrap_or_default()
    }

    /// All decisions of moderation, also on statements without votes.
    pub fn moderated(&self) -> impl Iterator<Item = (StatementId, Moderation)> + '_ {
        self.moderation.iter().map(|(id, state)| (*id, *state))
    }

    /// Who is banned, also when they never voted.
    pub fn banned(&self) -> impl Iterator<Item = ParticipantId> + '_ {
        self.banned.iter().copied()
    }

    /// Writes down a decision of moderation.
    pub fn moderate(&mut self, statement: StatementId, moderation: Moderation) {
        if moderation == Moderation::default() {
            self.moderation.remove(&statement);
        } else {
            self.moderation.insert(statement, moderation);
        }
    }

    /// Bans a person, or takes them in again. Says whether that changed anything.
    pub fn ban(&mut self, participant: ParticipantId, banned: bool) -> bool {
        if banned { self.banned.insert(participant) } else { self.banned.remove(&participant) }
    }

    /// Takes one more vote in. Linear in the number of votes at worst, with a small constant.
    pub fn record(&mut self, vote: Vote) -> Recorded {
        let mut grown = false;
        let column = match self.statements.binary_search(&vote.statement) {
            Ok(column) => column,
            Err(column) => {
                grown = true;
                self.statements.insert(column, vote.statement);
                if column + 1 < self.statements.len() {
                    let from = (column as u32) << 2;
                    for cell in &mut self.cells {
                        *cell += if *cell >= from { 4 } else { 0 };
                    }
                }
                column
            }
        };
        let row = match self.participants.binary_search(&vote.participant) {
            Ok(row) => row,
            Err(row) => {
                grown = true;
                self.participants.insert(row, vote.participant);
                self.offsets.insert(row, self.offsets[row]);
                row
            }
        };
        let cell = ((column as u32) << 2) | vote.choice.code();
        match self.find(row, column as u32) {
            Ok(place) => {
                let before = Choice::from_code(self.cells[place]);
                let now = match vote.time.cmp(&self.times[place]) {
                    std::cmp::Ordering::Less => before,
                    std::cmp::Ordering::Equal => vote.choice.at_once_with(before),
                    std::cmp::Ordering::Greater => vote.choice,
                };
                self.times[place] = self.times[place].max(vote.time);
                if now == before {
                    return Recorded::Unchanged;
                }
                self.cells[place] = ((column as u32) << 2) | now.code();
                Recorded::Changed(before)
            }
            Err(place) => {
                self.cells.insert(place, cell);
                self.times.insert(place, vote.time);
                self.offsets.iter_mut().skip(row + 1).for_each(|offset| *offset += 1);
                if grown { Recorded::Grown } else { Recorded::Added }
            }
        }
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        self.offsets[row]..self.offsets[row + 1]
    }

    fn find(&self, row: usize, column: u32) -> Result<usize, usize> {
        let range = self.range(row);
        let start = range.start;
        self.cells[range]
            .binary_search_by_key(&column, |cell| cell >> 2)
            .map(|place| start + place)
            .map_err(|place| start + place)
    }

    /// Row, column, choice and instant of each final vote.
    pub(crate) fn placed_votes(&self) -> impl Iterator<Item = (usize, u32, Choice, i64)> + '_ {
        (0..self.participants.len()).flat_map(move |row| {
            let placed = self.cells[self.range(row)].iter().zip(&self.times[self.range(row)]);
            placed.map(move |(cell, time)| (row, cell >> 2, Choice::from_code(*cell), *time))
        })
    }

    /// The cells of a row.
    pub(crate) fn row(&self, row: usize) -> &[u32] {
        &self.cells[self.range(row)]
    }

    pub(crate) fn row_of(&self, participant: ParticipantId) -> Option<usize> {
        self.participants.binary_search(&participant).ok()
    }

    pub(crate) fn column_of(&self, statement: StatementId) -> Option<usize> {
        self.statements.binary_search(&statement).ok()
    }

    /// For each statement whether it is kept out of the map.
    pub(crate) fn kept_out(&self, strict: bool) -> Vec<bool> {
        let out = |id: &StatementId| {
            let state = self.moderation(*id);
            state.meta
                || match state.verdict {
                    Verdict::Rejected => true,
                    Verdict::Waiting => strict,
                    Verdict::Accepted => false,
                }
        };
        self.statements.iter().map(out).collect()
    }

    /// For each person whether they are banned.
    pub(crate) fn banned_rows(&self) -> Vec<bool> {
        let mut rows = vec![false; self.participants.len()];
        for row in self.banned.iter().filter_map(|id| self.row_of(*id)) {
            rows[row] = true;
        }
        rows
    }
}

const CHUNK: usize = 1 << 16;

#[derive(Clone, Copy, Debug)]
struct Entry {
    row: u32,
    cell: u32,
    time: i64,
}

/// Gathers votes in any order. Memory while gathering: 16 bytes a vote.
#[derive(Clone, Debug, Default)]
pub struct ConversationBuilder {
    rows: Positions,
    columns: Positions,
    chunks: Vec<Vec<Entry>>,
    moderation: BTreeMap<StatementId, Moderation>,
    banned: BTreeSet<ParticipantId>,
}

impl ConversationBuilder {
    /// Takes a vote in.
    pub fn vote(&mut self, vote: Vote) {
        let row = self.rows.position(vote.participant.0);
        let cell = (self.columns.position(vote.statement.0) << 2) | vote.choice.code();
        let entry = Entry { row, cell, time: vote.time };
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => chunk.push(entry),
            _ => {
                let mut chunk = Vec::with_capacity(CHUNK.min(256 << self.chunks.len().min(16)));
                chunk.push(entry);
                self.chunks.push(chunk);
            }
        }
    }

    /// Names somebody who may not have voted yet.
    pub fn participant(&mut self, id: ParticipantId) {
        self.rows.position(id.0);
    }

    /// Names a statement that may not have been voted on yet.
    pub fn statement(&mut self, id: StatementId) {
        self.columns.position(id.0);
    }

    /// Writes down a decision of moderation; it does not make a statement known.
    pub fn moderate(&mut self, statement: StatementId, moderation: Moderation) {
        if moderation != Moderation::default() {
            self.moderation.insert(statement, moderation);
        }
    }

    /// Bans a person; it does not make them known.
    pub fn ban(&mut self, participant: ParticipantId) {
        self.banned.insert(participant);
    }

    /// The conversation.
    pub fn build(self) -> Conversation {
        let (participants, row_places) = self.rows.sorted();
        let (statements, column_places) = self.columns.sorted();
        let mut offsets = vec![0_usize; participants.len() + 1];
        for entry in self.chunks.iter().flatten() {
            offsets[row_places[entry.row as usize] as usize + 1] += 1;
        }
        for row in 1..offsets.len() {
            offsets[row] += offsets[row - 1];
        }
        let total = offsets.last().copied().unwrap_or(0);
        let (mut cells, mut times) = (vec![0_u32; total], vec![0_i64; total]);
        let mut next = offsets.clone();
        for chunk in self.chunks {
            for entry in chunk {
                let place = &mut next[row_places[entry.row as usize] as usize];
                let column = column_places[(entry.cell >> 2) as usize];
                cells[*place] = (column << 2) | (entry.cell & 3);
                times[*place] = entry.time;
                *place += 1;
            }
        }
        let kept = settle(&mut offsets, &mut cells, &mut times);
        cells.truncate(kept);
        times.truncate(kept);
        if kept < total {
            cells.shrink_to_fit();
            times.shrink_to_fit();
        }
        Conversation {
            participants: participants.into_iter().map(ParticipantId).collect(),
            statements: statements.into_iter().map(StatementId).collect(),
            offsets,
            cells,
            times,
            moderation: self.moderation,
            banned: self.banned,
        }
    }
}

/// Puts each row in order of statements and leaves the last vote on each; gives the number left.
fn settle(offsets: &mut [usize], cells: &mut [u32], times: &mut [i64]) -> usize {
    let mut kept = 0;
    let mut order: Vec<u64> = Vec::new();
    let mut row_cells: Vec<u32> = Vec::new();
    let mut row_times: Vec<i64> = Vec::new();
    for row in 0..offsets.len().saturating_sub(1) {
        let range = offsets[row]..offsets[row + 1];
        offsets[row] = kept;
        row_cells.clear();
        row_cells.extend_from_slice(&cells[range.clone()]);
        row_times.clear();
        row_times.extend_from_slice(&times[range]);
        order.clear();
        let key = |(place, cell): (usize, &u32)| (u64::from(cell >> 2) << 32) | place as u64;
        order.extend(row_cells.iter().enumerate().map(key));
        order.sort_unstable();
        let first = kept;
        for place in order.iter().map(|key| (key & 0xffff_ffff) as usize) {
            let (cell, time) = (row_cells[place], row_times[place]);
            if kept > first && cells[kept - 1] >> 2 == cell >> 2 {
                let last = kept - 1;
                match time.cmp(&times[last]) {
                    std::cmp::Ordering::Less => {}
                    std::cmp::Ordering::Greater => {
                        (cells[last], times[last]) = (cell, time);
                    }
                    std::cmp::Ordering::Equal => {
                        let both =
                            Choice::from_code(cell).at_once_with(Choice::from_code(cells[last]));
                        cells[last] = (cell & !3) | both.code();
                    }
                }
            } else {
                (cells[kept], times[kept]) = (cell, time);
                kept += 1;
            }
        }
    }
    if let Some(end) = offsets.last_mut() {
        *end = kept;
    }
    kept
}

/// Small ids find their place in a table, large ones in a map.
#[derive(Clone, Debug, Default)]
struct Positions {
    ids: Vec<u64>,
    table: Vec<u32>,
    map: HashMap<u64, u32>,
}

impl Positions {
    const TABLE: u64 = 1 << 22;

    fn position(&mut self, id: u64) -> u32 {
        let next = self.ids.len() as u32;
        if id < Self::TABLE {
            let place = id as usize;
            if place >= self.table.len() {
                self.table.resize((place + 1).next_power_of_two(), u32::MAX);
            }
            if self.table[place] != u32::MAX {
                return self.table[place];
            }
            self.table[place] = next;
        } else {
            let place = *self.map.entry(id).or_insert(next);
            if place != next {
                return place;
            }
        }
        self.ids.push(id);
        next
    }

    /// The ids ascending, and for each place of arrival the place in that order.
    fn sorted(self) -> (Vec<u64>, Vec<u32>) {
        let mut order: Vec<u32> = (0..self.ids.len() as u32).collect();
        order.sort_unstable_by_key(|place| self.ids[*place as usize]);
        let mut places = vec![0; order.len()];
        for (rank, place) in order.iter().enumerate() {
            places[*place as usize] = rank as u32;
        }
        (order.iter().map(|place| self.ids[*place as usize]).collect(), places)
    }
}
