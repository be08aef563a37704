//! Whatever a person writes is printed as text, and never breaks the document.

use documents::agenda::{AgendaDocument, Fact, NotIncluded, Quantity};
use documents::{Language, render_agenda_pdf};
use jiff::civil::date;

use crate::sample::{full, moment};
use crate::{Pdf, squeezed};

/// The same text wherever the model takes one.
fn everywhere(text: &str) -> AgendaDocument {
    let mut document = full(Language::It, 2);
    let text = || text.to_owned();
    document.body.name = text();
    document.body.colour = Some(text());
    document.body.contact = Some(text());
    document.version = text();
    document.hash = text();
    document.address = Some(text());
    if let Some(approval) = &mut document.approval {
        approval.act = text();
    }
    document.summary = vec![text(), text()];
    document.participation =
        vec![Fact { label: text(), value: Quantity { value: 1.0, decimals: 200, unit: text() } }];
    document.participation_notes = vec![text()];
    document.profile = document.participation.clone();
    document.not_included = vec![NotIncluded { code: text(), title: text(), reason: text() }];
    for action in &mut document.actions {
        action.code = text();
        action.title = text();
        action.summary = vec![text()];
        action.responsible = text();
        action.partners = vec![text(), text()];
        action.inclusion = vec![text()];
        for part in &mut action.funding {
            part.source = text();
        }
        for idea in &mut action.origin {
            (idea.code, idea.title) = (text(), text());
        }
        for result in &mut action.results {
            result.text = text();
            for indicator in &mut result.indicators {
                indicator.code = text();
                indicator.name = text();
                indicator.definition = text();
                indicator.unit = text();
                indicator.source = text();
            }
        }
    }
    document
}

fn rendered(text: &str) -> Pdf {
    let bytes = render_agenda_pdf(&everywhere(text), &moment())
        .unwrap_or_else(|error| panic!("{text:?}: {error}"));
    let pdf = Pdf::read(bytes);
    let metadata = pdf.metadata();
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{text:?}");
    assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{text:?}");
    pdf
}

#[test]
fn markup_is_printed_as_it_is() {
    for text in [
        "#eval(\"1 + 1\") #read(\"/etc/passwd\")",
        "#set page(fill: red); #panic()",
        "$x^2$ *a* _b_ `c` <label> @ref [x] // no /* c */ \\u{41}",
        "= Titolo falso - + / \\ ~ ---",
        "<script>alert(1)</script> &amp; \"q\" 'p' ]]> </svg>",
        "{{7*7}} ${x} %s \\n {}",
        "../../etc/passwd",
    ] {
        let found = squeezed(&rendered(text).text());
        assert!(found.contains(&squeezed(text)), "{text} is not in {found}");
        assert!(!found.contains("root:x:0"));
    }
}

#[test]
fn very_long_words_stay_on_the_page() {
    let text = "x".repeat(600);
    let pdf = rendered(&text);
    assert!(squeezed(&pdf.text()).contains(&"x".repeat(24)));
    // Nothing runs off: no word starts beyond the page's right edge, and the
    // long word takes many lines, hence pages.
    assert!(pdf.pages() > 10, "{}", pdf.pages());
}

#[test]
fn other_scripts_and_pictures_of_the_keyboard_are_printed() {
    for text in [
        "Привет κόσμε",
        "caff\u{65}\u{301} nai\u{308}f",
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd} e \u{645}\u{631}\u{62d}\u{628}\u{627}",
        "\u{1f600} \u{1f44d} \u{2764}\u{fe0f} \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
        "\u{1f44b}\u{1f3fd} \u{1f1ee}\u{1f1f9} \u{1fae0}",
        "\u{5f20}\u{4f1f} \u{1100}\u{1161} \u{0939}\u{093f}\u{0928}\u{094d}\u{0926}\u{0940}",
        "a\u{0}b\u{1b}[31mc\u{7f}\u{85}\u{2028}d\u{feff}\u{fffe}\u{e000}\u{f0000}",
        "\u{202e}abc\u{202c}\u{2066}x\u{2069} Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}",
        "\u{fdfa} \u{fb01} \u{1d49c} \u{2126} \u{ad}\u{34f}\u{180e}",
        "",
        " \t\n ",
    ] {
        rendered(text);
    }
    let hello = rendered("Привет κόσμε");
    assert!(squeezed(&hello.text()).contains("Приветκόσμε"));
}

#[test]
fn fonts_that_lend_letters_are_used() {
    let words =
        ["\u{5e9}\u{5dc}\u{5d5}\u{5dd}", "\u{645}\u{631}\u{62d}\u{628}\u{627}", "\u{1f600}"];
    for word in words {
        let found = squeezed(&rendered(word).text());
        assert!(!found.contains('\u{25a1}'), "{word} became squares");
        // A reader may give the letters of right-to-left words in either order.
        let backwards: String = word.chars().rev().collect();
        assert!(found.contains(word) || found.contains(&backwards), "{word}: {found}");
    }
}

#[test]
fn what_cannot_be_printed_leaves_a_square_and_the_rest() {
    let text = squeezed(&rendered("Zhang \u{5f20} Wei").text());
    assert!(text.contains("Zhang\u{25a1}Wei"), "{text}");
}

#[test]
fn every_character_of_the_main_planes_can_come_in() {
    // Blocks of 256, as words of eight, in one document each plane.
    for plane in [0_u32, 1, 2, 0xe] {
        let characters: Vec<char> = (0..0x1_0000)
            .step_by(if plane == 0 { 3 } else { 29 })
            .filter_map(|low| char::from_u32(plane * 0x1_0000 + low))
            .collect();
        let mut document = full(Language::It, 1);
        document.summary = characters
            .chunks(400)
            .map(|chunk| chunk.chunks(8).map(String::from_iter).collect::<Vec<_>>().join(" "))
            .collect();
        let bytes = render_agenda_pdf(&document, &moment())
            .unwrap_or_else(|error| panic!("plane {plane}: {error}"));
        assert!(bytes.len() > 10_000);
    }
}

#[test]
fn figures_at_their_limits_are_printed() {
    let mut document = full(Language::It, 2);
    document.actions[0].cost_cents = Some(i64::MAX);
    document.actions[1].cost_cents = Some(i64::MIN);
    document.actions[0].start = Some(date(-9999, 1, 1));
    document.actions[0].end = Some(date(9999, 12, 31));
    document.participation = [f64::NAN, f64::INFINITY, f64::MAX, -0.0]
        .into_iter()
        .map(|value| Fact {
            label: "limite".into(),
            value: Quantity { value, decimals: 9, unit: String::new() },
        })
        .collect();
    let bytes = render_agenda_pdf(&document, &moment()).unwrap_or_else(|error| panic!("{error}"));
    let text = squeezed(&Pdf::read(bytes).text());
    assert!(text.contains("92.233.720.368.547.758,07€"), "{text}");
    assert!(!text.contains("NaN") && !text.contains("inf"));
}
