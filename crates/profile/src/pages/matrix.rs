//! Services by databases: who reads and who writes what.

use askama::Template;
use axum::response::Response;
use texts::key;
use web::{Asked, Page, Visit, WebError, page::Choice};

use super::{Root, after, next, services::access_key, unexpected, words};
use crate::{
    model::{Access, Register},
    public::{self, Heading, MatrixPart},
};

/// Services on one page; the downloads hold them all.
const ON_A_PAGE: i64 = 100;

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
    part: MatrixPart,
    areas: Vec<Choice>,
    kinds: Vec<Choice>,
    filtered: bool,
    next: String,
}

/// `/{body}/profilo/matrice`
pub async fn page(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let root = Root::of(&visit)?;
    let page = Page::new(&visit, visit.t(key!("profile-matrix")))
        .under(root.at(""), visit.t(key!("profile-title")));
    let part = MatrixPart {
        area: asked.value("area").to_owned(),
        kind: asked.value("tipo").to_owned(),
        after: after(&asked),
    };
    let found = public::matrix_part(visit.app.store(), visit.body_id()?, &part, ON_A_PAGE).await;
    let (matrix, following) = found.map_err(unexpected)?;
    let register = Register::Databases;
    let kinds = register.position("kind").map(|at| words::choices(&page, &register.fields()[at]));
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
    web::html(&Matrix {
        areas: words::terms(&page, kernel::vocabulary::areas()),
        kinds: kinds.unwrap_or_default(),
        filtered: part != MatrixPart::default(),
        next: next(&visit, &asked, following),
        databases: matrix.databases,
        page,
        root,
        rows,
        filled,
        part,
    })
}

fn letters_key(access: Access) -> &'static str {
    match access {
        Access::Read => key!("profile-mark-read"),
        Access::Write => key!("profile-mark-write"),
        Access::ReadWrite => key!("profile-mark-read-write"),
    }
}
