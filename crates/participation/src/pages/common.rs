//! What the pages of this phase share: addresses, words of a state, choices, refusals.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use identity::{Identity, body::Municipality};
use jiff::civil::Date;
use kernel::{Instant, form::FieldError, vocabulary};
use texts::{Args, key};
use web::{
    Visit, WebError,
    page::{Choice, Fact, Step},
};

use crate::{
    ParticipationError, letters,
    model::{IdeaState, PathState, PhaseKind, Reason},
    rules,
    service::{Site, once::Once, paths},
    store::{Idea, Path, Phase, Step as History},
};

/// The body of a visit as services name it.
pub(crate) fn site(visit: &Visit) -> Result<Site, WebError> {
    let body = visit.body()?;
    Ok(Site {
        body: body.id,
        slug: body.slug.clone(),
        name: body.name.clone(),
        base_url: visit.app.config().base_url.clone(),
    })
}

/// A refusal in the visitor's language.
pub(crate) fn said(visit: &Visit, error: &ParticipationError) -> String {
    visit.tn(error.key(), error.n().unwrap_or_default())
}

impl From<ParticipationError> for WebError {
    fn from(error: ParticipationError) -> Self {
        use ParticipationError as E;
        match error {
            E::Store(error) => Self::Store(error),
            E::NoSuchPath | E::NoSuchPhase | E::NoSuchIdea | E::NoSuchCode | E::NoSuchComment => {
                Self::NotFound
            }
            E::Invalid(_)
            | E::SlugTaken
            | E::NotListening
            | E::SupportClosed
            | E::IdeasUnanswered(_)
            | E::Path(_)
            | E::Idea(_) => Self::BadRequest,
        }
    }
}

/// Tells a refusal that a page can explain from a failure that it cannot.
pub(crate) fn refusal(error: ParticipationError) -> Result<ParticipationError, WebError> {
    use ParticipationError as E;
    match error {
        E::Store(_) | E::NoSuchPath | E::NoSuchIdea | E::NoSuchPhase | E::NoSuchComment => {
            Err(error.into())
        }
        _ => Ok(error),
    }
}

/// A page with another status than 200.
pub(crate) fn with_status(mut response: Response, status: StatusCode) -> Response {
    *response.status_mut() = status;
    response
}

/// A page that no browser and no proxy may keep.
pub(crate) fn not_kept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The random word of a form: with it, sending twice is sending once.
pub(crate) fn mark(visit: &Visit) -> String {
    visit.app.store().dice().code(20)
}

/// The sending of a form that holds its word in `invio`.
pub(crate) fn once(visit: &Visit, pairs: &[(String, String)]) -> Once {
    let word = typed(pairs, "invio");
    let written: Vec<(String, String)> =
        pairs.iter().filter(|(name, _)| name != "invio").cloned().collect();
    Once::of(&visit.path, word, &written)
}

/// What was typed in a field, spaces around it dropped.
pub(crate) fn typed<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

/// A refused field that belongs to no form reader.
pub(crate) fn wrong(field: &'static str, key: &'static str) -> Vec<FieldError> {
    vec![FieldError { field, key, n: None }]
}

/// A text of lines as paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

/// The beginning of a text, cut between two words.
pub(crate) fn beginning(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', '.', ';', ':']))
}

/// The day of a moment, for `page.date`.
pub(crate) fn day(ms: i64) -> String {
    Instant(ms).day().to_string()
}

/// Today in Italy.
pub(crate) fn today(visit: &Visit) -> Date {
    visit.app.store().clock().today()
}

/// A day in words.
pub(crate) fn long_day(visit: &Visit, day: Date) -> String {
    if visit.lang == texts::Lang::It {
        kernel::italian::long_date(day)
    } else {
        kernel::italian::long_date_en(day)
    }
}

/// A text with the words `$x`.
pub(crate) fn ts(visit: &Visit, key: &str, x: &str) -> String {
    let mut args = Args::new();
    args.set("x", x);
    visit.app.texts().format(visit.lang, key, &args)
}

/// From a day to another, in words.
pub(crate) fn from_to(visit: &Visit, phase: &Phase) -> String {
    let mut args = Args::new();
    args.set("from", long_day(visit, phase.from));
    args.set("to", long_day(visit, phase.to));
    visit.app.texts().format(visit.lang, key!("path-from-to"), &args)
}

