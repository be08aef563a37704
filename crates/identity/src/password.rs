//! Passwords: their rules, and argon2id on a bounded pool of threads.

use std::sync::{
    Arc,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::SaltString,
};
use kernel::{Dice, email::Email, form::FieldError};
use store::StoreError;
use texts::key;
use tokio::sync::Semaphore;

use crate::{IdentityError, Settings};

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;
/// The most characters of a password.
pub const LONGEST: usize = 200;

/// Passwords of twelve letters or more that are tried first by whoever guesses; letters and digits only.
const COMMON: &[&str] = &[
    "123456123456",
    "123456654321",
    "123456789012",
    "1234567890123",
    "12345678901234",
    "123456789123456789",
    "1234567890qwerty",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "abcdefghijkl",
    "abcdefghilmno",
    "administrator",
    "amministratore",
    "asdfghjklqwerty",
    "buongiorno123",
    "cambiamisubito",
    "changeme1234",
    "ciaociaociao",
    "ciaomondo123",
    "emiliaromagna",
    "forzajuventus",
    "iloveyou1234",
    "letmein12345",
    "password1234",
    "password12345",
    "password123456",
    "passwordpassword",
    "qazwsxedcrfv",
    "qwerty123456",
    "qwertyqwerty",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwertyuiopasdf",
    "reggioemilia",
    "solounaprova",
    "superman1234",
    "tiamotiamotiamo",
    "trustno1trustno1",
    "unionedicomuni",
    "welcome12345",
];

/// Whether a password may be used by the person with the address.
pub fn check(password: &str, email: &Email, field: &'static str) -> Result<(), IdentityError> {
    let refuse = |key, n| Err(IdentityError::Invalid(vec![FieldError { field, key, n }]));
    let length = password.chars().count();
    if length < SHORTEST {
        return refuse(key!("identity-password-short"), Some(SHORTEST as i64));
    }
    if length > LONGEST {
        return refuse(key!("identity-password-long"), Some(LONGEST as i64));
    }
    if password.contains('\0') {
        return refuse(key!("identity-password-common"), None);
    }
    let lower = password.trim().to_lowercase();
    let name = email.as_str().split('@').next().unwrap_or_default();
    if lower == email.as_str() || lower == name {
        return refuse(key!("identity-password-is-email"), None);
    }
    let plain: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let first = lower.chars().next();
    let one_letter = lower.chars().all(|c| Some(c) == first);
    if one_letter || COMMON.contains(&plain.as_str()) {
        return refuse(key!("identity-password-common"), None);
    }
    Ok(())
}

/// Hashes and checks passwords, a few at a time.
#[derive(Debug)]
pub(crate) struct Hasher {
    argon: Argon2<'static>,
    dice: Arc<Dice>,
    turns: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
    done: AtomicU64,
    /// Checked against when there is no account, so that the answer takes as long.
    nobody: Arc<str>,
}

impl Hasher {
    pub(crate) fn new(settings: &Settings, dice: Arc<Dice>) -> Result<Self, IdentityError> {
        let params = Params::new(settings.hash_memory_kib, 2, 1, None).map_err(broken)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = hash(&argon, dice.token().as_bytes(), &salt(&dice)?)?.into();
        Ok(Self {
            argon,
            dice,
            turns: Arc::new(Semaphore::new(settings.hashes_at_once.max(1))),
            waiting: AtomicUsize::new(0),
            most_waiting: settings.hashes_at_once.max(1) + settings.hashes_waiting,
            done: AtomicU64::new(0),
            nobody,
        })
    }

    pub(crate) fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Runs one computation when its turn comes; refuses when too many wait already.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> Result<T, IdentityError> + Send + 'static,
    ) -> Result<T, IdentityError> {
        let place = Place::take(&self.waiting, self.most_waiting)?;
        let turn =
            Arc::clone(&self.turns).acquire_owned().await.map_err(|_| IdentityError::Busy)?;
        self.done.fetch_add(1, Ordering::Relaxed);
        let argon = self.argon.clone();
        let result = tokio::task::spawn_blocking(move || {
            // The turn ends with the computation, even when nobody waits for it any more.
            let _turn = turn;
            work(&argon)
        })
        .await
        .map_err(|_| IdentityError::Store(StoreError::Interrupted))?;
        drop(place);
        result
    }

    /// The hash of a password, to be stored.
    pub(crate) async fn hash(&self, password: &str) -> Result<String, IdentityError> {
        let (password, salt) = (password.to_owned(), salt(&self.dice)?);
        self.in_turn(move |argon| hash(argon, password.as_bytes(), &salt)).await
    }

    /// Whether the password belongs to the hash; the same work when there is none.
    pub(crate) async fn verify(
        &self,
        password: &str,
        stored: Option<&str>,
    ) -> Result<bool, IdentityError> {
        let known = stored.is_some();
        let stored: Arc<str> = stored.map_or_else(|| Arc::clone(&self.nobody), Arc::from);
        // A password longer than any that could be stored is not worth its hashing time.
        let password: String = password.chars().take(LONGEST + 1).collect();
        let matches = self
            .in_turn(move |argon| {
                let parsed = PasswordHash::new(&stored).map_err(broken)?;
                Ok(argon.verify_password(password.as_bytes(), &parsed).is_ok())
            })
            .await?;
        Ok(matches && known)
    }
}

/// A place in the queue, given back when dropped.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicUsize, most: usize) -> Result<Self, IdentityError> {
        let place = Self(waiting);
        if waiting.fetch_add(1, Ordering::SeqCst) >= most {
            Err(IdentityError::Busy)
        } else {
            Ok(place)
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn salt(dice: &Dice) -> Result<SaltString, IdentityError> {
    let bytes = hex::decode(dice.token()).map_err(broken)?;
    SaltString::encode_b64(bytes.get(..16).unwrap_or_default()).map_err(broken)
}

fn hash(argon: &Argon2<'_>, password: &[u8], salt: &SaltString) -> Result<String, IdentityError> {
    Ok(argon.hash_password(password, salt).map_err(broken)?.to_string())
}

fn broken(error: impl std::fmt::Display) -> IdentityError {
    IdentityError::Store(StoreError::Corrupt(format!("password hash: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused() {
        let email = Email::parse("giovanna.bianchi@comune.example").unwrap();
        for weak in [
            "corta",
            "elevenchars",
            "Giovanna.Bianchi@Comune.example",
            "giovanna.bianchi",
            "Password-1234",
            "aaaaaaaaaaaaaaaa",
            "qwerty 123456",
            &"x1".repeat(101),
            "abc\0abcabcabc",
        ] {
            assert!(check(weak, &email, "password").is_err(), "{weak}");
        }
        for good in
            ["il gatto dorme sul tetto", "dodici-lette", "èèè una città è", &"x1".repeat(100)]
        {
            assert!(check(good, &email, "password").is_ok(), "{good}");
        }
    }
}
