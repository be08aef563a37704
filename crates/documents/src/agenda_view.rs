//! The Agenda as its template reads it: every number, date and sum already
//! written, every text already printable.

use charts::{Colour, Language, PALETTE};
use jiff::Zoned;
use serde::Serialize;

use crate::agenda::{
    Action, AgendaDocument, Baseline, BodyIdentity, ExpectedResult, Fact, Indicator, LogoFormat,
    Measure, Term,
};
use crate::clean::Cleaner;
use crate::words::{self, Words};
use crate::written;

/// The root of what the template reads.
#[derive(Debug, Serialize)]
pub struct AgendaView {
    words: &'static Words,
    language: &'static str,
    region: &'static str,
    description: String,
    keywords: Vec<String>,
    body: String,
    body_plain: String,
    contact: Option<String>,
    logo: Option<LogoView>,
    colours: Colours,
    version: String,
    approval: Option<String>,
    hash: String,
    address: Option<String>,
    generated: String,
    counts: Counts,
    summary: Vec<String>,
    participation: Vec<FactView>,
    participation_notes: Vec<String>,
    profile: Vec<FactView>,
    starts_from: Option<StartsView>,
    pub calendars: Vec<CalendarView>,
    pub actions: Vec<ActionView>,
    not_included: Vec<[String; 3]>,
}

/// The snapshot of the profile an Agenda starts from, in words.
#[derive(Debug, Serialize)]
struct StartsView {
    sentence: String,
    title: String,
    hash: String,
    address: Option<String>,
}

/// The body's mark, where the template finds it.
#[derive(Debug, Serialize)]
pub struct LogoView {
    path: &'static str,
    alt: String,
}

/// Body colours that keep texts readable.
#[derive(Debug, Serialize)]
pub struct Colours {
    pub main: String,
    on_main: String,
    pub tint: String,
    line: String,
    pub second: String,
}

#[derive(Debug, Serialize)]
struct Counts {
    actions: usize,
    short: usize,
    medium: usize,
    cost: Option<String>,
    cost_is_partial: bool,
}

/// A number in words.
#[derive(Debug, Serialize)]
pub struct FactView {
    pub label: String,
    pub value: String,
}

/// One picture of the calendar; long lists are drawn in several.
#[derive(Debug, Serialize)]
pub struct CalendarView {
    pub path: String,
    pub alt: String,
}

/// An action in words.
#[derive(Debug, Serialize)]
pub struct ActionView {
    code: String,
    title: String,
    term: &'static str,
    summary: Vec<String>,
    when: String,
    due: String,
    responsible: String,
    partners: Vec<String>,
    cost: String,
    funding: Vec<String>,
    inclusion: Vec<String>,
    origin: Vec<[String; 2]>,
    results: Vec<ResultView>,
}

#[derive(Debug, Serialize)]
struct ResultView {
    text: String,
    indicators: Vec<IndicatorView>,
}

#[derive(Debug, Serialize)]
struct IndicatorView {
    code: String,
    name: String,
    definition: String,
    traits: String,
    source: String,
    frequency: &'static str,
    baseline: Vec<String>,
    targets: Vec<Vec<String>>,
    latest: Vec<String>,
}

/// Writes texts of one document: which language, which characters.
#[derive(Clone, Copy)]
struct Writer {
    clean: Cleaner,
    language: Language,
    words: &'static Words,
}

