//! What each chart shows.

use charts::{
    Bar, ExpectedPath, Frame, IndicatorSeries, Point, Progress, Reading, StackedRow, TermGroup,
    horizontal_bars, indicator_line, progress_bar, stacked_bars, timeline, timeline_over,
};

use crate::{day, elements, frame, item, number, parsed, series, visible};

#[test]
fn bars_are_as_long_as_their_values() {
    let bars = [
        Bar { label: "Anziani", value: Some(7381.0) },
        Bar { label: "Minori", value: Some(3690.5) },
        Bar { label: "Adulti", value: Some(0.0) },
        Bar { label: "Povertà", value: None },
    ];
    for width in [Frame::PHONE, Frame::PAGE] {
        let svg = horizontal_bars(&frame().width(width), &bars, 0);
        let document = parsed(&svg);
        let lengths: Vec<f64> =
            elements(&document, "rect").iter().map(|rect| number(rect, "width")).collect();
        assert_eq!(lengths.len(), 2, "zero and unknown have no bar");
        assert!((lengths[0] / lengths[1] - 2.0).abs() < 0.02, "{lengths:?}");
        let texts = visible(&document);
        for text in ["7.381", "0", "nessun dato"] {
            assert!(texts.iter().any(|t| t == text), "{text}: {texts:?}");
        }
    }
}

#[test]
fn the_longest_bar_leaves_room_for_its_value() {
    let bars = [Bar { label: "Totale", value: Some(123_456_789.0) }];
    let svg = horizontal_bars(&frame().width(Frame::PHONE), &bars, 0);
    let document = parsed(&svg);
    let rect = elements(&document, "rect")[0];
    let value = elements(&document, "text")
        .into_iter()
        .find(|node| node.text() == Some("123.456.789"))
        .expect("the value");
    assert!(number(&value, "x") > number(&rect, "x") + number(&rect, "width"));
    assert!(number(&value, "x") + 11.0 * 15.0 * 0.5 < Frame::PHONE);
}

#[test]
fn parts_of_a_whole_carry_letter_and_value() {
    let rows = [StackedRow { label: "Minori", parts: vec![6.0, 2.0] }];
    let svg = stacked_bars(&frame(), &["Informativo", "Completo"], &rows);
    let texts = visible(&parsed(&svg));
    for text in ["A", "B", "Informativo", "Completo", "A 6", "B 2", "8"] {
        assert!(texts.iter().any(|t| t == text), "{text}: {texts:?}");
    }
}

#[test]
fn terms_are_told_apart_by_texture_and_title() {
    let groups = [
        TermGroup {
            title: "Breve periodo",
            items: vec![item("Sportello", Some("2026-12-01"), "2027-06-30")],
        },
        TermGroup {
            title: "Medio periodo",
            items: vec![item("Cartella", Some("2027-01-01"), "2029-06-30")],
        },
    ];
    let svg = timeline(&frame(), &groups, Some(day("2027-02-01")));
    let document = parsed(&svg);
    let fills: Vec<&str> = elements(&document, "g")
        .iter()
        .filter_map(|group| group.children().find(|n| n.tag_name().name() == "rect"))
        .filter_map(|rect| rect.attribute("fill"))
        .collect();
    assert_eq!(fills, ["#0052a3", "url(#grafico-hatch)"]);
    assert_eq!(elements(&document, "pattern")[0].attribute("id"), Some("grafico-hatch"));
    let texts = visible(&document);
    for text in ["Breve periodo", "Medio periodo", "dic 2026 \u{2013} giu 2027", "2027", "oggi"] {
        assert!(texts.iter().any(|t| t == text), "{text}: {texts:?}");
    }
}

#[test]
fn an_action_runs_from_its_first_to_its_last_day() {
    let groups = [TermGroup {
        title: "Breve periodo",
        items: vec![
            item("Un anno", Some("2027-01-01"), "2028-01-01"),
            item("Sei mesi", Some("2027-07-02"), "2028-01-01"),
            item("Solo la fine", None, "2028-01-01"),
            item("Al contrario", Some("2028-01-01"), "2027-01-01"),
        ],
    }];
    let svg = timeline(&frame(), &groups, None);
    let document = parsed(&svg);
    let bars: Vec<(f64, f64)> = elements(&document, "g")
        .iter()
        .filter_map(|group| group.children().find(|n| n.tag_name().name() == "rect"))
        .map(|rect| (number(&rect, "x"), number(&rect, "width")))
        .collect();
    assert_eq!(bars.len(), 2, "an end alone, or before its start, is a mark");
    assert!((bars[0].1 / bars[1].1 - 365.0 / 183.0).abs() < 0.02, "{bars:?}");
    assert!((bars[0].0 + bars[0].1 - bars[1].0 - bars[1].1).abs() < 0.2, "same end");
    assert!(!visible(&document).iter().any(|text| text == "oggi"));
}

