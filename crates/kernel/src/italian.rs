//! Italian text: folding, stems for search, dates and numbers for pages.

use jiff::civil::Date;
use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words too common to tell one text from another.
const STOP_WORDS: &[&str] = &[
    "a", "ad", "ai", "al", "alla", "alle", "agli", "allo", "anche", "che", "chi", "ci", "col",
    "come", "con", "cui", "da", "dai", "dal", "dalla", "dalle", "dagli", "dei", "del", "della",
    "delle", "degli", "dello", "di", "e", "ed", "ha", "ho", "i", "il", "in", "io", "la", "le",
    "lo", "gli", "ma", "mi", "ne", "nei", "nel", "nella", "nelle", "negli", "nello", "noi", "non",
    "o", "per", "piu", "quando", "se", "si", "sono", "su", "sui", "sul", "sulla", "sulle", "tra",
    "fra", "ti", "un", "una", "uno", "vi", "l", "d", "c", "s", "dell", "all", "nell", "sull",
    "dall", "un", "the", "of", "and", "to", "is", "for", "on", "with",
];

/// Lower case without accents: `Città` becomes `citta`.
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The folded words of a text; elisions are split (`l'anziano` gives `l`, `anziano`).
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(Into::into)
        .collect()
}

/// The stems (Snowball, Italian) of a text's telling words, joined by spaces.
///
/// Both engines index this text, so the same search finds the same rows on each.
pub fn stems(text: &str) -> String {
    let stemmer = Stemmer::create(Algorithm::Italian);
    let mut out = String::with_capacity(text.len());
    for word in words(text) {
        if STOP_WORDS.contains(&word.as_str()) {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&stem(&stemmer, &word));
    }
    out
}

/// The stem of one folded word.
pub fn stem_of(word: &str) -> String {
    stem(&Stemmer::create(Algorithm::Italian), word)
}

/// The telling words of a text in lower case, as they are written, each beside its folded form.
pub fn telling_words(text: &str) -> impl Iterator<Item = (String, String)> + '_ {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.to_lowercase(), fold(word)))
        .filter(|(_, folded)| !STOP_WORDS.contains(&folded.as_str()))
}

/// The shortest stem among a word and its forms with another last vowel.
///
/// Snowball takes `anziano` for a verb (`anzi`) and `anziani` for a noun (`anzian`); gender and
/// number must not decide what is found.
fn stem(stemmer: &Stemmer, word: &str) -> String {
    let plain = stemmer.stem(word).into_owned();
    let Some(root) = word.strip_suffix(['a', 'e', 'i', 'o']).filter(|root| root.len() >= 3) else {
        return plain;
    };
    ["a", "e", "i", "o"]
        .into_iter()
        .map(|vowel| stemmer.stem(&format!("{root}{vowel}")).into_owned())
        .chain([plain])
        .min_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)))
        .unwrap_or_default()
}

/// Turns a name into an address word: `Unione Bassa Reggiana` becomes `unione-bassa-reggiana`.
pub fn slug(text: &str) -> String {
    let joined = words(text).join("-");
    let mut end = joined.len().min(60);
    while !joined.is_char_boundary(end) {
        end -= 1;
    }
    joined[..end]
        .trim_end_matches('-')
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect()
}

/// Puts a mark between groups of three digits.
pub fn group_thousands(digits: &str, mark: char) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// A whole number the Italian way: `12.345`.
pub fn number(n: i64) -> String {
    let sign = if n < 0 { "-" } else { "" };
    format!("{sign}{}", group_thousands(&n.unsigned_abs().to_string(), '.'))
}

/// A whole number the English way: `12,345`.
pub fn number_en(n: i64) -> String {
    let sign = if n < 0 { "-" } else { "" };
    format!("{sign}{}", group_thousands(&n.unsigned_abs().to_string(), ','))
}

/// A decimal number the Italian way with at most `decimals` digits after the comma, no trailing zeros.
pub fn decimal(value: f64, decimals: usize) -> String {
    swap_marks(&decimal_en(value, decimals))
}

/// A decimal number the English way with at most `decimals` digits after the point, no trailing zeros.
pub fn decimal_en(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let rest = rest.trim_end_matches('0');
    let grouped = group_thousands(digits, ',');
    if rest.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{rest}") }
}

fn swap_marks(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            ',' => '.',
            '.' => ',',
            other => other,
        })
        .collect()
}

/// Reads a decimal number typed the Italian way (`1.234,5`) or with a point (`1234.5`).
pub fn parse_decimal(text: &str) -> Option<f64> {
    let text: String = text.trim().chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty()
        || text.len() > 24
        || !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '%'))
    {
        return None;
    }
    let text = text.trim_end_matches('%');
    let plain = if text.contains(',') {
        text.replace('.', "").replace(',', ".")
    } else if text.split('.').count() > 2
        || text
            .split_once('.')
            .is_some_and(|(w, d)| d.len() == 3 && !w.starts_with('0') && w != "-0")
    {
        text.replace('.', "")
    } else {
        text.to_owned()
    };
    plain.parse::<f64>().ok().filter(|v| v.is_finite())
}

/// `23 novembre 2026`.
pub fn long_date(day: Date) -> String {
    let number = if day.day() == 1 { "1º".into() } else { day.day().to_string() };
    format!("{number} {} {}", MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year())
}

/// `23 November 2026`.
pub fn long_date_en(day: Date) -> String {
    format!(
        "{} {} {}",
        day.day(),
        MONTHS_EN[usize::from(day.month().unsigned_abs()) - 1],
        day.year()
    )
}

/// `marzo 2027`.
pub fn month_year(day: Date) -> String {
    format!("{} {}", MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year())
}

/// `March 2027`.
pub fn month_year_en(day: Date) -> String {
    format!("{} {}", MONTHS_EN[usize::from(day.month().unsigned_abs()) - 1], day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_stems_forgive_number_gender_accents_and_elisions() {
        for (typed, written) in [
            ("anziano", "anziani"),
            ("città", "citta"),
            ("l'assistenza", "Assistenza"),
            ("servizi", "servizio"),
            ("disabilita", "Disabilità"),
        ] {
            assert_eq!(stems(typed), stems(written), "{typed} / {written}");
        }
        assert_eq!(stems("il lo la per con"), "");
    }

    #[test]
    fn numbers_and_dates_in_italian() {
        assert_eq!(number(1_234_567), "1.234.567");
        assert_eq!(number(-999), "-999");
        assert_eq!(decimal(1234.50, 2), "1.234,5");
        assert_eq!(decimal(7381.0, 2), "7.381");
        assert_eq!(long_date(Date::constant(2026, 11, 23)), "23 novembre 2026");
        assert_eq!(long_date(Date::constant(2027, 3, 1)), "1º marzo 2027");
        assert_eq!(month_year(Date::constant(2027, 3, 1)), "marzo 2027");
    }

    #[test]
    fn decimals_as_people_write_them() {
        for (text, value) in [
            ("1.234,5", 1234.5),
            ("80%", 80.0),
            ("12.5", 12.5),
            ("7.381", 7381.0),
            ("-3", -3.0),
            ("0.125", 0.125),
        ] {
            assert_eq!(parse_decimal(text), Some(value), "{text}");
        }
        for bad in ["", "abc", "=1", "1e5", "inf", "--2"] {
            assert_eq!(parse_decimal(bad), None, "{bad}");
        }
    }

    #[test]
    fn slugs_are_plain_words() {
        assert_eq!(slug("Unione Val d'Enza"), "unione-val-d-enza");
        assert_eq!(slug("Città & Comunità!"), "citta-comunita");
        assert_eq!(slug("日本"), "");
    }
}
