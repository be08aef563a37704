//! The terms on cards: which may be newly given, and how they read.

use std::collections::HashMap;

use kernel::{BodyId, form::FieldError};
use sea_orm::ConnectionTrait;
use store::{Engine, Store, StoreError, Tx};
use texts::key;

use super::{
    model::{Term, Vocabulary},
    store as rows,
};
use crate::{
    ProfileError,
    import::{
        Choices, Problem,
        plan::{Candidate, Known},
    },
    model::{Register, Values},
    structured::{self, Class},
};

/// The field of a card that holds them.
pub const FIELD: &str = "local_terms";

/// Why a term may not be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No classification of the body has it.
    Unknown,
    /// It was closed, or does not hold yet.
    Closed,
}

impl Fault {
    const fn form_key(self) -> &'static str {
        match self {
            Self::Unknown => key!("vocabulary-form-unknown"),
            Self::Closed => key!("vocabulary-form-closed"),
        }
    }

    const fn row_key(self) -> &'static str {
        match self {
            Self::Unknown => key!("vocabulary-row-unknown"),
            Self::Closed => key!("vocabulary-row-closed"),
        }
    }
}

/// The terms that some cards name, as a body knows them.
#[derive(Debug, Clone, Default)]
pub struct Names {
    known: HashMap<Class, (Vocabulary, Term)>,
    day: String,
}

impl Names {
    /// The classification and the term of a class; none when the body knows no such term.
    pub fn get(&self, class: &Class) -> Option<(&Vocabulary, &Term)> {
        self.known.get(class).map(|(vocabulary, term)| (vocabulary, term))
    }

    /// Whether a term is closed today.
    pub fn is_closed(&self, term: &Term) -> bool {
        term.is_closed(&self.day)
    }

    /// The first class of `after` that `before` did not have and that may not be given.
    fn refused(&self, before: &str, after: &str) -> Option<(Class, Fault)> {
        let had = structured::classes(before);
        let new = structured::classes(after).into_iter().filter(|class| !had.contains(class));
        new.into_iter().find_map(|class| match self.get(&class) {
            // Official lists have fields of their own.
            Some((vocabulary, _)) if vocabulary.official => Some((class, Fault::Unknown)),
            Some((_, term)) if term.is_open(&self.day) => None,
            Some(_) => Some((class, Fault::Closed)),
            None => Some((class, Fault::Unknown)),
        })
    }
}

async fn names_of(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    classes: &[Class],
    day: String,
) -> Result<Names, StoreError> {
    if classes.is_empty() {
        return Ok(Names { known: HashMap::new(), day });
    }
    Ok(Names { known: rows::named(conn, engine, body, classes).await?, day })
}

/// The words behind the classes of a card.
pub async fn names(store: &Store, body: BodyId, classes: &[Class]) -> Result<Names, ProfileError> {
    let day = store.clock().now().day().to_string();
    Ok(names_of(store.read(), store.engine(), body, classes, day).await?)
}

/// Refuses terms that a card did not have and may not be given.
pub(crate) async fn check(tx: &Tx, before: &Values, after: &Values) -> Result<(), ProfileError> {
    let value = |values: &Values| values.get(Register::Services, FIELD).to_owned();
    let (before, after) = (value(before), value(after));
    if before == after || after.is_empty() {
        return Ok(());
    }
    let (classes, day) = (structured::classes(&after), tx.now().day().to_string());
    let names = names_of(tx.conn(), tx.engine(), tx.body(), &classes, day).await?;
    match names.refused(&before, &after) {
        None => Ok(()),
        Some((_, fault)) => {
            let error = FieldError { field: FIELD, key: fault.form_key(), n: None };
            Err(ProfileError::Invalid(vec![error]))
        }
    }
}

/// The same for the rows of a file: what may not be given, by the number of its row.
pub(crate) async fn refused_rows(
    conn: &impl ConnectionTrait,
    engine: Engine,
    (body, register): (BodyId, Register),
    candidates: &[Candidate],
    known: &HashMap<String, Known>,
    choices: &Choices,
    day: String,
) -> Result<HashMap<usize, Problem>, StoreError> {
    let mut found = HashMap::new();
    let Some(at) = register.position(FIELD) else { return Ok(found) };
    let written = |candidate: &Candidate| candidate.values[at].clone().unwrap_or_default();
    let mut classes: Vec<Class> =
        candidates.iter().flat_map(|one| structured::classes(&written(one))).collect();
    classes.sort_unstable_by(|a, b| (&a.scheme, &a.code).cmp(&(&b.scheme, &b.code)));
    classes.dedup();
    if classes.is_empty() {
        return Ok(found);
    }
    let names = names_of(conn, engine, body, &classes, day).await?;
    for candidate in candidates {
        let before = match known.get(&candidate.code) {
            // The row is as it was when it was last brought in.
            Some(Known { values: None, .. }) => continue,
            Some(Known { values: Some(values), .. }) => values.0[at].as_str(),
            None => "",
        };
        if choices.refuses(candidate.row, FIELD, before) {
            continue;
        }
        if let Some((class, fault)) = names.refused(before, &written(candidate)) {
            let (row, column) = (candidate.row, String::new());
            let value = format!("{}:{}", class.scheme, class.code);
            found.insert(row, Problem { row, column, value, key: fault.row_key(), n: None });
        }
    }
    Ok(found)
}
