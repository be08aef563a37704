//! What can be asked on the command line, and who answers.

/// Prints a line; a reader that has seen enough (`| head`) is no failure.
macro_rules! tell {
    ($($line:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($line)*);
    }};
}

mod care;
mod data;
mod engine;
mod export;
mod people;
mod recount;
mod serve;

use std::{path::PathBuf, process::ExitCode};

use agio::{
    config::Settings,
    demo::crowd::{self, Size},
    wiring,
};
use anyhow::Context;
use clap::{Parser, Subcommand};
use store::{Store, migrate};

#[derive(Debug, Parser)]
#[command(
    name = "agio",
    version,
    about = "Agenda Sociale Locale: dal profilo dei servizi all'Agenda, insieme alle persone."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the program. Example: agio serve --demo
    Serve {
        /// Load the demo town when the database is empty, and show the demo's pages.
        #[arg(long)]
        demo: bool,
    },
    /// Load demo data into an empty database. Example: AGIO_DATA=/tmp/prova agio demo --size region
    Demo {
        /// How much of it.
        #[arg(long, value_enum, default_value_t = Size::Small)]
        size: Size,
        /// For `region`: how many bodies.
        #[arg(long, default_value_t = crowd::BODIES, value_parser = clap::value_parser!(u16).range(1..=999))]
        bodies: u16,
        /// Answer in JSON; for `bench`, what a measuring tool needs.
        #[arg(long)]
        json: bool,
    },
    /// Bring the tables up to date. Example: agio migrate --rehearse
    Migrate {
        /// Try it on a copy first and change nothing (embedded database).
        #[arg(long)]
        rehearse: bool,
    },
    /// Bodies. Example: agio body add comune-di-esempio "Comune di Esempio" --kind municipality
    Body {
        #[command(subcommand)]
        command: people::BodyCommand,
    },
    /// People with an account. Example: agio user add anna@comune.it "Anna" --password-file /run/secret
    User {
        #[command(subcommand)]
        command: people::UserCommand,
    },
    /// Bring a spreadsheet or another directory in, all or nothing. Example: agio import servizi servizi.xlsx --body rimini --dry-run
    Import(data::Import),
    /// Write a register, the public ideas or the profile. Example: agio export servizi --body rimini --format xlsx --out servizi.xlsx
    Export(export::Export),
    /// Print the description of the API (OpenAPI 3.1). Example: agio openapi > agio.json
    Openapi,
    /// Copy the database into a file, checked before it counts. Example: agio backup /var/backups/agio.db
    Backup {
        /// The new file.
        file: PathBuf,
    },
    /// Put a copy in the place of the database; the program must be stopped. Example: agio restore /var/backups/agio.db
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Check configuration, disk, database, clock and e-mail, and say what to mend.
    Doctor {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
    /// The engines over files. Example: agio engine select --rule mes --json città.pb
    Engine {
        #[command(subcommand)]
        command: engine::EngineCommand,
    },
    /// Count a published result again and compare. Example: agio recount giornata-1.json
    Recount {
        /// A result file.
        file: PathBuf,
    },
    /// The audit log. Example: agio audit verify
    Audit {
        #[command(subcommand)]
        command: care::AuditCommand,
    },
}

/// Does what was asked; the code says how it went.
pub async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    // Engines need no configuration: they work where nothing is set up.
    let command = match cli.command {
        Command::Engine { command } => return engine::run(command),
        Command::Recount { file } => return recount::run(&file),
        other => other,
    };
    let settings = Settings::load()?;
    match command {
        Command::Engine { .. } | Command::Recount { .. } => {}
        Command::Serve { demo } => serve::serve(&settings, demo).await?,
        Command::Demo { size, bodies, json } => serve::demo(&settings, size, bodies, json).await?,
        Command::Migrate { rehearse } => care::migrate_tables(&settings, rehearse).await?,
        Command::Body { command } => people::body(&settings, command).await?,
        Command::User { command } => people::user(&settings, command).await?,
        Command::Import(import) => return data::import(&settings, import).await,
        Command::Export(export) => export::export(&settings, export).await?,
        Command::Openapi => tell!("{}", agio::openapi::document().to_pretty_json()?),
        Command::Backup { file } => care::back_up(&settings, &file).await?,
        Command::Restore { file } => care::restore(&settings, &file).await?,
        Command::Doctor { json } => return care::doctor(&settings, json).await,
        Command::Audit { command: care::AuditCommand::Verify { json } } => {
            return care::verify(&settings, json).await;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The database with its tables and official lists up to date.
async fn ready(settings: &Settings) -> anyhow::Result<Store> {
    let store = wiring::open(settings).await?;
    migrate::up(&store, &wiring::migrations()).await.context("le tabelle non si aggiornano")?;
    let lists = profile::vocabularies::service::seed(&store).await;
    lists.context("gli elenchi ufficiali non si aggiornano")?;
    Ok(store)
}
