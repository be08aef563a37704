//! Tokens of the API.

use identity::{Caller, IdentityError, MIGRATIONS};
use kernel::{Principal, Role};
use store::{Store, audit};

use crate::{body, identity, refused};

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
