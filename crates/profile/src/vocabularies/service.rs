//! The use cases about classifications, each one transaction.

use kernel::{
    BodyId, Principal,
    form::{Draft, FieldError},
    id::{NETWORK, Uuid},
    italian,
};
use serde_json::{Value, json};
use store::{Change, Store, Tx};
use texts::key;

use super::{
    model::{OFFICIAL, Official, Term, Vocabulary},
    plan::{self, LABEL, MOST, Plan},
    store as rows,
};
use crate::{
    ProfileError,
    import::read::{Limits, Options, Refusal},
    service::Place,
    structured::{Class, read_term_code},
};

pub use super::store::{Version, Wanted};

/// A word that an address already uses.
const TAKEN: &str = "nuovo";

/// The classifications that hold for a body: its own, those of the bodies above, the official ones.
pub async fn visible(store: &Store, body: BodyId) -> Result<Vec<Vocabulary>, ProfileError> {
    Ok(rows::visible(store.read(), store.engine(), body).await?)
}

/// One of them by its word.
pub async fn one(store: &Store, body: BodyId, slug: &str) -> Result<Vocabulary, ProfileError> {
    let found = visible(store, body).await?.into_iter().find(|one| one.slug == slug);
    found.ok_or(ProfileError::NotFound)
}

/// Terms of a classification in their order, at most `most`.
pub async fn terms(
    store: &Store,
    of: &Vocabulary,
    wanted: &Wanted,
    most: i64,
) -> Result<Vec<Term>, ProfileError> {
    let day = store.clock().now().day().to_string();
    let at = (of.owner, of.slug.as_str());
    Ok(rows::terms(store.read(), store.engine(), at, wanted, &day, most).await?)
}

/// One term.
pub async fn term(store: &Store, of: &Vocabulary, code: &str) -> Result<Term, ProfileError> {
    let found = rows::term(store.read(), store.engine(), (of.owner, &of.slug), code).await?;
    found.ok_or(ProfileError::NotFound)
}

/// The versions of a classification, the last first.
pub async fn versions(store: &Store, of: &Vocabulary) -> Result<Vec<Version>, ProfileError> {
    Ok(rows::versions(store.read(), store.engine(), (of.owner, &of.slug)).await?)
}

/// How many cards of a body name a term.
pub async fn cards(
    store: &Store,
    body: BodyId,
    slug: &str,
    code: &str,
) -> Result<i64, ProfileError> {
    let class = Class { scheme: slug.to_owned(), code: code.to_owned() };
    Ok(rows::cards(store.read(), store.engine(), body, &class).await?)
}

/// For whom a change is told: the body, and those below it, whose pages show the same words.
#[derive(Debug, Clone)]
struct Scope {
    owner: BodyId,
    below: Vec<BodyId>,
}

impl Scope {
    async fn of(store: &Store, owner: BodyId) -> Result<Self, ProfileError> {
        let below = identity::registry::ids_below(store.read(), store.engine(), owner).await?;
        Ok(Self { owner, below })
    }

    /// The body in whose transaction one writes: only the network may write for several.
    const fn lock(&self) -> BodyId {
        if self.below.is_empty() { self.owner } else { NETWORK }
    }

    async fn record(&self, tx: &Tx, change: Change<'_>) -> Result<(), ProfileError> {
        tx.record_for(self.owner, change.clone()).await?;
        for body in &self.below {
            let told = Change { before: Value::Null, after: Value::Null, ..change.clone() };
            tx.record_for(*body, told).await?;
        }
        Ok(())
    }

    /// The body's own classification, which alone it may change.
    async fn own(&self, tx: &Tx, slug: &str) -> Result<Vocabulary, ProfileError> {
        let found = rows::visible(tx.conn(), tx.engine(), self.owner).await?;
        let found = found.into_iter().find(|one| one.slug == slug);
        let found = found.ok_or(ProfileError::NotFound)?;
        if found.owner == self.owner { Ok(found) } else { Err(ProfileError::NotAllowed) }
    }
}

