//! "Di cosa hai bisogno?": from a need in plain words to a few services and a person to talk to.
//!
//! The table [`NEEDS`] joins what people live through to what services are classified by; it is told
//! in `docs/needs.md`. The ranking is a sum of whole numbers, and the reasons behind it are shown.

use std::collections::HashSet;

use kernel::{BodyId, italian};
use sea_orm::{
    FromQueryResult, Value,
    sea_query::{Alias, Condition, Expr, ExprTrait, Order, Query},
};
use store::{Store, search, sql};

use crate::{
    error::ProfileError,
    model::Register,
    structured::{self, ServiceChannel},
};

/// A number to call at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hotline {
    /// The number.
    pub number: &'static str,
    /// The key of what answers.
    pub key: &'static str,
}

/// Emergencies, everywhere in the European Union.
const EMERGENCY: Hotline = Hotline { number: "112", key: texts::key!("needs-line-112") };
/// Violence against women and stalking: national, free, day and night, many languages.
const VIOLENCE: Hotline = Hotline { number: "1522", key: texts::key!("needs-line-1522") };
/// A child in danger: national, free, day and night.
const CHILD: Hotline = Hotline { number: "114", key: texts::key!("needs-line-114") };

/// A need as people say it.
#[derive(Debug)]
pub struct Need {
    /// Word in addresses.
    pub slug: &'static str,
    /// Key of the button.
    pub key: &'static str,
    /// Key of the line below it.
    pub text: &'static str,
    /// ISTAT areas of users it concerns.
    pub areas: &'static [&'static str],
    /// Macro-levels and objectives that answer it.
    pub macro_levels: &'static [&'static str],
    /// Official life events it belongs to.
    pub life_events: &'static [&'static str],
    /// What offices call what helps, most telling first.
    pub phrases: &'static [&'static str],
    /// What people say; one is enough to recognise the need in a sentence.
    pub said: &'static [&'static str],
    /// Whether it matters for whom it is.
    pub asks_whom: bool,
    /// Numbers to call at once, shown before anything else.
    pub hotlines: &'static [Hotline],
}

