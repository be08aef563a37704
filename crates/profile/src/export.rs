//! The registers as tables to hand out: rows of typed cells, no file format.
//!
//! Headings are the labels of the fields and codes are written in words: what the program wrote, it
//! reads again ([`crate::import`]).

use jiff::civil::Date;
use kernel::BodyId;
use store::Store;
use texts::{Lang, Texts, key};

use crate::{
    ProfileError, Register,
    fields::{Field, Kind},
    import::Sheet,
    public,
    rules::{PeopleCount, people_shown},
    structured,
};

/// Rows of a file at most.
const MOST: i64 = 100_000;

/// Who will read a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Anybody: small numbers of people are not told.
    Everybody,
    /// Who keeps the register.
    Staff,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text anybody may have written: who writes the file keeps it from being run as a formula.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Cents of euro.
    Money(i64),
    /// A day.
    Day(Date),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it holds, in words.
    pub title: String,
    /// Headings.
    pub columns: Vec<String>,
    /// Rows, by name.
    pub rows: Vec<Vec<Cell>>,
}

/// The table of a sheet without rows, to be filled in.
pub fn blank(texts: &Texts, lang: Lang, sheet: Sheet) -> Table {
    let say = |key: &str| texts.text(lang, key).to_owned();
    let title = match sheet {
        Sheet::Records(Register::Services) => key!("profile-services"),
        Sheet::Records(Register::Databases) => key!("profile-databases"),
        Sheet::Records(Register::PlanSheets) => key!("profile-plan-sheets"),
        Sheet::Links => key!("profile-sheet-links"),
    };
    let columns = sheet.fields().iter().map(|field| say(&field.label_key())).collect();
    Table { title: say(title), columns, rows: Vec::new() }
}

/// What a template says of each column: its heading, a note, what may be chosen.
pub fn columns(texts: &Texts, lang: Lang, sheet: Sheet) -> Vec<(String, String, Vec<String>)> {
    let say = |key: &str| texts.text(lang, key).to_owned();
    let column = |field: &Field| {
        let values: Vec<String> = match field.kind {
            Kind::Choice(list) | Kind::Choose(list) => {
                list.iter().map(|(code, _)| say(&field.choice_key(code))).collect()
            }
            Kind::Term(list) | Kind::Terms(list) => {
                list().terms().iter().map(|term| term.label(lang.tag()).to_owned()).collect()
            }
            Kind::YesNo => vec![say(key!("profile-yes")), say(key!("profile-no"))],
            _ => Vec::new(),
        };
        let note = match field.kind {
            Kind::Choose(_) | Kind::Terms(_) => say(key!("profile-template-many")),
            Kind::Money => say(key!("profile-template-money")),
            Kind::Day => say(key!("profile-template-day")),
            Kind::Whole(..) => say(key!("profile-template-whole")),
            _ if field.required => say(key!("profile-template-required")),
            _ => String::new(),
        };
        (say(&field.label_key()), note, values)
    };
    sheet.fields().iter().map(column).collect()
}

/// The table of a sheet.
pub async fn table(
    store: &Store,
    texts: &Texts,
    lang: Lang,
    body: BodyId,
    sheet: Sheet,
    reader: Reader,
) -> Result<Table, ProfileError> {
    let mut table = blank(texts, lang, sheet);
    match sheet {
        Sheet::Records(register) => {
            for kept in public::all(store, body, register, MOST).await? {
                let draft = kept.values.get(register, "card_state") == "draft";
                if draft && reader == Reader::Everybody {
                    continue;
                }
                let fields = register.fields().iter().zip(&kept.values.0);
                let row = fields.map(|(field, value)| cell(texts, lang, field, value, reader));
                table.rows.push(row.collect());
            }
        }
        Sheet::Links => {
            table.columns.push(texts.text(lang, key!("thread-service")).to_owned());
            table.columns.push(texts.text(lang, key!("thread-database")).to_owned());
            for link in public::links(store, body, MOST, reader == Reader::Staff).await? {
                let access = link.access.code();
                let words = [(2, access), (3, link.means.as_str())].map(|(at, code)| {
                    cell(texts, lang, &crate::import::links::FIELDS[at], code, reader)
                });
                let [access, means] = words;
                let text = Cell::Text;
                table.rows.push(vec![
                    text(link.service.code),
                    text(link.database.code),
                    access,
                    means,
                    text(link.service.name),
                    text(link.database.name),
                ]);
            }
        }
    }
    Ok(table)
}

