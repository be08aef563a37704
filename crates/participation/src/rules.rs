//! What looks like personal data in a free text: hints for the moderator, not verdicts.

use std::ops::Range;

use kernel::email::Email;

/// What a piece of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// An Italian tax code (codice fiscale), also with digits replaced by letters.
    TaxCode,
}

impl Hint {
    /// Every kind of hint.
    pub const ALL: [Self; 3] = [Self::Email, Self::Phone, Self::TaxCode];

    /// The code stored with the idea.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::TaxCode => "tax_code",
        }
    }

    /// The key of the label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Email => texts::key!("idea-hint-email"),
            Self::Phone => texts::key!("idea-hint-phone"),
            Self::TaxCode => texts::key!("idea-hint-tax-code"),
        }
    }
}

/// A piece of a text that looks like personal data: its bytes, so that a page can highlight it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it looks like.
    pub hint: Hint,
    /// Where it is, in bytes.
    pub at: Range<usize>,
}

/// Finds e-mail addresses, telephone numbers and tax codes, in the order of the text.
pub fn personal_traces(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (start, word) in words(text) {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        let at = start + (inner.as_ptr() as usize - word.as_ptr() as usize);
        let at = at..at + inner.len();
        if inner.contains('@') && Email::parse(inner.trim_start_matches("mailto:")).is_some() {
            found.push(Found { hint: Hint::Email, at });
        } else {
            for (offset, part) in alphanumeric_runs(inner) {
                if is_tax_code(part) {
                    let from = at.start + offset;
                    found.push(Found { hint: Hint::TaxCode, at: from..from + part.len() });
                }
            }
        }
    }
    found.extend(phones(text).into_iter().map(|at| Found { hint: Hint::Phone, at }));
    found.sort_by_key(|trace| (trace.at.start, trace.hint));
    found
}

/// Counts below this one could make people recognisable (`domain.md` 8.3, 6).
pub const FEW: i64 = 5;

/// Counts as everybody may see them: small ones are withheld, and one more where a sum would give the withheld one away.
pub fn discreet(counts: &[i64]) -> Vec<Option<i64>> {
    let small = |n: i64| (1..FEW).contains(&n);
    let mut shown: Vec<Option<i64>> = counts.iter().map(|n| (!small(*n)).then_some(*n)).collect();
    if shown.iter().filter(|n| n.is_none()).count() == 1
        && let Some(next) = shown.iter_mut().filter(|n| n.is_some_and(|n| n > 0)).min()
    {
        *next = None;
    }
    shown
}

/// The kinds found in any of the texts, as the space-joined codes stored with an idea.
pub fn flags(texts: &[&str]) -> String {
    let mut kinds: Vec<Hint> =
        texts.iter().flat_map(|t| personal_traces(t)).map(|f| f.hint).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.into_iter().map(Hint::code).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '(' | ')' | '"'))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn alphanumeric_runs(word: &str) -> impl Iterator<Item = (usize, &str)> {
    word.split(|c: char| !c.is_alphanumeric())
        .map(move |part| (part.as_ptr() as usize - word.as_ptr() as usize, part))
}

/// Six letters, two digits, a letter, two digits, a letter, three digits, a letter; digits may be the letters that replace
/// them when two people would have the same code (D.M. 23.12.1976, omocodia).
fn is_tax_code(part: &str) -> bool {
    const SHAPE: &[u8; 16] = b"AAAAAA00A00A000A";
    // A word of letters alone is a word.
    part.len() == SHAPE.len()
        && part.bytes().any(|c| c.is_ascii_digit())
        && part.bytes().zip(SHAPE).all(|(c, shape)| {
            let c = c.to_ascii_uppercase();
            match shape {
                b'0' => c.is_ascii_digit() || b"LMNPQRSTUV".contains(&c),
                _ => c.is_ascii_uppercase(),
            }
        })
}