/// The table, in the order of the page; of needs heard alike the first is taken.
pub const NEEDS: &[Need] = &[
    Need {
        slug: "assistere",
        key: texts::key!("needs-care"),
        text: texts::key!("needs-care-text"),
        areas: &["ANZ", "DIS"],
        macro_levels: &["2.1", "3.2", "5.2"],
        life_events: &[],
        phrases: &[
            "assistenza domiciliare",
            "assegno di cura",
            "non autosufficienti",
            "pasti a domicilio",
            "telesoccorso",
            "caregiver",
        ],
        said: &[
            "badante",
            "caregiver",
            "assistere",
            "mamma",
            "mia madre",
            "mio padre",
            "nonno",
            "nonna",
            "accudire",
            "carer",
            "elderly",
        ],
        asks_whom: true,
        hotlines: &[],
    },
    Need {
        slug: "casa",
        key: texts::key!("needs-home"),
        text: texts::key!("needs-home-text"),
        areas: &["POV"],
        macro_levels: &["4.1", "5.2", "1.3"],
        life_events: &["8"],
        phrases: &[
            "affitto",
            "casa popolare",
            "emergenza abitativa",
            "alloggi",
            "contributi economici",
            "senza dimora",
        ],
        said: &[
            "affitto",
            "sfratto",
            "casa popolare",
            "trovare casa",
            "cerco casa",
            "senza casa",
            "alloggio",
            "dormire",
            "rent",
            "eviction",
            "housing",
            "homeless",
        ],
        asks_whom: true,
        hotlines: &[],
    },
    Need {
        slug: "soldi",
        key: texts::key!("needs-money"),
        text: texts::key!("needs-money-text"),
        areas: &["POV"],
        macro_levels: &["5.2", "5.1"],
        life_events: &["3"],
        phrases: &["contributi economici", "bollette", "emporio solidale", "reddito", "inclusione"],
        said: &[
            "fine mese",
            "soldi",
            "bollette",
            "bolletta",
            "debiti",
            "pagare",
            "fame",
            "spesa",
            "povero",
            "povertà",
            "lavoro",
            "disoccupato",
            "money",
            "bills",
            "food",
        ],
        asks_whom: true,
        hotlines: &[],
    },
    Need {
        slug: "figli",
        key: texts::key!("needs-children"),
        text: texts::key!("needs-children-text"),
        areas: &["FAM"],
        macro_levels: &["3.1", "2.2", "2.1"],
        life_events: &["12", "1"],
        phrases: &[
            "centro per le famiglie",
            "nido",
            "servizi educativi",
            "bambini",
            "genitori",
            "educatore",
        ],
        said: &[
            "figli", "figlio", "figlia", "bimbi", "bambino", "bambini", "nido", "asilo", "scuola",
            "incinta", "children", "child", "nursery",
        ],
        asks_whom: false,
        hotlines: &[],
    },
    Need {
        slug: "carte",
        key: texts::key!("needs-papers"),
        text: texts::key!("needs-papers-text"),
        areas: &["MUL"],
        macro_levels: &["1.1"],
        life_events: &[],
        phrases: &["digitale facile", "spid", "facilitatore", "sportello sociale", "moduli"],
        said: &[
            "spid",
            "cie",
            "carte",
            "moduli",
            "modulo",
            "domanda",
            "isee",
            "computer",
            "internet",
            "fascicolo",
            "forms",
            "digital",
        ],
        asks_whom: false,
        hotlines: &[],
    },
    Need {
        slug: "solitudine",
        key: texts::key!("needs-lonely"),
        text: texts::key!("needs-lonely-text"),
        areas: &["ANZ", "MUL"],
        macro_levels: &["2.2", "3.1"],
        life_events: &[],
        phrases: &[
            "centro sociale",
            "compagnia",
            "socializzazione",
            "persone sole",
            "telesoccorso",
            "attività",
        ],
        said: &[
            "solo",
            "sola",
            "solitudine",
            "compagnia",
            "nessuno con cui parlare",
            "triste",
            "lonely",
            "alone",
        ],
        asks_whom: true,
        hotlines: &[],
    },
    Need {
        slug: "straniero",
        key: texts::key!("needs-foreigner"),
        text: texts::key!("needs-foreigner-text"),
        areas: &["IMM"],
        macro_levels: &["1.1"],
        life_events: &[],
        phrases: &["persone straniere", "permessi", "mediatore", "immigrati", "lingua italiana"],
        said: &[
            "straniero",
            "straniera",
            "permesso di soggiorno",
            "permesso",
            "immigrato",
            "italiano",
            "profugo",
            "foreigner",
            "immigrant",
            "residence permit",
        ],
        asks_whom: false,
        hotlines: &[],
    },
    Need {
        slug: "disabilita",
        key: texts::key!("needs-disability"),
        text: texts::key!("needs-disability-text"),
        areas: &["DIS"],
        macro_levels: &["3.2", "2.1", "2.2", "5.2"],
        life_events: &["2"],
        phrases: &[
            "disabilità",
            "trasporto sociale",
            "centro socio-occupazionale",
            "non autosufficienti",
            "autonomia",
        ],
        said: &[
            "disabile",
            "disabilità",
            "handicap",
            "invalido",
            "invalidità",
            "carrozzina",
            "104",
            "disability",
            "disabled",
            "wheelchair",
        ],
        asks_whom: false,
        hotlines: &[],
    },
    Need {
        slug: "dipendenze",
        key: texts::key!("needs-addiction"),
        text: texts::key!("needs-addiction-text"),
        areas: &["DIP"],
        macro_levels: &["1.1"],
        life_events: &[],
        phrases: &["dipendenze", "alcol", "gioco", "sostanze"],
        said: &[
            "alcol",
            "bere",
            "beve",
            "droga",
            "gioco",
            "slot",
            "dipendenza",
            "drugs",
            "alcohol",
            "gambling",
        ],
        asks_whom: false,
        hotlines: &[],
    },
    Need {
        slug: "paura",
        key: texts::key!("needs-fear"),
        text: texts::key!("needs-fear-text"),
        areas: &["FAM"],
        macro_levels: &["1.3", "4.1", "1.1"],
        life_events: &["16"],
        phrases: &[
            "violenza",
            "antiviolenza",
            "pronto intervento sociale",
            "centro donna",
            "sportello sociale",
        ],
        said: &[
            "paura", "violenza", "picchia", "botte", "minaccia", "minacce", "scappare", "violence",
            "abuse", "afraid",
        ],
        asks_whom: false,
        hotlines: &[EMERGENCY, VIOLENCE, CHILD],
    },
];

