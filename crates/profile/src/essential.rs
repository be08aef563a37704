//! Whether a database is essential: computed from what the registers say, unless the office says otherwise.
//!
//! One reason is enough: (a) without it a service stops, (b) a law or act asks for it, (c) three
//! services or more share it, (d) an indicator of the Agenda is measured from it.

use kernel::italian;

use crate::model::{Access, Database};

/// Services that make a database shared.
const SHARED_BY: usize = 3;

/// Why a database is essential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A service writes its work there: without it, it stops.
    Stops,
    /// A law or act asks for it.
    Law,
    /// Three services or more use it.
    Shared,
    /// An indicator of the Agenda is measured from it.
    Measures,
}

impl Reason {
    /// Its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stops => texts::key!("essential-stops"),
            Self::Law => texts::key!("essential-law"),
            Self::Shared => texts::key!("essential-shared"),
            Self::Measures => texts::key!("essential-measures"),
        }
    }
}

/// The reasons that hold, in their order.
pub fn reasons(database: &Database, uses: &[Access], measured_from: &[String]) -> Vec<Reason> {
    let named = |source: &String| {
        let words = italian::words(source).join(" ");
        [&database.code, &database.name, &database.acronym]
            .into_iter()
            .map(|name| italian::words(name).join(" "))
            .any(|name| !name.is_empty() && format!(" {words} ").contains(&format!(" {name} ")))
    };
    [
        (Reason::Stops, uses.iter().any(|access| access.writes())),
        (Reason::Law, !database.legal_basis.is_empty()),
        (Reason::Shared, uses.len() >= SHARED_BY),
        (Reason::Measures, measured_from.iter().any(named)),
    ]
    .into_iter()
    .filter_map(|(reason, holds)| holds.then_some(reason))
    .collect()
}

/// What is shown: what the office said, or what the reasons say; and whether it was the office.
pub fn verdict(database: &Database, reasons: &[Reason]) -> (bool, bool) {
    database.essential.map_or((!reasons.is_empty(), false), |said| (said, true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Register, Values};

    fn database(said: &[(&str, &str)]) -> Database {
        let mut values = Values::empty(Register::Databases);
        for (field, value) in said {
            values.0[Register::Databases.position(field).unwrap()] = (*value).to_owned();
        }
        Database::from_values(&values)
    }

    #[test]
    fn one_reason_is_enough_and_the_office_has_the_last_word() {
        let plain = database(&[("code", "BR-01"), ("acronym", "IASS")]);
        assert!(reasons(&plain, &[Access::Read; 2], &[]).is_empty());
        assert_eq!(reasons(&plain, &[Access::Write], &[]), [Reason::Stops]);
        assert_eq!(reasons(&plain, &[Access::Read; 3], &[]), [Reason::Shared]);
        let measured = ["Registro IASS della Regione".to_owned()];
        assert_eq!(reasons(&plain, &[], &measured), [Reason::Measures]);
        assert!(reasons(&plain, &[], &["IASSX".to_owned()]).is_empty(), "whole words alone");
        let law = database(&[("legal_basis", "DGR 432/2008"), ("essential", "no")]);
        let held = reasons(&law, &[], &[]);
        assert_eq!(held, [Reason::Law]);
        assert_eq!(verdict(&law, &held), (false, true));
        assert_eq!(verdict(&plain, &[Reason::Law]), (true, false));
    }
}
