//! Where every body is, and its numbers.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::BodyId;
use participation::model::PathState;
use store::{Committed, Store};
use web::WebError;

/// One body, as far as it has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// 1 profile, 2 listening, 3 working day, 4 Agenda, 5 follow-up; 6 all done, 0 not begun.
    pub phase: u8,
    /// The path that decides the phase: address word and name.
    pub path: Option<(String, String)>,
    /// Its state.
    pub state: Option<PathState>,
    /// Services in the profile.
    pub services: i64,
    /// Databases in the profile.
    pub databases: i64,
    /// Public ideas, of all paths.
    pub ideas: i64,
    /// Ballots handed in, on all days.
    pub ballots: i64,
    /// Published actions.
    pub actions: i64,
    /// Readings of indicators.
    pub readings: i64,
}

/// Something that was finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// The body.
    pub body: BodyId,
    /// What.
    pub what: What,
    /// Its title.
    pub title: String,
    /// Its page; empty for an Agenda, whose page is the body's.
    pub href: String,
    /// When, UTC milliseconds.
    pub at: i64,
}

/// What was finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A day with a published result.
    Day,
    /// A published Agenda.
    Agenda,
}

/// All bodies that have begun, and the latest results.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// By body.
    pub bodies: HashMap<BodyId, Standing>,
    /// The latest results of all, newest first.
    pub finished: Vec<Finished>,
}

impl Overview {
    /// The numbers of the whole network.
    pub fn sum(&self) -> Standing {
        self.bodies.values().fold(Standing::default(), |sum, one| Standing {
            services: sum.services + one.services,
            databases: sum.databases + one.databases,
            ideas: sum.ideas + one.ideas,
            ballots: sum.ballots + one.ballots,
            actions: sum.actions + one.actions,
            readings: sum.readings + one.readings,
            ..sum
        })
    }
}

/// The five steps that people see, from the ten states of a path.
pub const fn phase_of(state: PathState) -> u8 {
    match state {
        PathState::Preparation | PathState::Suspended | PathState::Withdrawn => 0,
        PathState::Knowledge => 1,
        PathState::Listening | PathState::Review => 2,
        PathState::Decision => 3,
        PathState::AgendaApproved => 4,
        PathState::Monitoring => 5,
        PathState::Closed => 6,
    }
}

/// An overview and the versions of the bodies it was made of.
type Made = (Vec<Committed>, Arc<Overview>);

/// The overview as last computed, kept while no body has changed.
#[derive(Debug, Clone, Default)]
pub struct Kept(Arc<Mutex<Option<Made>>>);

impl Kept {
    /// The overview as it is now.
    pub async fn now(&self, store: &Store) -> Result<Arc<Overview>, WebError> {
        let mut heads = store::events::heads(store.read()).await?;
        heads.sort_unstable_by_key(|head| head.body.0);
        if let Some((known, overview)) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner)
            && *known == heads
        {
            return Ok(Arc::clone(overview));
        }
        let overview = Arc::new(compute(store).await?);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((heads, Arc::clone(&overview)));
        Ok(overview)
    }
}

fn broken(error: impl std::fmt::Display) -> WebError {
    WebError::Internal(error.to_string())
}

async fn compute(store: &Store) -> Result<Overview, WebError> {
    let mut all = Overview::default();
    for total in profile::totals::of_all(store).await.map_err(broken)? {
        let body = all.bodies.entry(BodyId(total.body_id)).or_default();
        (body.services, body.databases, body.phase) = (total.services, total.databases, 1);
    }
    for line in participation::totals::of_all(store).await.map_err(broken)? {
        let body = all.bodies.entry(BodyId(line.body_id)).or_default();
        body.ideas += line.public_ideas;
        // The latest path that goes on decides; a finished one only where none does.
        let over = |state| matches!(state, PathState::Closed | PathState::Withdrawn);
        if body.state.is_none_or(over) || !over(line.state) {
            body.phase = phase_of(line.state).max(u8::from(body.services > 0));
            body.path = Some((line.slug, line.name));
            body.state = Some(line.state);
        }
    }
    for line in workday::totals::of_all(store).await.map_err(broken)? {
        let id = BodyId(line.body_id);
        all.bodies.entry(id).or_default().ballots += line.ballots;
        if let Some(at) = line.published_at {
            let (title, href) = (line.title, line.href);
            all.finished.push(Finished { body: id, what: What::Day, title, href, at });
        }
    }
    for line in agenda::totals::of_all(store).await.map_err(broken)? {
        let id = BodyId(line.body_id);
        all.bodies.entry(id).or_default().actions = line.actions;
        let (title, at) = (line.title, line.published_at);
        all.finished.push(Finished {
            body: id,
            what: What::Agenda,
            title,
            href: String::new(),
            at,
        });
    }
    for total in monitoring::totals::of_all(store).await.map_err(broken)? {
        all.bodies.entry(BodyId(total.body_id)).or_default().readings = total.readings;
    }
    all.finished.sort_by_key(|one| std::cmp::Reverse(one.at));
    all.finished.truncate(6);
    Ok(all)
}
