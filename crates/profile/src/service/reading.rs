//! How what was taken in is kept and read again.

use std::sync::Arc;

use crate::{
    error::ProfileError,
    import::{
        Mapping, Sheet, Table,
        plan::{self, Candidate},
        read::{self, Options, Refusal},
        source,
    },
};

/// The name of the source that is a file of rows.
pub(super) const SPREADSHEET: &str = "sheet";

/// [`Options`] as they are kept.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Said {
    sheet: Option<String>,
    header: Option<usize>,
    encoding: Option<String>,
}

impl From<Options> for Said {
    fn from(options: Options) -> Self {
        let Options { sheet, header, encoding } = options;
        Self { sheet, header, encoding }
    }
}

impl From<Said> for Options {
    fn from(said: Said) -> Self {
        let Said { sheet, header, encoding } = said;
        Self { sheet, header, encoding }
    }
}

pub(super) fn encode(value: &impl serde::Serialize) -> Result<String, ProfileError> {
    serde_json::to_string(value)
        .map_err(|error| ProfileError::Store(store::StoreError::Corrupt(error.to_string())))
}

pub(super) fn decode<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, ProfileError> {
    serde_json::from_str(json)
        .map_err(|error| ProfileError::Store(store::StoreError::Corrupt(error.to_string())))
}

/// Reads the kept text of a draft again: a spreadsheet as it came, of another source its table.
pub(super) async fn read_again(
    sheet: Sheet,
    source: &str,
    options: Options,
    content: Vec<u8>,
) -> Result<(Arc<Table>, Vec<u8>), ProfileError> {
    if source == SPREADSHEET {
        return read_table(sheet, options, content).await;
    }
    let options = Options { sheet: None, header: Some(1), encoding: Some("utf-8".into()) };
    let (table, content) = read_table(sheet, options, content).await?;
    let table = Arc::unwrap_or_clone(table);
    Ok((Arc::new(Table { sparse: true, ..table }), content))
}

/// Reads files of another source; none when they are a spreadsheet.
pub(super) async fn read_source(
    files: Vec<Vec<u8>>,
    address: String,
) -> Result<(source::Kind, Table), ProfileError> {
    let work = move || source::read(&files, &address);
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| ProfileError::Source(source::Fault::NoService))?.map_err(ProfileError::Source)
}

/// Reads a file away from the threads that answer requests.
pub(super) async fn read_table(
    sheet: Sheet,
    options: Options,
    content: Vec<u8>,
) -> Result<(Arc<Table>, Vec<u8>), ProfileError> {
    let work = move || {
        let table = read::read_for(sheet, &content, &options)?;
        Ok::<_, Refusal>((Arc::new(table), content))
    };
    // A reader that stops half-way (a fault of a library) has read nothing: the file is refused.
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| ProfileError::File(Refusal::BrokenWorkbook))?.map_err(ProfileError::File)
}

pub(super) async fn read_rows(
    sheet: Sheet,
    table: Arc<Table>,
    mapping: Mapping,
) -> Result<Vec<Candidate>, ProfileError> {
    let work = move || plan::candidates(sheet, &table, &mapping);
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|_| store::StoreError::Interrupted)??)
}
