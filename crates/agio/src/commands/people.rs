//! Bodies and people from the command line.

use std::path::PathBuf;

use agio::{config::Settings, wiring};
use anyhow::Context;
use clap::Subcommand;
use identity::{
    BodyFields, BodyKind, Caller, Identity, IdentityError,
    person::{NewPerson, Person},
};
use kernel::{Role, email::Email, id::NETWORK};
use texts::{Args, Lang, Texts};

use super::ready;

#[derive(Debug, Subcommand)]
pub enum BodyCommand {
    /// List the bodies as a tree.
    List {
        /// Answer in JSON.
        #[arg(long)]
        json: bool,
    },
    /// Add a body. Example: agio body add unione-di-esempio "Unione di Esempio" --kind union --email welfare@unione.example
    Add {
        /// Its word in addresses: small letters, digits and dashes.
        slug: String,
        /// Its name.
        name: String,
        /// region, union, district, municipality, asp, other.
        #[arg(long)]
        kind: String,
        /// The body above it, by its word in addresses.
        #[arg(long)]
        parent: Option<String>,
        /// Where citizens write.
        #[arg(long, default_value = "")]
        email: String,
        /// ISTAT code of a municipality.
        #[arg(long, default_value = "")]
        istat: String,
        /// Code in the index of public administrations.
        #[arg(long, default_value = "")]
        ipa: String,
        /// Colour of its pages.
        #[arg(long, default_value = "#0066cc")]
        color: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
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
    /// Close an account: signed out everywhere, it cannot enter any more.
    Close {
        /// E-mail address.
        email: String,
    },
    /// Forget a person who asks for it: address, name, password, roles and keys are erased for good.
    Forget {
        /// E-mail address.
        email: String,
    },
    /// Give a role on a body. Example: agio user role anna@comune.it unione-bassa-reggiana referente
    Role {
        /// E-mail address.
        email: String,
        /// The body's word in addresses; rete for gestore-di-rete.
        body: String,
        /// referente, facilitatore, moderatore, operatore, attore, garante, cittadino, gestore-di-rete.
        role: String,
    },
}

/// Answers `agio body …`.
pub async fn body(settings: &Settings, command: BodyCommand) -> anyhow::Result<()> {
    let program = wiring::Program::new(ready(settings).await?, settings, false)?;
    let identity = &program.identity;
    match command {
        BodyCommand::List { json } => list(identity, json).await,
        BodyCommand::Add { slug, name, kind, parent, email, istat, ipa, color } => {
            let parent = match parent {
                Some(above) => {
                    let found = identity.bodies().by_slug(&above).await?;
                    Some(found.with_context(|| format!("{above}: questo ente non c'è"))?.id)
                }
                None => None,
            };
            let fields = BodyFields {
                parent,
                name,
                kind: BodyKind::parse(&kind).context("--kind: guarda agio body add --help")?,
                slug: slug.clone(),
                ipa_code: ipa,
                istat_code: istat,
                primary_color: color,
                contact_email: email,
                ..BodyFields::default()
            };
            let texts = program.app.texts();
            let added = identity.add_body(&Caller::command_line(), fields).await;
            added.map_err(|error| anyhow::anyhow!(said(texts, &error)))?;
            tell!("{slug}: aggiunto. Ora dai un ruolo a qualcuno: agio user role --help");
            Ok(())
        }
    }
}

/// A refusal in words, each field on a line of its own.
fn said(texts: &Texts, error: &IdentityError) -> String {
    let whole = texts.format(Lang::It, error.key(), &error.arguments());
    let IdentityError::Invalid(fields) = error else { return whole };
    let lines = fields.iter().map(|wrong| {
        let mut args = Args::new();
        args.set("n", wrong.n.unwrap_or_default());
        format!("\n  {}: {}", wrong.field, texts.format(Lang::It, wrong.key, &args))
    });
    std::iter::once(whole).chain(lines).collect()
}

async fn list(identity: &Identity, json: bool) -> anyhow::Result<()> {
    let tree = identity.bodies().tree().await?;
    if json {
        let list: Vec<_> = tree
            .walk()
            .into_iter()
            .map(|(depth, body)| serde_json::json!({"slug": body.fields.slug, "name": body.fields.name, "depth": depth}))
            .collect();
        tell!("{}", serde_json::to_string_pretty(&list)?);
    } else {
        for (depth, body) in tree.walk() {
            tell!("{}{} ({})", "  ".repeat(depth), body.fields.name, body.fields.slug);
        }
    }
    Ok(())
}

/// The person, or what to do when nobody has the address.
fn known(found: Option<Person>) -> anyhow::Result<Person> {
    found.context("nessuno ha questo indirizzo: aggiungi la persona con agio user add")
}

/// Answers `agio user …`.
pub async fn user(settings: &Settings, command: UserCommand) -> anyhow::Result<()> {
    let store = ready(settings).await?;
    let identity = wiring::Program::new(store, settings, false)?.identity;
    let texts = wiring::texts()?;
    let caller = Caller::command_line();
    let address = |text: &str| {
        Email::parse(text).with_context(|| format!("{text} non è un indirizzo e-mail"))
    };
    let secret = |file: &PathBuf| -> anyhow::Result<String> {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        Ok(text.lines().next().unwrap_or_default().to_owned())
    };
    match command {
        UserCommand::Add { email, name, password_file } => {
            let new = NewPerson { email: address(&email)?, name, language: Lang::It };
            identity.add_person(&caller, new, Some(&secret(&password_file)?)).await?;
            tell!("{email}: aggiunto");
        }
        UserCommand::Password { email, password_file } => {
            let person = known(identity.person_by_email(&address(&email)?).await?)?;
            identity.set_password(&caller, person.id, &secret(&password_file)?).await?;
            tell!("{email}: password cambiata");
        }
        UserCommand::Close { email } => {
            let person = known(identity.person_by_email(&address(&email)?).await?)?;
            identity.disable_person(&caller, person.id).await?;
            tell!("{email}: account chiuso");
        }
        UserCommand::Forget { email } => {
            let person = known(identity.person_by_email(&address(&email)?).await?)?;
            identity.forget_person(&caller, person.id).await?;
            tell!("{email}: dimenticato");
        }
        UserCommand::Role { email, body, role } => {
            let person = known(identity.person_by_email(&address(&email)?).await?)?;
            let (id, name) = if body == "rete" {
                (NETWORK, body)
            } else {
                let known = identity.bodies().by_slug(&body).await?;
                let known = known.context("questo ente non c'è: guarda agio body list")?;
                (known.id, known.fields.name.clone())
            };
            let role =
                Role::parse(&role).context("questo ruolo non c'è: guarda agio user role --help")?;
            let given = identity.grant_role(&caller, id, person.id, None, role).await;
            given.map_err(|error| anyhow::anyhow!(said(&texts, &error)))?;
            tell!("{email}: {} di {name}", role.code());
        }
    }
    Ok(())
}
