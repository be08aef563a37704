//! A database that no service uses and that exchanges nothing.

use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::Register,
};

pub fn look(picture: &Picture) -> Vec<Found> {
    let mut used = vec![false; picture.databases.len()];
    for one in &picture.uses {
        used[one.database] = true;
    }
    for (from, to) in &picture.exchanges {
        used[*from] = true;
        used[*to] = true;
    }
    picture
        .databases
        .iter()
        .zip(used)
        .filter(|(_, used)| !used)
        .map(|(card, _)| {
            let database = &card.record;
            Found::new(Severity::Minor, &database.code, key!("finding-reason-orphan"))
                .say("database", Said::Text(database.name.clone()))
                .at(Evidence::record(Register::Databases, &database.code, &database.name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        findings::rules::sketch::{database, picture, service, subjects, uses},
        model::Access,
    };

    #[test]
    fn a_database_nobody_touches_is_an_orphan() {
        let mut picture = picture();
        let s = service(&mut picture, &[("code", "S")]);
        for code in ["A", "B", "C", "D"] {
            database(&mut picture, &[("code", code)]);
        }
        uses(&mut picture, s, 0, Access::Read, false);
        picture.exchanges.push((1, 2));
        assert_eq!(subjects(&look(&picture)), ["D"]);
    }
}
