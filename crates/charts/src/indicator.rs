//! An indicator in time: measured values against where it should go.

use crate::bars::ending;
use crate::canvas::{Anchor, Canvas, Ink, SMALL, Stroke, TEXT, text_width, wrap};
use crate::words::{Words, words};
use crate::{Colour, Day, Frame, PALETTE, format_number};

/// A value on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The day the value is of.
    pub day: Day,
    /// The value, in the indicator's unit.
    pub value: f64,
}

/// A reading that was due on a day; `None` when nobody gave it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The day the reading is of.
    pub day: Day,
    /// The value, if any.
    pub value: Option<f64>,
}

/// How the value is expected to go from the baseline to the targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExpectedPath {
    /// A straight line from each point to the next.
    #[default]
    Linear,
    /// Nothing until the target's day, then the whole step.
    Stepped,
}

/// An indicator's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorSeries<'a> {
    /// Unit written on the axis, for example "persone".
    pub unit: &'a str,
    /// Decimals to write, 0 to 9.
    pub decimals: u8,
    /// Where it started, if it was measured.
    pub baseline: Option<Point>,
    /// Targets by day.
    pub targets: Vec<Point>,
    /// Readings by day, the missing ones included.
    pub readings: Vec<Reading>,
    /// The path from the baseline to the targets.
    pub path: ExpectedPath,
}

struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    days: (i64, i64),
    values: (f64, f64),
}

impl Plot {
    fn x(&self, day: Day) -> f64 {
        let share = (day.number() - self.days.0) as f64 / (self.days.1 - self.days.0).max(1) as f64;
        self.left + share * (self.right - self.left)
    }

    fn y(&self, value: f64) -> f64 {
        let span = self.values.1 - self.values.0;
        let share = if span > 0.0 { (value - self.values.0) / span } else { 0.5 };
        self.bottom - share * (self.bottom - self.top)
    }
}

/// A line of measured values with baseline, targets and expected path.
///
/// A reading that is due and missing breaks the line and is named with a word.
pub fn indicator_line(frame: &Frame<'_>, series: &IndicatorSeries<'_>) -> String {
    let mut canvas = Canvas::new(frame.id);
    let words = words(frame.language);
    let series = cleaned(series);
    let points: Vec<Point> = series
        .readings
        .iter()
        .filter_map(|reading| Some(Point { day: reading.day, value: reading.value? }))
        .chain(series.baseline)
        .chain(series.targets.iter().copied())
        .collect();
    let days: Vec<Day> =
        points.iter().map(|p| p.day).chain(series.readings.iter().map(|r| r.day)).collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        canvas.text(0.0, 24.0, Ink::small().italic(), words.no_readings);
        return canvas.finish(frame, 36.0, "chart-indicator");
    };

    let (low, high, step) = value_range(&points);
    let tick_decimals = if step < 1.0 { series.decimals.max(1) } else { 0 };
    let ticks: Vec<f64> = (0..=((high - low) / step).round() as u32)
        .map(|place| low + f64::from(place) * step)
        .collect();
    let tick_texts: Vec<String> =
        ticks.iter().map(|t| format_number(*t, tick_decimals, frame.language)).collect();
    let axis_room = tick_texts.iter().map(|t| text_width(t, SMALL)).fold(0.0, f64::max) + 10.0;
    let height = (frame.width * 0.5).clamp(212.0, 340.0);
    let plot = Plot {
        left: axis_room,
        right: frame.width - 26.0,
        top: 42.0,
        bottom: height - 28.0,
        days: padded(*first, *last),
        values: (low, high),
    };

    canvas.text(0.0, SMALL, Ink::small(), &wrap(series.unit, frame.width, SMALL, 1).concat());
    for (tick, text) in ticks.iter().zip(&tick_texts) {
        let y = plot.y(*tick);
        canvas.line(plot.left, y, plot.right + 10.0, y, Stroke::new(Colour::GRID, 1.0));
        canvas.text(plot.left - 6.0, y + SMALL * 0.36, ending(Ink::small()), text);
    }
    time_axis(&mut canvas, frame, &plot, *first, *last);
    gaps(&mut canvas, frame, &plot, &series.readings, words);
    expected(&mut canvas, &plot, &series);
    if let Some(baseline) = series.baseline {
        let y = plot.y(baseline.value);
        canvas.line(plot.left, y, plot.right + 10.0, y, BASELINE);
    }
    for target in &series.targets {
        let (x, y) = (plot.x(target.day), plot.y(target.value));
        canvas.line(plot.left, y, plot.right + 10.0, y, TARGET_LINE);
        canvas.diamond(x, y, 8.0, TARGET, Stroke::new(Colour::WHITE, 1.5));
    }
    measured(&mut canvas, frame, &plot, &series);
    let bottom = legend(&mut canvas, frame, &series, height + 4.0, words);
    canvas.finish(frame, bottom, "chart-indicator")
}

