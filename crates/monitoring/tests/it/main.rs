//! Readings and follow-up: rules as properties, use cases on both engines.
#![expect(clippy::unwrap_used, reason = "a test stops where something unexpected happens")]

mod rules;

use agenda::{
    ActionContent, AgendaError, Frequency, IndicatorContent, Origin, Place, Polarity,
    ResultContent, Target,
    form::{Act, VersionText},
    service,
};
use jiff::civil::Date;
use kernel::{BodyId, Principal, form::Draft, id::Uuid};
use monitoring::{
    MonitoringError, NewReading, Status, query,
    service::{reading_correct, reading_record},
};
use sea_orm::ConnectionTrait;
use store::thread;
use testkit::{Ground, on_both_engines};

const APPROVED: Date = Date::constant(2026, 1, 10);

fn place() -> Place {
    Place { body: BodyId(Uuid::from_u128(7)), slug: "prova".into() }
}

fn at(day: Date, value: f64) -> NewReading {
    NewReading { day: Some(day), value: Some(value), ..NewReading::default() }
}

/// A published Agenda of one action with two indicators, `IN-01` (0 to 100) and `IN-02` (41 days down to 20).
async fn published(ground: &Ground) {
    let (store, place, who) = (&ground.store, place(), Principal::anonymous());
    let origin = Origin {
        kind: "need".into(),
        id: Uuid::from_u128(1),
        title: "Idea".into(),
        href: "/prova/idea".into(),
    };
    let site = participation::service::Site {
        body: place.body,
        slug: place.slug.clone(),
        name: "Ente di prova".into(),
        base_url: "https://agio.example".into(),
    };
    let content = ActionContent {
        title: "Sportelli al mercato".into(),
        summary: "Un facilitatore gira nei mercati.".into(),
        end: Some(Date::constant(2027, 1, 10)),
        responsible: "Servizio sociale".into(),
        inclusion: "Aiuto di persona, anche a casa.".into(),
        ..ActionContent::default()
    };
    let code = service::action_create(store, &site, &who, content, vec![origin]).await.unwrap();
    let result = ResultContent {
        text: "Ogni quartiere ha uno sportello.".into(),
        ..ResultContent::default()
    };
    let result = service::result_add(store, &place, &who, &code, result).await.unwrap();
    let one = IndicatorContent {
        name: "Persone aiutate".into(),
        unit: "persone".into(),
        polarity: Some(Polarity::Higher),
        baseline: Some(0.0),
        baseline_day: Some(APPROVED),
        targets: vec![Target::value(Date::constant(2027, 1, 10), 100.0)],
        source: "Registro".into(),
        frequency: Some(Frequency::Quarterly),
        ..IndicatorContent::default()
    };
    let two = IndicatorContent {
        name: "Giorni di attesa".into(),
        unit: "giorni".into(),
        polarity: Some(Polarity::Lower),
        baseline: Some(41.0),
        targets: vec![Target::value(Date::constant(2027, 1, 10), 20.0)],
        decimals: 1,
        ..one.clone()
    };
    for content in [one, two] {
        service::indicator_add(store, &place, &who, &code, &result, content).await.unwrap();
    }
    let text = VersionText {
        title: "Agenda".into(),
        promise: "Sarà più semplice.".into(),
        reason: String::new(),
        profile_snapshot: None,
    };
    service::draft_open(store, &place, &who, text).await.unwrap();
    let act = Act { name: "Delibera 1".into(), day: APPROVED };
    service::version_approve(store, &place, &who, act).await.unwrap();
    service::version_publish(store, &place, &who, 1).await.unwrap();
}

