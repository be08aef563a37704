//! A timeline: which action runs when, by term.

use std::ops::RangeInclusive;

use crate::canvas::{Anchor, Canvas, Ink, LEADING, SMALL, Stroke, TEXT, text_width, wrap};
use crate::words::words;
use crate::{Colour, Day, Frame, PALETTE};

/// One action on the line.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineItem<'a> {
    /// Short code, for example `AZ-03`.
    pub code: &'a str,
    /// What it is.
    pub label: &'a str,
    /// First day; without it only the end is marked.
    pub start: Option<Day>,
    /// Last day.
    pub end: Day,
}

/// Actions of one term, under the term's name.
#[derive(Debug, Clone, PartialEq)]
pub struct TermGroup<'a> {
    /// For example "Breve periodo (entro 12 mesi)".
    pub title: &'a str,
    /// The actions, in the order they are drawn.
    pub items: Vec<TimelineItem<'a>>,
}

/// The part of the drawing where time runs.
struct Axis {
    left: f64,
    right: f64,
    first: i64,
    last: i64,
}

impl Axis {
    fn x(&self, day: Day) -> f64 {
        let share = (day.number() - self.first) as f64 / (self.last - self.first).max(1) as f64;
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }
}

/// Bars on a calendar, one group for each term; terms differ by texture too.
///
/// The first group's bars are full, the second's hatched, and so on in turn; an
/// empty group keeps its turn and is not drawn.
pub fn timeline(frame: &Frame<'_>, groups: &[TermGroup<'_>], today: Option<Day>) -> String {
    timeline_over(frame, groups, today, None)
}

/// The same, on a calendar at least as long as from one day to another.
///
/// A long list drawn in several pieces keeps one scale this way.
pub fn timeline_over(
    frame: &Frame<'_>,
    groups: &[TermGroup<'_>],
    today: Option<Day>,
    span: Option<(Day, Day)>,
) -> String {
    let mut canvas = Canvas::new(frame.id);
    let words = words(frame.language);
    let days: Vec<Day> = groups
        .iter()
        .flat_map(|group| &group.items)
        .flat_map(|item| [Some(item.end), item.start])
        .flatten()
        .collect();
    let (Some(earliest), Some(latest)) = (days.iter().min(), days.iter().max()) else {
        canvas.text(0.0, 24.0, Ink::small().italic(), words.nothing_to_show);
        return canvas.finish(frame, 36.0, "chart-timeline");
    };

    let (earliest, latest) = match &span {
        Some((from, to)) => (from.min(earliest), to.max(latest)),
        None => (earliest, latest),
    };
    let narrow = frame.is_narrow();
    let label_width = if narrow { frame.width } else { frame.width * 0.46 };
    // Whole half-years, so that every tick has a bar's length to be read by.
    let first_month = earliest.month_index().div_euclid(6) * 6;
    let last_month = (latest.month_index() + 1).div_euclid(6) * 6 + 6;
    let axis = Axis {
        left: if narrow { 2.0 } else { label_width + 16.0 },
        right: frame.width - 8.0,
        first: Day::of_month_index(first_month).number(),
        last: Day::of_month_index(last_month).number(),
    };
    let months = first_month..=last_month;
    let head = 30.0;

    // Rows are measured first: grid lines lie under them and need the height.
    let rows = measured(frame, groups, label_width, narrow);
    let foot = head + rows.last().map_or(0.0, |row| row.bottom);

    grid(&mut canvas, frame, &axis, months, (head, foot));

    if let Some(today) = today.filter(|day| (axis.first..=axis.last).contains(&day.number())) {
        let x = axis.x(today);
        canvas.line(x, head - 6.0, x, foot, Stroke::new(Colour::INK, 1.5).dashed("2 3"));
        let half = text_width(words.today, SMALL) / 2.0;
        let middle = x.clamp(axis.left + half, frame.width - half);
        let ink = Ink { colour: Colour::INK, ..Ink::small() };
        canvas.text(middle, foot + 14.0, ink.bold().anchor(Anchor::Middle), words.today);
    }

    let accent = frame.accent.at_least_on_white(3.0);
    let second = PALETTE.iter().copied().find(|c| c.contrast(accent) >= 1.5).unwrap_or(accent);
    let hatch = canvas.hatch("hatch", second);
    for row in &rows {
        let y = head + row.top;
        match &row.what {
            What::Title { lines } => {
                // A white ground keeps the grid from crossing the words.
                canvas.rect(0.0, y, frame.width, row.bottom - row.top - 3.0, "#ffffff", None);
                canvas.lines(0.0, y + TEXT + 5.0, Ink::text().bold(), lines);
                let under = head + row.bottom - 5.0;
                canvas.line(0.0, under, frame.width, under, Stroke::new(Colour::LINE, 1.5));
            }
            What::Item { item, lines, group } => {
                let dates = match item.start {
                    Some(start) => format!(
                        "{} \u{2013} {}",
                        start.short(frame.language),
                        item.end.short(frame.language)
                    ),
                    None => format!("{} {}", words.by, item.end.short(frame.language)),
                };
                canvas.begin("chart-row", &format!("{} {}: {dates}", item.code, item.label));
                let label_end = y + 4.0 + lines.len() as f64 * TEXT * LEADING;
                if narrow {
                    canvas.rect(0.0, y, frame.width, label_end + 20.0 - y, "#ffffff", None);
                }
                canvas.lines(0.0, y + TEXT + 3.0, Ink::text(), lines);
                canvas.text(0.0, label_end + SMALL, Ink::small(), &dates);
                let bar_top =
                    if narrow { label_end + 22.0 } else { (y + head + row.bottom) / 2.0 - 8.0 };
                let end = axis.x(item.end);
                let (fill, line) =
                    if group % 2 == 0 { (accent.hex(), accent) } else { (hatch.clone(), second) };
                if let Some(start) = item.start.filter(|start| *start <= item.end) {
                    let x = axis.x(start);
                    let stroke = Some(Stroke::new(line, 1.5));
                    canvas.rect(x, bar_top, (end - x).max(4.0), 15.0, &fill, stroke);
                } else {
                    canvas.diamond(end, bar_top + 7.5, 8.0, line, Stroke::new(Colour::WHITE, 1.5));
                }
                canvas.end();
            }
        }
    }
    canvas.finish(frame, foot + 20.0, "chart-timeline")
}

enum What<'a> {
    Title { lines: Vec<String> },
    Item { item: &'a TimelineItem<'a>, lines: Vec<String>, group: usize },
}

