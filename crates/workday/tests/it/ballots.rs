//! Joining and handing in ballots.

use futures::future::join_all;
use kernel::id::Uuid;
use testkit::on_both_engines;
use workday::{WorkdayError, counting, model::Rules, service, voting};

use crate::room::{BODY, MIGRATIONS, ballot, fields, opened, prepared, project, site, staff};

#[tokio::test]
async fn two_ballots_of_one_voter_count_once_and_the_last_one_stands() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let store = &ground.store;
        let day = opened(&ground, "giornata-1").await;
        let typed = day.join_code.as_deref().unwrap().to_lowercase();
        let voter =
            voting::join(store, BODY, &format!(" {} {} ", &typed[..3], &typed[3..])).await.unwrap();
        assert_eq!(voting::own_ballot(store, BODY, day.id, &voter.token).await.unwrap(), None);
        let first = ballot(day.id, &voter.token, 1, &["PARCO"]);
        let kept = voting::cast(store, BODY, first.clone()).await.unwrap();
        assert!(kept.stands);
        assert_eq!(
            voting::cast(store, BODY, first.clone()).await.unwrap(),
            kept,
            "sent again, same receipt"
        );
        let changed =
            voting::cast(store, BODY, ballot(day.id, &voter.token, 1, &["FERMATA"])).await;
        assert!(matches!(changed, Err(WorkdayError::SubmissionReused)), "{changed:?}");

        let second = voting::cast(
            store,
            BODY,
            ballot(day.id, &voter.token, 2, &["PANCHINE", "FERMATA", "PANCHINE"]),
        );
        let second = second.await.unwrap();
        assert_ne!(second.code, kept.code);
        // The first one, arriving late again, neither counts nor replaces.
        let late = voting::cast(store, BODY, first).await.unwrap();
        assert_eq!((late.code, late.stands), (kept.code.clone(), false));
        let own = voting::own_ballot(store, BODY, day.id, &voter.token).await.unwrap().unwrap();
        assert_eq!(own.approvals, ["FERMATA", "PANCHINE"]);
        assert!(
            voting::receipt_stands(store, BODY, day.id, &second.code.to_lowercase()).await.unwrap()
        );
        assert!(!voting::receipt_stands(store, BODY, day.id, &kept.code).await.unwrap());
        assert_eq!(voting::live_counts(store, BODY, day.id).await.unwrap().ballots, 1);

        service::close(store, &staff(), BODY, day.id).await.unwrap();
        let record = counting::count(store, &staff(), BODY, day.id).await.unwrap();
        let votes: Vec<u64> = record.greedy.projects.iter().map(|p| p.votes).collect();
        assert_eq!((record.ballots, votes), (1, vec![0, 1, 1]));
    })
    .await;
}

#[tokio::test]
async fn strangers_and_wrong_choices_are_refused() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let store = &ground.store;
        let day = opened(&ground, "giornata-1").await;
        let other = opened(&ground, "giornata-2").await;
        for typed in ["", "AAAAAA", "'; DROP TABLE ballot; --"] {
            let refused = voting::join(store, BODY, typed).await;
            assert!(matches!(refused, Err(WorkdayError::WrongCode)), "{typed}: {refused:?}");
        }
        let elsewhere =
            voting::join(store, BODY, other.join_code.as_deref().unwrap()).await.unwrap();
        let foreign =
            voting::cast(store, BODY, ballot(day.id, &elsewhere.token, 1, &["PARCO"])).await;
        assert!(matches!(foreign, Err(WorkdayError::UnknownVoter)), "{foreign:?}");
        let voter = voting::join(store, BODY, day.join_code.as_deref().unwrap()).await.unwrap();
        let unknown =
            voting::cast(store, BODY, ballot(day.id, &voter.token, 1, &["PARCO", "LUNA"])).await;
        assert!(
            matches!(&unknown, Err(WorkdayError::NotOnBallot(code)) if code == "LUNA"),
            "{unknown:?}"
        );
        assert_eq!(voting::live_counts(store, BODY, day.id).await.unwrap().ballots, 0);
        // A ballot that approves nothing is a ballot.
        assert!(
            voting::cast(store, BODY, ballot(day.id, &voter.token, 2, &[])).await.unwrap().stands
        );
        assert_eq!(voting::live_counts(store, BODY, day.id).await.unwrap().ballots, 1);
    })
    .await;
}

