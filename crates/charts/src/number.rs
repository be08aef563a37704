//! Numbers as people of each language write them.

use crate::Language;

/// A number with its thousands separated: `1.234,5` in Italian.
pub fn format_number(value: f64, decimals: u8, language: Language) -> String {
    let (thousands, point) = match language {
        Language::It => ('.', ','),
        Language::En => (',', '.'),
    };
    let plain = format!("{:.*}", usize::from(decimals.min(9)), value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let mut text = String::with_capacity(plain.len() + 8);
    if value < 0.0 && !is_zero {
        text.push('\u{2212}');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// A share of one as a whole percentage: `0.42` is `42%`.
pub fn format_percent(share: f64, language: Language) -> String {
    format!("{}%", format_number(share * 100.0, 0, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_do() {
        assert_eq!(format_number(7381.0, 0, Language::It), "7.381");
        assert_eq!(format_number(1_234_567.25, 2, Language::It), "1.234.567,25");
        assert_eq!(format_number(1_234_567.25, 2, Language::En), "1,234,567.25");
        assert_eq!(format_number(-0.2, 0, Language::It), "0");
        assert_eq!(format_number(-12.5, 1, Language::It), "\u{2212}12,5");
        assert_eq!(format_number(999.0, 0, Language::It), "999");
        assert_eq!(format_percent(0.424, Language::It), "42%");
    }
}
