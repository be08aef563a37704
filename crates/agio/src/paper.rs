//! The profile of a body as a report to print, keep and go on writing in.
//!
//! It tells what everybody may read: no drafts, no numbers of people.

use std::collections::HashMap;

use documents::{
    DocumentError, Language,
    agenda::{BodyIdentity, Fact, Logo, LogoFormat, Quantity},
    render_report_pdf,
    report::{Block, Chapter, Chart, Column, Report, Table},
    write_report_docx,
};
use identity::{Body, Identity};
use jiff::Zoned;
use kernel::{id::Uuid, italian, vocabulary};
use profile::{
    Access, Database, Register, Service, essential,
    findings::Around,
    model::Kept,
    offer,
    public::{self, Bar, Link},
    rules, snapshot,
};
use texts::{Args, Lang, Texts, key};

/// Records of a register at most.
const MOST: i64 = 100_000;

/// The profile of a body, for a reader of a language; `base_url` begins the addresses printed.
pub async fn profile(
    identity: &Identity,
    texts: &Texts,
    lang: Lang,
    body: &Body,
    base_url: &str,
) -> anyhow::Result<Report> {
    let (store, say) = (identity.store(), Say { texts, lang });
    let around = (crate::wiring::surroundings(identity).0)(body.id).await?;
    let counts = public::counts(store, body.id).await?;
    let services = public::all(store, body.id, Register::Services, MOST).await?;
    let services: Vec<Service> =
        services.iter().map(service).filter(|one| one.card_state != "draft").collect();
    let databases = public::all(store, body.id, Register::Databases, MOST).await?;
    let links = public::links(store, body.id, MOST, false).await?;
    let offer = offer::offer(store, body.id, &around.municipalities, "").await?;
    let cited = snapshot::newest_public(store, body.id).await?;
    let address = format!("{base_url}/{}/profilo", body.fields.slug);
    let today = say.day(store.clock().now().day());
    let title = say.t(key!("paper-title"));
    Ok(Report {
        body: identity_of(identity, body).await?,
        language: match lang {
            Lang::It => Language::It,
            Lang::En => Language::En,
        },
        subtitle: say.x(key!("paper-day"), &today),
        description: format!("{title}: {}", body.fields.name),
        keywords: [title.as_str(), "welfare", "servizi sociali", "basi dati", &body.fields.name]
            .map(str::to_owned)
            .into(),
        facts: [
            (key!("profile-stat-services"), counts.services),
            (key!("profile-stat-databases"), counts.databases),
            (key!("profile-stat-uses"), counts.uses),
            (key!("profile-stat-municipalities"), counts.municipalities),
        ]
        .into_iter()
        .map(|(key, n)| Fact { label: say.n(key, n), value: count(n) })
        .collect(),
        chapters: vec![
            brief(&say, &counts, cited.as_ref(), &address),
            numbers(
                &say,
                &public::by_area(store, body.id).await?,
                &public::by_level(store, body.id).await?,
            ),
            services_chapter(&say, &services),
            databases_chapter(&say, &databases, &links, &around),
            matrix(&say, &links),
            gaps(&say, &offer),
        ],
        title,
        address: Some(address),
    })
}

/// The report as PDF; a logo that cannot be printed is left out.
pub fn pdf(mut report: Report, now: &Zoned) -> Result<Vec<u8>, DocumentError> {
    match render_report_pdf(&report, now) {
        Err(DocumentError::Logo(_)) => {
            report.body.logo = None;
            render_report_pdf(&report, now)
        }
        made => made,
    }
}

/// The report as DOCX.
pub fn docx(report: &Report, now: &Zoned) -> Result<Vec<u8>, DocumentError> {
    write_report_docx(report, now)
}

/// Texts in one language.
struct Say<'a> {
    texts: &'a Texts,
    lang: Lang,
}

