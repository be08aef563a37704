//! Days as a chart needs them: a place on a line and a short name.

use crate::Language;
use crate::words::words;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_field_names, reason = "a day has a day of the month")]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// A day, if it exists (year 1 to 9999).
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let real = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        real.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Days from 1 March of year 0, so that differences are lengths.
    pub(crate) fn number(self) -> i64 {
        // Years that begin in March put the leap day at their end.
        let (year, month) = if self.month > 2 {
            (i64::from(self.year), i64::from(self.month) - 3)
        } else {
            (i64::from(self.year) - 1, i64::from(self.month) + 9)
        };
        year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + i64::from(self.day)
            - 1
    }

    /// The first day of a month counted from January of year 0.
    pub(crate) fn of_month_index(index: i32) -> Self {
        let year = index.div_euclid(12).clamp(1, 9999);
        let month = u8::try_from(index.rem_euclid(12) + 1).unwrap_or(1);
        Self { year, month, day: 1 }
    }

    /// Months from January of year 0.
    pub(crate) fn month_index(self) -> i32 {
        self.year * 12 + i32::from(self.month) - 1
    }

    /// Month and year as said in a chart: `mar 2027`.
    pub fn short(self, language: Language) -> String {
        let month = words(language).months[usize::from(self.month) - 1];
        format!("{month} {}", self.year)
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect(text)
    }

    #[test]
    fn only_days_of_the_calendar_are_days() {
        assert!(Day::parse("2028-02-29").is_some());
        for wrong in
            ["2027-02-29", "2027-02-31", "2027-13-01", "2027-00-10", "0000-01-01", "ieri", ""]
        {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn lengths_are_days_on_the_calendar() {
        assert_eq!(day("2027-01-01").number() - day("2026-01-01").number(), 365);
        assert_eq!(day("2029-01-01").number() - day("2028-01-01").number(), 366);
        assert_eq!(day("2026-03-01").number() - day("2026-02-28").number(), 1);
        assert_eq!(day("2028-03-01").number() - day("2028-02-28").number(), 2);
        // Four centuries have a fixed number of days.
        assert_eq!(day("2400-01-01").number() - day("2000-01-01").number(), 146_097);
    }

    #[test]
    fn months_are_named_in_both_languages() {
        assert_eq!(day("2027-03-09").short(Language::It), "mar 2027");
        assert_eq!(day("2027-05-09").short(Language::En), "May 2027");
    }
}
