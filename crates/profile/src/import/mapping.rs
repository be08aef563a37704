//! Which column of a file is which field of the register.

use super::Sheet;
use crate::{fields::plain, labels};

/// For each column of the file, the field it fills, or none when it is left out.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mapping(pub Vec<Option<String>>);

/// Why a mapping cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MappingFault {
    /// No column holds the name.
    NoName,
    /// A column that says which service, which database or what it does is missing.
    NoEnds,
    /// Two columns fill the same field.
    Twice,
    /// A field of that name does not exist.
    UnknownField,
    /// More columns are matched than the file has.
    NoSuchColumn,
}

impl MappingFault {
    /// Its message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoName => texts::key!("profile-mapping-no-name"),
            Self::NoEnds => texts::key!("profile-mapping-no-ends"),
            Self::Twice => texts::key!("profile-mapping-twice"),
            Self::UnknownField => texts::key!("profile-mapping-unknown-field"),
            Self::NoSuchColumn => texts::key!("profile-mapping-no-such-column"),
        }
    }
}

impl std::fmt::Display for MappingFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for MappingFault {}

impl Mapping {
    /// Guesses from Italian or English headings; each field is given to the first column that fits.
    pub fn guess(sheet: impl Into<Sheet>, headings: &[String]) -> Self {
        let sheet: Sheet = sheet.into();
        let plain_headings: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
        let mut guessed: Vec<Option<String>> = vec![None; headings.len()];
        let mut taken: Vec<&str> = Vec::new();
        // The field's own name is surer than another word for it, so it is tried first everywhere.
        for by_name in [true, false] {
            for (column, heading) in plain_headings.iter().enumerate() {
                if guessed[column].is_some() || heading.is_empty() {
                    continue;
                }
                let fits = |field: &&crate::fields::Field| {
                    !taken.contains(&field.name)
                        && if by_name {
                            plain(field.name) == *heading
                        } else {
                            field.headings.contains(&heading.as_str())
                                || labels::is_of(field, heading)
                        }
                };
                if let Some(field) = sheet.fields().iter().find(fits) {
                    taken.push(field.name);
                    guessed[column] = Some(field.name.to_owned());
                }
            }
        }
        Self(guessed)
    }

    /// Checks the mapping against the sheet's fields and the file, and gives the place of each field
    /// among the columns: one entry for each field.
    pub fn resolve(
        &self,
        sheet: impl Into<Sheet>,
        columns: usize,
    ) -> Result<Vec<Option<usize>>, MappingFault> {
        let sheet: Sheet = sheet.into();
        let mut places = vec![None; sheet.fields().len()];
        for (column, field) in self.0.iter().enumerate() {
            let Some(field) = field.as_deref().filter(|f| !f.is_empty()) else { continue };
            if column >= columns {
                return Err(MappingFault::NoSuchColumn);
            }
            let at = sheet.position(field).ok_or(MappingFault::UnknownField)?;
            if places[at].replace(column).is_some() {
                return Err(MappingFault::Twice);
            }
        }
        let lacks = |(field, place): (&crate::fields::Field, &Option<usize>)| {
            field.required && place.is_none()
        };
        if sheet.fields().iter().zip(&places).any(lacks) {
            return Err(if sheet == Sheet::Links {
                MappingFault::NoEnds
            } else {
                MappingFault::NoName
            });
        }
        Ok(places)
    }
}
