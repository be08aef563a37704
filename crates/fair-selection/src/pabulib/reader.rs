//! From bytes to a [`Document`].

use std::collections::{HashMap, HashSet};

use csv::{ByteRecord, ReaderBuilder};
use thiserror::Error;

use super::amount::{AmountError, cents};
use super::{Document, ListedProject, VoteType, Voter};
use crate::election::Project;

/// A file that was read, and what had to be put right in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub document: Document,
    pub remarks: Vec<Remark>,
}

/// Something put right or left as it is while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// From 1.
    pub line: u64,
    pub kind: RemarkKind,
}

/// What a [`Remark`] is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// The ballot names a project more than once: it counts once.
    RepeatedProject { id: String },
    /// The ballot names a project that is not listed: left out.
    UnknownProject { id: String },
    /// A choose-1 ballot with several projects: read as an approval ballot.
    MoreThanOneChoice,
    /// A voter id used before: both ballots count.
    RepeatedVoter { id: String },
    /// META states another number of projects or votes than there are.
    CountDiffers { key: String, stated: String, found: usize },
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {problem}")]
pub struct ReadError {
    /// From 1; the last line when something is missing altogether.
    pub line: u64,
    pub problem: Problem,
}

/// What is wrong in the line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    #[error("the text is not UTF-8")]
    NotUtf8,
    #[error("the section {0} is missing")]
    MissingSection(&'static str),
    #[error("expected the section META, found {found:?}")]
    NotMeta { found: String },
    #[error("META has no {0:?}")]
    MissingMeta(&'static str),
    #[error("META repeats {key:?}")]
    RepeatedMeta { key: String },
    #[error("ballots of type {found:?} are not read here, only approval and choose-1")]
    VoteType { found: String },
    #[error("the column {0:?} is missing")]
    MissingColumn(&'static str),
    #[error("the column {name:?} appears twice")]
    RepeatedColumn { name: String },
    #[error("there are {cells} cells for {columns} columns")]
    TooManyCells { cells: usize, columns: usize },
    #[error("the project has no id")]
    EmptyProjectId,
    #[error("the project {id:?} is already in line {first_line}")]
    RepeatedProject { id: String, first_line: u64 },
    #[error("{what} {text:?} is no amount of money: {why}")]
    Amount { what: &'static str, text: String, why: AmountError },
}

/// Reads a `.pb` file.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut rows = Rows::new(bytes);
    let mut parser = Parser::default();
    parser.meta(&mut rows)?;
    parser.projects(&mut rows)?;
    parser.voters(&mut rows)?;
    parser.compare_counts();
    let Parser { document, remarks, .. } = parser;
    Ok(Reading { document, remarks })
}

/// The rows that are not empty, with their line.
struct Rows<'a> {
    reader: csv::Reader<&'a [u8]>,
    record: ByteRecord,
    line: u64,
}

impl<'a> Rows<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes);
        Self { reader, record: ByteRecord::new(), line: 1 }
    }

    /// The cells of the next row, trimmed.
    fn next(&mut self) -> Result<Option<Vec<&str>>, ReadError> {
        loop {
            // Reading bytes from memory has no other error than the end.
            if !self.reader.read_byte_record(&mut self.record).unwrap_or(false) {
                return Ok(None);
            }
            if let Some(position) = self.record.position() {
                self.line = position.line();
            }
            if self.record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                break;
            }
        }
        let cells = self.record.iter().map(|cell| std::str::from_utf8(cell).map(str::trim));
        let cells = cells.collect::<Result<Vec<&str>, _>>();
        cells.map(Some).map_err(|_| ReadError { line: self.line, problem: Problem::NotUtf8 })
    }

    fn error(&self, problem: Problem) -> ReadError {
        ReadError { line: self.line, problem }
    }
}

fn is_section(cells: &[&str], name: &str) -> bool {
    cells.split_first().is_some_and(|(first, rest)| {
        first.eq_ignore_ascii_case(name) && rest.iter().all(|cell| cell.is_empty())
    })
}

/// The headings of a section.
struct Columns(Vec<String>);

