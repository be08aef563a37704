//! Bodies, people, roles, sign-in and tokens, each on both engines.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its ground must stop")]

mod bodies;
mod links;
mod people;
mod roles;
mod sessions;
mod sign_in;
mod tokens;

use std::sync::Arc;

use identity::{BodyFields, Caller, Identity, IdentityError, Settings, person::NewPerson};
use kernel::{BodyId, PersonId, email::Email, form::FieldError};
use store::outbox;
use testkit::Ground;
use texts::{Lang, Texts};

/// A password that the rules accept.
const PASSWORD: &str = "il gatto dorme sul tetto";
/// Another one.
const OTHER: &str = "quattro parole scelte bene";

fn identity(ground: &Ground) -> Identity {
    let texts = Arc::new(Texts::new(&[identity::TEXTS]).unwrap());
    let settings = Settings {
        base_url: "https://agende.example".into(),
        hash_memory_kib: 64,
        ..Settings::default()
    };
    Identity::new(ground.store.clone(), texts, settings).unwrap()
}

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

fn new(address: &str) -> NewPerson {
    NewPerson { email: email(address), name: "Anna Verdi".into(), language: Lang::It }
}

fn fields(slug: &str) -> BodyFields {
    BodyFields { slug: slug.into(), name: format!("Ente {slug}"), ..BodyFields::default() }
}

async fn body(identity: &Identity, slug: &str) -> BodyId {
    identity.add_body(&Caller::command_line(), fields(slug)).await.unwrap()
}

async fn person(identity: &Identity, address: &str) -> PersonId {
    identity.add_person(&Caller::command_line(), new(address), Some(PASSWORD)).await.unwrap()
}

/// The caller that a session of the person would be.
async fn signed_in(identity: &Identity, address: &str) -> Caller {
    let opened = identity.sign_in(&email(address), PASSWORD, "").await.unwrap();
    Caller::web(identity.principal_of(Some(&opened.token)).await.unwrap())
}

/// The secret in the newest message to an address, with the page it leads to.
async fn secret_sent(ground: &Ground, address: &str, page: &str) -> String {
    let messages = outbox::newest(&ground.store, 100).await.unwrap();
    let content = messages
        .into_iter()
        .filter(|m| m.recipient == address)
        .find(|m| m.content.contains(page))
        .unwrap_or_else(|| panic!("{}: no message to {address} with {page}", ground.engine))
        .content;
    let start = content.find(page).unwrap() + page.len() + 1;
    content[start..start + 64].to_owned()
}

async fn messages_to(ground: &Ground, address: &str) -> usize {
    let messages = outbox::newest(&ground.store, 1000).await.unwrap();
    messages.into_iter().filter(|m| m.recipient == address).count()
}

/// The refused fields of an error.
fn refused<T: std::fmt::Debug>(result: Result<T, IdentityError>) -> Vec<FieldError> {
    match result {
        Err(IdentityError::Invalid(errors)) => errors,
        other => panic!("expected refused fields, got {other:?}"),
    }
}
