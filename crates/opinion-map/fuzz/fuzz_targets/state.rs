//! Any bytes as a saved state, once as they are and once behind a true mark and hash.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opinion_map::{Choice, Live, Vote};
use sha2::{Digest, Sha256};

fuzz_target!(|bytes: &[u8]| {
    let _ = Live::load(bytes);
    let mut framed = b"opinion-map state\n\x01\x00".to_vec();
    framed.extend(Sha256::digest(bytes));
    framed.extend(bytes);
    if let Ok(mut live) = Live::load(&framed) {
        live.update();
        live.vote(Vote::new(3, 2, Choice::Agree, 5));
        live.update();
        assert!(Live::load(&live.save()).is_ok());
    }
});
