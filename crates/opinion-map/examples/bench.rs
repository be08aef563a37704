//! Measures the engine: files of votes (`FILE.csv`), or generated ones (`30000x1000x50`).
//!
//! Prints one JSON object a case: least milliseconds of several runs, and peak memory (kB).

use std::fs::File;
use std::time::Instant;

use opinion_map::{Choice, Conversation, ConversationBuilder, Live, Params, Vote, map, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let rounds: usize = arguments.next().ok_or("ROUNDS CASE...")?.parse()?;
    for case in arguments {
        let began = Instant::now();
        let mut builder = Conversation::builder();
        if case.contains(".csv") {
            read::read_votes(File::open(&case)?, &mut builder)?;
        } else {
            generate(&case, &mut builder)?;
        }
        let read = milliseconds(began);
        let began = Instant::now();
        let conversation = builder.build();
        let build = milliseconds(began);
        let mut cold = f64::MAX;
        let mut hash = String::new();
        let (mut k, mut votes) = (0, 0);
        for _ in 0..rounds {
            let began = Instant::now();
            let drawn = map(&conversation, &Params::default(), None);
            cold = cold.min(milliseconds(began));
            (hash, k, votes) = (drawn.fingerprint.all, drawn.number_of_groups.chosen, drawn.votes);
        }
        let cold_memory = peak();
        let (people, statements) =
            (conversation.participants().len(), conversation.statements().len());
        let last = conversation.participants()[people / 2];
        let statement = conversation.statements()[statements / 2];
        let mut live = Live::new(conversation, Params::default());
        live.update();
        let mut update = f64::MAX;
        for round in 0..rounds * 10 {
            let choice = [Choice::Agree, Choice::Disagree][round % 2];
            let began = Instant::now();
            live.vote(Vote {
                participant: last,
                statement,
                choice,
                time: i64::MAX / 2 + round as i64,
            });
            live.update();
            update = update.min(milliseconds(began));
        }
        println!(
            "{{\"case\":\"{case}\",\"people\":{people},\"statements\":{statements},\"votes\":{votes},\"k\":{k},\
             \"read_ms\":{read:.1},\"build_ms\":{build:.1},\"cold_ms\":{cold:.2},\"update_ms\":{update:.2},\
             \"peak_kb\":{cold_memory},\"peak_live_kb\":{},\"hash\":\"{hash}\"}}",
            peak()
        );
    }
    Ok(())
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// The most memory this process ever held, in kB; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|kb| kb.parse().ok()).unwrap_or(0)
}

/// `PEOPLExSTATEMENTSxVOTES`: three camps with their own leanings, people of different
/// patience, from a fixed sequence.
fn generate(
    case: &str,
    builder: &mut ConversationBuilder,
) -> Result<(), Box<dyn std::error::Error>> {
    let sizes = case.split('x').map(str::parse).collect::<Result<Vec<u64>, _>>()?;
    let [people, statements, votes] = sizes[..] else {
        return Err("PEOPLExSTATEMENTSxVOTES".into());
    };
    let mut state = 20_261_125_u64;
    let mut next = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let leaning: Vec<[u64; 3]> =
        (0..statements).map(|_| [next(100), next(100), next(100)]).collect();
    for person in 0..people {
        let camp = next(3) as usize;
        for _ in 0..=next((2 * votes).saturating_sub(1).max(1)) {
            let statement = next(statements);
            let said = next(100);
            let choice = match (said, leaning[statement as usize][camp]) {
                (said, _) if said % 5 == 0 => Choice::Pass,
                (said, leaning) if said < leaning => Choice::Agree,
                _ => Choice::Disagree,
            };
            builder.vote(Vote::new(person, statement, choice, (person * 7 + statement) as i64));
        }
    }
    Ok(())
}
