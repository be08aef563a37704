use std::collections::BTreeMap;

use kernel::id::Uuid;
use opendata::{Organisation, Service, stable_id};

/// A body.
pub fn body() -> Organisation {
    Organisation {
        id: stable_id(&["body"]),
        slug: "bassa".into(),
        name: "Unione della Bassa".into(),
        ipa_code: "u_bassa".into(),
        istat_code: String::new(),
        email: "sociale@example.it".into(),
    }
}

/// A service of these values.
pub fn service(fields: BTreeMap<String, String>) -> Service {
    Service { id: id(), modified: "2026-01-31T10:00:00Z".into(), fields }
}

fn id() -> Uuid {
    stable_id(&["service"])
}

/// A full card.
pub fn full() -> Service {
    let pairs = [
        ("code", "SAD-1"),
        ("name", "Assistenza domiciliare"),
        ("short_description", "Aiuto a casa.\nPer chi è solo."),
        ("easy_description", "Qualcuno viene a casa tua."),
        ("areas", "ANZ;DIS"),
        ("macro_level", "2.1"),
        ("leps", "2"),
        ("channels", "01.1.1;03.1"),
        ("current_level", "LEVEL 2"),
        ("target_level", "LEVEL 4"),
        ("authentication", "SPIDL2"),
        ("municipalities", "035024;035005"),
        ("place", "Via Roma 1, Guastalla"),
        ("opening_hours", "lun-ven 9-13"),
        ("recipients", "Persone anziane"),
        ("requirements", "Residenza e ISEE"),
        ("contact_office", "Sportello sociale"),
        ("user_cost", "12.50"),
        ("url", "https://example.it/sad"),
        ("status", "suspended"),
        ("checked_on", "2026-01-10"),
        ("management", "asp"),
        ("users_count", "120"),
    ];
    service(pairs.into_iter().map(|(field, value)| (field.to_owned(), value.to_owned())).collect())
}
