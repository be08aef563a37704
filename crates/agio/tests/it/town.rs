//! The program on a port, filled with the demo town, and a browser without a window.

use std::net::SocketAddr;

use agio::{
    config::{Settings, Switch},
    demo, wiring,
};
use reqwest::{Client, StatusCode, redirect::Policy};
use scraper::{Html, Selector};
use testkit::Ground;

/// A demo town served on a port of its own.
pub struct Town {
    /// Address without a slash at its end.
    pub url: String,
    /// A browser without redirects, with cookies.
    pub client: Client,
    /// The program inside.
    pub program: wiring::Program,
}

/// Starts the demo town, with everything that happened in it.
pub async fn town(ground: &Ground) -> Town {
    let town = bare_town(ground).await;
    demo::fill(&town.program.identity, &town.url, &|_, _, _| {}).await.unwrap();
    town
}

/// The demo town for a test that knocks more often than people do.
pub async fn calm_town(ground: &Ground) -> Town {
    let settings = Settings { rate_limit: Switch::Bool(false), ..Settings::default() };
    let town = town_with(ground, settings).await;
    demo::fill(&town.program.identity, &town.url, &|_, _, _| {}).await.unwrap();
    town
}

/// Starts a town of the demo's bodies and people in which nothing has happened yet.
pub async fn bare_town(ground: &Ground) -> Town {
    town_with(ground, Settings::default()).await
}

async fn town_with(ground: &Ground, settings: Settings) -> Town {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let settings = Settings { base_url: url.clone(), ..settings };
    let program = wiring::Program::new(ground.store.clone(), &settings, true).unwrap();
    demo::bodies_and_people(&program.identity).await.unwrap();
    let service = program.router().into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
    let client = Client::builder().redirect(Policy::none()).cookie_store(true).build().unwrap();
    Town { url, client, program }
}

impl Town {
    /// Reads a page.
    pub async fn get(&self, path: &str) -> (StatusCode, String) {
        let answer = self.client.get(format!("{}{path}", self.url)).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }

    /// Signs in.
    pub async fn sign_in(&self, email: &str, password: &str) -> reqwest::Response {
        self.client
            .post(format!("{}/accedi", self.url))
            .header("origin", &self.url)
            .form(&[("email", email), ("password", password), ("da", "")])
            .send()
            .await
            .unwrap()
    }
}

/// The text of the first selected elements, joined.
pub fn text(html: &str, selector: &str) -> String {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector)
        .flat_map(|e| e.text().collect::<Vec<_>>())
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The tables of every part but the store's own.
pub fn tables() -> Vec<store::migrate::Migration> {
    wiring::migrations().into_iter().filter(|m| !m.name.starts_with("store-")).collect()
}
