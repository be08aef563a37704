//! From bytes to a [`Document`].

use std::collections::{HashMap, HashSet};

use thiserror::Error;

use super::amount::{AmountError, cents};
use super::rows::{Ids, Rows, Seen, trimmed};
use super::{Document, ListedProject, VoteType, Voter};
use crate::ballots::{Ballots, Collector};
use crate::election::{Election, ElectionError, LARGEST, Project, tidy};
use crate::tie::TieOrder;

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
    /// The ballot gives a project no points, or less than none: left out.
    NoPoints { id: String },
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
    #[error(
        "ballots of type {found:?} are not known, only approval, choose-1, cumulative, scoring and \
         ordinal"
    )]
    VoteType { found: String },
    #[error("the ballot names {projects} projects and gives {points} numbers of points")]
    PointsCount { projects: usize, points: usize },
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
    #[error("more voters or different ballots than can be counted")]
    TooManyVoters,
    #[error("{what} {text:?} cannot be read: {why}")]
    Amount { what: &'static str, text: String, why: AmountError },
}

/// Reads a `.pb` file with everything it says.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let mut rows = Rows::new(bytes)?;
    let mut parser = Parser::default();
    parser.meta(&mut rows)?;
    parser.projects(&mut rows)?;
    let mut voters: Vec<Voter> = Vec::new();
    let known: &[&str] = if parser.document.vote_type.has_points() {
        &["voter_id", "vote", "points"]
    } else {
        &["voter_id", "vote"]
    };
    let scale = parser.voters(&mut rows, |voter| {
        let Row { entries, columns, cells, id } = voter;
        voters.push(Voter {
            id: id.to_owned(),
            approvals: entries.iter().map(|entry| entry.0 as usize).collect(),
            points: entries.iter().map(|entry| entry.1).collect(),
            extra: columns.extra(cells, known),
        });
        Ok(())
    })?;
    for voter in &mut voters {
        if parser.document.vote_type.has_points() {
            voter.points.iter_mut().for_each(|points| *points /= scale);
        } else {
            voter.points.clear();
        }
    }
    parser.document.points_scale = 100 / scale;
    parser.document.voters = voters;
    let voters = parser.document.voters.len();
    parser.compare_counts(voters);
    let Parser { document, remarks, .. } = parser;
    Ok(Reading { document, remarks })
}

/// What is left of a file when only the count matters: no ids and extras of voters.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Everything but the voters.
    pub document: Document,
    pub remarks: Vec<Remark>,
    ballots: Ballots,
    voters: u64,
}

impl Counted {
    /// The election the file describes.
    pub fn election(self, tie_order: &TieOrder) -> Result<Election, ElectionError> {
        let Document { projects, budget_cents, .. } = self.document;
        let projects = projects.into_iter().map(|listed| listed.project).collect();
        Election::of_parts(projects, self.ballots, self.voters, budget_cents, tie_order)
    }
}

/// Reads a `.pb` file for a count, without keeping what is said of each voter.
pub fn read_to_count(bytes: &[u8]) -> Result<Counted, ReadError> {
    let mut rows = Rows::new(bytes)?;
    let mut parser = Parser::default();
    parser.meta(&mut rows)?;
    parser.projects(&mut rows)?;
    let kind = parser.document.vote_type.kind();
    let has_points = parser.document.vote_type.has_points();
    let mut collector = Collector::new(kind);
    let mut rows_read = 0;
    let mut entries: Vec<(u32, u32)> = Vec::new();
    let scale = parser.voters(&mut rows, |voter| {
        rows_read += 1;
        entries.clear();
        if has_points {
            entries.extend_from_slice(voter.entries);
        } else {
            entries.extend((0..).zip(voter.entries).map(|(place, entry)| (entry.0, place)));
        }
        tidy(&mut entries);
        collector.push(&entries, 1, LARGEST).map_err(|_| Problem::TooManyVoters)
    })?;
    let (mut ballots, voters) = collector.finish();
    if has_points {
        ballots.weights.iter_mut().for_each(|points| *points /= scale);
    }
    parser.document.points_scale = 100 / scale;
    parser.compare_counts(rows_read);
    let Parser { document, remarks, .. } = parser;
    Ok(Counted { document, remarks, ballots, voters })
}

