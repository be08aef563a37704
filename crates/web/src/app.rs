//! What the whole program shares while it runs.

use std::{fmt, sync::Arc, time::Duration};

use futures::future::BoxFuture;
use kernel::{Access, BodyId, Principal};
use store::{Store, StoreError};
use texts::Texts;

use crate::{cache::PageCache, limits::Limits};

/// How the program was set up.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address people type, without a slash at its end.
    pub base_url: String,
    /// Whether the demo's pages and banner are on.
    pub demo: bool,
    /// Whether pages are kept in memory while their body's data is unchanged.
    pub page_cache: bool,
    /// Whether requests are counted and, past a limit, refused.
    pub rate_limit: bool,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
}

impl Config {
    /// Whether people reach the program over TLS.
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// The session cookie's name: with the `__Host-` promise (RFC 6265bis) wherever TLS allows it.
    pub fn session_cookie(&self) -> &'static str {
        if self.secure() { "__Host-agio" } else { "agio" }
    }
}

/// A body as the frame needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyInfo {
    /// Which one.
    pub id: BodyId,
    /// Word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Message key of its kind.
    pub kind_key: &'static str,
    /// `#rrggbb`, dark enough for white text.
    pub color: String,
    /// Whether it has a logo.
    pub has_logo: bool,
    /// Where people write to.
    pub contact_email: String,
    /// Languages of its pages, Italian always among them.
    pub languages: Vec<texts::Lang>,
    /// Whether its data are for demonstration.
    pub demo: bool,
}

/// Who knows bodies and people: the identity crate, seen from here.
pub trait Gate: Send + Sync {
    /// The body with that word.
    fn body<'a>(
        &'a self,
        slug: &'a str,
    ) -> BoxFuture<'a, Result<Option<Arc<BodyInfo>>, StoreError>>;
    /// The person behind a session cookie.
    fn principal<'a>(
        &'a self,
        token: &'a str,
    ) -> BoxFuture<'a, Result<Option<Principal>, StoreError>>;
    /// Who calls with an API token.
    fn caller<'a>(
        &'a self,
        secret: &'a str,
    ) -> BoxFuture<'a, Result<Option<Principal>, StoreError>>;
}

/// An entry of a body's main menu, given by a phase.
#[derive(Debug, Clone, Copy)]
pub struct MenuEntry {
    /// Address below the body, without a slash at its beginning.
    pub path: &'static str,
    /// Message key.
    pub key: &'static str,
}

/// An entry of the desk, given by a phase: a place where staff works.
#[derive(Debug, Clone, Copy)]
pub struct DeskEntry {
    /// Address below the body, without a slash at its beginning.
    pub path: &'static str,
    /// Message key of its name.
    pub key: &'static str,
    /// Message key of one sentence: what is done there.
    pub text: &'static str,
    /// Name of its icon.
    pub icon: &'static str,
    /// Who sees it.
    pub access: Access,
}

/// Everything shared; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    store: Store,
    texts: Arc<Texts>,
    config: Config,
    menu: Vec<MenuEntry>,
    desk: Vec<DeskEntry>,
    parts: http::Extensions,
    gate: Box<dyn Gate>,
    cache: PageCache,
    limits: Limits,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("config", &self.0.config).finish_non_exhaustive()
    }
}

impl App {
    /// Puts the parts together; `parts` holds what handlers ask for by type.
    pub fn new(
        store: Store,
        texts: Arc<Texts>,
        config: Config,
        (menu, desk): (Vec<MenuEntry>, Vec<DeskEntry>),
        parts: http::Extensions,
        gate: Box<dyn Gate>,
    ) -> Self {
        let (cache, limits) = (PageCache::default(), Limits::default());
        Self(Arc::new(Inner { store, texts, config, menu, desk, parts, gate, cache, limits }))
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The messages.
    pub fn texts(&self) -> &Texts {
        &self.0.texts
    }

    /// The set-up.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The menu of a body's pages.
    pub fn menu(&self) -> &[MenuEntry] {
        &self.0.menu
    }

    /// The places of the desk.
    pub fn desk(&self) -> &[DeskEntry] {
        &self.0.desk
    }

    /// A part of the program that handlers ask for with [`Part`](crate::Part).
    pub fn part<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        self.0.parts.get::<T>().cloned()
    }

    /// Bodies and people.
    pub fn gate(&self) -> &dyn Gate {
        self.0.gate.as_ref()
    }

    pub(crate) fn cache(&self) -> &PageCache {
        &self.0.cache
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// Runs what goes on in the background until the program stops.
    pub async fn background(&self) {
        let sweep = async {
            loop {
                tokio::time::sleep(Duration::from_mins(1)).await;
                self.limits().sweep();
            }
        };
        tokio::join!(self.store().watch(Duration::from_secs(1)), sweep);
    }
}
