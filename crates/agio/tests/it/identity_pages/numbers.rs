//! `/metrics`, and what only the demo shows.

use std::net::SocketAddr;

use agio::{
    config::{Metrics, Settings},
    wiring::Program,
};
use testkit::{Ground, on_both_engines};

use super::{Browser, part};
use crate::town::{Town, tables, town};

/// The same database served with other settings, without the demo's pages.
async fn served(ground: &Ground, metrics: Metrics) -> Town {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let settings = Settings { base_url: url.clone(), metrics, ..Settings::default() };
    let program = Program::new(ground.store.clone(), &settings, false).unwrap();
    let service = program.router().into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
    Town { url, client: reqwest::Client::new(), program }
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_for_the_machine_or_for_who_has_the_secret() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        Browser::signed_in(&town, "referente@demo.example").await;
        town.get("/niente-qui").await;
        let (status, text) = town.get("/metrics").await;
        assert_eq!(status, 200);
        for line in [
            "agio_requests_total{route=\"page\",method=\"write\",status=\"303\"}",
            "agio_requests_total{route=\"none\",method=\"read\",status=\"404\"}",
            "agio_request_seconds_bucket{",
            "agio_sessions_open 1",
            "agio_database_bytes ",
            "agio_outbox_waiting ",
            "agio_events_total ",
            "agio_password_hashes_total ",
        ] {
            assert!(text.contains(line), "{}: no {line} in\n{text}", ground.engine);
        }
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let value = line.rsplit(' ').next().unwrap();
            assert!(value.parse::<f64>().is_ok(), "{line}");
        }
        assert!(!text.contains("demo.example"), "no person is in the numbers");
        let passed_on = town.client.get(format!("{}/metrics", town.url));
        let passed_on = passed_on.header("x-forwarded-for", "192.0.2.1").send().await.unwrap();
        assert_eq!(passed_on.status(), 404);

        let secret = "un-segreto-abbastanza-lungo";
        let guarded = served(&ground, Metrics::Token(secret.into())).await;
        let ask = |with: Option<&str>| {
            let request = guarded.client.get(format!("{}/metrics", guarded.url));
            match with {
                Some(secret) => request.bearer_auth(secret).send(),
                None => request.send(),
            }
        };
        assert_eq!(ask(None).await.unwrap().status(), 404);
        assert_eq!(ask(Some("un-altro-segreto-lungo")).await.unwrap().status(), 404);
        assert_eq!(ask(Some(secret)).await.unwrap().status(), 200);
        let closed = served(&ground, Metrics::Off).await;
        assert_eq!(closed.get("/metrics").await.0, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_its_mail_and_its_pieces_and_a_real_place_does_not() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let browser = Browser::new(&town);
        browser.post("/password-dimenticata", &[("email", "referente@demo.example")]).await;
        let mail = browser.get("/dev/posta").await.html;
        assert!(part(&mail, "main").contains("referente@demo.example"));
        let link = town.link("referente@demo.example").await;
        assert!(mail.contains(&format!("href=\"{link}\"")), "one can follow it");
        assert!(browser.english("/dev/posta").await.html.contains("Mailbox of the demo"));
        assert_eq!(browser.get("/dev/componenti").await.status, 200);
        let real = served(&ground, Metrics::Loopback).await;
        for path in ["/dev/posta", "/dev/componenti"] {
            assert_eq!(real.get(path).await.0, 404, "{path}");
        }
    })
    .await;
}
