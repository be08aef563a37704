//! What a file would do to the register, row by row, before anything is saved.

use std::collections::HashMap;

use kernel::id::Uuid;
use sha2::{Digest, Sha256};

use super::{Choices, Sheet, mapping::MappingFault, read::Table};
use crate::{
    fields::{Fault, Kind, code_from_name},
    import::Mapping,
    model::{Register, Values},
};

/// What a spreadsheet writes where a formula failed.
const BROKEN_CELLS: [&str; 8] =
    ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA"];

/// One thing wrong in a row; its message takes `row`, `column`, `value` and `n`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Number of the row as the spreadsheet shows it.
    pub row: usize,
    /// Heading of the column.
    pub column: String,
    /// What is written there, shortened.
    pub value: String,
    /// The key of the message.
    pub key: &'static str,
    /// A limit, or the number of another row.
    pub n: Option<i64>,
}

/// One field that the file would change.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// The field.
    pub field: &'static str,
    /// Its kept value.
    pub before: String,
    /// The value it would get.
    pub after: String,
    /// Whether it is accepted.
    pub accepted: bool,
}

/// What would come of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A record that does not exist yet.
    New,
    /// A record of which these fields would change.
    Changed(Vec<Change>),
    /// A record that is already so.
    Unchanged,
    /// Nothing can be saved until this is mended.
    Wrong(Vec<Problem>),
}

/// One row of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowReport {
    /// Number of the row as the spreadsheet shows it.
    pub row: usize,
    /// The stable key of the record.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What would come of it.
    pub outcome: Outcome,
    /// Whether something of it is accepted; what is not is left as it is.
    pub accepted: bool,
}

/// The report of a whole file.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Every row, in the order of the file.
    pub rows: Vec<RowReport>,
    /// How many are new.
    pub created: usize,
    /// How many would change.
    pub changed: usize,
    /// How many are already so.
    pub unchanged: usize,
    /// How many are wrong.
    pub wrong: usize,
    /// How many are left out because somebody unticked them.
    pub left_out: usize,
    /// Seal of the report: applying asks for it, so that what is saved is what was shown.
    pub fingerprint: String,
    pub(crate) writes: Vec<Write>,
}

impl Plan {
    /// Everything that is wrong, in the order of the file.
    pub fn problems(&self) -> Vec<Problem> {
        self.rows
            .iter()
            .filter(|row| row.accepted)
            .filter_map(|row| match &row.outcome {
                Outcome::Wrong(problems) => Some(problems),
                _ => None,
            })
            .flatten()
            .cloned()
            .collect()
    }
}

/// One record to be saved.
#[derive(Debug, Clone)]
pub(crate) struct Write {
    /// The record it replaces, with its version.
    pub existing: Option<(Uuid, i64)>,
    pub values: Values,
    pub seal: String,
    /// Where the kept values came from.
    pub origins: String,
    /// The fields the file speaks of, or changes in a record there is.
    pub fields: Vec<&'static str>,
}

/// One row read by the rules of the fields, not yet compared with the register.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub row: usize,
    pub code: String,
    pub name: String,
    /// For each field of the sheet its new value, or none when the file does not speak of it.
    pub values: Vec<Option<String>>,
    pub seal: String,
    pub problems: Vec<Problem>,
}

/// A record of the register as far as the comparison needs it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub id: Uuid,
    pub version: i64,
    pub row_seal: String,
    /// Left out while the seal says that the row has not changed.
    pub values: Option<Values>,
    /// Where its values came from; read together with them.
    pub origins: String,
}

/// Reads every row by the rules of the fields.
pub(crate) fn candidates(
    sheet: Sheet,
    table: &Table,
    mapping: &Mapping,
) -> Result<Vec<Candidate>, MappingFault> {
    let places = mapping.resolve(sheet, table.headings.len())?;
    let mut reader = RowReader { sheet, table, places, remembered: HashMap::new() };
    let mut first_row: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::with_capacity(table.lines.len());
    for line in &table.lines {
        let mut candidate = reader.read(line.number, &line.cells);
        if !candidate.code.is_empty() {
            if let Some(first) = first_row.get(&candidate.code) {
                let key = texts::key!("profile-row-twice");
                let code_column = ["code", "name", "database_code"]
                    .into_iter()
                    .find_map(|field| reader.heading_of(field));
                candidate.problems.push(Problem {
                    row: line.number,
                    column: code_column.unwrap_or_default(),
                    value: candidate.code.clone(),
                    key,
                    n: Some(*first as i64),
                });
            } else {
                first_row.insert(candidate.code.clone(), line.number);
            }
        }
        found.push(candidate);
    }
    Ok(found)
}

