//! The profile frozen, compared and published.

use profile::{ProfileError, Register, snapshot};

use crate::{clerk, here, import, on_both};

#[tokio::test]
async fn a_snapshot_is_frozen_compared_and_published() {
    on_both(|ground| async move {
        let (store, body, place) = (&ground.store, here().body, here());
        let one = "codice;nome\nS1;Sportello\nS2;Aiuto a casa\n";
        import(store, Register::Services, one).await.unwrap();
        assert_eq!(snapshot::take(store, &place, &clerk(), "Prima").await.unwrap(), 1);
        let same = snapshot::content(store, body).await.unwrap();
        let two = "codice;nome\nS1;Sportello sociale\nS3;Trasporto\n";
        import(store, Register::Services, two).await.unwrap();
        assert_eq!(snapshot::take(store, &place, &clerk(), "Seconda").await.unwrap(), 2);
        let (first, before) = snapshot::read(store, body, 1).await.unwrap();
        let (_, after) = snapshot::read(store, body, 2).await.unwrap();
        assert_eq!(before, same, "what was frozen does not move");
        let difference = snapshot::compare(&before, &after);
        assert!(difference.counts.contains(&("services".into(), 2, 3)), "{difference:?}");
        assert_eq!(
            (difference.added[0].1.as_str(), difference.changed[0].1.as_str()),
            ("S3", "S1")
        );
        assert!(difference.removed.is_empty());
        assert_eq!(first.published_at, None);
        snapshot::publish(store, &place, &clerk(), 1).await.unwrap();
        let at = snapshot::read(store, body, 1).await.unwrap().0.published_at;
        ground.clock.advance_seconds(60);
        snapshot::publish(store, &place, &clerk(), 1).await.unwrap();
        assert_eq!(snapshot::read(store, body, 1).await.unwrap().0.published_at, at);
        let none = snapshot::publish(store, &place, &clerk(), 9).await;
        assert!(matches!(none, Err(ProfileError::NotFound)), "{none:?}");
        store::audit::verify(store, body).await.unwrap();
    })
    .await;
}