/// The need of an address.
pub fn by_slug(slug: &str) -> Option<&'static Need> {
    NEEDS.iter().find(|need| need.slug == slug)
}

/// The need told in a sentence: the one most of whose sayings are heard; none when none is.
///
/// Fear comes before everything else: one word of it is enough.
pub fn recognise(text: &str) -> Option<&'static Need> {
    let stems = italian::stems(text);
    let told: HashSet<&str> = stems.split(' ').filter(|stem| !stem.is_empty()).collect();
    let heard = |need: &Need| need.said.iter().filter(|said| says(&told, said)).count();
    let urgent = NEEDS.iter().filter(|need| !need.hotlines.is_empty()).find(|n| heard(n) > 0);
    urgent.or_else(|| {
        let mut best: Option<(usize, &'static Need)> = None;
        for need in NEEDS {
            let n = heard(need);
            if n > best.map_or(0, |(most, _)| most) {
                best = Some((n, need));
            }
        }
        best.map(|(_, need)| need)
    })
}

fn says(told: &HashSet<&str>, phrase: &str) -> bool {
    let stems = italian::stems(phrase);
    !stems.is_empty() && stems.split(' ').all(|stem| told.contains(stem))
}

/// For whom help is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whom {
    /// Word in addresses.
    pub slug: &'static str,
    /// Key of the button.
    pub key: &'static str,
    /// ISTAT area; empty for anybody.
    pub area: &'static str,
}

/// The choices.
pub const WHOM: &[Whom] = &[
    Whom { slug: "me", key: texts::key!("needs-whom-me"), area: "" },
    Whom { slug: "bambino", key: texts::key!("needs-whom-child"), area: "FAM" },
    Whom { slug: "anziano", key: texts::key!("needs-whom-elderly"), area: "ANZ" },
    Whom { slug: "disabile", key: texts::key!("needs-whom-disabled"), area: "DIS" },
    Whom { slug: "altro", key: texts::key!("needs-whom-other"), area: "" },
];

/// What somebody looks for.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// The need, chosen or recognised.
    pub need: Option<&'static Need>,
    /// Their own words; may be empty.
    pub words: String,
    /// For whom.
    pub whom: Option<&'static Whom>,
    /// ISTAT code of where they live.
    pub municipality: Option<&'static str>,
}

/// Why a service is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It speaks of this.
    Speaks(String),
    /// It is for people of this area.
    For(String),
    /// It serves the municipality.
    Serves(String),
    /// It is of the kind that answers the need.
    Kind(String),
}

/// A service that may help.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Card {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub summary: String,
    /// The same in easy words; may be empty.
    pub easy: String,
    /// For whom.
    pub recipients: String,
    /// Areas, joined by `;`.
    pub areas: String,
    /// Macro-level and objective.
    pub macro_level: String,
    /// Municipalities, joined by `;`.
    pub municipalities: String,
    /// Where it is.
    pub place: String,
    /// When it is open.
    pub opening_hours: String,
    /// Office to ask.
    pub contact_office: String,
    /// Telephone of the office.
    pub phone: String,
    /// E-mail address of the office.
    pub email: String,
    /// How to ask.
    pub how_to: String,
    /// Who helps to get it.
    pub assistance: String,
    /// Other words people look for it with.
    pub keywords: String,
    /// Life events that lead to it, joined by `;`.
    pub life_events: String,
    /// The ways to reach it, each with its place, hours and telephone.
    pub channel_details: String,
    /// Channels, joined by `;`.
    pub channels: String,
    /// Whether it is made up for demonstration.
    pub demo: String,
}

impl Card {
    /// Telephone numbers on the card: the office's own, those of its channels (the municipality's
    /// first), then those written elsewhere.
    pub fn phones(&self, municipality: Option<&str>) -> Vec<String> {
        let mut texts = vec![self.phone.clone()];
        texts.extend(self.channels_near(municipality).into_iter().map(|channel| channel.phone));
        texts.extend([&self.contact_office, &self.assistance, &self.place].map(Clone::clone));
        phones(&texts)
    }

    /// The channels with details: those of the municipality, then those of none, else all.
    pub fn channels_near(&self, municipality: Option<&str>) -> Vec<ServiceChannel> {
        let mut channels = structured::channels(&self.channel_details);
        channels.retain(ServiceChannel::has_details);
        if let Some(municipality) = municipality
            && channels.iter().any(|channel| channel.municipality == municipality)
        {
            channels.retain(|c| c.municipality == municipality || c.municipality.is_empty());
            channels.sort_by_key(|channel| channel.municipality.is_empty());
        }
        channels
    }

