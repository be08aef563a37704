//! Checks the messages.
fn main() {
    texts::build::check(&[
        "../web",
        "../identity",
        "../profile",
        "../participation",
        "../workday",
        "../agenda",
        "../monitoring",
        "../network",
    ]);
}
