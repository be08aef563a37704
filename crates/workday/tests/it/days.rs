//! The states of a day, what each refuses, and the result.

use fair_selection::{Ballot, Election, PublishedOrder, Rule, TieOrder, select};
use kernel::{Cents, id::Uuid};
use participation::{model::IdeaState, service::ideas};
use store::{search, thread};
use testkit::on_both_engines;
use workday::{
    WorkdayError, counting,
    model::{DayState, OfficialRule, Rules, Step},
    service, voting,
};

use crate::room::{
    BODY, MIGRATIONS, admitted, ballot, fields, idea_state, opened, park_idea, prepared, project,
    site, staff, vote,
};

#[tokio::test]
async fn the_whole_life_of_a_day() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let (store, who) = (&ground.store, staff());
        let day = prepared(&ground, "giornata-1").await;
        assert!(service::days(store, BODY, None, true).await.unwrap().is_empty(), "not public yet");
        assert!(
            search::find(store, Some(BODY), Some("project"), "parco", 9).await.unwrap().is_empty()
        );

        let day = service::freeze(store, &who, &site(), day.id).await.unwrap();
        assert_eq!(day.state, DayState::RulesFrozen);
        assert_eq!(day.rules_hash.as_ref().unwrap().len(), 64);
        assert_eq!(day.join_code.as_ref().unwrap().len(), 6);
        assert_eq!(
            service::days(store, BODY, Some("agenda-sociale"), true).await.unwrap().len(),
            1
        );
        assert_eq!(
            search::find(store, Some(BODY), Some("project"), "parco", 9).await.unwrap().len(),
            1
        );
        let early = vote(&ground, &day, &["PARCO"]).await;
        assert!(matches!(early, Err(WorkdayError::NotOpenYet)), "{early:?}");

        service::open(store, &who, BODY, day.id).await.unwrap();
        for codes in [
            &["PARCO", "PANCHINE"][..],
            &["PARCO", "PANCHINE"],
            &["PARCO", "PANCHINE"],
            &["FERMATA"],
            &["FERMATA"],
        ] {
            vote(&ground, &day, codes).await.unwrap();
        }
        let live = voting::live_counts(store, BODY, day.id).await.unwrap();
        // The one who joined before the opening is present and has no ballot in.
        assert_eq!((live.present, live.ballots), (6, 5));
        service::close(store, &who, BODY, day.id).await.unwrap();
        assert!(matches!(
            counting::results(store, BODY, "giornata-1").await,
            Err(WorkdayError::NoResult)
        ));
        let record = counting::count(store, &who, BODY, day.id).await.unwrap();
        assert!(matches!(
            counting::results(store, BODY, "giornata-1").await,
            Err(WorkdayError::NoResult)
        ));
        assert!(matches!(
            counting::recount_file(store, BODY, "giornata-1").await,
            Err(WorkdayError::NoResult)
        ));
        assert_eq!(
            counting::results_for_staff(store, BODY, "giornata-1").await.unwrap().record,
            record
        );
        let day = counting::publish(store, &who, &site(), day.id).await.unwrap();
        assert_eq!(day.state, DayState::Published);

        let results = counting::results(store, BODY, "giornata-1").await.unwrap();
        assert_eq!(results.record, record);
        assert_eq!((record.present, record.ballots, record.ballots_by_level), (6, 5, [5, 0]));
        assert_eq!(record.greedy.selected, ["PANCHINE", "PARCO"]);
        assert_eq!(record.equal_shares.selected, ["PANCHINE", "FERMATA"]);
        assert_eq!(record.comparison.both, ["PANCHINE"]);
        assert_eq!(record.comparison.greedy_only, ["PARCO"]);
        assert_eq!(record.comparison.equal_shares_only, ["FERMATA"]);
        let approvals: Vec<_> = results
            .projects
            .iter()
            .map(|p| (&*p.project.fields.code, p.approvals, p.chosen))
            .collect();
        assert_eq!(approvals, [("PARCO", 3, false), ("PANCHINE", 3, true), ("FERMATA", 2, true)]);
        let chosen = counting::chosen_projects(store, BODY, "giornata-1").await.unwrap();
        assert_eq!(
            chosen.iter().map(|p| &*p.fields.code).collect::<Vec<_>>(),
            ["PANCHINE", "FERMATA"]
        );

        let idea = park_idea(&ground, "giornata-1").await;
        assert_eq!(idea_state(&ground, &idea).await, IdeaState::NotPrioritised);
        let page = ideas::idea_page(store, BODY, "agenda-sociale", 1).await.unwrap();
        assert!(
            page.idea.answer.contains("Parco") && page.idea.answer.contains("mancavano"),
            "{}",
            page.idea.answer
        );
        let steps = thread::walk(store, BODY, ("idea", idea.idea), thread::Direction::Forward)
            .await
            .unwrap();
        assert_eq!(steps.len(), 1);
        assert_eq!(
            (&*steps[0].kind, &*steps[0].label, &*steps[0].note),
            ("project", "Parco", "=day-not-chosen")
        );
        assert_eq!(steps[0].href, "/bassa/giornate/giornata-1#progetto-parco");
        let verdict = store::audit::verify(store, BODY).await.unwrap();
        assert!(verdict.broken.is_none() && verdict.entries > 15, "{verdict:?}");
    })
    .await;
}

