//! All parts joined: tables, messages, bodies and people, routes.

use std::sync::Arc;

use anyhow::{Context, anyhow};
use axum::Router;
use futures::{FutureExt, future::BoxFuture};
use identity::Identity;
use kernel::{Dice, Principal, SystemClock};
use store::{Store, StoreError, migrate::Migration};
use texts::Texts;
use web::{App, BodyInfo, DeskEntry, Gate, MenuEntry, Routes};

use crate::{config::Settings, site};

/// The tables of every part, in the order in which they are made.
pub fn migrations() -> Vec<Migration> {
    [
        store::migrate::MIGRATIONS,
        identity::MIGRATIONS,
        profile::MIGRATIONS,
        participation::MIGRATIONS,
        workday::MIGRATIONS,
        agenda::MIGRATIONS,
        monitoring::MIGRATIONS,
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect()
}

/// The messages of every part.
pub fn texts() -> anyhow::Result<Arc<Texts>> {
    let sources = [
        web::TEXTS,
        identity::TEXTS,
        profile::TEXTS,
        participation::TEXTS,
        workday::TEXTS,
        agenda::TEXTS,
        monitoring::TEXTS,
        network::TEXTS,
        site::TEXTS,
    ];
    Ok(Arc::new(Texts::new(&sources).map_err(|e| anyhow!("messages: {e}"))?))
}

/// A body's main menu, in the order of the mission.
fn menu() -> Vec<MenuEntry> {
    [
        profile::pages::MENU,
        participation::pages::MENU,
        workday::pages::MENU,
        agenda::pages::MENU,
        monitoring::pages::MENU,
        site::MENU,
    ]
    .concat()
}

/// The places of the desk.
fn desk() -> Vec<DeskEntry> {
    [
        profile::pages::DESK,
        participation::pages::DESK,
        workday::pages::DESK,
        agenda::pages::DESK,
        monitoring::pages::DESK,
        identity::pages::DESK,
    ]
    .concat()
}

/// Opens the database; its tables may still have to be made.
pub async fn open(settings: &Settings) -> anyhow::Result<Store> {
    let dice = Arc::new(Dice::from_system());
    Store::connect(&settings.database(), Arc::new(SystemClock), dice)
        .await
        .context("the database does not open")
}

/// The running program.
#[derive(Debug, Clone)]
pub struct Program {
    /// What pages share.
    pub app: App,
    /// Bodies and people.
    pub identity: Identity,
}

impl Program {
    /// Puts the program together on an open database.
    pub fn new(store: Store, settings: &Settings, demo: bool) -> anyhow::Result<Self> {
        let texts = texts()?;
        let sign_in = identity::Settings {
            base_url: settings.base_url.clone(),
            ..identity::Settings::default()
        };
        let identity = Identity::new(store.clone(), Arc::clone(&texts), sign_in)
            .map_err(|e| anyhow!("{e}"))?;
        let gate = Box::new(Door(identity.clone()));
        let mut parts = http::Extensions::new();
        parts.insert(identity.clone());
        parts.insert(network::overview::Kept::default());
        parts.insert(path_names(&store));
        parts.insert(surroundings(&identity));
        site::metrics::begin(&settings.metrics);
        parts.insert(site::metrics::Door(settings.metrics.clone()));
        parts.insert(workday::live::Hub::default());
        parts.insert(workday::attempts::Attempts::default());
        let app = App::new(store, texts, settings.web(demo), (menu(), desk()), parts, gate);
        Ok(Self { app, identity })
    }

    /// Every route.
    pub fn routes(&self) -> Routes {
        site::routes()
            .and(identity::pages::routes())
            .and(profile::pages::routes())
            .and(profile::api::routes())
            .and(profile::pages::open_data::routes())
            .and(profile::api::hsds::routes())
            .and(participation::pages::routes())
            .and(participation::api::routes())
            .and(workday::pages::routes())
            .and(workday::api::routes())
            .and(agenda::pages::routes())
            .and(agenda::api::routes())
            .and(monitoring::pages::routes())
            .and(monitoring::api::routes())
            .and(network::pages::routes())
            .and(network::api::routes())
    }

    /// The router.
    pub fn router(&self) -> Router {
        self.routes().finish(self.app.clone())
    }
}

/// The paths of a body by name, for who gives roles on one path alone.
fn path_names(store: &Store) -> identity::pages::PathNames {
    let store = store.clone();
    identity::pages::PathNames(Arc::new(move |body| {
        let store = store.clone();
        async move {
            let paths =
                participation::store::paths(store.read(), store.engine(), body, true).await?;
            let choices = paths.into_iter().map(|path| web::page::Choice {
                value: path.slug,
                label: path.name,
                hint: String::new(),
            });
            Ok(choices.collect())
        }
        .boxed()
    }))
}

/// What the findings of the profile must know of the body and of its Agenda.
pub fn surroundings(identity: &Identity) -> profile::findings::Surroundings {
    let identity = identity.clone();
    profile::findings::Surroundings(Arc::new(move |body| {
        let identity = identity.clone();
        async move {
            let municipalities = identity.municipalities(body).await?;
            let agenda = match agenda::query::published(identity.store(), body).await {
                Ok(agenda) => agenda,
                Err(agenda::AgendaError::Store(error)) => return Err(error),
                // An Agenda that cannot be read says nothing about its length.
                Err(_) => None,
            };
            let actions =
                agenda.as_ref().map_or(&[][..], |agenda| agenda.snapshot.actions.as_slice());
            let sources = actions.iter().flat_map(agenda::model::Action::indicators);
            Ok(profile::findings::Around {
                municipalities: municipalities.into_iter().map(|m| (m.istat, m.name)).collect(),
                agenda_ends: actions.iter().filter_map(|action| action.content.end).max(),
                measured_from: sources.map(|indicator| indicator.content.source.clone()).collect(),
            })
        }
        .boxed()
    }))
}

/// The web's view of bodies and people.
struct Door(Identity);

impl Gate for Door {
    fn body<'a>(
        &'a self,
        slug: &'a str,
    ) -> BoxFuture<'a, Result<Option<Arc<BodyInfo>>, StoreError>> {
        async move {
            let body = self.0.bodies().by_slug(slug).await?;
            Ok(body.map(|body| {
                Arc::new(BodyInfo {
                    id: body.id,
                    slug: body.fields.slug.clone(),
                    name: body.fields.name.clone(),
                    kind_key: body.fields.kind.key(),
                    color: body.fields.primary_color.clone(),
                    has_logo: body.logo_type.is_some(),
                    contact_email: body.fields.contact_email.clone(),
                    languages: body.fields.languages.clone(),
                    demo: body.fields.demo,
                })
            }))
        }
        .boxed()
    }

    fn principal<'a>(
        &'a self,
        token: &'a str,
    ) -> BoxFuture<'a, Result<Option<Principal>, StoreError>> {
        async move { Ok(self.0.session(token).await?.map(|session| session.principal)) }.boxed()
    }

    fn caller<'a>(
        &'a self,
        secret: &'a str,
    ) -> BoxFuture<'a, Result<Option<Principal>, StoreError>> {
        self.0.principal_of_token(secret).boxed()
    }
}
