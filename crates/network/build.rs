//! Checks the messages.
fn main() {
    texts::build::check(&["../web", "../identity", "../profile"]);
}
