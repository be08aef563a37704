//! Copies of the whole database that are checked before they count.

use std::path::{Path, PathBuf};

use sea_orm::ConnectionTrait;

use crate::{Engine, Store, StoreError, tx::statement};

/// A finished copy.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Copy {
    /// Where it is.
    pub file: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
}

/// Copies the database into a file that must not exist yet, while the program goes on, and checks the copy.
///
/// SQLite: `VACUUM INTO`, then an integrity check of the copy. PostgreSQL: `pg_dump` in its custom
/// format, then `pg_restore --list` over it.
pub async fn backup(store: &Store, file: &Path) -> Result<Copy, StoreError> {
    if file.exists() {
        return Err(StoreError::Io(format!("{} exists already", file.display())));
    }
    if let Some(folder) = file.parent() {
        tokio::fs::create_dir_all(folder).await.map_err(StoreError::io)?;
    }
    let unfinished = file.with_extension("unfinished");
    let _ = tokio::fs::remove_file(&unfinished).await;
    match store.engine() {
        Engine::Sqlite => {
            let sql = "VACUUM INTO ?";
            let target = unfinished.to_string_lossy().into_owned();
            store
                .write_connection()
                .execute_raw(statement(Engine::Sqlite, sql, [target.into()]))
                .await?;
            check_sqlite(&unfinished).await?;
        }
        Engine::Postgres => {
            run(
                "pg_dump",
                &["--format=custom", "--file", &unfinished.to_string_lossy(), store.url()],
            )
            .await?;
            run("pg_restore", &["--list", &unfinished.to_string_lossy()]).await?;
        }
    }
    tokio::fs::rename(&unfinished, file).await.map_err(StoreError::io)?;
    let bytes = tokio::fs::metadata(file).await.map_err(StoreError::io)?.len();
    Ok(Copy { file: file.to_owned(), bytes })
}

/// Puts a copy in the place of the database at `url`; the program must be stopped.
///
/// The present SQLite file is kept beside it with the ending `.before-restore`.
pub async fn restore(url: &str, file: &Path) -> Result<(), StoreError> {
    if !file.exists() {
        return Err(StoreError::Io(format!("{} does not exist", file.display())));
    }
    if let Some(target) = url.strip_prefix("sqlite:") {
        check_sqlite(file).await?;
        let target = Path::new(target);
        if target.exists() {
            let kept = target.with_extension("db.before-restore");
            tokio::fs::rename(target, &kept).await.map_err(StoreError::io)?;
        }
        for ending in ["-wal", "-shm"] {
            let _ = tokio::fs::remove_file(format!("{}{ending}", target.display())).await;
        }
        if let Some(folder) = target.parent() {
            tokio::fs::create_dir_all(folder).await.map_err(StoreError::io)?;
        }
        tokio::fs::copy(file, target).await.map_err(StoreError::io)?;
        Ok(())
    } else {
        run(
            "pg_restore",
            &[
                "--clean",
                "--if-exists",
                "--no-owner",
                "--single-transaction",
                "--dbname",
                url,
                &file.to_string_lossy(),
            ],
        )
        .await
    }
}

async fn check_sqlite(file: &Path) -> Result<(), StoreError> {
    let url = format!("sqlite:{}?mode=ro", file.display());
    let conn = sea_orm::Database::connect(url).await?;
    let row = conn.query_one_raw(statement(Engine::Sqlite, "PRAGMA integrity_check", [])).await?;
    let verdict: String = row.map(|r| r.try_get_by_index(0)).transpose()?.unwrap_or_default();
    let tables = conn
        .query_one_raw(statement(Engine::Sqlite, "SELECT count(*) FROM migration", []))
        .await
        .map_err(|_| StoreError::Corrupt(format!("{} is no AGIO database", file.display())))?;
    let count: i64 = tables.map(|r| r.try_get_by_index(0)).transpose()?.unwrap_or_default();
    conn.close().await?;
    if verdict != "ok" || count == 0 {
        return Err(StoreError::Corrupt(format!("{}: {verdict}", file.display())));
    }
    Ok(())
}

async fn run(program: &str, args: &[&str]) -> Result<(), StoreError> {
    let output = tokio::process::Command::new(program).args(args).output().await.map_err(|e| {
        StoreError::Io(format!("{program}: {e} (install the PostgreSQL client programs)"))
    })?;
    if output.status.success() {
        Ok(())
    } else {
        Err(StoreError::Io(format!(
            "{program}: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        )))
    }
}
