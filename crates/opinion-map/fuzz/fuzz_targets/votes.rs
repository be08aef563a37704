//! Any bytes as a file of votes or comments: a map or an error, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opinion_map::{Conversation, Mode, Params, map, read};

fuzz_target!(|bytes: &[u8]| {
    let mut builder = Conversation::builder();
    let _ = read::read_comments(bytes, &mut builder);
    if read::read_votes(bytes, &mut builder).is_ok() {
        let conversation = builder.build();
        for mode in [Mode::Stable, Mode::Compatible] {
            map(&conversation, &Params::new(mode), None);
        }
    }
});
