//! Money as text.

use thiserror::Error;

/// Why a text is no amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AmountError {
    #[error("it is empty")]
    Empty,
    #[error("it is negative")]
    Negative,
    #[error("it is not a number with at most one comma or point before the decimals")]
    NotANumber,
    #[error("it is finer than a hundredth")]
    TooFine,
    #[error("it is too large")]
    TooLarge,
}

/// Reads `1000`, `1000.5` or `1000,50` as hundredths.
pub(super) fn cents(text: &str) -> Result<u64, AmountError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(AmountError::Empty);
    }
    if text.starts_with('-') {
        return Err(AmountError::Negative);
    }
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || whole.len() + decimals.len() == 0 {
        return Err(AmountError::NotANumber);
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > 2 {
        return Err(AmountError::TooFine);
    }
    format!("0{whole}{decimals:0<2}")
        .parse::<u64>()
        .ok()
        .filter(|&cents| i64::try_from(cents).is_ok())
        .ok_or(AmountError::TooLarge)
}

/// The shortest text that [`cents`] reads back, with a point.
pub(super) fn text(cents: u64) -> String {
    let (whole, rest) = (cents / 100, cents % 100);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::{AmountError, cents, text};

    #[test]
    fn amounts_with_comma_point_and_trailing_zeros() {
        for (written, expected) in [
            ("1000", 100_000),
            ("1000.5", 100_050),
            ("1000,50", 100_050),
            (" 308298.85 ", 30_829_885),
            ("400000.000", 40_000_000),
            (".5", 50),
            ("7.", 700),
            ("0", 0),
        ] {
            assert_eq!(cents(written), Ok(expected), "{written}");
        }
        assert_eq!(text(100_050), "1000.50");
        assert_eq!(text(40_000_000), "400000");
        assert_eq!(text(5), "0.05");
    }

    #[test]
    fn amounts_that_are_refused() {
        for (written, expected) in [
            ("", AmountError::Empty),
            ("-5", AmountError::Negative),
            ("1.000,50", AmountError::NotANumber),
            ("1e3", AmountError::NotANumber),
            ("NaN", AmountError::NotANumber),
            ("+3", AmountError::NotANumber),
            (".", AmountError::NotANumber),
            ("0.001", AmountError::TooFine),
            ("92233720368547758.08", AmountError::TooLarge),
            ("99999999999999999999999999", AmountError::TooLarge),
        ] {
            assert_eq!(cents(written), Err(expected), "{written}");
        }
        assert_eq!(cents("92233720368547758.07"), Ok(i64::MAX as u64));
    }
}
