//! A name for exactly this election and rule, to publish before the count.

use sha2::{Digest, Sha256};

use crate::election::Election;
use crate::rules::{AddOne, Completion, Rule, Utility};
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
    let mut text = Canonical::new("fair-selection count 1");
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
        match rule {
            Rule::Greedy => self.text("greedy"),
            Rule::EqualShares(parameters) => {
                self.text("equal_shares");
                self.text(match parameters.utility {
                    Utility::Cost => "cost",
                    Utility::Cardinality => "cardinality",
                });
                match parameters.completion {
                    Completion::None => self.text("none"),
                    Completion::Utilitarian => self.text("utilitarian"),
                    Completion::AddOne(add_one) => self.add_one("add_one", add_one),
                    Completion::AddOneUtilitarian(add_one) => {
                        self.add_one("add_one_utilitarian", add_one);
                    }
                }
            }
        }
        self.text(match election.tie_rule() {
            TieRule::CostVotesOrder => "cost_votes_order",
            TieRule::VotesCostOrder => "votes_cost_order",
            TieRule::Order => "order",
        });
        self.number(election.budget_cents());
        let by_id = by_id(election);
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
    }

    fn add_one(&mut self, name: &str, add_one: AddOne) {
        self.text(name);
        self.number(add_one.step_cents.get());
        self.number(u64::from(add_one.exhaustive));
        self.number(u64::from(add_one.most_steps));
    }

    fn ballots(&mut self, election: &Election) {
        // Ballots name projects by their place among the sorted ids.
        let mut place = vec![0_u64; election.projects().len()];
        for (number, project) in (0..).zip(by_id(election)) {
            place[project] = number;
        }
        let mut ballots: Vec<(Vec<u64>, u64)> = election
            .ballots()
            .iter()
            .map(|ballot| {
                let mut set: Vec<u64> = ballot.approvals.iter().map(|&p| place[p]).collect();
                set.sort_unstable();
                (set, ballot.multiplicity)
            })
            .collect();
        ballots.sort_unstable();
        self.number(ballots.len() as u64);
        for (set, multiplicity) in ballots {
            self.number(multiplicity);
            self.number(set.len() as u64);
            for project in set {
                self.number(project);
            }
        }
    }

    fn finish(self) -> String {
        hex::encode(self.0.finalize())
    }
}

fn by_id(election: &Election) -> Vec<usize> {
    let mut order: Vec<usize> = (0..election.projects().len()).collect();
    order.sort_by(|&a, &b| election.projects()[a].id.cmp(&election.projects()[b].id));
    order
}