    fn serves(&self, municipality: &str) -> bool {
        self.municipalities.split(';').any(|code| code == municipality)
    }
}

/// A service with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helping {
    /// The service.
    pub card: Card,
    /// Why it is shown, strongest first; at least one.
    pub reasons: Vec<Reason>,
}

/// What answers a need.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// At most five services, the most fitting first.
    pub services: Vec<Helping>,
    /// The body's social desk, where one is on the register.
    pub desk: Option<Card>,
}

/// Services shown at most.
pub const MOST: usize = 5;

/// Services weighed at most; the most complete cards come first.
const WEIGHED: u64 = 300;

const COLUMNS: [(&str, &str); 20] = [
    ("code", "code"),
    ("name", "name"),
    ("short_description", "summary"),
    ("easy_description", "easy"),
    ("recipients", "recipients"),
    ("areas", "areas"),
    ("macro_level", "macro_level"),
    ("municipalities", "municipalities"),
    ("place", "place"),
    ("opening_hours", "opening_hours"),
    ("contact_office", "contact_office"),
    ("phone", "phone"),
    ("email", "email"),
    ("how_to", "how_to"),
    ("assistance", "assistance"),
    ("keywords", "keywords"),
    ("life_events", "life_events"),
    ("channel_details", "channel_details"),
    ("channels", "channels"),
    ("demo", "demo"),
];

/// The services that answer a need best, with the reasons, and the social desk.
pub async fn answer(store: &Store, body: BodyId, ask: &Ask) -> Result<Answer, ProfileError> {
    let phrases = phrases(store, body, ask).await?;
    let macro_levels = ask.need.map_or(&[][..], |need| need.macro_levels);
    let mut fits = Condition::any().add(Expr::col("macro_level").is_in(macro_levels.to_vec()));
    for event in ask.need.map_or(&[][..], |need| need.life_events) {
        fits = fits.add(Expr::cust(format!("(';' || life_events || ';') LIKE '%;{event};%'")));
    }
    let kind = Register::Services.kind();
    if let Some(found) = search::matching_any(store.engine(), body, kind, &phrases, "service.id") {
        fits = fits.add(found);
    }
    let cards = cards(store, body, fits).await?;
    Ok(Answer { services: best(cards, ask, &phrases), desk: desk(store, body, ask).await? })
}

/// What to look for: the need's own phrases, what offices call the person's words, those words.
async fn phrases(store: &Store, body: BodyId, ask: &Ask) -> Result<Vec<String>, ProfileError> {
    let mut phrases: Vec<String> = Vec::new();
    if !ask.words.is_empty() {
        let kind = Register::Services.kind();
        if search::find(store, Some(body), Some(kind), &ask.words, 1).await?.is_empty() {
            let wider = search::widen(store, Some(body), Some(kind), &ask.words).await?;
            phrases.extend(wider.unwrap_or_default().phrases);
        } else {
            phrases.push(ask.words.clone());
        }
    }
    let needed = ask.need.map_or(&[][..], |need| need.phrases);
    phrases.extend(needed.iter().map(|phrase| (*phrase).to_owned()));
    Ok(phrases)
}

/// The running services that fit, the most complete cards first.
async fn cards(store: &Store, body: BodyId, fits: Condition) -> Result<Vec<Card>, ProfileError> {
    let mut select = Query::select();
    for (column, name) in COLUMNS {
        select.expr_as(Expr::col(Alias::new(column)), Alias::new(name));
    }
    select
        .from(Alias::new("service"))
        .and_where(Expr::col(Alias::new("body_id")).eq(body.0))
        .and_where(Expr::col(Alias::new("status")).is_in(["active", ""]))
        .and_where(Expr::col(Alias::new("card_state")).ne("draft"))
        .cond_where(fits)
        .order_by(Alias::new("completeness"), Order::Desc)
        .order_by(Alias::new("sort_key"), Order::Asc)
        .order_by(Alias::new("id"), Order::Asc)
        .limit(WEIGHED);
    let read = store.read();
    let statement = sea_orm::ConnectionTrait::get_database_backend(read).build(&select);
    Ok(Card::find_by_statement(statement).all(read).await?)
}

