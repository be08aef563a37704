//! No bytes make the RDF readers panic or run away; the first byte chooses the syntax.
#![no_main]

use opendata::{rdf::Syntax, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let syntax = Syntax::ALL[usize::from(*first) % 3];
    let _ = read::rdf::read(rest, syntax);
    let _ = read::rdf::guess(rest);
});
