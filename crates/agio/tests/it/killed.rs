//! The real program killed in the middle of its work: what it acknowledged is there, and nothing is half done.

use std::{
    fmt::Write as _,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use identity::{BodyFields, Caller};
use kernel::BodyId;
use sea_orm::ConnectionTrait;
use testkit::{Ground, on_both_engines};

use crate::town::{Town, tables, town};

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
