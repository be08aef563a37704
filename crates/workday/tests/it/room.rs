//! What the tests share: a body, staff, a day with projects.

use jiff::civil::Date;
use kernel::{BodyId, Cents, Principal, id::Uuid};
use testkit::Ground;
use workday::{
    WorkdayError,
    model::{Day, DayFields, DayId, Origin, ProjectFields, Rules},
    service, voting,
    voting::{NewBallot, Receipt},
};

pub const BODY: BodyId = BodyId(Uuid::from_u128(0xb0d1));
pub const MIGRATIONS: &[&[store::migrate::Migration]] = &[workday::MIGRATIONS];

/// A facilitator.
pub fn staff() -> Principal {
    Principal {
        person: Some(kernel::PersonId(Uuid::from_u128(0xface))),
        identity_level: 2,
        ..Principal::default()
    }
}

pub fn fields(slug: &str) -> DayFields {
    DayFields {
        path: "agenda-sociale".into(),
        slug: slug.into(),
        title: "Come usiamo mille euro?".into(),
        day: Date::constant(2026, 12, 4),
        place: "Sala civica".into(),
        access_notes: "Ingresso senza gradini".into(),
        budget: Some(Cents(100_000)),
        rules: Rules::default(),
    }
}

pub fn project(code: &str, title: &str, cents: i64) -> ProjectFields {
    ProjectFields {
        code: code.into(),
        title: title.into(),
        summary: "Un testo breve".into(),
        cost: Cents(cents),
        area: "ANZ".into(),
        origins: vec![],
    }
}

pub const IDEA: Uuid = Uuid::from_u128(0x1dea);

/// A prepared day: park, stop and bench for a thousand euro; the park comes from an idea.
pub async fn prepared(ground: &Ground, slug: &str) -> Day {
    let who = staff();
    let day = service::create_day(&ground.store, &who, BODY, "bassa", fields(slug)).await.unwrap();
    let origin = Origin {
        idea: IDEA,
        title: "Un parco".into(),
        href: "/bassa/percorsi/a/idee/ABC234".into(),
    };
    let park = ProjectFields { origins: vec![origin], ..project("PARCO", "Parco", 60_000) };
    for fields in
        [park, project("FERMATA", "Fermata", 30_000), project("PANCHINE", "Panchine", 40_000)]
    {
        service::add_project(&ground.store, &who, BODY, day.id, fields).await.unwrap();
    }
    service::day(&ground.store, BODY, slug).await.unwrap().day
}

pub async fn opened(ground: &Ground, slug: &str) -> Day {
    let day = prepared(ground, slug).await;
    service::freeze(&ground.store, &staff(), BODY, day.id).await.unwrap();
    service::open(&ground.store, &staff(), BODY, day.id).await.unwrap()
}

pub fn ballot(day: DayId, token: &str, submission: u128, codes: &[&str]) -> NewBallot {
    NewBallot {
        day,
        token: token.into(),
        submission: Uuid::from_u128(submission),
        approvals: codes.iter().map(|code| (*code).to_owned()).collect(),
    }
}

/// Somebody joins with the room's code and votes.
pub async fn vote(ground: &Ground, day: &Day, codes: &[&str]) -> Result<Receipt, WorkdayError> {
    let joined = voting::join(&ground.store, BODY, day.join_code.as_deref().unwrap()).await?;
    voting::cast(&ground.store, BODY, ballot(day.id, &joined.token, 1, codes)).await
}
