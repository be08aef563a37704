use jiff::civil::date;
use kernel::{Principal, form::Draft};
use participation::{
    MIGRATIONS, ParticipationError as E,
    input::{CommentInput, IdeaWords, No},
    model::{IdeaRefusal, IdeaState, PathArrow, PhaseKind, Reason, SupportBy},
    service::{fate, fate::Examined, ideas, moderation, paths, retention, support},
    store::{Filter, Sort, count, list},
};
use store::{outbox, thread};
use testkit::on_both_engines;

use crate::ground::{PATH, draft, idea, listening, path_input, phase, send, site, staff};

fn no(reason: Reason) -> No {
    No { reason, answer: "Lo fa già il Comune di Rimini.".into() }
}

#[tokio::test]
async fn from_a_voice_to_an_action() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site, who) = (&ground.store, site(1), staff());
        listening(&ground, &site).await;
        let sent = send(
            &ground,
            &site,
            idea("Un pulmino", &[("email", "anna@example.it"), ("areas", "ANZ")]),
        )
        .await;
        assert_eq!((sent.number, sent.code.len()), (1, 6));
        let first = &outbox::newest(store, 9).await.unwrap()[0];
        assert!(first.content.contains(&sent.code) && first.recipient == "anna@example.it");

        // Not public yet, but its author sees it.
        assert!(matches!(ideas::idea_page(store, site.body, PATH, 1).await, Err(E::NoSuchIdea)));
        let typed = format!(" {}-{} ", &sent.code[..3].to_lowercase(), &sent.code[3..]);
        assert_eq!(
            ideas::follow(store, site.body, &typed).await.unwrap().idea.state,
            IdeaState::Received
        );

        // A change is asked for and made.
        let (queue, waiting) = moderation::queue(store, site.body, 10).await.unwrap();
        assert_eq!((queue[0].number, waiting), (1, 1));
        moderation::ask_change(store, &site, &who, 1, "Scrivi anche in quali giorni.".into())
            .await
            .unwrap();
        assert!(matches!(
            moderation::publish(store, &site, &who, 1).await,
            Err(E::Idea(IdeaRefusal::NotWaiting))
        ));
        let mut words = draft(&[
            ("title", "Un pulmino il martedì"),
            ("text", "Un pulmino per gli anziani che vivono lontano, il martedì."),
            ("areas", "ANZ"),
            ("areas", "DIS"),
        ]);
        ideas::resubmit(store, &site, &sent.code, IdeaWords::read(&mut words, &[])).await.unwrap();
        moderation::publish(store, &site, &who, 1).await.unwrap();
        let page = ideas::idea_page(store, site.body, PATH, 1).await.unwrap();
        assert_eq!(page.idea.title, "Un pulmino il martedì");
        assert_eq!(page.idea.areas().collect::<Vec<_>>(), ["ANZ", "DIS"]);
        assert!(
            page.steps.iter().all(|step| !step.note.contains("quali giorni")),
            "a private note is public"
        );
        let author = ideas::follow(store, site.body, &sent.code).await.unwrap();
        assert!(author.steps.iter().any(|step| step.note.contains("quali giorni")));

        // Admitted, voted, chosen, done.
        fate::examine(store, &site, &who, 1, Examined::Admitted).await.unwrap();
        let input = (site.clone(), who.clone(), vec![sent.id]);
        store
            .write(site.body, input, |tx, (site, who, ideas)| {
                Box::pin(async move {
                    fate::mark_in_vote(tx, site, who, ideas).await?;
                    fate::mark_outcome(tx, site, who, ideas, &fate::Outcome::Prioritised).await?;
                    fate::mark_in_action(tx, site, who, ideas, "AZ-1").await?;
                    let node = thread::Node {
                        kind: "action".into(),
                        id: tx.new_id(),
                        label: "Pulmino".into(),
                        href: "/x".into(),
                        note: String::new(),
                    };
                    thread::put(tx, &node, true).await?;
                    thread::join(tx, ("idea", ideas[0].0), "became", ("action", node.id)).await?;
                    Ok::<(), E>(())
                })
            })
            .await
            .unwrap();
        let page = ideas::idea_page(store, site.body, PATH, 1).await.unwrap();
        assert_eq!(
            (page.idea.state, page.idea.outcome_code.as_str()),
            (IdeaState::InAction, "AZ-1")
        );
        let states: Vec<_> = page.steps.iter().map(|step| step.state.code()).collect();
        assert_eq!(
            states,
            ["received", "published", "admitted", "on_ballot", "prioritised", "in_action"]
        );
        let back = thread::walk(store, site.body, ("idea", sent.id.0), thread::Direction::Forward)
            .await
            .unwrap();
        assert_eq!(back.len(), 1);
        // One letter for the arrival, one for each step of others.
        assert_eq!(outbox::newest(store, 99).await.unwrap().len(), 7);
        assert_eq!(store::audit::verify(store, site.body).await.unwrap().broken, None);
    })
    .await;
}

