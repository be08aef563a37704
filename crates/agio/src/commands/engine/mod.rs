//! The engines over files, so that anyone can compare them with other tools.

mod map;
mod select;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum EngineCommand {
    /// Choose projects within a budget. Example: agio engine select --rule mes --json città.pb
    Select(select::Select),
    /// Draw the map of opinions. Example: agio engine map --votes participants-votes.csv --json
    Map(map::Map),
}

/// Does what was asked; no database is needed.
pub fn run(command: EngineCommand) -> anyhow::Result<ExitCode> {
    match command {
        EngineCommand::Select(select) => select::run(&select),
        EngineCommand::Map(map) => map::run(&map),
    }
}
