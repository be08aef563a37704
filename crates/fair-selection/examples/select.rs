//! Counts files and prints one JSON line for each, as `agio engine select` does:
//!
//! `cargo run --release -p fair-selection --example select -- --rule mes --ties id FILE.pb…`
//!
//! `--repeat N` counts each file N times and prints the least times.

use std::time::Instant;

use fair_selection::report::{COMPLETIONS, Options, RULES, TIES, UTILITIES, meaning, report};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::default();
    let (mut files, mut repeat) = (Vec::new(), 1_u32);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        let unknown = |word: &str| format!("{word:?} is not known");
        match argument.as_str() {
            "--json" => {}
            "--explain" => options.explain = true,
            "--rule" => {
                let word = value()?;
                options.rule = meaning(RULES, &word).ok_or_else(|| unknown(&word))?;
            }
            "--utility" => {
                let word = value()?;
                options.utility = Some(meaning(UTILITIES, &word).ok_or_else(|| unknown(&word))?);
            }
            "--completion" => {
                let word = value()?;
                options.completion = meaning(COMPLETIONS, &word).ok_or_else(|| unknown(&word))?;
            }
            "--ties" => {
                let word = value()?;
                options.ties = meaning(TIES, &word).ok_or_else(|| unknown(&word))?;
            }
            "--repeat" => repeat = value()?.parse()?,
            _ => files.push(argument),
        }
    }
    let start = Instant::now();
    let clock = || start.elapsed().as_secs_f64();
    for file in files {
        let bytes = std::fs::read(&file)?;
        let mut best = report(&file, &bytes, &options, &clock)?.line;
        for _ in 1..repeat {
            let again = report(&file, &bytes, &options, &clock)?.line;
            for part in ["read", "count", "explain"] {
                let time = &again["seconds"][part];
                if time.as_f64() < best["seconds"][part].as_f64() {
                    best["seconds"][part] = time.clone();
                }
            }
        }
        println!("{best}");
    }
    Ok(())
}
