//! Files of rankings in the formats of PrefLib: `.soc`, `.soi`, `.toc`, `.toi`.
//!
//! Lines that begin with `#` name the alternatives; every other line is a
//! number of voters and their ranking: `12: 3,{1,4},2`. Braces hold equally good
//! ones. Alternatives become projects without cost, with their number as id.
//!
//! ```
//! let text = "# ALTERNATIVE NAME 1: Parco\n# ALTERNATIVE NAME 2: Fermata\n3: 2,1\n1: 1\n";
//! let election = fair_selection::preflib::read(text.as_bytes())?
//!     .election(&fair_selection::TieOrder::default())?;
//! assert_eq!((election.voters(), election.votes()), (4, [4, 3].as_slice()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::HashMap;

use thiserror::Error;

use crate::ballot::BallotKind;
use crate::ballots::{Ballots, Collector};
use crate::election::{Election, ElectionError, LARGEST, Project, tidy};
use crate::tie::TieOrder;

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Document {
    /// The lines `# KEY: value` in order, without those that name alternatives.
    pub meta: Vec<(String, String)>,
    /// Number and name of each alternative, in the order of the file.
    pub alternatives: Vec<(String, String)>,
    pub remarks: Vec<Remark>,
    ballots: Ballots,
    voters: u64,
}

/// Something put right while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// From 1.
    pub line: u64,
    pub kind: RemarkKind,
}

/// What a [`Remark`] is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// The ranking names an alternative again: the first place counts.
    Repeated { id: String },
    /// The ranking names an alternative that is not listed: left out.
    Unknown { id: String },
    /// The file states another number of voters.
    CountDiffers { stated: String, found: u64 },
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {problem}")]
pub struct ReadError {
    /// From 1.
    pub line: u64,
    pub problem: Problem,
}

/// What is wrong in the line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    #[error("the text is not UTF-8")]
    NotUtf8,
    #[error("no alternative is named")]
    NoAlternatives,
    #[error("the alternative {id:?} is named twice")]
    RepeatedAlternative { id: String },
    #[error("expected `voters: ranking`, found {found:?}")]
    NotARanking { found: String },
    #[error("{found:?} is no number of voters")]
    NotANumber { found: String },
    #[error("a brace is missing or inside another")]
    Braces,
    #[error("more voters or different rankings than can be counted")]
    TooMany,
}

fn shown(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Reads a file of rankings.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let lines = memchr::memchr_iter(b'\n', &bytes[..error.valid_up_to()]).count();
        ReadError { line: 1 + lines as u64, problem: Problem::NotUtf8 }
    })?;
    let mut document = Document {
        meta: Vec::new(),
        alternatives: Vec::new(),
        remarks: Vec::new(),
        ballots: Ballots::default(),
        voters: 0,
    };
    let mut places: HashMap<String, u32> = HashMap::new();
    let mut collector = Collector::new(BallotKind::Ranking);
    let mut entries: Vec<(u32, u32)> = Vec::new();
    for (line, row) in (1_u64..).zip(text.lines()) {
        let row = row.trim();
        let fail = |problem| ReadError { line, problem };
        if row.is_empty() {
            continue;
        }
        if let Some(comment) = row.strip_prefix('#') {
            let (key, value) = comment.split_once(':').unwrap_or((comment, ""));
            let (key, value) = (key.trim(), value.trim());
            let Some(id) = key.strip_prefix("ALTERNATIVE NAME") else {
                document.meta.push((key.to_owned(), value.to_owned()));
                continue;
            };
            let id = id.trim().to_owned();
            if places.insert(id.clone(), document.alternatives.len() as u32).is_some() {
                return Err(fail(Problem::RepeatedAlternative { id }));
            }
            document.alternatives.push((id, value.to_owned()));
            continue;
        }
        if document.alternatives.is_empty() {
            return Err(fail(Problem::NoAlternatives));
        }
        let Some((times, ranking)) = row.split_once(':') else {
            return Err(fail(Problem::NotARanking { found: shown(row) }));
        };
        let times = times.trim();
        let Some(voters) = times.parse::<u64>().ok().filter(|&voters| voters > 0) else {
            return Err(fail(Problem::NotANumber { found: shown(times) }));
        };
        entries.clear();
        let remark = |kind| Remark { line, kind };
        levels(ranking, |id, place| match places.get(id) {
            None => {
                let kind = RemarkKind::Unknown { id: shown(id) };
                document.remarks.push(remark(kind));
            }
            Some(&project) => entries.push((project, place)),
        })
        .map_err(fail)?;
        let named = entries.len();
        let repeated: Vec<u32> = {
            let mut sorted: Vec<u32> = entries.iter().map(|entry| entry.0).collect();
            sorted.sort_unstable();
            sorted.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
        };
        tidy(&mut entries);
        if entries.len() < named {
            for project in repeated {
                let id = document.alternatives[project as usize].0.clone();
                document.remarks.push(remark(RemarkKind::Repeated { id }));
            }
        }
        // Places count from 0 without gaps, so that equal rankings are merged.
        let mut used: Vec<u32> = entries.iter().map(|entry| entry.1).collect();
        used.sort_unstable();
        used.dedup();
        for entry in &mut entries {
            entry.1 = used.partition_point(|&place| place < entry.1) as u32;
        }
        collector.push(&entries, voters, LARGEST).map_err(|_| fail(Problem::TooMany))?;
    }
    if document.alternatives.is_empty() {
        let line = text.lines().count().max(1) as u64;
        return Err(ReadError { line, problem: Problem::NoAlternatives });
    }
    (document.ballots, document.voters) = collector.finish();
    let stated = document.meta.iter().position(|(key, _)| key == "NUMBER VOTERS");
    if let Some(at) = stated {
        let (stated, found) = (document.meta[at].1.clone(), document.voters);
        if stated.parse() != Ok(found) {
            let kind = RemarkKind::CountDiffers { stated, found };
            document.remarks.push(Remark { line: at as u64 + 1, kind });
        }
    }
    Ok(document)
}

/// Calls with each alternative and its place.
fn levels(ranking: &str, mut each: impl FnMut(&str, u32)) -> Result<(), Problem> {
    let (mut place, mut inside) = (0_u32, false);
    for part in ranking.split(',') {
        let mut id = part.trim();
        if let Some(rest) = id.strip_prefix('{') {
            if std::mem::replace(&mut inside, true) {
                return Err(Problem::Braces);
            }
            id = rest.trim();
        }
        let closes = id.ends_with('}');
        if closes {
            if !inside {
                return Err(Problem::Braces);
            }
            id = id[..id.len() - 1].trim();
        }
        if id.contains(['{', '}']) {
            return Err(Problem::Braces);
        }
        if !id.is_empty() {
            each(id, place);
        }
        inside &= !closes;
        if !inside {
            place = place.saturating_add(1);
        }
    }
    if inside { Err(Problem::Braces) } else { Ok(()) }
}

impl Document {
    /// The election the file describes, without costs and budget.
    pub fn election(self, tie_order: &TieOrder) -> Result<Election, ElectionError> {
        let projects = self.alternatives.into_iter();
        let projects = projects.map(|(id, name)| Project::new(id, name, 0)).collect();
        Election::of_parts(projects, self.ballots, self.voters, 0, tie_order)
    }
}
