//! The working day over HTTP: staff at the desk, people in the room, everybody afterwards.

use std::time::Duration;

use identity::Caller;
use kernel::{BodyId, Principal, Role};
use participation::{
    input::{IdeaInput, IdeaWords, PathInput},
    model::{Channel, Contributor, IdeaState, LeadOffice, PathState},
    service::{Site, ideas, paths},
};
use reqwest::{Client, Response, StatusCode, header::SET_COOKIE, redirect::Policy};
use serde_json::{Value, json};
use testkit::{Ground, on_both_engines};
use texts::Lang;

use crate::town::{Town, bare_town, tables, text};

const BODY: &str = "/unione-bassa-reggiana";
const DESK: &str = "/unione-bassa-reggiana/scrivania/giornate";
const DAY: &str = "/unione-bassa-reggiana/giornate/mille-euro";
const ROOT: &str = "/unione-bassa-reggiana/scrivania/giornate/mille-euro";
pub const API: &str = "/api/v1/bodies/unione-bassa-reggiana/days";
const SCRIPT: &str = "<script>alert(1)</script>";

/// A person with a browser of their own.
pub struct Person {
    url: String,
    client: Client,
}

impl Person {
    fn new(town: &Town) -> Self {
        let client = Client::builder().redirect(Policy::none()).cookie_store(true).build().unwrap();
        Self { url: town.url.clone(), client }
    }

    pub async fn staff(town: &Town, email: &str) -> Self {
        let person = Self::new(town);
        let form = [("email", email), ("password", agio::demo::PASSWORD)];
        assert_eq!(person.post("/accedi", &form).await.status(), 303, "{email}");
        person
    }

    async fn get(&self, path: &str) -> (StatusCode, String) {
        let answer = self.client.get(format!("{}{path}", self.url)).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }

    /// A page that must be there.
    async fn page(&self, path: &str) -> String {
        let (status, html) = self.get(path).await;
        assert_eq!(status, 200, "{path}");
        html
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> Response {
        let request = self.client.post(format!("{}{path}", self.url)).header("origin", &self.url);
        request.form(form).send().await.unwrap()
    }

    /// Sends a form that must be taken; gives where it leads.
    async fn done(&self, path: &str, form: &[(&str, &str)]) -> String {
        let answer = self.post(path, form).await;
        let status = answer.status();
        let to = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
        let Some(to) = to else { panic!("{path}: {status} {}", answer.text().await.unwrap()) };
        assert_eq!(status, 303, "{path}");
        to
    }

    /// Sends a form that must come back.
    async fn refused(&self, path: &str, form: &[(&str, &str)]) -> String {
        let answer = self.post(path, form).await;
        let status = answer.status();
        let html = answer.text().await.unwrap();
        assert_eq!(status, 422, "{path} {form:?}: {html}");
        assert!(!html.contains(SCRIPT), "{path}: markup is text");
        html
    }

    /// Enters with a code and goes to the ballot.
    async fn enter(&self, code: &str) {
        let to = self.done(&format!("{DAY}/vota"), &[("codice", code)]).await;
        assert!(to.starts_with(&format!("{DAY}/vota")), "{to}");
    }

    /// Votes and gives the receipt.
    async fn vote(&self, codes: &[&str]) -> String {
        let html = self.page(&format!("{DAY}/vota")).await;
        let sent = value(&html, "invio");
        let mut form: Vec<(&str, &str)> = codes.iter().map(|code| ("progetto", *code)).collect();
        form.push(("invio", &sent));
        let to = self.done(&format!("{DAY}/scheda"), &form).await;
        assert_eq!(to, format!("{DAY}/ricevuta"));
        text(&self.page(&to).await, ".agio-code-value")
    }

    async fn json(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        let request = self.client.post(format!("{}{API}{path}", self.url)).json(body);
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }
}

/// What a field of a form holds.
fn value(html: &str, name: &str) -> String {
    attribute(html, &format!("[name='{name}']"), "value")
}

fn attribute(html: &str, selector: &str, name: &str) -> String {
    let page = scraper::Html::parse_document(html);
    let selector = scraper::Selector::parse(selector).unwrap();
    let found = page.select(&selector).next();
    found.and_then(|e| e.attr(name)).unwrap_or_default().to_owned()
}

fn count(html: &str, selector: &str) -> usize {
    let page = scraper::Html::parse_document(html);
    page.select(&scraper::Selector::parse(selector).unwrap()).count()
}

pub async fn body_id(town: &Town) -> BodyId {
    town.program.identity.bodies().by_slug("unione-bassa-reggiana").await.unwrap().unwrap().id
}

/// A path with three admitted ideas, numbered 1 to 3.
pub async fn with_path(ground: &Ground, town: &Town) -> Site {
    let site = Site {
        body: body_id(town).await,
        slug: "unione-bassa-reggiana".into(),
        name: "Unione Bassa Reggiana".into(),
        base_url: town.url.clone(),
    };
    let write = ground.store.write(site.body, site.clone(), |tx, site| {
        Box::pin(async move {
            let path = PathInput {
                slug: "mille-euro-insieme".into(),
                name: "Agenda sociale".into(),
                year: 2026,
                lead_office: LeadOffice::Social,
                summary: "Decidere insieme".into(),
                text: String::new(),
            };
            let who = Principal::default();
            paths::create_in_txn(tx, site, &who, &path, PathState::Decision).await?;
            for title in ["Un parco con l’ombra", "Panchine all’ombra", "Una fermata coperta"] {
                let words = IdeaWords {
                    title: title.into(),
                    text: "Un posto dove fermarsi quando fa caldo.".into(),
                    for_whom: String::new(),
                    areas: vec!["ANZ".into()],
                    municipality: String::new(),
                };
                let (channel, contributor) = (Channel::Paper, Contributor::Citizen);
                let input = IdeaInput { words, channel, contributor, email: None };
                let idea = ideas::Brought {
                    path: "mille-euro-insieme".into(),
                    input,
                    state: IdeaState::Admitted,
                    reason: None,
                    answer: String::new(),
                    supports: 0,
                    at: tx.now().0,
                    source: String::new(),
                    demonstrative: false,
                };
                ideas::bring_in(tx, site, &idea).await?;
            }
            Ok::<(), participation::ParticipationError>(())
        })
    });
    write.await.unwrap();
    site
}

const FIELDS: [(&str, &str); 11] = [
    ("path", "mille-euro-insieme"),
    ("title", "Come usiamo mille euro?"),
    ("slug", "mille-euro"),
    ("day", "2026-12-04"),
    ("place", "Sala civica, Guastalla"),
    ("access_notes", "Dalle 9.30\nIngresso senza gradini"),
    ("budget", "1.000"),
    ("official", "equal_shares"),
    ("completion", "add_one_utilitarian"),
    ("tie_rule", "cost_votes_order"),
    ("least_level", "0"),
];

/// The fields of a day with some changed.
fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FIELDS.iter().filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    kept.copied().chain(changes.iter().copied()).collect()
}

