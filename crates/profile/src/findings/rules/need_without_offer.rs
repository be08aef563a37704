//! A need written down (by hand, or from a sheet of the zone plan) that no running service answers.

use texts::key;

use crate::findings::{Evidence, Found, Picture, Said, Severity};

pub fn look(picture: &Picture) -> Vec<Found> {
    let mut found = Vec::new();
    for need in picture.needs.iter().filter(|need| !need.from_finding) {
        let everywhere = [String::new()];
        let areas = if need.areas.is_empty() { &everywhere[..] } else { &need.areas };
        let places =
            if need.municipalities.is_empty() { &everywhere[..] } else { &need.municipalities };
        let missing: Vec<(&String, &String)> = areas
            .iter()
            .flat_map(|area| places.iter().map(move |place| (area, place)))
            .filter(|(area, place)| !picture.served(area, place))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let mut unserved: Vec<String> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for (area, place) in missing {
            if !area.is_empty() && !unserved.contains(area) {
                unserved.push(area.clone());
            }
            let name = picture.municipality(place).to_owned();
            if !place.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        let reason = match (unserved.is_empty(), names.is_empty()) {
            (true, true) => key!("finding-reason-need"),
            (false, true) => key!("finding-reason-need-areas"),
            (true, false) => key!("finding-reason-need-places"),
            (false, false) => key!("finding-reason-need-both"),
        };
        let number = need.number.to_string();
        found.push(
            Found::new(Severity::Serious, &number, reason)
                .say("need", Said::Text(need.words.clone()))
                .say("areas", Said::Areas(unserved))
                .say("places", Said::Names(names))
                .at(Evidence::other("need", &number, &need.words)),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{
        picture::Need,
        rules::sketch::{picture, service, subjects},
    };

    #[test]
    fn a_need_is_answered_area_by_area_and_place_by_place() {
        let mut picture = picture();
        let need = Need {
            number: 4,
            words: "Accompagnamento alle visite".into(),
            areas: vec!["ANZ".into()],
            municipalities: vec!["035024".into(), "035005".into()],
            from_finding: false,
        };
        picture.needs = vec![need.clone(), Need { number: 5, from_finding: true, ..need }];
        service(&mut picture, &[("code", "A"), ("areas", "ANZ"), ("municipalities", "035024")]);
        let found = look(&picture);
        assert_eq!(subjects(&found), ["4"], "what came of a finding is not noticed again");
        assert_eq!(found[0].told.said[2].1, Said::Names(vec!["Boretto".into()]));
        service(&mut picture, &[("code", "B"), ("areas", "ANZ"), ("municipalities", "035005")]);
        assert!(look(&picture).is_empty());
    }
}