#[tokio::test]
async fn a_personal_code_lets_in_one_ballot_whatever_the_telephone() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let (store, who) = (&ground.store, staff());
        let strict = workday::model::DayFields {
            rules: Rules { least_level: 1, ..Rules::default() },
            ..fields("con-codice")
        };
        let day = service::create_day(store, &who, BODY, "bassa", strict).await.unwrap();
        service::add_project(store, &who, BODY, day.id, project("P1", "Primo", 100)).await.unwrap();
        service::freeze(store, &who, &site(), day.id).await.unwrap();
        let codes = voting::issue_codes(store, &who, BODY, day.id, 600).await.unwrap();
        assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), 600);
        let day = service::open(store, &who, BODY, day.id).await.unwrap();
        let room = voting::join(store, BODY, day.join_code.as_deref().unwrap()).await;
        assert!(matches!(room, Err(WorkdayError::PersonalCodeNeeded)), "{room:?}");
        let telephone = voting::join(store, BODY, &codes[7]).await.unwrap();
        assert_eq!(telephone.level, 1);
        voting::cast(store, BODY, ballot(day.id, &telephone.token, 1, &["P1"])).await.unwrap();
        let tablet = voting::join(store, BODY, &codes[7]).await.unwrap();
        let moved = voting::cast(store, BODY, ballot(day.id, &telephone.token, 2, &[])).await;
        assert!(matches!(moved, Err(WorkdayError::UnknownVoter)), "the code has moved: {moved:?}");
        voting::cast(store, BODY, ballot(day.id, &tablet.token, 3, &[])).await.unwrap();
        let live = voting::live_counts(store, BODY, day.id).await.unwrap();
        assert_eq!((live.present, live.ballots), (1, 1));
        service::close(store, &who, BODY, day.id).await.unwrap();
        let record = counting::count(store, &who, BODY, day.id).await.unwrap();
        assert_eq!((record.ballots_by_level, record.greedy.projects[0].votes), ([0, 1], 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_ballots_at_once_are_all_counted() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let store = &ground.store;
        let day = opened(&ground, "giornata-1").await;
        let code = day.join_code.clone().unwrap();
        let votes = (0_u128..200).map(|n| {
            let (store, code) = (store.clone(), code.clone());
            tokio::spawn(async move {
                let voter = voting::join(&store, BODY, &code).await.unwrap();
                let codes: &[&str] = if n % 4 == 0 { &["FERMATA"] } else { &["PARCO", "PANCHINE"] };
                voting::cast(&store, BODY, ballot(day.id, &voter.token, n, codes)).await.unwrap()
            })
        });
        let receipts: Vec<String> =
            join_all(votes).await.into_iter().map(|r| r.unwrap().code).collect();
        let live = voting::live_counts(store, BODY, day.id).await.unwrap();
        assert_eq!((live.present, live.ballots), (200, 200));
        for receipt in &receipts {
            assert!(voting::receipt_stands(store, BODY, day.id, receipt).await.unwrap());
        }
        service::close(store, &staff(), BODY, day.id).await.unwrap();
        let record = counting::count(store, &staff(), BODY, day.id).await.unwrap();
        let votes: Vec<u64> = record.greedy.projects.iter().map(|p| p.votes).collect();
        assert_eq!((record.ballots, votes), (200, vec![150, 50, 150]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_closing_beats_late_ballots() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let store = &ground.store;
        let day = opened(&ground, "giornata-1").await;
        let code = day.join_code.clone().unwrap();
        let mut tokens = Vec::new();
        for _ in 0..60 {
            tokens.push(voting::join(store, BODY, &code).await.unwrap().token);
        }
        let first = ballot(day.id, &tokens[0], 900, &["PARCO"]);
        let acknowledged = voting::cast(store, BODY, first.clone()).await.unwrap();
        let racing = tokens[1..].iter().cloned().map(|token| {
            let store = store.clone();
            tokio::spawn(async move {
                voting::cast(&store, BODY, ballot(day.id, &token, 1, &["PARCO"])).await
            })
        });
        let racing: Vec<_> = racing.collect();
        let closing = store.clone();
        let closed =
            tokio::spawn(async move { service::close(&closing, &staff(), BODY, day.id).await });
        let mut taken = 1;
        for answer in join_all(racing).await {
            match answer.unwrap() {
                Ok(_) => taken += 1,
                Err(WorkdayError::VoteClosed) => {}
                Err(other) => panic!("{other}"),
            }
        }
        let closed = closed.await.unwrap().unwrap();
        assert_eq!(closed.ballots, taken, "what was acknowledged is what was in at the closing");
        let late = voting::cast(store, BODY, ballot(day.id, &tokens[0], 901, &["FERMATA"])).await;
        assert!(matches!(late, Err(WorkdayError::VoteClosed)), "{late:?}");
        assert_eq!(
            voting::cast(store, BODY, first).await.unwrap(),
            acknowledged,
            "still acknowledged"
        );
        assert!(matches!(voting::join(store, BODY, &code).await, Err(WorkdayError::VoteClosed)));
        let record = counting::count(store, &staff(), BODY, day.id).await.unwrap();
        assert_eq!(record.ballots, taken);
    })
    .await;
}

#[tokio::test]
async fn nobody_joins_a_day_that_is_being_prepared() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let day = prepared(&ground, "giornata-1").await;
        let codes = voting::issue_codes(&ground.store, &staff(), BODY, day.id, 1).await;
        assert!(matches!(codes, Err(WorkdayError::NotOpenYet)), "{codes:?}");
        let cast = voting::cast(&ground.store, BODY, ballot(day.id, "x", 1, &["PARCO"])).await;
        assert!(matches!(cast, Err(WorkdayError::UnknownVoter)), "{cast:?}");
        let missing =
            voting::live_counts(&ground.store, BODY, workday::model::DayId(Uuid::nil())).await;
        assert!(matches!(missing, Err(WorkdayError::DayNotFound)));
    })
    .await;
}
