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

/// Puts the label of its field before each line of an error summary.
///
/// The summary stands above the fields, so their labels are only known once the page is written.
pub(crate) fn name_errors(html: String) -> String {
    const MARK: &str = " data-named>";
    if !html.contains(MARK) {
        return html;
    }
    let mut pieces = html.split(MARK);
    let mut named = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let field = named.rsplit_once("href=\"#").and_then(|(_, id)| id.strip_suffix('"'));
        let label = field.and_then(|id| label_of(&html, id)).map(ToOwned::to_owned);
        named.push('>');
        if let Some(label) = label {
            named.push_str(&label);
            named.push_str(" – ");
        }
        named.push_str(piece);
    }
    named
}

/// The words of the legend or label of a field, as they stand in the page.
fn label_of<'a>(html: &'a str, id: &str) -> Option<&'a str> {
    [format!("<legend id=\"{id}-legend\">"), format!("<label for=\"{id}\">")]
        .iter()
        .find_map(|tag| html.split_once(tag.as_str()))
        .and_then(|(_, rest)| rest.split('<').next())
        .map(str::trim)
        .filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::name_errors;

    #[test]
    fn a_summary_names_the_fields_in_it() {
        let page = name_errors(
            "<li><a href=\"#f-who\" data-named>Serve.</a></li><li><a href=\"#f-kind\" data-named>Serve.</a></li>\
             <li><a href=\"#f-gone\" data-named>Serve.</a></li><label for=\"f-who\">Per chi <span>facoltativo</span></label>\
             <legend id=\"f-kind-legend\">Tipo</legend><label for=\"f-kind\">Primo</label>"
                .to_owned(),
        );
        assert!(page.contains("<a href=\"#f-who\">Per chi – Serve.</a>"), "{page}");
        assert!(page.contains("<a href=\"#f-kind\">Tipo – Serve.</a>"), "{page}");
        assert!(page.contains("<a href=\"#f-gone\">Serve.</a>"), "{page}");
    }
}
