//! Who keeps a card, as an association, an office with a letter, and staff meet it.

use kernel::{Principal, Role, id::Uuid};
use profile::{
    Register,
    service::{self, Place, Target},
};
use store::outbox;
use testkit::on_both_engines;

use crate::{
    profile_pages::Browser,
    town::{Town, bare_town, tables, text},
};

const BODY: &str = "unione-bassa-reggiana";

/// A service of a body, made by hand; gives its code.
async fn card(town: &Town, slug: &str, name: &str) -> String {
    let body = town.program.identity.bodies().by_slug(slug).await.unwrap().unwrap();
    let place = Place { body: body.id, slug: slug.into() };
    let typed = [("name", name), ("place", "Via Roma 1"), ("status", "active")];
    let typed = typed.map(|(field, value)| (field.to_owned(), value.to_owned())).to_vec();
    let (store, who) = (town.program.app.store(), Principal::anonymous());
    service::save(store, &place, &who, Register::Services, Target::New, typed).await.unwrap().code
}

/// Where the first link of a page that matches leads.
fn href(html: &str, selector: &str) -> String {
    let page = scraper::Html::parse_document(html);
    let selector = scraper::Selector::parse(selector).unwrap();
    page.select(&selector).next().and_then(|e| e.attr("href")).unwrap_or_default().to_owned()
}

/// The value of the first field that matches.
fn value(html: &str, selector: &str) -> String {
    let page = scraper::Html::parse_document(html);
    let selector = scraper::Selector::parse(selector).unwrap();
    page.select(&selector).next().and_then(|e| e.attr("value")).unwrap_or_default().to_owned()
}

