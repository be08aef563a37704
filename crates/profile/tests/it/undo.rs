//! Accepting field by field, layouts remembered, imports logged and taken back.

use profile::{
    ProfileError, Register,
    import::{Choices, Mapping, Outcome, Sheet},
    log, public,
    service::{self, Applied, Target},
};

use crate::{clerk, here, import, on_both, pairs};

const BEFORE: &str =
    "codice;nome;aree;descrizione\nSAD;Assistenza domiciliare;ANZ;\nNIDO;Nido;FAM;x\n";
const AFTER: &str = "codice;nome;aree;descrizione\nSAD;Assistenza a casa;DIS;A casa\nNIDO;Nido;FAM;x\nORTI;Orti;MUL;\n";

async fn taken(store: &store::Store, text: &str) -> service::Draft {
    service::upload(store, here().body, Register::Services, "s.csv", text.into()).await.unwrap()
}

#[tokio::test]
async fn what_is_accepted_is_what_is_applied() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        import(store, Register::Services, BEFORE).await.unwrap();
        let mut draft = taken(store, AFTER).await;
        let all = service::preview(store, place.body, &draft).await.unwrap();
        assert_eq!((all.created, all.changed, all.left_out), (1, 1, 0));
        let mut choices = Choices::default();
        choices.tick(2, true, &["name", "areas"], &["areas"]);
        choices.tick(4, false, &[], &[]);
        service::accept(store, place.body, &mut draft, choices).await.unwrap();
        // Kept with the draft between pages.
        let draft = service::draft(store, place.body, draft.id).await.unwrap();
        let plan = service::preview(store, place.body, &draft).await.unwrap();
        assert_eq!((plan.created, plan.changed, plan.left_out), (0, 1, 1));
        assert_ne!(plan.fingerprint, all.fingerprint);
        let old = service::apply(store, &place, &who, &draft, &all.fingerprint).await;
        assert!(matches!(old, Err(ProfileError::Moved)), "the fingerprint covers the choices");
        service::apply(store, &place, &who, &draft, &plan.fingerprint).await.unwrap();
        let sad = public::service(store, place.body, "SAD").await.unwrap().unwrap().service;
        assert_eq!((sad.name.as_str(), sad.areas[0].as_str()), ("Assistenza domiciliare", "DIS"));
        assert_eq!(sad.short_description, "A casa");
        assert!(public::service(store, place.body, "ORTI").await.unwrap().is_none());
        // What was left out is offered again.
        let again = taken(store, AFTER).await;
        let plan = service::preview(store, place.body, &again).await.unwrap();
        assert_eq!((plan.created, plan.changed), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn only_empty_fields_or_nothing_of_a_column() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        import(store, Register::Services, BEFORE).await.unwrap();
        let mut draft = taken(store, AFTER).await;
        let choices = Choices {
            only_empty: true,
            columns: ["areas".to_owned()].into(),
            ..Choices::default()
        };
        service::accept(store, place.body, &mut draft, choices).await.unwrap();
        let plan = service::preview(store, place.body, &draft).await.unwrap();
        service::apply(store, &place, &who, &draft, &plan.fingerprint).await.unwrap();
        let sad = public::service(store, place.body, "SAD").await.unwrap().unwrap().service;
        assert_eq!(
            (sad.name.as_str(), sad.short_description.as_str()),
            ("Assistenza domiciliare", "A casa")
        );
        let orti = public::service(store, place.body, "ORTI").await.unwrap().unwrap().service;
        assert!(orti.areas.is_empty(), "nothing of that column, in new records too");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_row_can_be_left_out() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        let mut draft = taken(store, "codice;nome;costo\nA;Buono;5\nB;Cattivo;-5\n").await;
        let plan = service::preview(store, place.body, &draft).await.unwrap();
        assert_eq!(plan.wrong, 1);
        let mut choices = Choices::default();
        choices.tick(3, false, &[], &[]);
        service::accept(store, place.body, &mut draft, choices).await.unwrap();
        let plan = service::preview(store, place.body, &draft).await.unwrap();
        assert_eq!((plan.wrong, plan.left_out), (0, 1));
        service::apply(store, &place, &who, &draft, &plan.fingerprint).await.unwrap();
        assert_eq!(public::counts(store, place.body).await.unwrap().services, 1);
    })
    .await;
}

