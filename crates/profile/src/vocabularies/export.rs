//! A classification as a table to hand out; [`super::plan`] reads it back.

use kernel::BodyId;
use store::Store;
use texts::{Lang, Texts, key};

use super::{
    model::Term,
    service::{self, Wanted},
};
use crate::{
    ProfileError,
    export::{Cell, Table},
};

/// The terms of a classification that holds for a body, closed ones too.
pub async fn table(
    store: &Store,
    texts: &Texts,
    lang: Lang,
    body: BodyId,
    slug: &str,
) -> Result<Table, ProfileError> {
    let of = service::one(store, body, slug).await?;
    let terms = service::terms(store, &of, &Wanted::default(), i64::MAX).await?;
    Ok(Table {
        title: of.title(lang.tag()).to_owned(),
        columns: columns(texts, lang),
        rows: terms.into_iter().map(cells).collect(),
    })
}

/// The headings, in the order of the cells.
fn columns(texts: &Texts, lang: Lang) -> Vec<String> {
    let keys = [
        key!("vocabulary-code"),
        key!("vocabulary-column-label"),
        key!("vocabulary-column-label-en"),
        key!("vocabulary-column-parent"),
        key!("vocabulary-column-uri"),
        key!("vocabulary-column-from"),
        key!("vocabulary-column-until"),
        key!("vocabulary-column-replaced"),
    ];
    keys.into_iter().map(|key| texts.text(lang, key).to_owned()).collect()
}

fn cells(term: Term) -> Vec<Cell> {
    let text = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let day = |day: String| day.parse().map_or(Cell::Empty, Cell::Day);
    vec![
        text(term.code),
        text(term.label_it),
        text(term.label_en),
        text(term.parent),
        text(term.uri),
        day(term.valid_from),
        day(term.valid_until),
        text(term.replaced_by),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headings_are_read_back_in_both_languages() {
        let texts = Texts::new(&[crate::TEXTS]).unwrap();
        for lang in Lang::ALL {
            let headings = columns(&texts, lang);
            assert_eq!(super::super::plan::known(&headings), headings.len(), "{headings:?}");
        }
    }
}
