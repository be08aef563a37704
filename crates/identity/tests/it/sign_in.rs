//! Signing in: constant work, growing waits.

use identity::{Caller, IdentityError, MIGRATIONS};

use crate::{OTHER, PASSWORD, email, identity, new, person};

#[tokio::test]
async fn right_and_wrong_and_unknown_cost_one_hash_each() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, "anna@comune.example").await;
        let without = new("vuota@comune.example");
        identity.add_person(&Caller::command_line(), without, None).await.unwrap();
        for (address, password, good) in [
            ("anna@comune.example", PASSWORD, true),
            ("anna@comune.example", OTHER, false),
            ("nessuno@comune.example", PASSWORD, false),
            ("vuota@comune.example", "", false),
        ] {
            let before = identity.hashes_done();
            let result = identity.sign_in(&email(address), password, "").await;
            assert_eq!(identity.hashes_done() - before, 1, "{address}");
            match result {
                Ok(_) => assert!(good, "{address}"),
                Err(IdentityError::WrongCredentials) => assert!(!good, "{address}"),
                Err(other) => panic!("{address}: {other:?}"),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn after_five_failures_waits_grow_also_for_unknown_addresses() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, "anna@comune.example").await;
        for address in ["anna@comune.example", "nessuno@comune.example"] {
            let attempt =
                async |password: &str| identity.sign_in(&email(address), password, "").await;
            for _ in 0..5 {
                assert!(matches!(attempt(OTHER).await, Err(IdentityError::WrongCredentials)));
            }
            let hashes = identity.hashes_done();
            // Even the right password waits, and no hash is spent on it.
            assert!(matches!(
                attempt(PASSWORD).await,
                Err(IdentityError::Throttled { seconds: 30 })
            ));
            assert_eq!(identity.hashes_done(), hashes);
            ground.clock.advance_seconds(29);
            assert!(matches!(
                attempt(PASSWORD).await,
                Err(IdentityError::Throttled { seconds: 1 })
            ));
            ground.clock.advance_seconds(1);
            assert!(matches!(attempt(OTHER).await, Err(IdentityError::WrongCredentials)));
            assert!(matches!(attempt(OTHER).await, Err(IdentityError::Throttled { seconds: 60 })));
        }
        ground.clock.advance_seconds(60);
        let anna = email("anna@comune.example");
        identity.sign_in(&anna, PASSWORD, "").await.unwrap();
        // Success starts the count afresh.
        for _ in 0..5 {
            assert!(matches!(
                identity.sign_in(&anna, OTHER, "").await,
                Err(IdentityError::WrongCredentials)
            ));
        }
        // A day later failures are forgotten: the next one does not block.
        ground.clock.advance_seconds(86_400);
        for _ in 0..4 {
            assert!(matches!(
                identity.sign_in(&anna, OTHER, "").await,
                Err(IdentityError::WrongCredentials)
            ));
        }
        identity.sign_in(&anna, PASSWORD, "").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn attempts_at_the_same_time_do_not_slip_through() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        person(&identity, "anna@comune.example").await;
        let attempts = (0..20).map(|_| {
            let identity = identity.clone();
            tokio::spawn(
                async move { identity.sign_in(&email("anna@comune.example"), OTHER, "").await },
            )
        });
        let attempts: Vec<_> = attempts.collect();
        let mut checked = 0;
        for attempt in attempts {
            match attempt.await.unwrap() {
                Err(IdentityError::WrongCredentials) => checked += 1,
                Err(IdentityError::Throttled { .. }) => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(checked, 5, "{}", ground.engine);
    })
    .await;
}

#[tokio::test]
async fn a_closed_account_is_as_good_as_none() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let anna = person(&identity, "anna@comune.example").await;
        let opened = identity.sign_in(&email("anna@comune.example"), PASSWORD, "").await.unwrap();
        identity.disable_person(&Caller::command_line(), anna).await.unwrap();
        assert!(identity.session(&opened.token).await.unwrap().is_none());
        let result = identity.sign_in(&email("anna@comune.example"), PASSWORD, "").await;
        assert!(matches!(result, Err(IdentityError::WrongCredentials)));
    })
    .await;
}
