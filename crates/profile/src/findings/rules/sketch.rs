//! Small profiles for the tests of rules.

use jiff::civil::Date;
use kernel::id::Uuid;

use crate::{
    findings::picture::{Around, Card, Picture, Use},
    model::{Access, Database, PlanSheet, Register, Service, Values},
};

/// The day of every sketch.
pub const TODAY: Date = Date::constant(2026, 7, 1);

/// A profile of nothing, in two municipalities.
pub fn picture() -> Picture {
    let municipalities =
        vec![("035024".into(), "Guastalla".into()), ("035005".into(), "Boretto".into())];
    Picture::empty(TODAY, Around { municipalities, ..Around::default() })
}

fn values(register: Register, said: &[(&str, &str)]) -> Values {
    let mut values = Values::empty(register);
    for (field, value) in said {
        values.0[register.position(field).unwrap()] = (*value).to_owned();
    }
    values
}

fn card<T>(record: T) -> Card<T> {
    Card { id: Uuid::nil(), changed_on: TODAY, completeness: 50, record }
}

/// Adds a service; gives its place.
pub fn service(picture: &mut Picture, said: &[(&str, &str)]) -> usize {
    picture.services.push(card(Service::from_values(&values(Register::Services, said))));
    picture.services.len() - 1
}

/// Adds a database; gives its place.
pub fn database(picture: &mut Picture, said: &[(&str, &str)]) -> usize {
    picture.databases.push(card(Database::from_values(&values(Register::Databases, said))));
    picture.databases.len() - 1
}

/// A sheet of the zone plan.
pub fn plan_sheet(said: &[(&str, &str)]) -> PlanSheet {
    PlanSheet::from_values(&values(Register::PlanSheets, said))
}

/// Says that a service uses a database.
pub fn uses(picture: &mut Picture, service: usize, database: usize, access: Access, by_hand: bool) {
    picture.uses.push(Use { service, database, access, by_hand });
}

/// The subjects of what a rule found.
pub fn subjects(found: &[crate::findings::Found]) -> Vec<&str> {
    found.iter().map(|found| found.subject.as_str()).collect()
}
