//! Tables for everybody: CSV (RFC 4180) and its description in CSV on the Web.

use std::io;

use serde_json::{Value, json};

use crate::LICENCE;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// Codes joined by `;`.
    Codes,
    /// A whole number.
    Whole,
    /// A decimal number with a point.
    Decimal,
    /// A day, `2026-01-31`.
    Day,
    /// `true` or `false`.
    YesNo,
    /// A web address.
    Address,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name, the heading of the file.
    pub name: String,
    /// What it says, in words.
    pub title: String,
    /// What it holds.
    pub holds: Holds,
    /// Whether every row has it.
    pub required: bool,
    /// The only values it may have, when they are few.
    pub one_of: Vec<String>,
    /// The property it stands for, if a vocabulary has one.
    pub property: Option<&'static str>,
}

/// A table and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The address of the file, as a reader of the description resolves it.
    pub url: String,
    /// Title.
    pub title: String,
    /// What it holds.
    pub description: String,
    /// Who publishes it: address and name.
    pub publisher: (String, String),
    /// Day of the last change.
    pub modified: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// The columns that tell one row from another.
    pub key: Vec<&'static str>,
}

impl Table {
    /// The description, in JSON.
    pub fn description(&self) -> Value {
        let columns: Vec<Value> = self.columns.iter().map(column).collect();
        json!({
            "@context": ["http://www.w3.org/ns/csvw", { "@language": "it" }],
            "url": self.url,
            "dc:title": self.title,
            "dc:description": self.description,
            "dc:license": { "@id": LICENCE },
            "dc:publisher": { "@id": self.publisher.0, "schema:name": self.publisher.1 },
            "dc:modified": { "@value": self.modified, "@type": "xsd:date" },
            "dialect": { "encoding": "utf-8", "delimiter": ",", "header": true },
            "tableSchema": { "columns": columns, "primaryKey": self.key },
        })
    }

    /// The first line.
    pub fn heading(&self) -> io::Result<Vec<u8>> {
        line(self.columns.iter().map(|column| column.name.as_str()))
    }
}

fn column(column: &Column) -> Value {
    let datatype = match column.holds {
        Holds::Text | Holds::Codes if column.one_of.is_empty() => json!("string"),
        Holds::Text | Holds::Codes => {
            json!({ "base": "string", "format": column.one_of.join("|") })
        }
        Holds::Whole => json!("integer"),
        Holds::Decimal => json!("decimal"),
        Holds::Day => json!({ "base": "date", "format": "yyyy-MM-dd" }),
        Holds::YesNo => json!({ "base": "boolean", "format": "true|false" }),
        Holds::Address => json!("anyURI"),
    };
    let mut described = json!({
        "name": column.name,
        "titles": column.name,
        "dc:description": column.title,
        "datatype": datatype,
    });
    if let Some(object) = described.as_object_mut() {
        if column.required {
            object.insert("required".into(), true.into());
        }
        if column.holds == Holds::Codes {
            object.insert("separator".into(), ";".into());
        }
        if let Some(property) = column.property {
            object.insert("propertyUrl".into(), property.into());
        }
    }
    described
}

/// One line; text that a spreadsheet would run as a formula gets an apostrophe before it.
pub fn line<'a>(cells: impl Iterator<Item = &'a str>) -> io::Result<Vec<u8>> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for cell in cells {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        if formula && cell.parse::<f64>().is_err() {
            writer.write_field(format!("'{cell}"))?;
        } else {
            writer.write_field(cell)?;
        }
    }
    writer.write_record(None::<&[u8]>)?;
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_quoted_and_harmless() {
        let cells = ["a", "b \"c\", d", "=1+1", "-3", "uno\ndue"];
        let text = String::from_utf8(line(cells.into_iter()).unwrap()).unwrap();
        assert_eq!(text, "a,\"b \"\"c\"\", d\",'=1+1,-3,\"uno\ndue\"\r\n");
    }
}
