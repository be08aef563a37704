//! Services and databases typed by hand, and who uses what.

use profile::{
    Access, ProfileError, Register, public,
    service::{self, Saved, Target},
};

use crate::{clerk, here, on_both, pairs};

async fn save(
    store: &store::Store,
    register: Register,
    target: Target,
    typed: &[(&str, &str)],
) -> Result<Saved, ProfileError> {
    service::save(store, &here(), &clerk(), register, target, pairs(typed)).await
}

#[tokio::test]
async fn a_service_is_written_and_edited() {
    on_both(|ground| async move {
        let (store, body) = (&ground.store, here().body);
        let typed = [
            ("name", "  Sportello   sociale "),
            ("areas", "ANZ"),
            ("areas", "DIS"),
            ("areas", ""),
            ("user_cost", "1.234,50"),
            ("checked_on", "1/3/2026"),
            ("barriers", "spid"),
            ("url", "https://example.it/sportello"),
        ];
        let saved = save(store, Register::Services, Target::New, &typed).await.unwrap();
        assert_eq!((saved.code.as_str(), saved.changed), ("SPORTELLO-SOCIALE", true));
        let sheet = public::service(store, body, &saved.code).await.unwrap().unwrap();
        assert_eq!(sheet.service.name, "Sportello sociale");
        assert_eq!(sheet.service.areas, ["ANZ", "DIS"]);
        assert_eq!(sheet.service.user_cost, Some(kernel::Cents(123_450)));
        assert_eq!(sheet.service.checked_on, Some(jiff::civil::date(2026, 3, 1)));
        assert_eq!(sheet.service.barriers, ["spid"]);

        let opened = Target::Existing { id: saved.id, version: sheet.kept.version };
        let same = save(store, Register::Services, opened, &[("name", "Sportello sociale")])
            .await
            .unwrap();
        assert!(!same.changed);
        let edit = [("name", "Sportello sociale unico"), ("areas", "")];
        assert!(save(store, Register::Services, opened, &edit).await.unwrap().changed);
        let sheet = public::service(store, body, &saved.code).await.unwrap().unwrap();
        assert_eq!(sheet.service.name, "Sportello sociale unico");
        assert!(sheet.service.areas.is_empty());
        assert_eq!(sheet.service.url, "https://example.it/sportello", "what was not sent stays");

        let late = save(store, Register::Services, opened, &[("name", "Altro")]).await;
        assert!(matches!(late, Err(ProfileError::Stale)), "{late:?}");
        assert_eq!(store::events::latest(store.read(), body).await.unwrap(), 2);
        store::audit::verify(store, body).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    on_both(|ground| async move {
        let store = &ground.store;
        let long = "a".repeat(201);
        let typed = [
            ("code", "con spazi"),
            ("name", long.as_str()),
            ("areas", "marziani"),
            ("user_cost", "-1"),
            ("users_count", "tanti"),
            ("checked_on", "31/02/2026"),
            ("url", "javascript:alert(1)"),
        ];
        let refused = save(store, Register::Services, Target::New, &typed).await.unwrap_err();
        let ProfileError::Invalid(errors) = refused else { panic!("{refused:?}") };
        let told: Vec<_> = errors.iter().map(|e| (e.field, e.key, e.n)).collect();
        assert_eq!(
            told,
            [
                ("code", "profile-form-not-a-code", None),
                ("name", "form-too-long", Some(200)),
                ("areas", "form-not-in-list", None),
                ("users_count", "form-not-a-number", None),
                ("user_cost", "form-negative", None),
                ("url", "profile-form-not-a-url", None),
                ("checked_on", "form-not-a-day", None),
            ]
        );
        let nothing = save(store, Register::Databases, Target::New, &[]).await.unwrap_err();
        let ProfileError::Invalid(errors) = nothing else { panic!("{nothing:?}") };
        assert_eq!((errors[0].field, errors[0].key), ("name", "form-required"));

        save(store, Register::Services, Target::New, &[("code", "X1"), ("name", "Uno")])
            .await
            .unwrap();
        let taken =
            save(store, Register::Services, Target::New, &[("code", "x1"), ("name", "Due")]).await;
        let Err(ProfileError::Invalid(errors)) = taken else { panic!("{taken:?}") };
        assert_eq!((errors[0].field, errors[0].key), ("code", "profile-form-code-taken"));
        assert_eq!(public::counts(store, here().body).await.unwrap().services, 1);
    })
    .await;
}

#[tokio::test]
async fn who_uses_what_is_seen_from_both_ends() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        let name = |name| [("name", name)];
        save(store, Register::Services, Target::New, &name("Nido")).await.unwrap();
        save(store, Register::Services, Target::New, &name("Mensa")).await.unwrap();
        let typed =
            [("code", "ANPR"), ("name", "Anagrafe"), ("api", "on"), ("records_count", "1.000.000")];
        save(store, Register::Databases, Target::New, &typed).await.unwrap();
        save(store, Register::Databases, Target::New, &name("Elenco")).await.unwrap();

        service::link(store, &place, &who, "nido", "ANPR", Access::Read, "api").await.unwrap();
        service::link(store, &place, &who, "NIDO", "ANPR", Access::ReadWrite, "manuale")
            .await
            .unwrap();
        service::link(store, &place, &who, "NIDO", "ANPR", Access::ReadWrite, "manual")
            .await
            .unwrap();
        let missing = service::link(store, &place, &who, "NIDO", "NIENTE", Access::Read, "").await;
        assert!(matches!(missing, Err(ProfileError::NotFound)));
        let odd =
            service::link(store, &place, &who, "NIDO", "ANPR", Access::Read, "piccione").await;
        assert!(matches!(odd, Err(ProfileError::Invalid(_))));

        let sheet = public::database(store, place.body, "ANPR").await.unwrap().unwrap();
        assert_eq!(
            (sheet.database.api, sheet.database.records_count),
            (Some(true), Some(1_000_000))
        );
        assert_eq!(sheet.used_by.len(), 1);
        assert_eq!(
            (sheet.used_by[0].access, sheet.used_by[0].means.as_str()),
            (Access::ReadWrite, "manual")
        );
        let sheet = public::service(store, place.body, "NIDO").await.unwrap().unwrap();
        assert_eq!(sheet.uses[0].name, "Anagrafe");

        let matrix = public::matrix(store, place.body, 500).await.unwrap();
        assert_eq!((matrix.services.len(), matrix.databases.len(), matrix.filled()), (1, 1, 1));
        let cell = matrix.cell(matrix.services[0].id, matrix.databases[0].id);
        assert!(cell.is_some_and(|access| access.reads() && access.writes()));
        let counts = public::counts(store, place.body).await.unwrap();
        assert_eq!(
            (counts.uses, counts.services_without_database, counts.unused_databases),
            (1, 1, 1)
        );
        let from = ("service", sheet.kept.id);
        let steps = store::thread::walk(store, place.body, from, store::thread::Direction::Forward)
            .await
            .unwrap();
        assert_eq!(steps[0].href, "/unione-di-prova/profilo/basi-dati/ANPR");

        service::unlink(store, &place, &who, "NIDO", "ANPR").await.unwrap();
        let again = service::unlink(store, &place, &who, "NIDO", "ANPR").await;
        assert!(matches!(again, Err(ProfileError::NotFound)));
        assert_eq!(public::matrix(store, place.body, 500).await.unwrap().filled(), 0);
    })
    .await;
}