/// The best five: points for words (name 4, text 2), kind 3, life event 2, area of the need 2, of the person 3,
/// municipality 3; a service that serves only other municipalities is left out.
fn best(cards: Vec<Card>, ask: &Ask, phrases: &[String]) -> Vec<Helping> {
    let mut weighed: Vec<(i64, Helping)> = cards
        .into_iter()
        .filter_map(|card| {
            let (points, reasons) = weigh(&card, ask, phrases)?;
            Some((points, Helping { card, reasons }))
        })
        .collect();
    // Equal points keep the order they came in: most complete first, then by name.
    weighed.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    weighed.into_iter().take(MOST).map(|(_, helping)| helping).collect()
}

fn weigh(card: &Card, ask: &Ask, phrases: &[String]) -> Option<(i64, Vec<Reason>)> {
    let stems = |text: &str| -> HashSet<String> {
        italian::stems(text).split(' ').map(str::to_owned).collect()
    };
    let (name, text) = (
        stems(&card.name),
        stems(&[&*card.summary, &card.easy, &card.recipients, &card.keywords].join(" ")),
    );
    let (mut points, mut reasons) = (0, Vec::new());
    for phrase in phrases {
        let wanted = italian::stems(phrase);
        let wanted: Vec<&str> = wanted.split(' ').filter(|stem| !stem.is_empty()).collect();
        let all =
            |held: &dyn Fn(&str) -> bool| !wanted.is_empty() && wanted.iter().all(|w| held(w));
        let gained = if all(&|stem| name.contains(stem)) {
            4
        } else if all(&|stem| name.contains(stem) || text.contains(stem)) {
            2
        } else {
            continue;
        };
        points += gained;
        if !reasons.iter().any(|reason| matches!(reason, Reason::Speaks(_))) {
            reasons.push(Reason::Speaks(phrase.to_lowercase()));
        }
    }
    let is_for = |area: &str| card.areas.split(';').any(|one| one == area);
    if let Some(area) = ask.whom.map(|whom| whom.area).filter(|area| is_for(area)) {
        points += 3;
        reasons.push(Reason::For(area.to_owned()));
    }
    if let Some(need) = ask.need {
        if let Some(area) = need.areas.iter().find(|area| is_for(area)) {
            points += 2;
            if !reasons.iter().any(|reason| matches!(reason, Reason::For(_))) {
                reasons.push(Reason::For((*area).to_owned()));
            }
        }
        let led = |event: &str| card.life_events.split(';').any(|one| one == event);
        if need.life_events.iter().any(|event| led(event)) {
            points += 2;
        }
        if need.macro_levels.contains(&card.macro_level.as_str()) {
            points += 3;
            if reasons.is_empty() {
                reasons.push(Reason::Kind(card.macro_level.clone()));
            }
        }
    }
    if let Some(municipality) = ask.municipality {
        if card.serves(municipality) {
            points += 3;
            reasons.push(Reason::Serves(municipality.to_owned()));
        } else if !card.municipalities.is_empty() {
            return None;
        }
    }
    (!reasons.is_empty()).then_some((points, reasons))
}

/// The social desk: a service of access for everybody, called a desk of the social service first.
async fn desk(store: &Store, body: BodyId, ask: &Ask) -> Result<Option<Card>, ProfileError> {
    let access = Condition::any().add(Expr::col(Alias::new("macro_level")).eq("1.1"));
    let kind = Register::Services.kind();
    let named = ["sportello sociale".to_owned(), "segretariato sociale".to_owned()];
    let found = search::matching_any(store.engine(), body, kind, &named, "service.id");
    let access = found.map_or(access.clone(), |found| access.add(found));
    let mut cards = cards(store, body, access).await?;
    let points = |card: &Card| {
        let name = italian::stems(&card.name);
        let called = named.iter().any(|n| italian::stems(n).split(' ').all(|s| name.contains(s)));
        let near = ask.municipality.is_some_and(|municipality| card.serves(municipality));
        let everybody = card.areas.split(';').any(|area| area == "MUL");
        i32::from(called) * 4 + i32::from(everybody) * 2 + i32::from(near)
    };
    cards.retain(|card| points(card) > 1);
    cards.sort_by_key(|card| std::cmp::Reverse(points(card)));
    Ok(cards.into_iter().next())
}

