//! Classifications on the desk and on cards, and reports of mistakes, as people meet them.

use kernel::Role;
use reqwest::Client;
use scraper::{Html, Selector};
use serde_json::Value;
use testkit::on_both_engines;

use crate::{
    profile_pages::Browser,
    town::{Town, bare_town, tables, text},
};

const BODY: &str = "unione-bassa-reggiana";
const TOWN: &str = "guastalla";

fn value(html: &str, selector: &str) -> String {
    let (page, selector) = (Html::parse_document(html), Selector::parse(selector).unwrap());
    page.select(&selector).next().and_then(|e| e.attr("value")).unwrap_or_default().to_owned()
}

fn has(html: &str, selector: &str) -> bool {
    Html::parse_document(html).select(&Selector::parse(selector).unwrap()).next().is_some()
}

/// Every page in both languages: one heading, nothing inline, each control with its label.
async fn sound(browser: &Browser, path: &str) {
    let html = browser.page(path).await;
    let page = Html::parse_document(&html);
    let controls = "main input:not([type=hidden]), main select, main textarea";
    for control in page.select(&Selector::parse(controls).unwrap()) {
        let id = control.attr("id").unwrap_or_default();
        assert!(has(&html, &format!("label[for='{id}']")), "{path}: «{id}» has no label");
    }
}

