//! A new look beside what was known: what appears, stays, goes and returns. Pure.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{FindingState, Found, store::FindingRow};

/// What a new look changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, utoipa::ToSchema)]
#[schema(as = FindingsLook)]
pub struct Look {
    /// Noticed for the first time.
    pub new: usize,
    /// Noticed again after they had gone, or on the day set.
    pub reopened: usize,
    /// No longer noticed.
    pub resolved: usize,
    /// Told in other words, because the profile changed.
    pub retold: usize,
}

impl Look {
    /// How many rows changed.
    pub const fn changes(self) -> usize {
        self.new + self.reopened + self.resolved + self.retold
    }
}

/// The rows to write so that what is kept is what is noticed; decisions stay.
pub fn weigh(
    known: Vec<FindingRow>,
    found: Vec<(&'static str, Found)>,
    today: Date,
    now: i64,
    mut new_id: impl FnMut() -> kernel::id::Uuid,
) -> (Vec<FindingRow>, Look) {
    let (mut rows, mut look) = (Vec::new(), Look::default());
    let mut known: HashMap<(String, String), FindingRow> =
        known.into_iter().map(|row| ((row.rule.clone(), row.subject.clone()), row)).collect();
    for (rule, found) in found {
        let key = (rule.to_owned(), found.subject);
        let severity = found.severity as i64;
        let Some(mut row) = known.remove(&key) else {
            look.new += 1;
            rows.push(FindingRow {
                id: new_id(),
                version: 1,
                rule: key.0,
                subject: key.1,
                severity,
                state: FindingState::Open,
                told: found.told,
                reason: String::new(),
                until: None,
                need_id: None,
                first_seen_at: now,
                decided_at: None,
                resolved_at: None,
            });
            continue;
        };
        let state = row.state.seen(row.until, today);
        let retold = row.told != found.told || row.severity != severity;
        if state == row.state && !retold {
            continue;
        }
        if state == row.state {
            look.retold += 1;
        } else {
            look.reopened += 1;
            row.reason.clear();
            (row.until, row.decided_at, row.resolved_at) = (None, None, None);
        }
        (row.state, row.told, row.severity) = (state, found.told, severity);
        row.version += 1;
        rows.push(row);
    }
    let mut gone: Vec<FindingRow> = known.into_values().collect();
    gone.sort_by_key(|row| row.id);
    for mut row in gone {
        let state = row.state.gone();
        if state != row.state {
            look.resolved += 1;
            (row.state, row.resolved_at) = (state, Some(now));
            row.version += 1;
            rows.push(row);
        }
    }
    (rows, look)
}

#[cfg(test)]
mod tests {
    use kernel::id::Uuid;

    use super::*;
    use crate::findings::Severity;

    const DAY: Date = Date::constant(2026, 7, 1);

    fn found(subject: &str) -> (&'static str, Found) {
        ("no-owner", Found::new(Severity::Minor, subject, "finding-reason-orphan"))
    }

    fn pass(
        known: &[FindingRow],
        found: &[(&'static str, Found)],
        day: Date,
    ) -> (Vec<FindingRow>, Look) {
        let mut next = 100;
        let new_id = || {
            next += 1;
            Uuid::from_u128(next)
        };
        weigh(known.to_vec(), found.to_vec(), day, 1000, new_id)
    }

    #[test]
    fn looking_twice_changes_nothing() {
        let (rows, look) = pass(&[], &[found("a"), found("b")], DAY);
        assert_eq!((look.new, rows.len()), (2, 2));
        let (again, look) = pass(&rows, &[found("b"), found("a")], DAY);
        assert_eq!((again, look), (Vec::new(), Look::default()));
    }

    #[test]
    fn what_goes_is_resolved_and_what_returns_is_open_again() {
        let (rows, _) = pass(&[], &[found("a")], DAY);
        let (gone, look) = pass(&rows, &[], DAY);
        assert_eq!((gone[0].state, gone[0].resolved_at), (FindingState::Resolved, Some(1000)));
        assert_eq!(look.resolved, 1);
        assert!(pass(&gone, &[], DAY).0.is_empty(), "resolved once");
        let (back, look) = pass(&gone, &[found("a")], DAY);
        assert_eq!((back[0].state, back[0].resolved_at), (FindingState::Open, None));
        assert_eq!((back[0].id, look.reopened), (rows[0].id, 1));
    }

    #[test]
    fn decisions_survive_a_new_look() {
        let (mut rows, _) = pass(&[], &[found("a"), found("b"), found("c")], DAY);
        let later = DAY.tomorrow().unwrap();
        rows[0].state = FindingState::Accepted;
        rows[1].state = FindingState::Dismissed;
        (rows[2].state, rows[2].until) = (FindingState::Postponed, Some(later));
        let all = [found("a"), found("b"), found("c")];
        assert!(pass(&rows, &all, DAY).0.is_empty());
        let (woken, look) = pass(&rows, &all, later);
        assert_eq!((woken.len(), woken[0].state, look.reopened), (1, FindingState::Open, 1));
        let (gone, _) = pass(&rows, &[], DAY);
        assert_eq!(gone.len(), 2, "the dismissed one stays as it is");
    }
}