fn wrong(field: &'static str, key: &'static str) -> ProfileError {
    ProfileError::Invalid(vec![FieldError { field, key, n: None }])
}

fn head_of(draft: &mut Draft) -> Vocabulary {
    let (title_it, title_en) =
        (draft.text("title_it", true, 2, 120), draft.text("title_en", false, 2, 120));
    let slug = draft.text("slug", false, 2, 60);
    let slug = italian::slug(if slug.is_empty() { &title_it } else { &slug });
    let slug = italian::slug(&slug.chars().take(40).collect::<String>());
    if slug.is_empty() && !title_it.is_empty() {
        draft.refuse("slug", key!("vocabulary-form-no-word"), None);
    }
    let source = draft.text("source", false, 2, 300);
    let version = draft.text("version", false, 1, 40);
    let day = draft.day("version_day", false);
    Vocabulary {
        owner: NETWORK,
        slug,
        id: Uuid::nil(),
        title_it,
        title_en,
        source,
        official: false,
        version: if version.is_empty() { "1".to_owned() } else { version },
        version_day: day.map(|day| day.to_string()).unwrap_or_default(),
        revision: 1,
        updated_at: 0,
        terms: 0,
    }
}

/// Begins a classification of the body's own, without terms; gives its word.
pub async fn create(
    store: &Store,
    place: &Place,
    who: &Principal,
    typed: Vec<(String, String)>,
) -> Result<String, ProfileError> {
    let mut draft = Draft::new(typed);
    let head = head_of(&mut draft);
    draft.finish().map_err(ProfileError::Invalid)?;
    let scope = Scope::of(store, place.body).await?;
    let input = (scope.clone(), who.clone(), head);
    store
        .write(scope.lock(), input, |tx, (scope, who, head)| {
            Box::pin(async move {
                let held = rows::visible(tx.conn(), tx.engine(), scope.owner).await?;
                let one = Vocabulary { owner: scope.owner, id: tx.new_id(), ..head.clone() };
                let taken = one.slug == TAKEN || held.iter().any(|held| held.slug == one.slug);
                if taken || !rows::add(tx, &one).await? {
                    return Err(wrong("slug", key!("vocabulary-form-word-taken")));
                }
                rows::add_version(tx, (one.owner, &one.slug), &begun(&one, 0)).await?;
                let change = Change::by(who, "vocabulary.create", "vocabulary", one.id);
                let after =
                    json!({ "slug": one.slug, "title": one.title_it, "version": one.version });
                scope.record(tx, change.after(after)).await?;
                Ok(one.slug)
            })
        })
        .await
}

/// The first version of a classification.
fn begun(one: &Vocabulary, added: i64) -> Version {
    Version {
        n: 1,
        at: 0,
        version: one.version.clone(),
        version_day: one.version_day.clone(),
        source: one.source.clone(),
        file_name: String::new(),
        added,
        changed: 0,
        closed: 0,
    }
}

/// Reads a code, or refuses the field.
fn code_of(draft: &mut Draft, field: &'static str, required: bool) -> String {
    let typed = draft.text(field, required, 1, 60);
    if typed.is_empty() {
        return typed;
    }
    read_term_code(&typed).unwrap_or_else(|| {
        draft.refuse(field, key!("vocabulary-form-code"), None);
        String::new()
    })
}

/// Refuses a code that another field names and that is no open term, or the term itself.
async fn must_be_open(
    tx: &Tx,
    of: &Vocabulary,
    field: &'static str,
    code: &str,
    own: &str,
) -> Result<(), ProfileError> {
    if code.is_empty() {
        return Ok(());
    }
    let found = rows::term(tx.conn(), tx.engine(), (of.owner, &of.slug), code).await?;
    let day = tx.now().day().to_string();
    if code == own || found.is_none_or(|term| term.is_closed(&day)) {
        return Err(wrong(field, key!("vocabulary-form-no-such-term")));
    }
    Ok(())
}