#[tokio::test]
async fn readings_reach_the_follow_up_and_the_thread() {
    on_both_engines(
        &[participation::MIGRATIONS, agenda::MIGRATIONS, monitoring::MIGRATIONS],
        |ground| async move {
            let (store, place, who) = (&ground.store, place(), Principal::anonymous());
            let today = Date::constant(2026, 11, 23);
            assert!(query::follow_up(store, place.body, today).await.unwrap().is_none());
            published(&ground).await;
            let silent = query::follow_up(store, place.body, today).await.unwrap().unwrap();
            assert_eq!((silent.count(Status::NoData), silent.progress()), (2, None));
            assert_eq!(silent.overdue().len(), 2);

            reading_record(store, &place, &who, "IN-01", at(Date::constant(2026, 7, 1), 45.0))
                .await
                .unwrap();
            reading_record(store, &place, &who, "IN-01", at(Date::constant(2026, 11, 1), 90.0))
                .await
                .unwrap();
            let follow = query::follow_up(store, place.body, today).await.unwrap().unwrap();
            let seen: Vec<_> = follow
                .indicators()
                .map(|i| (i.indicator.code.as_str(), i.assessment.status))
                .collect();
            assert_eq!(
                seen,
                [("IN-02", Status::NoData), ("IN-01", Status::OnTrack)],
                "silent ones come first"
            );
            assert_eq!(follow.actions[0].status, Some(Status::NoData));
            assert_eq!(follow.progress(), Some(0.9));

            let steps = thread::walk(
                store,
                place.body,
                ("need", Uuid::from_u128(1)),
                thread::Direction::Forward,
            )
            .await
            .unwrap();
            let readings: Vec<_> =
                steps.iter().filter(|s| s.kind == "reading").map(|s| s.note.as_str()).collect();
            assert_eq!(readings, ["90 persone (1º novembre 2026)"], "the latest alone");
            let indicator = steps
                .iter()
                .find(|s| s.kind == "indicator" && s.label.starts_with("IN-01"))
                .unwrap();
            assert_eq!(indicator.note, "90 persone (1º novembre 2026)");

            // Three months and the days of grace later, the same number is late and no longer good.
            let later =
                query::follow_up_action(store, place.body, "AZ-01", Date::constant(2027, 2, 20))
                    .await
                    .unwrap();
            assert!(later.indicators.iter().all(|i| !i.assessment.status.is_good()), "{later:?}");
            assert_eq!(later.progress, None);
        },
    )
    .await;
}

#[tokio::test]
async fn a_correction_keeps_the_old_reading_and_happens_once() {
    on_both_engines(
        &[participation::MIGRATIONS, agenda::MIGRATIONS, monitoring::MIGRATIONS],
        |ground| async move {
            let (store, place, who) = (&ground.store, place(), Principal::anonymous());
            published(&ground).await;
            let day = Date::constant(2026, 11, 1);
            let old = reading_record(store, &place, &who, "IN-01", at(day, 95.0)).await.unwrap();
            assert!(matches!(
                reading_record(store, &place, &who, "IN-01", at(day, 50.0)).await,
                Err(MonitoringError::DayTaken)
            ));
            let wrong = reading_correct(store, &place, &who, old, at(day, 50.0), " ").await;
            assert!(matches!(wrong, Err(MonitoringError::ReasonNeeded)));
            let new = reading_correct(store, &place, &who, old, at(day, 50.0), "Contato due volte")
                .await
                .unwrap();
            let again = reading_correct(store, &place, &who, old, at(day, 51.0), "Ancora").await;
            assert!(matches!(again, Err(MonitoringError::AlreadyCorrected)));
            let (before, after) = (
                query::reading(store, place.body, old).await.unwrap(),
                query::reading(store, place.body, new).await.unwrap(),
            );
            assert_eq!((before.value, before.corrected), (95.0, true));
            assert_eq!(
                (after.value, after.supersedes, after.reason.as_str()),
                (50.0, Some(old), "Contato due volte")
            );
            assert_eq!(query::history(store, place.body, after.indicator).await.unwrap().len(), 2);
            let follow = query::follow_up(store, place.body, Date::constant(2026, 11, 23))
                .await
                .unwrap()
                .unwrap();
            let one = follow.indicators().find(|i| i.indicator.code == "IN-01").unwrap();
            assert_eq!(
                (one.assessment.status, one.assessment.progress, one.readings.len()),
                (Status::Behind, Some(0.5), 1)
            );
            // Not even a bare statement overwrites a reading.
            for sql in ["UPDATE reading SET value = 1", "DELETE FROM reading"] {
                let _: Result<(), MonitoringError> = store
                    .write(place.body, sql, |tx, sql| {
                        Box::pin(async move {
                            tx.conn().execute_unprepared(sql).await?;
                            Ok(())
                        })
                    })
                    .await;
                assert_eq!(query::reading(store, place.body, old).await.unwrap(), before, "{sql}");
            }
        },
    )
    .await;
}

