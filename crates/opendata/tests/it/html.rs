//! Pages of municipal sites.

use std::fmt::Write as _;

use opendata::read::{ForeignService, ReadError, html::read};

const PAGE: &str = include_str!("../fixtures/pagina-servizio.html");

fn one(page: &str) -> ForeignService {
    let mut found = read(page.as_bytes(), "").unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[test]
fn a_page_of_the_model_is_read_whole() {
    let service = one(PAGE);
    let expected = [
        ("areas", ""),
        ("name", "Pasti a domicilio"),
        ("code", "PASTI-A-DOMICILIO"),
        ("status", "active"),
        ("short_description", "Un pasto caldo portato a casa ogni giorno."),
        ("recipients", "Persone sole:\n- con più di 75 anni\n- o con una disabilità"),
        ("how_to", "Telefona o vieni allo sportello. Risponde l’ufficio sociale."),
        ("needed", "- ISEE\n- certificato del medico"),
        ("outcome", "Il pasto parte entro 5 giorni."),
        ("times", "Si chiede quando si vuole.\n10 gennaio\nScade la conferma"),
        ("cost_note", "6,20 € a pasto & niente per chi ha ISEE sotto 8.000 €"),
        ("keywords", "Anziani, Casa"),
        ("contact_office", "Sportello sociale"),
        ("channels", "02;01.1.1"),
        ("owner", "Comune di Guastalla"),
        ("municipalities", "035024"),
        ("place", "Sportello sociale, Piazza Prova 1, 42016 Guastalla"),
        ("url", "https://comune.esempio.it/servizi/pasti-a-domicilio/"),
    ];
    for (field, value) in expected {
        assert_eq!(service.text(field), value, "{field}");
    }
    assert_eq!(service.id, "https://comune.esempio.it/servizi/pasti-a-domicilio/");
    assert!(!service.fields.values().any(|value| value.contains("alert")), "scripts are no text");
}

#[test]
fn the_address_is_the_key_where_the_page_has_none() {
    let page = "<h1 data-element=service-title>Trasporto</h1>";
    let found = read(page.as_bytes(), "https://a.it/servizi/7").unwrap().remove(0);
    assert_eq!((found.text("code"), found.text("url")), ("SERVIZI-7", "https://a.it/servizi/7"));
    assert_eq!(one(page).text("code"), "", "a saved page without an address is known by its name");
}

#[test]
fn old_encodings_and_broken_linked_data_are_lived_with() {
    let page =
        b"<meta charset=windows-1252><script type='application/ld+json'>{ \"@type\": </script>\
        <p data-element='service-title'>Attivit\xe0 &amp; gioco";
    assert_eq!(read(page, "").unwrap()[0].text("name"), "Attività & gioco");
}

#[test]
fn a_list_of_linked_services_gives_each() {
    let page = r#"<link rel="canonical" href="https://a.it/servizi"><script type="application/ld+json">
        {"@graph": [{"@type": ["Thing", "GovernmentService"], "name": "Uno", "@id": "https://a.it/s/uno"},
        {"@type": "https://schema.org/GovernmentService", "name": "Due <b>volte</b>", "identifier": "S-2"}]}</script>"#;
    let found = read(page.as_bytes(), "").unwrap();
    let told: Vec<_> = found.iter().map(|one| (one.text("code"), one.text("name"))).collect();
    assert_eq!(told, [("UNO", "Uno"), ("S-2", "Due volte")]);
}

#[test]
fn hostile_pages_are_refused_or_read_in_time() {
    assert_eq!(read(b"<p>Un giornale</p>", ""), Err(ReadError::NoService));
    let deep = format!("<h1 data-element=service-title>{}", "<b><div>".repeat(200_000));
    assert_eq!(read(deep.as_bytes(), ""), Err(ReadError::NoService));
    let wide = format!("<h1 {}>", many(|all, n| write!(all, "a{n} ")));
    assert_eq!(read(wide.as_bytes(), ""), Err(ReadError::TooMany(5_000)));
    let twice = format!("<h1 {}>", many(|all, n| write!(all, "a{n} b b ")));
    assert_eq!(read(twice.as_bytes(), ""), Err(ReadError::TooMany(5_000)));
    let linked = format!("<script type=application/ld+json>{}", "[".repeat(100_000));
    assert_eq!(read(linked.as_bytes(), ""), Err(ReadError::NoService), "never closed");
    let linked = format!("{linked}</script>");
    assert!(matches!(read(linked.as_bytes(), ""), Err(ReadError::TooDeep(_))));
    let script =
        "<h1 data-element=service-title>A<script>alert(1)</script><img src=x onerror=alert(2)>B";
    assert_eq!(one(script).text("name"), "AB");
}

/// The same a hundred thousand times.
fn many(mut one: impl FnMut(&mut String, u32) -> std::fmt::Result) -> String {
    let mut all = String::new();
    for n in 0..100_000 {
        one(&mut all, n).unwrap();
    }
    all
}
