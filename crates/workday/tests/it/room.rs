//! What the tests share: a body, staff, a day with projects.

use jiff::civil::Date;
use kernel::{BodyId, Cents, Principal, id::Uuid};
use participation::{
    ParticipationError,
    input::{IdeaInput, IdeaWords, PathInput},
    model::{Channel, Contributor, IdeaState, LeadOffice, PathState},
    service::{Site, ideas, paths},
};
use testkit::Ground;
use workday::{
    WorkdayError,
    model::{Day, DayFields, DayId, Origin, ProjectFields, Rules},
    service, voting,
    voting::{NewBallot, Receipt},
};

pub const BODY: BodyId = BodyId(Uuid::from_u128(0xb0d1));
pub const MIGRATIONS: &[&[store::migrate::Migration]] =
    &[participation::MIGRATIONS, workday::MIGRATIONS];

/// The body as letters name it.
pub fn site() -> Site {
    Site {
        body: BODY,
        slug: "bassa".into(),
        name: "Unione Bassa".into(),
        base_url: "https://agio.example".into(),
    }
}

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

/// An admitted idea of the path, which is made when it is not there.
pub async fn admitted(ground: &Ground, title: &str) -> Origin {
    let idea = ideas::Brought {
        path: "agenda-sociale".into(),
        input: IdeaInput {
            words: IdeaWords {
                title: title.into(),
                text: "Un posto all'ombra dove fermarsi".into(),
                for_whom: String::new(),
                areas: vec!["ANZ".into()],
                municipality: String::new(),
            },
            channel: Channel::Paper,
            contributor: Contributor::Citizen,
            email: None,
        },
        state: IdeaState::Admitted,
        reason: None,
        answer: String::new(),
        supports: 3,
        at: ground.store.clock().now().0,
        source: String::new(),
        demonstrative: false,
    };
    let submitted = ground
        .store
        .write(BODY, idea, |tx, idea| {
            Box::pin(async move {
                let path = PathInput {
                    slug: "agenda-sociale".into(),
                    name: "Agenda sociale".into(),
                    year: 2026,
                    lead_office: LeadOffice::ALL[0],
                    summary: "Decidere insieme".into(),
                    text: String::new(),
                };
                let made =
                    paths::create_in_txn(tx, &site(), &staff(), &path, PathState::Decision).await;
                assert!(matches!(made, Ok(_) | Err(ParticipationError::SlugTaken)), "{made:?}");
                ideas::bring_in(tx, &site(), idea).await
            })
        })
        .await
        .unwrap();
    let href = site().idea_href("agenda-sociale", submitted.number);
    Origin { idea: submitted.id.0, title: title.into(), href }
}

/// Where an idea is.
pub async fn idea_state(ground: &Ground, origin: &Origin) -> IdeaState {
    let number = origin.href.rsplit('/').next().unwrap().parse().unwrap();
    ideas::idea_for_staff(&ground.store, BODY, number).await.unwrap().idea.state
}

/// The idea behind the park of a day.
pub async fn park_idea(ground: &Ground, slug: &str) -> Origin {
    let view = service::day(&ground.store, BODY, slug).await.unwrap();
    view.projects[0].fields.origins[0].clone()
}

/// A prepared day: park, stop and bench for a thousand euro; the park comes from an idea.
pub async fn prepared(ground: &Ground, slug: &str) -> Day {
    let who = staff();
    let day = service::create_day(&ground.store, &who, BODY, "bassa", fields(slug)).await.unwrap();
    let origin = admitted(ground, "Un parco").await;
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
    service::freeze(&ground.store, &staff(), &site(), day.id).await.unwrap();
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
