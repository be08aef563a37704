//! No bytes make the HSDS reader panic or run away.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = opendata::read::hsds::read(bytes);
});
