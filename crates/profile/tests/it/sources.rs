//! Sources that are no spreadsheet: a directory's JSON, a graph, a page, an archive.

use std::io::Write as _;

use opendata::{Base, Organisation, cpsv, hsds, rdf::Syntax};
use profile::{
    ProfileError, Register,
    import::{Choices, Outcome, Sheet, source::Fault},
    log, public,
    service::{self, Draft},
};
use store::Store;

use crate::{clerk, here, import, on_both};

const PAGE: &str = include_str!("../../../opendata/tests/fixtures/pagina-servizio.html");

const CARDS: &str = "codice,nome,descrizione,aree,canali,comuni,livello,costo,orari,indirizzo,telefono,titolare,autenticazione\n\
    SAD,Assistenza domiciliare,\"Aiuto a casa.\nOgni giorno.\",ANZ;DIS,01.1.1;03.1,Guastalla;Luzzara,2,\"12,50\",lun-ven 9-13,Via Po 1,0522 1,Unione di prova,SPIDL2\n\
    NIDO,Nido,Per i piccoli,FAM,01.1.1,Guastalla,3,0,,,,Unione di prova,CIE\n";

async fn taken(store: &Store, name: &str, bytes: &[u8]) -> Result<Draft, ProfileError> {
    service::upload(store, here().body, Register::Services, name, bytes.to_vec()).await
}

/// Takes a source in and applies it whole: new, changed, unchanged.
async fn applied(store: &Store, name: &str, bytes: &[u8]) -> (usize, usize, usize) {
    let draft = taken(store, name, bytes).await.unwrap();
    let draft = service::draft(store, here().body, draft.id).await.unwrap();
    let plan = service::preview(store, here().body, &draft).await.unwrap();
    assert!(plan.problems().is_empty(), "{:?}", plan.problems());
    let done = service::apply(store, &here(), &clerk(), &draft, &plan.fingerprint).await.unwrap();
    (done.created, done.changed, done.unchanged)
}

fn body() -> Organisation {
    Organisation {
        id: here().body.0,
        slug: here().slug,
        name: "Unione di prova".into(),
        ipa_code: "u_prova".into(),
        istat_code: String::new(),
        email: String::new(),
    }
}

fn base() -> Base {
    Base::new("https://agende.example")
}

/// Every public service as open data tells it.
async fn published(store: &Store) -> Vec<opendata::Service> {
    let wanted = profile::open::Wanted::default();
    let found = profile::open::directory(store, &wanted, 50, 0).await.unwrap();
    found.iter().map(|(_, kept)| profile::open::service(kept)).collect()
}

#[tokio::test]
async fn hsds_out_and_in_again_is_no_difference() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, CARDS).await.unwrap();
        let cards = published(store).await;
        assert_eq!(cards.len(), 2);
        let list: Vec<_> = cards.iter().map(|card| hsds::service(&base(), &body(), card)).collect();
        let page = hsds::page(list, 1, 50, 2).to_string();
        let draft = taken(store, "elenco.json", page.as_bytes()).await.unwrap();
        assert_eq!(
            (draft.origin.source.as_str(), draft.table.format.as_str()),
            ("hsds", "HSDS 3.0")
        );
        assert_eq!(applied(store, "elenco.json", page.as_bytes()).await, (0, 0, 2));
    })
    .await;
}

