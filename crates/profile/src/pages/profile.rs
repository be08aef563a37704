//! The profile: what there is already, in numbers with what they mean.

use askama::Template;
use axum::response::Response;
use charts::{Colour, Frame, Language};
use texts::key;
use web::{Page, Visit, WebError};

use super::{Root, unexpected, words};
use crate::public;

/// A row of a chart's table.
struct Row {
    label: String,
    href: String,
    n: i64,
}

/// A chart with its table.
struct Drawn {
    title: String,
    lead: String,
    head: String,
    svg: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "profile_home.html")]
struct Home {
    page: Page,
    root: Root,
    mine: String,
    counts: public::Counts,
    updated: String,
    charts: Vec<Drawn>,
}

/// `/{body}/profilo`
pub async fn page(visit: Visit) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, visit.t(key!("profile-title")));
    let counts = public::counts(store, body).await.map_err(unexpected)?;
    let areas = public::by_area(store, body).await.map_err(unexpected)?;
    let levels = public::by_level(store, body).await.map_err(unexpected)?;
    let charts = vec![
        Drawn {
            title: page.t(key!("profile-areas-title")),
            lead: page.t(key!("profile-areas-lead")),
            head: page.t(key!("profile-areas-head")),
            rows: areas.iter().map(|bar| row(&page, &root, "area", bar)).collect(),
            svg: String::new(),
        },
        Drawn {
            title: page.t(key!("profile-levels-title")),
            lead: page.t(key!("profile-levels-lead")),
            head: page.t(key!("profile-levels-head")),
            rows: levels.iter().map(|bar| row(&page, &root, "livello", bar)).collect(),
            svg: String::new(),
        },
    ];
    let charts = charts.into_iter().enumerate().map(|(n, drawn)| draw(&visit, n, drawn));
    let charts = charts.collect::<Result<Vec<_>, _>>()?;
    let updated = kernel::Instant(counts.updated_at).day().to_string();
    let mine = super::own_cards(&visit)?;
    web::html(&Home { page, root, mine, counts, updated, charts })
}

fn row(page: &Page, root: &Root, filter: &str, bar: &public::Bar) -> Row {
    let label = match (filter, bar.code.as_str()) {
        (_, "") => page.t(key!("profile-level-unknown")),
        ("area", code) => words::labels(page, kernel::vocabulary::areas(), code),
        (_, code) => words::numbered_level(page, code),
    };
    let query = format!("/servizi?{filter}={}", web::encode(&bar.code));
    let href = if bar.code.is_empty() { String::new() } else { root.at(&query) };
    Row { label, href, n: bar.n }
}

/// Draws the rows; what the picture shows is said by its lead.
fn draw(visit: &Visit, n: usize, mut drawn: Drawn) -> Result<Drawn, WebError> {
    let bars: Vec<charts::Bar<'_>> = drawn
        .rows
        .iter()
        .map(|row| charts::Bar { label: &row.label, value: Some(row.n as f64) })
        .collect();
    let accent = Colour::parse(&visit.body()?.color).unwrap_or(charts::PALETTE[0]);
    let language = if visit.lang == texts::Lang::It { Language::It } else { Language::En };
    let id = format!("profilo-{n}");
    let frame = Frame::new(&id, &drawn.title, &drawn.lead).language(language).accent(accent);
    drawn.svg = charts::for_screens(&frame, |frame| charts::horizontal_bars(frame, &bars, 0));
    Ok(drawn)
}
