//! A need written down (by hand, or from a sheet of the zone plan) that no running service answers.

use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::Register,
};

pub fn look(picture: &Picture) -> Vec<Found> {
    let by_hand = picture.needs.iter().filter(|need| !need.from_finding).filter_map(|need| {
        let number = need.number.to_string();
        let evidence = Evidence::other("need", &number, &need.words);
        unanswered(picture, &number, &need.words, &need.areas, &need.municipalities, evidence)
    });
    // A service that says it carries the sheet out answers it, whatever areas it names.
    let open = picture.sheet_needs.iter().filter(|sheet| !picture.carried_out(&sheet.code));
    let of_sheets = open.filter_map(|sheet| {
        let subject = format!("plan_sheet:{}", sheet.code);
        let words = format!("{} ({})", sheet.words, sheet.name);
        let evidence = Evidence::record(Register::PlanSheets, &sheet.code, &sheet.name);
        unanswered(picture, &subject, &words, &sheet.areas, &sheet.municipalities, evidence)
    });
    by_hand.chain(of_sheets).collect()
}

/// What is missing of a need for some areas (none: everybody) and places (none: everywhere).
fn unanswered(
    picture: &Picture,
    subject: &str,
    words: &str,
    areas: &[String],
    places: &[String],
    evidence: Evidence,
) -> Option<Found> {
    let everywhere = [String::new()];
    let areas = if areas.is_empty() { &everywhere[..] } else { areas };
    let places = if places.is_empty() { &everywhere[..] } else { places };
    let pairs = areas.iter().flat_map(|area| places.iter().map(move |place| (area, place)));
    let mut unserved: Vec<String> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut any = false;
    for (area, place) in pairs.filter(|(area, place)| !picture.served(area, place)) {
        any = true;
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
    any.then(|| {
        Found::new(Severity::Serious, subject, reason)
            .say("need", Said::Text(words.to_owned()))
            .say("areas", Said::Areas(unserved))
            .say("places", Said::Names(names))
            .at(evidence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{
        picture::{Need, SheetNeed},
        rules::sketch::{picture, plan_sheet, service, subjects},
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

    #[test]
    fn a_sheet_of_the_plan_needs_a_service_too() {
        let mut picture = picture();
        let said =
            [("code", "SP1"), ("name", "Domiciliarità"), ("territory", "Guastalla, Luzzara")];
        let sheet = |more: &[(&str, &str)]| {
            SheetNeed::of(&plan_sheet(&[&said[..], more].concat()), &picture.around.municipalities)
        };
        assert_eq!(sheet(&[]), None, "no need, nothing to answer");
        assert_eq!(sheet(&[("needs", "Soli in casa"), ("cancelled", "yes")]), None);
        let need = sheet(&[("needs", "Soli in casa.\nIl resto"), ("areas", "ANZ")]).unwrap();
        assert_eq!(
            (need.words.as_str(), &need.municipalities[..]),
            ("Soli in casa.", &["035024".to_owned()][..])
        );
        picture.sheet_needs = vec![need];
        assert_eq!(subjects(&look(&picture)), ["plan_sheet:SP1"]);
        let other = service(&mut picture, &[("code", "A"), ("areas", "DIS")]);
        let found = look(&picture);
        assert_eq!(found[0].told.evidence[0].kind, "plan_sheet");
        assert_eq!(found[0].told.said[2].1, Said::Names(vec!["Guastalla".into()]));
        picture.services[other].record.plan_sheets = "sp1".into();
        assert!(look(&picture).is_empty(), "the service carries the sheet out");
        picture.services[other].record.plan_sheets.clear();
        service(&mut picture, &[("code", "B"), ("areas", "ANZ")]);
        assert!(look(&picture).is_empty(), "a service for the same people is there");
    }
}
