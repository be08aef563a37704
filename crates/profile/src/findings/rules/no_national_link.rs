//! A service whose own words call for ANPR, ISEE or SIUSS and that reaches none of it.

use kernel::italian;
use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::{Database, Register, Service},
    structured,
};

/// A national register, the words of a service that call for it, and the words of a database that is it.
struct Expected {
    name: &'static str,
    wanted: fn(&Service) -> bool,
    is_it: &'static [&'static str],
}

const EXPECTED: [Expected; 3] = [
    // Living somewhere is asked for: ANPR knows it, people need not declare it (art. 62 CAD).
    Expected {
        name: "ANPR",
        wanted: |service| {
            speaks_of(service, &["residenza", "residente", "residenti"])
                && !structured::foresees(&service.platforms, "anpr")
        },
        is_it: &["anpr", "anagrafe"],
    },
    // A means test rests on the ISEE, kept by INPS (DPCM 159/2013).
    Expected {
        name: "ISEE",
        wanted: |service| service.means_test.is_some() || speaks_of(service, &["isee"]),
        is_it: &["isee"],
    },
    // Benefits under SIUSS areas are to be sent to it (DM 206/2014).
    Expected {
        name: "SIUSS",
        wanted: |service| service.siuss_area.is_some(),
        is_it: &["siuss", "casellario", "sina", "sinba", "psa"],
    },
];

fn speaks_of(service: &Service, wanted: &[&str]) -> bool {
    let words = italian::words(&format!("{} {}", service.requirements, service.recipients));
    words.iter().any(|word| wanted.contains(&word.as_str()))
}

fn is(database: &Database, names: &[&str]) -> bool {
    let words =
        italian::words(&format!("{} {} {}", database.acronym, database.name, database.code));
    words.iter().any(|word| names.contains(&word.as_str()))
}

pub fn look(picture: &Picture) -> Vec<Found> {
    if picture.databases.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for expected in &EXPECTED {
        let its: Vec<bool> =
            picture.databases.iter().map(|card| is(&card.record, expected.is_it)).collect();
        // Reached directly, or by an exchange of a database the service uses.
        let mut reaches = its.clone();
        for (from, to) in &picture.exchanges {
            reaches[*to] |= its[*from];
            reaches[*from] |= its[*to];
        }
        let mut reached = vec![false; picture.services.len()];
        for used in &picture.uses {
            reached[used.service] |= reaches[used.database];
        }
        for (place, card) in picture.running() {
            let service = &card.record;
            if reached[place] || !(expected.wanted)(service) {
                continue;
            }
            let subject = format!("{}:{}", expected.name, service.code);
            found.push(
                Found::new(Severity::Notable, subject, key!("finding-reason-national"))
                    .say("service", Said::Text(service.name.clone()))
                    .say("register", Said::Text(expected.name.to_owned()))
                    .at(Evidence::record(Register::Services, &service.code, &service.name)),
            );
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        findings::rules::sketch::{database, picture, service, subjects, uses},
        model::Access,
    };

    #[test]
    fn a_means_test_calls_for_the_isee() {
        let mut picture = picture();
        let s = service(&mut picture, &[("code", "S"), ("means_test", "2"), ("siuss_area", "1")]);
        service(&mut picture, &[("code", "R"), ("requirements", "Residenza nell’Unione")]);
        service(
            &mut picture,
            &[("code", "P"), ("requirements", "residenti"), ("platforms", "anpr")],
        );
        let local = database(&mut picture, &[("code", "CARTELLA"), ("name", "Cartella sociale")]);
        let isee = database(&mut picture, &[("code", "X"), ("acronym", "ISEE")]);
        let siuss = database(&mut picture, &[("code", "Y"), ("name", "SIUSS (ex Casellario)")]);
        assert_eq!(subjects(&look(&picture)), ["ANPR:R", "ISEE:S", "SIUSS:S"]);
        uses(&mut picture, s, isee, Access::Read, false);
        uses(&mut picture, s, local, Access::Write, false);
        assert_eq!(subjects(&look(&picture)), ["ANPR:R", "SIUSS:S"]);
        picture.exchanges.push((local, siuss));
        assert_eq!(subjects(&look(&picture)), ["ANPR:R"], "reached through the case file");
    }
}
