//! Charts as SVG, made on the server, for web pages and PDF alike.
//!
//! Every function takes a [`Frame`] (who the chart is for a reader: id, title,
//! description, width, language, accent colour) and typed figures, and returns
//! one `<svg>` element as text. Three promises hold for all of them:
//!
//! * **It passes a strict content security policy.** No `style` attribute, no
//!   `<style>`, no script, no external reference: presentation attributes and
//!   classes only, so a page's own style sheet may still restyle a chart.
//! * **Nothing depends on colour alone.** Values are written, series carry a
//!   letter, terms carry a texture, missing figures carry a word. Marks have a
//!   contrast of at least 3:1 on white and texts at least 4.5:1.
//! * **Whatever text comes in is only ever text.** Labels are escaped, control
//!   characters dropped, ids reduced to letters that an id may have.
//!
//! A chart is a picture beside its table, never instead of it.

mod bars;
mod canvas;
mod colour;
mod day;
mod indicator;
mod number;
mod progress;
mod stacked;
mod tiles;
mod timeline;
mod words;

pub use bars::{Bar, horizontal_bars};
pub use colour::{Colour, PALETTE};
pub use day::Day;
pub use indicator::{ExpectedPath, IndicatorSeries, Point, Reading, indicator_line};
pub use number::{format_number, format_percent};
pub use progress::{Progress, progress_bar};
pub use stacked::{StackedRow, stacked_bars};
pub use tiles::{Tile, tile_map};
pub use timeline::{TermGroup, TimelineItem, timeline, timeline_over};

/// The language of the few words a chart writes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Italian: `1.234,5`, "nessun dato".
    #[default]
    It,
    /// English: `1,234.5`, "no data".
    En,
}

impl Language {
    /// The language's tag as written in a `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }
}

/// What a chart is to its reader, and the space it has.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// Unique in the page; `aria-labelledby` and textures are built on it.
    pub id: &'a str,
    /// The chart's accessible name.
    pub title: &'a str,
    /// One sentence that says what the picture shows, for who cannot see it.
    pub description: &'a str,
    /// Width in drawing units; texts are 13 to 15 units tall.
    pub width: f64,
    /// Language of the chart's own words and numbers.
    pub language: Language,
    /// Colour of the main marks; darkened if too pale to be seen on white.
    pub accent: Colour,
}

impl<'a> Frame<'a> {
    /// Width that reads well in a column of a phone (320 px and up).
    pub const PHONE: f64 = 340.0;
    /// Width that reads well on a desktop page, on A4 and on a projector.
    pub const PAGE: f64 = 720.0;

    /// A frame for a page, in Italian, in the default blue.
    pub const fn new(id: &'a str, title: &'a str, description: &'a str) -> Self {
        Self {
            id,
            title,
            description,
            width: Self::PAGE,
            language: Language::It,
            accent: PALETTE[0],
        }
    }

    /// The same frame at another width (at least 240 units).
    #[must_use]
    pub const fn width(mut self, width: f64) -> Self {
        self.width = width.max(240.0);
        self
    }

    /// The same frame in another language.
    #[must_use]
    pub const fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// The same frame in a body's colour.
    #[must_use]
    pub const fn accent(mut self, accent: Colour) -> Self {
        self.accent = accent;
        self
    }

    /// True when labels go above the marks instead of beside them.
    fn is_narrow(&self) -> bool {
        self.width < 520.0
    }
}

/// The same chart twice, for a phone and for a page, in one piece of HTML.
///
/// A drawing cannot reflow, so a page carries both and its style sheet shows
/// one: `.chart-phone` below 576 px, `.chart-page` above. The hidden one, being
/// `display: none`, is not read out either.
pub fn for_screens(frame: &Frame<'_>, draw: impl Fn(&Frame<'_>) -> String) -> String {
    let id = canvas::safe_id(frame.id);
    let (phone_id, page_id) = (format!("{id}-phone"), format!("{id}-page"));
    let phone = draw(&Frame { id: &phone_id, width: Frame::PHONE, ..*frame });
    let page = draw(&Frame { id: &page_id, width: Frame::PAGE, ..*frame });
    format!("<div class=\"chart-phone\">{phone}</div><div class=\"chart-page\">{page}</div>")
}
