//! Writes a sample Agenda: `cargo run -p documents --example agenda_pdf -- out.pdf [it|en] [actions]`.
//!
//! The contents are invented for showing the layout; they promise nothing.

use documents::agenda::{
    Action, AgendaDocument, Approval, Baseline, BodyIdentity, ExpectedResult, Fact, Frequency,
    Funding, Indicator, IndicatorKind, Logo, LogoFormat, Measure, NotIncluded, Origin, Polarity,
    Quantity, Term,
};
use documents::{Language, render_agenda_pdf};
use jiff::ToSpan as _;
use jiff::civil::date;

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<path d="M10 8h80v46c0 22-18 34-40 40C28 88 10 76 10 54z" fill="#00705a"/>
<path d="M10 58c14-8 26 8 40 0s26 8 40 0v8c-14 8-26-8-40 0s-26-8-40 0z" fill="#ffffff"/>
<circle cx="50" cy="32" r="12" fill="#ffd24a"/></svg>"##;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let out = arguments.get(1).map_or("agenda.pdf", String::as_str);
    let language = match arguments.get(2).map(String::as_str) {
        Some("en") => Language::En,
        _ => Language::It,
    };
    let actions = arguments.get(3).map_or(Ok(7), |text| text.parse())?;
    let generated_at = date(2026, 11, 23).at(10, 30, 0, 0).in_tz("Europe/Rome")?;
    let document = sample(language, actions);
    let started = std::time::Instant::now();
    let pdf = render_agenda_pdf(&document, &generated_at)?;
    let first = started.elapsed();
    let started = std::time::Instant::now();
    let again = render_agenda_pdf(&document, &generated_at)?;
    println!(
        "{out}: {} actions, {} KB; first {:.0} ms, again {:.0} ms",
        actions,
        pdf.len() / 1024,
        first.as_secs_f64() * 1000.0,
        started.elapsed().as_secs_f64() * 1000.0,
    );
    assert_eq!(pdf, again, "the same document gives the same file");
    std::fs::write(out, pdf)?;
    Ok(())
}

fn sample(language: Language, actions: usize) -> AgendaDocument {
    let fact =
        |label: &str, value: u32| Fact { label: label.into(), value: Quantity::count(value) };
    AgendaDocument {
        body: BodyIdentity {
            name: "Unione dei Comuni della Bassa Reggiana".into(),
            colour: Some("#00705a".into()),
            logo: Some(Logo { format: LogoFormat::Svg, bytes: LOGO.as_bytes().to_vec() }),
            contact: Some("Ufficio di piano, ufficiodipiano@esempio.it".into()),
        },
        language,
        version: "2".into(),
        approval: Some(Approval {
            act: "Delibera di Giunta dell\u{2019}Unione n. 45".into(),
            date: date(2026, 11, 20),
        }),
        hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        address: Some("https://agenda.esempio.it/bassa-reggiana/agenda".into()),
        summary: vec![
            "In otto Comuni, chi ha bisogno di un aiuto deve ancora bussare a troppe porte. Con questa Agenda l\u{2019}Unione si impegna a far trovare la porta giusta al primo tentativo: allo sportello, al telefono o da casa.".into(),
            "Le azioni nascono dalle idee delle persone, discusse e scelte insieme in una giornata di lavoro aperta a tutti. Per ognuna diciamo chi ne risponde, entro quando, quanto costa e come si vedrà se ha funzionato.".into(),
            "Nessuna azione chiede a chi non usa il computer di cominciare a usarlo: per ciascuna è scritto come si ottiene lo stesso servizio di persona.".into(),
        ],
        participation: vec![
            fact("idee raccolte", 214),
            fact("persone che hanno scritto o parlato", 1386),
            fact("persone alla giornata di lavoro", 92),
            fact("incontri nei luoghi di vita", 17),
            Fact {
                label: "voci raccolte su carta o a voce".into(),
                value: Quantity { value: 38.5, decimals: 1, unit: "%".into() },
            },
            fact("Comuni da cui è arrivata almeno una voce", 8),
        ],
        participation_notes: vec![
            "Abbiamo ascoltato poco i giovani tra i 18 e i 25 anni e chi lavora su turni: nei prossimi mesi andremo noi da loro.".into(),
        ],
        starts_from: None,
        profile: vec![
            fact("servizi sociali e sociosanitari censiti", 33),
            fact("basi dati che li sostengono", 14),
            fact("servizi che si possono avviare del tutto in rete", 6),
        ],
        actions: (0..actions).map(action).collect(),
        not_included: vec![
            NotIncluded {
                code: "K7M2QP".into(),
                title: "Un autobus a chiamata per le visite mediche".into(),
                reason: "È già previsto dal piano dei trasporti della Provincia: abbiamo passato l\u{2019}idea a chi lo segue.".into(),
            },
            NotIncluded {
                code: "R4T8WX".into(),
                title: "Portare lo sportello anche la domenica mattina".into(),
                reason: "Il costo supera le risorse disponibili; proveremo con un sabato al mese (azione AZ-02).".into(),
            },
        ],
    }
}