#[tokio::test]
async fn the_result_is_what_the_engine_says_by_itself() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let day = opened(&ground, "giornata-1").await;
        // Seventy ballots in a fixed pattern, of which some approve nothing.
        for n in 0_u32..70 {
            let codes: Vec<&str> = ["PARCO", "FERMATA", "PANCHINE"]
                .into_iter()
                .enumerate()
                .filter(|(at, _)| (n * 7 + 3) >> at & 1 == 1 && n % 5 != 0)
                .map(|(_, code)| code)
                .collect();
            vote(&ground, &day, &codes).await.unwrap();
        }
        service::close(&ground.store, &staff(), BODY, day.id).await.unwrap();
        let record = counting::count(&ground.store, &staff(), BODY, day.id).await.unwrap();
        counting::publish(&ground.store, &staff(), &site(), day.id).await.unwrap();

        let view = service::day(&ground.store, BODY, "giornata-1").await.unwrap();
        let mut drawn = view.projects.clone();
        drawn.sort_by_key(|p| p.tie_place);
        let order = TieOrder {
            rule: fair_selection::TieRule::CostVotesOrder,
            order: PublishedOrder::Given(drawn.into_iter().map(|p| p.fields.code).collect()),
        };
        let listed = [
            ("PARCO", "Parco", 60_000),
            ("FERMATA", "Fermata", 30_000),
            ("PANCHINE", "Panchine", 40_000),
        ]
        .map(|(id, name, cost)| fair_selection::Project::new(id, name, cost).in_group("ANZ"));
        let ballots = (0_usize..70)
            .map(|n| {
                Ballot::new(
                    (0..3)
                        .filter(|at| (n * 7 + 3) >> at & 1 == 1 && n % 5 != 0)
                        .collect::<Vec<_>>(),
                )
            })
            .collect();
        let election = Election::new(listed.to_vec(), ballots, 100_000, &order).unwrap();
        let shares = Rule::EqualShares(fair_selection::EqualShares {
            completion: fair_selection::Completion::AddOneUtilitarian(
                fair_selection::AddOne::default(),
            ),
            ..fair_selection::EqualShares::default()
        });
        assert_eq!(record.ballots, 70);
        assert_eq!(record.greedy, select(&election, &Rule::Greedy));
        assert_eq!(record.equal_shares, select(&election, &shares));

        // And so does whoever reads the recount file.
        let file = counting::recount_file(&ground.store, BODY, "giornata-1").await.unwrap();
        let reading = fair_selection::pabulib::read(file.as_bytes()).unwrap();
        let read_back = reading.document.election(&order).unwrap();
        assert_eq!(select(&read_back, &shares), record.equal_shares);
        assert_eq!(reading.document.meta("rules_hash"), day.rules_hash.as_deref());
    })
    .await;
}

