//! What the pages of the Agenda say in the same words, wherever they are.

use axum::http::StatusCode;
use charts::{Colour, Day, Frame, Language, TermGroup, TimelineItem};
use jiff::civil::Date;
use kernel::vocabulary;
use participation::service::Site;
use texts::{Args, key};
use web::{
    Form, Page, Visit, WebError,
    page::{Choice, Fact},
};

use crate::{
    Action, ActionContent, ActionState, AgendaError, Indicator, IndicatorContent, Place, Polarity,
    VersionState,
    rules::{Gap, GapKind, Term},
    version::{StartsFrom, Version},
};

/// The status of a form that comes back.
pub const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// The body of a visit, as letters name it.
pub fn site(visit: &Visit) -> Result<Site, WebError> {
    let body = visit.body()?;
    Ok(Site {
        body: body.id,
        slug: body.slug.clone(),
        name: body.name.clone(),
        base_url: visit.app.config().base_url.clone(),
    })
}

/// The body of a visit, as the Agenda's addresses name it.
pub fn place(visit: &Visit) -> Result<Place, WebError> {
    let body = visit.body()?;
    Ok(Place { body: body.id, slug: body.slug.clone() })
}

/// Where the editor of the Agenda is.
pub fn desk_href(visit: &Visit) -> Result<String, WebError> {
    Ok(format!("/{}/scrivania/agenda", visit.body()?.slug))
}

/// The day of the visit, in Italy.
pub fn today(visit: &Visit) -> Date {
    visit.app.store().clock().now().day()
}

/// A failure that no form can mend.
pub fn failure(error: AgendaError) -> WebError {
    match error {
        AgendaError::NotFound => WebError::NotFound,
        AgendaError::Store(error) => WebError::Store(error),
        other => WebError::Internal(other.to_string()),
    }
}

/// A refusal in the visitor's words.
pub fn refusal(visit: &Visit, error: &AgendaError) -> String {
    let mut args = Args::new();
    args.set("state", error.state_key().map(|key| visit.t(key)).unwrap_or_default());
    if let AgendaError::Idea(error) = error {
        args.set("n", error.n().unwrap_or_default());
    }
    visit.app.texts().format(visit.lang, error.key(), &args)
}

/// The form that comes back after a refusal; a failure goes on as a failure.
pub fn refused(
    visit: &Visit,
    pairs: Vec<(String, String)>,
    error: AgendaError,
) -> Result<Form, WebError> {
    match error {
        AgendaError::Invalid(errors) => Ok(Form::refused(visit, pairs, &errors)),
        AgendaError::NotFound | AgendaError::Store(_) => Err(failure(error)),
        AgendaError::ReasonNeeded => {
            Ok(Form::filled(pairs).with_error("reason", refusal(visit, &error)))
        }
        other => {
            let text = refusal(visit, &other);
            Ok(Form::filled(pairs).with_error("", text))
        }
    }
}

/// The kind of badge of an action's state.
pub const fn action_kind(state: ActionState) -> &'static str {
    match state {
        ActionState::Proposed | ActionState::UnderReview => "neutral",
        ActionState::Admitted | ActionState::InProgress => "info",
        ActionState::Approved => "primary",
        ActionState::Completed => "success",
        ActionState::Suspended | ActionState::Rescheduled => "warning",
        ActionState::Abandoned => "danger",
    }
}

/// The kind of badge of a version's state.
pub const fn version_kind(state: VersionState) -> &'static str {
    match state {
        VersionState::Draft => "neutral",
        VersionState::Approved => "info",
        VersionState::Published => "success",
        VersionState::Superseded => "warning",
    }
}

/// The snapshot of the profile a version starts from, in words.
pub struct Starts {
    /// The sentence.
    pub text: String,
    /// What the snapshot is called.
    pub title: String,
    /// Its page; empty while it is not public.
    pub href: String,
}

