//! The pages about people: links sent by e-mail, roles, tokens, the body itself.

use web::{DeskEntry, Routes};

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[];

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new()
}
