//! The public ideas of a body as rows to hand out.

use kernel::BodyId;
use sea_orm::FromQueryResult;
use store::{Store, StoreError, sql};

/// A public idea, without a word about its author.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Exported {
    /// Its public number in the body.
    pub number: i64,
    /// One line.
    pub title: String,
    /// Its whole text.
    pub text: String,
    /// Who it is for; may be empty.
    pub for_whom: String,
    /// Codes of its ISTAT areas, separated by spaces.
    pub areas: String,
    /// ISTAT code; may be empty.
    pub municipality: String,
    /// Code of its state.
    pub state: String,
    /// How many support it.
    pub supports: i64,
    /// When it went public, UTC milliseconds.
    pub published_at: i64,
}

/// Public ideas by number, after one.
pub async fn exported(
    store: &Store,
    body: BodyId,
    after: i64,
    limit: i64,
) -> Result<Vec<Exported>, StoreError> {
    let text = "SELECT number, title, text, for_whom, areas, municipality, state, supports, published_at \
                FROM idea WHERE body_id = ? AND public AND number > ? ORDER BY number LIMIT ?";
    let values = [body.0.into(), after.into(), limit.into()];
    Ok(Exported::find_by_statement(sql(store.engine(), text, values)).all(store.read()).await?)
}
