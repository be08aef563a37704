//! The pages and the API of `agenda`, as a browser and a program meet them.

use jiff::civil::Date;
use kernel::{BodyId, Cents, Principal, Role, email::Email, form::Draft};
use participation::{
    input::{IdeaInput, PathInput},
    model::{Channel, IdeaId, IdeaState, LeadOffice, PathArrow},
    service::{Site, fate, fate::Examined, ideas, moderation, paths},
};
use reqwest::{Client, StatusCode, redirect::Policy};
use store::{Store, thread};
use testkit::on_both_engines;
use workday::{
    model::{DayFields, Origin, ProjectFields, Rules},
    service as days, voting,
};

use crate::town::{Town, bare_town, tables, text, town};

pub const SLUG: &str = "guastalla";
const PASSWORD: &str = "una-parola-abbastanza-lunga";
const PATH: &str = "percorso-di-prova";

/// A town seen by somebody: a browser of their own.
pub struct Seat {
    pub client: Client,
    pub url: String,
    email: String,
}

/// What came back from a form.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub html: String,
}

impl Seat {
    /// A visitor without an account.
    pub fn visitor(town: &Town) -> Self {
        let client = Client::builder().redirect(Policy::none()).cookie_store(true).build().unwrap();
        Self { client, url: town.url.clone(), email: String::new() }
    }

    /// Somebody with a role on a body.
    pub async fn of(town: &Town, slug: &str, role: Role) -> Self {
        let identity = &town.program.identity;
        let caller = identity::Caller::command_line();
        let email = format!("{}-{slug}@prova.example", role.code());
        let address = Email::parse(&email).unwrap();
        let new = identity::person::NewPerson {
            email: address,
            name: format!("Prova {}", role.code()),
            language: texts::Lang::It,
        };
        let person = identity.add_person(&caller, new, Some(PASSWORD)).await.unwrap();
        let body = identity.bodies().by_slug(slug).await.unwrap().unwrap().id;
        identity.grant_role(&caller, body, person, None, role).await.unwrap();
        let seat = Self { email, ..Self::visitor(town) };
        seat.sign_in().await;
        seat
    }

    /// Signs in: at the beginning, and again after a long time.
    pub async fn sign_in(&self) {
        let pairs = [("email", self.email.as_str()), ("password", PASSWORD), ("da", "")];
        assert_eq!(self.send("/accedi", &pairs).await.status, 303);
    }

    /// Reads a page.
    pub async fn get(&self, path: &str) -> (StatusCode, String) {
        let answer = self.client.get(format!("{}{path}", self.url)).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }

    /// Sends a form.
    pub async fn send(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let request = self.client.post(format!("{}{path}", self.url)).header("origin", &self.url);
        let answer = request.form(pairs).send().await.unwrap();
        let to = answer.headers().get("location").and_then(|v| v.to_str().ok()).unwrap_or_default();
        let (status, to) = (answer.status(), to.to_owned());
        Answer { status, to, html: answer.text().await.unwrap() }
    }

    /// Sends a form that must be taken; gives where it leads.
    pub async fn done(&self, path: &str, pairs: &[(&str, &str)]) -> String {
        let answer = self.send(path, pairs).await;
        assert_eq!(answer.status, 303, "{path}: {}", text(&answer.html, "[role=alert]"));
        answer.to
    }

    /// Sends a form that must come back with a word on each field.
    pub async fn refused(&self, path: &str, pairs: &[(&str, &str)], fields: &[&str]) -> String {
        let answer = self.send(path, pairs).await;
        assert_eq!(answer.status, 422, "{path} {pairs:?}");
        let summary = text(&answer.html, "[role=alert]");
        assert!(!summary.is_empty(), "{path}: no summary");
        for field in fields {
            let said = text(&answer.html, &format!("#f-{field}-error"));
            assert!(said.len() > 12, "{path}: no word on {field}: {summary}");
        }
        answer.html
    }
}

pub async fn site(town: &Town) -> Site {
    let body = town.program.identity.bodies().by_slug(SLUG).await.unwrap().unwrap();
    Site {
        body: body.id,
        slug: SLUG.into(),
        name: body.fields.name.clone(),
        base_url: town.url.clone(),
    }
}

