//! A progress bar: how far, and how far one should be.

use crate::canvas::{Anchor, Canvas, Ink, SMALL, Stroke, TEXT, text_width};
use crate::words::words;
use crate::{Colour, Frame, format_percent};

/// Where a promise stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress<'a> {
    /// Share done, 0 to 1; `None` when nothing was measured.
    pub done: Option<f64>,
    /// Share expected by today, when a path is known.
    pub expected: Option<f64>,
    /// The state in words, for example "in linea".
    pub state: &'a str,
}

/// A bar with its percentage and state in words; unmeasured is not zero.
pub fn progress_bar(frame: &Frame<'_>, progress: &Progress<'_>) -> String {
    let mut canvas = Canvas::new(frame.id);
    let words = words(frame.language);
    let accent = frame.accent.at_least_on_white(3.0);
    let share = |value: Option<f64>| {
        value.filter(|value| value.is_finite()).map(|value| value.clamp(0.0, 1.0))
    };
    let (top, thick, width) = (26.0, 16.0, frame.width - 2.0);

    let done = share(progress.done);
    let figure =
        done.map_or_else(|| words.no_data.to_owned(), |done| format_percent(done, frame.language));
    canvas.text(1.0, 17.0, Ink::text().bold(), &figure);
    let after = 1.0 + text_width(&figure, TEXT) * 1.08 + 10.0;
    canvas.text(after, 17.0, Ink::small(), progress.state);

    let frame_line = Stroke::new(Colour::LINE, 1.5);
    match done {
        Some(done) => {
            canvas.rect(1.0, top, width, thick, "#ffffff", Some(frame_line));
            if done > 0.0 {
                canvas.rect(1.0, top, (width * done).max(3.0), thick, &accent.hex(), None);
            }
        }
        None => canvas.rect(1.0, top, width, thick, "#ffffff", Some(frame_line.dashed("5 4"))),
    }

    let mut height = top + thick + 6.0;
    if let Some(expected) = share(progress.expected) {
        let x = 1.0 + width * expected;
        canvas.line(x, top - 4.0, x, top + thick + 5.0, Stroke::new(Colour::WHITE, 5.0));
        canvas.line(x, top - 4.0, x, top + thick + 5.0, Stroke::new(Colour::INK, 2.5));
        let text =
            format!("{}: {}", words.expected_today, format_percent(expected, frame.language));
        let half = text_width(&text, SMALL) / 2.0;
        let middle =
            x.clamp(half.min(frame.width / 2.0), (frame.width - half).max(frame.width / 2.0));
        canvas.text(middle, top + thick + 20.0, Ink::small().anchor(Anchor::Middle), &text);
        height = top + thick + 27.0;
    }
    canvas.finish(frame, height, "chart-progress")
}
