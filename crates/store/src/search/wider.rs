//! What else to look for when the typed words find nothing: the same with its slips mended, and the
//! words that offices use for what people say.

use kernel::{BodyId, everyday, italian};
use sea_orm::sea_query::SimpleExpr;

use super::{Hit, condition, mark, run};
use crate::{Engine, Store, StoreError};

/// More phrases than these are not looked for at once.
const MOST_PHRASES: usize = 5;

/// Other words for a search that found nothing; each of them finds something public.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wider {
    /// The phrases, each looked for with all its words; to be shown to the reader.
    pub phrases: Vec<String>,
}

/// The engine's query for things that hold all words of one of the phrases; whole words only.
fn query(engine: Engine, body: Option<BodyId>, phrases: &[String]) -> Option<String> {
    // Stems hold letters and digits only, so nothing in a phrase can be read as an operator.
    let (quote, and, or) = match engine {
        Engine::Sqlite => ('"', " AND ", " OR "),
        Engine::Postgres => ('\'', " & ", " | "),
    };
    let groups: Vec<String> = phrases
        .iter()
        .filter_map(|phrase| {
            let stems = italian::stems(phrase);
            let words: Vec<String> = stems
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(|word| format!("{quote}{word}{quote}"))
                .collect();
            (!words.is_empty()).then(|| format!("({})", words.join(and)))
        })
        .collect();
    if groups.is_empty() {
        return None;
    }
    let any = groups.join(or);
    Some(match body.filter(|_| engine == Engine::Sqlite) {
        Some(body) => format!("{} AND ({any})", mark(body)),
        None => any,
    })
}

/// A condition for a list: the id column is among the things that hold all words of one phrase.
///
/// None when no phrase says anything.
pub fn matching_any(
    engine: Engine,
    body: BodyId,
    kind: &str,
    phrases: &[String],
    id_column: &str,
) -> Option<SimpleExpr> {
    let query = query(engine, Some(body), phrases)?;
    Some(condition(engine, body, kind, query, id_column))
}

/// Public things that hold all words of one of the phrases, best first.
pub async fn find_wider(
    store: &Store,
    body: Option<BodyId>,
    kind: Option<&str>,
    wider: &Wider,
    limit: i64,
) -> Result<Vec<Hit>, StoreError> {
    let Some(query) = query(store.engine(), body, &wider.phrases) else { return Ok(Vec::new()) };
    run(store, body, kind, query, limit).await
}

/// What else to look for when the typed words found nothing; none when nothing else finds something.
///
/// First the typed words with their slips mended, together with what offices call the thing; failing
/// that, the typed words that are known, all of them or one by one.
pub async fn widen(
    store: &Store,
    body: Option<BodyId>,
    kind: Option<&str>,
    typed: &str,
) -> Result<Option<Wider>, StoreError> {
    let typed: Vec<(String, String)> = italian::telling_words(typed).take(12).collect();
    if typed.is_empty() {
        return Ok(None);
    }
    let vocabulary = store.vocabularies().now(store, body, kind).await?;
    let mended: Vec<(String, bool)> = typed
        .iter()
        .map(|(shown, folded)| {
            if vocabulary.holds(folded) {
                return (shown.clone(), true);
            }
            let meant = vocabulary.nearest(folded).map(str::to_owned);
            let known = meant.is_some();
            (meant.unwrap_or_else(|| shown.clone()), known)
        })
        .collect();
    let sentence = |only_known: bool| {
        let words = mended.iter().filter(|(_, known)| *known || !only_known);
        words.map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ")
    };
    let mut first = Vec::new();
    if mended.iter().all(|(_, known)| *known) {
        first.push(sentence(false));
    }
    first.extend(everyday::written_for(&sentence(false)).into_iter().map(str::to_owned));
    let known: Vec<String> =
        mended.iter().filter(|(_, known)| *known).map(|(word, _)| word.clone()).collect();
    for phrases in [first, vec![sentence(true)], known] {
        let found = that_find(store, body, kind, phrases).await?;
        if !found.is_empty() {
            return Ok(Some(Wider { phrases: found }));
        }
    }
    Ok(None)
}

/// The phrases that find something, each once.
async fn that_find(
    store: &Store,
    body: Option<BodyId>,
    kind: Option<&str>,
    phrases: Vec<String>,
) -> Result<Vec<String>, StoreError> {
    let (mut found, mut seen) = (Vec::new(), Vec::new());
    for phrase in phrases {
        let stems = italian::stems(&phrase);
        if seen.contains(&stems) || found.len() == MOST_PHRASES {
            continue;
        }
        seen.push(stems);
        let Some(query) = query(store.engine(), body, std::slice::from_ref(&phrase)) else {
            continue;
        };
        if !run(store, body, kind, query, 1).await?.is_empty() {
            found.push(phrase);
        }
    }
    Ok(found)
}
