//! What was chosen and why, by both rules, and the files with which anybody counts again.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use fair_selection::{DecidedBy, Outcome, Verdict};
use texts::{Args, key};
use web::{Page, Visit, WebError, page::Fact};

use super::{
    desk_href, not_kept, public_day,
    shown::{lines, reader},
};
use crate::{
    counting::{self, Recount, Results},
    model::{DayState, OfficialRule},
    rules,
};

/// One project in the result.
struct Row {
    id: String,
    code: String,
    title: String,
    cost: String,
    approvals: i64,
    votes: String,
    /// Approvals and cost in words, then why.
    text: String,
    chosen: bool,
    other: bool,
    differs: bool,
    /// Why, by the rule that did not decide.
    other_why: String,
    change: String,
}

/// One choice of the official rule.
struct Round {
    number: String,
    title: String,
    cost: String,
    left: String,
}

#[derive(Template)]
#[template(path = "day_results.html")]
struct ResultsPage {
    page: Page,
    day_title: String,
    href: String,
    /// Not public yet: staff and guarantors check it.
    preview: bool,
    state: String,
    lead: String,
    stats: Vec<(String, String)>,
    voters: i64,
    rows: Vec<Row>,
    chosen_titles: Vec<(String, String)>,
    official: String,
    other: String,
    differs: bool,
    rounds: Vec<Round>,
    left: String,
    ties: Vec<String>,
    took_part: Vec<String>,
    facts: Vec<Fact>,
    files: String,
}

fn rule_name(rule: OfficialRule) -> &'static str {
    match rule {
        OfficialRule::EqualShares => key!("day-rule-equal-shares"),
        OfficialRule::Greedy => key!("day-rule-greedy"),
    }
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The titles of some codes, joined.
fn titles(results: &Results, codes: &[String]) -> String {
    let title = |code: &String| {
        let found = results.projects.iter().find(|r| r.project.fields.code == *code);
        found.map_or_else(|| code.clone(), |r| r.project.fields.title.clone())
    };
    codes.iter().map(title).collect::<Vec<_>>().join(", ")
}

fn ties(page: &Page, results: &Results, outcome: &Outcome) -> Vec<String> {
    outcome
        .ties
        .iter()
        .map(|tie| {
            let mut args = Args::new();
            args.set("round", i64::from(tie.round));
            args.set("tied", titles(results, &tie.tied));
            args.set("winner", titles(results, tie.tied.get(..1).unwrap_or_default()));
            let key = match tie.decided_by {
                DecidedBy::Cost => key!("day-tie-by-cost"),
                DecidedBy::Votes => key!("day-tie-by-votes"),
                DecidedBy::Order => key!("day-tie-by-order"),
            };
            page.ta(key, &args)
        })
        .collect()
}

/// Who took part; small groups are not told apart.
fn took_part(page: &Page, results: &Results, outcome: &Outcome) -> Vec<String> {
    let record = &results.record;
    let mut said = vec![
        page.tn(key!("day-part-present"), record.present),
        page.tn(key!("day-part-ballots"), record.ballots),
        page.tn(key!("day-part-without"), whole(outcome.totals.voters_without)),
        page.tn(key!("day-part-empty"), whole(outcome.totals.empty_ballots)),
    ];
    let [room, personal] = record.ballots_by_level;
    if record.ballots > 0 && [room, personal].iter().all(|n| *n == 0 || *n >= 5) {
        let mut args = Args::new();
        args.set("room", room);
        args.set("personal", personal);
        said.push(page.ta(key!("day-part-levels"), &args));
    }
    said
}

fn row(visit: &Visit, page: &Page, results: &Results, result: &counting::ProjectResult) -> Row {
    let greedy_decides = results.record.rules.official == OfficialRule::Greedy;
    let (official, other) = if greedy_decides {
        (&result.greedy, &result.equal_shares)
    } else {
        (&result.equal_shares, &result.greedy)
    };
    let fields = &result.project.fields;
    let also = matches!(other.verdict, Verdict::Chosen { .. });
    let mut args = Args::new();
    args.set("n", whole(result.approvals));
    args.set("of", results.record.ballots);
    let cost = page.money(fields.cost.0);
    args.set("cost", cost.as_str());
    let votes = page.ta(key!("day-result-votes"), &args);
    let reader = reader(visit);
    Row {
        id: format!("progetto-{}", fields.code.to_lowercase()),
        code: fields.code.clone(),
        title: fields.title.clone(),
        cost,
        approvals: whole(result.approvals),
        votes: page.number(whole(result.approvals)),
        text: format!("{votes} {}", reader.why(official)),
        chosen: result.chosen,
        other: also,
        differs: also != result.chosen,
        other_why: reader.why(other),
        change: if greedy_decides { reader.change(official) } else { String::new() },
    }
}

