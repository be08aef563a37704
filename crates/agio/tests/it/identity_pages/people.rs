//! People, roles, tokens of a body, and the bodies of the network.

use kernel::Role;
use testkit::on_both_engines;

use super::{Browser, PASSWORD, part, value};
use crate::town::{tables, town};

const ROOT: &str = "/unione-bassa-reggiana/scrivania/persone";

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_invites_gives_and_takes_roles() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Browser::signed_in(&town, "referente@demo.example").await;
        let list = lead.get(ROOT).await.html;
        assert!(list.contains("moderatore@demo.example") && !list.contains("rimini@demo.example"));
        assert!(lead.english(ROOT).await.html.contains("People and roles"));

        let invite = format!("{ROOT}/invita");
        let form = |email: &'static str, role: &'static str, path: &'static str| {
            vec![
                ("email", email),
                ("name", "Nuova Rossi"),
                ("role", role),
                ("path", path),
                ("language", "it"),
            ]
        };
        let html = lead.refused(&invite, &form("nuova@", "moderatore", ""), "non è completo").await;
        assert_eq!(value(&html, "#f-email"), "nuova@");
        assert!(part(&html, "[role=alert]").contains("una cosa"));
        lead.refused(&invite, &[], "Questo campo serve").await;
        let mail = "nuova@posta.example";
        lead.refused(&invite, &form(mail, "gestore-di-rete", ""), "non c’è nell’elenco").await;
        lead.refused(
            &invite,
            &form(mail, "moderatore", "percorso-inventato"),
            "non c’è nell’elenco",
        )
        .await;
        assert!(town.letters(mail).await.is_empty());

        let done = lead.post(&invite, &form(mail, "moderatore", "agenda-sociale")).await;
        assert_eq!(done.status, 303);
        let person = done.to.split('?').next().unwrap().to_owned();
        let page = lead.get(&done.to).await.html;
        assert!(
            page.contains("Non è ancora entrata")
                && page.contains("Agenda Sociale Locale della Bassa Reggiana")
        );
        let letter = town.letters(mail).await.remove(0);
        assert!(
            letter.contains("moderatore") && letter.contains("Unione Bassa Reggiana"),
            "{letter}"
        );
        let first = town.link(mail).await;
        ground.clock.advance_seconds(1);
        lead.post(&format!("{person}/invito"), &[]).await;
        let link = town.link(mail).await;
        assert!(link != first);
        assert_eq!(Browser::new(&town).get(&first).await.status, 410);

        let guest = Browser::new(&town);
        for _ in 0..2 {
            assert_eq!(guest.get(&link).await.status, 200);
        }
        let html =
            guest.refused(&link, &[("name", ""), ("password", "corta")], "Scrivi nome").await;
        assert!(html.contains("Troppo corta"), "both at once");
        let entered = guest.post(&link, &[("name", "Nuova R."), ("password", PASSWORD)]).await;
        assert_eq!(entered.to, "/scrivania?esito=done-identity-invited");
        assert!(guest.get("/scrivania").await.html.contains("moderatore"));
        assert_eq!(guest.get(&link).await.status, 410);
        assert_eq!(guest.get(ROOT).await.status, 403);
        assert!(lead.get(ROOT).await.html.contains("Nuova R."));

        let roles = format!("{person}/ruoli");
        lead.refused(&roles, &[("role", ""), ("path", "")], "Questo campo serve").await;
        assert_eq!(lead.post(&roles, &[("role", "garante"), ("path", "")]).await.status, 303);
        assert_eq!(guest.get("/unione-bassa-reggiana/scrivania/registro").await.status, 200);
        let take = format!("{person}/ruoli/togli");
        let role = [("role", "garante"), ("path", "")];
        assert!(lead.post(&take, &role).await.to.ends_with("done-identity-role-taken"));
        assert_eq!(guest.get("/unione-bassa-reggiana/scrivania/registro").await.status, 403);
        assert!(lead.post(&take, &role).await.to.ends_with("done-identity-gone"));
        assert_eq!(lead.post(&take, &[("role", "re")]).await.status, 400);
        // With the last role the person leaves the list, and the page with them.
        let last = lead.post(&take, &[("role", "moderatore"), ("path", "agenda-sociale")]).await;
        assert!(last.to.starts_with(&format!("{ROOT}?")));
        assert_eq!(lead.get(&person).await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_who_leaves_is_asked_twice_and_the_last_one_stays() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let union = town.body("unione-bassa-reggiana").await;
        let lead = Browser::signed_in(&town, "referente@demo.example").await;
        let identity = &town.program.identity;
        let email = kernel::email::Email::parse("referente@demo.example").unwrap();
        let me = identity.person_by_email(&email).await.unwrap().unwrap().id;
        let take = format!("{ROOT}/{me}/ruoli/togli");
        let role = [("role", "referente"), ("path", "")];
        let sure = [("role", "referente"), ("path", ""), ("sure", "1")];
        let asked = lead.post(&take, &role).await;
        assert_eq!(asked.status, 200);
        assert!(asked.html.contains("Stai togliendo il ruolo a te"));
        lead.refused(&take, &sure, "Sei l’unico referente").await;
        assert!(!identity.grants_of(me).await.unwrap().is_empty());

        let other = town.person("seconda@posta.example", "Seconda").await;
        town.role(other, Some(union), Role::Lead).await;
        assert_eq!(lead.post(&take, &role).await.status, 200, "asked again");
        assert_eq!(lead.post(&take, &sure).await.to, "/scrivania?esito=done-identity-role-taken");
        assert_eq!(lead.get(ROOT).await.status, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_of_a_body_get_a_token_that_works_there_until_taken_away() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Browser::signed_in(&town, "referente@demo.example").await;
        let tokens = format!("{ROOT}/chiavi");
        lead.refused(&tokens, &[("name", "Sito")], "Questo campo serve").await;
        let network = [("name", "Sito"), ("roles", "gestore-di-rete")];
        let html = lead.refused(&tokens, &network, "non c’è nell’elenco").await;
        assert_eq!(value(&html, "#f-name"), "Sito");
        let pairs = [("name", "Sito <i>"), ("roles", "operatore"), ("roles", "moderatore")];
        let html = lead.post(&tokens, &pairs).await.html;
        let secret = part(&html, ".alert code");
        let who = town.program.identity.principal_of_token(&secret).await.unwrap().unwrap();
        assert_eq!((who.person, who.grants.len()), (None, 2));
        let listed = lead.get(&tokens).await.html;
        assert!(!listed.contains(&secret) && !listed.contains("Sito <i>"));
        let start = listed.find(&format!("{tokens}/")).unwrap();
        let action = listed[start..].split('"').next().unwrap().to_owned();
        let elsewhere = action.replace("unione-bassa-reggiana", "rimini");
        let stranger = Browser::signed_in(&town, "rimini@demo.example").await;
        assert_eq!(stranger.post(&action, &[]).await.status, 403);
        assert!(stranger.post(&elsewhere, &[]).await.to.ends_with("done-identity-gone"));
        assert!(town.program.identity.principal_of_token(&secret).await.unwrap().is_some());
        assert!(lead.post(&action, &[]).await.to.ends_with("done-identity-token"));
        assert!(town.program.identity.principal_of_token(&secret).await.unwrap().is_none());
        assert!(lead.get(&tokens).await.html.contains("Tolta:"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_manages_the_network_adds_a_body_and_invites_its_lead() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let person = town.person("rete@posta.example", "Rete").await;
        town.role(person, None, Role::NetworkManager).await;
        let manager = Browser::new(&town);
        manager.enter("rete@posta.example", PASSWORD).await;
        assert!(manager.get("/scrivania").await.html.contains("/rete/enti"));
        let lead = Browser::signed_in(&town, "referente@demo.example").await;
        for path in
            ["/rete/enti", "/rete/enti/nuovo", "/rete/enti/rimini", "/rete/enti/rimini/referenti"]
        {
            assert_eq!(lead.get(path).await.status, 403, "{path}");
            assert_eq!(manager.get(path).await.status, 200, "{path}");
            assert_eq!(manager.english(path).await.status, 200, "{path}");
        }
        assert_eq!(manager.get("/rete/enti/niente").await.status, 404);

        let form = |name: &'static str, slug: &'static str, color: &'static str| {
            vec![
                ("name", name),
                ("slug", slug),
                ("kind", "union"),
                ("parent", ""),
                ("primary_color", color),
            ]
        };
        let add = "/rete/enti/nuovo";
        manager.refused(add, &[], "Questo campo serve").await;
        let html = manager
            .refused(add, &form("Unione Nuova", "Unione Nuova", "#0b5e4a"), "lettere minuscole")
            .await;
        assert_eq!(value(&html, "#f-name"), "Unione Nuova");
        manager
            .refused(add, &form("Unione Nuova", "scrivania", "#0b5e4a"), "serve al programma")
            .await;
        manager
            .refused(add, &form("Unione Nuova", "rimini", "#0b5e4a"), "usa già questa parola")
            .await;
        manager.refused(add, &form("Unione Nuova", "unione-nuova", "verdone"), "cancelletto").await;
        assert_eq!(manager.get("/unione-nuova/").await.status, 404);
        let added = manager.post(add, &form("Unione Nuova", "unione-nuova", "#0b5e4a")).await;
        assert_eq!(added.to, "/rete/enti/unione-nuova/referenti?esito=done-identity-body-added");
        assert_eq!(manager.get("/unione-nuova/").await.status, 200);

        let edit = "/rete/enti/unione-nuova";
        let below_itself = [
            ("name", "Unione Nuova"),
            ("slug", "unione-nuova"),
            ("kind", "union"),
            ("parent", "unione-nuova"),
            ("primary_color", "#0b5e4a"),
        ];
        manager.refused(edit, &below_itself, "sotto sé stesso").await;
        assert_eq!(
            manager.post(edit, &form("Unione Nuovissima", "unione-nuova", "#0b5e4a")).await.status,
            303
        );
        assert!(manager.get("/rete/enti").await.html.contains("Unione Nuovissima"));

        let leads = "/rete/enti/unione-nuova/referenti";
        manager.refused(leads, &[("email", "x")], "non è completo").await;
        let invite = [("email", "capo@posta.example"), ("name", "Capo Fila"), ("language", "it")];
        assert_eq!(manager.post(leads, &invite).await.status, 303);
        let guest = Browser::new(&town);
        let link = town.link("capo@posta.example").await;
        guest.post(&link, &[("name", "Capo Fila"), ("password", PASSWORD)]).await;
        assert_eq!(guest.get("/unione-nuova/scrivania/persone").await.status, 200);
        assert_eq!(guest.get("/unione-bassa-reggiana/scrivania/persone").await.status, 403);
        let html = manager.get(leads).await.html;
        let id = value(&html, "input[name=person]");
        assert_eq!(manager.post(&format!("{leads}/togli"), &[("person", &id)]).await.status, 303);
        assert_eq!(guest.get("/unione-nuova/scrivania/persone").await.status, 403);
    })
    .await;
}
