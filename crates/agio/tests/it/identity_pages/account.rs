//! One's own account: name, password, devices, tokens.

use agio::demo;
use testkit::on_both_engines;

use super::{Browser, PASSWORD, part, value};
use crate::town::{tables, town};

#[tokio::test(flavor = "multi_thread")]
async fn everybody_looks_after_their_own_account() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let here = Browser::signed_in(&town, "facilitatore@demo.example").await;
        let there = Browser::signed_in(&town, "facilitatore@demo.example").await;
        for path in ["/account", "/account/password", "/account/dispositivi", "/account/chiavi"] {
            assert_eq!(Browser::new(&town).get(path).await.status, 303, "{path}");
            let (it, en) = (here.get(path).await, here.english(path).await);
            assert_eq!((it.status.as_u16(), en.status.as_u16()), (200, 200), "{path}");
            assert!(
                !part(&it.html, "h1").is_empty() && part(&it.html, "h1") != part(&en.html, "h1"),
                "{path}"
            );
        }

        let account = here.get("/account").await.html;
        assert_eq!(value(&account, "#f-name"), "Facilitatore (demo)");
        assert!(account.contains("facilitatore") && account.contains("Unione Bassa Reggiana"));
        here.refused("/account", &[("name", "x"), ("language", "it")], "Troppo corto").await;
        here.refused("/account", &[("name", "Anna"), ("language", "de")], "non c’è nell’elenco")
            .await;
        assert!(here.get("/account").await.html.contains("Facilitatore (demo)"));
        let script = "<b>Anna</b> =1+1";
        let saved = here.post("/account", &[("name", script), ("language", "en")]).await;
        assert_eq!(saved.to, "/account?esito=done-identity-account");
        let desk = here.get("/scrivania").await.html;
        assert!(desk.contains("&lt;b&gt;Anna") || desk.contains("&#60;b&#62;Anna"));
        assert!(!desk.contains("<b>Anna"));

        let change =
            |old: &'static str, new: &'static str| [("old_password", old), ("new_password", new)];
        here.refused("/account/password", &change("", ""), "Questo campo serve").await;
        here.refused("/account/password", &change(demo::PASSWORD, "corta"), "almeno 12").await;
        here.refused("/account/password", &change(demo::PASSWORD, "qwerty123456"), "facile").await;
        let html = here
            .refused(
                "/account/password",
                &change("sbagliata sicuro", PASSWORD),
                "Non è la password",
            )
            .await;
        assert!(!html.contains(PASSWORD) && !html.contains("sbagliata sicuro"));
        assert_eq!(there.get("/account").await.status, 200);
        let done = here.post("/account/password", &change(demo::PASSWORD, PASSWORD)).await;
        assert_eq!(done.to, "/account?esito=done-identity-password");
        assert_eq!(there.get("/account").await.status, 303, "the other devices are out");
        assert_eq!(here.get("/account").await.status, 200);

        there.enter("facilitatore@demo.example", PASSWORD).await;
        let devices = here.get("/account/dispositivi").await.html;
        let page = scraper::Html::parse_document(&devices);
        let forms = scraper::Selector::parse("form[action^='/account/dispositivi/']").unwrap();
        let actions: Vec<_> = page.select(&forms).filter_map(|f| f.attr("action")).collect();
        assert_eq!(actions.len(), 1, "one's own device has no button of that kind");
        let stranger = Browser::signed_in(&town, "rimini@demo.example").await;
        let missed = stranger.post(actions[0], &[]).await;
        assert_eq!(missed.to, "/account/dispositivi?esito=done-identity-gone");
        assert_eq!(there.get("/account").await.status, 200, "nobody ends another's session");
        here.post(actions[0], &[]).await;
        assert_eq!(there.get("/account").await.status, 303);
        assert_eq!(here.post("/account/dispositivi/x/esci", &[]).await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_personal_token_is_shown_once_and_stands_for_its_owner() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let browser = Browser::signed_in(&town, "referente@demo.example").await;
        let make =
            |name: &'static str, password: &'static str| [("name", name), ("password", password)];
        browser.refused("/account/chiavi", &make("", demo::PASSWORD), "Questo campo serve").await;
        let html = browser
            .refused("/account/chiavi", &make("Foglio", "non è questa"), "Non è la password")
            .await;
        assert_eq!(value(&html, "#f-name"), "Foglio");
        assert!(!html.contains("agio_me_"));

        let made = browser.send("/account/chiavi", &make("Foglio", demo::PASSWORD)).await;
        assert_eq!(made.headers()["cache-control"], "no-store");
        let html = made.text().await.unwrap();
        let secret = part(&html, ".alert code");
        assert!(secret.starts_with("agio_me_"), "{secret}");
        let listed = browser.get("/account/chiavi").await.html;
        assert!(listed.contains("Foglio") && !listed.contains(&secret));

        let identity = &town.program.identity;
        let who = identity.principal_of_token(&secret).await.unwrap().unwrap();
        let union = town.body("unione-bassa-reggiana").await;
        assert!(who.person.is_some() && who.holds(union, None, &[kernel::Role::Lead]));
        let call = |secret: &str| {
            town.client.get(format!("{}/api/v1/openapi.json", town.url)).bearer_auth(secret).send()
        };
        assert_eq!(call(&secret).await.unwrap().status(), 200);
        // A token is for the API alone: pages take no notice of it.
        let page = town.client.get(format!("{}/account", town.url)).bearer_auth(&secret);
        assert_eq!(page.send().await.unwrap().status(), 303);

        let start = listed.find("/account/chiavi/").unwrap();
        let action = listed[start..].split('"').next().unwrap().to_owned();
        let stranger = Browser::signed_in(&town, "rimini@demo.example").await;
        stranger.post(&action, &[]).await;
        assert_eq!(call(&secret).await.unwrap().status(), 200, "only its owner takes it away");
        assert_eq!(
            browser.post(&action, &[]).await.to,
            "/account/chiavi?esito=done-identity-token"
        );
        assert_eq!(call(&secret).await.unwrap().status(), 401);
        assert_eq!(browser.post(&action, &[]).await.to, "/account/chiavi?esito=done-identity-gone");
    })
    .await;
}