/// A row of VOTES while it is being read.
struct Row<'r> {
    id: &'r str,
    /// Positions in the order written, each once, with points in hundredths.
    entries: &'r [(u32, u32)],
    columns: &'r Columns,
    cells: &'r [std::borrow::Cow<'r, str>],
}

/// The headings of a section.
struct Columns(Vec<String>);

impl Columns {
    fn read(rows: &mut Rows<'_>, section: &'static str) -> Result<Self, ReadError> {
        if !rows.advance() {
            return Err(rows.error(Problem::MissingSection(section)));
        }
        let mut names: Vec<String> =
            rows.cells.iter().map(|cell| cell.to_ascii_lowercase()).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let mut seen = HashSet::new();
        if let Some(name) = names.iter().find(|name| !name.is_empty() && !seen.insert(*name)) {
            return Err(rows.error(Problem::RepeatedColumn { name: name.clone() }));
        }
        Ok(Self(names))
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|column| column == name)
    }

    fn require(&self, name: &'static str, rows: &Rows<'_>) -> Result<usize, ReadError> {
        self.find(name).ok_or_else(|| rows.error(Problem::MissingColumn(name)))
    }

    /// The cells of other columns that are not empty.
    fn extra(&self, cells: &[std::borrow::Cow<'_, str>], known: &[&str]) -> Vec<(String, String)> {
        let pairs = self.0.iter().zip(cells);
        let others = pairs.filter(|(name, cell)| {
            !cell.is_empty() && !name.is_empty() && !known.contains(&name.as_str())
        });
        others.map(|(name, cell)| (name.clone(), cell.clone().into_owned())).collect()
    }

    fn check_width(&self, rows: &Rows<'_>) -> Result<(), Problem> {
        if rows.cells.len() <= self.0.len() {
            return Ok(());
        }
        let used = rows.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
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
}

impl Parser {
    fn meta(&mut self, rows: &mut Rows<'_>) -> Result<(), ReadError> {
        if !rows.advance() {
            return Err(rows.error(Problem::MissingSection("META")));
        }
        if !rows.is_section("META") {
            let found = rows.cells.join(";").chars().take(60).collect();
            return Err(rows.error(Problem::NotMeta { found }));
        }
        loop {
            if !rows.advance() {
                return Err(rows.error(Problem::MissingSection("PROJECTS")));
            }
            if rows.is_section("PROJECTS") {
                break;
            }
            let key = rows.cell(0).to_ascii_lowercase();
            if key == "key" && self.document.meta.is_empty() {
                continue;
            }
            // A description may contain semicolons without quotes.
            let value = rows.cells[1..].join(";").trim_end_matches(';').to_owned();
            if self.meta_lines.insert(key.clone(), rows.line).is_some() {
                return Err(rows.error(Problem::RepeatedMeta { key }));
            }
            self.document.meta.push((key, value));
        }
        let budget = self.required_meta("budget", rows)?;
        let line_of = |key: &str| self.meta_lines.get(key).copied().unwrap_or(rows.line);
        self.document.budget_cents = cents(&budget).map_err(|why| {
            let problem = Problem::Amount { what: "the budget", text: budget, why };
            ReadError { line: line_of("budget"), problem }
        })?;
        let found = self.required_meta("vote_type", rows)?;
        self.document.vote_type = VoteType::of_word(&found).ok_or_else(|| ReadError {
            line: line_of("vote_type"),
            problem: Problem::VoteType { found },
        })?;
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
        let (name_column, group_column) = (columns.find("name"), columns.find("category"));
        let mut lines: HashMap<String, u64> = HashMap::new();
        loop {
            if !rows.advance() {
                return Err(rows.error(Problem::MissingSection("VOTES")));
            }
            if rows.is_section("VOTES") {
                return Ok(());
            }
            let optional = |column: Option<usize>| column.map_or("", |column| rows.cell(column));
            let project = columns.check_width(rows).and_then(|()| {
                let id = rows.cell(id_column);
                if id.is_empty() {
                    return Err(Problem::EmptyProjectId);
                }
                if let Some(&first_line) = lines.get(id) {
                    return Err(Problem::RepeatedProject { id: id.to_owned(), first_line });
                }
                let text = rows.cell(cost_column);
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
            let extra = columns.extra(&rows.cells, &known);
            let project = project.map_err(|problem| rows.error(problem))?;
            lines.insert(project.id.clone(), rows.line);
            self.document.projects.push(ListedProject { project, extra });
        }
    }

    /// Hands each ballot on; the answer is what hundredths of points can be divided by.
    fn voters(
        &mut self,
        rows: &mut Rows<'_>,
        mut take: impl FnMut(Row<'_>) -> Result<(), Problem>,
    ) -> Result<u32, ReadError> {
        let columns = Columns::read(rows, "VOTES")?;
        let id_column = columns.require("voter_id", rows)?;
        let vote_column = columns.require("vote", rows)?;
        let vote_type = self.document.vote_type;
        let points_column =
            if vote_type.has_points() { Some(columns.require("points", rows)?) } else { None };
        let listed = &self.document.projects;
        let ids = Ids::new(listed.iter().map(|listed| listed.project.id.as_str()));
        let mut last_ballot_with: Vec<u32> = vec![0; listed.len()];
        let mut seen = Seen::new();
        let mut entries: Vec<(u32, u32)> = Vec::new();
        let mut points: Vec<Option<u32>> = Vec::new();
        let mut whole = true;
        let mut ballot = 0_u32;
        while rows.advance() {
            columns.check_width(rows).map_err(|problem| rows.error(problem))?;
            ballot = ballot.wrapping_add(1).max(1);
            entries.clear();
            let vote = rows.cell(vote_column);
            let mut remark = |kind| self.remarks.push(Remark { line: rows.line, kind });
            if let Some(column) = points_column {
                points.clear();
                read_points(rows.cell(column), &mut points).map_err(|p| rows.error(p))?;
            }
            let mut place = 0;
            let mut from = 0;
            while let Some((id, position)) =
                ids.next(vote, &mut from, |position, id| listed[position].project.id == id)
            {
                let given = if points_column.is_some() {
                    // Counted below, so that the error can tell both numbers.
                    points.get(place).copied().flatten()
                } else {
                    Some(0)
                };
                let lacks = points_column.is_some() && place < points.len() && given.is_none();
                place += 1;
                match position {
                    None => remark(RemarkKind::UnknownProject { id: id.to_owned() }),
                    Some(position) if last_ballot_with[position as usize] == ballot => {
                        remark(RemarkKind::RepeatedProject { id: id.to_owned() });
                    }
                    Some(_) if lacks => remark(RemarkKind::NoPoints { id: id.to_owned() }),
                    Some(position) => {
                        last_ballot_with[position as usize] = ballot;
                        let given = given.unwrap_or_default();
                        whole &= given % 100 == 0;
                        entries.push((position, given));
                    }
                }
            }
            if points_column.is_some() && place != points.len() {
                let problem = Problem::PointsCount { projects: place, points: points.len() };
                return Err(rows.error(problem));
            }
            if vote_type == VoteType::ChooseOne && entries.len() > 1 {
                remark(RemarkKind::MoreThanOneChoice);
            }
            let id = rows.cell(id_column);
            if !seen.insert(id) {
                remark(RemarkKind::RepeatedVoter { id: id.to_owned() });
            }
            let row = Row { id, entries: &entries, columns: &columns, cells: &rows.cells };
            take(row).map_err(|problem| rows.error(problem))?;
        }
        Ok(if whole { 100 } else { 1 })
    }

    fn compare_counts(&mut self, voters: usize) {
        for (key, found) in [("num_projects", self.document.projects.len()), ("num_votes", voters)]
        {
            let Some(stated) = self.document.meta(key).map(str::to_owned) else { continue };
            if stated.parse() != Ok(found) {
                let key = key.to_owned();
                let line = self.meta_lines.get(&key).copied().unwrap_or(1);
                self.remarks
                    .push(Remark { line, kind: RemarkKind::CountDiffers { key, stated, found } });
            }
        }
    }
}

/// Points in hundredths; nothing for those that are none or less.
fn read_points(cell: &str, points: &mut Vec<Option<u32>>) -> Result<(), Problem> {
    for text in cell.split(',').map(trimmed).filter(|text| !text.is_empty()) {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let hundredths =
            cents(digits).and_then(|h| u32::try_from(h).map_err(|_| AmountError::TooLarge));
        let hundredths = hundredths.map_err(|why| Problem::Amount {
            what: "the number of points",
            text: text.to_owned(),
            why,
        })?;
        points.push(Some(hundredths).filter(|&h| h > 0 && digits.len() == text.len()));
    }
    Ok(())
}