#[tokio::test]
async fn each_wrong_arrow_is_refused_and_changes_nothing() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let (store, who) = (&ground.store, staff());
        let day = prepared(&ground, "giornata-1").await;
        let id = day.id;
        let one = service::day(store, BODY, "giornata-1").await.unwrap().projects.remove(0);
        // The steps that take the day forward, and in each state those that are refused.
        for next in [Step::Freeze, Step::Open, Step::Close, Step::Count, Step::Publish, Step::Annul]
        {
            let before = service::day(store, BODY, "giornata-1").await.unwrap();
            for step in [Step::Freeze, Step::Open, Step::Close, Step::Count, Step::Publish] {
                if step == next {
                    continue;
                }
                let refused = match step {
                    Step::Freeze => service::freeze(store, &who, &site(), id).await.map(drop),
                    Step::Open => service::open(store, &who, BODY, id).await.map(drop),
                    Step::Close => service::close(store, &who, BODY, id).await.map(drop),
                    Step::Count => counting::count(store, &who, BODY, id).await.map(drop),
                    _ => counting::publish(store, &who, &site(), id).await.map(drop),
                };
                match refused {
                    Err(WorkdayError::WrongState { state, step: asked }) => {
                        assert_eq!((state, asked), (before.day.state, step));
                    }
                    other => panic!("{step:?} in {:?}: {other:?}", before.day.state),
                }
            }
            if before.day.state != DayState::Prepared {
                // Frozen rules cannot be edited by any door.
                let edits = [
                    service::edit_day(store, &who, BODY, "bassa", id, fields("altra"))
                        .await
                        .map(drop),
                    service::add_project(store, &who, BODY, id, project("NUOVO", "Nuovo", 1))
                        .await
                        .map(drop),
                    service::edit_project(store, &who, BODY, id, one.id, project("X", "Xyz", 1))
                        .await
                        .map(drop),
                    service::remove_project(store, &who, BODY, id, one.id).await,
                ];
                for edit in edits {
                    assert!(
                        matches!(edit, Err(WorkdayError::WrongState { step: Step::Edit, .. })),
                        "{edit:?}"
                    );
                }
            }
            assert_eq!(
                service::day(store, BODY, "giornata-1").await.unwrap(),
                before,
                "nothing changed"
            );
            match next {
                Step::Freeze => service::freeze(store, &who, &site(), id).await.map(drop),
                Step::Open => service::open(store, &who, BODY, id).await.map(drop),
                Step::Close => service::close(store, &who, BODY, id).await.map(drop),
                Step::Count => counting::count(store, &who, BODY, id).await.map(drop),
                Step::Publish => counting::publish(store, &who, &site(), id).await.map(drop),
                _ => service::annul(store, &who, &site(), id, "Un progetto costava il doppio")
                    .await
                    .map(drop),
            }
            .unwrap();
        }
        let day = service::day(store, BODY, "giornata-1").await.unwrap().day;
        assert_eq!(
            (day.state, &*day.annul_reason),
            (DayState::Annulled, "Un progetto costava il doppio")
        );
        let again = service::annul(store, &who, &site(), id, "ancora").await;
        assert!(matches!(again, Err(WorkdayError::WrongState { step: Step::Annul, .. })));
        assert!(matches!(
            counting::results(store, BODY, "giornata-1").await,
            Err(WorkdayError::NoResult)
        ));
    })
    .await;
}

