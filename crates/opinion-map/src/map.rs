//! The map: from votes to places, groups and what they say.

use serde::Serialize;

use crate::clusters::{self, Cluster};
use crate::components;
use crate::conversation::Conversation;
use crate::counts::{self, Tally};
use crate::fingerprint::{self, Fingerprint};
use crate::gram::{Gram, MOST_COLUMNS};
use crate::memory::{Memory, NumberOfGroups};
use crate::params::{Mode, Params};
use crate::plane::{self, Point};
use crate::silhouette::silhouette;
use crate::spread::{Kept, Pairs, Spread};
use crate::statistics::{self, Consensus, GroupAware, Representative};
use crate::vote::{Moderation, ParticipantId, StatementId, Verdict};

/// Rounds of k-means for base clusters: in compatible mode, and in stable mode, where the
/// start is near the end already.
const BASE_ROUNDS: usize = 100;
const GRAIN_ROUNDS: usize = 8;
/// Rounds of k-means for groups in compatible mode.
const GROUP_ROUNDS: usize = 20;
/// Base clusters a further group must have to be thought of.
const BASE_PER_GROUP: usize = 12;

/// A map of opinions; all lists in ascending order of ids unless they say otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OpinionMap {
    /// The rules it was drawn by.
    pub params: Params,
    /// How many votes it is drawn from.
    pub votes: usize,
    /// The share of the whole spread of opinions along each direction: variance per person.
    pub variance: [f64; 2],
    /// Everybody, with their place.
    pub people: Vec<Person>,
    /// Every statement, with its place.
    pub statements: Vec<Statement>,
    /// People who lie close together, the grain of the groups.
    pub base_clusters: Vec<BaseCluster>,
    /// How many groups, and why.
    pub number_of_groups: NumberChoice,
    /// The groups, by their number.
    pub groups: Vec<Group>,
    /// What people as a whole share.
    pub consensus: Consensus,
    /// SHA-256 of what went in and what came out.
    pub fingerprint: Fingerprint,
}

/// A person on the map.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Person {
    /// Who.
    pub id: ParticipantId,
    /// Where.
    pub at: Point,
    /// How many statements they voted on.
    pub votes: u32,
    /// Whether they are members of their group; below the threshold of votes they have a
    /// place and a nearest group, but do not speak for it.
    pub member: bool,
    /// The number of their group, or of the nearest one; nothing when there are no groups.
    pub group: Option<u32>,
}

/// A statement on the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Statement {
    /// Which.
    pub id: StatementId,
    /// Whether it is kept out of the map, by moderation or as a question about people.
    pub kept_out: bool,
    /// Whether it may be put before people: moderation does not keep it out.
    pub may_be_asked: bool,
    /// The mean vote, -1 to 1.
    pub centre: f64,
    /// How far it pulls along each direction.
    pub components: [f64; 2],
    /// Where somebody lies who only agrees with it.
    pub at: Point,
    /// How far that is from the centre of the plane.
    pub extremity: f64,
    /// Votes of everybody.
    pub votes: Tally,
    /// How far every group says the same.
    pub group_aware: GroupAware,
    /// How soon it is put before somebody new.
    pub priority: f64,
}

/// People who lie close together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BaseCluster {
    /// Its number.
    pub id: u32,
    /// The mean of its members' places.
    pub centre: Point,
    /// Who.
    pub members: Vec<ParticipantId>,
    /// The number of the group it belongs to.
    pub group: u32,
}

/// People with like opinions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Its number; the same from one update to the next.
    pub id: u32,
    /// The mean of its members' places.
    pub centre: Point,
    /// Who.
    pub members: Vec<ParticipantId>,
    /// Votes of its members on each statement, in the order of the map's statements.
    pub votes: Vec<Tally>,
    /// What stands for it.
    pub representative: Vec<Representative>,
}

/// How many groups there are, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberChoice {
    /// The number in use; 0 without people in groups.
    pub chosen: u32,
    /// Why this one.
    pub why: WhyNumber,
    /// For each number that was thought of, how well separated the groups are (-1 to 1).
    pub silhouettes: Vec<Silhouette>,
}

/// How well separated this many groups are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Silhouette {
    /// How many groups.
    pub k: u32,
    /// The mean silhouette of the base clusters, -1 to 1.
    pub silhouette: f64,
}

