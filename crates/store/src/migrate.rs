//! Tables: one SQL text for both engines, applied in order, never changed once published.
//!
//! A text uses `{ID}`, `{TEXT}`, `{INT}`, `{REAL}`, `{BOOL}`, `{BYTES}` for column types and ends each table
//! with `{STRICT}`; statements are separated by a line that holds `;` alone at its end. Lines that
//! begin with `--sqlite ` or `--postgres ` are for that engine only.

use sea_orm::{ConnectionTrait, TransactionTrait};

use crate::{Engine, Store, StoreError, tx::statement};

/// One step: its name (crate, number, what) and its SQL.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Unique name, `profile-0001-services`.
    pub name: &'static str,
    /// The SQL text.
    pub sql: &'static str,
}

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "store-0001-foundation",
        sql: include_str!("migrations/0001_foundation.sql"),
    },
    Migration { name: "store-0002-search", sql: include_str!("migrations/0002_search.sql") },
];

/// The text for one engine, split into statements.
fn statements(engine: Engine, sql: &str) -> Vec<String> {
    let types: [(&str, &str); 7] = match engine {
        Engine::Sqlite => [
            ("{ID}", "BLOB"),
            ("{TEXT}", "TEXT"),
            ("{INT}", "INTEGER"),
            ("{REAL}", "REAL"),
            ("{BOOL}", "INTEGER"),
            ("{BYTES}", "BLOB"),
            ("{STRICT}", "STRICT"),
        ],
        Engine::Postgres => [
            ("{ID}", "uuid"),
            ("{TEXT}", "text"),
            ("{INT}", "bigint"),
            ("{REAL}", "double precision"),
            ("{BOOL}", "boolean"),
            ("{BYTES}", "bytea"),
            ("{STRICT}", ""),
        ],
    };
    let (mine, other) = match engine {
        Engine::Sqlite => ("--sqlite ", "--postgres "),
        Engine::Postgres => ("--postgres ", "--sqlite "),
    };
    let mut text = String::with_capacity(sql.len());
    for line in sql.lines() {
        if line.starts_with(other) {
            continue;
        }
        let line = line.strip_prefix(mine).unwrap_or(line);
        if !line.trim_start().starts_with("--") {
            text.push_str(line);
            text.push('\n');
        }
    }
    for (name, kind) in types {
        text = text.replace(name, kind);
    }
    // A trigger holds inner semicolons, so statements end where a line ends with `;` and no BEGIN is open.
    let (mut out, mut current, mut inside) = (Vec::new(), String::new(), false);
    for line in text.lines() {
        current.push_str(line);
        current.push('\n');
        let trimmed = line.trim_end();
        if trimmed.ends_with(" BEGIN") {
            inside = true;
        } else if inside && trimmed == "END;" {
            inside = false;
        }
        if trimmed.ends_with(';') && !inside {
            out.push(current.trim().trim_end_matches(';').trim_end().to_owned());
            current.clear();
        }
    }
    out
}

/// Applies what is not applied yet, all or nothing per step; gives the names applied.
pub async fn up(store: &Store, migrations: &[Migration]) -> Result<Vec<&'static str>, StoreError> {
    let conn = store.write_connection();
    let engine = store.engine();
    let table =
        "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)";
    conn.execute_raw(statement(engine, table, [])).await?;
    let mut applied = Vec::new();
    for migration in migrations {
        let tx = conn.begin().await?;
        if engine == Engine::Postgres {
            // Two nodes may start together: the second waits and then finds the work done.
            tx.execute_raw(statement(engine, "SELECT pg_advisory_xact_lock(7241)", [])).await?;
        }
        let done = tx
            .query_one_raw(statement(
                engine,
                "SELECT name FROM migration WHERE name = ?",
                [migration.name.into()],
            ))
            .await?;
        if done.is_some() {
            tx.rollback().await?;
            continue;
        }
        for sql in statements(engine, migration.sql) {
            tx.execute_unprepared(&sql).await.map_err(|e| {
                StoreError::Corrupt(format!("migration {}: {e}\n{sql}", migration.name))
            })?;
        }
        let sql = "INSERT INTO migration (name, applied_at) VALUES (?, ?)";
        let now = store.clock().now().rfc3339();
        tx.execute_raw(statement(engine, sql, [migration.name.into(), now.into()])).await?;
        tx.commit().await?;
        applied.push(migration.name);
    }
    if engine == Engine::Postgres && !applied.is_empty() {
        conn.execute_unprepared(WALL).await?;
    }
    Ok(applied)
}

/// Row-level security on PostgreSQL: a transaction on one body's data cannot write another body's
/// rows, whatever its statements say; the network's own transactions can. Reading is not walled:
/// the condition would keep the search index from being used, so queries alone filter there.
const WALL: &str = "
CREATE OR REPLACE FUNCTION agio_writes_for(owner uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('agio.body', true), ''), '00000000-0000-0000-0000-000000000000')
    IN ('00000000-0000-0000-0000-000000000000', owner::text)
$$;
DO $$
DECLARE name text;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'body_id' AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND NOT c.relrowsecurity
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (true)', name);
    EXECUTE format('CREATE POLICY adds ON %I FOR INSERT WITH CHECK (agio_writes_for(body_id))', name);
    EXECUTE format('CREATE POLICY changes ON %I FOR UPDATE USING (agio_writes_for(body_id))', name);
    EXECUTE format('CREATE POLICY removals ON %I FOR DELETE USING (agio_writes_for(body_id))', name);
  END LOOP;
END $$;";

/// The names not applied yet.
pub async fn pending(
    store: &Store,
    migrations: &[Migration],
) -> Result<Vec<&'static str>, StoreError> {
    let mut waiting = Vec::new();
    for migration in migrations {
        let sql = "SELECT name FROM migration WHERE name = ?";
        let row = store
            .read()
            .query_one_raw(statement(store.engine(), sql, [migration.name.into()]))
            .await;
        if !matches!(row, Ok(Some(_))) {
            waiting.push(migration.name);
        }
    }
    Ok(waiting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triggers_stay_whole_and_engines_differ() {
        let sql = "CREATE TABLE a (id {ID}) {STRICT};\n--sqlite CREATE TRIGGER t AFTER INSERT ON a BEGIN\n--sqlite   SELECT 1;\n--sqlite END;\n--postgres CREATE INDEX i ON a (id);\n";
        assert_eq!(statements(Engine::Sqlite, sql).len(), 2);
        let postgres = statements(Engine::Postgres, sql);
        assert_eq!(postgres, ["CREATE TABLE a (id uuid)", "CREATE INDEX i ON a (id)"]);
    }
}
