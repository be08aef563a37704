//! Checks that every message exists in both languages.

fn main() {
    texts::build::check(&["../web", "../agenda"]);
}
