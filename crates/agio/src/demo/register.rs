//! Step 1 of the demo: services, databases, and who uses what.

use std::{collections::BTreeSet, sync::Arc};

use anyhow::{Context, anyhow};
use profile::{
    Access, Register,
    import::{Limits, Mapping, Table, read},
    service::{self, Place},
};

use super::{Ground, cell, rows};

pub(super) const SERVICES: &str = include_str!("../../../../demo/services.csv");
/// Where and when to ask: telephone numbers that reach nobody.
const CONTACTS: &str = include_str!("../../../../demo/service_contacts.csv");
const DATABASES: &str = include_str!("../../../../demo/databases.csv");
const USES: &str = include_str!("../../../../demo/service_database.csv");

/// Imports the files as an office would, body by body.
pub async fn load(ground: &Ground<'_>) -> anyhow::Result<()> {
    let files = [
        (Register::Services, SERVICES),
        (Register::Services, CONTACTS),
        (Register::Databases, DATABASES),
    ];
    for (register, text) in files {
        let table = read::read(text.as_bytes(), &Limits::default())
            .map_err(|refusal| anyhow!("{refusal:?}"))?;
        let slugs: BTreeSet<String> =
            table.lines.iter().filter_map(|line| line.cells.first().cloned()).collect();
        for slug in slugs {
            let body = ground.bodies.get(&slug).with_context(|| format!("demo body {slug}"))?;
            let lines = table.lines.iter().filter(|line| line.cells.first() == Some(&slug));
            let own = Table { lines: lines.cloned().collect(), ..table.clone() };
            let mapping = Mapping::guess(register, &own.headings);
            let place = Place { body: body.id, slug };
            service::apply_table(
                ground.store,
                &place,
                &ground.who,
                register,
                Arc::new(own),
                mapping,
            )
            .await
            .with_context(|| format!("demo {register:?} of {}", place.slug))?;
        }
    }
    for row in rows(USES)? {
        let body = ground.body(&row)?;
        let place = Place { body: body.id, slug: body.slug.clone() };
        let access = Access::parse(cell(&row, "access")).context("demo access")?;
        let (from, to) = (cell(&row, "service_code"), cell(&row, "database_code"));
        service::link(ground.store, &place, &ground.who, from, to, access, cell(&row, "means"))
            .await
            .with_context(|| format!("demo link {from} {to}"))?;
    }
    Ok(())
}