/// What a version says of the snapshot it starts from.
pub async fn starts_from(
    visit: &Visit,
    page: &Page,
    from: Option<&StartsFrom>,
) -> Result<Option<Starts>, WebError> {
    let Some(from) = from else { return Ok(None) };
    Ok(Some(Starts {
        text: page.ts(key!("agenda-starts-from"), page.date(&from.day.to_string())),
        title: from.title.clone(),
        href: snapshot_href(visit, from.number).await?,
    }))
}

/// Where everybody reads a snapshot of the profile; empty while it is not public.
pub async fn snapshot_href(visit: &Visit, number: i64) -> Result<String, WebError> {
    let (store, body) = (visit.app.store(), visit.body()?);
    let found = profile::snapshot::one(store.read(), store.engine(), body.id, number).await;
    let found = found.map_err(|error| failure(error.into()))?;
    let public = found.is_some_and(|one| one.published_at.is_some());
    Ok(if public { format!("/{}/profilo/fotografie/{number}", body.slug) } else { String::new() })
}

/// Codes of users' areas in words, separated by commas.
pub fn areas(visit: &Visit, codes: &[String]) -> String {
    let list = vocabulary::areas();
    codes.iter().map(|code| list.label(code, visit.lang.tag())).collect::<Vec<_>>().join(", ")
}

/// Codes of municipalities in words; the whole territory when there are none.
pub fn municipalities(visit: &Visit, codes: &[String]) -> String {
    if codes.is_empty() {
        return visit.t(key!("agenda-everywhere"));
    }
    let list = vocabulary::municipalities();
    codes.iter().map(|code| list.label(code, visit.lang.tag())).collect::<Vec<_>>().join(", ")
}

/// The last day of an action, as people say it.
pub fn due(visit: &Visit, page: &Page, end: Option<Date>) -> String {
    end.map_or_else(String::new, |day| {
        let mut args = Args::new();
        args.set("x", page.date(&day.to_string()));
        visit.app.texts().format(visit.lang, key!("agenda-by"), &args)
    })
}

/// A day in words; empty without one.
pub fn day(page: &Page, day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| page.date(&day.to_string()))
}

/// A value with its unit, in the page's language.
pub fn quantity(page: &Page, indicator: &IndicatorContent, value: f64) -> String {
    let number = page.decimal(value, usize::from(indicator.decimals));
    if indicator.unit.starts_with('%') {
        format!("{number}\u{a0}{}", indicator.unit)
    } else {
        format!("{number} {}", indicator.unit).trim_end().to_owned()
    }
}

/// Where an indicator starts, in words; empty when nobody said.
pub fn baseline(page: &Page, indicator: &IndicatorContent) -> String {
    match (indicator.baseline, indicator.baseline_due) {
        (Some(value), _) => {
            let value = quantity(page, indicator, value);
            match indicator.baseline_day {
                Some(at) => format!("{value} ({})", page.date(&at.to_string())),
                None => value,
            }
        }
        (None, Some(due)) => page.ts(key!("agenda-baseline-due"), page.date(&due.to_string())),
        (None, None) => String::new(),
    }
}

/// Where an indicator should be, in words, one line a day.
pub fn targets(page: &Page, indicator: &IndicatorContent) -> Vec<String> {
    indicator
        .targets
        .iter()
        .map(|target| {
            let mut args = Args::new();
            args.set("day", page.date(&target.day.to_string()));
            args.set("max", quantity(page, indicator, target.max));
            if indicator.polarity == Some(Polarity::Range) {
                let low = page.decimal(target.min, usize::from(indicator.decimals));
                args.set("min", low);
                page.ta(key!("agenda-target-range"), &args)
            } else {
                page.ta(key!("agenda-target-value"), &args)
            }
        })
        .collect()
}

