//! Classifications: shipped, of one's own, inherited; closed terms, versions, cards.

use kernel::{
    BodyId,
    id::{NETWORK, Uuid},
};
use profile::{
    ProfileError, Register, public,
    service::{self as cards, Place, Target},
    vocabularies::{
        classes,
        plan::Outcome,
        service::{self, Wanted},
    },
};
use store::Store;

use crate::{clerk, here, import, on_both, pairs};

/// The municipality below the body of most stories.
fn below() -> Place {
    Place { body: BodyId(Uuid::from_u128(8)), slug: "comune-di-prova".into() }
}

/// Puts the two bodies in the tree, under a region.
async fn tree(store: &Store) {
    let region = BodyId(Uuid::from_u128(6));
    let bodies = vec![
        (region, None, "regione"),
        (here().body, Some(region), "unione"),
        (below().body, Some(here().body), "comune"),
    ];
    store
        .write(NETWORK, bodies, |tx, bodies| {
            Box::pin(async move {
                for (id, parent, slug) in bodies {
                    let text = "INSERT INTO body (id, parent_id, slug, name, kind, ipa_code, istat_code, province, \
                                primary_color, languages, contact_email, privacy_url, accessibility_url, demo, \
                                created_at) VALUES (?, ?, ?, ?, 'union', '', '', '', '', 'it', '', '', '', ?, 0)";
                    let parent = parent.map(|parent: BodyId| parent.0);
                    let values = [id.0.into(), parent.into(), (*slug).into(), (*slug).into(), false.into()];
                    tx.execute(text, values).await?;
                }
                Ok::<_, store::StoreError>(())
            })
        })
        .await
        .unwrap();
}

/// The zones of the union, with two terms.
async fn zones(store: &Store) {
    let typed = pairs(&[("title_it", "Zone"), ("title_en", "Zones"), ("source", "Delibera 1")]);
    let slug = service::create(store, &here(), &clerk(), typed).await.unwrap();
    assert_eq!(slug, "zone");
    for (code, label) in [("z1", "Centro"), ("Z2", "Collina")] {
        let typed = pairs(&[("code", code), ("label_it", label)]);
        service::add_term(store, &here(), &clerk(), "zone", typed).await.unwrap();
    }
}

fn field<T: std::fmt::Debug>(outcome: Result<T, ProfileError>) -> (&'static str, &'static str) {
    let Err(ProfileError::Invalid(errors)) = outcome else { panic!("{outcome:?}") };
    (errors[0].field, errors[0].key)
}

async fn codes(store: &Store, place: &Place, slug: &str, open: Option<bool>) -> Vec<String> {
    let of = service::one(store, place.body, slug).await.unwrap();
    let wanted = Wanted { open, ..Wanted::default() };
    let terms = service::terms(store, &of, &wanted, 1000).await.unwrap();
    terms.into_iter().map(|term| term.code).collect()
}

