//! Many bodies or many ideas, made by a seeded generator: to see and to measure how the program bears them.

use std::sync::Arc;

use anyhow::Context;
use identity::{BodyFields, BodyKind, Caller, Identity, person::NewPerson};
use kernel::{BodyId, Cents, Dice, Instant, PersonId, Principal, email::Email};
use participation::{
    ParticipationError,
    input::{IdeaInput, IdeaWords, PathInput},
    model::{Channel, Contributor, IdeaId, IdeaState, LeadOffice, PathState, SupportBy},
    service::{
        Site,
        archive::{bring_comments, bring_supports},
        ideas::{Brought, bring_in},
        paths::create_in_txn,
    },
};
use profile::{
    Register,
    import::{Limits, Mapping, Table, read},
};
use store::Change;
use texts::Lang;
use workday::{
    model::{DayFields, ProjectFields, Rules, TieOrder},
    voting,
};

use super::{PASSWORD, Progress};

/// How much the demo makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Size {
    /// The demo town: 26 bodies, real facts.
    Small,
    /// 400 bodies, 20,000 services, 200,000 ideas, 5 million supports and votes.
    Region,
    /// One path with 2,000 ideas, 500 people, 4,000 comments, 8,000 supports: for `make bench`.
    Bench,
}

/// What a measuring tool needs to know of the bench data.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Bench {
    /// Address word of the body.
    pub body: String,
    /// Address word of the path.
    pub path: String,
    /// Numbers of the ideas, for their addresses; the first `supported` have supports and comments.
    pub ideas: Vec<String>,
    /// How many have supports and comments.
    pub supported: usize,
    /// API tokens, each of another person.
    pub people: Vec<String>,
    /// Address word of the day whose vote is open.
    pub day: String,
    /// Secrets of voters who joined it.
    pub voters: Vec<String>,
}

const PATH: &str = "ascolto";
const DAY: &str = "giornata";
const AREAS: [&str; 6] = ["FAM", "DIS", "ANZ", "IMM", "POV", "MUL"];

/// What ideas are made of: each sentence is about a dozen words.
const SENTENCES: [&str; 16] = [
    "Vorremmo un trasporto a chiamata per gli anziani che vivono nelle frazioni lontane dal centro.",
    "Allo sportello bisognerebbe trovare una persona che ascolta senza guardare l'orologio ogni momento.",
    "La scuola potrebbe restare aperta al pomeriggio per i compiti e per stare insieme.",
    "Chi cerca lavoro ha bisogno di un posto dove preparare la domanda con qualcuno accanto.",
    "Le famiglie che assistono in casa una persona malata chiedono qualche ora di respiro.",
    "Servirebbe un corso semplice per usare i servizi digitali con il proprio telefono.",
    "I giovani del quartiere non hanno un luogo loro dove suonare, leggere e incontrarsi.",
    "Per la salute di tutti sarebbe utile un infermiere che passa nelle case una volta al mese.",
    "La casa costa troppo: serve un aiuto per chi ha un contratto e fatica a pagare.",
    "Molte persone straniere non capiscono le lettere del comune: basterebbe una versione facile.",
    "Nel nostro quartiere le barriere davanti agli uffici fermano chi usa una carrozzina.",
    "Un gruppo di volontari può telefonare ogni settimana alle persone che vivono sole.",
    "Gli orari degli uffici non vanno bene per chi lavora su turni o ha bambini piccoli.",
    "Chiediamo un punto unico dove sapere quali aiuti ci sono e come si chiedono.",
    "Il cibo che avanza nei negozi può arrivare alle famiglie in difficoltà con una rete di vicini.",
    "Ci piacerebbe un calendario comune delle attività, stampato e appeso anche nei bar.",
];
const TITLES: [&str; 10] = [
    "Trasporto a chiamata",
    "Sportello amico degli anziani",
    "Scuola aperta al pomeriggio",
    "Aiuto per cercare lavoro",
    "Una casa per chi comincia",
    "La salute vicino a casa",
    "Spazio ai giovani",
    "Corso di digitale facile",
    "Sportello unico di quartiere",
    "Quartiere senza barriere",
];

