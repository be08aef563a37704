//! Money: whole cents, read and written the Italian way.

use crate::italian::group_thousands;

/// An amount in euro cents.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(transparent)]
pub struct Cents(pub i64);

/// The largest amount a person may type: a hundred billion euro.
const MOST: i64 = 10_000_000_000_000;

/// Why a typed amount was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a number of euro.
    #[error("not an amount")]
    NotAnAmount,
    /// Below zero.
    #[error("negative amount")]
    Negative,
    /// Above a hundred billion.
    #[error("amount too large")]
    TooLarge,
}

impl Cents {
    /// Reads `1.234,56`, `1234.56`, `€ 1 234`, `12500`; refuses negative amounts and more than two decimals.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let text: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\'' | '\u{a0}' | '\u{202f}'))
            .collect();
        let text = text.strip_suffix("EUR").or_else(|| text.strip_suffix("euro")).unwrap_or(&text);
        if text.starts_with(['-', '\u{2212}']) {
            return Err(MoneyError::Negative);
        }
        let (whole, decimals) = split_decimals(text).ok_or(MoneyError::NotAnAmount)?;
        // A sign may not hide after the comma: `0,-5` is no amount.
        if !decimals.bytes().all(|b| b.is_ascii_digit()) {
            return Err(MoneyError::NotAnAmount);
        }
        let euro: i64 = whole.parse().map_err(|_| {
            if whole.len() > 15 && whole.bytes().all(|b| b.is_ascii_digit()) {
                MoneyError::TooLarge
            } else {
                MoneyError::NotAnAmount
            }
        })?;
        let cents: i64 = match decimals.len() {
            0 => 0,
            1 => decimals.parse::<i64>().map_err(|_| MoneyError::NotAnAmount)? * 10,
            2 => decimals.parse().map_err(|_| MoneyError::NotAnAmount)?,
            _ => return Err(MoneyError::NotAnAmount),
        };
        let total =
            euro.checked_mul(100).and_then(|c| c.checked_add(cents)).ok_or(MoneyError::TooLarge)?;
        if total > MOST { Err(MoneyError::TooLarge) } else { Ok(Self(total)) }
    }

    /// `1.234,56 €`, without decimals when there are none.
    pub fn italian(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (euro, cents) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let whole = group_thousands(&euro.to_string(), '.');
        if cents == 0 {
            format!("{sign}{whole}\u{a0}€")
        } else {
            format!("{sign}{whole},{cents:02}\u{a0}€")
        }
    }

    /// `€1,234.56`, without decimals when there are none.
    pub fn english(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (euro, cents) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let whole = group_thousands(&euro.to_string(), ',');
        if cents == 0 {
            format!("{sign}€{whole}")
        } else {
            format!("{sign}€{whole}.{cents:02}")
        }
    }

    /// `1234,56`, as typed into a form.
    pub fn typed(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (euro, cents) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if cents == 0 { format!("{sign}{euro}") } else { format!("{sign}{euro},{cents:02}") }
    }
}

/// Splits at the decimal mark: a comma always, a point when it is not grouping thousands.
fn split_decimals(text: &str) -> Option<(String, &str)> {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let ungroup = |s: &str, mark: char| -> Option<String> {
        let parts: Vec<&str> = s.split(mark).collect();
        let grouped = parts.len() == 1 || parts[1..].iter().all(|p| p.len() == 3);
        (grouped && parts.iter().all(|p| digits(p))).then(|| parts.concat())
    };
    match (text.rfind(','), text.rfind('.')) {
        (Some(c), Some(p)) if p > c => Some((ungroup(&text[..p], ',')?, &text[p + 1..])),
        (Some(c), _) => Some((ungroup(&text[..c], '.')?, &text[c + 1..])),
        (None, Some(p)) if text.len() - p - 1 != 3 => {
            Some((ungroup(&text[..p], '.')?, &text[p + 1..]))
        }
        (None, _) => Some((ungroup(text, '.')?, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_people_write_them() {
        for (text, cents) in [
            ("12500", 1_250_000),
            ("12.500", 1_250_000),
            ("12.500,5", 1_250_050),
            ("12,500.50", 1_250_050),
            ("€ 1 234,56", 123_456),
            ("3.50", 350),
            ("0", 0),
            ("250 euro", 25_000),
        ] {
            assert_eq!(Cents::parse(text), Ok(Cents(cents)), "{text}");
        }
        assert_eq!(Cents::parse("-5"), Err(MoneyError::Negative));
        assert_eq!(Cents::parse("9999999999999999999"), Err(MoneyError::TooLarge));
        for bad in ["", "abc", "1,234,56", "1.2.3", "=1+1", "1e9", "12,345", "NaN", "0,-5", "3.+5"]
        {
            assert_eq!(Cents::parse(bad), Err(MoneyError::NotAnAmount), "{bad}");
        }
    }

    #[test]
    fn amounts_as_pages_show_them() {
        assert_eq!(Cents(1_250_050).italian(), "12.500,50\u{a0}€");
        assert_eq!(Cents(100_000_000).italian(), "1.000.000\u{a0}€");
        assert_eq!(Cents(-5).italian(), "-0,05\u{a0}€");
        assert_eq!(Cents(1_250_050).english(), "€12,500.50");
        assert_eq!(Cents(1_250_050).typed(), "12500,50");
        assert_eq!(Cents(-5).typed(), "-0,05");
    }
}
