//! Checks the messages of this crate.

fn main() {
    texts::build::check(&["../web"]);
}