/// What an indicator is, as terms and what they say; empty ones are left out.
pub fn indicator_facts(page: &Page, indicator: &Indicator) -> Vec<Fact> {
    let c = &indicator.content;
    let say = |found: Option<&'static str>| found.map(|key| page.t(key)).unwrap_or_default();
    facts(
        page,
        [
            (key!("agenda-f-definition"), c.definition.clone()),
            (key!("agenda-f-baseline"), baseline(page, c)),
            (key!("agenda-f-targets"), targets(page, c).join("\n")),
            (key!("agenda-f-polarity"), say(c.polarity.map(Polarity::key))),
            (key!("agenda-f-source"), c.source.clone()),
            (key!("agenda-f-frequency"), say(c.frequency.map(crate::Frequency::key))),
            (key!("agenda-f-kind"), page.t(c.kind.key())),
            (key!("agenda-f-formula"), c.formula.clone()),
            (key!("agenda-f-reader"), c.responsible.clone()),
        ],
    )
}

/// What an action is, as terms and what they say: who, when, how much, for whom.
pub fn action_facts(visit: &Visit, page: &Page, content: &ActionContent) -> Vec<Fact> {
    let c = content;
    let from_to = match (c.start, c.end) {
        (Some(a), Some(b)) => {
            let mut args = Args::new();
            args.set("from", page.date(&a.to_string()));
            args.set("to", page.date(&b.to_string()));
            page.ta(key!("agenda-from-to"), &args)
        }
        (None, Some(_)) => due(visit, page, c.end),
        (Some(a), None) => page.ts(key!("agenda-from"), page.date(&a.to_string())),
        (None, None) => String::new(),
    };
    let level =
        |code: &str| vocabulary::interactivity_levels().label(code, visit.lang.tag()).to_owned();
    let levels = match (c.level_from.as_str(), c.level_to.as_str()) {
        ("", "") => String::new(),
        ("", to) => level(to),
        (from, "") => level(from),
        (from, to) => format!("{} → {}", level(from), level(to)),
    };
    facts(
        page,
        [
            (key!("agenda-f-responsible"), c.responsible.clone()),
            (key!("agenda-f-partners"), c.partners.join("\n")),
            (key!("agenda-f-when"), from_to),
            (key!("agenda-f-areas"), areas(visit, &c.areas)),
            (key!("agenda-f-where"), municipalities(visit, &c.municipalities)),
            (
                key!("agenda-f-cost"),
                c.cost.map_or_else(|| page.t(key!("agenda-cost-unknown")), |c| page.money(c.0)),
            ),
            (key!("agenda-f-funding"), funding(page, c)),
            (key!("agenda-f-kind"), page.t(c.kind.key())),
            (key!("agenda-f-levels"), levels),
            (key!("agenda-f-services"), c.services.join(", ")),
            (key!("agenda-f-databases"), c.databases.join(", ")),
            (key!("agenda-f-facts-source"), c.source.clone()),
        ],
    )
}

