//! Readers of the layouts in which conversations are published.
//!
//! Votes come as one row a person (`participants-votes.csv`: `participant`, some columns about
//! them, then one column a statement) or one row a vote (`votes.csv`: `timestamp`,
//! `comment-id`, `voter-id`, `vote`). Agree is 1, disagree -1, pass 0, not seen is empty.

use std::collections::HashMap;
use std::io::Read;

use csv::{ByteRecord, ReaderBuilder};

use crate::conversation::ConversationBuilder;
use crate::vote::{Choice, Moderation, ParticipantId, StatementId, Verdict, Vote};

/// What is wrong with a file, and on which line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The bytes are no table.
    #[error("line {line}: not a CSV row: {cause}")]
    Csv {
        /// Line of the file, from 1; 0 when it is not known.
        line: u64,
        /// What the CSV reader says.
        cause: String,
    },
    /// The first line names the columns of no known layout.
    #[error("line 1: no column \"{missing}\" (the columns are: {found})")]
    Layout {
        /// The column that is needed.
        missing: &'static str,
        /// The columns that are there, shortened.
        found: String,
    },
    /// Two columns are about the same statement.
    #[error("line 1: the statement {statement} has two columns")]
    RepeatedStatement {
        /// Which.
        statement: u64,
    },
    /// Something else than a whole number.
    #[error("line {line}, column \"{column}\": \"{text}\" is not a whole number")]
    Number {
        /// Line of the file, from 1.
        line: u64,
        /// The name of the column.
        column: String,
        /// What is there, shortened.
        text: String,
    },
    /// Something else than 1, -1, 0 or nothing.
    #[error("line {line}, column \"{column}\": \"{text}\" is not a vote (1, -1, 0 or empty)")]
    Vote {
        /// Line of the file, from 1.
        line: u64,
        /// The name of the column.
        column: String,
        /// What is there, shortened.
        text: String,
    },
    /// A person has two rows.
    #[error("line {line}: the participant {participant} was already on line {first_line}")]
    RepeatedParticipant {
        /// Line of the file, from 1.
        line: u64,
        /// Where they were first.
        first_line: u64,
        /// Who.
        participant: u64,
    },
}

/// How the votes were laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One row a person.
    People,
    /// One row a vote.
    Votes,
}

/// What a file of votes held beside the votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VotesFile {
    /// How it was laid out.
    pub layout: Layout,
    /// Rows below the heading.
    pub rows: u64,
    /// The group that the publisher gave each person, where the file says it.
    pub groups: Vec<(ParticipantId, i64)>,
}

/// A statement in a file of comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Which.
    pub id: StatementId,
    /// How many agreed, as published.
    pub agrees: Option<u64>,
    /// How many disagreed, as published.
    pub disagrees: Option<u64>,
    /// What moderation decided.
    pub moderation: Moderation,
    /// Its words; empty where the file has none.
    pub text: String,
}

/// Reads a file of votes of either layout into a conversation.
pub fn read_votes(from: impl Read, into: &mut ConversationBuilder) -> Result<VotesFile, ReadError> {
    let mut reader = ReaderBuilder::new().from_reader(from);
    let headings = headings(&mut reader)?;
    if headings.iter().any(|name| name == "participant") {
        read_people(reader, &headings, into)
    } else {
        read_rows(reader, &headings, into)
    }
}

/// Reads a file of comments: moderation goes into the conversation, the rest is given back.
pub fn read_comments(
    from: impl Read,
    into: &mut ConversationBuilder,
) -> Result<Vec<Comment>, ReadError> {
    let mut reader = ReaderBuilder::new().from_reader(from);
    let headings = headings(&mut reader)?;
    let id = column(&headings, "comment-id")?;
    let moderated = column(&headings, "moderated")?;
    let find = |names: &[&str]| headings.iter().position(|name| names.contains(&name.as_str()));
    let (agrees, disagrees) = (find(&["agrees"]), find(&["disagrees"]));
    let (meta, text) = (find(&["is-meta", "is_meta"]), find(&["comment-body"]));
    let mut comments = Vec::new();
    let mut record = ByteRecord::new();
    while next(&mut reader, &mut record)? {
        let row = Row { record: &record, headings: &headings };
        let id = StatementId(row.number(id)?);
        let verdict = match row.number::<i64>(moderated)? {
            ..=-1 => Verdict::Rejected,
            0 => Verdict::Waiting,
            1.. => Verdict::Accepted,
        };
        let is_meta = meta.is_some_and(|meta| {
            matches!(row.text(meta).to_ascii_lowercase().as_str(), "1" | "true" | "t")
        });
        let moderation = Moderation { verdict, meta: is_meta };
        into.moderate(id, moderation);
        let count = |at: Option<usize>| at.map(|at| row.number(at)).transpose();
        comments.push(Comment {
            id,
            agrees: count(agrees)?,
            disagrees: count(disagrees)?,
            moderation,
            text: text.map(|text| row.text(text)).unwrap_or_default(),
        });
    }
    Ok(comments)
}

