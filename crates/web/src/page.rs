//! What every page carries: language, body, menu, where you are, and how to say things.

use kernel::{Cents, Instant, clock::parse_day, italian};
use texts::{Args, Lang, key};

use crate::{Visit, assets};

/// The body as the frame shows it.
#[derive(Debug, Clone)]
pub struct BodyNav {
    /// Word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Kind in words.
    pub kind_label: String,
    /// Whether a logo is there.
    pub has_logo: bool,
}

/// An entry of the main menu.
#[derive(Debug, Clone)]
pub struct MenuItem {
    /// Address.
    pub href: String,
    /// Words.
    pub label: String,
    /// Whether the page is inside it.
    pub current: bool,
}

/// A step of "you are here"; the last has no address.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// Address; empty for the page itself.
    pub href: String,
    /// Words.
    pub label: String,
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct UserNav {
    /// Name to show.
    pub name: String,
}

/// A message about what was just done.
#[derive(Debug, Clone)]
pub struct Flash {
    /// `success`, `info`, `warning`, `danger`.
    pub kind: &'static str,
    /// Words.
    pub text: String,
}

/// One choice of a list or a group of buttons.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// Words.
    pub label: String,
    /// A line below; may be empty.
    pub hint: String,
}

/// A term and what it says.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Term.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// A step on a line of steps.
#[derive(Debug, Clone)]
pub struct Step {
    /// Words.
    pub label: String,
    /// ISO day or empty.
    pub date: String,
    /// A line below.
    pub text: String,
    /// `done`, `current` or `todo`.
    pub status: String,
}

/// A thing on the thread.
#[derive(Debug, Clone)]
pub struct ThreadItem {
    /// Kind in words.
    pub kind: String,
    /// Name.
    pub label: String,
    /// Address; empty for the page itself.
    pub href: String,
    /// A fact beside it.
    pub text: String,
}

/// What [`see_other`](crate::see_other) wrote into the address, in words.
fn done(visit: &Visit) -> Option<Flash> {
    let (_, query) = visit.path_and_query.split_once('?')?;
    let key = query.split('&').find_map(|pair| pair.strip_prefix("esito="))?;
    let known = key.starts_with("done-") && visit.app.texts().has(key);
    known.then(|| Flash { kind: "success", text: visit.t(key) })
}

/// The frame of a page; the field `page` of every page struct.
#[derive(Debug, Clone)]
pub struct Page {
    /// `it` or `en`.
    pub lang: &'static str,
    /// Title, without the body's name.
    pub title: String,
    /// The body, on its pages.
    pub body: Option<BodyNav>,
    /// Main menu.
    pub menu: Vec<MenuItem>,
    /// Where you are.
    pub breadcrumbs: Vec<Crumb>,
    /// Who is signed in.
    pub user: Option<UserNav>,
    /// The same page in the other language; empty when the body has Italian alone.
    pub other_lang_href: String,
    /// What was just done.
    pub flash: Option<Flash>,
    /// Whether the data is the demo's.
    pub demo: bool,
    visit: Visit,
    language: Lang,
}

