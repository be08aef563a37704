//! Live screens: counters and turns of a day, told to every telephone by one watcher.

use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::response::sse::Event;
use futures::stream::{Stream, unfold};
use kernel::BodyId;
use serde::{Deserialize, Serialize};
use store::Store;
use tokio::{
    sync::{
        broadcast::error::{RecvError, TryRecvError},
        watch,
    },
    time::sleep,
};

use crate::{
    error::WorkdayError,
    model::{DayId, DayState},
    store as rows,
};

/// Commits that come within so long of one another are read together.
const BURST: Duration = Duration::from_millis(100);

/// How long a watcher waits before it asks a database that failed again.
const AGAIN: Duration = Duration::from_secs(1);

/// A day as live screens follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulse {
    /// Event number of the body it was read at.
    pub seq: i64,
    /// Event number at which the state last changed.
    pub turned: i64,
    /// Where the day stands.
    pub state: String,
    /// The numbers.
    pub counters: Counters,
}

/// The numbers of a live screen; nothing of what was voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Counters {
    /// Voters with a ballot in.
    pub ballots: i64,
    /// Voters who joined.
    pub present: i64,
}

type Feed = watch::Sender<Option<Pulse>>;

/// The days being followed: one watcher each, however many follow.
#[derive(Debug, Clone)]
pub struct Hub {
    feeds: Arc<Mutex<HashMap<(BodyId, DayId), Feed>>>,
    stopped: watch::Sender<bool>,
}

impl Default for Hub {
    fn default() -> Self {
        Self { feeds: Arc::default(), stopped: watch::Sender::new(false) }
    }
}

impl Hub {
    /// Ends every stream, so that the program can stop.
    pub fn stop(&self) {
        self.stopped.send_replace(true);
    }

    /// Follows a day; the first to follow starts its watcher, the last to leave ends it.
    pub fn follow(
        &self,
        store: &Store,
        body: BodyId,
        day: DayId,
    ) -> watch::Receiver<Option<Pulse>> {
        let mut feeds = self.feeds.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(feed) = feeds.get(&(body, day)) {
            return feed.subscribe();
        }
        let (feed, receiver) = watch::channel(None);
        feeds.insert((body, day), feed.clone());
        tokio::spawn(watch_day(self.clone(), store.clone(), body, day, feed));
        receiver
    }

    /// How many days have a watcher.
    pub fn watched(&self) -> usize {
        self.feeds.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Gives the feed up if nobody follows; under the lock, so that nobody can begin meanwhile.
    fn leave(&self, key: (BodyId, DayId), feed: &Feed) -> bool {
        let mut feeds = self.feeds.lock().unwrap_or_else(PoisonError::into_inner);
        let alone = feed.receiver_count() == 0;
        if alone {
            feeds.remove(&key);
        }
        alone
    }

    /// What a screen is told that has seen everything up to the event `since`; from now on, when it
    /// has seen nothing.
    pub fn stream(
        &self,
        store: &Store,
        body: BodyId,
        day: DayId,
        since: Option<i64>,
    ) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
        let begin = Screen {
            pulses: self.follow(store, body, day),
            stopped: self.stopped.subscribe(),
            since,
            shown: None,
        };
        unfold(begin, |mut screen| async move {
            let event = screen.next().await?;
            Some((Ok(event), screen))
        })
    }
}

/// One connected screen.
struct Screen {
    pulses: watch::Receiver<Option<Pulse>>,
    stopped: watch::Receiver<bool>,
    since: Option<i64>,
    shown: Option<Counters>,
}

impl Screen {
    async fn next(&mut self) -> Option<Event> {
        loop {
            if *self.stopped.borrow() {
                return None;
            }
            let pulse = self.pulses.borrow_and_update().clone();
            if let Some(event) = pulse.and_then(|pulse| self.told(&pulse)) {
                return Some(event);
            }
            tokio::select! {
                changed = self.pulses.changed() => changed.ok()?,
                _ = self.stopped.changed() => return None,
            }
        }
    }

    fn told(&mut self, pulse: &Pulse) -> Option<Event> {
        let id = pulse.seq.to_string();
        let seen_up_to = self.since;
        let since = *self.since.get_or_insert(pulse.turned);
        if pulse.turned > since {
            self.since = Some(pulse.turned);
            self.shown = Some(pulse.counters);
            return Some(Event::default().event("reload").id(id).data(&pulse.state));
        }
        // After a break in the line nothing is told twice.
        let known = self.shown.is_none() && seen_up_to.is_some_and(|seen| pulse.seq <= seen);
        let news = self.shown != Some(pulse.counters) && !known;
        self.shown = Some(pulse.counters);
        if !news {
            return None;
        }
        let data = serde_json::to_string(&pulse.counters).unwrap_or_default();
        Some(Event::default().event("counters").id(id).data(data))
    }
}

/// Reads a day after each burst of commits of its body, until nobody follows.
async fn watch_day(hub: Hub, store: Store, body: BodyId, day: DayId, feed: Feed) {
    let mut news = store.subscribe();
    loop {
        let last = feed.borrow().clone();
        match read(&store, body, day, last.as_ref()).await {
            Ok(pulse) => {
                feed.send_if_modified(|last| {
                    let changed = last.as_ref().is_none_or(|last| {
                        (last.turned, last.counters) != (pulse.turned, pulse.counters)
                    });
                    *last = Some(pulse);
                    changed
                });
                sleep(BURST).await;
            }
            Err(error) => {
                tracing::warn!(%error, "live screen not readable");
                sleep(AGAIN).await;
                if hub.leave((body, day), &feed) {
                    return;
                }
                continue;
            }
        }
        loop {
            tokio::select! {
                () = feed.closed() => {
                    if hub.leave((body, day), &feed) {
                        return;
                    }
                }
                heard = news.recv() => match heard {
                    Ok(committed) if committed.body != body => {}
                    // Whatever was missed is in the rows.
                    Ok(_) | Err(RecvError::Lagged(_)) => break,
                    Err(RecvError::Closed) => return,
                },
            }
        }
        // What else was committed meanwhile is read in the same breath.
        while matches!(news.try_recv(), Ok(_) | Err(TryRecvError::Lagged(_))) {}
    }
}

async fn read(
    store: &Store,
    body: BodyId,
    day: DayId,
    last: Option<&Pulse>,
) -> Result<Pulse, WorkdayError> {
    // Read before the row: the row is at least as new as its number says.
    let seq = store.version(body).await?;
    let row = rows::live(store.read(), body, day).await?;
    let turned = match last {
        Some(last) if last.state == row.state => last.turned,
        _ => rows::last_turn(store.read(), body, day).await?,
    };
    if DayState::parse(&row.state).is_none() {
        return Err(store::StoreError::Corrupt("state of a day".into()).into());
    }
    let counters = Counters { ballots: row.ballots, present: row.present };
    Ok(Pulse { seq, turned, state: row.state, counters })
}
