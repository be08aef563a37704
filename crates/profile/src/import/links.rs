//! A file that says which service uses which database, compared with what is kept.

use std::collections::HashMap;

use kernel::id::Uuid;

use super::Choices;
use super::plan::{Candidate, Change, Outcome, Plan, Problem, report};
use crate::{
    fields::{Field, Kind},
    lists,
    model::Access,
};

const fn field(
    name: &'static str,
    kind: Kind,
    required: bool,
    headings: &'static [&'static str],
) -> Field {
    Field { name, kind, required, essential: required, headings }
}

/// What a row holds.
pub const FIELDS: &[Field] = &[
    field("service_code", Kind::Code, true, &["servizio", "codice servizio", "id servizio"]),
    field(
        "database_code",
        Kind::Code,
        true,
        &["base dati", "codice base dati", "banca dati", "id base dati"],
    ),
    field(
        "access",
        Kind::Choice(lists::ACCESS),
        true,
        &["accesso", "che cosa fa", "lettura scrittura", "uso"],
    ),
    field("means", Kind::Choice(lists::MEANS), false, &["mezzo", "come", "modalita", "scambio"]),
];

/// The records a link may join, and the links there are.
#[derive(Debug, Default)]
pub(crate) struct Ends {
    /// Services by code: id and name.
    pub services: HashMap<String, (Uuid, String)>,
    /// Databases by code: id and name.
    pub databases: HashMap<String, (Uuid, String)>,
    /// Access and means of each link.
    pub uses: HashMap<(Uuid, Uuid), (String, String)>,
}

/// One link to be saved.
#[derive(Debug, Clone)]
pub(crate) struct LinkWrite {
    pub service: Uuid,
    pub database: Uuid,
    pub access: Access,
    pub means: String,
}

/// Compares rows with the links there are.
pub(crate) fn compare(
    candidates: &[Candidate],
    ends: &Ends,
    choices: &Choices,
) -> (Plan, Vec<LinkWrite>) {
    let mut writes = Vec::new();
    let plan = report(candidates, choices, |candidate| {
        let value = |at: usize| candidate.values[at].as_deref().unwrap_or_default();
        let (service, database) = (ends.services.get(value(0)), ends.databases.get(value(1)));
        let names = [service, database].map(|end| end.map_or("?", |(_, name)| name.as_str()));
        let name = names.join(" → ");
        let mut problems = candidate.problems.clone();
        for (at, found, key) in [
            (0, service, texts::key!("profile-row-no-service")),
            (1, database, texts::key!("profile-row-no-database")),
        ] {
            if found.is_none() && !value(at).is_empty() {
                let (row, value) = (candidate.row, value(at).to_owned());
                problems.push(Problem { row, column: String::new(), value, key, n: None });
            }
        }
        let access = Access::parse(value(2));
        let (Some(service), Some(database), Some(access), true) =
            (service, database, access, problems.is_empty())
        else {
            return (name, Outcome::Wrong(problems));
        };
        let kept = ends.uses.get(&(service.0, database.0));
        // A file without that column does not speak of the means.
        let spoken = candidate.values[3].clone();
        let means = spoken.or_else(|| kept.map(|(_, means)| means.clone())).unwrap_or_default();
        let wanted = !choices.refuses_row(candidate.row);
        let mut saved = (access.code().to_owned(), means.clone());
        let outcome = match kept {
            None => {
                if choices.columns.contains("means") {
                    saved.1.clear();
                }
                Outcome::New
            }
            Some((kept_access, kept_means)) => {
                let mut changes = Vec::new();
                for (field, before, after) in
                    [("access", kept_access, &mut saved.0), ("means", kept_means, &mut saved.1)]
                {
                    if before == after {
                        continue;
                    }
                    let accepted = wanted && !choices.refuses(candidate.row, field, before);
                    let (before, told) = (before.clone(), after.clone());
                    if !accepted {
                        after.clone_from(&before);
                    }
                    changes.push(Change { field, before, after: told, accepted });
                }
                if changes.is_empty() { Outcome::Unchanged } else { Outcome::Changed(changes) }
            }
        };
        let touches = match &outcome {
            Outcome::New => wanted,
            Outcome::Changed(changes) => changes.iter().any(|change| change.accepted),
            _ => false,
        };
        if let (true, Some(access)) = (touches, Access::parse(&saved.0)) {
            let (service, database) = (service.0, database.0);
            writes.push(LinkWrite { service, database, access, means: saved.1 });
        }
        (name, outcome)
    });
    (plan, writes)
}
