//! What a table would do to a classification, term by term, before anything is saved. Pure.
//!
//! A table is one version. Its rows are compared by code: added, changed, closed, unchanged, wrong. A
//! code that was closed is never given again: a row that opens it is wrong.

use std::collections::{HashMap, HashSet};

use kernel::clock::parse_day;
use sha2::{Digest as _, Sha256};
use tables::Table;

use super::model::Term;
use crate::{
    fields::{is_address, plain},
    import::Problem,
    structured::read_term_code,
};

/// Terms of one classification at most.
pub const MOST: usize = 20_000;

/// Characters of a label at most.
pub const LABEL: usize = 300;

/// The columns of a table, each with the headings people write, folded to plain words.
pub const COLUMNS: [(&str, &[&str]); 8] = [
    ("code", &["codice", "code", "cod", "codice voce"]),
    (
        "label_it",
        &[
            "etichetta",
            "label it",
            "etichetta italiana",
            "voce",
            "nome",
            "denominazione",
            "termine",
            "label",
            "name",
        ],
    ),
    ("label_en", &["label en", "etichetta in inglese", "etichetta inglese", "label in english"]),
    ("parent", &["voce superiore", "parent", "codice padre", "padre", "wider term"]),
    ("uri", &["indirizzo", "uri", "address"]),
    ("valid_from", &["valida dal", "valid from", "valido dal", "dal"]),
    ("valid_until", &["chiusa dal", "valid until", "chiuso dal", "closed from"]),
    ("replaced_by", &["sostituita da", "replaced by", "sostituito da"]),
];

const CODE: usize = 0;
const LABEL_IT: usize = 1;
const PARENT: usize = 3;
const URI: usize = 4;
const FROM: usize = 5;
const UNTIL: usize = 6;
const REPLACED: usize = 7;

/// How many headings of a row are columns of ours.
pub fn known(headings: &[String]) -> usize {
    places(headings).iter().flatten().count()
}

/// For each column of ours its place in the table.
fn places(headings: &[String]) -> [Option<usize>; COLUMNS.len()] {
    let folded: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    COLUMNS.map(|(_, words)| {
        words.iter().find_map(|word| folded.iter().position(|heading| heading == word))
    })
}

/// What comes of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A code that was never given.
    Added,
    /// These columns change: column, before, after.
    Changed(Vec<(&'static str, String, String)>),
    /// It may no longer be given; `true` when the table does not name it any more.
    Closed(bool),
    /// It is already so.
    Unchanged,
    /// Nothing can be saved until this is mended.
    Wrong(Vec<Problem>),
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Number of the row as the spreadsheet shows it; 0 for a term that the table does not name.
    pub row: usize,
    /// The term's code.
    pub code: String,
    /// Its Italian label.
    pub label: String,
    /// What comes of it.
    pub outcome: Outcome,
}

/// The report of a whole table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Every term that the table names, in its order, then those it no longer names.
    pub terms: Vec<Report>,
    /// How many are new.
    pub added: usize,
    /// How many change.
    pub changed: usize,
    /// How many close.
    pub closed: usize,
    /// How many are already so.
    pub unchanged: usize,
    /// How many are wrong.
    pub wrong: usize,
    /// Seal of the report: applying asks for it, so that what is saved is what was shown.
    pub fingerprint: String,
    pub(super) new: Vec<Term>,
    pub(super) set: Vec<Term>,
}

impl Plan {
    /// Everything that is wrong, in the order of the table.
    pub fn problems(&self) -> Vec<Problem> {
        let wrong = self.terms.iter().filter_map(|term| match &term.outcome {
            Outcome::Wrong(problems) => Some(problems.clone()),
            _ => None,
        });
        wrong.flatten().collect()
    }

    /// Whether applying would change something.
    pub const fn changes(&self) -> bool {
        self.added + self.changed + self.closed > 0
    }