const TARGET: Colour = PALETTE[1];
const TARGET_LINE: Stroke = Stroke::new(TARGET, 1.5).dashed("8 4");
const BASELINE: Stroke = Stroke::new(Colour::LINE, 1.5).dashed("2 3");
const EXPECTED: Stroke = Stroke::new(Colour::SOFT_INK, 1.5).dashed("5 5");

/// The same series without unreal numbers, each list in order of time.
fn cleaned<'a>(series: &IndicatorSeries<'a>) -> IndicatorSeries<'a> {
    let real = |point: &Point| point.value.is_finite();
    let mut series = series.clone();
    series.baseline = series.baseline.filter(real);
    series.targets.retain(real);
    series.targets.sort_by_key(|target| target.day);
    for reading in &mut series.readings {
        reading.value = reading.value.filter(|value| value.is_finite());
    }
    series.readings.sort_by_key(|reading| reading.day);
    series
}

/// From the first to the last day, and at least a month wide.
fn padded(first: Day, last: Day) -> (i64, i64) {
    let (first, last) = (first.number(), last.number());
    if last - first < 30 { (first - 15, last + 15) } else { (first, last) }
}

/// Lowest and highest value of the axis, and the step between its marks.
fn value_range(points: &[Point]) -> (f64, f64, f64) {
    let low = points.iter().map(|p| p.value).fold(f64::INFINITY, f64::min);
    let high = points.iter().map(|p| p.value).fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = if low.is_finite() && high.is_finite() { (low, high) } else { (0.0, 1.0) };
    // An axis that begins at zero shows sizes as they are; only where all
    // values are close together it may begin higher.
    let low = if low > 0.0 && low < high * 0.6 { 0.0 } else { low };
    let (low, high) = if (high - low).abs() < f64::EPSILON * high.abs().max(1.0) {
        (low - low.abs().max(1.0) * 0.5, high + high.abs().max(1.0) * 0.5)
    } else {
        (low, high)
    };
    let rough = (high - low) / 4.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(10.0 * power);
    ((low / step).floor() * step, (high / step).ceil() * step, step)
}

fn time_axis(canvas: &mut Canvas, frame: &Frame<'_>, plot: &Plot, first: Day, last: Day) {
    let foot = plot.bottom;
    canvas.line(plot.left, foot, plot.right + 10.0, foot, Stroke::new(Colour::LINE, 1.5));
    let start = first.short(frame.language);
    canvas.text(plot.left, foot + 18.0, Ink::small(), &start);
    let end = last.short(frame.language);
    let mut free_from = plot.left + text_width(&start, SMALL) + 12.0;
    let mut free_to = plot.right + 12.0;
    if end != start {
        canvas.text(free_to, foot + 18.0, ending(Ink::small()), &end);
        free_to -= text_width(&end, SMALL) + 12.0;
    }
    // Years between the two ends, where there is room to write them.
    for year in first.year() + 1..=last.year() {
        let x = plot.x(Day::of_month_index(year * 12));
        canvas.line(x, foot, x, foot + 5.0, Stroke::new(Colour::LINE, 1.0));
        let half = text_width("2026", SMALL) / 2.0;
        if x - half >= free_from && x + half <= free_to {
            let ink = Ink::small().anchor(Anchor::Middle);
            canvas.text(x, foot + 18.0, ink, &year.to_string());
            free_from = x + half + 8.0;
        }
    }
}

/// Marks every run of missing readings with a band and a word.
fn gaps(canvas: &mut Canvas, frame: &Frame<'_>, plot: &Plot, readings: &[Reading], words: &Words) {
    let mut free_from = f64::MIN;
    for run in readings.chunk_by(|a, b| a.value.is_none() == b.value.is_none()) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        if first.value.is_some() {
            continue;
        }
        let (from, to) = (plot.x(first.day) - 9.0, plot.x(last.day) + 9.0);
        let fill = Colour::GRID.mixed(Colour::WHITE, 0.45).hex();
        let stroke = Stroke::new(Colour::LINE, 1.0).dashed("3 3");
        canvas.rect(from, plot.top, to - from, plot.bottom - plot.top, &fill, Some(stroke));
        let text = if run.len() > 1 {
            format!("{} ({})", words.no_data, run.len())
        } else {
            words.no_data.to_owned()
        };
        let half = text_width(&text, SMALL) / 2.0;
        let middle = f64::midpoint(from, to).clamp(plot.left + half, frame.width - half - 2.0);
        // Words that would cover each other are left to the table.
        if middle - half > free_from {
            let ink = Ink::small().italic().anchor(Anchor::Middle).halo();
            canvas.text(middle, plot.top - 5.0, ink, &text);
            free_from = middle + half + 4.0;
        }
    }
}

