//! Real conversations with results of other tools.
//!
//! Reads the test data that lies beside the project, not in it; where the
//! folder is missing each test prints a line that says so, and passes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use opinion_map::statistics::{self, Representative, WhyRepresentative};
use opinion_map::{
    Choice, Conversation, Mode, Moderation, OpinionMap, Params, ParticipantId, StatementId, Tally,
    Vote, groups_as_in_production, map, map_with_memory, read, silhouette,
};
use serde_json::Value;

fn shared_data(check: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("SKIPPED {check}: the shared test data is not beside the project");
    None
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn ids(list: &Value) -> Vec<u64> {
    list.as_array().unwrap().iter().map(|x| x.as_u64().unwrap()).collect()
}

fn sorted(list: &Value) -> Vec<u64> {
    let mut list = ids(list);
    list.sort_unstable();
    list
}

fn near(what: &str, ours: f64, theirs: f64, tolerance: f64) {
    let scale = theirs.abs().max(1.0);
    assert!((ours - theirs).abs() <= tolerance * scale, "{what}: {ours} and {theirs}");
}

fn all_near(what: &str, ours: &[f64], theirs: &[f64], tolerance: f64) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (place, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        near(&format!("{what} [{place}]"), *ours, *theirs, tolerance);
    }
}

/// The conversations with their folders.
fn conversations(data: &Path) -> Vec<(String, PathBuf)> {
    let mut found: Vec<(String, PathBuf)> = std::fs::read_dir(data.join("polis"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("participants-votes.csv").is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    found.sort();
    found
}

fn published(folder: &Path, rejected: &[u64]) -> Conversation {
    let mut builder = Conversation::builder();
    read::read_votes(File::open(folder.join("participants-votes.csv")).unwrap(), &mut builder)
        .unwrap();
    for id in rejected {
        builder.moderate(StatementId(*id), Moderation::REJECTED);
    }
    builder.build()
}

fn component(map: &OpinionMap, axis: usize) -> Vec<f64> {
    map.statements.iter().map(|one| one.components[axis]).collect()
}

/// 1 or -1: how our direction points beside theirs. Both have length 1 to the tolerance.
fn sign(what: &str, ours: &[f64], theirs: &[f64], tolerance: f64) -> f64 {
    let cosine: f64 = ours.iter().zip(theirs).map(|(one, other)| one * other).sum();
    near(what, cosine.abs(), 1.0, tolerance);
    cosine.signum()
}

fn tallies(conversation: &Conversation, members: &BTreeSet<u64>) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); conversation.statements().len()];
    for vote in conversation.final_votes().filter(|vote| members.contains(&vote.participant.0)) {
        let column = conversation.statements().binary_search(&vote.statement).unwrap();
        match vote.choice {
            Choice::Agree => tallies[column].agree += 1,
            Choice::Disagree => tallies[column].disagree += 1,
            Choice::Pass => tallies[column].pass += 1,
        }
    }
    tallies
}

fn together(groups: &[Vec<Tally>]) -> Vec<Tally> {
    let mut all = groups[0].clone();
    for group in &groups[1..] {
        for (sum, tally) in all.iter_mut().zip(group) {
            sum.agree += tally.agree;
            sum.disagree += tally.disagree;
            sum.pass += tally.pass;
        }
    }
    all
}

fn same_representatives(what: &str, ours: &[Representative], theirs: &Value) {
    let theirs = theirs.as_array().unwrap();
    assert_eq!(ours.len(), theirs.len(), "{what}: {ours:?}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        let what = format!("{what}, statement {}", ours.statement.0);
        assert_eq!(ours.statement.0, theirs["tid"].as_u64().unwrap(), "{what}");
        let side = if ours.choice == Choice::Agree { "agree" } else { "disagree" };
        assert_eq!(Some(side), theirs["repful-for"].as_str(), "{what}");
        assert_eq!(u64::from(ours.successes), theirs["n-success"].as_u64().unwrap(), "{what}");
        assert_eq!(u64::from(ours.trials), theirs["n-trials"].as_u64().unwrap(), "{what}");
        near(&what, ours.share, theirs["p-success"].as_f64().unwrap(), 1e-9);
        near(&what, ours.share_test, theirs["p-test"].as_f64().unwrap(), 1e-9);
        near(&what, ours.ratio, theirs["repness"].as_f64().unwrap(), 1e-9);
        near(&what, f64::from(ours.ratio_test), theirs["repness-test"].as_f64().unwrap(), 1e-6);
        if let Some(best) = theirs.get("best-agree").and_then(Value::as_bool) {
            assert_eq!(best, ours.why == WhyRepresentative::MostAgreed, "{what}");
        }
    }
}

