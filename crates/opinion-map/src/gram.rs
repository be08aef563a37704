//! Which two statements were voted on together, and how: whole numbers only.

use crate::conversation::Conversation;

/// For every pair of statements the sums over the people who voted on both.
///
/// Sums of whole numbers do not depend on the order of people, and one vote changes one row
/// of them. A lower triangle: the pair of statements j <= k is at k(k+1)/2 + j; 16 bytes a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gram {
    columns: usize,
    pairs: Vec<Pair>,
}

/// Sums over the people who voted on both j and k.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pair {
    /// People.
    pub both: i32,
    /// Their votes on the first.
    pub first: i32,
    /// Their votes on the second.
    pub second: i32,
    /// The products.
    pub product: i32,
}

/// Up to so many statements the pairs are kept (32 MB); above, passes over the votes are cheaper.
pub(crate) const MOST_COLUMNS: usize = 2_000;

/// Four sums of 16 bits in one word; a vote is counted as 0, 1 or 2, a product is at most 4.
const PEOPLE_IN_A_WORD: usize = 16_383;

fn corner(row: usize) -> usize {
    row * (row + 1) / 2
}

impl Gram {
    /// Counts all pairs of people who are not left out.
    pub fn count(conversation: &Conversation, left_out: &[bool]) -> Self {
        let columns = conversation.statements().len();
        let mut gram = Self { columns, pairs: vec![Pair::default(); corner(columns)] };
        let mut words = vec![0_u64; corner(columns)];
        let mut people = 0;
        let mut shifted: Vec<(usize, u64)> = Vec::new();
        for (row, _) in left_out.iter().enumerate().filter(|(_, out)| !**out) {
            shifted.clear();
            // Disagree, pass, agree as 0, 1, 2.
            shifted.extend(conversation.row(row).iter().map(|cell| {
                ((cell >> 2) as usize, [1_u64, 2, 0, 1][(cell & 3) as usize])
            }));
            for (place, (k, second)) in shifted.iter().enumerate() {
                let line = &mut words[corner(*k)..=corner(*k) + *k];
                // 1, first, second, first x second in four fields.
                let base = 1 | (second << 32);
                let times = (1 << 16) | (second << 48);
                for (j, first) in &shifted[..=place] {
                    line[*j] += base + first * times;
                }
            }
            people += 1;
            if people == PEOPLE_IN_A_WORD {
                gram.take(&mut words);
                people = 0;
            }
        }
        gram.take(&mut words);
        gram
    }

    fn take(&mut self, words: &mut [u64]) {
        for (pair, word) in self.pairs.iter_mut().zip(words) {
            let field = |shift: u32| ((*word >> shift) & 0xffff) as i32;
            let (both, first, second, product) = (field(0), field(16), field(32), field(48));
            pair.both += both;
            pair.first += first - both;
            pair.second += second - both;
            pair.product += product - first - second + both;
            *word = 0;
        }
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The pairs (0, k) to (k, k).
    pub fn line(&self, k: usize) -> &[Pair] {
        &self.pairs[corner(k)..=corner(k) + k]
    }

    /// Adds a statement behind all others.
    pub fn widen(&mut self) {
        self.columns += 1;
        self.pairs.resize(corner(self.columns), Pair::default());
    }

    /// Adds (`sign` 1) or takes away (-1) one vote of a person with these other votes.
    /// The row must not hold the vote itself.
    pub fn vote(&mut self, column: usize, value: i32, others: impl Iterator<Item = (usize, i32)>, sign: i32) {
        for (other, said) in others.chain([(column, value)]) {
            let (j, k) = (column.min(other), column.max(other));
            let (first, second) = if j == column { (value, said) } else { (said, value) };
            let pair = &mut self.pairs[corner(k) + j];
            pair.both += sign;
            pair.first += sign * first;
            pair.second += sign * second;
            pair.product += sign * first * second;
        }
    }

    /// Adds or takes away a whole person.
    pub fn person(&mut self, cells: &[u32], sign: i32) {
        let read = |cell: &u32| ((cell >> 2) as usize, value(*cell));
        for (place, cell) in cells.iter().enumerate() {
            let (column, said) = read(cell);
            self.vote(column, said, cells[..place].iter().map(read), sign);
        }
    }
}

/// +1, -1 or 0 of a cell.
pub(crate) fn value(cell: u32) -> i32 {
    [0, 1, -1, 0][(cell & 3) as usize]
}