fn draft(pairs: &[(&str, &str)]) -> Draft {
    Draft::new(pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
}

/// A path that listens, with admitted ideas; gives their ids.
async fn voices(store: &Store, site: &Site, titles: &[&str]) -> Vec<IdeaId> {
    let who = Principal::anonymous();
    let input = PathInput {
        slug: PATH.into(),
        name: "Percorso di prova".into(),
        year: 2026,
        lead_office: LeadOffice::Digital,
        summary: "Raccogliamo bisogni e idee.".into(),
        text: String::new(),
    };
    paths::create(store, site, &who, input).await.unwrap();
    for arrow in [PathArrow::BeginKnowledge, PathArrow::OpenListening] {
        paths::advance(store, site, &who, PATH, arrow).await.unwrap();
    }
    let mut ids = Vec::new();
    for title in titles {
        let words = draft(&[
            ("title", title),
            ("text", "Mia madre non riesce a prenotare da sola e nessuno la aiuta."),
            ("areas", "ANZ"),
            ("email", "anna@prova.example"),
        ]);
        let input = IdeaInput::read(words, Channel::Web, &[]).unwrap();
        let sent = ideas::submit(store, site, &who, PATH, input).await.unwrap();
        moderation::publish(store, site, &who, sent.number).await.unwrap();
        fate::examine(store, site, &who, sent.number, Examined::Admitted).await.unwrap();
        ids.push(sent.id);
    }
    ids
}

/// A published working day that chose one project, made of an idea.
async fn day(store: &Store, site: &Site, idea: IdeaId) {
    let who = Principal::anonymous();
    let fields = DayFields {
        path: PATH.into(),
        slug: "giornata".into(),
        title: "Decidiamo insieme".into(),
        day: Date::constant(2026, 11, 23),
        place: "Sala civica".into(),
        access_notes: String::new(),
        budget: Some(Cents(2_000_000)),
        rules: Rules::default(),
    };
    let made = days::create_day(store, &who, site.body, SLUG, fields).await.unwrap();
    let origin =
        Origin { idea: idea.0, title: "Aiuto con lo SPID".into(), href: site.idea_href(PATH, 1) };
    let project = ProjectFields {
        code: "P1".into(),
        title: "Sportelli al mercato".into(),
        summary: "Un facilitatore gira nei mercati con due tablet.".into(),
        cost: Cents(950_000),
        area: "MUL".into(),
        origins: vec![origin],
    };
    days::add_project(store, &who, site.body, made.id, project).await.unwrap();
    let frozen = days::freeze(store, &who, site, made.id).await.unwrap();
    days::open(store, &who, site.body, made.id).await.unwrap();
    let code = frozen.join_code.unwrap();
    let joined = voting::join(store, site.body, &code).await.unwrap();
    let ballot = voting::NewBallot {
        day: made.id,
        token: joined.token,
        submission: kernel::id::Uuid::from_u128(1),
        approvals: vec!["P1".into()],
    };
    voting::cast(store, site.body, ballot).await.unwrap();
    days::close(store, &who, site.body, made.id).await.unwrap();
    workday::counting::count(store, &who, site.body, made.id).await.unwrap();
    workday::counting::publish(store, &who, site, made.id).await.unwrap();
}

pub const ACTION: &[(&str, &str)] = &[
    ("title", "Sportelli al mercato"),
    ("summary", "Un facilitatore gira nei mercati con due tablet."),
    ("kind", "skills"),
    ("areas", "ANZ"),
    ("start", "2026-12-01"),
    ("end", "30/06/2027"),
    ("responsible", "Servizio sociale"),
    ("inclusion", "Aiuto di persona, anche a casa."),
    ("cost", "9.500"),
    ("funding_source", "Fondo sociale"),
    ("funding_cents", "9.500"),
];

pub const INDICATOR: &[(&str, &str)] = &[
    ("name", "Persone aiutate"),
    ("kind", "outcome"),
    ("unit", "persone"),
    ("polarity", "higher"),
    ("baseline", "0"),
    ("baseline_day", "2026-11-01"),
    ("target_day", "2027-06-30"),
    ("target_min", "400"),
    ("source", "Registro degli sportelli"),
    ("frequency", "monthly"),
    ("decimals", "0"),
];

/// Writes, approves and publishes an Agenda of one action through the pages.
pub async fn publish_one(lead: &Seat) {
    let root = format!("/{SLUG}/scrivania/agenda");
    lead.done(&format!("{root}/azioni/nuova"), ACTION).await;
    let result = [("text", "In ogni mercato c’è chi aiuta."), ("kind", "outcome")];
    lead.done(&format!("{root}/azioni/AZ-01/risultati/nuovo"), &result).await;
    let to = lead
        .done(&format!("{root}/azioni/AZ-01/risultati/RA-01/indicatori/nuovo"), INDICATOR)
        .await;
    assert!(to.contains("done-agenda-indicator-complete"), "{to}");
    publish(lead, "").await;
}

async fn publish(lead: &Seat, reason: &str) {
    let root = format!("/{SLUG}/scrivania/agenda");
    let promise = [
        ("title", "Agenda di Guastalla"),
        ("promise", "Chiedere aiuto sarà più semplice per tutti."),
        ("reason", reason),
    ];
    lead.done(&format!("{root}/bozza"), &promise).await;
    let act = [("act", "Delibera di Giunta n. 45"), ("day", "20/11/2026")];
    lead.done(&format!("{root}/approva"), &act).await;
    let number = if reason.is_empty() { "1" } else { "2" };
    lead.done(&format!("{root}/pubblica"), &[("number", number)]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agenda_says_from_which_profile_it_starts() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let lead = Seat::of(&town, SLUG, Role::Lead).await;
        let visitor = Seat::visitor(&town);
        let root = format!("/{SLUG}/scrivania/agenda");
        lead.done(&format!("{root}/azioni/nuova"), ACTION).await;
        let result = [("text", "In ogni mercato c’è chi aiuta."), ("kind", "outcome")];
        lead.done(&format!("{root}/azioni/AZ-01/risultati/nuovo"), &result).await;
        lead.done(&format!("{root}/azioni/AZ-01/risultati/RA-01/indicatori/nuovo"), INDICATOR)
            .await;
        let (_, html) = lead.get(&format!("{root}/bozza")).await;
        assert!(html.contains("Scatta la fotografia"), "{html}");

        let photos = format!("/{SLUG}/scrivania/fotografie");
        lead.done(&photos, &[("title", "Prima dell’ascolto")]).await;
        let (_, html) = lead.get(&format!("{root}/bozza")).await;
        let chosen = "#f-profile_snapshot option[selected]";
        assert!(text(&html, chosen).contains("non ancora pubblica"), "{html}");
        let said = [
            ("title", "Agenda di Guastalla"),
            ("promise", "Chiedere aiuto sarà più semplice per tutti."),
            ("profile_snapshot", "7"),
        ];
        let html = lead.refused(&format!("{root}/bozza"), &said, &["profile_snapshot"]).await;
        assert!(html.contains("Chiedere aiuto sarà più semplice"), "what was typed stays");
        lead.refused(&format!("{root}/bozza"), &[said[0], ("profile_snapshot", "x")], &[]).await;
        lead.done(&format!("{root}/bozza"), &[said[0], said[1], ("profile_snapshot", "1")]).await;
        let (_, html) = lead.get(&format!("{root}/approva")).await;
        assert!(html.contains("parte dal profilo del") && html.contains("pubblicala"), "{html}");
        let told = pdf(&lead, &format!("{root}/bozza.pdf")).await;
        assert!(told.replace(' ', "").contains("parte dal profilo del".replace(' ', "").as_str()));
        let act = [("act", "Delibera di Giunta n. 45"), ("day", "20/11/2026")];
        lead.done(&format!("{root}/approva"), &act).await;
        lead.done(&format!("{root}/pubblica"), &[("number", "1")]).await;

        let link = format!("a[href='/{SLUG}/profilo/fotografie/1']");
        let pages = [format!("/{SLUG}/agenda"), format!("/{SLUG}/agenda/versioni/1")];
        for page in &pages {
            let (status, html) = visitor.get(page).await;
            assert_eq!(status, 200);
            assert!(html.contains("Questa Agenda parte dal profilo del"), "{page}: {html}");
            assert_eq!(text(&html, &link), "", "{page}: nobody may follow it yet");
        }
        lead.done(&format!("{photos}/1/pubblica"), &[]).await;
        for page in &pages {
            let (_, html) = visitor.get(page).await;
            assert!(text(&html, &link).contains("Prima dell’ascolto"), "{page}");
        }
        let english = visitor.client.get(format!("{}{}", visitor.url, pages[0]));
        let english = english.header("accept-language", "en").send().await.unwrap();
        assert!(english.text().await.unwrap().contains("This Agenda starts from the profile of"));
        let (status, html) = visitor.get(&format!("/{SLUG}/profilo/fotografie/1")).await;
        assert!(status == 200 && html.contains("Prima dell’ascolto"));
        let told = pdf(&visitor, &format!("/{SLUG}/agenda/agenda.pdf")).await;
        assert!(told.replace(' ', "").contains("QuestaAgendapartedalprofilodel"), "{told}");
        let api = visitor.get(&format!("/api/v1/bodies/{SLUG}/agenda")).await.1;
        assert!(api.contains("\"starts_from\":{\"number\":1"), "{api}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_voices_to_the_agenda_and_back() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let (store, site) = (&ground.store, site(&town).await);
        let lead = Seat::of(&town, SLUG, Role::Lead).await;
        let visitor = Seat::visitor(&town);
        let root = format!("/{SLUG}/scrivania/agenda");
        let (status, html) = visitor.get(&format!("/{SLUG}/agenda")).await;
        assert_eq!(status, 200);
        assert!(html.contains("L’Agenda non è ancora pubblicata"), "{html}");
        for file in ["agenda.pdf", "azioni.xlsx", "azioni.csv", "indicatori.xlsx"] {
            assert_eq!(visitor.get(&format!("/{SLUG}/agenda/{file}")).await.0, 404, "{file}");
        }

        let told =
            voices(store, &site, &["Aiuto con lo SPID", "Un numero da chiamare", "Altro"]).await;
        day(store, &site, told[0]).await;
        let (_, desk) = lead.get(&root).await;
        assert!(desk.contains("Sportelli al mercato") && desk.contains("9.500"), "{desk}");
        lead.done(&format!("{root}/progetti"), &[("day", "giornata")]).await;
        let again = lead.done(&format!("{root}/progetti"), &[("day", "giornata")]).await;
        assert!(again.contains("done-agenda-projects-known"), "{again}");
        // The idea was told, and its author with it.
        let idea = ideas::idea_page(store, site.body, PATH, 1).await.unwrap();
        assert_eq!(idea.idea.state, IdeaState::InAction);
        assert_eq!(idea.idea.outcome_code, "AZ-01");
        let letters = store::outbox::newest(store, 99).await.unwrap();
        let told_so = |content: &str| {
            content.contains("Aiuto con lo SPID") && content.contains("In un’azione")
        };
        assert!(letters.iter().any(|letter| told_so(&letter.content)), "{letters:?}");

        // A second voice joins; it can join once.
        let origins = format!("{root}/azioni/AZ-01/origini");
        lead.done(&origins, &[("idea", "2")]).await;
        lead.refused(&origins, &[("idea", "2")], &[]).await;
        lead.refused(&origins, &[("idea", "77")], &[]).await;
        lead.refused(&origins, &[("idea", "")], &["idea"]).await;

        // The checklist leads to what is missing, and an approval before is refused.
        let promise =
            [("title", "Agenda di Guastalla"), ("promise", "Chiedere aiuto sarà facile.")];
        lead.done(&format!("{root}/bozza"), &promise).await;
        let (_, desk) = lead.get(&root).await;
        for place in ["/azioni/AZ-01/modifica#f-end", "/azioni/AZ-01/risultati/nuovo"] {
            assert!(desk.contains(&format!("{root}{place}")), "{place}");
        }
        let act = [("act", "Delibera di Giunta n. 45"), ("day", "20/11/2026")];
        let html = lead.refused(&format!("{root}/approva"), &act, &[]).await;
        assert!(html.contains("manca l’ultimo giorno"), "{html}");

        lead.done(&format!("{root}/azioni/AZ-01/modifica"), ACTION).await;
        let result = [("text", "In ogni mercato c’è chi aiuta."), ("kind", "outcome")];
        let to = lead.done(&format!("{root}/azioni/AZ-01/risultati/nuovo"), &result).await;
        assert!(to.contains("/risultati/RA-01/indicatori/nuovo"), "{to}");
        let bare = [("name", "Persone aiutate"), ("kind", "outcome")];
        let new = format!("{root}/azioni/AZ-01/risultati/RA-01/indicatori/nuovo");
        let to = lead.done(&new, &bare).await;
        assert!(to.contains("done-agenda-indicator-incomplete"), "{to}");
        let (_, html) = lead.get(&format!("{root}/azioni/AZ-01")).await;
        assert!(html.contains(&format!("{root}/indicatori/IN-01#f-unit")), "{html}");
        lead.done(&format!("{root}/indicatori/IN-01"), INDICATOR).await;
        let (_, html) = lead.get(&format!("{root}/azioni/AZ-01")).await;
        assert!(html.contains("Questa azione è completa"), "{html}");

        // The draft as PDF is for staff and says that it is one.
        assert_eq!(visitor.get(&format!("{root}/bozza.pdf")).await.0, 303);
        let paper = pdf(&lead, &format!("{root}/bozza.pdf")).await;
        assert!(paper.contains("Sportelli al mercato"), "{paper}");
        assert!(paper.to_lowercase().contains("bozza"), "{paper}");

        lead.done(&format!("{root}/approva"), &act).await;
        let (_, html) = visitor.get(&format!("/{SLUG}/agenda")).await;
        assert!(html.contains("L’Agenda non è ancora pubblicata"), "approved is not published");
        assert_eq!(visitor.get(&format!("/{SLUG}/agenda/versioni/1")).await.0, 404);
        lead.done(&format!("{root}/pubblica"), &[("number", "1")]).await;

        // Everybody reads it, in both languages, and the filters survive sharing.
        let (_, html) = visitor.get(&format!("/{SLUG}/agenda")).await;
        assert_eq!(text(&html, "h1"), "Agenda di Guastalla");
        assert!(html.contains("Chiedere aiuto sarà facile."));
        assert!(text(&html, ".agio-card-title").contains("Sportelli al mercato"));
        assert!(text(&html, ".agio-table").contains("30 giugno 2027"), "{html}");
        assert!(html.contains("<svg"), "a picture of when");
        let (_, all) = visitor.get(&format!("/{SLUG}/agenda?per=ANZ")).await;
        assert!(text(&all, ".agio-card-title").contains("Sportelli"));
        let (_, none) = visitor.get(&format!("/{SLUG}/agenda?per=DIP")).await;
        assert!(none.contains("Nessuna azione con questi filtri"));
        let english = visitor.client.get(format!("{}/{SLUG}/agenda", visitor.url));
        let english = english.header("accept-language", "en").send().await.unwrap();
        assert!(english.text().await.unwrap().contains("What happens when"));

        // The action's thread goes back to both voices and forward to its indicator.
        let (_, html) = visitor.get(&format!("/{SLUG}/agenda/azioni/AZ-01")).await;
        let back = text(&html, ".agio-thread");
        for step in ["Aiuto con lo SPID", "Un numero da chiamare", "IN-01 Persone aiutate"] {
            assert!(back.contains(step), "{step}: {back}");
        }
        assert!(
            back.find("Aiuto con lo SPID") < back.find("Sportelli al mercato"),
            "voices come before what came of them: {back}"
        );
        assert!(html.contains("id=\"IN-01\"") && html.contains("id=\"RA-01\""));
        assert!(html.contains("Aiuto di persona, anche a casa."));

        // From the voice the thread reaches the latest number.
        let reading = [("day", "20/11/2026"), ("value", "45")];
        lead.done(&format!("/{SLUG}/scrivania/misure/IN-01"), &reading).await;
        let steps = thread::walk(store, site.body, ("idea", told[0].0), thread::Direction::Forward)
            .await
            .unwrap();
        let kinds: Vec<&str> = steps.iter().map(|step| step.kind.as_str()).collect();
        assert_eq!(kinds, ["project", "action", "result", "indicator", "reading"]);
        assert_eq!(steps[4].note, "45 persone (20 novembre 2026)");

        // Files for everybody.
        let paper = pdf(&visitor, &format!("/{SLUG}/agenda/agenda.pdf")).await;
        for words in ["Sportelli al mercato", "Delibera di Giunta n. 45", "Persone aiutate"] {
            assert!(paper.contains(words), "{words}: {paper}");
        }
        let csv = visitor.get(&format!("/{SLUG}/agenda/azioni.csv")).await.1;
        assert!(csv.contains("AZ-01;Sportelli al mercato"), "{csv}");
        let csv = visitor.get(&format!("/{SLUG}/agenda/indicatori.csv")).await.1;
        assert!(csv.contains("IN-01") && csv.contains("2026-11-20"), "{csv}");
        for file in ["azioni.xlsx", "indicatori.xlsx"] {
            let answer = visitor.client.get(format!("{}/{SLUG}/agenda/{file}", visitor.url));
            let bytes = answer.send().await.unwrap().bytes().await.unwrap();
            assert!(bytes.starts_with(b"PK"), "{file}");
        }
    })
    .await;
}

/// The text of a PDF, its blanks reduced.
async fn pdf(seat: &Seat, path: &str) -> String {
    let answer = seat.client.get(format!("{}{path}", seat.url)).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    assert_eq!(answer.headers()["content-type"], "application/pdf");
    let bytes = answer.bytes().await.unwrap();
    assert!(bytes.starts_with(b"%PDF"), "{path}");
    let text = pdf_extract::extract_text_from_mem(&bytes).unwrap();
    text.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_approved_stays_and_the_next_version_says_why() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Seat::of(&town, SLUG, Role::Lead).await;
        let visitor = Seat::visitor(&town);
        let root = format!("/{SLUG}/scrivania/agenda");
        publish_one(&lead).await;

        // An edit is not public, and the editor says so.
        let mut changed = ACTION.to_vec();
        changed[0] = ("title", "Sportelli ovunque");
        lead.done(&format!("{root}/azioni/AZ-01/modifica"), &changed).await;
        let page = format!("/{SLUG}/agenda/azioni/AZ-01");
        assert_eq!(text(&visitor.get(&page).await.1, "h1"), "Sportelli al mercato");
        let (_, html) = lead.get(&format!("{root}/differenze")).await;
        let row = text(&html, ".agio-table tbody");
        assert!(row.contains("AZ-01 Sportelli ovunque") && row.contains("Titolo"), "{row}");

        // Steps: only those that leave from here, some with a reason for everybody.
        let steps = format!("{root}/azioni/AZ-01/stato");
        lead.refused(&steps, &[("step", "complete")], &[]).await;
        lead.refused(&steps, &[("step", "volare")], &["step"]).await;
        lead.refused(&steps, &[("step", "suspend"), ("reason", " ")], &["reason"]).await;
        lead.done(&steps, &[("step", "start")]).await;
        lead.done(&steps, &[("step", "suspend"), ("reason", "Manca il personale.")]).await;
        let (_, html) = visitor.get(&page).await;
        let told = text(&html, ".agio-steps");
        assert!(told.contains("Sospesa") && told.contains("Manca il personale."), "{told}");
        assert!(!told.contains("Proposta"), "the offices' own work is not told: {told}");

        // The second version owes a reason; the first stays as it was.
        let promise = [("title", "Agenda di Guastalla"), ("promise", "Ancora più semplice.")];
        lead.refused(&format!("{root}/bozza"), &promise, &["reason"]).await;
        publish(&lead, "Arrivano altri mercati.").await;
        assert_eq!(text(&visitor.get(&page).await.1, "h1"), "Sportelli ovunque");
        let (_, html) = visitor.get(&format!("/{SLUG}/agenda/versioni")).await;
        assert!(html.contains("Arrivano altri mercati."), "{html}");
        let (_, html) = visitor.get(&format!("/{SLUG}/agenda/versioni/1")).await;
        assert!(html.contains("Questa è una versione precedente"), "{html}");
        assert!(html.contains("Sportelli al mercato") && !html.contains("Sportelli ovunque"));
        for wrong in ["3", "0", "uno", "-1"] {
            let (status, _) = visitor.get(&format!("/{SLUG}/agenda/versioni/{wrong}")).await;
            assert_eq!(status, 404, "{wrong}");
        }

        // A result in use cannot go; an indicator without readings can.
        let result = format!("{root}/azioni/AZ-01/risultati/RA-01");
        lead.refused(&format!("{result}/togli"), &[], &[]).await;
        lead.refused(&format!("{root}/indicatori/IN-01/chiudi"), &[], &[]).await;
        lead.done(&format!("{root}/indicatori/IN-01/togli"), &[]).await;
        lead.done(&format!("{result}/togli"), &[]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_editor_is_for_who_writes_it() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Seat::of(&town, SLUG, Role::Lead).await;
        lead.done(&format!("/{SLUG}/scrivania/agenda/azioni/nuova"), ACTION).await;
        let facilitator = Seat::of(&town, SLUG, Role::Facilitator).await;
        let stranger = Seat::of(&town, "luzzara", Role::Lead).await;
        let citizen = Seat::of(&town, SLUG, Role::Citizen).await;
        let root = format!("/{SLUG}/scrivania/agenda");
        for path in [root.clone(), format!("{root}/azioni/AZ-01"), format!("{root}/differenze")] {
            assert_eq!(facilitator.get(&path).await.0, 200, "{path}");
            assert_eq!(stranger.get(&path).await.0, 403, "{path}");
            assert_eq!(citizen.get(&path).await.0, 403, "{path}");
        }
        for path in ["azioni/nuova", "azioni/AZ-01/modifica", "azioni/AZ-01/stato", "bozza"] {
            for seat in [&facilitator, &stranger, &citizen] {
                assert_eq!(
                    seat.send(&format!("{root}/{path}"), ACTION).await.status,
                    403,
                    "{path}"
                );
            }
        }
        let (_, html) = facilitator.get(&format!("{root}/azioni/AZ-01")).await;
        assert!(!html.contains("/modifica\""), "no button that would be refused");
        // The same code on another body is another body's.
        let (status, _) = stranger.get("/luzzara/scrivania/agenda/azioni/AZ-01").await;
        assert_eq!(status, 404);
        let (_, html) = stranger.get("/luzzara/scrivania/agenda").await;
        assert!(!html.contains("Sportelli al mercato"));
    })
    .await;
}