    fn count(&mut self, report: Report) {
        let n = match &report.outcome {
            Outcome::Added => &mut self.added,
            Outcome::Changed(_) => &mut self.changed,
            Outcome::Closed(_) => &mut self.closed,
            Outcome::Unchanged => &mut self.unchanged,
            Outcome::Wrong(_) => &mut self.wrong,
        };
        *n += 1;
        self.terms.push(report);
    }
}

/// One row: the term it describes, which columns the table has, what is wrong.
#[derive(Debug, Clone)]
pub struct Row {
    /// Number of the row as the spreadsheet shows it.
    pub row: usize,
    /// For each column of ours its value; none when the table has no such column.
    pub cells: [Option<String>; COLUMNS.len()],
    /// What is wrong with it alone.
    pub problems: Vec<Problem>,
}

impl Row {
    /// A term that comes with the program, as a row of its table.
    pub(super) fn shipped((row, term): (usize, &kernel::vocabulary::Term)) -> Self {
        let kept = |text: &str| Some(text.to_owned());
        let cells = [
            kept(&term.code),
            kept(&term.label_it),
            kept(&term.label_en),
            kept(&term.parent),
            kept(&term.uri),
            None,
            None,
            None,
        ];
        Self { row, cells, problems: Vec::new() }
    }

    fn cell(&self, at: usize) -> &str {
        self.cells[at].as_deref().unwrap_or_default()
    }

    /// The term as the table has it, over what is kept.
    fn over(&self, kept: Option<&Term>) -> Term {
        let mut term = kept.cloned().unwrap_or_default();
        self.cell(CODE).clone_into(&mut term.code);
        let Term { label_it, label_en, parent, uri, valid_from, valid_until, replaced_by, .. } =
            &mut term;
        let parts = [label_it, label_en, parent, uri, valid_from, valid_until, replaced_by];
        for (part, cell) in parts.into_iter().zip(&self.cells[LABEL_IT..]) {
            if let Some(cell) = cell {
                part.clone_from(cell);
            }
        }
        term
    }
}

/// Why a table cannot be read as a classification: it lacks a column of codes or of labels.
pub const NO_COLUMNS: &str = texts::key!("vocabulary-no-columns");

/// Reads the rows of a table; `None` when it lacks a column of codes or of labels.
pub fn rows(table: &Table) -> Option<Vec<Row>> {
    let places = places(&table.headings);
    if places[CODE].is_none() || places[LABEL_IT].is_none() {
        return None;
    }
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut rows = Vec::with_capacity(table.lines.len());
    for line in &table.lines {
        let mut row = read(line.number, &line.cells, &table.headings, places);
        let code = row.cell(CODE).to_owned();
        match first.get(&code) {
            Some(other) if !code.is_empty() => {
                let column = heading(&table.headings, places[CODE]);
                let (key, n) = (texts::key!("profile-row-twice"), Some(*other as i64));
                row.problems.push(Problem { row: line.number, column, value: code, key, n });
            }
            _ => {
                first.insert(code, line.number);
            }
        }
        rows.push(row);
    }
    Some(rows)
}

fn heading(headings: &[String], place: Option<usize>) -> String {
    place.and_then(|at| headings.get(at)).cloned().unwrap_or_default()
}

fn read(
    number: usize,
    cells: &[String],
    headings: &[String],
    places: [Option<usize>; COLUMNS.len()],
) -> Row {
    let mut problems = Vec::new();
    let values = std::array::from_fn(|column| {
        let place = places[column]?;
        let written = cells.get(place).map_or("", |cell| cell.trim());
        let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = value_of(column, &line).unwrap_or_else(|(key, n)| {
            let value = line.chars().take(60).collect();
            let column = heading(headings, Some(place));
            problems.push(Problem { row: number, column, value, key, n });
            String::new()
        });
        Some(value)
    });
    Row { row: number, cells: values, problems }
}

