//! Reports as PDF and as DOCX.
#![expect(clippy::unwrap_used, reason = "a test stops where reading back fails")]

use std::io::Read as _;

use documents::agenda::{BodyIdentity, Fact, Logo, LogoFormat, Quantity};
use documents::report::{Block, Chapter, Chart, Column, Report, Table};
use documents::{Language, render_report_pdf, write_report_docx};
use lopdf::Object;

use crate::sample::{LOGO, moment};
use crate::{Pdf, flat, squeezed};

fn report(language: Language, services: usize) -> Report {
    let service = |n: usize| {
        [
            Block::Heading(format!("Servizio di prova {n}")),
            Block::Text("Che cosa fa, in due parole.".into()),
            Block::Terms(vec![
                ("Canali".into(), "Sportello sociale, Via Gonzaga 16, Guastalla; Telefono".into()),
                ("Contatti".into(), "0522 000000, sociale@esempio.it".into()),
                ("Livello digitale".into(), "2 – Moduli da scaricare".into()),
                ("Per chi".into(), "Anziani".into()),
            ]),
        ]
    };
    Report {
        body: BodyIdentity {
            name: "Unione Bassa Reggiana".into(),
            colour: Some("#00705a".into()),
            logo: Some(Logo { format: LogoFormat::Svg, bytes: LOGO.to_vec() }),
            contact: Some("ufficio@esempio.it".into()),
        },
        language,
        title: "Profilo del welfare digitale".into(),
        subtitle: "Situazione al 23 novembre 2026".into(),
        description: "Servizi e basi dati".into(),
        keywords: vec!["servizi".into()],
        address: Some("https://agenda.esempio.it/bassa-reggiana/profilo".into()),
        facts: vec![Fact { label: "servizi".into(), value: Quantity::count(1214) }],
        chapters: vec![
            Chapter {
                title: "Servizi per area".into(),
                blocks: vec![Block::Chart(Chart {
                    title: "Servizi per area".into(),
                    heads: ["Area".into(), "Servizi".into()],
                    bars: vec![("Anziani".into(), 12), ("Disabilità".into(), 0)],
                })],
            },
            Chapter {
                title: "I servizi".into(),
                blocks: (1..=services).flat_map(service).collect(),
            },
            Chapter {
                title: "Dove manca".into(),
                blocks: vec![
                    Block::List(vec!["Boretto".into(), "Luzzara".into()]),
                    Block::Table(Table {
                        title: "Nessun servizio".into(),
                        columns: vec![Column::text("Area", 1), Column::text("Comuni", 3)],
                        rows: vec![vec!["Dipendenze".into(), "Boretto & <Luzzara>".into()]],
                    }),
                    Block::Link {
                        text: "Fotografia del profilo".into(),
                        address: "https://agenda.esempio.it/bassa-reggiana/profilo/fotografie/1"
                            .into(),
                    },
                    Block::Link {
                        text: "Non si segue".into(),
                        address: "javascript:alert(1)".into(),
                    },
                ],
            },
        ],
    }
}

fn rendered(report: &Report) -> Pdf {
    let bytes = render_report_pdf(report, &moment()).unwrap_or_else(|error| panic!("{error}"));
    Pdf::read(bytes)
}

#[test]
fn a_report_conforms_is_tagged_and_can_be_searched() {
    for (language, page, tag) in
        [(Language::It, "Pagina 2 di", "it"), (Language::En, "Page 2 of", "en")]
    {
        let pdf = rendered(&report(language, 3));
        let metadata = pdf.metadata();
        for part in [
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "Profilo del welfare digitale \u{2013} Unione Bassa Reggiana",
        ] {
            assert!(metadata.contains(part), "{part} is not in {metadata}");
        }
        let catalog = pdf.catalog();
        let Object::Dictionary(mark) = pdf.entry(catalog, "MarkInfo") else { panic!("MarkInfo") };
        assert!(matches!(pdf.entry(mark, "Marked"), Object::Boolean(true)));
        let Object::String(lang, _) = pdf.entry(catalog, "Lang") else { panic!("Lang") };
        assert!(String::from_utf8_lossy(lang).starts_with(tag));
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"));
        let text = squeezed(&pdf.text());
        for part in [
            "Servizio di prova 3",
            "Via Gonzaga 16, Guastalla",
            "0522 000000, sociale@esempio.it",
            "Boretto & <Luzzara>",
            "https://agenda.esempio.it/bassa-reggiana/profilo/fotografie/1",
            "1.214",
            page,
        ] {
            let part =
                if language == Language::En { part.replace("1.214", "1,214") } else { part.into() };
            assert!(text.contains(&squeezed(&part)), "{part}");
        }
        assert!(!text.contains("javascript"));
        // Chapters and the page about the document, three services, the contents.
        assert_eq!(pdf.structure("H1").len() + pdf.structure("H2").len(), 1 + 3 + 1 + 3);
        // The logo and the chart.
        assert_eq!(pdf.structure("Figure").len(), 2);
        assert_eq!(pdf.structure("Table").len(), 3);
    }
}

