//! The registers, the ideas and the whole profile as files, from the command line.

use std::{io::Write as _, path::PathBuf};

use agio::{config::Settings, paper, tables, wiring};
use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use documents::tables::{Cell, CsvStyle, Table, write_csv, write_xlsx};
use kernel::BodyId;
use profile::{export, import::Sheet};
use store::Store;
use texts::Lang;

use super::ready;

/// A format of a file.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
    Json,
    Pdf,
    Docx,
}

#[derive(Debug, Args)]
pub struct Export {
    /// What to write: servizi, basi-dati, collegamenti, schede, idee, or profilo (a document: pdf or docx).
    what: String,
    /// The body, by its word in addresses.
    #[arg(long)]
    body: String,
    /// Format of the file.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// The file to write; without it, standard output.
    #[arg(long)]
    out: Option<PathBuf>,
    /// As the office sees it: small numbers of people are written too.
    #[arg(long)]
    staff: bool,
}

/// Writes a register, the public ideas, or the profile as a document.
pub async fn export(settings: &Settings, asked: Export) -> anyhow::Result<()> {
    let program = wiring::Program::new(ready(settings).await?, settings, false)?;
    let found = program.identity.bodies().by_slug(&asked.body).await?;
    let found = found.context("questo ente non c'è: guarda agio body list")?;
    let bytes = if asked.what == "profilo" {
        document(&program, settings, &found, asked.format).await?
    } else {
        let table = table(&program, found.id, &asked).await?;
        match asked.format {
            Format::Csv => write_csv(&table, CsvStyle::OPEN_DATA)?,
            Format::Xlsx => write_xlsx(&table)?,
            Format::Json => json(&table)?,
            Format::Pdf | Format::Docx => bail!("in pdf e docx si esporta solo il profilo"),
        }
    };
    match asked.out {
        Some(path) => std::fs::write(&path, &bytes).with_context(|| path.display().to_string())?,
        None => match std::io::stdout().write_all(&bytes) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
            outcome => outcome?,
        },
    }
    Ok(())
}

async fn table(program: &wiring::Program, body: BodyId, asked: &Export) -> anyhow::Result<Table> {
    let store = program.identity.store();
    if asked.what == "idee" {
        return ideas(store, body).await;
    }
    let sheet = Sheet::parse(&asked.what)
        .context("si esportano: servizi, basi-dati, collegamenti, schede, idee, profilo")?;
    let reader = if asked.staff { export::Reader::Staff } else { export::Reader::Everybody };
    let texts = program.app.texts();
    let table = export::table(store, texts, Lang::It, body, sheet, reader).await?;
    Ok(tables::of_profile(table, store.clock().now().day()))
}

/// The profile as everybody may read it.
async fn document(
    program: &wiring::Program,
    settings: &Settings,
    body: &identity::Body,
    format: Format,
) -> anyhow::Result<Vec<u8>> {
    let texts = program.app.texts();
    let base = &settings.base_url;
    let report = paper::profile(&program.identity, texts, Lang::It, body, base).await?;
    let now = program.identity.store().clock().now().in_rome();
    let made = tokio::task::spawn_blocking(move || match format {
        Format::Pdf => Ok(Some(paper::pdf(report, &now)?)),
        Format::Docx => Ok(Some(paper::docx(&report, &now)?)),
        Format::Csv | Format::Xlsx | Format::Json => anyhow::Ok(None),
    });
    made.await??.context("il profilo si esporta in pdf o docx: aggiungi --format pdf")
}

/// A list of objects, one a row, under the headings of the table.
fn json(table: &Table) -> anyhow::Result<Vec<u8>> {
    let rows: Vec<serde_json::Map<String, serde_json::Value>> = table
        .rows
        .iter()
        .map(|row| {
            let cells = table.columns.iter().zip(row);
            cells.map(|(name, cell)| (name.clone(), value(cell))).collect()
        })
        .collect();
    Ok(serde_json::to_vec_pretty(&rows)?)
}

fn value(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Empty => serde_json::Value::Null,
        Cell::Text(text) => text.clone().into(),
        Cell::Integer(n) | Cell::Money(n) => (*n).into(),
        Cell::Decimal(n, _) => (*n).into(),
        Cell::Day(day) => day.to_string().into(),
    }
}

async fn ideas(store: &Store, body: BodyId) -> anyhow::Result<Table> {
    const PIECE: i64 = 1000;
    let columns = [
        "numero",
        "titolo",
        "testo",
        "per_chi",
        "aree",
        "comune",
        "stato",
        "sostegni",
        "pubblicata",
    ];
    let (mut rows, mut after) = (Vec::new(), 0);
    loop {
        let piece = participation::store::exported(store, body, after, PIECE).await?;
        let Some(last) = piece.last() else { break };
        after = last.number;
        rows.extend(piece.into_iter().map(|idea| {
            vec![
                Cell::Integer(idea.number),
                Cell::text(idea.title),
                Cell::text(idea.text),
                Cell::text(idea.for_whom),
                Cell::text(idea.areas.replace(' ', ";")),
                Cell::text(idea.municipality),
                Cell::text(idea.state),
                Cell::Integer(idea.supports),
                Cell::Day(kernel::Instant(idea.published_at).day()),
            ]
        }));
    }
    Ok(Table {
        title: "Idee".into(),
        day: store.clock().now().day(),
        columns: columns.map(str::to_owned).into(),
        rows,
    })
}
