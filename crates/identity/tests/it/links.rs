//! Links that work once.

use identity::{Caller, IdentityError, MIGRATIONS, link::Purpose};
use texts::Lang;

use crate::{OTHER, PASSWORD, email, identity, messages_to, new, person, refused, secret_sent};

const ANNA: &str = "anna@comune.example";

#[tokio::test]
async fn a_reset_works_once_and_signs_out_everywhere() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let anna = person(&identity, ANNA).await;
        let open = identity.sign_in(&email(ANNA), PASSWORD, "").await.unwrap();
        for _ in 0..5 {
            assert!(identity.sign_in(&email(ANNA), OTHER, "").await.is_err());
        }
        identity.request_reset(&email(ANNA), Lang::En).await.unwrap();
        let secret = secret_sent(&ground, ANNA, "https://agende.example/accesso/reimposta").await;
        // A password that is refused does not use the link up.
        let weak = identity.set_password_by_link(&secret, Purpose::Reset, "corta").await;
        assert_eq!(refused(weak)[0].key, "identity-password-short");
        let wrong_purpose = identity.set_password_by_link(&secret, Purpose::Invite, OTHER).await;
        assert!(matches!(wrong_purpose, Err(IdentityError::LinkSpent)));
        assert_eq!(
            identity.set_password_by_link(&secret, Purpose::Reset, OTHER).await.unwrap(),
            anna
        );
        assert!(identity.session(&open.token).await.unwrap().is_none());
        let again = identity.set_password_by_link(&secret, Purpose::Reset, PASSWORD).await;
        assert!(matches!(again, Err(IdentityError::LinkSpent)));
        // The waits of before are over too.
        identity.sign_in(&email(ANNA), OTHER, "").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn two_uses_at_the_same_time_are_one() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, ANNA).await;
        identity.request_reset(&email(ANNA), Lang::It).await.unwrap();
        let secret = secret_sent(&ground, ANNA, Purpose::Reset.page()).await;
        let (a, b) = tokio::join!(
            identity.set_password_by_link(&secret, Purpose::Reset, OTHER),
            identity.set_password_by_link(&secret, Purpose::Reset, "un'altra password lunga"),
        );
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn links_grow_old_and_a_new_one_replaces_the_one_before() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, ANNA).await;
        identity.request_reset(&email(ANNA), Lang::It).await.unwrap();
        let first = secret_sent(&ground, ANNA, Purpose::Reset.page()).await;
        ground.clock.advance_seconds(1);
        identity.request_reset(&email(ANNA), Lang::It).await.unwrap();
        let second = secret_sent(&ground, ANNA, Purpose::Reset.page()).await;
        assert_ne!(first, second);
        assert!(identity.link_owner(&first, Purpose::Reset).await.unwrap().is_none());
        assert!(identity.link_owner(&second, Purpose::Reset).await.unwrap().is_some());
        ground.clock.advance_seconds(3600);
        assert!(identity.link_owner(&second, Purpose::Reset).await.unwrap().is_none());
        let late = identity.set_password_by_link(&second, Purpose::Reset, OTHER).await;
        assert!(matches!(late, Err(IdentityError::LinkSpent)));
    })
    .await;
}

#[tokio::test]
async fn asking_for_a_reset_tells_nothing_and_cannot_fill_a_mailbox() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, ANNA).await;
        let hashes = identity.hashes_done();
        for _ in 0..6 {
            identity.request_reset(&email(ANNA), Lang::It).await.unwrap();
            identity.request_reset(&email("nessuno@comune.example"), Lang::It).await.unwrap();
        }
        assert_eq!(identity.hashes_done(), hashes);
        assert_eq!(messages_to(&ground, ANNA).await, 3);
        assert_eq!(messages_to(&ground, "nessuno@comune.example").await, 0);
        ground.clock.advance_seconds(3601);
        identity.request_reset(&email(ANNA), Lang::It).await.unwrap();
        assert_eq!(messages_to(&ground, ANNA).await, 4);
    })
    .await;
}

#[tokio::test]
async fn a_registration_needs_both_the_mailbox_and_the_password() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        identity.register(new(ANNA), PASSWORD).await.unwrap();
        let early = identity.sign_in(&email(ANNA), PASSWORD, "").await;
        assert!(matches!(early, Err(IdentityError::NotVerified)));
        let secret = secret_sent(&ground, ANNA, Purpose::Verify.page()).await;
        let without = identity.verify_email(&secret, OTHER).await;
        assert!(matches!(without, Err(IdentityError::WrongCredentials)));
        let anna = identity.verify_email(&secret, PASSWORD).await.unwrap();
        let again = identity.verify_email(&secret, PASSWORD).await;
        assert!(matches!(again, Err(IdentityError::LinkSpent)));
        let opened = identity.sign_in(&email(ANNA), PASSWORD, "").await.unwrap();
        let principal = identity.principal_of(Some(&opened.token)).await.unwrap();
        assert_eq!((principal.person, principal.identity_level), (Some(anna), 1));
        assert!(principal.grants.is_empty());
    })
    .await;
}

#[tokio::test]
async fn registering_a_known_address_answers_the_same_and_changes_nothing() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, ANNA).await;
        let before = identity.hashes_done();
        identity.register(new(ANNA), OTHER).await.unwrap();
        let known = identity.hashes_done() - before;
        identity.register(new("bruno@comune.example"), OTHER).await.unwrap();
        assert_eq!(identity.hashes_done() - before - known, known);
        assert_eq!(messages_to(&ground, ANNA).await, 1);
        identity.sign_in(&email(ANNA), PASSWORD, "").await.unwrap();
        assert!(identity.sign_in(&email(ANNA), OTHER, "").await.is_err());
    })
    .await;
}

#[tokio::test]
async fn passwords_follow_the_rules_everywhere() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let machine = Caller::command_line();
        for weak in ["undiciletre", ANNA, "passwordpassword", &"x".repeat(201)] {
            assert_eq!(refused(identity.register(new(ANNA), weak).await)[0].field, "password");
            refused(identity.add_person(&machine, new(ANNA), Some(weak)).await);
        }
        assert!(identity.person_by_email(&email(ANNA)).await.unwrap().is_none());
    })
    .await;
}
