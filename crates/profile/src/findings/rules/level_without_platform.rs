//! A service that is to be had wholly online (level 4 and above) without a way to sign in, or to pay
//! what it costs.

use kernel::Cents;
use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::Register,
    rules::level_number,
    structured,
};

pub fn look(picture: &Picture) -> Vec<Found> {
    let mut found = Vec::new();
    for card in &picture.services {
        let service = &card.record;
        let Some(level) = level_number(&service.target_level).filter(|level| *level >= 4) else {
            continue;
        };
        let has = |platform: &str| structured::foresees(&service.platforms, platform);
        let signs_in =
            ["spid", "cie", "eidas"].into_iter().any(has) || !service.authentication.is_empty();
        let pays = service.user_cost.is_none_or(|cost| cost == Cents(0)) || has("pagopa");
        let reason = match (signs_in, pays) {
            (true, true) => continue,
            (false, true) => key!("finding-reason-no-identity"),
            (true, false) => key!("finding-reason-no-payment"),
            (false, false) => key!("finding-reason-no-identity-nor-payment"),
        };
        found.push(
            Found::new(Severity::Notable, &service.code, reason)
                .say("service", Said::Text(service.name.clone()))
                .say("level", Said::Level(level))
                .at(Evidence::record(Register::Services, &service.code, &service.name)),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::rules::sketch::{picture, service};

    #[test]
    fn what_is_to_be_online_needs_identity_and_payment() {
        let mut picture = picture();
        let four = ("target_level", "LEVEL 4");
        service(&mut picture, &[("code", "A"), four]);
        service(&mut picture, &[("code", "B"), four, ("platforms", "spid"), ("user_cost", "500")]);
        service(
            &mut picture,
            &[("code", "C"), four, ("platforms", "spid;pagopa:planned"), ("user_cost", "500")],
        );
        service(&mut picture, &[("code", "D"), ("target_level", "LEVEL 3")]);
        service(&mut picture, &[("code", "E"), four, ("user_cost", "500")]);
        let reasons: Vec<_> =
            look(&picture).into_iter().map(|f| (f.subject, f.told.reason)).collect();
        let expected = [
            ("A", "finding-reason-no-identity"),
            ("B", "finding-reason-no-payment"),
            ("E", "finding-reason-no-identity-nor-payment"),
        ];
        assert_eq!(reasons, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }
}