/// The table as the form of a new version sends it.
async fn upload(town: &Town, browser: &Browser, file: &str, version: &str) -> String {
    let path = format!("/{BODY}/scrivania/vocabolari/zone/importa");
    let part = |name: &str, value: &str| {
        format!("--limite\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body = format!(
        "{}{}--limite\r\nContent-Disposition: form-data; name=\"file\"; filename=\"zone.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n{file}\r\n--limite--\r\n",
        part("version", version),
        part("whole", "1"),
    );
    let sent = browser.multipart(town, &path, body.into_bytes()).await;
    assert_eq!(sent.status, 303, "{}", text(&sent.html, "[role=alert]"));
    sent.to
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_made_filled_used_and_closed() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        profile::vocabularies::service::seed(town.program.app.store()).await.unwrap();
        let root = format!("/{BODY}/scrivania/vocabolari");
        let stranger = Browser::new(&town);
        assert_eq!(stranger.get(&root).await.status, 303, "an account is needed");
        let facilitator = Browser::of(&town, BODY, Role::Facilitator).await;
        assert!(!facilitator.page(&root).await.contains("/vocabolari/nuovo"), "who only reads");
        assert_eq!(facilitator.get(&format!("{root}/nuovo")).await.status, 403);

        let lead = Browser::of(&town, BODY, Role::Lead).await;
        assert!(lead.page(&format!("/{BODY}/scrivania")).await.contains("Vocabolari"));
        let list = lead.page(&root).await;
        assert!(list.contains("Aree di utenza ISTAT") && list.contains("Elenco ufficiale"));
        sound(&lead, &format!("{root}/nuovo")).await;
        let empty = lead.post(&format!("{root}/nuovo"), &[("title_it", "")]).await;
        assert_eq!(empty.status, 422);
        let typed = [("title_it", "Zone <b>sociali</b>"), ("slug", "zone"), ("source", "Delibera")];
        let made = lead.post(&format!("{root}/nuovo"), &typed).await;
        assert_eq!(made.status, 303, "{}", text(&made.html, "[role=alert]"));
        let zone = format!("{root}/zone");
        sound(&lead, &zone).await;
        sound(&lead, &format!("{zone}/aggiungi")).await;
        let add = async |code: &str, label: &str| {
            lead.post(&format!("{zone}/aggiungi"), &[("code", code), ("label_it", label)]).await
        };
        assert_eq!(add("Z1", "Centro").await.status, 303);
        let twice = add("z1", "Ancora").await;
        assert_eq!(twice.status, 422);
        assert!(twice.html.contains("I codici non si riusano"), "{}", text(&twice.html, "main"));
        assert_eq!(value(&twice.html, "#f-label_it"), "Ancora", "what was typed stays");
        assert!(!lead.page(&zone).await.contains("<b>sociali"), "text stays text");

        // The next version comes as a table.
        sound(&lead, &format!("{zone}/importa")).await;
        let preview = upload(&town, &lead, "Codice;Etichetta\nZ1;Centro\nZ2;Collina", "2026").await;
        let page = lead.page(&preview).await;
        assert!(page.contains("Si aggiunge") && page.contains("Già uguale"));
        let seal = value(&page, "input[name=impronta]");
        let odd = lead.post(&preview, &[("impronta", "altra")]).await;
        assert_eq!(odd.status, 409);
        let done = lead.post(&preview, &[("impronta", &seal)]).await;
        assert_eq!(done.status, 303, "{}", text(&done.html, "[role=alert]"));
        assert!(lead.page(&done.to).await.contains("Collina"));
        let wrong = upload(&town, &lead, "Codice;Etichetta\n;Senza\nZ1;Centro", "3").await;
        let page = lead.page(&wrong).await;
        assert!(page.contains("Riga 2") && !has(&page, "input[name=impronta]"));
        assert_eq!(lead.post(&format!("{wrong}/abbandona"), &[]).await.status, 303);

        // A card is given terms with boxes, and its page says them in words.
        let new = format!("/{BODY}/scrivania/servizi/nuovo");
        let form = lead.page(&new).await;
        assert!(has(&form, "input[type=checkbox][name=local_terms][value='zone:Z2']"));
        let typed = [
            ("name", "Nido"),
            ("local_terms", ""),
            ("local_terms", "zone:Z1"),
            ("local_terms", "zone:Z2"),
        ];
        let saved = lead.post(&new, &typed).await;
        assert_eq!(saved.status, 303, "{}", text(&saved.html, "[role=alert]"));
        let public = format!("/{BODY}/profilo/servizi/NIDO");
        assert!(stranger.page(&public).await.contains("Centro, Collina"));
        let odd = [("name", "Mensa"), ("local_terms", "zone:Z9")];
        let refused = lead.post(&new, &odd).await;
        assert_eq!(refused.status, 422);
        assert_eq!(value(&refused.html, "#f-local_terms-rest"), "zone:Z9");

        let term = format!("{zone}/voce?codice=Z1");
        sound(&lead, &term).await;
        assert!(lead.page(&term).await.contains("Una scheda di questo ente la usa."));
        let closed = lead.post(&format!("{zone}/chiudi?codice=Z1"), &[("replaced_by", "Z2")]).await;
        assert_eq!(closed.status, 303, "{}", text(&closed.html, "[role=alert]"));
        let page = stranger.page(&public).await;
        assert!(page.contains("Centro (non più in uso), Collina"), "the kept page is not old");
        let edit = lead.page(&format!("/{BODY}/scrivania/servizi/NIDO")).await;
        assert!(has(&edit, "input[name=local_terms][value='zone:Z1'][checked]"));
        assert!(!has(&lead.page(&new).await, "input[value='zone:Z1']"), "not for a new card");

        // The municipality below inherits the table, and may not change it.
        let mayor = Browser::of(&town, TOWN, Role::Lead).await;
        let below = format!("/{TOWN}/scrivania/vocabolari");
        assert!(mayor.page(&below).await.contains("Unione Bassa Reggiana"));
        let page = mayor.page(&format!("{below}/zone")).await;
        assert!(page.contains("Collina") && !page.contains("/zone/aggiungi"));
        let typed = [("code", "Z7"), ("label_it", "Nostra")];
        assert_eq!(mayor.get(&format!("{below}/zone/aggiungi")).await.status, 403);
        assert_eq!(mayor.post(&format!("{below}/zone/aggiungi"), &typed).await.status, 403);
        assert_eq!(lead.post(&format!("{root}/leps/aggiungi"), &typed).await.status, 403);
        assert_eq!(lead.get(&format!("{root}/niente")).await.status, 404);

        // Programs read them, files too.
        let api = format!("{}/api/v1/bodies/{TOWN}/vocabularies", town.url);
        let all: Value = Client::new().get(&api).send().await.unwrap().json().await.unwrap();
        let zones = all["items"].as_array().unwrap().iter().find(|one| one["slug"] == "zone");
        assert_eq!(zones.unwrap()["owner"], BODY);
        let terms = format!("{api}/zone/terms?open=false");
        let closed: Value = Client::new().get(&terms).send().await.unwrap().json().await.unwrap();
        assert_eq!(closed["items"][0]["code"], "Z1");
        assert_eq!(closed["items"][0]["replaced_by"], "Z2");
        let csv = stranger.get(&format!("/{TOWN}/dati/vocabolari/zone.csv")).await;
        assert_eq!(csv.status, 200);
        assert!(csv.html.contains("Codice,Etichetta,") && csv.html.contains("Z2,Collina"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_reports_a_mistake_and_the_office_closes_it() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let lead = Browser::of(&town, BODY, Role::Lead).await;
        let new = format!("/{BODY}/scrivania/servizi/nuovo");
        assert_eq!(lead.post(&new, &[("name", "Mensa")]).await.status, 303);
        let anybody = Browser::new(&town);
        let public = format!("/{BODY}/profilo/servizi/MENSA");
        let form = format!("{public}/segnala");
        assert!(anybody.page(&public).await.contains(&form));
        sound(&anybody, &form).await;
        let empty = anybody.post(&form, &[("message", ""), ("email", "storta")]).await;
        assert_eq!(empty.status, 422);
        assert_eq!(value(&empty.html, "#f-email"), "storta", "what was typed stays");
        let hostile = "Il telefono è <script>alert(1)</script>";
        let typed = [("message", hostile), ("email", "anna@posta.example")];
        let sent = anybody.post(&form, &typed).await;
        assert_eq!(sent.status, 303, "{}", text(&sent.html, "[role=alert]"));
        assert!(anybody.page(&sent.to).await.contains("la segnalazione è arrivata"));
        assert_eq!(
            anybody.get(&format!("/{BODY}/profilo/servizi/ALTRO/segnala")).await.status,
            404
        );

        let desk = format!("/{BODY}/scrivania/proposte");
        let list = lead.page(&format!("{desk}?cosa=segnalazioni")).await;
        assert!(list.contains("Segnalazione dal sito") && !list.contains("<script>alert"));
        assert!(!lead.page(&format!("{desk}?cosa=proposte")).await.contains("Mensa"));
        let page = Html::parse_document(&list);
        let link = Selector::parse("tbody a").unwrap();
        let report = page.select(&link).next().unwrap().attr("href").unwrap().to_owned();
        let shown = lead.page(&report).await;
        assert!(shown.contains("Correggi la scheda") && !shown.contains("anna@posta"));
        let accept = format!("{report}/accetta");
        let done = lead.post(&accept, &[("version", "1"), ("answer", "Corretto")]).await;
        assert_eq!(done.status, 303, "{}", text(&done.html, "[role=alert]"));
        assert!(!lead.page(&desk).await.contains("Segnalazione dal sito"));
        let gone = lead.page(&format!("{desk}?stato=accepted&cosa=segnalazioni")).await;
        assert!(gone.contains("Segnalazione dal sito"), "it can still be read");
    })
    .await;
}
