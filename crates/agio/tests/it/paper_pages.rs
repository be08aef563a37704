//! The profile as a document, as a citizen and a clerk download it.

use std::io::Read as _;

use kernel::Principal;
use profile::{
    Access, Register,
    service::{self, Place, Target},
    snapshot,
};
use reqwest::Response;
use testkit::on_both_engines;

use crate::town::{Town, bare_town, tables, text};

const SLUG: &str = "unione-bassa-reggiana";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async fn place(town: &Town) -> Place {
    let body = town.program.identity.bodies().by_slug(SLUG).await.unwrap().unwrap();
    Place { body: body.id, slug: SLUG.into() }
}

async fn record(town: &Town, register: Register, typed: &[(&str, &str)]) {
    let (store, who) = (town.program.app.store(), Principal::anonymous());
    let typed = typed.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    service::save(store, &place(town).await, &who, register, Target::New, typed).await.unwrap();
}

async fn file(town: &Town, name: &str, lang: &str) -> Response {
    let address = format!("{}/{SLUG}/profilo/profilo.{name}", town.url);
    let answer = town.client.get(address).header("accept-language", lang).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{name}");
    let saved = answer.headers()["content-disposition"].to_str().unwrap();
    assert!(saved.contains(&format!("{SLUG}-profilo.{name}")), "{saved}");
    answer
}

/// The words of a file without blanks, and without places to break.
async fn words(town: &Town, name: &str, lang: &str) -> String {
    let answer = file(town, name, lang).await;
    let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
    let bytes = answer.bytes().await.unwrap();
    let text = if name == "pdf" {
        assert_eq!(kind, "application/pdf");
        pdf_extract::extract_text_from_mem(&bytes).unwrap()
    } else {
        assert_eq!(kind, WORD);
        let mut packed = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut xml = String::new();
        packed.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
        let without: Vec<&str> = xml.split('<').filter_map(|part| part.split('>').nth(1)).collect();
        without.join(" ")
    };
    squeezed(&text)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_profile_is_a_document_in_both_languages() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        let (store, who, place) =
            (town.program.app.store(), Principal::anonymous(), place(&town).await);
        // Nothing yet: still a document, which says so.
        let empty = words(&town, "pdf", "it").await;
        assert!(empty.contains(&squeezed("Nessun servizio, per ora.")), "{empty}");

        record(
            &town,
            Register::Services,
            &[
                ("code", "S1"),
                ("name", "Sportello sociale"),
                ("short_description", "Il primo posto a cui chiedere."),
                ("areas", "ANZ"),
                ("municipalities", "035024"),
                ("status", "active"),
                ("current_level", "LEVEL 2"),
                (
                    "channel_details",
                    "01.1.1 | Sportello di Guastalla | luogo: Via Gonzaga 16 | orari: lun 9-12",
                ),
                ("contact_office", "Servizio sociale"),
                ("phone", "0522 111222"),
                ("users_count", "3"),
            ],
        )
        .await;
        record(
            &town,
            Register::Services,
            &[
                ("code", "S2"),
                ("name", "Pasti a casa"),
                ("areas", "ANZ"),
                ("status", "active"),
                ("users_count", "3940"),
            ],
        )
        .await;
        record(
            &town,
            Register::Services,
            &[
                ("name", "Ancora da scrivere"),
                ("areas", "DIP"),
                ("status", "active"),
                ("card_state", "draft"),
            ],
        )
        .await;
        record(
            &town,
            Register::Databases,
            &[("code", "D1"), ("name", "Cartella sociale"), ("legal_basis", "Legge 328/2000")],
        )
        .await;
        service::link(store, &place, &who, "S1", "D1", Access::Write, "manual").await.unwrap();
        snapshot::take(store, &place, &who, "Fotografia nascosta").await.unwrap();
        snapshot::take(store, &place, &who, "Prima dell’ascolto").await.unwrap();
        snapshot::publish(store, &place, &who, 2).await.unwrap();

        let it = [
            "Profilo del welfare digitale",
            "Sportello sociale (S1)",
            "Il primo posto a cui chiedere.",
            "Sportello di Guastalla, Via Gonzaga 16, lun 9-12",
            "Servizio sociale, 0522 111222",
            "2 – Moduli da scaricare",
            "Cartella sociale (D1)",
            "Un servizio ci scrive il suo lavoro: senza, si ferma. La prevede una norma o un atto.",
            "Scrive: Cartella sociale",
            "Dove non arriva nessuno",
            "Prima dell’ascolto",
            "/unione-bassa-reggiana/profilo/fotografie/2",
        ];
        let en = [
            "Profile of digital welfare",
            "Sportello sociale (S1)",
            "Where nobody is served",
            "every municipality of the body",
            "Prima dell’ascolto",
        ];
        let hash = snapshot::read(store, place.body, 2).await.unwrap().0.hash;
        for name in ["pdf", "docx"] {
            for (lang, expected) in [("it", &it[..]), ("en", &en[..])] {
                let said = words(&town, name, lang).await;
                for part in expected {
                    assert!(said.contains(&squeezed(part)), "{name} {lang}: {part}: {said}");
                }
                assert!(said.contains(&hash), "{name} {lang}: the fingerprint is there");
                // Drafts are not public and offer nothing; snapshots of the office are the office's.
                // Nobody's number of users is told, nor any sum that would give a small one away.
                for hidden in ["Ancora da scrivere", "Fotografia nascosta", "3940", "3943", "3.943"]
                {
                    assert!(!said.contains(&squeezed(hidden)), "{name} {lang}: {hidden}");
                }
            }
        }
        let home = town.get(&format!("/{SLUG}/profilo")).await.1;
        for name in ["pdf", "docx"] {
            let link = format!("a[href='/{SLUG}/profilo/profilo.{name}']");
            assert!(!text(&home, &link).is_empty(), "{name}");
        }
        // What a browser has it keeps, while nothing changed.
        let first = file(&town, "pdf", "it").await;
        let seal = first.headers()["etag"].clone();
        let again = || {
            let address = format!("{}/{SLUG}/profilo/profilo.pdf", town.url);
            town.client.get(address).header("if-none-match", &seal).send()
        };
        assert_eq!(again().await.unwrap().status(), 304);
        record(&town, Register::Services, &[("name", "Trasporto"), ("status", "active")]).await;
        assert_eq!(again().await.unwrap().status(), 200);
        assert_eq!(town.get("/non-esiste/profilo/profilo.pdf").await.0, 404);
    })
    .await;
}
