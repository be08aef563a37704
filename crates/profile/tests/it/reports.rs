//! "There is a mistake": what anybody sends from the page of a service.

use kernel::email::Email;
use profile::{
    ProfileError, Register,
    confirm::job,
    proposals::{
        Proposal, ProposalState,
        service::{self as proposals, Decision, Which},
    },
    reports,
    service::{self, Target},
};
use store::{Store, outbox};

use crate::{clerk, here, on_both, pairs, site};

const DAY: i64 = 86_400;

async fn card(store: &Store, typed: &[(&str, &str)]) -> String {
    let register = Register::Services;
    service::save(store, &here(), &clerk(), register, Target::New, pairs(typed)).await.unwrap().code
}

async fn waiting(store: &Store, which: Which) -> Vec<Proposal> {
    let state = ProposalState::Pending;
    proposals::in_state(store, here().body, state, which, None, 99).await.unwrap()
}

async fn send(store: &Store, code: &str, typed: &[(&str, &str)]) -> Result<(), ProfileError> {
    reports::send(store, &site(), code, pairs(typed)).await
}

#[tokio::test]
async fn a_report_reaches_the_desk_and_is_answered() {
    on_both(|ground| async move {
        let store = &ground.store;
        let code = card(store, &[("name", "Mensa")]).await;
        let typed = [("message", "Il telefono è cambiato"), ("email", "Anna@posta.example")];
        send(store, &code, &typed).await.unwrap();
        send(store, &code, &typed).await.unwrap();
        let reports = waiting(store, Which::Reports).await;
        assert_eq!(reports.len(), 1, "the same words are one report");
        assert!(waiting(store, Which::Proposals).await.is_empty());
        assert_eq!(waiting(store, Which::All).await.len(), 1);
        let report = &reports[0];
        assert!(report.is_report() && report.changes.is_empty());
        assert_eq!(report.reply_to, "anna@posta.example");
        let letter = outbox::newest(store, 9).await.unwrap();
        assert_eq!(letter.len(), 1);
        assert_eq!(letter[0].recipient, "sociale@ente.example");
        assert!(!letter[0].content.contains("anna@posta"), "the address stays at the desk");
        for row in store::audit::page(store, here().body, None, 99).await.unwrap() {
            assert!(!row.after_json.contains("anna@posta"), "nor is it in the log");
        }

        // Staff mend the card, then close the report: the version they saw is an old one.
        let kept = service::record(store, here().body, Register::Services, &code).await.unwrap();
        let target = Target::Existing { id: kept.id, version: kept.version };
        let typed = pairs(&[("phone", "0522 1")]);
        service::save(store, &here(), &clerk(), Register::Services, target, typed).await.unwrap();
        let answer = "Corretto, grazie".to_owned();
        let decision = Decision::Accept { version: kept.version, fields: Some(vec![]), answer };
        let to = Email::parse(&report.reply_to);
        let state = proposals::decide(store, &site(), &clerk(), to, report.id, decision).await;
        assert_eq!(state.unwrap(), ProposalState::Accepted);
        let letters = outbox::newest(store, 9).await.unwrap();
        let answer = letters.iter().find(|letter| letter.recipient == "anna@posta.example");
        assert!(answer.unwrap().content.contains("Corretto, grazie"));
        let now = service::record(store, here().body, Register::Services, &code).await.unwrap();
        assert_eq!(now.version, kept.version + 1, "a report itself changes no card");
        assert!(waiting(store, Which::All).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_sent_says_why() {
    on_both(|ground| async move {
        let store = &ground.store;
        let code = card(store, &[("name", "Mensa")]).await;
        let long = "a".repeat(2001);
        for (typed, field, key) in [
            (vec![("message", "")], "message", "form-required"),
            (vec![("message", "no")], "message", "form-too-short"),
            (vec![("message", long.as_str())], "message", "form-too-long"),
            (vec![("message", "È chiuso"), ("email", "storta")], "email", "form-not-an-email"),
        ] {
            let Err(ProfileError::Invalid(errors)) = send(store, &code, &typed).await else {
                panic!("{typed:?}");
            };
            assert_eq!((errors[0].field, errors[0].key), (field, key));
        }
        let draft = card(store, &[("name", "Nuovo"), ("card_state", "bozza")]).await;
        for nowhere in [draft.as_str(), "NIENTE"] {
            let sent = send(store, nowhere, &[("message", "È chiuso")]).await;
            assert!(matches!(sent, Err(ProfileError::NotFound)), "{sent:?}");
        }
        for n in 0..10 {
            let message = format!("Errore numero {n}");
            send(store, &code, &[("message", &message)]).await.unwrap();
        }
        let full = send(store, &code, &[("message", "Uno di troppo")]).await;
        assert!(matches!(full, Err(ProfileError::Refused("report-too-many"))), "{full:?}");
        let other = card(store, &[("name", "Nido")]).await;
        send(store, &other, &[("message", "Un’altra scheda")]).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn addresses_and_words_are_forgotten() {
    on_both(|ground| async move {
        let store = &ground.store;
        let code = card(store, &[("name", "Mensa")]).await;
        for message in ["Il primo errore", "Il secondo errore"] {
            let typed = [("message", message), ("email", "anna@posta.example")];
            send(store, &code, &typed).await.unwrap();
        }
        let first = waiting(store, Which::Reports).await.remove(0).id;
        let refuse = Decision::Refuse("Va bene così".into());
        proposals::decide(store, &site(), &clerk(), None, first, refuse).await.unwrap();
        let get = |id| async move { proposals::proposal(store, here().body, id).await.unwrap() };
        assert_eq!(job::forget(store, &here()).await.unwrap(), 0);
        ground.clock.advance_seconds(31 * DAY);
        assert_eq!(job::forget(store, &here()).await.unwrap(), 1);
        assert_eq!(get(first).await.reply_to, "");
        let second = waiting(store, Which::Reports).await.remove(0);
        assert_eq!(second.reply_to, "anna@posta.example", "it still waits for an answer");
        ground.clock.advance_seconds(340 * DAY);
        assert_eq!(job::forget(store, &here()).await.unwrap(), 2);
        assert_eq!(get(second.id).await.reply_to, "", "a year is enough");
        assert_eq!(
            (get(first).await.message.as_str(), get(first).await.answer.as_str()),
            ("", "Va bene così")
        );
        assert_eq!(get(second.id).await.message, "Il secondo errore");
    })
    .await;
}
