//! `agio`: the command line.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use agio::{config::Settings, demo, doctor, wiring};
use anyhow::Context;
use clap::{Parser, Subcommand};
use identity::{Caller, person::NewPerson};
use kernel::{Role, email::Email, id::NETWORK};
use store::{Store, audit, backup, migrate};

#[derive(Debug, Parser)]
#[command(
    name = "agio",
    version,
    about = "Agenda Sociale Locale: dal profilo dei servizi all'Agenda, insieme alle persone."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the program. Example: agio serve --demo
    Serve {
        /// Load the demo town when the database is empty, and show the demo's pages.
        #[arg(long)]
        demo: bool,
    },
    /// Load the demo town into an empty database. Example: AGIO_DATA=/tmp/prova agio demo
    Demo,
    /// Bring the tables up to date. Example: agio migrate --rehearse
    Migrate {
        /// Try it on a copy first and change nothing (embedded database).
        #[arg(long)]
        rehearse: bool,
    },
    /// Bodies. Example: agio body list --json
    Body {
        #[command(subcommand)]
        command: BodyCommand,
    },
    /// People with an account. Example: agio user add anna@comune.it "Anna" --password-file /run/secret
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Copy the database into a file, checked before it counts. Example: agio backup /var/backups/agio.db
    Backup {
        /// The new file.
        file: PathBuf,
    },
    /// Put a copy in the place of the database; the program must be stopped. Example: agio restore /var/backups/agio.db
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Check configuration, disk, database, clock and e-mail, and say what to mend.
    Doctor {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
    /// The audit log. Example: agio audit verify
    Audit {
        #[command(subcommand)]
        command: AuditCommand,
    },
}

