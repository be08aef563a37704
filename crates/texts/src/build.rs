//! The check that build scripts run over a crate's messages, templates and code.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser};

/// One message: its key and the variables it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The key.
    pub key: String,
    /// Names of variables, without `$`.
    pub variables: BTreeSet<String>,
}

/// Reads the messages of a Fluent text; fails on a syntax error.
pub fn messages(text: &str) -> Result<Vec<Message>, String> {
    let resource = parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    Ok(resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            ast::Entry::Message(message) => {
                let mut variables = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    pattern_variables(pattern, &mut variables);
                }
                Some(Message { key: message.id.name.to_owned(), variables })
            }
            _ => None,
        })
        .collect())
}

fn pattern_variables(pattern: &ast::Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            expression_variables(expression, found);
        }
    }
}

fn expression_variables(expression: &ast::Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => inline_variables(inline, found),
        ast::Expression::Select { selector, variants } => {
            inline_variables(selector, found);
            for variant in variants {
                pattern_variables(&variant.value, found);
            }
        }
    }
}

fn inline_variables(inline: &ast::InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline_variables(argument, found);
            }
        }
        ast::InlineExpression::Placeable { expression } => expression_variables(expression, found),
        _ => {}
    }
}

/// Checks the crate being built: both languages have the same keys with the same variables, and each
/// key named in `templates/` and `src/` exists here or in one of the `shared` crates (paths beside it).
///
/// Call it from `build.rs`; it panics, and so fails the build, with the list of what is missing.
pub fn check(shared: &[&str]) {
    let here = PathBuf::from(manifest_dir());
    let mut problems = Vec::new();
    let own = catalogue(&here, &mut problems);
    let mut known: BTreeSet<String> = own.clone();
    for other in shared {
        known.extend(catalogue(&here.join(other), &mut problems));
        println!("cargo::rerun-if-changed={other}/i18n");
    }
    for (folder, ending) in [("templates", "html"), ("src", "rs")] {
        println!("cargo::rerun-if-changed={folder}");
        for file in files(&here.join(folder), ending) {
            let text = fs::read_to_string(&file).unwrap_or_default();
            for key in used_keys(&text) {
                if !known.contains(&key) {
                    problems.push(format!("{}: no message \"{key}\"", file.display()));
                }
            }
        }
    }
    println!("cargo::rerun-if-changed=i18n");
    assert!(problems.is_empty(), "messages:\n{}", problems.join("\n"));
}

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script where it is by this variable"
)]
fn manifest_dir() -> String {
    std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default()
}

fn catalogue(folder: &Path, problems: &mut Vec<String>) -> BTreeSet<String> {
    let mut languages = Vec::new();
    for lang in ["it", "en"] {
        let file = folder.join("i18n").join(format!("{lang}.ftl"));
        let text = fs::read_to_string(&file).unwrap_or_default();
        match messages(&text) {
            Ok(list) => {
                let mut map = BTreeMap::new();
                for message in list {
                    if map.insert(message.key.clone(), message.variables).is_some() {
                        problems.push(format!("{}: \"{}\" twice", file.display(), message.key));
                    }
                }
                languages.push(map);
            }
            Err(error) => problems.push(format!("{}: {error}", file.display())),
        }
    }
    if let [it, en] = languages.as_slice() {
        for key in it.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
            match (it.get(key), en.get(key)) {
                (Some(_), None) => problems.push(format!("\"{key}\" has no English text")),
                (None, Some(_)) => problems.push(format!("\"{key}\" has no Italian text")),
                (Some(a), Some(b)) if a != b => {
                    problems.push(format!("\"{key}\" takes other variables in the two languages"));
                }
                _ => {}
            }
        }
        return it.keys().cloned().collect();
    }
    BTreeSet::new()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The keys that a template or a source file names: `.t("…")`, `.tn("…")`, `.ts("…")`, `.ta("…")`, `key!("…")`.
fn used_keys(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for call in [".t(", ".tn(", ".ts(", ".ta(", "key!("] {
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            let Some(rest) = rest.strip_prefix('"') else { continue };
            let Some(end) = rest.find('"') else { continue };
            let key = &rest[..end];
            if !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
                keys.push(key.to_owned());
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_where_they_are_used() {
        let text = r#"{{ page.t("a-b") }} {{ page.tn("n-c", 3) }} key!("d") .t( "e" ) .t(name)"#;
        assert_eq!(used_keys(text), ["a-b", "e", "n-c", "d"]);
    }

    #[test]
    fn variables_are_read_from_selectors_and_texts() {
        let list = messages("a = { $n -> \n  [one] { $x }\n *[other] b\n}\n").unwrap();
        assert_eq!(list[0].variables, ["n", "x"].map(String::from).into());
    }
}
