//! Names for exactly this input, these rules and this map.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::conversation::Conversation;
use crate::map::OpinionMap;
use crate::vote::Verdict;

/// SHA-256 in lower-case hexadecimal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fingerprint {
    /// Of the final votes, moderation and bans: the same for any order in which they came.
    pub input: String,
    /// Of the parameters.
    pub params: String,
    /// Of the map.
    pub output: String,
    /// Of the three together.
    pub all: String,
}

/// Rows hashed together: a new vote means hashing one block and the list of blocks.
const BLOCK: usize = 256;

/// The hashes of blocks of rows.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    blocks: Vec<[u8; 32]>,
}

impl Rows {
    pub fn of(conversation: &Conversation) -> Self {
        let mut rows = Self { blocks: Vec::new() };
        rows.refresh_from(conversation, 0);
        rows
    }

    /// Hashes again from the block of this row to the end.
    pub fn refresh_from(&mut self, conversation: &Conversation, row: usize) {
        self.blocks.truncate(row / BLOCK);
        while self.blocks.len() * BLOCK < conversation.participants().len() {
            self.blocks.push(block(conversation, self.blocks.len()));
        }
    }

    /// Hashes the block of this row again.
    pub fn refresh(&mut self, conversation: &Conversation, row: usize) {
        if let Some(hash) = self.blocks.get_mut(row / BLOCK) {
            *hash = block(conversation, row / BLOCK);
        }
    }
}

fn block(conversation: &Conversation, number: usize) -> [u8; 32] {
    let rows = conversation.participants().len();
    let mut hash = Sha256::new();
    let mut bytes = Vec::new();
    for row in number * BLOCK..((number + 1) * BLOCK).min(rows) {
        bytes.clear();
        bytes.extend(conversation.participants()[row].0.to_le_bytes());
        let cells = conversation.row(row);
        bytes.extend((cells.len() as u64).to_le_bytes());
        bytes.extend(cells.iter().flat_map(|cell| cell.to_le_bytes()));
        hash.update(&bytes);
    }
    hash.finalize().into()
}

fn input(conversation: &Conversation, rows: &Rows) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut number = |number: u64| hash.update(number.to_le_bytes());
    number(1);
    number(conversation.statements().len() as u64);
    for statement in conversation.statements() {
        let moderation = conversation.moderation(*statement);
        number(statement.0);
        number(u64::from(moderation.meta) << 8 | moderation.verdict as u64);
    }
    let banned: Vec<u64> = conversation
        .banned()
        .filter(|id| conversation.row_of(*id).is_some())
        .map(|id| id.0)
        .collect();
    number(banned.len() as u64);
    banned.into_iter().for_each(&mut number);
    number(conversation.participants().len() as u64);
    rows.blocks.iter().for_each(|block| hash.update(block));
    hash.finalize().into()
}

/// The fingerprint of a map that has none yet.
pub(crate) fn of(map: &OpinionMap, conversation: &Conversation, rows: &Rows) -> Fingerprint {
    let input = input(conversation, rows);
    let params = written(&map.params);
    let output = written(map);
    let all =
        Sha256::new().chain_update(input).chain_update(params).chain_update(output).finalize();
    Fingerprint {
        input: hex::encode(input),
        params: hex::encode(params),
        output: hex::encode(output),
        all: hex::encode(all),
    }
}

/// The hash of a value in postcard's wire format.
fn written<T: Serialize>(value: &T) -> [u8; 32] {
    // Writing to memory cannot fail for these types: no maps, no unknown lengths.
    let bytes = postcard::to_stdvec(value).unwrap_or_default();
    Sha256::digest(bytes).into()
}

const _: () = {
    // The order is part of the fingerprint.
    assert!(
        Verdict::Waiting as u64 == 0
            && Verdict::Accepted as u64 == 1
            && Verdict::Rejected as u64 == 2
    );
};
