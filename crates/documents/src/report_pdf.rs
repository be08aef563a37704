//! A report as PDF.

use charts::{Bar, Frame, Language, horizontal_bars};
use jiff::Zoned;
use serde::Serialize;

use crate::DocumentError;
use crate::agenda_pdf::patiently;
use crate::agenda_view::{Colours, FactView, LogoView, facts, logo_path, main_colour, web_address};
use crate::clean::Cleaner;
use crate::report::{Block, Chart, Report, Table};
use crate::typesetter::Manuscript;
use crate::words::Words;
use crate::written;

/// Renders a report as PDF/UA-1 and PDF/A-2a, like the Agenda
/// ([`render_agenda_pdf`](crate::render_agenda_pdf)).
pub fn render_report_pdf(report: &Report, generated_at: &Zoned) -> Result<Vec<u8>, DocumentError> {
    patiently(report.body.logo.is_some(), |script, with_logo| {
        typeset(report, generated_at, Cleaner { script }, with_logo)
    })
}

/// The root of what the template reads.
#[derive(Debug, Serialize)]
struct ReportView {
    words: &'static Words,
    language: &'static str,
    region: &'static str,
    title: String,
    title_plain: String,
    subtitle: String,
    description: String,
    keywords: Vec<String>,
    body: String,
    body_plain: String,
    contact: Option<String>,
    address: Option<String>,
    logo: Option<LogoView>,
    colours: Colours,
    generated: String,
    facts: Vec<FactView>,
    chapters: Vec<ChapterView>,
}

#[derive(Debug, Serialize)]
struct ChapterView {
    title: String,
    blocks: Vec<BlockView>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum BlockView {
    Text { lines: Vec<String> },
    Heading { text: String },
    Terms { items: Vec<[String; 2]> },
    List { items: Vec<String> },
    Chart { path: String, alt: String, table: TableView },
    Table { table: TableView },
    Link { text: String, address: Option<String> },
}

#[derive(Debug, Serialize)]
struct TableView {
    title: String,
    heads: Vec<String>,
    shares: Vec<u16>,
    numbers: Vec<bool>,
    rows: Vec<Vec<String>>,
}

fn typeset(
    report: &Report,
    generated_at: &Zoned,
    clean: Cleaner,
    with_logo: bool,
) -> Result<Vec<u8>, DocumentError> {
    let mut manuscript = Manuscript::new("/report.typ", generated_at)?;
    manuscript.template("/report.typ", include_str!("../templates/report.typ"))?;
    manuscript.template("/look.typ", include_str!("../templates/look.typ"))?;
    let mut body = report.body.clone();
    body.logo = body.logo.filter(|_| with_logo);
    if let Some(logo) = &body.logo {
        manuscript.file(logo_path(logo.format), logo.bytes.clone())?;
    }
    let mut pictures = Vec::new();
    let mut chapters = Vec::with_capacity(report.chapters.len());
    for chapter in &report.chapters {
        let blocks = chapter.blocks.iter().map(|block| view(report, block, clean, &mut pictures));
        chapters.push(ChapterView { title: clean.line(&chapter.title), blocks: blocks.collect() });
    }
    for (place, svg) in pictures.into_iter().enumerate() {
        manuscript.file(&chart_path(place), svg.into_bytes())?;
    }
    let (language, words) = (report.language, Words::of(report.language));
    let body_plain = clean.unbroken(&body.name);
    let clock = format!("{:02}:{:02}", generated_at.hour(), generated_at.minute());
    let view = ReportView {
        words,
        language: language.tag(),
        region: match language {
            Language::It => "IT",
            Language::En => "GB",
        },
        title: clean.line(&report.title),
        title_plain: clean.unbroken(&report.title),
        subtitle: clean.line(&report.subtitle),
        description: clean.unbroken(&report.description),
        keywords: report.keywords.iter().map(|word| clean.unbroken(word)).collect(),
        body: clean.line(&body.name),
        contact: body.contact.as_deref().map(|text| clean.line(text)),
        address: report.address.as_deref().and_then(web_address).map(str::to_owned),
        logo: LogoView::of(&body, &body_plain, words),
        colours: Colours::of(main_colour(&body)),
        body_plain,
        generated: format!("{}, {clock}", written::date(generated_at.date(), language)),
        facts: facts(&report.facts, clean, language),
        chapters,
    };
    let json = serde_json::to_vec(&view)
        .map_err(|error| DocumentError::Typeset(format!("the report has no JSON: {error}")))?;
    manuscript.file("/report.json", json)?;
    manuscript.typeset()
}

fn chart_path(place: usize) -> String {
    format!("/chart-{place}.svg")
}

fn view(report: &Report, block: &Block, clean: Cleaner, pictures: &mut Vec<String>) -> BlockView {
    match block {
        Block::Text(text) => {
            BlockView::Text { lines: clean.paragraphs(std::slice::from_ref(text)) }
        }
        Block::Heading(text) => BlockView::Heading { text: clean.line(text) },
        Block::Terms(items) => BlockView::Terms {
            items: items.iter().map(|(a, b)| [clean.line(a), clean.line(b)]).collect(),
        },
        Block::List(items) => {
            BlockView::List { items: items.iter().map(|item| clean.line(item)).collect() }
        }
        Block::Chart(chart) => {
            let path = chart_path(pictures.len());
            let (svg, alt) = drawn(report, chart, clean, pictures.len());
            pictures.push(svg);
            BlockView::Chart { path, alt, table: table(&chart.table(), clean) }
        }
        Block::Table(one) => BlockView::Table { table: table(one, clean) },
        Block::Link { text, address } => BlockView::Link {
            text: clean.line(text),
            address: web_address(address).map(str::to_owned),
        },
    }
}

fn drawn(report: &Report, chart: &Chart, clean: Cleaner, place: usize) -> (String, String) {
    let alt = clean.unbroken(&chart.words());
    let title = clean.unbroken(&chart.title);
    let labels: Vec<String> = chart.bars.iter().map(|(name, _)| clean.unbroken(name)).collect();
    let bars: Vec<Bar<'_>> = labels
        .iter()
        .zip(&chart.bars)
        .map(|(label, (_, n))| Bar { label, value: Some(f64::from(*n)) })
        .collect();
    let id = format!("chart-{place}");
    let frame =
        Frame::new(&id, &title, &alt).language(report.language).accent(main_colour(&report.body));
    (horizontal_bars(&frame, &bars, 0), alt)
}

fn table(table: &Table, clean: Cleaner) -> TableView {
    let width = table.columns.len();
    let row = |row: &Vec<String>| {
        let cells = row.iter().map(|cell| clean.line(cell));
        // A row is as wide as the table, whatever was given.
        cells.chain(std::iter::repeat_with(String::new)).take(width).collect()
    };
    TableView {
        title: clean.line(&table.title),
        heads: table.columns.iter().map(|column| clean.line(&column.head)).collect(),
        shares: table.columns.iter().map(|column| column.share.max(1)).collect(),
        numbers: table.columns.iter().map(|column| column.number).collect(),
        rows: table.rows.iter().map(row).collect(),
    }
}