/// The municipalities one may say to live in: those of the body's services, by code.
pub async fn municipalities(store: &Store, body: BodyId) -> Result<Vec<String>, ProfileError> {
    let text = "SELECT DISTINCT municipality AS code FROM service_municipality WHERE body_id = ? ORDER BY 1";
    let statement = sql(store.engine(), text, [Value::from(body.0)]);
    let rows = sea_orm::ConnectionTrait::query_all_raw(store.read(), statement).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
}

/// Telephone numbers written in texts, each once: Italian numbers of 6 to 12 digits that begin with
/// `0`, `3`, `8` or `+39`; dates, amounts and years are not taken for numbers.
pub fn phones(texts: &[impl AsRef<str>]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        let mut run = String::new();
        for c in text.as_ref().chars().chain(['\n']) {
            let goes_on = c.is_ascii_digit() || (c == '+' && run.is_empty());
            let joins = matches!(c, ' ' | '.' | '/' | '-' | '\u{a0}') && !run.is_empty();
            if goes_on || joins {
                run.push(c);
                continue;
            }
            let written = run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+').to_owned();
            run.clear();
            let digits: String = written.chars().filter(char::is_ascii_digit).collect();
            let local = if written.starts_with('+') {
                digits.strip_prefix("39").unwrap_or_default()
            } else {
                &digits
            };
            let first_piece = written.split(['/', '-', '.']).next().unwrap_or_default();
            // 01/02/2026 is a day and 09-13 a time; a number's first piece has its prefix whole.
            let looks = local.starts_with(['0', '3', '8'])
                && (6..=12).contains(&local.len())
                && first_piece.chars().filter(char::is_ascii_digit).count() >= 3;
            if looks && !found.contains(&written) {
                found.push(written);
            }
        }
    }
    found
}

/// The address that calls a number.
pub fn tel(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}")
}

#[cfg(test)]
mod tests {
    use kernel::vocabulary;

    use super::*;

    #[test]
    fn a_need_is_recognised_in_plain_words() {
        for (told, slug) in [
            ("Non riesco a pagare l’affitto", "casa"),
            ("non arrivo a fine mese", "soldi"),
            ("cerco una badante per mia mamma", "assistere"),
            ("mi sento sola", "solitudine"),
            ("Mio marito mi picchia e ho figli piccoli", "paura"),
            ("mio figlio di tre anni cerca un nido", "figli"),
            ("non so usare lo SPID", "carte"),
            ("mi scade il permesso di soggiorno", "straniero"),
            ("vivo in carrozzina", "disabilita"),
            ("mio fratello beve troppo", "dipendenze"),
            ("I cannot pay the rent", "casa"),
        ] {
            assert_eq!(recognise(told).map(|need| need.slug), Some(slug), "{told}");
        }
        assert!(recognise("dinosauri").is_none());
        assert!(recognise("").is_none());
    }

    #[test]
    fn the_table_names_codes_that_exist() {
        for need in NEEDS {
            for event in need.life_events {
                assert!(vocabulary::life_events().get(event).is_some(), "{}: {event}", need.slug);
            }
            for area in need.areas {
                assert!(vocabulary::areas().get(area).is_some(), "{}: {area}", need.slug);
            }
            for level in need.macro_levels {
                assert!(vocabulary::macro_levels().get(level).is_some(), "{}: {level}", need.slug);
            }
            assert!(!need.phrases.is_empty() && !need.said.is_empty(), "{}", need.slug);
        }
        for whom in WHOM {
            assert!(whom.area.is_empty() || vocabulary::areas().get(whom.area).is_some());
        }
    }

    #[test]
    fn telephone_numbers_are_told_from_days_and_times() {
        assert_eq!(phones(&["Sportello sociale, tel. 0522 655 455"]), ["0522 655 455"]);
        assert_eq!(
            phones(&["chiama il 333-1234567 oppure +39 0522 123456"]),
            ["333-1234567", "+39 0522 123456"]
        );
        assert_eq!(phones(&["800 90 70 60", "800 90 70 60"]), ["800 90 70 60"]);
        for none in ["dal 01/02/2026", "9.00-13.00", "42017 Novellara", "lun 08-12", "nel 2026"] {
            assert_eq!(phones(&[none]), [""; 0], "{none}");
        }
        assert_eq!(tel("0522 655-455"), "tel:0522655455");
    }
}