#[derive(Debug, Subcommand)]
enum BodyCommand {
    /// List the bodies as a tree.
    List {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Add a person; the password is the first line of a file.
    Add {
        /// E-mail address.
        email: String,
        /// Name.
        name: String,
        /// File whose first line is the password.
        #[arg(long)]
        password_file: PathBuf,
    },
    /// Set a person's password and sign them out everywhere.
    Password {
        /// E-mail address.
        email: String,
        /// File whose first line is the password.
        #[arg(long)]
        password_file: PathBuf,
    },
    /// Give a role on a body. Example: agio user role anna@comune.it unione-bassa-reggiana referente
    Role {
        /// E-mail address.
        email: String,
        /// The body's word in addresses.
        body: String,
        /// referente, facilitatore, moderatore, operatore, attore, garante, cittadino, gestore-di-rete.
        role: String,
    },
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Recompute every chain; ends with 1 when one is broken.
    Verify {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("agio: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let settings = Settings::load()?;
    match cli.command {
        Command::Serve { demo } => serve(&settings, demo).await?,
        Command::Demo => {
            let store = ready(&settings).await?;
            let program = wiring::Program::new(store, &settings, true)?;
            anyhow::ensure!(
                demo::is_empty(&program.identity).await?,
                "the database is not empty: set AGIO_DATA to another folder"
            );
            println!("{} enti", demo::load(&program.identity).await?);
        }
        Command::Migrate { rehearse } => migrate_command(&settings, rehearse).await?,
        Command::Body { command: BodyCommand::List { json } } => {
            list_bodies(&settings, json).await?;
        }
        Command::User { command } => user(&settings, command).await?,
        Command::Backup { file } => {
            let copy = backup::backup(&wiring::open(&settings).await?, &file).await?;
            println!("{}: {} byte, verificata", copy.file.display(), copy.bytes);
        }
        Command::Restore { file } => {
            backup::restore(&settings.database(), &file).await?;
            println!("{}: ripristinata", file.display());
        }
        Command::Doctor { json } => {
            let found = doctor::examine(&settings).await;
            if json {
                println!("{}", serde_json::to_string_pretty(&found)?);
            } else {
                for one in &found {
                    println!(
                        "{} {}: {}",
                        if one.ok { "bene " } else { "CURA " },
                        one.part,
                        one.text
                    );
                }
            }
            return Ok(ExitCode::from(u8::from(found.iter().any(|one| !one.ok))));
        }
        Command::Audit { command: AuditCommand::Verify { json } } => {
            return verify(&settings, json).await;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The database with its tables up to date.
async fn ready(settings: &Settings) -> anyhow::Result<Store> {
    let store = wiring::open(settings).await?;
    migrate::up(&store, &wiring::migrations()).await.context("the tables are not up to date")?;
    Ok(store)
}

async fn serve(settings: &Settings, demo: bool) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log).context("AGIO_LOG")?;
    if settings.base_url.starts_with("https://") {
        tracing_subscriber::fmt().json().with_env_filter(filter).init();
    } else {
        tracing_subscriber::fmt().with_env_filter(filter).init();
    }
    let store = ready(settings).await?;
    let program = wiring::Program::new(store.clone(), settings, demo)?;
    if demo && demo::is_empty(&program.identity).await? {
        println!("Carico il paese dimostrativo…");
        demo::load(&program.identity).await?;
    }
    let listener = tokio::net::TcpListener::bind(&settings.listen).await.with_context(|| {
        format!("{} is not free: set AGIO_LISTEN to another port", settings.listen)
    })?;
    println!("AGIO risponde a {}  (per fermarlo: Ctrl+C)", settings.base_url);
    if demo {
        println!("Prova per prima cosa: {}/unione-bassa-reggiana/", settings.base_url);
        println!("Account dimostrativi (password {}):", demo::PASSWORD);
        for account in demo::ACCOUNTS {
            println!("  {:28} {} di {}", account.email, account.role.code(), account.body);
        }
    }
    let background = program.app.clone();
    tokio::spawn(async move { background.background().await });
    if !settings.smtp_url.is_empty() {
        let from = format!("agio@{}", settings.base_url.rsplit('/').next().unwrap_or("localhost"));
        let post = web::mail::Post::new(&settings.smtp_url, &from)
            .map_err(anyhow::Error::msg)
            .context("AGIO_SMTP_URL")?;
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

async fn migrate_command(settings: &Settings, rehearse: bool) -> anyhow::Result<()> {
    let store = wiring::open(settings).await?;
    let all = wiring::migrations();
    if !rehearse {
        let applied = migrate::up(&store, &all).await?;
        println!("{} passi fatti", applied.len());
        return Ok(());
    }
    let waiting = migrate::pending(&store, &all).await?;
    println!("{} passi da fare", waiting.len());
    if waiting.is_empty() || !settings.database_url.is_empty() {
        anyhow::ensure!(
            waiting.is_empty(),
            "the rehearsal works on the embedded database; on PostgreSQL restore a dump elsewhere and migrate that"
        );
        return Ok(());
    }
    let file = settings.data.join("rehearsal.db");
    let _ = std::fs::remove_file(&file);
    let sql_copy =
        Settings { database_url: format!("sqlite:{}", file.display()), ..settings.clone() };
    if settings.data.join("agio.db").metadata().is_ok_and(|m| m.len() > 0)
        && waiting.len() < all.len()
    {
        backup::backup(&store, &file).await?;
    }
    let copy = wiring::open(&sql_copy).await?;
    let outcome = migrate::up(&copy, &all).await;
    drop(copy);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
    println!("prova riuscita: {} passi, niente è cambiato", outcome?.len());
    Ok(())
}

async fn list_bodies(settings: &Settings, json: bool) -> anyhow::Result<()> {
    let store = ready(settings).await?;
    let program = wiring::Program::new(store, settings, false)?;
    let tree = program.identity.bodies().tree().await?;
    if json {
        let list: Vec<_> = tree
            .walk()
            .into_iter()
            .map(|(depth, body)| serde_json::json!({"slug": body.fields.slug, "name": body.fields.name, "depth": depth}))
            .collect();
        println!("{}", serde_json::to_string_pretty(&list)?);
    } else {
        for (depth, body) in tree.walk() {
            println!("{}{} ({})", "  ".repeat(depth), body.fields.name, body.fields.slug);
        }
    }
    Ok(())
}

async fn user(settings: &Settings, command: UserCommand) -> anyhow::Result<()> {
    let store = ready(settings).await?;
    let identity = wiring::Program::new(store, settings, false)?.identity;
    let caller = Caller::command_line();
    let address =
        |text: &str| Email::parse(text).with_context(|| format!("{text} is not an e-mail address"));
    let secret = |file: &PathBuf| -> anyhow::Result<String> {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        Ok(text.lines().next().unwrap_or_default().to_owned())
    };
    match command {
        UserCommand::Add { email, name, password_file } => {
            let new = NewPerson { email: address(&email)?, name, language: texts::Lang::It };
            identity.add_person(&caller, new, Some(&secret(&password_file)?)).await?;
            println!("{email}: aggiunto");
        }
        UserCommand::Password { email, password_file } => {
            let person =
                identity.person_by_email(&address(&email)?).await?.context("no such person")?;
            identity.set_password(&caller, person.id, &secret(&password_file)?).await?;
            println!("{email}: password cambiata");
        }
        UserCommand::Role { email, body, role } => {
            let person =
                identity.person_by_email(&address(&email)?).await?.context("no such person")?;
            let body = identity
                .bodies()
                .by_slug(&body)
                .await?
                .context("no such body: see agio body list")?;
            let role = Role::parse(&role).context("no such role: see agio user role --help")?;
            identity.grant_role(&caller, body.id, person.id, None, role).await?;
            println!("{email}: {} di {}", role.code(), body.fields.name);
        }
    }
    Ok(())
}

async fn verify(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let store = ready(settings).await?;
    let program = wiring::Program::new(store.clone(), settings, false)?;
    let tree = program.identity.bodies().tree().await?;
    let mut chains = vec![("rete".to_owned(), audit::verify(&store, NETWORK).await?)];
    for (_, body) in tree.walk() {
        chains.push((body.fields.slug.clone(), audit::verify(&store, body.id).await?));
    }
    let broken = chains.iter().any(|(_, verdict)| verdict.broken.is_some());
    if json {
        let list: Vec<_> = chains.iter().map(|(name, v)| serde_json::json!({"chain": name, "entries": v.entries, "broken": v.broken})).collect();
        println!("{}", serde_json::to_string_pretty(&list)?);
    } else {
        for (name, verdict) in &chains {
            match &verdict.broken {
                None => println!("integro  {name}: {} voci", verdict.entries),
                Some(why) => println!("ROTTO    {name}: {why}"),
            }
        }
    }
    Ok(ExitCode::from(u8::from(broken)))
}
