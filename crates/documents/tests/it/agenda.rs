//! The Agenda as PDF.

use documents::agenda::{Logo, LogoFormat};
use documents::{DocumentError, Language, render_agenda_pdf};
use lopdf::Object;

use crate::sample::{HASH, empty, full, moment};
use crate::{Pdf, squeezed};

fn rendered(document: &documents::agenda::AgendaDocument) -> Pdf {
    let bytes = render_agenda_pdf(document, &moment()).unwrap_or_else(|error| panic!("{error}"));
    assert!(bytes.starts_with(b"%PDF-1.7"));
    Pdf::read(bytes)
}

#[test]
fn it_declares_the_standards_it_conforms_to() {
    let pdf = rendered(&full(Language::It, 3));
    let metadata = pdf.metadata();
    roxmltree::Document::parse(metadata.trim_start_matches('\u{feff}'))
        .unwrap_or_else(|error| panic!("{error}"));
    for part in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "Agenda sociale locale \u{2013} Unione Bassa Reggiana",
        "servizi sociali",
    ] {
        assert!(metadata.contains(part), "{part} is not in {metadata}");
    }
}

#[test]
fn it_is_tagged_and_says_its_language() {
    for (language, tag) in [(Language::It, "it"), (Language::En, "en")] {
        let pdf = rendered(&full(language, 2));
        let catalog = pdf.catalog();
        let Object::Dictionary(mark) = pdf.entry(catalog, "MarkInfo") else { panic!("MarkInfo") };
        assert!(matches!(pdf.entry(mark, "Marked"), Object::Boolean(true)));
        let Object::String(lang, _) = pdf.entry(catalog, "Lang") else { panic!("Lang") };
        assert!(String::from_utf8_lossy(lang).starts_with(tag));
        assert!(catalog.has(b"StructTreeRoot"));
        assert!(catalog.has(b"Outlines"), "bookmarks");
        let Object::Dictionary(view) = pdf.entry(catalog, "ViewerPreferences") else {
            panic!("ViewerPreferences")
        };
        assert!(matches!(pdf.entry(view, "DisplayDocTitle"), Object::Boolean(true)));
    }
}

#[test]
fn headers_of_tables_are_header_cells() {
    let pdf = rendered(&full(Language::It, 3));
    let scopes: Vec<String> = pdf
        .structure("TH")
        .into_iter()
        .flat_map(|cell| match pdf.entry(cell, "A") {
            Object::Array(list) => list.clone(),
            one => vec![one.clone()],
        })
        .filter_map(|attribute| {
            let name = attribute.as_dict().ok()?.get(b"Scope").ok()?.as_name().ok()?;
            Some(String::from_utf8_lossy(name).into_owned())
        })
        .collect();
    let of = |scope: &str| scopes.iter().filter(|name| *name == scope).count();
    // Overview 5, ideas not included 3, indicators 4 for each of three actions.
    assert_eq!(of("Column"), 5 + 3 + 4 * 3, "{scopes:?}");
    // Each action: one in the overview, six facts, one indicator; then one idea
    // and the eight lines about the document.
    assert_eq!(of("Row"), 3 * 8 + 1 + 8, "{scopes:?}");
}