fn expected(canvas: &mut Canvas, plot: &Plot, series: &IndicatorSeries<'_>) {
    let Some(baseline) = series.baseline else { return };
    if series.targets.is_empty() {
        return;
    }
    let mut points = vec![(plot.x(baseline.day), plot.y(baseline.value))];
    for target in series.targets.iter().filter(|target| target.day > baseline.day) {
        let (x, y) = (plot.x(target.day), plot.y(target.value));
        if let (ExpectedPath::Stepped, Some(&(_, before))) = (series.path, points.last()) {
            points.push((x, before));
        }
        points.push((x, y));
    }
    canvas.polyline(&points, EXPECTED);
}

fn measured(canvas: &mut Canvas, frame: &Frame<'_>, plot: &Plot, series: &IndicatorSeries<'_>) {
    let accent = frame.accent.at_least_on_white(3.0);
    let ring = Stroke::new(Colour::WHITE, 1.5);
    let mut last = None;
    for run in series.readings.chunk_by(|a, b| a.value.is_some() && b.value.is_some()) {
        let points: Vec<(f64, f64)> = run
            .iter()
            .filter_map(|reading| Some((plot.x(reading.day), plot.y(reading.value?))))
            .collect();
        if points.len() > 1 {
            canvas.polyline(&points, Stroke::new(accent, 3.0));
        }
        for (x, y) in &points {
            canvas.circle(*x, *y, 5.5, accent, ring);
        }
        if let (Some(point), Some(Some(value))) = (points.last(), run.last().map(|r| r.value)) {
            last = Some((*point, value));
        }
    }
    if let Some(((x, y), value)) = last {
        let text = format_number(value, series.decimals, frame.language);
        let half = text_width(&text, TEXT) * 0.54;
        let middle = x.clamp(plot.left + half, frame.width - half - 2.0);
        // Above the point, or below it where the top is near.
        let foot = if y - 14.0 < plot.top + 4.0 { y + 24.0 } else { y - 12.0 };
        canvas.text(middle, foot, Ink::text().bold().anchor(Anchor::Middle).halo(), &text);
    }
}

/// Draws the legend, values included, and returns the drawing's height.
fn legend(
    canvas: &mut Canvas,
    frame: &Frame<'_>,
    series: &IndicatorSeries<'_>,
    top: f64,
    words: &Words,
) -> f64 {
    let number = |value: f64| format_number(value, series.decimals, frame.language);
    let accent = frame.accent.at_least_on_white(3.0);
    let mut y = top + 10.0;
    let mut x = 0.0;
    let mut entry = |canvas: &mut Canvas, text: &str, mark: &dyn Fn(&mut Canvas, f64, f64)| {
        let text = wrap(text, frame.width - 44.0, SMALL, 1).concat();
        let width = 36.0 + text_width(&text, SMALL) + 20.0;
        if x > 0.0 && x + width - 20.0 > frame.width {
            (x, y) = (0.0, y + 22.0);
        }
        mark(canvas, x, y);
        canvas.text(x + 36.0, y + SMALL * 0.36, Ink::small(), &text);
        x += width;
    };
    let any_reading = series.readings.iter().any(|reading| reading.value.is_some());
    let text = if any_reading { words.readings } else { words.no_readings };
    entry(canvas, text, &|canvas, x, y| {
        if any_reading {
            canvas.line(x + 1.0, y, x + 29.0, y, Stroke::new(accent, 3.0));
            canvas.circle(x + 15.0, y, 5.0, accent, Stroke::new(Colour::WHITE, 1.5));
        } else {
            let stroke = Stroke::new(Colour::LINE, 1.0).dashed("3 3");
            canvas.rect(x + 1.0, y - 6.0, 28.0, 12.0, "#ffffff", Some(stroke));
        }
    });
    if let Some(baseline) = series.baseline {
        let day = baseline.day.short(frame.language);
        let text = format!("{}: {} ({day})", words.baseline, number(baseline.value));
        entry(canvas, &text, &|canvas, x, y| canvas.line(x + 1.0, y, x + 29.0, y, BASELINE));
    }
    for target in &series.targets {
        let day = target.day.short(frame.language);
        let text = format!("{}: {} ({} {day})", words.target, number(target.value), words.by);
        entry(canvas, &text, &|canvas, x, y| {
            canvas.line(x + 1.0, y, x + 29.0, y, TARGET_LINE);
            canvas.diamond(x + 15.0, y, 7.0, TARGET, Stroke::new(Colour::WHITE, 1.5));
        });
    }
    if series.baseline.is_some() && !series.targets.is_empty() {
        entry(canvas, words.expected, &|canvas, x, y| {
            canvas.line(x + 1.0, y, x + 29.0, y, EXPECTED);
        });
    }
    y + 14.0
}
