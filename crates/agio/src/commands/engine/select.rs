//! `agio engine select`: counts `.pb` and PrefLib files.

use std::{path::PathBuf, process::ExitCode, time::Instant};

use anyhow::Context;
use clap::{Args, builder::PossibleValuesParser, builder::TypedValueParser};
use fair_selection::{
    Utility,
    report::{
        COMPLETIONS, CompletionWord, Options, RULES, RuleWord, TIES, TiesWord, UTILITIES, meaning,
        report,
    },
    result::ResultFile,
};

/// Takes one of the words of the engine and gives its meaning.
fn words<T>(words: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T> + use<T>
where
    T: Copy + Send + Sync + Default + 'static,
{
    PossibleValuesParser::new(words.iter().map(|word| word.0))
        .map(move |word| meaning(words, &word).unwrap_or_default())
}

#[derive(Debug, Args)]
pub struct Select {
    /// The rule.
    #[arg(long, default_value = "mes", value_parser = words(RULES))]
    rule: RuleWord,
    /// What a voter gains from a project. Equal shares: cost; otherwise votes, or points and
    /// places where the ballots have them.
    #[arg(long, value_parser = words(UTILITIES))]
    utility: Option<Utility>,
    /// What happens with the money that equal shares leave over.
    #[arg(long, default_value = "none", value_parser = words(COMPLETIONS))]
    completion: CompletionWord,
    /// How ties are settled.
    #[arg(long, default_value = "cost-votes-id", value_parser = words(TIES))]
    ties: TiesWord,
    /// One line of JSON for each file; without it, a few words.
    #[arg(long)]
    json: bool,
    /// Add rounds, payments, reasons and proofs.
    #[arg(long)]
    explain: bool,
    /// Write the result of a single file with its ballots, for `agio recount`.
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Files of Pabulib (.pb) or PrefLib (.soi .soc .toi .toc).
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub fn run(select: &Select) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(
        select.save.is_none() || select.files.len() == 1,
        "--save scrive un solo risultato: indicare un solo file"
    );
    let options = Options {
        rule: select.rule,
        utility: select.utility,
        completion: select.completion,
        ties: select.ties,
        explain: select.explain,
    };
    let start = Instant::now();
    let clock = || start.elapsed().as_secs_f64();
    let mut code = ExitCode::SUCCESS;
    for path in &select.files {
        let name = path.display().to_string();
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("agio: {name}: il file non si legge ({error})");
                code = ExitCode::FAILURE;
                continue;
            }
        };
        match report(&name, &bytes, &options, &clock) {
            Ok(report) => {
                if select.json {
                    tell!("{}", report.line);
                } else {
                    let outcome = &report.outcome;
                    tell!(
                        "{name}: scelti {} progetti su {}: {}",
                        outcome.selected.len(),
                        outcome.projects.len(),
                        outcome.selected.join(", ")
                    );
                }
                if let Some(file) = &select.save {
                    let result = ResultFile::new(&report.election, report.outcome);
                    std::fs::write(file, result.to_json())
                        .with_context(|| format!("{} non si scrive", file.display()))?;
                }
            }
            Err(error) => {
                eprintln!("agio: {name}: {}", error.italian());
                code = ExitCode::FAILURE;
            }
        }
    }
    Ok(code)
}
