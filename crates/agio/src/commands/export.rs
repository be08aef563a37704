//! The registers and the ideas as files, from the command line.

use std::{io::Write as _, path::PathBuf};

use agio::{config::Settings, tables, wiring};
use anyhow::Context;
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
}

#[derive(Debug, Args)]
pub struct Export {
    /// What to write: servizi, basi-dati, collegamenti, schede or idee.
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

/// Writes a register or the public ideas.
pub async fn export(settings: &Settings, asked: Export) -> anyhow::Result<()> {
    let program = wiring::Program::new(ready(settings).await?, settings, false)?;
    let found = program.identity.bodies().by_slug(&asked.body).await?;
    let body = found.context("questo ente non c'è: guarda agio body list")?.id;
    let store = program.identity.store();
    let table = if asked.what == "idee" {
        ideas(store, body).await?
    } else {
        let sheet = Sheet::parse(&asked.what)
            .context("si esportano: servizi, basi-dati, collegamenti, schede, idee")?;
        let reader = if asked.staff { export::Reader::Staff } else { export::Reader::Everybody };
        let texts = program.app.texts();
        let table = export::table(store, texts, Lang::It, body, sheet, reader).await?;
        tables::of_profile(table, store.clock().now().day())
    };
    let bytes = match asked.format {
        Format::Csv => write_csv(&table, CsvStyle::OPEN_DATA)?,
        Format::Xlsx => write_xlsx(&table)?,
        Format::Json => json(&table)?,
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