impl Say<'_> {
    fn t(&self, key: &str) -> String {
        self.texts.text(self.lang, key).to_owned()
    }

    fn n(&self, key: &str, n: i64) -> String {
        let mut args = Args::new();
        args.set("n", n);
        self.texts.format(self.lang, key, &args)
    }

    fn x(&self, key: &str, x: &str) -> String {
        let mut args = Args::new();
        args.set("x", x.to_owned());
        self.texts.format(self.lang, key, &args)
    }

    fn day(&self, day: jiff::civil::Date) -> String {
        match self.lang {
            Lang::It => italian::long_date(day),
            Lang::En => italian::long_date_en(day),
        }
    }

    /// The labels of codes, joined.
    fn labels<'a>(
        &self,
        list: &vocabulary::Vocabulary,
        codes: impl IntoIterator<Item = &'a String>,
    ) -> String {
        let labels = codes.into_iter().map(|code| list.label(code, self.lang.tag()));
        labels.collect::<Vec<_>>().join(", ")
    }

    /// The word of a choice of a field; empty when nothing was chosen.
    fn choice(&self, register: Register, field: &str, code: &str) -> String {
        match register.position(field) {
            Some(at) if !code.is_empty() => self.t(&register.fields()[at].choice_key(code)),
            _ => String::new(),
        }
    }

    /// `2 – Moduli da scaricare`; the words for a level nobody measured.
    fn level(&self, code: &str) -> String {
        match rules::level_number(code).zip(rules::level_key(code)) {
            Some((n, key)) => format!("{n} – {}", self.t(key)),
            None => self.t(key!("profile-level-unknown")),
        }
    }
}

fn service(kept: &Kept) -> Service {
    Service::from_values(&kept.values)
}

fn count(n: i64) -> Quantity {
    Quantity::count(u32::try_from(n).unwrap_or_default())
}

async fn identity_of(identity: &Identity, body: &Body) -> anyhow::Result<BodyIdentity> {
    let logo = identity.logo(body.id).await.map_err(|error| anyhow::anyhow!("{error}"))?;
    let png = logo.filter(|(_, kind)| kind == "image/png");
    let contact = &body.fields.contact_email;
    Ok(BodyIdentity {
        name: body.fields.name.clone(),
        colour: Some(body.fields.primary_color.clone()),
        logo: png.map(|(bytes, _)| Logo { format: LogoFormat::Png, bytes }),
        contact: (!contact.is_empty()).then(|| contact.clone()),
    })
}

/// What it is, how complete, and the snapshot that can be cited.
fn brief(
    say: &Say<'_>,
    counts: &public::Counts,
    cited: Option<&snapshot::Snapshot>,
    address: &str,
) -> Chapter {
    let mut blocks = vec![Block::Text(say.t(key!("paper-brief")))];
    if counts.updated_at > 0 {
        let day = say.day(kernel::Instant(counts.updated_at).day());
        blocks.push(Block::Text(say.x(key!("profile-updated"), &day)));
    }
    for (key, n) in [
        (key!("profile-without-database"), counts.services_without_database),
        (key!("profile-unused-databases"), counts.unused_databases),
    ] {
        if n > 0 {
            blocks.push(Block::Text(say.n(key, n)));
        }
    }
    let complete = |n| say.n(key!("profile-percent"), n);
    blocks.extend([
        Block::Heading(say.t(key!("profile-completeness"))),
        Block::Terms(vec![
            (say.t(key!("profile-services")), complete(counts.services_completeness)),
            (say.t(key!("profile-databases")), complete(counts.databases_completeness)),
        ]),
        Block::Heading(say.t(key!("paper-snapshot"))),
    ]);
    match cited {
        None => blocks.push(Block::Text(say.t(key!("paper-snapshot-none")))),
        Some(one) => {
            let day = say.day(one.day());
            blocks.extend([
                Block::Text(say.t(key!("paper-snapshot-text"))),
                Block::Terms(vec![
                    (say.t(key!("snapshots-name")), one.title.clone()),
                    (say.t(key!("paper-snapshot-day")), day),
                    (say.t(key!("paper-snapshot-hash")), one.hash.clone()),
                ]),
                Block::Link {
                    text: say.t(key!("paper-snapshot-read")),
                    address: format!("{address}/fotografie/{}", one.number),
                },
            ]);
        }
    }
    Chapter { title: say.t(key!("paper-brief-title")), blocks }
}

