//! Any bytes are read or refused; what is read is counted, written and read back.
#![no_main]

use fair_selection::pabulib::{read, read_to_count, write};
use fair_selection::{Rule, TieOrder, select};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let quick = read_to_count(bytes);
    let Ok(reading) = read(bytes) else {
        assert!(quick.is_err());
        return;
    };
    let ties = TieOrder::default();
    let election = reading.document.election(&ties);
    let same = quick.unwrap().election(&ties);
    assert_eq!(election, same);
    if let Ok(election) = election
        && election.projects().len() < 50
    {
        select(&election, &Rule::equal_shares());
        select(&election, &Rule::Greedy);
    }
    if let Ok(text) = write(&reading.document) {
        let back = read(text.as_bytes()).unwrap().document;
        assert_eq!(back.budget_cents, reading.document.budget_cents);
        assert_eq!(back.projects.len(), reading.document.projects.len());
        assert_eq!(back.voters.len(), reading.document.voters.len());
    }
});
