//! Use cases of the Agenda on both engines.
#![expect(clippy::unwrap_used, reason = "a test stops where something unexpected happens")]

mod texts_complete;

use agenda::{
    ActionContent, ActionState, ActionStep, AgendaError, Frequency, IndicatorContent,
    IndicatorState, Origin, Place, Polarity, ResultContent, Target, VersionState,
    form::{self, Act, VersionText},
    query,
    rules::{GapKind, Term},
    service::{self, ChosenProject},
};
use jiff::civil::Date;
use kernel::{BodyId, Cents, Principal, form::Draft, id::Uuid};
use sea_orm::ConnectionTrait;
use store::{search, thread};
use testkit::{Ground, on_both_engines};

const APPROVED: Date = Date::constant(2026, 11, 20);

fn place() -> Place {
    Place { body: BodyId(Uuid::from_u128(7)), slug: "prova".into() }
}

fn site() -> participation::service::Site {
    participation::service::Site {
        body: place().body,
        slug: "prova".into(),
        name: "Ente di prova".into(),
        base_url: "https://agio.example".into(),
    }
}

fn origin(kind: &str, n: u128, title: &str) -> Origin {
    Origin {
        kind: kind.into(),
        id: Uuid::from_u128(n),
        title: title.into(),
        href: format!("/prova/{kind}/{n}"),
    }
}

fn project(n: u128, title: &str) -> ChosenProject {
    ChosenProject {
        project: origin("project", n, title),
        summary: "Un facilitatore gira nei mercati con due tablet.".into(),
        cost: Some(Cents(950_000)),
        ideas: vec![origin("idea", 100 + n, "Aiuto con lo SPID")],
        areas: vec!["ANZ".into()],
        municipalities: vec!["035023".into()],
        source: String::new(),
        demonstrative: false,
    }
}

fn indicator() -> IndicatorContent {
    IndicatorContent {
        name: "Persone aiutate".into(),
        unit: "persone".into(),
        polarity: Some(Polarity::Higher),
        baseline: Some(0.0),
        baseline_day: Some(APPROVED),
        targets: vec![Target::value(Date::constant(2027, 11, 1), 7381.0)],
        source: "Registro degli sportelli".into(),
        frequency: Some(Frequency::Quarterly),
        ..IndicatorContent::default()
    }
}

fn text(reason: &str) -> VersionText {
    VersionText {
        title: "Agenda di prova".into(),
        promise: "Chiedere aiuto sarà più semplice.".into(),
        reason: reason.into(),
        profile_snapshot: None,
    }
}

fn act() -> Act {
    Act { name: "Delibera di Giunta n. 45".into(), day: APPROVED }
}

fn result() -> ResultContent {
    ResultContent {
        text: "Entro un anno ogni quartiere ha uno sportello.".into(),
        ..ResultContent::default()
    }
}

/// A project turned into a complete action.
async fn complete_action(ground: &Ground) -> String {
    let (store, place, who) = (&ground.store, place(), Principal::anonymous());
    let turned = service::actions_from_projects(
        store,
        &site(),
        &who,
        vec![project(1, "Sportelli al mercato")],
    )
    .await
    .unwrap();
    let code = turned[0].action.clone();
    let content = query::action(store, place.body, &code).await.unwrap().content;
    let content = ActionContent {
        end: Some(Date::constant(2027, 6, 30)),
        responsible: "Servizio sociale".into(),
        inclusion: "Aiuto di persona, anche a casa.".into(),
        ..content
    };
    service::action_edit(store, &place, &who, &code, content).await.unwrap();
    let result = service::result_add(store, &place, &who, &code, result()).await.unwrap();
    service::indicator_add(store, &place, &who, &code, &result, indicator()).await.unwrap();
    code
}

