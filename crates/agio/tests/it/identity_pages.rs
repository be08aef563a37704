//! The pages and the API of `identity`, as a browser and a program meet them.

mod account;
mod audit;
mod body;
mod entering;
mod forms;
mod numbers;
mod people;
mod walls;

use agio::demo;
use identity::{Caller, person::NewPerson};
use kernel::{BodyId, PersonId, Role, email::Email, id::NETWORK};
use reqwest::{Client, Response, StatusCode, redirect::Policy};
use store::outbox;

use crate::town::Town;

/// A password that the rules accept.
const PASSWORD: &str = "quattro parole scelte bene";

/// A browser of its own, beside the one of the town.
struct Browser<'a> {
    client: Client,
    town: &'a Town,
}

/// An answer read to its end.
struct Seen {
    status: StatusCode,
    /// Where it leads, without the site's address.
    to: String,
    html: String,
}

impl Browser<'_> {
    fn new(town: &Town) -> Browser<'_> {
        let client = Client::builder().redirect(Policy::none()).cookie_store(true).build().unwrap();
        Browser { client, town }
    }

    /// A browser in which somebody of the demo is signed in.
    async fn signed_in<'a>(town: &'a Town, email: &str) -> Browser<'a> {
        let browser = Browser::new(town);
        browser.enter(email, demo::PASSWORD).await;
        browser
    }

    /// A browser in which somebody new is signed in who has every role on a body and on the network.
    async fn of_every_role<'a>(town: &'a Town, slug: &str, email: &str) -> Browser<'a> {
        let body = town.body(slug).await;
        let person = town.person(email, "Tutto").await;
        for role in Role::ALL {
            let place = (role != Role::NetworkManager).then_some(body);
            town.role(person, place, role).await;
        }
        let browser = Browser::new(town);
        browser.enter(email, PASSWORD).await;
        browser
    }

    async fn enter(&self, email: &str, password: &str) {
        let seen = self.post("/accedi", &[("email", email), ("password", password)]).await;
        assert_eq!(seen.status, 303, "{email}: {}", seen.html);
    }

    async fn answer(&self, path: &str) -> Response {
        self.client.get(format!("{}{path}", self.town.url)).send().await.unwrap()
    }

    async fn get(&self, path: &str) -> Seen {
        seen(self.answer(path).await).await
    }

    async fn english(&self, path: &str) -> Seen {
        let request = self.client.get(format!("{}{path}", self.town.url));
        seen(request.header("accept-language", "en").send().await.unwrap()).await
    }

    async fn send(&self, path: &str, pairs: &[(&str, &str)]) -> Response {
        self.client
            .post(format!("{}{path}", self.town.url))
            .header("origin", &self.town.url)
            .form(pairs)
            .send()
            .await
            .unwrap()
    }

    async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Seen {
        seen(self.send(path, pairs).await).await
    }

    /// Sends a form that must be refused; gives the page, which says `message`.
    async fn refused(&self, path: &str, pairs: &[(&str, &str)], message: &str) -> String {
        let seen = self.post(path, pairs).await;
        assert_eq!(seen.status, 422, "{path} {pairs:?}");
        assert!(seen.html.contains(message), "{path} {pairs:?}: no «{message}» in {}", seen.html);
        seen.html
    }
}

async fn seen(answer: Response) -> Seen {
    let to = answer.headers().get("location").and_then(|v| v.to_str().ok()).unwrap_or_default();
    Seen { status: answer.status(), to: to.to_owned(), html: answer.text().await.unwrap() }
}

impl Town {
    /// The body with the word.
    async fn body(&self, slug: &str) -> BodyId {
        self.program.identity.bodies().by_slug(slug).await.unwrap().unwrap().id
    }

    /// Adds somebody who can enter with [`PASSWORD`].
    async fn person(&self, email: &str, name: &str) -> PersonId {
        let new = NewPerson {
            email: Email::parse(email).unwrap(),
            name: name.into(),
            language: texts::Lang::It,
        };
        let machine = Caller::command_line();
        self.program.identity.add_person(&machine, new, Some(PASSWORD)).await.unwrap()
    }

    /// Gives a role on a body; on the network when there is none.
    async fn role(&self, person: PersonId, body: Option<BodyId>, role: Role) {
        let machine = Caller::command_line();
        let place = body.unwrap_or(NETWORK);
        self.program.identity.grant_role(&machine, place, person, None, role).await.unwrap();
    }

    /// How many messages wait for an address.
    async fn letters(&self, email: &str) -> Vec<String> {
        let all = outbox::newest(self.program.identity.store(), 1_000).await.unwrap();
        all.into_iter().filter(|m| m.recipient == email).map(|m| m.content).collect()
    }

    /// The path of the link in the newest message to an address.
    async fn link(&self, email: &str) -> String {
        let letter = self.letters(email).await.remove(0);
        let start = letter.find(&self.url).unwrap() + self.url.len();
        letter[start..].split_whitespace().next().unwrap().to_owned()
    }
}

/// What a field of a page holds.
fn value(html: &str, selector: &str) -> String {
    let page = scraper::Html::parse_document(html);
    let field = page.select(&scraper::Selector::parse(selector).unwrap()).next();
    field.and_then(|field| field.attr("value")).unwrap_or_default().to_owned()
}

/// The text of one selected element.
fn part(html: &str, selector: &str) -> String {
    crate::town::text(html, selector)
}
