//! Sessions and their ends.

use identity::{Caller, IdentityError, MIGRATIONS};
use kernel::{Principal, Role};

use crate::{OTHER, PASSWORD, body, email, identity, person};

const HOUR: i64 = 3600;

#[tokio::test]
async fn a_citizens_session_ends_when_idle_and_after_a_week() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, "anna@comune.example").await;
        let anna = email("anna@comune.example");
        let open = async |token: &str| identity.session(token).await.unwrap().is_some();

        let idle = identity.sign_in(&anna, PASSWORD, "").await.unwrap().token;
        ground.clock.advance_seconds(12 * HOUR - 1);
        assert!(open(&idle).await);
        ground.clock.advance_seconds(12 * HOUR);
        assert!(!open(&idle).await);

        let used = identity.sign_in(&anna, PASSWORD, "").await.unwrap().token;
        for _ in 0..(7 * 24 / 6 - 1) {
            ground.clock.advance_seconds(6 * HOUR);
            assert!(open(&used).await);
        }
        ground.clock.advance_seconds(6 * HOUR);
        assert!(!open(&used).await, "in use or not, seven days are the end");
    })
    .await;
}

#[tokio::test]
async fn sessions_of_staff_are_shorter_also_when_the_role_comes_later() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let here = body(&identity, "qui").await;
        let anna = person(&identity, "anna@comune.example").await;
        let address = email("anna@comune.example");
        let open = async |token: &str| identity.session(token).await.unwrap().is_some();
        let before = identity.sign_in(&address, PASSWORD, "").await.unwrap().token;
        identity
            .grant_role(&Caller::command_line(), here, anna, None, Role::Moderator)
            .await
            .unwrap();
        let after = identity.sign_in(&address, PASSWORD, "").await.unwrap().token;
        ground.clock.advance_seconds(2 * HOUR - 1);
        assert!(open(&before).await && open(&after).await);
        ground.clock.advance_seconds(2 * HOUR);
        assert!(!open(&before).await && !open(&after).await);

        let used = identity.sign_in(&address, PASSWORD, "").await.unwrap().token;
        for _ in 0..11 {
            ground.clock.advance_seconds(HOUR);
            assert!(open(&used).await);
        }
        ground.clock.advance_seconds(HOUR);
        assert!(!open(&used).await);
    })
    .await;
}

#[tokio::test]
async fn last_use_is_written_at_most_every_five_minutes() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let anna = person(&identity, "anna@comune.example").await;
        let token =
            identity.sign_in(&email("anna@comune.example"), PASSWORD, "").await.unwrap().token;
        let seen = async || identity.sessions_of(anna).await.unwrap()[0].last_seen_at;
        let start = seen().await;
        ground.clock.advance_seconds(299);
        identity.session(&token).await.unwrap().unwrap();
        assert_eq!(seen().await, start);
        ground.clock.advance_seconds(1);
        identity.session(&token).await.unwrap().unwrap();
        assert_eq!(seen().await, start + 300_000);
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_one_session_or_all() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let anna = person(&identity, "anna@comune.example").await;
        let bruno = person(&identity, "bruno@comune.example").await;
        let enter = async |address: &str, agent: &str| {
            identity.sign_in(&email(address), PASSWORD, agent).await.unwrap()
        };
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let one = enter("anna@comune.example", firefox).await;
        let two = enter("anna@comune.example", "").await;
        let three = enter("anna@comune.example", "").await;
        let his = enter("bruno@comune.example", "").await;
        assert_eq!(identity.sessions_of(anna).await.unwrap().len(), 3);
        let listed = identity.sessions_of(anna).await.unwrap();
        let device = listed.iter().find(|s| s.id == one.session).map(|s| s.device.as_str());
        assert_eq!(device, Some("Firefox, Linux"));

        identity.sign_out(&one.token).await.unwrap();
        assert!(identity.session(&one.token).await.unwrap().is_none());
        assert!(identity.session(&two.token).await.unwrap().is_some());
        // Nobody ends the session of somebody else.
        let others = identity.end_session(bruno, two.session).await;
        assert!(matches!(others, Err(IdentityError::NothingThere)));
        identity.end_session(anna, two.session).await.unwrap();
        assert_eq!(identity.sign_out_everywhere(anna).await.unwrap(), 1);
        assert_eq!(
            identity.principal_of(Some(&three.token)).await.unwrap(),
            Principal::anonymous()
        );
        assert!(identity.session(&his.token).await.unwrap().is_some());
        for forged in ["", "x", &"0".repeat(64), &format!("{}' OR 1=1", his.token)] {
            assert!(identity.session(forged).await.unwrap().is_none());
        }
    })
    .await;
}

#[tokio::test]
async fn a_new_password_keeps_only_the_session_in_use() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, "anna@comune.example").await;
        let address = email("anna@comune.example");
        let here = identity.sign_in(&address, PASSWORD, "").await.unwrap();
        let elsewhere = identity.sign_in(&address, PASSWORD, "").await.unwrap();
        let caller = Caller::web(identity.principal_of(Some(&here.token)).await.unwrap());
        let wrong = identity.change_password(&caller, here.session, OTHER, OTHER).await;
        assert!(matches!(wrong, Err(IdentityError::WrongCredentials)));
        identity.change_password(&caller, here.session, PASSWORD, OTHER).await.unwrap();
        assert!(identity.session(&here.token).await.unwrap().is_some());
        assert!(identity.session(&elsewhere.token).await.unwrap().is_none());
        assert!(identity.sign_in(&address, PASSWORD, "").await.is_err());
        identity.sign_in(&address, OTHER, "").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_has_ended_is_forgotten_and_nothing_else() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, "anna@comune.example").await;
        let address = email("anna@comune.example");
        identity.sign_in(&address, PASSWORD, "").await.unwrap();
        identity.request_reset(&address, texts::Lang::It).await.unwrap();
        assert!(identity.sign_in(&address, OTHER, "").await.is_err());
        assert_eq!(identity.retention().await.unwrap(), identity::retention::Forgotten::default());
        ground.clock.advance_seconds(12 * HOUR);
        let first = identity.retention().await.unwrap();
        assert_eq!((first.sessions, first.links, first.failures), (1, 0, 0));
        ground.clock.advance_seconds(13 * HOUR);
        let second = identity.retention().await.unwrap();
        assert_eq!((second.sessions, second.links, second.failures), (0, 1, 1));
    })
    .await;
}