/// Whether the walk from `parent` upwards meets a term: it would be above itself.
async fn meets(tx: &Tx, of: &Vocabulary, parent: &str, code: &str) -> Result<bool, ProfileError> {
    let mut at = parent.to_owned();
    for _ in 0..50 {
        if at.is_empty() || at == code {
            break;
        }
        let found = rows::term(tx.conn(), tx.engine(), (of.owner, &of.slug), &at).await?;
        at = found.map(|term| term.parent).unwrap_or_default();
    }
    Ok(at == code)
}

/// Adds a term to a classification of the body's own; gives its code.
pub async fn add_term(
    store: &Store,
    place: &Place,
    who: &Principal,
    slug: &str,
    typed: Vec<(String, String)>,
) -> Result<String, ProfileError> {
    let mut draft = Draft::new(typed);
    let term = Term {
        code: code_of(&mut draft, "code", true),
        label_it: draft.text("label_it", true, 1, LABEL),
        label_en: draft.text("label_en", false, 1, LABEL),
        parent: code_of(&mut draft, "parent", false),
        valid_from: draft.day("valid_from", false).map(|day| day.to_string()).unwrap_or_default(),
        ..Term::default()
    };
    draft.finish().map_err(ProfileError::Invalid)?;
    let scope = Scope::of(store, place.body).await?;
    let input = (scope.clone(), who.clone(), slug.to_owned(), term);
    store
        .write(scope.lock(), input, |tx, (scope, who, slug, term)| {
            Box::pin(async move {
                let own = scope.own(tx, slug).await?;
                let at = (own.owner, own.slug.as_str());
                must_be_open(tx, &own, "parent", &term.parent, &term.code).await?;
                if own.terms >= MOST as i64 {
                    return Err(ProfileError::Refused(key!("vocabulary-too-many")));
                }
                let term = Term { place: rows::next_place(tx, at).await?, ..term.clone() };
                if rows::add_terms(tx, at, std::slice::from_ref(&term)).await? == 0 {
                    return Err(wrong("code", key!("vocabulary-form-code-used")));
                }
                rows::touch(tx, &own).await?;
                let change = Change::by(who, "vocabulary.term", "vocabulary", own.id);
                let after = json!({ "slug": own.slug, "code": term.code, "label": term.label_it });
                scope.record(tx, change.after(after)).await?;
                Ok(term.code)
            })
        })
        .await
}

/// Mends the words of a term; its code stays.
pub async fn edit_term(
    store: &Store,
    place: &Place,
    who: &Principal,
    (slug, code): (&str, &str),
    typed: Vec<(String, String)>,
) -> Result<(), ProfileError> {
    let mut draft = Draft::new(typed);
    let label_it = draft.text("label_it", true, 1, LABEL);
    let label_en = draft.text("label_en", false, 1, LABEL);
    let parent = code_of(&mut draft, "parent", false);
    draft.finish().map_err(ProfileError::Invalid)?;
    let scope = Scope::of(store, place.body).await?;
    let words = (label_it, label_en, parent);
    let input = (scope.clone(), who.clone(), slug.to_owned(), code.to_owned(), words);
    store
        .write(scope.lock(), input, |tx, (scope, who, slug, code, words)| {
            Box::pin(async move {
                let own = scope.own(tx, slug).await?;
                let at = (own.owner, own.slug.as_str());
                let found = rows::term(tx.conn(), tx.engine(), at, code).await?;
                let kept = found.ok_or(ProfileError::NotFound)?;
                let (label_it, label_en, parent) = words.clone();
                if parent != kept.parent {
                    must_be_open(tx, &own, "parent", &parent, code).await?;
                    if meets(tx, &own, &parent, code).await? {
                        return Err(wrong("parent", key!("vocabulary-form-turns")));
                    }
                }
                let term = Term { label_it, label_en, parent, ..kept.clone() };
                if term == kept {
                    return Ok(());
                }
                rows::set_term(tx, at, &term).await?;
                rows::touch(tx, &own).await?;
                let told = |term: &Term| {
                    json!({ "slug": own.slug, "code": term.code, "label": term.label_it,
                        "label_en": term.label_en, "parent": term.parent })
                };
                let change = Change::by(who, "vocabulary.term", "vocabulary", own.id);
                scope.record(tx, change.values(told(&kept), told(&term))).await
            })
        })
        .await
}

