//! The profile as documents, its registers as files.

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use documents::tables::{CsvStyle, TemplateColumn, write_csv, write_template, write_xlsx};
use identity::Identity;
use kernel::Access::Anyone;
use profile::{
    ProfileError, Register, export,
    export::Reader,
    export_law,
    import::Sheet,
    pages::{CENSUS, IMPORT},
    vocabularies,
};
use web::{Part, Routes, Visit, WebError};

/// The downloads, beside who may.
pub fn routes() -> Routes {
    const SERVICES: Sheet = Sheet::Records(Register::Services);
    const DATABASES: Sheet = Sheet::Records(Register::Databases);
    const SHEETS: Sheet = Sheet::Records(Register::PlanSheets);
    let open = |sheet, format| {
        move |visit: Visit| async move { file(&visit, sheet, Reader::Everybody, format).await }
    };
    let staff = |sheet| {
        move |visit: Visit| async move { file(&visit, sheet, Reader::Staff, Format::Xlsx).await }
    };
    let agid = |format| move |visit: Visit| async move { agid_list(&visit, format).await };
    let grid = |format| move |visit: Visit| async move { matrix(&visit, format).await };
    let printed = |paper| {
        move |visit: Visit, headers: HeaderMap, Part(identity): Part<Identity>| async move {
            document(&visit, &headers, &identity, paper).await
        }
    };
    Routes::new()
        .get("/{body}/profilo/profilo.pdf", Anyone, printed(Paper::Pdf))
        .get("/{body}/profilo/profilo.docx", Anyone, printed(Paper::Docx))
        .get("/{body}/profilo/servizi.csv", Anyone, open(SERVICES, Format::Csv))
        .get("/{body}/profilo/servizi.xlsx", Anyone, open(SERVICES, Format::Xlsx))
        .get("/{body}/profilo/basi-dati.csv", Anyone, open(DATABASES, Format::Csv))
        .get("/{body}/profilo/basi-dati.xlsx", Anyone, open(DATABASES, Format::Xlsx))
        .get("/{body}/profilo/collegamenti.csv", Anyone, open(Sheet::Links, Format::Csv))
        .get("/{body}/profilo/collegamenti.xlsx", Anyone, open(Sheet::Links, Format::Xlsx))
        .get("/{body}/profilo/matrice.csv", Anyone, grid(Format::Csv))
        .get("/{body}/profilo/matrice.xlsx", Anyone, grid(Format::Xlsx))
        .get("/{body}/scrivania/basi-dati/elenco-agid.csv", CENSUS, agid(Format::Csv))
        .get("/{body}/scrivania/basi-dati/elenco-agid.xlsx", CENSUS, agid(Format::Xlsx))
        .get("/{body}/scrivania/basi-dati/registro-trattamenti.xlsx", CENSUS, processing)
        .get("/{body}/profilo/schede.csv", Anyone, open(SHEETS, Format::Csv))
        .get("/{body}/profilo/schede.xlsx", Anyone, open(SHEETS, Format::Xlsx))
        .get("/{body}/scrivania/schede.xlsx", CENSUS, staff(SHEETS))
        .get("/{body}/scrivania/servizi.xlsx", CENSUS, staff(SERVICES))
        .get("/{body}/scrivania/basi-dati.xlsx", CENSUS, staff(DATABASES))
        .get("/{body}/scrivania/importa/modello/{file}", IMPORT, model)
        .get("/{body}/dati/vocabolari/{file}", Anyone, vocabulary)
}