fn pick<'a>(dice: &Dice, list: &[&'a str]) -> &'a str {
    let at = usize::try_from(dice.below(list.len() as u64)).unwrap_or(0);
    list.get(at).copied().unwrap_or_default()
}

/// A text of about a hundred words.
fn text(dice: &Dice) -> String {
    let first = dice.below(SENTENCES.len() as u64) as usize;
    let sentences = (0..7).filter_map(|n| SENTENCES.get((first + n * 3) % SENTENCES.len()));
    sentences.copied().collect::<Vec<_>>().join(" ")
}

struct Maker<'a> {
    identity: &'a Identity,
    base_url: &'a str,
    who: Principal,
    dice: Dice,
    now: Instant,
}

impl<'a> Maker<'a> {
    fn new(identity: &'a Identity, base_url: &'a str) -> Self {
        let who = Principal { name: "dati generati".into(), ..Principal::anonymous() };
        let now = identity.store().clock().now();
        Self { identity, base_url, who, dice: Dice::from_seed(400), now }
    }

    async fn body(&self, slug: &str, name: &str) -> anyhow::Result<Site> {
        let fields = BodyFields {
            slug: slug.to_owned(),
            name: name.to_owned(),
            kind: BodyKind::Municipality,
            demo: true,
            ..BodyFields::default()
        };
        let body = self.identity.add_body(&Caller::import(), fields).await?;
        let base_url = self.base_url.to_owned();
        Ok(Site { body, slug: slug.to_owned(), name: name.to_owned(), base_url })
    }

    async fn path(&self, site: &Site) -> anyhow::Result<()> {
        let path = PathInput {
            slug: PATH.into(),
            name: "Ascolto di prova".into(),
            year: i64::from(self.now.day().year()),
            lead_office: LeadOffice::Social,
            summary: "Un percorso generato per misurare il programma (dato dimostrativo).".into(),
            text: String::new(),
        };
        let input = (site.clone(), self.who.clone(), path);
        let store = self.identity.store();
        store
            .write(site.body, input, |tx, (site, who, path)| {
                Box::pin(async move {
                    create_in_txn(tx, site, who, path, PathState::Listening).await.map(drop)
                })
            })
            .await?;
        Ok(())
    }

    fn idea(&self, n: usize) -> Brought {
        let dice = &self.dice;
        Brought {
            path: PATH.into(),
            input: IdeaInput {
                words: IdeaWords {
                    title: format!("{} {}", pick(dice, &TITLES), n + 1),
                    text: text(dice),
                    for_whom: "Chi vive qui".into(),
                    areas: vec![AREAS.get(n % AREAS.len()).copied().unwrap_or("MUL").to_owned()],
                    municipality: String::new(),
                },
                channel: Channel::Web,
                contributor: Contributor::Citizen,
                email: None,
            },
            state: IdeaState::Published,
            reason: None,
            answer: String::new(),
            supports: 0,
            at: self.now.plus_seconds(-60 * (1 + n as i64)).0,
            source: String::new(),
            demonstrative: true,
        }
    }

    /// Ideas with the supports and comments given for each; their numbers in order.
    async fn ideas(&self, site: &Site, plans: Vec<Plan>) -> anyhow::Result<Vec<i64>> {
        let store = self.identity.store();
        let mut numbers = Vec::with_capacity(plans.len());
        let mut plans = plans.into_iter().peekable();
        while plans.peek().is_some() {
            let part: Vec<Plan> = plans.by_ref().take(500).collect();
            let input = (site.clone(), self.who.clone(), part);
            let made = store
                .write(site.body, input, |tx, (site, who, part)| {
                    Box::pin(async move {
                        let mut made = Vec::with_capacity(part.len());
                        for plan in part {
                            let sent = bring_in(tx, site, &plan.idea).await?;
                            let id = IdeaId(sent.id.0);
                            if !plan.supports.is_empty() {
                                bring_supports(tx, id, &plan.supports, plan.idea.at).await?;
                            }
                            if !plan.comments.is_empty() {
                                bring_comments(tx, id, &plan.comments, plan.idea.at).await?;
                            }
                            made.push(sent.number);
                        }
                        tx.record(Change::by(who, "demo.ideas", "body", site.body.0)).await?;
                        Ok::<_, ParticipationError>(made)
                    })
                })
                .await?;
            numbers.extend(made);
        }
        Ok(numbers)
    }
}

