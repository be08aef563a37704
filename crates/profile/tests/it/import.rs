//! A spreadsheet: preview, all or nothing, the same file twice.

use profile::{
    ProfileError, Register,
    import::{Mapping, Outcome},
    public,
    service::{self, Applied, Target},
};

use crate::{clerk, here, import, on_both, pairs};

const SERVICES: &str = "Codice;Nome del servizio;Nome;Aree;Comuni;Livello;Costo\n\
    sad;x;Assistenza domiciliare;Anziani;Guastalla|35005;2;12,50\n\
    NIDO;x;Nido d'infanzia;FAM;Luzzara;LEVEL 3;\n";

async fn events(store: &store::Store) -> i64 {
    store::events::latest(store.read(), here().body).await.unwrap()
}

#[tokio::test]
async fn a_file_goes_from_upload_to_register_once() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        let bytes = SERVICES.as_bytes().to_vec();
        let mut draft =
            service::upload(store, place.body, Register::Services, "servizi.csv", bytes.clone())
                .await
                .unwrap();
        assert_eq!(draft.table.format, "CSV UTF-8 ;");
        let guessed: Vec<_> = draft.mapping.0.iter().map(|f| f.as_deref().unwrap_or("-")).collect();
        assert_eq!(
            guessed,
            ["code", "-", "name", "areas", "municipalities", "current_level", "user_cost"]
        );

        // The guess can be corrected, and the correction is kept.
        let mut other = draft.mapping.clone();
        other.0[1] = Some("note".into());
        service::set_mapping(store, place.body, &mut draft, other.clone()).await.unwrap();
        let draft = service::draft(store, place.body, draft.id).await.unwrap();
        assert_eq!(draft.mapping, other);

        let plan = service::preview(store, place.body, &draft).await.unwrap();
        assert_eq!((plan.created, plan.changed, plan.unchanged, plan.wrong), (2, 0, 0, 0));
        assert_eq!(
            public::counts(store, place.body).await.unwrap().services,
            0,
            "a preview saves nothing"
        );

        let applied = service::apply(store, &place, &who, &draft, &plan.fingerprint).await.unwrap();
        assert_eq!(applied, Applied { created: 2, changed: 0, unchanged: 0 });
        let sheet = public::service(store, place.body, "sad").await.unwrap().unwrap();
        assert_eq!(sheet.service.municipalities, ["035024", "035005"]);
        assert_eq!(sheet.service.areas, ["ANZ"]);
        assert_eq!(sheet.service.current_level, "LEVEL 2");
        assert_eq!(sheet.service.user_cost, Some(kernel::Cents(1250)));
        assert_eq!(sheet.service.note, "x");
        let gone = service::draft(store, place.body, draft.id).await;
        assert!(matches!(gone, Err(ProfileError::NotFound)), "an applied file is not kept");

        // The same file again: nothing changes, nothing is logged.
        let (seq, version) = (events(store).await, sheet.kept.version);
        assert_eq!(seq, 1, "one event for the whole file");
        let again = service::upload(store, place.body, Register::Services, "servizi.csv", bytes)
            .await
            .unwrap();
        let plan = service::preview(store, place.body, &again).await.unwrap();
        assert!(plan.rows.iter().all(|row| row.outcome == Outcome::Unchanged));
        let applied = service::apply(store, &place, &who, &again, &plan.fingerprint).await.unwrap();
        assert_eq!(applied, Applied { created: 0, changed: 0, unchanged: 2 });
        assert_eq!(events(store).await, seq);
        let sheet = public::service(store, place.body, "SAD").await.unwrap().unwrap();
        assert_eq!(sheet.kept.version, version);
    })
    .await;
}

