//! Data in and out from the command line.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use agio::{config::Settings, wiring};
use anyhow::{Context, anyhow};
use clap::Args;
use kernel::Principal;
use profile::{
    ProfileError,
    fetch::{self, Reach, client::Limits},
    import::{
        Mapping, Outcome, Plan, Sheet, Table,
        read::{self, Options},
        source::recognise,
    },
    service::{self, ImportSource, Place},
};
use texts::{Lang, Texts};

use super::ready;

#[derive(Debug, Args)]
pub struct Import {
    /// What the rows are: servizi, basi-dati, collegamenti or schede (the zone plan).
    register: String,
    /// The file: CSV (any encoding and separator), XLSX or ODS. For services also another directory's
    /// HSDS (JSON) or CPSV-AP (RDF), pages of a municipal site (HTML), a ZIP or a folder of these, or
    /// an https address.
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
    let options = Options { sheet: asked.sheet, header: asked.header, encoding: asked.encoding };
    let (origin, table) =
        source(register, &asked.file, options).await?.map_err(|refusal| said(texts, &refusal))?;
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

/// The rows of a file or folder, with where they come from.
async fn source(
    sheet: Sheet,
    path: &Path,
    options: Options,
) -> anyhow::Result<Result<(ImportSource, Arc<Table>), ProfileError>> {
    if let Some(address) = path.to_str().filter(|path| path.contains("://")) {
        return Ok(fetched(sheet, address).await);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut files = Vec::new();
    files_of(path, &mut files).with_context(|| path.display().to_string())?;
    let rows = path.is_file() && files.iter().all(|bytes| recognise(bytes).is_none());
    if let (true, [bytes]) = (rows, files.as_slice()) {
        let origin = ImportSource::sheet(&name, bytes);
        let table = read::read_for(sheet, bytes, &options);
        return Ok(table.map(|table| (origin, Arc::new(table))).map_err(ProfileError::from));
    }
    let made = service::from_files(sheet, &name, files, "").await;
    Ok(made.map(|(origin, table)| (origin, Arc::new(table))))
}

/// The rows of what is at an address.
async fn fetched(sheet: Sheet, address: &str) -> Result<(ImportSource, Arc<Table>), ProfileError> {
    let url = fetch::address::parse(address).map_err(ProfileError::Fetch)?;
    let fetched = fetch::client::fetch(&url, &Reach::public(), Limits::default()).await;
    let fetched = fetched.map_err(ProfileError::Fetch)?;
    let made = service::from_files(sheet, address, fetched.files, &fetched.address).await;
    made.map(|(origin, table)| (origin, Arc::new(table)))
}

/// Reads a file, or the files of a folder and of those below it in the order of their names.
fn files_of(path: &Path, files: &mut Vec<Vec<u8>>) -> std::io::Result<()> {
    if !path.is_dir() {
        files.push(std::fs::read(path)?);
        return Ok(());
    }
    let mut inside: Vec<_> = std::fs::read_dir(path)?.collect::<Result<_, _>>()?;
    inside.sort_by_key(std::fs::DirEntry::file_name);
    for entry in inside {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // A link to a folder could lead round in circles.
        if !hidden && !entry.file_type()?.is_symlink() {
            files_of(&entry.path(), files)?;
        }
    }
    Ok(())
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
