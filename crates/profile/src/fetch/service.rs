//! What the office does with addresses.

use kernel::{BodyId, id::Uuid};
use store::Store;

use super::{
    Fault, address,
    store::{self as rows, Asked, State},
};
use crate::ProfileError;

/// Addresses of a body that may wait at once.
const MOST_WAITING: usize = 10;

/// Asks for an address: a job fetches it soon. The same address is asked for once.
pub async fn ask(store: &Store, body: BodyId, typed: &str) -> Result<Uuid, ProfileError> {
    let address = String::from(address::parse(typed).map_err(ProfileError::Fetch)?);
    store
        .write(body, address, |tx, address| {
            Box::pin(async move {
                let all = rows::of_body(tx.conn(), tx.engine(), tx.body()).await?;
                let open = |one: &&Asked| {
                    matches!(State::parse(&one.state), Some(State::Waiting | State::Fetching))
                };
                let waiting: Vec<_> = all.iter().filter(open).collect();
                if let Some(same) = waiting.iter().find(|one| one.address == *address) {
                    return Ok(same.id);
                }
                if waiting.len() >= MOST_WAITING {
                    return Err(ProfileError::Fetch(Fault::TooMany(MOST_WAITING as i64)));
                }
                let id = tx.new_id();
                rows::put(tx, id, address).await?;
                Ok(id)
            })
        })
        .await
}

/// The addresses of a body, the last first.
pub async fn asked(store: &Store, body: BodyId) -> Result<Vec<Asked>, ProfileError> {
    Ok(rows::of_body(store.read(), store.engine(), body).await?)
}

/// Forgets an address; what was read of it stays until it is confirmed or thrown away.
pub async fn forget(store: &Store, body: BodyId, id: Uuid) -> Result<(), ProfileError> {
    let gone = store.write(body, id, |tx, id| {
        Box::pin(async move { Ok::<_, ProfileError>(rows::remove(tx, *id).await?) })
    });
    if gone.await? { Ok(()) } else { Err(ProfileError::NotFound) }
}
