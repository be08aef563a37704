//! Promises that hold for every chart.

use charts::{Colour, Frame, for_screens};
use proptest::prelude::*;

use crate::{LANGUAGES, all_charts, elements, frame, parsed, visible};

const HOSTILE: &str = "<script>alert(\"1\")</script> & ' ]]> \u{0}\u{8} --> {{7*7}}";

#[test]
fn each_has_a_role_a_name_and_a_description() {
    for (name, svg) in all_charts(&frame(), "Famiglia") {
        let document = parsed(&svg);
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{name}");
        assert_eq!(root.attribute("aria-labelledby"), Some("grafico-title grafico-desc"), "{name}");
        assert_eq!(root.attribute("lang"), Some("it"), "{name}");
        let text_of = |id: &str| {
            document
                .descendants()
                .find(|node| node.attribute("id") == Some(id))
                .and_then(|node| node.text())
        };
        assert_eq!(text_of("grafico-title"), Some("Servizi per area"), "{name}");
        assert_eq!(text_of("grafico-desc"), Some("Barre con il numero di servizi"), "{name}");
    }
}

#[test]
fn nothing_in_it_needs_more_than_a_strict_policy() {
    let forbidden = ["style", "script", "image", "use", "foreignObject", "a", "animate", "link"];
    for (name, svg) in all_charts(&frame(), HOSTILE) {
        let document = parsed(&svg);
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            assert!(!forbidden.contains(&node.tag_name().name()), "{name}: {svg}");
            for attribute in node.attributes() {
                assert_ne!(attribute.name(), "style", "{name}");
                assert_ne!(attribute.name(), "href", "{name}");
                assert!(!attribute.name().starts_with("on"), "{name}");
                let value = attribute.value();
                assert!(!value.contains("url(") || value.starts_with("url(#"), "{name}: {value}");
            }
        }
    }
}

#[test]
fn markup_in_a_label_is_only_text() {
    for (name, svg) in all_charts(&frame(), HOSTILE) {
        assert!(!svg.contains("<script"), "{name}");
        let document = parsed(&svg);
        assert!(elements(&document, "script").is_empty(), "{name}");
        // A name that comes in is still to be read somewhere, whole.
        if !name.starts_with("no ") {
            let all: String = document
                .descendants()
                .filter(roxmltree::Node::is_text)
                .filter_map(|node| node.text())
                .collect();
            assert!(all.contains("<script>"), "{name}: {all}");
        }
    }
}

#[test]
fn a_hostile_id_cannot_leave_its_attribute() {
    let frame = Frame { id: "x\"><script>", title: HOSTILE, ..frame() };
    for (name, svg) in all_charts(&frame, "a") {
        let document = parsed(&svg);
        let label = document.root_element().attribute("aria-labelledby").expect(name);
        assert_eq!(label, "x---script--title x---script--desc");
    }
}

#[test]
fn ids_are_unique_inside_a_chart() {
    for (name, svg) in all_charts(&frame(), "Famiglia") {
        let document = parsed(&svg);
        let mut ids: Vec<&str> =
            document.descendants().filter_map(|node| node.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}");
    }
}

#[test]
fn texts_reach_the_contrast_of_texts() {
    let mut texts = 0;
    for (name, svg) in all_charts(&frame(), "Famiglia") {
        let document = parsed(&svg);
        for node in elements(&document, "text") {
            let fill = node.attribute("fill").and_then(Colour::parse).expect(name);
            texts += 1;
            // Only letters inside coloured parts are white or black.
            let inside = name == "stacked" && (fill == Colour::WHITE || fill.hex() == "#000000");
            assert!(inside || fill.contrast(Colour::WHITE) >= 4.5, "{name}: {}", fill.hex());
        }
    }
    assert!(texts > 30);
}

#[test]
fn a_pale_accent_is_darkened_until_it_is_seen() {
    let yellow = Colour::parse("#ffee00").expect("a colour");
    for (name, svg) in all_charts(&frame().accent(yellow), "Famiglia") {
        assert!(!svg.contains("#ffee00"), "{name}");
    }
}

#[test]
fn the_drawing_scales_with_its_place() {
    for width in [240.0, Frame::PHONE, Frame::PAGE, 1600.0] {
        for (name, svg) in
            all_charts(&frame().width(width), "Una voce abbastanza lunga da andare a capo")
        {
            let document = parsed(&svg);
            let root = document.root_element();
            assert!(root.attribute("width").is_none() && root.attribute("height").is_none());
            let parts: Vec<f64> = root
                .attribute("viewBox")
                .expect(name)
                .split(' ')
                .map(|part| part.parse().expect(name))
                .collect();
            assert!((parts[2] - width).abs() < 0.1 && parts[3] > 20.0, "{name} {parts:?}");
            for node in elements(&document, "text") {
                let (x, y) = (crate::number(&node, "x"), crate::number(&node, "y"));
                assert!((0.0..=width).contains(&x), "{name} at {width}: x {x}");
                assert!((0.0..=parts[3]).contains(&y), "{name} at {width}: y {y}");
                assert!(crate::number(&node, "font-size") >= 13.0, "{name}");
            }
        }
    }
}

#[test]
fn one_piece_of_page_holds_both_widths_with_different_ids() {
    let html = for_screens(&frame(), |frame| charts::horizontal_bars(frame, &[], 0));
    let document = parsed_many(&html);
    let document = parsed(&document);
    let labels: Vec<&str> =
        elements(&document, "svg").iter().filter_map(|n| n.attribute("aria-labelledby")).collect();
    assert_eq!(
        labels,
        ["grafico-phone-title grafico-phone-desc", "grafico-page-title grafico-page-desc"]
    );
}

fn parsed_many(html: &str) -> String {
    format!("<body>{html}</body>")
}

#[test]
fn both_languages_have_every_word() {
    let words = |language| -> Vec<String> {
        all_charts(&frame().language(language), "x")
            .iter()
            .flat_map(|(_, svg)| visible(&parsed(svg)))
            .collect()
    };
    let [italian, english] = LANGUAGES.map(words);
    for word in ["nessun dato", "Valori misurati", "oggi", "Niente da mostrare", "entro giu 2028"] {
        assert!(italian.iter().any(|text| text == word), "{word}: {italian:?}");
        assert!(!english.iter().any(|text| text == word), "{word} in English");
    }
    for word in ["no data", "Measured values", "today", "Nothing to show", "by Jun 2028"] {
        assert!(english.iter().any(|text| text == word), "{word}: {english:?}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_a_well_formed_drawing(text in any::<String>(), width in 100.0..2000.0_f64) {
        for (_, svg) in all_charts(&frame().width(width), &text) {
            parsed(&svg);
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""));
        }
    }
}
