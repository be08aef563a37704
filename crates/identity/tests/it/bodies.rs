//! Bodies and their tree.

use identity::{BodyFields, BodyKind, Caller, IdentityError, MIGRATIONS, body::Municipality};
use kernel::{Principal, Role, id::NETWORK};
use store::audit;
use texts::Lang;

use crate::{body, fields, identity, person, refused, signed_in};

#[tokio::test]
async fn bodies_form_a_tree_and_are_found_by_address() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        assert!(identity.bodies().tree().await.unwrap().is_empty());
        let region = body(&identity, "emilia-romagna").await;
        let machine = Caller::import();
        let under = |slug: &str, name: &str| BodyFields {
            parent: Some(region),
            name: name.into(),
            kind: BodyKind::Union,
            population: Some(71_120),
            province: "re".into(),
            ..fields(slug)
        };
        let union = identity.add_body(&machine, under("bassa", "Unione Bassa")).await.unwrap();
        let first = identity.add_body(&machine, under("alta", "Àlta Unione")).await.unwrap();
        let town =
            BodyFields { parent: Some(union), istat_code: "035024".into(), ..fields("guastalla") };
        let town = identity.add_body(&machine, town).await.unwrap();

        let tree = identity.bodies().tree().await.unwrap();
        let walked: Vec<_> =
            tree.walk().into_iter().map(|(depth, body)| (depth, body.id)).collect();
        assert_eq!(walked, [(0, region), (1, first), (1, union), (2, town)], "{}", ground.engine);
        let above: Vec<_> = tree.above(town).iter().map(|body| body.id).collect();
        assert_eq!(above, [union, region]);
        let found = identity.bodies().by_slug("bassa").await.unwrap().unwrap();
        assert_eq!((found.id, found.fields.population), (union, Some(71_120)));
        assert_eq!(found.fields.province, "RE");
        assert_eq!(found.fields.languages, [Lang::It, Lang::En]);
        assert!(identity.bodies().by_slug("nessuno").await.unwrap().is_none());
        assert!(audit::verify(&ground.store, NETWORK).await.unwrap().broken.is_none());
    })
    .await;
}

#[tokio::test]
async fn wrong_fields_are_refused_all_at_once_and_nothing_is_kept() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let machine = Caller::command_line();
        let wrong = BodyFields {
            slug: "Con Spazi".into(),
            name: " ".into(),
            istat_code: "12".into(),
            ipa_code: "a b".into(),
            province: "R1".into(),
            population: Some(-3),
            primary_color: "red".into(),
            contact_email: "nessuno".into(),
            privacy_url: "javascript:alert(1)".into(),
            accessibility_url: "https://x y.it".into(),
            ..BodyFields::default()
        };
        let errors = refused(identity.add_body(&machine, wrong).await);
        let names: Vec<_> = errors.iter().map(|error| error.field).collect();
        let all = [
            "name",
            "slug",
            "istat_code",
            "ipa_code",
            "province",
            "population",
            "primary_color",
            "contact_email",
            "privacy_url",
            "accessibility_url",
        ];
        assert_eq!(names, all);
        assert_eq!(
            refused(identity.add_body(&machine, fields("api")).await)[0].key,
            "identity-slug-reserved"
        );
        body(&identity, "boretto").await;
        assert_eq!(
            refused(identity.add_body(&machine, fields("boretto")).await)[0].key,
            "identity-slug-taken"
        );
        let orphan = BodyFields {
            parent: Some(kernel::BodyId(kernel::id::Uuid::from_u128(9))),
            ..fields("x1")
        };
        assert_eq!(refused(identity.add_body(&machine, orphan).await)[0].field, "parent");
        assert_eq!(identity.bodies().tree().await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_pale_colour_is_darkened_and_edits_show_at_once() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let id = body(&identity, "luzzara").await;
        let before = ground.store.version(id).await.unwrap();
        let edited = BodyFields {
            primary_color: "#ffee00".into(),
            name: "Luzzara".into(),
            ..fields("luzzara")
        };
        identity.edit_body(&Caller::command_line(), id, edited).await.unwrap();
        let seen = identity.bodies().by_id(id).await.unwrap().unwrap();
        assert_eq!(seen.fields.name, "Luzzara");
        assert!(seen.fields.primary_color.as_str() < "#a00000", "{}", seen.fields.primary_color);
        assert!(
            ground.store.version(id).await.unwrap() > before,
            "the body's pages must change too"
        );
    })
    .await;
}

