//! Addresses: fetched by a job within limits, never inside a private network.

use std::{io::Write as _, net::SocketAddr, time::Duration};

use axum::{
    Json, Router,
    body::Body,
    extract::{Path, Query},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Redirect},
    routing::get,
};
use profile::{
    fetch::{self, Asked, Reach, client::Limits},
    public,
    service::{self, Applied},
};
use serde_json::{Value, json};
use store::Store;

use crate::{clerk, here, on_both};

const PAGE: &str = include_str!("../../../opendata/tests/fixtures/pagina-servizio.html");

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn packed(bytes: &[u8], how: &'static str) -> impl IntoResponse + use<> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_ENCODING, how.parse().unwrap());
    (headers, zipped(bytes))
}

async fn services(query: Query<Vec<(String, String)>>) -> Json<Value> {
    let of =
        |name: &str| query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert_eq!(of("full"), Some("true"), "whole services are asked for");
    let page: u64 = of("page").unwrap_or("1").parse().unwrap();
    let service = json!({ "id": format!("s-{page}"), "name": format!("Servizio {page}"), "status": "active" });
    Json(json!({ "total_pages": 3, "page_number": page, "contents": [service] }))
}

/// A server of other people's sources.
async fn server() -> SocketAddr {
    let endless = || async {
        let piece = bytes::Bytes::from(vec![b'a'; 1 << 16]);
        Body::from_stream(futures::stream::repeat_with(move || {
            Ok::<_, std::io::Error>(piece.clone())
        }))
    };
    let slow = || async {
        tokio::time::sleep(Duration::from_secs(20)).await;
        Html(PAGE)
    };
    let hops = |Path(n): Path<u32>| async move {
        match n {
            0 => Html(PAGE).into_response(),
            n => Redirect::to(&format!("/hops/{}", n - 1)).into_response(),
        }
    };
    let root = json!({ "version": "3.0", "profile": "x", "openapi_url": "y" });
    let router = Router::new()
        .route("/pagina", get(|| async { Html(PAGE) }))
        .route("/hops/{n}", get(hops))
        .route("/inside", get(|| async { Redirect::to("http://127.0.0.1:9/") }))
        .route("/metadata", get(|| async { Redirect::to("http://169.254.169.254/latest") }))
        .route("/file", get(|| async { Redirect::to("file:///etc/passwd") }))
        .route("/hsds", get(move || async move { Json(root) }))
        .route("/hsds/services", get(services))
        .route("/gzip", get(|| async { packed(PAGE.as_bytes(), "gzip") }))
        .route("/bomb", get(|| async { packed(&vec![b' '; 30 << 20], "gzip") }))
        .route("/br", get(|| async { packed(b"x", "br") }))
        .route("/endless", get(endless))
        .route("/slow", get(slow))
        .route("/news", get(|| async { Html("<!doctype html><p>Notizie") }))
        .route("/gone", get(|| async { StatusCode::GONE }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    at
}

fn limits() -> Limits {
    Limits { time: Duration::from_secs(10), ..Limits::default() }
}

/// Asks for an address and lets the job work; what became of it.
async fn fetched(store: &Store, reach: &Reach, limits: Limits, address: &str) -> Asked {
    let id = fetch::service::ask(store, here().body, address).await.unwrap();
    assert_eq!(fetch::job::round(store, reach, limits).await.unwrap(), 1, "{address}");
    let all = fetch::service::asked(store, here().body).await.unwrap();
    all.into_iter().find(|one| one.id == id).unwrap()
}

async fn apply(store: &Store, asked: &Asked) -> Applied {
    let draft = service::draft(store, here().body, asked.draft_id.unwrap()).await.unwrap();
    let plan = service::preview(store, here().body, &draft).await.unwrap();
    service::apply(store, &here(), &clerk(), &draft, &plan.fingerprint).await.unwrap()
}

#[tokio::test]
async fn a_page_and_a_directory_at_an_address_wait_for_confirmation() {
    on_both(|ground| async move {
        let (store, server) = (&ground.store, server().await);
        let reach = Reach::public().with_test_server(server);
        let at = |path: &str| format!("http://{server}{path}");
        for (path, expected) in [("/pagina", (1, 0)), ("/hops/3", (0, 1)), ("/gzip", (0, 1))] {
            let asked = fetched(store, &reach, limits(), &at(path)).await;
            assert_eq!((asked.state.as_str(), asked.fault.as_str()), ("done", ""), "{path}");
            let done = apply(store, &asked).await;
            assert_eq!(
                (done.created, done.unchanged),
                expected,
                "{path}: a page is known by its own address"
            );
        }
        let asked = fetched(store, &reach, limits(), &at("/hsds")).await;
        assert_eq!(asked.state, "done", "{}", asked.fault);
        assert_eq!(apply(store, &asked).await, Applied { created: 3, changed: 0, unchanged: 0 });
        let log = profile::log::entries(store, here().body, None, 9).await.unwrap();
        let directory = log.iter().find(|entry| entry.source == "hsds").unwrap();
        assert_eq!(directory.file_name, at("/hsds"));
        assert!(
            fetch::service::asked(store, here().body).await.unwrap().is_empty(),
            "applied is over"
        );
        assert_eq!(fetch::job::round(store, &reach, limits()).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn traps_and_floods_get_a_reason_and_change_nothing() {
    on_both(|ground| async move {
        let (store, body, server) = (&ground.store, here().body, server().await);
        let reach = Reach::public().with_test_server(server);
        let at = |path: &str| format!("http://{server}{path}");
        for (address, key, n) in [
            (at("/hops/4"), "profile-fetch-too-many-redirects", 3),
            (at("/inside"), "profile-fetch-not-public", 0),
            (at("/metadata"), "profile-fetch-not-public", 0),
            (at("/file"), "profile-fetch-not-an-address", 0),
            ("http://localhost:1/".into(), "profile-fetch-not-public", 0),
            ("https://nessuno.invalid/".into(), "profile-fetch-no-such-host", 0),
            (at("/bomb"), "profile-fetch-too-large", 20),
            (at("/endless"), "profile-fetch-too-large", 20),
            (at("/br"), "profile-fetch-compressed", 0),
            (at("/gone"), "profile-fetch-status", 410),
            (at("/news"), "profile-source-no-service-on-page", 0),
        ] {
            let asked = fetched(store, &reach, limits(), &address).await;
            let told = (asked.state.as_str(), asked.fault.as_str(), asked.fault_n);
            assert_eq!(told, ("failed", key, n), "{address}");
            assert_eq!(asked.draft_id, None);
            fetch::service::forget(store, body, asked.id).await.unwrap();
        }
        let hasty = Limits { time: Duration::from_secs(1), ..limits() };
        let asked = fetched(store, &reach, hasty, &at("/slow")).await;
        assert_eq!((asked.fault.as_str(), asked.fault_n), ("profile-fetch-too-slow", 1));
        // Without the permission of this test the server is a private place like any other.
        let asked = fetched(store, &Reach::public(), limits(), &at("/pagina")).await;
        assert_eq!(asked.fault, "profile-fetch-not-public");
        assert!(service::waiting(store, body).await.unwrap().is_empty());
        assert_eq!(public::counts(store, body).await.unwrap().services, 0);
    })
    .await;
}

#[tokio::test]
async fn addresses_are_asked_for_once_few_at_a_time_and_given_up() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        for wrong in ["", "comune.it", "ftp://a.it/", "https://u:p@a.it/"] {
            let refused = fetch::service::ask(store, body, wrong).await.unwrap_err();
            assert_eq!(refused.key(), Some("profile-fetch-not-an-address"), "{wrong}");
        }
        let first = fetch::service::ask(store, body, "https://a.invalid/0").await.unwrap();
        assert_eq!(fetch::service::ask(store, body, " https://a.invalid/0 ").await.unwrap(), first);
        for n in 1..10 {
            fetch::service::ask(store, body, &format!("https://a.invalid/{n}")).await.unwrap();
        }
        let refused = fetch::service::ask(store, body, "https://a.invalid/10").await.unwrap_err();
        assert_eq!((refused.key(), refused.n()), (Some("profile-fetch-too-many"), Some(10)));
        let stranger = kernel::BodyId(kernel::id::Uuid::from_u128(8));
        assert!(fetch::service::forget(store, stranger, first).await.is_err());

        // What nobody looks at goes with the drafts after a day.
        ground.clock.advance_seconds(86_401);
        service::sweep_drafts(store, body).await.unwrap();
        assert!(fetch::service::asked(store, body).await.unwrap().is_empty());
    })
    .await;
}