#[test]
fn a_missing_reading_breaks_the_line_and_is_named() {
    let svg = indicator_line(&frame(), &series("persone"));
    let document = parsed(&svg);
    let texts = visible(&document);
    assert!(texts.iter().any(|text| text == "nessun dato (2)"), "{texts:?}");
    // Two lone points, so no measured line at all; the only path is the expected one.
    let lines = elements(&document, "polyline");
    assert_eq!(lines.len(), 1);
    assert!(lines[0].attribute("stroke-dasharray").is_some());
    assert!(texts.iter().any(|text| text == "Partenza: 1.200 (dic 2026)"), "{texts:?}");
    assert!(texts.iter().any(|text| text == "Obiettivo: 7.381 (entro dic 2028)"), "{texts:?}");
    assert!(texts.iter().any(|text| text == "3.600"), "the last value is written: {texts:?}");
}

#[test]
fn neighbouring_readings_are_joined() {
    let mut series = series("persone");
    series.readings.retain(|reading| reading.value.is_some());
    let svg = indicator_line(&frame(), &series);
    let document = parsed(&svg);
    let joined = elements(&document, "polyline")
        .into_iter()
        .filter(|line| line.attribute("stroke-dasharray").is_none())
        .count();
    assert_eq!(joined, 1);
}

#[test]
fn no_colour_of_a_missing_value_is_green() {
    let nothing = IndicatorSeries {
        readings: vec![Reading { day: day("2027-03-31"), value: None }],
        ..series("persone")
    };
    let unmeasured = Progress { done: None, expected: Some(0.3), state: "" };
    for svg in [indicator_line(&frame(), &nothing), progress_bar(&frame(), &unmeasured)] {
        let document = parsed(&svg);
        for node in document.descendants() {
            for name in ["fill", "stroke"] {
                let Some(colour) = node.attribute(name).and_then(charts::Colour::parse) else {
                    continue;
                };
                let green = i16::from(colour.green);
                let rest = i16::from(colour.red).max(i16::from(colour.blue));
                assert!(green <= rest + 8, "{} is green", colour.hex());
            }
        }
        let texts = visible(&document);
        assert!(texts.iter().any(|text| text.starts_with("nessun dato")), "{texts:?}");
    }
}

#[test]
fn a_stepped_path_keeps_its_value_until_the_day() {
    let stepped = IndicatorSeries { path: ExpectedPath::Stepped, ..series("persone") };
    let svg = indicator_line(&frame(), &stepped);
    let document = parsed(&svg);
    let points = elements(&document, "polyline")[0].attribute("points").expect("points").to_owned();
    assert_eq!(points.split(' ').count(), 3, "{points}");
}

#[test]
fn flat_and_tiny_series_still_have_an_axis() {
    for value in [0.0, 5.0, -3.0, 0.000_01, 1e12] {
        let flat = IndicatorSeries {
            baseline: Some(Point { day: day("2026-12-01"), value }),
            targets: vec![],
            readings: vec![Reading { day: day("2026-12-01"), value: Some(value) }],
            ..series("x")
        };
        let svg = indicator_line(&frame(), &flat);
        let document = parsed(&svg);
        assert!(elements(&document, "line").len() >= 4, "{value}");
        let y = number(&elements(&document, "circle")[0], "cy");
        assert!((42.0..=340.0).contains(&y), "{value} is drawn at {y}");
    }
}

#[test]
fn progress_says_its_figure_and_its_state() {
    let half = Progress { done: Some(0.5), expected: Some(0.75), state: "in ritardo" };
    let svg = progress_bar(&frame(), &half);
    let document = parsed(&svg);
    let texts = visible(&document);
    for text in ["50%", "in ritardo", "atteso oggi: 75%"] {
        assert!(texts.iter().any(|t| t == text), "{text}: {texts:?}");
    }
    let rects = elements(&document, "rect");
    let share = number(&rects[1], "width") / number(&rects[0], "width");
    assert!((share - 0.5).abs() < 0.01);
}

#[test]
fn unmeasured_progress_is_not_zero_progress() {
    let none = progress_bar(&frame(), &Progress { done: None, expected: None, state: "" });
    let zero = progress_bar(&frame(), &Progress { done: Some(0.0), expected: None, state: "" });
    assert!(visible(&parsed(&none)).contains(&"nessun dato".to_owned()));
    assert!(visible(&parsed(&zero)).contains(&"0%".to_owned()));
    assert!(elements(&parsed(&none), "rect")[0].attribute("stroke-dasharray").is_some());
    assert!(elements(&parsed(&zero), "rect")[0].attribute("stroke-dasharray").is_none());
}

#[test]
fn pieces_of_a_long_list_share_one_scale() {
    let piece = |from: &str, to: &str| {
        let items = vec![item("Azione", Some(from), to)];
        let groups = [TermGroup { title: "Breve", items }];
        let span = Some((day("2026-12-01"), day("2029-12-01")));
        let svg = timeline_over(&frame(), &groups, None, span);
        let document = parsed(&svg);
        let bar = elements(&document, "g")
            .iter()
            .find_map(|group| group.children().find(|n| n.tag_name().name() == "rect"))
            .map(|rect| number(&rect, "width"));
        bar.unwrap_or_default()
    };
    let (first, second) = (piece("2027-01-01", "2028-01-01"), piece("2026-12-01", "2027-12-01"));
    assert!((first - second).abs() < 0.2, "{first} {second}");
    assert!(first > 10.0);
}
