//! Step 1 as an office, a citizen and a program meet it.

use std::fmt::Write as _;

use identity::{Caller, person::NewPerson};
use kernel::{Role, email::Email};
use profile::import::read::{Limits, read};
use reqwest::{Client, StatusCode, redirect::Policy};
use scraper::{Html, Selector};
use testkit::on_both_engines;
use texts::Lang;

use crate::town::{Town, tables, text, town};

const SERVICES: &str = include_str!("../../../../demo/services.csv");
const DATABASES: &str = include_str!("../../../../demo/databases.csv");
const LINKS: &str = include_str!("../../../../demo/service_database.csv");

/// A body of the demo without a profile of its own.
const OFFICE: &str = "unione-val-d-enza";

/// The rows of a demo file that belong to one body.
fn rows_of(file: &str, slug: &str) -> Vec<u8> {
    let mut out = csv::Writer::from_writer(Vec::new());
    for (n, row) in csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_bytes())
        .records()
        .enumerate()
    {
        let row = row.unwrap();
        if n == 0 || &row[0] == slug {
            out.write_record(&row).unwrap();
        }
    }
    out.into_inner().unwrap()
}

/// An answer: status, where it leads, what it says.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub html: String,
}

/// A browser of its own.
pub struct Browser {
    url: String,
    client: Client,
}

impl Browser {
    pub fn new(town: &Town) -> Self {
        let client = Client::builder().redirect(Policy::none()).cookie_store(true).build().unwrap();
        Self { url: town.url.clone(), client }
    }

    /// Somebody of a body with a role, signed in.
    pub async fn of(town: &Town, slug: &str, role: Role) -> Self {
        let identity = &town.program.identity;
        let body = identity.bodies().by_slug(slug).await.unwrap().unwrap();
        let email = format!("{slug}-{}@prova.example", role.code());
        let new = NewPerson {
            email: Email::parse(&email).unwrap(),
            name: "Ufficio".into(),
            language: Lang::It,
        };
        let (caller, password) = (Caller::command_line(), "una-parola-lunga-e-sicura");
        let person = identity.add_person(&caller, new, Some(password)).await.unwrap();
        identity.grant_role(&caller, body.id, person, None, role).await.unwrap();
        let browser = Self::new(town);
        let done = browser.post("/accedi", &[("email", &email), ("password", password)]).await;
        assert_eq!(done.status, 303);
        browser
    }

    async fn answer(request: reqwest::RequestBuilder) -> Answer {
        let answer = request.header("accept-language", "it").send().await.unwrap();
        let to = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
        let status = answer.status();
        Answer { status, to: to.unwrap_or_default(), html: answer.text().await.unwrap() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        Self::answer(self.client.get(format!("{}{path}", self.url))).await
    }

    /// A page that must be there, with one heading and nothing inline.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(count(&answer.html, "h1"), 1, "{path}");
        let inline = count(&answer.html, "[style], style, script:not([src])");
        assert_eq!(inline, 0, "{path}: inline");
        answer.html
    }

