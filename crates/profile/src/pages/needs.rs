//! "Di cosa hai bisogno?": one question a screen, then a few services and a person to talk to.
//!
//! What was answered travels in the address alone: no cookie, nothing kept.

use askama::Template;
use axum::response::Response;
use kernel::{italian, vocabulary};
use texts::key;
use web::{
    Asked, Page, Visit, WebError,
    page::{Choice, Fact},
};

use super::{below, unexpected, words};
use crate::{
    find,
    needs::{self, Answer, Ask, Card, Helping, Hotline, Reason},
    structured::ServiceChannel,
};

/// More municipalities than these are chosen from a list instead of buttons.
const MOST_BUTTONS: usize = 12;

/// The answer that means "anywhere".
const ANYWHERE: &str = "ovunque";

/// A big button.
struct Button {
    href: String,
    label: String,
    text: String,
}

/// A number to call.
struct Call {
    href: String,
    number: String,
    text: String,
}

fn calls(page: &Page, lines: &[Hotline]) -> Vec<Call> {
    let call = |line: &Hotline| Call {
        href: needs::tel(line.number),
        number: line.number.to_owned(),
        text: page.t(line.key),
    };
    lines.iter().map(call).collect()
}

/// One question.
#[derive(Template)]
#[template(path = "profile_needs.html")]
struct Question {
    page: Page,
    here: String,
    lead: String,
    step: String,
    said: String,
    free: bool,
    buttons: Vec<Button>,
    /// Answers given so far, for the form of places.
    given: Vec<(String, String)>,
    places: Vec<Choice>,
    skip: Option<Button>,
    contacts: String,
}

/// `/{body}/bisogni`
pub async fn page(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let words: String = asked.value("parole").chars().take(200).collect();
    let ask = Ask {
        need: needs::by_slug(asked.value("bisogno")).or_else(|| needs::recognise(&words)),
        whom: needs::WHOM.iter().find(|whom| whom.slug == asked.value("per")),
        municipality: find::municipality(asked.value("dove")),
        words,
    };
    let (store, body) = (visit.app.store(), visit.body_id()?);
    if ask.need.is_none() && ask.words.is_empty() {
        return web::html(&first(&visit)?);
    }
    // Who is afraid is not asked anything more.
    let urgent = ask.need.is_some_and(|need| !need.hotlines.is_empty());
    let asks_whom = ask.need.is_none_or(|need| need.asks_whom);
    if asks_whom && !urgent && ask.whom.is_none() {
        return web::html(&for_whom(&visit, &asked, &ask)?);
    }
    if !urgent && ask.municipality.is_none() && asked.value("dove").is_empty() {
        let codes = needs::municipalities(store, body).await.map_err(unexpected)?;
        if codes.len() > 1 {
            return web::html(&where_from(&visit, &asked, &ask, &codes)?);
        }
    }
    let answer = needs::answer(store, body, &ask).await.map_err(unexpected)?;
    web::html(&answered(&visit, &asked, &ask, answer)?)
}

impl Question {
    fn new(visit: &Visit, (title, lead, step): (&str, &str, &str)) -> Result<Self, WebError> {
        let here = below(visit, "bisogni")?;
        let (needs, title) = (visit.t(key!("needs-title")), visit.t(title));
        let page = Page::new(visit, title.clone());
        let page = if title == needs { page } else { page.under(&here, needs) };
        Ok(Self {
            lead: page.t(lead),
            step: page.t(step),
            said: String::new(),
            free: false,
            buttons: Vec::new(),
            given: Vec::new(),
            places: Vec::new(),
            skip: None,
            contacts: below(visit, "contatti")?,
            here,
            page,
        })
    }

    fn button(&self, query: &str, label: String, text: String) -> Button {
        Button { href: format!("{}{query}", self.here), label, text }
    }
}

fn first(visit: &Visit) -> Result<Question, WebError> {
    let words = (key!("needs-title"), key!("needs-lead"), key!("needs-step-1"));
    let mut question = Question::new(visit, words)?;
    let button = |need: &needs::Need| {
        let query = format!("?bisogno={}", need.slug);
        question.button(&query, visit.t(need.key), visit.t(need.text))
    };
    question.buttons = needs::NEEDS.iter().map(button).collect();
    question.free = true;
    Ok(question)
}

fn for_whom(visit: &Visit, asked: &Asked, ask: &Ask) -> Result<Question, WebError> {
    let words = (key!("needs-whom"), key!("needs-whom-lead"), key!("needs-step-2"));
    let mut question = Question::new(visit, words)?;
    let button = |whom: &needs::Whom| {
        question.button(&asked.with("per", whom.slug), visit.t(whom.key), String::new())
    };
    question.buttons = needs::WHOM.iter().map(button).collect();
    question.said.clone_from(&ask.words);
    Ok(question)
}

