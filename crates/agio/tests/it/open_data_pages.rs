//! Open data as a reader, a harvester and another directory meet them.

use opendata::{rdf::Syntax, read};
use profile::Register;
use reqwest::{Response, StatusCode};
use serde_json::Value;
use testkit::on_both_engines;

use crate::town::{Town, tables, town};

const BODY: &str = "unione-bassa-reggiana";

async fn ask(town: &Town, path: &str, headers: &[(&'static str, &str)]) -> Response {
    let mut request = town.client.get(format!("{}{path}", town.url));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.unwrap()
}

fn kind(answer: &Response) -> String {
    answer.headers().get("content-type").map_or("", |v| v.to_str().unwrap()).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_serves_people_and_programs() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        for path in ["/dati", &format!("/{BODY}/dati")] {
            let page = ask(&town, path, &[]).await;
            assert_eq!(page.status(), 200, "{path}");
            assert!(kind(&page).starts_with("text/html"));
            assert!(page.text().await.unwrap().contains("CC BY 4.0"));
            for (accept, syntax) in [
                ("text/turtle", Syntax::Turtle),
                ("application/rdf+xml;q=0.9, text/html;q=0.1", Syntax::RdfXml),
                ("application/ld+json", Syntax::JsonLd),
            ] {
                let answer = ask(&town, path, &[("accept", accept)]).await;
                assert_eq!(kind(&answer), syntax.media_type(), "{path} {accept}");
                assert!(answer.headers()["vary"].to_str().unwrap().contains("accept"));
                assert!(answer.headers()["link"].to_str().unwrap().contains("rel=\"license\""));
                // Whoever has this state already gets nothing twice.
                let seal = answer.headers()["etag"].to_str().unwrap().to_owned();
                let again = ask(&town, path, &[("accept", accept), ("if-none-match", &seal)]).await;
                assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
            }
        }
        assert_eq!(ask(&town, "/dati/vocabolari", &[]).await.status(), 200);
        assert_eq!(ask(&town, "/dati/niente.ttl", &[]).await.status(), 404);
        assert_eq!(ask(&town, &format!("/{BODY}/dati/niente"), &[]).await.status(), 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn services_leave_whole_in_both_profiles() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let table = ask(&town, &format!("/{BODY}/dati/servizi.csv"), &[]).await;
        assert!(
            table.headers()["link"].to_str().unwrap().contains("describedby")
                || table
                    .headers()
                    .get_all("link")
                    .iter()
                    .any(|v| v.to_str().unwrap().contains("describedby"))
        );
        let table = table.text().await.unwrap();
        let rows = csv::Reader::from_reader(table.as_bytes()).records().count();
        assert!(rows > 5);
        for syntax in Syntax::ALL {
            for profile in ["cpsv-ap_it", "cpsv-ap"] {
                let path = format!("/{BODY}/dati/servizi.{}?profilo={profile}", syntax.ending());
                let answer = ask(&town, &path, &[]).await;
                assert!(answer.headers().contains_key("content-profile"));
                let bytes = answer.bytes().await.unwrap();
                assert_eq!(read::rdf::read(&bytes, syntax).unwrap().len(), rows, "{path}");
            }
        }
        // A stable address: people go on to the page, programs get the service.
        let one = format!("/dati/servizi/{BODY}/BR-S05");
        let sent = ask(&town, &one, &[]).await;
        assert_eq!(sent.status(), StatusCode::SEE_OTHER);
        assert_eq!(sent.headers()["location"], format!("/{BODY}/profilo/servizi/BR-S05").as_str());
        let turtle = ask(&town, &format!("{one}.ttl"), &[]).await.bytes().await.unwrap();
        assert_eq!(read::rdf::read(&turtle, Syntax::Turtle).unwrap()[0].fields["code"], "BR-S05");
        assert_eq!(ask(&town, &format!("{one}X"), &[]).await.status(), 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_directory_is_paged_filtered_and_read_back_whole() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let json = async |path: &str| {
            let answer = ask(&town, &format!("/hsds/3.0{path}"), &[]).await;
            assert_eq!(answer.status(), 200, "{path}");
            assert_eq!(answer.headers()["access-control-allow-origin"], "*");
            answer.json::<Value>().await.unwrap()
        };
        assert_eq!(json("/").await["version"], "3.0");
        let all = json("/services?per_page=500&full=true").await;
        let total = all["total_items"].as_u64().unwrap();
        assert_eq!(all["contents"].as_array().unwrap().len() as u64, total);
        // Pages together are the whole, without repeats.
        let (mut seen, mut page) = (Vec::new(), 1);
        loop {
            let piece = json(&format!("/services?per_page=7&page={page}")).await;
            let ids = piece["contents"].as_array().unwrap().iter().map(|s| s["id"].to_string());
            seen.extend(ids);
            if piece["last_page"] == true {
                break;
            }
            page += 1;
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len() as u64, total);
        let none = json("/services?search=dinosauri").await;
        assert_eq!((none["total_items"].as_u64(), none["empty"].as_bool()), (Some(0), Some(true)));
        assert_eq!(json("/services?modified_after=2199-01-01").await["total_items"], 0);
        let term = json("/taxonomy_terms?search=anziani").await["contents"][0]["id"].clone();
        let few = json(&format!("/services?taxonomy_term_id={}", term.as_str().unwrap())).await;
        let few = few["total_items"].as_u64().unwrap();
        assert!(0 < few && few < total);
        for (path, status) in [
            ("/services/no", 400),
            ("/services?page=0", 400),
            ("/services?format=xml", 400),
            ("/services/00000000-0000-0000-0000-000000000000", 404),
            ("/niente", 404),
        ] {
            let answer = ask(&town, &format!("/hsds/3.0{path}"), &[]).await;
            assert_eq!(answer.status().as_u16(), status, "{path}");
            assert_eq!(kind(&answer), "application/problem+json", "{path}");
        }

        // Out and in again: every field reads back as it is kept.
        let foreign = read::hsds::read(all.to_string().as_bytes()).unwrap();
        let body = town.program.identity.bodies().by_slug(BODY).await.unwrap().unwrap();
        let kept = profile::public::all(&ground.store, body.id, Register::Services, 1000).await;
        for kept in kept.unwrap() {
            let found = foreign.iter().find(|one| one.id == kept.id.to_string()).unwrap();
            for (field, value) in Register::Services.fields().iter().zip(&kept.values.0) {
                if field.name == "users_count" && matches!(value.as_str(), "1" | "2" | "3" | "4") {
                    assert!(!found.fields.contains_key(field.name));
                    continue;
                }
                let text = found.fields.get(field.name).map_or("", String::as_str);
                assert_eq!(field.read(text).as_ref(), Ok(value), "{}", field.name);
            }
        }
    })
    .await;
}