/// How a state looks.
pub(crate) const fn kind(state: IdeaState) -> &'static str {
    match state {
        IdeaState::Received
        | IdeaState::Refused
        | IdeaState::NotAdmitted
        | IdeaState::NotPrioritised
        | IdeaState::KeptForLater
        | IdeaState::Withdrawn => "neutral",
        IdeaState::ChangesRequested => "warning",
        IdeaState::Published => "info",
        IdeaState::InReview | IdeaState::Grouped | IdeaState::OnBallot => "primary",
        IdeaState::Admitted | IdeaState::Prioritised | IdeaState::InAction | IdeaState::InPact => {
            "success"
        }
    }
}

/// Where a path is on the strip of five phases: 0 before, 6 after.
pub(crate) fn strip(path: &Path) -> i64 {
    let state = match path.state {
        PathState::Suspended => path.state_before.unwrap_or(PathState::Preparation),
        state => state,
    };
    match state {
        PathState::Preparation | PathState::Suspended | PathState::Withdrawn => 0,
        PathState::Knowledge => 1,
        PathState::Listening => 2,
        PathState::Review | PathState::Decision => 3,
        PathState::AgendaApproved => 4,
        PathState::Monitoring => 5,
        PathState::Closed => 6,
    }
}

/// Whether a path takes ideas on a day.
pub(crate) fn listens(path: &Path, phases: &[Phase], day: Date) -> bool {
    let mut listening = phases.iter().filter(|phase| phase.kind == PhaseKind::Listening).peekable();
    path.state == PathState::Listening
        && (listening.peek().is_none()
            || listening.any(|phase| phase.from <= day && day <= phase.to))
}

/// The phases of a path on a line, each with its dates.
pub(crate) fn line(visit: &Visit, phases: &[Phase], day: Date) -> Vec<Step> {
    phases
        .iter()
        .map(|phase| {
            let status = if phase.to < day {
                "done"
            } else if phase.from <= day {
                "current"
            } else {
                "todo"
            };
            let dates = from_to(visit, phase);
            Step {
                label: phase.title.clone(),
                date: String::new(),
                text: if phase.text.is_empty() {
                    dates
                } else {
                    format!("{dates}. {}", phase.text)
                },
                status: status.into(),
            }
        })
        .collect()
}

/// The history of an idea on a line, and the answer that still has to come.
pub(crate) fn history(visit: &Visit, idea: &Idea, steps: &[History]) -> Vec<Step> {
    let last = steps.len().saturating_sub(1);
    let mut line: Vec<Step> = steps
        .iter()
        .enumerate()
        .map(|(n, step)| Step {
            label: visit.t(step.state.label()),
            date: day(step.at),
            // The answer has a box of its own.
            text: if step.note == idea.answer { String::new() } else { step.note.clone() },
            status: if n == last { "current" } else { "done" }.into(),
        })
        .collect();
    if idea.state.lacks_answer() && !idea.path_state.is_over() {
        line.push(Step {
            label: visit.t(key!("idea-step-answer")),
            date: String::new(),
            text: String::new(),
            status: "todo".into(),
        });
    }
    line
}

/// A closed list as the choices of a form.
macro_rules! choices {
    ($visit:expr, $list:ty) => {
        choices!($visit, $list, |_| true)
    };
    ($visit:expr, $list:ty, $wanted:expr) => {
        <$list>::ALL
            .iter()
            .copied()
            .filter($wanted)
            .map(|word| web::page::Choice {
                value: word.code().to_owned(),
                label: $visit.t(word.label()),
                hint: String::new(),
            })
            .collect::<Vec<_>>()
    };
}
pub(crate) use choices;

/// The ISTAT areas as choices, in the visitor's language.
pub(crate) fn areas(visit: &Visit) -> Vec<Choice> {
    web::form::choices(visit, vocabulary::areas())
}

/// The reasons a person may be given before any vote.
pub(crate) fn reasons(visit: &Visit) -> Vec<Choice> {
    choices!(visit, Reason, |reason| *reason != Reason::NotChosenInVote)
}

/// Who an idea is for, in words.
pub(crate) fn who(visit: &Visit, for_whom: &str, areas: &[&str]) -> String {
    if !for_whom.is_empty() {
        return for_whom.to_owned();
    }
    let list = vocabulary::areas();
    areas.iter().map(|code| list.label(code, visit.lang.tag())).collect::<Vec<_>>().join(", ")
}

/// The municipalities of the body of a visit.
#[derive(Debug, Clone)]
pub(crate) struct Places(Vec<Municipality>);

impl Places {
    pub(crate) async fn of(visit: &Visit, identity: &Identity) -> Result<Self, WebError> {
        Ok(Self(identity.municipalities(visit.body_id()?).await?))
    }

    pub(crate) fn codes(&self) -> Vec<&str> {
        self.0.iter().map(|place| place.istat.as_str()).collect()
    }

