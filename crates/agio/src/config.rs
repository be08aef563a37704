//! Configuration: `agio.toml`, then the environment; the same names in both.

use std::{net::IpAddr, path::PathBuf};

use anyhow::Context;
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

/// A switch that may be written `on`/`off` or `true`/`false`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Switch {
    /// `true` or `false`.
    Bool(bool),
    /// `on` or `off`.
    Word(Word),
}

/// `on` or `off`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Word {
    /// On.
    On,
    /// Off.
    Off,
}

impl Switch {
    /// Whether it is on.
    pub const fn is_on(self) -> bool {
        matches!(self, Self::Bool(true) | Self::Word(Word::On))
    }
}

/// Who may read `/metrics`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Metrics {
    /// Nobody.
    Off,
    /// Programs of this machine that come without a proxy.
    Loopback,
    /// Whoever sends this secret as a bearer token.
    Token(String),
}

/// The fewest characters of a secret for `/metrics`.
const SHORTEST_SECRET: usize = 16;

impl TryFrom<String> for Metrics {
    type Error = String;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        match word.trim() {
            "off" => Ok(Self::Off),
            "" | "loopback" => Ok(Self::Loopback),
            secret if secret.len() >= SHORTEST_SECRET => Ok(Self::Token(secret.to_owned())),
            _ => Err(format!(
                "metrics: loopback, off, or a secret of at least {SHORTEST_SECRET} characters"
            )),
        }
    }
}

impl From<Metrics> for String {
    fn from(metrics: Metrics) -> Self {
        match metrics {
            Metrics::Off => "off".to_owned(),
            Metrics::Loopback => "loopback".to_owned(),
            Metrics::Token(secret) => secret,
        }
    }
}

/// What can be set.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `AGIO_LISTEN`: address and port to listen on.
    pub listen: String,
    /// `AGIO_DATA`: folder of the database and its copies.
    pub data: PathBuf,
    /// `AGIO_DATABASE_URL`: empty for the embedded database in `data`.
    pub database_url: String,
    /// `AGIO_BASE_URL`: the address people type; empty for the one listened on.
    pub base_url: String,
    /// `AGIO_SMTP_URL`: the way out for e-mail; empty keeps it in the outbox.
    pub smtp_url: String,
    /// `AGIO_MAIL_FROM`: who e-mails are from; empty for `agio@` the host of `base_url`.
    pub mail_from: String,
    /// `AGIO_METRICS`: who may read `/metrics`.
    pub metrics: Metrics,
    /// `AGIO_LOG`: how much it tells.
    pub log: String,
    /// `AGIO_PAGE_CACHE`.
    pub page_cache: Switch,
    /// `AGIO_RATE_LIMIT`.
    pub rate_limit: Switch,
    /// `AGIO_TRUSTED_PROXIES`.
    pub trusted_proxies: Vec<IpAddr>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".into(),
            data: "data".into(),
            database_url: String::new(),
            base_url: String::new(),
            smtp_url: String::new(),
            mail_from: String::new(),
            metrics: Metrics::Loopback,
            log: "info".into(),
            page_cache: Switch::Word(Word::On),
            rate_limit: Switch::Word(Word::On),
            trusted_proxies: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the file named by `AGIO_CONFIG` (or `agio.toml` here) and the environment.
    #[expect(clippy::disallowed_methods, reason = "the one place where the environment comes in")]
    pub fn load() -> anyhow::Result<Self> {
        let named = std::env::var("AGIO_CONFIG").ok();
        let file = match &named {
            Some(path) => Toml::file_exact(path),
            None => Toml::file("agio.toml"),
        };
        let names = [
            "listen",
            "data",
            "database_url",
            "base_url",
            "smtp_url",
            "mail_from",
            "metrics",
            "log",
            "page_cache",
            "rate_limit",
            "trusted_proxies",
        ];
        let mut settings: Self = Figment::from(Serialized::defaults(Self::default()))
            .merge(file)
            .merge(Env::prefixed("AGIO_").only(&names))
            .extract()
            .context("configuration: check agio.toml and the AGIO_… variables")?;
        if settings.base_url.is_empty() {
            settings.base_url = format!("http://{}", settings.listen);
        }
        settings.base_url = settings.base_url.trim_end_matches('/').to_owned();
        Ok(settings)
    }

    /// The database's address.
    pub fn database(&self) -> String {
        if self.database_url.is_empty() {
            format!("sqlite:{}", self.data.join("agio.db").display())
        } else {
            self.database_url.clone()
        }
    }

    /// Who e-mails are from.
    pub fn sender(&self) -> String {
        if !self.mail_from.is_empty() {
            return self.mail_from.clone();
        }
        let address = self.base_url.split("://").last().unwrap_or_default();
        let host = address.split(['/', ':']).next().unwrap_or_default();
        // A bare number is no domain: such mail would be refused everywhere.
        if host.contains(|c: char| c.is_ascii_alphabetic()) {
            format!("agio@{host}")
        } else {
            "agio@localhost".to_owned()
        }
    }

    /// What the web needs to know.
    pub fn web(&self, demo: bool) -> web::Config {
        web::Config {
            base_url: self.base_url.clone(),
            demo,
            page_cache: self.page_cache.is_on(),
            rate_limit: self.rate_limit.is_on(),
            trusted_proxies: self.trusted_proxies.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_comes_from_the_host_people_type() {
        let from = |base: &str| Settings { base_url: base.into(), ..Settings::default() }.sender();
        assert_eq!(from("https://agende.example.it"), "agio@agende.example.it");
        assert_eq!(from("http://localhost:8080"), "agio@localhost");
        assert_eq!(from("http://127.0.0.1:8080"), "agio@localhost");
        let named = Settings { mail_from: "Agenda <a@b.it>".into(), ..Settings::default() };
        assert_eq!(named.sender(), "Agenda <a@b.it>");
    }

    #[test]
    fn metrics_are_for_the_machine_for_nobody_or_for_a_secret() {
        let read = |word: &str| Metrics::try_from(word.to_owned());
        assert_eq!(read("loopback"), Ok(Metrics::Loopback));
        assert_eq!(read("off"), Ok(Metrics::Off));
        assert_eq!(read("0123456789abcdef"), Ok(Metrics::Token("0123456789abcdef".into())));
        assert!(read("short").is_err());
    }
}
