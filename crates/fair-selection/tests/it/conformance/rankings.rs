//! Ranked elections with the results of pref_voting.

use fair_selection::{Pairwise, RankingRule, Standings, TieOrder, preflib};
use serde_json::Value;

use super::{json_lines, shared_data};

#[test]
fn same_rankings_as_pref_voting() {
    let Some(data) = shared_data("same_rankings_as_pref_voting") else { return };
    let (mut files, mut results) = (0, 0);
    for golden in json_lines(&data.join("goldens/ranking/pref_voting.jsonl")) {
        let file = golden["file"].as_str().unwrap().rsplit('/').next().unwrap();
        let bytes = std::fs::read(data.join("preflib").join(file)).unwrap();
        let read = preflib::read(&bytes).unwrap();
        let election = read.election(&TieOrder::default()).unwrap();
        assert_eq!(election.voters(), golden["voters"].as_u64().unwrap(), "{file}");
        files += 1;
        let pairwise = Pairwise::of(&election);
        // Their rows follow the numbers of the candidates.
        let candidates = election.projects().len();
        let position = |number: usize| election.position(&number.to_string()).unwrap();
        for a in 0..candidates {
            for b in 0..candidates {
                let margin = pairwise.margin(position(a + 1), position(b + 1));
                assert_eq!(Some(margin), golden["margins"][a][b].as_i64(), "{file} {a} {b}");
            }
        }
        let named = |list: &Value| -> Vec<usize> {
            let numbers = list["winners"].as_array().unwrap().iter();
            let mut named: Vec<usize> =
                numbers.map(|number| position(number.as_u64().unwrap() as usize)).collect();
            named.sort_unstable();
            named
        };
        let golden = &golden["results"];
        let winners = |rule| {
            let mut winners = Standings::of(&election, rule).winners().to_vec();
            winners.sort_unstable();
            winners
        };
        for (name, rule) in [
            ("copeland", RankingRule::Copeland),
            ("minimax", RankingRule::Minimax),
            ("beat_path_schulze", RankingRule::Schulze),
            ("ranked_pairs", RankingRule::RankedPairs),
        ] {
            assert_eq!(winners(rule), named(&golden[name]), "{file} {name}");
            results += 1;
        }
        assert_eq!(pairwise.smith_set(), named(&golden["smith"]), "{file} smith");
        let condorcet: Vec<usize> = pairwise.condorcet_winner().into_iter().collect();
        assert_eq!(condorcet, named(&golden["condorcet"]), "{file} condorcet");
        let by_number = |list: &Value| -> Vec<i128> {
            (1..=candidates)
                .map(|number| i128::from(list[number.to_string()].as_i64().unwrap()))
                .collect()
        };
        let scores = |rule| {
            let scores = Standings::of(&election, rule).scores;
            (1..=candidates).map(|number| scores[position(number)]).collect::<Vec<i128>>()
        };
        assert_eq!(scores(RankingRule::Borda), by_number(&golden["borda_symmetric"]), "{file}");
        let wins = by_number(&golden["schulze_margins_wins"]);
        assert_eq!(scores(RankingRule::Schulze), wins, "{file}");
        results += 4;
    }
    println!("rankings: {results} results and all margins of {files} elections compared");
    assert!(files > 0);
}
