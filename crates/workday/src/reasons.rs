//! Why yes and why not, in one sentence for each project.

use std::sync::LazyLock;

use fair_selection::{Exact, Explanation, Reason, SmallestChange, Stage, Verdict};
use kernel::Cents;
use texts::{Args, Lang, Texts, key};

/// The messages of this crate alone, for what is written outside pages; the build has checked them.
static TEXTS: LazyLock<Option<Texts>> = LazyLock::new(|| Texts::new(&[crate::TEXTS]).ok());

/// Puts explanations into words of a language.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    texts: Option<&'a Texts>,
    lang: Lang,
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

impl<'a> Reader<'a> {
    /// For the pages of a language.
    pub fn new(texts: &'a Texts, lang: Lang) -> Self {
        Self { texts: Some(texts), lang }
    }

    /// For what is written once, in the language of law.
    pub fn italian() -> Self {
        Self { texts: TEXTS.as_ref(), lang: Lang::It }
    }

    /// A message with its arguments.
    pub fn format(self, key: &str, args: &Args<'_>) -> String {
        self.texts.map_or_else(|| key.to_owned(), |texts| texts.format(self.lang, key, args))
    }

    fn money(self, cents: i64) -> String {
        match self.lang {
            Lang::It => Cents(cents).italian(),
            Lang::En => Cents(cents).english(),
        }
    }

    fn say(self, key: &str, facts: &[(&'static str, String)], votes: u64) -> String {
        let mut args = Args::new();
        args.set("n", whole(votes));
        for (name, text) in facts {
            args.set(*name, text.as_str());
        }
        self.format(key, &args)
    }

    fn cents(self, name: &'static str, cents: u64) -> (&'static str, String) {
        (name, self.money(whole(cents)))
    }

    fn exact(self, name: &'static str, cents: &Exact) -> (&'static str, String) {
        (name, self.money(cents.rounded()))
    }

    /// Why a project was chosen or not: one sentence.
    pub fn why(self, project: &Explanation) -> String {
        let short = || {
            let money = project.supporters_money.as_ref();
            self.cents("short", money.map_or(0, |money| money.short_by_cents))
        };
        let votes = project.votes;
        match &project.verdict {
            // A day counts by votes and by equal shares: the stages of other rules do not occur.
            Verdict::Chosen {
                stage: Stage::Greedy | Stage::Knapsack | Stage::Loads | Stage::Ranking,
                ..
            } => self.say(key!("day-why-chosen-by-votes"), &[], votes),
            Verdict::Chosen { stage: Stage::Free, .. } => {
                self.say(key!("day-why-chosen-free"), &[], votes)
            }
            Verdict::Chosen { stage: Stage::Shares, payment, .. } => {
                let most = payment.as_ref().map_or(0, |p| p.max_payment.rounded_up());
                self.say(key!("day-why-chosen-shares"), &[("most", self.money(most))], votes)
            }
            Verdict::Chosen { stage: Stage::Completion, .. } => {
                self.say(key!("day-why-chosen-completion"), &[short()], votes)
            }
            // A day has no limits and no least score either.
            Verdict::NotChosen {
                reason:
                    Reason::NoSupport
                    | Reason::BelowLeastScore { .. }
                    | Reason::NotReached
                    | Reason::GroupFull { .. }
                    | Reason::MoneyKept { .. }
                    | Reason::NotInBestSet,
            } => self.say(key!("day-why-no-support"), &[], 0),
            Verdict::NotChosen { reason: Reason::MoneyShort { short_by_cents, .. } } => {
                let held = project.supporters_money.as_ref().map(|m| self.exact("held", &m.held));
                let held = held.unwrap_or_else(|| self.cents("held", 0));
                let cost = self.cents("cost", project.cost_cents);
                let short = self.cents("short", *short_by_cents);
                self.say(key!("day-why-money-short"), &[held, cost, short], votes)
            }
            Verdict::NotChosen {
                reason: Reason::DoesNotFit { remaining_cents, short_by_cents },
            } => {
                let cost = self.cents("cost", project.cost_cents);
                let left = self.cents("left", *remaining_cents);
                if project.supporters_money.is_some() {
                    let key = key!("day-why-shares-do-not-fit");
                    return self.say(key, &[short(), cost, left], votes);
                }
                let short = self.cents("short", *short_by_cents);
                self.say(key!("day-why-does-not-fit"), &[cost, left, short], votes)
            }
        }
    }

    /// What little would have been enough; empty when nothing is known.
    pub fn change(self, project: &Explanation) -> String {
        let Some(SmallestChange { cheaper_by_cents, more_votes }) = &project.smallest_change else {
            return String::new();
        };
        let less = self.cents("less", *cheaper_by_cents);
        match more_votes {
            Some(votes) => self.say(key!("day-why-change-votes"), &[less], *votes),
            None => self.say(key!("day-why-change"), &[less], 0),
        }
    }
}
