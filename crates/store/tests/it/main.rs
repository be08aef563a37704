//! What every write leaves behind, on both engines.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use kernel::{BodyId, Principal, id::Uuid};
use store::{
    Change, Store, StoreError, audit, backup, events,
    search::{self, Document},
    thread::{self, Direction, Node},
};
use testkit::on_both_engines;

const BODY: BodyId = BodyId(Uuid::from_u128(7));
const OTHER: BodyId = BodyId(Uuid::from_u128(8));

async fn change(store: &Store, body: BodyId, action: &'static str) -> i64 {
    store
        .write(body, action, |tx, action| {
            Box::pin(async move {
                let id = tx.new_id();
                tx.record(Change::by(&Principal::anonymous(), action, "thing", id)).await
            })
        })
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_numbered_and_sealed_per_body() {
    on_both_engines(&[], |ground| async move {
        let store = ground.store;
        assert_eq!(change(&store, BODY, "thing.make").await, 1);
        assert_eq!(change(&store, BODY, "thing.edit").await, 2);
        assert_eq!(change(&store, OTHER, "thing.make").await, 1);
        assert_eq!(store.version(BODY).await.unwrap(), 2);
        let log = events::after(&store, BODY, 1, 10).await.unwrap();
        assert_eq!(
            log.iter().map(|e| (e.seq, e.action.as_str())).collect::<Vec<_>>(),
            [(2, "thing.edit")]
        );
        let verdict = audit::verify(&store, BODY).await.unwrap();
        assert_eq!((verdict.entries, verdict.broken), (2, None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_use_case_leaves_nothing_and_takes_nobody_with_it() {
    on_both_engines(&[], |ground| async move {
        let store = ground.store;
        let refused = store.write(BODY, (), |tx, ()| {
            Box::pin(async move {
                tx.record(Change::by(&Principal::anonymous(), "thing.bad", "thing", tx.new_id()))
                    .await?;
                Err::<(), _>(StoreError::Corrupt("no".into()))
            })
        });
        let (refused, accepted) = tokio::join!(refused, change(&store, BODY, "thing.good"));
        assert!(refused.is_err());
        assert_eq!(accepted, 1);
        let panicked = store.write(BODY, true, |_, boom| {
            Box::pin(async move { if *boom { panic!("boom") } else { Ok::<(), StoreError>(()) } })
        });
        if ground.engine == "sqlite" {
            assert!(matches!(panicked.await, Err(StoreError::Interrupted)));
        }
        assert_eq!(change(&store, BODY, "thing.after").await, 2);
        assert_eq!(audit::verify(&store, BODY).await.unwrap().broken, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_at_once_are_all_kept_in_one_unbroken_chain() {
    on_both_engines(&[], |ground| async move {
        let tasks: Vec<_> = (0..100)
            .map(|_| {
                let store = ground.store.clone();
                tokio::spawn(async move { change(&store, BODY, "thing.make").await })
            })
            .collect();
        let mut seen = Vec::new();
        for task in tasks {
            seen.push(task.await.unwrap());
        }
        seen.sort_unstable();
        assert_eq!(seen, (1..=100).collect::<Vec<i64>>());
        let verdict = audit::verify(&ground.store, BODY).await.unwrap();
        assert_eq!((verdict.entries, verdict.broken), (100, None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_thread_is_walked_both_ways() {
    on_both_engines(&[], |ground| async move {
        let store = ground.store;
        let ids: [Uuid; 3] = [1, 2, 3].map(Uuid::from_u128);
        store
            .write(BODY, ids, |tx, ids| {
                Box::pin(async move {
                    for (kind, id, public) in [
                        ("idea", ids[0], true),
                        ("project", ids[1], false),
                        ("action", ids[2], true),
                    ] {
                        let node = Node {
                            kind: kind.into(),
                            id,
                            label: kind.into(),
                            href: format!("/{kind}"),
                            note: String::new(),
                        };
                        thread::put(tx, &node, public).await?;
                    }
                    thread::join(tx, ("idea", ids[0]), "became", ("project", ids[1])).await?;
                    thread::join(tx, ("project", ids[1]), "became", ("action", ids[2])).await?;
                    thread::join(tx, ("project", ids[1]), "became", ("action", ids[2])).await
                })
            })
            .await
            .unwrap();
        let forward =
            thread::walk(&store, BODY, ("idea", ids[0]), Direction::Forward).await.unwrap();
        assert_eq!(
            forward.iter().map(|s| (s.kind.as_str(), s.depth)).collect::<Vec<_>>(),
            [("action", 2)]
        );
        let back = thread::walk(&store, BODY, ("action", ids[2]), Direction::Back).await.unwrap();
        assert_eq!(back.iter().map(|s| s.kind.as_str()).collect::<Vec<_>>(), ["idea"]);
        assert!(
            thread::walk(&store, OTHER, ("idea", ids[0]), Direction::Forward)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_words_find_the_same_things_on_both_engines() {
    on_both_engines(&[], |ground| async move {
        let store = ground.store;
        for (body, n, title, public) in [
            (BODY, 1_u128, "Centro sociale per anziani", true),
            (BODY, 2, "Sportello per famiglie", true),
            (BODY, 3, "Anziani: bozza segreta", false),
            (OTHER, 4, "Assistenza all'anziano", true),
        ] {
            store
                .write(body, (n, title, public), |tx, (n, title, public)| {
                    Box::pin(async move {
                        let id = Uuid::from_u128(*n);
                        let document = Document {
                            kind: "service",
                            id,
                            title,
                            summary: "",
                            href: "/x",
                            text: "",
                            public: *public,
                        };
                        search::put(tx, &document).await?;
                        search::put(tx, &document).await
                    })
                })
                .await
                .unwrap();
        }
        let titles = |hits: Vec<search::Hit>| {
            let mut titles: Vec<String> = hits.into_iter().map(|h| h.title).collect();
            titles.sort();
            titles
        };
        let everywhere = search::find(&store, None, None, "anziano", 10).await.unwrap();
        assert_eq!(titles(everywhere), ["Assistenza all'anziano", "Centro sociale per anziani"]);
        let here =
            search::find(&store, Some(BODY), Some("service"), "centri anzian", 10).await.unwrap();
        assert_eq!(titles(here), ["Centro sociale per anziani"]);
        for hostile in ["\" OR 1=1 --", "*", "a:* & !b", "')", ""] {
            search::find(&store, None, None, hostile, 10).await.unwrap();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_checked_and_can_be_put_back() {
    let folder = std::env::temp_dir().join(format!("agio-backup-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    on_both_engines(&[], |ground| {
        let folder = folder.clone();
        async move {
            if ground.engine != "sqlite" {
                return;
            }
            change(&ground.store, BODY, "thing.make").await;
            let file = folder.join("copy.db");
            let copy = backup::backup(&ground.store, &file).await.unwrap();
            assert!(copy.bytes > 0);
            assert!(
                backup::backup(&ground.store, &file).await.is_err(),
                "a copy is never overwritten"
            );
            let url = format!("sqlite:{}", folder.join("restored.db").display());
            backup::restore(&url, &file).await.unwrap();
            let clock = std::sync::Arc::new(ground.clock);
            let again = Store::connect(&url, clock, std::sync::Arc::clone(ground.store.dice()))
                .await
                .unwrap();
            assert_eq!(audit::verify(&again, BODY).await.unwrap().entries, 1);
            std::fs::write(folder.join("broken.db"), b"not a database").unwrap();
            assert!(backup::restore(&url, &folder.join("broken.db")).await.is_err());
        }
    })
    .await;
    let _ = std::fs::remove_dir_all(&folder);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgres_a_transaction_cannot_write_another_bodys_rows() {
    on_both_engines(&[], |ground| async move {
        let (store, engine) = (ground.store, ground.engine);
        change(&store, OTHER, "thing.make").await;
        let touch = |owner: BodyId| {
            let store = store.clone();
            async move {
                let outcome: Result<u64, StoreError> = store
                    .write(owner, (), |tx, ()| {
                        Box::pin(async move {
                            let sql = "UPDATE body_head SET seq = seq WHERE body_id = ?";
                            tx.execute(sql, [OTHER.0.into()]).await
                        })
                    })
                    .await;
                outcome.unwrap()
            }
        };
        assert_eq!(touch(OTHER).await, 1);
        assert_eq!(touch(kernel::id::NETWORK).await, 1, "the network reaches every body");
        // SQLite has no such wall: there the queries alone keep bodies apart.
        assert_eq!(touch(BODY).await, u64::from(engine == "sqlite"));
        let add: Result<u64, StoreError> = store
            .write(BODY, (), |tx, ()| {
                Box::pin(async move {
                    let sql = "INSERT INTO setting (body_id, name, value) VALUES (?, 'x', 'y')";
                    tx.execute(sql, [OTHER.0.into()]).await
                })
            })
            .await;
        assert_eq!(add.is_ok(), engine == "sqlite");
    })
    .await;
}
