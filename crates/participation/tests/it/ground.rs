//! A body with a path that listens.

use jiff::civil::Date;
use kernel::{BodyId, Principal, form::Draft, id::Uuid};
use participation::{
    input::{IdeaInput, PathInput, PhaseInput},
    model::{Channel, LeadOffice, PathArrow, PhaseKind},
    service::{Site, ideas, ideas::Submitted, paths},
};
use testkit::Ground;

pub const PATH: &str = "agenda-sociale";

pub fn site(n: u128) -> Site {
    Site {
        body: BodyId(Uuid::from_u128(n)),
        slug: format!("ente-{n}"),
        name: "Unione di prova".into(),
        base_url: "https://agenda.example.it".into(),
    }
}

pub fn staff() -> Principal {
    Principal { identity_level: 2, ..Principal::anonymous() }
}

pub fn draft(pairs: &[(&str, &str)]) -> Draft {
    Draft::new(pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
}

pub fn path_input(slug: &str) -> PathInput {
    PathInput {
        slug: slug.into(),
        name: "Agenda Sociale Locale".into(),
        year: 2026,
        lead_office: LeadOffice::Digital,
        summary: "Raccogliamo bisogni e idee.".into(),
        text: String::new(),
    }
}

pub fn phase(kind: PhaseKind, from: Date, to: Date) -> PhaseInput {
    PhaseInput { kind, title: "Una fase".into(), text: String::new(), from, to }
}

pub async fn listening(ground: &Ground, site: &Site) {
    let who = staff();
    paths::create(&ground.store, site, &who, path_input(PATH)).await.unwrap();
    for arrow in [PathArrow::BeginKnowledge, PathArrow::OpenListening] {
        paths::advance(&ground.store, site, &who, PATH, arrow).await.unwrap();
    }
}

pub fn idea(title: &str, more: &[(&str, &str)]) -> IdeaInput {
    let mut pairs = vec![
        ("title", title),
        ("text", "Vorremmo un pulmino per gli anziani che vivono nelle frazioni."),
    ];
    pairs.extend(more);
    IdeaInput::read(draft(&pairs), Channel::Web, &["035020", "035024"]).unwrap()
}

pub async fn send(ground: &Ground, site: &Site, input: IdeaInput) -> Submitted {
    ideas::submit(&ground.store, site, &Principal::anonymous(), PATH, input).await.unwrap()
}
