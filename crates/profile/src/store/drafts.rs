//! Queries about files that wait for confirmation.

use kernel::{BodyId, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult};
use store::{Engine, StoreError, Tx, sql};

use crate::import::Sheet;

/// A file waiting for confirmation.
pub(crate) struct DraftRow {
    pub sheet: Sheet,
    pub file_name: String,
    pub content: Vec<u8>,
    pub mapping_json: String,
    pub options_json: String,
    pub choices_json: String,
    pub source: String,
    pub source_hash: String,
}

pub(crate) async fn put_draft(tx: &Tx, id: Uuid, draft: &DraftRow) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO import_draft (body_id, id, register, file_name, content, mapping_json, options_json, \
         choices_json, source, source_hash, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            tx.body().0.into(),
            id.into(),
            draft.sheet.code().into(),
            draft.file_name.clone().into(),
            draft.content.clone().into(),
            draft.mapping_json.clone().into(),
            draft.options_json.clone().into(),
            draft.choices_json.clone().into(),
            draft.source.clone().into(),
            draft.source_hash.clone().into(),
            tx.now().0.into(),
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn draft(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
    id: Uuid,
) -> Result<Option<DraftRow>, StoreError> {
    let text = "SELECT register, file_name, content, mapping_json, options_json, choices_json, source, \
                source_hash FROM import_draft WHERE body_id = ? AND id = ?";
    let Some(row) = conn.query_one_raw(sql(engine, text, [body.0.into(), id.into()])).await? else {
        return Ok(None);
    };
    let sheet: String = row.try_get_by_index(0)?;
    Ok(Some(DraftRow {
        sheet: Sheet::parse(&sheet).ok_or_else(|| StoreError::Corrupt(sheet))?,
        file_name: row.try_get_by_index(1)?,
        content: row.try_get_by_index(2)?,
        mapping_json: row.try_get_by_index(3)?,
        options_json: row.try_get_by_index(4)?,
        choices_json: row.try_get_by_index(5)?,
        source: row.try_get_by_index(6)?,
        source_hash: row.try_get_by_index(7)?,
    }))
}

/// A file waiting, without its content.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Waiting {
    /// Its id.
    pub id: Uuid,
    /// What it is for: the word in addresses.
    pub register: String,
    /// The name it came with.
    pub file_name: String,
    /// When it came, UTC milliseconds.
    pub created_at: i64,
}

pub(crate) async fn waiting(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<Waiting>, StoreError> {
    use sea_orm::FromQueryResult as _;
    let text = "SELECT id, register, file_name, created_at FROM import_draft WHERE body_id = ? \
                ORDER BY created_at DESC, id LIMIT 20";
    Ok(Waiting::find_by_statement(sql(engine, text, [body.0.into()])).all(conn).await?)
}

pub(crate) async fn set_mapping(tx: &Tx, id: Uuid, mapping_json: &str) -> Result<(), StoreError> {
    let text = "UPDATE import_draft SET mapping_json = ? WHERE body_id = ? AND id = ?";
    tx.execute(text, [mapping_json.into(), tx.body().0.into(), id.into()]).await?;
    Ok(())
}

pub(crate) async fn remove_draft(tx: &Tx, id: Uuid) -> Result<(), StoreError> {
    for text in [
        "DELETE FROM import_draft WHERE body_id = ? AND id = ?",
        // The address it was fetched from has done its work.
        "DELETE FROM import_fetch WHERE body_id = ? AND draft_id = ?",
    ] {
        tx.execute(text, [tx.body().0.into(), id.into()]).await?;
    }
    Ok(())
}

/// Throws away files taken in and addresses asked for before a moment; how many files.
pub(crate) async fn sweep_drafts(tx: &Tx, before: i64) -> Result<u64, StoreError> {
    let values = || [tx.body().0.into(), before.into()];
    let text = "DELETE FROM import_fetch WHERE body_id = ? AND asked_at < ?";
    tx.execute(text, values()).await?;
    let text = "DELETE FROM import_draft WHERE body_id = ? AND created_at < ?";
    tx.execute(text, values()).await
}
