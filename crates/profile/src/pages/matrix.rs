//! Services by databases: who reads and who writes what.

use askama::Template;
use axum::response::Response;
use texts::key;
use web::{Page, Visit, WebError};

use super::{Root, services::access_key, unexpected};
use crate::{
    model::Access,
    public::{self, Heading},
};

/// More services than these do not fit a page; the downloads hold them all.
const MOST: i64 = 300;

/// One cell: a letter to see, words to hear.
struct Cell {
    access: Option<Access>,
    letters: String,
    words: String,
}

/// A row: a service and a cell for each database.
struct Row {
    service: Heading,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "profile_matrix.html")]
struct Matrix {
    page: Page,
    root: Root,
    databases: Vec<Heading>,
    rows: Vec<Row>,
    filled: i64,
}

/// `/{body}/profilo/matrice`
pub async fn page(visit: Visit) -> Result<Response, WebError> {
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, visit.t(key!("profile-matrix")))
        .under(root.at(""), visit.t(key!("profile-title")));
    let matrix = public::matrix(visit.app.store(), visit.body_id()?, MOST).await;
    let matrix = matrix.map_err(unexpected)?;
    let cell = |access: Option<Access>| Cell {
        access,
        letters: access.map(|access| page.t(letters_key(access))).unwrap_or_default(),
        words: access.map(|access| page.t(access_key(access))).unwrap_or_default(),
    };
    let rows = matrix
        .services
        .iter()
        .map(|service| Row {
            service: service.clone(),
            cells: matrix
                .databases
                .iter()
                .map(|database| cell(matrix.cell(service.id, database.id)))
                .collect(),
        })
        .collect();
    let filled = matrix.filled() as i64;
    web::html(&Matrix { page, root, rows, filled, databases: matrix.databases })
}

fn letters_key(access: Access) -> &'static str {
    match access {
        Access::Read => key!("profile-mark-read"),
        Access::Write => key!("profile-mark-write"),
        Access::ReadWrite => key!("profile-mark-read-write"),
    }
}