/// The day of a thousand euro, with its three projects, frozen.
pub async fn frozen(staff: &Person) {
    staff.done(&format!("{DESK}/nuova"), &FIELDS).await;
    for (idea, code, cost) in
        [("1", "PARCO", "600"), ("3", "FERMATA", "300"), ("", "PANCHINE", "400,00")]
    {
        let html = staff.page(&format!("{ROOT}/progetti/nuovo?idea={idea}")).await;
        let ticked = attribute(&html, "[name=ideas][checked]", "value");
        let title = value(&html, "title");
        let title = if title.is_empty() { "Panchine" } else { &title };
        let mut form = vec![("code", code), ("title", title), ("cost", cost), ("summary", "")];
        if !ticked.is_empty() {
            form.push(("ideas", &ticked));
        }
        staff.done(&format!("{ROOT}/progetti/nuovo"), &form).await;
    }
    staff.done(&format!("{ROOT}/passi/fissa"), &[]).await;
}

pub async fn step(staff: &Person, word: &str) {
    let to = staff.done(&format!("{ROOT}/passi/{word}"), &[]).await;
    assert!(to.starts_with(&format!("{ROOT}?esito=done-day-")), "{to}");
}

pub async fn room_code(staff: &Person) -> String {
    text(&staff.page(ROOT).await, ".agio-code-value")
}