    /// What an answer says about being kept, and about being found.
    pub async fn headers(&self, path: &str) -> (String, String) {
        let answer = self.client.get(format!("{}{path}", self.url)).send().await.unwrap();
        let header = |name: &str| {
            answer.headers().get(name).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        (header("cache-control"), header("x-robots-tag"))
    }

    async fn bytes(&self, path: &str) -> Vec<u8> {
        let answer = self.client.get(format!("{}{path}", self.url)).header("accept-language", "it");
        let answer = answer.send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        let name = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
        assert!(name.starts_with("attachment"), "{name}");
        answer.bytes().await.unwrap().to_vec()
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.client.post(format!("{}{path}", self.url)).form(form);
        Self::answer(request.header("origin", &self.url)).await
    }

    /// Sends a file as the import page does.
    pub async fn upload(&self, slug: &str, sheet: &str, name: &str, content: &[u8]) -> Answer {
        let (path, body) =
            (format!("/{slug}/scrivania/importa"), multipart("cosa", sheet, name, content));
        let request = self.client.post(format!("{}{path}", self.url)).body(body);
        let request = request.header("content-type", "multipart/form-data; boundary=limite");
        Self::answer(request.header("origin", &self.url)).await
    }

    /// Sends a form with a file whose parts are written already.
    pub async fn multipart(&self, town: &Town, path: &str, body: Vec<u8>) -> Answer {
        let request = self.client.post(format!("{}{path}", self.url)).body(body);
        let request = request.header("content-type", "multipart/form-data; boundary=limite");
        Self::answer(request.header("origin", &town.url)).await
    }

    /// Brings a file in with the guessed columns; how many rows of it were new.
    pub async fn import(&self, slug: &str, sheet: &str, content: &[u8]) -> Answer {
        let preview = self.preview(slug, sheet, content).await;
        let seal = value(&preview.html, "input[name=impronta]");
        self.post(&format!("{}/applica", preview.to), &[("impronta", &seal)]).await
    }

    /// Goes as far as the preview; `to` is the file's address. A layout met
    /// before is remembered: its columns aren't asked again.
    pub async fn preview(&self, slug: &str, sheet: &str, content: &[u8]) -> Answer {
        let sent = self.upload(slug, sheet, "foglio.csv", content).await;
        assert_eq!(sent.status, 303, "{}", text(&sent.html, "[role=alert]"));
        if let Some(file) = sent.to.strip_suffix("/anteprima") {
            return Answer { html: self.page(&sent.to).await, to: file.into(), ..sent };
        }
        let columns = self.page(&sent.to).await;
        let chosen = chosen(&columns);
        let pairs: Vec<(&str, &str)> =
            chosen.iter().map(|(name, field)| (name.as_str(), field.as_str())).collect();
        let matched = self.post(&sent.to, &pairs).await;
        assert_eq!(matched.status, 303, "{}", text(&matched.html, "[role=alert]"));
        Answer { html: self.page(&matched.to).await, to: sent.to, status: matched.status }
    }
}

fn multipart(field: &str, sheet: &str, name: &str, content: &[u8]) -> Vec<u8> {
    let mut body = format!(
        "--limite\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{sheet}\r\n--limite\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--limite--\r\n");
    body
}

fn count(html: &str, selector: &str) -> usize {
    Html::parse_document(html).select(&Selector::parse(selector).unwrap()).count()
}

/// The value of the first control selected.
fn value(html: &str, selector: &str) -> String {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector)
        .next()
        .map(|control| match control.value().name() {
            "textarea" => control.text().collect::<String>().trim_start_matches('\n').to_owned(),
            _ => control.attr("value").unwrap_or_default().to_owned(),
        })
        .unwrap_or_default()
}

/// What each select of the page of columns says.
fn chosen(html: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(html);
    let select = Selector::parse("select[name^=c]").unwrap();
    let option = Selector::parse("option[selected]").unwrap();
    page.select(&select)
        .map(|select| {
            let field = select.select(&option).next().and_then(|o| o.attr("value"));
            (select.attr("name").unwrap().to_owned(), field.unwrap_or_default().to_owned())
        })
        .collect()
}

