//! Any bytes: CSV, XLSX, ODS or nothing of the kind.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let limits = tables::Limits { unpacked: 8 * 1024 * 1024, ..tables::Limits::default() };
    let known = |cells: &[String]| cells.iter().filter(|cell| cell.len() == 4).count();
    if let Ok(table) = tables::read_as(bytes, &limits, &tables::Options::default(), &known) {
        assert!(!table.headings.is_empty() && !table.lines.is_empty());
        assert!(table.lines.len() <= limits.rows);
    }
});