#[tokio::test]
async fn a_layout_confirmed_once_is_recognised() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        let text = "Id;Titolo del servizio;Boh\nA;Primo;nota\n";
        let mut draft = taken(store, text).await;
        assert!(!draft.recognised);
        let mapping = ["code", "name", "note"].map(|f| Some(f.to_owned()));
        service::set_mapping(store, body, &mut draft, Mapping(mapping.into())).await.unwrap();
        // The same headings in another order, another file.
        let mut other = taken(store, "Boh;Id;Titolo del servizio\nx;B;Secondo\n").await;
        assert!(other.recognised);
        let told: Vec<_> = other.mapping.0.iter().map(|f| f.as_deref().unwrap_or("-")).collect();
        assert_eq!(told, ["note", "code", "name"]);
        let plan = service::preview(store, body, &other).await.unwrap();
        assert_eq!((plan.created, plan.wrong), (1, 0));
        service::forget_format(store, body, &mut other).await.unwrap();
        assert!(!taken(store, text).await.recognised);
    })
    .await;
}

#[tokio::test]
async fn an_import_can_be_taken_back_and_done_again() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        import(store, Register::Services, BEFORE).await.unwrap();
        ground.clock.advance_seconds(10);
        let draft = taken(store, AFTER).await;
        let plan = service::preview(store, place.body, &draft).await.unwrap();
        service::apply(store, &place, &who, &draft, &plan.fingerprint).await.unwrap();
        let entries = log::entries(store, place.body, None, 10).await.unwrap();
        assert_eq!(entries.len(), 2);
        let last = &entries[0];
        assert_eq!((last.id, last.file_name.as_str()), (draft.id, "s.csv"));
        assert_eq!((last.created, last.changed, last.unchanged), (1, 1, 1));
        assert_eq!(last.file_hash.len(), 64);

        let undo = log::undo_preview(store, place.body, last.id).await.unwrap();
        assert_eq!((undo.removed, undo.restored, undo.left.len()), (1, 3, 0));
        log::undo(store, &place, &who, last.id, Some(&undo.fingerprint)).await.unwrap();
        let sad = public::service(store, place.body, "SAD").await.unwrap().unwrap().service;
        assert_eq!((sad.name.as_str(), sad.areas[0].as_str()), ("Assistenza domiciliare", "ANZ"));
        assert!(public::service(store, place.body, "ORTI").await.unwrap().is_none());
        let twice = log::undo(store, &place, &who, last.id, None).await;
        assert!(matches!(twice, Err(ProfileError::Stale)));

        // The same file again does it again, and then changes nothing.
        let done = import(store, Register::Services, AFTER).await.unwrap();
        assert_eq!(done, Applied { created: 1, changed: 1, unchanged: 1 });
        let done = import(store, Register::Services, AFTER).await.unwrap();
        assert_eq!(done, Applied { created: 0, changed: 0, unchanged: 3 });
        assert_eq!(log::entries(store, place.body, None, 10).await.unwrap().len(), 3);
        store::audit::verify(store, place.body).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_somebody_touched_since_is_left_and_named() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        import(store, Register::Services, BEFORE).await.unwrap();
        ground.clock.advance_seconds(10);
        import(store, Register::Services, AFTER).await.unwrap();
        let kept = service::record(store, place.body, Register::Services, "SAD").await.unwrap();
        let target = Target::Existing { id: kept.id, version: kept.version };
        let typed = pairs(&[("name", "SAD nuovo")]);
        service::save(store, &place, &who, Register::Services, target, typed).await.unwrap();
        let base = "codice,nome\nDB,Cartella\n";
        import(store, Register::Databases, base).await.unwrap();
        service::link(store, &place, &who, "ORTI", "DB", profile::Access::Read, "").await.unwrap();
        let entries = log::entries(store, place.body, None, 10).await.unwrap();
        let id = entries.iter().find(|e| e.changed == 1).unwrap().id;
        let undo = log::undo_preview(store, place.body, id).await.unwrap();
        let left: Vec<_> = undo.left.iter().map(|(d, why)| (d.code.as_str(), *why)).collect();
        assert_eq!(left, [("SAD", log::Why::Changed), ("ORTI", log::Why::Referred)]);
        log::undo(store, &place, &who, id, Some(&undo.fingerprint)).await.unwrap();
        let sad = public::service(store, place.body, "SAD").await.unwrap().unwrap().service;
        assert_eq!((sad.name.as_str(), sad.areas[0].as_str()), ("SAD nuovo", "ANZ"));
        assert!(public::service(store, place.body, "ORTI").await.unwrap().is_some());
        let stranger = kernel::BodyId(kernel::id::Uuid::from_u128(8));
        assert!(log::entry(store, stranger, id).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn links_can_be_taken_back() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        import(store, Register::Services, BEFORE).await.unwrap();
        import(store, Register::Databases, "codice,nome\nDB,Cartella\n").await.unwrap();
        service::link(store, &place, &who, "SAD", "DB", profile::Access::Read, "").await.unwrap();
        let text = "servizio,base dati,accesso\nSAD,DB,scrive\nNIDO,DB,legge\n";
        let table = crate::table(text);
        let mapping = Mapping::guess(Sheet::Links, &table.headings);
        service::apply_table(store, &place, &who, Sheet::Links, table, mapping).await.unwrap();
        let entries = log::entries(store, place.body, None, 10).await.unwrap();
        let id = entries.iter().find(|e| e.register == "collegamenti").unwrap().id;
        let undo = log::undo(store, &place, &who, id, None).await.unwrap();
        assert_eq!((undo.removed, undo.restored), (1, 1));
        let links = public::links(store, place.body, 10, true).await.unwrap();
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].access, profile::Access::Read);
    })
    .await;
}

