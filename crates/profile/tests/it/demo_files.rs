//! The files of the demo town, row by row as they are.

use std::sync::Arc;

use profile::{
    Access, Register,
    import::{Limits, Mapping, Table, read},
    public, service,
};

use crate::{clerk, here, on_both};

const SERVICES: &[u8] = include_bytes!("../../../../demo/services.csv");
const DATABASES: &[u8] = include_bytes!("../../../../demo/databases.csv");
const USES: &[u8] = include_bytes!("../../../../demo/service_database.csv");

/// The rows of one body: the first column names it.
fn rows_of(bytes: &[u8], body: &str) -> Table {
    let mut table = read::read(bytes, &Limits::default()).unwrap();
    table.lines.retain(|line| line.cells[0] == body);
    table
}

#[tokio::test]
async fn the_demo_town_comes_in_whole() {
    on_both(|ground| async move {
        let (store, place, who) = (&ground.store, here(), clerk());
        for (register, bytes) in [(Register::Services, SERVICES), (Register::Databases, DATABASES)]
        {
            let table = rows_of(bytes, "unione-bassa-reggiana");
            let mapping = Mapping::guess(register, &table.headings);
            let unmatched: Vec<_> = table
                .headings
                .iter()
                .zip(&mapping.0)
                .filter(|(_, field)| field.is_none())
                .map(|(heading, _)| heading.as_str())
                .collect();
            assert_eq!(unmatched, ["body_slug"], "{register:?}");
            let rows = table.lines.len();
            let (table, again) = (Arc::new(table), mapping.clone());
            let first =
                service::apply_table(store, &place, &who, register, Arc::clone(&table), mapping)
                    .await
                    .unwrap();
            assert_eq!((first.created, first.changed), (rows, 0));
            let second =
                service::apply_table(store, &place, &who, register, table, again).await.unwrap();
            assert_eq!((second.created, second.changed, second.unchanged), (0, 0, rows));
        }
        let uses = rows_of(USES, "unione-bassa-reggiana");
        for line in &uses.lines {
            let access = Access::parse(&line.cells[3]).unwrap();
            service::link(
                store,
                &place,
                &who,
                &line.cells[1],
                &line.cells[2],
                access,
                &line.cells[4],
            )
            .await
            .unwrap();
        }
        let counts = public::counts(store, place.body).await.unwrap();
        assert_eq!(counts.uses, uses.lines.len() as i64);
        assert_eq!(counts.municipalities, 8);
        assert_eq!(counts.databases, 26);
        assert!((1..=100).contains(&counts.services_completeness), "{counts:?}");
        let sheet = public::service(store, place.body, "BR-S05").await.unwrap().unwrap();
        assert_eq!(sheet.service.channels, ["01.1.1", "03.1", "04.2"]);
        assert_eq!((sheet.service.demo.as_str(), sheet.uses.len()), ("yes", 4));
    })
    .await;
}