/// Closes a term: cards keep it, none is given it any more, its code is never used again.
pub async fn close_term(
    store: &Store,
    place: &Place,
    who: &Principal,
    (slug, code): (&str, &str),
    typed: Vec<(String, String)>,
) -> Result<(), ProfileError> {
    let mut draft = Draft::new(typed);
    let until = draft.day("valid_until", false).map(|day| day.to_string());
    let replaced_by = code_of(&mut draft, "replaced_by", false);
    draft.finish().map_err(ProfileError::Invalid)?;
    let scope = Scope::of(store, place.body).await?;
    let input = (scope.clone(), who.clone(), slug.to_owned(), code.to_owned(), until, replaced_by);
    store
        .write(scope.lock(), input, |tx, (scope, who, slug, code, until, replaced_by)| {
            Box::pin(async move {
                let own = scope.own(tx, slug).await?;
                let at = (own.owner, own.slug.as_str());
                let found = rows::term(tx.conn(), tx.engine(), at, code).await?;
                let kept = found.ok_or(ProfileError::NotFound)?;
                let today = tx.now().day().to_string();
                if kept.is_closed(&today) {
                    return Err(ProfileError::Refused(key!("vocabulary-already-closed")));
                }
                must_be_open(tx, &own, "replaced_by", replaced_by, code).await?;
                let valid_until = until.clone().unwrap_or(today);
                let term = Term { valid_until, replaced_by: replaced_by.clone(), ..kept };
                rows::set_term(tx, at, &term).await?;
                rows::touch(tx, &own).await?;
                let change = Change::by(who, "vocabulary.close-term", "vocabulary", own.id);
                let after = json!({ "slug": own.slug, "code": term.code,
                    "valid_until": term.valid_until, "replaced_by": term.replaced_by });
                scope.record(tx, change.after(after)).await
            })
        })
        .await
}

/// A table taken in, with what it would do.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id, for the next pages.
    pub id: Uuid,
    /// The classification.
    pub vocabulary: Vocabulary,
    /// The name it came with.
    pub file_name: String,
    /// The version it makes.
    pub version: String,
    /// Whether open terms that it does not name are closed.
    pub whole: bool,
    /// What it would do.
    pub plan: Plan,
}

/// Reads a table away from the threads that answer requests.
async fn read_rows(content: Vec<u8>) -> Result<Vec<plan::Row>, ProfileError> {
    let work = move || {
        let limits = Limits { rows: MOST, ..Limits::default() };
        tables::read_as(&content, &limits, &Options::default(), &|cells| plan::known(cells))
    };
    // A reader that stops half-way (a fault of a library) has read nothing: the file is refused.
    let done = tokio::task::spawn_blocking(work).await;
    let table = done.map_err(|_| ProfileError::File(Refusal::BrokenWorkbook))??;
    plan::rows(&table).ok_or(ProfileError::Refused(plan::NO_COLUMNS))
}

