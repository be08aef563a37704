use std::collections::BTreeMap;

use opendata::{Base, cpsv, hsds, rdf::Syntax, read};
use proptest::prelude::*;

use crate::sample;

fn base() -> Base {
    Base::new("https://agenda.example.it")
}

fn back(service: &opendata::Service) -> read::ForeignService {
    let json = hsds::service(&base(), &sample::body(), service).to_string();
    read::hsds::read(json.as_bytes()).unwrap().remove(0)
}

#[test]
fn hsds_out_and_in_again_is_the_same_card() {
    let service = sample::full();
    let read = back(&service);
    assert_eq!(read.id, service.id.to_string());
    assert_eq!(read.fields, service.fields);
}

#[test]
fn both_profiles_in_every_syntax_are_read_again() {
    let service = sample::full();
    for profile in [cpsv::Profile::Italian, cpsv::Profile::European] {
        for syntax in Syntax::ALL {
            let mut writer = cpsv::Writer::new(syntax, base(), profile, Vec::new()).unwrap();
            writer.service(&sample::body(), &service).unwrap();
            let bytes = writer.finish().unwrap();
            assert_eq!(read::rdf::guess(&bytes), syntax);
            let read = read::rdf::read(&bytes, syntax).unwrap();
            assert_eq!(read.len(), 1);
            let fields = &read[0].fields;
            for field in [
                "code",
                "name",
                "short_description",
                "areas",
                "macro_level",
                "channels",
                "current_level",
                "leps",
                "opening_hours",
                "url",
            ] {
                assert_eq!(
                    fields.get(field),
                    service.fields.get(field),
                    "{field} {profile:?} {syntax:?}"
                );
            }
            let towns = |text: &str| {
                let mut all: Vec<String> = text.split(';').map(str::to_owned).collect();
                all.sort();
                all
            };
            assert_eq!(towns(&fields["municipalities"]), towns(service.text("municipalities")));
            assert_eq!(fields["owner"], "Unione della Bassa");
        }
    }
}

/// Values as the fields of a card keep them: no space around, no empty one, codes that exist.
fn cards() -> impl Strategy<Value = BTreeMap<String, String>> {
    let text = || "[a-zàèì0-9,;:()'\"<>&=+@-][ a-zàèì0-9,;:()'\"<>&=+@\\n-]{0,60}[a-zàèì0-9.]";
    let codes = |list: &'static [&'static str]| {
        proptest::sample::subsequence(list, 1..=list.len()).prop_map(|codes| codes.join(";"))
    };
    let free = proptest::collection::btree_map(
        proptest::sample::select(vec![
            "short_description",
            "easy_description",
            "recipients",
            "requirements",
            "place",
            "opening_hours",
            "contact_office",
            "owner",
            "provider",
            "software",
            "assistance",
            "note",
            "source",
            "checked_by",
            "plan_sheets",
        ])
        .prop_map(str::to_owned),
        text(),
        0..10,
    );
    let coded = (
        codes(&["ANZ", "DIS", "FAM"]),
        codes(&["01.1.1", "02.1", "05.1"]),
        codes(&["SPIDL2", "CIE"]),
        codes(&["035005", "035024"]),
        proptest::sample::select(vec!["active", "suspended", "planned", "ended"]),
        (0..100_000_u32).prop_map(|n| format!("{}.{:02}", n / 100, n % 100)),
    );
    (free, coded, text()).prop_map(|(mut all, coded, name)| {
        for (field, value) in [
            ("areas", coded.0),
            ("channels", coded.1),
            ("authentication", coded.2),
            ("municipalities", coded.3),
            ("status", coded.4.to_owned()),
            ("user_cost", coded.5),
            ("code", "A-1".to_owned()),
            ("name", name.replace('\n', " ")),
        ] {
            all.insert(field.to_owned(), value);
        }
        all
    })
}

proptest! {
    #[test]
    fn any_card_survives_hsds(fields in cards()) {
        let service = sample::service(fields);
        prop_assert_eq!(back(&service).fields, service.fields);
    }

    #[test]
    fn any_card_is_written_in_rdf_and_read(fields in cards()) {
        let service = sample::service(fields);
        for syntax in Syntax::ALL {
            let mut writer =
                cpsv::Writer::new(syntax, base(), cpsv::Profile::European, Vec::new()).unwrap();
            writer.service(&sample::body(), &service).unwrap();
            let bytes = writer.finish().unwrap();
            let read = read::rdf::read(&bytes, syntax).unwrap();
            prop_assert_eq!(read[0].fields.get("name"), service.fields.get("name"));
        }
    }
}

#[test]
fn a_page_of_another_directory_is_read() {
    let page = serde_json::json!({ "total_items": 1, "contents": [{
        "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Sportello casa", "status": "inactive",
        "minimum_age": 18, "eligibility_description": "Chi cerca casa",
        "organization": { "name": "Associazione Tetto" },
        "schedules": [{ "byday": "MO,WE", "opens_at": "09:00:00", "closes_at": "12:30" }],
        "phones": [{ "number": "0522 000000" }],
        "service_areas": [{ "name": "Guastalla" }, { "name": "Ovunque" }],
        "service_at_locations": [{ "location": { "name": "Casa", "addresses": [
            { "address_1": "Via Po 2", "city": "Luzzara", "postal_code": "42045" }] } }],
        "cost_options": [{ "amount": 5, "currency": "GBP" }, { "amount": 3.5, "currency": "eur" }],
        "attributes": [{ "taxonomy_term": { "term_uri":
            "https://w3id.org/italia/controlled-vocabulary/classifications-for-public-services/channel/0111" } }]
    }]});
    let read = read::hsds::read(page.to_string().as_bytes()).unwrap().remove(0);
    let get = |field: &str| read.fields.get(field).map_or("", String::as_str);
    assert_eq!(get("owner"), "Associazione Tetto");
    assert_eq!(get("recipients"), "Chi cerca casa");
    assert_eq!(get("opening_hours"), "lunedì, mercoledì 09:00-12:30");
    assert_eq!(get("municipalities"), "035024");
    assert_eq!(get("place"), "Casa, Via Po 2, 42045, Luzzara");
    assert_eq!(get("user_cost"), "3.50");
    assert_eq!(get("channels"), "01.1.1");
    assert_eq!(get("status"), "suspended");
    assert_eq!((get("phone"), get("age_from")), ("0522 000000", "18"));
}