fn same_consensus(what: &str, ours: &statistics::Consensus, theirs: &Value) {
    for (side, ours) in [("agree", &ours.agree), ("disagree", &ours.disagree)] {
        let theirs = theirs[side].as_array().unwrap();
        assert_eq!(ours.len(), theirs.len(), "{what} {side}");
        for (ours, theirs) in ours.iter().zip(theirs) {
            assert_eq!(ours.statement.0, theirs["tid"].as_u64().unwrap(), "{what} {side}");
            assert_eq!(
                u64::from(ours.successes),
                theirs["n-success"].as_u64().unwrap(),
                "{what} {side}"
            );
            assert_eq!(
                u64::from(ours.trials),
                theirs["n-trials"].as_u64().unwrap(),
                "{what} {side}"
            );
            near(what, ours.share_test, theirs["p-test"].as_f64().unwrap(), 1e-9);
        }
    }
}

#[test]
fn production_outputs() {
    let Some(data) = shared_data("production outputs") else { return };
    let mut checked = 0;
    for entry in std::fs::read_dir(data.join("polis/with-full-output")).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let blob = json(&folder.join("math-pca2.json"));
        let mut builder = Conversation::builder();
        for vote in json(&folder.join("votes.json")).as_array().unwrap() {
            let choice =
                Choice::from_value(i8::try_from(vote["vote"].as_i64().unwrap()).unwrap()).unwrap();
            let number = |key: &str| vote[key].as_u64().unwrap();
            #[expect(clippy::cast_possible_truncation, reason = "milliseconds")]
            let time = vote["modified"].as_f64().unwrap() as i64;
            builder.vote(Vote::new(number("participant_id"), number("statement_id"), choice, time));
        }
        let meta = ids(&blob["meta-tids"]);
        for id in ids(&blob["mod-out"]) {
            let state = if meta.contains(&id) { Moderation::META } else { Moderation::REJECTED };
            builder.moderate(StatementId(id), state);
        }
        let conversation = builder.build();
        // The outputs come after hundreds of updates, each of which begins at the last one.
        let params = Params::new(Mode::Compatible);
        let (mut ours, mut memory) = map_with_memory(&conversation, &params, None);
        for _ in 0..20 {
            (ours, memory) = map_with_memory(&conversation, &params, Some(&memory));
        }
        let statements = conversation.statements();
        let tids: Vec<u64> = statements.iter().map(|id| id.0).collect();
        assert_eq!(tids, sorted(&blob["tids"]), "{name}");

        // One voter's votes are missing from the published votes of this conversation, so what
        // is computed from all votes cannot be equal; what is computed from groups can.
        let complete = name != "50ptpt-3gp-strict-no-meta";
        let mut signs = [1.0; 2];
        if complete {
            let centre: Vec<f64> = ours.statements.iter().map(|one| -one.centre).collect();
            all_near(&format!("{name} centre"), &centre, &numbers(&blob["pca"]["center"]), 1e-9);
            for axis in 0..2 {
                let theirs: Vec<f64> = numbers(&blob["pca"]["comps"][axis]);
                signs[axis] = sign(
                    &format!("{name} component {axis}"),
                    &component(&ours, axis),
                    &theirs,
                    1e-9,
                );
                let at: Vec<f64> = ours.statements.iter().map(|one| one.at[axis]).collect();
                // Both the centre and the vote have the other sign there.
                let theirs = numbers(&blob["pca"]["comment-projection"][axis]);
                let turned: Vec<f64> = at.iter().map(|x| -x * signs[axis]).collect();
                all_near(&format!("{name} statement places {axis}"), &turned, &theirs, 1e-9);
            }
            let extremity: Vec<f64> = ours.statements.iter().map(|one| one.extremity).collect();
            all_near(
                &format!("{name} extremity"),
                &extremity,
                &numbers(&blob["pca"]["comment-extremity"]),
                1e-9,
            );
            for (base, members) in
                blob["base-clusters"]["members"].as_array().unwrap().iter().enumerate()
            {
                let places: Vec<[f64; 2]> = ids(members)
                    .iter()
                    .map(|id| ours.people.iter().find(|person| person.id.0 == *id).unwrap().at)
                    .collect();
                for (axis, key) in ["x", "y"].into_iter().enumerate() {
                    let mean = places.iter().map(|at| at[axis]).sum::<f64>() / places.len() as f64;
                    let theirs = blob["base-clusters"][key][base].as_f64().unwrap();
                    near(
                        &format!("{name} base cluster {base} {key}"),
                        -mean * signs[axis],
                        theirs,
                        1e-9,
                    );
                }
            }
        }

        // Groups of people through base clusters, and what is said about them.
        let bases: BTreeMap<u64, Vec<u64>> = ids(&blob["base-clusters"]["id"])
            .into_iter()
            .zip(blob["base-clusters"]["members"].as_array().unwrap().iter().map(ids))
            .collect();
        let groups = blob["group-clusters"].as_array().unwrap();
        let votes: Vec<Vec<Tally>> = groups
            .iter()
            .map(|group| {
                let people =
                    ids(&group["members"]).iter().flat_map(|base| bases[base].clone()).collect();
                tallies(&conversation, &people)
            })
            .collect();
        let kept_out: Vec<bool> = ours.statements.iter().map(|one| one.kept_out).collect();
        let all = together(&votes);
        let mut differing = 0;
        for (group, votes) in groups.iter().zip(&votes) {
            let id = group["id"].as_u64().unwrap().to_string();
            let theirs = &blob["group-votes"][&id]["votes"];
            let theirs: Vec<[u64; 3]> = tids
                .iter()
                .map(|tid| {
                    ["A", "D", "S"].map(|key| theirs[tid.to_string()][key].as_u64().unwrap())
                })
                .collect();
            for (ours, theirs) in votes.iter().zip(&theirs) {
                let ours = [ours.agree, ours.disagree, ours.seen()].map(u64::from);
                differing += usize::from(ours != *theirs);
            }
            let what = format!("{name} group {id}");
            let representative = statistics::representative(statements, votes, &all, &kept_out);
            same_representatives(&what, &representative, &blob["repness"][&id]);
        }
        assert_eq!(differing, 0, "{name}: counts by group");
        same_consensus(&name, &ours.consensus, &blob["consensus"]);
        for (column, tid) in tids.iter().enumerate() {
            let shares = statistics::group_aware(votes.iter().map(|votes| votes[column]));
            let theirs = blob["group-aware-consensus"][tid.to_string()].as_f64().unwrap();
            near(&format!("{name} group-aware {tid}"), shares.agree, theirs, 1e-9);
            let theirs = blob["comment-priorities"][tid.to_string()].as_f64().unwrap();
            // The other two were written while every priority was 49.
            if name == "above-100-ptpts" {
                let extremity = ours.statements[column].extremity;
                let priority = statistics::priority(all[column], extremity, meta.contains(tid));
                near(&format!("{name} priority {tid}"), priority, theirs, 1e-9);
            }
        }

        // From its base centres k-means and the silhouette find its groups.
        let xs = numbers(&blob["base-clusters"]["x"]);
        let points: Vec<[f64; 2]> =
            xs.into_iter().zip(numbers(&blob["base-clusters"]["y"])).map(|(x, y)| [x, y]).collect();
        let weights = numbers(&blob["base-clusters"]["count"]);
        let mut best = (f64::MIN, 0, Vec::new());
        for k in 2..=5.min(2 + points.len() / 12) {
            let found = groups_as_in_production(&points, &weights, k);
            let mut class = vec![0_u32; points.len()];
            for (number, members) in (0..).zip(&found) {
                for member in members {
                    class[*member as usize] = number;
                }
            }
            let far = |one: usize, other: usize| {
                (points[one][0] - points[other][0]).hypot(points[one][1] - points[other][1])
            };
            let separated = silhouette(&class, found.len(), far);
            if separated >= best.0 {
                best = (separated, k, class);
            }
        }
        assert_eq!(best.1, groups.len(), "{name}: number of groups");
        let base_ids = ids(&blob["base-clusters"]["id"]);
        let of_base: BTreeMap<u64, u64> = groups
            .iter()
            .flat_map(|group| {
                let id = group["id"].as_u64().unwrap();
                ids(&group["members"]).into_iter().map(move |base| (base, id))
            })
            .collect();
        let theirs: BTreeMap<u64, u64> =
            base_ids.iter().map(|base| (*base, of_base[base])).collect();
        let mine: BTreeMap<u64, u64> =
            base_ids.iter().zip(&best.2).map(|(base, class)| (*base, u64::from(*class))).collect();
        near(&format!("{name}: groups"), adjusted_rand(&mine, &theirs), 1.0, 1e-12);
        checked += 1;
        println!("{name}: {} people, {} statements, equal", ours.people.len(), tids.len());
    }
    assert!(checked > 0);
}