#[test]
fn pictures_have_a_text_instead() {
    let pdf = rendered(&full(Language::It, 3));
    let texts: Vec<String> = pdf
        .structure("Figure")
        .into_iter()
        .map(|figure| match pdf.entry(figure, "Alt") {
            alt @ Object::String(..) => {
                lopdf::decode_text_string(alt).unwrap_or_else(|error| panic!("{error}"))
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(texts.iter().any(|text| text == "Logo di Unione Bassa Reggiana"), "{texts:?}");
    let calendar = texts.iter().find(|text| text.starts_with("Calendario")).expect("a calendar");
    assert!(calendar.contains("AZ-01 gen 2027 \u{2013} mar 2028; AZ-03"), "{calendar}");
}

#[test]
fn every_action_is_in_it_with_its_figures() {
    let pdf = rendered(&full(Language::It, 12));
    let text = squeezed(&pdf.text());
    for number in 1..=12 {
        for part in [
            format!("AZ-{number:02}"),
            format!("Azione di prova {number}"),
            format!("Che cosa si fa nella numero {number}."),
            format!("Entro il 2028 cambia la cosa {number}."),
            format!("IN-{number:02}"),
        ] {
            assert!(text.contains(&squeezed(&part)), "{part}");
        }
    }
    for part in [
        "Agenda sociale locale",
        "Delibera n. 45 del 1º novembre 2026",
        "Dal 1º gennaio 2027 al 31 marzo 2028",
        "12.345,67 €",
        "148.148,04 €",
        "Fondo regionale: 10.000,00 €",
        "1.214",
        "38,5%",
        "1.200 persone",
        "al 1º novembre 2026",
        "Da rilevare entro il 1º marzo 2027",
        "7.381 persone",
        "entro il 31 dicembre 2028",
        "Nessun valore misurato",
        "Risultato, più alto è meglio. Fonte: Cartella sociale. Rilevazione: ogni tre mesi.",
        "Sportello di domenica",
        "Costa troppo",
        "23 novembre 2026, 10:30",
        HASH,
        "Pagina 2 di",
        "Questa Agenda parte dal profilo del 30 ottobre 2026.",
        "Prima fotografia",
    ] {
        assert!(text.contains(&squeezed(part)), "{part}");
    }
    assert!(!text.contains("Bozza"));
    // Cover, contents, summary, overview, 12 sheets, ideas, about.
    assert!(pdf.pages() >= 18, "{}", pdf.pages());
}

#[test]
fn short_terms_come_before_medium_ones() {
    let text = squeezed(&rendered(&full(Language::It, 4)).text());
    let last = |part: &str| text.rfind(part).unwrap_or_else(|| panic!("{part}"));
    // The sections themselves, after contents and overview.
    let places = [1, 3, 2, 4].map(|n| last(&format!("Checosasifanellanumero{n}.")));
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn pages_are_numbered_to_the_last() {
    let pdf = rendered(&full(Language::En, 3));
    let pages = pdf.pages();
    let text = squeezed(&pdf.text());
    assert!(text.contains(&format!("Page{pages}of{pages}")), "{pages} pages");
}

#[test]
fn english_has_no_italian_left() {
    let text = squeezed(&rendered(&full(Language::En, 2)).text());
    for part in [
        "Local Social Agenda",
        "Contents",
        "Expected results",
        "€12,345.67",
        "1 November 2026",
        "every three months",
        "No value measured",
        "To be measured by 1 March 2027",
    ] {
        assert!(text.contains(&squeezed(part)), "{part}");
    }
    for part in [
        "Indice",
        "Agenda sociale locale",
        "Risultati attesi",
        "Pagina",
        "Chi ne risponde",
        "entro il 31",
    ] {
        assert!(!text.contains(&squeezed(part)), "{part}");
    }
}

#[test]
fn an_empty_agenda_is_a_draft_that_says_what_is_missing() {
    for language in [Language::It, Language::En] {
        let pdf = rendered(&empty(language));
        let text = squeezed(&pdf.text());
        let parts = match language {
            Language::It => {
                ["BOZZA", "non contiene ancora azioni", "Nessuna azione con questo termine."]
            }
            Language::En => ["DRAFT", "has no actions yet", "No action in this term."],
        };
        for part in parts {
            assert!(text.contains(&squeezed(part)), "{part}: {text}");
        }
        assert!(pdf.pages() >= 5);
    }
}

#[test]
fn actions_without_dates_cost_or_results_are_printed_all_the_same() {
    let mut document = full(Language::It, 3);
    for action in &mut document.actions {
        action.start = None;
        action.end = None;
        action.cost_cents = None;
        action.funding.clear();
        action.results.clear();
        action.responsible = "  ".into();
    }
    let text = squeezed(&rendered(&document).text());
    for part in ["Da definire", "Non indicato", "I risultati attesi non sono ancora stati scritti."]
    {
        assert!(text.contains(&squeezed(part)), "{part}");
    }
}

#[test]
fn the_same_document_gives_the_same_file() {
    let document = full(Language::It, 5);
    let first = render_agenda_pdf(&document, &moment()).expect("a PDF");
    let again = render_agenda_pdf(&document, &moment()).expect("a PDF");
    assert_eq!(first, again);
}

#[test]
fn two_agendas_at_once_do_not_mix() {
    let texts: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = ["Comune Alfa", "Comune Beta"]
            .into_iter()
            .map(|name| {
                scope.spawn(move || {
                    let mut document = full(Language::It, 4);
                    document.body.name = name.to_owned();
                    squeezed(&rendered(&document).text())
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    assert!(texts[0].contains("ComuneAlfa") && !texts[0].contains("ComuneBeta"));
    assert!(texts[1].contains("ComuneBeta") && !texts[1].contains("ComuneAlfa"));
}

#[test]
fn a_logo_that_is_no_image_is_named_as_the_reason() {
    for (format, bytes) in [
        (LogoFormat::Png, b"not a picture".to_vec()),
        (LogoFormat::Svg, b"<svg".to_vec()),
        (LogoFormat::Svg, Vec::new()),
    ] {
        let mut document = full(Language::It, 1);
        document.body.logo = Some(Logo { format, bytes });
        let error = render_agenda_pdf(&document, &moment()).expect_err("a bad logo");
        assert!(matches!(error, DocumentError::Logo(_)), "{error}");
    }
}

#[test]
fn a_logo_cannot_bring_in_other_files() {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"><image width="10" height="10" xlink:href="/etc/passwd"/><image width="10" height="10" href="http://127.0.0.1:9/x.png"/><rect width="5" height="5" fill="#000"/></svg>"##;
    let mut document = full(Language::It, 1);
    document.body.logo = Some(Logo { format: LogoFormat::Svg, bytes: svg.to_vec() });
    match render_agenda_pdf(&document, &moment()) {
        Ok(bytes) => assert!(!Pdf::read(bytes).text().contains("root:")),
        Err(error) => assert!(matches!(error, DocumentError::Logo(_)), "{error}"),
    }
}
