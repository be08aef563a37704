//! "There is a mistake": anybody says so on the page of a service, without an account. It waits for
//! staff among the proposals, as words alone.

use kernel::{Principal, form::Draft};
use store::{Change, Store, Tx};
use texts::key;

use crate::{
    ProfileError,
    model::Register,
    proposals::{Proposal, service as proposals, store as rows},
    site::Site,
    store as cards,
};

/// Reports about one card that may wait, and about all cards of a body: enough for a bad day, too few
/// to fill a desk.
const MOST: (i64, i64) = (10, 200);

/// Days after the answer for which its address is kept, days for which it waits for one, and days
/// after the answer for which its words are kept.
const KEPT: (i64, i64, i64) = (30, 365, 365);

/// Sends a report about a card; the same words about the same card are one.
pub async fn send(
    store: &Store,
    site: &Site,
    code: &str,
    typed: Vec<(String, String)>,
) -> Result<(), ProfileError> {
    let mut draft = Draft::new(typed);
    let message = draft.lines("message", true, 5, 2000);
    let email = draft.email("email", false);
    draft.finish().map_err(ProfileError::Invalid)?;
    let reply_to = email.map(|email| email.as_str().to_owned()).unwrap_or_default();
    let input = (site.clone(), code.to_owned(), message, reply_to);
    store
        .write(site.place.body, input, |tx, (site, code, message, reply_to)| {
            Box::pin(send_in_txn(tx, site, code, message, reply_to))
        })
        .await
}

async fn send_in_txn(
    tx: &Tx,
    site: &Site,
    code: &str,
    message: &str,
    reply_to: &str,
) -> Result<(), ProfileError> {
    let register = Register::Services;
    let kept = cards::by_code(tx.conn(), tx.engine(), tx.body(), register, code).await?;
    // A card that is being written is nobody else's yet.
    let kept = kept.filter(|kept| kept.values.get(register, "card_state") != "draft");
    let kept = kept.ok_or(ProfileError::NotFound)?;
    let waiting = rows::reports(tx, Some(kept.id), MOST.0).await?;
    if waiting.iter().any(|report| report.message == message) {
        return Ok(());
    }
    let of_body = rows::reports(tx, None, MOST.1).await?;
    if waiting.len() as i64 >= MOST.0 || of_body.len() as i64 >= MOST.1 {
        return Err(ProfileError::Refused(key!("report-too-many")));
    }
    let id = tx.new_id();
    let report = Proposal {
        service: Some(kept.id),
        name: kept.values.get(register, "name").to_owned(),
        reply_to: reply_to.to_owned(),
        created_at: tx.now().0,
        ..proposals::fresh(id, String::new(), Vec::new(), message.to_owned())
    };
    let nobody = Principal::anonymous();
    let change = Change::by(&nobody, "report.send", "proposal", id);
    proposals::send(tx, site, &change, &report, true).await
}

/// Forgets addresses and words of old reports; how many rows.
pub(crate) async fn forget(tx: &Tx) -> Result<u64, ProfileError> {
    let before = |days: i64| tx.now().plus_days(-days).0;
    let addresses = rows::forget_reporters(tx, before(KEPT.0), before(KEPT.1)).await?;
    Ok(addresses + rows::forget_reports(tx, before(KEPT.2)).await?)
}
