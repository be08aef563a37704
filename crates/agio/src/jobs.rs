//! What is done again and again without being asked: forgetting what must not be kept, and asking
//! once a year whether cards are still true where a body wants it.

use std::time::Duration;

use identity::{Body, Identity};
use kernel::{Instant, email::Email};
use participation::service::retention::{self, Forgotten};
use profile::{
    fetch::{Reach, client::Limits},
    service::Place,
    site::Site,
};

/// How often.
const EVERY: Duration = Duration::from_hours(1);

/// Days an e-mail stays in the outbox after it was sent.
const OUTBOX_DAYS: i64 = 30;

/// Works until the program stops; the first round is at the start.
pub async fn run(identity: &Identity, base_url: &str) {
    loop {
        once(identity, base_url).await;
        tokio::time::sleep(EVERY).await;
    }
}

/// How often somebody's address may have to wait before it is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Fetches the addresses that offices ask for; works until the program stops.
pub async fn fetch(store: &store::Store) {
    let (reach, limits) = (Reach::public(), Limits::default());
    loop {
        match profile::fetch::job::round(store, &reach, limits).await {
            // There may be more.
            Ok(read) if read > 0 => continue,
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "addresses not fetched"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// One round: each job on its own, so that one that fails does not stop the others.
pub async fn once(identity: &Identity, base_url: &str) {
    let store = identity.store();
    let now = store.clock().now();
    told("sessions", identity.retention().await.map(|gone| gone.sessions));
    told("outbox", store::outbox::forget_sent_before(store, before(now)).await);
    match identity.bodies().tree().await {
        Ok(tree) => {
            for (_, body) in tree.walk() {
                let (id, people) = (body.id, retention::forget);
                told("import drafts", profile::service::sweep_drafts(store, id).await);
                told(
                    "tables of terms",
                    profile::vocabularies::service::sweep_drafts(store, id).await,
                );
                told("people of a path", people(store, id).await.map(Forgotten::all));
                told("codes that voted", workday::retention::forget(store, id).await);
                let site = site(&body, base_url);
                told("card addresses", profile::confirm::job::forget(store, &site.place).await);
                asked(profile::confirm::job::round(store, &site).await);
                look_again(identity, id).await;
            }
        }
        Err(error) => tracing::error!(%error, "job not done: bodies not readable"),
    }
}

/// The body with what stands in its letters.
fn site(body: &Body, base_url: &str) -> Site {
    Site {
        place: Place { body: body.id, slug: body.fields.slug.clone() },
        name: body.fields.name.clone(),
        base_url: base_url.to_owned(),
        contact: Email::parse(&body.fields.contact_email),
    }
}

fn asked<E: std::fmt::Display>(outcome: Result<u64, E>) {
    match outcome {
        Ok(0) => {}
        Ok(letters) => tracing::info!(letters, "asked whether cards are still true"),
        Err(error) => tracing::error!(%error, "job not done: cards not asked about"),
    }
}

/// Looks at a body's profile again: postponed findings wake on their day, records grow old.
async fn look_again(identity: &Identity, body: kernel::BodyId) {
    let around = match (crate::wiring::surroundings(identity).0)(body).await {
        Ok(around) => around,
        Err(error) => return tracing::error!(%error, "findings not computed"),
    };
    let who = kernel::Principal::anonymous();
    let store = identity.store();
    match profile::findings::service::recompute(store, body, &who, around, "job").await {
        Ok(look) if look.changes() > 0 => tracing::info!(?look, "findings"),
        Ok(_) => {}
        Err(error) => tracing::error!(%error, "findings not computed"),
    }
}

fn before(now: Instant) -> Instant {
    now.plus_days(-OUTBOX_DAYS)
}

fn told<E: std::fmt::Display>(what: &str, outcome: Result<u64, E>) {
    match outcome {
        Ok(0) => {}
        Ok(gone) => tracing::info!(what, gone, "forgotten"),
        Err(error) => tracing::error!(what, %error, "job not done"),
    }
}