struct RowReader<'a> {
    sheet: Sheet,
    table: &'a Table,
    /// For each field its column.
    places: Vec<Option<usize>>,
    /// Codes recognised before: the same words return in thousands of rows.
    remembered: HashMap<(usize, String), Result<String, Fault>>,
}

impl RowReader<'_> {
    fn heading_of(&self, field: &str) -> Option<String> {
        let column = self.places[self.sheet.position(field)?]?;
        self.table.headings.get(column).cloned()
    }

    fn read_field(&mut self, at: usize, written: &str) -> Result<String, Fault> {
        let field = &self.sheet.fields()[at];
        match field.kind {
            Kind::Term(_)
            | Kind::Terms(_)
            | Kind::Choice(_)
            | Kind::Choose(_)
            | Kind::Platforms => {
                let key = (at, written.to_owned());
                if let Some(known) = self.remembered.get(&key) {
                    return known.clone();
                }
                let value = field.read(written);
                self.remembered.insert(key, value.clone());
                value
            }
            _ => field.read(written),
        }
    }

    fn read(&mut self, row: usize, cells: &[String]) -> Candidate {
        let sheet = self.sheet;
        let fields = sheet.fields();
        let mut values = vec![None; fields.len()];
        let mut problems = Vec::new();
        let mut seal = Sha256::new();
        for at in 0..fields.len() {
            let Some(column) = self.places[at] else { continue };
            let written = cells.get(column).map_or("", String::as_str);
            if self.table.sparse && !fields[at].required && written.trim().is_empty() {
                continue;
            }
            let read = self.read_field(at, written);
            let wrong = |key, n| Problem {
                row,
                column: self.table.headings.get(column).cloned().unwrap_or_default(),
                value: shorten(written),
                key,
                n,
            };
            if BROKEN_CELLS.contains(&written.trim()) {
                problems.push(wrong(texts::key!("profile-row-broken-cell"), None));
                continue;
            }
            match read {
                Ok(value) => {
                    seal.update(fields[at].name);
                    seal.update([0]);
                    seal.update(&value);
                    seal.update([0]);
                    values[at] = Some(value);
                }
                Err(fault) => problems.push(wrong(fault.row_key(), fault.limit())),
            }
        }
        if let Some((at, cell)) = cells
            .iter()
            .enumerate()
            .skip(self.table.headings.len())
            .find(|(_, cell)| !cell.trim().is_empty())
        {
            problems.push(Problem {
                row,
                column: (at + 1).to_string(),
                value: shorten(cell),
                key: texts::key!("profile-row-no-heading"),
                n: None,
            });
        }
        let value_of = |field: &str| {
            sheet.position(field).and_then(|at| values[at].clone()).unwrap_or_default()
        };
        let (name, code) = if sheet == Sheet::Links {
            let ends = (value_of("service_code"), value_of("database_code"));
            let whole = !ends.0.is_empty() && !ends.1.is_empty();
            (String::new(), if whole { format!("{} → {}", ends.0, ends.1) } else { String::new() })
        } else {
            let name = value_of("name");
            let code = self.code(row, &value_of("code"), &name, &mut values, &mut problems);
            (name, code)
        };
        Candidate { row, code, name, values, seal: hex::encode(seal.finalize()), problems }
    }

    /// The key of a row: its code, or without a column of codes the one its name gives.
    fn code(
        &self,
        row: usize,
        code: &str,
        name: &str,
        values: &mut [Option<String>],
        problems: &mut Vec<Problem>,
    ) -> String {
        if !code.is_empty() {
            return code.to_owned();
        }
        let Some(at) = self.sheet.position("code") else { return String::new() };
        if let Some(heading) = self.heading_of("code") {
            if !problems.iter().any(|problem| problem.column == heading) {
                let key = texts::key!("profile-row-missing");
                problems.push(Problem { row, column: heading, value: String::new(), key, n: None });
            }
            return String::new();
        }
        let made = code_from_name(name);
        if made.is_empty() && !name.is_empty() {
            let key = texts::key!("profile-row-name-without-letters");
            let column = self.heading_of("name").unwrap_or_default();
            problems.push(Problem { row, column, value: shorten(name), key, n: None });
        }
        values[at] = Some(made.clone());
        made
    }
}