fn where_from(
    visit: &Visit,
    asked: &Asked,
    ask: &Ask,
    codes: &[String],
) -> Result<Question, WebError> {
    let words = (key!("needs-where"), key!("needs-where-lead"), key!("needs-step-3"));
    let mut question = Question::new(visit, words)?;
    let mut places: Vec<Choice> = codes
        .iter()
        .filter_map(|code| find::municipality(code))
        .map(|code| words::choice(code, vocabulary::municipalities().label(code, "it")))
        .collect();
    places.sort_by_key(|place| italian::fold(&place.label));
    if places.len() > MOST_BUTTONS {
        question.given = asked
            .0
            .iter()
            .filter(|(name, _)| name != "dove" && name != "lingua")
            .cloned()
            .collect();
        question.places = places;
    } else {
        let button = |place: &Choice| {
            question.button(&asked.with("dove", &place.value), place.label.clone(), String::new())
        };
        question.buttons = places.iter().map(button).collect();
    }
    let anywhere = asked.with("dove", ANYWHERE);
    question.skip =
        Some(question.button(&anywhere, visit.t(key!("needs-anywhere")), String::new()));
    question.said.clone_from(&ask.words);
    Ok(question)
}

/// A service that may help, as the page tells it.
struct Shown {
    href: String,
    name: String,
    text: String,
    facts: Vec<Fact>,
    phones: Vec<Call>,
    why: String,
    demo: bool,
}

/// Services and people.
#[derive(Template)]
#[template(path = "profile_needs_answer.html")]
struct Answered {
    page: Page,
    here: String,
    said: String,
    hotlines: Vec<Call>,
    services: Vec<Shown>,
    desk: Option<Shown>,
    email: String,
    contacts: String,
    all: String,
    elsewhere: String,
}

fn answered(visit: &Visit, asked: &Asked, ask: &Ask, answer: Answer) -> Result<Answered, WebError> {
    let here = below(visit, "bisogni")?;
    let services = below(visit, "profilo/servizi")?;
    let title = ask.need.map_or_else(|| visit.t(key!("needs-answer")), |need| visit.t(need.key));
    let page = Page::new(visit, title).under(&here, visit.t(key!("needs-title")));
    let near = asked.value("dove");
    let all = match find::municipality(near) {
        Some(code) => format!("{services}?vicino={code}"),
        None => services.clone(),
    };
    let town = ask.municipality;
    let helping = |one: &Helping| shown(&page, &services, &one.card, &one.reasons, town);
    Ok(Answered {
        said: ask.words.clone(),
        hotlines: calls(&page, ask.need.map_or(&[], |need| need.hotlines)),
        services: answer.services.iter().map(helping).collect(),
        desk: answer.desk.as_ref().map(|card| shown(&page, &services, card, &[], town)),
        email: visit.body()?.contact_email.clone(),
        contacts: below(visit, "contatti")?,
        elsewhere: if ask.municipality.is_some() {
            format!("{here}{}", asked.with("dove", ANYWHERE))
        } else {
            String::new()
        },
        all,
        here,
        page,
    })
}

fn shown(
    page: &Page,
    services: &str,
    card: &Card,
    reasons: &[Reason],
    town: Option<&str>,
) -> Shown {
    let fact = |label: &str, text: String| Fact { label: page.t(label), text };
    let channels = card.channels_near(town);
    let of_channels = |part: fn(&ServiceChannel) -> &String, own: &String| {
        if own.is_empty() {
            channels.iter().map(part).find(|text| !text.is_empty()).cloned().unwrap_or_default()
        } else {
            own.clone()
        }
    };
    let how = if card.how_to.is_empty() {
        words::labels(page, vocabulary::channels(), &card.channels)
    } else {
        card.how_to.clone()
    };
    let facts = [
        fact(key!("profile-ask-where"), of_channels(|channel| &channel.place, &card.place)),
        fact(key!("profile-ask-when"), of_channels(|channel| &channel.hours, &card.opening_hours)),
        fact(key!("profile-ask-how"), how),
        fact(key!("profile-ask-answers"), card.contact_office.clone()),
        fact(key!("profile-field-email"), of_channels(|channel| &channel.email, &card.email)),
        fact(key!("profile-ask-help"), card.assistance.clone()),
    ];
    let call = |number: String| Call {
        href: needs::tel(&number),
        text: page.ts(key!("needs-call"), &number),
        number,
    };
    let reasons: Vec<String> = reasons.iter().map(|reason| why(page, reason)).collect();
    Shown {
        href: format!("{services}/{}", card.code),
        name: card.name.clone(),
        text: if card.easy.is_empty() { card.summary.clone() } else { card.easy.clone() },
        facts: facts.into_iter().filter(|fact| !fact.text.is_empty()).collect(),
        phones: card.phones(town).into_iter().map(call).collect(),
        why: reasons.join("; "),
        demo: words::is_demo(&card.demo),
    }
}

fn why(page: &Page, reason: &Reason) -> String {
    let label =
        |list: &vocabulary::Vocabulary, code: &str| list.label(code, page.lang).to_lowercase();
    match reason {
        Reason::Speaks(phrase) => page.ts(key!("needs-why-speaks"), phrase),
        Reason::For(area) => page.ts(key!("needs-why-for"), label(vocabulary::areas(), area)),
        Reason::Serves(code) => {
            page.ts(key!("needs-why-serves"), vocabulary::municipalities().label(code, "it"))
        }
        Reason::Kind(code) => {
            page.ts(key!("needs-why-kind"), label(vocabulary::macro_levels(), code))
        }
    }
}