#[tokio::test]
async fn a_changed_row_says_which_fields_and_leaves_the_others() {
    on_both(|ground| async move {
        let (store, place) = (&ground.store, here());
        import(store, Register::Services, SERVICES).await.unwrap();
        let text = "codice,nome,aree\nSAD,Assistenza a casa,Disabilità\nNIDO,Nido d'infanzia,FAM\n";
        let table = crate::table(text);
        let mapping = Mapping::guess(Register::Services, &table.headings);
        let plan = service::preview_table(store, place.body, Register::Services, table, mapping)
            .await
            .unwrap();
        let Outcome::Changed(changes) = &plan.rows[0].outcome else { panic!("{:?}", plan.rows[0]) };
        let told: Vec<_> =
            changes.iter().map(|c| (c.field, c.before.as_str(), c.after.as_str())).collect();
        assert_eq!(
            told,
            [("name", "Assistenza domiciliare", "Assistenza a casa"), ("areas", "ANZ", "DIS")]
        );
        assert_eq!(plan.rows[1].outcome, Outcome::Unchanged);

        let applied = import(store, Register::Services, text).await.unwrap();
        assert_eq!(applied, Applied { created: 0, changed: 1, unchanged: 1 });
        let sheet = public::service(store, place.body, "SAD").await.unwrap().unwrap();
        assert_eq!(sheet.service.name, "Assistenza a casa");
        assert_eq!(sheet.service.current_level, "LEVEL 2", "a column the file lacks is left alone");
        assert_eq!(sheet.kept.version, 2);
        let bars = public::by_area(store, place.body).await.unwrap();
        let count = |code: &str| bars.iter().find(|bar| bar.code == code).map(|bar| bar.n);
        assert_eq!((count("ANZ"), count("DIS"), count("FAM")), (Some(0), Some(1), Some(1)));
        store::audit::verify(store, place.body).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn one_wrong_row_and_nothing_is_saved() {
    on_both(|ground| async move {
        let (store, place) = (&ground.store, here());
        let text = "codice,nome,controllato il,costo,comuni,anno\n\
                    A,Buono,1/3/2026,5,Guastalla,2026\n\
                    B,Cattivo,31/02/2026,-5,Atlantide,duemila\n\
                    A,Doppio,,,,\n\
                    ,Senza codice,,,,\n";
        let refused = import(store, Register::Services, text).await.unwrap_err();
        assert_eq!(refused.key(), Some("profile-import-rows-wrong"));
        let ProfileError::Rows(problems) = refused else { panic!("{refused:?}") };
        let told: Vec<_> = problems
            .iter()
            .map(|p| (p.row, p.column.as_str(), p.value.as_str(), p.key, p.n))
            .collect();
        assert_eq!(
            told,
            [
                (3, "comuni", "Atlantide", "profile-row-not-in-list", None),
                (3, "anno", "duemila", "profile-row-not-a-number", None),
                (3, "costo", "-5", "profile-row-negative", None),
                (3, "controllato il", "31/02/2026", "profile-row-not-a-day", None),
                (4, "codice", "A", "profile-row-twice", Some(2)),
                (5, "codice", "", "profile-row-missing", None),
            ]
        );
        assert_eq!(public::counts(store, place.body).await.unwrap().services, 0);
        assert_eq!(events(store).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_saved_is_what_was_shown() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        let bytes = SERVICES.as_bytes().to_vec();
        let draft =
            service::upload(store, place.body, Register::Services, "s.csv", bytes).await.unwrap();
        let plan = service::preview(store, place.body, &draft).await.unwrap();
        let typed = pairs(&[("code", "SAD"), ("name", "Assistenza a casa")]);
        service::save(store, &place, &who, Register::Services, Target::New, typed).await.unwrap();
        let refused = service::apply(store, &place, &who, &draft, &plan.fingerprint).await;
        assert!(matches!(refused, Err(ProfileError::Moved)), "{refused:?}");
        assert_eq!(public::counts(store, place.body).await.unwrap().services, 1);
        let plan = service::preview(store, place.body, &draft).await.unwrap();
        assert_eq!((plan.created, plan.changed), (1, 1));
        service::apply(store, &place, &who, &draft, &plan.fingerprint).await.unwrap();
        assert_eq!(public::counts(store, place.body).await.unwrap().services, 2);
    })
    .await;
}

#[tokio::test]
async fn a_file_without_codes_is_as_repeatable() {
    on_both(|ground| async move {
        let text = "Servizio,Descrizione\nSportello sociale,La prima porta\nNido «Arcobaleno»,Per i piccoli\n";
        let first = import(&ground.store, Register::Services, text).await.unwrap();
        assert_eq!(first.created, 2);
        let again = import(&ground.store, Register::Services, text).await.unwrap();
        assert_eq!(again, Applied { created: 0, changed: 0, unchanged: 2 });
        let sheet = public::service(&ground.store, here().body, "NIDO-ARCOBALENO").await.unwrap();
        assert_eq!(sheet.unwrap().service.short_description, "Per i piccoli");
    })
    .await;
}

#[tokio::test]
async fn a_file_nobody_confirms_goes_after_a_day() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        let bytes = SERVICES.as_bytes().to_vec();
        let old =
            service::upload(store, body, Register::Services, "s.csv", bytes.clone()).await.unwrap();
        ground.clock.advance_seconds(86_401);
        let fresh = service::upload(store, body, Register::Services, "s.csv", bytes).await.unwrap();
        assert_eq!(service::sweep_drafts(store, body).await.unwrap(), 1);
        assert!(service::draft(store, body, old.id).await.is_err());
        service::discard(store, body, fresh.id).await.unwrap();
        assert!(service::draft(store, body, fresh.id).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn another_body_sees_and_changes_nothing() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, SERVICES).await.unwrap();
        let draft =
            service::upload(store, here().body, Register::Services, "s.csv", SERVICES.into())
                .await
                .unwrap();
        let stranger = kernel::BodyId(kernel::id::Uuid::from_u128(8));
        assert_eq!(public::counts(store, stranger).await.unwrap(), public::Counts::default());
        assert!(public::service(store, stranger, "SAD").await.unwrap().is_none());
        assert!(service::draft(store, stranger, draft.id).await.is_err());
    })
    .await;
}
