//! What the logs say of a ballot: that it came, nothing more.

use sea_orm::ConnectionTrait;
use store::{Store, sql};
use testkit::on_both_engines;
use workday::{counting, retention, service, voting};

use crate::room::{BODY, MIGRATIONS, ballot, opened, site, staff};

/// Every text of every row of a query, joined.
async fn texts(store: &Store, query: &str, columns: &[&str]) -> String {
    let rows = store.read().query_all_raw(sql(store.engine(), query, [])).await.unwrap();
    assert!(!rows.is_empty(), "{query}");
    rows.iter()
        .flat_map(|row| columns.iter().map(|column| row.try_get::<String>("", column).unwrap()))
        .collect::<Vec<_>>()
        .join("\n")
}

#[tokio::test]
async fn choices_stand_in_the_ballot_and_nowhere_else() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let store = &ground.store;
        let day = opened(&ground, "giornata-1").await;
        let joined = voting::join(store, BODY, day.join_code.as_deref().unwrap()).await.unwrap();
        let first = voting::cast(store, BODY, ballot(day.id, &joined.token, 1, &["FERMATA"])).await.unwrap();
        let receipt = voting::cast(store, BODY, ballot(day.id, &joined.token, 2, &["PARCO"])).await.unwrap();

        let ballots = texts(store, "SELECT approvals, voter FROM ballot", &["approvals", "voter"]).await;
        assert!(ballots.contains("PARCO"), "the test can see choices where they are");
        assert!(!ballots.contains("FERMATA"), "a replaced choice is gone");
        let voter = ballots.lines().last().unwrap().to_owned();

        // All that was logged since the opening: one joining, two ballots.
        let audit = "SELECT action, before_json, after_json, on_behalf_of FROM audit_log \
                     WHERE action IN ('working_day.join', 'ballot.cast') ORDER BY seq";
        let columns = ["action", "before_json", "after_json", "on_behalf_of"];
        let logged = texts(store, audit, &columns).await;
        let nothing = |action: &str| format!("{action}\nnull\nnull\n");
        let expected = ["working_day.join", "ballot.cast", "ballot.cast"].map(nothing).join("\n");
        assert_eq!(logged, expected);
        let named = "SELECT COUNT(*) AS n FROM audit_log WHERE action IN ('working_day.join', 'ballot.cast') \
                     AND (actor IS NOT NULL OR subject_kind <> 'working_day')";
        let row = store.read().query_one_raw(sql(store.engine(), named, [])).await.unwrap().unwrap();
        assert_eq!(row.try_get::<i64>("", "n").unwrap(), 0);

        let all = texts(store, "SELECT action, before_json, after_json FROM audit_log", &columns[..3]).await;
        let events = texts(store, "SELECT action, subject_kind FROM event_log", &["action", "subject_kind"]).await;
        let sent = texts(store, "SELECT receipt FROM ballot_submission", &["receipt"]).await;
        for (log, name) in [(&all, "audit"), (&events, "events")] {
            for secret in [&joined.token, &voter, &receipt.code, &first.code] {
                assert!(!log.contains(secret.as_str()), "{name}");
            }
        }
        assert!(!events.contains("PARCO") && !sent.contains("PARCO") && !sent.contains("FERMATA"));
        // The secret itself is stored nowhere: only its hash.
        let kept = texts(store, "SELECT voter, token_hash FROM voter_credential", &["voter", "token_hash"]).await;
        assert!(!kept.contains(&joined.token) && kept.contains(&voter));
        assert!(!kept.contains(&staff().person.unwrap().to_string()));
    })
    .await;
}

#[tokio::test]
async fn a_month_after_the_result_nothing_says_which_code_voted() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let store = &ground.store;
        let day = opened(&ground, "giornata-1").await;
        let joined = voting::join(store, BODY, day.join_code.as_deref().unwrap()).await.unwrap();
        voting::cast(store, BODY, ballot(day.id, &joined.token, 1, &["PARCO"])).await.unwrap();
        service::close(store, &staff(), BODY, day.id).await.unwrap();
        counting::count(store, &staff(), BODY, day.id).await.unwrap();
        counting::publish(store, &staff(), &site(), day.id).await.unwrap();
        assert_eq!(retention::forget(store, BODY).await.unwrap(), 0, "not yet");
        ground.clock.advance_seconds(31 * 86_400);
        assert_eq!(retention::forget(store, BODY).await.unwrap(), 1);
        assert_eq!(retention::forget(store, BODY).await.unwrap(), 0);
        // The result stands, and so do the ballots that anyone recounts.
        let ballots = texts(store, "SELECT approvals, voter FROM ballot", &["approvals"]).await;
        assert!(ballots.contains("PARCO"));
        assert_eq!(::store::audit::verify(store, BODY).await.unwrap().broken, None);
    })
    .await;
}