/// The addresses of the cards of a list.
fn cards(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let link = Selector::parse(".agio-card-title a").unwrap();
    page.select(&link).map(|link| link.attr("href").unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_brings_its_spreadsheets_and_everybody_reads_them() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let (office, citizen) = (Browser::of(&town, OFFICE, Role::Lead).await, Browser::new(&town));
        let at = |path: &str| format!("/{OFFICE}/profilo{path}");
        for path in ["", "/servizi", "/basi-dati", "/matrice"] {
            let html = citizen.page(&at(path)).await;
            assert_eq!(count(&html, ".agio-empty"), 1, "{path}: says that there is nothing yet");
        }

        let services = rows_of(SERVICES, "unione-bassa-reggiana");
        let preview = office.preview(OFFICE, "servizi", &services).await;
        assert_eq!(text(&preview.html, "button[value=applica]"), "Importa 21 righe");
        assert!(citizen.page(&at("")).await.contains("agio-empty"), "a preview saves nothing");
        let start = office.page(&format!("/{OFFICE}/scrivania/importa")).await;
        assert!(start.contains("foglio.csv"), "a file left behind is found again");
        let seal = value(&preview.html, "input[name=impronta]");
        let done = office.post(&format!("{}/applica", preview.to), &[("impronta", &seal)]).await;
        assert_eq!(done.status, 303);
        let page = office.page(&done.to).await;
        assert!(
            page.contains("Importazione finita")
                && text(&page, ".agio-stat strong").starts_with("21")
        );
        for (sheet, file, new) in [("basi-dati", DATABASES, 26), ("collegamenti", LINKS, 44)] {
            let done = office.import(OFFICE, sheet, &rows_of(file, "unione-bassa-reggiana")).await;
            assert!(done.to.contains(&format!("nuove={new}&")), "{}", done.to);
        }
        // The same file again: nothing to do, and the file can be thrown away.
        let again = office.preview(OFFICE, "servizi", &services).await;
        assert!(again.html.contains("Non c’è niente da importare"));
        let gone = office.post(&format!("{}/abbandona", again.to), &[]).await;
        assert_eq!(gone.status, 303);
        assert_eq!(office.get(&again.to).await.status, 404);

        let home = citizen.page(&at("")).await;
        assert!(text(&home, ".agio-stats").contains("26"), "the databases are counted");
        assert_eq!(count(&home, "svg.chart"), 4, "two charts, each for a phone and for a page");
        assert!(text(&home, "table").contains("Anziani"));
        let all = cards(&citizen.page(&at("/servizi")).await);
        assert_eq!(all.len(), 21);
        let found = cards(&citizen.page(&at("/servizi?q=anziana&area=ANZ&comune=035024")).await);
        assert!(!found.is_empty() && found.len() < 21, "{found:?}");
        let by_phone = cards(&citizen.page(&at("/servizi?canale=03.1")).await);
        assert!(!by_phone.is_empty() && by_phone.len() < 21);
        let none = citizen.page(&at("/servizi?q=dinosauri")).await;
        assert!(none.contains("Nessun risultato"));

        let sheet = citizen.page(&at("/servizi/BR-S05")).await;
        assert!(text(&sheet, "h1").contains("Sportello sociale"), "{}", text(&sheet, "h1"));
        assert_eq!(count(&sheet, ".agio-demo-mark"), 1, "what is made up says so");
        assert_eq!(count(&sheet, "table tbody tr"), 4);
        let database = citizen.page(&at("/basi-dati/BR-CARTELLA")).await;
        assert!(text(&database, "table").contains("Sportello sociale"));
        assert_eq!(citizen.get(&at("/servizi/NESSUNO")).await.status, 404);
        assert!(
            text(&citizen.page(&at("/basi-dati?tipo=national")).await, "tbody").contains("ISEE")
        );
        let matrix = citizen.page(&at("/matrice")).await;
        assert!(count(&matrix, "table.agio-matrix th[scope=row]") == 20, "one service uses none");
        assert_eq!(count(&matrix, "table.agio-matrix td abbr"), 44);
        assert_eq!(count(&matrix, ".agio-more li"), 44, "the same as a list");

        // What the program writes, it reads again.
        for (path, sheet) in [
            ("/scrivania/servizi.xlsx", "servizi"),
            ("/scrivania/basi-dati.xlsx", "basi-dati"),
            ("/profilo/collegamenti.csv", "collegamenti"),
            ("/profilo/collegamenti.xlsx", "collegamenti"),
        ] {
            let file = office.bytes(&format!("/{OFFICE}{path}")).await;
            let same = office.preview(OFFICE, sheet, &file).await;
            assert!(
                same.html.contains("Non c’è niente da importare"),
                "{path}: {}",
                text(&same.html, ".agio-cards")
            );
        }
        let model =
            office.bytes(&format!("/{OFFICE}/scrivania/importa/modello/servizi.xlsx")).await;
        assert!(model.starts_with(b"PK"));

        let english = town.client.get(format!("{}{}", town.url, at("/servizi/BR-S05")));
        let english = english.header("accept-language", "en").send().await.unwrap();
        assert!(english.text().await.unwrap().contains("What you can do online"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_is_read_page_by_page() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let office = Browser::of(&town, OFFICE, Role::Lead).await;
        let mut file = String::from("codice;nome;controllato il\n");
        for n in 0..60 {
            writeln!(file, "P{n};Servizio {};{}", n % 9, if n % 2 == 0 { "1/3/2026" } else { "" })
                .unwrap();
        }
        assert_eq!(office.import(OFFICE, "servizi", file.as_bytes()).await.status, 303);
        for (start, selector) in [("profilo", ".agio-card-title a"), ("scrivania", "tbody th a")] {
            let (mut path, mut seen) = (format!("/{OFFICE}/{start}/servizi"), Vec::new());
            while !path.is_empty() {
                let html = office.page(&path).await;
                let page = Html::parse_document(&html);
                let links = Selector::parse(selector).unwrap();
                seen.extend(page.select(&links).map(|a| a.attr("href").unwrap().to_owned()));
                let next = Selector::parse("a[rel=next]").unwrap();
                path = page
                    .select(&next)
                    .next()
                    .map(|a| a.attr("href").unwrap().to_owned())
                    .unwrap_or_default();
            }
            let listed = seen.len();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!((listed, seen.len()), (60, 60), "{start}");
        }
        // The desk begins with what nobody ever checked.
        let desk = office.page(&format!("/{OFFICE}/scrivania/servizi")).await;
        assert!(text(&desk, "tbody tr:first-child").contains("Mai"));
        let done = office.post(&format!("/{OFFICE}/scrivania/servizi/P1/controllato"), &[]).await;
        assert_eq!(done.status, 303);
        assert!(office.page(&done.to).await.contains("risulta controllata oggi"));
        let sheet = office.page(&format!("/{OFFICE}/profilo/servizi/P1")).await;
        assert!(sheet.contains("Ultimo controllo"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_files_are_refused_in_plain_words_and_leave_no_trace() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let office = Browser::of(&town, OFFICE, Role::Lead).await;
        let huge = vec![b'a'; (20 << 20) + 1];
        let refusals: [(&[u8], &str); 8] = [
            (b"", "era vuoto"),
            (b"   \n\n", "Aggiungi almeno una riga"),
            (b"codice;nome\n", "Aggiungi almeno una riga"),
            (&huge, "supera 20 MB"),
            (b"PK\x03\x04 this is no workbook", "rovinato o incompleto"),
            (&[0xD0, 0xCF, 0x11, 0xE0, 0, 0], "Salvalo come .xlsx"),
            (b"\x89PNG\r\n\x1a\n\0\0", "non è una tabella"),
            (b"%PDF-1.7 x", "non è una tabella"),
        ];
        for (content, words) in refusals {
            let answer = office.upload(OFFICE, "basi-dati", "foglio.xlsx", content).await;
            assert_eq!(answer.status, 422, "{words}");
            let said = text(&answer.html, "#f-file-error");
            assert!(said.contains(words), "{words}: {said}");
            let kept = value(&answer.html, "input[name=cosa][checked]");
            assert_eq!(kept, "basi-dati", "what was chosen is kept");
        }
        let unknown = office.upload(OFFICE, "altro", "foglio.csv", b"nome\nx\n").await;
        assert_eq!(unknown.status, 422);
        assert!(!text(&unknown.html, "#f-cosa-error").is_empty());

        // Larger than any request may be: refused before it is read.
        let path = format!("/{OFFICE}/scrivania/importa");
        let answer = too_large(&town.url, &path).await;
        assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
        assert!(answer.contains("Il file è troppo grande"), "{answer}");

        // Columns that make no sense.
        let sent = office.upload(OFFICE, "servizi", "a.csv", b"uno;due\nx;y\n").await;
        let none = office.post(&sent.to, &[("c0", ""), ("c1", "")]).await;
        assert_eq!(none.status, 422);
        assert!(text(&none.html, "[role=alert]").contains("Manca la colonna del nome"));
        let twice = office.post(&sent.to, &[("c0", "name"), ("c1", "name")]).await;
        assert!(text(&twice.html, "[role=alert]").contains("lasciane una sola"));
        assert_eq!(chosen(&twice.html)[1].1, "name", "the choice is kept");
        let odd = office.post(&sent.to, &[("c0", "name"), ("c1", "'; DROP TABLE service")]).await;
        assert_eq!(odd.status, 422);

        // One row is right, the others are not: every mistake is told, nothing is saved.
        let wrong = "codice;nome;controllato il;costo;comuni;utenti anno\n\
            A;Va bene;1/3/2026;5;Guastalla;10\n\
            B;Data sbagliata;31/02/2026;5;;\n\
            C;Costo sbagliato;;-5;;-1\n\
            D;;;;Atlantide;\n\
            A;Doppio;;;;\n";
        let preview = office.preview(OFFICE, "servizi", wrong.as_bytes()).await;
        let said = text(&preview.html, ".agio-cards");
        for words in [
            "Riga 3, colonna «controllato il»: «31/02/2026» non è un giorno",
            "Riga 4, colonna «costo»: «-5» è sotto zero",
            "Riga 4, colonna «utenti anno»: «-1» è sotto zero",
            "Riga 5, colonna «nome»: la cella è vuota",
            "«Atlantide» non è tra i valori ammessi",
            "c’è già alla riga 2",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert_eq!(count(&preview.html, "button[value=applica]"), 0, "nothing to confirm");
        let forced = office.post(&format!("{}/applica", preview.to), &[("impronta", "x")]).await;
        assert_eq!(forced.status, 409);
        let links = "servizio;base dati;accesso\nNIENTE;NULLA;legge\n";
        let preview = office.preview(OFFICE, "collegamenti", links.as_bytes()).await;
        let said = text(&preview.html, ".agio-cards");
        assert!(said.contains("il servizio «NIENTE» non c’è"), "{said}");
        assert!(said.contains("la base dati «NULLA» non c’è"), "{said}");
        let home = office.page(&format!("/{OFFICE}/profilo")).await;
        assert_eq!(count(&home, ".agio-empty"), 1, "nothing was saved");
    })
    .await;
}

/// Announces more bytes than a request may have, and sends none.
async fn too_large(url: &str, path: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let host = url.trim_start_matches("http://");
    let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: {url}\r\naccept-language: it\r\n\
         connection: close\r\ncontent-type: multipart/form-data; boundary=x\r\n\
         content-length: 30000000\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_as_offices_write_them_come_in_and_go_out_harmless() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let office = Browser::of(&town, OFFICE, Role::Lead).await;
        // Windows-1252, semicolons.
        let old = b"Codice;Nome;Descrizione\r\nW1;Unit\xe0 di strada;Caff\xe8 e ascolto\r\n";
        assert_eq!(office.import(OFFICE, "servizi", old).await.status, 303);
        // UTF-8 with a byte order mark, tabs, and cells that want to be formulas or HTML.
        let marked = "\u{feff}Codice\tNome\tDescrizione\tUtenti anno\n\
            F1\t=HYPERLINK(\"http://x.example\";\"clic\")\t@SUM(A1)\t3\n\
            F2\t<script>alert(1)</script>\t<img src=x onerror=alert(1)>\t12\n";
        assert_eq!(office.import(OFFICE, "servizi", marked.as_bytes()).await.status, 303);
        let at = |path: &str| format!("/{OFFICE}/{path}");
        let list = office.page(&at("profilo/servizi")).await;
        assert!(list.contains("Unità di strada") && list.contains("Caffè e ascolto"));
        for path in [
            "profilo/servizi",
            "profilo/servizi/F2",
            "scrivania/servizi",
            "scrivania/servizi/F2",
            "scrivania/servizi/F2/collegamenti",
        ] {
            let html = office.page(&at(path)).await;
            assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{path}");
        }
        assert!(text(&office.page(&at("profilo/servizi/F2")).await, "h1").contains("<script>"));

        let csv = String::from_utf8(office.bytes(&at("profilo/servizi.csv")).await).unwrap();
        assert!(csv.contains("'=HYPERLINK") && csv.contains("'@SUM(A1)"), "{csv}");
        let sheet = office.bytes(&at("profilo/servizi.xlsx")).await;
        let sheet = read(&sheet, &Limits::default()).unwrap();
        let cells: Vec<&String> = sheet.lines.iter().flat_map(|line| &line.cells).collect();
        assert!(cells.iter().all(|cell| !cell.starts_with(['=', '@', '+'])), "{cells:?}");
        // Three people could be recognised: the public file does not count them, the office's does.
        assert!(cells.iter().any(|cell| *cell == "meno di 5"));
        let own =
            read(&office.bytes(&at("scrivania/servizi.xlsx")).await, &Limits::default()).unwrap();
        assert!(own.lines.iter().flat_map(|line| &line.cells).any(|cell| cell == "3"));
        let page = office.page(&at("profilo/servizi/F1")).await;
        assert!(page.contains("meno di 5"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_written_by_hand() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let office = Browser::of(&town, OFFICE, Role::Facilitator).await;
        let at = |path: &str| format!("/{OFFICE}/{path}");
        office.page(&at("scrivania/servizi/nuovo")).await;
        let long = "x".repeat(301);
        let wrong = [
            ("name", ""),
            ("code", "=1+1"),
            ("checked_on", "31/02/2026"),
            ("user_cost", "-12,50"),
            ("users_count", "tanti"),
            ("url", "javascript:alert(1)"),
            ("place", long.as_str()),
            ("status", "inventato"),
            ("short_description", "<script>alert(1)</script>"),
        ];
        let refused = office.post(&at("scrivania/servizi/nuovo"), &wrong).await;
        assert_eq!(refused.status, 422);
        for (field, words) in [
            ("name", "Questo campo serve"),
            ("code", "Usa solo lettere"),
            ("checked_on", "Questa data non esiste"),
            ("user_cost", "sotto lo zero"),
            ("users_count", "Non è un numero"),
            ("url", "comincia con https://"),
            ("place", "al massimo 300"),
            ("status", "non c’è nell’elenco"),
        ] {
            let said = text(&refused.html, &format!("#f-{field}-error"));
            assert!(said.contains(words), "{field}: {said}");
        }
        assert_eq!(value(&refused.html, "#f-user_cost"), "-12,50");
        assert_eq!(value(&refused.html, "#f-short_description"), "<script>alert(1)</script>");
        assert!(!refused.html.contains("<script>alert"));
        assert_eq!(cards(&office.page(&at("profilo/servizi")).await).len(), 0, "nothing saved");

        let right = [
            ("name", "Pasti a casa"),
            ("areas", ""),
            ("areas", "ANZ"),
            ("areas", "DIS"),
            ("user_cost", "1.250,50"),
            ("users_count", "4"),
            ("checked_on", "2026-03-01"),
            ("current_level", "LEVEL 2"),
        ];
        let saved = office.post(&at("scrivania/servizi/nuovo"), &right).await;
        assert_eq!((saved.status.as_u16(), saved.to.contains("/PASTI-A-CASA?esito=")), (303, true));
        let form = office.page(&saved.to).await;
        assert!(form.contains("Fatto: la scheda è salvata."));
        assert_eq!(value(&form, "#f-user_cost"), "1250,50");
        assert_eq!(count(&form, "input[name=areas][checked]"), 2);
        let public = Browser::new(&town).page(&at("profilo/servizi/PASTI-A-CASA")).await;
        assert!(public.contains("1.250,50") && public.contains("meno di 5"), "{public}");
        assert!(public.contains("marzo 2026") && public.contains("Moduli da scaricare"));

        // Two people at once: the second is told, and nothing is overwritten.
        let version = value(&form, "input[name=version]");
        let edit = at("scrivania/servizi/PASTI-A-CASA");
        let first =
            office.post(&edit, &[("name", "Pasti caldi a casa"), ("version", &version)]).await;
        assert_eq!(first.status, 303);
        let second = office.post(&edit, &[("name", "Pasti freddi"), ("version", &version)]).await;
        assert_eq!(second.status, 409);
        assert_eq!(value(&second.html, "#f-name"), "Pasti freddi", "what was typed is kept");
        assert!(office.page(&at("profilo/servizi/PASTI-A-CASA")).await.contains("Pasti caldi"));
        let taken = office
            .post(&at("scrivania/servizi/nuovo"), &[("name", "Altro"), ("code", "pasti-a-casa")])
            .await;
        assert!(text(&taken.html, "#f-code-error").contains("già di un’altra scheda"));

        // A database and what the service does with it.
        let made = office
            .post(
                &at("scrivania/basi-dati/nuovo"),
                &[
                    ("name", "Archivio pasti"),
                    ("code", "PASTI"),
                    ("essential", "yes"),
                    ("contract_ends", "2026-02-31"),
                ],
            )
            .await;
        assert_eq!(made.status, 422);
        assert!(text(&made.html, "#f-contract_ends-error").contains("non esiste"));
        let made = office
            .post(
                &at("scrivania/basi-dati/nuovo"),
                &[("name", "Archivio pasti"), ("code", "PASTI"), ("essential", "yes")],
            )
            .await;
        assert_eq!(made.status, 303);
        let links = at("scrivania/servizi/PASTI-A-CASA/collegamenti");
        office.page(&links).await;
        let refused = office.post(&links, &[("database", ""), ("means", "piccione")]).await;
        assert_eq!(refused.status, 422);
        assert!(text(&refused.html, "#f-database-error").contains("Scegli una base dati"));
        assert!(text(&refused.html, "#f-access-error").contains("se la legge"));
        let linked = [("database", "PASTI"), ("access", "read_write"), ("means", "file")];
        let done = office.post(&links, &linked).await;
        assert!(text(&office.page(&done.to).await, "tbody").contains("Legge e scrive"));
        let matrix = office.page(&at("profilo/matrice")).await;
        assert_eq!(text(&matrix, "td.is-write abbr"), "LS");
        let gone = office.post(&format!("{links}/togli"), &[("database", "PASTI")]).await;
        assert_eq!(gone.status, 303);
        assert_eq!(count(&office.page(&at("profilo/matrice")).await, ".agio-empty"), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn others_may_read_and_not_write() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let stranger = Browser::of(&town, "rimini", Role::Lead).await;
        let moderator = Browser::of(&town, OFFICE, Role::Moderator).await;
        let nobody = Browser::new(&town);
        for path in ["servizi", "servizi/nuovo", "servizi.xlsx", "basi-dati", "importa"] {
            let path = format!("/{OFFICE}/scrivania/{path}");
            assert_eq!(stranger.get(&path).await.status, 403, "{path}");
            assert_eq!(moderator.get(&path).await.status, 403, "{path}");
            assert_eq!(nobody.get(&path).await.status, 303, "{path}: led to the sign-in page");
        }
        let new = format!("/{OFFICE}/scrivania/servizi/nuovo");
        for browser in [&stranger, &moderator, &nobody] {
            assert_eq!(browser.post(&new, &[("name", "Intruso")]).await.status, 403);
            let sent = browser.upload(OFFICE, "servizi", "a.csv", b"nome\nIntruso\n").await;
            assert_eq!(sent.status, 403);
        }
        // A file waiting on one body is not there for another.
        let own = stranger.upload("rimini", "servizi", "a.csv", b"nome\nx\n").await;
        let other = own.to.replace("/rimini/", "/unione-bassa-reggiana/");
        let lead = Browser::new(&town);
        lead.post(
            "/accedi",
            &[("email", "referente@demo.example"), ("password", agio::demo::PASSWORD)],
        )
        .await;
        assert_eq!(lead.get(&other).await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_does_the_same() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let identity = &town.program.identity;
        let body = identity.bodies().by_slug(OFFICE).await.unwrap().unwrap();
        let token = identity
            .make_token(&Caller::command_line(), body.id, "prova", &[Role::Lead])
            .await
            .unwrap();
        let base = format!("{}/api/v1/bodies/{OFFICE}", town.url);
        let client = Client::new();
        let call = async |method: &str, path: &str, json: serde_json::Value| {
            let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
            let request =
                client.request(method, format!("{base}/{path}")).bearer_auth(&token.secret);
            let request = if json.is_null() { request } else { request.json(&json) };
            let answer = request.header("accept-language", "it").send().await.unwrap();
            let status = answer.status().as_u16();
            (status, answer.json::<serde_json::Value>().await.unwrap())
        };
        let null = serde_json::Value::Null;
        let fields = serde_json::json!({
            "name": "Pasti a casa", "areas": ["ANZ"], "user_cost_cents": 1250, "users_count": 3,
            "checked_on": "2026-03-01",
        });
        let (status, made) =
            call("PUT", "services/SAD", serde_json::json!({ "fields": fields })).await;
        assert_eq!(status, 201, "{made}");
        assert_eq!(made["fields"]["user_cost_cents"], 1250);
        assert_eq!(made["fields"]["code"], "SAD");
        let change = serde_json::json!({ "version": 1, "fields": { "name": "Pasti caldi" } });
        let (status, changed) = call("PUT", "services/SAD", change.clone()).await;
        assert_eq!((status, &changed["fields"]["areas"][0]), (200, &"ANZ".into()), "{changed}");
        assert_eq!(call("PUT", "services/SAD", change).await.0, 409, "an old version");
        let wrong = serde_json::json!({ "fields": {
            "checked_on": "2026-02-31", "user_cost_cents": -1, "status": "boh",
        } });
        let (status, problem) = call("PUT", "services/SAD", wrong).await;
        let errors = problem["errors"].as_array().unwrap();
        let named: Vec<_> = errors.iter().map(|e| e["field"].as_str().unwrap()).collect();
        assert_eq!(
            (status, named),
            (422, vec!["user_cost_cents", "status", "checked_on"]),
            "{problem}"
        );
        let odd = serde_json::json!({ "fields": { "colore": "blu", "areas": "ANZ" } });
        assert_eq!(call("PUT", "services/SAD", odd).await.1["errors"].as_array().unwrap().len(), 2);
        let database =
            serde_json::json!({ "fields": { "name": "Archivio", "personal_data": true } });
        assert_eq!(call("PUT", "databases/ARC", database).await.0, 201);
        let link = serde_json::json!({ "access": "read_write", "means": "api" });
        let (status, linked) = call("PUT", "services/SAD/databases/ARC", link).await;
        assert_eq!((status, &linked["databases"][0]["access"]), (200, &"read_write".into()));
        let (_, matrix) = call("GET", "matrix", null.clone()).await;
        assert_eq!(matrix["items"][0]["database"], "ARC");
        let (_, list) = call("GET", "services?q=pasti&area=ANZ", null.clone()).await;
        assert_eq!(
            (list["items"].as_array().unwrap().len(), list.get("next")),
            (1, None),
            "{list}"
        );
        let none = serde_json::json!({ "access": "none" });
        let (_, parted) = call("PUT", "services/SAD/databases/ARC", none).await;
        assert!(parted["databases"].as_array().unwrap().is_empty());

        // Anybody reads, but a handful of people is not counted in public.
        let public = client.get(format!("{base}/services/SAD")).send().await.unwrap();
        assert_eq!(
            public.json::<serde_json::Value>().await.unwrap()["fields"]["users_count"],
            "<5"
        );
        let refused = client.put(format!("{base}/services/SAD")).bearer_auth("sbagliato");
        assert_eq!(refused.json(&serde_json::json!({})).send().await.unwrap().status(), 401);
        let elsewhere = format!("{}/api/v1/bodies/rimini/services/SAD", town.url);
        let elsewhere = client.put(elsewhere).bearer_auth(&token.secret);
        let json = serde_json::json!({ "fields": { "name": "x" } });
        assert_eq!(elsewhere.json(&json).send().await.unwrap().status(), 403);

        // A file.
        let file = multipart(
            "sheet",
            "servizi",
            "a.csv",
            b"codice;nome;comuni\nSAD;Pasti;Atlantide\nB;Bus;\n",
        );
        let sent = client.post(format!("{base}/imports")).bearer_auth(&token.secret).body(file);
        let sent = sent.header("content-type", "multipart/form-data; boundary=limite");
        let draft: serde_json::Value = sent.send().await.unwrap().json().await.unwrap();
        let id = draft["id"].as_str().unwrap().to_owned();
        assert_eq!(draft["columns"][2]["field"], "municipalities", "{draft}");
        let (_, plan) = call("GET", &format!("imports/{id}/preview"), null.clone()).await;
        assert_eq!((&plan["created"], &plan["wrong"]), (&1.into(), &1.into()), "{plan}");
        let seal = serde_json::json!({ "fingerprint": plan["fingerprint"] });
        assert_eq!(call("POST", &format!("imports/{id}/apply"), seal).await.0, 422);
        let columns = serde_json::json!({ "columns": ["code", "name", null] });
        assert_eq!(call("PUT", &format!("imports/{id}/mapping"), columns).await.0, 200);
        let (_, plan) = call("GET", &format!("imports/{id}/preview"), null.clone()).await;
        assert_eq!(plan["rows"][0]["changes"][0]["before"], "Pasti caldi", "{plan}");
        // What is left out, and taken in again.
        let path = format!("imports/{id}/choices");
        let odd = serde_json::json!({ "columns": ["colore"] });
        assert_eq!(call("PUT", &path, odd).await.0, 422);
        let left = serde_json::json!({ "fields": [{ "row": 2, "field": "name" }] });
        let (status, less) = call("PUT", &path, left).await;
        assert_eq!(
            (status, &less["left_out"], &less["changed"]),
            (200, &1.into(), &0.into()),
            "{less}"
        );
        assert_eq!(less["rows"][0]["changes"][0]["accepted"], false);
        assert_ne!(less["fingerprint"], plan["fingerprint"]);
        let (_, plan) = call("PUT", &path, serde_json::json!({})).await;
        let seal = serde_json::json!({ "fingerprint": plan["fingerprint"] });
        let (status, done) = call("POST", &format!("imports/{id}/apply"), seal).await;
        assert_eq!(
            (status, &done["created"], &done["changed"]),
            (200, &1.into(), &1.into()),
            "{done}"
        );
        let gone = call("GET", &format!("imports/{id}"), null.clone()).await;
        assert_eq!(gone.0, 404, "applied and gone");

        // A sheet of the zone plan; who answers for it is not for everybody.
        let fields = serde_json::json!({ "name": "Dimissioni protette", "referents": "Ufficio di piano",
            "cost_municipalities_cents": 100_000 });
        let sheet = serde_json::json!({ "fields": fields });
        let (status, made) = call("PUT", "plan-sheets/12", sheet).await;
        assert_eq!((status, &made["fields"]["referents"]), (201, &"Ufficio di piano".into()));
        let (_, list) = call("GET", "plan-sheets?q=dimissioni", null).await;
        assert_eq!(list["items"][0]["code"], "12", "{list}");
        let public = client.get(format!("{base}/plan-sheets/12")).send().await.unwrap();
        let public: serde_json::Value = public.json().await.unwrap();
        assert_eq!(public["fields"]["cost_municipalities_cents"], 100_000);
        assert!(public["fields"]["referents"].is_null());
    })
    .await;
}
