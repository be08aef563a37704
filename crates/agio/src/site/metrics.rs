//! How the program is doing, in numbers that Prometheus reads.

use std::{
    fmt::Write as _,
    net::SocketAddr,
    sync::{Mutex, OnceLock, PoisonError},
    time::Duration,
};

use axum::{
    extract::{ConnectInfo, Request},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use identity::Identity;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use sha2::{Digest, Sha256};
use store::{events, outbox};
use web::{Part, Visit, WebError};

use crate::config::Metrics;

/// Who may read the numbers.
#[derive(Debug, Clone)]
pub struct Door(pub Metrics);

/// Bounds of the histogram of durations, in seconds.
const BOUNDS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// How often what was counted is gathered, so that it does not pile up when nobody reads it.
const GATHER_EVERY: Duration = Duration::from_secs(5);

/// The recorder of this process, put in place when first asked for.
fn recorder() -> Option<&'static PrometheusHandle> {
    static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    RECORDER
        .get_or_init(|| {
            let bounds = Matcher::Full("agio_request_seconds".to_owned());
            let recorder = PrometheusBuilder::new()
                .set_buckets_for_metric(bounds, BOUNDS)
                .ok()?
                .build_recorder();
            let handle = recorder.handle();
            metrics::set_global_recorder(recorder).ok()?;
            metrics::describe_counter!(
                "agio_requests_total",
                "Answers, by kind of route and status."
            );
            metrics::describe_histogram!("agio_request_seconds", "Time to the first byte.");
            Some(handle)
        })
        .as_ref()
}

/// Begins to count, unless nobody may read.
pub fn begin(door: &Metrics) {
    static GATHERING: Mutex<bool> = Mutex::new(false);
    if *door == Metrics::Off {
        return;
    }
    let Some(handle) = recorder() else { return };
    let mut gathering = GATHERING.lock().unwrap_or_else(PoisonError::into_inner);
    if !*gathering && let Ok(runtime) = tokio::runtime::Handle::try_current() {
        *gathering = true;
        runtime.spawn(async move {
            loop {
                tokio::time::sleep(GATHER_EVERY).await;
                handle.run_upkeep();
            }
        });
    }
}

/// Whether a request comes from a program of this machine and not through a proxy on it.
fn is_local(peer: Option<SocketAddr>, headers: &HeaderMap) -> bool {
    let passed_on = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];
    peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback())
        && !passed_on.into_iter().any(|name| headers.contains_key(name))
}

/// Whether the secret was sent; compared by hash, so that the time taken tells nothing of it.
fn knows(secret: &str, headers: &HeaderMap) -> bool {
    let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let sent = sent.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    Sha256::digest(sent.trim()) == Sha256::digest(secret)
}

/// `/metrics`: for whom it is not, it is not there.
pub async fn scrape(
    visit: Visit,
    Part(identity): Part<Identity>,
    Part(Door(door)): Part<Door>,
    request: Request,
) -> Result<Response, WebError> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    let open = match &door {
        Metrics::Off => false,
        Metrics::Loopback => is_local(peer, request.headers()),
        Metrics::Token(secret) => knows(secret, request.headers()),
    };
    let Some(handle) = recorder().filter(|_| open) else { return Err(WebError::NotFound) };
    let store = visit.app.store();
    let changes: i64 = events::heads(store.read()).await?.iter().map(|head| head.seq).sum();
    let bodies = identity.bodies().tree().await?.len();
    let mut text = handle.render();
    let gauges = [
        ("agio_database_bytes", "Size of the database.", store.bytes().await?),
        ("agio_outbox_waiting", "E-mails that wait to leave.", outbox::waiting(store).await?),
        ("agio_sessions_open", "People signed in, by device.", identity.open_sessions().await?),
        ("agio_bodies", "Bodies.", i64::try_from(bodies).unwrap_or(0)),
    ];
    for (name, help, value) in gauges {
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
    }
    let counters = [
        ("agio_events_total", "Changes recorded since the database began.", changes),
        (
            "agio_password_hashes_total",
            "Passwords hashed or checked since the start.",
            i64::try_from(identity.hashes_done()).unwrap_or(i64::MAX),
        ),
    ];
    for (name, help, value) in counters {
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} counter\n{name} {value}\n");
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &'static str, value: &'static str) -> HeaderMap {
        [(header::HeaderName::from_static(name), header::HeaderValue::from_static(value))]
            .into_iter()
            .collect()
    }

    #[test]
    fn a_proxy_on_the_same_machine_does_not_open_the_door() {
        let peer = |text: &str| Some(text.parse::<SocketAddr>().unwrap());
        assert!(is_local(peer("127.0.0.1:9"), &HeaderMap::new()));
        assert!(is_local(peer("[::ffff:127.0.0.1]:9"), &HeaderMap::new()));
        assert!(!is_local(peer("192.0.2.1:9"), &HeaderMap::new()));
        assert!(!is_local(None, &HeaderMap::new()));
        for name in ["x-forwarded-for", "forwarded", "x-real-ip", "via"] {
            assert!(!is_local(peer("127.0.0.1:9"), &headers(name, "192.0.2.1")), "{name}");
        }
    }

    #[test]
    fn the_secret_opens_and_nothing_else() {
        let secret = "0123456789abcdef";
        assert!(knows(secret, &headers("authorization", "Bearer 0123456789abcdef")));
        for wrong in ["Bearer 0123456789abcdeg", "Bearer ", "0123456789abcdef"] {
            assert!(!knows(secret, &headers("authorization", wrong)), "{wrong}");
        }
        assert!(!knows(secret, &HeaderMap::new()));
    }
}
