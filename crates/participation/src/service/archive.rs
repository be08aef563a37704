//! Supports and comments that came about elsewhere or earlier: demo data, archives of other tools.
//! For a caller that has its own transaction and records it.

use sea_orm::Value;
use store::{StoreError, Tx};

use crate::model::{IdeaId, SupportBy};

/// Rows written at once.
const AT_ONCE: usize = 400;

/// Adds supports to an idea; who supports it already is not counted twice. Gives how many were new.
pub async fn bring_supports(
    tx: &Tx,
    idea: IdeaId,
    by: &[SupportBy],
    at: i64,
) -> Result<u64, StoreError> {
    let mut added = 0;
    for chunk in by.chunks(AT_ONCE) {
        let marks = vec!["(?, ?, ?, ?)"; chunk.len()].join(", ");
        let values: Vec<Value> = chunk
            .iter()
            .flat_map(|who| [tx.body().0.into(), idea.0.into(), who.stored().into(), at.into()])
            .collect();
        let text = format!(
            "INSERT INTO support (body_id, idea_id, who, at) VALUES {marks} \
             ON CONFLICT (body_id, idea_id, who) DO NOTHING"
        );
        added += tx.execute(&text, values).await?;
    }
    let count = i64::try_from(added).unwrap_or(i64::MAX);
    tx.execute(
        "UPDATE idea SET supports = supports + ? WHERE body_id = ? AND id = ?",
        [count.into(), tx.body().0.into(), idea.0.into()],
    )
    .await?;
    Ok(added)
}

/// Adds comments that everybody can read: how the author is called, and the text.
pub async fn bring_comments(
    tx: &Tx,
    idea: IdeaId,
    comments: &[(String, String)],
    at: i64,
) -> Result<(), StoreError> {
    for chunk in comments.chunks(AT_ONCE) {
        let marks = vec!["(?, ?, ?, ?, ?, 'published', ?)"; chunk.len()].join(", ");
        let mut values: Vec<Value> = Vec::with_capacity(chunk.len() * 6);
        for (author, text) in chunk {
            let id = tx.new_id();
            values.extend([tx.body().0.into(), idea.0.into(), id.into()]);
            values.extend([author.as_str().into(), text.as_str().into(), at.into()]);
        }
        let text = format!(
            "INSERT INTO comment (body_id, idea_id, id, author_label, text, state, at) VALUES {marks}"
        );
        tx.execute(&text, values).await?;
    }
    let count = i64::try_from(comments.len()).unwrap_or(i64::MAX);
    tx.execute(
        "UPDATE idea SET comments = comments + ? WHERE body_id = ? AND id = ?",
        [count.into(), tx.body().0.into(), idea.0.into()],
    )
    .await?;
    Ok(())
}
