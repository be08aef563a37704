//! The pages of this phase.

use web::{DeskEntry, MenuEntry, Routes};

/// Entries of a body's main menu.
pub const MENU: &[MenuEntry] = &[];

/// Places of the desk.
pub const DESK: &[DeskEntry] = &[];

/// Every page, beside who may.
pub fn routes() -> Routes {
    Routes::new()
}
