//! From a spreadsheet to the register: read the file ([`read`]), match its columns with fields
//! ([`mapping`]), compare each row with what is kept ([`plan`], [`links`]). Nothing here writes.

pub mod links;
pub mod mapping;
pub mod plan;
pub mod read;

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
    pub const ALL: [Self; 3] =
        [Self::Records(Register::Services), Self::Records(Register::Databases), Self::Links];

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