#[tokio::test]
async fn a_no_has_a_reason_and_a_withdrawn_idea_loses_its_words() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site, who) = (&ground.store, site(1), staff());
        listening(&ground, &site).await;
        for title in ["Idea prima", "Idea seconda", "Idea terza"] {
            send(&ground, &site, idea(title, &[])).await;
        }
        let last = send(&ground, &site, idea("Idea prima", &[("email", "b@example.it")])).await;
        moderation::refuse(store, &site, &who, 1, no(Reason::NotLegalOrSafe)).await.unwrap();
        assert!(matches!(ideas::idea_page(store, site.body, PATH, 1).await, Err(E::NoSuchIdea)));
        moderation::publish(store, &site, &who, 2).await.unwrap();
        fate::examine(store, &site, &who, 2, Examined::NotAdmitted(no(Reason::AlreadyExists)))
            .await
            .unwrap();
        let page = ideas::idea_page(store, site.body, PATH, 2).await.unwrap();
        assert_eq!(page.idea.reason, Some(Reason::AlreadyExists));
        assert!(
            page.idea.answer.contains("Rimini")
                && page.steps.last().unwrap().note.contains("Rimini")
        );

        moderation::publish(store, &site, &who, last.number).await.unwrap();
        ideas::withdraw(store, &site, &last.code).await.unwrap();
        assert!(matches!(ideas::withdraw(store, &site, &last.code).await, Err(E::Idea(_))));
        let author = ideas::follow(store, site.body, &last.code).await.unwrap();
        assert_eq!((author.idea.title.as_str(), author.idea.text.as_str()), ("", ""));
        let path = paths::path_page(store, site.body, PATH, false).await.unwrap().path;
        assert_eq!(path.public_ideas, 1);
        let all = list(store, site.body, path.id, &Filter::default(), Sort::Newest, None, 20)
            .await
            .unwrap();
        assert_eq!(all.cards.iter().map(|card| card.number).collect::<Vec<_>>(), [2]);
    })
    .await;
}

#[tokio::test]
async fn lists_are_filtered_searched_and_paged() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site, who) = (&ground.store, site(1), staff());
        listening(&ground, &site).await;
        for n in 1..=25 {
            let title = if n % 5 == 0 { "Corsi di cucina" } else { "Bus serale" };
            let area = if n % 2 == 0 { "ANZ" } else { "FAM" };
            send(&ground, &site, idea(title, &[("areas", area), ("municipality", "035020")])).await;
            moderation::publish(store, &site, &who, n).await.unwrap();
            ground.clock.advance_seconds(n % 3);
        }
        for (number, votes) in [(7, 3), (3, 2), (9, 2)] {
            for vote in 0..votes {
                let by = SupportBy::Visitor(format!("h{vote}"));
                assert!(support::support(store, site.body, 0, number, &by).await.unwrap().changed);
            }
        }
        let path = paths::path_page(store, site.body, PATH, false).await.unwrap().path;
        assert_eq!(path.public_ideas, 25);
        for sort in [Sort::Newest, Sort::Supported] {
            let (mut seen, mut after) = (Vec::new(), None);
            loop {
                let page = list(store, site.body, path.id, &Filter::default(), sort, after, 10)
                    .await
                    .unwrap();
                seen.extend(page.cards.iter().map(|card| card.number));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            if sort == Sort::Supported {
                assert_eq!(seen[..3], [7, 9, 3]);
            } else {
                assert_eq!(seen, (1..=25).rev().collect::<Vec<_>>());
            }
            seen.sort_unstable();
            assert_eq!(seen, (1..=25).collect::<Vec<_>>());
        }
        for (filter, expected) in [
            (Filter { area: "ANZ".into(), ..Filter::default() }, 12),
            (Filter { words: "corso".into(), ..Filter::default() }, 5),
            (Filter { words: "corso".into(), area: "ANZ".into(), ..Filter::default() }, 2),
            (Filter { municipality: "035024".into(), ..Filter::default() }, 0),
            (Filter { state: Some(IdeaState::Published), ..Filter::default() }, 25),
            (Filter { words: "' OR 1=1 --".into(), ..Filter::default() }, 0),
        ] {
            let page =
                list(store, site.body, path.id, &filter, Sort::Newest, None, 50).await.unwrap();
            assert_eq!(page.cards.len(), expected, "{filter:?}");
            assert_eq!(count(store, site.body, path.id, &filter).await.unwrap(), expected as i64);
        }
    })
    .await;
}

