//! Are they keeping the promise? Late and silent first.

use agenda::pages::view as said;
use askama::Template;
use axum::{extract::Path, response::Response};
use charts::Bar;
use texts::{Args, key};
use web::{Page, Visit, WebError, page::ThreadItem};

use super::view::{self, IndicatorView, ReadingRow};
use crate::{
    Status,
    query::{FollowUp, follow_up, history},
};

/// How many indicators have each status, as one sentence.
pub(super) fn sentence(page: &Page, follow: &FollowUp) -> String {
    let mut parts = Vec::new();
    for status in Status::ALL {
        let n = follow.count(status) as i64;
        if n > 0 {
            parts.push(page.tn(count_key(status), n));
        }
    }
    let all = follow.indicators().count() as i64;
    if parts.is_empty() {
        return page.t(key!("monitoring-no-indicators"));
    }
    let mut args = Args::new();
    args.set("n", all);
    args.set("parts", parts.join(", "));
    page.ta(key!("monitoring-sentence"), &args)
}

fn count_key(status: Status) -> &'static str {
    match status {
        Status::LateData => key!("monitoring-count-late"),
        Status::NoData => key!("monitoring-count-no-data"),
        Status::Behind => key!("monitoring-count-behind"),
        Status::OnTrack => key!("monitoring-count-on-track"),
        Status::Reached => key!("monitoring-count-reached"),
    }
}

/// An action with its indicators.
struct ActionView {
    href: String,
    title: String,
    state: (String, &'static str),
    reason: String,
    indicators: Vec<IndicatorView>,
}

#[derive(Template)]
#[template(path = "monitoring_follow_up.html")]
struct FollowUpPage {
    page: Page,
    agenda: String,
    published: bool,
    sentence: String,
    day: String,
    percent: i64,
    percent_text: String,
    chart: String,
    counts: Vec<(String, &'static str, i64)>,
    actions: Vec<ActionView>,
}

/// `/{body}/monitoraggio`
pub async fn page(visit: Visit) -> Result<Response, WebError> {
    let today = said::today(&visit);
    let found = follow_up(visit.app.store(), visit.body_id()?, today).await;
    let follow = found.map_err(view::failure)?;
    let page = Page::new(&visit, visit.t(key!("nav-monitoring")));
    let agenda = said::place(&visit)?.agenda_href();
    let day = page.date(&today.to_string());
    let answer = match follow {
        Some(follow) => FollowUpPage {
            published: true,
            sentence: sentence(&page, &follow),
            percent: follow.progress().map_or(-1, view::percent),
            percent_text: follow
                .progress()
                .map(|share| format!("{} %", view::percent(share)))
                .unwrap_or_default(),
            chart: counts_chart(&visit, &page, &follow),
            counts: Status::ALL
                .into_iter()
                .map(|s| (page.t(s.key()), view::status_kind(s), follow.count(s) as i64))
                .collect(),
            actions: actions(&visit, &page, &agenda, &follow).await?,
            page,
            agenda,
            day,
        },
        None => FollowUpPage {
            published: false,
            sentence: String::new(),
            percent: -1,
            percent_text: String::new(),
            chart: String::new(),
            counts: Vec::new(),
            actions: Vec::new(),
            page,
            agenda,
            day,
        },
    };
    web::html(&answer)
}

async fn actions(
    visit: &Visit,
    page: &Page,
    agenda: &str,
    follow: &FollowUp,
) -> Result<Vec<ActionView>, WebError> {
    use ::agenda::ActionState as S;
    let mut list = Vec::with_capacity(follow.actions.len());
    for one in &follow.actions {
        // Only who stopped or moved owes a reason beside the number.
        let stopped = matches!(one.state, S::Suspended | S::Rescheduled | S::Abandoned);
        let reason = if stopped {
            let (store, body) = (visit.app.store(), visit.body_id()?);
            let changes = ::agenda::query::action_changes(store, body, one.action.id).await;
            changes.map_err(said::failure)?.last().map(|c| c.reason.clone()).unwrap_or_default()
        } else {
            String::new()
        };
        list.push(ActionView {
            href: format!("{agenda}/azioni/{}", one.action.code),
            title: format!("{} {}", one.action.code, one.action.content.title),
            state: (page.t(one.state.key()), said::action_kind(one.state)),
            reason,
            indicators: one.indicators.iter().map(|i| view::indicator(visit, page, i)).collect(),
        });
    }
    Ok(list)
}

fn counts_chart(visit: &Visit, page: &Page, follow: &FollowUp) -> String {
    let labels = Status::ALL.map(|status| page.t(status.key()));
    let bars: Vec<Bar<'_>> = Status::ALL
        .into_iter()
        .zip(&labels)
        .map(|(status, label)| Bar { label, value: Some(follow.count(status) as f64) })
        .collect();
    let (title, description) = (page.t(key!("monitoring-counts")), sentence(page, follow));
    let frame = said::frame(visit, "stato", &title, &description);
    charts::for_screens(&frame, |frame| charts::horizontal_bars(frame, &bars, 0))
}

#[derive(Template)]
#[template(path = "monitoring_indicator.html")]
struct IndicatorPage {
    page: Page,
    seen: IndicatorView,
    percent_text: String,
    history: Vec<ReadingRow>,
    action: (String, String),
    result: String,
    thread: Vec<ThreadItem>,
}

/// `/{body}/monitoraggio/{indicator}`: one indicator with all its readings, corrected ones as well.
pub async fn indicator(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let found = follow_up(store, body, said::today(&visit)).await.map_err(view::failure)?;
    let follow = found.ok_or(WebError::NotFound)?;
    let (of, one) = follow
        .actions
        .iter()
        .find_map(|a| a.indicators.iter().find(|i| i.indicator.code == code).map(|i| (a, i)))
        .ok_or(WebError::NotFound)?;
    let result = of.action.results.iter().find(|r| r.indicators.iter().any(|i| i.code == code));
    // A number that still waits to be validated is not public.
    let mut readings = history(store, body, one.indicator.id).await.map_err(view::failure)?;
    readings.retain(|r| r.validated);
    let here = format!("/{}/monitoraggio", visit.body()?.slug);
    let page = Page::new(&visit, one.indicator.content.name.clone())
        .under(here, visit.t(key!("nav-monitoring")));
    let label = format!("{} {}", one.indicator.code, one.indicator.content.name);
    let seen = view::indicator(&visit, &page, one);
    web::html(&IndicatorPage {
        percent_text: format!("{} %", seen.percent),
        seen,
        history: view::rows(&page, &one.indicator, &readings),
        action: (
            said::place(&visit)?.action_href(&of.action.code),
            format!("{} {}", of.action.code, of.action.content.title),
        ),
        result: result.map(|r| r.content.text.clone()).unwrap_or_default(),
        thread: web::thread::items(&visit, ("indicator", one.indicator.id), &label).await?,
        page,
    })
}
