//! The Agenda as PDF.

use charts::{Day, Frame, TermGroup, TimelineItem, timeline_over};
use jiff::Zoned;
use jiff::civil::Date;

use crate::DocumentError;
use crate::agenda::{AgendaDocument, Term};
use crate::agenda_view::{AgendaView, CalendarView, logo_path, main_colour};
use crate::clean::{Cleaner, Script};
use crate::typesetter::Manuscript;
use crate::words::Words;

// As many rows of two lines as stand on an A4 page under the chapter's title.
const ROWS_A_PICTURE: usize = 11;

/// Renders the Agenda as PDF/UA-1 and PDF/A-2a.
///
/// The moment of generation is printed and written in the metadata, so it
/// should be local time of the body. A text that no embedded font can print is
/// shown as an empty square; a logo that cannot be printed is an error.
pub fn render_agenda_pdf(
    document: &AgendaDocument,
    generated_at: &Zoned,
) -> Result<Vec<u8>, DocumentError> {
    patiently(document.body.logo.is_some(), |script, with_logo| {
        typeset(document, generated_at, script, with_logo)
    })
}

/// Typesets with every script and the logo; what stands in the way is left out or named.
pub fn patiently(
    with_logo: bool,
    typeset: impl Fn(Script, bool) -> Result<Vec<u8>, DocumentError>,
) -> Result<Vec<u8>, DocumentError> {
    let first = typeset(Script::Any, with_logo);
    let Err(error) = first else { return first };
    // Joined scripts can ask for glyphs that stand for no character, which an
    // archive may not hold. The document is worth more than one name's shape.
    if let Ok(pdf) = typeset(Script::European, with_logo) {
        return Ok(pdf);
    }
    if with_logo && typeset(Script::Any, false).is_ok() {
        return Err(DocumentError::Logo(error.to_string()));
    }
    Err(error)
}

fn typeset(
    document: &AgendaDocument,
    generated_at: &Zoned,
    script: Script,
    with_logo: bool,
) -> Result<Vec<u8>, DocumentError> {
    let clean = Cleaner { script };
    let mut manuscript = Manuscript::new("/agenda.typ", generated_at)?;
    manuscript.template("/agenda.typ", include_str!("../templates/agenda.typ"))?;
    manuscript.template("/look.typ", include_str!("../templates/look.typ"))?;

    let logo = document.body.logo.as_ref().filter(|_| with_logo);
    if let Some(logo) = logo {
        manuscript.file(logo_path(logo.format), logo.bytes.clone())?;
    }
    let document = &AgendaDocument {
        body: crate::agenda::BodyIdentity { logo: logo.cloned(), ..document.body.clone() },
        ..document.clone()
    };
    let mut view = AgendaView::new(document, generated_at, clean);
    for (place, drawing) in calendars(document, clean).into_iter().enumerate() {
        let path = format!("/calendar-{place}.svg");
        manuscript.file(&path, drawing.svg.into_bytes())?;
        view.calendars.push(CalendarView { path, alt: drawing.alt });
    }
    let json = serde_json::to_vec(&view)
        .map_err(|error| DocumentError::Typeset(format!("the Agenda has no JSON: {error}")))?;
    manuscript.file("/agenda.json", json)?;
    manuscript.typeset()
}

struct Drawing {
    svg: String,
    alt: String,
}

/// An action as the calendar shows it.
struct Row {
    term: Term,
    code: String,
    title: String,
    start: Option<Day>,
    end: Day,
}

/// The calendar, in as many pictures as its actions need, on one scale.
fn calendars(document: &AgendaDocument, clean: Cleaner) -> Vec<Drawing> {
    let words = Words::of(document.language);
    let mut rows: Vec<Row> = document
        .actions
        .iter()
        .filter_map(|action| {
            Some(Row {
                term: action.term,
                code: clean.unbroken(&action.code),
                title: clean.unbroken(&action.title),
                start: action.start.and_then(day),
                end: action.end.and_then(day)?,
            })
        })
        .collect();
    rows.sort_by_key(|row| row.term == Term::Medium);
    let days = || rows.iter().flat_map(|row| [row.start, Some(row.end)]).flatten();
    let span = days().min().zip(days().max());

    rows.chunks(ROWS_A_PICTURE)
        .enumerate()
        .map(|(place, rows)| {
            let group = |term, title| TermGroup {
                title,
                items: rows
                    .iter()
                    .filter(|row| row.term == term)
                    .map(|row| TimelineItem {
                        code: &row.code,
                        label: &row.title,
                        start: row.start,
                        end: row.end,
                    })
                    .collect(),
            };
            let groups =
                [group(Term::Short, words.short_title), group(Term::Medium, words.medium_title)];
            let list: Vec<String> = rows
                .iter()
                .map(|row| {
                    let end = row.end.short(document.language);
                    match row.start {
                        Some(start) => {
                            format!(
                                "{} {} \u{2013} {end}",
                                row.code,
                                start.short(document.language)
                            )
                        }
                        None => format!("{} {end}", row.code),
                    }
                })
                .collect();
            let alt = format!("{} {}.", words.calendar_alt, list.join("; "));
            let id = format!("calendar-{place}");
            let frame = Frame::new(&id, words.calendar_caption, &alt)
                .language(document.language)
                .accent(main_colour(&document.body));
            Drawing { svg: timeline_over(&frame, &groups, None, span), alt }
        })
        .collect()
}

fn day(date: Date) -> Option<Day> {
    let part = |value: i8| u8::try_from(value).ok();
    Day::new(i32::from(date.year()), part(date.month())?, part(date.day())?)
}