#[tokio::test]
async fn one_support_per_person_even_all_at_once() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site, who) = (&ground.store, site(1), staff());
        listening(&ground, &site).await;
        send(&ground, &site, idea("Un pulmino", &[])).await;
        let by = SupportBy::Visitor("stesso".into());
        assert!(matches!(support::support(store, site.body, 0, 1, &by).await, Err(E::NoSuchIdea)));
        moderation::publish(store, &site, &who, 1).await.unwrap();
        let tasks: Vec<_> = (0..20)
            .map(|n| {
                let (store, body) = (store.clone(), site.body);
                let by = SupportBy::Visitor(if n % 2 == 0 {
                    "stesso".into()
                } else {
                    format!("altro{n}")
                });
                tokio::spawn(
                    async move { support::support(&store, body, 0, 1, &by).await.unwrap() },
                )
            })
            .collect();
        let mut changed = 0;
        for task in tasks {
            changed += i32::from(task.await.unwrap().changed);
        }
        assert_eq!(changed, 11);
        let page = ideas::idea_page(store, site.body, PATH, 1).await.unwrap();
        assert_eq!(page.idea.supports, 11);
        assert!(support::supports(store, site.body, page.idea.id, &by).await.unwrap());
        assert_eq!(support::unsupport(store, site.body, 0, 1, &by).await.unwrap().supports, 10);
        assert!(!support::unsupport(store, site.body, 0, 1, &by).await.unwrap().changed);
        fate::examine(store, &site, &who, 1, Examined::NotAdmitted(no(Reason::Cost)))
            .await
            .unwrap();
        assert!(matches!(
            support::support(store, site.body, 0, 1, &by).await,
            Err(E::SupportClosed)
        ));
    })
    .await;
}

#[tokio::test]
async fn another_body_sees_and_touches_nothing() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, here, there, who) = (&ground.store, site(1), site(2), staff());
        listening(&ground, &here).await;
        let sent = send(&ground, &here, idea("Un pulmino", &[])).await;
        assert!(matches!(moderation::publish(store, &there, &who, 1).await, Err(E::NoSuchIdea)));
        moderation::publish(store, &here, &who, 1).await.unwrap();
        assert!(matches!(ideas::follow(store, there.body, &sent.code).await, Err(E::NoSuchCode)));
        assert!(matches!(ideas::idea_page(store, there.body, PATH, 1).await, Err(E::NoSuchIdea)));
        assert!(matches!(ideas::idea_page(store, here.body, "altro", 1).await, Err(E::NoSuchIdea)));
        assert!(matches!(ideas::withdraw(store, &there, &sent.code).await, Err(E::NoSuchCode)));
        let by = SupportBy::Visitor("x".into());
        assert!(matches!(support::support(store, there.body, 0, 1, &by).await, Err(E::NoSuchIdea)));
        assert!(matches!(
            paths::path_page(store, there.body, PATH, true).await,
            Err(E::NoSuchPath)
        ));
        listening(&ground, &there).await;
        assert_eq!(send(&ground, &there, idea("Un pulmino", &[])).await.number, 1);
        let mine = moderation::queue(store, here.body, 10).await.unwrap();
        assert_eq!((mine.0.len(), mine.1), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn ideas_come_only_while_the_path_listens() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site, who) = (&ground.store, site(1), staff());
        let nobody = Principal::anonymous();
        paths::create(store, &site, &who, path_input(PATH)).await.unwrap();
        assert!(matches!(
            paths::create(store, &site, &who, path_input(PATH)).await,
            Err(E::SlugTaken)
        ));
        let sent = ideas::submit(store, &site, &nobody, PATH, idea("Un pulmino", &[])).await;
        assert!(matches!(sent, Err(E::NoSuchPath)), "a path in preparation is nobody's business");
        paths::advance(store, &site, &who, PATH, PathArrow::BeginKnowledge).await.unwrap();
        let sent = ideas::submit(store, &site, &nobody, PATH, idea("Un pulmino", &[])).await;
        assert!(matches!(sent, Err(E::NotListening)));
        paths::advance(store, &site, &who, PATH, PathArrow::OpenListening).await.unwrap();
        let over = phase(PhaseKind::Listening, date(2026, 10, 1), date(2026, 11, 22));
        let id = paths::add_phase(store, site.body, &who, PATH, over).await.unwrap();
        let sent = ideas::submit(store, &site, &nobody, PATH, idea("Un pulmino", &[])).await;
        assert!(matches!(sent, Err(E::NotListening)), "the last day was yesterday");
        let longer = phase(PhaseKind::Listening, date(2026, 10, 1), date(2026, 11, 23));
        paths::edit_phase(store, site.body, &who, PATH, id, longer).await.unwrap();
        send(&ground, &site, idea("Un pulmino", &[])).await;
        let page = paths::path_page(store, site.body, PATH, false).await.unwrap();
        assert_eq!(page.current_phase(date(2026, 11, 23)).map(|p| p.id), Some(id));
        assert_eq!(page.current_phase(date(2026, 11, 24)), None);

        // No path ends while an idea waits.
        for arrow in &PathArrow::ALL[2..6] {
            paths::advance(store, &site, &who, PATH, *arrow).await.unwrap();
        }
        let end = paths::advance(store, &site, &who, PATH, PathArrow::Close).await;
        assert!(matches!(end, Err(E::IdeasUnanswered(1))));
        moderation::refuse(store, &site, &who, 1, no(Reason::Cost)).await.unwrap();
        paths::advance(store, &site, &who, PATH, PathArrow::Close).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn comments_wait_for_the_moderator() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site, who) = (&ground.store, site(1), staff());
        listening(&ground, &site).await;
        send(&ground, &site, idea("Un pulmino", &[])).await;
        moderation::publish(store, &site, &who, 1).await.unwrap();
        let input =
            CommentInput::read(Draft::new(vec![("text".into(), "<b>Bravi</b>".into())])).unwrap();
        let id = ideas::comment(store, site.body, &who, 1, input).await.unwrap();
        assert!(ideas::idea_page(store, site.body, PATH, 1).await.unwrap().comments.is_empty());
        assert_eq!(moderation::comment_queue(store, site.body, 9).await.unwrap().len(), 1);
        for _ in 0..2 {
            moderation::settle_comment(store, site.body, &who, id, true).await.unwrap();
        }
        let page = ideas::idea_page(store, site.body, PATH, 1).await.unwrap();
        assert_eq!((page.idea.comments, page.comments[0].text.as_str()), (1, "<b>Bravi</b>"));
        moderation::settle_comment(store, site.body, &who, id, false).await.unwrap();
        assert_eq!(ideas::idea_page(store, site.body, PATH, 1).await.unwrap().idea.comments, 0);
    })
    .await;
}

