//! A name for exactly this election and rule, to publish before the count.

use std::cmp::Ordering;

use sha2::{Digest, Sha256};

use crate::ballot::BallotKind;
use crate::ballots::{Ballots, in_order};
use crate::election::{Election, Project};
use crate::rules::{AddOne, Comparison, Completion, EqualShares, Rule, Utility};
use crate::tie::TieRule;

/// SHA-256 of what is decided before the vote: projects, budget, tie order, rule.
///
/// Lower-case hexadecimal. The same before and after the ballots are in, and
/// the same for any order in which projects are listed, unless the listing
/// itself is the published tie order.
pub fn rules_fingerprint(election: &Election, rule: &Rule) -> String {
    let mut text = Canonical::new("fair-selection rules 1");
    text.rules(election, rule);
    text.finish()
}

/// SHA-256 of projects, budget, tie order, rule and ballots.
///
/// Lower-case hexadecimal. The same for any order of the ballots, and for
/// equal ballots handed in one by one or counted together.
pub fn fingerprint(election: &Election, rule: &Rule) -> String {
    let mut text = Canonical::new("fair-selection count 2");
    text.rules(election, rule);
    text.ballots(election);
    text.finish()
}

/// Numbers in eight bytes, texts after their length: no two inputs read alike.
struct Canonical(Sha256);

impl Canonical {
    fn new(purpose: &str) -> Self {
        let mut text = Self(Sha256::new());
        text.text(purpose);
        text
    }

    fn number(&mut self, number: u64) {
        self.0.update(number.to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.update(text.as_bytes());
    }

    fn rules(&mut self, election: &Election, rule: &Rule) {
        self.rule(rule);
        self.text(match election.tie_rule() {
            TieRule::CostVotesOrder => "cost_votes_order",
            TieRule::VotesCostOrder => "votes_cost_order",
            TieRule::Order => "order",
        });
        self.number(election.budget_cents());
        let by_id = by_id(election.projects());
        self.number(by_id.len() as u64);
        for project in by_id {
            let place = u64::from(election.published_place(project));
            let project = &election.projects()[project];
            self.text(&project.id);
            self.text(&project.name);
            self.number(project.cost_cents);
            self.number(place);
            self.number(u64::from(project.group.is_some()));
            self.text(project.group.as_deref().unwrap_or_default());
        }
        self.limits(election);
    }

    /// The first rules keep the form in which days were sealed; others are written as JSON.
    fn rule(&mut self, rule: &Rule) {
        match rule {
            Rule::Greedy => self.text("greedy"),
            Rule::EqualShares(EqualShares {
                utility: utility @ (Utility::Cost | Utility::Cardinality),
                completion,
                comparison: Comparison::None,
            }) if first_form(*completion) => {
                self.text("equal_shares");
                let by_cost = *utility == Utility::Cost;
                self.text(if by_cost { "cost" } else { "cardinality" });
                match completion {
                    Completion::Utilitarian => self.text("utilitarian"),
                    Completion::AddOne(add_one) => self.add_one("add_one", *add_one),
                    Completion::AddOneUtilitarian(add_one) => {
                        self.add_one("add_one_utilitarian", *add_one);
                    }
                    Completion::None | Completion::Percent(_) => self.text("none"),
                }
            }
            other => {
                self.text("json");
                self.json(other);
            }
        }
    }

    fn json(&mut self, value: &impl serde::Serialize) {
        // A rule and limits are plain data: writing them cannot fail.
        self.text(&serde_json::to_string(value).unwrap_or_default());
    }

    fn add_one(&mut self, name: &str, add_one: AddOne) {
        self.text(name);
        self.number(add_one.step_cents.get());
        self.number(u64::from(add_one.exhaustive));
        self.number(u64::from(add_one.most_steps));
    }

    fn limits(&mut self, election: &Election) {
        if !election.limits().is_empty() {
            self.text("limits");
            self.json(election.limits());
        }
    }

    fn ballots(&mut self, election: &Election) {
        self.0.update(election.ballots_digest());
    }

    fn finish(self) -> String {
        hex::encode(self.0.finalize())
    }
}

fn first_form(completion: Completion) -> bool {
    match completion {
        Completion::None | Completion::Utilitarian => true,
        Completion::AddOne(add_one) | Completion::AddOneUtilitarian(add_one) => {
            add_one.whole_cents.is_none()
        }
        Completion::Percent(_) => false,
    }
}

/// SHA-256 of the ballots, each naming projects by their place among the sorted ids.
pub(crate) fn ballots_digest(projects: &[Project], book: &Ballots) -> [u8; 32] {
    let mut place = vec![0_u32; projects.len()];
    for (number, project) in (0..).zip(by_id(projects)) {
        place[project] = number;
    }
    // A project, and its weight behind it where there are weights.
    let weighted = book.kind != BallotKind::Approval;
    let width = 1 + usize::from(weighted);
    let mut words: Vec<u32> = Vec::with_capacity(book.projects.len() * width);
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for ballot in 0..book.len() {
        let from = words.len();
        let places = book.of(ballot).iter().map(|&p| place[p as usize]);
        if weighted {
            pairs.clear();
            pairs.extend(places.zip(book.weights_of(ballot).iter().copied()));
            pairs.sort_unstable();
            words.extend(pairs.iter().flat_map(|&(project, weight)| [project, weight]));
        } else {
            words.extend(places);
            words[from..].sort_unstable();
        }
    }
    let of = |ballot: u32| {
        let range = book.range(ballot as usize);
        &words[range.start * width..range.end * width]
    };
    let order = if weighted {
        // By the first two projects, then by projects and weights in turn.
        let first_two = |ballot: u32| (of(ballot).first(), of(ballot).get(2));
        let mut order: Vec<u32> = (0..book.len() as u32).collect();
        order.sort_unstable_by(|&a, &b| {
            first_two(a).cmp(&first_two(b)).then_with(|| of(a).cmp(of(b)))
        });
        order
    } else {
        in_order(book.len(), of, |_, _| Ordering::Equal)
    };
    let mut digest = Sha256::new();
    let mut bytes: Vec<u8> = Vec::new();
    bytes.extend(format!("{:?} ", book.kind).as_bytes());
    bytes.extend((order.len() as u64).to_be_bytes());
    for ballot in order {
        let range = book.range(ballot as usize);
        bytes.extend(book.times[ballot as usize].to_be_bytes());
        bytes.extend((range.len() as u32).to_be_bytes());
        bytes.extend(of(ballot).iter().flat_map(|word| word.to_be_bytes()));
        if bytes.len() > 1 << 14 {
            digest.update(&bytes);
            bytes.clear();
        }
    }
    digest.update(&bytes);
    digest.finalize().into()
}

fn by_id(projects: &[Project]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..projects.len()).collect();
    order.sort_by(|&a, &b| projects[a].id.cmp(&projects[b].id));
    order
}
