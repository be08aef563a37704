//! Roles: given, taken, and worth nothing elsewhere.

use identity::{Caller, IdentityError, MIGRATIONS, link::Purpose};
use kernel::{Access, Role, id::NETWORK};
use store::audit;

use crate::{OTHER, PASSWORD, body, email, identity, new, person, refused, secret_sent, signed_in};

#[tokio::test]
async fn a_role_taken_away_is_gone_at_the_next_request_and_counts_on_one_body() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let (here, there) = (body(&identity, "qui").await, body(&identity, "altrove").await);
        let machine = Caller::command_line();
        let anna = person(&identity, "anna@comune.example").await;
        identity.grant_role(&machine, here, anna, None, Role::Moderator).await.unwrap();
        identity.grant_role(&machine, here, anna, None, Role::Moderator).await.unwrap();
        let token =
            identity.sign_in(&email("anna@comune.example"), PASSWORD, "").await.unwrap().token;
        let access = Access::Roles(&[Role::Moderator]);
        let may = async |body| {
            let principal = identity.principal_of(Some(&token)).await.unwrap();
            access.allows(&principal, Some(body), None)
        };
        assert!(may(here).await);
        assert!(!may(there).await, "a person of one body holds nothing on another");
        identity.revoke_role(&machine, here, anna, None, Role::Moderator).await.unwrap();
        assert!(!may(here).await);
        let twice = identity.revoke_role(&machine, here, anna, None, Role::Moderator).await;
        assert!(matches!(twice, Err(IdentityError::NothingThere)));

        let rows = audit::page(&ground.store, here, None, 10).await.unwrap();
        let actions: Vec<_> =
            rows.iter().map(|row| (row.action.as_str(), row.subject_id)).collect();
        assert_eq!(actions, [("role.revoke", anna.0), ("role.grant", anna.0)], "{}", ground.engine);
    })
    .await;
}

#[tokio::test]
async fn only_the_lead_of_the_body_and_the_network_give_roles() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let (here, there) = (body(&identity, "qui").await, body(&identity, "altrove").await);
        let machine = Caller::command_line();
        let target = person(&identity, "carla@comune.example").await;
        let mut callers = Vec::new();
        for (address, role, path) in [
            ("lead@comune.example", Role::Lead, None),
            ("path@comune.example", Role::Lead, Some("percorso")),
            ("mod@comune.example", Role::Moderator, None),
        ] {
            let id = person(&identity, address).await;
            identity.grant_role(&machine, here, id, path, role).await.unwrap();
            callers.push(signed_in(&identity, address).await);
        }
        let give = async |caller: &Caller, body, role| {
            identity.grant_role(caller, body, target, None, role).await
        };
        give(&callers[0], here, Role::Operator).await.unwrap();
        for (caller, body) in [(&callers[0], there), (&callers[1], here), (&callers[2], here)] {
            assert!(matches!(
                give(caller, body, Role::Operator).await,
                Err(IdentityError::NotAllowed)
            ));
            let taken = identity.revoke_role(caller, body, target, None, Role::Operator).await;
            assert!(matches!(taken, Err(IdentityError::NotAllowed)));
        }
        // A lead cannot rise to the network, neither on the network nor by way of the own body.
        assert!(matches!(
            give(&callers[0], NETWORK, Role::NetworkManager).await,
            Err(IdentityError::NotAllowed)
        ));
        assert_eq!(
            refused(give(&callers[0], here, Role::NetworkManager).await)[0].key,
            "identity-role-misplaced"
        );
        assert_eq!(
            refused(give(&machine, NETWORK, Role::Lead).await)[0].key,
            "identity-role-misplaced"
        );

        give(&machine, NETWORK, Role::NetworkManager).await.unwrap();
        let network = signed_in(&identity, "carla@comune.example").await;
        assert!(network.principal.is_network_manager());
        identity.grant_role(&network, there, target, None, Role::Lead).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn roles_need_a_body_a_person_and_a_proper_path() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let here = body(&identity, "qui").await;
        let machine = Caller::command_line();
        let anna = person(&identity, "anna@comune.example").await;
        let nowhere = kernel::BodyId(kernel::id::Uuid::from_u128(5));
        let nobody = kernel::PersonId(kernel::id::Uuid::from_u128(5));
        let result = identity.grant_role(&machine, nowhere, anna, None, Role::Lead).await;
        assert!(matches!(result, Err(IdentityError::NoSuchBody)));
        let result = identity.grant_role(&machine, here, nobody, None, Role::Lead).await;
        assert!(matches!(result, Err(IdentityError::NoSuchPerson)));
        let result = identity.grant_role(&machine, here, anna, Some("Non Va"), Role::Lead).await;
        assert_eq!(refused(result)[0].field, "path");
        assert!(identity.grants_of(anna).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_last_lead_stays_unless_the_network_says_otherwise() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let here = body(&identity, "qui").await;
        let machine = Caller::command_line();
        let anna = person(&identity, "anna@x.example").await;
        identity.grant_role(&machine, here, anna, None, Role::Lead).await.unwrap();
        let lead = signed_in(&identity, "anna@x.example").await;
        let leave = || identity.revoke_role(&lead, here, anna, None, Role::Lead);
        assert!(matches!(leave().await, Err(IdentityError::LastLead)));
        assert_eq!(identity.grants_of(anna).await.unwrap().len(), 1, "{}", ground.engine);

        // Who was invited and never entered could not give the role back.
        let guest = new("nuova@x.example");
        let nuova = identity.invite(&lead, here, guest, None, Role::Lead).await.unwrap();
        assert!(matches!(leave().await, Err(IdentityError::LastLead)));
        let secret = secret_sent(&ground, "nuova@x.example", Purpose::Invite.page()).await;
        identity.accept_invitation(&secret, "Nuova", OTHER).await.unwrap();
        leave().await.unwrap();
        identity.revoke_role(&machine, here, nuova, None, Role::Lead).await.unwrap();
        assert!(identity.grants_of(nuova).await.unwrap().is_empty());
    })
    .await;
}