#[tokio::test]
async fn ideas_of_the_past_come_in_as_they_are() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site) = (&ground.store, site(1));
        listening(&ground, &site).await;
        let brought = ideas::Brought {
            path: PATH.into(),
            input: idea("I sentieri", &[]),
            state: IdeaState::NotPrioritised,
            reason: Some(Reason::NotChosenInVote),
            answer: "Sono stati finanziati altri due progetti.".into(),
            supports: 231,
            at: testkit::START.plus_days(-90).0,
            source: "https://example.org/idea".into(),
            demonstrative: false,
        };
        let sent = store
            .write(site.body, (site.clone(), brought), |tx, (site, brought)| {
                Box::pin(ideas::bring_in(tx, site, brought))
            })
            .await
            .unwrap();
        let page = ideas::idea_page(store, site.body, PATH, sent.number).await.unwrap();
        assert_eq!((page.idea.supports, page.steps.len()), (231, 2));
        assert_eq!(page.idea.published_at, testkit::START.plus_days(-90).0);
        assert_eq!(page.idea.source, "https://example.org/idea");
    })
    .await;
}

#[tokio::test]
async fn what_need_not_be_kept_is_forgotten_in_its_time_and_the_log_says_how_many() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site) = (&ground.store, site(1));
        listening(&ground, &site).await;
        send(&ground, &site, idea("Un pulmino", &[("email", "anna@example.it")])).await;
        let refused = send(&ground, &site, idea("Il numero di Anna è 333 1234567", &[])).await;
        let who = staff();
        moderation::refuse(store, &site, &who, refused.number, no(Reason::AlreadyExists))
            .await
            .unwrap();
        let at_once = retention::forget(store, site.body).await.unwrap();
        assert_eq!(at_once, retention::Forgotten::default());

        ground.clock.advance_seconds(8 * 86_400);
        let weeks = retention::forget(store, site.body).await.unwrap();
        assert_eq!((weeks.emails, weeks.refused_texts), (0, 0));

        ground.clock.advance_seconds(3 * 366 * 86_400);
        let years = retention::forget(store, site.body).await.unwrap();
        assert_eq!((years.emails, years.refused_texts), (1, 1));
        let kept = ideas::idea_for_staff(store, site.body, refused.number).await.unwrap();
        assert!(!format!("{kept:?}").contains("333 1234567"), "{kept:?}");
        assert_eq!(kept.idea.state, IdeaState::Refused);
        assert_eq!(retention::forget(store, site.body).await.unwrap().all(), 0);
        let verdict = ::store::audit::verify(store, site.body).await.unwrap();
        assert_eq!(verdict.broken, None);
    })
    .await;
}
