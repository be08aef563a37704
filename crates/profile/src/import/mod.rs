//! From a spreadsheet to the register: read the file ([`read`]), match its columns with fields
//! ([`mapping`]), compare each row with what is kept ([`plan`]). Nothing here writes.

pub mod mapping;
pub mod plan;
pub mod read;

pub use mapping::Mapping;
pub use plan::{Change, Outcome, Plan, Problem, RowReport};
pub use read::{Limits, Table};