#[test]
fn a_chart_says_its_numbers() {
    let pdf = rendered(&report(Language::It, 1));
    let texts: Vec<String> = pdf
        .structure("Figure")
        .into_iter()
        .filter_map(|figure| lopdf::decode_text_string(pdf.entry(figure, "Alt")).ok())
        .collect();
    assert!(texts.iter().any(|text| text.contains("Anziani: 12; Disabilità: 0.")), "{texts:?}");
    assert!(texts.contains(&"Logo di Unione Bassa Reggiana".to_owned()), "{texts:?}");
}

#[test]
fn five_hundred_services_are_written() {
    let long = report(Language::It, 500);
    let pdf = rendered(&long);
    assert!(squeezed(&pdf.text()).contains("Serviziodiprova500"));
    assert!(
        part(&write_report_docx(&long, &moment()).unwrap(), "word/document.xml")
            .contains("prova 500")
    );
}

fn part(docx: &[u8], name: &str) -> String {
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut text = String::new();
    file.by_name(name).unwrap_or_else(|e| panic!("{name}: {e}")).read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_docx_has_headings_header_rows_language_and_title() {
    let docx = write_report_docx(&report(Language::It, 2), &moment()).unwrap();
    assert_eq!(docx, write_report_docx(&report(Language::It, 2), &moment()).unwrap());
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let text = part(&docx, "word/document.xml");
    let document = roxmltree::Document::parse(&text).unwrap();
    let named = |name: &'static str| {
        document.descendants().filter(move |node| node.has_tag_name((word, name)))
    };
    let styles: Vec<&str> =
        named("pStyle").filter_map(|node| node.attribute((word, "val"))).collect();
    let of = |style: &str| styles.iter().filter(|one| **one == style).count();
    assert_eq!((of("Title"), of("Heading1"), of("Heading2")), (1, 4, 2));
    // Each table says which row is its header; charts are tables.
    assert_eq!((named("tbl").count(), named("tblHeader").count()), (2, 2));
    let captions: Vec<_> = named("tblCaption").filter_map(|n| n.attribute((word, "val"))).collect();
    assert_eq!(captions, ["Servizi per area", "Nessun servizio"]);
    let said: Vec<&str> = named("t").filter_map(|node| node.text()).collect();
    let said = flat(&said.join(" "));
    for part in [
        "Boretto & <Luzzara>",
        "Anziani 12",
        "Canali: Sportello",
        "ufficio@esempio.it",
        "23\u{a0}novembre 2026",
    ] {
        assert!(said.contains(&flat(part)), "{part}: {said}");
    }
    // Links: the address of the report and the snapshot; what cannot be followed is only text.
    assert_eq!(named("hyperlink").count(), 2);
    let links = part(&docx, "word/_rels/document.xml.rels");
    assert!(links.contains("/profilo/fotografie/1") && !links.contains("javascript"));
    assert!(part(&docx, "word/styles.xml").contains("<w:lang w:val=\"it-IT\""));
    let core = part(&docx, "docProps/core.xml");
    assert!(
        core.contains("<dc:title>Profilo del welfare digitale – Unione Bassa Reggiana</dc:title>")
    );
    for name in [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footer1.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
    ] {
        roxmltree::Document::parse(&part(&docx, name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

#[test]
fn hostile_words_break_nothing() {
    let mut hostile = report(Language::It, 1);
    let words = "</w:t>\u{0}\u{ffff}#eval(1) \\ $x$ ]] <script> 张 \u{202e}🙂 ".repeat(3);
    hostile.title = words.clone();
    hostile.body.name = words.clone();
    hostile.chapters[2].blocks = vec![
        Block::Heading(words.clone()),
        Block::Terms(vec![(words.clone(), words.clone()), (String::new(), String::new())]),
        Block::List(vec![]),
        Block::Table(Table {
            title: String::new(),
            columns: vec![Column::text("x", 0)],
            rows: vec![vec![]],
        }),
    ];
    rendered(&hostile);
    let docx = write_report_docx(&hostile, &moment()).unwrap();
    roxmltree::Document::parse(&part(&docx, "word/document.xml")).unwrap();
    roxmltree::Document::parse(&part(&docx, "docProps/core.xml")).unwrap();
}
