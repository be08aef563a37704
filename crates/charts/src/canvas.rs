//! The pencil: escaped text, measured words, and the few shapes charts use.

use std::fmt::Write as _;

use crate::{Colour, Frame};

/// Height of ordinary text.
pub const TEXT: f64 = 15.0;
/// Height of small text (axes, legends).
pub const SMALL: f64 = 13.0;
/// Distance between two lines of text.
pub const LEADING: f64 = 1.3;

// First the design system's font, then the one documents embed.
const FONTS: &str = "Titillium Web, Noto Sans, Liberation Sans, Arial, sans-serif";

/// Where a text is hung on its x coordinate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    pub colour: Colour,
    pub anchor: Anchor,
    /// A white rim that keeps the text readable over lines.
    pub halo: bool,
}

impl Ink {
    /// Ordinary text.
    pub const fn text() -> Self {
        Self {
            size: TEXT,
            bold: false,
            italic: false,
            colour: Colour::INK,
            anchor: Anchor::Start,
            halo: false,
        }
    }

    /// Small, softer text.
    pub const fn small() -> Self {
        Self { size: SMALL, colour: Colour::SOFT_INK, ..Self::text() }
    }

    pub const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    pub const fn italic(mut self) -> Self {
        self.italic = true;
        self
    }

    pub const fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    pub const fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    pub const fn halo(mut self) -> Self {
        self.halo = true;
        self
    }
}

/// A line's look: colour, thickness and dashes.
#[derive(Debug, Clone, Copy)]
pub struct Stroke {
    pub colour: Colour,
    pub width: f64,
    /// As in `stroke-dasharray`; empty means unbroken.
    pub dashes: &'static str,
}

impl Stroke {
    pub const fn new(colour: Colour, width: f64) -> Self {
        Self { colour, width, dashes: "" }
    }

    pub const fn dashed(mut self, dashes: &'static str) -> Self {
        self.dashes = dashes;
        self
    }

    fn attributes(self) -> String {
        let mut text =
            format!(" stroke=\"{}\" stroke-width=\"{}\"", self.colour.hex(), short(self.width));
        if !self.dashes.is_empty() {
            let _ = write!(text, " stroke-dasharray=\"{}\"", self.dashes);
        }
        text
    }
}

/// A drawing under way.
pub struct Canvas {
    body: String,
    definitions: String,
    pub id: String,
}

impl Canvas {
    pub fn new(id: &str) -> Self {
        Self { body: String::with_capacity(2048), definitions: String::new(), id: safe_id(id) }
    }

    pub fn text(&mut self, x: f64, y: f64, ink: Ink, content: &str) {
        if content.trim().is_empty() {
            return;
        }
        let anchor = match ink.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if ink.bold { " font-weight=\"700\"" } else { "" };
        let style = if ink.italic { " font-style=\"italic\"" } else { "" };
        let halo = if ink.halo {
            " stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        } else {
            ""
        };
        let _ = write!(
            self.body,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{anchor}{weight}{style}{halo}>{}</text>",
            short(x),
            short(y),
            short(ink.size),
            ink.colour.hex(),
            escape(content),
        );
    }

    /// Lines of text one under the other; `y` is the first one's foot.
    pub fn lines(&mut self, x: f64, y: f64, ink: Ink, lines: &[String]) {
        for (place, line) in lines.iter().enumerate() {
            self.text(x, y + place as f64 * ink.size * LEADING, ink, line);
        }
    }