#[test]
fn the_reference_of_the_production_algorithm() {
    let Some(data) = shared_data("reference of the production algorithm") else { return };
    for (name, folder) in conversations(&data) {
        let reference = json(&data.join(format!("goldens/polis/ref-{name}.json")));
        let conversation = published(&folder, &ids(&reference["mod_out"]));
        let ours = map(&conversation, &Params::new(Mode::Compatible), None);
        let what = |stage: &str| format!("{name} {stage}");
        let centre: Vec<f64> = ours.statements.iter().map(|one| one.centre).collect();
        all_near(&what("centre"), &centre, &numbers(&reference["center"]), 1e-9);
        // The reference stops when the length of the vector repeats to the last bit, a matter of
        // rounding: after 23 to 101 multiplications, when the vector itself is right to about
        // 1e-8. Ours always makes the 101. What hangs on the vectors may differ by what follows
        // from their distance; everything else is compared to 1e-9.
        let root = (conversation.statements().len() as f64).sqrt();
        let mut apart = 0.0_f64;
        let mut signs = [1.0; 2];
        for axis in 0..2 {
            let theirs = numbers(&reference["comps"][axis]);
            signs[axis] = sign(&what("component"), &component(&ours, axis), &theirs, 1e-9);
            let turned: Vec<f64> = component(&ours, axis).iter().map(|x| x * signs[axis]).collect();
            apart = turned
                .iter()
                .zip(&theirs)
                .fold(apart, |most, (one, other)| most.max((one - other).abs()));
            assert!(apart < 1e-7, "{name} component {axis}: {apart}");
        }
        for (person, theirs) in ours.people.iter().zip(reference["proj"].as_array().unwrap()) {
            let turned = [person.at[0] * signs[0], person.at[1] * signs[1]];
            all_near(&what("place"), &turned, &numbers(theirs), 1e-9 + 2.0 * root * root * apart);
        }
        let each = |value: fn(&opinion_map::Statement) -> f64| {
            ours.statements.iter().map(value).collect::<Vec<_>>()
        };
        all_near(
            &what("extremity"),
            &each(|one| one.extremity),
            &numbers(&reference["extremity"]),
            1e-9 + 100.0 * root * apart,
        );
        let inside: Vec<u64> =
            ours.people.iter().filter(|person| person.member).map(|person| person.id.0).collect();
        assert_eq!(inside, sorted(&reference["in_conv"]), "{name} members");
        let bases: BTreeSet<Vec<u64>> = ours
            .base_clusters
            .iter()
            .map(|base| base.members.iter().map(|id| id.0).collect())
            .collect();
        let theirs: BTreeSet<Vec<u64>> =
            reference["base_members"].as_array().unwrap().iter().map(sorted).collect();
        assert_eq!(bases, theirs, "{name} base clusters");
        for one in &ours.number_of_groups.silhouettes {
            let theirs = reference["silhouette"][one.k.to_string()].as_f64().unwrap();
            near(&what("silhouette"), one.silhouette, theirs, 1e-9 + 100.0 * root * apart);
        }
        assert_eq!(
            u64::from(ours.number_of_groups.chosen),
            reference["k"].as_u64().unwrap(),
            "{name} k"
        );
        let groups: BTreeMap<Vec<u64>, usize> = ours
            .groups
            .iter()
            .enumerate()
            .map(|(place, group)| (group.members.iter().map(|id| id.0).collect(), place))
            .collect();
        for (place, members) in reference["groups"].as_array().unwrap().iter().enumerate() {
            let found = groups.get(&sorted(members));
            let found = found.unwrap_or_else(|| panic!("{name}: group {place} is not found"));
            let theirs = &reference["repness"][place];
            same_representatives(
                &what("representative"),
                &ours.groups[*found].representative,
                theirs,
            );
        }
        same_consensus(&what("consensus"), &ours.consensus, &reference["consensus"]);
        all_near(
            &what("priority"),
            &each(|one| one.priority),
            &numbers(&reference["priority"]),
            1e-9 + 100.0 * root * apart,
        );
        all_near(
            &what("group-aware"),
            &each(|one| one.group_aware.agree),
            &numbers(&reference["gac"]),
            1e-9,
        );
    }
}