fn shorten(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Compares rows with the register; `refused` is what else is wrong, by the number of the row.
pub(crate) fn compare(
    register: Register,
    candidates: &[Candidate],
    known: &HashMap<String, Known>,
    choices: &Choices,
    refused: &HashMap<usize, Problem>,
) -> Plan {
    let mut writes = Vec::new();
    let mut plan = report(candidates, choices, |candidate| {
        let known = known.get(&candidate.code);
        let outcome = match refused.get(&candidate.row) {
            Some(more) => {
                Outcome::Wrong(candidate.problems.iter().chain([more]).cloned().collect())
            }
            None => judge(register, candidate, known, choices, &mut writes),
        };
        (candidate.name.clone(), outcome)
    });
    plan.writes = writes;
    plan
}

/// Counts and seals what was judged of each row.
pub(crate) fn report(
    candidates: &[Candidate],
    choices: &Choices,
    mut judge: impl FnMut(&Candidate) -> (String, Outcome),
) -> Plan {
    let mut plan = Plan {
        rows: Vec::with_capacity(candidates.len()),
        created: 0,
        changed: 0,
        unchanged: 0,
        wrong: 0,
        left_out: 0,
        fingerprint: String::new(),
        writes: Vec::new(),
    };
    let mut fingerprint = Sha256::new();
    for candidate in candidates {
        let (name, outcome) = judge(candidate);
        let accepted = !choices.refuses_row(candidate.row)
            && match &outcome {
                Outcome::Changed(changes) => changes.iter().any(|change| change.accepted),
                _ => true,
            };
        let (letter, count) = match (&outcome, accepted) {
            (Outcome::Unchanged, _) => ("u", &mut plan.unchanged),
            (_, false) => ("l", &mut plan.left_out),
            (Outcome::New, _) => ("n", &mut plan.created),
            (Outcome::Changed(_), _) => ("c", &mut plan.changed),
            (Outcome::Wrong(_), _) => ("w", &mut plan.wrong),
        };
        *count += 1;
        fingerprint.update(letter);
        fingerprint.update(&candidate.code);
        fingerprint.update([0]);
        fingerprint.update(&candidate.seal);
        if let Outcome::Changed(changes) = &outcome {
            for change in changes {
                fingerprint.update(&change.before);
                fingerprint.update([0, u8::from(change.accepted)]);
            }
        }
        plan.rows.push(RowReport {
            row: candidate.row,
            code: candidate.code.clone(),
            name,
            outcome,
            accepted,
        });
    }
    for column in &choices.columns {
        fingerprint.update(column);
        fingerprint.update([0]);
    }
    plan.fingerprint = hex::encode(fingerprint.finalize());
    plan
}

fn judge(
    register: Register,
    candidate: &Candidate,
    known: Option<&Known>,
    choices: &Choices,
    writes: &mut Vec<Write>,
) -> Outcome {
    if !candidate.problems.is_empty() {
        return Outcome::Wrong(candidate.problems.clone());
    }
    let wanted = !choices.refuses_row(candidate.row);
    let Some(known) = known else {
        let fields = register.fields().iter().zip(&candidate.values);
        let mut whole = true;
        let values = fields.map(|(field, value)| {
            let refused = !field.required
                && field.name != "code"
                && value.as_ref().is_some_and(|value| !value.is_empty())
                && choices.columns.contains(field.name);
            whole &= !refused;
            if refused { String::new() } else { value.clone().unwrap_or_default() }
        });
        let mut values = Values(values.collect());
        register.settle(&mut values);
        if wanted {
            // A seal says that the whole row is kept: what was left out must be offered again.
            let seal = if whole { candidate.seal.clone() } else { String::new() };
            let filled =
                register.fields().iter().zip(&values.0).filter(|(_, value)| !value.is_empty());
            let fields = filled.map(|(field, _)| field.name).collect();
            let origins = String::new();
            writes.push(Write { existing: None, values, seal, origins, fields });
        }
        return Outcome::New;
    };
    let Some(kept) = &known.values else { return Outcome::Unchanged };
    // What the file would make of the record, then what is accepted of it.
    let mut offered = kept.clone();
    for (kept, after) in offered.0.iter_mut().zip(&candidate.values) {
        if let Some(after) = after {
            kept.clone_from(after);
        }
    }
    register.settle(&mut offered);
    let (mut merged, mut changes) = (kept.clone(), Vec::new());
    for (at, field) in register.fields().iter().enumerate() {
        let (before, after) = (&kept.0[at], &offered.0[at]);
        if before != after {
            let accepted = wanted && !choices.refuses(candidate.row, field.name, before);
            if accepted {
                merged.0[at].clone_from(after);
            }
            let (before, after) = (before.clone(), after.clone());
            changes.push(Change { field: field.name, before, after, accepted });
        }
    }
    if changes.is_empty() {
        return Outcome::Unchanged;
    }
    let accepted = changes.iter().filter(|change| change.accepted);
    let fields: Vec<_> = accepted.map(|change| change.field).collect();
    if !fields.is_empty() {
        register.settle(&mut merged);
        let whole = fields.len() == changes.len();
        let seal = if whole { candidate.seal.clone() } else { String::new() };
        let (existing, origins) = (Some((known.id, known.version)), known.origins.clone());
        writes.push(Write { existing, values: merged, seal, origins, fields });
    }
    Outcome::Changed(changes)
}