/// Takes a table in as the next version of a classification of the body's own; nothing changes yet.
pub async fn upload(
    store: &Store,
    place: &Place,
    slug: &str,
    (file_name, content): (&str, Vec<u8>),
    typed: Vec<(String, String)>,
) -> Result<Uuid, ProfileError> {
    let mut draft = Draft::new(typed);
    let version = draft.text("version", true, 1, 40);
    let day = draft.day("version_day", false);
    let (source, whole) = (draft.text("source", false, 2, 300), draft.flag("whole"));
    draft.finish().map_err(ProfileError::Invalid)?;
    let vocabulary = one(store, place.body, slug).await?;
    if vocabulary.owner != place.body {
        return Err(ProfileError::NotAllowed);
    }
    read_rows(content.clone()).await?;
    let row = rows::DraftRow {
        vocabulary: vocabulary.slug,
        file_name: file_name.chars().filter(|c| !c.is_control()).take(200).collect(),
        content,
        version,
        version_day: day.map(|day| day.to_string()).unwrap_or_default(),
        source,
        whole,
    };
    store
        .write(place.body, row, |tx, row| {
            Box::pin(async move {
                let id = tx.new_id();
                rows::put_draft(tx, id, row).await?;
                Ok::<_, ProfileError>(id)
            })
        })
        .await
}

/// What a table that was taken in would do now.
pub async fn preview(
    store: &Store,
    body: BodyId,
    slug: &str,
    id: Uuid,
) -> Result<Import, ProfileError> {
    let (conn, engine) = (store.read(), store.engine());
    let draft = rows::draft(conn, engine, body, id).await?;
    let draft = draft.filter(|draft| draft.vocabulary == slug).ok_or(ProfileError::NotFound)?;
    let vocabulary = one(store, body, slug).await?;
    let kept = terms(store, &vocabulary, &Wanted::default(), i64::MAX).await?;
    let day = store.clock().now().day().to_string();
    let plan = plan::compare(&kept, &read_rows(draft.content).await?, draft.whole, &day);
    let (file_name, version, whole) = (draft.file_name, draft.version, draft.whole);
    Ok(Import { id, vocabulary, file_name, version, whole, plan })
}

/// Makes a table the new version, all or nothing, as the preview with this fingerprint showed it.
pub async fn apply(
    store: &Store,
    place: &Place,
    who: &Principal,
    (slug, id): (&str, Uuid),
    fingerprint: &str,
) -> Result<Plan, ProfileError> {
    let draft = rows::draft(store.read(), store.engine(), place.body, id).await?;
    let draft = draft.filter(|draft| draft.vocabulary == slug).ok_or(ProfileError::NotFound)?;
    let new = read_rows(draft.content.clone()).await?;
    let scope = Scope::of(store, place.body).await?;
    let input = (scope.clone(), who.clone(), draft, new, fingerprint.to_owned());
    store
        .write(scope.lock(), input, move |tx, (scope, who, draft, new, seen)| {
            Box::pin(async move {
                let own = scope.own(tx, &draft.vocabulary).await?;
                let done = write_plan(tx, &own, draft, new, Some(seen)).await?;
                rows::remove_draft(tx, scope.owner, id).await?;
                let change = Change::by(who, "vocabulary.import", "vocabulary", own.id);
                let before = json!({ "slug": own.slug, "version": own.version });
                let after = json!({ "slug": own.slug, "version": draft.version,
                    "added": done.added, "changed": done.changed, "closed": done.closed });
                scope.record(tx, change.values(before, after)).await?;
                Ok(done)
            })
        })
        .await
}

/// Writes what rows change in a classification, and the version they make.
async fn write_plan(
    tx: &Tx,
    of: &Vocabulary,
    draft: &rows::DraftRow,
    new: &[plan::Row],
    seen: Option<&String>,
) -> Result<Plan, ProfileError> {
    // Compared again here: only inside the transaction nobody else can change the terms.
    let (at, day) = ((of.owner, of.slug.as_str()), tx.now().day().to_string());
    let all = Wanted::default();
    let kept = rows::terms(tx.conn(), tx.engine(), at, &all, &day, i64::MAX).await?;
    let plan = plan::compare(&kept, new, draft.whole, &day);
    if plan.wrong > 0 {
        return Err(ProfileError::Rows(plan.problems()));
    }
    if seen.is_some_and(|seen| *seen != plan.fingerprint) {
        return Err(ProfileError::Moved);
    }
    if kept.len() + plan.new.len() > MOST {
        return Err(ProfileError::Refused(key!("vocabulary-too-many")));
    }
    rows::add_terms(tx, at, &plan.new).await?;
    for term in &plan.set {
        rows::set_term(tx, at, term).await?;
    }
    let source = if draft.source.is_empty() { &of.source } else { &draft.source };
    let (version, version_day) = (draft.version.clone(), draft.version_day.clone());
    let now = Vocabulary { version, version_day, source: source.clone(), ..of.clone() };
    rows::touch(tx, &now).await?;
    let entry = Version {
        file_name: draft.file_name.clone(),
        changed: plan.changed as i64,
        closed: plan.closed as i64,
        ..begun(&now, plan.added as i64)
    };
    rows::add_version(tx, at, &entry).await?;
    Ok(plan)
}