impl Columns {
    fn read(rows: &mut Rows<'_>, section: &'static str) -> Result<Self, ReadError> {
        let Some(cells) = rows.next()? else {
            return Err(rows.error(Problem::MissingSection(section)));
        };
        let mut names: Vec<String> = cells.iter().map(|cell| cell.to_ascii_lowercase()).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let mut seen = HashSet::new();
        if let Some(name) = names.iter().find(|name| !name.is_empty() && !seen.insert(*name)) {
            return Err(rows.error(Problem::RepeatedColumn { name: name.clone() }));
        }
        Ok(Self(names))
    }

    fn require(&self, name: &'static str, rows: &Rows<'_>) -> Result<usize, ReadError> {
        let found = self.0.iter().position(|column| column == name);
        found.ok_or_else(|| rows.error(Problem::MissingColumn(name)))
    }

    /// The cells of other columns that are not empty.
    fn extra(&self, cells: &[&str], known: &[&str]) -> Vec<(String, String)> {
        let pairs = self.0.iter().zip(cells);
        let others = pairs.filter(|(name, cell)| {
            !cell.is_empty() && !name.is_empty() && !known.contains(&name.as_str())
        });
        others.map(|(name, cell)| (name.clone(), (*cell).to_owned())).collect()
    }

    fn check_width(&self, cells: &[&str]) -> Result<(), Problem> {
        let used = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if used > self.0.len() {
            return Err(Problem::TooManyCells { cells: used, columns: self.0.len() });
        }
        Ok(())
    }
}

#[derive(Default)]
struct Parser {
    document: Document,
    remarks: Vec<Remark>,
    meta_lines: HashMap<String, u64>,
    positions: HashMap<String, (usize, u64)>,
}

impl Parser {
    fn remark(&mut self, line: u64, kind: RemarkKind) {
        self.remarks.push(Remark { line, kind });
    }

    fn meta(&mut self, rows: &mut Rows<'_>) -> Result<(), ReadError> {
        match rows.next()? {
            Some(cells) if is_section(&cells, "META") => {}
            Some(cells) => {
                let found = cells.join(";").chars().take(60).collect();
                return Err(rows.error(Problem::NotMeta { found }));
            }
            None => return Err(rows.error(Problem::MissingSection("META"))),
        }
        loop {
            let Some(cells) = rows.next()? else {
                return Err(rows.error(Problem::MissingSection("PROJECTS")));
            };
            if is_section(&cells, "PROJECTS") {
                break;
            }
            let key = cells[0].to_ascii_lowercase();
            if key == "key" && self.document.meta.is_empty() {
                continue;
            }
            // A description may contain semicolons without quotes.
            let value = cells[1..].join(";").trim_end_matches(';').to_owned();
            if self.meta_lines.insert(key.clone(), rows.line).is_some() {
                return Err(rows.error(Problem::RepeatedMeta { key }));
            }
            self.document.meta.push((key, value));
        }
        let budget = self.required_meta("budget", rows)?;
        self.document.budget_cents = cents(&budget).map_err(|why| {
            let problem = Problem::Amount { what: "the budget", text: budget, why };
            ReadError { line: self.meta_lines["budget"], problem }
        })?;
        let found = self.required_meta("vote_type", rows)?;
        self.document.vote_type = match found.as_str() {
            "approval" => VoteType::Approval,
            "choose-1" => VoteType::ChooseOne,
            _ => {
                let problem = Problem::VoteType { found };
                return Err(ReadError { line: self.meta_lines["vote_type"], problem });
            }
        };
        Ok(())
    }

    fn required_meta(&self, key: &'static str, rows: &Rows<'_>) -> Result<String, ReadError> {
        let value = self.document.meta(key).map(str::to_owned);
        value.ok_or_else(|| rows.error(Problem::MissingMeta(key)))
    }

