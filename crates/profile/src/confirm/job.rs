//! What happens by itself: the yearly question and its one reminder, where the body switched them
//! on; forgetting addresses, everywhere.

use kernel::{Principal, email::Email};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Change, Store, Tx, settings};

use super::{
    model::{FORGET_AFTER_DAYS, REMIND_AFTER_DAYS},
    service,
    store::{self as rows, Sending},
};
use crate::{ProfileError, claims::store as claims, letters, service::Place, site::Site};

/// The setting that switches the yearly question on.
const SETTING: &str = "profile.ask-yearly";

/// Letters of one round, for the questions and for the reminders: the next round goes on.
const ROUND: i64 = 100;

/// Whether the body asks once a year by itself.
pub async fn asks_yearly(store: &Store, place: &Place) -> Result<bool, ProfileError> {
    Ok(settings::get(store, place.body, SETTING).await?.as_deref() == Some("yes"))
}

/// Switches the yearly question on or off.
pub async fn set_yearly(
    store: &Store,
    place: &Place,
    who: &Principal,
    on: bool,
) -> Result<(), ProfileError> {
    store
        .write(place.body, who.clone(), move |tx, who| {
            Box::pin(async move {
                settings::set(tx, SETTING, if on { "yes" } else { "no" }).await?;
                let change = Change::by(who, "card.ask-yearly", "body", tx.body());
                tx.record(change.after(json!({ "on": on }))).await?;
                Ok(())
            })
        })
        .await
}

/// One round for a body: reminders, then new questions; how many letters were written.
pub async fn round(store: &Store, site: &Site) -> Result<u64, ProfileError> {
    if !asks_yearly(store, &site.place).await? {
        return Ok(0);
    }
    store
        .write(site.place.body, site.clone(), |tx, site| {
            Box::pin(async move {
                let reminders = remind(tx, site).await?;
                let asked = ask(tx, site).await?;
                Ok::<_, ProfileError>((reminders + asked) as u64)
            })
        })
        .await
}

/// Asks about the cards nobody checked for a year and nobody was asked about for as long.
async fn ask(tx: &Tx, site: &Site) -> Result<usize, ProfileError> {
    let since = service::too_old(tx.now());
    let asked_before = tx.now().plus_days(-365).0;
    let due = rows::due(tx, &since, asked_before, ROUND).await?;
    let questions: Vec<_> = due
        .into_iter()
        .filter_map(|card| Some((card.id, card.name, Email::parse(&card.email)?)))
        .collect();
    if questions.is_empty() {
        return Ok(0);
    }
    let nobody = Principal::anonymous();
    Ok(service::ask_in_txn(tx, site, &nobody, &questions, true).await?.letters)
}

/// Writes once more about questions without an answer; each at most once.
async fn remind(tx: &Tx, site: &Site) -> Result<usize, ProfileError> {
    let before = tx.now().plus_days(-REMIND_AFTER_DAYS).0;
    let waiting = rows::to_remind(tx, before, ROUND).await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let mut sendings = Vec::with_capacity(waiting.len());
    let mut letters_to: std::collections::BTreeMap<_, Vec<letters::Asked>> =
        std::collections::BTreeMap::new();
    for request in &waiting {
        let secret = tx.dice().token();
        sendings.push(Sending {
            request: request.id,
            service: request.service,
            recipient: request.recipient.clone(),
            hash: hex::encode(Sha256::digest(secret.as_bytes())),
            is_new: false,
        });
        let day = kernel::italian::long_date(kernel::Instant(request.expires_at).day());
        let link = site.link(&format!("conferma/{secret}"));
        let card = letters::Asked { name: request.service_name.clone(), link };
        letters_to.entry((request.recipient.clone(), day)).or_default().push(card);
    }
    rows::put_links(tx, &sendings).await?;
    let ids: Vec<_> = waiting.iter().map(|request| request.id).collect();
    rows::reminded(tx, &ids).await?;
    for ((recipient, day), list) in &letters_to {
        if let Some(email) = Email::parse(recipient) {
            letters::still_true(tx, site, &email, list, day, true).await?;
        }
    }
    let nobody = Principal::anonymous();
    let id = ids.first().copied().unwrap_or_default();
    let change = Change::by(&nobody, "card.remind", "card_request", id).channel("job");
    tx.record(change.after(json!({ "cards": ids.len(), "letters": letters_to.len() }))).await?;
    Ok(letters_to.len())
}

/// Forgets addresses of old questions, and why people claimed cards that they do not keep.
pub async fn forget(store: &Store, place: &Place) -> Result<u64, ProfileError> {
    store
        .write(place.body, (), |tx, ()| {
            Box::pin(async move {
                let addresses = rows::forget(tx, tx.now().plus_days(-FORGET_AFTER_DAYS).0).await?;
                let reasons = claims::forget_reasons(tx, tx.now().plus_days(-365).0).await?;
                let reporters = crate::reports::forget(tx).await?;
                let gone = addresses + reasons + reporters;
                if gone > 0 {
                    let nobody = Principal::anonymous();
                    let change = Change::by(&nobody, "card.forget", "body", tx.body());
                    let after =
                        json!({ "addresses": addresses, "reasons": reasons, "reports": reporters });
                    tx.record(change.channel("job").after(after)).await?;
                }
                Ok::<_, ProfileError>(gone)
            })
        })
        .await
}
