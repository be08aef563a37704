//! What the rules notice, and decisions that survive a new look.

use jiff::civil::date;
use kernel::form::FieldError;
use profile::{
    ProfileError, Register, exchanges,
    findings::{
        Around, FindingState, Picture, Refusal,
        service::{self, Decision, Look, NeedWords},
        store::FindingRow,
    },
    service::{Target, save},
};
use store::Store;

use crate::{clerk, here, import, on_both, pairs};

const SERVICES: &str = "codice;nome;aree;comuni;gestore\n\
    S1;Sportello sociale;ANZ;Guastalla;Unione\n\
    S2;Aiuto a casa;DIS;;\n";
const DATABASES: &str = "codice;nome;titolare;scadenza contratto\n\
    D1;Cartella sociale;Unione;31/12/2026\n";

fn around() -> Around {
    let municipalities = [("035024", "Guastalla"), ("035005", "Boretto")];
    Around {
        municipalities: municipalities.map(|(a, b)| (a.to_owned(), b.to_owned())).into(),
        ..Around::default()
    }
}

async fn look(store: &Store) -> Look {
    service::recompute(store, here().body, &clerk(), around(), "web").await.unwrap()
}

async fn all(store: &Store, state: FindingState) -> Vec<FindingRow> {
    service::page(store, here().body, state, "", None, 200).await.unwrap().rows
}

async fn of(store: &Store, state: FindingState, rule: &str, subject: &str) -> FindingRow {
    let rows = all(store, state).await;
    let found = rows.iter().find(|row| row.rule == rule && row.subject == subject);
    found.unwrap_or_else(|| panic!("no {rule} {subject} {}: {rows:?}", state.code())).clone()
}

