//! What a map says, as facts from which a page can make sentences.

use serde::Serialize;

use crate::conversation::Conversation;
use crate::map::OpinionMap;
use crate::plane::{Point, distance};
use crate::vote::{Choice, ParticipantId, StatementId};

/// How far one vote moves a person from the centre of the plane.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pull {
    /// About which statement.
    pub statement: StatementId,
    /// What they say.
    pub choice: Choice,
    /// What people say on average, -1 to 1.
    pub mean: f64,
    /// The move along each direction; the moves of all votes add up to the place.
    pub by: Point,
}

/// Why a person lies where they lie: the votes that move them most, at most `most`.
///
/// Empty for somebody who is not on the map.
pub fn pulls(
    conversation: &Conversation,
    map: &OpinionMap,
    participant: ParticipantId,
    most: usize,
) -> Vec<Pull> {
    let place = map.people.binary_search_by_key(&participant, |person| person.id);
    let Ok(person) = place.map(|place| map.people[place]) else { return Vec::new() };
    let mut pulls = Vec::new();
    let mut sum: Point = [0.0; 2];
    for one in map.statements.iter().filter(|one| !one.kept_out) {
        if let Some(choice) = conversation.choice(participant, one.id) {
            let beyond = f64::from(choice.value()) - one.centre;
            let by = one.components.map(|component| beyond * component);
            sum = [sum[0] + by[0], sum[1] + by[1]];
            pulls.push(Pull { statement: one.id, choice, mean: one.centre, by });
        }
    }
    // The enlargement for statements not seen.
    let axis = usize::from(sum[1].abs() > sum[0].abs());
    let larger = if sum[axis] == 0.0 { 1.0 } else { person.at[axis] / sum[axis] };
    for pull in &mut pulls {
        pull.by = pull.by.map(|by| by * larger);
    }
    let size = |pull: &Pull| distance(pull.by, [0.0; 2]);
    pulls.sort_by(|one, other| size(other).total_cmp(&size(one)));
    pulls.truncate(most);
    pulls
}

/// The two ends of a direction: statements that those on either side agree with.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ends {
    /// Agreed with on the positive side, the strongest first.
    pub positive: Vec<StatementId>,
    /// Agreed with on the negative side, the strongest first.
    pub negative: Vec<StatementId>,
}

/// What a direction (0 or 1) is about, at most `most` statements on each side.
pub fn ends(map: &OpinionMap, direction: usize, most: usize) -> Ends {
    let mut strength: Vec<(f64, StatementId)> = map
        .statements
        .iter()
        .filter_map(|one| Some((*one.components.get(direction)?, one.id)))
        .filter(|(component, _)| *component != 0.0)
        .collect();
    strength.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let positive = strength.iter().take_while(|(by, _)| *by > 0.0).take(most);
    let negative = strength.iter().rev().take_while(|(by, _)| *by < 0.0).take(most);
    let id = |(_, id): &(f64, StatementId)| *id;
    Ends { positive: positive.map(id).collect(), negative: negative.map(id).collect() }
}

/// A statement that parts the groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Divide {
    /// Which.
    pub statement: StatementId,
    /// The group that agrees most and its share, (agree + 1) / (seen + 2).
    pub most: (u32, f64),
    /// The group that agrees least and its share.
    pub least: (u32, f64),
}

/// The statements on which the groups' shares of agreement differ most, at most `most`.
pub fn divides(map: &OpinionMap, most: usize) -> Vec<Divide> {
    let mut found: Vec<Divide> = Vec::new();
    for (column, one) in map.statements.iter().enumerate().filter(|(_, one)| !one.kept_out) {
        let shares = map.groups.iter().map(|group| {
            let votes = group.votes[column];
            (group.id, (f64::from(votes.agree) + 1.0) / (f64::from(votes.seen()) + 2.0))
        });
        let shares: Vec<(u32, f64)> = shares.collect();
        let (Some(high), Some(low)) = (
            shares.iter().copied().reduce(|best, one| if one.1 > best.1 { one } else { best }),
            shares.iter().copied().reduce(|best, one| if one.1 < best.1 { one } else { best }),
        ) else {
            continue;
        };
        if high.0 != low.0 {
            found.push(Divide { statement: one.id, most: high, least: low });
        }
    }
    let gap = |one: &Divide| one.most.1 - one.least.1;
    found.sort_by(|one, other| gap(other).total_cmp(&gap(one)));
    found.truncate(most);
    found
}