#[tokio::test]
async fn freezing_needs_projects_costs_and_a_budget() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let (store, who) = (&ground.store, staff());
        let bare = workday::model::DayFields { budget: None, ..fields("vuota") };
        let day = service::create_day(store, &who, BODY, "bassa", bare.clone()).await.unwrap();
        assert!(matches!(
            service::freeze(store, &who, &site(), day.id).await,
            Err(WorkdayError::NoProject)
        ));
        let free = service::add_project(store, &who, BODY, day.id, project("P1", "Gratis", 0))
            .await
            .unwrap();
        assert!(matches!(
            service::freeze(store, &who, &site(), day.id).await,
            Err(WorkdayError::BudgetMissing)
        ));
        let zero = workday::model::DayFields { budget: Some(Cents(0)), ..bare.clone() };
        service::edit_day(store, &who, BODY, "bassa", day.id, zero).await.unwrap();
        assert!(matches!(
            service::freeze(store, &who, &site(), day.id).await,
            Err(WorkdayError::BudgetMissing)
        ));
        let funded =
            workday::model::DayFields { slug: "piena".into(), budget: Some(Cents(5)), ..bare };
        let moved = service::edit_day(store, &who, BODY, "bassa", day.id, funded).await.unwrap();
        assert_eq!(moved.href, "/bassa/giornate/piena");
        let refused = service::freeze(store, &who, &site(), day.id).await;
        assert!(
            matches!(&refused, Err(WorkdayError::CostMissing(code)) if code == "P1"),
            "{refused:?}"
        );
        let negative =
            service::edit_project(store, &who, BODY, day.id, free.id, project("P1", "Gratis", -5))
                .await;
        assert!(
            matches!(&negative, Err(WorkdayError::Invalid(errors)) if errors[0].field == "cost"),
            "{negative:?}"
        );
        let twin = service::add_project(store, &who, BODY, day.id, project("P1", "Altro", 3)).await;
        assert!(matches!(twin, Err(WorkdayError::CodeTaken(_))));
        let same = service::create_day(store, &who, BODY, "bassa", fields("piena")).await;
        assert!(matches!(same, Err(WorkdayError::SlugTaken(_))));
        assert!(matches!(
            service::annul(store, &who, &site(), day.id, "  ").await,
            Err(WorkdayError::ReasonMissing)
        ));
        service::edit_project(store, &who, BODY, day.id, free.id, project("P1", "Gratis", 5))
            .await
            .unwrap();
        let spare = service::add_project(store, &who, BODY, day.id, project("P2", "Di troppo", 5))
            .await
            .unwrap();
        service::remove_project(store, &who, BODY, day.id, spare.id).await.unwrap();
        service::freeze(store, &who, &site(), day.id).await.unwrap();
        let stranger = kernel::BodyId(Uuid::from_u128(2));
        assert!(matches!(
            service::open(store, &who, stranger, day.id).await,
            Err(WorkdayError::DayNotFound)
        ));
    })
    .await;
}

#[tokio::test]
async fn the_seal_covers_all_that_decides() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let (store, who) = (&ground.store, staff());
        let day = prepared(&ground, "giornata-1").await;
        let view = service::day_by_id(store, BODY, day.id).await.unwrap();
        let mut projects = view.projects.clone();
        for (place, project) in (0..).zip(&mut projects) {
            project.tie_place = Some(place);
        }
        let seal = |fields: &workday::model::DayFields, projects: &[workday::model::Project]| {
            workday::rules::rules_hash(fields, projects).unwrap()
        };
        let base = seal(&day.fields, &projects);
        let mut seen = vec![base];
        let rules = Rules { official: OfficialRule::Greedy, ..Rules::default() };
        seen.push(seal(&workday::model::DayFields { rules, ..day.fields.clone() }, &projects));
        let rules = Rules { least_level: 1, ..Rules::default() };
        seen.push(seal(&workday::model::DayFields { rules, ..day.fields.clone() }, &projects));
        seen.push(seal(
            &workday::model::DayFields { budget: Some(Cents(1)), ..day.fields.clone() },
            &projects,
        ));
        projects[0].fields.cost = Cents(1);
        seen.push(seal(&day.fields, &projects));
        projects.swap(0, 1);
        projects[0].tie_place = Some(0);
        projects[1].tie_place = Some(1);
        seen.push(seal(&day.fields, &projects));
        let different = seen.iter().collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!(different, seen.len());

        // Somebody reaches round the program: the count notices.
        service::freeze(store, &who, &site(), day.id).await.unwrap();
        let day = service::open(store, &who, BODY, day.id).await.unwrap();
        let joined = voting::join(store, BODY, day.join_code.as_deref().unwrap()).await.unwrap();
        voting::cast(store, BODY, ballot(day.id, &joined.token, 1, &["PARCO"])).await.unwrap();
        service::close(store, &who, BODY, day.id).await.unwrap();
        store
            .write(BODY, (), |tx, ()| {
                Box::pin(async move {
                    tx.execute("UPDATE project SET cost_cents = 1 WHERE code = 'FERMATA'", [])
                        .await?;
                    Ok::<(), WorkdayError>(())
                })
            })
            .await
            .unwrap();
        assert!(matches!(
            counting::count(store, &who, BODY, day.id).await,
            Err(WorkdayError::RulesChanged)
        ));
    })
    .await;
}

