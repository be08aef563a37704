//! `agio recount`: counts a published result again and compares.

use std::{path::Path, process::ExitCode};

use anyhow::Context;
use fair_selection::result::ResultFile;

/// Counts again every result in the file; the code is 1 when one differs.
pub fn run(path: &Path) -> anyhow::Result<ExitCode> {
    let name = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("{name}: il file non si legge"))?;
    let files =
        ResultFile::read_all(&bytes).map_err(|e| anyhow::anyhow!("{name}: {}", e.italian()))?;
    let mut code = ExitCode::SUCCESS;
    for (number, file) in (1..).zip(&files) {
        let differences =
            file.recount().map_err(|error| anyhow::anyhow!("{name}: {}", error.italian()))?;
        let voters: u64 = file.ballots.iter().map(|ballot| ballot.voters).sum();
        let which = if files.len() > 1 { format!("risultato {number}: ") } else { String::new() };
        if differences.is_empty() {
            tell!(
                "{which}il riconteggio dà lo stesso risultato: {voters} schede, {} progetti scelti, \
                 impronta {}",
                file.outcome.selected.len(),
                file.hash
            );
        } else {
            code = ExitCode::from(1);
            tell!("{which}il riconteggio NON dà lo stesso risultato:");
            for difference in differences {
                tell!("- {}", difference.italian());
            }
        }
    }
    Ok(code)
}
