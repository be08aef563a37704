//! `agio`: the command line.

mod commands;

use std::process::ExitCode;

use clap::Parser;

/// Pages are made of many small texts, on several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match commands::run(commands::Cli::parse()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("agio: {error:#}");
            ExitCode::FAILURE
        }
    }
}
