//! The whole card of a service: structured fields, drafts, where each value came from.

use profile::{
    Register, origins, public,
    rules::{CardState, card_state},
    service::{self, Target},
    structured::PlatformState,
};

use crate::{clerk, here, import, on_both, pairs};

#[tokio::test]
async fn a_card_keeps_its_desks_and_platforms() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        let file = "codice;nome;canali;dettaglio canali;piattaforme;lingue;eventi della vita\n\
            S1;Sportello;03.1;01.1.1 | Sede | Piazza Mazzini 1 | Guastalla | lun 9-13;SPID, pagoPA (previsto);Italiano, arabo;2\n";
        // The semicolon separates columns, so the platforms are written with commas.
        let applied = import(store, Register::Services, file).await.unwrap();
        assert_eq!(applied.created, 1);
        let sheet = public::service(store, body, "S1").await.unwrap().unwrap();
        assert_eq!(sheet.service.channels, ["03.1", "01.1.1"], "a desk is a channel");
        assert_eq!(sheet.service.channel_details[0].municipality, "035024");
        assert_eq!(sheet.service.channel_details[0].hours, "lun 9-13");
        assert_eq!(sheet.service.languages, ["it", "ar"]);
        assert_eq!(sheet.service.life_events, ["2"]);
        let states: Vec<_> = sheet.service.platforms.iter().map(|used| used.state).collect();
        assert_eq!(states, [PlatformState::Active, PlatformState::Planned]);

        let writes = origins::read(&sheet.kept.origins);
        assert_eq!((writes.len(), writes[0].way.as_str()), (1, "import"));
        assert!(writes[0].import.is_some() && writes[0].fields.contains(&"languages".to_owned()));
        let again = import(store, Register::Services, file).await.unwrap();
        assert_eq!(again.unchanged, 1);

        let target = Target::Existing { id: sheet.kept.id, version: sheet.kept.version };
        let typed = pairs(&[("phone", "0522 1"), ("email", "storta")]);
        let wrong =
            service::save(store, &here(), &clerk(), Register::Services, target, typed).await;
        assert!(matches!(wrong, Err(profile::ProfileError::Invalid(_))), "{wrong:?}");
        let typed = pairs(&[("phone", "0522 1"), ("languages", "it")]);
        service::save(store, &here(), &clerk(), Register::Services, target, typed).await.unwrap();
        let sheet = public::service(store, body, "S1").await.unwrap().unwrap();
        let writes = origins::read(&sheet.kept.origins);
        assert_eq!(writes[0].way, "web");
        assert_eq!(writes[0].fields, ["phone", "languages"]);
        assert!(!writes[1].fields.contains(&"languages".to_owned()), "the last write counts");
        // The file is unchanged, the record is not: the difference is seen again.
        let back = import(store, Register::Services, file).await.unwrap();
        assert_eq!((back.changed, back.unchanged), (1, 0));
        let log = store::audit::of_subject(store, body, "service", sheet.kept.id, 10).await.unwrap();
        assert_eq!(log.len(), 1, "one change by hand");
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_not_public() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        let save = |target, typed: &[(&str, &str)]| {
            let typed = pairs(typed);
            async move {
                let register = Register::Services;
                service::save(store, &here(), &clerk(), register, target, typed).await.unwrap()
            }
        };
        let draft = [
            ("name", "Nido nuovo"),
            ("card_state", "bozza"),
            ("areas", "FAM"),
            ("municipalities", "Guastalla"),
        ];
        let saved = save(Target::New, &draft).await;
        let counts = public::counts(store, body).await.unwrap();
        assert_eq!((counts.services, counts.municipalities), (0, 0));
        assert_eq!(
            public::by_area(store, body).await.unwrap().iter().map(|bar| bar.n).sum::<i64>(),
            0
        );
        let list = |drafts| {
            let filter = public::Filter { drafts, ..public::Filter::default() };
            async move {
                public::list(store, body, Register::Services, &filter, None, 10)
                    .await
                    .unwrap()
                    .total
            }
        };
        assert_eq!((list(false).await, list(true).await), (0, 1));
        let found = store::search::find(store, Some(body), None, "nido", 10).await.unwrap();
        assert!(found.is_empty(), "a draft is not found");

        let sheet = public::service(store, body, &saved.code).await.unwrap().unwrap();
        let target = Target::Existing { id: saved.id, version: sheet.kept.version };
        save(target, &[("card_state", "verificata")]).await;
        let sheet = public::service(store, body, &saved.code).await.unwrap().unwrap();
        let today = store.clock().now().day();
        let checked = sheet.kept.values.get(Register::Services, "checked_on").to_owned();
        assert_eq!(checked, today.to_string(), "a verified card says when");
        assert_eq!(card_state("verified", &checked, today), CardState::Verified);
        assert_eq!(list(false).await, 1);
    })
    .await;
}
