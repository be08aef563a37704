//! Stops the build when a message is missing.

fn main() {
    texts::build::check(&["../web"]);
}
