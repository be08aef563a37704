//! A voice brought in by an operator: told aloud, written on paper, at a desk or in a group.
//!
//! Nothing is stored about who spoke: how the voice was collected, the consent given, and a code to
//! follow or withdraw it (`docs/privacy.md`).

use kernel::Principal;
use serde_json::json;
use store::{Change, Store};

use super::{
    Site,
    ideas::{self, Submitted},
    once::Once,
};
use crate::{
    ParticipationError,
    input::Collected,
    model::{IdeaState, PathState},
    store as rows,
};

/// Takes a collected voice in, for the moderator to read; sheets may still be typed in while offices examine.
pub async fn collect(
    store: &Store,
    site: &Site,
    who: &Principal,
    path: &str,
    collected: Collected,
    once: Once,
) -> Result<Submitted, ParticipationError> {
    let input = (site.clone(), who.clone(), path.to_owned(), collected, once);
    store
        .write(site.body, input, |tx, (site, who, path, collected, once)| {
            Box::pin(async move {
                if let Some(id) = once.made(tx).await? {
                    return ideas::submitted(tx, id).await;
                }
                let known = rows::path(tx.conn(), tx.engine(), tx.body(), path)
                    .await?
                    .ok_or(ParticipationError::NoSuchPath)?;
                if !matches!(known.state, PathState::Listening | PathState::Review) {
                    return Err(ParticipationError::NotListening);
                }
                let brought = ideas::Brought {
                    path: path.clone(),
                    input: collected.idea(),
                    state: IdeaState::Received,
                    reason: None,
                    answer: String::new(),
                    supports: 0,
                    at: tx.now().0,
                    source: String::new(),
                    demonstrative: false,
                };
                let submitted = ideas::bring_in(tx, site, &brought).await?;
                let mut change =
                    Change::by(who, "idea.collect", "idea", submitted.id).after(json!({
                        "number": submitted.number,
                        "channel": collected.channel.code(),
                        "consent": true,
                    }));
                change.on_behalf_of = collected.contributor.code();
                tx.record(change).await?;
                once.remember(tx, submitted.id.0).await?;
                Ok(submitted)
            })
        })
        .await
}
