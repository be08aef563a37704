//! What must hold for every conversation.

use opinion_map::{
    Choice, Conversation, Live, Mode, Moderation, OpinionMap, Params, ParticipantId, StatementId,
    Vote, map, map_with_memory,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Input {
    votes: Vec<Vote>,
    moderation: Vec<(u64, bool)>,
    banned: Vec<u64>,
}

impl Input {
    fn conversation(&self, votes: &[Vote]) -> Conversation {
        let mut builder = Conversation::builder();
        for vote in votes {
            builder.vote(*vote);
        }
        for (statement, meta) in &self.moderation {
            let state = if *meta { Moderation::META } else { Moderation::REJECTED };
            builder.moderate(StatementId(*statement), state);
        }
        self.banned.iter().for_each(|id| builder.ban(ParticipantId(*id)));
        builder.build()
    }
}

fn inputs() -> impl Strategy<Value = Input> {
    let choice =
        prop_oneof![3 => Just(Choice::Agree), 2 => Just(Choice::Disagree), 1 => Just(Choice::Pass)];
    // Ids out of order, with gaps; instants that often coincide.
    let vote =
        (0_u64..60, 0_u64..14, choice, 0_i64..4).prop_map(|(person, statement, choice, time)| {
            Vote::new(person * 37 % 61, statement * 5 % 17, choice, time)
        });
    let few = prop::collection::vec(vote, 0..700);
    let moderation = prop::collection::vec((0_u64..17, any::<bool>()), 0..3);
    (few, moderation, prop::collection::vec(0_u64..61, 0..3))
        .prop_map(|(votes, moderation, banned)| Input { votes, moderation, banned })
}

fn both(conversation: &Conversation) -> [OpinionMap; 2] {
    [Mode::Stable, Mode::Compatible].map(|mode| map(conversation, &Params::new(mode), None))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_votes_changes_nothing(input in inputs(), shuffled in any::<u64>()) {
        let mut votes = input.votes.clone();
        let mut state = shuffled | 1;
        votes.sort_by_cached_key(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state >> 20
        });
        prop_assert_eq!(both(&input.conversation(&input.votes)), both(&input.conversation(&votes)));
    }

    #[test]
    fn threads_change_nothing(input in inputs()) {
        let conversation = input.conversation(&input.votes);
        let alone = both(&conversation);
        for threads in [2, 8] {
            let drawn: Vec<_> = std::thread::scope(|scope| {
                let begun: Vec<_> = (0..threads).map(|_| scope.spawn(|| both(&conversation))).collect();
                begun.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            prop_assert!(drawn.iter().all(|maps| *maps == alone));
        }
    }

    #[test]
    fn vote_by_vote_is_all_at_once(input in inputs(), at in 0_usize..700, compatible in any::<bool>()) {
        let params = Params::new(if compatible { Mode::Compatible } else { Mode::Stable });
        let at = at.min(input.votes.len());
        let mut live = Live::new(input.conversation(&input.votes[..at]), params);
        let before = live.update();
        let (cold, memory) = map_with_memory(&input.conversation(&input.votes[..at]), &params, None);
        prop_assert_eq!(before, cold);
        for vote in &input.votes[at..] {
            live.vote(*vote);
        }
        let all = input.conversation(&input.votes);
        prop_assert_eq!(live.conversation(), &all);
        // A person banned and taken in again.
        live.ban(ParticipantId(0), true);
        live.ban(ParticipantId(0), input.banned.contains(&0));
        let mut again = Live::load(&live.save()).unwrap();
        let now = live.update();
        prop_assert_eq!(&now, &map(&all, &params, Some(&memory)));
        prop_assert_eq!(&now, &again.update());
    }

    #[test]
    fn numbers_add_up(input in inputs()) {
        let conversation = input.conversation(&input.votes);
        for drawn in both(&conversation) {
            let members: usize = drawn.groups.iter().map(|group| group.members.len()).sum();
            prop_assert_eq!(members, drawn.people.iter().filter(|person| person.member).count());
            let grain: usize = drawn.base_clusters.iter().map(|base| base.members.len()).sum();
            prop_assert_eq!(members, grain);
            prop_assert_eq!(drawn.number_of_groups.chosen as usize >= drawn.groups.len(), true);
            let finite = |x: f64| x.is_finite();
            prop_assert!(drawn.people.iter().flat_map(|person| person.at).all(finite));
            prop_assert!(drawn.statements.iter().all(|one| one.priority.is_finite() && one.priority > 0.0));
            for (column, one) in drawn.statements.iter().enumerate() {
                let inside: u32 = drawn.groups.iter().map(|group| group.votes[column].seen()).sum();
                prop_assert!(inside <= one.votes.seen());
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Live::load(&bytes);
        let _ = opinion_map::read::read_votes(&bytes[..], &mut Conversation::builder());
    }
}
