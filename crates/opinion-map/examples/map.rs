//! Draws the map of published votes: `map --votes FILE.csv [--comments FILE.csv] [--mode MODE]`.

use std::fs::File;
use std::path::PathBuf;
use std::time::Instant;

use opinion_map::{Conversation, Mode, Params, map, read, report};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut votes, mut comments, mut mode) = (None, None, Mode::Stable);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or("each option wants a value")?;
        match name.as_str() {
            "--votes" => votes = Some(PathBuf::from(value)),
            "--comments" => comments = Some(PathBuf::from(value)),
            "--mode" if value == "compatible" => mode = Mode::Compatible,
            "--mode" if value == "stable" => mode = Mode::Stable,
            _ => return Err(format!("{name} {value}?").into()),
        }
    }
    let began = Instant::now();
    let mut builder = Conversation::builder();
    read::read_votes(File::open(votes.ok_or("--votes FILE.csv")?)?, &mut builder)?;
    if let Some(comments) = comments {
        read::read_comments(File::open(comments)?, &mut builder)?;
    }
    let conversation = builder.build();
    let read_seconds = began.elapsed().as_secs_f64();
    let began = Instant::now();
    let map = map(&conversation, &Params::new(mode), None);
    let seconds = began.elapsed().as_secs_f64();
    let report = report::report(&map, seconds, read_seconds);
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}
