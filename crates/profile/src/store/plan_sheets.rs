//! What is written beside the sheets of the zone plan: expenses, indicators, the services that carry
//! them out.

use std::collections::HashMap;

use kernel::id::Uuid;
use sea_orm::{ConnectionTrait, Value};
use store::{StoreError, Tx, sql, thread};

use super::Row;
use crate::{model::Register, plan_sheet};

const RELATION: &str = "carried_out_by";

/// Writes the expenses and indicators of sheets as rows.
pub(super) async fn put_parts(tx: &Tx, rows: &[Row]) -> Result<(), StoreError> {
    let old: Vec<Uuid> = rows.iter().filter(|row| !row.is_new).map(|row| row.id).collect();
    for ids in old.chunks(500) {
        let marks = vec!["?"; ids.len()].join(", ");
        for table in ["plan_expense", "plan_indicator"] {
            let text = format!("DELETE FROM {table} WHERE body_id = ? AND sheet_id IN ({marks})");
            let values =
                std::iter::once(tx.body().0.into()).chain(ids.iter().map(|id| (*id).into()));
            tx.execute(&text, values.collect::<Vec<Value>>()).await?;
        }
    }
    let (mut expenses, mut indicators): (Vec<[Value; 4]>, Vec<[Value; 6]>) = Default::default();
    for row in rows {
        let (body, id) = (tx.body().0, row.id);
        for (source, cents) in plan_sheet::expenses(&row.values) {
            expenses.push([body.into(), id.into(), source.into(), cents.into()]);
        }
        let text = row.values.get(Register::PlanSheets, "indicators");
        for (n, one) in (1_i64..).zip(plan_sheet::indicators(text)) {
            let [name, value, target] = [one.name, one.value, one.target].map(Value::from);
            indicators.push([body.into(), id.into(), n.into(), name, value, target]);
        }
    }
    for chunk in expenses.chunks(1000) {
        let marks = vec!["(?, ?, ?, ?)"; chunk.len()].join(", ");
        let text =
            format!("INSERT INTO plan_expense (body_id, sheet_id, source, cents) VALUES {marks}");
        tx.execute(&text, chunk.iter().flatten().cloned().collect::<Vec<_>>()).await?;
    }
    for chunk in indicators.chunks(1000) {
        let marks = vec!["(?, ?, ?, ?, ?, ?)"; chunk.len()].join(", ");
        let text = format!(
            "INSERT INTO plan_indicator (body_id, sheet_id, n, name, value_now, target) VALUES {marks}"
        );
        tx.execute(&text, chunk.iter().flatten().cloned().collect::<Vec<_>>()).await?;
    }
    Ok(())
}

/// Joins services with the sheets they name; joins that no longer hold go.
pub(super) async fn join_services(tx: &Tx, rows: &[Row]) -> Result<(), StoreError> {
    let text = "SELECT code, id FROM plan_sheet WHERE body_id = ?";
    let mut sheets: HashMap<String, Uuid> = HashMap::new();
    for row in tx.conn().query_all_raw(sql(tx.engine(), text, [tx.body().0.into()])).await? {
        sheets.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    }
    if sheets.is_empty() {
        return Ok(());
    }
    let old: Vec<Uuid> = rows.iter().filter(|row| !row.is_new).map(|row| row.id).collect();
    thread::part_from(tx, RELATION, "service", &old).await?;
    let mut pairs = Vec::new();
    for row in rows {
        for code in plan_sheet::codes(row.values.get(Register::Services, "plan_sheets")) {
            if let Some(sheet) = sheets.get(&code) {
                pairs.push((("plan_sheet", *sheet), ("service", row.id)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    thread::join_all(tx, RELATION, &pairs).await
}

/// Joins sheets with the services that name them.
pub(super) async fn join_sheets(tx: &Tx, rows: &[Row]) -> Result<(), StoreError> {
    let sheets: HashMap<&str, Uuid> =
        rows.iter().map(|row| (row.values.get(Register::PlanSheets, "code"), row.id)).collect();
    let text = "SELECT id, plan_sheets FROM service WHERE body_id = ? AND plan_sheets <> ''";
    let mut pairs = Vec::new();
    for row in tx.conn().query_all_raw(sql(tx.engine(), text, [tx.body().0.into()])).await? {
        let (service, named): (Uuid, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        for code in plan_sheet::codes(&named) {
            if let Some(sheet) = sheets.get(code.as_str()) {
                pairs.push((("plan_sheet", *sheet), ("service", service)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    thread::join_all(tx, RELATION, &pairs).await
}