#[tokio::test]
async fn projects_become_actions_once_with_text_costs_and_origins() {
    on_both_engines(&[participation::MIGRATIONS, agenda::MIGRATIONS], |ground| async move {
        let (store, place, who) = (&ground.store, place(), Principal::anonymous());
        let projects = vec![project(1, "Sportelli al mercato"), project(2, "A tavola insieme")];
        let turned =
            service::actions_from_projects(store, &site(), &who, projects.clone()).await.unwrap();
        let seen: Vec<_> = turned.iter().map(|t| (t.action.as_str(), t.new)).collect();
        assert_eq!(seen, [("AZ-01", true), ("AZ-02", true)]);
        let action = query::action(store, place.body, "AZ-01").await.unwrap();
        assert_eq!(action.content.title, "Sportelli al mercato");
        assert_eq!(action.content.cost, Some(Cents(950_000)));
        assert_eq!(
            action.origins,
            [
                origin("project", 1, "Sportelli al mercato"),
                origin("idea", 101, "Aiuto con lo SPID")
            ]
        );
        let again = service::actions_from_projects(store, &site(), &who, projects).await.unwrap();
        let seen: Vec<_> = again.iter().map(|t| (t.action.as_str(), t.new)).collect();
        assert_eq!(seen, [("AZ-01", false), ("AZ-02", false)]);
        assert_eq!(query::actions(store, place.body).await.unwrap().len(), 2);
        let stranger = BodyId(Uuid::from_u128(8));
        assert!(matches!(
            query::action(store, stranger, "AZ-01").await,
            Err(AgendaError::NotFound)
        ));
    })
    .await;
}

