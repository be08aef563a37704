//! How many agree, disagree and pass.

use serde::Serialize;

use crate::conversation::Conversation;

/// Votes on one statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Tally {
    /// Who agrees.
    pub agree: u32,
    /// Who disagrees.
    pub disagree: u32,
    /// Who has seen it and passes.
    pub pass: u32,
}

impl Tally {
    /// Everybody who saw the statement: agree, disagree and pass.
    pub fn seen(&self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            agree: self.agree + other.agree,
            disagree: self.disagree + other.disagree,
            pass: self.pass + other.pass,
        }
    }

    pub(crate) fn minus(self, other: Self) -> Self {
        Self {
            agree: self.agree - other.agree,
            disagree: self.disagree - other.disagree,
            pass: self.pass - other.pass,
        }
    }
}

/// For each class of people the tally of every statement; people of no class are not counted.
pub(crate) fn by_class(
    conversation: &Conversation,
    class: &[Option<u32>],
    classes: usize,
) -> Vec<Vec<Tally>> {
    let columns = conversation.statements().len();
    let mut counts = vec![vec![0_u32; columns * 4]; classes];
    for (row, class) in class.iter().enumerate() {
        if let Some(class) = class {
            let counts = &mut counts[*class as usize];
            for cell in conversation.row(row) {
                counts[*cell as usize] += 1;
            }
        }
    }
    let tally = |part: &[u32]| Tally { pass: part[0], agree: part[1], disagree: part[2] };
    counts.iter().map(|counts| counts.chunks_exact(4).map(tally).collect()).collect()
}