/// `/{body}/dati/vocabolari/zone.csv`: a classification with all its terms.
async fn vocabulary(
    visit: Visit,
    Path((_, file)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let slug = file.strip_suffix(".csv").ok_or(WebError::NotFound)?;
    let (app, body) = (&visit.app, visit.body_id()?);
    let table = vocabularies::export::table(app.store(), app.texts(), visit.lang, body, slug).await;
    let table = table.map_err(|error| match error {
        ProfileError::NotFound => WebError::NotFound,
        other => WebError::Internal(other.to_string()),
    })?;
    written(&visit, table, slug, Format::Csv).await
}

#[derive(Debug, Clone, Copy)]
enum Format {
    Csv,
    Xlsx,
}

/// How the whole profile is written.
#[derive(Debug, Clone, Copy)]
enum Paper {
    Pdf,
    Docx,
}

/// `/{body}/profilo/profilo.pdf`, `/{body}/profilo/profilo.docx`
///
/// Like the Agenda's PDF, a browser that has the file keeps it while nothing of the body has changed
/// and the day is the same.
async fn document(
    visit: &Visit,
    headers: &HeaderMap,
    identity: &Identity,
    paper: Paper,
) -> Result<Response, WebError> {
    let failed = |error: String| WebError::Internal(error);
    let (store, slug) = (visit.app.store(), &visit.body()?.slug);
    let now = store.clock().now();
    let version = store.version(visit.body_id()?).await?;
    let (kind, ending) = match paper {
        Paper::Pdf => ("application/pdf", "pdf"),
        Paper::Docx => {
            ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
        }
    };
    let seal = format!("\"{ending}-{version}-{}-{}\"", now.day(), visit.lang.tag());
    let seal = HeaderValue::from_str(&seal).map_err(|e| failed(e.to_string()))?;
    let name = format!("attachment; filename=\"{slug}-profilo.{ending}\"");
    let name = HeaderValue::from_str(&name).map_err(|e| failed(e.to_string()))?;
    let kept = [
        (header::ETAG, seal.clone()),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::VARY, HeaderValue::from_static("accept-language, cookie")),
    ];
    if headers.get(header::IF_NONE_MATCH) == Some(&seal) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let body = identity.bodies().by_slug(slug).await?.ok_or(WebError::NotFound)?;
    let base = &visit.app.config().base_url;
    let report = crate::paper::profile(identity, visit.app.texts(), visit.lang, &body, base).await;
    let report = report.map_err(|error| failed(format!("{error:#}")))?;
    let moment = now.in_rome();
    let made = tokio::task::spawn_blocking(move || match paper {
        Paper::Pdf => crate::paper::pdf(report, &moment),
        Paper::Docx => crate::paper::docx(&report, &moment),
    });
    let bytes =
        made.await.map_err(|e| failed(e.to_string()))?.map_err(|e| failed(e.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((kept, headers, bytes).into_response())
}

async fn file(
    visit: &Visit,
    sheet: Sheet,
    reader: Reader,
    format: Format,
) -> Result<Response, WebError> {
    let (app, body) = (&visit.app, visit.body_id()?);
    let table = export::table(app.store(), app.texts(), visit.lang, body, sheet, reader).await;
    let table = table.map_err(|error| WebError::Internal(error.to_string()))?;
    let name = format!("{}-{}", visit.body()?.slug, sheet.code());
    written(visit, table, &name, format).await
}

/// `/{body}/profilo/matrice.xlsx`: every service by every database.
async fn matrix(visit: &Visit, format: Format) -> Result<Response, WebError> {
    let (app, body) = (&visit.app, visit.body_id()?);
    let table = export::matrix(app.store(), app.texts(), visit.lang, body).await;
    let table = table.map_err(|error| WebError::Internal(error.to_string()))?;
    written(visit, table, &format!("{}-matrice", visit.body()?.slug), format).await
}

/// `/{body}/scrivania/basi-dati/elenco-agid.xlsx`
async fn agid_list(visit: &Visit, format: Format) -> Result<Response, WebError> {
    let (app, body) = (&visit.app, visit.body_id()?);
    let table = export_law::agid_list(app.store(), app.texts(), visit.lang, body).await;
    let table = table.map_err(|error| WebError::Internal(error.to_string()))?;
    written(visit, table, &format!("{}-elenco-agid", visit.body()?.slug), format).await
}

/// `/{body}/scrivania/basi-dati/registro-trattamenti.xlsx`
async fn processing(visit: Visit) -> Result<Response, WebError> {
    let (app, body) = (&visit.app, visit.body_id()?);
    let table = export_law::processing_draft(app.store(), app.texts(), visit.lang, body).await;
    let table = table.map_err(|error| WebError::Internal(error.to_string()))?;
    let name = format!("{}-registro-trattamenti", visit.body()?.slug);
    written(&visit, table, &name, Format::Xlsx).await
}

/// `/{body}/scrivania/importa/modello/servizi.xlsx`: a sheet with headings alone.
async fn model(
    visit: Visit,
    Path((_, file)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (name, ending) = file.rsplit_once('.').ok_or(WebError::NotFound)?;
    let sheet = Sheet::parse(name).ok_or(WebError::NotFound)?;
    let name = format!("modello-{}", sheet.code());
    let texts = visit.app.texts();
    match ending {
        "csv" => {
            let table = export::blank(texts, visit.lang, sheet);
            written(&visit, table, &name, Format::Csv).await
        }
        "xlsx" => {
            let columns: Vec<TemplateColumn> = export::columns(texts, visit.lang, sheet)
                .into_iter()
                .map(|(name, note, values)| TemplateColumn { name, note, values })
                .collect();
            let bytes = write_template(&columns).map_err(|e| WebError::Internal(e.to_string()))?;
            answer(bytes, &name, Format::Xlsx)
        }
        _ => Err(WebError::NotFound),
    }
}

async fn written(
    visit: &Visit,
    table: export::Table,
    name: &str,
    format: Format,
) -> Result<Response, WebError> {
    let table = crate::tables::of_profile(table, visit.app.store().clock().now().day());
    let work = tokio::task::spawn_blocking(move || match format {
        Format::Csv => write_csv(&table, CsvStyle::OPEN_DATA),
        Format::Xlsx => write_xlsx(&table),
    });
    let failed = |error: String| WebError::Internal(error);
    let bytes =
        work.await.map_err(|e| failed(e.to_string()))?.map_err(|e| failed(e.to_string()))?;
    answer(bytes, name, format)
}

fn answer(bytes: Vec<u8>, name: &str, format: Format) -> Result<Response, WebError> {
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Xlsx => {
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")
        }
    };
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{name}.{ending}\""))
        .map_err(|error| WebError::Internal(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
