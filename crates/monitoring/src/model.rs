//! Readings, and reading them from a form.

use agenda::Indicator;
use jiff::civil::Date;
use kernel::{
    form::{Draft, FieldError},
    id::Uuid,
    italian,
};
use serde::Serialize;
use texts::key;

use crate::MonitoringError;

/// A value of an indicator on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reading {
    /// Which one.
    pub id: Uuid,
    /// The indicator it is of.
    pub indicator: Uuid,
    /// The day it is of.
    pub day: Date,
    /// The value, in the indicator's unit.
    pub value: f64,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Where it was taken from.
    pub evidence: String,
    /// What to know about it; may be empty.
    pub comment: String,
    /// Whether it counts; otherwise it waits to be validated.
    pub validated: bool,
    /// The reading it takes the place of.
    pub supersedes: Option<Uuid>,
    /// Why it does.
    pub reason: String,
    /// Whether it is an invented example.
    pub demonstrative: bool,
    /// When it was written down, UTC milliseconds.
    pub recorded_at: i64,
    /// Whether a newer reading took its place.
    pub corrected: bool,
}

impl Reading {
    /// Whether progress is computed from it.
    pub const fn counts(&self) -> bool {
        self.validated && !self.corrected
    }
}

/// A reading about to be written down.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewReading {
    /// The day it is of.
    pub day: Option<Date>,
    /// The value; may be left out when numerator and denominator are given.
    pub value: Option<f64>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Where it was taken from; empty: the indicator's source.
    pub evidence: String,
    /// What to know about it.
    pub comment: String,
    /// Whether it still waits to be validated.
    pub provisional: bool,
    /// Whether it is an invented example.
    pub demonstrative: bool,
}

impl NewReading {
    /// Reads a form: `day`, `value`, `numerator`, `denominator`, `evidence`, `comment`, `provisional`.
    pub fn read(draft: &mut Draft) -> Result<Self, MonitoringError> {
        let reading = Self {
            day: draft.day("day", true),
            value: draft.decimal("value", false),
            numerator: draft.decimal("numerator", false),
            denominator: draft.decimal("denominator", false),
            evidence: draft.text("evidence", false, 2, 500),
            comment: draft.lines("comment", false, 1, 1000),
            provisional: draft.flag("provisional"),
            demonstrative: false,
        };
        draft.finish().map_err(MonitoringError::Invalid)?;
        Ok(reading)
    }

    /// The value and its day, if all that is given makes sense together for the indicator.
    pub fn settle(
        &self,
        indicator: &Indicator,
        today: Date,
    ) -> Result<(Date, f64), MonitoringError> {
        let refuse =
            |field, key| Err(MonitoringError::Invalid(vec![FieldError { field, key, n: None }]));
        let Some(day) = self.day else { return refuse("day", key!("monitoring-field-day")) };
        if day > today {
            return refuse("day", key!("monitoring-field-day-future"));
        }
        if indicator.content.baseline_day.is_some_and(|start| day < start) {
            return refuse("day", key!("monitoring-field-day-before-start"));
        }
        let given = [self.value, self.numerator, self.denominator];
        if given.into_iter().flatten().any(|v| !v.is_finite() || v.abs() > 1e12) {
            return refuse("value", key!("monitoring-field-value-size"));
        }
        let ratio = match (self.numerator, self.denominator) {
            (None, None) => None,
            (Some(_), None) => return refuse("denominator", key!("monitoring-field-denominator")),
            (None, Some(_)) => return refuse("numerator", key!("monitoring-field-numerator")),
            (Some(_), Some(d)) if d <= 0.0 => {
                return refuse("denominator", key!("monitoring-field-denominator-zero"));
            }
            (Some(n), Some(d)) => {
                let percent = indicator.content.unit.trim().starts_with('%');
                Some(if percent { 100.0 * n / d } else { n / d })
            }
        };
        let step = 10_f64.powi(-i32::from(indicator.content.decimals));
        match (self.value, ratio) {
            (Some(value), Some(ratio)) if (value - ratio).abs() > step / 2.0 + 1e-9 => {
                refuse("value", key!("monitoring-field-value-ratio"))
            }
            (Some(value), _) => Ok((day, value)),
            (None, Some(ratio)) => Ok((day, (ratio / step).round() * step)),
            (None, None) => refuse("value", key!("monitoring-field-value")),
        }
    }
}

/// A value with its unit, the Italian way: `4.875 persone`.
pub fn written(indicator: &Indicator, value: f64) -> String {
    let number = italian::decimal(value, usize::from(indicator.content.decimals));
    format!("{number} {}", indicator.content.unit).trim_end().to_owned()
}
