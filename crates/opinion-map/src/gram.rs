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

/// Words written in one band: 256 kB.
const BAND: usize = 1 << 15;

/// What two votes add to a word, by the cell codes of the second and the first statement:
/// 1, the first vote, the second and their product, with disagree, pass, agree as 0, 1, 2.
const STEPS: [[u64; 4]; 4] = {
    let shifted = [1, 2, 0, 1];
    let mut steps = [[0; 4]; 4];
    let mut second = 0;
    while second < 4 {
        let mut first = 0;
        while first < 4 {
            let (one, other) = (shifted[first], shifted[second]);
            steps[second][first] = 1 | (one << 16) | (other << 32) | ((one * other) << 48);
            first += 1;
        }
        second += 1;
    }
    steps
};

fn corner(row: usize) -> usize {
    row * (row + 1) / 2
}

impl Gram {
    /// Counts all pairs of people who are not left out.
    ///
    /// Band after band of lines, so that what is written stays in the nearest memory.
    pub fn count(conversation: &Conversation, left_out: &[bool]) -> Self {
        let columns = conversation.statements().len();
        let mut gram = Self { columns, pairs: vec![Pair::default(); corner(columns)] };
        let mut next = vec![0_u32; left_out.len()];
        let mut words = Vec::new();
        let mut from = 0;
        while from < columns {
            let mut to = from + 1;
            while to < columns && corner(to + 1) - corner(from) <= BAND {
                to += 1;
            }
            words.clear();
            words.resize(corner(to) - corner(from), 0_u64);
            let mut people = 0;
            for (row, next) in next.iter_mut().enumerate().filter(|(row, _)| !left_out[*row]) {
                let cells = conversation.row(row);
                let mut place = *next as usize;
                while let Some(cell) = cells.get(place).filter(|cell| ((**cell >> 2) as usize) < to)
                {
                    let k = (cell >> 2) as usize;
                    let start = corner(k) - corner(from);
                    let line = &mut words[start..=start + k];
                    let steps = STEPS[(cell & 3) as usize];
                    for cell in &cells[..=place] {
                        line[(cell >> 2) as usize] += steps[(cell & 3) as usize];
                    }
                    place += 1;
                }
                *next = place as u32;
                people += 1;
                if people == PEOPLE_IN_A_WORD {
                    gram.take(from, &mut words);
                    people = 0;
                }
            }
            gram.take(from, &mut words);
            from = to;
        }
        gram
    }

    /// Moves the words of the lines from `from` into the pairs.
    fn take(&mut self, from: usize, words: &mut [u64]) {
        for (pair, word) in self.pairs[corner(from)..].iter_mut().zip(words) {
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
    pub fn vote(
        &mut self,
        column: usize,
        value: i32,
        others: impl Iterator<Item = (usize, i32)>,
        sign: i32,
    ) {
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
