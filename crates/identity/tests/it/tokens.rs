//! Tokens of the API.

use identity::{Caller, IdentityError, MIGRATIONS};
use kernel::{Principal, Role};
use store::{Store, audit};

use crate::{OTHER, PASSWORD, body, email, identity, person, refused, signed_in};

async fn stored(store: &Store) -> String {
    use sea_orm::ConnectionTrait;
    let sql = store::sql(store.engine(), "SELECT hash FROM api_token", []);
    store.read().query_one_raw(sql).await.unwrap().unwrap().try_get("", "hash").unwrap()
}

#[tokio::test]
async fn a_token_acts_for_its_body_until_revoked_and_is_stored_as_a_hash() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let (here, there) = (body(&identity, "qui").await, body(&identity, "altrove").await);
        let machine = Caller::command_line();
        let made = identity
            .make_token(&machine, here, "  Sito  del comune ", &[Role::Moderator])
            .await
            .unwrap();
        assert!(made.secret.starts_with("agio_"));
        assert!(!stored(&ground.store).await.contains(&made.secret[5..]));
        let principal = identity.principal_of_token(&made.secret).await.unwrap().unwrap();
        assert_eq!((principal.person, principal.name.as_str()), (None, "Sito del comune"));
        assert!(principal.holds(here, None, &[Role::Moderator]));
        assert!(!principal.is_staff_of(there));

        let caller = Caller::api(principal);
        let more = identity.make_token(&caller, here, "altro", &[Role::Lead]).await;
        assert!(matches!(more, Err(IdentityError::NotAllowed)));
        assert!(identity.revoke_token(&machine, there, made.id).await.is_err());
        identity.revoke_token(&machine, here, made.id).await.unwrap();
        assert_eq!(identity.principal_of_token(&made.secret).await.unwrap(), None);
        let listed = identity.tokens(here).await.unwrap();
        assert!(
            listed.len() == 1
                && listed[0].revoked_at.is_some()
                && listed[0].roles == [Role::Moderator]
        );
        let rows = audit::page(&ground.store, here, None, 10).await.unwrap();
        let actions: Vec<_> = rows.iter().map(|row| row.action.as_str()).collect();
        assert_eq!(actions, ["token.revoke", "token.make"]);
    })
    .await;
}

#[tokio::test]
async fn forged_and_too_mighty_tokens_are_refused() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let here = body(&identity, "qui").await;
        let machine = Caller::command_line();
        for roles in [&[][..], &[Role::NetworkManager], &[Role::Lead, Role::NetworkManager]] {
            assert_eq!(
                refused(identity.make_token(&machine, here, "x y", roles).await)[0].field,
                "roles"
            );
        }
        let anonymous = Caller::web(Principal::anonymous());
        let result = identity.make_token(&anonymous, here, "x y", &[Role::Lead]).await;
        assert!(matches!(result, Err(IdentityError::NotAllowed)));
        for forged in ["", "agio_", &format!("agio_{}", "0".repeat(64))] {
            assert_eq!(identity.principal_of_token(forged).await.unwrap(), None);
        }
    })
    .await;
}

#[tokio::test]
async fn a_personal_token_is_its_owner_with_the_roles_of_the_moment() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let here = body(&identity, "qui").await;
        let (anna, other) = (person(&identity, "anna@x.example").await, "altra@x.example");
        person(&identity, other).await;
        let caller = signed_in(&identity, "anna@x.example").await;
        let wrong = identity.make_personal_token(&caller, "foglio", "non è questa, davvero").await;
        assert!(matches!(wrong, Err(IdentityError::WrongCredentials)));
        for bad in ["", "x", &"x".repeat(81)] {
            let result = identity.make_personal_token(&caller, bad, PASSWORD).await;
            assert_eq!(refused(result)[0].field, "name");
        }
        let nobody = Caller::web(Principal::anonymous());
        let result = identity.make_personal_token(&nobody, "foglio", PASSWORD).await;
        assert!(matches!(result, Err(IdentityError::NotAllowed)));

        let made =
            identity.make_personal_token(&caller, " Il mio  foglio", PASSWORD).await.unwrap();
        let who = identity.principal_of_token(&made.secret).await.unwrap().unwrap();
        assert_eq!(
            (who.person, who.name.as_str(), who.identity_level),
            (Some(anna), "Anna Verdi", 1)
        );
        assert!(who.grants.is_empty());
        let machine = Caller::command_line();
        identity.grant_role(&machine, here, anna, None, Role::Moderator).await.unwrap();
        let who = identity.principal_of_token(&made.secret).await.unwrap().unwrap();
        assert!(who.holds(here, None, &[Role::Moderator]));

        let listed = identity.personal_tokens(anna).await.unwrap();
        assert_eq!((listed.len(), listed[0].name.as_str()), (1, "Il mio foglio"));
        let thief = signed_in(&identity, other).await;
        let taken = identity.revoke_personal_token(&thief, made.id).await;
        assert!(matches!(taken, Err(IdentityError::NothingThere)));
        identity.revoke_personal_token(&caller, made.id).await.unwrap();
        assert_eq!(identity.principal_of_token(&made.secret).await.unwrap(), None);
        assert!(identity.personal_tokens(anna).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn personal_tokens_end_with_a_forgotten_password_and_a_closed_account() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let anna = person(&identity, "anna@x.example").await;
        let machine = Caller::command_line();
        let token = async |password: &str| {
            let opened = identity.sign_in(&email("anna@x.example"), password, "").await.unwrap();
            let caller = Caller::web(identity.principal_of(Some(&opened.token)).await.unwrap());
            let made = identity.make_personal_token(&caller, "foglio", password).await.unwrap();
            (caller, opened.session, made.secret)
        };
        let works =
            async |secret: &str| identity.principal_of_token(secret).await.unwrap().is_some();
        let (caller, session, secret) = token(PASSWORD).await;
        identity.change_password(&caller, session, PASSWORD, OTHER).await.unwrap();
        assert!(works(&secret).await, "changing one's password leaves one's programs alone");
        identity.set_password(&machine, anna, PASSWORD).await.unwrap();
        assert!(!works(&secret).await);
        let (.., secret) = token(PASSWORD).await;
        identity.disable_person(&machine, anna).await.unwrap();
        assert!(!works(&secret).await);
    })
    .await;
}
