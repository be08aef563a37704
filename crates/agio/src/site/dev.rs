//! What only the demo shows: the e-mails that would have left, and every piece of the pages.

use askama::Template;
use axum::response::Response;
use fast_qr::{QRBuilder, convert::svg::SvgBuilder};
use store::outbox;
use texts::key;
use web::{
    Form, Page, Visit, WebError,
    page::{Choice, Fact, Step, ThreadItem},
};

/// How many messages are shown.
const PIECE: i64 = 100;

/// Nothing of this exists outside the demo.
fn only_in_demo(visit: &Visit) -> Result<(), WebError> {
    if visit.app.config().demo { Ok(()) } else { Err(WebError::NotFound) }
}

/// A piece of a line: words, or an address of this site to follow.
struct Piece {
    text: String,
    href: String,
}

/// A message on the page.
struct Message {
    to: String,
    subject: String,
    lines: Vec<Vec<Piece>>,
    written: String,
    state: (String, &'static str),
}

#[derive(Template)]
#[template(path = "dev_mail.html")]
struct Mail {
    page: Page,
    messages: Vec<Message>,
}

/// A line with its own addresses turned into links.
fn pieces(line: &str, base_url: &str) -> Vec<Piece> {
    line.split_inclusive(' ')
        .map(|word| {
            let own = word.trim().strip_prefix(base_url).filter(|path| path.starts_with('/'));
            Piece { text: word.to_owned(), href: own.unwrap_or_default().to_owned() }
        })
        .collect()
}

/// `/dev/posta`
pub async fn mail(visit: Visit) -> Result<Response, WebError> {
    only_in_demo(&visit)?;
    let page = Page::new(&visit, visit.t(key!("dev-mail-title")));
    let base_url = &visit.app.config().base_url;
    let messages = outbox::newest(visit.app.store(), PIECE)
        .await?
        .into_iter()
        .map(|message| Message {
            lines: message.content.lines().map(|line| pieces(line, base_url)).collect(),
            written: page.ts(key!("dev-mail-written"), page.instant(message.created_at)),
            state: match message.sent_at {
                Some(at) => (page.ts(key!("dev-mail-sent"), page.instant(at)), "success"),
                None if message.last_error.is_empty() => {
                    (page.t(key!("dev-mail-waiting")), "neutral")
                }
                None => (page.ts(key!("dev-mail-failed"), &message.last_error), "danger"),
            },
            to: message.recipient,
            subject: message.subject,
        })
        .collect();
    web::html(&Mail { page, messages })
}

#[derive(Template)]
#[template(path = "dev_components.html")]
struct Components {
    page: Page,
    form: Form,
    choices: Vec<Choice>,
    facts: Vec<Fact>,
    steps: Vec<Step>,
    thread: Vec<ThreadItem>,
    qr_svg: String,
}

/// `/dev/componenti`
pub async fn components(visit: Visit) -> Result<Response, WebError> {
    only_in_demo(&visit)?;
    let word = |text: &str| text.to_owned();
    let choice = |value: &str, label: &str| Choice {
        value: word(value),
        label: word(label),
        hint: String::new(),
    };
    let step = |label: &str, date: &str, text: &str, status: &str| Step {
        label: word(label),
        date: word(date),
        text: word(text),
        status: word(status),
    };
    let item = |kind: &str, label: &str, href: &str, text: &str| ThreadItem {
        kind: word(kind),
        label: word(label),
        href: word(href),
        text: word(text),
    };
    let qr = QRBuilder::new(visit.app.config().base_url.as_str())
        .build()
        .map_err(|error| WebError::Internal(error.to_string()))?;
    web::html(&Components {
        page: Page::new(&visit, "Componenti")
            .with_flash("info", "Un messaggio in cima alla pagina."),
        form: Form::filled([("title", "Un titolo"), ("who", "ANZ")])
            .with_error("text", "Questo campo serve: scrivi qualcosa.")
            .with_error("cost", "Non è un importo in euro: scrivilo così, 1.250,50."),
        choices: vec![choice("ANZ", "Persone anziane"), choice("FAM", "Famiglie e minori")],
        facts: vec![
            Fact { label: word("Dove"), text: word("Guastalla, piazza Mazzini 1") },
            Fact { label: word("Quando"), text: word("Da lunedì a venerdì, ore 9–13") },
        ],
        steps: vec![
            step("Ricevuta", "2026-10-02", "", "done"),
            step("Pubblicata", "2026-10-05", "La stanno leggendo tutti.", "current"),
            step("Risposta", "", "", "todo"),
        ],
        thread: vec![
            item("Bisogno", "Andare alle visite", "#testi", "12 voci"),
            item("Idea", "Un pulmino prenotabile", "", "84 sostegni"),
            item("Azione", "Trasporto amico", "#testi", "63 %"),
        ],
        qr_svg: SvgBuilder::default().to_str(&qr),
    })
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn only_addresses_of_this_site_become_links() {
        let base = "https://agenda.example";
        let hrefs = |line: &str| -> Vec<String> {
            pieces(line, base).into_iter().map(|piece| piece.href).collect()
        };
        assert_eq!(hrefs("apri https://agenda.example/accesso/x"), ["", "/accesso/x"]);
        assert_eq!(hrefs("https://agenda.example.altrove.it/x"), [""]);
        assert_eq!(hrefs("https://altrove.example/"), [""]);
    }
}
