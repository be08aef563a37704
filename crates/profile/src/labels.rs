//! The labels of fields and choices as words to recognise: a file the program wrote comes back in.

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

use texts::{Lang, Texts};

use crate::{
    fields::{Field, plain},
    import::links,
    model::{Database, PlanSheet, Service},
};

#[derive(Default)]
struct Labels {
    fields: HashSet<(&'static str, String)>,
    choices: HashMap<(&'static str, String), &'static str>,
}

fn labels() -> &'static Labels {
    static LABELS: OnceLock<Labels> = OnceLock::new();
    LABELS.get_or_init(|| {
        let mut labels = Labels::default();
        // The build has checked the messages; without them only the other words are recognised.
        let Ok(texts) = Texts::new(&[crate::TEXTS]) else { return labels };
        let all = Service::FIELDS
            .iter()
            .chain(Database::FIELDS)
            .chain(PlanSheet::FIELDS)
            .chain(links::FIELDS);
        for (field, lang) in all.flat_map(|field| Lang::ALL.map(|lang| (field, lang))) {
            let label = plain(texts.text(lang, &field.label_key()));
            labels.fields.insert((field.name, label));
            if let Some(choices) = field.kind.choices() {
                for (code, _) in choices {
                    let label = plain(texts.text(lang, &field.choice_key(code)));
                    labels.choices.insert((field.name, label), code);
                }
            }
        }
        labels
    })
}

/// Whether a heading, folded to plain words, is the label of a field.
pub(crate) fn is_of(field: &Field, heading: &str) -> bool {
    labels().fields.contains(&(field.name, heading.to_owned()))
}

/// The code of which a word is the label.
pub(crate) fn choice(field: &'static str, word: &str) -> Option<&'static str> {
    labels().choices.get(&(field, plain(word))).copied()
}
