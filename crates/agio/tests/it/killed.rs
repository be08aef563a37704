//! The real program killed in the middle of its work: what it acknowledged is there, and nothing is half done.

use std::{
    fmt::Write as _,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use identity::{BodyFields, Caller};
use kernel::BodyId;
use reqwest::Client;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use testkit::{Ground, on_both_engines};

use crate::{
    town::{Town, bare_town, tables, town},
    workday_pages::{API, Person, body_id, frozen, room_code, step, with_path},
};

/// The program's binary, working on this ground's database.
pub fn program(ground: &Ground) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_agio"));
    command.env("AGIO_DATABASE_URL", &ground.url).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

async fn body(town: &Town, slug: &str) -> BodyId {
    let fields =
        BodyFields { slug: slug.into(), name: "Ente di prova".into(), ..BodyFields::default() };
    town.program.identity.add_body(&Caller::command_line(), fields).await.unwrap()
}

/// A file of many services whose codes begin with a letter of its own.
fn file(folder: &std::path::Path, lap: usize, rows: usize) -> std::path::PathBuf {
    let mut text = String::from("codice;nome;descrizione breve\n");
    for n in 0..rows {
        let _ = writeln!(text, "L{lap}-{n};Servizio {n};Un servizio di prova che non esiste");
    }
    let path = folder.join(format!("{lap}.csv"));
    std::fs::write(&path, text).unwrap();
    path
}

async fn found(ground: &Ground, body: BodyId, lap: usize) -> i64 {
    let sql = "SELECT COUNT(*) AS n FROM service WHERE body_id = ? AND code LIKE ?";
    let values = [body.0.into(), format!("L{lap}-%").into()];
    let row = ground
        .store
        .read()
        .query_one_raw(store::sql(ground.store.engine(), sql, values))
        .await
        .unwrap()
        .unwrap();
    row.try_get("", "n").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_killed_at_any_moment_is_whole_or_not_there() {
    const ROWS: usize = 2000;
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let (body, folder) = (body(&town, "ente-di-prova").await, tempfile::tempdir().unwrap());
        let start = |lap: usize| {
            let path = file(folder.path(), lap, ROWS);
            program(&ground)
                .args(["import", "servizi", "--body", "ente-di-prova"])
                .arg(path)
                .spawn()
                .unwrap()
        };
        let began = Instant::now();
        assert!(start(0).wait().unwrap().success());
        assert_eq!(found(&ground, body, 0).await, 2000);
        let whole = began.elapsed();
        let (mut there, mut absent) = (0, 0);
        for lap in 1..=8_usize {
            let mut child = start(lap);
            // From the first half of the work to just beyond its end.
            let wait = whole.mul_f64(0.40 + 0.09 * lap as f64);
            tokio::time::sleep(wait.min(Duration::from_secs(20))).await;
            let finished = child.try_wait().unwrap();
            child.kill().unwrap();
            child.wait().unwrap();
            let rows = found(&ground, body, lap).await;
            assert!(rows == 0 || rows == 2000, "{} lap {lap}: {rows} rows", ground.engine);
            if finished.is_some_and(|status| status.success()) {
                assert_eq!(rows, 2000, "{} lap {lap}: said done, and was not", ground.engine);
            }
            if rows == 0 { absent += 1 } else { there += 1 }
        }
        let verdict = store::audit::verify(&ground.store, body).await.unwrap();
        assert_eq!(verdict.broken, None);
        println!("{}: {there} whole, {absent} not there", ground.engine);
        // The work goes on afterwards as if nothing had happened.
        assert!(start(9).wait().unwrap().success());
        assert_eq!(found(&ground, body, 9).await, 2000);
    })
    .await;
}

/// The program serving on a port of its own, answering.
async fn serving(ground: &Ground) -> (std::process::Child, String) {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("http://127.0.0.1:{port}");
    let mut child = program(ground)
        .arg("serve")
        .env("AGIO_LISTEN", format!("127.0.0.1:{port}"))
        .env("AGIO_BASE_URL", &url)
        .env("AGIO_RATE_LIMIT", "off")
        .spawn()
        .unwrap();
    let client = Client::new();
    for _ in 0..600 {
        if client.get(format!("{url}/status")).send().await.is_ok() {
            return (child, url);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    child.kill().unwrap();
    child.wait().unwrap();
    panic!("the program does not answer");
}

/// Joins and votes, one voter after the other, until the program is gone; gives the receipts it got.
async fn voters(url: String, code: String, first: u64) -> Vec<String> {
    let (client, mut receipts) = (Client::new(), Vec::new());
    for n in 0_u64.. {
        let post = async |path: &str, body: Value| -> Option<Value> {
            let sent =
                client.post(format!("{url}{API}/mille-euro/{path}")).json(&body).send().await;
            let answer = sent.ok()?;
            let status = answer.status();
            // An answer cut off half way acknowledged nothing.
            let body = answer.json().await.ok()?;
            assert_eq!(status, 201, "{path}: {body}");
            Some(body)
        };
        let Some(voter) = post("voters", json!({ "code": code })).await else { break };
        let submission = format!("00000000-0000-0000-0000-{:012}", first + n);
        let approvals = [["PARCO"], ["FERMATA"], ["PANCHINE"]][(n % 3) as usize];
        let ballot =
            json!({ "token": voter["token"], "submission": submission, "approvals": approvals });
        let Some(ballot) = post("ballots", ballot).await else { break };
        receipts.push(ballot["receipt"].as_str().unwrap().to_owned());
    }
    receipts
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_that_got_its_receipt_outlives_any_kill() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = bare_town(&ground).await;
        with_path(&ground, &town).await;
        let staff = Person::staff(&town, "facilitatore@demo.example").await;
        frozen(&staff).await;
        let code = room_code(&staff).await;
        step(&staff, "apri").await;
        let mut receipts = Vec::new();
        for lap in 1..=5_u64 {
            let (mut child, url) = serving(&ground).await;
            let room: Vec<_> = (0..8)
                .map(|seat| {
                    let first = lap * 1_000_000 + seat * 100_000;
                    tokio::spawn(voters(url.clone(), code.clone(), first))
                })
                .collect();
            tokio::time::sleep(Duration::from_millis(200 + 170 * lap)).await;
            child.kill().unwrap();
            child.wait().unwrap();
            for seat in room {
                receipts.extend(seat.await.unwrap());
            }
        }
        assert!(receipts.len() > 20, "{}: too few to tell: {}", ground.engine, receipts.len());
        let (mut child, url) = serving(&ground).await;
        let client = Client::new();
        for receipt in &receipts {
            let asked = client.post(format!("{url}{API}/mille-euro/receipts"));
            let answer = asked.json(&json!({ "receipt": receipt })).send().await.unwrap();
            let told: Value = answer.json().await.unwrap();
            assert_eq!(told, json!({ "stands": true }), "{}: {receipt} is lost", ground.engine);
        }
        let counters = client.get(format!("{url}{API}/mille-euro/counters")).send().await.unwrap();
        let counters: Value = counters.json().await.unwrap();
        let counted = counters["ballots"].as_u64().unwrap();
        // At most one ballot of each seat and lap was written without its receipt getting home.
        let most = receipts.len() as u64 + 8 * 5;
        assert!((receipts.len() as u64..=most).contains(&counted), "{counted} of {most}");
        child.kill().unwrap();
        child.wait().unwrap();
        let verdict = store::audit::verify(&ground.store, body_id(&town).await).await.unwrap();
        assert_eq!(verdict.broken, None);
        println!("{}: {} receipts, all stand", ground.engine, receipts.len());
    })
    .await;
}