#[tokio::test]
async fn findings_are_computed_decided_and_kept() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        assert_eq!(look(store).await, Look::default(), "nothing to say of an empty profile");
        import(store, Register::Services, SERVICES).await.unwrap();
        import(store, Register::Databases, DATABASES).await.unwrap();
        let first = look(store).await;
        assert!(first.new > 5, "{first:?}");
        let events = store::events::latest(store.read(), body).await.unwrap();
        assert_eq!(look(store).await, Look::default());
        let after = store::events::latest(store.read(), body).await.unwrap();
        assert_eq!(events, after, "a look that changes nothing writes nothing");

        // Every rule's finding about these three records is there, once.
        let gap = of(store, FindingState::Open, "area-without-service", "ANZ").await;
        let alone = of(store, FindingState::Open, "service-without-database", "S1").await;
        of(store, FindingState::Open, "orphan-database", "D1").await;
        of(store, FindingState::Open, "no-owner", "service:S2").await;
        let contract = of(store, FindingState::Open, "contract-ends", "D1").await;

        // Accepted: a need, on the thread, joined to the service that shows it.
        let words =
            NeedWords { words: "Uno sportello che lasci traccia".into(), ..NeedWords::default() };
        let number =
            service::decide(store, &here(), &clerk(), alone.id, Decision::Accept(words.clone()))
                .await
                .unwrap();
        assert_eq!(number, Some(1));
        let need = service::need(store, body, 1).await.unwrap();
        assert_eq!(need.finding_id, Some(alone.id));
        let s1 = profile::public::service(store, body, "S1").await.unwrap().unwrap().kept.id;
        let forward = store::thread::Direction::Forward;
        let steps = store::thread::walk(store, body, ("service", s1), forward).await.unwrap();
        assert!(steps.iter().any(|s| s.kind == "need" && s.label == words.words), "{steps:?}");

        let twice =
            service::decide(store, &here(), &clerk(), alone.id, Decision::Accept(words)).await;
        assert!(matches!(twice, Err(ProfileError::Finding(Refusal::Decided))), "{twice:?}");
        let past = Decision::Postpone(date(2020, 1, 1));
        let past = service::decide(store, &here(), &clerk(), gap.id, past).await;
        assert!(matches!(past, Err(ProfileError::Finding(Refusal::NotLater))), "{past:?}");
        let later = Decision::Postpone(date(2026, 11, 25));
        service::decide(store, &here(), &clerk(), gap.id, later).await.unwrap();
        let no = Decision::Dismiss("Il contratto si rinnova da solo".into());
        service::decide(store, &here(), &clerk(), contract.id, no).await.unwrap();

        assert_eq!(look(store).await, Look::default(), "decisions survive a new look");
        ground.clock.advance_seconds(3 * 86_400);
        let woken = look(store).await;
        assert_eq!((woken.reopened, woken.new), (1, 0), "the postponed one woke on its day");
        assert_eq!(of(store, FindingState::Dismissed, "contract-ends", "D1").await.id, contract.id);

        // The service gets its database: the finding is resolved; without it, it returns.
        let place = here();
        profile::service::link(store, &place, &clerk(), "S1", "D1", profile::Access::Write, "file")
            .await
            .unwrap();
        let mended = look(store).await;
        assert_eq!(mended.resolved, 2, "the service and the orphan: {mended:?}");
        let gone = of(store, FindingState::Resolved, "service-without-database", "S1").await;
        assert!(gone.resolved_at.is_some() && gone.need_id == Some(need.id));
        profile::service::unlink(store, &place, &clerk(), "S1", "D1").await.unwrap();
        assert_eq!(look(store).await.reopened, 2);
        let back = of(store, FindingState::Open, "service-without-database", "S1").await;
        assert_eq!(back.id, alone.id);
        service::decide(store, &here(), &clerk(), contract.id, Decision::TakeBack).await.unwrap();
        of(store, FindingState::Open, "contract-ends", "D1").await;
        store::audit::verify(store, body).await.unwrap();

        // Another body sees none of it.
        let other = profile::service::Place {
            body: kernel::BodyId(kernel::id::Uuid::from_u128(8)),
            slug: "altrove".into(),
        };
        let refused =
            service::decide(store, &other, &clerk(), contract.id, Decision::TakeBack).await;
        assert!(matches!(refused, Err(ProfileError::NotFound)), "{refused:?}");
        assert!(service::counted(store, other.body).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_need_without_an_offer_is_noticed_until_a_service_answers() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, SERVICES).await.unwrap();
        let empty = service::write_need(store, &here(), &clerk(), NeedWords::default()).await;
        let Err(ProfileError::Invalid(errors)) = empty else { panic!("{empty:?}") };
        assert_eq!(errors, [FieldError { field: "words", key: "form-required", n: None }]);
        let words = NeedWords {
            words: "Accompagnare chi non guida alle visite".into(),
            areas: vec!["ANZ".into()],
            municipalities: vec!["035005".into()],
            ..NeedWords::default()
        };
        assert_eq!(service::write_need(store, &here(), &clerk(), words).await.unwrap(), 1);
        look(store).await;
        of(store, FindingState::Open, "need-without-offer", "1").await;
        let typed = [("name", "Trasporto"), ("areas", "ANZ"), ("municipalities", "035005")];
        let place = here();
        save(store, &place, &clerk(), Register::Services, Target::New, pairs(&typed))
            .await
            .unwrap();
        look(store).await;
        of(store, FindingState::Resolved, "need-without-offer", "1").await;
    })
    .await;
}