#[tokio::test]
async fn every_graph_out_and_in_again_changes_nothing_it_says() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, CARDS).await.unwrap();
        for syntax in Syntax::ALL {
            let profile = cpsv::Profile::Italian;
            let mut writer = cpsv::Writer::new(syntax, base(), profile, Vec::new()).unwrap();
            for card in published(store).await {
                writer.service(&body(), &card).unwrap();
            }
            let draft = taken(store, "grafo", &writer.finish().unwrap()).await.unwrap();
            assert_eq!(draft.origin.source, "cpsv", "{syntax:?}");
            let plan = service::preview(store, here().body, &draft).await.unwrap();
            for row in &plan.rows {
                assert_eq!(row.outcome, Outcome::Unchanged, "{syntax:?} {}", row.code);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_directory_is_accepted_by_field_repeated_and_taken_back() {
    on_both(|ground| async move {
        let (store, place) = (&ground.store, here());
        let kept = "codice,nome,telefono\nAC148810-D857-441C-9679-408F346DE14B,Sportello,0522 9\n";
        import(store, Register::Services, kept).await.unwrap();
        let page = serde_json::json!({ "contents": [
            { "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Sportello casa", "status": "active",
              "description": "Chi cerca casa\u{1} trova ascolto" },
            { "id": "bc148810-d857-441c-9679-408f346de14b", "name": "Emporio", "status": "active",
              "phones": [{ "number": "0522 7" }] },
        ]})
        .to_string();
        let mut draft = taken(store, "elenco.json", page.as_bytes()).await.unwrap();
        let mut choices = Choices::default();
        choices.tick(2, true, &["name", "short_description"], &["short_description"]);
        service::accept(store, place.body, &mut draft, choices).await.unwrap();
        let draft = service::draft(store, place.body, draft.id).await.unwrap();
        let plan = service::preview(store, place.body, &draft).await.unwrap();
        assert_eq!((plan.created, plan.changed, plan.wrong), (1, 1, 0));
        service::apply(store, &place, &clerk(), &draft, &plan.fingerprint).await.unwrap();
        let code = "AC148810-D857-441C-9679-408F346DE14B";
        let card = async |code: &str| public::service(store, place.body, code).await.unwrap();
        let sheet = card(code).await.unwrap().service;
        assert_eq!(sheet.name, "Sportello", "what was not accepted stays");
        assert_eq!(sheet.phone, "0522 9", "what the directory does not speak of stays");
        assert_eq!(sheet.short_description, "Chi cerca casa trova ascolto");

        let entries = log::entries(store, place.body, None, 10).await.unwrap();
        let entry = entries.iter().find(|entry| entry.source == "hsds").unwrap();
        assert_eq!((entry.file_name.as_str(), entry.created, entry.changed), ("elenco.json", 1, 1));
        assert_eq!(entry.file_hash, draft.origin.hash, "the hash is that of the file itself");
        log::undo(store, &place, &clerk(), entry.id, None).await.unwrap();
        assert!(card("BC148810-D857-441C-9679-408F346DE14B").await.is_none());
        assert_eq!(card(code).await.unwrap().service.short_description, "");
    })
    .await;
}

#[tokio::test]
async fn a_saved_page_and_an_archive_are_idempotent() {
    on_both(|ground| async move {
        let store = &ground.store;
        assert_eq!(applied(store, "pagina.html", PAGE.as_bytes()).await, (1, 0, 0));
        assert_eq!(applied(store, "pagina.html", PAGE.as_bytes()).await, (0, 0, 1));
        let card = public::service(store, here().body, "PASTI-A-DOMICILIO").await.unwrap().unwrap();
        assert_eq!(card.service.times, "Si chiede quando si vuole.\n10 gennaio\nScade la conferma");

        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        let turtle = "@prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix dct: <http://purl.org/dc/terms/> .\n\
                      <https://a.it/servizi/orti> a cpsv:PublicService ; dct:title \"Orti\"@it .";
        let lone = "{\"id\": \"x-1\", \"name\": \"Taxi\", \"status\": \"active\"}";
        for (name, text) in [
            ("pagine/pasti.html", PAGE),
            ("grafo.ttl", turtle),
            ("services/1.json", lone),
            ("locations/1.json", "{\"id\": \"l-1\", \"location_type\": \"physical\"}"),
            ("LEGGIMI.txt", "Niente di che"),
        ] {
            zip.start_file(name, options).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert_eq!(applied(store, "tutto.zip", &bytes).await, (2, 0, 1));
        assert_eq!(applied(store, "tutto.zip", &bytes).await, (0, 0, 3));
        assert!(public::service(store, here().body, "ORTI").await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn hostile_sources_are_refused_and_change_nothing() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        let deep = "[".repeat(1_000_000);
        let bomb = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\
                    <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>&b;</rdf:RDF>";
        let file = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>";
        let context = "{\"@context\": \"http://127.0.0.1/c\", \"@id\": \"http://a.it/1\"}";
        let locked = b"PK\x03\x04 this is no archive";
        let cases: [(&[u8], &str); 11] = [
            (b"{\"contents\": [", "profile-source-json"),
            (b"{\"contents\": []}", "profile-source-no-service"),
            (b"{\"nome\": \"\xff\"}", "profile-source-encoding"),
            (deep.as_bytes(), "profile-source-too-deep"),
            (bomb.as_bytes(), "profile-source-outside"),
            (file.as_bytes(), "profile-source-outside"),
            (context.as_bytes(), "profile-source-outside"),
            (b"@prefix a: <http://a.it/> . a:b a:c", "profile-source-graph"),
            (b"@prefix a: <http://a.it/> . a:b a:c a:b .", "profile-source-no-service"),
            (b"<!DOCTYPE html><script>alert(1)</script>", "profile-source-no-service-on-page"),
            (locked, "profile-file-broken-workbook"),
        ];
        for (bytes, key) in cases {
            let refused = taken(store, "x", bytes).await.unwrap_err();
            assert_eq!(refused.key(), Some(key));
        }
        let sheet = Sheet::Records(Register::Databases);
        let other = service::upload(store, body, sheet, "p.html", PAGE.into()).await;
        assert!(matches!(other, Err(ProfileError::Source(Fault::OnlyServices))));
        assert!(service::waiting(store, body).await.unwrap().is_empty());
        assert_eq!(store::events::latest(store.read(), body).await.unwrap(), 0);

        // A graph that goes round in circles is read, and scripts stay text or go.
        let round = "@prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> .\n\
            @prefix dct: <http://purl.org/dc/terms/> .\n\
            <http://a.it/1> a cpsv:PublicService ; dct:title \"<script>1</script>\" ; cv:hasChannel <http://a.it/1> .";
        assert_eq!(applied(store, "giro.ttl", round.as_bytes()).await, (1, 0, 0));
        let page = "<h1 data-element=service-title>Uno<script>alert(1)</script></h1>";
        assert_eq!(applied(store, "p.html", page.as_bytes()).await, (1, 0, 0));
        let card = public::service(store, body, "UNO").await.unwrap().unwrap();
        assert_eq!(card.service.name, "Uno");
    })
    .await;
}
