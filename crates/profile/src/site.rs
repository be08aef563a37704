//! The body as a letter needs it: where links lead, who signs, where its own people are written to.

use kernel::email::Email;

use crate::service::Place;

/// A body with what stands in its letters.
#[derive(Debug, Clone)]
pub struct Site {
    /// The body and its word in addresses.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// Where links lead, without a slash at the end.
    pub base_url: String,
    /// Where its people are written to; none when nobody said.
    pub contact: Option<Email>,
}

impl Site {
    /// The whole address of a page of the body.
    pub fn link(&self, path: &str) -> String {
        format!("{}/{}/{path}", self.base_url, self.place.slug)
    }
}