/// Why there are so many groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum WhyNumber {
    /// Nobody gave enough votes, or all lie in one place.
    NothingToSeparate,
    /// So many groups are best separated.
    BestSeparated,
    /// Another number is better separated, but not for long enough.
    Held {
        /// The number that is better.
        better: u32,
        /// For how many updates in a row.
        updates: u32,
        /// How many it takes.
        needed: u32,
    },
}

/// Draws the map of a conversation.
///
/// `previous` is what the last map left, see [`Memory`]. The same conversation, parameters
/// and memory give the same bytes on every machine of one architecture.
pub fn map(conversation: &Conversation, params: &Params, previous: Option<&Memory>) -> OpinionMap {
    map_with_memory(conversation, params, previous).0
}

/// Draws the map, and gives what the next one wants to know.
pub fn map_with_memory(
    conversation: &Conversation,
    params: &Params,
    previous: Option<&Memory>,
) -> (OpinionMap, Memory) {
    let left_out = left_out(conversation, params);
    let gram = gram(conversation, &left_out);
    let input = fingerprint::Rows::of(conversation);
    let mut kept = Kept::default();
    let pairs = gram.as_ref().map(|gram| Pairs { gram, kept: &mut kept, changed: &[] });
    draw(conversation, params, pairs, &input, previous)
}

/// Who is not looked at: banned people, in stable mode.
pub(crate) fn left_out(conversation: &Conversation, params: &Params) -> Vec<bool> {
    match params.mode {
        Mode::Stable => conversation.banned_rows(),
        Mode::Compatible => vec![false; conversation.participants().len()],
    }
}

pub(crate) fn gram(conversation: &Conversation, left_out: &[bool]) -> Option<Gram> {
    let columns = conversation.statements().len();
    (columns <= MOST_COLUMNS).then(|| Gram::count(conversation, left_out))
}

fn totals(conversation: &Conversation, gram: Option<&Gram>, left_out: &[bool]) -> Vec<Tally> {
    if let Some(gram) = gram {
        let tally = |column: usize| {
            let pair = gram.line(column)[column];
            let (agree, disagree) =
                (i32::midpoint(pair.product, pair.first), i32::midpoint(pair.product, -pair.first));
            Tally {
                agree: agree as u32,
                disagree: disagree as u32,
                pass: (pair.both - agree - disagree) as u32,
            }
        };
        return (0..gram.columns()).map(tally).collect();
    }
    let class: Vec<Option<u32>> = left_out.iter().map(|out| (!out).then_some(0)).collect();
    counts::by_class(conversation, &class, 1).pop().unwrap_or_default()
}