/// The link of the newest letter, below the site.
async fn link(town: &Town) -> String {
    let letter = outbox::newest(town.program.app.store(), 1).await.unwrap().remove(0);
    let (_, rest) = letter.content.split_once("/conferma/").unwrap();
    format!("/{BODY}/conferma/{}", rest.split_whitespace().next().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_actor_claims_proposes_and_the_public_reads_it() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let code = card(&town, BODY, "Taxi sociale").await;
        let public = format!("/{BODY}/profilo/servizi/{code}");
        let stranger = Browser::new(&town);
        let page = stranger.page(&public).await;
        assert!(page.contains("È un vostro servizio?"));
        let ask = format!("{public}/richiesta");
        assert_eq!(stranger.get(&ask).await.status, 303, "an account is needed");
        assert_eq!(stranger.post(&ask, &[("organisation", "X")]).await.status, 403);

        let anna = Browser::of(&town, BODY, Role::Citizen).await;
        anna.page(&ask).await;
        let empty = anna.post(&ask, &[("organisation", ""), ("why", "")]).await;
        assert_eq!(empty.status, 422);
        let html = text(&empty.html, "#f-why-error") + &text(&empty.html, "#f-organisation-error");
        assert!(!html.is_empty());
        let hostile = "AUSER <script>alert(1)</script>";
        let sent = anna.post(&ask, &[("organisation", hostile), ("why", "Lo facciamo noi")]).await;
        assert_eq!(sent.status, 303, "{}", text(&sent.html, "[role=alert]"));
        let again = anna.post(&ask, &[("organisation", "AUSER"), ("why", "Lo facciamo")]).await;
        assert_eq!(again.status, 409);
        anna.page(&format!("/{BODY}/schede")).await;

        let lead = Browser::of(&town, BODY, Role::Lead).await;
        let desk = lead.page(&format!("/{BODY}/scrivania")).await;
        assert!(desk.contains("Una richiesta di tenere una scheda"), "the desk says so");
        let list = lead.page(&format!("/{BODY}/scrivania/attori/richieste")).await;
        assert!(!list.contains("<script>alert"), "text stays text");
        let claim = href(&list, "tbody a");
        let page = lead.page(&claim).await;
        assert!(page.contains("Lo facciamo noi"));
        let outsider = Browser::of(&town, "rimini", Role::Lead).await;
        assert_eq!(outsider.get(&claim).await.status, 403);
        let elsewhere = claim.replace(BODY, "rimini");
        assert_eq!(outsider.get(&elsewhere).await.status, 404, "another body's claim");
        assert_eq!(outsider.post(&format!("{elsewhere}/accetta"), &[]).await.status, 404);
        let refused = lead.post(&format!("{claim}/rifiuta"), &[("answer", " ")]).await;
        assert_eq!(refused.status, 422, "a no has its reason");
        let form = [("actor", ""), ("form", "odv"), ("answer", "")];
        assert_eq!(lead.post(&format!("{claim}/accetta"), &form).await.status, 303);
        let late = lead.post(&format!("{claim}/rifiuta"), &[("answer", "no")]).await;
        assert_eq!(late.status, 409);
        let page = stranger.page(&public).await;
        assert!(page.contains("Questa scheda la tiene aggiornata"));
        let actor = href(&page, &format!("a[href^='/{BODY}/profilo/attori/']"));
        assert!(stranger.page(&actor).await.contains("Taxi sociale"));
        stranger.page(&format!("/{BODY}/profilo/attori")).await;

        let own = format!("/{BODY}/schede/{code}");
        assert!(anna.page(&format!("/{BODY}/schede")).await.contains("Taxi sociale"));
        anna.page(&own).await;
        assert!(anna.page(&public).await.contains("Proponi una modifica"));
        // Whoever speaks for an actor finds the own records from the profile, and nobody else.
        let mine = format!("a[href='/{BODY}/schede']");
        for path in [format!("/{BODY}/profilo"), public.clone()] {
            assert_eq!(text(&anna.page(&path).await, &mine), "Le mie schede", "{path}");
            assert_eq!(text(&stranger.page(&path).await, &mine), "", "{path}");
        }
        let other = card(&town, BODY, "Nido").await;
        let theirs = format!("/{BODY}/schede/{other}");
        assert_eq!(anna.get(&theirs).await.status, 403, "another card");
        assert_eq!(anna.post(&theirs, &[("place", "Qui")]).await.status, 403);
        let wrong = anna.post(&own, &[("user_cost", "-1"), ("place", "Via Verdi 2")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(value(&wrong.html, "#f-place"), "Via Verdi 2", "what was typed stays");
        let nothing = anna.post(&own, &[]).await;
        assert_eq!(nothing.status, 409);
        let sent = anna
            .post(&own, &[("place", "Via Verdi 2"), ("opening_hours", "9-13"), ("message", "")])
            .await;
        assert_eq!(sent.status, 303);
        assert!(!stranger.page(&public).await.contains("Via Verdi 2"));

        let list = lead.page(&format!("/{BODY}/scrivania/proposte")).await;
        let proposal = href(&list, "tbody a");
        let page = lead.page(&proposal).await;
        assert!(page.contains("Via Roma 1") && page.contains("Via Verdi 2"));
        let version = value(&page, "input[name=version]");
        let none = lead.post(&format!("{proposal}/accetta"), &[("version", &version)]).await;
        assert_eq!(none.status, 422, "one field at least");
        let fields = [("version", version.as_str()), ("fields", "place")];
        assert_eq!(lead.post(&format!("{proposal}/accetta"), &fields).await.status, 303);
        let page = stranger.page(&public).await;
        assert!(page.contains("Via Verdi 2") && !page.contains("9-13"));
        let mine = anna.page(sent.to.split('?').next().unwrap()).await;
        assert!(mine.contains("accettata in parte"));
        let id = sent.to.split('?').next().unwrap().to_owned();
        let strange = Browser::of(&town, "rimini", Role::Citizen).await;
        assert_eq!(strange.get(&id).await.status, 404, "somebody else's proposal");

        let new = format!("/{BODY}/schede/nuova");
        assert_eq!(strange.get(&new).await.status, 403);
        let page = anna.page(&new).await;
        let actor = value(&page, "input[name=actor]");
        let form = [("actor", actor.as_str()), ("name", "Spesa a casa"), ("areas", "ANZ")];
        assert_eq!(anna.post(&new, &form).await.status, 303);
        let list = lead.page(&format!("/{BODY}/scrivania/proposte")).await;
        let proposal = href(&list, "tbody a");
        lead.page(&proposal).await;
        assert_eq!(lead.post(&format!("{proposal}/bozza"), &[("answer", "")]).await.status, 303);
        let services = format!("/{BODY}/profilo/servizi");
        assert!(!stranger.page(&services).await.contains("Spesa a casa"), "a draft is not public");
        lead.page(&proposal).await;
        let done = lead.post(&format!("{proposal}/pubblica"), &[("status", "active")]).await;
        assert_eq!(done.status, 303, "{}", text(&done.html, "[role=alert]"));
        assert!(stranger.page(&services).await.contains("Spesa a casa"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_answers_a_letter_without_a_password() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let code = card(&town, BODY, "Taxi sociale").await;
        let lead = Browser::of(&town, BODY, Role::Lead).await;
        let asks = format!("/{BODY}/scrivania/conferme/nuova");
        assert!(lead.page(&asks).await.contains("Taxi sociale"));
        let none = lead.post(&asks, &[("email", "ufficio@ente.example")]).await;
        assert_eq!(none.status, 422);
        let field = format!("email-{code}");
        let wrong = lead.post(&asks, &[("card", &code), (&field, "senza chiocciola")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(value(&wrong.html, &format!("#f-{field}")), "senza chiocciola");
        let good = [("card", code.as_str()), (field.as_str(), "ufficio@ente.example")];
        assert_eq!(lead.post(&asks, &good).await.status, 303);
        let desk = lead.page(&format!("/{BODY}/scrivania/conferme")).await;
        assert!(desk.contains("ufficio@ente.example") && desk.contains("in attesa di risposta"));

        let link = link(&town).await;
        let office = Browser::new(&town);
        let page = office.get(&link).await;
        assert_eq!(page.status, 200);
        assert!(page.html.contains("È tutto giusto") && page.html.contains("Via Roma 1"));
        let kept = office.headers(&link).await;
        assert_eq!(kept, ("no-store".to_owned(), "noindex, nofollow".to_owned()));
        let public = format!("/{BODY}/profilo/servizi/{code}");
        assert!(
            !office.page(&public).await.contains("23 novembre 2026"),
            "looking changes nothing"
        );
        let elsewhere = link.replace(BODY, "rimini");
        assert_eq!(office.get(&elsewhere).await.status, 404);
        assert_eq!(office.post(&elsewhere, &[]).await.status, 404);
        let unknown = format!("/{BODY}/conferma/{}", Uuid::from_u128(7));
        let gone = office.get(&unknown).await;
        assert!(gone.status == 404 && gone.html.contains("I contatti dell’ente"));

        let changed = format!("{link}/cambiato");
        office.page(&changed).await;
        let wrong = office.post(&changed, &[("user_cost", "tanto"), ("place", "Via Nuova")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(value(&wrong.html, "#f-place"), "Via Nuova");
        let same = office.post(&changed, &[]).await;
        assert_eq!(same.status, 409, "nothing changed is not a change");
        let done = office.post(&link, &[("answered_by", "Ufficio anziani")]).await;
        assert!(done.status == 303 && done.to.starts_with(&public), "{}", done.to);
        let page = office.page(&done.to).await;
        assert!(page.contains("23 novembre 2026 (Ufficio anziani)"));
        let twice = office.post(&link, &[]).await;
        assert!(twice.status == 410 && twice.html.contains("una volta sola"));
        assert_eq!(office.post(&changed, &[("place", "Rubata")]).await.status, 410);
        let desk = lead.page(&format!("/{BODY}/scrivania/conferme?stato=confirmed")).await;
        assert!(desk.contains("Ufficio anziani"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_keep_the_register_of_actors() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let lead = Browser::of(&town, BODY, Role::Lead).await;
        let citizen = Browser::of(&town, BODY, Role::Citizen).await;
        let desk = format!("/{BODY}/scrivania/attori");
        assert_eq!(citizen.get(&desk).await.status, 403);
        assert!(lead.page(&desk).await.contains("Il registro è ancora vuoto"));
        let new = format!("{desk}/nuovo");
        lead.page(&new).await;
        let wrong = lead.post(&new, &[("name", "Auser"), ("website", "javascript:alert(1)")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(value(&wrong.html, "#f-name"), "Auser");
        let form = [("name", "Auser"), ("form", "odv"), ("areas", "ANZ"), ("runts", "yes")];
        let made = lead.post(&new, &form).await;
        assert_eq!(made.status, 303, "{}", text(&made.html, "[role=alert]"));
        let one = format!("{desk}/auser");
        lead.page(&one).await;
        let nobody = lead.post(&format!("{one}/persone"), &[("email", "x@y.example")]).await;
        assert_eq!(nobody.status, 422);
        let email = format!("{BODY}-cittadino@prova.example");
        let added = lead.post(&format!("{one}/persone"), &[("email", &email)]).await;
        assert_eq!(added.status, 303);
        assert!(citizen.page(&format!("/{BODY}/schede")).await.contains("Auser"));
        let person = value(&lead.page(&one).await, "input[name=persona]");
        let gone = lead.post(&format!("{one}/persone/togli"), &[("persona", &person)]).await;
        assert_eq!(gone.status, 303);
        assert!(!citizen.page(&format!("/{BODY}/schede")).await.contains("Auser"));
        assert!(citizen.page(&format!("/{BODY}/profilo/attori/auser")).await.contains("RUNTS"));

        let api = format!("/api/v1/bodies/{BODY}/actors");
        let found = citizen.get(&api).await;
        assert!(found.status == 200 && found.html.contains("\"auser\""));
        assert_eq!(citizen.get(&format!("/api/v1/bodies/{BODY}/claims")).await.status, 403);
        let waiting = lead.get(&format!("/api/v1/bodies/{BODY}/proposals")).await;
        assert_eq!((waiting.status.as_u16(), waiting.html.as_str()), (200, "{\"items\":[]}"));
        let described = citizen.get("/api/v1/openapi.json").await;
        for path in ["/actors/{code}", "/claims/{id}/accept", "/proposals/{id}", "/confirmations"] {
            assert!(described.html.contains(path), "{path}");
        }
    })
    .await;
}
