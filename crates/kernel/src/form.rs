//! What a person typed into a form: read field by field, kept as typed, refused with a reason per field.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use crate::{Cents, clock::parse_day, email::Email, italian::parse_decimal, money::MoneyError};

/// Why one field was refused: the key of the message, and the number it speaks of (`n`).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FieldError {
    /// The field's name in the form.
    pub field: &'static str,
    /// The key of the message.
    pub key: &'static str,
    /// The limit that was passed, when the message names one.
    pub n: Option<i64>,
}

/// A submitted form being read: keeps what was typed and gathers what is wrong, at most one reason per field.
///
/// Each reader gives a usable value even when the field is refused, so that a form is read to its
/// end and the person sees every mistake at once; [`Draft::finish`] says whether there was any.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    pairs: Vec<(String, String)>,
    with_nul: Vec<String>,
    errors: Vec<FieldError>,
}

impl Draft {
    /// Takes the submitted pairs, cleaned: line ends as `\n`, composed letters (NFC), no control
    /// characters and no marks that turn the direction of writing.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        let with_nul = pairs
            .iter()
            .filter(|(_, value)| value.contains('\0'))
            .map(|(name, _)| name.clone())
            .collect();
        let pairs = pairs.into_iter().map(|(name, value)| (name, clean(&value))).collect();
        Self { pairs, with_nul, errors: Vec::new() }
    }

    /// What was typed, cleaned; empty when the field was not sent.
    pub fn value(&self, field: &str) -> &str {
        self.pairs.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// Every value sent for a field that may be repeated.
    pub fn values<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Whether the field was sent at all, empty or not.
    pub fn has(&self, field: &str) -> bool {
        self.pairs.iter().any(|(name, _)| name == field)
    }

    /// Refuses a field for a reason of the caller's own.
    pub fn refuse(&mut self, field: &'static str, key: &'static str, n: Option<i64>) {
        if !self.errors.iter().any(|error| error.field == field) {
            self.errors.push(FieldError { field, key, n });
        }
    }

    /// What was refused so far.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// The text of a field, or `None` when it is empty or holds a NUL.
    fn filled(&mut self, field: &'static str, required: bool) -> Option<String> {
        if self.with_nul.iter().any(|name| name == field) {
            self.refuse(field, "form-bad-characters", None);
            return None;
        }
        let value = self.value(field).trim().to_owned();
        if value.is_empty() {
            if required {
                self.refuse(field, "form-required", None);
            }
            return None;
        }
        Some(value)
    }

    fn measured(&mut self, field: &'static str, value: String, min: usize, max: usize) -> String {
        let length = value.chars().count();
        if length < min {
            self.refuse(field, "form-too-short", Some(min as i64));
        } else if length > max {
            self.refuse(field, "form-too-long", Some(max as i64));
        }
        value
    }

    /// One line of `min` to `max` characters; runs of spaces and line breaks become one space.
    pub fn text(&mut self, field: &'static str, required: bool, min: usize, max: usize) -> String {
        let Some(value) = self.filled(field, required) else { return String::new() };
        let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
        self.measured(field, line, min, max)
    }

    /// A text of one or more lines, `min` to `max` characters; spaces at line ends are dropped.
    pub fn lines(&mut self, field: &'static str, required: bool, min: usize, max: usize) -> String {
        let Some(value) = self.filled(field, required) else { return String::new() };
        let text = value.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        self.measured(field, text, min, max)
    }

    /// A secret as it was typed (spaces count), `min` to `max` characters; a NUL is refused.
    pub fn secret(&mut self, field: &'static str, min: usize, max: usize) -> String {
        if self.filled(field, true).is_none() {
            return String::new();
        }
        let value = self.value(field).to_owned();
        self.measured(field, value, min, max)
    }

    /// One code of a list.
    pub fn choice<T>(
        &mut self,
        field: &'static str,
        required: bool,
        recognise: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let code = self.filled(field, required)?;
        let found = recognise(&code);
        if found.is_none() {
            self.refuse(field, "form-not-in-list", None);
        }
        found
    }

    /// Any codes of a list, each once, in the order sent; one unknown code refuses the field.
    pub fn many<T: PartialEq>(
        &mut self,
        field: &'static str,
        required: bool,
        recognise: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let codes: Vec<String> = self
            .values(field)
            .map(str::trim)
            .filter(|code| !code.is_empty())
            .map(Into::into)
            .collect();
        if self.with_nul.iter().any(|name| name == field) {
            self.refuse(field, "form-bad-characters", None);
        }
        if codes.is_empty() && required {
            self.refuse(field, "form-required", None);
        }
        let mut found = Vec::with_capacity(codes.len());
        for code in codes {
            match recognise(&code) {
                Some(value) if found.contains(&value) => {}
                Some(value) => found.push(value),
                None => self.refuse(field, "form-not-in-list", None),
            }
        }
        found
    }

    /// A day that exists.
    pub fn day(&mut self, field: &'static str, required: bool) -> Option<Date> {
        let typed = self.filled(field, required)?;
        let day = parse_day(&typed).filter(|day| (1900..=2200).contains(&day.year()));
        if day.is_none() {
            self.refuse(field, "form-not-a-day", None);
        }
        day
    }

    /// An amount of euro, zero or more.
    pub fn cents(&mut self, field: &'static str, required: bool) -> Option<Cents> {
        let typed = self.filled(field, required)?;
        match Cents::parse(&typed) {
            Ok(cents) => Some(cents),
            Err(why) => {
                let key = match why {
                    MoneyError::NotAnAmount => "form-not-an-amount",
                    MoneyError::Negative => "form-negative",
                    MoneyError::TooLarge => "form-too-large",
                };
                self.refuse(field, key, None);
                None
            }
        }
    }

    /// A decimal number, `1.234,5` or `1234.5`; beyond a million millions it is refused.
    pub fn decimal(&mut self, field: &'static str, required: bool) -> Option<f64> {
        let typed = self.filled(field, required)?;
        match parse_decimal(&typed).filter(|number| number.is_finite()) {
            Some(number) if number.abs() > 1e12 => {
                self.refuse(field, "form-too-large", None);
                None
            }
            Some(number) => Some(number),
            None => {
                self.refuse(field, "form-not-a-number", None);
                None
            }
        }
    }

    /// A whole number in a range; points that group thousands are allowed.
    pub fn integer(
        &mut self,
        field: &'static str,
        required: bool,
        range: RangeInclusive<i64>,
    ) -> Option<i64> {
        let typed = self.filled(field, required)?;
        let Some(number) = parse_integer(&typed) else {
            self.refuse(field, "form-not-a-number", None);
            return None;
        };
        if range.contains(&number) {
            return Some(number);
        }
        match (number < *range.start(), *range.start()) {
            (true, 0) => self.refuse(field, "form-negative", None),
            (true, least) => self.refuse(field, "form-too-small", Some(least)),
            (false, _) => self.refuse(field, "form-too-large", Some(*range.end())),
        }
        None
    }

    /// An e-mail address.
    pub fn email(&mut self, field: &'static str, required: bool) -> Option<Email> {
        let typed = self.filled(field, required)?;
        let email = Email::parse(&typed);
        if email.is_none() {
            self.refuse(field, "form-not-an-email", None);
        }
        email
    }

    /// Whether a box was ticked (`1`, `on`, `true`, `si`).
    pub fn flag(&self, field: &str) -> bool {
        matches!(self.value(field).trim(), "1" | "on" | "true" | "si" | "sì" | "yes")
    }

    /// Whether everything read was good; otherwise what to mend, in the order of reading.
    pub fn finish(&self) -> Result<(), Vec<FieldError>> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors.clone()) }
    }
}

