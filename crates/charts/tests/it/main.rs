//! What every chart promises, checked on the parsed drawing.

mod promises;
mod shapes;

use charts::{
    Bar, Day, ExpectedPath, Frame, IndicatorSeries, Language, Point, Progress, Reading, StackedRow,
    TermGroup, TimelineItem, horizontal_bars, indicator_line, progress_bar, stacked_bars, timeline,
};
use roxmltree::{Document, Node};

/// A day that exists.
pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is not a day"))
}

/// A frame as pages use it.
pub fn frame() -> Frame<'static> {
    Frame::new("grafico", "Servizi per area", "Barre con il numero di servizi")
}

/// Every chart once, with `hostile` wherever a text may come in.
pub fn all_charts(frame: &Frame<'_>, hostile: &str) -> Vec<(&'static str, String)> {
    let bars = [
        Bar { label: hostile, value: Some(12.0) },
        Bar { label: "Anziani", value: Some(0.0) },
        Bar { label: "Povertà", value: None },
        Bar { label: "Errore", value: Some(f64::NAN) },
    ];
    let rows = [
        StackedRow { label: hostile, parts: vec![1.0, 2.0, 3.0] },
        StackedRow { label: "Anziani", parts: vec![4.0, f64::INFINITY, -3.0] },
    ];
    let groups = [
        TermGroup { title: hostile, items: vec![item(hostile, Some("2026-12-01"), "2027-06-30")] },
        TermGroup { title: "Medio periodo", items: vec![item("Rete", None, "2028-06-30")] },
    ];
    vec![
        ("bars", horizontal_bars(frame, &bars, 0)),
        ("stacked", stacked_bars(frame, &[hostile, "B", "C"], &rows)),
        ("timeline", timeline(frame, &groups, Some(day("2027-01-10")))),
        ("indicator", indicator_line(frame, &series(hostile))),
        (
            "progress",
            progress_bar(frame, &Progress { done: Some(0.4), expected: Some(0.5), state: hostile }),
        ),
        ("no bars", horizontal_bars(frame, &[], 0)),
        ("no rows", stacked_bars(frame, &[], &[])),
        ("no actions", timeline(frame, &[], None)),
        (
            "no readings",
            indicator_line(
                frame,
                &IndicatorSeries {
                    baseline: None,
                    targets: vec![],
                    readings: vec![],
                    ..series(hostile)
                },
            ),
        ),
        ("no progress", progress_bar(frame, &Progress { done: None, expected: None, state: "" })),
    ]
}

/// An action of a timeline.
pub fn item<'a>(label: &'a str, start: Option<&str>, end: &str) -> TimelineItem<'a> {
    TimelineItem { code: "AZ-01", label, start: start.map(day), end: day(end) }
}

/// An indicator with a gap in the middle.
pub fn series(unit: &str) -> IndicatorSeries<'_> {
    let reading = |text: &str, value| Reading { day: day(text), value };
    IndicatorSeries {
        unit,
        decimals: 0,
        baseline: Some(Point { day: day("2026-12-01"), value: 1200.0 }),
        targets: vec![Point { day: day("2028-12-31"), value: 7381.0 }],
        readings: vec![
            reading("2027-03-31", Some(1800.0)),
            reading("2027-06-30", None),
            reading("2027-09-30", None),
            reading("2027-12-31", Some(3600.0)),
        ],
        path: ExpectedPath::Linear,
    }
}

/// The drawing, parsed.
pub fn parsed(svg: &str) -> Document<'_> {
    Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"))
}

/// The texts a reader sees, in order.
pub fn visible(document: &Document<'_>) -> Vec<String> {
    document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .map(|node| node.text().unwrap_or_default().to_owned())
        .collect()
}

/// The elements of a name.
pub fn elements<'a, 'input>(
    document: &'a Document<'input>,
    name: &'static str,
) -> Vec<Node<'a, 'input>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

/// An attribute as a number.
pub fn number(node: &Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{name}"))
}

/// Both languages.
pub const LANGUAGES: [Language; 2] = [Language::It, Language::En];