/// A cell in the form in which it is kept, or why not.
fn value_of(column: usize, written: &str) -> Result<String, (&'static str, Option<i64>)> {
    if written.is_empty() {
        let needed = matches!(column, CODE | LABEL_IT);
        let missing = (texts::key!("profile-row-missing"), None);
        return if needed { Err(missing) } else { Ok(String::new()) };
    }
    let code = || read_term_code(written).ok_or((texts::key!("vocabulary-row-code"), None));
    match column {
        CODE | PARENT | REPLACED => code(),
        FROM | UNTIL => parse_day(written)
            .filter(|day| (1900..=2200).contains(&day.year()))
            .map(|day| day.to_string())
            .ok_or((texts::key!("profile-row-not-a-day"), None)),
        URI if !is_address(written) || written.len() > 500 => {
            Err((texts::key!("profile-row-not-a-url"), None))
        }
        _ if column != URI && written.chars().count() > LABEL => {
            Err((texts::key!("profile-row-too-long"), Some(LABEL as i64)))
        }
        _ => Ok(written.to_owned()),
    }
}

/// Compares rows with the terms there are; with `whole`, open terms that no row names are closed.
pub fn compare(kept: &[Term], rows: &[Row], whole: bool, day: &str) -> Plan {
    let by_code: HashMap<&str, &Term> =
        kept.iter().map(|term| (term.code.as_str(), term)).collect();
    let named: HashSet<&str> = rows.iter().map(|row| row.cell(CODE)).collect();
    let after: HashMap<&str, Term> = rows
        .iter()
        .map(|row| (row.cell(CODE), row.over(by_code.get(row.cell(CODE)).copied())))
        .collect();
    let exists = |code: &str| by_code.contains_key(code) || named.contains(code);
    let parent_of = |code: &str| {
        let new = after.get(code).map(|term| term.parent.as_str());
        new.or_else(|| by_code.get(code).map(|term| term.parent.as_str())).unwrap_or_default()
    };
    // A walk over parents cannot take more steps without turning in a circle.
    let steps = rows.len() + kept.len();
    let mut plan = Plan::default();
    let mut place = kept.iter().map(|term| term.place).max().unwrap_or_default();
    for row in rows {
        let mut term = row.over(by_code.get(row.cell(CODE)).copied());
        let kept = by_code.get(term.code.as_str()).copied();
        let mut problems = row.problems.clone();
        let mut wrong = |key: &'static str, value: &str| {
            let (column, value) = (String::new(), value.to_owned());
            problems.push(Problem { row: row.row, column, value, key, n: None });
        };
        for other in [&term.parent, &term.replaced_by] {
            if !other.is_empty() && (!exists(other) || *other == term.code) {
                wrong(texts::key!("vocabulary-row-no-such-term"), other);
            }
        }
        if !term.parent.is_empty() && turns(&term.code, &parent_of, steps) {
            wrong(texts::key!("vocabulary-row-turns"), &term.code);
        }
        // A row that says itself that the term is closed gives nobody its code.
        let says_closed = !row.cell(UNTIL).is_empty() && term.is_closed(day);
        if kept.is_some_and(|kept| kept.is_closed(day)) && !says_closed {
            wrong(texts::key!("vocabulary-row-closed-code"), &term.code);
        }
        let outcome = if problems.is_empty() {
            judge(kept, &mut term, day, &mut place, &mut plan)
        } else {
            Outcome::Wrong(problems)
        };
        plan.count(Report { row: row.row, code: term.code, label: term.label_it, outcome });
    }
    let gone = |term: &&Term| whole && !term.is_closed(day) && !named.contains(term.code.as_str());
    for term in kept.iter().filter(gone) {
        let closed = Term { valid_until: day.to_owned(), ..term.clone() };
        plan.set.push(closed);
        let (code, label) = (term.code.clone(), term.label_it.clone());
        plan.count(Report { row: 0, code, label, outcome: Outcome::Closed(true) });
    }
    plan.fingerprint = seal(&plan);
    plan
}

