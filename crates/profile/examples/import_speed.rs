//! Reads, previews and imports 20,000 services from XLSX into a fresh SQLite file, and prints how
//! long each part took: `cargo run --release -p profile --example import_speed`. With `--file NAME` it
//! writes the workbook alone.
#![expect(clippy::expect_used, reason = "a measurement that cannot be made must stop")]

use std::{sync::Arc, time::Instant};

use kernel::{BodyId, Dice, Principal, SystemClock, id::Uuid};
use profile::{
    Register,
    service::{self, Place},
};
use rust_xlsxwriter::Workbook;
use store::Store;

const HEADINGS: [&str; 10] = [
    "Codice",
    "Nome",
    "Descrizione",
    "Aree",
    "Comuni",
    "Livello",
    "Stato",
    "Destinatari",
    "Costo",
    "Ultimo controllo",
];

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(0, column, heading).expect("a heading");
    }
    for n in 1..=20_000_u32 {
        let row = [
            format!("SER-{n}"),
            format!("Servizio numero {n}"),
            format!("Accompagna le persone del quartiere {n} dalla prima domanda alla risposta."),
            ["ANZ", "FAM;DIS", "MUL"][n as usize % 3].to_owned(),
            ["035024;035005", "035026"][n as usize % 2].to_owned(),
            ["LEVEL 1", "2", "LEVEL 3"][n as usize % 3].to_owned(),
            "attivo".to_owned(),
            "Famiglie e persone sole".to_owned(),
            format!("{},50", n % 90),
            "01/03/2026".to_owned(),
        ];
        for (column, cell) in (0..).zip(row) {
            sheet.write(n, column, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let bytes = workbook();
    // `--file NAME` writes the workbook alone, for bench/profile/import.sh.
    let mut given = std::env::args().skip(1);
    if given.next().as_deref() == Some("--file") {
        std::fs::write(given.next().expect("a name"), bytes).expect("the workbook");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("speed.db").display());
    let store = Store::connect(&url, Arc::new(SystemClock), Arc::new(Dice::from_seed(1)))
        .await
        .expect("a store");
    let tables = [store::migrate::MIGRATIONS, profile::MIGRATIONS].concat();
    store::migrate::up(&store, &tables).await.expect("tables");
    let place = Place { body: BodyId(Uuid::from_u128(1)), slug: "prova".into() };
    let who = Principal::anonymous();
    for round in ["first", "again"] {
        println!("{round}: {} KB, 20,000 rows", bytes.len() / 1024);
        let begin = Instant::now();
        let draft =
            service::upload(&store, place.body, Register::Services, "s.xlsx", bytes.clone())
                .await
                .expect("an upload");
        println!("  upload and read {:?}", begin.elapsed());
        let begin = Instant::now();
        let plan = service::preview(&store, place.body, &draft).await.expect("a preview");
        println!("  preview {:?}: {} wrong", begin.elapsed(), plan.wrong);
        let begin = Instant::now();
        let applied = service::apply(&store, &place, &who, &draft, &plan.fingerprint)
            .await
            .expect("an import");
        println!("  apply {:?}: {applied:?}", begin.elapsed());
    }
}
