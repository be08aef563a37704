//! People: added, listed, invited.

use identity::{Caller, IdentityError, MIGRATIONS, link::Purpose, person::NewPerson};
use kernel::{Principal, Role, id::NETWORK};
use store::audit;
use texts::Lang;

use crate::{
    OTHER, PASSWORD, body, email, identity, messages_to, new, person, refused, secret_sent,
    signed_in,
};

#[tokio::test]
async fn an_address_belongs_to_one_person() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let anna = person(&identity, "anna@comune.example").await;
        let again =
            identity.add_person(&Caller::command_line(), new("Anna@Comune.example"), None).await;
        assert_eq!(refused(again)[0].key, "identity-email-taken");
        let nameless = NewPerson { name: " ".into(), ..new("bruno@comune.example") };
        refused(identity.add_person(&Caller::command_line(), nameless, None).await);
        let found = identity.person_by_email(&email("ANNA@comune.example")).await.unwrap().unwrap();
        assert_eq!(found.id, anna);
        assert!(found.verified && found.has_password && !found.disabled);
        let stranger = Caller::web(Principal::anonymous());
        let result = identity.add_person(&stranger, new("carla@comune.example"), None).await;
        assert!(matches!(result, Err(IdentityError::NotAllowed)));
    })
    .await;
}

