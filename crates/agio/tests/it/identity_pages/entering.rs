//! A new account, a forgotten password, an invitation, a password guessed at.

use testkit::on_both_engines;

use super::{Browser, PASSWORD, part, value};
use crate::town::{tables, town};

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_made_and_confirmed_by_who_owns_the_mailbox() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let browser = Browser::new(&town);
        let sign_in = browser.get("/accedi").await.html;
        assert!(sign_in.contains("/registrati") && sign_in.contains("/password-dimenticata"));
        assert!(browser.english("/registrati").await.html.contains("Create your account"));

        let script = "<script>alert(1)</script>";
        let huge = "x".repeat(300);
        let name = ("name", "Anna Verdi");
        let email = ("email", "anna@posta.example");
        let password = ("password", PASSWORD);
        for (pairs, message) in [
            (vec![], "Questo campo serve"),
            (vec![("name", ""), email, password], "Questo campo serve"),
            (vec![("name", huge.as_str()), email, password], "Troppo lungo"),
            (vec![name, ("email", script), password], "non è completo"),
            (vec![name, email, ("password", "corta")], "almeno 12"),
            (vec![name, email, ("password", "password1234")], "facile da indovinare"),
            (vec![name, email, ("password", "anna@posta.example")], "non può essere la tua e-mail"),
            (vec![name, email, ("password", huge.as_str())], "200"),
        ] {
            let html = browser.refused("/registrati", &pairs, message).await;
            assert!(!part(&html, "[role=alert]").is_empty());
            assert!(!html.contains(script), "typed text is text");
            assert_eq!(value(&html, "#f-password"), "", "a password is never given back");
            if pairs.contains(&name) {
                assert_eq!(value(&html, "#f-name"), "Anna Verdi");
            }
        }
        assert!(town.letters("anna@posta.example").await.is_empty(), "nothing was saved");

        // The same answer for a new address and for one that has an account.
        let form = |address: &'static str| vec![name, ("email", address), password];
        let new = browser.post("/registrati", &form("Anna@Posta.example")).await;
        let known = browser.post("/registrati", &form("referente@demo.example")).await;
        assert_eq!((new.status, &new.to, &new.html), (known.status, &known.to, &known.html));
        assert_eq!(new.to, "/accesso/inviata?per=account");
        assert!(browser.get(&new.to).await.html.contains("Guarda la posta"));
        let told = town.letters("referente@demo.example").await.remove(0);
        assert!(told.contains("ne hai già uno") && !told.contains("/accesso/"));

        let early = browser.post("/accedi", &[email, password]).await;
        assert_eq!(early.status, 422);
        assert!(
            early.html.contains("Manca la conferma") && early.html.contains("/accesso/conferma")
        );
        let html = browser.refused("/accesso/conferma", &[("email", "x")], "non è completo").await;
        assert_eq!(value(&html, "#f-email"), "x");
        let first = town.link("anna@posta.example").await;
        ground.clock.advance_seconds(1);
        assert!(first.starts_with("/accesso/verifica/"));
        let again = browser.post("/accesso/conferma", &[email]).await;
        let unknown = browser.post("/accesso/conferma", &[("email", "nessuno@x.example")]).await;
        assert_eq!((again.status, again.to), (unknown.status, unknown.to));
        assert!(town.letters("nessuno@x.example").await.is_empty());
        let link = town.link("anna@posta.example").await;
        let gone = browser.get(&first).await;
        assert_eq!(gone.status, 410, "a newer link replaces the older");
        assert!(gone.html.contains("non vale più") && gone.html.contains("/accesso/conferma"));

        // A program that reads mail opens the link; that must not use it up.
        for _ in 0..3 {
            let answer = browser.answer(&link).await;
            assert_eq!(answer.status(), 200);
            assert_eq!(answer.headers()["cache-control"], "no-store");
            assert_eq!(answer.headers()["referrer-policy"], "no-referrer");
        }
        let wrong = [("password", "un'altra password intera")];
        browser.refused(&link, &wrong, "non corrispondono").await;
        let entered = browser.post(&link, &[password]).await;
        assert_eq!(
            (entered.status.as_u16(), entered.to.as_str()),
            (303, "/account?esito=done-identity-verified")
        );
        let account = browser.get(&entered.to).await.html;
        assert!(account.contains("Indirizzo confermato") && account.contains("anna@posta.example"));
        assert_eq!(browser.post(&link, &[password]).await.status, 410);
        assert_eq!(browser.get("/registrati").await.to, "/account");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_is_replaced_once_and_within_the_hour() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let inside = Browser::signed_in(&town, "moderatore@demo.example").await;
        let browser = Browser::new(&town);
        let address = ("email", "moderatore@demo.example");
        browser.refused("/password-dimenticata", &[("email", "")], "Questo campo serve").await;
        let known = browser.post("/password-dimenticata", &[address]).await;
        let unknown = browser.post("/password-dimenticata", &[("email", "a@b.example")]).await;
        assert_eq!(
            (known.status, &known.to, &known.html),
            (unknown.status, &unknown.to, &unknown.html)
        );
        assert!(town.letters("a@b.example").await.is_empty());

        let late = town.link("moderatore@demo.example").await;
        ground.clock.advance_seconds(3_601);
        let gone = browser.get(&late).await;
        assert_eq!(gone.status, 410);
        assert!(gone.html.contains("/password-dimenticata"));
        assert_eq!(browser.post(&late, &[("password", PASSWORD)]).await.status, 410);

        browser.post("/password-dimenticata", &[address]).await;
        let link = town.link("moderatore@demo.example").await;
        let html = browser.refused(&link, &[("password", "corta")], "Troppo corta").await;
        assert_eq!(value(&html, "#f-password"), "");
        browser.refused(&link, &[], "Troppo corta").await;
        assert_eq!(inside.get("/account").await.status, 200, "nothing has changed yet");
        let set = browser.post(&link, &[("password", PASSWORD)]).await;
        assert_eq!(
            (set.status.as_u16(), set.to.as_str()),
            (303, "/accedi?esito=done-identity-password-set")
        );
        assert!(browser.get(&set.to).await.html.contains("Password salvata"));
        assert_eq!(browser.get(&link).await.status, 410);
        assert_eq!(inside.get("/account").await.status, 303, "signed out everywhere");
        browser.enter("moderatore@demo.example", PASSWORD).await;
        for nonsense in ["/accesso/reimposta/x", "/accesso/invito/è", "/accesso/verifica/a%2Fb"] {
            assert_eq!(browser.get(nonsense).await.status, 410, "{nonsense}");
            assert_eq!(browser.post(nonsense, &[]).await.status, 410, "{nonsense}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_a_password_has_to_wait_and_is_told_how_long() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let browser = Browser::new(&town);
        let guess = [("email", "referente@demo.example"), ("password", "tento questa volta")];
        for _ in 0..5 {
            let seen = browser.post("/accedi", &guess).await;
            assert_eq!(seen.status, 200);
            assert!(seen.html.contains("non corrispondono"));
        }
        let right = [("email", "referente@demo.example"), ("password", agio::demo::PASSWORD)];
        for pairs in [guess, right] {
            let answer = browser.send("/accedi", &pairs).await;
            assert_eq!(answer.status(), 429, "{}", ground.engine);
            assert_eq!(answer.headers()["retry-after"], "30");
            let html = answer.text().await.unwrap();
            assert!(html.contains("Troppi tentativi") && !html.contains(pairs[1].1));
            assert_eq!(value(&html, "#f-email"), "referente@demo.example");
        }
        // Others are not kept out, and a moment later neither is the owner.
        Browser::signed_in(&town, "rimini@demo.example").await;
        ground.clock.advance_seconds(31);
        assert_eq!(browser.post("/accedi", &right).await.status, 303);
    })
    .await;
}
