//! Findings, needs and the matrix as the office, a citizen and a program meet them.

use agio::demo;
use reqwest::StatusCode;
use scraper::{Html, Selector};
use testkit::on_both_engines;

use crate::town::{Town, tables, text, town};

const DESK: &str = "/unione-bassa-reggiana/scrivania/rilievi";
const PUBLIC: &str = "/unione-bassa-reggiana/profilo/rilievi";

async fn post(town: &Town, path: &str, form: &[(&str, &str)]) -> (StatusCode, String, String) {
    let request = town.client.post(format!("{}{path}", town.url)).header("origin", &town.url);
    let answer = request.form(form).send().await.unwrap();
    let to = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
    (answer.status(), to.unwrap_or_default(), answer.text().await.unwrap())
}

/// A page that must be there, with one heading and nothing inline.
async fn page(town: &Town, path: &str) -> String {
    let (status, html) = town.get(path).await;
    assert_eq!(status, 200, "{path}");
    let parsed = Html::parse_document(&html);
    let count = |s: &str| parsed.select(&Selector::parse(s).unwrap()).count();
    assert_eq!(count("h1"), 1, "{path}");
    assert_eq!(count("[style], style, script:not([src])"), 0, "{path}: inline");
    html
}

fn hrefs(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|a| a.attr("href")).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_office_decides_on_findings() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        assert_eq!(town.get(DESK).await.0, 303, "a visitor is led to the sign-in page");
        page(&town, PUBLIC).await;
        assert_eq!(town.sign_in("referente@demo.example", demo::PASSWORD).await.status(), 303);

        let (status, to, _) = post(&town, &format!("{DESK}/controlla"), &[]).await;
        assert_eq!((status.as_u16(), to.starts_with(DESK)), (303, true), "{to}");
        let html = page(&town, DESK).await;
        let buttons = hrefs(&html, "td a.btn");
        assert!(buttons.len() > 3, "{}", text(&html, ".agio-count"));

        // Refused: what was typed stays, nothing changes.
        let one = page(&town, &buttons[0]).await;
        assert!(!text(&one, "p strong").is_empty());
        let (status, _, html) =
            post(&town, &format!("{}/lascia", buttons[0]), &[("reason", "no")]).await;
        assert_eq!(status, 422);
        assert!(!text(&html, "[role=alert]").is_empty() && html.contains(">\nno</textarea>"));
        let (status, _, html) =
            post(&town, &format!("{}/rimanda", buttons[0]), &[("until", "2020-01-01")]).await;
        assert_eq!(status, 422);
        assert!(
            text(&html, "#f-until-error").contains("giorno"),
            "{}",
            text(&html, "[role=alert]")
        );
        let (status, ..) = post(&town, &format!("{}/accetta", buttons[0]), &[("words", "")]).await;
        assert_eq!(status, 422);

        // Accepted, with an action to write.
        let form =
            [("words", "Un servizio che manca a chi è solo"), ("areas", "ANZ"), ("poi", "azione")];
        let (status, to, _) = post(&town, &format!("{}/accetta", buttons[0]), &form).await;
        assert_eq!(status, 303);
        assert!(to.contains("/scrivania/agenda/azioni/nuova?bisogno=1"), "{to}");
        let action = page(&town, &to).await;
        assert!(action.contains("Un servizio che manca a chi è solo"));
        let made = [
            ("title", "Portare il servizio a chi è solo"),
            ("summary", "Una prova di sei mesi"),
            ("kind", "network"),
            ("inclusion", "Aiuto di persona, anche a casa."),
            ("need", "1"),
        ];
        let (_, made_at, html) =
            post(&town, "/unione-bassa-reggiana/scrivania/agenda/azioni/nuova", &made).await;
        assert!(made_at.contains("/azioni/AZ-"), "{}", text(&html, "[role=alert]"));
        let action = page(&town, made_at.split('?').next().unwrap()).await;
        assert!(
            action.contains("Un servizio che manca a chi è solo"),
            "the action says where it comes from"
        );

        let public = page(&town, PUBLIC).await;
        assert!(text(&public, "#bisogno-1").contains("Un servizio che manca a chi è solo"));
        let (status, ..) = post(&town, &format!("{}/accetta", buttons[0]), &form).await;
        assert_eq!(status, 422, "decided already");

        // Dismissed, then taken back.
        let no = [("reason", "Lo segue già la Regione")];
        let (status, ..) = post(&town, &format!("{}/lascia", buttons[1]), &no).await;
        assert_eq!(status, 303);
        assert!(page(&town, &format!("{DESK}?stato=dismissed")).await.contains(&buttons[1]));
        let (status, ..) = post(&town, &format!("{}/ritira", buttons[1]), &[]).await;
        assert_eq!(status, 303);

        // A need by hand.
        let new = "/unione-bassa-reggiana/scrivania/bisogni/nuovo";
        page(&town, new).await;
        assert_eq!(post(&town, new, &[("words", "")]).await.0, 422);
        let (status, to, _) = post(&town, new, &[("words", "Un pulmino la sera")]).await;
        assert_eq!(status, 303);
        assert!(to.ends_with("#bisogno-2"), "{to}");

        let desk = page(&town, "/unione-bassa-reggiana/scrivania/basi-dati").await;
        assert!(desk.contains("elenco-agid.xlsx"));
        let (status, csv) =
            town.get("/unione-bassa-reggiana/scrivania/basi-dati/elenco-agid.csv").await;
        assert_eq!((status.as_u16(), csv.lines().count() > 1), (200, true), "{csv}");
        let (status, _) =
            town.get("/unione-bassa-reggiana/scrivania/basi-dati/registro-trattamenti.xlsx").await;
        assert_eq!(status, 200);

        let api =
            format!("{}/api/v1/bodies/unione-bassa-reggiana/findings?state=accepted", town.url);
        let listed: serde_json::Value =
            town.client.get(&api).send().await.unwrap().json().await.unwrap();
        assert_eq!(listed["items"].as_array().unwrap().len(), 1, "{listed}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_has_filters_and_downloads() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let matrix = "/unione-bassa-reggiana/profilo/matrice";
        let whole = page(&town, matrix).await;
        let some = page(&town, &format!("{matrix}?area=ANZ&tipo=regional")).await;
        let rows = |html: &str| hrefs(html, "tbody th a").len();
        assert!(rows(&some) < rows(&whole) && rows(&some) > 0, "{} {}", rows(&some), rows(&whole));
        let none = page(&town, &format!("{matrix}?area=ZZZ")).await;
        assert_eq!(rows(&none), 0);
        let (status, csv) = town.get(&format!("{matrix}.csv")).await;
        assert_eq!(status, 200);
        assert_eq!(csv.lines().count(), rows(&whole) + 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_says_where_nobody_is_served() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let map = "/unione-bassa-reggiana/profilo/mappa";
        let html = page(&town, map).await;
        assert!(text(&html, "tbody").contains("Guastalla"));
        let places = hrefs(&html, "tbody th a").len();
        assert_eq!(places, 8, "one row for each municipality");
        let one = page(&town, &format!("{map}?area=ANZ")).await;
        assert_eq!(text(&one, "thead th").matches("Anziani").count(), 1, "one area alone");
        assert!(page(&town, "/unione-bassa-reggiana/profilo").await.contains(map));
        // The whole region has no services of its own: the map says so and does not break.
        page(&town, "/rimini/profilo/mappa").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_is_taken_compared_and_published() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let desk = "/unione-bassa-reggiana/scrivania/fotografie";
        let public = "/unione-bassa-reggiana/profilo/fotografie";
        assert_eq!(town.sign_in("referente@demo.example", demo::PASSWORD).await.status(), 303);
        page(&town, desk).await;
        assert_eq!(post(&town, desk, &[("title", "")]).await.0, 422);
        for title in ["Prima di ascoltare", "Dopo aver ascoltato"] {
            assert_eq!(post(&town, desk, &[("title", title)]).await.0, 303);
        }
        assert_eq!(post(&town, &format!("{desk}/1/pubblica"), &[]).await.0, 303);
        page(&town, &format!("{public}/2?con=1")).await;
        assert_eq!(post(&town, "/esci", &[]).await.0, 303);
        assert_eq!(town.get(&format!("{public}/2")).await.0, 404, "not published");
        assert_eq!(town.get(&format!("{public}/9")).await.0, 404);
        page(&town, public).await;
        let one = page(&town, &format!("{public}/1")).await;
        assert_eq!(text(&one, "code").len(), 64);
    })
    .await;
}
