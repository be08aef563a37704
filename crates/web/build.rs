//! Checks the messages and notices when the front end was built anew.
fn main() {
    println!("cargo::rerun-if-changed=../../frontend/dist");
    texts::build::check(&[]);
}
