//! Which row holds the headings: titles, logos' captions and dates often stand above it.

use crate::{HEAD, Limits, Line, Refusal};

/// The number of the row of headings, the headings, the rows below.
type Arranged = (usize, Vec<String>, Vec<Line>);

/// Splits rows into headings and what stands below them.
pub(crate) fn arrange(
    rows: Vec<Line>,
    limits: &Limits,
    asked: Option<usize>,
    known: &dyn Fn(&[String]) -> usize,
) -> Result<Arranged, Refusal> {
    let mut rows: Vec<Line> = rows.into_iter().filter(|line| line.filled() > 0).collect();
    if rows.is_empty() {
        return Err(Refusal::NoRows);
    }
    let at = match asked {
        Some(number) => {
            rows.iter().position(|line| line.number == number).ok_or(Refusal::NoHeadings)?
        }
        None => guess(&rows, known),
    };
    let lines = rows.split_off(at + 1);
    let Some(header) = rows.pop() else { return Err(Refusal::NoRows) };
    let mut headings: Vec<String> = header
        .cells
        .iter()
        .map(|heading| {
            heading.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect()
        })
        .collect();
    while headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    if headings.is_empty() {
        return Err(Refusal::NoHeadings);
    }
    if lines.is_empty() {
        return Err(Refusal::NoRows);
    }
    if lines.len() > limits.rows {
        return Err(Refusal::TooManyRows(limits.rows as i64));
    }
    Ok((header.number, headings, lines))
}

/// The row with most recognised headings; without any, the first that is not much narrower than the
/// widest: a title is one cell above a wide table.
fn guess(rows: &[Line], known: &dyn Fn(&[String]) -> usize) -> usize {
    let head = &rows[..rows.len().min(HEAD)];
    let mut best = (0, 0);
    for (at, line) in head.iter().enumerate() {
        let recognised = known(&line.cells);
        if recognised > best.1 {
            best = (at, recognised);
        }
    }
    if best.1 >= 2 {
        return best.0;
    }
    let widest = head.iter().map(Line::filled).max().unwrap_or(0);
    if widest < 3 {
        return 0;
    }
    head.iter().position(|line| line.filled() * 2 >= widest).unwrap_or(0)
}
