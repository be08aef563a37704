//! Makes any text printable, and nothing but text.
//!
//! PDF/A and PDF/UA forbid characters without a glyph, so a single emoji that
//! no embedded font knows would refuse the whole Agenda. Such characters are
//! printed as an empty square; everything else is printed as it was written.

use unicode_normalization::UnicodeNormalization;

use crate::typesetter::Fonts;

/// What stands for a character no font can print.
pub const UNPRINTABLE: char = '\u{25a1}';

// A line can break anywhere in an unbroken run this long.
const LONG_WORD: usize = 24;
const BREAK_EVERY: usize = 8;
const BREAK_HERE: char = '\u{200b}';

/// Which characters are let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Everything some embedded font can print.
    Any,
    /// Only what the main font can print by itself: Latin, Greek, Cyrillic.
    European,
}

/// Cleans the texts of one document.
#[derive(Debug, Clone, Copy)]
pub struct Cleaner {
    pub script: Script,
}

impl Cleaner {
    /// One line of text, with places to break its overlong words.
    pub fn line(self, text: &str) -> String {
        breakable(&self.unbroken(text))
    }

    /// One line of text as it is, for metadata, drawings and codes.
    pub fn unbroken(self, text: &str) -> String {
        let fonts = Fonts::get();
        let mut clean = String::with_capacity(text.len());
        for character in text.nfc() {
            match character {
                c if c.is_whitespace() => {
                    if !clean.is_empty() && !clean.ends_with(' ') {
                        clean.push(if c == '\u{a0}' { c } else { ' ' });
                    }
                }
                c if c.is_control() || is_invisible(c) => {}
                c if fonts.can_print(c, self.script) => clean.push(c),
                _ => clean.push(UNPRINTABLE),
            }
        }
        clean.truncate(clean.trim_end().len());
        clean
    }

    /// Paragraphs, one for each line of each text; empty ones are left out.
    pub fn paragraphs(self, texts: &[String]) -> Vec<String> {
        texts
            .iter()
            .flat_map(|text| text.lines())
            .map(|line| self.line(line))
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// Characters that only steer others: joiners, direction overrides, variants.
///
/// Direction follows from the letters themselves; overrides are dropped because
/// they can make a text read differently from what it contains.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{fffe}'..='\u{ffff}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn breakable(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    for word in text.split_inclusive(' ') {
        let length = word.chars().count();
        for (place, character) in word.chars().enumerate() {
            if length > LONG_WORD && place > 0 && place % BREAK_EVERY == 0 && character != ' ' {
                broken.push(BREAK_HERE);
            }
            broken.push(character);
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANY: Cleaner = Cleaner { script: Script::Any };

    #[test]
    fn ordinary_text_stays_as_it_is() {
        let text = "Perché no? Così è: \u{201c}città\u{201d}, 12 €, \u{2264} 5 \u{2014} caffè d\u{2019}orzo #eval(1) $x$ *";
        assert_eq!(ANY.unbroken(text), text);
    }

    #[test]
    fn accents_are_put_together_and_blanks_reduced() {
        assert_eq!(ANY.unbroken("  citta\u{300}\t\n  nuova "), "città nuova");
    }

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        let text = "a\u{0}b\u{7}c\u{200d}d\u{202e}e\u{feff}f\u{fe0f}\u{ffff}";
        assert_eq!(ANY.unbroken(text), "abcdef");
    }

    #[test]
    fn what_no_font_has_becomes_a_square() {
        assert_eq!(ANY.unbroken("nome \u{5f20}\u{e000}"), "nome \u{25a1}\u{25a1}");
        assert_eq!(ANY.unbroken("\u{5d0}\u{633}\u{1f600}"), "\u{5d0}\u{633}\u{1f600}");
        let european = Cleaner { script: Script::European };
        assert_eq!(
            european.unbroken("è Ж \u{5d0}\u{1f600}").chars().filter(|c| *c == UNPRINTABLE).count(),
            2
        );
    }

    #[test]
    fn overlong_words_can_break() {
        let word = "x".repeat(30);
        let line = ANY.line(&format!("corta {word} fine"));
        assert_eq!(line.matches(BREAK_HERE).count(), 3);
        assert_eq!(line.replace(BREAK_HERE, ""), format!("corta {word} fine"));
        assert_eq!(ANY.line("precipitevolmente"), "precipitevolmente");
    }

    #[test]
    fn each_line_is_a_paragraph() {
        let texts = ["uno\n\ndue".to_owned(), "  ".to_owned(), "tre".to_owned()];
        assert_eq!(ANY.paragraphs(&texts), ["uno", "due", "tre"]);
    }
}