/// An idea to make, and what comes with it.
struct Plan {
    idea: Brought,
    supports: Vec<SupportBy>,
    comments: Vec<(String, String)>,
}

/// Makes the data of `make bench`.
pub async fn bench(
    identity: &Identity,
    base_url: &str,
    progress: Progress<'_>,
) -> anyhow::Result<Bench> {
    const PEOPLE: usize = 500;
    const IDEAS: usize = 2000;
    const SUPPORTED: usize = 400;
    const VOTERS: usize = 2000;
    let maker = Maker::new(identity, base_url);
    let site = maker.body("banco-di-prova", "Banco di prova").await?;
    maker.path(&site).await?;
    let (mut people, mut tokens): (Vec<PersonId>, Vec<String>) = (Vec::new(), Vec::new());
    for n in 0..PEOPLE {
        let email = Email::parse(&format!("persona{n}@prova.example")).context("address")?;
        let new = NewPerson { email, name: format!("Persona {n}"), language: Lang::It };
        let person = identity.add_person(&Caller::import(), new, Some(PASSWORD)).await?;
        tokens.push(token(identity, person).await?);
        people.push(person);
        progress("persone", n as u64, PEOPLE as u64);
    }
    let plans = (0..IDEAS)
        .map(|n| {
            let liked = n < SUPPORTED;
            let supports = if liked { 20 } else { 0 };
            let comments = if liked { 10 } else { 0 };
            Plan {
                idea: maker.idea(n),
                supports: (0..supports)
                    .filter_map(|k| people.get((n * 7 + k * 13) % PEOPLE).copied())
                    .map(SupportBy::Person)
                    .collect(),
                comments: (0..comments)
                    .map(|k| (format!("Persona {k}"), pick(&maker.dice, &SENTENCES).to_owned()))
                    .collect(),
            }
        })
        .collect();
    progress("idee, commenti e sostegni", 0, 1);
    let numbers = maker.ideas(&site, plans).await?;
    progress("persone in sala", 0, 1);
    let open = open_day(&maker, &site).await?;
    let mut voters = Vec::with_capacity(VOTERS);
    for _ in 0..VOTERS {
        voters.push(voting::join(identity.store(), site.body, &open.code).await?.token);
    }
    Ok(Bench {
        body: site.slug,
        path: PATH.into(),
        ideas: numbers.iter().map(ToString::to_string).collect(),
        supported: SUPPORTED,
        people: tokens,
        day: DAY.into(),
        voters,
    })
}

/// A token that stands for a person.
async fn token(identity: &Identity, person: PersonId) -> anyhow::Result<String> {
    let principal = Principal { person: Some(person), ..Principal::default() };
    let caller = Caller::web(principal);
    let made = identity.make_personal_token(&caller, "banco di prova", PASSWORD).await?;
    Ok(made.secret)
}

/// Bodies of the regional set.
pub const BODIES: u16 = 400;

/// Makes the regional set, or as many bodies of it.
pub async fn region(
    identity: &Identity,
    base_url: &str,
    bodies: u16,
    progress: Progress<'_>,
) -> anyhow::Result<usize> {
    const IDEAS: usize = 500;
    const SUPPORTS: usize = 24;
    const BALLOTS: usize = 250;
    let maker = Maker::new(identity, base_url);
    for n in 0..bodies {
        progress("enti con servizi, idee, sostegni e voti", n.into(), bodies.into());
        let site = maker.body(&format!("ente-{n:03}"), &format!("Ente di prova {n:03}")).await?;
        services(&maker, site.body, &site.slug).await?;
        maker.path(&site).await?;
        let plans = (0..IDEAS)
            .map(|k| Plan {
                idea: maker.idea(k),
                supports: (0..SUPPORTS)
                    .map(|s| SupportBy::Visitor(format!("{n}-{}", (k * 31 + s * 17) % 4000)))
                    .collect(),
                comments: Vec::new(),
            })
            .collect();
        maker.ideas(&site, plans).await?;
        day(&maker, &site, BALLOTS).await?;
    }
    Ok(bodies.into())
}