fn with<'a>(base: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut pairs: Vec<_> = base.iter().copied().filter(|(n, _)| *n != name).collect();
    pairs.push((name, value));
    pairs
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_right_comes_back_with_a_word_beside_the_field() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Seat::of(&town, SLUG, Role::Lead).await;
        let body = site(&town).await.body;
        let root = format!("/{SLUG}/scrivania/agenda");
        let huge = "x".repeat(6000);
        let new = format!("{root}/azioni/nuova");

        lead.refused(&new, &[], &["title", "summary", "kind", "inclusion"]).await;
        for (field, value) in [
            ("title", huge.as_str()),
            ("summary", &huge),
            ("summary", "breve"),
            ("kind", "magia"),
            ("start", "31/02/2027"),
            ("end", "2027-13-40"),
            ("end", "01/11/2026"),
            ("cost", "-5"),
            ("cost", "tanto"),
            ("cost", "99999999999999999999"),
            ("funding_cents", "-1"),
        ] {
            let html = lead.refused(&new, &with(ACTION, field, value), &[field]).await;
            let kept = if value.len() < 100 { value } else { &value[..100] };
            // A list cannot hold what is not one of its choices.
            assert!(html.contains(kept) || field == "kind", "{field}: what was typed is lost");
            assert!(html.contains("Sportelli al mercato") || field == "title");
        }
        nothing_but(&ground.store, body, 0).await;
        // Markup is text: kept, shown, never run.
        let script = "<script>alert(1)</script> al mercato";
        lead.done(&new, &with(ACTION, "title", script)).await;
        let (_, html) = lead.get(&format!("{root}/azioni/AZ-01")).await;
        assert!(!html.contains("<script>alert(1)"), "{html}");
        assert_eq!(text(&html, "h1"), format!("AZ-01 {script}"));
        nothing_but(&ground.store, body, 1).await;

        let draft = format!("{root}/bozza");
        lead.refused(&draft, &[("title", "")], &["title"]).await;
        lead.refused(&draft, &[("title", "Agenda"), ("promise", "x")], &["promise"]).await;
        lead.refused(&draft, &[("title", &huge)], &["title"]).await;
        assert!(agenda::query::versions(&ground.store, body).await.unwrap().is_empty());

        let results = format!("{root}/azioni/AZ-01/risultati/nuovo");
        lead.refused(&results, &[("text", ""), ("kind", "")], &["text", "kind"]).await;
        lead.refused(&results, &[("text", &huge), ("kind", "output")], &["text"]).await;
        let wrong = [("text", "Dieci lettere almeno"), ("kind", "output"), ("due", "31/02/2027")];
        let html = lead.refused(&results, &wrong, &["due"]).await;
        assert!(html.contains("Dieci lettere almeno"));
        lead.done(&results, &wrong[..2]).await;

        let indicators = format!("{root}/azioni/AZ-01/risultati/RA-01/indicatori/nuovo");
        lead.refused(&indicators, &[], &["name", "kind"]).await;
        for (field, value) in [
            ("name", huge.as_str()),
            ("unit", "una unità di misura che non finisce davvero mai più"),
            ("polarity", "alto"),
            ("frequency", "mai"),
            ("baseline", "molti"),
            ("baseline", "1e400"),
            ("baseline_day", "31/02/2026"),
            ("baseline_day", "2030-01-01"),
            ("baseline_day", ""),
            ("target_day", "31/02/2027"),
            ("target_min", "NaN"),
            ("target_min", ""),
            ("decimals", "99"),
            ("decimals", "-1"),
        ] {
            lead.refused(&indicators, &with(INDICATOR, field, value), &[field]).await;
        }
        let range = with(INDICATOR, "polarity", "range");
        lead.refused(&indicators, &range, &["target_max"]).await;
        lead.refused(&indicators, &with(&range, "target_max", "3"), &["target_max"]).await;
        let action = agenda::query::action(&ground.store, body, "AZ-01").await.unwrap();
        assert_eq!(action.indicators().count(), 0, "nothing was saved");

        // Acts of tomorrow approve nothing.
        lead.done(&draft, &[("title", "Agenda"), ("promise", "Sarà più semplice.")]).await;
        lead.done(&format!("{root}/azioni/AZ-01/modifica"), ACTION).await;
        lead.done(&indicators, INDICATOR).await;
        let approve = format!("{root}/approva");
        lead.refused(&approve, &[("act", ""), ("day", "")], &["act", "day"]).await;
        let html =
            lead.refused(&approve, &[("act", "Delibera"), ("day", "2030-01-01")], &["day"]).await;
        assert!(html.contains("non può avere una data futura"), "{html}");
        lead.refused(&approve, &[("act", &huge), ("day", "2026-11-20")], &["act"]).await;
        lead.done(&approve, &[("act", "Delibera"), ("day", "2026-11-20")]).await;
        lead.refused(&format!("{root}/pubblica"), &[("number", "uno")], &[]).await;
        assert!(agenda::query::published(&ground.store, body).await.unwrap().is_none());
        assert_eq!(lead.get(&format!("{root}/azioni/AZ-99")).await.0, 404);
        assert_eq!(lead.send(&format!("{root}/progetti"), &[("day", "x")]).await.status, 404);
    })
    .await;
}