impl Page {
    /// The frame for a visit; `title` is already in the visitor's language.
    pub fn new(visit: &Visit, title: impl Into<String>) -> Self {
        let title = title.into();
        let lang = visit.lang;
        let say = |key| visit.app.texts().text(lang, key).to_owned();
        let (body, menu, mut breadcrumbs) = if let Some(body) = &visit.body {
            let root = format!("/{}/", body.slug);
            let menu = visit
                .app
                .menu()
                .iter()
                .map(|entry| {
                    let href = format!("{root}{}", entry.path);
                    MenuItem { current: visit.path.starts_with(&href), href, label: say(entry.key) }
                })
                .collect();
            let nav = BodyNav {
                slug: body.slug.clone(),
                name: body.name.clone(),
                kind_label: say(body.kind_key),
                has_logo: body.has_logo,
            };
            let crumbs = vec![
                Crumb { href: "/".into(), label: say(key!("nav-network")) },
                Crumb { href: root, label: body.name.clone() },
            ];
            (Some(nav), menu, crumbs)
        } else {
            let menu = [
                ("/", key!("nav-bodies")),
                ("/cerca", key!("nav-search")),
                ("/guida", key!("nav-help")),
            ]
            .map(|(href, key)| MenuItem {
                href: href.into(),
                label: say(key),
                current: visit.path == href,
            })
            .to_vec();
            (None, menu, vec![Crumb { href: "/".into(), label: say(key!("nav-network")) }])
        };
        let at_home = breadcrumbs.last().is_some_and(|crumb| crumb.href == visit.path);
        if at_home {
            if let Some(last) = breadcrumbs.last_mut() {
                last.href.clear();
            }
        } else {
            breadcrumbs.push(Crumb { href: String::new(), label: title.clone() });
        }
        let other = if lang == Lang::It { Lang::En } else { Lang::It };
        let speaks = visit.body.as_ref().is_none_or(|body| body.languages.contains(&other));
        let other_lang_href = if speaks {
            format!("/lingua/{}?da={}", other.tag(), crate::encode(&visit.path_and_query))
        } else {
            String::new()
        };
        Self {
            lang: lang.tag(),
            title,
            body,
            menu,
            breadcrumbs,
            user: visit.principal.person.map(|_| UserNav { name: visit.principal.name.clone() }),
            other_lang_href,
            flash: done(visit),
            demo: visit.app.config().demo || visit.body.as_ref().is_some_and(|body| body.demo),
            visit: visit.clone(),
            language: lang,
        }
    }

    /// Adds a step before the page itself to "you are here".
    #[must_use]
    pub fn under(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        let at = self.breadcrumbs.len().saturating_sub(1);
        self.breadcrumbs.insert(at, Crumb { href: href.into(), label: label.into() });
        self
    }

    /// Adds a message about what was just done.
    #[must_use]
    pub fn with_flash(mut self, kind: &'static str, text: impl Into<String>) -> Self {
        self.flash = Some(Flash { kind, text: text.into() });
        self
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.visit.app.texts().text(self.language, key).to_owned()
    }

    /// The text of a key with the number `$n`.
    pub fn tn(&self, key: &str, n: i64) -> String {
        let mut args = Args::new();
        args.set("n", n);
        self.ta(key, &args)
    }

    /// The text of a key with the words `$x`.
    pub fn ts(&self, key: &str, x: impl AsRef<str>) -> String {
        let mut args = Args::new();
        args.set("x", x.as_ref().to_owned());
        self.ta(key, &args)
    }

    /// The text of a key with any arguments.
    pub fn ta(&self, key: &str, args: &Args<'_>) -> String {
        self.visit.app.texts().format(self.language, key, args)
    }

    /// The address of a front-end file.
    pub fn asset(&self, name: &str) -> String {
        assets::href(name)
    }

    fn italian(&self) -> bool {
        self.language == Lang::It
    }

    /// A day (ISO) in words; what is no day is given back.
    pub fn date(&self, iso: &str) -> String {
        match parse_day(iso) {
            Some(day) if self.italian() => italian::long_date(day),
            Some(day) => italian::long_date_en(day),
            None => iso.to_owned(),
        }
    }

    /// A moment as day and time in Italy.
    pub fn instant(&self, ms: i64) -> String {
        let local = Instant(ms).in_rome();
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        let day = self.date(&local.date().to_string());
        if self.italian() { format!("{day}, ore {time}") } else { format!("{day}, {time}") }
    }

    /// An amount in cents as euro.
    pub fn money(&self, cents: i64) -> String {
        if self.italian() { Cents(cents).italian() } else { Cents(cents).english() }
    }

    /// A whole number.
    pub fn number(&self, n: i64) -> String {
        if self.italian() { italian::number(n) } else { italian::number_en(n) }
    }

    /// A number with up to `decimals` digits after the comma.
    pub fn decimal(&self, value: f64, decimals: usize) -> String {
        if self.italian() {
            italian::decimal(value, decimals)
        } else {
            italian::decimal_en(value, decimals)
        }
    }
}
