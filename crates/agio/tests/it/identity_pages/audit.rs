//! The audit log on its page and as a file.

use kernel::Role;
use testkit::on_both_engines;

use super::{Browser, PASSWORD, part};
use crate::town::{tables, town};

const ROOT: &str = "/rimini/scrivania/registro";

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_read_filtered_checked_and_taken_home() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let rimini = town.body("rimini").await;
        let auditor = town.person("garante@posta.example", "=HYPERLINK(\"http://x\")").await;
        town.role(auditor, Some(rimini), Role::Guarantor).await;
        town.role(auditor, Some(rimini), Role::Lead).await;
        let browser = Browser::new(&town);
        browser.enter("garante@posta.example", PASSWORD).await;
        let form = [
            ("name", "Comune di Rimini, nuovo"),
            ("primary_color", "#0b5e4a"),
            ("languages", "en"),
        ];
        assert_eq!(browser.post("/rimini/scrivania/ente", &form).await.status, 303);

        let page = browser.get(ROOT).await.html;
        assert!(page.contains("Il registro è integro"), "{}", ground.engine);
        let newest = part(&page, "tbody tr:first-child");
        assert!(newest.contains("Ente modificato") && newest.contains("pagine"), "{newest}");
        assert!(newest.contains("HYPERLINK") && newest.contains("Comune di Rimini, nuovo"));
        assert!(browser.english(ROOT).await.html.contains("The log is whole"));

        let rows = |html: &str| {
            let page = scraper::Html::parse_document(html);
            page.select(&scraper::Selector::parse("tbody tr").unwrap()).count()
        };
        let by_me = browser.get(&format!("{ROOT}?chi={auditor}")).await.html;
        assert_eq!(rows(&by_me), 1);
        let roles = browser.get(&format!("{ROOT}?che=role&chi=nessuno")).await.html;
        assert!(rows(&roles) >= 3 && !roles.contains("Ente modificato"));
        let none = browser.get(&format!("{ROOT}?al=01/01/2001")).await.html;
        assert!(rows(&none) == 0 && none.contains("prova a toglierne uno"));
        assert!(rows(&browser.get(&format!("{ROOT}?dal=2026-11-23")).await.html) >= 1);
        for nonsense in ["?chi=x&che=x&dal=x&al=99/99/9999&prima=x", "?prima=-1", "?che='%25_"] {
            assert_eq!(browser.get(&format!("{ROOT}{nonsense}")).await.status, 200, "{nonsense}");
        }

        // Piece by piece the pages show every entry once.
        let (mut path, mut seen) = (ROOT.to_owned(), 0);
        loop {
            let html = browser.get(&path).await.html;
            seen += rows(&html);
            let page = scraper::Html::parse_document(&html);
            let next = scraper::Selector::parse("a.agio-pages-next").unwrap();
            let Some(link) = page.select(&next).next() else { break };
            path = link.attr("href").unwrap().to_owned();
        }
        let store = town.program.identity.store();
        let verdict = store::audit::verify(store, rimini).await.unwrap();
        assert_eq!((seen as u64, verdict.broken), (verdict.entries, None));

        let answer = browser.answer(&format!("{ROOT}.csv")).await;
        assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
        let file = answer.text().await.unwrap();
        let file = file.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(file.as_bytes());
        let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(lines.len() as u64, verdict.entries);
        assert_eq!(lines[0].get(2), Some("'=HYPERLINK(\"http://x\")"), "no formula runs");
        let dangerous = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!lines.iter().flatten().any(dangerous));
        let some = browser.get(&format!("{ROOT}.csv?chi={auditor}")).await.html;
        assert_eq!(some.trim().lines().count(), 2);

        let stranger = Browser::signed_in(&town, "referente@demo.example").await;
        for path in [ROOT.to_owned(), format!("{ROOT}.csv")] {
            assert_eq!(stranger.get(&path).await.status, 403, "{path}");
        }
    })
    .await;
}