/// Gives a table up.
pub async fn discard(store: &Store, body: BodyId, id: Uuid) -> Result<(), ProfileError> {
    store
        .write(body, id, |tx, id| {
            Box::pin(
                async move { Ok::<_, ProfileError>(rows::remove_draft(tx, tx.body(), *id).await?) },
            )
        })
        .await
}

/// Throws away tables that nobody confirmed for a day; how many. A job calls it.
pub async fn sweep_drafts(store: &Store, body: BodyId) -> Result<u64, ProfileError> {
    store
        .write(body, (), |tx, ()| {
            Box::pin(async move {
                Ok::<_, ProfileError>(rows::sweep_drafts(tx, tx.now().plus_days(-1).0).await?)
            })
        })
        .await
}

/// Brings the lists that come with the program into the tables: each once for each version it has
/// there. Terms that a new version no longer has are closed. How many lists changed.
pub async fn seed(store: &Store) -> Result<usize, ProfileError> {
    let held = rows::visible(store.read(), store.engine(), NETWORK).await?;
    let current = |list: &&Official| {
        held.iter().any(|one| one.slug == list.slug && one.version == list.version.0)
    };
    let due: Vec<Official> = OFFICIAL.iter().filter(|list| !current(list)).copied().collect();
    if due.is_empty() {
        return Ok(0);
    }
    store
        .write(NETWORK, due, |tx, due| {
            Box::pin(async move {
                for list in due {
                    seed_one(tx, list).await?;
                }
                Ok::<_, ProfileError>(due.len())
            })
        })
        .await
}

async fn seed_one(tx: &Tx, list: &Official) -> Result<(), ProfileError> {
    let one = Vocabulary {
        owner: NETWORK,
        slug: list.slug.into(),
        id: tx.new_id(),
        title_it: list.title.0.into(),
        title_en: list.title.1.into(),
        source: list.source.into(),
        official: true,
        version: list.version.0.into(),
        version_day: list.version.1.into(),
        revision: 1,
        updated_at: 0,
        terms: 0,
    };
    rows::add(tx, &one).await?;
    let held = rows::visible(tx.conn(), tx.engine(), NETWORK).await?;
    let held = held.into_iter().find(|held| held.slug == one.slug).ok_or(ProfileError::NotFound)?;
    if held.version == one.version && held.terms > 0 {
        return Ok(());
    }
    let new: Vec<plan::Row> = (2..).zip((list.terms)().terms()).map(plan::Row::shipped).collect();
    let draft = rows::DraftRow {
        vocabulary: one.slug.clone(),
        file_name: String::new(),
        content: Vec::new(),
        version: one.version.clone(),
        version_day: one.version_day.clone(),
        source: one.source.clone(),
        whole: true,
    };
    let named = Vocabulary { id: held.id, ..one };
    let done = write_plan(tx, &named, &draft, &new, None).await?;
    let change = Change::job("vocabulary.import", "vocabulary", named.id);
    let after = json!({ "slug": named.slug, "version": named.version, "added": done.added,
        "changed": done.changed, "closed": done.closed });
    tx.record(change.after(after)).await?;
    Ok(())
}