/// Services by area and by level, drawn and as tables.
fn numbers(say: &Say<'_>, areas: &[Bar], levels: &[Bar]) -> Chapter {
    let area = |code: &str| match code {
        "" => say.t(key!("profile-level-unknown")),
        code => vocabulary::areas().label(code, say.lang.tag()).to_owned(),
    };
    let bars = |bars: &[Bar], label: &dyn Fn(&str) -> String| -> Vec<(String, u32)> {
        bars.iter().map(|bar| (label(&bar.code), u32::try_from(bar.n).unwrap_or(0))).collect()
    };
    let chart = |title: &str, head: &str, bars| {
        Block::Chart(Chart {
            title: say.t(title),
            heads: [say.t(head), say.t(key!("profile-services"))],
            bars,
        })
    };
    Chapter {
        title: say.t(key!("paper-numbers")),
        blocks: vec![
            Block::Heading(say.t(key!("profile-areas-title"))),
            Block::Text(say.t(key!("profile-areas-lead"))),
            chart(key!("profile-areas-title"), key!("profile-areas-head"), bars(areas, &area)),
            Block::Heading(say.t(key!("profile-levels-title"))),
            Block::Text(say.t(key!("profile-levels-lead"))),
            chart(
                key!("profile-levels-title"),
                key!("profile-levels-head"),
                bars(levels, &|code| say.level(code)),
            ),
        ],
    }
}

/// Every service: for whom, how to reach it, whom to ask.
fn services_chapter(say: &Say<'_>, services: &[Service]) -> Chapter {
    let mut blocks = Vec::with_capacity(services.len() * 3);
    if services.is_empty() {
        blocks.push(Block::Text(say.t(key!("paper-services-none"))));
    }
    for one in services {
        blocks.push(Block::Heading(format!("{} ({})", one.name, one.code)));
        if !one.short_description.is_empty() {
            blocks.push(Block::Text(one.short_description.clone()));
        }
        let status = if one.status == "active" { "" } else { one.status.as_str() };
        let towns = vocabulary::municipalities();
        let terms = [
            (key!("profile-field-status"), say.choice(Register::Services, "status", status)),
            (key!("profile-field-areas"), say.labels(vocabulary::areas(), &one.areas)),
            (key!("profile-field-municipalities"), say.labels(towns, &one.municipalities)),
            (key!("profile-levels-head"), say.level(&one.current_level)),
            (key!("profile-field-channels"), channels(say, one)),
            (key!("paper-contacts"), contacts(one)),
            (key!("profile-field-demo"), say.choice(Register::Services, "demo", demo(&one.demo))),
        ];
        let terms = terms.into_iter().filter(|(_, text)| !text.is_empty());
        blocks.push(Block::Terms(terms.map(|(key, text)| (say.t(key), text)).collect()));
    }
    Chapter { title: say.t(key!("paper-services")), blocks }
}

/// Only what is made up says so.
fn demo(code: &str) -> &str {
    if code == "no" { "" } else { code }
}

/// The desks of a service with their places, hours and addresses; channels without any by name.
fn channels(say: &Say<'_>, service: &Service) -> String {
    let detailed = |code: &str| service.channel_details.iter().any(|one| one.code == code);
    let plain = service.channels.iter().filter(|code| !detailed(code));
    let plain = plain.map(|code| vocabulary::channels().label(code, say.lang.tag()).to_owned());
    let desks = service.channel_details.iter().map(|channel| channel.line(say.lang.tag()));
    desks.chain(plain).collect::<Vec<_>>().join("; ")
}