/// A whole number with or without points between groups of three digits.
fn parse_integer(typed: &str) -> Option<i64> {
    let (negative, digits) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, typed.strip_prefix('+').unwrap_or(typed)),
    };
    let groups: Vec<&str> = digits.split(['.', '\'', ' ', '\u{a0}', '\u{202f}']).collect();
    let grouped = groups[1..].iter().all(|group| group.len() == 3)
        && (groups.len() == 1 || (1..=3).contains(&groups[0].len()));
    let whole = groups.concat();
    if !grouped || whole.is_empty() || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // More digits than fit are still a number: one too large for any range.
    let number = whole.parse().unwrap_or(i64::MAX);
    Some(if negative { -number } else { number })
}

/// Line ends as `\n`, letters composed, and nothing invisible that could disguise a text.
fn clean(value: &str) -> String {
    value
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .filter(|c| {
            let turns_direction =
                matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
            !turns_direction && (!c.is_control() || matches!(c, '\n' | '\t'))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(pairs: &[(&str, &str)]) -> Draft {
        Draft::new(pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
    }

    fn only_error(draft: &Draft) -> (&'static str, Option<i64>) {
        let errors = draft.finish().unwrap_err();
        assert_eq!(errors.len(), 1, "{errors:?}");
        (errors[0].key, errors[0].n)
    }

    #[test]
    fn texts_are_cleaned_and_measured_in_characters() {
        let mut d = draft(&[("t", "  Citta\u{300}\u{202e} \r\n di\u{7} tutti ")]);
        assert_eq!(d.text("t", true, 3, 14), "Città di tutti");
        assert_eq!(d.finish(), Ok(()));
        let mut d = draft(&[("t", "è"), ("u", "èèèè")]);
        d.text("t", true, 2, 3);
        assert_eq!(only_error(&d), ("form-too-short", Some(2)));
        let mut d = draft(&[("u", "èèèè")]);
        assert_eq!(d.text("u", true, 2, 3), "èèèè");
        assert_eq!(only_error(&d), ("form-too-long", Some(3)));
        assert_eq!(d.value("u"), "èèèè");
    }

    #[test]
    fn lines_keep_their_breaks() {
        let mut d = draft(&[("t", "uno  \r\n\r\ndue\rtre\n")]);
        assert_eq!(d.lines("t", true, 1, 100), "uno\n\ndue\ntre");
    }

    #[test]
    fn empty_is_refused_only_when_required() {
        let mut d = draft(&[("a", "   ")]);
        assert_eq!(d.text("a", false, 5, 9), "");
        assert_eq!(d.day("missing", false), None);
        assert_eq!(d.choice("a", false, |_| Some(1)), None);
        assert_eq!(d.finish(), Ok(()));
        d.text("a", true, 5, 9);
        assert_eq!(only_error(&d), ("form-required", None));
    }

    #[test]
    fn nul_is_refused_whatever_the_field_is() {
        let mut d = draft(&[("t", "a\0b"), ("m", "x\0")]);
        d.text("t", false, 1, 9);
        d.many("m", false, |c| (c == "x").then_some(1));
        let keys: Vec<_> = d.errors().iter().map(|e| e.key).collect();
        assert_eq!(keys, ["form-bad-characters", "form-bad-characters"]);
        assert_eq!(d.value("t"), "ab");
    }

    #[test]
    fn a_secret_keeps_its_spaces() {
        let mut d = draft(&[("p", " a b ")]);
        assert_eq!(d.secret("p", 5, 9), " a b ");
        assert_eq!(d.finish(), Ok(()));
    }

    #[test]
    fn choices_come_from_their_list() {
        let known = |code: &str| ["a", "b"].into_iter().position(|k| k == code);
        let mut d = draft(&[("one", "b"), ("m", "b"), ("m", "a"), ("m", "b"), ("bad", "z")]);
        assert_eq!(d.choice("one", true, known), Some(1));
        assert_eq!(d.many("m", true, known), [1, 0]);
        assert_eq!(d.finish(), Ok(()));
        assert_eq!(d.choice("bad", true, known), None);
        assert_eq!(only_error(&d), ("form-not-in-list", None));
        let mut d = draft(&[("bad", "a"), ("bad", "z")]);
        d.many("bad", true, known);
        assert_eq!(only_error(&d), ("form-not-in-list", None));
        let mut d = draft(&[]);
        d.many("m", true, known);
        assert_eq!(only_error(&d), ("form-required", None));
    }

    #[test]
    fn days_and_amounts_say_what_is_wrong() {
        let mut d = draft(&[("d", "31/12/2027"), ("c", "1.250,50")]);
        assert_eq!(d.day("d", true), Some(Date::constant(2027, 12, 31)));
        assert_eq!(d.cents("c", true), Some(Cents(125_050)));
        for (typed, key) in [
            ("31/02/2027", "form-not-a-day"),
            ("0001-01-01", "form-not-a-day"),
            ("ieri", "form-not-a-day"),
        ] {
            let mut d = draft(&[("d", typed)]);
            assert_eq!(d.day("d", true), None);
            assert_eq!(only_error(&d).0, key, "{typed}");
        }
        for (typed, key) in [
            ("-5", "form-negative"),
            ("=1+1", "form-not-an-amount"),
            ("99999999999999999999", "form-too-large"),
        ] {
            let mut d = draft(&[("c", typed)]);
            assert_eq!(d.cents("c", true), None);
            assert_eq!(only_error(&d).0, key, "{typed}");
        }
    }

    #[test]
    fn numbers_stay_in_their_range() {
        let read = |typed: &str| {
            let mut d = draft(&[("n", typed)]);
            let n = d.integer("n", true, 0..=10_000);
            (n, d.errors().first().map(|e| (e.key, e.n)))
        };
        assert_eq!(read("1.250"), (Some(1250), None));
        assert_eq!(read("10000"), (Some(10_000), None));
        assert_eq!(read("-1"), (None, Some(("form-negative", None))));
        assert_eq!(read("99999999999999999999999"), (None, Some(("form-too-large", Some(10_000)))));
        for bad in ["1.25", "1,5", "abc", "1e3", "--1", "1234.567"] {
            assert_eq!(read(bad), (None, Some(("form-not-a-number", None))), "{bad}");
        }
        let mut d = draft(&[("n", "2")]);
        assert_eq!(d.integer("n", true, 3..=5), None);
        assert_eq!(only_error(&d), ("form-too-small", Some(3)));
    }

    #[test]
    fn decimals_addresses_and_ticks() {
        let mut d = draft(&[("x", "1.234,5"), ("e", " Anna@Comune.it "), ("t", "on"), ("f", "0")]);
        assert_eq!(d.decimal("x", true), Some(1234.5));
        assert_eq!(
            d.email("e", true).map(|e| e.as_str().to_owned()).as_deref(),
            Some("anna@comune.it")
        );
        assert!(d.flag("t") && !d.flag("f") && !d.flag("missing"));
        assert_eq!(d.finish(), Ok(()));
        for bad in ["NaN", "inf", "uno"] {
            let mut d = draft(&[("x", bad)]);
            assert_eq!(d.decimal("x", true), None);
            assert_eq!(only_error(&d).0, "form-not-a-number", "{bad}");
        }
        let mut d = draft(&[("e", "anna")]);
        assert_eq!(d.email("e", true), None);
        assert_eq!(only_error(&d).0, "form-not-an-email");
    }
}
