//! What a body says of itself.

use reqwest::multipart::{Form, Part};
use testkit::on_both_engines;

use super::{Browser, part, value};
use crate::town::{tables, town};

const ROOT: &str = "/unione-bassa-reggiana/scrivania/ente";

/// A PNG of one red pixel.
const PNG: &str = "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082";

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_keeps_the_body_in_order() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Browser::signed_in(&town, "referente@demo.example").await;
        let page = lead.get(ROOT).await.html;
        let name = value(&page, "#f-name");
        assert!(name.contains("Bassa Reggiana") && page.contains("contrasto"));
        assert!(lead.english(ROOT).await.html.contains("contrast of"));
        let base = |name: &'static str, color: &'static str| {
            vec![("name", name), ("primary_color", color), ("languages", "it"), ("languages", "en")]
        };
        let with =
            |more: (&'static str, &'static str)| [base("Unione", "#0b5e4a"), vec![more]].concat();
        for (pairs, message) in [
            (vec![], "Questo campo serve"),
            (base("", "#0b5e4a"), "Questo campo serve"),
            (base("Unione", "verde!!"), "cancelletto"),
            (with(("contact_email", "nessuno")), "non è completo"),
            (with(("privacy_url", "javascript:alert(1)")), "indirizzo intero"),
            (with(("accessibility_url", "https://x y.it")), "indirizzo intero"),
            (with(("population", "-5")), "sotto lo zero"),
            (with(("population", "tanti")), "solo cifre"),
            (with(("istat_code", "12")), "sei cifre"),
            (with(("province", "R1")), "due lettere"),
        ] {
            let html = lead.refused(ROOT, &pairs, message).await;
            for (field, typed) in pairs.iter().filter(|(field, _)| *field != "languages") {
                assert_eq!(value(&html, &format!("#f-{field}")), *typed, "kept");
            }
        }
        assert_eq!(value(&lead.get(ROOT).await.html, "#f-name"), name, "nothing was saved");

        let privacy = "https://www.unione.example/privacy";
        let saved = lead.post(ROOT, &with(("privacy_url", privacy))).await;
        assert!(saved.to.ends_with("done-identity-body"));
        assert!(lead.get("/unione-bassa-reggiana/privacy").await.html.contains(privacy));
        assert!(!lead.get("/rimini/privacy").await.html.contains(privacy));
        // Without English the body's pages are in Italian for everybody, and offer no other.
        assert!(lead.english("/unione-bassa-reggiana/").await.html.contains("lang=\"en\""));
        let italian = [("name", "Unione"), ("primary_color", "#0b5e4a"), ("languages", "it")];
        lead.post(ROOT, &italian).await;
        let home = lead.english("/unione-bassa-reggiana/").await.html;
        assert!(home.contains("<html lang=\"it\"") && !home.contains("/lingua/en"));
        assert!(lead.english("/").await.html.contains("<html lang=\"en\""));
        // A lead changes neither the address nor the place in the tree, whatever is sent.
        let moved =
            [base("<script>x</script>", "#ffee00"), vec![("slug", "altrove"), ("kind", "region")]]
                .concat();
        let pale = lead.post(ROOT, &moved).await;
        assert!(pale.to.ends_with("done-identity-body-darker"), "{}", pale.to);
        let home = lead.get("/unione-bassa-reggiana/").await;
        assert_eq!(home.status, 200);
        assert!(!home.html.contains("<script>x"));
        let style = lead.get("/unione-bassa-reggiana/stile.css").await.html;
        assert!(style.contains('#') && !style.contains("#ffee00"), "{style}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_is_a_picture_and_municipalities_come_from_the_list() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Browser::signed_in(&town, "referente@demo.example").await;
        let logo = format!("{ROOT}/logo");
        let upload = async |file: Vec<u8>, name: &'static str, kind: &str| {
            let file = Part::bytes(file).file_name(name).mime_str(kind).unwrap();
            let request =
                lead.client.post(format!("{}{logo}", town.url)).header("origin", &town.url);
            let answer = request.multipart(Form::new().part("logo", file)).send().await.unwrap();
            super::seen(answer).await
        };
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
        for (file, name, message) in [
            (svg.clone(), "logo.svg", "non va bene"),
            (svg, "logo.png", "non va bene"),
            (bytes(PNG)[..20].to_vec(), "logo.png", "non va bene"),
            (Vec::new(), "logo.png", "Scegli prima"),
            (vec![0; (5 << 20) + 1], "logo.png", "troppo grande"),
        ] {
            let refused = upload(file, name, "image/png").await;
            assert_eq!(refused.status, 422, "{name}");
            assert!(refused.html.contains(message), "{name}: {message}");
        }
        assert_eq!(lead.post(&logo, &[]).await.status, 400, "no upload at all");
        assert_eq!(lead.get("/unione-bassa-reggiana/logo").await.status, 404);
        assert!(
            upload(bytes(PNG), "stemma.png", "image/png").await.to.ends_with("done-identity-logo")
        );
        let shown = lead.answer("/unione-bassa-reggiana/logo").await;
        assert_eq!(
            (shown.status().as_u16(), &shown.headers()["content-type"]),
            (200, &"image/png".parse().unwrap())
        );
        assert!(
            lead.get("/unione-bassa-reggiana/").await.html.contains("/unione-bassa-reggiana/logo")
        );
        assert!(lead.post(&format!("{logo}/togli"), &[]).await.to.ends_with("logo-removed"));
        assert_eq!(lead.get("/unione-bassa-reggiana/logo").await.status, 404);

        let towns = format!("{ROOT}/comuni");
        let before = part(&lead.get(&towns).await.html, "textarea");
        assert_eq!(before.lines().count(), 8, "{before}");
        for (text, line) in [
            ("Guastalla\nGustalla", "riga 2"),
            ("000000", "riga 1"),
            ("Boretto\nboretto", "riga 2"),
        ] {
            let html = lead.refused(&towns, &[("municipalities", text)], line).await;
            assert_eq!(part(&html, "textarea"), text, "kept");
        }
        let huge = "Guastalla\n".repeat(4_000);
        lead.refused(&towns, &[("municipalities", &huge)], "Troppo lungo").await;
        assert_eq!(part(&lead.get(&towns).await.html, "textarea"), before);
        let saved =
            lead.post(&towns, &[("municipalities", "035024 Guastalla\r\nBoretto\r\n")]).await;
        assert!(saved.to.ends_with("done-identity-municipalities"));
        assert_eq!(
            part(&lead.get(&towns).await.html, "textarea"),
            "035005 Boretto\n035024 Guastalla"
        );
        assert!(lead.english(&towns).await.html.contains("2 municipalities"));
    })
    .await;
}
