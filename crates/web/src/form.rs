//! A form as a template shows it: what was typed, and what is wrong with it.

use kernel::form::FieldError;
use texts::Args;

use crate::{Visit, page::Choice};

/// Values typed and errors found; empty for a form not yet sent.
#[derive(Debug, Clone, Default)]
pub struct Form {
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Form {
    /// A form with values to begin with.
    pub fn filled<K: Into<String>, V: Into<String>>(
        values: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let values = values.into_iter().map(|(k, v)| (k.into(), v.into())).collect();
        Self { values, errors: Vec::new() }
    }

    /// A form that comes back: what was typed and what to mend, in the visitor's language.
    pub fn refused(visit: &Visit, values: Vec<(String, String)>, errors: &[FieldError]) -> Self {
        let errors = errors
            .iter()
            .map(|error| {
                let mut args = Args::new();
                args.set("n", error.n.unwrap_or_default());
                (error.field.to_owned(), visit.app.texts().format(visit.lang, error.key, &args))
            })
            .collect();
        Self { values, errors }
    }

    /// Adds an error about the whole form (already in words).
    #[must_use]
    pub fn with_error(mut self, field: &str, text: impl Into<String>) -> Self {
        self.errors.push((field.to_owned(), text.into()));
        self
    }

    /// Adds a value to begin with.
    #[must_use]
    pub fn with_value(mut self, name: &str, value: &str) -> Self {
        self.values.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What was typed in a field; empty when nothing was.
    pub fn value(&self, name: &str) -> String {
        self.values.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone()).unwrap_or_default()
    }

    /// All values of a field.
    pub fn values(&self, name: &str) -> Vec<String> {
        self.values.iter().filter(|(k, _)| k == name).map(|(_, v)| v.clone()).collect()
    }

    /// Whether a field holds a value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(k, v)| k == name && v == value)
    }

    /// What is wrong with a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// Everything that is wrong: field and words.
    pub fn errors(&self) -> &[(String, String)] {
        &self.errors
    }
}

/// The choices of an official list, in the visitor's language.
pub fn choices(visit: &Visit, list: &kernel::vocabulary::Vocabulary) -> Vec<Choice> {
    list.terms()
        .iter()
        .map(|term| Choice {
            value: term.code.clone(),
            label: term.label(visit.lang.tag()).to_owned(),
            hint: String::new(),
        })
        .collect()
}
