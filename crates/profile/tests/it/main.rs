//! Use cases of the profile, on both engines.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its ground must stop")]

mod actors;
mod bad_files;
mod card;
mod confirm;
mod demo_files;
mod fetch;
mod find;
mod findings;
mod hand;
mod import;
mod lists;
mod reports;
mod snapshot;
mod sources;
mod undo;
mod vocabularies;

use std::{future::Future, sync::Arc};

use kernel::{BodyId, Principal, id::Uuid};
use profile::{
    ProfileError, Register,
    import::{Limits, Mapping, Table, read},
    service::{self, Applied, Place},
};
use store::Store;

/// Runs a story on each engine.
pub async fn on_both<F, Fut>(story: F)
where
    F: Fn(testkit::Ground) -> Fut,
    Fut: Future<Output = ()>,
{
    testkit::on_both_engines(&[identity::MIGRATIONS, profile::MIGRATIONS], story).await;
}

/// The body of most stories.
pub fn here() -> Place {
    Place { body: BodyId(Uuid::from_u128(7)), slug: "unione-di-prova".into() }
}

/// The same with what letters need.
pub fn site() -> profile::site::Site {
    profile::site::Site {
        place: here(),
        name: "Unione di prova".into(),
        base_url: "https://agende.example".into(),
        contact: kernel::email::Email::parse("sociale@ente.example"),
    }
}

/// Somebody of the office.
pub fn clerk() -> Principal {
    Principal::anonymous()
}

/// A file read with the limits of the program.
pub fn table(text: &str) -> Arc<Table> {
    Arc::new(read::read(text.as_bytes(), &Limits::default()).unwrap())
}

/// Imports a file with the guessed columns.
pub async fn import(
    store: &Store,
    register: Register,
    text: &str,
) -> Result<Applied, ProfileError> {
    let table = table(text);
    let mapping = Mapping::guess(register, &table.headings);
    service::apply_table(store, &here(), &clerk(), register, table, mapping).await
}

/// Field and value pairs as a form sends them.
pub fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}
