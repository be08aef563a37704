//! Horizontal bars: how many of each.

use crate::canvas::{Anchor, Canvas, Ink, LEADING, SMALL, Stroke, TEXT, text_width, wrap};
use crate::words::words;
use crate::{Colour, Frame, format_number};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar<'a> {
    /// What is counted.
    pub label: &'a str,
    /// How many; `None` when nobody knows. A negative value has no length.
    pub value: Option<f64>,
}

/// Bars with their values written at the end, decimals as given.
pub fn horizontal_bars(frame: &Frame<'_>, bars: &[Bar<'_>], decimals: u8) -> String {
    let mut canvas = Canvas::new(frame.id);
    let words = words(frame.language);
    let accent = frame.accent.at_least_on_white(3.0);
    if bars.is_empty() {
        canvas.text(0.0, 24.0, Ink::small().italic(), words.nothing_to_show);
        return canvas.finish(frame, 36.0, "chart-bars");
    }

    let written: Vec<(Option<f64>, String)> = bars
        .iter()
        .map(|bar| match bar.value.filter(|value| value.is_finite()) {
            Some(value) => (Some(value), format_number(value, decimals, frame.language)),
            None => (None, words.no_data.to_owned()),
        })
        .collect();
    let most = written.iter().filter_map(|(value, _)| *value).fold(0.0, f64::max);
    let value_room =
        written.iter().map(|(_, text)| text_width(text, TEXT) * 1.08).fold(0.0, f64::max) + 12.0;

    let narrow = frame.is_narrow();
    let label_width = if narrow { frame.width } else { frame.width * 0.36 };
    let left = if narrow { 1.0 } else { label_width + 14.0 };
    let room = (frame.width - left - value_room).max(40.0);
    let thick = if narrow { 18.0 } else { 22.0 };

    let mut y = 4.0;
    for (bar, (value, text)) in bars.iter().zip(&written) {
        let label = wrap(bar.label, label_width, TEXT, 3);
        let label_height = label.len().max(1) as f64 * TEXT * LEADING;
        canvas.begin("chart-row", &format!("{}: {text}", bar.label));
        let top = if narrow {
            canvas.lines(0.0, y + TEXT, Ink::text(), &label);
            y + label_height + 3.0
        } else {
            // Label and bar share their middle line.
            let height = label_height.max(thick);
            canvas.lines(0.0, y + (height - label_height) / 2.0 + TEXT, Ink::text(), &label);
            y + (height - thick) / 2.0
        };
        let length = match value {
            Some(value) if most > 0.0 => room * (value / most).clamp(0.0, 1.0),
            _ => 0.0,
        };
        let end = left + length;
        if value.is_some() {
            if length > 0.0 {
                canvas.rect(left, top, length.max(1.5), thick, &accent.hex(), None);
            }
            canvas.text(end + 7.0, top + thick / 2.0 + TEXT * 0.36, Ink::text().bold(), text);
        } else {
            let ink = Ink::small().italic();
            canvas.text(left + 7.0, top + thick / 2.0 + SMALL * 0.36, ink, text);
        }
        canvas.line(left, top - 3.0, left, top + thick + 3.0, Stroke::new(Colour::LINE, 1.5));
        canvas.end();
        y = if narrow { top + thick + 12.0 } else { y + label_height.max(thick) + 10.0 };
    }
    canvas.finish(frame, y, "chart-bars")
}

/// The ink of a text that ends at its x coordinate.
pub(crate) const fn ending(ink: Ink) -> Ink {
    ink.anchor(Anchor::End)
}
