//! Layouts of files that a body has confirmed: which column is which field.

use kernel::BodyId;
use store::Store;

use super::{
    imports::{Draft, hash},
    reading::{decode, encode},
};
use crate::{
    error::ProfileError,
    fields::plain,
    import::{Mapping, Sheet},
    store::{self as rows, imports as log},
};

/// The layout of a file: its headings, whatever their order.
fn layout(headings: &[String]) -> String {
    let mut folded: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    folded.sort_unstable();
    hash(folded.join("\u{1f}").as_bytes())
}

/// The headings of a file, each with how many the same stand before it.
fn numbered(headings: &[String]) -> Vec<(String, usize)> {
    let mut seen: Vec<(String, usize)> = Vec::with_capacity(headings.len());
    for heading in headings {
        let folded = plain(heading);
        let before = seen.iter().filter(|(other, _)| *other == folded).count();
        seen.push((folded, before));
    }
    seen
}

/// The columns of a layout as somebody of the body confirmed them.
pub(super) async fn recalled(
    store: &Store,
    body: BodyId,
    sheet: Sheet,
    headings: &[String],
) -> Result<Option<Mapping>, ProfileError> {
    let found = log::format(store.read(), store.engine(), body, sheet, &layout(headings)).await?;
    let Some(kept) = found else { return Ok(None) };
    let kept: Vec<((String, usize), String)> = decode(&kept)?;
    let fields = numbered(headings).into_iter().map(|heading| {
        kept.iter().find(|(known, _)| *known == heading).map(|(_, field)| field.clone())
    });
    let mapping = Mapping(fields.collect());
    // Fields may have changed with the program: a mapping that no longer holds is guessed anew.
    Ok(mapping.resolve(sheet, headings.len()).is_ok().then_some(mapping))
}

/// Says anew which column is which field; checked against the file before it is kept, and remembered
/// for the next file of the same layout.
pub async fn set_mapping(
    store: &Store,
    body: BodyId,
    draft: &mut Draft,
    mapping: Mapping,
) -> Result<(), ProfileError> {
    mapping.resolve(draft.sheet, draft.table.headings.len())?;
    let named = numbered(&draft.table.headings).into_iter().zip(&mapping.0);
    let kept: Vec<((String, usize), &String)> =
        named.filter_map(|(heading, field)| Some((heading, field.as_ref()?))).collect();
    let input =
        (draft.id, draft.sheet, encode(&mapping)?, layout(&draft.table.headings), encode(&kept)?);
    store
        .write(body, input, |tx, (id, sheet, json, layout, kept)| {
            Box::pin(async move {
                rows::set_mapping(tx, *id, json).await?;
                log::put_format(tx, *sheet, layout, kept).await?;
                Ok::<_, ProfileError>(())
            })
        })
        .await?;
    draft.mapping = mapping;
    draft.recognised = true;
    Ok(())
}

/// Forgets the layout of a file: its columns are guessed again.
pub async fn forget_format(
    store: &Store,
    body: BodyId,
    draft: &mut Draft,
) -> Result<(), ProfileError> {
    let mapping = Mapping::guess(draft.sheet, &draft.table.headings);
    let input = (draft.id, draft.sheet, layout(&draft.table.headings), encode(&mapping)?);
    store
        .write(body, input, |tx, (id, sheet, layout, json)| {
            Box::pin(async move {
                log::forget_format(tx, *sheet, layout).await?;
                rows::set_mapping(tx, *id, json).await?;
                Ok::<_, ProfileError>(())
            })
        })
        .await?;
    (draft.mapping, draft.recognised) = (mapping, false);
    Ok(())
}
