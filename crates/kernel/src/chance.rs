//! Chance as a parameter: ids, tokens, codes and draws come from one seeded source.

use std::sync::{Mutex, PoisonError};

use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use uuid::Uuid;

use crate::Instant;

/// Letters and digits that cannot be taken for one another on paper or by voice.
const CODE_ALPHABET: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A source of random bytes; seeded from the system in production, fixed in tests.
#[derive(Debug)]
pub struct Dice(Mutex<ChaCha20Rng>);

impl Dice {
    /// Seeds from the operating system.
    pub fn from_system() -> Self {
        Self(Mutex::new(ChaCha20Rng::from_os_rng()))
    }

    /// Seeds from a number: the same number gives the same sequence.
    pub fn from_seed(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }

    /// A new time-ordered id (UUID version 7).
    pub fn uuid(&self, now: Instant) -> Uuid {
        let mut random = [0_u8; 10];
        self.fill(&mut random);
        let millis = u64::try_from(now.0).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// A secret of 256 bits in hexadecimal, for links and cookies.
    pub fn token(&self) -> String {
        let mut bytes = [0_u8; 32];
        self.fill(&mut bytes);
        hex::encode(bytes)
    }

    /// A code for people: `len` characters without look-alikes (30 possibilities each).
    pub fn code(&self, len: usize) -> String {
        let mut out = String::with_capacity(len);
        let mut byte = [0_u8; 1];
        while out.len() < len {
            self.fill(&mut byte);
            // 240 = 8 x 30: bytes above it would favour the first letters.
            if byte[0] < 240 {
                out.push(CODE_ALPHABET[usize::from(byte[0]) % CODE_ALPHABET.len()] as char);
            }
        }
        out
    }

    /// A number in `0..bound`; 0 when the bound is 0.
    pub fn below(&self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let mut bytes = [0_u8; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes) % bound
    }
}

/// Brings a code typed by a person to its written form: upper case, no spaces or dashes, look-alikes mended.
pub fn normalise_code(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_codes() {
        let (a, b) = (Dice::from_seed(7), Dice::from_seed(7));
        assert_eq!(a.code(6), b.code(6));
        assert_eq!(a.uuid(Instant(5)), b.uuid(Instant(5)));
    }

    #[test]
    fn ids_are_ordered_by_time() {
        let dice = Dice::from_seed(1);
        assert!(dice.uuid(Instant(1_000)) < dice.uuid(Instant(1_001)));
    }

    #[test]
    fn codes_survive_being_typed_by_hand() {
        let code = Dice::from_seed(3).code(6);
        assert_eq!(code.len(), 6);
        assert_eq!(
            normalise_code(&format!(" {}-{} ", &code[..3].to_lowercase(), &code[3..])),
            code
        );
    }
}
