//! Every form that staff can find, sent as nobody should send it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use reqwest::{Method, header::CONTENT_TYPE};
use scraper::{ElementRef, Html, Selector};
use sea_orm::{ConnectionTrait, Statement};
use testkit::{Ground, on_both_engines};
use web::RouteInfo;

use super::{Browser, PASSWORD};
use crate::town::{calm_town, tables};

/// The body whose forms are tried.
const HERE: &str = "unione-bassa-reggiana";
/// Who tries them.
const EMAIL: &str = "tutto@posta.example";
/// A text that is dangerous when it isn't shown as the letters it is.
const MARKUP: &str = "=1+1\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

/// How many addresses of one pattern are read.
const OF_ONE_KIND: usize = 2;

/// What is typed into every field of a form.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Typed {
    Nothing,
    Text(&'static str),
    /// So many letters that no field wants them.
    Flood,
    /// Plain words, and choices that no list offers.
    Unknown,
}

const ALL: [Typed; 7] = [
    Typed::Nothing,
    Typed::Text(MARKUP),
    Typed::Text("a\0b"),
    Typed::Text("31/02/2026"),
    Typed::Text("-5"),
    Typed::Flood,
    Typed::Unknown,
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Typed,
    Secret,
    Chosen,
    Sent,
    File,
}

#[derive(Debug, Clone)]
struct Control {
    name: String,
    kind: Kind,
    value: String,
}

