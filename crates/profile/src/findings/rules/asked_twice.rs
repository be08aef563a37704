//! The same thing asked of people, or written, more than once: a service that writes by hand into
//! several databases, or several local databases that record the same entity.

use std::collections::BTreeMap;

use kernel::italian;
use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::Register,
};

pub fn look(picture: &Picture) -> Vec<Found> {
    let mut found = Vec::new();
    let mut written: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for used in picture.uses.iter().filter(|used| used.by_hand && used.access.writes()) {
        written.entry(used.service).or_default().push(used.database);
    }
    for (service, databases) in written.iter().filter(|(_, databases)| databases.len() > 1) {
        let service = &picture.services[*service].record;
        let one = Found::new(
            Severity::Notable,
            format!("service:{}", service.code),
            key!("finding-reason-written-twice"),
        )
        .say("service", Said::Text(service.name.clone()))
        .say("n", Said::Number(databases.len() as i64))
        .at(Evidence::record(Register::Services, &service.code, &service.name));
        found.push(point_at(picture, one, databases));
    }

    let mut entities: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for (place, card) in picture.databases.iter().enumerate() {
        if card.record.kind != "local" {
            continue;
        }
        for entity in card.record.entities.split([',', ';', '\n']).map(str::trim) {
            let plain = italian::words(entity).join(" ");
            if plain.is_empty() {
                continue;
            }
            let held = entities.entry(plain).or_insert_with(|| (entity.to_owned(), Vec::new()));
            if held.1.last() != Some(&place) {
                held.1.push(place);
            }
        }
    }
    for (plain, (entity, databases)) in entities.iter().filter(|(_, (_, all))| all.len() > 1) {
        // Databases that pass the datum on to each other ask for it once.
        let alone = |place: &usize| {
            !picture.exchanges.iter().any(|(from, to)| {
                (from == place && databases.contains(to))
                    || (to == place && databases.contains(from))
            })
        };
        if !databases.iter().any(alone) {
            continue;
        }
        let one = Found::new(
            Severity::Notable,
            format!("entity:{plain}"),
            key!("finding-reason-kept-twice"),
        )
        .say("entity", Said::Text(entity.clone()))
        .say("n", Said::Number(databases.len() as i64));
        found.push(point_at(picture, one, databases));
    }
    found
}

fn point_at(picture: &Picture, found: Found, databases: &[usize]) -> Found {
    let names = databases.iter().map(|at| picture.databases[*at].record.name.clone()).collect();
    databases.iter().fold(found.say("databases", Said::Names(names)), |found, at| {
        let database = &picture.databases[*at].record;
        found.at(Evidence::record(Register::Databases, &database.code, &database.name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        findings::rules::sketch::{database, picture, service, subjects, uses},
        model::Access,
    };

    #[test]
    fn writing_by_hand_in_two_places_is_noticed() {
        let mut picture = picture();
        let s = service(&mut picture, &[("code", "S1"), ("name", "Sportello")]);
        let a = database(&mut picture, &[("code", "A"), ("name", "Foglio A")]);
        let b = database(&mut picture, &[("code", "B"), ("name", "Foglio B")]);
        uses(&mut picture, s, a, Access::Write, true);
        uses(&mut picture, s, b, Access::ReadWrite, false);
        assert!(look(&picture).is_empty(), "one by hand, one by file");
        uses(&mut picture, s, b, Access::ReadWrite, true);
        assert_eq!(subjects(&look(&picture)), ["service:S1"]);
    }

    #[test]
    fn two_local_databases_of_the_same_thing_are_noticed_unless_they_exchange() {
        let mut picture = picture();
        database(
            &mut picture,
            &[("code", "A"), ("kind", "local"), ("entities", "Persone; domande")],
        );
        database(&mut picture, &[("code", "B"), ("kind", "local"), ("entities", "persone")]);
        database(&mut picture, &[("code", "C"), ("kind", "regional"), ("entities", "persone")]);
        let found = look(&picture);
        assert_eq!(subjects(&found), ["entity:persone"]);
        assert_eq!(found[0].told.evidence.len(), 2);
        picture.exchanges.push((0, 1));
        assert!(look(&picture).is_empty());
    }
}