    /// The name of a place; one that left the body keeps its name.
    pub(crate) fn name(&self, istat: &str) -> String {
        match self.0.iter().find(|place| place.istat == istat) {
            Some(place) => place.name.clone(),
            None if istat.is_empty() => String::new(),
            None => vocabulary::municipalities().label(istat, "it").to_owned(),
        }
    }

    /// The choices of a form; none where there is nothing to choose.
    pub(crate) fn choices(&self) -> Vec<Choice> {
        if self.0.len() < 2 {
            return Vec::new();
        }
        let choice = |place: &Municipality| Choice {
            value: place.istat.clone(),
            label: place.name.clone(),
            hint: String::new(),
        };
        self.0.iter().map(choice).collect()
    }
}

/// What the desk says of an idea beside its text.
pub(crate) fn facts(visit: &Visit, idea: &Idea, places: &Places) -> Vec<Fact> {
    let areas: Vec<&str> = idea.areas().collect();
    [
        (key!("idea-fact-who"), who(visit, &idea.for_whom, &areas)),
        (key!("idea-fact-place"), places.name(&idea.municipality)),
        (key!("idea-fact-channel"), visit.t(idea.channel.label())),
        (key!("idea-fact-contributor"), visit.t(idea.contributor.label())),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| Fact { label: visit.t(label), text })
    .collect()
}

/// A piece of a text, and what it looks like when it may be personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) hint: String,
}

/// A text cut where something looks like personal data.
pub(crate) fn pieces(visit: &Visit, text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let piece = |text: &str, hint: String| Piece { text: text.to_owned(), hint };
    for found in rules::personal_traces(text) {
        // Two traces may overlap: the first one is shown.
        if found.at.start < from {
            continue;
        }
        pieces.push(piece(&text[from..found.at.start], String::new()));
        pieces.push(piece(&text[found.at.clone()], visit.t(found.hint.label())));
        from = found.at.end;
    }
    pieces.push(piece(&text[from..], String::new()));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Something alike: its title and where it is.
#[derive(Debug, Clone)]
pub(crate) struct Alike {
    pub(crate) title: String,
    pub(crate) href: String,
}

/// Public ideas whose title says something alike, at most three.
pub(crate) async fn alike(visit: &Visit, title: &str) -> Result<Vec<Alike>, WebError> {
    let wanted = kernel::italian::stems(title);
    let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let hits = store::search::alike(visit.app.store(), visit.body_id()?, "idea", title, 20).await?;
    let near = |title: &str| {
        let stems = kernel::italian::stems(title);
        let shared =
            words.iter().filter(|word| stems.split(' ').any(|stem| stem == **word)).count();
        let least = words.len().min(stems.split(' ').count());
        shared >= 2 || (shared == 1 && least == 1)
    };
    Ok(hits
        .into_iter()
        .filter(|hit| near(&hit.title))
        .take(3)
        .map(|hit| Alike { title: hit.title, href: hit.href })
        .collect())
}

/// The whole text of the letter that would tell the author of a step.
pub(crate) fn letter(
    visit: &Visit,
    idea: &Idea,
    state: IdeaState,
    note: &str,
) -> Result<String, WebError> {
    let site = site(visit)?;
    let link = if state.is_public() {
        format!("{}{}", site.base_url, site.idea_href(&idea.path_slug, idea.number))
    } else {
        site.follow_link()
    };
    let about = letters::About {
        body: &site.name,
        title: &idea.title,
        number: idea.number,
        state: state.label(),
        note,
        link: &link,
    };
    Ok(letters::moved(&about).content)
}

/// The path of a desk page, also in preparation.
pub(crate) async fn desk_path(visit: &Visit, slug: &str) -> Result<paths::PathPage, WebError> {
    Ok(paths::path_page(visit.app.store(), visit.body_id()?, slug, true).await?)
}

/// A public idea of the path in the address.
pub(crate) async fn public_idea(visit: &Visit, slug: &str, number: i64) -> Result<Idea, WebError> {
    let idea = desk_idea(visit, slug, number).await?;
    if idea.is_public() { Ok(idea) } else { Err(WebError::NotFound) }
}

/// An idea of the path in the address: a role on one path opens no idea of another.
pub(crate) async fn desk_idea(visit: &Visit, slug: &str, number: i64) -> Result<Idea, WebError> {
    let store = visit.app.store();
    crate::store::idea(store.read(), store.engine(), visit.body_id()?, number)
        .await?
        .filter(|idea| idea.path_slug == slug)
        .ok_or(WebError::NotFound)
}

/// The number of an idea in an address.
pub(crate) fn number(word: &str) -> Result<i64, WebError> {
    word.parse().ok().filter(|number| *number > 0).ok_or(WebError::NotFound)
}