async fn state(town: &Town, site: &Site, number: i64) -> (IdeaState, String) {
    let page = ideas::idea_for_staff(town.program.app.store(), site.body, number).await.unwrap();
    (page.idea.state, page.idea.answer)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_from_its_preparation_to_its_result() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let site = with_path(&ground, &town).await;
        let staff = Person::staff(&town, "facilitatore@demo.example").await;
        let visitor = Person::new(&town);
        assert!(visitor.page(&format!("{BODY}/giornate")).await.contains("Nessuna giornata"));
        assert!(staff.page(&format!("{BODY}/scrivania")).await.contains(DESK));
        frozen(&staff).await;
        assert_eq!(state(&town, &site, 1).await.0, IdeaState::OnBallot);
        assert_eq!(state(&town, &site, 2).await.0, IdeaState::Admitted);

        // Public from now on; the code of the room is on no public page.
        let code = room_code(&staff).await;
        assert_eq!(code.len(), 6);
        for path in [BODY, DAY] {
            let path = if path == BODY { format!("{BODY}/giornate") } else { path.to_owned() };
            let html = visitor.page(&path).await;
            assert!(html.contains("Come usiamo mille euro?") && !html.contains(&code), "{path}");
            assert_eq!(count(&html, "h1"), 1, "{path}");
        }
        let html = visitor.page(DAY).await;
        assert!(html.contains("Ingresso senza gradini") && html.contains("4 dicembre 2026"));
        assert!(html.contains("600\u{a0}€") && html.contains("id=\"progetto-parco\""), "{html}");
        assert!(html.contains("/percorsi/mille-euro-insieme/idee/"));
        assert_eq!(text(&html, ".agio-facts code").len(), 64);
        let (status, _) = visitor.get(&format!("{DAY}/schermo")).await;
        assert_eq!(status, 303, "the screen shows the code: for those who run the day");
        assert!(visitor.page(&format!("{DAY}/risultati")).await.contains("non c’è ancora"));

        // People join early, the vote opens, they vote and change their mind.
        let screen = staff.page(&format!("{DAY}/schermo")).await;
        assert!(screen.contains(&code) && count(&screen, ".agio-qr svg") == 1);
        assert!(
            attribute(&screen, "[data-live]", "data-live").starts_with(&format!("{DAY}/eventi"))
        );
        let early = Person::new(&town);
        let html = early.page(&format!("{DAY}/vota?codice={code}")).await;
        assert_eq!(value(&html, "codice"), code, "the square code fills in the form");
        early.enter(&code).await;
        assert!(early.page(&format!("{DAY}/vota")).await.contains("Ci siamo quasi"));
        step(&staff, "apri").await;
        let html = early.page(&format!("{DAY}/vota")).await;
        assert_eq!(count(&html, ".agio-ballot-item input"), 3);
        let first = early.vote(&["FERMATA"]).await;
        let html = early.page(&format!("{DAY}/vota")).await;
        assert_eq!(attribute(&html, "input[checked]", "value"), "FERMATA");
        let second = early.vote(&["PARCO", "PANCHINE"]).await;
        assert_ne!(first, second);
        for choice in
            [&["PARCO", "PANCHINE"][..], &["PARCO", "PANCHINE"], &["FERMATA"], &["FERMATA"]]
        {
            let person = Person::new(&town);
            // Typed as people type, at the short address.
            let typed = format!(" {}-{} ", &code[..3].to_lowercase(), &code[3..]);
            let to = person.done(&format!("{BODY}/vota"), &[("codice", &typed)]).await;
            assert!(to.starts_with(&format!("{DAY}/vota")), "{to}");
            person.vote(choice).await;
        }
        step(&staff, "chiudi").await;
        let late = early.post(&format!("{DAY}/scheda"), &[("progetto", "FERMATA")]).await;
        assert_eq!(late.status(), 409);
        assert!(late.text().await.unwrap().contains("Il voto è chiuso: questa scheda non è stata"));
        assert!(
            early
                .page(&format!("{DAY}/vota"))
                .await
                .contains("La tua scheda è tra quelle arrivate")
        );
        step(&staff, "conta").await;

        let moderator = Person::staff(&town, "moderatore@demo.example").await;
        assert_eq!(moderator.get(&format!("{ROOT}/risultati")).await.0, 403);
        step(&staff, "pubblica").await;

        // The result, with its reasons, in both languages; the same as the engine's own.
        let html = visitor.page(&format!("{DAY}/risultati")).await;
        assert_eq!(count(&html, ".agio-vote.is-chosen"), 2);
        assert!(html.contains("5 schede") && html.contains("3 approvazioni su 5 schede"), "{html}");
        assert!(html.contains("Le due regole non scelgono le stesse cose"));
        assert!(html.contains("Mancavano") || html.contains("mancavano"));
        let english = visitor
            .client
            .get(format!("{}{DAY}/risultati", town.url))
            .header("accept-language", "en")
            .send()
            .await
            .unwrap();
        let english = english.text().await.unwrap();
        assert!(english.contains("3 approvals out of 5 ballots") && english.contains("Not chosen"));
        let (won, _) = state(&town, &site, 3).await;
        let (lost, answer) = state(&town, &site, 1).await;
        assert_eq!((won, lost), (IdeaState::Prioritised, IdeaState::NotPrioritised));
        assert!(
            answer.contains("Come usiamo mille euro?") && answer.contains("Non scelto:"),
            "{answer}"
        );
        let html = visitor.page(DAY).await;
        assert!(html.contains("Guarda il risultato") && html.contains("Non scelto"));
        let screen = staff.page(&format!("{DAY}/schermo")).await;
        assert_eq!(count(&screen, ".agio-vote"), 2);

        // Receipts and the files to count again.
        let check = async |receipt: &str| {
            let form = [("ricevuta", receipt)];
            visitor.post(&format!("{DAY}/controlla"), &form).await.text().await.unwrap()
        };
        assert!(check(&second.to_lowercase()).await.contains("La scheda c’è"));
        assert!(check(&first).await.contains("Nessuna scheda che conta"), "it was replaced");
        let pb = visitor.page(&format!("{DAY}/risultati/schede.pb")).await;
        assert!(pb.contains("num_votes;5") && pb.contains("PARCO,PANCHINE"), "{pb}");
        let file: Value =
            serde_json::from_str(&visitor.page(&format!("{DAY}/risultati/schede.json")).await)
                .unwrap();
        assert_eq!(file["ballots"].as_array().unwrap().len(), 5);
        assert_eq!(file["budget_cents"], 100_000);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_run_or_check_a_day_see_it_before_everybody() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let site = with_path(&ground, &town).await;
        let staff = Person::staff(&town, "facilitatore@demo.example").await;
        let elsewhere = Person::staff(&town, "rimini@demo.example").await;
        let visitor = Person::new(&town);
        staff.done(&format!("{DESK}/nuova"), &FIELDS).await;
        for path in
            [DAY, &format!("{DAY}/vota"), &format!("{DAY}/eventi"), &format!("{DAY}/controlla")]
        {
            assert_eq!(visitor.get(path).await.0, 404, "{path}");
        }
        assert_eq!(visitor.get(&format!("{API}/mille-euro")).await.0, 404);
        // The lead of another body is a stranger here.
        for path in [
            "",
            "/nuova",
            "/mille-euro",
            "/mille-euro/modifica",
            "/mille-euro/codici",
            "/mille-euro/passi/fissa",
            "/mille-euro/risultati",
            "/mille-euro/progetti/nuovo",
        ] {
            assert_eq!(elsewhere.get(&format!("{DESK}{path}")).await.0, 403, "{path}");
            assert_eq!(visitor.get(&format!("{DESK}{path}")).await.0, 303, "{path}");
        }
        for path in
            ["/nuova", "/mille-euro/modifica", "/mille-euro/passi/fissa", "/mille-euro/codici"]
        {
            assert_eq!(elsewhere.post(&format!("{DESK}{path}"), &FIELDS).await.status(), 403);
        }
        assert_eq!(elsewhere.get(&format!("{DAY}/schermo")).await.0, 403);

        // A guarantor checks the count before it is published, and does nothing else.
        let identity = &town.program.identity;
        let new = identity::person::NewPerson {
            email: kernel::email::Email::parse("garante@demo.example").unwrap(),
            name: "Garante".into(),
            language: Lang::It,
        };
        let person =
            identity.add_person(&Caller::import(), new, Some(agio::demo::PASSWORD)).await.unwrap();
        identity
            .grant_role(&Caller::import(), site.body, person, None, Role::Guarantor)
            .await
            .unwrap();
        let guarantor = Person::staff(&town, "garante@demo.example").await;
        assert!(guarantor.page(DESK).await.contains("Niente da controllare"));
        staff
            .done(
                &format!("{ROOT}/progetti/nuovo"),
                &[("code", "P1"), ("title", "Uno"), ("cost", "10")],
            )
            .await;
        for word in ["fissa", "apri"] {
            step(&staff, word).await;
        }
        let voter = Person::new(&town);
        voter.enter(&room_code(&staff).await).await;
        voter.vote(&["P1"]).await;
        for word in ["chiudi", "conta"] {
            step(&staff, word).await;
        }
        assert!(guarantor.page(DESK).await.contains("/mille-euro/risultati"));
        assert!(
            guarantor.page(&format!("{ROOT}/risultati")).await.contains("Non è ancora pubblico")
        );
        assert!(
            guarantor.page(&format!("{ROOT}/risultati/schede.pb")).await.contains("num_votes;1")
        );
        guarantor.page(&format!("{ROOT}/risultati/schede.json")).await;
        assert_eq!(guarantor.get(ROOT).await.0, 403);
        assert_eq!(guarantor.post(&format!("{ROOT}/passi/pubblica"), &[]).await.status(), 403);
        for path in ["/risultati/schede.pb", "/risultati/schede.json"] {
            assert_eq!(visitor.get(&format!("{DAY}{path}")).await.0, 404, "{path}");
        }
        assert_eq!(visitor.get(&format!("{API}/mille-euro/results")).await.0, 404);
        assert_eq!(visitor.get(&format!("{API}/mille-euro/recount")).await.0, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_said_beside_the_field() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        with_path(&ground, &town).await;
        let staff = Person::staff(&town, "facilitatore@demo.example").await;
        let new = format!("{DESK}/nuova");
        let huge = "x".repeat(300_000);

        // The day.
        let html = staff.refused(&new, &[]).await;
        assert_eq!(count(&html, ".agio-error"), 4, "path, title, day, place");
        for (field, typed, said) in [
            ("title", huge.as_str(), "Troppo lungo"),
            ("title", "ab", "Troppo corto"),
            ("day", "31/02/2026", "Questa data non esiste"),
            ("day", "2026-02-31", "Questa data non esiste"),
            ("day", "presto", "Questa data non esiste"),
            ("budget", "-5", "sotto lo zero"),
            ("budget", "mille", "Non è un importo"),
            ("budget", "99999999999999999999", "troppo grande"),
            ("place", huge.as_str(), "Troppo lungo"),
            ("access_notes", huge.as_str(), "Troppo lungo"),
            ("path", "altrove", "non c’è nell’elenco"),
            ("official", "a-caso", "non c’è nell’elenco"),
            ("slug", "nuova", "serve già a un’altra pagina"),
            ("least_level", "7", "troppo grande"),
        ] {
            let html = staff.refused(&new, &with(&[(field, typed)])).await;
            assert!(text(&html, ".agio-error").contains(said), "{field}={typed:.20}: {said}");
            assert_eq!(
                value(&html, "title"),
                with(&[(field, typed)]).iter().find(|(n, _)| *n == "title").unwrap().1
            );
            if ["day", "budget", "slug"].contains(&field) {
                assert_eq!(value(&html, field), typed, "kept");
            }
        }
        assert!(staff.page(DESK).await.contains("Nessuna giornata"), "nothing was saved");
        let html = staff.refused(&new, &with(&[("title", SCRIPT), ("day", "")])).await;
        assert_eq!(value(&html, "title"), SCRIPT);
        staff.done(&new, &with(&[("title", SCRIPT)])).await;
        let html = staff.page(ROOT).await;
        assert_eq!((html.contains(SCRIPT), text(&html, "h1").as_str()), (false, SCRIPT));
        staff.done(&format!("{ROOT}/modifica"), &with(&[("slug", "")])).await;
        assert_eq!(
            value(&staff.page(&format!("{ROOT}/modifica")).await, "slug"),
            "mille-euro",
            "the address stays"
        );
        let html = staff.refused(&new, &FIELDS).await;
        assert!(text(&html, ".agio-error").contains("C’è già una giornata"), "{html}");
        let html = staff.refused(&format!("{ROOT}/modifica"), &with(&[("title", "")])).await;
        assert!(text(&html, ".agio-error").contains("Questo campo serve"));

        // Its projects.
        let add = format!("{ROOT}/progetti/nuovo");
        let project = [("code", "P1"), ("title", "Uno"), ("cost", "10")];
        for (field, typed, said) in [
            ("title", "", "Questo campo serve"),
            ("title", huge.as_str(), "Troppo lungo"),
            ("summary", huge.as_str(), "Troppo lungo"),
            ("cost", "", "Questo campo serve"),
            ("cost", "-1", "sotto lo zero"),
            ("cost", "gratis", "Non è un importo"),
            ("code", "P 1;", "lettere senza accenti"),
            ("area", "MARTE", "non c’è nell’elenco"),
            ("ideas", "00000000-0000-0000-0000-000000000000", "non c’è nell’elenco"),
        ] {
            let mut form: Vec<_> = project.into_iter().filter(|(name, _)| *name != field).collect();
            form.push((field, typed));
            let html = staff.refused(&add, &form).await;
            assert!(
                text(&html, ".agio-error").contains(said),
                "{field}={typed:.20}: {said} {html}"
            );
        }
        // Freezing says what is missing.
        let freeze = format!("{ROOT}/passi/fissa");
        assert!(staff.refused(&freeze, &[]).await.contains("Non c’è nessun progetto"));
        staff.done(&add, &[("code", "P1"), ("title", "Uno"), ("cost", "0")]).await;
        assert!(
            staff.refused(&add, &project).await.contains("C’è già un progetto con il codice P1")
        );
        assert!(staff.refused(&freeze, &[]).await.contains("non ha un costo"));
        let edit = attribute(&staff.page(ROOT).await, "td a[href*='/progetti/']", "href");
        staff.done(&edit, &project).await;
        staff.done(&format!("{ROOT}/modifica"), &with(&[("budget", "0")])).await;
        assert!(staff.refused(&freeze, &[]).await.contains("Manca il budget"));
        staff.done(&format!("{ROOT}/modifica"), &FIELDS).await;
        staff.done(&add, &[("code", "P2"), ("title", "Due"), ("cost", "20")]).await;
        let other = format!("{edit}/togli");
        staff.done(&other, &[]).await;
        assert_eq!(staff.get(&edit).await.0, 404);
        for word in ["apri", "chiudi", "conta", "pubblica"] {
            let html = staff.refused(&format!("{ROOT}/passi/{word}"), &[]).await;
            assert!(!text(&html, "[role=alert]").is_empty(), "{word}");
        }
        assert_eq!(staff.get(&format!("{ROOT}/passi/altro")).await.0, 404);
        let html = staff.refused(&format!("{ROOT}/codici"), &[("how_many", "5")]).await;
        assert!(html.contains("non è ancora aperto"), "{html}");
        staff.done(&freeze, &[]).await;
        assert!(staff.refused(&freeze, &[]).await.contains("una volta sola"), "sent twice");
        assert!(staff.refused(&add, &project).await.contains("non si possono più cambiare"));
        for (typed, said) in [
            ("", "Questo campo serve"),
            ("0", "almeno 1"),
            ("501", "500"),
            ("tanti", "Non è un numero"),
            ("-3", "troppo piccolo"),
        ] {
            let html = staff.refused(&format!("{ROOT}/codici"), &[("how_many", typed)]).await;
            assert!(text(&html, ".agio-error").contains(said), "{typed}: {html}");
            assert_eq!(value(&html, "how_many"), typed);
        }
        let annul = format!("{ROOT}/passi/annulla");
        for (typed, said) in
            [("", "Scrivi perché"), ("boh", "Troppo corto"), (huge.as_str(), "Troppo lungo")]
        {
            let html = staff.refused(&annul, &[("reason", typed)]).await;
            assert!(text(&html, ".agio-error").contains(said), "{typed:.9}");
        }
        let reason = format!("Un costo era sbagliato {SCRIPT}");
        staff.done(&annul, &[("reason", &reason)]).await;
        let html = Person::new(&town).page(DAY).await;
        assert!(html.contains("Un costo era sbagliato") && !html.contains(SCRIPT));
        assert!(
            staff
                .refused(&annul, &[("reason", "Ancora una volta")])
                .await
                .contains("già annullata")
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn voters_do_not_mix_and_nothing_joins_a_voter_with_a_ballot() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        with_path(&ground, &town).await;
        let staff = Person::staff(&town, "facilitatore@demo.example").await;
        frozen(&staff).await;
        let sheet = staff.post(&format!("{ROOT}/codici"), &[("how_many", "3")]).await;
        assert_eq!(sheet.headers()["cache-control"], "no-store");
        let sheet = sheet.text().await.unwrap();
        assert_eq!(count(&sheet, ".agio-qr svg"), 3);
        let slips: Vec<String> = {
            let page = scraper::Html::parse_document(&sheet);
            let code = scraper::Selector::parse(".agio-slip-code").unwrap();
            page.select(&code).map(|e| e.text().collect::<String>().trim().to_owned()).collect()
        };
        step(&staff, "apri").await;
        let code = room_code(&staff).await;

        // Two people, two telephones; each sees only what is theirs.
        let (anna, bruno) = (Person::new(&town), Person::new(&town));
        let joined = anna.post(&format!("{DAY}/vota"), &[("codice", &slips[0])]).await;
        let cookie = joined.headers()[SET_COOKIE].to_str().unwrap().to_owned();
        assert!(
            cookie.contains("HttpOnly")
                && cookie.contains("SameSite=Lax")
                && cookie.contains("Path=/;")
        );
        bruno.enter(&code).await;
        let anna_receipt = anna.vote(&["PARCO"]).await;
        assert_eq!(count(&bruno.page(&format!("{DAY}/vota")).await, "input[checked]"), 0);
        let bruno_receipt = bruno.vote(&["FERMATA"]).await;
        assert_ne!(anna_receipt, bruno_receipt);
        let html = anna.page(&format!("{DAY}/vota")).await;
        assert_eq!(attribute(&html, "input[checked]", "value"), "PARCO");

        // No page shows choices beside a receipt, a code or a name.
        let secrets = [&anna_receipt, &bruno_receipt, &slips[0], &code];
        assert!(secrets.iter().all(|secret| !html.contains(secret.as_str())), "the ballot");
        let html = anna.page(&format!("{DAY}/ricevuta")).await;
        assert!(
            html.contains(&anna_receipt) && !html.contains("PARCO") && !html.contains("Un parco"),
            "the receipt"
        );
        let facilitator = &staff;
        facilitator.enter(&code).await;
        let html = facilitator.page(&format!("{DAY}/vota")).await;
        assert!(!html.contains("Facilitatore"), "no name stands beside a ballot");

        // Double sending is one ballot; with other choices it is said, and the choices are kept.
        let html = bruno.page(&format!("{DAY}/vota")).await;
        let sent = value(&html, "invio");
        let form = [("progetto", "PANCHINE"), ("invio", sent.as_str())];
        bruno.done(&format!("{DAY}/scheda"), &form).await;
        let receipt = text(&bruno.page(&format!("{DAY}/ricevuta")).await, ".agio-code-value");
        bruno.done(&format!("{DAY}/scheda"), &form).await;
        assert_eq!(
            text(&bruno.page(&format!("{DAY}/ricevuta")).await, ".agio-code-value"),
            receipt
        );
        let other = [("progetto", "PARCO"), ("invio", sent.as_str())];
        let html = bruno.refused(&format!("{DAY}/scheda"), &other).await;
        assert!(html.contains("era già arrivata con altre scelte"));
        assert_eq!(attribute(&html, "input[checked]", "value"), "PARCO", "kept");
        assert_ne!(value(&html, "invio"), sent, "sending again works");
        let html = bruno
            .refused(&format!("{DAY}/scheda"), &[("progetto", SCRIPT), ("progetto", "PARCO")])
            .await;
        assert!(html.contains("non è tra quelli da votare"));
        assert_eq!(attribute(&html, "input[checked]", "value"), "PARCO");

        // The telephone passes from hand to hand.
        let twice = bruno.done(&format!("{DAY}/vota"), &[("codice", &code)]).await;
        assert_eq!(twice, format!("{DAY}/vota"), "the room’s code again makes no second voter");
        let html = bruno.page(&format!("{DAY}/vota?codice={}", slips[1].replace(' ', ""))).await;
        assert_eq!(count(&html, "input[checked]"), 0, "another’s code shows no ballot of Bruno’s");
        bruno.enter(&slips[1]).await;
        assert_eq!(count(&bruno.page(&format!("{DAY}/vota")).await, "input[checked]"), 0);
        bruno.done(&format!("{DAY}/esci"), &[]).await;
        assert!(bruno.page(&format!("{DAY}/vota")).await.contains("Il tuo codice"));
        let stranger = bruno.refused(&format!("{DAY}/scheda"), &[("progetto", "PARCO")]).await;
        assert!(stranger.contains("Entra di nuovo"));

        for word in ["chiudi", "conta", "pubblica"] {
            step(&staff, word).await;
        }
        // Afterwards: what is public of the ballots names nobody, and what names receipts has no choices.
        let visitor = Person::new(&town);
        let token = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
        for path in [
            DAY.to_owned(),
            format!("{DAY}/risultati"),
            format!("{DAY}/risultati/schede.pb"),
            format!("{DAY}/risultati/schede.json"),
            format!("{API}/mille-euro"),
            format!("{API}/mille-euro/results"),
            format!("{API}/mille-euro/recount"),
            format!("{API}/mille-euro/recount.pb"),
        ] {
            let page = visitor.page(&path).await;
            for secret in secrets.iter().map(|s| s.replace(' ', "")).chain([token.clone()]) {
                assert!(!page.contains(&secret), "{path}");
            }
        }
        let html = visitor
            .post(&format!("{DAY}/controlla"), &[("ricevuta", &anna_receipt)])
            .await
            .text()
            .await
            .unwrap();
        assert!(html.contains("La scheda c’è") && !html.contains("PARCO"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_do_what_people_do() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        with_path(&ground, &town).await;
        let staff = Person::staff(&town, "facilitatore@demo.example").await;
        frozen(&staff).await;
        let code = room_code(&staff).await;
        let program = Person::new(&town);
        let list: Value = serde_json::from_str(&program.page(API).await).unwrap();
        assert_eq!((&list["items"][0]["slug"], &list["items"][0]["state"]), (&json!("mille-euro"), &json!("rules_frozen")));
        let day: Value = serde_json::from_str(&program.page(&format!("{API}/mille-euro")).await).unwrap();
        assert_eq!((&day["budget_cents"], day["projects"].as_array().unwrap().len()), (&json!(100_000), 3));
        assert_eq!(day["projects"][0]["ideas"][0]["title"], "Un parco con l’ombra");
        assert!(!day.to_string().contains(&code));

        let (status, voter) = program.json("/mille-euro/voters", &json!({ "code": code })).await;
        assert_eq!((status.as_u16(), &voter["level"], &voter["day"]), (201, &json!(0), &json!("mille-euro")));
        let token = voter["token"].as_str().unwrap().to_owned();
        let ballot = |n: u8, approvals: &[&str]| {
            json!({ "token": token, "submission": format!("00000000-0000-0000-0000-0000000000{n:02}"), "approvals": approvals })
        };
        let early = program.json("/mille-euro/ballots", &ballot(1, &["PARCO"])).await;
        assert_eq!(early.0, 409);

        // The stream tells that the vote opened and how many voted; a page from before is told to reload.
        let seen = ground.store.version(body_id(&town).await).await.unwrap();
        let mut stream = program.client.get(format!("{}{DAY}/eventi", town.url)).send().await.unwrap();
        assert_eq!(stream.headers()["content-type"], "text/event-stream");
        let mut told = String::new();
        let mut until = async |stream: &mut Response, what: &str| {
            while !told.contains(what) {
                let piece = tokio::time::timeout(Duration::from_secs(10), stream.chunk()).await;
                let piece = piece.unwrap_or_else(|_| panic!("no {what} in {told}"));
                told.push_str(std::str::from_utf8(&piece.unwrap().unwrap()).unwrap());
            }
            std::mem::take(&mut told)
        };
        until(&mut stream, r#"{"ballots":0,"present":1}"#).await;
        step(&staff, "apri").await;
        until(&mut stream, "event: reload").await;
        let (status, receipt) = program.json("/mille-euro/ballots", &ballot(2, &["PARCO"])).await;
        assert_eq!((status.as_u16(), &receipt["stands"]), (201, &json!(true)));
        assert!(!receipt.to_string().contains("PARCO"));
        let heard = until(&mut stream, r#"{"ballots":1,"present":1}"#).await;
        let id: i64 = heard.lines().find_map(|l| l.strip_prefix("id:")).unwrap().trim().parse().unwrap();
        drop(stream);
        let again = program.client.get(format!("{}{DAY}/eventi?dopo={seen}", town.url));
        let mut stream = again.send().await.unwrap();
        until(&mut stream, "event: reload").await;
        drop(stream);
        let mut stream = program
            .client
            .get(format!("{}{DAY}/eventi?dopo={seen}", town.url))
            .header("last-event-id", id.to_string())
            .send()
            .await
            .unwrap();
        let quiet = tokio::time::timeout(Duration::from_millis(400), stream.chunk()).await;
        assert!(quiet.is_err(), "nothing is told twice: {quiet:?}");

        // Sent twice, one ballot; with other choices, refused; unknown things, refused.
        assert_eq!(program.json("/mille-euro/ballots", &ballot(2, &["PARCO"])).await.1, receipt);
        assert_eq!(program.json("/mille-euro/ballots", &ballot(2, &["FERMATA"])).await.0, 409);
        let (status, problem) = program.json("/mille-euro/ballots", &ballot(3, &["LUNA"])).await;
        assert_eq!(status, 422);
        assert!(problem["detail"].as_str().unwrap().contains("LUNA"));
        let nobody = json!({ "token": "x", "submission": "00000000-0000-0000-0000-000000000009", "approvals": [] });
        assert_eq!(program.json("/mille-euro/ballots", &nobody).await.0, 401);
        assert_eq!(program.json("/mille-euro/ballots", &json!({ "token": 1 })).await.0, 422);
        assert_eq!(program.json("/mille-euro/voters", &json!({ "code": "ZZZZZZ" })).await.0, 422);
        assert_eq!(program.json("/mille-euro/voters", &json!({ "code": "Z".repeat(99_999) })).await.0, 422);
        assert_eq!(program.json("/altra/voters", &json!({ "code": code })).await.0, 404);
        let counters: Value =
            serde_json::from_str(&program.page(&format!("{API}/mille-euro/counters")).await).unwrap();
        assert_eq!(counters, json!({ "ballots": 1, "present": 1 }));
        for word in ["chiudi", "conta", "pubblica"] {
            step(&staff, word).await;
        }
        assert_eq!(program.json("/mille-euro/ballots", &ballot(4, &[])).await.0, 409);
        let receipt = receipt["receipt"].clone();
        let (_, stands) = program.json("/mille-euro/receipts", &json!({ "receipt": receipt })).await;
        assert_eq!(stands, json!({ "stands": true }));
        let (_, stands) = program.json("/mille-euro/receipts", &json!({ "receipt": "AAAAAAAAAA" })).await;
        assert_eq!(stands, json!({ "stands": false }));
        let results: Value =
            serde_json::from_str(&program.page(&format!("{API}/mille-euro/results")).await).unwrap();
        assert_eq!((&results["chosen"], &results["ballots"]), (&json!(["PARCO"]), &json!(1)));
        assert!(results["projects"][0]["why"].as_str().unwrap().starts_with("Scelto"));
        let recount: Value =
            serde_json::from_str(&program.page(&format!("{API}/mille-euro/recount")).await).unwrap();
        assert_eq!(recount["ballots"], json!([["PARCO"]]));
        assert!(program.page(&format!("{API}/mille-euro/recount.pb")).await.contains("PARCO"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hall_behind_one_address_joins_while_a_guesser_is_stopped() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        with_path(&ground, &town).await;
        let staff = Person::staff(&town, "facilitatore@demo.example").await;
        frozen(&staff).await;
        let code = room_code(&staff).await;
        // Forty people mistype once; all two hundred come in.
        let hall = Person::new(&town);
        for n in 0..200 {
            if n % 5 == 0 {
                assert_eq!(
                    hall.json("/mille-euro/voters", &json!({ "code": "SBAGLI" })).await.0,
                    422
                );
            }
            assert_eq!(
                hall.json("/mille-euro/voters", &json!({ "code": code })).await.0,
                201,
                "{n}"
            );
        }
        // Somebody who only guesses is told to wait, beside the field, and soon may try again.
        let mut stopped = None;
        for n in 0..60 {
            let answer = hall
                .post(&format!("{DAY}/controlla"), &[("ricevuta", &format!("AAAAAAAA{n:02}"))])
                .await;
            if answer.status() == 429 {
                stopped = Some(answer.text().await.unwrap());
                break;
            }
            assert_eq!(answer.status(), 200);
        }
        let html = stopped.expect("a guesser is stopped");
        assert!(text(&html, ".agio-error").contains("Troppi codici sbagliati"), "{html}");
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let last = Person::new(&town);
        last.enter(&code).await;
    })
    .await;
}