/// Fifty services, the demo town's with codes of their own.
async fn services(maker: &Maker<'_>, body: BodyId, slug: &str) -> anyhow::Result<()> {
    let table = read::read(super::register::SERVICES.as_bytes(), &Limits::default())
        .map_err(|refusal| anyhow::anyhow!("{refusal:?}"))?;
    let lines = table.lines.iter().cloned().enumerate().map(|(n, mut line)| {
        if let Some(code) = line.cells.get_mut(1) {
            *code = format!("S{n:02}");
        }
        line
    });
    let own = Table { lines: lines.collect(), ..table.clone() };
    let mapping = Mapping::guess(Register::Services, &own.headings);
    let place = profile::service::Place { body, slug: slug.to_owned() };
    let store = maker.identity.store();
    let table = Arc::new(own);
    profile::service::apply_table(store, &place, &maker.who, Register::Services, table, mapping)
        .await?;
    Ok(())
}

/// A day whose vote is open.
struct OpenDay {
    id: workday::model::DayId,
    /// The room's code.
    code: String,
    /// Codes of the projects.
    projects: Vec<String>,
}

/// A day with ten projects and an open vote.
async fn open_day(maker: &Maker<'_>, site: &Site) -> anyhow::Result<OpenDay> {
    let (store, who) = (maker.identity.store(), &maker.who);
    let fields = DayFields {
        path: PATH.into(),
        slug: DAY.into(),
        title: "Giornata di prova".into(),
        day: maker.now.day(),
        place: "Sala di prova".into(),
        access_notes: String::new(),
        budget: Some(Cents(2_500_000)),
        rules: Rules { tie_order: TieOrder::Code, ..Rules::default() },
    };
    let day = workday::service::create_day(store, who, site.body, &site.slug, fields).await?;
    let mut projects = Vec::new();
    for (n, title) in TITLES.iter().enumerate() {
        let code = format!("P{n:02}");
        projects.push(code.clone());
        let fields = ProjectFields {
            code,
            title: (*title).to_owned(),
            summary: String::new(),
            cost: Cents(300_000 + 90_000 * n as i64),
            area: String::new(),
            origins: Vec::new(),
        };
        workday::service::add_project(store, who, site.body, day.id, fields).await?;
    }
    workday::service::freeze(store, who, site, day.id).await?;
    let day = workday::service::open(store, who, site.body, day.id).await?;
    Ok(OpenDay { id: day.id, code: day.join_code.context("join code")?, projects })
}

/// The same with the ballots of as many voters.
async fn day(maker: &Maker<'_>, site: &Site, voters: usize) -> anyhow::Result<()> {
    use futures::{StreamExt, TryStreamExt, stream};
    let store = maker.identity.store();
    let open = open_day(maker, site).await?;
    let ballots: Vec<_> = (0..voters)
        .map(|_| {
            let chosen: Vec<String> =
                open.projects.iter().filter(|_| maker.dice.below(100) < 40).cloned().collect();
            (maker.dice.uuid(maker.now), chosen)
        })
        .collect();
    stream::iter(ballots)
        .map(|(submission, approvals)| {
            let (code, day) = (open.code.clone(), open.id);
            async move {
                let joined = voting::join(store, site.body, &code).await?;
                let ballot = voting::NewBallot { day, token: joined.token, submission, approvals };
                voting::cast(store, site.body, ballot).await
            }
        })
        .buffer_unordered(64)
        .try_collect::<Vec<_>>()
        .await?;
    Ok(())
}