#[tokio::test]
async fn an_incomplete_agenda_is_refused_with_the_list_of_what_is_missing() {
    on_both_engines(&[participation::MIGRATIONS, agenda::MIGRATIONS], |ground| async move {
        let (store, place, who) = (&ground.store, place(), Principal::anonymous());
        assert!(matches!(
            service::version_approve(store, &place, &who, act()).await,
            Err(AgendaError::NoDraft)
        ));
        service::draft_open(store, &place, &who, text("")).await.unwrap();
        assert!(matches!(
            service::draft_open(store, &place, &who, text("")).await,
            Err(AgendaError::DraftOpen)
        ));
        let gaps = query::open_checklist(store, place.body, APPROVED).await.unwrap();
        assert_eq!(gaps.iter().map(|g| g.kind).collect::<Vec<_>>(), [GapKind::NoActions]);

        let turned =
            service::actions_from_projects(store, &site(), &who, vec![project(1, "Sportelli")])
                .await
                .unwrap();
        let code = turned[0].action.as_str();
        let Err(AgendaError::Incomplete(gaps)) =
            service::version_approve(store, &place, &who, act()).await
        else {
            panic!("an action without end, office, inclusion and result was approved");
        };
        let kinds: Vec<_> = gaps.iter().map(|g| g.kind).collect();
        assert_eq!(
            kinds,
            [GapKind::NoEnd, GapKind::NoResponsible, GapKind::NoInclusion, GapKind::NoResult]
        );
        assert!(gaps.iter().all(|g| g.code == "AZ-01"));

        let ra = service::result_add(store, &place, &who, code, result()).await.unwrap();
        let bare =
            IndicatorContent { name: "Persone aiutate".into(), ..IndicatorContent::default() };
        let inn = service::indicator_add(store, &place, &who, code, &ra, bare).await.unwrap();
        let gaps = query::open_checklist(store, place.body, APPROVED).await.unwrap();
        let kinds: Vec<_> = gaps.iter().filter(|g| g.code == inn).map(|g| g.kind).collect();
        assert_eq!(
            kinds,
            [
                GapKind::NoUnit,
                GapKind::NoPolarity,
                GapKind::NoSource,
                GapKind::NoFrequency,
                GapKind::NoTarget,
                GapKind::NoBaseline
            ]
        );
        assert!(matches!(
            service::result_remove(store, &place, &who, code, &ra).await,
            Err(AgendaError::ResultInUse)
        ));
        // Nothing was approved half-way.
        assert_eq!(
            query::action(store, place.body, code).await.unwrap().state,
            ActionState::Proposed
        );
        assert_eq!(query::versions(store, place.body).await.unwrap()[0].state, VersionState::Draft);
        // A baseline still to be measured is enough, when it says by when.
        let later = IndicatorContent {
            baseline: None,
            baseline_day: None,
            baseline_due: Some(APPROVED),
            ..indicator()
        };
        service::indicator_edit(store, &place, &who, &inn, later).await.unwrap();
        let action = query::action(store, place.body, code).await.unwrap();
        assert_eq!(action.results[0].indicators[0].state, IndicatorState::Defined);
        service::indicator_remove(store, &place, &who, &inn).await.unwrap();
        service::result_remove(store, &place, &who, code, &ra).await.unwrap();
        assert!(query::action(store, place.body, code).await.unwrap().results.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_approved_version_is_frozen_and_a_later_edit_is_a_new_version() {
    on_both_engines(&[participation::MIGRATIONS, agenda::MIGRATIONS], |ground| async move {
        let (store, place, who) = (&ground.store, place(), Principal::anonymous());
        let code = complete_action(&ground).await;
        service::draft_open(store, &place, &who, text("")).await.unwrap();
        let first = service::version_approve(store, &place, &who, act()).await.unwrap();
        assert_eq!(first.hash.len(), 64);
        let frozen = query::version(store, place.body, 1).await.unwrap();
        assert_eq!(
            frozen.snapshot.freeze().unwrap().1,
            first.hash,
            "the fingerprint can be computed again"
        );
        assert_eq!(frozen.of_term(Term::Short).count(), 1);
        assert_eq!(
            query::action(store, place.body, &code).await.unwrap().state,
            ActionState::Approved
        );

        // Not public before it is published.
        assert!(query::published(store, place.body).await.unwrap().is_none());
        assert!(matches!(
            query::public_action(store, place.body, &code).await,
            Err(AgendaError::NotFound)
        ));
        assert!(matches!(
            service::draft_open(store, &place, &who, text("")).await,
            Err(AgendaError::PublishFirst)
        ));
        service::version_publish(store, &place, &who, 1).await.unwrap();
        assert!(matches!(
            service::version_publish(store, &place, &who, 1).await,
            Err(AgendaError::WrongVersionState(VersionState::Published))
        ));
        let hits =
            search::find(store, Some(place.body), Some("action"), "mercato", 5).await.unwrap();
        assert_eq!(hits[0].href, "/prova/agenda/azioni/AZ-01");

        // The thread goes from the project to the action, its result and its indicator.
        let steps = thread::walk(
            store,
            place.body,
            ("project", Uuid::from_u128(1)),
            thread::Direction::Forward,
        )
        .await
        .unwrap();
        let seen: Vec<_> = steps.iter().map(|s| (s.kind.as_str(), s.note.as_str())).collect();
        assert_eq!(
            seen,
            [("action", "=agenda-action-approved"), ("result", ""), ("indicator", "persone")]
        );

        // An edit leaves the published text alone and shows up as a difference.
        assert!(query::difference(store, place.body, None).await.unwrap().is_empty());
        let content = ActionContent {
            title: "Sportelli ovunque".into(),
            ..frozen.snapshot.actions[0].content.clone()
        };
        service::action_edit(store, &place, &who, &code, content).await.unwrap();
        let (agenda, action) = query::public_action(store, place.body, &code).await.unwrap();
        assert_eq!(
            (action.content.title.as_str(), agenda.version.number),
            ("Sportelli al mercato", 1)
        );
        let differences = query::difference(store, place.body, None).await.unwrap();
        assert_eq!(differences[0].parts, ["title"]);

        // The new version has another fingerprint and the old one keeps its own.
        assert!(matches!(
            service::draft_open(store, &place, &who, text("")).await,
            Err(AgendaError::ReasonNeeded)
        ));
        service::draft_open(store, &place, &who, text("Arrivano gli altri comuni")).await.unwrap();
        let second = service::version_approve(store, &place, &who, act()).await.unwrap();
        assert_ne!(second.hash, first.hash);
        service::version_publish(store, &place, &who, 2).await.unwrap();
        assert_eq!(query::version(store, place.body, 1).await.unwrap().snapshot, frozen.snapshot);
        let states: Vec<_> =
            query::versions(store, place.body).await.unwrap().iter().map(|v| v.state).collect();
        assert_eq!(states, [VersionState::Published, VersionState::Superseded]);
        assert_eq!(
            query::public_action(store, place.body, &code).await.unwrap().1.content.title,
            "Sportelli ovunque"
        );
    })
    .await;
}

#[tokio::test]
async fn a_version_cites_the_snapshot_of_the_profile_it_starts_from() {
    let all = [profile::MIGRATIONS, participation::MIGRATIONS, agenda::MIGRATIONS];
    on_both_engines(&all, |ground| async move {
        let (store, place, who) = (&ground.store, place(), Principal::anonymous());
        complete_action(&ground).await;
        assert_eq!(query::snapshot_to_cite(store, place.body).await.unwrap(), None);
        let unknown = VersionText { profile_snapshot: Some(1), ..text("") };
        let refused = service::draft_open(store, &place, &who, unknown.clone()).await;
        let Err(AgendaError::Invalid(errors)) = refused else { panic!("{refused:?}") };
        assert_eq!(errors[0].field, "profile_snapshot");
        assert!(
            query::versions(store, place.body).await.unwrap().is_empty(),
            "nothing was written"
        );

        let at = profile::service::Place { body: place.body, slug: place.slug.clone() };
        for title in ["Prima dell’ascolto", "Dopo"] {
            profile::snapshot::take(store, &at, &who, title).await.unwrap();
        }
        assert_eq!(query::snapshot_to_cite(store, place.body).await.unwrap(), Some(2));
        profile::snapshot::publish(store, &at, &who, 1).await.unwrap();
        let newest = query::snapshot_to_cite(store, place.body).await.unwrap();
        assert_eq!(newest, Some(1), "what everybody may read comes first");
        service::draft_open(store, &place, &who, unknown).await.unwrap();
        let other = VersionText { profile_snapshot: Some(2), ..text("") };
        service::draft_edit(store, &place, &who, other).await.unwrap();
        let first = service::version_approve(store, &place, &who, act()).await.unwrap();
        let frozen = query::version(store, place.body, 1).await.unwrap();
        let cited = frozen.snapshot.profile.clone().unwrap();
        let (kept, _) = profile::snapshot::read(store, place.body, 2).await.unwrap();
        assert_eq!((cited.number, cited.title.as_str(), &cited.hash), (2, "Dopo", &kept.hash));
        assert_eq!(cited.day, kept.day());
        assert_eq!(frozen.snapshot.freeze().unwrap().1, first.hash);
        let mut without = frozen.snapshot.clone();
        without.profile = None;
        assert_ne!(without.freeze().unwrap().1, first.hash, "the citation is under the seal");
    })
    .await;
}

#[test]
fn versions_frozen_before_citations_keep_their_fingerprint() {
    let old = r#"{"layout":1,"number":1,"title":"A","promise":"B","reason":"","act":"C","approved":"2026-11-20","actions":[]}"#;
    let hash = agenda::version::fingerprint(old);
    let read = agenda::version::Snapshot::thaw(old, &hash).unwrap();
    assert_eq!(read.profile, None);
    assert_eq!(read.freeze().unwrap(), (old.to_owned(), hash));
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_a_frozen_version() {
    on_both_engines(&[participation::MIGRATIONS, agenda::MIGRATIONS], |ground| async move {
        let (store, place, who) = (&ground.store, place(), Principal::anonymous());
        complete_action(&ground).await;
        service::draft_open(store, &place, &who, text("")).await.unwrap();
        service::version_approve(store, &place, &who, act()).await.unwrap();
        for sql in ["UPDATE agenda_version SET snapshot = 'x'", "DELETE FROM agenda_version"] {
            let _: Result<(), AgendaError> = store
                .write(place.body, sql, |tx, sql| {
                    Box::pin(async move {
                        tx.conn().execute_unprepared(sql).await?;
                        Ok(())
                    })
                })
                .await;
            assert!(query::version(store, place.body, 1).await.is_ok(), "{sql}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_action_moves_along_its_arrows_alone_and_says_why() {
    on_both_engines(&[participation::MIGRATIONS, agenda::MIGRATIONS], |ground| async move {
        let (store, place, who) = (&ground.store, place(), Principal::anonymous());
        let code = complete_action(&ground).await;
        let take = |step, reason| service::action_move(store, &place, &who, &code, step, reason);
        let place = place.clone();
        assert!(matches!(
            take(ActionStep::Start, "").await,
            Err(AgendaError::WrongActionState(ActionState::Proposed))
        ));
        service::draft_open(store, &place, &who, text("")).await.unwrap();
        service::version_approve(store, &place, &who, act()).await.unwrap();
        service::version_publish(store, &place, &who, 1).await.unwrap();
        assert_eq!(take(ActionStep::Start, "").await.unwrap(), ActionState::InProgress);
        assert!(matches!(take(ActionStep::Suspend, "  ").await, Err(AgendaError::ReasonNeeded)));
        assert_eq!(
            take(ActionStep::Suspend, "Manca il personale").await.unwrap(),
            ActionState::Suspended
        );
        let (agenda, action) = query::public_action(store, place.body, &code).await.unwrap();
        assert_eq!(action.state, ActionState::Suspended);
        let changes = query::action_changes(store, place.body, action.id).await.unwrap();
        let reasons: Vec<_> =
            changes.iter().map(|c| (c.to_state.as_str(), c.reason.as_str())).collect();
        assert!(reasons.contains(&("suspended", "Manca il personale")), "{reasons:?}");
        let rows = agenda::export::action_rows(&agenda);
        assert_eq!(
            (rows[0].term, rows[0].state, rows[0].cost_cents),
            ("short", "suspended", Some(950_000))
        );
        assert_eq!(agenda::export::indicator_rows(&agenda)[0].target_min, Some(7381.0));
    })
    .await;
}

fn draft(pairs: &[(&str, &str)]) -> Draft {
    Draft::new(pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
}

#[test]
fn forms_say_what_is_wrong_field_by_field() {
    let mut bad = draft(&[
        ("title", ""),
        ("summary", "Dieci lettere almeno"),
        ("kind", "network"),
        ("inclusion", "Anche allo sportello."),
        ("start", "31/02/2027"),
        ("cost", "-5"),
        ("funding_source", "Fondo"),
        ("funding_cents", "=1+1"),
    ]);
    let Err(AgendaError::Invalid(errors)) = form::action(&mut bad) else { panic!("accepted") };
    let fields: Vec<_> = errors.iter().map(|e| e.field).collect();
    assert_eq!(fields, ["title", "start", "cost", "funding_cents"]);

    let mut good = draft(&[
        ("name", "Giorni di attesa"),
        ("kind", "outcome"),
        ("polarity", "range"),
        ("target_day", "31/12/2027"),
        ("target_min", "1.000,5"),
        ("target_max", "2.000"),
    ]);
    let read = form::indicator(&mut good, APPROVED).unwrap();
    assert_eq!(
        read.targets,
        [Target { day: Date::constant(2027, 12, 31), min: 1000.5, max: 2000.0 }]
    );
    let mut bad = draft(&[
        ("name", "abc"),
        ("kind", "outcome"),
        ("baseline", "3"),
        ("target_day", "31/12/2027"),
        ("target_min", "x"),
    ]);
    let Err(AgendaError::Invalid(errors)) = form::indicator(&mut bad, APPROVED) else {
        panic!("accepted")
    };
    let fields: Vec<_> = errors.iter().map(|e| e.field).collect();
    assert_eq!(fields, ["target_min", "baseline_day"]);
}
