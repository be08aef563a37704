//! An Agenda for the tests.

use documents::Language;
use documents::agenda::{
    Action, AgendaDocument, Approval, Baseline, BodyIdentity, ExpectedResult, Fact, Frequency,
    Funding, Indicator, IndicatorKind, Logo, LogoFormat, Measure, NotIncluded, Origin, Polarity,
    Quantity, StartsFrom, Term,
};
use jiff::Zoned;
use jiff::civil::date;

pub const LOGO: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#00705a"/></svg>"##;

pub const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// 23 November 2026, half past ten in Rome.
pub fn moment() -> Zoned {
    date(2026, 11, 23)
        .at(10, 30, 0, 0)
        .to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(1)))
        .unwrap_or_else(|error| panic!("{error}"))
}

pub fn empty(language: Language) -> AgendaDocument {
    AgendaDocument {
        body: BodyIdentity {
            name: "Unione Bassa Reggiana".into(),
            colour: None,
            logo: None,
            contact: None,
        },
        language,
        version: "1".into(),
        approval: None,
        hash: String::new(),
        address: None,
        summary: vec![],
        participation: vec![],
        participation_notes: vec![],
        profile: vec![],
        starts_from: None,
        actions: vec![],
        not_included: vec![],
    }
}

pub fn full(language: Language, actions: usize) -> AgendaDocument {
    AgendaDocument {
        body: BodyIdentity {
            name: "Unione Bassa Reggiana".into(),
            colour: Some("#ffee00".into()),
            logo: Some(Logo { format: LogoFormat::Svg, bytes: LOGO.to_vec() }),
            contact: Some("ufficio@esempio.it".into()),
        },
        approval: Some(Approval { act: "Delibera n. 45".into(), date: date(2026, 11, 1) }),
        hash: HASH.into(),
        address: Some("https://agenda.esempio.it/bassa-reggiana".into()),
        summary: vec!["Una promessa in poche parole.".into()],
        participation: vec![Fact { label: "idee raccolte".into(), value: Quantity::count(1214) }],
        participation_notes: vec!["Mancano i giovani.".into()],
        profile: vec![Fact {
            label: "servizi in rete".into(),
            value: Quantity { value: 38.5, decimals: 1, unit: "%".into() },
        }],
        actions: (1..=actions).map(action).collect(),
        starts_from: Some(StartsFrom {
            title: "Prima fotografia".into(),
            day: date(2026, 10, 30),
            hash: HASH.into(),
            address: Some("https://agenda.esempio.it/bassa-reggiana/profilo/fotografie/1".into()),
        }),
        not_included: vec![NotIncluded {
            code: "R4T8WX".into(),
            title: "Sportello di domenica".into(),
            reason: "Costa troppo".into(),
        }],
        ..empty(language)
    }
}

pub fn action(number: usize) -> Action {
    Action {
        code: format!("AZ-{number:02}"),
        title: format!("Azione di prova {number}"),
        summary: vec![format!("Che cosa si fa nella numero {number}.")],
        term: if number % 2 == 1 { Term::Short } else { Term::Medium },
        start: Some(date(2027, 1, 1)),
        end: Some(date(2028, 3, 31)),
        responsible: "Ufficio di piano".into(),
        partners: vec!["Azienda USL".into(), "Volontariato".into()],
        cost_cents: Some(1_234_567),
        funding: vec![Funding { source: "Fondo regionale".into(), cents: Some(1_000_000) }],
        inclusion: vec!["Sportello in ogni Comune".into()],
        origin: vec![Origin { code: "B3N9KD".into(), title: "Meno giri".into() }],
        results: vec![ExpectedResult {
            text: format!("Entro il 2028 cambia la cosa {number}."),
            indicators: vec![indicator(number)],
        }],
    }
}

fn indicator(number: usize) -> Indicator {
    Indicator {
        code: format!("IN-{number:02}"),
        name: "Persone accompagnate".into(),
        definition: "Persone diverse in un anno".into(),
        kind: IndicatorKind::Outcome,
        unit: "persone".into(),
        decimals: 0,
        polarity: Polarity::HigherIsBetter,
        baseline: if number.is_multiple_of(2) {
            Baseline::ToBeMeasuredBy(date(2027, 3, 1))
        } else {
            Baseline::Measured(Measure { value: 1200.0, date: date(2026, 11, 1) })
        },
        targets: vec![Measure { value: 7381.0, date: date(2028, 12, 31) }],
        source: "Cartella sociale".into(),
        frequency: Frequency::Quarterly,
        latest: (number % 2 == 1).then_some(Measure { value: 1350.0, date: date(2026, 11, 15) }),
    }
}
