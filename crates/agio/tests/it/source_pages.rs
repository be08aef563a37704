//! Services from another directory, a page or a graph, as an office and a command bring them in.

use std::{net::SocketAddr, process::Stdio};

use identity::{BodyFields, Caller};
use kernel::Role;
use profile::fetch::{self, Reach, client::Limits};
use testkit::on_both_engines;

use crate::{
    killed::program,
    profile_pages::Browser,
    town::{bare_town, tables, text, town},
};

const OFFICE: &str = "unione-val-d-enza";
const PAGE: &str = include_str!("../../../opendata/tests/fixtures/pagina-servizio.html");
const LIST: &str = r#"{"contents": [{"id": "orti-1", "name": "Orti <b>sociali</b>", "status": "active",
    "description": "Terra per chi ne ha voglia"}]}"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_directory_goes_from_upload_to_undo_without_columns() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let office = Browser::of(&town, OFFICE, Role::Lead).await;
        let start = office.page(&format!("/{OFFICE}/scrivania/importa")).await;
        assert!(start.contains("Da un indirizzo") && start.contains("HSDS"));
        for (name, bytes, words) in [
            ("x.json", &b"{\"contents\": ["[..], "incompleto o ha un errore"),
            ("x.html", b"<!doctype html><p>Notizie", "non ha i dati di un servizio"),
            (
                "x.rdf",
                b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
                "Per sicurezza non si legge",
            ),
        ] {
            let refused = office.upload(OFFICE, "servizi", name, bytes).await;
            assert_eq!(refused.status, 422, "{name}");
            let said = text(&refused.html, "#f-file-error");
            assert!(said.contains(words), "{said}");
        }
        let wrong = office.upload(OFFICE, "basi-dati", "pagina.html", PAGE.as_bytes()).await;
        assert!(text(&wrong.html, "#f-file-error").contains("Scegli «Servizi»"));

        let sent = office.upload(OFFICE, "servizi", "elenco.json", LIST.as_bytes()).await;
        assert!(sent.to.ends_with("/anteprima"), "columns are named by what they are: {}", sent.to);
        let columns = office.page(sent.to.trim_end_matches("/anteprima")).await;
        assert!(!columns.contains("name=\"intestazioni\""), "there is nothing to read otherwise");
        assert_eq!(office.import(OFFICE, "servizi", LIST.as_bytes()).await.status, 303);
        let card = office.page(&format!("/{OFFICE}/profilo/servizi/ORTI-1")).await;
        assert!(card.contains("Orti &#60;b&#62;sociali") || card.contains("Orti &lt;b&gt;sociali"));
        let again = office.preview(OFFICE, "servizi", LIST.as_bytes()).await;
        assert!(again.html.contains("Non c’è niente da importare"));
        let log = office.page(&format!("/{OFFICE}/scrivania/importa/registro")).await;
        assert!(text(&log, "tbody").contains("foglio.csv"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_asked_for_fetched_and_shown() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let office = Browser::of(&town, OFFICE, Role::Lead).await;
        let start = format!("/{OFFICE}/scrivania/importa");
        let ask = format!("{start}/indirizzo");
        let wrong = office.post(&ask, &[("indirizzo", "pagina del comune")]).await;
        assert_eq!(wrong.status, 422);
        assert!(text(&wrong.html, "#f-indirizzo-error").contains("non è un indirizzo"));
        assert!(wrong.html.contains("value=\"pagina del comune\""), "what was typed is kept");

        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server: SocketAddr = listener.local_addr().unwrap();
        let page = axum::routing::get(|| async { axum::response::Html(PAGE) });
        let site = axum::Router::new().route("/pasti", page);
        tokio::spawn(async move { axum::serve(listener, site).await.unwrap() });
        let good = format!("http://{server}/pasti");
        for address in [good.as_str(), "http://169.254.169.254/latest"] {
            let asked = office.post(&ask, &[("indirizzo", address)]).await;
            assert_eq!(asked.status, 303);
            assert!(office.page(&asked.to).await.contains("tra poco l’indirizzo sarà letto"));
        }
        assert!(text(&office.page(&start).await, ".agio-cards").contains("In attesa"));
        let reach = Reach::public().with_test_server(server);
        let store = town.program.app.store();
        assert_eq!(fetch::job::round(store, &reach, Limits::default()).await.unwrap(), 2);
        let shown = office.page(&start).await;
        let cards = text(&shown, ".agio-cards");
        assert!(cards.contains("Letto") && cards.contains("dentro una rete privata"), "{cards}");
        let read = fetch::service::asked(store, body(&town).await).await.unwrap();
        let draft = read.iter().find_map(|one| one.draft_id).unwrap();
        let preview = office.page(&format!("{start}/{draft}/anteprima")).await;
        assert!(preview.contains("Pasti a domicilio"));
        let failed = read.iter().find(|one| one.draft_id.is_none()).unwrap();
        let gone = office.post(&format!("{ask}/{}/togli", failed.id), &[]).await;
        assert!(office.page(&gone.to).await.contains("l’indirizzo non c’è più"));
        let stranger = Browser::new(&town);
        assert_eq!(stranger.post(&ask, &[("indirizzo", good.as_str())]).await.status, 403);
    })
    .await;
}

async fn body(town: &crate::town::Town) -> kernel::BodyId {
    town.program.identity.bodies().by_slug(OFFICE).await.unwrap().unwrap().id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_goes_in_from_the_command_line_tried_first() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let fields = BodyFields {
            slug: "ente-prova".into(),
            name: "Ente di prova".into(),
            ..BodyFields::default()
        };
        town.program.identity.add_body(&Caller::command_line(), fields).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("pagine")).unwrap();
        std::fs::write(folder.path().join("pagine/pasti.html"), PAGE).unwrap();
        std::fs::write(folder.path().join("elenco.json"), LIST).unwrap();
        std::fs::write(folder.path().join("LEGGIMI.txt"), "Niente di che").unwrap();
        let run = |what: &str, more: &[&str]| {
            let mut command = program(&ground);
            command.args(["import", what]).arg(folder.path());
            command.args(["--body", "ente-prova", "--json"]).args(more);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap()
        };
        for (more, new) in [(&["--dry-run"][..], 2), (&[], 2), (&[], 0)] {
            let out = run("servizi", more);
            let told = String::from_utf8_lossy(&out.stdout).into_owned();
            assert!(told.contains(&format!("\"new\": {new}")), "{told}");
            assert!(out.status.success());
        }
        let mut command = program(&ground);
        command.args(["import", "servizi", "http://127.0.0.1:1/", "--body", "ente-prova"]);
        let out = command.stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
        assert!(!out.status.success());
        assert!(String::from_utf8_lossy(&out.stderr).contains("rete privata"));
        let out = run("basi-dati", &[]);
        assert!(!out.status.success());
        assert!(String::from_utf8_lossy(&out.stderr).contains("Scegli «Servizi»"));
    })
    .await;
}
