//! The engines over files, so that anyone can compare them with other tools.

mod map;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum EngineCommand {
    /// Draw the map of opinions. Example: agio engine map --votes participants-votes.csv --json
    Map(map::Map),
}

/// Does what was asked; no database is needed.
pub fn run(command: EngineCommand) -> anyhow::Result<ExitCode> {
    match command {
        EngineCommand::Map(map) => map::run(&map),
    }
}
