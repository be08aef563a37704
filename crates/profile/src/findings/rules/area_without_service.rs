//! An area of users that no running service serves, or that is not served in some municipalities.

use kernel::vocabulary;
use texts::key;

use crate::findings::{Evidence, Found, Picture, Said, Severity};

pub fn look(picture: &Picture) -> Vec<Found> {
    // An empty profile has no gaps yet: it has no services at all.
    if picture.services.is_empty() {
        return Vec::new();
    }
    vocabulary::areas()
        .terms()
        .iter()
        .filter_map(|term| {
            let area = term.code.as_str();
            let found = |severity, reason| {
                Found::new(severity, area, reason)
                    .say("area", Said::Areas(vec![area.to_owned()]))
                    .at(Evidence::other("area", area, ""))
            };
            if !picture.served(area, "") {
                return Some(found(Severity::Serious, key!("finding-reason-area")));
            }
            let mut names = Vec::new();
            for (code, name) in &picture.around.municipalities {
                if !picture.served(area, code) {
                    names.push((code, name));
                }
            }
            if names.is_empty() {
                return None;
            }
            let list = names.iter().map(|(_, name)| (*name).clone()).collect();
            let found = found(Severity::Notable, key!("finding-reason-area-places"))
                .say("places", Said::Names(list));
            Some(names.iter().fold(found, |found, (code, name)| {
                found.at(Evidence::other("municipality", code, name))
            }))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::rules::sketch::{picture, service, subjects};

    #[test]
    fn says_which_areas_and_where() {
        let mut picture = picture();
        assert!(look(&picture).is_empty(), "nothing to say of an empty profile");
        service(&mut picture, &[("code", "A"), ("areas", "ANZ"), ("municipalities", "035024")]);
        service(&mut picture, &[("code", "B"), ("areas", "DIS"), ("municipalities", "")]);
        service(&mut picture, &[("code", "C"), ("areas", "POV"), ("status", "ended")]);
        let found = look(&picture);
        assert!(!subjects(&found).contains(&"DIS"), "no municipality named: all are served");
        let anz = found.iter().find(|f| f.subject == "ANZ").unwrap();
        assert_eq!(anz.severity, Severity::Notable);
        assert_eq!(anz.told.said[1].1, Said::Names(vec!["Boretto".into()]));
        let all: Vec<_> = found.iter().filter(|f| f.severity == Severity::Serious).collect();
        assert_eq!(all.len(), vocabulary::areas().terms().len() - 2, "ended services serve nobody");
    }
}
