//! Any bytes are read or refused; what is read is ranked.
#![no_main]

use fair_selection::{RankingRule, Standings, TieOrder, preflib};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = preflib::read(bytes) else { return };
    let Ok(election) = document.election(&TieOrder::default()) else { return };
    if election.projects().len() > 40 {
        return;
    }
    for rule in [
        RankingRule::Borda,
        RankingRule::Copeland,
        RankingRule::Minimax,
        RankingRule::Schulze,
        RankingRule::RankedPairs,
    ] {
        let standings = Standings::of(&election, rule);
        let mut order = standings.order();
        order.sort_unstable();
        assert!(order.into_iter().eq(0..election.projects().len()));
        if let (Some(winner), false) = (standings.condorcet, rule == RankingRule::Borda) {
            assert_eq!(standings.winners(), [winner]);
        }
    }
});
