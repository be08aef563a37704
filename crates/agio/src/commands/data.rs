//! Data in and out from the command line.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use agio::{config::Settings, wiring};
use anyhow::{Context, anyhow};
use clap::Args;
use kernel::Principal;
use profile::{
    ProfileError,
    import::{
        Mapping, Outcome, Plan, Sheet,
        read::{self, Options},
    },
    service::{self, ImportSource, Place},
};
use texts::{Lang, Texts};

use super::ready;

#[derive(Debug, Args)]
pub struct Import {
    /// What the rows are: servizi, basi-dati, collegamenti or schede (the zone plan).
    register: String,
    /// The file: CSV (any encoding and separator), XLSX or ODS.
    file: PathBuf,
    /// The body, by its word in addresses.
    #[arg(long)]
    body: String,
    /// Say which column is which field, once for each: --map "Nome del servizio=name". Others are guessed.
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    maps: Vec<String>,
    /// The sheet of a workbook; the best is chosen.
    #[arg(long)]
    sheet: Option<String>,
    /// The number of the row of headings; it is found.
    #[arg(long)]
    header: Option<usize>,
    /// The encoding of a CSV, for example windows-1252; it is found.
    #[arg(long)]
    encoding: Option<String>,
    /// Say what would change and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

/// Imports a file; 1 when rows are wrong, and then nothing was changed.
pub async fn import(settings: &Settings, asked: Import) -> anyhow::Result<ExitCode> {
    let register = Sheet::parse(&asked.register)
        .context("si importano: servizi, basi-dati, collegamenti, schede")?;
    let program = wiring::Program::new(ready(settings).await?, settings, false)?;
    let texts = program.app.texts();
    let found = program.identity.bodies().by_slug(&asked.body).await?;
    let body = found.context("questo ente non c'è: guarda agio body list")?;
    let place = Place { body: body.id, slug: asked.body };
    let bytes = std::fs::read(&asked.file).with_context(|| asked.file.display().to_string())?;
    let options = Options { sheet: asked.sheet, header: asked.header, encoding: asked.encoding };
    let table = Arc::new(
        read::read_for(register, &bytes, &options)
            .map_err(|refusal| said(texts, &ProfileError::from(refusal)))?,
    );
    let mut mapping = Mapping::guess(register, &table.headings);
    for pair in &asked.maps {
        let (column, field) = pair.split_once('=').context("--map: scrivi Colonna=campo")?;
        let at = table.headings.iter().position(|heading| heading == column);
        let at = at.with_context(|| format!("--map: la colonna «{column}» non c'è nel file"))?;
        if let Some(place) = mapping.0.get_mut(at) {
            *place = Some(field.to_owned());
        }
    }
    let store = program.identity.store();
    let preview =
        service::preview_table(store, place.body, register, Arc::clone(&table), mapping.clone());
    let plan = preview.await.map_err(|error| said(texts, &error))?;
    report(texts, &table.headings, &mapping, &plan, asked.json)?;
    if plan.wrong > 0 {
        return Ok(ExitCode::FAILURE);
    }
    if !asked.dry_run {
        let who = Principal { name: "riga di comando".into(), ..Principal::anonymous() };
        let name = asked.file.file_name().unwrap_or_default().to_string_lossy();
        let origin = ImportSource::sheet(&name, &bytes);
        service::apply_from(store, &place, &who, register, table, mapping, origin)
            .await
            .map_err(|error| said(texts, &error))?;
        let around = (wiring::surroundings(&program.identity).0)(place.body).await?;
        profile::findings::service::recompute(store, place.body, &who, around, "cli")
            .await
            .map_err(|error| said(texts, &error))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A refusal in words.
fn said(texts: &Texts, error: &ProfileError) -> anyhow::Error {
    let Some(key) = error.key() else { return anyhow!("{error}") };
    let mut args = texts::Args::new();
    args.set("n", error.n().unwrap_or_default());
    anyhow!(texts.format(Lang::It, key, &args))
}

fn report(
    texts: &Texts,
    headings: &[String],
    mapping: &Mapping,
    plan: &Plan,
    json: bool,
) -> anyhow::Result<()> {
    let wrong: Vec<_> = plan
        .problems()
        .iter()
        .map(|problem| {
            let mut args = texts::Args::new();
            args.set("row", problem.row);
            args.set("column", problem.column.clone());
            args.set("value", problem.value.clone());
            args.set("n", problem.n.unwrap_or_default());
            let text = texts.format(Lang::It, problem.key, &args);
            (problem.row, problem.column.clone(), problem.value.clone(), text)
        })
        .collect();
    if json {
        let problems: Vec<_> = wrong
            .iter()
            .map(|(row, column, value, text)| {
                serde_json::json!({"row": row, "column": column, "value": value, "message": text})
            })
            .collect();
        let answer = serde_json::json!({"new": plan.created, "changed": plan.changed,
            "unchanged": plan.unchanged, "wrong": plan.wrong, "problems": problems});
        println!("{}", serde_json::to_string_pretty(&answer)?);
        return Ok(());
    }
    for (heading, field) in headings.iter().zip(&mapping.0) {
        println!("  {heading} -> {}", field.as_deref().unwrap_or("(non usata)"));
    }
    for row in &plan.rows {
        if let Outcome::Changed(changes) = &row.outcome {
            for change in changes {
                println!(
                    "  riga {} {}: {} da «{}» a «{}»",
                    row.row, row.code, change.field, change.before, change.after
                );
            }
        }
    }
    for (.., text) in &wrong {
        println!("  {text}");
    }
    println!(
        "{} nuove, {} cambiate, {} uguali, {} sbagliate",
        plan.created, plan.changed, plan.unchanged, plan.wrong
    );
    if plan.wrong > 0 {
        println!("Niente è stato cambiato: correggi le righe sbagliate e riprova.");
    }
    Ok(())
}