#[tokio::test]
async fn the_shipped_lists_come_in_once() {
    on_both(|ground| async move {
        let store = &ground.store;
        assert_eq!(service::seed(store).await.unwrap(), 13);
        let version = store.version(NETWORK).await.unwrap();
        assert_eq!(service::seed(store).await.unwrap(), 0);
        assert_eq!(
            store.version(NETWORK).await.unwrap(),
            version,
            "the second time nothing happens"
        );
        let all = service::visible(store, here().body).await.unwrap();
        assert_eq!(all.len(), 13);
        assert!(all.iter().all(|one| one.official && one.terms > 0));
        let of = service::one(store, here().body, "canali").await.unwrap();
        let desk = service::term(store, &of, "01.1.1").await.unwrap();
        assert_eq!(desk.parent, "01.1");
        assert!(desk.uri.starts_with("https://w3id.org/"));
        let siuss = codes(store, &here(), "aree-siuss", Some(true)).await;
        assert_eq!(siuss, ["1", "2", "3"]);
        // Nobody changes them from a body, nor gives them through the field of local terms.
        let typed = pairs(&[("code", "X"), ("label_it", "Mia")]);
        let mine = service::add_term(store, &here(), &clerk(), "leps", typed).await;
        assert!(matches!(mine, Err(ProfileError::NotAllowed)), "{mine:?}");
        let taken = service::create(store, &here(), &clerk(), pairs(&[("title_it", "LEPS")])).await;
        assert_eq!(field(taken), ("slug", "vocabulary-form-word-taken"));
        let typed = pairs(&[("name", "Nido"), ("local_terms", "leps:1")]);
        let given =
            cards::save(store, &here(), &clerk(), Register::Services, Target::New, typed).await;
        assert_eq!(field(given), ("local_terms", "vocabulary-form-unknown"));
        store::audit::verify(store, NETWORK).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_code_is_given_once_and_for_ever() {
    on_both(|ground| async move {
        let store = &ground.store;
        zones(store).await;
        let close = |code: &'static str, typed: &[(&str, &str)]| {
            let typed = pairs(typed);
            async move { service::close_term(store, &here(), &clerk(), ("zone", code), typed).await }
        };
        let odd = close("Z1", &[("replaced_by", "Z9")]).await;
        assert_eq!(field(odd), ("replaced_by", "vocabulary-form-no-such-term"));
        close("Z1", &[("replaced_by", "Z2")]).await.unwrap();
        let again = close("Z1", &[]).await;
        assert!(matches!(again, Err(ProfileError::Refused("vocabulary-already-closed"))));
        assert_eq!(codes(store, &here(), "zone", Some(true)).await, ["Z2"]);
        assert_eq!(codes(store, &here(), "zone", None).await, ["Z1", "Z2"], "it stays to be read");
        let typed = pairs(&[("code", "Z1"), ("label_it", "Un altro centro")]);
        let reused = service::add_term(store, &here(), &clerk(), "zone", typed).await;
        assert_eq!(field(reused), ("code", "vocabulary-form-code-used"));
        // The database itself refuses the code and keeps the term, whoever asks.
        for text in [
            "INSERT INTO vocabulary_term (body_id, vocabulary, code, place, label_it, label_en, parent, uri, \
             valid_from, valid_until, replaced_by, folded) \
             VALUES (?, 'zone', 'Z1', 99, 'x', '', '', '', '', '', '', '')",
            "DELETE FROM vocabulary_term WHERE body_id = ? AND code = 'Z1'",
        ] {
            let done = store
                .write(here().body, text, |tx, text| {
                    Box::pin(async move { tx.execute(text, [tx.body().0.into()]).await })
                })
                .await;
            assert!(done.is_err(), "{text}");
        }
        assert_eq!(codes(store, &here(), "zone", None).await, ["Z1", "Z2"]);

        // A term that closes later is open until then; one that begins later is not open yet.
        close("Z2", &[("valid_until", "1/1/2027")]).await.unwrap();
        let typed = pairs(&[("code", "Z3"), ("label_it", "Nuova"), ("valid_from", "2027-01-01")]);
        service::add_term(store, &here(), &clerk(), "zone", typed).await.unwrap();
        assert_eq!(codes(store, &here(), "zone", Some(true)).await, ["Z2"]);
        ground.clock.advance_seconds(60 * 86_400);
        assert_eq!(codes(store, &here(), "zone", Some(true)).await, ["Z3"]);
        store::audit::verify(store, here().body).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn words_are_mended_and_never_stand_above_themselves() {
    on_both(|ground| async move {
        let store = &ground.store;
        zones(store).await;
        let edit = |code: &'static str, typed: &[(&str, &str)]| {
            let typed = pairs(typed);
            async move { service::edit_term(store, &here(), &clerk(), ("zone", code), typed).await }
        };
        edit("Z1", &[("label_it", "Centro storico"), ("parent", "Z2")]).await.unwrap();
        let own = edit("Z1", &[("label_it", "Centro"), ("parent", "z1")]).await;
        assert_eq!(field(own), ("parent", "vocabulary-form-no-such-term"));
        let round = edit("Z2", &[("label_it", "Collina"), ("parent", "Z1")]).await;
        assert_eq!(field(round), ("parent", "vocabulary-form-turns"));
        let of = service::one(store, here().body, "zone").await.unwrap();
        let term = service::term(store, &of, "Z1").await.unwrap();
        assert_eq!((term.label_it.as_str(), term.parent.as_str()), ("Centro storico", "Z2"));
        let wanted = Wanted { words: "storico".into(), ..Wanted::default() };
        assert_eq!(service::terms(store, &of, &wanted, 9).await.unwrap().len(), 1);
        for typed in [
            vec![("code", "con spazi"), ("label_it", "x")],
            vec![("code", ""), ("label_it", "x")],
            vec![("code", "Z9"), ("label_it", "")],
        ] {
            let refused = service::add_term(store, &here(), &clerk(), "zone", pairs(&typed)).await;
            assert!(matches!(refused, Err(ProfileError::Invalid(_))), "{typed:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn those_below_inherit_and_are_told() {
    on_both(|ground| async move {
        let store = &ground.store;
        tree(store).await;
        let before = store.version(below().body).await.unwrap();
        zones(store).await;
        assert!(store.version(below().body).await.unwrap() > before, "kept pages are old");
        assert_eq!(codes(store, &below(), "zone", None).await, ["Z1", "Z2"]);
        let typed = pairs(&[("code", "Z7"), ("label_it", "Nostra")]);
        let theirs = service::add_term(store, &below(), &clerk(), "zone", typed).await;
        assert!(matches!(theirs, Err(ProfileError::NotAllowed)), "{theirs:?}");
        let typed = pairs(&[("title_it", "Progetti del comune")]);
        service::create(store, &below(), &clerk(), typed).await.unwrap();
        let above = service::visible(store, here().body).await.unwrap();
        assert_eq!(above.len(), 1, "what a body keeps does not rise");
        let stranger = service::visible(store, BodyId(Uuid::from_u128(99))).await.unwrap();
        assert!(stranger.is_empty());
        // The card of the municipality takes a term of the union.
        let typed = pairs(&[("name", "Nido"), ("local_terms", "zone:Z1")]);
        let register = Register::Services;
        cards::save(store, &below(), &clerk(), register, Target::New, typed).await.unwrap();
        assert_eq!(service::cards(store, below().body, "zone", "Z1").await.unwrap(), 1);
        assert_eq!(service::cards(store, below().body, "zone", "Z2").await.unwrap(), 0);
        store::audit::verify(store, below().body).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_card_keeps_a_closed_term_and_is_given_none() {
    on_both(|ground| async move {
        let store = &ground.store;
        zones(store).await;
        let register = Register::Services;
        let save = |target, typed: &[(&str, &str)]| {
            let typed = pairs(typed);
            async move { cards::save(store, &here(), &clerk(), register, target, typed).await }
        };
        let unknown = save(Target::New, &[("name", "Nido"), ("local_terms", "zone:Z9")]).await;
        assert_eq!(field(unknown), ("local_terms", "vocabulary-form-unknown"));
        let saved =
            save(Target::New, &[("name", "Nido"), ("local_terms", "zone:Z1")]).await.unwrap();
        let typed = pairs(&[]);
        service::close_term(store, &here(), &clerk(), ("zone", "Z1"), typed).await.unwrap();
        let target = |version| Target::Existing { id: saved.id, version };
        // Boxes send each term on its own; the closed one it had stays beside a new one.
        let both = [("local_terms", ""), ("local_terms", "zone:Z1"), ("local_terms", "zone:Z2")];
        save(target(1), &both).await.unwrap();
        let sheet = public::service(store, here().body, "NIDO").await.unwrap().unwrap();
        let names = classes::names(store, here().body, &sheet.service.local_terms).await.unwrap();
        let closed: Vec<bool> = sheet
            .service
            .local_terms
            .iter()
            .map(|class| names.is_closed(names.get(class).unwrap().1))
            .collect();
        assert_eq!(closed, [true, false]);
        let other = save(Target::New, &[("name", "Mensa"), ("local_terms", "zone:Z1")]).await;
        assert_eq!(field(other), ("local_terms", "vocabulary-form-closed"));
        save(target(2), &[("local_terms", "zone:Z2")]).await.unwrap();
        let back = save(target(3), &[("local_terms", "zone:Z1;zone:Z2")]).await;
        assert_eq!(field(back), ("local_terms", "vocabulary-form-closed"), "gone is gone");

        // The same by a file: nothing of it is saved, and each row says what is wrong.
        let file = "codice;nome;voci locali\nNIDO;Nido;zone:Z2\nM;Mensa;zone:Z1\nT;Taxi;zone:Z8\n";
        let Err(ProfileError::Rows(wrong)) = import(store, register, file).await else {
            panic!("the file is saved");
        };
        let told: Vec<_> = wrong.iter().map(|p| (p.row, p.value.as_str(), p.key)).collect();
        assert_eq!(
            told,
            [(3, "zone:Z1", "vocabulary-row-closed"), (4, "zone:Z8", "vocabulary-row-unknown")]
        );
        let file = "codice;nome;voci locali\nM;Mensa;zone:Z2\n";
        assert_eq!(import(store, register, file).await.unwrap().created, 1);
    })
    .await;
}

#[tokio::test]
async fn a_table_is_the_next_version_all_or_nothing() {
    on_both(|ground| async move {
        let store = &ground.store;
        zones(store).await;
        let who = clerk();
        let upload = |file: &'static str, typed: &[(&str, &str)]| {
            let typed = pairs(typed);
            async move {
                let sent = ("zone.csv", file.as_bytes().to_vec());
                service::upload(store, &here(), "zone", sent, typed).await
            }
        };
        let file = "Codice;Etichetta;Voce superiore\nZ1;Centro storico;\nZ3;Borgo;Z1\n";
        let nameless = upload(file, &[("version", "")]).await;
        assert_eq!(field(nameless), ("version", "form-required"));
        let no_columns = upload("a;b\n1;2\n", &[("version", "2")]).await;
        assert!(matches!(no_columns, Err(ProfileError::Refused("vocabulary-no-columns"))));
        let version = [("version", "2"), ("version_day", "1/11/2026"), ("whole", "1")];
        let id = upload(file, &version).await.unwrap();
        let seen = service::preview(store, here().body, "zone", id).await.unwrap();
        assert_eq!((seen.plan.added, seen.plan.changed, seen.plan.closed), (1, 1, 1));
        assert_eq!(codes(store, &here(), "zone", Some(true)).await, ["Z1", "Z2"], "not yet");

        // Somebody changes the table meanwhile: what was seen is not what would be saved.
        let typed = pairs(&[("code", "Z4"), ("label_it", "Mare")]);
        service::add_term(store, &here(), &who, "zone", typed).await.unwrap();
        let seal = seen.plan.fingerprint;
        let moved = service::apply(store, &here(), &who, ("zone", id), &seal).await;
        assert!(matches!(moved, Err(ProfileError::Moved)), "{moved:?}");
        assert_eq!(codes(store, &here(), "zone", Some(true)).await, ["Z1", "Z2", "Z4"]);
        let seal = service::preview(store, here().body, "zone", id).await.unwrap().plan.fingerprint;
        let done = service::apply(store, &here(), &who, ("zone", id), &seal).await.unwrap();
        assert_eq!((done.added, done.changed, done.closed), (1, 1, 2));
        assert_eq!(codes(store, &here(), "zone", Some(true)).await, ["Z1", "Z3"]);
        let of = service::one(store, here().body, "zone").await.unwrap();
        assert_eq!((of.version.as_str(), of.version_day.as_str()), ("2", "2026-11-01"));
        let versions = service::versions(store, &of).await.unwrap();
        assert_eq!(versions.len(), 2);
        assert_eq!((versions[0].n, versions[0].closed), (2, 2));
        let gone = service::preview(store, here().body, "zone", id).await;
        assert!(matches!(gone, Err(ProfileError::NotFound)), "a table is applied once");

        // The next version cannot bring back what this one closed.
        let back = "codice;etichetta\nZ1;Centro storico\nZ2;Collina\n";
        let id = upload(back, &[("version", "3"), ("whole", "1")]).await.unwrap();
        let seen = service::preview(store, here().body, "zone", id).await.unwrap();
        assert_eq!(seen.plan.wrong, 1);
        assert!(matches!(seen.plan.terms[1].outcome, Outcome::Wrong(_)));
        let seal = seen.plan.fingerprint;
        let wrong = service::apply(store, &here(), &who, ("zone", id), &seal).await;
        assert!(matches!(wrong, Err(ProfileError::Rows(_))), "{wrong:?}");
        assert_eq!(codes(store, &here(), "zone", Some(true)).await, ["Z1", "Z3"], "nothing of it");
        ground.clock.advance_seconds(2 * 86_400);
        assert_eq!(service::sweep_drafts(store, here().body).await.unwrap(), 1);
        store::audit::verify(store, here().body).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_the_program_wrote_it_reads_back_unchanged() {
    on_both(|ground| async move {
        let store = &ground.store;
        zones(store).await;
        let typed = pairs(&[("replaced_by", "Z2")]);
        service::close_term(store, &here(), &clerk(), ("zone", "Z1"), typed).await.unwrap();
        let texts = texts::Texts::new(&[profile::TEXTS]).unwrap();
        for lang in texts::Lang::ALL {
            let table =
                profile::vocabularies::export::table(store, &texts, lang, here().body, "zone");
            let table = table.await.unwrap();
            let cell = |cell: &profile::export::Cell| match cell {
                profile::export::Cell::Text(text) => text.clone(),
                profile::export::Cell::Day(day) => day.to_string(),
                _ => String::new(),
            };
            let mut file = csv_line(&table.columns);
            for row in &table.rows {
                file.push_str(&csv_line(&row.iter().map(cell).collect::<Vec<_>>()));
            }
            let typed = pairs(&[("version", "2"), ("whole", "1")]);
            let sent = ("zone.csv", file.into_bytes());
            let id = service::upload(store, &here(), "zone", sent, typed).await.unwrap();
            let seen = service::preview(store, here().body, "zone", id).await.unwrap();
            assert_eq!((seen.plan.unchanged, seen.plan.changes()), (2, false), "{lang:?}");
            service::discard(store, here().body, id).await.unwrap();
        }
    })
    .await;
}

fn csv_line(cells: &[String]) -> String {
    format!("{}\n", cells.join(","))
}