impl AgendaView {
    /// Everything but the calendars, which are drawn apart.
    pub fn new(document: &AgendaDocument, generated_at: &Zoned, clean: Cleaner) -> Self {
        let language = document.language;
        let words = Words::of(language);
        let writer = Writer { clean, language, words };
        let body_plain = clean.unbroken(&document.body.name);
        let clock = format!("{:02}:{:02}", generated_at.hour(), generated_at.minute());
        Self {
            words,
            language: language.tag(),
            region: match language {
                Language::It => "IT",
                Language::En => "GB",
            },
            description: format!("{}: {body_plain}", words.description),
            keywords: [words.title, "welfare", "servizi sociali", "partecipazione", "indicatori"]
                .into_iter()
                .map(str::to_owned)
                .chain([body_plain.clone()])
                .collect(),
            body: clean.line(&document.body.name),
            contact: document.body.contact.as_deref().map(|text| clean.line(text)),
            logo: LogoView::of(&document.body, &body_plain, words),
            body_plain,
            colours: Colours::of(main_colour(&document.body)),
            version: clean.line(&document.version),
            approval: document.approval.as_ref().map(|approval| {
                let date = written::date(approval.date, language);
                let joint = match language {
                    Language::It => "del",
                    Language::En => "of",
                };
                format!("{} {joint} {date}", clean.line(&approval.act))
            }),
            // A fingerprint is to be compared sign by sign: no places to break.
            hash: clean.unbroken(&document.hash).chars().take(128).collect(),
            address: document.address.as_deref().and_then(web_address).map(str::to_owned),
            generated: format!("{}, {clock}", written::date(generated_at.date(), language)),
            counts: Counts::of(document),
            summary: clean.paragraphs(&document.summary),
            participation: facts(&document.participation, clean, language),
            participation_notes: clean.paragraphs(&document.participation_notes),
            profile: facts(&document.profile, clean, language),
            starts_from: document.starts_from.as_ref().map(|from| StartsView {
                sentence: format!("{} {}.", words.starts_from, written::date(from.day, language)),
                title: clean.line(&from.title),
                hash: clean.unbroken(&from.hash).chars().take(128).collect(),
                address: from.address.as_deref().and_then(web_address).map(str::to_owned),
            }),
            calendars: Vec::new(),
            actions: document.actions.iter().map(|action| writer.action(action)).collect(),
            not_included: document
                .not_included
                .iter()
                .map(|idea| [&idea.code, &idea.title, &idea.reason].map(|text| writer.given(text)))
                .collect(),
        }
    }
}

/// The file name under which a template finds the logo.
pub const fn logo_path(format: LogoFormat) -> &'static str {
    match format {
        LogoFormat::Svg => "/logo.svg",
        LogoFormat::Png => "/logo.png",
    }
}

/// The body's colour, or ours; always dark enough for texts on white.
pub fn main_colour(body: &BodyIdentity) -> Colour {
    body.colour.as_deref().and_then(Colour::parse).unwrap_or(PALETTE[0]).at_least_on_white(5.5)
}

impl LogoView {
    /// The logo of a body, when it has one, with the words that stand for it.
    pub fn of(body: &BodyIdentity, name: &str, words: &Words) -> Option<Self> {
        let path = logo_path(body.logo.as_ref()?.format);
        Some(Self { path, alt: format!("{} {name}", words.logo_of) })
    }
}

/// Numbers in words; what has no label or no value says so.
pub fn facts(facts: &[Fact], clean: Cleaner, language: Language) -> Vec<FactView> {
    let writer = Writer { clean, language, words: Words::of(language) };
    let view = |fact: &Fact| FactView {
        label: writer.given(&fact.label),
        value: writer.quantity(fact.value.value, fact.value.decimals, &fact.value.unit),
    };
    facts.iter().map(view).collect()
}

/// An address that a reader may follow; anything else is not a link.
pub fn web_address(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    (is_web && is_plain && text.len() <= 500).then_some(text)
}

impl Colours {
    /// The shades of a main colour.
    pub fn of(main: Colour) -> Self {
        Self {
            main: main.hex(),
            on_main: Colour::WHITE.hex(),
            tint: main.mixed(Colour::WHITE, 0.92).hex(),
            line: main.mixed(Colour::WHITE, 0.55).hex(),
            second: main.mixed(Colour::new(0, 0, 0), 0.35).hex(),
        }
    }
}

impl Counts {
    fn of(document: &AgendaDocument) -> Self {
        let actions = &document.actions;
        let of_term = |term| actions.iter().filter(|action| action.term == term).count();
        let costs: Vec<i64> = actions.iter().filter_map(|action| action.cost_cents).collect();
        let whole = costs.iter().try_fold(0_i64, |sum, cost| sum.checked_add(*cost));
        Self {
            actions: actions.len(),
            short: of_term(Term::Short),
            medium: of_term(Term::Medium),
            cost: whole
                .filter(|_| !costs.is_empty())
                .map(|cents| written::money(cents, document.language)),
            cost_is_partial: costs.len() < actions.len(),
        }
    }
}