#[tokio::test]
async fn bad_readings_are_refused_and_leave_nothing() {
    on_both_engines(
        &[participation::MIGRATIONS, agenda::MIGRATIONS, monitoring::MIGRATIONS],
        |ground| async move {
            let (store, place, who) = (&ground.store, place(), Principal::anonymous());
            published(&ground).await;
            let day = Date::constant(2026, 11, 1);
            let ratio = |value, n, d| NewReading {
                day: Some(day),
                value,
                numerator: n,
                denominator: d,
                ..NewReading::default()
            };
            for (bad, field) in [
                (at(Date::constant(2026, 11, 24), 1.0), "day"),
                (at(Date::constant(2026, 1, 9), 1.0), "day"),
                (NewReading { value: Some(1.0), ..NewReading::default() }, "day"),
                (ratio(None, None, None), "value"),
                (at(day, f64::NAN), "value"),
                (ratio(None, Some(1.0), None), "denominator"),
                (ratio(None, None, Some(1.0)), "numerator"),
                (ratio(None, Some(1.0), Some(0.0)), "denominator"),
                (ratio(Some(40.0), Some(7347.0), Some(186.0)), "value"),
            ] {
                match reading_record(store, &place, &who, "IN-02", bad.clone()).await {
                    Err(MonitoringError::Invalid(errors)) => {
                        assert_eq!(errors[0].field, field, "{bad:?}");
                    }
                    other => panic!("{bad:?}: {other:?}"),
                }
            }
            let unknown = reading_record(store, &place, &who, "IN-99", at(day, 1.0)).await;
            assert!(matches!(unknown, Err(MonitoringError::Agenda(AgendaError::NotFound))));
            let follow = query::follow_up(store, place.body, day).await.unwrap().unwrap();
            assert_eq!(follow.count(Status::NoData), 2);
            let live = agenda::query::actions(store, place.body).await.unwrap();
            assert!(
                live[0].indicators().all(|i| i.state == agenda::IndicatorState::BaselineMeasured)
            );
            // A real one: 7,347 days waited by 186 people.
            let id = reading_record(
                store,
                &place,
                &who,
                "IN-02",
                ratio(None, Some(7347.0), Some(186.0)),
            )
            .await
            .unwrap();
            let value = query::reading(store, place.body, id).await.unwrap().value;
            assert!((value - 39.5).abs() < 1e-9);
            let closed = service::indicator_close(store, &place, &who, "IN-02").await;
            assert!(closed.is_ok());
            let late =
                reading_record(store, &place, &who, "IN-02", at(Date::constant(2026, 11, 2), 1.0))
                    .await;
            assert!(matches!(
                late,
                Err(MonitoringError::Agenda(AgendaError::WrongIndicatorState(_)))
            ));
        },
    )
    .await;
}

#[test]
fn the_form_reads_italian_numbers() {
    let pairs =
        [("day", "01/11/2026"), ("value", "1.234,5"), ("comment", "ok"), ("provisional", "on")];
    let mut draft =
        Draft::new(pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect());
    let read = NewReading::read(&mut draft).unwrap();
    assert_eq!(
        (read.value, read.day, read.provisional),
        (Some(1234.5), Some(Date::constant(2026, 11, 1)), true)
    );
    let pairs = [("day", "31/02/2026"), ("value", "=1+1")];
    let mut draft =
        Draft::new(pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect());
    let Err(MonitoringError::Invalid(errors)) = NewReading::read(&mut draft) else {
        panic!("accepted")
    };
    assert_eq!(errors.iter().map(|e| e.field).collect::<Vec<_>>(), ["day", "value"]);
}
