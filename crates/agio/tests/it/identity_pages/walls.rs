//! Every route, tried by who has no business there.

use std::collections::HashMap;

use kernel::{Access, Role, form::Draft};
use participation::{
    input::IdeaInput,
    model::Channel,
    service::{Site, ideas},
};
use reqwest::Method;
use testkit::on_both_engines;

use super::{Browser, PASSWORD};
use crate::town::{Town, calm_town, tables};

/// The body whose walls are tried.
const HERE: &str = "unione-bassa-reggiana";

/// Words that only staff of the body may read.
const PRIVATE: &[&str] =
    &["Frase segreta in moderazione", "autrice.nascosta@posta.example", "moderatore@demo.example"];

/// The path of a route with something real, or nonsense, in its holes.
fn filled(pattern: &str, known: &HashMap<&str, String>) -> String {
    let mut path = String::new();
    for part in pattern.split('/').skip(1) {
        path.push('/');
        let mut rest = part;
        // A hole may have letters around it.
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap();
            path.push_str(before);
            path.push_str(known.get(name.trim_start_matches('*')).map_or("non-esiste", |v| v));
            rest = after;
        }
        path.push_str(rest);
    }
    path
}

/// Something that is there for each name of a hole.
async fn real(town: &Town) -> HashMap<&'static str, String> {
    let store = town.program.identity.store();
    let body = town.body(HERE).await;
    let site = Site { body, slug: HERE.into(), name: HERE.into(), base_url: town.url.clone() };
    let pairs = [
        ("title", "Frase segreta in moderazione"),
        ("text", "Nessuno l'ha ancora letta: non deve uscire di qui."),
        ("email", "autrice.nascosta@posta.example"),
    ];
    let draft = Draft::new(pairs.map(|(k, v)| (k.to_owned(), v.to_owned())).to_vec());
    let idea = IdeaInput::read(draft, Channel::Web, &[]).unwrap();
    let nobody = kernel::Principal::anonymous();
    ideas::submit(store, &site, &nobody, "agenda-sociale", idea).await.unwrap();
    let email = kernel::email::Email::parse("moderatore@demo.example").unwrap();
    let person = town.program.identity.person_by_email(&email).await.unwrap().unwrap();
    HashMap::from([
        ("body", HERE.to_owned()),
        ("slug", HERE.to_owned()),
        ("path", "agenda-sociale".to_owned()),
        ("number", "1".to_owned()),
        ("id", person.id.to_string()),
        ("lang", "it".to_owned()),
    ])
}

/// What comes instead of something real.
fn nonsense(word: &str) -> HashMap<&'static str, String> {
    let mut known: HashMap<&str, String> = [
        "path", "number", "id", "day", "code", "secret", "phase", "comment", "slug", "lang", "name",
    ]
    .into_iter()
    .map(|name| (name, word.to_owned()))
    .collect();
    known.insert("body", HERE.to_owned());
    known
}

/// Calls a route with an empty form, or an empty JSON document.
async fn call(browser: &Browser<'_>, method: &Method, path: &str) -> (u16, String, String) {
    let url = format!("{}{path}", browser.town.url);
    let request = browser.client.request(method.clone(), url).header("origin", &browser.town.url);
    let request = match *method {
        Method::GET => request,
        _ if path.starts_with("/api/") => request.json(&serde_json::json!({})),
        _ => request.form::<[(&str, &str); 0]>(&[]),
    };
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let to = answer.headers().get("location").and_then(|v| v.to_str().ok()).unwrap_or_default();
    (status, to.to_owned(), answer.text().await.unwrap())
}

/// Whether a route ends the session or the test's own account when called.
fn leaves(pattern: &str) -> bool {
    pattern == "/esci"
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_roles_on_another_body_open_nothing_here() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = calm_town(&ground).await;
        let known = real(&town).await;
        let rimini = town.body("rimini").await;
        let person = town.person("straniera@posta.example", "Straniera").await;
        for role in Role::ALL.into_iter().filter(|role| *role != Role::NetworkManager) {
            town.role(person, Some(rimini), role).await;
        }
        let stranger = Browser::new(&town);
        stranger.enter("straniera@posta.example", PASSWORD).await;
        let anonymous = Browser::new(&town);
        let routes = town.program.routes();
        assert!(routes.table().len() > 60);
        for route in routes.table().iter().filter(|route| !leaves(route.path)) {
            let path = filled(route.path, &known);
            let about = format!("{}: {} {path}", ground.engine, route.method);
            let (status, _, text) = call(&stranger, &route.method, &path).await;
            match route.access {
                Access::Roles(_) | Access::Network => {
                    assert!(matches!(status, 403 | 404), "{about}: {status}");
                }
                Access::SignedIn | Access::Anyone => assert!(status < 500, "{about}: {status}"),
            }
            if status < 300 && !route.path.starts_with("/dev/") {
                for words in PRIVATE {
                    assert!(!text.contains(words), "{about} tells «{words}»");
                }
            }
            let (status, to, text) = call(&anonymous, &route.method, &path).await;
            let api = path.starts_with("/api/");
            match route.access {
                Access::Anyone => assert!(status < 500, "{about}: {status}"),
                _ if route.method == Method::GET && !api => {
                    assert!(
                        status == 404 || (status == 303 && to.starts_with("/accedi")),
                        "{about}: {status}"
                    );
                }
                _ => assert!(matches!(status, 401 | 403 | 404), "{about}: {status}"),
            }
            if status < 300 && !route.path.starts_with("/dev/") {
                for words in PRIVATE {
                    assert!(!text.contains(words), "{about} tells «{words}»");
                }
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_breaks_nothing() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = calm_town(&ground).await;
        let staff = Browser::of_every_role(&town, HERE, "tutto@posta.example").await;
        let anonymous = Browser::new(&town);
        let long = "9".repeat(400);
        let mut broken = Vec::new();
        for word in [
            "%00",
            "%E8",
            "-1",
            "99999999999999999999",
            "%27%3B--",
            "..%2F..%2F",
            "è%F0%9F%98%80",
            long.as_str(),
        ] {
            let known = nonsense(word);
            for route in town.program.routes().table().iter().filter(|r| !leaves(r.path)) {
                let path = filled(route.path, &known);
                for (who, browser) in [("nobody", &anonymous), ("staff", &staff)] {
                    let (status, ..) = call(browser, &route.method, &path).await;
                    let about = format!("{}: {who} {} {path}", ground.engine, route.method);
                    if status >= 500 {
                        broken.push(format!("{about}: {status}"));
                    }
                    if route.method == Method::GET {
                        let odd = format!(
                            "{path}?q={word}&pagina=-1&dopo={word}&prima={word}&da=//x&esito=x"
                        );
                        let (status, ..) = call(browser, &route.method, &odd).await;
                        if status >= 500 {
                            broken.push(format!("{about} with a query: {status}"));
                        }
                    }
                }
            }
        }
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_body_can_take_an_address_of_the_program() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = calm_town(&ground).await;
        for route in town.program.routes().table() {
            let first = route.path.split('/').nth(1).unwrap_or_default();
            if !first.is_empty() && !first.starts_with('{') {
                assert!(identity::body::is_reserved(first), "{first} must be reserved");
            }
        }
    })
    .await;
}