/// How far D'Dv is from a multiple of v, over the largest variance: the definition, term by term.
fn residual(conversation: &Conversation, map: &OpinionMap, axis: usize) -> f64 {
    let vector = component(map, axis);
    let mut rows: BTreeMap<u64, Vec<(usize, f64)>> = BTreeMap::new();
    for vote in conversation.final_votes() {
        let column = conversation.statements().binary_search(&vote.statement).unwrap();
        if !map.statements[column].kept_out {
            let beyond = f64::from(vote.choice.value()) - map.statements[column].centre;
            rows.entry(vote.participant.0).or_default().push((column, beyond));
        }
    }
    let mut image = vec![0.0; vector.len()];
    for row in rows.values() {
        let along: f64 = row.iter().map(|(column, beyond)| beyond * vector[*column]).sum();
        for (column, beyond) in row {
            image[*column] += beyond * along;
        }
    }
    let people = (map.people.len() - 1) as f64;
    let off = image
        .iter()
        .zip(&vector)
        .map(|(image, x)| (image - map.variance[axis] * people * x).powi(2));
    off.sum::<f64>().sqrt() / (map.variance[0] * people)
}

#[test]
fn red_dwarf() {
    let Some(data) = shared_data("red-dwarf") else { return };
    for (name, folder) in conversations(&data) {
        let theirs = json(&data.join(format!("goldens/polis/rd-{name}-seed0.json")));
        let conversation = published(&folder, &ids(&theirs["mod_out"]));
        let ours = map(&conversation, &Params::default(), None);
        // Above 500 rows or columns its library turns to a randomised solver, which is right to
        // some digits. That ours are the directions is shown on the votes themselves.
        let large = conversation.participants().len().max(conversation.statements().len()) > 500;
        let tolerance = if large { 1e-3 } else { 1e-9 };
        let centre: Vec<f64> = ours.statements.iter().map(|one| one.centre).collect();
        all_near(&format!("{name} centre"), &centre, &numbers(&theirs["pca_mean"]), 1e-9);
        all_near(
            &format!("{name} variance"),
            &ours.variance,
            &numbers(&theirs["explained_variance"]),
            if large { 1e-6 } else { 1e-9 },
        );
        for axis in 0..2 {
            let residual = residual(&conversation, &ours, axis);
            assert!(residual < 1e-11, "{name} component {axis}: residual {residual}");
            let absolute = |list: Vec<f64>| list.into_iter().map(f64::abs).collect::<Vec<_>>();
            let theirs = absolute(numbers(&theirs["pca_comps"][axis]));
            all_near(
                &format!("{name} component {axis}"),
                &absolute(component(&ours, axis)),
                &theirs,
                tolerance,
            );
        }
        let extremity: Vec<f64> = ours.statements.iter().map(|one| one.extremity).collect();
        let root = (conversation.statements().len() as f64).sqrt();
        all_near(
            &format!("{name} extremity"),
            &extremity,
            &numbers(&theirs["extremity"]),
            if large { 3.0 * root * tolerance } else { tolerance },
        );
        same_consensus(&name, &ours.consensus, &theirs["consensus"]);

        // Its statistics about its own groups.
        let mut groups: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
        for (person, label) in theirs["labels"].as_object().unwrap() {
            groups.entry(label.as_u64().unwrap()).or_default().insert(person.parse().unwrap());
        }
        let votes: Vec<Vec<Tally>> =
            groups.values().map(|people| tallies(&conversation, people)).collect();
        let all = together(&votes);
        for (label, own) in groups.keys().zip(&votes) {
            for one in theirs["repness"][label.to_string()].as_array().unwrap() {
                let id = StatementId(one["tid"].as_u64().unwrap());
                let column = conversation.statements().binary_search(&id).unwrap();
                // Alone among the statements it is always listed.
                let only = |votes: &[Tally]| vec![votes[column]];
                let listed = statistics::representative(&[id], &only(own), &only(&all), &[false]);
                same_representatives(
                    &format!("{name} group {label}"),
                    &listed,
                    &Value::from(vec![one.clone()]),
                );
            }
        }
    }
}