    pub fn rect(
        &mut self,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        fill: &str,
        stroke: Option<Stroke>,
    ) {
        let stroke = stroke.map(Stroke::attributes).unwrap_or_default();
        let _ = write!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\" fill=\"{}\"{stroke}/>",
            short(x),
            short(y),
            short(width.max(0.0)),
            short(height.max(0.0)),
            escape(fill),
        );
    }

    pub fn line(&mut self, x1: f64, y1: f64, x2: f64, y2: f64, stroke: Stroke) {
        let _ = write!(
            self.body,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>",
            short(x1),
            short(y1),
            short(x2),
            short(y2),
            stroke.attributes(),
        );
    }

    pub fn polyline(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        let list: Vec<String> =
            points.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect();
        let _ = write!(
            self.body,
            "<polyline points=\"{}\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"{}/>",
            list.join(" "),
            stroke.attributes(),
        );
    }

    pub fn circle(&mut self, x: f64, y: f64, radius: f64, fill: Colour, stroke: Stroke) {
        let _ = write!(
            self.body,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{}/>",
            short(x),
            short(y),
            short(radius),
            fill.hex(),
            stroke.attributes(),
        );
    }

    /// A square standing on a corner: a target, an end date.
    pub fn diamond(&mut self, x: f64, y: f64, radius: f64, fill: Colour, stroke: Stroke) {
        let _ = write!(
            self.body,
            "<path d=\"M{} {}l{r} {r}l-{r} {r}l-{r} -{r}z\" fill=\"{}\"{}/>",
            short(x),
            short(y - radius),
            fill.hex(),
            stroke.attributes(),
            r = short(radius),
        );
    }

    /// Opens a group whose title a pointer shows; close it with `end`.
    pub fn begin(&mut self, class: &str, title: &str) {
        let _ = write!(self.body, "<g class=\"{class}\"><title>{}</title>", escape(title));
    }

    pub fn end(&mut self) {
        self.body.push_str("</g>");
    }

    /// Defines slanted lines on a tint and returns the fill that uses them.
    pub fn hatch(&mut self, name: &str, colour: Colour) -> String {
        let id = format!("{}-{name}", self.id);
        let _ = write!(
            self.definitions,
            "<pattern id=\"{id}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"{}\"/>\
             <rect width=\"2.4\" height=\"7\" fill=\"{}\"/></pattern>",
            colour.mixed(Colour::WHITE, 0.86).hex(),
            colour.hex(),
        );
        format!("url(#{id})")
    }

    /// The finished `<svg>` element.
    pub fn finish(self, frame: &Frame<'_>, height: f64, class: &str) -> String {
        let definitions = if self.definitions.is_empty() {
            String::new()
        } else {
            format!("<defs>{}</defs>", self.definitions)
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {class}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" lang=\"{lang}\" font-family=\"{FONTS}\">\
             <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{desc}</desc>\
             {definitions}{body}</svg>",
            width = short(frame.width),
            height = short(height.ceil()),
            id = self.id,
            lang = frame.language.tag(),
            title = escape(frame.title),
            desc = escape(frame.description),
            body = self.body,
        )
    }
}

/// Text as XML writes it; characters XML cannot hold are dropped.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// The part of a text that an id may have; never empty.
pub fn safe_id(text: &str) -> String {
    let id: String = text
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' })
        .collect();
    if id.starts_with(|c: char| c.is_ascii_alphabetic()) { id } else { format!("chart-{id}") }
}

/// A coordinate with one decimal at most.
pub fn short(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 || !rounded.is_finite() { "0".to_owned() } else { format!("{rounded}") }
}

/// Width of a text, estimated on the wide side of common sans-serif fonts.
pub fn text_width(text: &str, size: f64) -> f64 {
    let ems: f64 =
        text.chars()
            .map(|character| match character {
                'i' | 'l' | 'j' | 'I' | '.' | ',' | ';' | ':' | '\'' | '\u{2019}' | '|' | '!'
                | ' ' => 0.29,
                't' | 'f' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '"' | '1' => 0.42,
                'm' | 'w' | 'M' | 'W' | '@' | '%' | '\u{2014}' | '\u{2026}' => 0.94,
                '0'..='9' => 0.58,
                other if other.is_uppercase() => 0.68,
                other if other as u32 > 0x2e7f => 1.1,
                _ => 0.57,
            })
            .sum();
    ems * size
}

/// A text broken into at most `most` lines no wider than `width`.
///
/// A word longer than a line is cut; what does not fit ends with an ellipsis.
pub fn wrap(text: &str, width: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&joined, size) <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if text_width(&line, size) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(character);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && text_width(last, size) + size > width {
                last.pop();
            }
            let kept = last.trim_end_matches([' ', ',', '.', ';', ':']).len();
            last.truncate(kept);
            last.push('\u{2026}');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_cleaned() {
        assert_eq!(escape("<b a=\"1\">&'\u{0}\n"), "&lt;b a=&quot;1&quot;&gt;&amp;&#39; ");
    }

    #[test]
    fn ids_keep_only_what_an_id_may_have() {
        assert_eq!(safe_id("az-01"), "az-01");
        assert_eq!(safe_id("1\" onload=\"x"), "chart-1--onload--x");
        assert_eq!(safe_id(""), "chart-");
    }

    #[test]
    fn long_labels_wrap_and_end_with_an_ellipsis() {
        let lines = wrap(
            "Servizi di assistenza domiciliare per anziani non autosufficienti",
            150.0,
            15.0,
            2,
        );
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('\u{2026}'), "{lines:?}");
        for line in &lines {
            assert!(text_width(line, 15.0) <= 165.0, "{line}");
        }
        assert_eq!(wrap("corta", 150.0, 15.0, 2), ["corta"]);
        assert!(wrap("", 150.0, 15.0, 2).is_empty());
    }

    #[test]
    fn a_word_without_end_is_cut() {
        let lines = wrap(&"x".repeat(500), 100.0, 15.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| text_width(line, 15.0) <= 115.0));
    }
}
