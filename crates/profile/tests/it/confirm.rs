//! "Is it still true?": the letter, the link, the one answer.

use kernel::{email::Email, id::Uuid};
use profile::{
    ProfileError, Register,
    confirm::{LinkFault, RequestState, job, service as confirm},
    proposals::{ProposalState, service as proposals},
    service::{self, Place, Target},
};
use store::{Store, outbox};

use crate::{clerk, here, on_both, pairs, site};

const DAY: i64 = 86_400;

async fn card(store: &Store, name: &str) -> String {
    let typed = pairs(&[("name", name), ("contact_office", "Ufficio anziani")]);
    service::save(store, &here(), &clerk(), Register::Services, Target::New, typed)
        .await
        .unwrap()
        .code
}

fn ask(code: &str, email: &str) -> confirm::Ask {
    confirm::Ask { code: code.to_owned(), email: Email::parse(email).unwrap() }
}

/// The secrets in the newest letter, in order.
async fn secrets(store: &Store) -> Vec<String> {
    let letter = outbox::newest(store, 1).await.unwrap().remove(0);
    let parts = letter.content.split("/conferma/").skip(1);
    parts.map(|part| part.split_whitespace().next().unwrap().to_owned()).collect()
}

async fn value(store: &Store, code: &str, field: &str) -> String {
    let kept = service::record(store, here().body, Register::Services, code).await.unwrap();
    kept.values.get(Register::Services, field).to_owned()
}

fn fault<T>(outcome: Result<T, ProfileError>) -> LinkFault {
    match outcome {
        Err(ProfileError::Link(fault)) => fault,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("the link works"),
    }
}

#[tokio::test]
async fn one_letter_for_each_address_and_one_answer_for_each_link() {
    on_both(|ground| async move {
        let (store, site) = (&ground.store, site());
        let (first, second, third) =
            (card(store, "Mensa").await, card(store, "Nido").await, card(store, "Taxi").await);
        let asks = vec![
            ask(&first, "ufficio@ente.example"),
            ask(&second, "Ufficio@ente.example"),
            ask(&third, "altri@ente.example"),
        ];
        let asked = confirm::ask(store, &site, &clerk(), asks).await.unwrap();
        assert_eq!((asked.letters, asked.cards), (2, 3));
        let letters = outbox::newest(store, 10).await.unwrap();
        assert_eq!(letters.len(), 2);
        let letter = letters.iter().find(|l| l.recipient == "ufficio@ente.example").unwrap();
        assert!(letter.content.contains("Mensa") && letter.content.contains("Nido"));
        assert!(!letter.content.contains("Taxi"), "each address reads of its own cards alone");
        assert!(letter.content.contains("https://agende.example/unione-di-prova/conferma/"));
        let mut parts = letter.content.split("/conferma/").skip(1);
        let secret = parts.next().unwrap().split_whitespace().next().unwrap().to_owned();

        // A mail program opens the link: nothing happens.
        for _ in 0..3 {
            confirm::look(store, here().body, &secret).await.unwrap();
        }
        let (request, _) = confirm::look(store, here().body, &secret).await.unwrap();
        let (asked_about, other) =
            if request.service_code == first { (&first, &second) } else { (&second, &first) };
        assert_eq!(value(store, asked_about, "checked_on").await, "");
        let typed = pairs(&[("answered_by", "Ufficio scuola"), ("place", "Via Rubata 1")]);
        confirm::confirm(store, &site, &secret, typed).await.unwrap();
        assert_eq!(value(store, asked_about, "checked_on").await, "2026-11-23");
        assert_eq!(value(store, asked_about, "checked_by").await, "Ufficio scuola");
        assert_eq!(value(store, asked_about, "place").await, "", "a yes changes nothing else");
        assert_eq!(value(store, other, "checked_on").await, "", "the scope is one card");
        let log = store::audit::page(store, here().body, None, 2).await.unwrap();
        assert_eq!(
            (log[1].action.as_str(), log[1].channel.as_str(), log[1].on_behalf_of.as_str()),
            ("service.confirm", "email", "Ufficio scuola")
        );
        assert_eq!(log[0].action, "card.confirmed");
        for row in store::audit::page(store, here().body, None, 100).await.unwrap() {
            assert!(!row.after_json.contains("ufficio@ente"), "no address in the log");
        }

        let again = confirm::confirm(store, &site, &secret, Vec::new()).await;
        assert_eq!(fault(again), LinkFault::Used);
        assert_eq!(fault(confirm::look(store, here().body, &secret).await), LinkFault::Used);
    })
    .await;
}