/// A table as maps from heading to text.
fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

#[test]
fn published_totals() {
    let Some(data) = shared_data("published totals") else { return };
    for (name, folder) in conversations(&data) {
        // What each person said, as published beside it.
        let conversation = published(&folder, &[]);
        for row in table(&folder.join("participants-votes.csv")) {
            let number = |key: &str| row[key].parse::<usize>().unwrap();
            let id = ParticipantId(row["participant"].parse().unwrap());
            let choices: Vec<Choice> = conversation
                .statements()
                .iter()
                .filter_map(|one| conversation.choice(id, *one))
                .collect();
            let said = |choice| choices.iter().filter(|one| **one == choice).count();
            let ours = (choices.len(), said(Choice::Agree), said(Choice::Disagree));
            assert_eq!(
                ours,
                (number("n-votes"), number("n-agree"), number("n-disagree")),
                "{name} {id:?}"
            );
        }
        let path = folder.join("votes.csv");
        if !path.is_file() {
            println!("{name}: totals of people equal; its votes with instants are not published");
            continue;
        }
        // Both layouts hold the same final votes.
        let mut builder = Conversation::builder();
        read::read_votes(File::open(&path).unwrap(), &mut builder).unwrap();
        let comments =
            read::read_comments(File::open(folder.join("comments.csv")).unwrap(), &mut builder)
                .unwrap();
        let votes = |conversation: &Conversation| -> BTreeSet<(u64, u64, i8)> {
            let all = conversation.final_votes();
            all.map(|vote| (vote.participant.0, vote.statement.0, vote.choice.value())).collect()
        };
        assert_eq!(votes(&builder.build()), votes(&conversation), "{name}");
        // The totals of statements count votes that were changed later, too.
        let mut totals: BTreeMap<(u64, String), u64> = BTreeMap::new();
        for row in table(&path) {
            *totals
                .entry((row["comment-id"].parse().unwrap(), row["vote"].clone()))
                .or_default() += 1;
        }
        let mut differing = Vec::new();
        for comment in &comments {
            let ours = ["1", "-1"]
                .map(|vote| totals.get(&(comment.id.0, vote.to_owned())).copied().unwrap_or(0));
            let theirs = [comment.agrees.unwrap(), comment.disagrees.unwrap()];
            if ours != theirs {
                differing.push((comment.id.0, ours, theirs));
            }
        }
        println!(
            "{name}: {} votes and {} statements, {} totals differ",
            conversation.votes(),
            comments.len(),
            differing.len()
        );
        assert_eq!(differing, [], "{name}");
    }
}