/// Runs of digits with single separators that have the length and the beginning of an Italian number.
fn phones(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let plus = bytes[at] == b'+';
        let begins = plus || bytes[at].is_ascii_digit();
        let inside_word =
            at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80);
        if !begins || inside_word {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at;
        let mut digits = String::new();
        let mut cursor = at + usize::from(plus);
        while cursor < bytes.len() {
            if bytes[cursor].is_ascii_digit() {
                digits.push(bytes[cursor] as char);
                cursor += 1;
                end = cursor;
            } else if matches!(bytes[cursor], b' ' | b'-' | b'.' | b'/')
                && !digits.is_empty()
                && bytes.get(cursor + 1).is_some_and(u8::is_ascii_digit)
            {
                cursor += 1;
            } else {
                break;
            }
        }
        if looks_like_phone(plus, &digits) && !is_date(&text[start..end]) {
            found.push(start..end);
        }
        at = end.max(at + 1);
    }
    found
}

fn looks_like_phone(plus: bool, digits: &str) -> bool {
    let national = if plus {
        digits.strip_prefix("39")
    } else {
        Some(digits.strip_prefix("0039").unwrap_or(digits))
    };
    match national {
        // Another country's number.
        None => (8..=15).contains(&digits.len()),
        Some(number) if number.starts_with('3') => matches!(number.len(), 9 | 10),
        Some(number) if number.starts_with('0') => (8..=11).contains(&number.len()),
        Some(_) => false,
    }
}

fn is_date(piece: &str) -> bool {
    let day = piece.split(' ').next().unwrap_or_default();
    kernel::clock::parse_day(day).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Hint, &str)> {
        personal_traces(text).into_iter().map(|f| (f.hint, &text[f.at])).collect()
    }

    #[test]
    fn traces_are_found_where_they_are() {
        let text = "Sono è Anna (anna.rossi@esempio.it), chiamatemi al 333 123 4567 o 0522-123456; CF RSSNNA80A41H223X.";
        assert_eq!(
            kinds(text),
            [
                (Hint::Email, "anna.rossi@esempio.it"),
                (Hint::Phone, "333 123 4567"),
                (Hint::Phone, "0522-123456"),
                (Hint::TaxCode, "RSSNNA80A41H223X"),
            ]
        );
        assert_eq!(flags(&[text, "niente"]), "email phone tax_code");
    }

    #[test]
    fn numbers_in_other_shapes_count_too() {
        for phone in [
            "+39 333 1234567",
            "0039 0522 123456",
            "3331234567",
            "333.123.45.67",
            "+33 1 23 45 67 89",
        ] {
            assert_eq!(kinds(phone), [(Hint::Phone, phone)], "{phone}");
        }
        assert_eq!(kinds("codice:rssnnaulaqmhnnpx"), []);
        assert_eq!(kinds("codice:rssnna8vaqmhnnpx"), [(Hint::TaxCode, "rssnna8vaqmhnnpx")]);
    }

    #[test]
    fn small_counts_cannot_be_worked_out() {
        assert_eq!(discreet(&[30, 12, 0]), [Some(30), Some(12), Some(0)]);
        assert_eq!(discreet(&[30, 12, 3]), [Some(30), None, None]);
        assert_eq!(discreet(&[30, 4, 3]), [Some(30), None, None]);
        assert_eq!(discreet(&[3]), [None]);
        assert_eq!(discreet(&[]), []);
    }

    #[test]
    fn ordinary_facts_are_left_alone() {
        for text in [
            "",
            "Il bus delle 7.30 passa dal 2026",
            "servono 12.500 euro, al massimo 25000",
            "dal 31/12/2027 al 01/02/2028",
            "42016 Guastalla, via Gonzaga 16",
            "@comune",
            "a@b",
            "chiocciola @ posta",
            "abc3331234567",
            "l'IBAN non si chiede",
            "😀😀 3 figli",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
