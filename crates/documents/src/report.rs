//! What a report contains: chapters of texts, numbers, charts and tables, told once and written as
//! PDF or as DOCX.

use crate::Language;
use crate::agenda::{BodyIdentity, Fact};

/// A report, ready to be written.
#[derive(Debug, Clone)]
pub struct Report {
    /// The body it is about.
    pub body: BodyIdentity,
    /// Language of the fixed texts; the contents come as they are.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// What stands below the title: the day it is of.
    pub subtitle: String,
    /// One sentence about it, for catalogues.
    pub description: String,
    /// Words it is looked for with.
    pub keywords: Vec<String>,
    /// Public address of what it tells.
    pub address: Option<String>,
    /// The numbers of the first page.
    pub facts: Vec<Fact>,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
}

/// A chapter of a report.
#[derive(Debug, Clone, Default)]
pub struct Chapter {
    /// Its title.
    pub title: String,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a chapter.
#[derive(Debug, Clone)]
pub enum Block {
    /// A paragraph; each line of the text is one.
    Text(String),
    /// A heading inside the chapter.
    Heading(String),
    /// Short names, each with what it says.
    Terms(Vec<(String, String)>),
    /// A list.
    List(Vec<String>),
    /// Bars, and the same numbers as a table; where no picture fits, the table alone.
    Chart(Chart),
    /// A table.
    Table(Table),
    /// An address to follow, with what is there.
    Link {
        /// What is there.
        text: String,
        /// The address.
        address: String,
    },
}

/// How many of each.
#[derive(Debug, Clone)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// Headings of the table beside it: what is counted, and how many.
    pub heads: [String; 2],
    /// The bars.
    pub bars: Vec<(String, u32)>,
}

impl Chart {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        let [name, number] = &self.heads;
        Table {
            title: self.title.clone(),
            columns: vec![
                Column { head: name.clone(), share: 5, number: false },
                Column { head: number.clone(), share: 1, number: true },
            ],
            rows: self.bars.iter().map(|(name, n)| vec![name.clone(), n.to_string()]).collect(),
        }
    }

    /// What the picture says, for who cannot see it.
    pub fn words(&self) -> String {
        let bars: Vec<String> = self.bars.iter().map(|(name, n)| format!("{name}: {n}")).collect();
        format!("{}. {}.", self.title, bars.join("; "))
    }
}

/// A table; the first column names its rows.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it holds.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a text for each column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its heading.
    pub head: String,
    /// Its share of the width.
    pub share: u16,
    /// Whether it holds numbers, which end at the right.
    pub number: bool,
}

impl Column {
    /// A column of texts.
    pub fn text(head: impl Into<String>, share: u16) -> Self {
        Self { head: head.into(), share, number: false }
    }
}
