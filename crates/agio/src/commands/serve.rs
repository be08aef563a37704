//! Starting the program, with the demo town when asked.

use std::net::SocketAddr;

use agio::{
    config::Settings,
    demo::{self, crowd::Size},
    jobs, wiring,
};
use anyhow::Context;

use super::ready;

/// Loads demo data into an empty database.
pub async fn demo(settings: &Settings, size: Size, bodies: u16, json: bool) -> anyhow::Result<()> {
    let program = wiring::Program::new(ready(settings).await?, settings, true)?;
    let (identity, base_url) = (&program.identity, settings.base_url.as_str());
    anyhow::ensure!(
        demo::is_empty(identity).await?,
        "il database non è vuoto: scegli un'altra cartella con AGIO_DATA"
    );
    let bar = indicatif::ProgressBar::new(1).with_style(indicatif::ProgressStyle::with_template(
        "{elapsed_precise} {bar:40} {pos}/{len} {msg}",
    )?);
    let shown = |what: &str, done: u64, all: u64| {
        bar.set_length(all);
        bar.set_position(done);
        bar.set_message(what.to_owned());
    };
    let bodies = match size {
        Size::Small => demo::load(identity, base_url, &shown).await?,
        Size::Region => demo::crowd::region(identity, base_url, bodies, &shown).await?,
        Size::Bench => {
            let made = demo::crowd::bench(identity, base_url, &shown).await?;
            if json {
                tell!("{}", serde_json::to_string(&made)?);
                return Ok(());
            }
            1
        }
    };
    bar.finish_and_clear();
    if json {
        tell!("{}", serde_json::json!({ "bodies": bodies }));
    } else {
        tell!("Enti caricati: {bodies}. Per cominciare: agio serve --demo");
    }
    Ok(())
}

/// Serves until it is asked to stop.
pub async fn serve(settings: &Settings, demo: bool) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log).context("AGIO_LOG")?;
    if settings.base_url.starts_with("https://") {
        tracing_subscriber::fmt().json().with_env_filter(filter).init();
    } else {
        tracing_subscriber::fmt().with_env_filter(filter).init();
    }
    let store = ready(settings).await?;
    let program = wiring::Program::new(store.clone(), settings, demo)?;
    if demo && demo::is_empty(&program.identity).await? {
        tell!("Carico il paese dimostrativo…");
        let shown = |what: &str, _, _| tell!("  {what}");
        demo::load(&program.identity, &settings.base_url, &shown).await?;
    }
    let listener = tokio::net::TcpListener::bind(&settings.listen).await.with_context(|| {
        format!("{} è occupato: scegli un'altra porta con AGIO_LISTEN", settings.listen)
    })?;
    tell!("AGIO risponde a {}  (per fermarlo: Ctrl+C)", settings.base_url);
    if demo {
        tell!("Prova per prima cosa: {}/unione-bassa-reggiana/", settings.base_url);
        tell!("Account dimostrativi (password {}):", demo::PASSWORD);
        for account in demo::ACCOUNTS {
            tell!("  {:28} {} di {}", account.email, account.role.code(), account.body);
        }
    }
    let background = program.app.clone();
    tokio::spawn(async move { background.background().await });
    let daily = program.identity.clone();
    let base_url = settings.base_url.clone();
    tokio::spawn(async move { jobs::run(&daily, &base_url).await });
    let addresses = store.clone();
    tokio::spawn(async move { jobs::fetch(&addresses).await });
    if !settings.smtp_url.is_empty() {
        let post = web::mail::Post::new(&settings.smtp_url, &settings.sender())
            .map_err(anyhow::Error::msg)
            .context("AGIO_SMTP_URL, AGIO_MAIL_FROM")?;
        tokio::spawn(async move { post.run(&store).await });
    }
    let service = program.router().into_make_service_with_connect_info::<SocketAddr>();
    let screens = program.app.part::<workday::live::Hub>();
    let stop = async move {
        stop_asked().await;
        // Live screens never finish by themselves: they would keep the program from stopping.
        if let Some(screens) = screens {
            screens.stop();
        }
    };
    axum::serve(listener, service).with_graceful_shutdown(stop).await.context("serving")
}

/// Waits for Ctrl+C or a polite request to stop.
async fn stop_asked() {
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
