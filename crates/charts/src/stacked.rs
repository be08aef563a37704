//! Stacked bars: how each whole is made up.

use crate::canvas::{Anchor, Canvas, Ink, LEADING, SMALL, Stroke, TEXT, text_width, wrap};
use crate::words::words;
use crate::{Colour, Frame, PALETTE, format_number};

/// One whole and its parts, in the order of the series.
#[derive(Debug, Clone, PartialEq)]
pub struct StackedRow<'a> {
    /// What is split.
    pub label: &'a str,
    /// One part for each series; a missing, negative or unreal one counts as 0.
    pub parts: Vec<f64>,
}

/// The letter by which a series is known without its colour.
fn letter(series: usize) -> char {
    char::from(b'A' + u8::try_from(series % 26).unwrap_or(0))
}

/// Stacked bars with a legend; each part carries its series' letter and value.
pub fn stacked_bars(frame: &Frame<'_>, series: &[&str], rows: &[StackedRow<'_>]) -> String {
    let mut canvas = Canvas::new(frame.id);
    let words = words(frame.language);
    if rows.is_empty() || series.is_empty() {
        canvas.text(0.0, 24.0, Ink::small().italic(), words.nothing_to_show);
        return canvas.finish(frame, 36.0, "chart-stacked");
    }
    let mut y = legend(&mut canvas, frame, series);

    let parts: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| {
            (0..series.len())
                .map(|place| row.parts.get(place).copied().unwrap_or(0.0))
                .map(|part| if part.is_finite() { part.max(0.0) } else { 0.0 })
                .collect()
        })
        .collect();
    let most = parts.iter().map(|row| row.iter().sum()).fold(0.0, f64::max);
    let narrow = frame.is_narrow();
    let label_width = if narrow { frame.width } else { frame.width * 0.36 };
    let left = if narrow { 1.0 } else { label_width + 14.0 };
    let total_room = text_width(&format_number(most, 0, frame.language), TEXT) * 1.08 + 12.0;
    let room = (frame.width - left - total_room).max(40.0);
    let thick = 24.0;

    for (row, parts) in rows.iter().zip(&parts) {
        let label = wrap(row.label, label_width, TEXT, 3);
        let label_height = label.len().max(1) as f64 * TEXT * LEADING;
        let total: f64 = parts.iter().sum();
        let total_text = format_number(total, 0, frame.language);
        canvas.begin("chart-row", &format!("{}: {} {total_text}", row.label, words.total));
        let top = if narrow {
            canvas.lines(0.0, y + TEXT, Ink::text(), &label);
            y + label_height + 3.0
        } else {
            let height = label_height.max(thick);
            canvas.lines(0.0, y + (height - label_height) / 2.0 + TEXT, Ink::text(), &label);
            y + (height - thick) / 2.0
        };
        let mut x = left;
        for (place, part) in parts.iter().enumerate() {
            let length = if most > 0.0 { room * part / most } else { 0.0 };
            if length <= 0.0 {
                continue;
            }
            let colour = PALETTE[place % PALETTE.len()];
            // A white seam keeps neighbours apart for every eye.
            canvas.rect(
                x,
                top,
                length,
                thick,
                &colour.hex(),
                Some(Stroke::new(Colour::WHITE, 1.5)),
            );
            let value = format_number(*part, 0, frame.language);
            let full = format!("{} {value}", letter(place));
            let ink = Ink { size: SMALL, ..Ink::text() }
                .bold()
                .colour(colour.ink_on_it())
                .anchor(Anchor::Middle);
            let foot = top + thick / 2.0 + SMALL * 0.36;
            if text_width(&full, SMALL) * 1.08 + 6.0 <= length {
                canvas.text(x + length / 2.0, foot, ink, &full);
            } else if text_width("M", SMALL) + 2.0 <= length {
                canvas.text(x + length / 2.0, foot, ink, &letter(place).to_string());
            }
            x += length;
        }
        canvas.text(x + 7.0, top + thick / 2.0 + TEXT * 0.36, Ink::text().bold(), &total_text);
        canvas.line(left, top - 3.0, left, top + thick + 3.0, Stroke::new(Colour::LINE, 1.5));
        canvas.end();
        y = if narrow { top + thick + 12.0 } else { y + label_height.max(thick) + 10.0 };
    }
    canvas.finish(frame, y, "chart-stacked")
}

/// Draws the legend and returns where the drawing may go on.
fn legend(canvas: &mut Canvas, frame: &Frame<'_>, series: &[&str]) -> f64 {
    let (mut x, mut y) = (0.0, 4.0);
    for (place, name) in series.iter().enumerate() {
        let name = wrap(name, frame.width - 34.0, SMALL, 1).concat();
        let width = 26.0 + text_width(&name, SMALL) + 18.0;
        if x > 0.0 && x + width > frame.width {
            (x, y) = (0.0, y + 26.0);
        }
        let colour = PALETTE[place % PALETTE.len()];
        canvas.rect(x, y, 20.0, 20.0, &colour.hex(), None);
        let ink = Ink { size: SMALL, ..Ink::text() }.bold().colour(colour.ink_on_it());
        canvas.text(x + 10.0, y + 14.7, ink.anchor(Anchor::Middle), &letter(place).to_string());
        canvas.text(x + 26.0, y + 14.7, Ink::small(), &name);
        x += width;
    }
    y + 36.0
}
