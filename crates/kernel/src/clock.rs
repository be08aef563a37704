//! Time as a parameter: instants are UTC milliseconds, days are Europe/Rome.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// The moment a number of seconds later (earlier when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1000)
    }

    /// The moment a number of days of 24 hours later (earlier when negative).
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days * 86_400)
    }

    /// The calendar day in Italy.
    pub fn day(self) -> Date {
        self.in_rome().date()
    }

    /// The moment as Italian wall-clock time.
    pub fn in_rome(self) -> jiff::Zoned {
        let zone = TimeZone::get("Europe/Rome").unwrap_or(TimeZone::UTC);
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone)
    }

    /// RFC 3339 in UTC, for machines.
    pub fn rfc3339(self) -> String {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
    }

    /// The moment a day begins in Italy.
    pub fn start_of(day: Date) -> Self {
        let zone = TimeZone::get("Europe/Rome").unwrap_or(TimeZone::UTC);
        day.to_zoned(zone).map_or(Self(0), |z| Self(z.timestamp().as_millisecond()))
    }
}

/// Where the time comes from; tests own it.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// The present moment.
    fn now(&self) -> Instant;
    /// Today in Italy.
    fn today(&self) -> Date {
        self.now().day()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where real time comes in")]
    fn now(&self) -> Instant {
        Instant(Timestamp::now().as_millisecond())
    }
}

/// Reads a day typed by a person (`31/12/2027`, `31-12-2027`, `31.12.2027`) or by a date field (`2027-12-31`).
///
/// A day that does not exist, such as 31/02, is refused.
pub fn parse_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Date>()
        && text.len() == 10
    {
        return Some(day);
    }
    let mut parts = text.split(['/', '-', '.']);
    let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || y.len() != 4 || d.is_empty() || d.len() > 2 || m.len() > 2 {
        return None;
    }
    Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        let day = Date::constant(2027, 12, 31);
        for text in ["31/12/2027", "2027-12-31", " 31-12-2027 ", "31.12.2027"] {
            assert_eq!(parse_day(text), Some(day), "{text}");
        }
        for text in
            ["31/02/2027", "2027-02-31", "", "12/2027", "31/12/27", "x/y/zzzz", "1/1/2027/3"]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_begins_at_midnight_in_rome() {
        let summer = Date::constant(2026, 7, 1);
        assert_eq!(Instant::start_of(summer).rfc3339(), "2026-06-30T22:00:00Z");
        assert_eq!(Instant::start_of(summer).day(), summer);
    }
}
