//! Actors, claims and proposals: who keeps a card, and what becomes of what they propose.

use kernel::{PersonId, Principal, email::Email, id::Uuid};
use profile::{
    ProfileError, Register,
    actors::{self, ActorFields, ActorForm},
    claims::{self, ClaimState, service::Decision},
    proposals::{ProposalState, service as proposals},
    public,
    service::{self, Place, Target},
    todo,
};
use store::{Store, outbox};

use crate::{clerk, here, on_both, pairs, site};

/// Somebody with an account.
fn person(n: u128) -> Principal {
    Principal { person: Some(PersonId(Uuid::from_u128(n))), ..Principal::anonymous() }
}

fn address() -> Option<Email> {
    Email::parse("presidente@auser.example")
}

async fn card(store: &Store, name: &str) -> String {
    let typed = pairs(&[("name", name), ("place", "Via Roma 1"), ("opening_hours", "8-12")]);
    service::save(store, &here(), &clerk(), Register::Services, Target::New, typed)
        .await
        .unwrap()
        .code
}

fn asks(organisation: &str) -> Vec<(String, String)> {
    pairs(&[("organisation", organisation), ("why", "Lo facciamo noi dal 1998.")])
}

fn yes() -> Decision {
    let (actor, answer) = (String::new(), "Benvenuti".to_owned());
    Decision::Accept { actor, form: ActorForm::Voluntary, answer }
}

/// A person keeps the card of a new service; gives its code.
async fn kept(store: &Store, who: &Principal, name: &str) -> String {
    let (site, code) = (site(), card(store, name).await);
    let id =
        claims::service::ask(store, &site, who, address(), &code, asks("AUSER")).await.unwrap();
    claims::service::decide(store, &site, &clerk(), address(), id, yes()).await.unwrap();
    code
}

async fn value(store: &Store, code: &str, field: &str) -> String {
    let kept = service::record(store, here().body, Register::Services, code).await.unwrap();
    kept.values.get(Register::Services, field).to_owned()
}

async fn version(store: &Store, code: &str) -> i64 {
    service::record(store, here().body, Register::Services, code).await.unwrap().version
}

