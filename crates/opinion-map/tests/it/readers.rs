//! Files in the published layouts, and what is wrong with them.

use opinion_map::read::{self, Layout, ReadError};
use opinion_map::{
    Choice, Conversation, Live, Params, ParticipantId, StateError, StatementId, Verdict,
};

use crate::facts::two_camps;

const PEOPLE: &str = "participant,xid,group-id,n-votes,0,5,3\n4,,1,2,1,,-1\n2,x,,1,,0,\n";
const VOTES: &str =
    "timestamp,datetime,comment-id,voter-id,vote\n9,x,5,2,0\n8,x,0,4,1\n8,x,3,4,1\n9,x,3,4,-1\n";

fn votes(text: &str) -> Result<(Conversation, read::VotesFile), ReadError> {
    let mut builder = Conversation::builder();
    let file = read::read_votes(text.as_bytes(), &mut builder)?;
    Ok((builder.build(), file))
}

#[test]
fn both_layouts_say_the_same() {
    let (people, file) = votes(PEOPLE).unwrap();
    assert_eq!(
        (file.layout, file.rows, file.groups),
        (Layout::People, 2, vec![(ParticipantId(4), 1)])
    );
    let (rows, file) = votes(VOTES).unwrap();
    assert_eq!((file.layout, file.rows), (Layout::Votes, 4));
    assert_eq!(people.statements(), rows.statements());
    for conversation in [&people, &rows] {
        assert_eq!(conversation.votes(), 3);
        assert_eq!(conversation.choice(ParticipantId(4), StatementId(3)), Some(Choice::Disagree));
        assert_eq!(conversation.choice(ParticipantId(2), StatementId(0)), None);
    }
}

#[test]
fn comments_bring_moderation() {
    let mut builder = Conversation::builder();
    let text = "\u{feff}comment-id,agrees,disagrees,moderated,comment-body\n0,1,2,-1,\"due\nrighe\"\n3,0,0,1,x\n";
    let comments = read::read_comments(text.as_bytes(), &mut builder).unwrap();
    assert_eq!((comments[0].agrees, comments[0].text.as_str()), (Some(1), "due\nrighe"));
    let conversation = builder.build();
    assert_eq!(conversation.moderation(StatementId(0)).verdict, Verdict::Rejected);
    assert_eq!(conversation.moderation(StatementId(9)).verdict, Verdict::Waiting);
}

#[test]
fn errors_name_the_row() {
    let said = |text: &str| votes(text).unwrap_err().to_string();
    assert_eq!(
        said("participant,0\n1,1\n2,7\n"),
        "line 3, column \"0\": \"7\" is not a vote (1, -1, 0 or empty)"
    );
    assert_eq!(
        said("participant,0\n1,1\n1,0\n"),
        "line 3: the participant 1 was already on line 2"
    );
    assert_eq!(
        said("participant,0\nx,1\n"),
        "line 2, column \"participant\": \"x\" is not a whole number"
    );
    assert_eq!(said("participant,4,4\n"), "line 1: the statement 4 has two columns");
    assert_eq!(said("a,b\n1,2\n"), "line 1: no column \"voter-id\" (the columns are: a, b)");
    assert!(said("participant,0\n1,1\n1\n").starts_with("line 3: not a CSV row"));
}

#[test]
fn a_saved_state_is_the_same_and_a_bent_one_is_refused() {
    let mut live = Live::new(Conversation::from_votes(two_camps(10)), Params::default());
    live.update();
    let bytes = live.save();
    let mut again = Live::load(&bytes).unwrap();
    assert_eq!((again.conversation(), again.memory()), (live.conversation(), live.memory()));
    assert_eq!(again.update(), live.update());
    assert_eq!(Live::load(b"anything").unwrap_err(), StateError::NoState);
    assert_eq!(Live::load(&bytes[..30]).unwrap_err(), StateError::Shortened);
    let mut other = bytes.clone();
    other[18] = 9;
    assert_eq!(Live::load(&other).unwrap_err(), StateError::Version { found: 9, known: 1 });
    for place in [20, 60, bytes.len() - 1] {
        let mut bent = bytes.clone();
        bent[place] ^= 1;
        assert_eq!(Live::load(&bent).unwrap_err(), StateError::Damaged);
    }
}
