//! A file that was taken in: columns, preview, done.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::id::Uuid;
use texts::{Args, key};
use web::{Asked, Form, Page, Pairs, Visit, WebError, page::Choice};

use super::{below, place, unexpected, words};
use crate::{
    ProfileError,
    import::{Choices, Mapping, Outcome, Plan, Problem, RowReport, Sheet, read::Options},
    service::{self, Draft},
};

/// Rows of the preview on one page.
const ON_A_PAGE: usize = 100;

/// The words for what the rows of a file are.
pub fn sheet_key(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Records(crate::Register::Services) => key!("profile-services"),
        Sheet::Records(crate::Register::Databases) => key!("profile-databases"),
        Sheet::Records(crate::Register::PlanSheets) => key!("profile-plan-sheets"),
        Sheet::Links => key!("profile-sheet-links"),
    }
}

/// The frame of a page of the desk about imports.
pub(super) fn frame(visit: &Visit, title: String) -> Result<Page, WebError> {
    Ok(Page::new(visit, title).under(below(visit, "scrivania")?, visit.t(key!("shell-desk"))))
}

/// The frame of a page below the first.
fn inner(visit: &Visit, title: String) -> Result<Page, WebError> {
    let to = below(visit, "scrivania/importa")?;
    Ok(frame(visit, title)?.under(to, visit.t(key!("profile-import-title"))))
}

/// The message of a refusal, in words; what is no refusal is a failure.
pub(super) fn refusal(visit: &Visit, error: ProfileError) -> Result<String, WebError> {
    let Some(key) = error.key() else { return Err(unexpected(error)) };
    let mut args = Args::new();
    args.set("n", error.n().unwrap_or_default());
    Ok(visit.app.texts().format(visit.lang, key, &args))
}

/// A column of the file.
struct Column {
    name: String,
    heading: String,
    samples: String,
    field: String,
}

#[derive(Template)]
#[template(path = "profile_import_columns.html")]
struct ColumnsPage {
    page: Page,
    root: String,
    form: Form,
    file_name: String,
    what: String,
    rows: i64,
    columns: Vec<Column>,
    fields: Vec<Choice>,
    recognised: bool,
    sheets: Vec<Choice>,
    csv: bool,
    spreadsheet: bool,
}

async fn draft_of(visit: &Visit, id: &str) -> Result<Draft, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    service::draft(visit.app.store(), visit.body_id()?, id).await.map_err(unexpected)
}

fn draft_root(visit: &Visit, draft: &Draft) -> Result<String, WebError> {
    below(visit, &format!("scrivania/importa/{}", draft.id))
}

/// `/{body}/scrivania/importa/{id}`
pub async fn columns(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let draft = draft_of(&visit, &id).await?;
    columns_page(&visit, &draft, &draft.mapping, Form::default())
}

fn columns_page(
    visit: &Visit,
    draft: &Draft,
    mapping: &Mapping,
    form: Form,
) -> Result<Response, WebError> {
    let page = inner(visit, visit.t(key!("profile-columns-title")))?;
    let fields = draft.sheet.fields().iter().map(|field| {
        let label = page.t(&field.label_key());
        let label =
            if field.required { page.ts(key!("profile-columns-needed"), label) } else { label };
        words::choice(field.name, label)
    });
    let columns = draft.table.headings.iter().enumerate().map(|(at, heading)| Column {
        name: format!("c{at}"),
        heading: heading.clone(),
        samples: samples(draft, at).join(" · "),
        field: mapping.0.get(at).cloned().flatten().unwrap_or_default(),
    });
    let (fields, columns) = (fields.collect(), columns.collect());
    web::html(&ColumnsPage {
        root: draft_root(visit, draft)?,
        form: read_as(form, draft),
        file_name: draft.file_name.clone(),
        what: page.t(sheet_key(draft.sheet)),
        rows: draft.table.lines.len() as i64,
        columns,
        fields,
        recognised: draft.recognised && draft.is_spreadsheet(),
        spreadsheet: draft.is_spreadsheet(),
        sheets: draft.table.sheets.iter().map(|name| words::choice(name, name)).collect(),
        csv: draft.table.sheets.is_empty(),
        page,
    })
}

