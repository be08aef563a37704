//! A municipality of the body that no running service covers.

use texts::key;

use crate::findings::{Evidence, Found, Picture, Said, Severity};

pub fn look(picture: &Picture) -> Vec<Found> {
    if picture.services.is_empty() {
        return Vec::new();
    }
    picture
        .around
        .municipalities
        .iter()
        .filter(|(code, _)| !picture.served("", code))
        .map(|(code, name)| {
            Found::new(Severity::Serious, code, key!("finding-reason-municipality"))
                .say("place", Said::Text(name.clone()))
                .at(Evidence::other("municipality", code, name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::rules::sketch::{picture, service, subjects};

    #[test]
    fn says_where_nobody_is_served() {
        let mut picture = picture();
        service(&mut picture, &[("code", "A"), ("municipalities", "035024")]);
        assert_eq!(subjects(&look(&picture)), ["035005"]);
        service(&mut picture, &[("code", "B")]);
        assert!(look(&picture).is_empty());
    }
}