#[tokio::test]
async fn a_link_of_elsewhere_tampered_old_or_taken_back_does_nothing() {
    on_both(|ground| async move {
        let (store, site) = (&ground.store, site());
        let code = card(store, "Mensa").await;
        let asks = || vec![ask(&code, "ufficio@ente.example")];
        confirm::ask(store, &site, &clerk(), asks()).await.unwrap();
        let secret = secrets(store).await.remove(0);
        let mut other = site.clone();
        other.place = Place { body: kernel::BodyId(Uuid::from_u128(8)), slug: "altro".into() };
        let there = confirm::confirm(store, &other, &secret, Vec::new()).await;
        assert_eq!(fault(there), LinkFault::Unknown);
        let cut = secret.get(..60).unwrap();
        let mended = format!("{cut}0000");
        for wrong in [cut, mended.as_str(), "", "' OR 1=1 --", "\u{202e}"] {
            let outcome = confirm::confirm(store, &site, wrong, Vec::new()).await;
            assert_eq!(fault(outcome), LinkFault::Unknown);
        }
        let (request, _) = confirm::look(store, here().body, &secret).await.unwrap();
        confirm::withdraw(store, &site, &clerk(), request.id).await.unwrap();
        let taken = confirm::confirm(store, &site, &secret, Vec::new()).await;
        assert_eq!(fault(taken), LinkFault::Withdrawn);

        // Letters of one moment have no order: the next is written a second later.
        ground.clock.advance_seconds(1);
        confirm::ask(store, &site, &clerk(), asks()).await.unwrap();
        let old = secrets(store).await.remove(0);
        ground.clock.advance_seconds(31 * DAY);
        let late = confirm::change(store, &site, &old, pairs(&[("place", "Qui")])).await;
        assert_eq!(fault(late), LinkFault::Expired);
        let list = confirm::list(store, here().body, Some(RequestState::Sent), None, 9).await;
        let list = list.unwrap();
        assert_eq!(list[0].state_key(ground.store.clock().now()), "confirm-state-expired");
        // Asking again gives a link that works; the old one stays dead.
        confirm::ask_again(store, &site, &clerk(), list[0].id).await.unwrap();
        let fresh = secrets(store).await.remove(0);
        assert_eq!(fault(confirm::look(store, here().body, &old).await), LinkFault::Unknown);
        confirm::confirm(store, &site, &fresh, Vec::new()).await.unwrap();
        assert_eq!(value(store, &code, "checked_by").await, "Ufficio anziani");
        let closed = confirm::ask_again(store, &site, &clerk(), list[0].id).await;
        assert!(matches!(closed, Err(ProfileError::Refused("confirm-closed"))));
    })
    .await;
}

#[tokio::test]
async fn what_has_changed_becomes_a_proposal() {
    on_both(|ground| async move {
        let (store, site) = (&ground.store, site());
        let code = card(store, "Mensa").await;
        let asks = vec![ask(&code, "ufficio@ente.example")];
        confirm::ask(store, &site, &clerk(), asks).await.unwrap();
        let secret = secrets(store).await.remove(0);
        let nothing = confirm::change(store, &site, &secret, Vec::new()).await;
        assert!(matches!(nothing, Err(ProfileError::Refused("proposal-nothing"))));
        let wrong = pairs(&[("user_cost", "tanto"), ("answered_by", "x")]);
        let wrong = confirm::change(store, &site, &secret, wrong).await;
        let Err(ProfileError::Invalid(errors)) = wrong else { panic!("{wrong:?}") };
        let mut fields: Vec<_> = errors.iter().map(|error| error.field).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["answered_by", "user_cost"]);
        let typed = pairs(&[
            ("place", "Via <i>Nuova</i> 5"),
            ("message", "Da gennaio"),
            ("status", "ended"),
            ("code", "X"),
        ]);
        confirm::change(store, &site, &secret, typed.clone()).await.unwrap();
        assert_eq!(value(store, &code, "place").await, "", "the card waits for staff");
        let again = confirm::change(store, &site, &secret, typed).await;
        assert_eq!(fault(again), LinkFault::Used);

        let waiting = proposals::in_state(
            store,
            here().body,
            ProposalState::Pending,
            proposals::Which::All,
            None,
            9,
        )
        .await
        .unwrap();
        assert_eq!((waiting.len(), waiting[0].author.as_str()), (1, "Ufficio anziani"));
        let changed: Vec<_> = waiting[0].changes.iter().map(|c| c.field.as_str()).collect();
        assert_eq!(changed, ["place"], "the short form is all that the link opens");
        let kept = service::record(store, here().body, Register::Services, &code).await.unwrap();
        let all = proposals::Decision::Accept {
            version: kept.version,
            fields: None,
            answer: String::new(),
        };
        let to = Email::parse("ufficio@ente.example");
        proposals::decide(store, &site, &clerk(), to, waiting[0].id, all).await.unwrap();
        assert_eq!(value(store, &code, "place").await, "Via <i>Nuova</i> 5");
        assert_eq!(value(store, &code, "checked_by").await, "Ufficio anziani");
    })
    .await;
}