pub(crate) fn draw(
    conversation: &Conversation,
    params: &Params,
    pairs: Option<Pairs<'_>>,
    input: &fingerprint::Rows,
    previous: Option<&Memory>,
) -> (OpinionMap, Memory) {
    let params = params.within_range();
    let stable = params.is_stable();
    let left_out = left_out(conversation, &params);
    let out = conversation.kept_out(params.strict_moderation);
    let totals = totals(conversation, pairs.as_ref().map(|pairs| pairs.gram), &left_out);
    let centre = components::centre(&totals, &out);

    let spread = match pairs {
        Some(Pairs { gram, kept, changed }) => {
            kept.refresh(gram, &centre, &out, changed);
            kept.spread()
        }
        None => Spread::Votes { conversation, left_out: &left_out, centre: &centre, out: &out },
    };
    let ids = conversation.statements();
    let mut directions = if stable {
        components::converged(&spread)
    } else {
        components::by_power(&spread, previous.and_then(|memory| memory.starts_on(ids)).as_ref())
    };
    components::orient(&mut directions, previous.and_then(|memory| memory.axes_on(ids)).as_ref());
    let axes = &directions.vectors;

    let places = plane::people(conversation, &centre, axes, &out);
    let counted: Vec<u32> =
        (0..places.len()).map(|row| conversation.row(row).len() as u32).collect();
    let inside = inside(conversation, &params, &left_out, &counted, previous);
    let points: Vec<Point> = inside.iter().map(|row| places[*row as usize]).collect();
    let grain = grain(conversation, &params, &inside, &points, previous);
    let clusterings = clusterings(&params, &grain, previous);
    let (number, choice) = number_of_groups(&params, &grain, &clusterings, previous);

    let at = (number.held as usize).saturating_sub(2);
    let chosen = clusterings.get(at).cloned().unwrap_or_else(|| together(&grain));
    let mut classes: Vec<Option<u32>> = vec![None; places.len()];
    for (group, cluster) in (0..).zip(&chosen) {
        for member in cluster.members.iter().flat_map(|base| &grain[*base as usize].members) {
            classes[inside[*member as usize] as usize] = Some(group);
        }
    }
    let numbers = numbers(conversation, &classes, &chosen, stable, previous);
    let class_counts = counts::by_class(conversation, &classes, chosen.len());
    let grouped: Vec<Tally> = (0..ids.len())
        .map(|column| {
            class_counts.iter().fold(Tally::default(), |sum, counts| sum.plus(counts[column]))
        })
        .collect();

    let mut groups: Vec<Group> = chosen
        .iter()
        .zip(class_counts)
        .zip(&numbers)
        .map(|((cluster, votes), id)| Group {
            id: *id,
            centre: cluster.centre,
            members: Vec::new(),
            representative: statistics::representative(ids, &votes, &grouped, &out),
            votes,
        })
        .collect();
    let mut people = Vec::with_capacity(places.len());
    for row in (0..places.len()).filter(|row| !left_out[*row]) {
        let id = conversation.participants()[row];
        let class = classes[row];
        if let Some(group) = class {
            groups[group as usize].members.push(id);
        }
        let nearest = class.or_else(|| nearest(places[row], &groups));
        people.push(Person {
            id,
            at: places[row],
            votes: counted[row],
            member: class.is_some(),
            group: nearest.map(|group| numbers[group as usize]),
        });
    }
    groups.sort_by_key(|group| group.id);

    let at = plane::statements(&centre, axes);
    let statements = (0..ids.len())
        .map(|column| {
            let extremity = plane::distance(at[column], [0.0; 2]);
            let of_groups = groups.iter().map(|group| group.votes[column]);
            let moderation: Moderation = conversation.moderation(ids[column]);
            Statement {
                id: ids[column],
                kept_out: out[column],
                may_be_asked: match moderation.verdict {
                    Verdict::Accepted => true,
                    Verdict::Waiting => !params.strict_moderation,
                    Verdict::Rejected => false,
                },
                centre: centre[column],
                components: [axes[0][column], axes[1][column]],
                at: at[column],
                extremity,
                votes: totals[column],
                group_aware: statistics::group_aware(of_groups),
                priority: statistics::priority(grouped[column], extremity, moderation.meta),
            }
        })
        .collect();

    let name = |row: &u32| conversation.participants()[inside[*row as usize] as usize];
    let group_of = clusters::classes(&chosen, grain.len());
    let base_clusters: Vec<BaseCluster> = grain
        .iter()
        .zip(&group_of)
        .map(|(cluster, group)| BaseCluster {
            id: cluster.id,
            centre: cluster.centre,
            members: cluster.members.iter().map(name).collect(),
            group: numbers.get(*group as usize).copied().unwrap_or(0),
        })
        .collect();
    let degrees = people.len().saturating_sub(1).max(1) as f64;
    let mut map = OpinionMap {
        params,
        votes: totals.iter().map(|tally| tally.seen() as usize).sum(),
        variance: directions.spread.map(|spread| spread / degrees),
        people,
        statements,
        base_clusters,
        number_of_groups: choice,
        groups,
        consensus: statistics::consensus(ids, &totals, &out),
        fingerprint: Fingerprint::default(),
    };
    map.fingerprint = fingerprint::of(&map, conversation, input);
    let memory = remember(conversation, &map, number, &inside, &clusterings, &classes, &numbers);
    (map, memory)
}

/// The rows of the people who are put into groups, ascending.
fn inside(
    conversation: &Conversation,
    params: &Params,
    left_out: &[bool],
    counted: &[u32],
    previous: Option<&Memory>,
) -> Vec<u32> {
    let needed = params.votes_to_cluster.min(conversation.statements().len() as u32);
    let mut enough: Vec<bool> = counted.iter().map(|votes| *votes >= needed).collect();
    if !params.is_stable() {
        // Once in, always in.
        for row in previous.iter().flat_map(|memory| &memory.inside) {
            if let Some(row) = conversation.row_of(*row) {
                enough[row] = true;
            }
        }
    }
    enough.iter_mut().zip(left_out).for_each(|(enough, out)| *enough &= !out);
    let have = enough.iter().filter(|enough| **enough).count();
    let wanted = (params.people_to_cluster as usize).saturating_sub(have);
    if wanted > 0 {
        let joins = |row: &usize| !enough[*row] && !left_out[*row] && counted[*row] > 0;
        let mut rest: Vec<usize> = (0..counted.len()).filter(joins).collect();
        rest.sort_by_key(|row| std::cmp::Reverse(counted[*row]));
        rest.truncate(wanted);
        for row in rest {
            enough[row] = true;
        }
    }
    (0..).zip(&enough).filter(|(_, enough)| **enough).map(|(row, _)| row).collect()
}

