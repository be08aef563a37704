//! How much one address may ask.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock};

/// Counters per address: for reading, for acting, for trying secret codes.
#[derive(Debug)]
pub struct Limits {
    read: DefaultKeyedRateLimiter<IpAddr>,
    act: DefaultKeyedRateLimiter<IpAddr>,
    guess: DefaultKeyedRateLimiter<IpAddr>,
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
            // A code of six characters is safe only while few can be tried: two thousand an hour.
            guess: RateLimiter::keyed(Quota::per_minute(times(30)).allow_burst(times(120))),
        }
    }
}

impl Limits {
    /// Counts one request; says how many seconds to wait when it is one too many.
    pub fn count(&self, address: IpAddr, acting: bool) -> Result<(), u64> {
        check(if acting { &self.act } else { &self.read }, address)
    }

    /// Counts one try of a secret code; says how many seconds to wait when it is one too many.
    pub fn count_guess(&self, address: IpAddr) -> Result<(), u64> {
        check(&self.guess, address)
    }

    /// Forgets addresses that have been quiet.
    pub fn sweep(&self) {
        self.read.retain_recent();
        self.act.retain_recent();
        self.guess.retain_recent();
    }
}

fn check(limiter: &DefaultKeyedRateLimiter<IpAddr>, address: IpAddr) -> Result<(), u64> {
    limiter.check_key(&address).map_err(|not_until| {
        // The limiter's own clock: a new one looks the processor up each time.
        let wait = not_until.wait_time_from(limiter.clock().now());
        wait.as_secs().max(1)
    })
}