fn read_people<R: Read>(
    mut reader: csv::Reader<R>,
    headings: &[String],
    into: &mut ConversationBuilder,
) -> Result<VotesFile, ReadError> {
    let person = column(headings, "participant")?;
    let group = headings.iter().position(|name| name == "group-id");
    let mut columns: Vec<(usize, StatementId)> = Vec::new();
    let mut known = HashMap::new();
    for (place, name) in headings.iter().enumerate() {
        if let Ok(statement) = name.parse::<u64>() {
            if known.insert(statement, place).is_some() {
                return Err(ReadError::RepeatedStatement { statement });
            }
            into.statement(StatementId(statement));
            columns.push((place, StatementId(statement)));
        }
    }
    let mut file = VotesFile { layout: Layout::People, rows: 0, groups: Vec::new() };
    let mut lines: HashMap<u64, u64> = HashMap::new();
    let mut record = ByteRecord::new();
    while next(&mut reader, &mut record)? {
        file.rows += 1;
        let row = Row { record: &record, headings };
        let participant: u64 = row.number(person)?;
        if let Some(first_line) = lines.insert(participant, row.line()) {
            return Err(ReadError::RepeatedParticipant {
                line: row.line(),
                first_line,
                participant,
            });
        }
        into.participant(ParticipantId(participant));
        if let Some(group) = group
            && !row.bytes(group).is_empty()
        {
            file.groups.push((ParticipantId(participant), row.number(group)?));
        }
        for (place, statement) in &columns {
            if let Some(choice) = row.vote(*place)? {
                into.vote(Vote {
                    participant: ParticipantId(participant),
                    statement: *statement,
                    choice,
                    time: 0,
                });
            }
        }
    }
    Ok(file)
}

fn read_rows<R: Read>(
    mut reader: csv::Reader<R>,
    headings: &[String],
    into: &mut ConversationBuilder,
) -> Result<VotesFile, ReadError> {
    let voter = column(headings, "voter-id")?;
    let comment = column(headings, "comment-id")?;
    let vote = column(headings, "vote")?;
    let time = column(headings, "timestamp")?;
    let mut file = VotesFile { layout: Layout::Votes, rows: 0, groups: Vec::new() };
    let mut record = ByteRecord::new();
    while next(&mut reader, &mut record)? {
        file.rows += 1;
        let row = Row { record: &record, headings };
        let participant = ParticipantId(row.number(voter)?);
        let statement = StatementId(row.number(comment)?);
        let choice = row.vote(vote)?.ok_or_else(|| row.no_vote(vote))?;
        into.vote(Vote { participant, statement, choice, time: row.number(time)? });
    }
    Ok(file)
}

fn headings<R: Read>(reader: &mut csv::Reader<R>) -> Result<Vec<String>, ReadError> {
    let record = reader.byte_headers().map_err(|error| csv_error(&error))?;
    let clean = |name: &[u8]| {
        String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_ascii_lowercase()
    };
    Ok(record.iter().map(clean).collect())
}

fn column(headings: &[String], name: &'static str) -> Result<usize, ReadError> {
    headings.iter().position(|heading| heading == name).ok_or_else(|| {
        let mut found = headings.iter().take(8).cloned().collect::<Vec<_>>().join(", ");
        if headings.len() > 8 {
            found.push_str(", …");
        }
        ReadError::Layout { missing: name, found: shortened(&found, 200) }
    })
}

fn next<R: Read>(reader: &mut csv::Reader<R>, record: &mut ByteRecord) -> Result<bool, ReadError> {
    reader.read_byte_record(record).map_err(|error| csv_error(&error))
}

fn csv_error(error: &csv::Error) -> ReadError {
    let line = error.position().map_or(0, csv::Position::line);
    ReadError::Csv { line, cause: error.to_string() }
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most).chain(['…']).collect()
}

struct Row<'a> {
    record: &'a ByteRecord,
    headings: &'a [String],
}

impl Row<'_> {
    fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    fn bytes(&self, place: usize) -> &[u8] {
        self.record.get(place).unwrap_or_default().trim_ascii()
    }

    fn text(&self, place: usize) -> String {
        String::from_utf8_lossy(self.bytes(place)).into_owned()
    }

    fn column(&self, place: usize) -> String {
        self.headings.get(place).map(|name| shortened(name, 40)).unwrap_or_default()
    }

    fn number<T: std::str::FromStr>(&self, place: usize) -> Result<T, ReadError> {
        let read = std::str::from_utf8(self.bytes(place)).ok().and_then(|text| text.parse().ok());
        read.ok_or_else(|| ReadError::Number {
            line: self.line(),
            column: self.column(place),
            text: shortened(&self.text(place), 40),
        })
    }

    fn vote(&self, place: usize) -> Result<Option<Choice>, ReadError> {
        match self.bytes(place) {
            b"" => Ok(None),
            b"1" => Ok(Some(Choice::Agree)),
            b"-1" => Ok(Some(Choice::Disagree)),
            b"0" => Ok(Some(Choice::Pass)),
            _ => Err(self.no_vote(place)),
        }
    }

    fn no_vote(&self, place: usize) -> ReadError {
        let text = shortened(&self.text(place), 40);
        ReadError::Vote { line: self.line(), column: self.column(place), text }
    }
}