/// The whole matrix, a service a row and a database a column, with what is read and written in words.
pub async fn matrix(
    store: &Store,
    texts: &Texts,
    lang: Lang,
    body: BodyId,
) -> Result<Table, ProfileError> {
    let matrix = public::matrix(store, body, MOST).await?;
    let say = |key: &str| texts.text(lang, key).to_owned();
    let field = &crate::import::links::FIELDS[2];
    let mut columns = vec![say(key!("profile-field-code")), say(key!("thread-service"))];
    columns.extend(matrix.databases.iter().map(|database| database.name.clone()));
    let rows = matrix.services.iter().map(|service| {
        let cells = matrix.databases.iter().map(|database| {
            let access = matrix.cell(service.id, database.id);
            access.map_or(Cell::Empty, |access| Cell::Text(say(&field.choice_key(access.code()))))
        });
        let head = [service.code.clone(), service.name.clone()].map(Cell::Text);
        head.into_iter().chain(cells).collect()
    });
    Ok(Table { title: say(key!("profile-matrix")), columns, rows: rows.collect() })
}

/// A kept value as a cell.
fn cell(texts: &Texts, lang: Lang, field: &Field, kept: &str, reader: Reader) -> Cell {
    // Names and addresses of colleagues are for the office.
    if kept.is_empty() || (field.name == "referents" && reader == Reader::Everybody) {
        return Cell::Empty;
    }
    let choice = |code: &str| texts.text(lang, &field.choice_key(code)).to_owned();
    let many = |words: Vec<String>| Cell::Text(words.join("; "));
    let number = kept.parse::<i64>().ok();
    match field.kind {
        Kind::Choice(_) => Cell::Text(choice(kept)),
        Kind::Choose(_) => many(kept.split(';').map(choice).collect()),
        Kind::Term(list) => Cell::Text(list().label(kept, lang.tag()).to_owned()),
        Kind::Terms(list) => {
            many(kept.split(';').map(|code| list().label(code, lang.tag()).to_owned()).collect())
        }
        Kind::Whole(..) if field.name == "users_count" && reader == Reader::Everybody => {
            match people_shown(number) {
                PeopleCount::Unknown => Cell::Empty,
                PeopleCount::FewerThanFive => {
                    Cell::Text(texts.text(lang, key!("profile-fewer-than-five")).to_owned())
                }
                PeopleCount::Exactly(n) => Cell::Integer(n),
            }
        }
        Kind::Whole(..) => number.map_or(Cell::Empty, Cell::Integer),
        Kind::Money => number.map_or(Cell::Empty, Cell::Money),
        Kind::Day => kept.parse().map_or(Cell::Empty, Cell::Day),
        Kind::YesNo => {
            let key = if kept == "yes" { key!("profile-yes") } else { key!("profile-no") };
            Cell::Text(texts.text(lang, key).to_owned())
        }
        Kind::Channels => {
            Cell::Text(structured::spoken_channels(&structured::channels(kept), lang.tag()))
        }
        Kind::Platforms => many(
            structured::platforms(kept)
                .iter()
                .map(|used| {
                    let day = used.date.map(|day| format!(", {day}")).unwrap_or_default();
                    let state = texts.text(lang, used.state.key());
                    format!("{} ({state}{day})", choice(&used.platform))
                })
                .collect(),
        ),
        Kind::Classes => many(kept.split(';').map(str::to_owned).collect()),
        Kind::Code | Kind::Line(_) | Kind::Text(_) | Kind::Url | Kind::Email => {
            Cell::Text(kept.to_owned())
        }
    }
}
