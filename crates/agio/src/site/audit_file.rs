//! The audit log as a file for a spreadsheet.

use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use documents::tables::neutralised;
use futures::stream;
use identity::{
    Identity,
    pages::audit::{action_name, channel_name, filter, names, who},
};
use kernel::Instant;
use store::audit::{self, Filter, Row};
use texts::key;
use web::{Asked, Part, Visit, WebError};

/// How many entries are read at a time.
const PIECE: i64 = 1_000;

/// Where the next piece of the file begins.
struct Next {
    visit: Visit,
    identity: Identity,
    filter: Filter,
    before: Option<i64>,
    head: bool,
    done: bool,
}

/// `/{body}/scrivania/registro.csv`: the entries that the page's filters let through, piece by
/// piece, so that a long log needs no more memory than a short one.
pub async fn csv(
    visit: Visit,
    Part(identity): Part<Identity>,
    asked: Asked,
) -> Result<Response, WebError> {
    let name = format!("registro-{}.csv", visit.body()?.slug);
    let filter = filter(&asked);
    let first = Next { visit, identity, filter, before: None, head: true, done: false };
    let pieces = stream::try_unfold(first, |next| async move { piece(next).await });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

async fn piece(mut next: Next) -> Result<Option<(Bytes, Next)>, WebError> {
    if next.done {
        return Ok(None);
    }
    let (store, body) = (next.visit.app.store(), next.visit.body_id()?);
    let rows = audit::find(store, body, &next.filter, next.before, PIECE).await?;
    let names = names(&next.identity, &rows).await?;
    let mut text = Vec::new();
    if next.head {
        // The mark by which a spreadsheet recognises UTF-8.
        text.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut file = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(&mut text);
    let broken = |error: csv::Error| WebError::Internal(error.to_string());
    if next.head {
        file.write_record(heads(&next.visit)).map_err(broken)?;
    }
    for row in &rows {
        let cells = cells(&next.visit, row, &who(&next.visit, row, &names));
        file.write_record(cells.iter().map(|cell| neutralised(cell).into_owned()))
            .map_err(broken)?;
    }
    file.flush().map_err(|error| WebError::Internal(error.to_string()))?;
    drop(file);
    next.head = false;
    next.done = (rows.len() as i64) < PIECE;
    next.before = rows.last().map(|row| row.seq);
    Ok(Some((Bytes::from(text), next)))
}

fn heads(visit: &Visit) -> [String; 11] {
    [
        key!("audit-number"),
        key!("audit-when"),
        key!("audit-who"),
        key!("audit-what"),
        key!("audit-code"),
        key!("audit-about"),
        key!("audit-channel"),
        key!("audit-before"),
        key!("audit-after"),
        key!("audit-for"),
        key!("audit-seal"),
    ]
    .map(|key| visit.t(key).trim_end_matches(':').to_owned())
}

fn cells(visit: &Visit, row: &Row, who: &str) -> [String; 11] {
    [
        row.seq.to_string(),
        Instant(row.at).rfc3339(),
        who.to_owned(),
        action_name(visit, &row.action),
        row.action.clone(),
        format!("{} {}", row.subject_kind, row.subject_id),
        channel_name(visit, &row.channel),
        row.before_json.clone(),
        row.after_json.clone(),
        row.on_behalf_of.clone(),
        row.hash.clone(),
    ]
}