#[tokio::test]
async fn the_need_of_a_plan_sheet_is_noticed_and_becomes_a_need() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        import(store, Register::Services, SERVICES).await.unwrap();
        let sheets = "codice;titolo;aree istat;ambito;bisogni;annullata\n\
            SP1;Non da soli;DIP;Boretto;Chi ha una dipendenza non trova nessuno;no\n\
            SP2;Vecchia;DIP;;Non serve più;si\n\
            SP3;Restare a casa;ANZ;Guastalla;Chi è anziano vuole restare a casa;no\n";
        import(store, Register::PlanSheets, sheets).await.unwrap();
        look(store).await;
        let rows = all(store, FindingState::Open).await;
        let of_sheets: Vec<&str> = rows
            .iter()
            .filter(|row| row.rule == "need-without-offer")
            .map(|row| row.subject.as_str())
            .collect();
        assert_eq!(of_sheets, ["plan_sheet:SP1"]);
        let found = of(store, FindingState::Open, "need-without-offer", "plan_sheet:SP1").await;
        let words = NeedWords { words: "Qualcuno a cui rivolgersi".into(), ..NeedWords::default() };
        service::decide(store, &here(), &clerk(), found.id, Decision::Accept(words)).await.unwrap();
        let sheet = profile::public::plan_sheet(store, body, "SP1").await.unwrap().unwrap().kept.id;
        let forward = store::thread::Direction::Forward;
        let steps = store::thread::walk(store, body, ("plan_sheet", sheet), forward).await.unwrap();
        assert!(steps.iter().any(|step| step.kind == "need"), "{steps:?}");

        // A service that carries the sheet out answers it.
        let typed = [("name", "Gruppo di ascolto"), ("plan_sheets", "sp1"), ("areas", "POV")];
        let place = here();
        save(store, &place, &clerk(), Register::Services, Target::New, pairs(&typed))
            .await
            .unwrap();
        look(store).await;
        of(store, FindingState::Resolved, "need-without-offer", "plan_sheet:SP1").await;
    })
    .await;
}

#[tokio::test]
async fn findings_are_paged_by_key_without_repeats() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        import(store, Register::Services, SERVICES).await.unwrap();
        import(store, Register::Databases, DATABASES).await.unwrap();
        look(store).await;
        let whole = all(store, FindingState::Open).await;
        let (mut pieces, mut after) = (Vec::new(), None);
        loop {
            let page = service::page(store, body, FindingState::Open, "", after, 3).await.unwrap();
            pieces.extend(page.rows);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(pieces, whole);
        assert!(whole.is_sorted_by_key(|row| -row.severity));
        let picture = Picture::load(store, body, around()).await.unwrap();
        assert_eq!((picture.services.len(), picture.databases.len()), (2, 1));
        assert_eq!(profile::findings::look(&picture).len(), whole.len());
    })
    .await;
}

#[tokio::test]
async fn databases_say_what_they_exchange() {
    on_both(|ground| async move {
        let (store, body, place) = (&ground.store, here().body, here());
        let two =
            "codice;nome;tipo;entita\nA;Cartella;locale;persone\nB;Sportello;locale;persone\n";
        import(store, Register::Databases, two).await.unwrap();
        look(store).await;
        of(store, FindingState::Open, "asked-twice", "entity:persone").await;
        let written = exchanges::Written {
            from: "A".into(),
            to: "B".into(),
            means: "file".into(),
            ..Default::default()
        };
        let mut wrong = written.clone();
        wrong.to = "A".into();
        let refused = exchanges::put(store, &place, &clerk(), wrong).await;
        assert!(matches!(refused, Err(ProfileError::Invalid(_))), "{refused:?}");
        exchanges::put(store, &place, &clerk(), written).await.unwrap();
        let a = profile::public::database(store, body, "A").await.unwrap().unwrap().kept.id;
        let listed = exchanges::of(store, body, a).await.unwrap();
        assert_eq!((listed.len(), listed[0].to_name.as_str()), (1, "Sportello"));
        look(store).await;
        of(store, FindingState::Resolved, "asked-twice", "entity:persone").await;
        exchanges::remove(store, &place, &clerk(), "A", "B").await.unwrap();
        let again = exchanges::remove(store, &place, &clerk(), "A", "B").await;
        assert!(matches!(again, Err(ProfileError::NotFound)), "{again:?}");
    })
    .await;
}
