//! How much one address may ask.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock};

/// Counters per address: one for reading, one for acting.
#[derive(Debug)]
pub struct Limits {
    read: DefaultKeyedRateLimiter<IpAddr>,
    act: DefaultKeyedRateLimiter<IpAddr>,
}

const fn times(n: u32) -> NonZeroU32 {
    match NonZeroU32::new(n) {
        Some(n) => n,
        None => NonZeroU32::MIN,
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // A hall of 200 phones behind one address reads at most a few pages a second each.
            read: RateLimiter::keyed(Quota::per_second(times(200)).allow_burst(times(1000))),
            act: RateLimiter::keyed(Quota::per_second(times(20)).allow_burst(times(300))),
        }
    }
}

impl Limits {
    /// Counts one request; says how many seconds to wait when it is one too many.
    pub fn count(&self, address: IpAddr, acting: bool) -> Result<(), u64> {
        let limiter = if acting { &self.act } else { &self.read };
        limiter.check_key(&address).map_err(|not_until| {
            let wait = not_until.wait_time_from(governor::clock::DefaultClock::default().now());
            wait.as_secs().max(1)
        })
    }

    /// Forgets addresses that have been quiet.
    pub fn sweep(&self) {
        self.read.retain_recent();
        self.act.retain_recent();
    }
}
