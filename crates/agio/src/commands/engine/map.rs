//! `agio engine map`: published votes in, the map of opinions out.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;
use clap::{Args, ValueEnum};
use opinion_map::read::ReadError;
use opinion_map::report::{Report, report};
use opinion_map::{Conversation, Mode, Params, map, read};

#[derive(Debug, Args)]
pub struct Map {
    /// Votes: participants-votes.csv (a row a person) or votes.csv (a row a vote).
    #[arg(long, value_name = "FILE.csv")]
    votes: PathBuf,
    /// Statements with their moderation: comments.csv.
    #[arg(long, value_name = "FILE.csv")]
    comments: Option<PathBuf>,
    /// Our mathematics, or those of the production system of Polis.
    #[arg(long, value_enum, default_value_t)]
    mode: Mathematics,
    /// Answer in JSON: one object.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Mathematics {
    #[default]
    Stable,
    Compatible,
}

pub fn run(arguments: &Map) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    let mut builder = Conversation::builder();
    let votes = open(&arguments.votes)?;
    read::read_votes(votes, &mut builder).map_err(|error| wrong(&arguments.votes, &error))?;
    if let Some(path) = &arguments.comments {
        read::read_comments(open(path)?, &mut builder).map_err(|error| wrong(path, &error))?;
    }
    let conversation = builder.build();
    let read_seconds = began.elapsed().as_secs_f64();
    let mode = match arguments.mode {
        Mathematics::Stable => Mode::Stable,
        Mathematics::Compatible => Mode::Compatible,
    };
    let began = Instant::now();
    let drawn = map(&conversation, &Params::new(mode), None);
    let report = report(&drawn, began.elapsed().as_secs_f64(), read_seconds);
    if arguments.json {
        tell!("{}", serde_json::to_string(&report)?);
    } else {
        tell!("{}", in_words(&report));
    }
    Ok(ExitCode::SUCCESS)
}

fn open(path: &Path) -> anyhow::Result<File> {
    File::open(path).with_context(|| {
        format!("{} non si apre: controlla che il file esista e si possa leggere", path.display())
    })
}

fn in_words(report: &Report) -> String {
    let sizes: Vec<String> =
        report.groups.iter().map(|group| group.members.len().to_string()).collect();
    format!(
        "{} persone, {} affermazioni, {} voti: {} gruppi ({} persone)\nimpronta {}\nCon --json l'intera mappa.",
        report.participants,
        report.statements,
        report.votes,
        report.k,
        sizes.join(", "),
        report.hash
    )
}

/// What is wrong with a file and how to mend it.
fn wrong(path: &Path, error: &ReadError) -> anyhow::Error {
    let what = match error {
        ReadError::Layout { missing, found } => format!(
            "riga 1: manca la colonna \"{missing}\" (ci sono: {found}). Servono le colonne di \
             participants-votes.csv, votes.csv o comments.csv"
        ),
        ReadError::RepeatedStatement { statement } => {
            format!("riga 1: l'affermazione {statement} ha due colonne: togline una")
        }
        ReadError::Number { line, column, text } => {
            format!(
                "riga {line}, colonna \"{column}\": \"{text}\" non è un numero intero: correggi il valore"
            )
        }
        ReadError::Vote { line, column, text } => format!(
            "riga {line}, colonna \"{column}\": \"{text}\" non è un voto: scrivi 1 (d'accordo), \
             -1 (contrario) o 0 (passo)"
        ),
        ReadError::RepeatedParticipant { line, first_line, participant } => format!(
            "riga {line}: la persona {participant} è già alla riga {first_line}: lascia una riga sola"
        ),
        ReadError::Csv { line, cause } => {
            format!("riga {line}: non è una riga CSV ({cause}): controlla separatori e virgolette")
        }
        other => other.to_string(),
    };
    anyhow::anyhow!("{}: {what}", path.display())
}
