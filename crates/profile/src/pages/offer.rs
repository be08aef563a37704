//! Need and offer: a map of tiles and a table, area by municipality.

use askama::Template;
use axum::response::Response;
use charts::{Colour, Frame, Language, Tile};
use identity::Identity;
use kernel::vocabulary;
use texts::{Args, key};
use web::{Asked, Page, Part, Visit, WebError, page::Choice};

use super::{Root, unexpected, words};
use crate::{
    findings::service as findings,
    offer::{self, Served},
};

/// What there is in a cell.
struct Cell {
    n: i64,
    level: String,
    href: String,
}

struct Row {
    name: String,
    href: String,
    all: Cell,
    cells: Vec<Cell>,
    needs: i64,
}

#[derive(Template)]
#[template(path = "profile_offer.html")]
struct Map {
    page: Page,
    root: Root,
    areas: Vec<Choice>,
    area: String,
    heads: Vec<String>,
    svg: String,
    rows: Vec<Row>,
    gaps: i64,
    empty_places: String,
}

/// `/{body}/profilo/mappa`
pub async fn page(
    visit: Visit,
    Part(identity): Part<Identity>,
    asked: Asked,
) -> Result<Response, WebError> {
    let (store, body, root) = (visit.app.store(), visit.body_id()?, Root::of(&visit)?);
    let page = Page::new(&visit, visit.t(key!("offer-title")))
        .under(root.at(""), visit.t(key!("profile-title")));
    let listed = identity.municipalities(body).await?;
    let listed: Vec<_> = listed.into_iter().map(|one| (one.istat, one.name)).collect();
    let area = vocabulary::areas().get(asked.value("area")).map_or("", |term| term.code.as_str());
    let offer = offer::offer(store, body, &listed, area).await.map_err(unexpected)?;
    let needs = findings::needs(store, body).await.map_err(unexpected)?;
    let needed = |code: &str| {
        let here = needs.iter().filter(|need| {
            let in_place = need.municipalities.is_empty()
                || need.municipalities.split(';').any(|one| one == code);
            let in_area = area.is_empty()
                || need.areas.is_empty()
                || need.areas.split(';').any(|one| one == area);
            in_place && in_area
        });
        here.count() as i64
    };
    let cell = |served: &Served, query: String| Cell {
        n: served.services,
        level: served.level().map(|level| page.decimal(level, 1)).unwrap_or_default(),
        href: root.at(&format!("/servizi?{query}")),
    };
    let rows: Vec<Row> = offer
        .places
        .iter()
        .map(|place| Row {
            name: place.name.clone(),
            href: root.at(&format!("/servizi?comune={}", place.code)),
            all: cell(&place.all, format!("comune={}&area={area}", place.code)),
            cells: offer
                .areas
                .iter()
                .zip(&place.areas)
                .map(|(area, served)| cell(served, format!("comune={}&area={area}", place.code)))
                .collect(),
            needs: needed(&place.code),
        })
        .collect();
    let empty: Vec<&str> =
        rows.iter().filter(|row| row.all.n == 0).map(|row| row.name.as_str()).collect();
    let svg = drawn(&visit, &page, &rows)?;
    web::html(&Map {
        areas: words::terms(&page, vocabulary::areas()),
        area: area.to_owned(),
        heads: offer
            .areas
            .iter()
            .map(|code| words::labels(&page, vocabulary::areas(), code))
            .collect(),
        gaps: offer.gaps() as i64,
        empty_places: empty.join(", "),
        svg,
        rows,
        root,
        page,
    })
}

fn drawn(visit: &Visit, page: &Page, rows: &[Row]) -> Result<String, WebError> {
    let notes: Vec<String> = rows
        .iter()
        .map(|row| {
            let mut args = Args::new();
            args.set("level", row.all.level.clone());
            if row.all.level.is_empty() {
                String::new()
            } else {
                page.ta(key!("offer-level-short"), &args)
            }
        })
        .collect();
    let tiles: Vec<Tile<'_>> = rows
        .iter()
        .zip(&notes)
        .map(|(row, note)| Tile { label: &row.name, value: row.all.n, note })
        .collect();
    let accent = Colour::parse(&visit.body()?.color).unwrap_or(charts::PALETTE[0]);
    let language = if visit.lang == texts::Lang::It { Language::It } else { Language::En };
    let (title, lead) = (page.t(key!("offer-title")), page.t(key!("offer-map-lead")));
    let gap = page.t(key!("offer-nobody"));
    let frame = Frame::new("mappa", &title, &lead).language(language).accent(accent);
    Ok(charts::for_screens(&frame, |frame| charts::tile_map(frame, &tiles, &gap)))
}