#[tokio::test]
async fn once_a_year_and_one_reminder() {
    on_both(|ground| async move {
        let (store, site, place) = (&ground.store, site(), here());
        let code = card(store, "Mensa").await;
        card(store, "Senza indirizzo").await;
        confirm::ask(store, &site, &clerk(), vec![ask(&code, "ufficio@ente.example")])
            .await
            .unwrap();
        ground.clock.advance_seconds(380 * DAY);
        assert_eq!(job::round(store, &site).await.unwrap(), 0, "switched off at first");
        job::set_yearly(store, &place, &clerk(), true).await.unwrap();
        assert_eq!(job::round(store, &site).await.unwrap(), 1);
        assert_eq!(job::round(store, &site).await.unwrap(), 0, "one question a year");
        let first = secrets(store).await.remove(0);
        ground.clock.advance_seconds(13 * DAY);
        assert_eq!(job::round(store, &site).await.unwrap(), 0);
        ground.clock.advance_seconds(2 * DAY);
        assert_eq!(job::round(store, &site).await.unwrap(), 1, "a reminder after a fortnight");
        let second = secrets(store).await.remove(0);
        ground.clock.advance_seconds(10 * DAY);
        assert_eq!(job::round(store, &site).await.unwrap(), 0, "and no other");
        confirm::look(store, here().body, &first).await.unwrap();
        confirm::confirm(store, &site, &second, Vec::new()).await.unwrap();
        assert_eq!(fault(confirm::look(store, here().body, &first).await), LinkFault::Used);

        // A year later the same address is asked again; then it is forgotten.
        ground.clock.advance_seconds(370 * DAY);
        assert_eq!(job::round(store, &site).await.unwrap(), 1);
        assert_eq!(job::forget(store, &place).await.unwrap(), 0);
        ground.clock.advance_seconds(401 * DAY);
        assert_eq!(job::forget(store, &place).await.unwrap(), 2, "both questions");
        let list = confirm::list(store, here().body, None, None, 9).await.unwrap();
        assert!(list.iter().all(|request| request.recipient.is_empty()));
        let later = confirm::candidates(store, here().body, true, None, 9).await.unwrap();
        assert!(later.iter().all(|card| card.email.is_empty()), "{later:?}");
    })
    .await;
}

#[tokio::test]
async fn a_round_of_questions_is_checked_before_a_letter_leaves() {
    on_both(|ground| async move {
        let (store, site) = (&ground.store, site());
        let code = card(store, "Mensa").await;
        let none = confirm::ask(store, &site, &clerk(), Vec::new()).await;
        assert!(matches!(none, Err(ProfileError::Refused("confirm-choose"))));
        let odd = vec![ask(&code, "a@ente.example"), ask("NIENTE", "b@ente.example")];
        let odd = confirm::ask(store, &site, &clerk(), odd).await;
        assert!(matches!(odd, Err(ProfileError::NotFound)));
        let many = vec![ask(&code, "a@ente.example"); confirm::MOST + 1];
        let many = confirm::ask(store, &site, &clerk(), many).await;
        assert!(matches!(many, Err(ProfileError::Refused("confirm-too-many"))));
        assert!(outbox::newest(store, 5).await.unwrap().is_empty());
        let stale = confirm::candidates(store, here().body, true, None, 9).await.unwrap();
        assert_eq!((stale.len(), stale[0].open), (1, false));
        confirm::ask(store, &site, &clerk(), vec![ask(&code, "a@ente.example")]).await.unwrap();
        let stale = confirm::candidates(store, here().body, true, None, 9).await.unwrap();
        assert!(stale[0].open && stale[0].email == "a@ente.example");
    })
    .await;
}