fn shown(visit: &Visit, results: &Results, preview: bool) -> Result<Response, WebError> {
    let day = &results.day;
    let page = Page::new(visit, visit.t(key!("day-results-title")));
    let page = if preview {
        page.under(desk_href(visit), visit.t(key!("desk-days")))
    } else {
        page.under(day.href.clone(), &day.fields.title)
    };
    let record = &results.record;
    let outcome = rules::official(record);
    let decides = record.rules.official;
    let not = if decides == OfficialRule::Greedy {
        OfficialRule::EqualShares
    } else {
        OfficialRule::Greedy
    };
    let rows: Vec<Row> = results.projects.iter().map(|r| row(visit, &page, results, r)).collect();
    let rounds = outcome
        .rounds
        .iter()
        .map(|round| Round {
            number: page.number(i64::from(round.number)),
            title: titles(results, std::slice::from_ref(&round.project)),
            cost: page.money(whole(round.cost_cents)),
            left: page.money(whole(round.remaining_cents)),
        })
        .collect();
    let chosen_titles = outcome
        .rounds
        .iter()
        .map(|round| {
            let title = titles(results, std::slice::from_ref(&round.project));
            (title, page.money(whole(round.cost_cents)))
        })
        .collect();
    let spent = page.money(whole(outcome.cost_cents));
    let budget = page.money(whole(outcome.budget_cents));
    let stat = |number: String, key| (number, page.t(key));
    let stats = vec![
        stat(page.number(outcome.selected.len() as i64), key!("day-stat-chosen")),
        stat(page.number(record.ballots), key!("day-stat-ballots")),
        (spent, page.ts(key!("day-stat-spent"), &budget)),
        stat(page.number(whole(outcome.totals.voters_without)), key!("day-stat-without")),
    ];
    let fact = |key, text: String| Fact { label: page.t(key), text };
    let facts = vec![
        fact(key!("day-counted-at"), page.instant(results.counted_at.0)),
        fact(key!("day-rules-hash"), record.rules_hash.clone()),
        fact(key!("day-record-hash"), results.hash.clone()),
        fact(key!("day-ballots-hash"), outcome.fingerprint.clone()),
    ];
    let files = if preview {
        format!("{}/{}/risultati", desk_href(visit), day.fields.slug)
    } else {
        format!("{}/risultati", day.href)
    };
    let lead = if outcome.selected.is_empty() {
        page.t(key!("day-results-lead-none"))
    } else {
        page.tn(key!("day-results-lead"), outcome.selected.len() as i64)
    };
    let template = ResultsPage {
        day_title: day.fields.title.clone(),
        href: day.href.clone(),
        preview,
        state: page.t(day.state.key()),
        lead,
        stats,
        voters: record.ballots.max(1),
        differs: rows.iter().any(|row| row.differs),
        rows,
        chosen_titles,
        official: page.t(rule_name(decides)),
        other: page.t(rule_name(not)),
        rounds,
        left: page.money(whole(outcome.budget_cents - outcome.cost_cents)),
        ties: ties(&page, results, outcome),
        took_part: took_part(&page, results, outcome),
        facts,
        files,
        page,
    };
    web::html(&template)
}

#[derive(Template)]
#[template(path = "day_no_results.html")]
struct NoResults {
    page: Page,
    href: String,
    text: String,
    reason: Vec<String>,
}

/// `/{body}/giornate/{day}/risultati`: once published; before, when it will be there.
pub async fn page(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let view = public_day(&visit, &slug).await?;
    if view.day.state == DayState::Published {
        let results = counting::results(visit.app.store(), visit.body_id()?, &slug).await?;
        return shown(&visit, &results, false);
    }
    let day = &view.day;
    let page = Page::new(&visit, visit.t(key!("day-results-title")))
        .under(day.href.clone(), &day.fields.title);
    let text = page.t(super::shown::meaning(day.state));
    web::html(&NoResults { page, href: day.href.clone(), text, reason: lines(&day.annul_reason) })
}

/// `/{body}/scrivania/giornate/{day}/risultati`: counted and not yet public.
pub async fn preview(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let results = counting::results_for_staff(visit.app.store(), visit.body_id()?, &slug).await?;
    shown(&visit, &results, true)
}

fn pabulib_file(slug: &str, recount: &Recount) -> Result<Response, WebError> {
    let kind = "text/plain; charset=utf-8";
    file(slug, "pb", kind, recount.pabulib()?)
}

fn json_file(slug: &str, recount: &Recount) -> Result<Response, WebError> {
    let text = serde_json::to_string_pretty(&recount.json()?)
        .map_err(|e| WebError::Internal(e.to_string()))?;
    file(slug, "json", "application/json", text)
}

fn file(slug: &str, ending: &str, kind: &'static str, text: String) -> Result<Response, WebError> {
    let name = format!("attachment; filename=\"{slug}.{ending}\"");
    let name = HeaderValue::from_str(&name).map_err(|e| WebError::Internal(e.to_string()))?;
    let kind = HeaderValue::from_static(kind);
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], text).into_response())
}

/// `/{body}/giornate/{day}/risultati/schede.pb`
pub async fn pabulib(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let recount = counting::recount(visit.app.store(), visit.body_id()?, &slug).await?;
    pabulib_file(&slug, &recount)
}

/// `/{body}/giornate/{day}/risultati/schede.json`
pub async fn json(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let recount = counting::recount(visit.app.store(), visit.body_id()?, &slug).await?;
    json_file(&slug, &recount)
}

/// `/{body}/scrivania/giornate/{day}/risultati/schede.pb`
pub async fn pabulib_preview(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let recount = counting::recount_for_staff(visit.app.store(), visit.body_id()?, &slug).await?;
    Ok(not_kept(pabulib_file(&slug, &recount)?))
}

/// `/{body}/scrivania/giornate/{day}/risultati/schede.json`
pub async fn json_preview(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let recount = counting::recount_for_staff(visit.app.store(), visit.body_id()?, &slug).await?;
    Ok(not_kept(json_file(&slug, &recount)?))
}