fn funding(page: &Page, content: &ActionContent) -> String {
    let line = |part: &crate::Funding| match part.cents {
        Some(cents) => format!("{}: {}", part.source, page.money(cents.0)),
        None => format!("{}: {}", part.source, page.t(key!("agenda-funding-open"))),
    };
    content.funding.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn facts<const N: usize>(page: &Page, all: [(&'static str, String); N]) -> Vec<Fact> {
    all.into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| Fact { label: page.t(key), text })
        .collect()
}

/// Choices from a list of codes with a key each.
pub fn choices<const N: usize>(page: &Page, all: [(&'static str, &'static str); N]) -> Vec<Choice> {
    all.into_iter()
        .map(|(value, key)| Choice {
            value: value.to_owned(),
            label: page.t(key),
            hint: String::new(),
        })
        .collect()
}

/// The line that says which version one reads.
pub fn version_line(page: &Page, version: &Version) -> String {
    let mut args = Args::new();
    args.set("number", version.number);
    args.set("act", version.act.clone());
    args.set("day", day(page, version.approved));
    page.ta(key!("agenda-version-line"), &args)
}

/// A gap of the checklist in words, and where it is mended.
#[derive(Debug, Clone)]
pub struct GapView {
    /// What is missing.
    pub text: String,
    /// Where to mend it.
    pub href: String,
    /// Whether an approval is refused for it.
    pub blocks: bool,
}

/// A gap in words with its link; `root` is the editor's address.
pub fn gap(visit: &Visit, root: &str, gap: &Gap) -> GapView {
    let mut args = Args::new();
    args.set("code", gap.code.clone());
    let text = visit.app.texts().format(visit.lang, gap.kind.key(), &args);
    GapView { text, href: format!("{root}{}", mend(gap)), blocks: gap.blocks() }
}

fn mend(gap: &Gap) -> String {
    let (action, code) = (&gap.action, &gap.code);
    let in_action = |field: &str| format!("/azioni/{action}/modifica#f-{field}");
    let in_indicator = |field: &str| format!("/indicatori/{code}#f-{field}");
    match gap.kind {
        GapKind::NoActions => "/azioni/nuova".into(),
        GapKind::NoTitle => "/bozza#f-title".into(),
        GapKind::NoPromise => "/bozza#f-promise".into(),
        GapKind::NoEnd
        | GapKind::EndBeforeStart
        | GapKind::BeyondThreeYears
        | GapKind::AlreadyOver => in_action("end"),
        GapKind::NoResponsible => in_action("responsible"),
        GapKind::NoSummary => in_action("summary"),
        GapKind::NoInclusion => in_action("inclusion"),
        GapKind::FundingDiffers => in_action("cost"),
        GapKind::NoOrigin => format!("/azioni/{action}#origini"),
        GapKind::NoResult => format!("/azioni/{action}/risultati/nuovo"),
        GapKind::NoIndicator => format!("/azioni/{action}/risultati/{code}/indicatori/nuovo"),
        GapKind::NoUnit => in_indicator("unit"),
        GapKind::NoPolarity => in_indicator("polarity"),
        GapKind::NoSource => in_indicator("source"),
        GapKind::NoFrequency => in_indicator("frequency"),
        GapKind::NoTarget | GapKind::TargetShape | GapKind::TargetNotBetter => {
            in_indicator("target_day")
        }
        GapKind::NoBaseline => in_indicator("baseline"),
    }
}

/// The words of a term as the title of a group.
pub fn term_title(page: &Page, term: Term) -> String {
    page.t(term.key())
}

/// A day for a chart.
pub fn chart_day(day: Date) -> Option<Day> {
    let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    Day::new(i32::from(day.year()), month, of_month)
}

/// The frame of a chart in the body's colour and the visitor's language.
pub fn frame<'a>(visit: &Visit, id: &'a str, title: &'a str, description: &'a str) -> Frame<'a> {
    let language = if visit.lang == texts::Lang::It { Language::It } else { Language::En };
    let frame = Frame::new(id, title, description).language(language);
    match visit.body.as_ref().and_then(|body| Colour::parse(&body.color)) {
        Some(colour) => frame.accent(colour),
        None => frame,
    }
}

/// A picture of which action runs when; `actions` come with the term each belongs to.
pub fn timeline(visit: &Visit, page: &Page, actions: &[(Term, &Action)]) -> String {
    let titles: Vec<(Term, String)> =
        Term::ALL.into_iter().map(|term| (term, term_title(page, term))).collect();
    let groups: Vec<TermGroup<'_>> = titles
        .iter()
        .map(|(term, title)| TermGroup {
            title,
            items: actions
                .iter()
                .filter(|(of, _)| of == term)
                .filter_map(|(_, action)| {
                    Some(TimelineItem {
                        code: &action.code,
                        label: &action.content.title,
                        start: action.content.start.and_then(chart_day),
                        end: chart_day(action.content.end?)?,
                    })
                })
                .collect(),
        })
        .collect();
    let (title, description) =
        (page.t(key!("agenda-timeline")), page.t(key!("agenda-timeline-text")));
    let frame = frame(visit, "quando", &title, &description);
    let today = chart_day(today(visit));
    charts::for_screens(&frame, |frame| charts::timeline(frame, &groups, today))
}