fn contacts(service: &Service) -> String {
    let parts = [&service.contact_office, &service.phone, &service.email, &service.url];
    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

/// Every database with the essential test.
fn databases_chapter(
    say: &Say<'_>,
    databases: &[Kept],
    links: &[Link],
    around: &Around,
) -> Chapter {
    let mut used: HashMap<Uuid, Vec<Access>> = HashMap::new();
    for link in links {
        used.entry(link.database.id).or_default().push(link.access);
    }
    let rows = databases.iter().map(|kept| {
        let database = Database::from_values(&kept.values);
        let uses = used.get(&kept.id).map_or(&[][..], Vec::as_slice);
        let reasons = essential::reasons(&database, uses, &around.measured_from);
        let (is_essential, said) = essential::verdict(&database, &reasons);
        let mut verdict =
            say.t(if is_essential { key!("profile-yes") } else { key!("profile-no") });
        if said {
            verdict = say.x(key!("paper-essential-said"), &verdict);
        }
        // Where the office said no, the reasons that hold all the same are told as such.
        let against = said && !is_essential && !reasons.is_empty();
        let first = if against { say.t(key!("essential-said-no")) } else { String::new() };
        let told = reasons.iter().map(|reason| say.t(reason.key()));
        let why = std::iter::once(first).chain(told).chain([database.essential_why.clone()]);
        let why: Vec<String> = why.filter(|text| !text.is_empty()).collect();
        vec![
            format!("{} ({})", database.name, database.code),
            say.choice(Register::Databases, "kind", &database.kind),
            database.owner,
            verdict,
            why.join(" "),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let columns = [
        (key!("thread-database"), 4),
        (key!("profile-field-kind"), 2),
        (key!("profile-field-owner"), 3),
        (key!("profile-essential"), 3),
        (key!("paper-why"), 4),
    ];
    let table = Table {
        title: String::new(),
        columns: columns.map(|(key, share)| Column::text(say.t(key), share)).into(),
        rows,
    };
    let mut blocks = vec![Block::Text(say.t(key!("paper-essential-lead")))];
    blocks.push(if table.rows.is_empty() {
        Block::Text(say.t(key!("paper-databases-none")))
    } else {
        Block::Table(table)
    });
    Chapter { title: say.t(key!("paper-databases")), blocks }
}

/// The matrix as a list: what each service reads and writes.
fn matrix(say: &Say<'_>, links: &[Link]) -> Chapter {
    let mut blocks = Vec::new();
    if links.is_empty() {
        blocks.push(Block::Text(say.t(key!("profile-matrix-empty"))));
    }
    let accesses = [
        (Access::Read, key!("profile-choice-access-read")),
        (Access::Write, key!("profile-choice-access-write")),
        (Access::ReadWrite, key!("profile-choice-access-read-write")),
    ];
    for of_one in links.chunk_by(|a, b| a.service.id == b.service.id) {
        let said = accesses.iter().filter_map(|(access, key)| {
            let names = of_one.iter().filter(|link| link.access == *access);
            let names: Vec<&str> = names.map(|link| link.database.name.as_str()).collect();
            (!names.is_empty()).then(|| (say.t(key), names.join(", ")))
        });
        let service = &of_one[0].service;
        blocks.push(Block::Heading(format!("{} ({})", service.name, service.code)));
        blocks.push(Block::Terms(said.collect()));
    }
    Chapter { title: say.t(key!("profile-matrix")), blocks }
}

/// Where nobody is served, area by area.
fn gaps(say: &Say<'_>, offer: &offer::Offer) -> Chapter {
    let mut blocks = Vec::new();
    let alone = offer.places.iter().filter(|place| place.all.services == 0);
    let alone: Vec<&str> = alone.map(|place| place.name.as_str()).collect();
    if !alone.is_empty() {
        blocks.push(Block::Text(say.x(key!("offer-empty-places"), &alone.join(", "))));
    }
    let rows = offer.areas.iter().enumerate().filter_map(|(at, area)| {
        let missing = offer.places.iter().filter(|place| place.areas[at].services == 0);
        let missing: Vec<&str> = missing.map(|place| place.name.as_str()).collect();
        let names = match missing.len() {
            0 => return None,
            n if n == offer.places.len() => say.t(key!("paper-everywhere")),
            _ => missing.join(", "),
        };
        Some(vec![vocabulary::areas().label(area, say.lang.tag()).to_owned(), names])
    });
    let rows: Vec<_> = rows.collect();
    blocks.push(if offer.places.is_empty() {
        Block::Text(say.t(key!("offer-empty")))
    } else if rows.is_empty() {
        Block::Text(say.t(key!("paper-gaps-none")))
    } else {
        let columns = vec![
            Column::text(say.t(key!("profile-areas-head")), 2),
            Column::text(say.t(key!("paper-gaps-places")), 5),
        ];
        Block::Table(Table { title: String::new(), columns, rows })
    });
    blocks.push(Block::Text(say.t(key!("paper-gaps-note"))));
    Chapter { title: say.t(key!("paper-gaps")), blocks }
}
