//! Any content inside an archive that says it is an OpenDocument spreadsheet.
#![no_main]

use std::io::{Cursor, Write as _};

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("content.xml", content),
    ] {
        if archive.start_file(name, plain).is_err() || archive.write_all(bytes).is_err() {
            return;
        }
    }
    let Ok(bytes) = archive.finish() else { return };
    let _ = tables::read(&bytes.into_inner(), &tables::Limits::default());
});