struct Row<'a> {
    top: f64,
    bottom: f64,
    what: What<'a>,
}

fn measured<'a>(
    frame: &Frame<'_>,
    groups: &'a [TermGroup<'a>],
    label_width: f64,
    narrow: bool,
) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut y = 0.0;
    for (place, group) in groups.iter().enumerate().filter(|(_, group)| !group.items.is_empty()) {
        let lines = wrap(group.title, frame.width, TEXT * 1.08, 2);
        let height = lines.len() as f64 * TEXT * LEADING + 14.0;
        rows.push(Row { top: y, bottom: y + height, what: What::Title { lines } });
        y += height;
        for item in &group.items {
            let label = format!("{} {}", item.code, item.label);
            let lines = wrap(&label, label_width, TEXT, 2);
            let text = lines.len() as f64 * TEXT * LEADING + SMALL * LEADING;
            let height = if narrow { text + 34.0 } else { text + 12.0 };
            let what = What::Item { item, lines, group: place };
            rows.push(Row { top: y, bottom: y + height, what });
            y += height;
        }
    }
    rows
}

fn grid(
    canvas: &mut Canvas,
    frame: &Frame<'_>,
    axis: &Axis,
    months: RangeInclusive<i32>,
    span: (f64, f64),
) {
    let (head, foot) = span;
    let first = *months.start();
    let mut free_from = f64::MIN;
    for month in months.step_by(6) {
        let day = Day::of_month_index(month);
        let x = axis.x(day);
        let is_year = month % 12 == 0;
        let colour = if is_year { Colour::LINE } else { Colour::GRID };
        canvas.line(x, head - 6.0, x, foot, Stroke::new(colour, 1.0));
        // A line that begins in July says so; every other name is a year's.
        let name = if is_year { day.year().to_string() } else { day.short(frame.language) };
        let room = text_width(&name, SMALL) + 10.0;
        // The names of years go first where there is not room for both.
        let crowded = !is_year && x + room > axis.x(Day::of_month_index(month + 6));
        let fits = x >= free_from && x + room <= frame.width + 4.0 && !crowded;
        if fits && (is_year || month == first) {
            canvas.text(x + 2.0, head - 11.0, Ink::small().bold(), &name);
            free_from = x + room;
        }
    }
    canvas.line(axis.left, head - 6.0, axis.right, head - 6.0, Stroke::new(Colour::LINE, 1.0));
}
