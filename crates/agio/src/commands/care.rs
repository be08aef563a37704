//! Looking after an installation: tables, copies, health, the audit log.

use std::{path::Path, process::ExitCode};

use agio::{config::Settings, doctor, wiring};
use clap::Subcommand;
use kernel::id::NETWORK;
use store::{audit, backup, migrate};

use super::ready;

#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Recompute every chain; ends with 1 when one is broken.
    Verify {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Copies the database into a file.
pub async fn back_up(settings: &Settings, file: &Path) -> anyhow::Result<()> {
    let copy = backup::backup(&wiring::open(settings).await?, file).await?;
    tell!("{}: {} byte, verificata", copy.file.display(), copy.bytes);
    Ok(())
}

/// Puts a copy in the place of the database.
pub async fn restore(settings: &Settings, file: &Path) -> anyhow::Result<()> {
    backup::restore(&settings.database(), file).await?;
    tell!("{}: ripristinata", file.display());
    Ok(())
}

/// Examines the installation; 1 when something needs care.
pub async fn doctor(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let found = doctor::examine(settings).await;
    if json {
        tell!("{}", serde_json::to_string_pretty(&found)?);
    } else {
        for one in &found {
            tell!("{} {}: {}", if one.ok { "bene " } else { "CURA " }, one.part, one.text);
        }
    }
    Ok(ExitCode::from(u8::from(found.iter().any(|one| !one.ok))))
}

/// Brings the tables up to date, or tries it on a copy.
pub async fn migrate_tables(settings: &Settings, rehearse: bool) -> anyhow::Result<()> {
    let store = wiring::open(settings).await?;
    let all = wiring::migrations();
    if !rehearse {
        let applied = migrate::up(&store, &all).await?;
        tell!("{} passi fatti", applied.len());
        return Ok(());
    }
    let waiting = migrate::pending(&store, &all).await?;
    tell!("{} passi da fare", waiting.len());
    if waiting.is_empty() || !settings.database_url.is_empty() {
        anyhow::ensure!(
            waiting.is_empty(),
            "la prova si fa sul database incorporato; su PostgreSQL ripristina una copia altrove e aggiorna quella"
        );
        return Ok(());
    }
    let file = settings.data.join("rehearsal.db");
    let _ = std::fs::remove_file(&file);
    let sql_copy =
        Settings { database_url: format!("sqlite:{}", file.display()), ..settings.clone() };
    if settings.data.join("agio.db").metadata().is_ok_and(|m| m.len() > 0)
        && waiting.len() < all.len()
    {
        backup::backup(&store, &file).await?;
    }
    let copy = wiring::open(&sql_copy).await?;
    let outcome = migrate::up(&copy, &all).await;
    drop(copy);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
    tell!("prova riuscita: {} passi, niente è cambiato", outcome?.len());
    Ok(())
}

/// Recomputes every chain of the audit log.
pub async fn verify(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let store = ready(settings).await?;
    let program = wiring::Program::new(store.clone(), settings, false)?;
    let tree = program.identity.bodies().tree().await?;
    let mut chains = vec![("rete".to_owned(), audit::verify(&store, NETWORK).await?)];
    for (_, body) in tree.walk() {
        chains.push((body.fields.slug.clone(), audit::verify(&store, body.id).await?));
    }
    let broken = chains.iter().any(|(_, verdict)| verdict.broken.is_some());
    if json {
        let list: Vec<_> = chains.iter().map(|(name, v)| serde_json::json!({"chain": name, "entries": v.entries, "broken": v.broken})).collect();
        tell!("{}", serde_json::to_string_pretty(&list)?);
    } else {
        for (name, verdict) in &chains {
            match &verdict.broken {
                None => tell!("integro  {name}: {} voci", verdict.entries),
                Some(why) => tell!("ROTTO    {name}: {why}"),
            }
        }
    }
    Ok(ExitCode::from(u8::from(broken)))
}
