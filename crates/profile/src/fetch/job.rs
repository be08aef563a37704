//! The job behind the addresses: fetches them and takes in what they hold.

use futures::future::join_all;
use kernel::BodyId;
use store::Store;

use super::{
    Fault, Reach, address,
    client::{self, Limits},
    store::{self as rows, Asked, State},
};
use crate::{
    ProfileError,
    import::Sheet,
    model::Register,
    service::{self, Draft},
};

/// Addresses fetched at the same time.
const AT_ONCE: i64 = 4;
/// A job that has not ended after so many seconds was stopped with its program.
const STOPPED_AFTER: i64 = 120;
/// How often a job may be stopped before it is given up.
const MOST_ATTEMPTS: i64 = 3;

/// Fetches what is due; how many addresses.
pub async fn round(store: &Store, reach: &Reach, limits: Limits) -> Result<usize, ProfileError> {
    let stopped = store.clock().now().plus_seconds(-STOPPED_AFTER).0;
    let due = rows::due(store.read(), store.engine(), stopped, AT_ONCE).await?;
    let taken = due.iter().map(|asked| take(store, reach, limits, asked));
    let done: Vec<bool> = join_all(taken).await.into_iter().collect::<Result<_, _>>()?;
    Ok(done.into_iter().filter(|mine| *mine).count())
}

/// Fetches one address, unless another node is at it; whether it was ours.
async fn take(
    store: &Store,
    reach: &Reach,
    limits: Limits,
    asked: &Asked,
) -> Result<bool, ProfileError> {
    let body = BodyId(asked.body_id);
    let begun = store.write(body, asked.clone(), |tx, asked| {
        Box::pin(async move { Ok::<_, ProfileError>(rows::begin(tx, asked).await?) })
    });
    if !begun.await? {
        return Ok(false);
    }
    let outcome = if asked.attempts >= MOST_ATTEMPTS {
        Err(ProfileError::Fetch(Fault::Interrupted))
    } else {
        read(store, reach, limits, asked).await
    };
    let (state, draft, fault) = match outcome {
        Ok(draft) => (State::Done, Some(draft.id), ("", 0)),
        Err(error) => {
            let n = error.n().unwrap_or_default();
            // What is no refusal is a failure of ours: the job is left and tried again.
            let Some(key) = error.key() else { return Err(error) };
            (State::Failed, None, (key, n))
        }
    };
    let input = (asked.id, asked.attempts + 1, state, draft, fault);
    let ours = store.write(body, input, |tx, (id, attempt, state, draft, fault)| {
        Box::pin(async move {
            Ok::<_, ProfileError>(rows::end(tx, *id, *attempt, *state, *draft, *fault).await?)
        })
    });
    if let (false, Some(draft)) = (ours.await?, draft) {
        // Somebody forgot the address meanwhile.
        service::discard(store, body, draft).await?;
    }
    Ok(true)
}

async fn read(
    store: &Store,
    reach: &Reach,
    limits: Limits,
    asked: &Asked,
) -> Result<Draft, ProfileError> {
    let url = address::parse(&asked.address).map_err(ProfileError::Fetch)?;
    let fetched = client::fetch(&url, reach, limits).await.map_err(ProfileError::Fetch)?;
    let sheet = Sheet::Records(Register::Services);
    let (origin, table) =
        service::from_files(sheet, &asked.address, fetched.files, &fetched.address).await?;
    service::take_in(store, BodyId(asked.body_id), sheet, origin, table).await
}
