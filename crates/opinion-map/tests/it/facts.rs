//! Small conversations, computed by hand.

use opinion_map::Choice::{Agree, Disagree, Pass};
use opinion_map::statistics::{priority, proportion_test, two_proportions_test};
use opinion_map::{
    Choice, Conversation, Live, Mode, Moderation, Params, ParticipantId, Recorded, StatementId,
    Tally, Vote, WhyNumber, draw_statement, explain, map,
};

/// Camps of `camp` people each: they differ on 0 to 3, all agree with 4 and pass on 5.
pub fn two_camps(camp: u64) -> Vec<Vote> {
    let opinion = |person: u64, statement: u64| match statement {
        4 => Agree,
        5 => Pass,
        _ if (person < camp) == statement.is_multiple_of(2) => Agree,
        _ => Disagree,
    };
    (0..2 * camp)
        .flat_map(|person| (0..6).map(move |statement| (person, statement)))
        .map(|(person, statement)| Vote::new(person, statement, opinion(person, statement), 1))
        .collect()
}

#[test]
fn the_last_vote_counts_and_two_at_once_are_a_pass() {
    let say = |choice, time| Vote::new(7, 3, choice, time);
    let now = |votes: &[Vote]| {
        let all = Conversation::from_votes(votes.iter().copied());
        assert_eq!(all.votes(), 1);
        all.choice(ParticipantId(7), StatementId(3)).unwrap()
    };
    assert_eq!(now(&[say(Agree, 1), say(Disagree, 2)]), Disagree);
    assert_eq!(now(&[say(Disagree, 2), say(Agree, 1)]), Disagree);
    assert_eq!(now(&[say(Disagree, 2), say(Agree, 2)]), Pass);
    assert_eq!(now(&[say(Agree, 2), say(Agree, 2)]), Agree);
    let mut live = Conversation::from_votes([say(Agree, 5)]);
    assert_eq!(live.record(say(Disagree, 4)), Recorded::Unchanged);
    assert_eq!(live.record(say(Disagree, 6)), Recorded::Changed(Agree));
    assert_eq!(live.record(Vote::new(7, 1, Pass, 0)), Recorded::Grown);
}

#[test]
fn two_camps_are_found_and_explained() {
    let conversation = Conversation::from_votes(two_camps(10));
    let map = map(&conversation, &Params::default(), None);
    let sizes: Vec<usize> = map.groups.iter().map(|group| group.members.len()).collect();
    assert_eq!((map.number_of_groups.chosen, sizes), (2, vec![10, 10]));
    assert_eq!(map.number_of_groups.why, WhyNumber::BestSeparated);
    assert_eq!(map.groups[0].members[0], ParticipantId(0));
    // All variance is on the four divided statements, one direction: 20 people, each 4 away.
    assert!((map.variance[0] - 80.0 / 19.0).abs() < 1e-12 && map.variance[1] == 0.0);
    // Each lies at sqrt(6/6) x 4 x 0.5 = 2 from the centre.
    assert!(map.people.iter().all(|person| (person.at[0].abs() - 2.0).abs() < 1e-12));
    let shared = &map.consensus.agree[0];
    assert_eq!((shared.statement, shared.successes, shared.trials), (StatementId(4), 20, 20));
    assert!((map.statements[4].group_aware.agree - (11.0 / 12.0_f64).powi(2)).abs() < 1e-15);
    // What stands for the first camp: agrees with 0 and 2, disagrees with 1 and 3.
    let said: Vec<(u64, Choice)> =
        map.groups[0].representative.iter().map(|one| (one.statement.0, one.choice)).collect();
    assert!(said.contains(&(0, Agree)) && said.contains(&(3, Disagree)), "{said:?}");
    let pulls = explain::pulls(&conversation, &map, ParticipantId(0), 10);
    assert!((pulls.iter().map(|pull| pull.by[0]).sum::<f64>() - map.people[0].at[0]).abs() < 1e-12);
    assert_eq!(explain::divides(&map, 4).len(), 4);
    assert_eq!(explain::ends(&map, 0, 5).positive.len(), 2);
}

#[test]
fn statistics_of_published_unit_tests() {
    assert!((two_proportions_test(15, 56, 24, 71) + 1.518).abs() < 0.01);
    let near = two_proportions_test(30, 1_000_000, 50, 2_000_000);
    assert!((proportion_test(30, 50) - near).abs() < 0.01);
    // Nobody has seen it: ((1 - 1/2) x 1 x 1/2 x 9)^2.
    assert!((priority(Tally::default(), 0.0, false) - 5.0625).abs() < 1e-12);
    assert!((priority(Tally::default(), 3.0, true) - 49.0).abs() < 1e-12);
}

#[test]
fn nothing_and_nobody_make_an_empty_map() {
    for mode in [Mode::Stable, Mode::Compatible] {
        let drawn = map(&Conversation::default(), &Params::new(mode), None);
        assert_eq!((drawn.groups.len(), drawn.number_of_groups.chosen), (0, 0));
        let one = Conversation::from_votes([Vote::new(1, 1, Agree, 0)]);
        let drawn = map(&one, &Params::new(mode), None);
        assert_eq!((drawn.people.len(), drawn.people[0].at), (1, [0.0, 0.0]));
    }
}

#[test]
fn banned_people_and_rejected_statements_have_no_say() {
    let mut builder = Conversation::builder();
    for vote in two_camps(10) {
        builder.vote(vote);
    }
    builder.ban(ParticipantId(3));
    builder.moderate(StatementId(0), Moderation::REJECTED);
    let conversation = builder.build();
    let stable = map(&conversation, &Params::default(), None);
    assert_eq!((stable.people.len(), stable.votes), (19, 19 * 6));
    assert_eq!((stable.statements[0].centre, stable.statements[0].components), (0.0, [0.0; 2]));
    let compatible = map(&conversation, &Params::new(Mode::Compatible), None);
    assert_eq!(compatible.people.len(), 20);
    let draw = draw_statement(&stable, &[StatementId(1)], [7; 32]).unwrap();
    let offered: Vec<u64> = draw.weights.iter().map(|(id, _)| id.0).collect();
    assert_eq!(offered, [2, 3, 4, 5]);
    assert_eq!(draw, draw_statement(&stable, &[StatementId(1)], [7; 32]).unwrap());
}

#[test]
fn people_below_the_threshold_keep_a_place() {
    let mut votes = two_camps(10);
    votes.push(Vote::new(99, 0, Agree, 1));
    let map = map(&Conversation::from_votes(votes), &Params::default(), None);
    let person = map.people.last().unwrap();
    assert_eq!((person.id, person.member, person.group), (ParticipantId(99), false, Some(0)));
    assert!(person.at[0] != 0.0);
}

#[test]
fn another_number_of_groups_must_be_best_four_times() {
    let mut live = Live::new(Conversation::from_votes(two_camps(20)), Params::default());
    assert_eq!(live.update().number_of_groups.chosen, 2);
    // A third camp appears: agrees with everything.
    for person in 100..140 {
        for statement in 0..6 {
            live.vote(Vote::new(person, statement, Agree, 2));
        }
    }
    let choices: Vec<u32> = (0..5).map(|_| live.update().number_of_groups.chosen).collect();
    let better = map(live.conversation(), live.params(), None).number_of_groups.chosen;
    if better != 2 {
        assert_eq!(choices, [2, 2, 2, better, better]);
    }
}
