use std::fmt::Write as _;

use opendata::{
    rdf::Syntax,
    read::{self, ReadError},
};

#[test]
fn wrong_encodings_and_no_services_are_named() {
    assert_eq!(read::hsds::read(b"\xff\xfe{\0}\0"), Err(ReadError::Encoding));
    assert_eq!(read::hsds::read(b"[]"), Err(ReadError::NoService));
    assert!(matches!(read::hsds::read(b"{\"contents\": ["), Err(ReadError::Syntax(_))));
    assert_eq!(read::rdf::read(b"", Syntax::Turtle), Err(ReadError::NoService));
    assert!(read::rdf::read(b"<a", Syntax::RdfXml).is_err());
}

#[test]
fn deep_json_is_refused_before_it_is_parsed() {
    let deep = "[".repeat(1_000_000);
    assert_eq!(read::hsds::read(deep.as_bytes()), Err(ReadError::TooDeep(read::MOST_DEPTH)));
    assert_eq!(
        read::rdf::read(deep.as_bytes(), Syntax::JsonLd),
        Err(ReadError::TooDeep(read::MOST_DEPTH))
    );
}

#[test]
fn entities_that_grow_or_lie_elsewhere_are_refused() {
    let mut bomb = String::from("<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">");
    for n in 0..10 {
        let _ = write!(bomb, "<!ENTITY b{n} \"&a;&a;&a;&a;\">");
    }
    bomb.push_str(
        "]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">&b9;</rdf:RDF>",
    );
    assert_eq!(read::rdf::read(bomb.as_bytes(), Syntax::RdfXml), Err(ReadError::Outside));
    let file = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rdf:RDF>&x;</rdf:RDF>";
    assert_eq!(read::rdf::read(file.as_bytes(), Syntax::RdfXml), Err(ReadError::Outside));
    let long = format!(
        "<!DOCTYPE r [<!ENTITY x \"{}\">]><r>{}</r>",
        "a".repeat(10_000),
        "&x;".repeat(100_000)
    );
    assert!(matches!(
        read::rdf::read(long.as_bytes(), Syntax::RdfXml),
        Err(ReadError::TooLarge(_))
    ));
}

#[test]
fn a_context_that_lies_elsewhere_is_refused() {
    let text = br#"{"@context":"http://127.0.0.1/ctx","@id":"http://a.it/1"}"#;
    assert_eq!(read::rdf::read(text, Syntax::JsonLd), Err(ReadError::Outside));
}

#[test]
fn a_graph_that_goes_round_is_read() {
    let text = b"@prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> .
        @prefix dct: <http://purl.org/dc/terms/> .
        <http://a.it/1> a cpsv:PublicService ; dct:title \"Uno\" ; cv:holdsRequirement <http://a.it/1> ;
          cv:hasChannel <http://a.it/1> ; cv:hasCompetentAuthority <http://a.it/2> .
        <http://a.it/2> cv:hasCompetentAuthority <http://a.it/1> ; dct:title \"Due\" .";
    let found = read::rdf::read(text, Syntax::Turtle).unwrap();
    assert_eq!(found[0].fields["owner"], "Due");
}

#[test]
fn deep_turtle_and_xml_are_refused() {
    let turtle = format!("<http://a.it/1> <http://a.it/p> {}", "[ <http://a.it/p> ".repeat(20_000));
    assert!(matches!(
        read::rdf::read(turtle.as_bytes(), Syntax::Turtle),
        Err(ReadError::TooDeep(_))
    ));
    let xml = "<a>".repeat(100_000);
    assert!(matches!(read::rdf::read(xml.as_bytes(), Syntax::RdfXml), Err(ReadError::TooDeep(_))));
}
