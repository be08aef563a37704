//! The words that public things are written with, and which of them a mistyped word may mean.
//!
//! Only words of public things are ever read: a correction cannot give away a draft, nor what
//! another body is working on.

use std::{collections::HashMap, sync::Arc};

use kernel::{BodyId, everyday, id::Uuid, italian};
use sea_orm::ConnectionTrait;
use tokio::sync::Mutex;

use crate::{Store, StoreError, events, tx::statement};

/// More distinct words than these are not kept: the rarest add little and cost time at each mistake.
const MOST_WORDS: usize = 60_000;

/// More vocabularies than these are not kept in memory.
const MOST_KEPT: usize = 64;

/// Things read at once.
const AT_ONCE: usize = 5000;

/// Shorter words are not corrected: nearly any of them is near another.
const SHORTEST: usize = 4;

/// The words of a text that are kept beside it: telling, long enough, each once.
pub(super) fn kept(text: &str) -> String {
    let mut seen = std::collections::HashSet::new();
    let words = italian::telling_words(text)
        .filter(|(_, folded)| correctable(folded) && seen.insert(folded.clone()))
        .map(|(word, _)| word);
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a folded word is long enough and made of letters.
fn correctable(folded: &str) -> bool {
    folded.len() >= SHORTEST && folded.chars().all(char::is_alphabetic)
}

/// A word that public things hold.
#[derive(Debug)]
struct Word {
    /// As it is written.
    shown: String,
    folded: String,
    stem: String,
    /// In how many things.
    things: u32,
}

/// The words of the public things of one kind of one body, or of all.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
    stems: std::collections::HashSet<String>,
}

impl Vocabulary {
    fn of(counted: HashMap<String, (String, u32)>) -> Self {
        let mut all: Vec<(String, (String, u32))> = counted.into_iter().collect();
        all.sort_by(|a, b| b.1.1.cmp(&a.1.1).then_with(|| a.0.cmp(&b.0)));
        all.truncate(MOST_WORDS);
        let words: Vec<Word> = all
            .into_iter()
            .map(|(folded, (shown, things))| Word {
                stem: italian::stem_of(&folded),
                shown,
                folded,
                things,
            })
            .collect();
        // Everyday words lead somewhere even where no thing holds them.
        let stems = words.iter().map(|word| word.stem.clone()).collect();
        let mut vocabulary = Self { words, stems };
        for (shown, folded) in everyday::words() {
            let stem = italian::stem_of(&folded);
            if correctable(&folded) && !vocabulary.stems.contains(&stem) {
                vocabulary.words.push(Word { shown, folded, stem, things: 0 });
            }
        }
        vocabulary
    }

    /// Whether some public thing holds the word, whatever its ending.
    pub(super) fn holds(&self, folded: &str) -> bool {
        self.stems.contains(&italian::stem_of(folded))
    }

    /// The known word nearest to a mistyped one: one slip in a short word, two in a long one.
    ///
    /// Of equally near words the one with the same first letter comes first, then the more common.
    pub(super) fn nearest(&self, folded: &str) -> Option<&str> {
        if !correctable(folded) {
            return None;
        }
        let stem = italian::stem_of(folded);
        let first = folded.chars().next();
        self.words
            .iter()
            .filter_map(|word| {
                let whole = slips(folded, &word.folded);
                let slips = whole.or_else(|| slips(&stem, &word.stem))?;
                // Of the words of one stem, the one that is written alike.
                Some((
                    slips + usize::from(whole.is_none()),
                    word.folded.chars().next() != first,
                    word,
                ))
            })
            .min_by(|a, b| {
                (a.0, a.1)
                    .cmp(&(b.0, b.1))
                    .then_with(|| b.2.things.cmp(&a.2.things))
                    .then_with(|| a.2.folded.cmp(&b.2.folded))
            })
            .map(|(_, _, word)| word.shown.as_str())
    }
}

/// How many slips lie between two words (a letter more, less, other, or two swapped); none when too many.
fn slips(typed: &str, known: &str) -> Option<usize> {
    let (length, other) = (typed.chars().count(), known.chars().count());
    let allowed = match length {
        0..SHORTEST => return None,
        SHORTEST..=6 => 1,
        _ => 2,
    };
    if length.abs_diff(other) > allowed || other < SHORTEST {
        return None;
    }
    Some(strsim::osa_distance(typed, known)).filter(|slips| *slips <= allowed)
}

/// Whose words, of which kind of thing.
type Of = (Option<BodyId>, Option<String>);

