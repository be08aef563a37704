//! The pages and the API of `monitoring`, as a browser and a program meet them.

use kernel::Role;
use testkit::on_both_engines;

use crate::{
    agenda_pages::{SLUG, Seat, publish_one, site},
    town::{tables, text, town},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_number_comes_late_is_written_down_and_corrected() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Seat::of(&town, SLUG, Role::Lead).await;
        let facilitator = Seat::of(&town, SLUG, Role::Facilitator).await;
        let visitor = Seat::visitor(&town);
        let (follow, desk) = (format!("/{SLUG}/monitoraggio"), format!("/{SLUG}/scrivania/misure"));
        let (status, html) = visitor.get(&follow).await;
        assert_eq!(status, 200);
        assert!(html.contains("Non c’è ancora una promessa da seguire"), "{html}");
        assert!(lead.get(&desk).await.1.contains("Ancora niente da misurare"));
        publish_one(&lead).await;

        // No reading yet: said in words, never green.
        let (_, html) = visitor.get(&follow).await;
        assert!(text(&html, ".agio-heading").contains("Un indicatore: 1 senza dati."), "{html}");
        let row = text(&html, ".agio-table tbody");
        assert!(row.contains("Dato mancante") && row.contains("Ancora nessuna misura"), "{row}");
        let at_state = |html: &str, kind: &str| {
            let page = scraper::Html::parse_document(html);
            let one = format!("section:last-of-type .agio-state-{kind}, h3 ~ * .agio-state-{kind}");
            page.select(&scraper::Selector::parse(&one).unwrap()).count()
        };
        assert_eq!(at_state(&html, "success"), 0, "missing data is never green");

        // The page that was kept yesterday is not shown when the reading is late.
        ground.clock.advance_seconds(60 * 24 * 3600);
        let (_, html) = visitor.get(&follow).await;
        let row = text(&html, ".agio-table tbody");
        assert!(row.contains("giorni di ritardo"), "{row} {html}");
        lead.sign_in().await;
        facilitator.sign_in().await;
        let (_, html) = lead.get(&desk).await;
        assert!(text(&html, ".alert").contains("1 misura è in ritardo"), "{html}");
        assert!(text(&html, ".agio-table tbody").contains("IN-01 Persone aiutate"));

        // Written down with its evidence; seen by everybody.
        let page = format!("{desk}/IN-01");
        let reading = [
            ("day", "15/01/2027"),
            ("value", "1"),
            ("evidence", "Registro di gennaio"),
            ("comment", "Solo due mercati <b>aperti</b>."),
        ];
        lead.done(&page, &reading).await;
        let (_, html) = visitor.get(&format!("{follow}/IN-01")).await;
        let row = text(&html, ".agio-table tbody");
        assert!(row.contains("1 persone") && row.contains("Registro di gennaio"), "{row}");
        assert!(row.contains("Solo due mercati <b>aperti</b>."), "markup is text: {row}");
        assert!(html.contains("<svg"));
        let (_, html) = visitor.get(&follow).await;
        assert!(text(&html, ".agio-table tbody").contains("Indietro rispetto al previsto"));

        // Corrected once, with a reason; the old one stays readable.
        let (_, html) = lead.get(&page).await;
        let link = format!("{page}/correggi/");
        let at = html.find(&link).unwrap();
        let correction: String = html[at..].chars().take_while(|c| *c != '"').collect();
        let fixed = [("day", "15/01/2027"), ("value", "145")];
        lead.refused(&correction, &fixed, &["reason"]).await;
        let fixed = [("day", "15/01/2027"), ("value", "145"), ("reason", "Mancavano due cifre.")];
        lead.done(&correction, &fixed).await;
        let html = lead.refused(&correction, &fixed, &[]).await;
        assert!(html.contains("è già stata corretta"), "{html}");
        let (_, html) = visitor.get(&format!("{follow}/IN-01")).await;
        assert_eq!(text(&html, ".agio-table del"), "1 persone");
        assert!(text(&html, ".agio-table").contains("Mancavano due cifre."));
        let (_, html) = visitor.get(&format!("/{SLUG}/agenda/azioni/AZ-01")).await;
        assert!(text(&html, ".agio-thread").contains("145 persone (15 gennaio 2027)"), "{html}");
        let (_, html) = visitor.get(&format!("/{SLUG}/agenda")).await;
        assert!(html.contains("In linea con il previsto"), "{html}");

        // A provisional number is for staff alone until somebody validates it.
        let later = [("day", "20/01/2027"), ("value", "399"), ("provisional", "1")];
        lead.done(&page, &later).await;
        assert!(!visitor.get(&format!("{follow}/IN-01")).await.1.contains("399"));
        assert!(lead.get(&page).await.1.contains("da convalidare"));

        let english = visitor.client.get(format!("{}{follow}", visitor.url));
        let english = english.header("accept-language", "en").send().await.unwrap();
        let english = english.text().await.unwrap();
        assert!(english.contains("Where we stand") && english.contains("145 persone"), "{english}");

        // Who may read does not write; who leads elsewhere does neither.
        assert_eq!(facilitator.get(&page).await.0, 200);
        assert_eq!(facilitator.send(&page, &reading).await.status, 403);
        let stranger = Seat::of(&town, "luzzara", Role::Lead).await;
        assert_eq!(stranger.get(&page).await.0, 403);
        assert_eq!(stranger.send(&page, &reading).await.status, 403);
        assert_eq!(stranger.get("/luzzara/scrivania/misure/IN-01").await.0, 404);
        assert_eq!(visitor.get(&format!("{follow}/IN-77")).await.0, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_that_cannot_be_right_are_not_written_down() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let lead = Seat::of(&town, SLUG, Role::Lead).await;
        let body = site(&town).await.body;
        publish_one(&lead).await;
        let page = format!("/{SLUG}/scrivania/misure/IN-01");
        let huge = "x".repeat(2000);
        for (pairs, field) in [
            (vec![("day", ""), ("value", "3")], "day"),
            (vec![("day", "31/02/2026"), ("value", "3")], "day"),
            (vec![("day", "2030-01-01"), ("value", "3")], "day"),
            (vec![("day", "01/10/2026"), ("value", "3")], "day"),
            (vec![("day", "20/11/2026"), ("value", "")], "value"),
            (vec![("day", "20/11/2026"), ("value", "tanti")], "value"),
            (vec![("day", "20/11/2026"), ("value", "1e400")], "value"),
            (vec![("day", "20/11/2026"), ("value", "99999999999999999999")], "value"),
            (vec![("day", "20/11/2026"), ("numerator", "3")], "denominator"),
            (vec![("day", "20/11/2026"), ("denominator", "3")], "numerator"),
            (vec![("day", "20/11/2026"), ("numerator", "3"), ("denominator", "0")], "denominator"),
            (vec![("day", "20/11/2026"), ("value", "3"), ("evidence", &huge)], "evidence"),
            (vec![("day", "20/11/2026"), ("value", "3"), ("comment", &huge)], "comment"),
        ] {
            let html = lead.refused(&page, &pairs, &[field]).await;
            for (_, typed) in &pairs {
                assert!(html.contains(&typed[..typed.len().min(100)]), "{typed} is lost");
            }
        }
        let action = agenda::query::action(&ground.store, body, "AZ-01").await.unwrap();
        let indicator = action.indicators().next().unwrap().id;
        let known = monitoring::query::history(&ground.store, body, indicator).await.unwrap();
        assert!(known.is_empty(), "{known:?}");

        let good = [("day", "20/11/2026"), ("value", "3")];
        lead.done(&page, &good).await;
        let html = lead.refused(&page, &good, &["day"]).await;
        assert!(html.contains("c’è già una misura"), "{html}");
        let missing = format!("{page}/correggi/00000000-0000-0000-0000-000000000000");
        assert_eq!(lead.get(&missing).await.0, 404);
        assert_eq!(lead.get(&format!("{page}/correggi/uno")).await.0, 404);
    })
    .await;
}