impl Writer {
    /// A text, or the words that say it is missing.
    fn given(self, text: &str) -> String {
        let clean = self.clean.line(text);
        if clean.is_empty() { self.words.not_given.to_owned() } else { clean }
    }

    fn quantity(self, value: f64, decimals: u8, unit: &str) -> String {
        let unit = self.clean.line(unit);
        written::quantity(value, decimals, &unit, self.language)
            .unwrap_or_else(|| self.words.no_value.to_owned())
    }

    fn action(self, action: &Action) -> ActionView {
        let (words, language) = (self.words, self.language);
        let day = |date| written::date(date, language);
        let due = action.end.map_or_else(
            || words.not_decided.to_owned(),
            |end| format!("{} {}", words.by, day(end)),
        );
        let when = match (action.start, action.end) {
            (Some(start), Some(end)) => {
                format!("{} {} {} {}", words.from, day(start), words.to, day(end))
            }
            (Some(start), None) => format!("{} {}", words.from, day(start)),
            (None, _) => due.clone(),
        };
        let money = |cents: Option<i64>| {
            cents.map_or_else(
                || words.not_decided.to_lowercase(),
                |cents| written::money(cents, language),
            )
        };
        ActionView {
            code: self.given(&action.code),
            title: self.given(&action.title),
            term: match action.term {
                Term::Short => "short",
                Term::Medium => "medium",
            },
            summary: self.clean.paragraphs(&action.summary),
            when: capitalised(&when),
            due: capitalised(&due),
            responsible: self.given(&action.responsible),
            partners: self.list(&action.partners),
            cost: capitalised(&money(action.cost_cents)),
            funding: action
                .funding
                .iter()
                .map(|part| format!("{}: {}", self.given(&part.source), money(part.cents)))
                .collect(),
            inclusion: self.list(&action.inclusion),
            origin: action
                .origin
                .iter()
                .map(|idea| [self.given(&idea.code), self.given(&idea.title)])
                .collect(),
            results: action.results.iter().map(|result| self.result(result)).collect(),
        }
    }

    fn list(self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.clean.line(text)).filter(|text| !text.is_empty()).collect()
    }

    fn result(self, result: &ExpectedResult) -> ResultView {
        ResultView {
            text: self.given(&result.text),
            indicators: result.indicators.iter().map(|one| self.indicator(one)).collect(),
        }
    }

    fn indicator(self, indicator: &Indicator) -> IndicatorView {
        let (words, language) = (self.words, self.language);
        let number = |value| self.quantity(value, indicator.decimals, &indicator.unit);
        let dated = |joint: &str, measure: &Measure| {
            let date = written::date(measure.date, language);
            vec![number(measure.value), format!("{joint} {date}").trim().to_owned()]
        };
        let at = match language {
            Language::It => "al",
            Language::En => "on",
        };
        IndicatorView {
            code: self.given(&indicator.code),
            name: self.given(&indicator.name),
            definition: self.clean.line(&indicator.definition),
            traits: [
                capitalised(words::kind(indicator.kind, language)),
                words::polarity(indicator.polarity, language).to_owned(),
            ]
            .join(", "),
            source: self.given(&indicator.source),
            frequency: words::frequency(indicator.frequency, language),
            baseline: match &indicator.baseline {
                Baseline::Measured(measure) => dated(at, measure),
                Baseline::ToBeMeasuredBy(date) => vec![
                    String::new(),
                    format!("{} {}", words.to_be_measured_by, written::date(*date, language)),
                ],
            },
            targets: if indicator.targets.is_empty() {
                vec![vec![String::new(), words.no_target.to_owned()]]
            } else {
                indicator.targets.iter().map(|target| dated(words.by, target)).collect()
            },
            latest: indicator.latest.as_ref().map_or_else(
                || vec![String::new(), words.no_value.to_owned()],
                |measure| dated(at, measure),
            ),
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_are_links() {
        assert_eq!(web_address(" https://a.it/agenda "), Some("https://a.it/agenda"));
        for wrong in
            ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://è.it", ""]
        {
            assert_eq!(web_address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capitalised("dal 1º"), "Dal 1º");
        assert_eq!(capitalised(""), "");
    }
}