/// The vocabularies asked for so far, each with the event number it was read at.
#[derive(Debug, Default)]
pub(crate) struct Vocabularies(Mutex<HashMap<Of, (i64, Arc<Vocabulary>)>>);

impl Vocabularies {
    /// The words of now: read again when something has changed since.
    pub(super) async fn now(
        &self,
        store: &Store,
        body: Option<BodyId>,
        kind: Option<&str>,
    ) -> Result<Arc<Vocabulary>, StoreError> {
        // Held while reading, so that a crowd of mistakes reads the words once.
        let mut kept = self.0.lock().await;
        let version = match body {
            Some(body) => store.version(body).await?,
            // Numbers only grow, so their sum tells a change of any body.
            None => events::heads(store.read()).await?.iter().map(|head| head.seq).sum(),
        };
        let of = (body, kind.map(str::to_owned));
        if let Some((_, words)) = kept.get(&of).filter(|(at, _)| *at == version) {
            return Ok(Arc::clone(words));
        }
        let words = Arc::new(read(store, body, kind).await?);
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(of, (version, Arc::clone(&words)));
        Ok(words)
    }
}

/// Counts the words of one thing.
fn count(counted: &mut HashMap<String, (String, u32)>, words: &str) {
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let known = counted.entry(italian::fold(word)).or_insert_with(|| (word.to_owned(), 0));
        known.1 += 1;
        // Of a word with and without its accents the one with them is shown, whatever came first.
        if word > known.0.as_str() {
            word.clone_into(&mut known.0);
        }
    }
}

async fn read(
    store: &Store,
    body: Option<BodyId>,
    kind: Option<&str>,
) -> Result<Vocabulary, StoreError> {
    let mut sql =
        "SELECT body_id, kind, id, title, words FROM search_document WHERE public".to_owned();
    let mut filter: Vec<sea_orm::Value> = Vec::new();
    if let Some(body) = body {
        sql.push_str(" AND body_id = ?");
        filter.push(body.0.into());
    }
    if let Some(kind) = kind {
        sql.push_str(" AND kind = ?");
        filter.push(kind.into());
    }
    let order = format!(" ORDER BY body_id, kind, id LIMIT {AT_ONCE}");
    let mut counted: HashMap<String, (String, u32)> = HashMap::new();
    let mut after: Option<(Uuid, String, Uuid)> = None;
    loop {
        let (mut text, mut values) = (sql.clone(), filter.clone());
        if let Some((body, kind, id)) = after.take() {
            text.push_str(" AND (body_id, kind, id) > (?, ?, ?)");
            values.extend([body.into(), kind.into(), id.into()]);
        }
        text.push_str(&order);
        let rows = store.read().query_all_raw(statement(store.engine(), &text, values)).await?;
        for row in &rows {
            let (title, words): (String, String) =
                (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
            let words = if words.is_empty() { kept(&title) } else { words };
            count(&mut counted, &words);
        }
        let Some(last) = rows.last().filter(|_| rows.len() == AT_ONCE) else { break };
        after =
            Some((last.try_get_by_index(0)?, last.try_get_by_index(1)?, last.try_get_by_index(2)?));
    }
    Ok(Vocabulary::of(counted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(text: &str) -> Vocabulary {
        let counted =
            kept(text).split(' ').map(|word| (italian::fold(word), (word.to_owned(), 1))).collect();
        Vocabulary::of(counted)
    }

    #[test]
    fn a_slip_of_the_finger_is_forgiven_and_another_word_is_not() {
        let words =
            vocabulary("Assistenza domiciliare, contributi per l’affitto, città, nido, SPID");
        for (typed, meant) in [
            ("asistenza", "assistenza"),
            ("assitsenza", "assistenza"),
            ("domicigliare", "domiciliare"),
            ("contributti", "contributi"),
            ("afitto", "affitto"),
            ("cita", "città"),
            ("sipd", "spid"),
            ("nidi", "nido"),
        ] {
            assert_eq!(words.nearest(typed), Some(meant), "{typed}");
        }
        for other in ["xyz", "dinosauri", "nid", "2024", ""] {
            assert_eq!(words.nearest(other), None, "{other}");
        }
        assert!(words.holds("contributo") && !words.holds("contributti"));
    }

    #[test]
    fn kept_words_are_telling_and_come_once() {
        assert_eq!(kept("Il nido, i nidi e il NIDO di via Pò 12"), "nido nidi");
    }
}
