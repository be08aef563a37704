//! A running service that uses no database: its work leaves no trace.

use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::Register,
};

pub fn look(picture: &Picture) -> Vec<Found> {
    // A body that has not begun its second register is not told so once per service.
    if picture.databases.is_empty() {
        return Vec::new();
    }
    let mut used = vec![false; picture.services.len()];
    for one in &picture.uses {
        used[one.service] = true;
    }
    picture
        .running()
        .filter(|(place, _)| !used[*place])
        .map(|(_, card)| {
            let service = &card.record;
            Found::new(Severity::Minor, &service.code, key!("finding-reason-service-alone"))
                .say("service", Said::Text(service.name.clone()))
                .at(Evidence::record(Register::Services, &service.code, &service.name))
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
    fn only_running_services_without_any_use() {
        let mut picture = picture();
        let a = service(&mut picture, &[("code", "A")]);
        service(&mut picture, &[("code", "B"), ("status", "active")]);
        service(&mut picture, &[("code", "C"), ("status", "ended")]);
        assert!(look(&picture).is_empty(), "no database yet");
        let d = database(&mut picture, &[("code", "D")]);
        uses(&mut picture, a, d, Access::Read, false);
        assert_eq!(subjects(&look(&picture)), ["B"]);
    }
}
