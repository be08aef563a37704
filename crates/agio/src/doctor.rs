//! Checks the installation and says what to mend.

use serde::Serialize;
use store::Store;

use crate::{config::Settings, wiring};

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub part: &'static str,
    /// Whether it is well.
    pub ok: bool,
    /// What was found, and what to do.
    pub text: String,
}

fn finding(part: &'static str, ok: bool, text: impl Into<String>) -> Finding {
    Finding { part, ok, text: text.into() }
}

/// Looks at configuration, disk, database, e-mail and clock.
pub async fn examine(settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    let local = settings.listen.starts_with("127.") || settings.listen.starts_with("localhost");
    let safe = settings.base_url.starts_with("https://") || local;
    found.push(finding(
        "configurazione",
        safe,
        if safe {
            format!("indirizzo {}", settings.base_url)
        } else {
            "AGIO_BASE_URL deve cominciare con https://: senza, le password viaggiano in chiaro"
                .to_owned()
        },
    ));
    found.push(finding(
        "limiti",
        settings.rate_limit.is_on(),
        if settings.rate_limit.is_on() {
            "attivi"
        } else {
            "AGIO_RATE_LIMIT è spento: accendilo, serve contro gli abusi"
        },
    ));
    found.push(disk(settings));
    match wiring::open(settings).await {
        Ok(store) => found.extend(database(&store).await),
        Err(error) => found.push(finding(
            "database",
            false,
            format!("{error:#}: controlla AGIO_DATABASE_URL e AGIO_DATA"),
        )),
    }
    found.push(mail(settings).await);
    found
}

fn disk(settings: &Settings) -> Finding {
    let probe = settings.data.join(".agio-doctor");
    let outcome = std::fs::create_dir_all(&settings.data)
        .and_then(|()| std::fs::write(&probe, vec![0_u8; 1 << 20]))
        .and_then(|()| std::fs::remove_file(&probe));
    match outcome {
        Ok(()) => finding("disco", true, format!("{} si può scrivere", settings.data.display())),
        Err(error) => finding(
            "disco",
            false,
            format!("{}: {error}: libera spazio o cambia AGIO_DATA", settings.data.display()),
        ),
    }
}

async fn database(store: &Store) -> Vec<Finding> {
    let mut found = vec![match store::migrate::pending(store, &wiring::migrations()).await {
        Ok(waiting) if waiting.is_empty() => {
            finding("database", true, format!("{} aggiornato", store.address()))
        }
        Ok(waiting) => finding(
            "database",
            false,
            format!("{} passi da fare: esegui `agio migrate`", waiting.len()),
        ),
        Err(error) => finding("database", false, error.to_string()),
    }];
    let now = store.clock().now();
    // 2026-01-01: a machine whose battery died says 1970.
    let plausible = now.0 > 1_767_225_600_000;
    found.push(finding(
        "orologio",
        plausible,
        if plausible {
            now.rfc3339()
        } else {
            format!("{}: regola l'ora della macchina", now.rfc3339())
        },
    ));
    found
}

async fn mail(settings: &Settings) -> Finding {
    if settings.smtp_url.is_empty() {
        return finding(
            "e-mail",
            true,
            "AGIO_SMTP_URL non c'è: i messaggi restano in attesa nel database",
        );
    }
    let outcome = match web::mail::Post::new(&settings.smtp_url, &settings.sender()) {
        Ok(post) => post.test().await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(true) => finding("e-mail", true, "il server risponde"),
        Ok(false) => finding(
            "e-mail",
            false,
            "il server non accetta la connessione: controlla AGIO_SMTP_URL",
        ),
        Err(error) => {
            finding("e-mail", false, format!("{error}: controlla AGIO_SMTP_URL e AGIO_MAIL_FROM"))
        }
    }
}
