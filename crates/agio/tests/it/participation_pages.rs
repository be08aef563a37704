//! The pages and the API of `participation`, as a browser and a program meet them.

use agio::demo;
use identity::{Caller, body::Municipality, person::NewPerson};
use kernel::{BodyId, Role, email::Email};
use reqwest::{Client, Response, StatusCode, redirect::Policy};
use scraper::{Html, Selector};
use serde_json::{Value, json};
use testkit::{Ground, on_both_engines};
use texts::Lang;

use crate::town::{Town, tables, text, town};

const PATH: &str = "/boretto/percorsi/prova";
const DESK: &str = "/boretto/scrivania/percorsi/prova";
const API: &str = "/api/v1/bodies/boretto/paths/prova";

/// Somebody with a browser of their own.
struct Visitor<'a> {
    town: &'a Town,
    client: Client,
}

/// An answer, read.
struct Answer {
    status: StatusCode,
    to: String,
    kept: String,
    html: String,
}

impl Answer {
    async fn of(answer: Response) -> Self {
        let header = |name: &str| {
            answer.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
        };
        let (status, to, kept) = (answer.status(), header("location"), header("cache-control"));
        Self { status, to, kept, html: answer.text().await.unwrap() }
    }

    /// The texts of selected elements.
    fn all(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        Html::parse_document(&self.html)
            .select(&selector)
            .map(|e| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// An attribute of the first selected element.
    fn attr(&self, selector: &str, name: &str) -> String {
        let selector = Selector::parse(selector).unwrap();
        Html::parse_document(&self.html)
            .select(&selector)
            .next()
            .and_then(|e| e.attr(name))
            .unwrap_or_default()
            .to_owned()
    }
}

impl<'a> Visitor<'a> {
    fn new(town: &'a Town) -> Self {
        let client = Client::builder().redirect(Policy::none()).cookie_store(true).build().unwrap();
        Self { town, client }
    }

    async fn signed_in(town: &'a Town, email: &str) -> Self {
        let visitor = Self::new(town);
        let sent = visitor
            .post("/accedi", &[("email", email), ("password", demo::PASSWORD), ("da", "")])
            .await;
        assert_eq!(sent.status, 303, "{email}");
        visitor
    }

    async fn get(&self, path: &str) -> Answer {
        let asked = self.client.get(format!("{}{path}", self.town.url));
        Answer::of(asked.send().await.unwrap()).await
    }

    async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let asked = self.client.post(format!("{}{path}", self.town.url));
        let asked = asked.header("origin", &self.town.url).form(pairs);
        Answer::of(asked.send().await.unwrap()).await
    }
}

/// A program with a token.
async fn call(town: &Town, token: &str, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let asked = town
        .client
        .request(method.parse().unwrap(), format!("{}{path}", town.url))
        .header("accept-language", "it")
        .header("authorization", format!("Bearer {token}"));
    let asked = if method == "GET" { asked } else { asked.json(body) };
    let answer = asked.send().await.unwrap();
    let status = answer.status().as_u16();
    (status, serde_json::from_str(&answer.text().await.unwrap()).unwrap_or_default())
}

async fn body(town: &Town, slug: &str) -> BodyId {
    town.program.identity.bodies().by_slug(slug).await.unwrap().unwrap().id
}

async fn staff(town: &Town, email: &str, slug: &str, path: Option<&str>, role: Role) {
    let (identity, caller) = (&town.program.identity, Caller::import());
    let new = NewPerson {
        email: Email::parse(email).unwrap(),
        name: email.to_owned(),
        language: Lang::It,
    };
    let person = identity.add_person(&caller, new, Some(demo::PASSWORD)).await.unwrap();
    let here = body(town, slug).await;
    identity.grant_role(&caller, here, person, path.map(Into::into), role).await.unwrap();
}

/// A body with two municipalities, its staff, and a path that listens until the end of the year.
async fn listening(ground: &Ground) -> Town {
    let town = town(ground).await;
    let here = body(&town, "boretto").await;
    let places = [("035005", "Boretto"), ("035006", "Brescello")]
        .map(|(istat, name)| Municipality { istat: istat.into(), name: name.into() });
    let caller = Caller::import();
    town.program.identity.set_municipalities(&caller, here, places.to_vec()).await.unwrap();
    staff(&town, "lead@boretto.example", "boretto", None, Role::Lead).await;
    let lead = Visitor::signed_in(&town, "lead@boretto.example").await;
    let made = lead
        .post(
            "/boretto/scrivania/nuovo-percorso",
            &[
                ("name", "Percorso di prova"),
                ("slug", "Prova"),
                ("year", "2026"),
                ("lead_office", "social"),
                ("summary", "Raccogliamo bisogni e idee."),
                ("text", "Decide il Consiglio.\n\nLa durata è già decisa."),
            ],
        )
        .await;
    assert_eq!(made.to, format!("{DESK}?esito=done-path-created"));
    let phase = [
        ("kind", "listening"),
        ("title", "Raccontaci"),
        ("from", "2026-11-01"),
        ("to", "31/12/2026"),
    ];
    for _ in 0..2 {
        assert_eq!(lead.post(&format!("{DESK}/fasi/nuova"), &phase).await.status, 303);
    }
    assert_eq!(lead.get(DESK).await.all("#fasi tbody tr").len(), 1, "sent twice, made once");
    for step in ["begin_knowledge", "open_listening"] {
        assert_eq!(lead.post(&format!("{DESK}/passo"), &[("passo", step)]).await.status, 303);
    }
    town
}

const GOOD: [(&str, &str); 5] = [
    ("title", "Un pulmino per le visite"),
    ("text", "Il bus passa due volte al giorno: serve un pulmino <script>alert(1)</script>."),
    ("areas", "ANZ"),
    ("municipality", "035006"),
    ("contributor", "family_carer"),
];

/// Sends an idea; gives its code.
async fn send(town: &Town, title: &str, more: &[(&str, &str)]) -> String {
    let mut pairs = GOOD.to_vec();
    pairs[0].1 = title;
    pairs.extend(more);
    let sent = Visitor::new(town).post(&format!("{PATH}/idee/nuova"), &pairs).await;
    assert_eq!(sent.status, 200, "{}", sent.html);
    text(&sent.html, ".agio-code-value")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_citizen_sends_an_idea_follows_it_and_takes_it_back() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = listening(&ground).await;
        let (visitor, lead) =
            (Visitor::new(&town), Visitor::signed_in(&town, "lead@boretto.example").await);

        // From the menu to the form, in three pages.
        assert!(visitor.get("/boretto/").await.html.contains("href=\"/boretto/percorsi\""));
        let list = visitor.get("/boretto/percorsi").await;
        assert_eq!(list.all(".agio-card-title"), ["Percorso di prova"]);
        assert_eq!(list.attr(".agio-card .btn-primary", "href"), format!("{PATH}/idee/nuova"));
        let path = visitor.get(PATH).await;
        assert_eq!(path.attr(".agio-act a", "href"), format!("{PATH}/idee/nuova"));
        assert!(
            path.html.contains("31 dicembre 2026") && path.html.contains("La durata è già decisa.")
        );
        assert_eq!(path.all(".agio-steps .is-current").len(), 1);
        let empty = visitor.get(&format!("{PATH}/idee")).await;
        assert_eq!(empty.attr(".agio-empty a", "href"), format!("{PATH}/idee/nuova"));
        let form = visitor.get(&format!("{PATH}/idee/nuova")).await;
        assert_eq!((form.status.as_u16(), form.kept.as_str()), (200, "no-store"));
        let word = form.attr("[name=invio]", "value");
        assert_eq!(word.len(), 20);
        let there = format!("{PATH}/idee/nuova");

        // Bad input: what is wrong beside each field, what was typed kept, nothing stored.
        let huge = "à".repeat(50_000);
        for (pairs, wrong, kept) in [
            (vec![], vec!["title", "text"], ""),
            (vec![("title", "Ciao"), ("text", "corto")], vec!["title", "text"], "corto"),
            (vec![("title", "Un titolo giusto"), ("text", huge.as_str())], vec!["text"], "àààà"),
            (
                [GOOD.as_slice(), &[("email", "<b>non-una-email")]].concat(),
                vec!["email"],
                "&#60;b&#62;non-una-email",
            ),
            (
                vec![
                    ("title", "Un titolo giusto"),
                    ("text", "Un testo abbastanza lungo."),
                    ("municipality", "099014"),
                    ("areas", "ZZZ"),
                ],
                vec!["areas", "municipality"],
                "Un testo abbastanza lungo.",
            ),
        ] {
            let sent = visitor.post(&there, &pairs).await;
            assert_eq!(sent.status, 422, "{wrong:?}");
            for field in &wrong {
                assert!(!sent.all(&format!("#f-{field}-error")).is_empty(), "{field}");
            }
            assert_eq!(sent.all(".agio-error").len(), wrong.len(), "{wrong:?}");
            assert!(sent.html.contains(kept), "{kept}");
        }
        assert!(lead.get(&format!("{DESK}/idee")).await.html.contains("agio-empty"));

        // Sent: a code that no cache keeps; sent again, the same code; changed, another idea.
        let pairs = [GOOD.as_slice(), &[("invio", &word), ("email", "anna@example.it")]].concat();
        let first = visitor.post(&there, &pairs).await;
        assert_eq!((first.status.as_u16(), first.kept.as_str()), (200, "no-store"));
        let code = text(&first.html, ".agio-code-value");
        assert_eq!(code.len(), 6);
        assert_eq!(text(&visitor.post(&there, &pairs).await.html, ".agio-code-value"), code);
        let mut other = pairs.clone();
        other[0].1 = "Un’altra cosa del tutto";
        assert_ne!(text(&visitor.post(&there, &other).await.html, ".agio-code-value"), code);
        let desk = lead.get(&format!("{DESK}/idee")).await;
        assert_eq!(desk.all("tbody tr").len(), 2);
        assert_eq!(visitor.get(&format!("{PATH}/idee/1")).await.status, 404, "not read yet");

        // Followed by code, as a person types it; a wrong one is told plainly.
        let typed = format!(" {}-{}", code[..3].to_lowercase(), &code[3..]);
        let mine = visitor.post("/boretto/segui", &[("code", &typed)]).await;
        assert_eq!((mine.status.as_u16(), mine.kept.as_str()), (200, "no-store"));
        assert!(mine.html.contains("&#60;script&#62;") && !mine.html.contains("<script>alert"));
        for (wrong, about) in [
            ("", "Questo campo serve"),
            ("ZZZZZZ", "Nessuna idea ha questo codice"),
            (&huge, "Nessuna idea ha questo codice"),
        ] {
            let told = visitor.post("/boretto/segui", &[("code", wrong)]).await;
            assert_eq!(told.status, 422);
            assert!(told.all("#f-code-error")[0].contains(about), "{about}");
            assert!(told.html.len() < 50_000);
        }
        let elsewhere = visitor.post("/rimini/segui", &[("code", &code)]).await;
        assert_eq!(elsewhere.status, 422, "another body does not know it");

        // A change is asked for after a look at it, read by the author, made.
        let ask = format!("{DESK}/moderazione/1/completare");
        let short = lead.post(&ask, &[("note", "No")]).await;
        assert_eq!((short.status.as_u16(), short.all("#f-note-error").len()), (422, 1));
        let note = ("note", "Scrivi anche <in quali> giorni, per favore.");
        let shown = lead.post(&ask, &[note, ("fai", "anteprima")]).await;
        assert!(shown.status == 200 && shown.html.contains("&#60;in quali&#62;"));
        assert!(
            lead.get(&format!("{DESK}/moderazione?n=1"))
                .await
                .html
                .contains("moderazione/1/pubblica"),
            "nothing sent yet"
        );
        let back = lead.post(&ask, &[note, ("fai", "correggi")]).await;
        assert!(
            back.html.contains("&#60;in quali&#62;")
                && !back.all("details[open] #f-note").is_empty()
        );
        assert_eq!(lead.post(&ask, &[note, ("fai", "manda")]).await.status, 303);
        let mine = visitor.post("/boretto/segui", &[("code", &code)]).await;
        assert!(mine.all(".agio-callout").concat().contains("<in quali> giorni"));
        assert_eq!(mine.attr("#f-title", "value"), "Un pulmino per le visite");
        let complete = "/boretto/segui/completa";
        let wrong = visitor.post(complete, &[("code", &code), ("title", "x"), ("text", "")]).await;
        assert_eq!((wrong.status.as_u16(), wrong.all(".agio-error").len()), (422, 2));
        let words = [
            ("code", code.as_str()),
            ("title", "Un pulmino il martedì"),
            GOOD[1],
            GOOD[3],
            ("areas", "ANZ"),
            ("areas", "DIS"),
        ];
        assert_eq!(
            visitor.post(complete, &words).await.to,
            "/boretto/segui?esito=done-idea-completed"
        );
        let twice = visitor.post(complete, &words).await;
        assert_eq!(twice.status, 409, "nothing was asked any more");

        // Public: in the list, in the search, on its own page; then taken back.
        assert_eq!(lead.post(&format!("{DESK}/moderazione/1/pubblica"), &[]).await.status, 303);
        assert_eq!(lead.post(&format!("{DESK}/moderazione/1/pubblica"), &[]).await.status, 409);
        let list = visitor.get(&format!("{PATH}/idee")).await;
        assert_eq!(list.all(".agio-card-title"), ["Un pulmino il martedì"]);
        assert!(list.html.contains("Brescello"));
        assert!(
            visitor.get("/cerca?q=pulmini").await.html.contains(&format!("href=\"{PATH}/idee/1\""))
        );
        let idea = visitor.get(&format!("{PATH}/idee/1")).await;
        assert_eq!(idea.status, 200);
        assert!(!idea.html.contains("in quali"), "a private note is public");
        assert!(!idea.html.contains(&code) && !idea.html.contains("<script>alert"));
        assert_eq!(idea.all(".agio-steps .is-todo"), ["Risposta dell’ente (deve ancora venire)"]);
        for nowhere in [
            "/idee/99",
            "/idee/abc",
            "/idee/-1",
            "/idee/99999999999999999999",
            "/idee?per=%00",
            "%00",
        ] {
            assert_eq!(visitor.get(&format!("{PATH}{nowhere}")).await.status, 404, "{nowhere}");
        }
        let english = town.client.get(format!("{}{PATH}/idee/1", town.url));
        let english = english.header("accept-language", "en").send().await.unwrap();
        assert!(english.text().await.unwrap().contains("Answer of the body"));
        let gone = visitor.post("/boretto/segui/ritira", &[("code", &code)]).await;
        assert_eq!(gone.to, "/boretto/segui?esito=done-idea-withdrawn");
        assert_eq!(visitor.get(&format!("{PATH}/idee/1")).await.status, 404);
        assert!(!visitor.get("/cerca?q=pulmino").await.html.contains(&format!("{PATH}/idee/1")));
        let mine = visitor.post("/boretto/segui", &[("code", &code)]).await;
        assert_eq!(mine.all("h1"), ["Idea ritirata"]);
        assert_eq!(visitor.post("/boretto/segui/ritira", &[("code", &code)]).await.status, 409);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_support_once_and_comments_are_read_first() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = listening(&ground).await;
        staff(&town, "anna@boretto.example", "boretto", None, Role::Citizen).await;
        let (visitor, lead) =
            (Visitor::new(&town), Visitor::signed_in(&town, "lead@boretto.example").await);
        send(&town, "Un pulmino per le visite", &[]).await;
        lead.post(&format!("{DESK}/moderazione/1/pubblica"), &[]).await;
        let (idea, press) = (format!("{PATH}/idee/1"), format!("{PATH}/idee/1/sostieni"));

        // Who is not signed in is led there and back, and told why.
        let page = visitor.get(&idea).await;
        let door = page.attr("#sostegno a", "href");
        assert_eq!(door, format!("/accedi?da={idea}"));
        assert!(text(&page.html, "#sostegno").contains("un sostegno solo"));
        assert_eq!(visitor.post(&press, &[]).await.to, door);
        let sign_in =
            [("email", "anna@boretto.example"), ("password", demo::PASSWORD), ("da", &idea)];
        assert_eq!(visitor.post("/accedi", &sign_in).await.to, idea);
        for _ in 0..2 {
            let pressed = visitor.post(&press, &[]).await;
            assert_eq!(pressed.to, format!("{idea}?esito=done-idea-supported#sostegno"));
        }
        let page = visitor.get(&idea).await;
        assert!(
            text(&page.html, ".agio-supports") == "1 sostegno"
                && page.html.contains("name=\"togli\"")
        );
        visitor.post(&press, &[("togli", "1")]).await;
        assert!(text(&visitor.get(&idea).await.html, ".agio-supports").starts_with("nessun"));
        assert_eq!(visitor.post(&format!("{PATH}/idee/9/sostieni"), &[]).await.status, 404);

        // A comment: refused with its reason, sent twice but stored once, read before it is shown.
        let there = format!("{idea}/commenti");
        let empty = visitor.post(&there, &[("author_label", "Anna & figli")]).await;
        assert_eq!((empty.status.as_u16(), empty.all("#f-text-error").len()), (422, 1));
        assert_eq!(empty.attr("#f-author_label", "value"), "Anna & figli");
        assert!(!empty.all("details[open] #f-text").is_empty());
        let huge = "x".repeat(100_000);
        assert_eq!(visitor.post(&there, &[("text", &huge)]).await.status, 422);
        let word = visitor.get(&idea).await.attr("[name=invio]", "value");
        let comment = [("invio", word.as_str()), ("text", "<i>Sì</i>, scrivete a anna@example.it")];
        for _ in 0..2 {
            assert_eq!(visitor.post(&there, &comment).await.status, 303);
        }
        assert!(visitor.get(&idea).await.all("#commenti .agio-card").is_empty());
        let queue = lead.get(&format!("{DESK}/moderazione")).await;
        assert_eq!(queue.all("#commenti .agio-card").len(), 1);
        assert_eq!(queue.all("#commenti mark").len(), 1, "the address is marked");
        let act = queue.attr("#commenti form", "action");
        assert_eq!(lead.post(&act, &[("mostra", "forse")]).await.status, 400);
        assert_eq!(lead.post(&act, &[("mostra", "1")]).await.status, 303);
        let shown = visitor.get(&idea).await;
        assert!(shown.all("#commenti .agio-card")[0].contains("<i>Sì</i>"));
        assert_eq!(lead.post(&act, &[("mostra", "0")]).await.status, 303);
        assert!(visitor.get(&idea).await.all("#commenti .agio-card").is_empty());

        // Decided: no more support, and the page says so.
        let no = [
            ("esito", "not_admitted"),
            ("reason", "already_exists"),
            ("answer", "Lo fa già l’Auser di Boretto."),
            ("fai", "manda"),
        ];
        assert_eq!(lead.post(&format!("{DESK}/idee/1/esito"), &no).await.status, 303);
        let late = visitor.post(&press, &[]).await;
        assert!(late.status == 409 && late.html.contains("non raccoglie più sostegni"));
        let page = visitor.get(&idea).await;
        let answer = text(&page.html, ".agio-callout");
        assert!(answer.contains("Esiste già") && answer.contains("Auser di Boretto"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moderator_reads_one_at_a_time_and_only_their_own() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = listening(&ground).await;
        staff(&town, "mod@boretto.example", "boretto", Some("prova"), Role::Moderator).await;
        staff(&town, "altro@boretto.example", "boretto", Some("altro"), Role::Moderator).await;
        staff(&town, "mod@brescello.example", "brescello", None, Role::Moderator).await;
        staff(&town, "op@boretto.example", "boretto", None, Role::Operator).await;
        send(&town, "Il primo pulmino", &[]).await;
        ground.clock.advance_seconds(3 * 86_400);
        send(&town, "Chiamatemi al 333 1234567", &[("email", "anna@example.it")]).await;
        let queue = format!("{DESK}/moderazione");

        // Roles count on their body and on their path alone.
        for (email, status) in [
            ("mod@boretto.example", 200),
            ("altro@boretto.example", 403),
            ("mod@brescello.example", 403),
            ("op@boretto.example", 403),
        ] {
            let visitor = Visitor::signed_in(&town, email).await;
            assert_eq!(visitor.get(&queue).await.status.as_u16(), status, "{email}");
            if status != 200 {
                for act in ["pubblica", "rifiuta", "completare"] {
                    let acted = visitor.post(&format!("{queue}/1/{act}"), &[]).await;
                    assert_eq!(acted.status, 403, "{email} {act}");
                }
            }
        }
        assert_eq!(Visitor::new(&town).get(&queue).await.to, format!("/accedi?da={queue}"));
        let other = Visitor::signed_in(&town, "altro@boretto.example").await;
        let around =
            other.post("/boretto/scrivania/percorsi/altro/moderazione/1/pubblica", &[]).await;
        assert_eq!(around.status, 404, "an idea of another path");
        assert_eq!(other.get("/boretto/scrivania/percorsi").await.status, 403);

        // The first is who waits longest; the next is one press away.
        let moderator = Visitor::signed_in(&town, "mod@boretto.example").await;
        assert_eq!(
            moderator.get("/boretto/scrivania/percorsi").await.all(".agio-card-title").len(),
            1
        );
        let page = moderator.get(&queue).await;
        assert_eq!(page.all("main h2")[0], "Il primo pulmino");
        assert!(page.html.contains("da 3 giorni"));
        let skip = page.attr("a[href*='?dopo=']", "href");
        let page = moderator.get(&skip).await;
        assert!(page.all("main h2")[0].contains("333 1234567"));
        assert_eq!(page.all("h2 mark").len(), 1);
        assert!(page.html.contains("riceverà la risposta anche lì"));
        assert!(
            moderator.get(&format!("{queue}?dopo=x&n=99")).await.html.contains("Il primo pulmino")
        );
        let back_to_first = moderator.get(&page.attr("a[href*='?dopo=']", "href")).await;
        assert_eq!(back_to_first.all("main h2")[0], "Il primo pulmino");

        // A refusal needs a reason and words; it is seen before it goes.
        let act = format!("{queue}/2/rifiuta");
        let wrong = moderator.post(&act, &[("reason", "antipatia"), ("answer", "")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(
            (wrong.all("#f-reason-error").len(), wrong.all("#f-answer-error").len()),
            (1, 1)
        );
        let pairs =
            [("reason", "out_of_competence"), ("answer", "Se ne occupa l’Azienda sanitaria.")];
        let shown = moderator.post(&act, &pairs).await;
        assert!(shown.all(".agio-callout")[0].contains("Non è compito di questo ente"));
        assert!(text(&shown.html, ".agio-more").contains("«Chiamatemi al 333 1234567»"));
        let sent = moderator.post(&act, &[pairs[0], pairs[1], ("fai", "manda")]).await;
        assert_eq!(sent.to, format!("{queue}?esito=done-idea-refused"));
        let letters = store::outbox::newest(&ground.store, 9).await.unwrap();
        assert!(letters.iter().any(|letter| letter.content.contains("Azienda sanitaria")));
        assert_eq!(moderator.post(&format!("{queue}/1/pubblica"), &[]).await.status, 303);
        assert!(moderator.get(&queue).await.all(".agio-empty-title")[0].contains("Tutto letto"));

        // A moderator does not answer for the body, nor open a path.
        let esito = [("esito", "admitted")];
        assert_eq!(moderator.post(&format!("{DESK}/idee/1/esito"), &esito).await.status, 403);
        assert_eq!(moderator.get("/boretto/scrivania/nuovo-percorso").await.status, 403);
        assert_eq!(moderator.get(DESK).await.status, 200);
        let lead = Visitor::signed_in(&town, "lead@boretto.example").await;
        assert_eq!(lead.post(&format!("{DESK}/idee/1/esito"), &esito).await.status, 303);
        assert_eq!(lead.post(&format!("{DESK}/idee/1/esito"), &esito).await.status, 409, "twice");
        assert_eq!(
            lead.post(&format!("{DESK}/idee/1/esito"), &[("esito", "boh")]).await.status,
            400
        );
        let keep = [("esito", "kept_for_later"), ("note", "La teniamo per il prossimo anno.")];
        assert_eq!(
            lead.post(&format!("{DESK}/idee/1/esito"), &keep).await.status,
            200,
            "a look first"
        );
        let keep = [keep[0], keep[1], ("fai", "manda")];
        assert_eq!(lead.post(&format!("{DESK}/idee/1/esito"), &keep).await.status, 303);
        assert!(
            Visitor::new(&town).get(&format!("{PATH}/idee/1")).await.html.contains("prossimo anno")
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_makes_a_path_and_knows_what_each_step_does() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = listening(&ground).await;
        staff(&town, "fac@boretto.example", "boretto", None, Role::Facilitator).await;
        staff(&town, "lead@brescello.example", "brescello", None, Role::Lead).await;
        let lead = Visitor::signed_in(&town, "lead@boretto.example").await;
        let stranger = Visitor::signed_in(&town, "lead@brescello.example").await;
        let facilitator = Visitor::signed_in(&town, "fac@boretto.example").await;
        let new = "/boretto/scrivania/nuovo-percorso";

        let huge = "x".repeat(100_000);
        for (pairs, fields) in [
            (vec![], vec!["name", "year", "lead_office", "summary"]),
            (
                vec![
                    ("name", "Altro percorso"),
                    ("slug", "???"),
                    ("year", "ieri!"),
                    ("lead_office", "marketing"),
                    ("summary", huge.as_str()),
                ],
                vec!["slug", "year", "lead_office", "summary"],
            ),
            (
                vec![
                    ("name", "<b>Altro</b>"),
                    ("slug", "prova"),
                    ("year", "2026"),
                    ("lead_office", "social"),
                    ("summary", "Un altro percorso."),
                ],
                vec!["slug"],
            ),
        ] {
            let refused = lead.post(new, &pairs).await;
            assert_eq!(
                (refused.status.as_u16(), refused.all(".agio-error").len()),
                (422, fields.len()),
                "{fields:?}"
            );
            for field in fields {
                assert_eq!(refused.all(&format!("#f-{field}-error")).len(), 1, "{field}");
            }
            if let Some((_, name)) = pairs.iter().find(|(key, _)| *key == "name") {
                assert_eq!(refused.attr("#f-name", "value"), *name, "kept");
            }
        }
        assert_eq!(lead.get("/boretto/scrivania/percorsi").await.all(".agio-card-title").len(), 1);

        // Phases: days that do not exist, an end before its beginning.
        for (from, to, field) in [
            ("2026-02-31", "2026-12-01", "from"),
            ("31/02/2026", "2026-12-01", "from"),
            ("2026-12-02", "2026-12-01", "to"),
            ("", "domani", "from"),
        ] {
            let pairs =
                [("kind", "working_day"), ("title", "La giornata"), ("from", from), ("to", to)];
            let refused = lead.post(&format!("{DESK}/fasi/nuova"), &pairs).await;
            assert_eq!(refused.status, 422, "{from} {to}");
            assert_eq!(refused.all(&format!("#f-{field}-error")).len(), 1, "{from} {to}");
            assert_eq!(refused.attr("#f-title", "value"), "La giornata");
        }
        let desk = lead.get(DESK).await;
        let phase = desk.attr("#fasi tbody a", "href");
        assert_eq!(lead.get(&phase).await.attr("#f-to", "value"), "2026-12-31");
        let pairs = [
            ("kind", "listening"),
            ("title", "Raccontaci <b>"),
            ("from", "2026-11-01"),
            ("to", "2026-11-22"),
        ];
        assert_eq!(lead.post(&phase, &pairs).await.status, 303);
        let desk = lead.get(DESK).await;
        assert!(desk.all(".alert-warning")[0].contains("L’ultimo giorno di ascolto è passato"));
        assert!(desk.html.contains("Raccontaci &#60;b&#62;"));
        let closed = Visitor::new(&town).get(&format!("{PATH}/idee/nuova")).await;
        assert_eq!((closed.status.as_u16(), closed.to.as_str()), (303, PATH));
        let sent = Visitor::new(&town).post(&format!("{PATH}/idee/nuova"), &GOOD).await;
        assert!(
            sent.status == 409 && sent.html.contains("Un pulmino per le visite"),
            "typed words stay"
        );
        assert_eq!(lead.post(&format!("{phase}/togli"), &[]).await.status, 303);
        assert_eq!(lead.get(&phase).await.status, 404);
        assert_eq!(lead.get(&format!("{DESK}/fasi/xyz")).await.status, 404);
        assert!(lead.get(DESK).await.all(".alert-warning")[0].contains("senza una data di fine"));

        // Only who leads this body moves it; the texts change, the address stays.
        for (who, status) in [(&stranger, 403), (&facilitator, 403)] {
            for act in ["passo", "testi", "fasi/nuova"] {
                let acted = who.post(&format!("{DESK}/{act}"), &[("passo", "begin_review")]).await;
                assert_eq!(acted.status.as_u16(), status, "{act}");
            }
        }
        assert_eq!(stranger.get(DESK).await.status, 403);
        assert!(facilitator.get(DESK).await.all("form[action$=passo]").is_empty());
        let texts = [
            ("name", "Percorso rifatto"),
            ("slug", "altrove"),
            ("year", "2027"),
            ("lead_office", "digital"),
            ("summary", "Raccogliamo ancora idee."),
        ];
        assert_eq!(lead.post(&format!("{DESK}/testi"), &texts).await.status, 303);
        assert_eq!(Visitor::new(&town).get(PATH).await.all("h1"), ["Percorso rifatto"]);
        assert_eq!(lead.post(&format!("{DESK}/testi"), &[("name", "x")]).await.status, 422);

        // Steps in their order; what cannot be undone asks for a tick, and for every answer.
        send(&town, "Un pulmino", &[]).await;
        let step = |word: &'static str| [("passo", word)];
        let skipped = lead.post(&format!("{DESK}/passo"), &step("approve_agenda")).await;
        assert!(skipped.status == 409 && skipped.html.contains("le fasi si seguono in ordine"));
        assert_eq!(lead.post(&format!("{DESK}/passo"), &step("volare")).await.status, 400);
        for word in [
            "suspend",
            "resume",
            "begin_review",
            "begin_decision",
            "approve_agenda",
            "begin_monitoring",
        ] {
            assert_eq!(
                lead.post(&format!("{DESK}/passo"), &step(word)).await.status,
                303,
                "{word}"
            );
        }
        let unticked = lead.post(&format!("{DESK}/passo"), &step("close")).await;
        assert_eq!((unticked.status.as_u16(), unticked.all("#f-conferma-error").len()), (422, 1));
        let ticked = [("passo", "close"), ("conferma", "1")];
        let early = lead.post(&format!("{DESK}/passo"), &ticked).await;
        assert!(early.status == 409 && early.html.contains("Un’idea aspetta ancora una risposta"));
        let no = [("reason", "cost"), ("answer", "Costa più di quanto abbiamo."), ("fai", "manda")];
        assert_eq!(lead.post(&format!("{DESK}/moderazione/1/rifiuta"), &no).await.status, 303);
        assert_eq!(lead.post(&format!("{DESK}/passo"), &ticked).await.status, 303);
        assert!(
            lead.get(DESK).await.all("form[action$=passo]").is_empty(),
            "nothing is left to do"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_searched_shared_and_leafed_through() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = listening(&ground).await;
        let (visitor, lead) =
            (Visitor::new(&town), Visitor::signed_in(&town, "lead@boretto.example").await);
        for n in 1..=45 {
            let title =
                if n % 9 == 0 { format!("Corso di cucina {n}") } else { format!("Bus serale {n}") };
            send(&town, &title, &[("areas", if n % 2 == 0 { "FAM" } else { "DIS" })]).await;
            assert_eq!(
                lead.post(&format!("{DESK}/moderazione/{n}/pubblica"), &[]).await.status,
                303
            );
            ground.clock.advance_seconds(n % 2);
        }
        for n in [7, 3] {
            lead.post(&format!("{PATH}/idee/{n}/sostieni"), &[]).await;
        }
        let list = format!("{PATH}/idee");
        let (mut seen, mut at) = (Vec::new(), list.clone());
        let first = visitor.get(&at).await;
        assert_eq!(first.all(".agio-count"), ["45 idee"]);
        loop {
            let page = visitor.get(&at).await;
            seen.push(page.all(".agio-card-title"));
            at = page.attr(".agio-pages-next", "href");
            if at.is_empty() {
                at = page.attr(".agio-pages-previous", "href");
                break;
            }
        }
        assert_eq!(seen.iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 5]);
        let back = visitor.get(&at).await;
        assert_eq!(back.all(".agio-card-title"), seen[1], "the way back is the way there");
        let back = visitor.get(&back.attr(".agio-pages-previous", "href")).await;
        assert_eq!(back.all(".agio-card-title"), seen[0]);
        assert_eq!(back.attr(".agio-pages-previous", "href"), "");

        for (query, found) in [
            ("?q=corsi", 5),
            ("?q=cucin", 5),
            ("?per=FAM&q=corso", 2),
            ("?comune=035006&q=corso", 5),
            ("?comune=035005", 0),
            ("?stato=admitted", 0),
            ("?q=%27%20OR%201%3D1%20--", 0),
        ] {
            let page = visitor.get(&format!("{list}{query}")).await;
            assert_eq!(
                (page.status.as_u16(), page.all(".agio-card-title").len()),
                (200, found),
                "{query}"
            );
            if found == 0 {
                assert_eq!(page.attr(".agio-empty a", "href"), list, "{query}");
            }
        }
        let shared = visitor.get(&format!("{list}?stato=published&ordine=sostegni&q=bus")).await;
        assert_eq!(shared.all(".agio-card-title")[..2], ["Bus serale 7", "Bus serale 3"]);
        assert_eq!(shared.all(".agio-count"), ["45 idee"]);
        let next = shared.attr(".agio-pages-next", "href");
        for kept in ["stato=published", "ordine=sostegni", "q=bus", "dopo="] {
            assert!(next.contains(kept), "{kept} in {next}");
        }
        assert_eq!(shared.attr("#q-q", "value"), "bus");
        for odd in
            ["?dopo=x", "?prima=1-", "?stato=received", "?ordine=boh&per=%27", "?q=%F0%9F%98%80"]
        {
            assert_eq!(visitor.get(&format!("{list}{odd}")).await.status, 200, "{odd}");
        }
        let alike = visitor.get(&format!("{list}/simili?title=Corsi%20di%20cucina")).await;
        assert_eq!(alike.all("a").len(), 3);
        assert!(visitor.get(&format!("{list}/simili?title=")).await.all("a").is_empty());

        // The desk's table: every state, by number or words.
        let desk = lead.get(&format!("{DESK}/idee?q=cucina&stato=published")).await;
        assert_eq!(desk.all("tbody tr").len(), 5);
        assert_eq!(lead.get(&format!("{DESK}/idee?q=%2345")).await.all("tbody tr").len(), 1);
        assert_eq!(lead.get(&format!("{DESK}/idee?q=%25")).await.status, 200);
        assert!(lead.get(&format!("{DESK}/idee?stato=received")).await.html.contains("agio-empty"));
        let numbers = visitor.get(PATH).await;
        assert!(numbers.all(".agio-stat").iter().any(|one| one.starts_with("45")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_writes_for_somebody_and_keeps_nothing_of_them() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = listening(&ground).await;
        staff(&town, "op@boretto.example", "boretto", None, Role::Operator).await;
        staff(&town, "op@brescello.example", "brescello", None, Role::Operator).await;
        let operator = Visitor::signed_in(&town, "op@boretto.example").await;
        let there = format!("{DESK}/raccogli");
        assert_eq!(
            Visitor::signed_in(&town, "op@brescello.example").await.get(&there).await.status,
            403
        );
        let form = operator.get(&there).await;
        assert_eq!(form.attr("#f-contributor [selected]", "value"), "service_user");
        let good = [
            ("invio", form.attr("[name=invio]", "value")),
            ("title", "Non so a chi chiedere".to_owned()),
            ("text", "Telefono a tre uffici e nessuno mi richiama.".to_owned()),
            ("channel", "voice".to_owned()),
            ("contributor", "service_user".to_owned()),
            ("consent", "1".to_owned()),
        ];
        let good: Vec<(&str, &str)> = good.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let with = |field: &str, value: &'static str| {
            let mut pairs = good.clone();
            pairs.retain(|(name, _)| *name != field);
            pairs.push((good.iter().find(|(name, _)| *name == field).unwrap().0, value));
            pairs
        };
        for (field, value, about) in [
            ("text", "Mi chiami al 333 1234567, sono sempre a casa.", "toglilo"),
            ("title", "Scrivetemi: anna@example.it", "toglilo"),
            ("text", "Il mio codice è RSSNNA80A41H223X, cercatemi.", "toglilo"),
            ("consent", "", "consenso"),
            ("channel", "web", "elenco"),
            ("text", "", "serve"),
        ] {
            let refused = operator.post(&there, &with(field, value)).await;
            assert_eq!(refused.status, 422, "{field} {value}");
            assert!(
                refused.all(&format!("#f-{field}-error"))[0].contains(about),
                "{field} {value}"
            );
        }
        let slip = operator.post(&there, &good).await;
        assert_eq!((slip.status.as_u16(), slip.kept.as_str()), (200, "no-store"));
        let code = text(&slip.html, ".agio-code-value");
        assert_eq!(text(&operator.post(&there, &good).await.html, ".agio-code-value"), code);
        let desk = operator.get(&format!("{DESK}/idee?canale=voice")).await;
        assert_eq!(desk.all("tbody tr").len(), 1);
        // Whoever holds the slip follows and takes back what was said.
        let visitor = Visitor::new(&town);
        assert_eq!(visitor.post("/boretto/segui", &[("code", &code)]).await.status, 200);
        assert_eq!(visitor.post("/boretto/segui/ritira", &[("code", &code)]).await.status, 303);

        // Sheets are typed in while the offices examine; later only those already typed are known.
        let lead = Visitor::signed_in(&town, "lead@boretto.example").await;
        for step in ["begin_review", "begin_decision"] {
            lead.post(&format!("{DESK}/passo"), &[("passo", step)]).await;
            let sheet = with("title", "Un foglio rimasto nella scatola");
            assert_eq!(operator.post(&there, &sheet).await.status, 200, "{step}");
        }
        let late = operator.post(&there, &with("title", "Un altro foglio, troppo tardi")).await;
        assert!(late.status == 409 && late.html.contains("troppo tardi"), "kept to be copied");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_does_the_same_with_json() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = listening(&ground).await;
        let here = body(&town, "boretto").await;
        let (identity, caller) = (&town.program.identity, Caller::import());
        let token = |roles: &'static [Role]| async move {
            identity.make_token(&caller, here, "Prova", roles).await.unwrap().secret
        };
        let lead = token.clone()(&[Role::Lead]).await;
        let other = body(&town, "brescello").await;
        let strange =
            identity.make_token(&Caller::import(), other, "Prova", &[Role::Lead]).await.unwrap().secret;
        let api = |path: &str| format!("{API}{path}");
        let none = json!({});

        let (status, list) = call(&town, "agio_inventato", "GET", "/api/v1/bodies/boretto/paths", &none).await;
        assert_eq!(status, 401, "a token that nobody knows");
        assert!(list["title"].is_string());
        let open = town.get("/api/v1/bodies/boretto/paths").await;
        let list: Value = serde_json::from_str(&open.1).unwrap();
        assert_eq!((open.0.as_u16(), &list["items"][0]["listening"]), (200, &json!(true)));
        assert_eq!(list["items"][0]["phases"][0]["to"], "2026-12-31");

        // Sent by anybody; sent twice, stored once; wrong fields by name.
        let idea = json!({ "title": "Un pulmino", "text": "Per le visite in ospedale, il martedì.",
            "areas": ["ANZ"], "municipality": "035005", "once": "parola-mia" });
        let post = |path: String, body: Value| {
            let asked = town.client.post(format!("{}{path}", town.url)).json(&body);
            async move {
                let answer = asked.header("accept-language", "it").send().await.unwrap();
                let status = answer.status().as_u16();
                let body: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap_or_default();
                (status, body)
            }
        };
        let (status, sent) = post(api("/ideas"), idea.clone()).await;
        assert_eq!((status, &sent["number"]), (201, &json!(1)));
        assert_eq!(post(api("/ideas"), idea.clone()).await.1, sent);
        let (status, wrong) = post(api("/ideas"), json!({ "title": "x", "email": "boh" })).await;
        let fields: Vec<&str> =
            wrong["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str().unwrap()).collect();
        assert_eq!((status, fields), (422, vec!["title", "text", "email"]));
        assert_eq!(post(api("/ideas"), json!({ "titolo": "x" })).await.0, 422, "an unknown name");
        assert_eq!(post("/api/v1/bodies/boretto/paths/altro/ideas".into(), idea.clone()).await.0, 404);

        // Moderated by a token with the role, and no other.
        for (token, expected) in [(strange.as_str(), 403), (lead.as_str(), 200)] {
            assert_eq!(call(&town, token, "GET", &api("/moderation"), &none).await.0, expected);
        }
        assert_eq!(call(&town, &strange, "POST", &api("/moderation/1/publish"), &none).await.0, 403);
        let (status, wrong) = call(&town, &lead, "POST", &api("/moderation/1/ask-change"), &none).await;
        assert_eq!((status, &wrong["errors"][0]["field"]), (422, &json!("note")));
        let note = json!({ "note": "In quale giorno della settimana?" });
        assert_eq!(call(&town, &lead, "POST", &api("/moderation/1/ask-change"), &note).await.0, 200);
        let follow = "/api/v1/bodies/boretto/follow";
        let (status, mine) = post(follow.into(), json!({ "code": sent["code"] })).await;
        assert_eq!((status, &mine["state"]), (200, &json!("changes_requested")));
        assert!(mine["steps"].to_string().contains("In quale giorno"));
        assert_eq!(post(follow.into(), json!({ "code": "AAAAAA" })).await.0, 404);
        let mut again = idea.clone();
        again["code"] = sent["code"].clone();
        assert_eq!(post(format!("{follow}/complete"), again).await.0, 204);
        assert_eq!(call(&town, &lead, "POST", &api("/moderation/1/publish"), &none).await.0, 200);
        let (status, twice) = call(&town, &lead, "POST", &api("/moderation/1/publish"), &none).await;
        assert!(status == 409 && twice["detail"].as_str().unwrap().len() > 20);

        // Read, supported by a person alone, commented, decided.
        let list: Value = serde_json::from_str(&town.get(&api("/ideas?q=pulmini&area=ANZ")).await.1).unwrap();
        assert_eq!(list["items"][0]["href"], format!("{PATH}/idee/1"));
        assert_eq!(call(&town, &lead, "POST", &api("/ideas/1/support"), &none).await.0, 403, "no person");
        let anna = Visitor::signed_in(&town, "lead@boretto.example").await;
        for changed in [true, false] {
            let pressed = anna.post(&api("/ideas/1/support"), &[]).await;
            let pressed: Value = serde_json::from_str(&pressed.html).unwrap();
            assert_eq!(pressed, json!({ "supports": 1, "changed": changed }));
        }
        assert_eq!(anna.post(&api("/ideas/1/unsupport"), &[]).await.status, 200);
        let comment = json!({ "text": "Anche a Brescello.", "once": "x" });
        let (status, made) = post(api("/ideas/1/comments"), comment.clone()).await;
        assert_eq!(status, 201);
        assert_eq!(post(api("/ideas/1/comments"), comment).await.1, made);
        let settle = api(&format!("/comments/{}", made["id"].as_str().unwrap()));
        assert_eq!(call(&town, &strange, "POST", &settle, &json!({ "show": true })).await.0, 403);
        assert_eq!(call(&town, &lead, "POST", &settle, &json!({ "show": true })).await.0, 204);
        let bad = json!({ "outcome": "not_admitted", "reason": "boh" });
        assert_eq!(call(&town, &lead, "POST", &api("/ideas/1/outcome"), &bad).await.0, 422);
        let (status, now) = call(&town, &lead, "POST", &api("/ideas/1/outcome"), &json!({ "outcome": "admitted" })).await;
        assert_eq!((status, now), (200, json!({ "state": "admitted" })));
        let one: Value = serde_json::from_str(&town.get(&api("/ideas/1")).await.1).unwrap();
        assert_eq!((&one["comments"][0]["text"], &one["state"]), (&json!("Anche a Brescello."), &json!("admitted")));
        assert!(one.get("code").is_none() && one["steps"].to_string().find("In quale giorno").is_none());

        // Collected voices, the desk's list in pieces, paths and phases.
        let voice = json!({ "title": "Non so a chi chiedere", "text": "Telefono a tre uffici diversi.", "channel": "desk", "consent": true });
        assert_eq!(call(&town, &lead, "POST", &api("/desk/collected"), &voice).await.0, 201);
        let (_, desk) = call(&town, &lead, "GET", &api("/desk/ideas?channel=desk"), &none).await;
        assert_eq!((desk["items"].as_array().unwrap().len(), &desk["items"][0]["number"]), (1, &json!(2)));
        let new = json!({ "name": "Un altro percorso", "year": 2027, "lead_office": "digital", "summary": "Per provare le date." });
        let paths = "/api/v1/bodies/boretto/paths";
        assert_eq!(call(&town, &strange, "POST", paths, &new).await.0, 403);
        let (status, made) = call(&town, &lead, "POST", paths, &new).await;
        assert_eq!((status, &made["slug"]), (201, &json!("un-altro-percorso")));
        assert_eq!(call(&town, &lead, "POST", paths, &new).await.0, 409);
        let there = format!("{paths}/un-altro-percorso");
        assert_eq!(town.get(&there).await.0, 404, "in preparation");
        let phase = json!({ "kind": "listening", "title": "Ascolto", "from": "2027-02-31", "to": "2027-03-01" });
        let (status, wrong) = call(&town, &lead, "POST", &format!("{there}/phases"), &phase).await;
        assert_eq!((status, &wrong["errors"][0]["field"]), (422, &json!("from")));
        let advance = format!("{there}/advance");
        let (status, now) = call(&town, &lead, "POST", &advance, &json!({ "arrow": "begin_knowledge" })).await;
        assert_eq!((status, now), (200, json!({ "state": "knowledge" })));
        assert_eq!(call(&town, &lead, "POST", &advance, &json!({ "arrow": "close" })).await.0, 409);
        assert_eq!(call(&town, &lead, "POST", &advance, &json!({ "arrow": "fly" })).await.0, 422);
        assert_eq!(town.get(&there).await.0, 200);
        let taken = post(format!("{follow}/withdraw"), json!({ "code": sent["code"] })).await;
        assert_eq!(taken.0, 204);
        assert_eq!(town.get(&api("/ideas/1")).await.0, 404);
    })
    .await;
}