#[tokio::test]
async fn people_are_listed_by_address_in_pages_and_by_body() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let here = body(&identity, "qui").await;
        let machine = Caller::command_line();
        for address in ["c@x.example", "a@x.example", "b@x.example"] {
            let id = identity.add_person(&machine, new(address), None).await.unwrap();
            if address != "b@x.example" {
                identity.grant_role(&machine, here, id, None, Role::Operator).await.unwrap();
            }
        }
        let addresses = async |body, after: &str, limit| {
            let people = identity.people(body, after, limit).await.unwrap();
            people.into_iter().map(|p| (p.email, p.grants.len())).collect::<Vec<_>>()
        };
        let two = addresses(None, "", 2).await;
        assert_eq!(two, [("a@x.example".to_owned(), 1), ("b@x.example".to_owned(), 0)]);
        assert_eq!(addresses(None, "b@x.example", 2).await, [("c@x.example".to_owned(), 1)]);
        let staff = addresses(Some(here), "", 10).await;
        assert_eq!(staff, [("a@x.example".to_owned(), 1), ("c@x.example".to_owned(), 1)]);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_gives_the_role_and_a_way_in() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let (here, there) = (body(&identity, "qui").await, body(&identity, "altrove").await);
        let lead = person(&identity, "lead@comune.example").await;
        identity.grant_role(&Caller::command_line(), here, lead, None, Role::Lead).await.unwrap();
        let lead = signed_in(&identity, "lead@comune.example").await;
        let guest = || NewPerson { language: Lang::En, ..new("nuova@comune.example") };
        let id = identity
            .invite(&lead, here, guest(), Some("percorso-2026"), Role::Facilitator)
            .await
            .unwrap();
        let elsewhere = identity.invite(&lead, there, guest(), None, Role::Moderator).await;
        assert!(matches!(elsewhere, Err(IdentityError::NotAllowed)));

        // Somebody registers the invited address: that opens nothing.
        identity.register(new("nuova@comune.example"), OTHER).await.unwrap();
        let hijack = identity.sign_in(&email("nuova@comune.example"), OTHER, "").await;
        assert!(matches!(hijack, Err(IdentityError::NotVerified)));

        let secret = secret_sent(&ground, "nuova@comune.example", Purpose::Invite.page()).await;
        let owner = identity.link_owner(&secret, Purpose::Invite).await.unwrap().unwrap();
        assert_eq!((owner.person, owner.name.as_str()), (id, "Anna Verdi"));
        identity.set_password_by_link(&secret, Purpose::Invite, PASSWORD).await.unwrap();
        let caller = signed_in(&identity, "nuova@comune.example").await;
        assert!(caller.principal.holds(here, Some("percorso-2026"), &[Role::Facilitator]));
        assert!(!caller.principal.holds(here, Some("altro"), &[Role::Facilitator]));
        assert!(!caller.principal.is_staff_of(there));

        // Somebody who can enter already is told of the new role once, without a link that opens.
        let letters = messages_to(&ground, "nuova@comune.example").await;
        for _ in 0..2 {
            identity.invite(&lead, here, guest(), None, Role::Operator).await.unwrap();
            assert_eq!(messages_to(&ground, "nuova@comune.example").await, letters + 1);
        }
        let all = store::outbox::newest(&ground.store, 100).await.unwrap();
        let latest = &all.iter().find(|m| m.content.contains("/accedi")).unwrap().content;
        assert!(latest.contains("operator") && latest.contains("Ente qui"), "{latest}");
        assert!(latest.contains("https://agende.example/accedi") && !latest.contains("/accesso/"));
        assert_eq!(identity.grants_of(id).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_audit_log_names_nobody() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let anna = person(&identity, "anna@comune.example").await;
        identity.set_password(&Caller::command_line(), anna, OTHER).await.unwrap();
        identity.disable_person(&Caller::command_line(), anna).await.unwrap();
        let rows = audit::page(&ground.store, NETWORK, None, 50).await.unwrap();
        let actions: Vec<_> = rows.iter().map(|row| row.action.as_str()).collect();
        assert_eq!(actions, ["person.disable", "person.password", "person.add"]);
        for row in rows {
            let all = format!("{}{}", row.before_json, row.after_json);
            assert!(
                !all.contains("anna") && !all.contains("Verdi") && !all.contains("argon2"),
                "{all}"
            );
            assert_eq!(row.channel, "cli");
        }
        assert!(audit::verify(&ground.store, NETWORK).await.unwrap().broken.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_person_who_asks_is_forgotten_for_good() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let (here, machine) = (body(&identity, "qui").await, Caller::command_line());
        let anna = person(&identity, "anna@comune.example").await;
        identity.grant_role(&machine, here, anna, None, Role::Moderator).await.unwrap();
        identity.forget_person(&machine, anna).await.unwrap();
        let found = identity.person_by_email(&email("anna@comune.example")).await.unwrap();
        assert!(found.is_none());
        let left = identity.person(anna).await.unwrap().unwrap();
        assert!(left.name.is_empty() && left.grants.is_empty(), "{left:?}");
        assert!(!format!("{left:?}").contains("anna"));
        // The address is free for a new beginning.
        assert_ne!(person(&identity, "anna@comune.example").await, anna);
        let nobody =
            identity.forget_person(&machine, kernel::PersonId(kernel::id::NETWORK.0)).await;
        assert!(matches!(nobody, Err(identity::IdentityError::NoSuchPerson)));
        assert!(audit::verify(&ground.store, NETWORK).await.unwrap().broken.is_none());
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_accepted_once_with_name_and_password() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let here = body(&identity, "qui").await;
        let machine = Caller::command_line();
        let id = identity
            .invite(&machine, here, new("nuova@x.example"), None, Role::Moderator)
            .await
            .unwrap();
        let secret = secret_sent(&ground, "nuova@x.example", Purpose::Invite.page()).await;
        let both = refused(identity.accept_invitation(&secret, " ", "corta").await);
        let fields: Vec<_> = both.iter().map(|error| error.field).collect();
        assert_eq!(fields, ["name", "password"]);
        let address = identity.accept_invitation(&secret, " Nuova  Rossi", PASSWORD).await.unwrap();
        let known = identity.person(id).await.unwrap().unwrap();
        assert_eq!((known.name.as_str(), known.verified), ("Nuova Rossi", true));
        identity.sign_in(&address, PASSWORD, "").await.unwrap();
        let again = identity.accept_invitation(&secret, "Nuova Rossi", OTHER).await;
        assert!(matches!(again, Err(IdentityError::LinkSpent)));

        let caller = signed_in(&identity, "nuova@x.example").await;
        identity.edit_oneself(&caller, "Nuova R.", Lang::En).await.unwrap();
        let known = identity.person(id).await.unwrap().unwrap();
        assert_eq!((known.name.as_str(), known.language), ("Nuova R.", Lang::En));
        assert_eq!(refused(identity.edit_oneself(&caller, "", Lang::It).await)[0].field, "name");
        let names = identity.names_of(&[id]).await.unwrap();
        assert_eq!(names[&id], "Nuova R.");
    })
    .await;
}
