//! Fractions that are never rounded on the way.

use std::fmt;
use std::str::FromStr;

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// An exact fraction: cents of a share, effective votes, an average.
///
/// In JSON `{"exact": "2500/3", "decimal": "833.3333"}`: the fraction in lowest
/// terms, and four decimals (half away from zero) for a page that only shows it.
/// Reading back uses `exact` alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

/// A text that is no fraction.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a fraction: {0:?}")]
pub struct ExactError(String);

impl Exact {
    /// `numerator / denominator`; a zero denominator counts as one.
    pub(crate) fn ratio(numerator: BigUint, denominator: BigUint) -> Self {
        let denominator = if denominator.is_zero() { BigUint::from(1_u8) } else { denominator };
        Self(BigRational::new(BigInt::from(numerator), BigInt::from(denominator)))
    }

    /// A fraction that is in lowest terms already.
    pub(crate) fn lowest(numerator: BigUint, denominator: BigUint) -> Self {
        Self(BigRational::new_raw(BigInt::from(numerator), BigInt::from(denominator)))
    }

    /// `number` less this; zero if this is more.
    pub(crate) fn taken_from(&self, number: u64) -> Self {
        let (numerator, denominator) = (self.0.numer().magnitude(), self.0.denom().magnitude());
        let whole = denominator * number;
        if self.0.is_negative() || whole <= *numerator {
            return Self(BigRational::zero());
        }
        // In lowest terms as this is: both share the same with the denominator.
        Self::lowest(whole - numerator, denominator.clone())
    }

    /// `number` over this; zero if this is zero.
    pub(crate) fn divides(&self, number: u64) -> Self {
        let (numerator, denominator) = (self.0.numer().magnitude(), self.0.denom().magnitude());
        if numerator.is_zero() {
            return Self(BigRational::zero());
        }
        // In lowest terms already but for what the number shares with the numerator.
        let rest = (numerator % number.max(1)).to_u64().unwrap_or_default();
        let common = num_integer::gcd(rest, number).max(1);
        let top = BigInt::from(denominator.clone()) * (number / common);
        Self(BigRational::new_raw(top, BigInt::from(numerator / common)))
    }

    /// The fraction itself.
    pub fn value(&self) -> &BigRational {
        &self.0
    }

    /// The nearest whole number, half away from zero, at the bounds of `i64` if beyond.
    pub fn rounded(&self) -> i64 {
        saturate(&self.0.round().to_integer())
    }

    /// The whole number above, at the bounds of `i64` if beyond.
    pub fn rounded_up(&self) -> i64 {
        saturate(&self.0.ceil().to_integer())
    }

    /// Decimal text with so many places, half away from zero.
    pub fn decimal(&self, places: u8) -> String {
        let text = decimal(self.0.numer().magnitude(), self.0.denom().magnitude(), places);
        let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        if self.0.is_negative() && !is_zero { format!("-{text}") } else { text }
    }
}

/// A fraction as text with so many places, half up; a fraction over zero is none.
pub(crate) fn decimal(numerator: &BigUint, denominator: &BigUint, places: u8) -> String {
    let scale = BigUint::from(10_u8).pow(u32::from(places));
    let twice = denominator * 2_u8;
    if twice.is_zero() {
        return String::new();
    }
    let scaled = (numerator * &scale * 2_u8 + denominator) / twice;
    let (whole, rest) = scaled.div_rem(&scale);
    if places == 0 {
        return whole.to_string();
    }
    format!("{whole}.{:0>width$}", rest.to_string(), width = usize::from(places))
}

fn saturate(number: &BigInt) -> i64 {
    let bound = if number.is_negative() { i64::MIN } else { i64::MAX };
    number.to_i64().unwrap_or(bound)
}

impl From<BigRational> for Exact {
    fn from(value: BigRational) -> Self {
        Self(value)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Exact {
    type Err = ExactError;

    fn from_str(text: &str) -> Result<Self, ExactError> {
        let error = || ExactError(text.chars().take(60).collect());
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let numerator: BigInt = numerator.parse().map_err(|_| error())?;
        let denominator: BigInt = denominator.parse().map_err(|_| error())?;
        if denominator.is_zero() {
            return Err(error());
        }
        Ok(Self(BigRational::new(numerator, denominator)))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Exact")]
struct Written {
    exact: String,
    #[serde(default)]
    decimal: String,
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written { exact: self.to_string(), decimal: self.decimal(4) }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        written.exact.parse().map_err(serde::de::Error::custom)
    }
}
