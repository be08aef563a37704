//! What live screens are told.

use std::time::Duration;

use axum::response::{IntoResponse, sse::Sse};
use futures::StreamExt;
use testkit::{Ground, on_both_engines};
use tokio::time::timeout;
use workday::{live::Hub, model::Day, service};

use crate::room::{BODY, MIGRATIONS, opened, prepared, site, staff, vote};

/// A connected screen: the text of the stream, piece by piece.
struct Screen(axum::body::BodyDataStream, String);

impl Screen {
    fn open(ground: &Ground, hub: &Hub, day: &Day, since: Option<i64>) -> Self {
        let sse = Sse::new(hub.stream(&ground.store, BODY, day.id, since));
        Self(sse.into_response().into_body().into_data_stream(), String::new())
    }

    /// Reads until the stream has said something that contains a text.
    async fn until(&mut self, text: &str) -> String {
        while !self.1.contains(text) {
            let piece = timeout(Duration::from_secs(10), self.0.next()).await;
            let piece = piece.unwrap_or_else(|_| panic!("no {text:?} in {:?}", self.1));
            self.1.push_str(std::str::from_utf8(&piece.unwrap().unwrap()).unwrap());
        }
        std::mem::take(&mut self.1)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_watcher_serves_every_screen_and_nothing_is_lost() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let hub = Hub::default();
        let day = opened(&ground, "giornata-1").await;
        let seen = ground.store.version(BODY).await.unwrap();
        let mut screens: Vec<Screen> =
            (0..1000).map(|_| Screen::open(&ground, &hub, &day, Some(seen))).collect();
        let mut program = Screen::open(&ground, &hub, &day, None);
        assert!(program.until("counters").await.contains(r#"{"ballots":0,"present":0}"#));
        assert_eq!(hub.watched(), 1);
        for _ in 0..7 {
            vote(&ground, &day, &["PARCO"]).await.unwrap();
        }
        for screen in &mut screens {
            let told = screen.until(r#"{"ballots":7,"present":7}"#).await;
            assert!(told.contains("id:"), "{told}");
            assert!(!told.contains("reload"), "{told}");
        }
        service::close(&ground.store, &staff(), BODY, day.id).await.unwrap();
        for screen in &mut screens {
            screen.until("reload").await;
        }

        // A telephone that was away while the vote closed is told to ask again; one that knows is not.
        let mut late = Screen::open(&ground, &hub, &day, Some(seen));
        late.until("reload").await;
        let now = ground.store.version(BODY).await.unwrap();
        let mut knows = Screen::open(&ground, &hub, &day, Some(now));
        let silence = timeout(Duration::from_millis(300), knows.0.next()).await;
        assert!(silence.is_err(), "{silence:?}");

        drop((screens, program, late, knows));
        for _ in 0..100 {
            if hub.watched() == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(hub.watched(), 0, "the last to leave ends the watcher");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopping_program_lets_its_screens_go() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let hub = Hub::default();
        let day = prepared(&ground, "giornata-1").await;
        service::freeze(&ground.store, &staff(), &site(), day.id).await.unwrap();
        let mut screen = Screen::open(&ground, &hub, &day, None);
        screen.until("counters").await;
        hub.stop();
        let end = timeout(Duration::from_secs(5), screen.0.next()).await.unwrap();
        assert!(end.is_none());
    })
    .await;
}