#[tokio::test]
async fn an_actor_is_written_edited_and_found() {
    on_both(|ground| async move {
        let (store, place) = (&ground.store, here());
        let typed = pairs(&[
            ("name", "  Auser  Guastalla "),
            ("form", "odv"),
            ("areas", "ANZ"),
            ("municipalities", "035024"),
            ("email", "Sede@Auser.example"),
            ("website", "https://auser.example"),
            ("runts", "yes"),
        ]);
        let fields = ActorFields::read(typed).unwrap();
        let code =
            actors::service::save(store, &place, &clerk(), None, fields.clone()).await.unwrap();
        assert_eq!(code, "auser-guastalla");
        let (actor, cards) = actors::service::actor(store, place.body, &code).await.unwrap();
        assert_eq!((actor.fields.name.as_str(), actor.version), ("Auser Guastalla", 1));
        assert_eq!(actor.fields.email, "sede@auser.example");
        assert!(cards.is_empty());

        let twice = actors::service::save(store, &place, &clerk(), None, fields.clone()).await;
        assert!(matches!(twice, Err(ProfileError::Invalid(_))), "one name, one actor");
        let edited = ActorFields { phone: "0522 000000".into(), runts: None, ..fields };
        let seen = Some((code.clone(), 1));
        actors::service::save(store, &place, &clerk(), seen.clone(), edited.clone()).await.unwrap();
        let late = ActorFields { place: "Via Roma".into(), ..edited };
        let late = actors::service::save(store, &place, &clerk(), seen, late).await;
        assert!(matches!(late, Err(ProfileError::Stale)));

        let filter = actors::service::Filter { area: "ANZ".into(), ..Default::default() };
        let page = actors::service::list(store, place.body, &filter, None, 10).await.unwrap();
        assert_eq!((page.actors.len(), page.next), (1, None));
        let filter = actors::service::Filter { words: "guast%".into(), ..Default::default() };
        let page = actors::service::list(store, place.body, &filter, None, 10).await.unwrap();
        assert!(page.actors.is_empty(), "a per cent sign is a letter like any other");
        let found = store::search::find(store, Some(place.body), None, "auser", 5).await.unwrap();
        assert_eq!(found.len(), 1);

        let wrong = ActorFields::read(pairs(&[
            ("form", "ditta"),
            ("areas", "XYZ"),
            ("email", "senza chiocciola"),
            ("website", "javascript:alert(1)"),
        ]));
        let wrong: Vec<_> = wrong.unwrap_err().into_iter().map(|error| error.field).collect();
        assert_eq!(wrong, ["name", "form", "areas", "email", "website"]);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_claims_a_card_and_loses_it_again() {
    on_both(|ground| async move {
        let (store, site, anna) = (&ground.store, site(), person(1));
        let code = card(store, "Taxi sociale").await;
        let ask = |who: Principal, typed| {
            let (site, code) = (site.clone(), code.clone());
            async move { claims::service::ask(store, &site, &who, address(), &code, typed).await }
        };
        let nobody = ask(Principal::anonymous(), asks("AUSER")).await;
        assert!(matches!(nobody, Err(ProfileError::NotAllowed)));
        let empty = ask(anna.clone(), pairs(&[("organisation", " "), ("why", "x")])).await;
        let Err(ProfileError::Invalid(errors)) = empty else { panic!("{empty:?}") };
        assert_eq!(errors.iter().map(|e| e.field).collect::<Vec<_>>(), ["organisation", "why"]);
        let id = ask(anna.clone(), asks("AUSER <b>Guastalla</b>")).await.unwrap();
        let again = ask(anna.clone(), asks("AUSER")).await;
        assert!(matches!(again, Err(ProfileError::Refused("claim-waits"))));
        let letters = outbox::newest(store, 10).await.unwrap();
        assert_eq!(letters.len(), 2, "one to the office, one to who asked");

        let waits = todo::for_staff(store, here().body).await.unwrap();
        assert_eq!((waits.claims, waits.proposals), (1, 0));
        let no_reason = Decision::Refuse("  ".into());
        let no_reason =
            claims::service::decide(store, &site, &clerk(), address(), id, no_reason).await;
        assert!(matches!(no_reason, Err(ProfileError::Invalid(_))));
        claims::service::decide(store, &site, &clerk(), address(), id, yes()).await.unwrap();
        let sheet = public::service(store, here().body, &code).await.unwrap().unwrap();
        let keeper =
            actors::service::keeper(store, here().body, sheet.kept.id).await.unwrap().unwrap();
        assert_eq!(keeper.name, "AUSER <b>Guastalla</b>", "text stays text");
        let twice = claims::service::decide(store, &site, &clerk(), address(), id, yes()).await;
        assert!(matches!(twice, Err(ProfileError::Refused("claim-decided"))));
        let other = ask(person(2), asks("Altri")).await;
        assert!(matches!(other, Err(ProfileError::Refused("claim-kept"))));
        let node = ("actor", keeper.id);
        let steps =
            store::thread::walk(store, here().body, node, store::thread::Direction::Forward)
                .await
                .unwrap();
        assert_eq!(steps[0].label, "Taxi sociale");

        let gone = Decision::Revoke("Avete chiuso il servizio.".into());
        claims::service::decide(store, &site, &clerk(), address(), id, gone).await.unwrap();
        let own = proposals::own_card(store, here().body, anna.person.unwrap(), &code).await;
        assert!(matches!(own, Err(ProfileError::NotAllowed)));
        let claim = claims::service::claim(store, here().body, id).await.unwrap();
        assert_eq!(claim.state, ClaimState::Revoked);
        store::audit::verify(store, here().body).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn only_who_asked_gives_a_claim_up() {
    on_both(|ground| async move {
        let (store, site, anna) = (&ground.store, site(), person(1));
        let code = card(store, "Doposcuola").await;
        let id =
            claims::service::ask(store, &site, &anna, None, &code, asks("Coop")).await.unwrap();
        let stranger = claims::service::withdraw(store, &site, &person(2), id).await;
        assert!(matches!(stranger, Err(ProfileError::NotFound)));
        claims::service::withdraw(store, &site, &anna, id).await.unwrap();
        let late = claims::service::decide(store, &site, &clerk(), None, id, yes()).await;
        assert!(matches!(late, Err(ProfileError::Refused("claim-decided"))));
    })
    .await;
}

#[tokio::test]
async fn the_public_reads_the_last_accepted_version() {
    on_both(|ground| async move {
        let (store, site, anna) = (&ground.store, site(), person(1));
        let code = kept(store, &anna, "Taxi sociale").await;
        let typed = pairs(&[
            ("place", "Via Verdi 2"),
            ("opening_hours", "9-13"),
            // What only staff write is not taken, whoever sends it.
            ("code", "RUBATO"),
            ("checked_on", "2030-01-01"),
        ]);
        let id = proposals::propose(store, &site, &anna, &code, typed, "Abbiamo traslocato")
            .await
            .unwrap();
        assert_eq!(value(store, &code, "place").await, "Via Roma 1");
        let own = proposals::own_card(store, here().body, anna.person.unwrap(), &code).await;
        assert_eq!(own.unwrap().begun().get(Register::Services, "place"), "Via Verdi 2");
        let rewritten = pairs(&[("place", "Via Verdi 3"), ("opening_hours", "9-13")]);
        let same = proposals::propose(store, &site, &anna, &code, rewritten, "").await.unwrap();
        assert_eq!(same, id, "one proposal waits, the latest");
        assert_eq!(todo::for_staff(store, here().body).await.unwrap().proposals, 1);

        let some = proposals::Decision::Accept {
            version: version(store, &code).await,
            fields: Some(vec!["place".into()]),
            answer: "Gli orari li sentiamo prima.".into(),
        };
        let state = proposals::decide(store, &site, &clerk(), address(), id, some).await.unwrap();
        assert_eq!(state, ProposalState::Partly);
        assert_eq!(value(store, &code, "place").await, "Via Verdi 3");
        assert_eq!(value(store, &code, "opening_hours").await, "8-12");
        assert_eq!(value(store, &code, "checked_on").await, "", "only the whole is assured");
        let seen = proposals::own(store, here().body, anna.person.unwrap(), id).await.unwrap();
        assert_eq!(
            (seen.accepted, seen.answer.as_str()),
            (vec!["place".to_owned()], "Gli orari li sentiamo prima.")
        );
        let stranger = proposals::own(store, here().body, PersonId(Uuid::from_u128(9)), id).await;
        assert!(matches!(stranger, Err(ProfileError::NotFound)));

        let typed = pairs(&[("opening_hours", "9-13")]);
        let id = proposals::propose(store, &site, &anna, &code, typed, "").await.unwrap();
        let all = proposals::Decision::Accept {
            version: version(store, &code).await,
            fields: None,
            answer: String::new(),
        };
        proposals::decide(store, &site, &clerk(), address(), id, all).await.unwrap();
        assert_eq!(value(store, &code, "opening_hours").await, "9-13");
        assert_eq!(value(store, &code, "checked_on").await, "2026-11-23");
        assert_eq!(value(store, &code, "checked_by").await, "AUSER");
        let log = store::audit::page(store, here().body, None, 2).await.unwrap();
        assert_eq!(
            (log[1].action.as_str(), log[1].on_behalf_of.as_str()),
            ("service.edit", "AUSER")
        );
        assert_eq!(log[0].action, "proposal.accepted");
    })
    .await;
}

#[tokio::test]
async fn only_the_fields_that_clash_ask_for_a_choice() {
    on_both(|ground| async move {
        let (store, site, anna) = (&ground.store, site(), person(1));
        let code = kept(store, &anna, "Taxi sociale").await;
        let typed = pairs(&[("place", "Via Verdi 2"), ("opening_hours", "9-13")]);
        let id = proposals::propose(store, &site, &anna, &code, typed, "").await.unwrap();
        let seen = version(store, &code).await;
        let kept = service::record(store, here().body, Register::Services, &code).await.unwrap();
        let target = Target::Existing { id: kept.id, version: seen };
        let typed = pairs(&[("place", "Via Nuova 9")]);
        service::save(store, &here(), &clerk(), Register::Services, target, typed).await.unwrap();
        let stale =
            proposals::Decision::Accept { version: seen, fields: None, answer: String::new() };
        let stale = proposals::decide(store, &site, &clerk(), None, id, stale).await;
        assert!(matches!(stale, Err(ProfileError::Stale)), "staff decide what they saw");

        let proposal = proposals::proposal(store, here().body, id).await.unwrap();
        let now = service::record(store, here().body, Register::Services, &code).await.unwrap();
        let clashing: Vec<_> = profile::proposals::model::compare(&proposal.changes, &now.values)
            .into_iter()
            .filter(|line| line.standing == profile::proposals::Standing::Clash)
            .map(|line| (line.field.name, line.now, line.after))
            .collect();
        assert_eq!(clashing, [("place", "Via Nuova 9".to_owned(), "Via Verdi 2".to_owned())]);
        let none = proposals::Decision::Accept {
            version: now.version,
            fields: Some(Vec::new()),
            answer: String::new(),
        };
        let none = proposals::decide(store, &site, &clerk(), None, id, none).await;
        assert!(matches!(none, Err(ProfileError::Invalid(_))));
        let ours = proposals::Decision::Accept {
            version: now.version,
            fields: Some(vec!["opening_hours".into()]),
            answer: String::new(),
        };
        proposals::decide(store, &site, &clerk(), None, id, ours).await.unwrap();
        assert_eq!(value(store, &code, "place").await, "Via Nuova 9");
        assert_eq!(value(store, &code, "opening_hours").await, "9-13");
    })
    .await;
}

#[tokio::test]
async fn who_keeps_one_card_cannot_touch_another() {
    on_both(|ground| async move {
        let (store, site, anna) = (&ground.store, site(), person(1));
        let mine = kept(store, &anna, "Taxi sociale").await;
        let other = card(store, "Nido").await;
        let typed = pairs(&[("place", "Via Rubata 1")]);
        let theirs = proposals::propose(store, &site, &anna, &other, typed.clone(), "").await;
        assert!(matches!(theirs, Err(ProfileError::NotAllowed)));
        let stranger = proposals::propose(store, &site, &person(2), &mine, typed.clone(), "").await;
        assert!(matches!(stranger, Err(ProfileError::NotAllowed)));
        let nobody = Principal::anonymous();
        let nobody = proposals::propose(store, &site, &nobody, &mine, typed.clone(), "").await;
        assert!(matches!(nobody, Err(ProfileError::NotAllowed)));
        let confirm = proposals::keep_true(store, &site, &anna, &other).await;
        assert!(matches!(confirm, Err(ProfileError::NotAllowed)));

        // The same person at another body is a stranger there.
        let mut elsewhere = site.clone();
        elsewhere.place = Place { body: kernel::BodyId(Uuid::from_u128(8)), slug: "altro".into() };
        let there = proposals::propose(store, &elsewhere, &anna, &mine, typed, "").await;
        assert!(matches!(there, Err(ProfileError::NotFound)));
        let unchanged = proposals::propose(store, &site, &anna, &mine, Vec::new(), " ").await;
        assert!(matches!(unchanged, Err(ProfileError::Refused("proposal-nothing"))));
        let wrong = pairs(&[("user_cost", "-1"), ("url", "javascript:1")]);
        let wrong = proposals::propose(store, &site, &anna, &mine, wrong, "").await;
        let Err(ProfileError::Invalid(errors)) = wrong else { panic!("{wrong:?}") };
        assert_eq!(errors.len(), 2);
        assert_eq!(todo::for_staff(store, here().body).await.unwrap().proposals, 0);

        proposals::keep_true(store, &site, &anna, &mine).await.unwrap();
        assert_eq!(value(store, &mine, "checked_by").await, "AUSER");
        let waits = todo::for_keeper(store, here().body, anna.person.unwrap()).await.unwrap();
        assert_eq!((waits.cards, waits.unchecked), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_service_the_body_does_not_know_is_drafted_and_published() {
    on_both(|ground| async move {
        let (store, site, anna) = (&ground.store, site(), person(1));
        kept(store, &anna, "Taxi sociale").await;
        let typed = pairs(&[("name", "Taxi sociale"), ("recipients", "<script>anziani</script>")]);
        let stranger =
            proposals::propose_new(store, &site, &person(2), "auser", typed.clone(), "").await;
        assert!(matches!(stranger, Err(ProfileError::NotAllowed)));
        let nameless = proposals::propose_new(store, &site, &anna, "auser", Vec::new(), "").await;
        assert!(matches!(nameless, Err(ProfileError::Invalid(_))));
        let id = proposals::propose_new(store, &site, &anna, "auser", typed, "").await.unwrap();
        let early = proposals::publish(store, &site, &clerk(), None, id, Vec::new()).await;
        assert!(matches!(early, Err(ProfileError::Refused("proposal-decided"))));
        let take = proposals::Decision::TakeUp("Sì, manca.".into());
        let state = proposals::decide(store, &site, &clerk(), address(), id, take).await.unwrap();
        assert_eq!(state, ProposalState::Draft);
        assert_eq!(public::counts(store, here().body).await.unwrap().services, 1);

        let completed = pairs(&[("areas", "ANZ"), ("status", "active")]);
        let code =
            proposals::publish(store, &site, &clerk(), address(), id, completed).await.unwrap();
        assert_ne!(code, "TAXI-SOCIALE", "its namesake keeps its code");
        assert_eq!(value(store, &code, "recipients").await, "<script>anziani</script>");
        assert_eq!(value(store, &code, "areas").await, "ANZ");
        let own = proposals::own_card(store, here().body, anna.person.unwrap(), &code).await;
        assert_eq!(own.unwrap().actor.name, "AUSER");
        let twice = proposals::publish(store, &site, &clerk(), None, id, Vec::new()).await;
        assert!(matches!(twice, Err(ProfileError::Refused("proposal-decided"))));
        store::audit::verify(store, here().body).await.unwrap();
    })
    .await;
}