#[tokio::test]
async fn a_body_cannot_be_put_below_itself() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let top = body(&identity, "sopra").await;
        let machine = Caller::command_line();
        let low = BodyFields { parent: Some(top), ..fields("sotto") };
        let low = identity.add_body(&machine, low).await.unwrap();
        for parent in [low, top] {
            let loops = BodyFields { parent: Some(parent), ..fields("sopra") };
            assert_eq!(
                refused(identity.edit_body(&machine, top, loops).await)[0].key,
                "identity-parent-loop"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_lead_edits_the_own_body_but_not_its_place_and_strangers_nothing() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let (here, there) = (body(&identity, "qui").await, body(&identity, "altrove").await);
        let lead = person(&identity, "lead@comune.example").await;
        identity.grant_role(&Caller::command_line(), here, lead, None, Role::Lead).await.unwrap();
        let lead = signed_in(&identity, "lead@comune.example").await;
        let renamed = || BodyFields { name: "Nuovo nome".into(), ..fields("qui") };
        identity.edit_body(&lead, here, renamed()).await.unwrap();
        let moved = BodyFields { slug: "qui-nuovo".into(), ..renamed() };
        let not_allowed = |result| matches!(result, Err(IdentityError::NotAllowed));
        assert!(not_allowed(identity.edit_body(&lead, here, moved).await));
        assert!(not_allowed(identity.edit_body(&lead, there, fields("altrove")).await));
        assert!(not_allowed(identity.set_logo(&lead, there, None).await));
        assert!(not_allowed(identity.add_body(&lead, fields("terzo")).await.map(|_| ())));
        let stranger = Caller::web(Principal::anonymous());
        assert!(not_allowed(identity.edit_body(&stranger, here, renamed()).await));
    })
    .await;
}

#[tokio::test]
async fn logos_are_pictures_without_script() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let id = body(&identity, "poviglio").await;
        let machine = Caller::command_line();
        for bad in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"GIF89a", b""] {
            let result = identity.set_logo(&machine, id, Some(bad.to_vec())).await;
            assert_eq!(refused(result)[0].key, "identity-bad-logo");
        }
        let mut jpeg = std::io::Cursor::new(Vec::new());
        let drawn = image::DynamicImage::new_rgb8(600, 300);
        drawn.write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
        identity.set_logo(&machine, id, Some(jpeg.into_inner())).await.unwrap();
        let (bytes, kind) = identity.logo(id).await.unwrap().unwrap();
        assert_eq!(kind, "image/png");
        assert_eq!(image::load_from_memory(&bytes).unwrap().width(), 256);
        let seen = identity.bodies().by_id(id).await.unwrap().unwrap();
        assert_eq!(seen.logo_type.as_deref(), Some("image/png"));
        let large = identity.set_logo(&machine, id, Some(vec![0; (5 << 20) + 1])).await;
        assert_eq!(refused(large)[0].key, "identity-logo-too-large");
        identity.set_logo(&machine, id, None).await.unwrap();
        assert_eq!(identity.logo(id).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn municipalities_are_replaced_as_a_whole() {
    testkit::on_both_engines(&[MIGRATIONS], |ground| async move {
        let identity = identity(&ground);
        let id = body(&identity, "bassa").await;
        let machine = Caller::import();
        let one = |istat: &str, name: &str| Municipality { istat: istat.into(), name: name.into() };
        let list = vec![one("035024", "Guastalla"), one("035005", "Boretto")];
        identity.set_municipalities(&machine, id, list.clone()).await.unwrap();
        let twice = vec![one("035024", "Guastalla"), one("035024", "Boretto")];
        refused(identity.set_municipalities(&machine, id, twice).await);
        let kept = identity.municipalities(id).await.unwrap();
        assert_eq!(kept, [list[1].clone(), list[0].clone()]);
        identity.set_municipalities(&machine, id, vec![one("035005", "Boretto")]).await.unwrap();
        assert_eq!(identity.municipalities(id).await.unwrap().len(), 1);
    })
    .await;
}