#[test]
fn agreement_with_published_groups_is_above_red_dwarf() {
    let Some(data) = shared_data("agreement with published groups") else { return };
    let (mut ours, mut theirs, mut count) = (0.0, 0.0, 0.0);
    println!(
        "{:45} {:>5} {:>11} {:>11} {:>11}",
        "conversation", "k", "red-dwarf", "stable", "compatible"
    );
    for (name, folder) in conversations(&data) {
        let mut builder = Conversation::builder();
        let path = folder.join("participants-votes.csv");
        let file = read::read_votes(File::open(path).unwrap(), &mut builder).unwrap();
        read::read_comments(File::open(folder.join("comments.csv")).unwrap(), &mut builder)
            .unwrap();
        let conversation = builder.build();
        let published: BTreeMap<u64, u64> =
            file.groups.iter().map(|(id, group)| (id.0, group.unsigned_abs())).collect();
        let of = |mode| {
            let drawn = map(&conversation, &Params::new(mode), None);
            let grouped = |group: &opinion_map::Group| {
                let id = u64::from(group.id);
                group
                    .members
                    .iter()
                    .map(move |person: &ParticipantId| (person.0, id))
                    .collect::<Vec<_>>()
            };
            let labels: BTreeMap<u64, u64> = drawn.groups.iter().flat_map(grouped).collect();
            (drawn.number_of_groups.chosen, adjusted_rand(&labels, &published))
        };
        let golden = json(&data.join(format!("goldens/polis/rd-{name}-seed0.json")));
        let peer = golden["ari_vs_polis_group_id"].as_f64().unwrap();
        let (stable, compatible) = (of(Mode::Stable), of(Mode::Compatible));
        let kinds: BTreeSet<&u64> = published.values().collect();
        println!(
            "{name:45} {:>5} {:>3} {peer:>7.3} {:>3} {:>7.3} {:>3} {:>7.3}",
            kinds.len(),
            golden["k"],
            stable.0,
            stable.1,
            compatible.0,
            compatible.1
        );
        ours += stable.1;
        theirs += peer;
        count += 1.0;
    }
    println!("mean: red-dwarf {:.3}, stable {:.3}", theirs / count, ours / count);
    assert!(ours > theirs, "stable {ours} red-dwarf {theirs}");
}

/// How far two partitions agree on the people in both: 1 the same, about 0 by chance.
fn adjusted_rand(one: &BTreeMap<u64, u64>, other: &BTreeMap<u64, u64>) -> f64 {
    let mut cells: BTreeMap<(u64, u64), f64> = BTreeMap::new();
    let (mut rows, mut columns) = (BTreeMap::<u64, f64>::new(), BTreeMap::<u64, f64>::new());
    let mut all = 0.0;
    for (id, row) in one {
        if let Some(column) = other.get(id) {
            *cells.entry((*row, *column)).or_default() += 1.0;
            *rows.entry(*row).or_default() += 1.0;
            *columns.entry(*column).or_default() += 1.0;
            all += 1.0;
        }
    }
    let pairs = |count: &f64| count * (count - 1.0) / 2.0;
    let same: f64 = cells.values().map(pairs).sum();
    let (in_rows, in_columns): (f64, f64) =
        (rows.values().map(pairs).sum(), columns.values().map(pairs).sum());
    let chance = in_rows * in_columns / pairs(&all);
    let most = f64::midpoint(in_rows, in_columns);
    if (most - chance).abs() < 1e-12 { 1.0 } else { (same - chance) / (most - chance) }
}
