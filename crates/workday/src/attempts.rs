//! How many wrong codes one address may type: errors count, right codes never do.
//!
//! A hall of two hundred telephones stands behind one address, so the limit is on failures: sixty at
//! once, then one a second. Who is past it waits a second, not a minute.

use std::{net::IpAddr, num::NonZeroU32, sync::Arc, time::Duration};

use axum::http::StatusCode;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use moka::sync::Cache;
use texts::key;
use web::{Visit, WebError};

use crate::{
    error::WorkdayError,
    model::DayId,
    pages::{refusal, words},
    voting::{self, Joined},
};

/// Seconds to wait when too many codes were wrong.
const WAIT: u64 = 1;

/// More characters than this are no code.
pub(crate) const LONGEST_CODE: usize = 64;

/// Beyond so many addresses, those that have been quiet are forgotten.
const MANY: usize = 10_000;

/// Wrong codes by address.
#[derive(Debug, Clone)]
pub struct Attempts(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    failures: DefaultKeyedRateLimiter<IpAddr>,
    shut: Cache<IpAddr, ()>,
}

impl Default for Attempts {
    fn default() -> Self {
        let at_once = NonZeroU32::new(60).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::per_second(NonZeroU32::MIN).allow_burst(at_once);
        let shut =
            Cache::builder().time_to_live(Duration::from_secs(WAIT)).max_capacity(100_000).build();
        Self(Arc::new(Inner { failures: RateLimiter::keyed(quota), shut }))
    }
}

impl Attempts {
    /// Whether the address may try a code now.
    pub fn may_try(&self, address: IpAddr) -> bool {
        !self.0.shut.contains_key(&address)
    }

    /// Takes notice of a wrong code.
    pub fn failed(&self, address: IpAddr) {
        if self.0.failures.check_key(&address).is_err() {
            self.0.shut.insert(address, ());
        }
        if self.0.failures.len() > MANY {
            self.0.failures.retain_recent();
        }
    }
}

/// Why a code opened nothing.
pub(crate) struct Refused {
    pub status: StatusCode,
    pub text: String,
}

fn too_many(visit: &Visit, attempts: &Attempts) -> Option<Refused> {
    let shut = visit.app.config().rate_limit && !attempts.may_try(visit.from);
    shut.then(|| Refused {
        status: StatusCode::TOO_MANY_REQUESTS,
        text: visit.tn(key!("day-too-many-codes"), WAIT as i64),
    })
}

/// Joins with a code, within what one address may get wrong.
pub(crate) async fn join(
    visit: &Visit,
    attempts: &Attempts,
    typed: &str,
) -> Result<Result<Joined, Refused>, WebError> {
    if let Some(refused) = too_many(visit, attempts) {
        return Ok(Err(refused));
    }
    let joined = if typed.len() > LONGEST_CODE {
        Err(WorkdayError::WrongCode)
    } else {
        voting::join(visit.app.store(), visit.body_id()?, typed).await
    };
    let error = match joined {
        Ok(joined) => return Ok(Ok(joined)),
        Err(error) => refusal(error)?,
    };
    if matches!(error, WorkdayError::WrongCode) {
        attempts.failed(visit.from);
    }
    Ok(Err(Refused { status: StatusCode::UNPROCESSABLE_ENTITY, text: words(visit, &error) }))
}

/// Whether a receipt is among those that count, within what one address may get wrong.
pub(crate) async fn receipt(
    visit: &Visit,
    attempts: &Attempts,
    day: DayId,
    typed: &str,
) -> Result<Result<bool, Refused>, WebError> {
    if let Some(refused) = too_many(visit, attempts) {
        return Ok(Err(refused));
    }
    let stands = typed.len() <= LONGEST_CODE
        && voting::receipt_stands(visit.app.store(), visit.body_id()?, day, typed).await?;
    if !stands {
        attempts.failed(visit.from);
    }
    Ok(Ok(stands))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_shut_the_door_for_their_address_alone() {
        let attempts = Attempts::default();
        let [hall, home] = [1, 2].map(|n| IpAddr::from([10, 0, 0, n]));
        for _ in 0..60 {
            assert!(attempts.may_try(hall));
            attempts.failed(hall);
        }
        assert!(attempts.may_try(hall), "sixty errors are human");
        for _ in 0..3 {
            attempts.failed(hall);
        }
        assert!(!attempts.may_try(hall));
        assert!(attempts.may_try(home));
    }
}