#[tokio::test]
async fn plan_sheets_come_in_like_the_rest_and_meet_their_services() {
    on_both(|ground| async move {
        let (store, place) = (&ground.store, here());
        let services = "codice;nome;schede pdz\nSAD;Assistenza domiciliare;SP1, SP2\n";
        import(store, Register::Services, services).await.unwrap();
        let text = "Numero;Titolo;Area;Comuni;FRNA;Indicatori\n\
                    sp1;Restare a casa;A;10.000,50;2.000;\"Persone seguite: 40 → 60\"\n";
        import(store, Register::PlanSheets, text).await.unwrap();
        let page = public::plan_sheet(store, place.body, "SP1").await.unwrap().unwrap();
        assert_eq!(page.services, [("SAD".to_owned(), "Assistenza domiciliare".to_owned())]);
        assert_eq!(page.sheet.cost_municipalities, Some(kernel::Cents(1_000_050)));
        assert_eq!(page.sheet.plan_area, "a");
        let again = import(store, Register::PlanSheets, text).await.unwrap();
        assert_eq!(again.unchanged, 1);
        // A service that no longer names it is no longer joined.
        import(
            store,
            Register::Services,
            "codice;nome;schede pdz\nSAD;Assistenza domiciliare;SP9\n",
        )
        .await
        .unwrap();
        let page = public::plan_sheet(store, place.body, "SP1").await.unwrap().unwrap();
        assert!(page.services.is_empty());
        let table = crate::table(text);
        let mapping = Mapping::guess(Register::PlanSheets, &table.headings);
        let plan =
            service::preview_table(store, place.body, Register::PlanSheets, table, mapping).await;
        assert!(plan.unwrap().rows.iter().all(|row| row.outcome == Outcome::Unchanged));
    })
    .await;
}
