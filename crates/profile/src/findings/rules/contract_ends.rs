//! The contract of a database's application ends before the Agenda does, or has ended.

use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::Register,
};

pub fn look(picture: &Picture) -> Vec<Found> {
    let mut found = Vec::new();
    for card in &picture.databases {
        let database = &card.record;
        let Some(day) = database.contract_ends.filter(|day| *day <= picture.until) else {
            continue;
        };
        let (severity, reason) = if day < picture.today {
            (Severity::Serious, key!("finding-reason-contract-ended"))
        } else {
            (Severity::Notable, key!("finding-reason-contract"))
        };
        found.push(
            Found::new(severity, &database.code, reason)
                .say("database", Said::Text(database.name.clone()))
                .say("day", Said::Day(day.to_string()))
                .say("until", Said::Day(picture.until.to_string()))
                .at(Evidence::record(Register::Databases, &database.code, &database.name)),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::rules::sketch::{database, picture, subjects};

    #[test]
    fn contracts_that_end_inside_the_agenda() {
        let mut picture = picture();
        for (code, day) in
            [("A", "2026-06-30"), ("B", "2027-01-01"), ("C", "2031-01-01"), ("D", "")]
        {
            database(&mut picture, &[("code", code), ("contract_ends", day)]);
        }
        let found = look(&picture);
        assert_eq!(subjects(&found), ["A", "B"]);
        assert_eq!(found[0].severity, Severity::Serious, "it has ended already");
        picture.until = jiff::civil::date(2026, 12, 31);
        assert_eq!(subjects(&look(&picture)), ["A"]);
    }
}
