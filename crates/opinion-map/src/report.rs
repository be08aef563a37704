//! A map as one JSON object, for programs that compare maps.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::fingerprint::Fingerprint;
use crate::map::{NumberChoice, OpinionMap, Person};
use crate::params::Params;
use crate::plane::Point;
use crate::statistics::{Consensus, Representative};
use crate::vote::{ParticipantId, StatementId};

/// What `agio engine map --json` prints. Lists about statements follow `statement_ids`.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The rules the map was drawn by.
    pub params: Params,
    /// People on the map.
    pub participants: usize,
    /// Statements, also those kept out.
    pub statements: usize,
    /// Votes that count.
    pub votes: usize,
    /// The number of groups.
    pub k: u32,
    /// For each number of groups, how well separated they are.
    pub silhouette: BTreeMap<u32, f64>,
    /// Why there are so many groups.
    pub number_of_groups: NumberChoice,
    /// The groups.
    pub groups: Vec<ReportGroup>,
    /// The ids of the statements, ascending.
    pub statement_ids: Vec<StatementId>,
    /// The statements kept out of the map.
    pub kept_out: Vec<StatementId>,
    /// The mean vote on each statement.
    pub centre: Vec<f64>,
    /// The two directions.
    pub components: [Vec<f64>; 2],
    /// Variance along each direction.
    pub variance: [f64; 2],
    /// How far each statement lies from the centre of the plane.
    pub extremity: Vec<f64>,
    /// The statements that stand for each group.
    pub representative: BTreeMap<u32, Vec<Representative>>,
    /// What people as a whole share.
    pub consensus: Consensus,
    /// For each statement the product of the groups' shares of agreement.
    pub group_aware_consensus: BTreeMap<StatementId, f64>,
    /// For each statement the product of the groups' shares of disagreement.
    pub group_aware_disagreement: BTreeMap<StatementId, f64>,
    /// For each statement how soon it is put before somebody new.
    pub priorities: BTreeMap<StatementId, f64>,
    /// Everybody, with their place.
    pub people: Vec<Person>,
    /// SHA-256 of input, parameters and output together.
    pub hash: String,
    /// The same one by one.
    pub fingerprint: Fingerprint,
    /// Seconds from votes in memory to the map.
    pub seconds: f64,
    /// Seconds to read the files.
    pub read_seconds: f64,
}

/// A group in a report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportGroup {
    /// Its number.
    pub id: u32,
    /// The mean of its members' places.
    pub centre: Point,
    /// Who.
    pub members: Vec<ParticipantId>,
}

/// The report of a map; the caller measures the seconds.
pub fn report(map: &OpinionMap, seconds: f64, read_seconds: f64) -> Report {
    let each =
        |value: fn(&crate::map::Statement) -> f64| map.statements.iter().map(value).collect();
    let by_id = |value: fn(&crate::map::Statement) -> f64| {
        map.statements.iter().map(|one| (one.id, value(one))).collect()
    };
    let choice = &map.number_of_groups;
    Report {
        params: map.params,
        participants: map.people.len(),
        statements: map.statements.len(),
        votes: map.votes,
        k: choice.chosen,
        silhouette: choice.silhouettes.iter().map(|one| (one.k, one.silhouette)).collect(),
        number_of_groups: choice.clone(),
        groups: map
            .groups
            .iter()
            .map(|group| ReportGroup {
                id: group.id,
                centre: group.centre,
                members: group.members.clone(),
            })
            .collect(),
        statement_ids: map.statements.iter().map(|one| one.id).collect(),
        kept_out: map.statements.iter().filter(|one| one.kept_out).map(|one| one.id).collect(),
        centre: each(|one| one.centre),
        components: [each(|one| one.components[0]), each(|one| one.components[1])],
        variance: map.variance,
        extremity: each(|one| one.extremity),
        representative: map
            .groups
            .iter()
            .map(|group| (group.id, group.representative.clone()))
            .collect(),
        consensus: map.consensus.clone(),
        group_aware_consensus: by_id(|one| one.group_aware.agree),
        group_aware_disagreement: by_id(|one| one.group_aware.disagree),
        priorities: by_id(|one| one.priority),
        people: map.people.clone(),
        hash: map.fingerprint.all.clone(),
        fingerprint: map.fingerprint.clone(),
        seconds,
        read_seconds,
    }
}