/// Whether the walk from a term over its parents comes back to where it was.
fn turns<'a>(code: &str, parent_of: &impl Fn(&str) -> &'a str, steps: usize) -> bool {
    let mut at = parent_of(code);
    for _ in 0..steps {
        if at.is_empty() {
            return false;
        }
        if at == code {
            return true;
        }
        at = parent_of(at);
    }
    // Another circle further up is told at its own rows.
    false
}

fn judge(
    kept: Option<&Term>,
    term: &mut Term,
    day: &str,
    place: &mut i64,
    plan: &mut Plan,
) -> Outcome {
    let Some(kept) = kept else {
        *place += 1;
        term.place = *place;
        plan.new.push(term.clone());
        return Outcome::Added;
    };
    if kept == term {
        return Outcome::Unchanged;
    }
    plan.set.push(term.clone());
    if !kept.is_closed(day) && term.is_closed(day) {
        return Outcome::Closed(false);
    }
    let pairs = [
        ("label_it", &kept.label_it, &term.label_it),
        ("label_en", &kept.label_en, &term.label_en),
        ("parent", &kept.parent, &term.parent),
        ("uri", &kept.uri, &term.uri),
        ("valid_from", &kept.valid_from, &term.valid_from),
        ("valid_until", &kept.valid_until, &term.valid_until),
        ("replaced_by", &kept.replaced_by, &term.replaced_by),
    ];
    let changed = pairs.into_iter().filter(|(_, before, after)| before != after);
    Outcome::Changed(changed.map(|(name, a, b)| (name, a.clone(), b.clone())).collect())
}