const TITLES: [&str; 7] = [
    "Uno sportello unico digitale per i servizi sociali",
    "Punti di facilitazione digitale nelle biblioteche e nei centri sociali",
    "Prenotare un colloquio con l\u{2019}assistente sociale",
    "Regole comuni per l\u{2019}accesso ai servizi negli otto Comuni",
    "La cartella sociale si collega al fascicolo sanitario",
    "Rete di volontari che accompagnano nelle pratiche",
    "Mappa aggiornata dei servizi per chi assiste un familiare",
];

fn action(place: usize) -> Action {
    let is_short = place % 7 < 4;
    let start = date(2027, 1, 1) + i64::try_from(place % 5).unwrap_or(0).months();
    let length = if is_short { 7 } else { 18 + i64::try_from(place % 3).unwrap_or(0) * 5 };
    let end = start + length.months() - 1.day();
    let sum = 1_250_000 + 731_550 * i64::try_from(place % 6).unwrap_or(0);
    Action {
        code: format!("AZ-{:02}", place + 1),
        title: TITLES[place % TITLES.len()].into(),
        summary: vec![
            "Chi cerca un servizio trova in un solo posto che cosa c\u{2019}è, a chi spetta e come si chiede; la domanda si avvia con SPID o CIE e arriva già all\u{2019}ufficio giusto.".into(),
            "Chi preferisce parlare con una persona trova gli stessi passaggi allo sportello e al telefono, con un operatore che compila insieme la domanda.".into(),
        ],
        term: if is_short { Term::Short } else { Term::Medium },
        start: (place % 7 != 3).then_some(start),
        end: Some(end),
        responsible: "Servizio sociale integrato, Ufficio di piano".into(),
        partners: vec![
            "Azienda USL, Distretto di Guastalla".into(),
            "Lepida".into(),
            "Associazioni di volontariato del territorio".into(),
        ],
        cost_cents: (place % 7 != 5).then_some(sum),
        funding: vec![
            Funding { source: "Fondo sociale regionale 2026".into(), cents: Some(sum / 2) },
            Funding { source: "Bilancio dell\u{2019}Unione".into(), cents: Some(sum - sum / 2) },
        ],
        inclusion: vec![
            "Sportello con appuntamento in ogni Comune, almeno due mattine alla settimana.".into(),
            "Numero telefonico dedicato e moduli in lingua facile, anche in urdu e punjabi.".into(),
        ],
        origin: vec![
            Origin { code: "B3N9KD".into(), title: "Sapere a chi rivolgersi senza fare il giro degli uffici".into() },
            Origin { code: "Q8V5ZL".into(), title: "Un solo modulo per tutte le richieste".into() },
        ],
        results: vec![
            ExpectedResult {
                text: "Entro dicembre 2027 metà delle domande di accesso arriva dallo sportello unico, e il tempo di risposta si dimezza.".into(),
                indicators: vec![
                    Indicator {
                        code: format!("IN-{:02}.1", place + 1),
                        name: "Persone accompagnate".into(),
                        definition: "Persone diverse che hanno completato una domanda, da sole o con l\u{2019}aiuto di un operatore.".into(),
                        kind: IndicatorKind::Outcome,
                        unit: "persone".into(),
                        decimals: 0,
                        polarity: Polarity::HigherIsBetter,
                        baseline: Baseline::Measured(Measure { value: 1200.0, date: date(2026, 11, 1) }),
                        targets: vec![
                            Measure { value: 4000.0, date: date(2027, 12, 31) },
                            Measure { value: 7381.0, date: date(2028, 12, 31) },
                        ],
                        source: "Cartella sociale informatizzata".into(),
                        frequency: Frequency::Quarterly,
                        latest: Some(Measure { value: 1350.0, date: date(2026, 11, 15) }),
                    },
                    Indicator {
                        code: format!("IN-{:02}.2", place + 1),
                        name: "Giorni di attesa per la prima risposta".into(),
                        definition: "Mediana dei giorni tra la domanda e la prima risposta scritta.".into(),
                        kind: IndicatorKind::Process,
                        unit: "giorni".into(),
                        decimals: 1,
                        polarity: Polarity::LowerIsBetter,
                        baseline: Baseline::ToBeMeasuredBy(date(2027, 3, 1)),
                        targets: vec![Measure { value: 15.0, date: date(2027, 12, 31) }],
                        source: "Protocollo informatico".into(),
                        frequency: Frequency::HalfYearly,
                        latest: None,
                    },
                ],
            },
        ],
    }
}