    fn projects(&mut self, rows: &mut Rows<'_>) -> Result<(), ReadError> {
        let columns = Columns::read(rows, "PROJECTS")?;
        let id_column = columns.require("project_id", rows)?;
        let cost_column = columns.require("cost", rows)?;
        let position_of = |name: &str| columns.0.iter().position(|column| column == name);
        let (name_column, group_column) = (position_of("name"), position_of("category"));
        loop {
            let Some(cells) = rows.next()? else {
                return Err(rows.error(Problem::MissingSection("VOTES")));
            };
            if is_section(&cells, "VOTES") {
                return Ok(());
            }
            let cell = |column: usize| cells.get(column).copied().unwrap_or_default();
            let optional = |column: Option<usize>| column.map(cell).unwrap_or_default();
            let project = columns.check_width(&cells).and_then(|()| {
                let id = cell(id_column);
                if id.is_empty() {
                    return Err(Problem::EmptyProjectId);
                }
                if let Some(&(_, first_line)) = self.positions.get(id) {
                    return Err(Problem::RepeatedProject { id: id.to_owned(), first_line });
                }
                let text = cell(cost_column);
                let cost_cents = cents(text).map_err(|why| Problem::Amount {
                    what: "the cost",
                    text: text.to_owned(),
                    why,
                })?;
                let project = Project::new(id, optional(name_column), cost_cents);
                let group = optional(group_column);
                Ok(if group.is_empty() { project } else { project.in_group(group) })
            });
            // `votes` is counted anew, never copied.
            let known = ["project_id", "cost", "name", "category", "votes"];
            let extra = columns.extra(&cells, &known);
            let project = project.map_err(|problem| rows.error(problem))?;
            let position = self.document.projects.len();
            self.positions.insert(project.id.clone(), (position, rows.line));
            self.document.projects.push(ListedProject { project, extra });
        }
    }

    fn voters(&mut self, rows: &mut Rows<'_>) -> Result<(), ReadError> {
        let columns = Columns::read(rows, "VOTES")?;
        let id_column = columns.require("voter_id", rows)?;
        let vote_column = columns.require("vote", rows)?;
        let mut last_ballot_with: Vec<usize> = vec![0; self.document.projects.len()];
        let mut ids: HashSet<String> = HashSet::new();
        let mut remarks = Vec::new();
        while let Some(cells) = rows.next()? {
            let width = columns.check_width(&cells);
            let cell = |column: usize| cells.get(column).copied().unwrap_or_default();
            let mut approvals = Vec::new();
            let ballot = self.document.voters.len() + 1;
            let named = cell(vote_column).split(',').map(str::trim).filter(|id| !id.is_empty());
            for id in named {
                match self.positions.get(id) {
                    None => remarks.push(RemarkKind::UnknownProject { id: id.to_owned() }),
                    Some(&(position, _)) if last_ballot_with[position] == ballot => {
                        remarks.push(RemarkKind::RepeatedProject { id: id.to_owned() });
                    }
                    Some(&(position, _)) => {
                        last_ballot_with[position] = ballot;
                        approvals.push(position);
                    }
                }
            }
            if self.document.vote_type == VoteType::ChooseOne && approvals.len() > 1 {
                remarks.push(RemarkKind::MoreThanOneChoice);
            }
            let id = cell(id_column).to_owned();
            if !ids.insert(id.clone()) {
                remarks.push(RemarkKind::RepeatedVoter { id: id.clone() });
            }
            let extra = columns.extra(&cells, &["voter_id", "vote"]);
            width.map_err(|problem| rows.error(problem))?;
            for kind in remarks.drain(..) {
                self.remark(rows.line, kind);
            }
            self.document.voters.push(Voter { id, approvals, extra });
        }
        Ok(())
    }

    fn compare_counts(&mut self) {
        let Document { projects, voters, .. } = &self.document;
        for (key, found) in [("num_projects", projects.len()), ("num_votes", voters.len())] {
            let Some(stated) = self.document.meta(key).map(str::to_owned) else { continue };
            if stated.parse() != Ok(found) {
                let key = key.to_owned();
                let line = self.meta_lines.get(&key).copied().unwrap_or(1);
                self.remark(line, RemarkKind::CountDiffers { key, stated, found });
            }
        }
    }
}
