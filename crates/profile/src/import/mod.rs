//! From any source to a register. The steps are the same for every source:
//!
//! 1. **source → table**: a source is a function from bytes to a [`Table`]. A spreadsheet is read by
//!    [`read`]; another source (a directory's JSON, a page, a graph: [`source`]) makes one with
//!    [`Table::new`] whose headings are names of fields ([`Sheet::fields`]), and is taken in with
//!    `service::take_in`. Nothing below knows where a table came from; only whether an empty cell
//!    says "nothing here" (a spreadsheet) or says nothing (`Table::sparse`).
//! 2. **table → candidates** ([`mapping`], [`plan`]): each row becomes a key (its code) and, field by
//!    field, the value it proposes, read by the rules of the fields, with a seal (hash) of the row.
//! 3. **plan**: candidates are compared with what is kept: new, changed (field by field), unchanged,
//!    wrong. The plan has a fingerprint.
//! 4. **accept** ([`choices`]): rows, fields and columns can be left out; the fingerprint covers it.
//! 5. **apply**: one transaction, all or nothing, refused when the fingerprint is not the one shown.
//! 6. **log and undo** (`crate::log`): what was made and changed is written beside it, and can be
//!    taken back as long as nobody changed it since.
//!
//! Nothing in this folder writes.

pub mod choices;
pub mod links;
pub mod mapping;
pub mod plan;
pub mod read;
pub mod source;

pub use choices::Choices;
pub use mapping::Mapping;
pub use plan::{Change, Outcome, Plan, Problem, RowReport};
pub use read::{Limits, Table};

use crate::{fields::Field, model::Register};

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// Records of a register.
    Records(Register),
    /// Which service uses which database.
    Links,
}

impl From<Register> for Sheet {
    fn from(register: Register) -> Self {
        Self::Records(register)
    }
}

impl Sheet {
    /// Every kind of file, in the order in which they are best brought in.
    pub const ALL: [Self; 4] = [
        Self::Records(Register::Services),
        Self::Records(Register::Databases),
        Self::Links,
        Self::Records(Register::PlanSheets),
    ];

    /// The word in addresses and forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Records(register) => register.code(),
            Self::Links => "collegamenti",
        }
    }

    /// The sheet of a word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.code() == code)
    }

    /// What a row may hold.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Records(register) => register.fields(),
            Self::Links => links::FIELDS,
        }
    }

    /// Where a field stands among the fields.
    pub fn position(self, field: &str) -> Option<usize> {
        self.fields().iter().position(|f| f.name == field)
    }

    /// The field of a name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|f| f.name == name)
    }
}
