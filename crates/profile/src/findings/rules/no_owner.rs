//! A record for which nobody answers: a service without owner, provider or office; a database
//! without owner or office in charge.

use texts::key;

use crate::{
    findings::{Evidence, Found, Picture, Said, Severity},
    model::Register,
};

pub fn look(picture: &Picture) -> Vec<Found> {
    let found = |register: Register, code: &str, name: &str, reason| {
        Found::new(Severity::Notable, format!("{}:{code}", register.kind()), reason)
            .say("name", Said::Text(name.to_owned()))
            .at(Evidence::record(register, code, name))
    };
    let services = picture
        .running()
        .map(|(_, card)| &card.record)
        .filter(|s| s.owner.is_empty() && s.provider.is_empty() && s.contact_office.is_empty())
        .map(|s| found(Register::Services, &s.code, &s.name, key!("finding-reason-service-owner")));
    let databases = picture
        .databases
        .iter()
        .map(|card| &card.record)
        .filter(|d| d.owner.is_empty() && d.internal_office.is_empty())
        .map(|d| {
            found(Register::Databases, &d.code, &d.name, key!("finding-reason-database-owner"))
        });
    services.chain(databases).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::rules::sketch::{database, picture, service, subjects};

    #[test]
    fn somebody_must_answer_for_every_record() {
        let mut picture = picture();
        service(&mut picture, &[("code", "A")]);
        service(&mut picture, &[("code", "B"), ("contact_office", "Sportello")]);
        database(&mut picture, &[("code", "C"), ("owner", "Unione")]);
        database(&mut picture, &[("code", "D")]);
        assert_eq!(subjects(&look(&picture)), ["service:A", "database:D"]);
    }
}
