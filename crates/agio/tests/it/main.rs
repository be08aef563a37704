//! The program as a visitor's browser meets it, on both engines.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod actors_pages;
mod agenda_pages;
mod find_pages;
mod findings_pages;
mod identity_pages;
mod import_pages;
mod killed;
mod monitoring_pages;
mod open_data_pages;
mod participation_pages;
mod profile_pages;
mod source_pages;
mod town;
mod workday_pages;

use std::fmt::Write as _;

use agio::demo;
use kernel::{Access, BodyId, Grant, Principal, Role, id::Uuid};
use scraper::{Html, Selector};
use testkit::on_both_engines;
use town::{tables, text, town};

#[tokio::test(flavor = "multi_thread")]
async fn every_page_a_visitor_can_read_has_one_heading_in_both_languages() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        for path in [
            "/",
            "/cerca?q=rimini",
            "/unione-bassa-reggiana/",
            "/rimini/",
            "/guida",
            "/contatti",
            "/accessibilita",
            "/privacy",
            "/licenza",
            "/sorgente",
            "/stato",
            "/accedi",
            "/rimini/contatti",
            "/rimini/privacy",
        ] {
            for (lang, wrong) in [("it", "en"), ("en", "it")] {
                let answer = town
                    .client
                    .get(format!("{}{path}", town.url))
                    .header("accept-language", lang)
                    .send()
                    .await
                    .unwrap();
                assert_eq!(answer.status(), 200, "{path}");
                let html = answer.text().await.unwrap();
                let page = Html::parse_document(&html);
                let count = |s: &str| page.select(&Selector::parse(s).unwrap()).count();
                assert_eq!(count("h1"), 1, "{path}");
                assert_eq!(count(&format!("html[lang={lang}]")), 1, "{path}");
                assert_eq!(count(&format!("html[lang={wrong}]")), 0, "{path}");
                assert_eq!(
                    count("[style]") + count("script:not([src])") + count("style"),
                    0,
                    "{path}: inline"
                );
            }
        }
        let home = town.get("/").await.1;
        assert!(home.contains("Unione Bassa Reggiana"));
        // The frame's own files: every one that the page names is served.
        let page = Html::parse_document(&home);
        let style = Selector::parse("link[rel=stylesheet], script[src]").unwrap();
        for file in page.select(&style) {
            let href = file.attr("href").or(file.attr("src")).unwrap_or_default();
            assert_eq!(town.get(href).await.0, 200, "{href}");
        }
        assert!(town.get("/cerca?q=rimini").await.1.contains("Comune di Rimini"));
        assert!(town.get("/unione-bassa-reggiana/").await.1.contains("Guastalla"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_exist_is_a_page_with_a_reference() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        for (typed, meant) in [
            ("/rimini", "/rimini/"),
            ("/rimini?x=1", "/rimini/?x=1"),
            ("/rimini/contatti/", "/rimini/contatti"),
        ] {
            let answer = town.client.get(format!("{}{typed}", town.url)).send().await.unwrap();
            assert_eq!(answer.status(), 308, "{typed}");
            assert_eq!(answer.headers()["location"], meant);
            assert_eq!(town.get(meant).await.0, 200, "{meant}");
        }
        let url = format!("{}//altrove.example/", town.url);
        assert_eq!(town.client.get(url).send().await.unwrap().status(), 404, "leads nowhere else");
        for path in ["/niente", "/rimini/niente", "/niente/contatti"] {
            let (status, html) = town.get(path).await;
            assert_eq!(status, 404, "{path}");
            assert!(!text(&html, "code").is_empty(), "{path}");
        }
        let problem = town.client.get(format!("{}/api/v1/niente", town.url)).send().await.unwrap();
        assert_eq!(problem.headers()["content-type"], "application/problem+json");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_protect_every_answer() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        for path in ["/", "/niente", "/static/niente", "/status"] {
            let answer = town.client.get(format!("{}{path}", town.url)).send().await.unwrap();
            let policy = answer.headers()["content-security-policy"].to_str().unwrap();
            assert!(
                policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
                "{path}: {policy}"
            );
            assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_from_elsewhere_is_refused() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let send = |headers: &[(&'static str, &str)]| {
            let mut request =
                town.client.post(format!("{}/accedi", town.url)).form(&[("email", "x@y.it")]);
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            request.send()
        };
        assert_eq!(send(&[]).await.unwrap().status(), 403);
        assert_eq!(send(&[("origin", "https://altrove.example")]).await.unwrap().status(), 403);
        assert_eq!(send(&[("sec-fetch-site", "cross-site")]).await.unwrap().status(), 403);
        assert_eq!(send(&[("sec-fetch-site", "same-origin")]).await.unwrap().status(), 200);
        assert_eq!(send(&[("origin", &town.url)]).await.unwrap().status(), 200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_sign_in_and_out() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let (status, _) = town.get("/scrivania").await;
        assert_eq!(status, 303, "a visitor is led to the sign-in page");
        let wrong = town.sign_in("referente@demo.example", "sbagliata-davvero").await;
        assert_eq!(wrong.status(), 200);
        let html = wrong.text().await.unwrap();
        assert!(
            html.contains("referente@demo.example") && !html.contains("sbagliata-davvero"),
            "keeps the address only"
        );
        assert!(!text(&html, "[role=alert]").is_empty());
        assert_eq!(town.sign_in("referente@demo.example", demo::PASSWORD).await.status(), 303);
        let (status, html) = town.get("/scrivania").await;
        assert_eq!((status.as_u16(), html.contains("referente")), (200, true));
        let out = town
            .client
            .post(format!("{}/esci", town.url))
            .header("origin", &town.url)
            .form(&[("ovunque", "1")])
            .send()
            .await
            .unwrap();
        assert_eq!(out.status(), 303);
        assert_eq!(town.get("/scrivania").await.0, 303);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_page_is_never_stale() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let page = format!("{}/rimini/", town.url);
        let first = town.client.get(&page).send().await.unwrap();
        let seal = first.headers()["etag"].clone();
        let again = town.client.get(&page).header("if-none-match", &seal).send().await.unwrap();
        assert_eq!(again.status(), 304);
        let identity = &town.program.identity;
        let rimini = identity.bodies().by_slug("rimini").await.unwrap().unwrap();
        let fields =
            identity::BodyFields { name: "Rimini, città nuova".into(), ..rimini.fields.clone() };
        identity.edit_body(&identity::Caller::command_line(), rimini.id, fields).await.unwrap();
        let changed = town.client.get(&page).header("if-none-match", &seal).send().await.unwrap();
        assert_eq!(changed.status(), 200);
        assert!(changed.text().await.unwrap().contains("Rimini, città nuova"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_do_what() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let body = BodyId(Uuid::from_u128(1));
        let mut table = String::new();
        for route in town.program.routes().table() {
            let who = |principal: &Principal| {
                if route.access.allows(principal, Some(body), None) { 'x' } else { '.' }
            };
            let _ = write!(
                table,
                "{:4} {:28} nessuno {}",
                route.method.as_str(),
                route.path,
                who(&Principal::anonymous())
            );
            for role in Role::ALL {
                let holder = Principal {
                    person: Some(kernel::PersonId(Uuid::from_u128(2))),
                    grants: vec![Grant { body, path: None, role }],
                    ..Principal::default()
                };
                let _ = write!(table, " {} {}", role.code(), who(&holder));
                // The same role on another body must not open what a role opens here.
                let stranger = Principal {
                    grants: vec![Grant { body: BodyId(Uuid::from_u128(9)), path: None, role }],
                    ..holder.clone()
                };
                if matches!(route.access, Access::Roles(_)) {
                    assert!(
                        !route.access.allows(&stranger, Some(body), None),
                        "{} {}",
                        route.method,
                        route.path
                    );
                }
            }
            table.push('\n');
        }
        insta::assert_snapshot!("routes", table);
    })
    .await;
}

#[tokio::test]
async fn the_privacy_page_speaks_of_columns_that_exist() {
    use sea_orm::ConnectionTrait;
    let page = include_str!("../../../../docs/privacy.md");
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    let named: Vec<(&str, &str)> = rows
        .filter_map(|row| row.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .filter_map(|name| name.split_once('.'))
        .collect();
    assert!(named.len() > 25, "{named:?}");
    let named = &named;
    on_both_engines(&[&tables()], |ground| async move {
        for (table, column) in named {
            let sql = format!("SELECT {column} FROM {table} LIMIT 1");
            let found = ground
                .store
                .read()
                .query_one_raw(store::sql(ground.store.engine(), &sql, []))
                .await;
            assert!(found.is_ok(), "docs/privacy.md: {table}.{column}: {found:?}");
        }
    })
    .await;
}