async fn nothing_but(store: &Store, body: BodyId, actions: usize) {
    assert_eq!(agenda::query::actions(store, body).await.unwrap().len(), actions);
}

/// A program with a token.
pub struct Machine {
    client: Client,
    base: String,
    secret: String,
}

impl Machine {
    /// A program with a role on a body; it calls about another body's things when told so.
    pub async fn of(town: &Town, slug: &str, role: Role) -> Self {
        let identity = &town.program.identity;
        let caller = identity::Caller::command_line();
        let body = identity.bodies().by_slug(slug).await.unwrap().unwrap().id;
        let made = identity.make_token(&caller, body, "prova", &[role]).await.unwrap();
        let base = format!("{}/api/v1/bodies/{SLUG}", town.url);
        Self { client: Client::new(), base, secret: made.secret }
    }

    /// Calls; gives the status and the answer.
    pub async fn call(
        &self,
        method: &str,
        path: &str,
        input: serde_json::Value,
    ) -> (u16, serde_json::Value) {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = self.client.request(method, format!("{}/{path}", self.base));
        request = request.bearer_auth(&self.secret);
        if !input.is_null() {
            request = request.json(&input);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let text = answer.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or(serde_json::Value::Null))
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> (u16, serde_json::Value) {
        self.call("GET", path, serde_json::Value::Null).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_writes_approves_and_reads_an_agenda() {
    use serde_json::json;
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let site = site(&town).await;
        voices(&ground.store, &site, &["Aiuto con lo SPID"]).await;
        let lead = Machine::of(&town, SLUG, Role::Lead).await;
        let stranger = Machine::of(&town, "luzzara", Role::Lead).await;
        assert_eq!(lead.get("agenda").await.0, 404);
        let action = json!({
            "title": "Sportelli al mercato", "summary": "Un facilitatore gira nei mercati.",
            "kind": "skills", "end": "2027-06-30", "responsible": "Servizio sociale",
            "inclusion": "Aiuto di persona, anche a casa.", "areas": ["ANZ"],
            "cost_cents": 950_050, "funding": [{"source": "Fondo sociale", "cents": 950_050}],
            "ideas": [1],
        });
        assert_eq!(stranger.call("POST", "actions", action.clone()).await.0, 403);
        let (status, made) = lead.call("POST", "actions", action.clone()).await;
        assert_eq!((status, &made["code"]), (201, &json!("AZ-01")), "{made}");

        // Refusals name the field and say how to mend it; nothing is saved.
        let mut wrong = action.clone();
        wrong["end"] = json!("2027-02-31");
        wrong["cost_cents"] = json!(-1);
        wrong["title"] = json!("");
        let (status, problem) = lead.call("POST", "actions", wrong).await;
        assert_eq!(status, 422, "{problem}");
        let fields: Vec<_> =
            problem["errors"].as_array().unwrap().iter().map(|e| e["field"].clone()).collect();
        assert_eq!(fields, ["title", "end", "cost"]);
        let (status, _) = lead.call("POST", "actions", json!({"titolo": "x"})).await;
        assert!(status == 400 || status == 422, "{status}");
        let mut unknown = action.clone();
        unknown["ideas"] = json!([99]);
        assert_eq!(lead.call("POST", "actions", unknown).await.0, 409);

        let result = json!({"text": "In ogni mercato c’è chi aiuta.", "kind": "outcome"});
        assert_eq!(lead.call("POST", "actions/AZ-01/results", result).await.0, 201);
        let indicator = json!({
            "name": "Tempo di attesa", "kind": "outcome", "unit": "giorni", "polarity": "range",
            "baseline": 1.125, "baseline_day": "2026-11-01", "decimals": 3,
            "targets": [{"day": "2027-06-30", "min": 0.5, "max": 0.75}],
            "source": "Registro", "frequency": "monthly",
        });
        let path = "actions/AZ-01/results/RA-01/indicators";
        let (status, made) = lead.call("POST", path, indicator).await;
        assert_eq!((status, &made["code"]), (201, &json!("IN-01")), "{made}");

        let act = json!({"act": "Delibera n. 1", "day": "2026-11-20"});
        assert_eq!(lead.call("POST", "agenda/approval", act.clone()).await.0, 409, "no draft");
        let text = json!({"title": "Agenda", "promise": ""});
        assert_eq!(lead.call("PUT", "agenda/draft", text).await.0, 204);
        let (_, draft) = lead.get("agenda/draft").await;
        assert_eq!(draft["gaps"][0]["kind"], "no_promise", "{draft}");
        assert_eq!(stranger.get("agenda/draft").await.0, 403);
        let (status, problem) = lead.call("POST", "agenda/approval", act.clone()).await;
        assert_eq!(status, 409);
        assert!(problem["detail"].as_str().unwrap().contains("paragrafo"), "{problem}");
        let text = json!({"title": "Agenda", "promise": "Sarà più semplice."});
        assert_eq!(lead.call("PUT", "agenda/draft", text).await.0, 204);
        let (status, version) = lead.call("POST", "agenda/approval", act).await;
        assert_eq!((status, version["hash"].as_str().unwrap().len()), (200, 64));
        assert_eq!(lead.call("POST", "agenda/publication", json!({"number": 1})).await.0, 204);
        assert_eq!(lead.call("POST", "agenda/publication", json!({"number": 1})).await.0, 409);

        let (_, agenda) = stranger.get("agenda").await;
        let action = &agenda["actions"][0];
        assert_eq!(action["cost_cents"], 950_050);
        assert_eq!(action["term"], "short");
        assert_eq!(action["origins"][0]["title"], "Aiuto con lo SPID");
        let one = &action["results"][0]["indicators"][0];
        assert_eq!((&one["baseline"], &one["targets"][0]["max"]), (&json!(1.125), &json!(0.75)));
        assert_eq!(stranger.get("actions?area=DIP").await.1["items"], json!([]));
        assert_eq!(stranger.get("actions?term=short").await.1["items"][0]["code"], "AZ-01");
        assert_eq!(stranger.get("actions/AZ-01").await.1["state"], "approved");
        assert_eq!(stranger.get("agenda/versions/1").await.1["act"], "Delibera n. 1");
        assert_eq!(stranger.get("agenda/versions").await.1["items"][0]["number"], 1);
        let step = json!({"step": "suspend"});
        assert_eq!(lead.call("POST", "actions/AZ-01/state", step).await.0, 409, "reason needed");
        assert_eq!(lead.call("POST", "actions/AZ-01/state", json!({"step": "start"})).await.0, 204);

        // Readings: recorded, corrected, followed up.
        let reading = json!({"day": "2026-11-20", "value": 0.875});
        let path = "indicators/IN-01/readings";
        assert_eq!(stranger.call("POST", path, reading.clone()).await.0, 403);
        let (status, made) = lead.call("POST", path, reading.clone()).await;
        assert_eq!(status, 201, "{made}");
        assert_eq!(lead.call("POST", path, reading.clone()).await.0, 409, "the day is taken");
        let tomorrow = json!({"day": "2030-01-01", "value": 1.0});
        let (status, problem) = lead.call("POST", path, tomorrow).await;
        assert_eq!((status, &problem["errors"][0]["field"]), (422, &json!("day")), "{problem}");
        let fix = format!("{path}/{}/correction", made["code"].as_str().unwrap());
        assert_eq!(lead.call("POST", &fix, reading).await.0, 409, "a reason is needed");
        let better = json!({"day": "2026-11-20", "value": 0.75, "reason": "Mancava un mercato."});
        assert_eq!(lead.call("POST", &fix, better).await.0, 201);
        let (_, all) = stranger.get(path).await;
        let items = all["items"].as_array().unwrap();
        let corrected = items.iter().filter(|one| one["corrected"] == true).count();
        assert_eq!((items.len(), corrected), (2, 1));
        let (_, follow) = stranger.get("follow-up").await;
        assert_eq!(follow["actions"][0]["indicators"][0]["status"], "reached", "{follow}");
        assert_eq!(stranger.get("indicators/IN-01").await.1["progress"], 1.0);
        assert_eq!(stranger.get("indicators/IN-09").await.0, 404);
    })
    .await;
}
