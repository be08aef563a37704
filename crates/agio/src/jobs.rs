//! What is done again and again without being asked: forgetting what must not be kept.

use std::time::Duration;

use identity::Identity;
use kernel::Instant;

/// How often.
const EVERY: Duration = Duration::from_hours(1);

/// Days an e-mail stays in the outbox after it was sent.
const OUTBOX_DAYS: i64 = 30;

/// Works until the program stops; the first round is at the start.
pub async fn run(identity: &Identity) {
    loop {
        once(identity).await;
        tokio::time::sleep(EVERY).await;
    }
}

/// One round: each job on its own, so that one that fails does not stop the others.
pub async fn once(identity: &Identity) {
    let store = identity.store();
    let now = store.clock().now();
    told("sessions", identity.retention().await.map(|gone| gone.sessions));
    told("idea e-mails", participation::service::ideas::forget_emails(store).await);
    told("outbox", store::outbox::forget_sent_before(store, before(now)).await);
    match identity.bodies().tree().await {
        Ok(tree) => {
            for (_, body) in tree.walk() {
                told("import drafts", profile::service::sweep_drafts(store, body.id).await);
                look_again(identity, body.id).await;
            }
        }
        Err(error) => tracing::error!(%error, "job not done: bodies not readable"),
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
