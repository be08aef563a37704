//! Step 1 of the demo: services, databases, and who uses what.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use anyhow::{Context, anyhow};
use profile::{
    Access, Register,
    import::{Limits, Mapping, Table, read},
    service::{self, Place},
    vocabularies::service as vocabularies,
};

use super::{Ground, cell, rows};

pub(super) const SERVICES: &str = include_str!("../../../../demo/services.csv");
/// Where and when to ask: telephone numbers that reach nobody.
const CONTACTS: &str = include_str!("../../../../demo/service_contacts.csv");
const DATABASES: &str = include_str!("../../../../demo/databases.csv");
const PLAN: &str = include_str!("../../../../demo/plan_facts.csv");
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
    plan_sheets(ground).await?;
    vocabularies(ground).await?;
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

/// What zone plans say in public that fits a sheet (goals, actions, a whole plan), with its source.
async fn plan_sheets(ground: &Ground<'_>) -> anyhow::Result<()> {
    let headings = ["code", "name", "plan_years", "district", "areas", "note", "source"];
    let mut found: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for row in rows(PLAN)? {
        let get = |name: &str| cell(&row, name).to_owned();
        if !matches!(cell(&row, "kind"), "goal" | "action" | "plan") || get("body_slug").is_empty()
        {
            continue;
        }
        let cells = ["code", "content", "year", "district", "areas", "nota", "fonte"].map(get);
        found.entry(cell(&row, "body_slug").to_owned()).or_default().push(cells.into());
    }
    for (slug, lines) in found {
        let body = ground.bodies.get(&slug).with_context(|| format!("demo body {slug}"))?;
        let table = Table::new("CSV", headings.map(str::to_owned).into(), lines);
        let mapping = Mapping::guess(Register::PlanSheets, &table.headings);
        let place = Place { body: body.id, slug };
        let (store, who, table) = (ground.store, &ground.who, Arc::new(table));
        service::apply_table(store, &place, who, Register::PlanSheets, table, mapping)
            .await
            .with_context(|| format!("demo plan sheets of {}", place.slug))?;
    }
    Ok(())
}

/// The official lists, and the areas by which some zone plans go instead of by target groups.
async fn vocabularies(ground: &Ground<'_>) -> anyhow::Result<()> {
    vocabularies::seed(ground.store).await.context("official lists")?;
    let mut begun = BTreeSet::new();
    for row in rows(PLAN)?.iter().filter(|row| cell(row, "kind") == "macro_area") {
        let body = ground.body(row)?;
        let (place, get) = (Place { body: body.id, slug: body.slug.clone() }, |name: &str| {
            cell(row, name).to_owned()
        });
        let said = |pairs: &[(&str, String)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
        };
        let (store, who) = (ground.store, &ground.who);
        if begun.insert(place.slug.clone()) {
            let head = [
                ("title_it", "Aree del piano di zona".to_owned()),
                ("title_en", "Areas of the zone plan".to_owned()),
                ("slug", "aree-piano".to_owned()),
                ("source", get("fonte")),
                ("version", get("year")),
            ];
            vocabularies::create(store, &place, who, said(&head)).await.context("demo table")?;
        }
        let term = [("code", get("code")), ("label_it", get("content"))];
        vocabularies::add_term(store, &place, who, "aree-piano", said(&term))
            .await
            .with_context(|| format!("demo term {}", get("code")))?;
    }
    Ok(())
}