/// The form about how the file was read, filled with what was found.
fn read_as(form: Form, draft: &Draft) -> Form {
    let mut filled = Form::filled([
        ("foglio", draft.table.sheet.as_str()),
        ("intestazioni", &draft.table.header.to_string()),
        ("codifica", draft.options.encoding.as_deref().unwrap_or_default()),
    ]);
    if let Some(error) = form.error("") {
        filled = filled.with_error("", error);
    }
    filled
}

/// `POST /{body}/scrivania/importa/{id}/lettura`: another sheet, row of headings or encoding.
pub async fn reread(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = draft_of(&visit, &id).await?;
    let sent = Form::filled(pairs);
    let said = |name: &str| Some(sent.value(name)).filter(|value| !value.trim().is_empty());
    let sheet = said("foglio");
    // Another sheet has its headings elsewhere: the number is of the sheet it was read on.
    let same = sheet.as_deref().is_none_or(|sheet| sheet == draft.table.sheet);
    let header = said("intestazioni").and_then(|n| n.trim().parse().ok()).filter(|_| same);
    let options = Options { sheet, header, encoding: said("codifica") };
    let (store, body) = (visit.app.store(), visit.body_id()?);
    match service::set_options(store, body, &mut draft, options).await {
        Ok(()) => Ok(Redirect::to(&draft_root(&visit, &draft)?).into_response()),
        Err(error) => {
            let form = Form::default().with_error("", refusal(&visit, error)?);
            let page = columns_page(&visit, &draft, &draft.mapping, form)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `POST /{body}/scrivania/importa/{id}/dimentica`: the layout is no longer recognised.
pub async fn forget(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let mut draft = draft_of(&visit, &id).await?;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    service::forget_format(store, body, &mut draft).await.map_err(unexpected)?;
    Ok(web::see_other(&draft_root(&visit, &draft)?, key!("done-format-forgotten")))
}

/// The first different values of a column, shortened.
pub fn samples(draft: &Draft, column: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in draft.table.lines.iter().take(200) {
        let Some(cell) = line.cells.get(column).map(|cell| cell.trim()) else { continue };
        let mut sample: String = cell.chars().take(40).collect();
        if sample.len() < cell.len() {
            sample.push('…');
        }
        if !sample.is_empty() && !found.contains(&sample) {
            found.push(sample);
        }
        if found.len() == 3 {
            break;
        }
    }
    found
}

/// `POST /{body}/scrivania/importa/{id}`
pub async fn match_columns(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = draft_of(&visit, &id).await?;
    let sent = Form::filled(pairs);
    let chosen = (0..draft.table.headings.len()).map(|at| {
        let field = sent.value(&format!("c{at}"));
        (!field.is_empty()).then_some(field)
    });
    let mapping = Mapping(chosen.collect());
    let (store, body) = (visit.app.store(), visit.body_id()?);
    match service::set_mapping(store, body, &mut draft, mapping.clone()).await {
        Ok(()) => {
            let to = format!("{}/anteprima", draft_root(&visit, &draft)?);
            Ok(Redirect::to(&to).into_response())
        }
        Err(error) => {
            let form = Form::default().with_error("", refusal(&visit, error)?);
            let page = columns_page(&visit, &draft, &mapping, form)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// A field before and after.
struct Change {
    tick: String,
    accepted: bool,
    field: String,
    before: String,
    after: String,
}

/// A row of the preview.
struct Row {
    number: i64,
    code: String,
    name: String,
    outcome: &'static str,
    ticked: bool,
    changes: Vec<Change>,
    problems: Vec<String>,
}

/// One of the ways a row can come out, with how many do.
struct Tab {
    href: String,
    label: String,
    n: i64,
    current: bool,
}

#[derive(Template)]
#[template(path = "profile_import_preview.html")]
struct Preview {
    page: Page,
    root: String,
    start: String,
    refused: String,
    file_name: String,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    next: String,
    wrong: i64,
    to_save: i64,
    left_out: i64,
    fingerprint: String,
    recognised: bool,
    only_empty: bool,
    columns: Vec<ColumnChoice>,
    shown: String,
    from: String,
}

/// A field that the file changes in some row.
struct ColumnChoice {
    name: &'static str,
    label: String,
    n: i64,
    refused: bool,
}

/// The fields that change, with in how many rows.
fn changed_columns(page: &Page, draft: &Draft, plan: &Plan) -> Vec<ColumnChoice> {
    let fields = draft.sheet.fields();
    let mut counts = vec![0; fields.len()];
    for row in &plan.rows {
        let Outcome::Changed(changes) = &row.outcome else { continue };
        for change in changes {
            if let Some(at) = draft.sheet.position(change.field) {
                counts[at] += 1;
            }
        }
    }
    let mentioned = |name: &str| draft.choices.columns.contains(name);
    let fields = fields.iter().zip(counts).filter(|(field, n)| *n > 0 || mentioned(field.name));
    fields
        .map(|(field, n)| ColumnChoice {
            name: field.name,
            label: page.t(&field.label_key()),
            n,
            refused: mentioned(field.name),
        })
        .collect()
}

/// `POST /{body}/scrivania/importa/{id}/scelte`: what is ticked on this page is kept; then the next
/// page, a choice for the whole file, or the import itself.
pub async fn choose(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let mut draft = draft_of(&visit, &id).await?;
    let (store, body) = (visit.app.store(), visit.body_id()?);
    let plan = service::preview(store, body, &draft).await.map_err(unexpected)?;
    let sent = Form::filled(pairs);
    let moved = sent.value("impronta") != plan.fingerprint;
    let choices = ticked(&draft.choices, &plan, &sent);
    let act = sent.value("azione");
    let choices = match act.split_once(':') {
        Some(("senza", field)) => {
            let mut choices = choices;
            choices.columns.insert(field.to_owned());
            choices
        }
        Some(("con", field)) => {
            let mut choices = choices;
            choices.columns.remove(field);
            choices
        }
        _ if act == "tutto" => Choices::default(),
        _ if act == "vuoti" => Choices { only_empty: true, ..choices },
        _ => choices,
    };
    if choices != draft.choices {
        service::accept(store, body, &mut draft, choices).await.map_err(unexpected)?;
    }
    if act != "applica" {
        let to = match act.strip_prefix("pagina:") {
            Some(from) => format!("?mostra={}&da={from}", sent.value("mostra")),
            None => format!("?mostra={}&da={}", sent.value("mostra"), sent.value("da")),
        };
        let to = format!("{}/anteprima{to}", draft_root(&visit, &draft)?);
        return Ok(Redirect::to(&to).into_response());
    }
    let plan = service::preview(store, body, &draft).await.map_err(unexpected)?;
    // What was seen before these ticks must still be so; the ticks themselves are the person's.
    let seal = if moved { String::new() } else { plan.fingerprint };
    apply_draft(&visit, &draft, &seal).await
}

/// What is refused after a page of ticks came back: of the rows it showed, and of those alone.
fn ticked(before: &Choices, plan: &Plan, sent: &Form) -> Choices {
    let mut choices = before.clone();
    let [seen, rows, fields] =
        ["vista", "riga", "campo"].map(|name| sent.values(name).into_iter().collect::<Vec<_>>());
    let seen: std::collections::HashSet<usize> =
        seen.iter().filter_map(|n| n.parse().ok()).collect();
    let rows: std::collections::HashSet<usize> =
        rows.iter().filter_map(|n| n.parse().ok()).collect();
    let fields: std::collections::HashSet<String> = fields.into_iter().collect();
    for row in plan.rows.iter().filter(|row| seen.contains(&row.row)) {
        let was_off = before.refuses_row(row.row);
        let on = rows.contains(&row.row);
        let changes = match &row.outcome {
            Outcome::Changed(changes) => changes.as_slice(),
            _ => &[],
        };
        // Of a row just put back, and where a choice for the whole file decides, single ticks say
        // nothing.
        let shown: Vec<&str> = changes
            .iter()
            .filter(|change| {
                let decided = before.columns.contains(change.field)
                    || (before.only_empty && !change.before.is_empty());
                on && !was_off && !decided
            })
            .map(|change| change.field)
            .collect();
        let on_fields: Vec<&str> = shown
            .iter()
            .copied()
            .filter(|field| fields.contains(&format!("{}:{field}", row.row)))
            .collect();
        choices.tick(row.row, on, &shown, &on_fields);
    }
    choices
}

/// `/{body}/scrivania/importa/{id}/anteprima`
pub async fn preview(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, WebError> {
    let draft = draft_of(&visit, &id).await?;
    match service::preview(visit.app.store(), visit.body_id()?, &draft).await {
        Ok(plan) => preview_page(&visit, &draft, &plan, &asked, String::new()),
        Err(ProfileError::Mapping(_)) => {
            Ok(Redirect::to(&draft_root(&visit, &draft)?).into_response())
        }
        Err(error) => Err(unexpected(error)),
    }
}

/// The word of an outcome in addresses.
const fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::New => "nuove",
        Outcome::Changed(_) => "cambiate",
        Outcome::Unchanged => "uguali",
        Outcome::Wrong(_) => "sbagliate",
    }
}

fn preview_page(
    visit: &Visit,
    draft: &Draft,
    plan: &Plan,
    asked: &Asked,
    refused: String,
) -> Result<Response, WebError> {
    let page = inner(visit, visit.t(key!("profile-preview-title")))?;
    let root = draft_root(visit, draft)?;
    let chosen = match asked.value("mostra") {
        // What is wrong comes first: until it is mended nothing else matters.
        "" if plan.wrong > 0 => "sbagliate",
        "" => "tutte",
        other => other,
    };
    let tab = |word: &str, key: &str, n: usize| Tab {
        href: format!("{root}/anteprima?mostra={word}"),
        label: page.t(key),
        n: n as i64,
        current: chosen == word,
    };
    let tabs = vec![
        tab("sbagliate", key!("profile-rows-wrong"), plan.wrong),
        tab("nuove", key!("profile-rows-new"), plan.created),
        tab("cambiate", key!("profile-rows-changed"), plan.changed),
        tab("uguali", key!("profile-rows-unchanged"), plan.unchanged),
        tab("tutte", key!("profile-rows-all"), plan.rows.len()),
    ];
    let from: usize = asked.value("da").parse().unwrap_or(0);
    let fits =
        |row: &&RowReport| row.row >= from && (chosen == "tutte" || word(&row.outcome) == chosen);
    let mut fitting = plan.rows.iter().filter(fits);
    let rows = fitting
        .by_ref()
        .take(ON_A_PAGE)
        .map(|row| told(&page, draft.sheet, &draft.choices, row))
        .collect();
    let next = fitting.next().map(|row| row.row.to_string()).unwrap_or_default();
    web::html(&Preview {
        start: below(visit, &format!("scrivania/importa?cosa={}", draft.sheet.code()))?,
        refused,
        file_name: draft.file_name.clone(),
        tabs,
        rows,
        next,
        wrong: plan.wrong as i64,
        to_save: (plan.created + plan.changed) as i64,
        left_out: plan.left_out as i64,
        fingerprint: plan.fingerprint.clone(),
        recognised: draft.recognised && draft.is_spreadsheet(),
        only_empty: draft.choices.only_empty,
        columns: changed_columns(&page, draft, plan),
        shown: chosen.to_owned(),
        from: asked.value("da").to_owned(),
        root,
        page,
    })
}

fn told(page: &Page, sheet: Sheet, choices: &Choices, row: &RowReport) -> Row {
    let shown = |name: &str, value: &str| {
        let text = sheet.field(name).map(|field| words::shown(page, field, value));
        text.filter(|text| !text.is_empty()).unwrap_or_else(|| page.t(key!("profile-blank")))
    };
    let (mut changes, mut problems) = (Vec::new(), Vec::new());
    match &row.outcome {
        Outcome::Changed(list) => {
            changes.extend(list.iter().map(|change| {
                Change {
                    tick: format!("{}:{}", row.row, change.field),
                    accepted: change.accepted
                        || (choices.refuses_row(row.row)
                            && !choices.refuses(row.row, change.field, &change.before)),
                    field: sheet.field(change.field).map_or_else(
                        || change.field.to_owned(),
                        |field| page.t(&field.label_key()),
                    ),
                    before: shown(change.field, &change.before),
                    after: shown(change.field, &change.after),
                }
            }));
        }
        Outcome::Wrong(list) => problems.extend(list.iter().map(|problem| said(page, problem))),
        Outcome::New | Outcome::Unchanged => {}
    }
    Row {
        number: row.row as i64,
        code: row.code.clone(),
        name: row.name.clone(),
        outcome: word(&row.outcome),
        ticked: !choices.refuses_row(row.row),
        changes,
        problems,
    }
}

/// A problem of a row, in words.
pub fn said(page: &Page, problem: &Problem) -> String {
    let mut args = Args::new();
    args.set("row", problem.row as i64);
    args.set("column", problem.column.clone());
    args.set("value", problem.value.clone());
    args.set("n", problem.n.unwrap_or_default());
    page.ta(problem.key, &args)
}

/// `POST /{body}/scrivania/importa/{id}/applica`
pub async fn apply(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Pairs(pairs): Pairs,
) -> Result<Response, WebError> {
    let draft = draft_of(&visit, &id).await?;
    apply_draft(&visit, &draft, &Form::filled(pairs).value("impronta")).await
}

async fn apply_draft(visit: &Visit, draft: &Draft, seen: &str) -> Result<Response, WebError> {
    let store = visit.app.store();
    match service::apply(store, &place(visit)?, &visit.principal, draft, seen).await {
        Ok(done) => {
            // What the file changed may mend some findings and show others.
            super::look_again(visit).await?;
            let to = below(visit, "scrivania/importa/fatto")?;
            let (sheet, new) = (draft.sheet.code(), done.created);
            let query = format!(
                "?cosa={sheet}&nuove={new}&cambiate={}&uguali={}&import={}",
                done.changed, done.unchanged, draft.id
            );
            Ok(Redirect::to(&format!("{to}{query}")).into_response())
        }
        Err(error @ (ProfileError::Moved | ProfileError::Rows(_))) => {
            let refused = refusal(visit, error)?;
            let plan = service::preview(store, visit.body_id()?, draft).await;
            let plan = plan.map_err(unexpected)?;
            let page = preview_page(visit, draft, &plan, &Asked::default(), refused)?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(unexpected(error)),
    }
}

#[derive(Template)]
#[template(path = "profile_import_done.html")]
struct Done {
    page: Page,
    created: i64,
    changed: i64,
    unchanged: i64,
    list: String,
    again: String,
    entry: String,
    next: Option<(String, String)>,
}

/// `/{body}/scrivania/importa/fatto`
pub async fn done(visit: Visit, asked: Asked) -> Result<Response, WebError> {
    let sheet = Sheet::parse(asked.value("cosa")).ok_or(WebError::NotFound)?;
    let n = |name: &str| asked.value(name).parse::<u32>().map_or(0, i64::from);
    let again = below(&visit, "scrivania/importa")?;
    let list = match sheet {
        Sheet::Records(register) => format!("scrivania/{}", register.code()),
        Sheet::Links => "profilo/matrice".to_owned(),
    };
    // Links need both ends, so services and databases come before them.
    let next = Sheet::ALL.iter().skip_while(|other| **other != sheet).nth(1);
    let page = inner(&visit, visit.t(key!("profile-done-title")))?;
    let entry = asked.value("import").parse::<Uuid>().ok();
    let entry = entry.filter(|_| n("nuove") + n("cambiate") > 0);
    web::html(&Done {
        entry: entry.map(|id| format!("{again}/registro/{id}")).unwrap_or_default(),
        created: n("nuove"),
        changed: n("cambiate"),
        unchanged: n("uguali"),
        list: below(&visit, &list)?,
        next: next.map(|next| {
            let label = page.t(sheet_key(*next)).to_lowercase();
            (format!("{again}?cosa={}", next.code()), page.ts(key!("profile-done-next"), label))
        }),
        again,
        page,
    })
}

/// `POST /{body}/scrivania/importa/{id}/abbandona`
pub async fn abandon(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    service::discard(visit.app.store(), visit.body_id()?, id).await.map_err(unexpected)?;
    Ok(web::see_other(&below(&visit, "scrivania/importa")?, key!("done-import-abandoned")))
}