fn seal(plan: &Plan) -> String {
    let mut seal = Sha256::new();
    for term in plan.new.iter().chain(&plan.set) {
        for part in [
            &term.code,
            &term.label_it,
            &term.label_en,
            &term.parent,
            &term.uri,
            &term.valid_from,
            &term.valid_until,
            &term.replaced_by,
        ] {
            seal.update(part);
            seal.update([0]);
        }
        seal.update(term.place.to_le_bytes());
    }
    for n in [plan.added, plan.changed, plan.closed, plan.unchanged, plan.wrong] {
        seal.update((n as u64).to_le_bytes());
    }
    hex::encode(seal.finalize())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TODAY: &str = "2026-11-23";

    fn table(rows: &[&[&str]]) -> Table {
        let mut lines = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect());
        let headings: Vec<String> = lines.next().unwrap();
        Table::new("CSV", headings, lines.collect())
    }

    fn read_all(list: &[&[&str]]) -> Vec<Row> {
        rows(&table(list)).unwrap()
    }

    fn term(code: &str, place: i64, label: &str) -> Term {
        Term { code: code.into(), place, label_it: label.into(), ..Term::default() }
    }

    fn outcomes(plan: &Plan) -> Vec<(&str, &'static str)> {
        let word = |outcome: &Outcome| match outcome {
            Outcome::Added => "added",
            Outcome::Changed(_) => "changed",
            Outcome::Closed(_) => "closed",
            Outcome::Unchanged => "unchanged",
            Outcome::Wrong(list) => list[0].key,
        };
        plan.terms.iter().map(|term| (term.code.as_str(), word(&term.outcome))).collect()
    }

    #[test]
    fn a_table_is_a_new_version() {
        let kept = [term("N", 1, "Nord"), term("S", 2, "Sud"), term("E", 3, "Est")];
        let rows = read_all(&[
            &["Codice", "Voce"],
            &["n", "Nord"],
            &["S", "Sud e colline"],
            &["O", "Ovest"],
        ]);
        let plan = compare(&kept, &rows, true, TODAY);
        let told = [("N", "unchanged"), ("S", "changed"), ("O", "added"), ("E", "closed")];
        assert_eq!(outcomes(&plan), told);
        assert_eq!((plan.added, plan.changed, plan.closed, plan.unchanged), (1, 1, 1, 1));
        assert_eq!(plan.new[0].place, 4);
        assert_eq!(plan.set[1].valid_until, TODAY);
        let part = compare(&kept, &rows, false, TODAY);
        assert_eq!(part.closed, 0, "a table of additions closes nothing");
        assert_ne!(part.fingerprint, plan.fingerprint);
    }

    #[test]
    fn a_closed_code_is_not_given_again() {
        let closed = Term { valid_until: "2026-01-01".into(), ..term("N", 1, "Nord") };
        let kept = [closed];
        let again = read_all(&[&["codice", "etichetta"], &["N", "Nuovo nord"]]);
        assert_eq!(
            outcomes(&compare(&kept, &again, true, TODAY)),
            [("N", "vocabulary-row-closed-code")]
        );
        // The table that the program wrote names closed terms too, and changes nothing.
        let same = read_all(&[&["codice", "etichetta", "chiusa dal"], &["N", "Nord", "1/1/2026"]]);
        assert_eq!(outcomes(&compare(&kept, &same, true, TODAY)), [("N", "unchanged")]);
        let opened = read_all(&[&["codice", "etichetta", "chiusa dal"], &["N", "Nord", ""]]);
        assert_eq!(compare(&kept, &opened, true, TODAY).wrong, 1);
    }

    #[test]
    fn what_is_wrong_is_told_row_by_row() {
        let rows = read_all(&[
            &["codice", "etichetta", "voce superiore", "chiusa dal", "indirizzo"],
            &["A", "Uno", "Z", "", ""],
            &["A", "Ancora", "", "", ""],
            &["", "Senza codice", "", "", ""],
            &["B", "", "", "domani", ""],
            &["C", "Tre", "D", "", "javascript:1"],
            &["D", "Quattro", "C", "", ""],
            &["con spazi", "Cinque", "", "", ""],
        ]);
        let plan = compare(&[], &rows, true, TODAY);
        let keys: Vec<_> = plan.problems().iter().map(|p| (p.row, p.key)).collect();
        assert_eq!(
            keys,
            [
                (2, "vocabulary-row-no-such-term"),
                (3, "profile-row-twice"),
                (4, "profile-row-missing"),
                (5, "profile-row-missing"),
                (5, "profile-row-not-a-day"),
                (6, "profile-row-not-a-url"),
                (6, "vocabulary-row-turns"),
                (7, "vocabulary-row-turns"),
                (8, "vocabulary-row-code"),
            ]
        );
        assert!(super::rows(&table(&[&["nome"], &["x"]])).is_none(), "no codes");
    }

    proptest! {
        /// Whatever two tables say, applying one makes it unchanged, and no closed code opens.
        #[test]
        fn applied_once_is_unchanged_twice(
            first in prop::collection::btree_map("[A-F]", "[a-z]{1,4}", 0..6),
            second in prop::collection::btree_map("[A-F]", "[a-z]{1,4}", 1..6),
        ) {
            let kept: Vec<Term> = (1..).zip(&first).map(|(n, (code, label))| term(code, n, label)).collect();
            let mut lines = vec![vec!["codice".to_owned(), "etichetta".to_owned()]];
            lines.extend(second.iter().map(|(code, label)| vec![code.clone(), label.clone()]));
            let headings = lines.remove(0);
            let rows = rows(&Table::new("CSV", headings, lines)).unwrap();
            let plan = compare(&kept, &rows, true, TODAY);
            prop_assert_eq!(plan.wrong, 0);
            let mut after = kept;
            for term in &plan.set {
                if let Some(old) = after.iter_mut().find(|old| old.code == term.code) {
                    *old = term.clone();
                }
            }
            after.extend(plan.new.iter().cloned());
            let again = compare(&after, &rows, true, TODAY);
            prop_assert!(!again.changes() && again.wrong == 0);
            let open = after.iter().filter(|term| term.is_open(TODAY)).count();
            prop_assert_eq!(open, second.len());
        }
    }
}