/// The base clusters: positions in `inside`.
fn grain(
    conversation: &Conversation,
    params: &Params,
    inside: &[u32],
    points: &[Point],
    previous: Option<&Memory>,
) -> Vec<Cluster> {
    let most = params.base_clusters as usize;
    if params.is_stable() {
        return clusters::summarised(points, most, GRAIN_ROUNDS);
    }
    let last = previous.map(|memory| {
        let position = |id: &ParticipantId| {
            let row = conversation.row_of(*id)? as u32;
            inside.binary_search(&row).ok().map(|position| position as u32)
        };
        let cluster = |(id, members): &(u32, Vec<ParticipantId>)| Cluster {
            id: *id,
            centre: [0.0; 2],
            members: members.iter().filter_map(position).collect(),
        };
        memory.base.iter().map(cluster).collect()
    });
    let mut grain = clusters::as_in_production(points, None, most, BASE_ROUNDS, last);
    grain.sort_by_key(|cluster| cluster.id);
    grain
}

/// For each number of groups from 2 the groups of base clusters.
fn clusterings(params: &Params, grain: &[Cluster], previous: Option<&Memory>) -> Vec<Vec<Cluster>> {
    let most = (params.most_groups as usize).min(2 + grain.len() / BASE_PER_GROUP);
    let points: Vec<Point> = grain.iter().map(|base| base.centre).collect();
    let weights: Vec<f64> = grain.iter().map(|base| base.members.len() as f64).collect();
    if points.is_empty() {
        return Vec::new();
    }
    if params.is_stable() {
        return clusters::best_of_many(&points, &weights, most);
    }
    let last = |k: usize| {
        let kept = previous?.clusterings.get(k - 2)?;
        let position = |id: &u32| {
            grain.binary_search_by_key(id, |base| base.id).ok().map(|position| position as u32)
        };
        let cluster = |(id, members): &(u32, Vec<u32>)| Cluster {
            id: *id,
            centre: [0.0; 2],
            members: members.iter().filter_map(position).collect(),
        };
        Some(kept.iter().map(cluster).collect())
    };
    let by_number = |k| {
        let mut groups =
            clusters::as_in_production(&points, Some(&weights), k, GROUP_ROUNDS, last(k));
        groups.sort_by_key(|group| group.id);
        groups
    };
    (2..=most).map(by_number).collect()
}

fn together(grain: &[Cluster]) -> Vec<Cluster> {
    let all = grain.iter().map(|base| base.members.len()).sum::<usize>().max(1) as f64;
    let axis = |axis: usize| {
        grain.iter().map(|base| base.centre[axis] * base.members.len() as f64).sum::<f64>() / all
    };
    let whole =
        Cluster { id: 0, centre: [axis(0), axis(1)], members: (0..grain.len() as u32).collect() };
    if grain.is_empty() { Vec::new() } else { vec![whole] }
}

fn number_of_groups(
    params: &Params,
    grain: &[Cluster],
    clusterings: &[Vec<Cluster>],
    previous: Option<&Memory>,
) -> (NumberOfGroups, NumberChoice) {
    let silhouettes: Vec<Silhouette> = (2..)
        .zip(clusterings)
        .map(|(k, groups)| {
            let class = clusters::classes(groups, grain.len());
            let far =
                |one: usize, other: usize| plane::distance(grain[one].centre, grain[other].centre);
            Silhouette { k, silhouette: silhouette(&class, groups.len(), far) }
        })
        .collect();
    let better = |best: Option<Silhouette>, one: &Silhouette| match best {
        Some(best) if best.silhouette > one.silhouette => Some(best),
        _ => Some(*one),
    };
    let best = silhouettes.iter().fold(None, better).map_or(0, |best| best.k);
    let exists = |k: u32| silhouettes.iter().any(|one| one.k == k);
    let before = previous.and_then(|memory| memory.number);
    let number = NumberOfGroups::next(before, best, params.updates_before_new_k, exists);
    let why = if clusterings.is_empty() {
        WhyNumber::NothingToSeparate
    } else if number.held == best {
        WhyNumber::BestSeparated
    } else {
        let (updates, needed) = (number.times, params.updates_before_new_k);
        WhyNumber::Held { better: best, updates, needed }
    };
    let chosen = if clusterings.is_empty() { u32::from(!grain.is_empty()) } else { number.held };
    (number, NumberChoice { chosen, why, silhouettes })
}