#[derive(Debug, Clone)]
struct FoundForm {
    page: String,
    action: String,
    with_file: bool,
    controls: Vec<Control>,
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn content(control: &ElementRef<'_>) -> String {
    match control.value().name() {
        "textarea" => control.text().collect::<String>().trim_start_matches('\n').to_owned(),
        "select" => {
            let chosen = Selector::parse("option[selected]").unwrap();
            let first = Selector::parse("option").unwrap();
            let option = control.select(&chosen).next().or_else(|| control.select(&first).next());
            option.and_then(|o| o.attr("value")).unwrap_or_default().to_owned()
        }
        _ => control.attr("value").unwrap_or_default().to_owned(),
    }
}

fn control(element: &ElementRef<'_>) -> Option<Control> {
    let name = element.attr("name")?.to_owned();
    let kind = match (element.value().name(), element.attr("type").unwrap_or("text")) {
        ("select", _) | ("input", "radio") => Kind::Chosen,
        ("input", "password") => Kind::Secret,
        ("input", "file") => Kind::File,
        ("button", _) | ("input", "hidden" | "submit") => Kind::Sent,
        ("input", "checkbox") => return None,
        _ => Kind::Typed,
    };
    Some(Control { name, kind, value: content(element) })
}

/// The forms of a page that change something and ask for something, one for each place they go to.
fn forms(address: &str, html: &str) -> Vec<FoundForm> {
    let page = Html::parse_document(html);
    let mut found = Vec::new();
    for form in all(&page, "form[method=post]") {
        let mut controls: Vec<Control> = Vec::new();
        let inside = Selector::parse("input, select, textarea, button").unwrap();
        for element in form.select(&inside) {
            let Some(new) = control(&element) else { continue };
            let button = element.value().name() == "button";
            if (button || new.kind == Kind::Chosen) && controls.iter().any(|c| c.name == new.name) {
                continue;
            }
            controls.push(new);
        }
        if controls.iter().all(|c| c.kind == Kind::Sent) {
            continue;
        }
        found.push(FoundForm {
            page: address.to_owned(),
            action: form.attr("action").unwrap_or(address).to_owned(),
            with_file: form.attr("enctype") == Some("multipart/form-data"),
            controls,
        });
    }
    found
}

/// The route that an address belongs to: the one with the most words of its own.
fn pattern(table: &[RouteInfo], method: &Method, address: &str) -> Option<&'static str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let words = |route: &RouteInfo| route.path.split('/').filter(|p| !p.contains('{')).count();
    let fits = |route: &&RouteInfo| {
        let own: Vec<&str> = route.path.split('/').collect();
        route.method == *method
            && own.len() == parts.len()
            && own.iter().zip(&parts).all(|(own, part)| own == part || own.contains('{'))
    };
    table.iter().filter(fits).max_by_key(|route| words(route)).map(|route| route.path)
}

/// Reads page after page, as far as links lead; a few of each kind.
async fn walk(staff: &Browser<'_>, table: &[RouteInfo]) -> BTreeMap<String, String> {
    let mut read = BTreeMap::new();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let starts = ["/", "/scrivania", "/account", "/rete"].map(str::to_owned);
    let mut ahead: VecDeque<String> = starts.into();
    ahead.push_back(format!("/{HERE}/"));
    ahead.push_back(format!("/{HERE}/scrivania"));
    let mut known: BTreeSet<String> = ahead.iter().cloned().collect();
    while let Some(address) = ahead.pop_front() {
        let Some(kind) = pattern(table, &Method::GET, &address) else { continue };
        let seen = kinds.entry(kind).or_default();
        let elsewhere = ["/static", "/api", "/lingua"].iter().any(|start| kind.starts_with(start));
        if *seen == OF_ONE_KIND || elsewhere {
            continue;
        }
        let answer = staff.answer(&address).await;
        let page = answer
            .headers()
            .get(CONTENT_TYPE)
            .is_some_and(|v| v.to_str().is_ok_and(|kind| kind.starts_with("text/html")));
        if answer.status() != 200 || !page {
            continue;
        }
        *seen += 1;
        let html = answer.text().await.unwrap();
        for link in all(&Html::parse_document(&html), "a[href^='/']") {
            let to = link.attr("href").unwrap_or_default();
            let to = to.split('#').next().unwrap_or_default().to_owned();
            // The forms of other bodies are the same.
            let body = to.split(['/', '?']).nth(1).unwrap_or_default();
            let elsewhere = table.iter().all(|r| r.path.split('/').nth(1) != Some(body));
            if (!elsewhere || body == HERE) && known.insert(to.clone()) {
                ahead.push_back(to);
            }
        }
        read.insert(address, html);
    }
    read
}

fn filled(form: &FoundForm, typed: Typed) -> Vec<(String, String)> {
    let flood = || "à".repeat(4_000);
    let value = |control: &Control| match (control.kind, typed) {
        (Kind::Chosen, Typed::Nothing) => String::new(),
        (Kind::Chosen, Typed::Unknown) => "non-esiste".to_owned(),
        (Kind::Sent | Kind::Chosen, _) => control.value.clone(),
        (_, Typed::Nothing) => String::new(),
        (_, Typed::Text(text)) => text.to_owned(),
        (_, Typed::Flood) => flood(),
        (_, Typed::Unknown) => "parole semplici".to_owned(),
    };
    form.controls
        .iter()
        .filter(|control| control.kind != Kind::File)
        .map(|control| (control.name.clone(), value(control)))
        .collect()
}

/// The same with a file that is none.
fn multipart(form: &FoundForm, pairs: &[(String, String)], typed: Typed) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in pairs {
        body.extend_from_slice(
            format!(
                "--limite\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
            .as_bytes(),
        );
    }
    for control in form.controls.iter().filter(|control| control.kind == Kind::File) {
        let head = format!(
            "--limite\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"a.xlsx\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n",
            control.name
        );
        body.extend_from_slice(head.as_bytes());
        if typed != Typed::Nothing {
            body.extend_from_slice(b"PK\x03\x04\xFF\xFE\0\x01 no workbook");
        }
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--limite--\r\n");
    body
}

/// How many rows each table has, sessions and tries left out.
async fn rows(ground: &Ground) -> BTreeMap<String, i64> {
    let db = ground.store.read();
    let sql = match ground.engine {
        "sqlite" => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' \
             AND name NOT LIKE 'sqlite%'"
        }
        _ => "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    };
    let ask = |sql: String| Statement::from_string(db.get_database_backend(), sql);
    let names: Vec<String> = db
        .query_all_raw(ask(sql.to_owned()))
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.try_get("", "name").unwrap())
        .filter(|name: &String| !name.contains("session") && name != "sign_in_failure")
        .collect();
    let counts: Vec<String> = names
        .iter()
        .map(|name| format!("SELECT '{name}' AS name, COUNT(*) AS rows FROM {name}"))
        .collect();
    let counted = db.query_all_raw(ask(counts.join(" UNION ALL "))).await.unwrap();
    counted
        .into_iter()
        .map(|row| (row.try_get("", "name").unwrap(), row.try_get("", "rows").unwrap()))
        .collect()
}

/// What was typed stands in the page that refuses it.
fn keeps(html: &str, form: &FoundForm, text: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let here: Vec<Control> =
        all(&page, "input, textarea, select").iter().filter_map(control).collect();
    let typed = form.controls.iter().filter(|control| control.kind == Kind::Typed);
    typed
        .filter(|typed| {
            let mut same = here.iter().filter(|c| c.name == typed.name).peekable();
            same.peek().is_some() && same.all(|c| c.value.trim() != text.trim())
        })
        .map(|typed| typed.name.clone())
        .collect()
}

/// Sends the form; what is wrong with the answer.
async fn attack(
    ground: &Ground,
    staff: &Browser<'_>,
    form: &FoundForm,
    typed: Typed,
) -> Option<String> {
    let before = rows(ground).await;
    let pairs = filled(form, typed);
    let request = staff
        .client
        .post(format!("{}{}", staff.town.url, form.action))
        .header("origin", &staff.town.url)
        .header("accept-language", "it");
    let request = if form.with_file {
        request
            .header(CONTENT_TYPE, "multipart/form-data; boundary=limite")
            .body(multipart(form, &pairs, typed))
    } else {
        request.form(&pairs)
    };
    let answer = match request.send().await {
        Ok(answer) => super::seen(answer).await,
        Err(error) => return Some(format!("breaks off: {error}")),
    };
    if answer.to.starts_with("/accedi") {
        staff.enter(EMAIL, PASSWORD).await;
    }
    if answer.status.is_server_error() {
        return Some(format!("answers {}", answer.status));
    }
    if !answer.status.is_client_error() {
        return None;
    }
    let after = rows(ground).await;
    if before != after {
        let changed: Vec<_> = after.iter().filter(|(k, v)| before.get(*k) != Some(v)).collect();
        return Some(format!("{}: refused and yet changed {changed:?}", answer.status));
    }
    if answer.status != 422 {
        return None;
    }
    let page = Html::parse_document(&answer.html);
    if all(&page, "html[lang=it]").is_empty() || all(&page, "[role=alert]").is_empty() {
        return Some("refuses without saying so in Italian".into());
    }
    let text = match typed {
        Typed::Text(text) if !text.contains('\0') => text,
        _ => return None,
    };
    let lost = keeps(&answer.html, form, text);
    (!lost.is_empty()).then(|| format!("forgets what was typed: {}", lost.join(", ")))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_stands_bad_input() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = calm_town(&ground).await;
        let staff = Browser::of_every_role(&town, HERE, EMAIL).await;
        let routes = town.program.routes();
        let pages = walk(&staff, routes.table()).await;
        let mut met = BTreeSet::new();
        let mut found: Vec<FoundForm> = Vec::new();
        for (address, html) in &pages {
            for form in forms(address, html) {
                let names: Vec<String> = form.controls.iter().map(|c| c.name.clone()).collect();
                let Some(route) = pattern(routes.table(), &Method::POST, &form.action) else {
                    panic!("{address}: nobody answers {}", form.action)
                };
                if met.insert((route, names)) {
                    found.push(form);
                }
            }
        }
        println!("{}: {} pages, {} forms", ground.engine, pages.len(), found.len());
        assert!(pages.len() > 100 && found.len() > 40, "{} {}", pages.len(), found.len());
        let mut wrong = Vec::new();
        for form in found.iter().filter(|form| !form.action.starts_with("/esci")) {
            for typed in ALL {
                if let Some(fault) = attack(&ground, &staff, form, typed).await {
                    let typed = format!("{typed:?}").chars().take(40).collect::<String>();
                    wrong.push(format!("{} (on {}), {typed}: {fault}", form.action, form.page));
                }
            }
        }
        // What was accepted is shown as the letters it is.
        for (address, html) in walk(&staff, routes.table()).await {
            let page = Html::parse_document(&html);
            if !all(&page, "script:not([src]), [onerror], img[src=x]").is_empty() {
                wrong.push(format!("{address}: shows what was typed as if it were the page's"));
            }
        }
        assert!(
            wrong.is_empty(),
            "{}: {} faults\n{}",
            ground.engine,
            wrong.len(),
            wrong.join("\n")
        );
    })
    .await;
}
