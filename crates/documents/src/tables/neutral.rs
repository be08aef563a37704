//! Keeps a text from being run as a formula.

use std::borrow::Cow;

/// A text that no spreadsheet takes for a formula.
///
/// As the OWASP page on CSV injection advises, a text that begins with `=`,
/// `+`, `-`, `@`, a tab or a line end gets an apostrophe in front. So do their
/// full-width forms, and a formula behind leading blanks, which some programs
/// trim while importing.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    let dangerous = |character: char| {
        matches!(
            character,
            '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}' | '\u{2212}'
        )
    };
    let starts_with_control = text.starts_with(['\t', '\r', '\n', '\0']);
    let is_formula = text
        .trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}')
        .starts_with(dangerous);
    if starts_with_control || is_formula {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_get_an_apostrophe() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\rx",
            "\nx",
            " =1",
            "\u{ff1d}1",
            "\u{feff}=1",
            "=HYPERLINK(\"http://x\",\"y\")",
            "=cmd|' /C calc'!A0",
        ] {
            assert_eq!(neutralised(text), format!("'{text}"));
        }
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in ["", "a=b", "Punto 1 - uno", "1+1", "'=1", "nome@ente.it", "\u{2014} x"] {
            assert_eq!(neutralised(text), text);
        }
    }
}