/// The number each group goes by.
///
/// Compatible: as k-means numbered them. Stable: the number of the former group with which
/// it shares most people, else the smallest free one; at first by size, largest first.
fn numbers(
    conversation: &Conversation,
    classes: &[Option<u32>],
    chosen: &[Cluster],
    stable: bool,
    previous: Option<&Memory>,
) -> Vec<u32> {
    if !stable {
        return chosen.iter().map(|group| group.id).collect();
    }
    let mut sizes = vec![0_usize; chosen.len()];
    let mut first = vec![usize::MAX; chosen.len()];
    for (row, class) in classes.iter().enumerate() {
        if let Some(class) = class {
            let class = *class as usize;
            sizes[class] += 1;
            first[class] = first[class].min(row);
        }
    }
    let mut order: Vec<usize> = (0..chosen.len()).collect();
    order.sort_by_key(|group| (std::cmp::Reverse(sizes[*group]), first[*group]));
    let mut numbers: Vec<Option<u32>> = vec![None; chosen.len()];
    let mut taken: Vec<u32> = Vec::new();
    if let Some(memory) = previous {
        let mut shared = std::collections::BTreeMap::<(u32, usize), usize>::new();
        let mut known = memory.groups.iter().peekable();
        for (row, class) in classes.iter().enumerate() {
            let id = conversation.participants()[row];
            while known.next_if(|(other, _)| *other < id).is_some() {}
            if let (Some((_, before)), Some(now)) =
                (known.next_if(|(other, _)| *other == id), class)
            {
                *shared.entry((*before, *now as usize)).or_default() += 1;
            }
        }
        let mut pairs: Vec<(usize, u32, usize)> =
            shared.into_iter().map(|((before, now), people)| (people, before, now)).collect();
        pairs.sort_by_key(|(people, before, now)| (std::cmp::Reverse(*people), *before, *now));
        for (_, before, now) in pairs {
            if numbers[now].is_none() && !taken.contains(&before) {
                numbers[now] = Some(before);
                taken.push(before);
            }
        }
    }
    let mut free = 0;
    for group in order {
        if numbers[group].is_none() {
            while taken.contains(&free) {
                free += 1;
            }
            numbers[group] = Some(free);
            taken.push(free);
        }
    }
    numbers.into_iter().map(|number| number.unwrap_or(0)).collect()
}

fn nearest(place: Point, groups: &[Group]) -> Option<u32> {
    let mut best = None;
    for (number, group) in (0..).zip(groups) {
        let far = plane::squared(place, group.centre);
        if best.is_none_or(|(least, _)| far < least) {
            best = Some((far, number));
        }
    }
    best.map(|(_, number)| number)
}

fn remember(
    conversation: &Conversation,
    map: &OpinionMap,
    number: NumberOfGroups,
    inside: &[u32],
    clusterings: &[Vec<Cluster>],
    classes: &[Option<u32>],
    numbers: &[u32],
) -> Memory {
    let ids = conversation.participants();
    let group = |(row, class): (usize, &Option<u32>)| {
        class.map(|class| (ids[row], numbers[class as usize]))
    };
    let mut memory = Memory {
        axes: map.statements.iter().map(|one| (one.id, one.components)).collect(),
        number: (!clusterings.is_empty()).then_some(number),
        groups: classes.iter().enumerate().filter_map(group).collect(),
        ..Memory::default()
    };
    if map.params.mode == Mode::Compatible {
        memory.inside = inside.iter().map(|row| ids[*row as usize]).collect();
        memory.base =
            map.base_clusters.iter().map(|base| (base.id, base.members.clone())).collect();
        let base = |place: &u32| map.base_clusters[*place as usize].id;
        let groups = |groups: &Vec<Cluster>| {
            groups
                .iter()
                .map(|group| (group.id, group.members.iter().map(base).collect()))
                .collect()
        };
        memory.clusterings = clusterings.iter().map(groups).collect();
    }
    memory
}