#[tokio::test]
async fn ideas_are_told_what_becomes_of_them() {
    on_both_engines(MIGRATIONS, |ground| async move {
        let (store, who) = (&ground.store, staff());
        let first = prepared(&ground, "giornata-1").await;
        let idea = park_idea(&ground, "giornata-1").await;
        assert_eq!(idea_state(&ground, &idea).await, IdeaState::Admitted);
        service::freeze(store, &who, &site(), first.id).await.unwrap();
        assert_eq!(idea_state(&ground, &idea).await, IdeaState::OnBallot);

        // The same idea cannot be voted in two days at once.
        let second = prepared(&ground, "giornata-2").await;
        let mut fields = project("TETTO", "Un tetto al parco", 10_000);
        fields.origins = vec![idea.clone()];
        service::add_project(store, &who, BODY, second.id, fields).await.unwrap();
        let twice = service::freeze(store, &who, &site(), second.id).await;
        assert!(
            matches!(&twice, Err(WorkdayError::IdeaElsewhere(title)) if title == "Un parco"),
            "{twice:?}"
        );
        // An annulled day gives it back; the second one then takes it, and it wins with either project.
        service::annul(store, &who, &site(), first.id, "Mancava un costo").await.unwrap();
        assert_eq!(idea_state(&ground, &idea).await, IdeaState::Admitted);
        service::freeze(store, &who, &site(), second.id).await.unwrap();
        let second = service::open(store, &who, BODY, second.id).await.unwrap();
        for _ in 0..3 {
            vote(&ground, &second, &["TETTO"]).await.unwrap();
        }
        service::close(store, &who, BODY, second.id).await.unwrap();
        counting::count(store, &who, BODY, second.id).await.unwrap();
        counting::publish(store, &who, &site(), second.id).await.unwrap();
        assert_eq!(idea_state(&ground, &idea).await, IdeaState::Prioritised);
        let lost = park_idea(&ground, "giornata-2").await;
        assert_eq!(idea_state(&ground, &lost).await, IdeaState::NotPrioritised);

        // An idea that was decided, or that is not there, cannot be frozen in.
        for origin in [lost, workday::model::Origin { idea: Uuid::from_u128(7), ..idea }] {
            let slug = format!("giornata-{}", origin.idea.simple());
            let day = prepared(&ground, &slug).await;
            let mut fields = project("ANCORA", "Ancora", 10_000);
            fields.origins = vec![origin];
            service::add_project(store, &who, BODY, day.id, fields).await.unwrap();
            let refused = service::freeze(store, &who, &site(), day.id).await;
            assert!(matches!(refused, Err(WorkdayError::IdeaNotAdmitted(_))), "{refused:?}");
            let untouched = park_idea(&ground, &slug).await;
            assert_eq!(idea_state(&ground, &untouched).await, IdeaState::Admitted, "all or none");
        }
        assert!(admitted(&ground, "Un'altra").await.href.starts_with("/bassa/percorsi/"));
    })
    .await;
}
