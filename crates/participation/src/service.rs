//! What people and staff do, one transaction each.

pub mod archive;
pub mod collect;
pub mod fate;
pub mod ideas;
pub mod moderation;
pub mod once;
pub mod paths;
pub mod retention;
pub mod support;
mod turn;

use kernel::BodyId;

/// A body as addresses and letters name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The body.
    pub body: BodyId,
    /// The word in its addresses.
    pub slug: String,
    /// Its name, below letters.
    pub name: String,
    /// The address of the program without a slash at its end: `https://agenda.example.it`.
    pub base_url: String,
}

impl Site {
    /// Where a path is, from the site's root.
    pub fn path_href(&self, path: &str) -> String {
        format!("/{}/percorsi/{path}", self.slug)
    }

    /// Where an idea is, from the site's root.
    pub fn idea_href(&self, path: &str, number: i64) -> String {
        format!("/{}/percorsi/{path}/idee/{number}", self.slug)
    }

    /// Whole address of the page where a code is typed.
    pub fn follow_link(&self) -> String {
        format!("{}/{}/segui", self.base_url, self.slug)
    }
}
