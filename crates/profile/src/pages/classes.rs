//! The terms of the body's own classifications: as ticks on a form, as words on a page.

use store::Store;
use texts::key;
use web::{Form, Page, Visit, WebError, page::Fact};

use super::{below, unexpected};
use crate::{
    structured::{self, Class},
    vocabularies::{
        classes::{self, FIELD, Names},
        service::{self, Wanted},
    },
};

/// Terms of a classification that stand as boxes on a form; of a larger one the codes are written.
const BOXES: usize = 60;

/// A term that can be ticked.
#[derive(Debug, Clone)]
pub(super) struct Tick {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) on: bool,
}

/// A classification on a form.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) title: String,
    pub(super) ticks: Vec<Tick>,
    pub(super) large: bool,
}

/// All of them, with what was written and is no box.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups {
    pub(super) groups: Vec<Group>,
    pub(super) rest: String,
}

impl Groups {
    /// Whether codes are written beside the boxes.
    pub(super) fn free(&self) -> bool {
        !self.rest.is_empty() || self.groups.iter().any(|group| group.large)
    }
}

/// The classifications of a body, ticked as the form says.
pub(super) async fn groups(visit: &Visit, form: &Form) -> Result<Groups, WebError> {
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let written: Vec<String> = form
        .values(FIELD)
        .iter()
        .flat_map(|value| value.split([';', ',', '\n']).map(|part| part.trim().to_owned()))
        .filter(|part| !part.is_empty())
        .collect();
    let on: Vec<Class> = structured::classes(&written.join(";"));
    let names = classes::names(store, body, &on).await.map_err(unexpected)?;
    let mut groups = Vec::new();
    for vocabulary in service::visible(store, body).await.map_err(unexpected)? {
        if vocabulary.official {
            continue;
        }
        let open = Wanted { open: Some(true), ..Wanted::default() };
        let most = BOXES as i64 + 1;
        let mut terms =
            service::terms(store, &vocabulary, &open, most).await.map_err(unexpected)?;
        let large = terms.len() > BOXES;
        if large {
            terms.clear();
        }
        let mut ticks: Vec<Tick> = Vec::with_capacity(terms.len());
        for term in terms {
            let class = Class { scheme: vocabulary.slug.clone(), code: term.code.clone() };
            let label = format!("{} ({})", term.label(visit.lang.tag()), term.code);
            ticks.push(Tick { on: on.contains(&class), value: value(&class), label });
        }
        // What the card has stays to be seen, closed or one of many.
        for class in on.iter().filter(|class| class.scheme == vocabulary.slug) {
            let value = value(class);
            if let Some((_, term)) = names.get(class)
                && !ticks.iter().any(|tick| tick.value == value)
            {
                let mut label = format!("{} ({})", term.label(visit.lang.tag()), term.code);
                if names.is_closed(term) {
                    label = format!("{label} – {}", visit.t(key!("vocabulary-closed")));
                }
                ticks.push(Tick { value, label, on: true });
            }
        }
        if !ticks.is_empty() || large {
            let title = vocabulary.title(visit.lang.tag()).to_owned();
            groups.push(Group { title, ticks, large });
        }
    }
    let boxed = |part: &str| groups.iter().flat_map(|g| &g.ticks).any(|tick| tick.value == part);
    let rest: Vec<&str> = written.iter().map(String::as_str).filter(|part| !boxed(part)).collect();
    let rest = rest.join("; ");
    Ok(Groups { groups, rest })
}

fn value(class: &Class) -> String {
    format!("{}:{}", class.scheme, class.code)
}

/// What the page of a card says of its terms: a fact for each classification.
pub(super) async fn facts(
    page: &Page,
    store: &Store,
    body: kernel::BodyId,
    list: &[Class],
) -> Result<Vec<Fact>, WebError> {
    let names = classes::names(store, body, list).await.map_err(unexpected)?;
    let mut facts: Vec<Fact> = Vec::new();
    for class in list {
        let (label, text) = told(page, &names, class);
        match facts.iter_mut().find(|fact| fact.label == label) {
            Some(fact) => {
                fact.text.push_str(", ");
                fact.text.push_str(&text);
            }
            None => facts.push(Fact { label, text }),
        }
    }
    Ok(facts)
}

/// The names of a classification and of its term.
fn told(page: &Page, names: &Names, class: &Class) -> (String, String) {
    let Some((vocabulary, term)) = names.get(class) else {
        // Written before the body had classifications.
        return (page.t(key!("profile-field-local-terms")), value(class));
    };
    let mut text = term.label(page.lang).to_owned();
    if names.is_closed(term) {
        text = format!("{text} ({})", page.t(key!("vocabulary-closed")));
    }
    (vocabulary.title(page.lang).to_owned(), text)
}

/// The files of the classifications that a body and those above it keep: address and name.
pub(super) async fn files(visit: &Visit) -> Result<Vec<(String, String)>, WebError> {
    let found = service::visible(visit.app.store(), visit.body_id()?).await.map_err(unexpected)?;
    let mut files = Vec::new();
    for one in found.into_iter().filter(|one| !one.official && one.terms > 0) {
        let href = below(visit, &format!("dati/vocabolari/{}.csv", one.slug))?;
        files.push((href, one.title(visit.lang.tag()).to_owned()));
    }
    Ok(files)
}
