//! Dates, money and numbers as people write them.

use charts::{Language, format_number};
use jiff::civil::Date;

// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

const MONTHS_IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `23 novembre 2026`; the first of a month is `1º` in Italian.
pub fn date(date: Date, language: Language) -> String {
    let month = usize::from(date.month().unsigned_abs()) - 1;
    match language {
        Language::It => {
            let ordinal = if date.day() == 1 { "º" } else { "" };
            format!("{}{ordinal}{NO_BREAK}{} {}", date.day(), MONTHS_IT[month], date.year())
        }
        Language::En => format!("{}{NO_BREAK}{} {}", date.day(), MONTHS_EN[month], date.year()),
    }
}

/// `1.234,56 €` in Italian, `€1,234.56` in English.
pub fn money(cents: i64, language: Language) -> String {
    // Cents stay whole numbers: a float would lose some above ninety million millions.
    let whole = cents.unsigned_abs() / 100;
    let rest = cents.unsigned_abs() % 100;
    let digits = whole.to_string();
    let (thousands, point) = match language {
        Language::It => ('.', ','),
        Language::En => (',', '.'),
    };
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    let minus = if cents < 0 { "\u{2212}" } else { "" };
    match language {
        Language::It => format!("{minus}{text}{point}{rest:02}{NO_BREAK}€"),
        Language::En => format!("{minus}€{text}{point}{rest:02}"),
    }
}

/// A number with its unit; a value that is not a number has no text.
pub fn quantity(value: f64, decimals: u8, unit: &str, language: Language) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    let number = format_number(value, decimals, language);
    Some(match unit.trim() {
        "" => number,
        "%" => format!("{number}%"),
        unit => format!("{number}{NO_BREAK}{unit}"),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn dates_are_written_as_people_say_them() {
        assert_eq!(date(day(2026, 11, 23), Language::It), "23\u{a0}novembre 2026");
        assert_eq!(date(day(2027, 1, 1), Language::It), "1º\u{a0}gennaio 2027");
        assert_eq!(date(day(2027, 1, 1), Language::En), "1\u{a0}January 2027");
    }

    #[test]
    fn money_keeps_every_cent() {
        assert_eq!(money(123_456, Language::It), "1.234,56\u{a0}€");
        assert_eq!(money(5, Language::It), "0,05\u{a0}€");
        assert_eq!(money(-123_456_789, Language::It), "\u{2212}1.234.567,89\u{a0}€");
        assert_eq!(money(123_456, Language::En), "€1,234.56");
        assert_eq!(money(i64::MAX, Language::It), "92.233.720.368.547.758,07\u{a0}€");
    }

    #[test]
    fn quantities_carry_their_unit() {
        let it = Language::It;
        assert_eq!(quantity(7381.0, 0, "persone", it).as_deref(), Some("7.381\u{a0}persone"));
        assert_eq!(quantity(80.0, 0, "%", it).as_deref(), Some("80%"));
        assert_eq!(quantity(12.0, 0, " ", it).as_deref(), Some("12"));
        assert_eq!(quantity(f64::NAN, 0, "", it), None);
    }
}
