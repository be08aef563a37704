//! A record that nobody has checked, nor changed, for twelve months.

use jiff::civil::Date;
use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::Register,
    rules::is_stale,
};

pub fn look(picture: &Picture) -> Vec<Found> {
    let services = picture.services.iter().map(|card| {
        let s = &card.record;
        (Register::Services, &s.code, &s.name, s.checked_on, card.changed_on)
    });
    let databases = picture.databases.iter().map(|card| {
        let d = &card.record;
        (Register::Databases, &d.code, &d.name, d.checked_on, card.changed_on)
    });
    services
        .chain(databases)
        .filter_map(|(register, code, name, checked, changed)| {
            // What was never checked counts from the day it was last written.
            let day: Date = checked.unwrap_or(changed);
            is_stale(&day.to_string(), picture.today).then(|| {
                let subject = format!("{}:{code}", register.kind());
                Found::new(Severity::Minor, subject, key!("finding-reason-stale"))
                    .say("name", Said::Text(name.clone()))
                    .say("day", Said::Day(day.to_string()))
                    .at(Evidence::record(register, code, name))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::rules::sketch::{database, picture, service, subjects};

    #[test]
    fn a_year_without_a_look_is_too_long() {
        let mut picture = picture();
        service(&mut picture, &[("code", "A"), ("checked_on", "2025-06-30")]);
        service(&mut picture, &[("code", "B"), ("checked_on", "2026-01-01")]);
        service(&mut picture, &[("code", "C")]);
        let old = database(&mut picture, &[("code", "D")]);
        picture.databases[old].changed_on = jiff::civil::date(2024, 1, 1);
        assert_eq!(subjects(&look(&picture)), ["service:A", "database:D"]);
    }
}
