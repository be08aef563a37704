//! Finding help as a citizen and a program do.

use scraper::{Html, Selector};
use testkit::on_both_engines;

use crate::town::{Town, tables, text, town};

const ROOT: &str = "/unione-bassa-reggiana";

async fn page(town: &Town, path: &str, lang: &str) -> String {
    let request = town.client.get(format!("{}{path}", town.url)).header("accept-language", lang);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    let html = answer.text().await.unwrap();
    let parsed = Html::parse_document(&html);
    let count = |s: &str| parsed.select(&Selector::parse(s).unwrap()).count();
    assert_eq!(count("h1"), 1, "{path}");
    assert_eq!(count("[style], style, script:not([src])"), 0, "{path}: inline");
    html
}

/// The address of the link with these words.
fn link(html: &str, words: &str) -> String {
    let parsed = Html::parse_document(html);
    let links = Selector::parse("main a[href]").unwrap();
    let found =
        parsed.select(&links).find(|link| link.text().collect::<String>().contains(words)).unwrap();
    found.attr("href").unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_need_in_plain_words_to_a_telephone() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        for (lang, whom, guastalla, why, call) in [
            ("it", "Per me", "Guastalla", "Perché te lo mostriamo", "Chiama 0522 000016"),
            ("en", "For me", "Guastalla", "Why we show it", "Call 0522 000016"),
        ] {
            let start = page(&town, &format!("{ROOT}/bisogni"), lang).await;
            let parsed = Html::parse_document(&start);
            let field = Selector::parse("form[action$='/bisogni'] input[name=parole]").unwrap();
            assert_eq!(parsed.select(&field).count(), 1);
            let asked = format!("{ROOT}/bisogni?parole=non+riesco+a+pagare+l%27affitto");
            let second = page(&town, &asked, lang).await;
            let third = page(&town, &link(&second, whom), lang).await;
            let answer = page(&town, &link(&third, guastalla), lang).await;
            assert!(answer.contains(why), "{answer}");
            assert_eq!(link(&answer, call), "tel:0522000016");
            let person = text(&answer, "#persona");
            assert!(person.contains("Sportello sociale"), "{person}");
            assert!(person.contains("agenda@unione-bassa-reggiana.example"), "{person}");
            let cards = Html::parse_document(&answer);
            let cards = cards.select(&Selector::parse(".agio-card").unwrap()).count();
            assert!((1..=5).contains(&cards), "{cards}");
        }
        // Fear is not asked anything: the numbers stand first.
        let fear = page(&town, &format!("{ROOT}/bisogni?bisogno=paura"), "it").await;
        assert_eq!(link(&fear, "1522"), "tel:1522");
        assert_eq!(link(&fear, "112"), "tel:112");
        // Nothing fits: a person all the same. A body without services has the page as well.
        let odd = format!("{ROOT}/bisogni?parole=dinosauri&per=me&dove=ovunque");
        assert!(text(&page(&town, &odd, "it").await, "#persona").contains("Fatti aiutare"));
        let empty = "/unione-val-d-enza/bisogni?bisogno=paura";
        assert!(text(&page(&town, empty, "it").await, "#persona").contains("Fatti aiutare"));
        let hostile = format!("{ROOT}/bisogni?parole=%3Cscript%3E&bisogno=x&per=x&dove='--");
        assert!(!page(&town, &hostile, "it").await.contains("<script>&"));
        // One gets there from the body's home, the profile, the services.
        for path in ["/", "/profilo", "/profilo/servizi"] {
            let html = page(&town, &format!("{ROOT}{path}"), "it").await;
            let to = link(&html, "Di cosa hai bisogno?");
            assert!(to.ends_with(&format!("{ROOT}/bisogni")), "{path}: {to}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_of_the_finger_is_told_and_forgiven() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let list = format!("{ROOT}/profilo/servizi");
        let html = page(&town, &format!("{list}?q=asistenza+domicigliare"), "it").await;
        assert!(html.contains("Abbiamo cercato anche «assistenza domiciliare»"), "{html}");
        assert!(text(&html, ".agio-card-title").contains("Assistenza domiciliare"));
        let exact = page(&town, &link(&html, "Cerca solo"), "it").await;
        assert!(exact.contains("Nessun risultato"), "{exact}");

        let all = page(&town, "/cerca?q=asistenza+domicigliare", "it").await;
        assert!(all.contains("Abbiamo cercato anche"), "{all}");
        let none = page(&town, "/cerca?q=dinosauri", "it").await;
        assert!(link(&none, "Unione Bassa Reggiana").contains("/bisogni?parole=dinosauri"));

        // Filters are shared by their address and say how many they leave.
        let near = page(&town, &format!("{list}?area=ANZ&vicino=035024&canale=03"), "it").await;
        assert!(near.contains("Anziani ("), "{near}");
        let chosen = Selector::parse("select[name=vicino] option[selected]").unwrap();
        let parsed = Html::parse_document(&near);
        assert_eq!(parsed.select(&chosen).next().unwrap().attr("value"), Some("035024"));

        let api = format!("{}/api/v1/bodies{ROOT}/services?q=asistenza", town.url);
        let found: serde_json::Value =
            town.client.get(&api).send().await.unwrap().json().await.unwrap();
        assert_eq!(found["searched_also"], serde_json::json!(["assistenza"]));
        assert!(found["total"].as_i64() > Some(0), "{found}");
        let exact: serde_json::Value = town
            .client
            .get(format!("{api}&exact=true"))
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        assert_eq!((&exact["total"], exact.get("searched_also")), (&serde_json::json!(0), None));
    })
    .await;
}
