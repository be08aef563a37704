//! No bytes make the reader of pages panic or run away.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = opendata::read::html::read(bytes, "https://comune.esempio.it/servizi/1");
});
