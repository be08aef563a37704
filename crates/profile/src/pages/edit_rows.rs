//! The parts of the form that hold several rows: desks and contacts, and platforms.
//!
//! Each part of a row is a field of its own; sending the form folds the rows into the text the
//! record keeps ([`crate::structured`]). Without JavaScript: «add a row» sends the form, which comes
//! back with what was typed and one empty row more.

use kernel::vocabulary;
use texts::key;
use web::{Form, Page, page::Choice};

use super::words;
use crate::{
    fields::{Field, Kind},
    lists,
    structured::{self, PlatformState, ServiceChannel},
};

/// Rows of a form at most.
const MOST: usize = 40;

/// What a row of channels holds, and the longest text of each part.
const PARTS: [(&str, i64); 8] = [
    ("code", 0),
    ("label", 200),
    ("place", 300),
    ("municipality", 100),
    ("hours", 500),
    ("phone", 100),
    ("email", 254),
    ("url", 500),
];

/// The name of the button that adds a row.
pub const ADD: &str = "add-channel";

/// The form with a field for each part of its channels and platforms.
pub fn unfolded(form: Form, channels: &str, details: &str, platforms: &str) -> Form {
    let mut rows = structured::channels(details);
    for code in channels.split(';').filter(|code| !code.is_empty()) {
        if rows.iter().all(|row| row.code != code) {
            rows.push(ServiceChannel { code: code.to_owned(), ..ServiceChannel::default() });
        }
    }
    let mut form = form;
    for (n, row) in rows.iter().enumerate() {
        let town = vocabulary::municipalities().label(&row.municipality, "it");
        let parts =
            [&row.code, &row.label, &row.place, town, &row.hours, &row.phone, &row.email, &row.url];
        for ((part, _), value) in PARTS.iter().zip(parts) {
            form = form.with_value(&format!("channel-{n}-{part}"), value);
        }
    }
    for used in structured::platforms(platforms) {
        let day = used.date.map(|day| day.to_string()).unwrap_or_default();
        form = form
            .with_value(&format!("platform-{}-state", used.platform), used.state.code())
            .with_value(&format!("platform-{}-date", used.platform), &day);
    }
    form
}

/// The pairs of a form with its rows folded into the fields they are; as they are when no row was sent.
pub fn folded(mut pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let form = Form::filled(pairs.clone());
    let sent = |start: &str| pairs.iter().any(|(name, _)| name.starts_with(start));
    let (channels, platforms) = (sent("channel-"), sent("platform-"));
    if channels {
        let rows: Vec<ServiceChannel> = (0..MOST)
            .filter(|n| form.value(&format!("channel-{n}-remove")).is_empty())
            .map(|n| row(&form, n))
            .filter(|row| row.has_details() || !row.code.is_empty())
            .collect();
        pairs.retain(|(name, _)| name != "channels" && name != "channel_details");
        let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
        pairs.push(("channels".to_owned(), codes.join(";")));
        let told: Vec<ServiceChannel> =
            rows.iter().filter(|row| row.has_details()).cloned().collect();
        pairs.push(("channel_details".to_owned(), structured::kept_channels(&told)));
    }
    if platforms {
        let items = lists::PLATFORMS.iter().filter_map(|(code, _)| {
            let state = form.value(&format!("platform-{code}-state"));
            let day = form.value(&format!("platform-{code}-date"));
            (!state.is_empty()).then(|| format!("{code} ({state}, {day})"))
        });
        let items = items.collect::<Vec<_>>().join(";");
        pairs.retain(|(name, _)| name != "platforms");
        pairs.push(("platforms".to_owned(), items));
    }
    pairs
}

fn row(form: &Form, n: usize) -> ServiceChannel {
    let part = |part: &str| form.value(&format!("channel-{n}-{part}")).trim().to_owned();
    ServiceChannel {
        code: part("code"),
        label: part("label"),
        place: part("place"),
        municipality: part("municipality"),
        hours: part("hours"),
        phone: part("phone"),
        email: part("email"),
        url: part("url"),
    }
}

/// One part of a row as the form shows it.
pub struct Part {
    /// Its name in the form.
    pub name: String,
    /// Its label.
    pub label: String,
    /// The longest text.
    pub most: i64,
}

/// One desk or contact of the form.
pub struct ChannelRow {
    /// Its number for people.
    pub n: i64,
    /// The field of the channel.
    pub code: Part,
    /// The other parts.
    pub parts: Vec<Part>,
    /// The box that takes it away.
    pub remove: Part,
}

/// One platform of the form.
pub struct PlatformRow {
    /// Its state.
    pub state: Part,
    /// Its day.
    pub date: Part,
}

/// The several rows of the form.
pub struct Rows {
    /// Desks and contacts, one empty row at the end.
    pub channels: Vec<ChannelRow>,
    /// What a channel may be.
    pub kinds: Vec<Choice>,
    /// Platforms.
    pub platforms: Vec<PlatformRow>,
    /// What a platform's state may be.
    pub states: Vec<Choice>,
}

impl Rows {
    /// The rows of a form; `more` adds one empty row to those typed.
    pub fn of(page: &Page, form: &Form, more: bool) -> Self {
        let mut typed = (0..MOST).filter(|n| {
            let row = row(form, *n);
            row.has_details() || !row.code.is_empty()
        });
        let typed = typed.next_back().map_or(0, |last| last + 1);
        let count = (typed + usize::from(more || typed == 0)).min(MOST);
        let part = |n: usize, name: &str, most: i64| Part {
            name: format!("channel-{n}-{name}"),
            label: page.t(label_key(name)),
            most,
        };
        let channels = (0..count).map(|n| ChannelRow {
            n: n as i64 + 1,
            code: part(n, "code", 0),
            parts: PARTS[1..].iter().map(|(name, most)| part(n, name, *most)).collect(),
            remove: part(n, "remove", 0),
        });
        let field = Field {
            name: "platforms",
            kind: Kind::Platforms,
            required: false,
            essential: false,
            headings: &[],
        };
        let platforms = lists::PLATFORMS.iter().map(|(code, _)| {
            let name = page.t(&field.choice_key(code));
            PlatformRow {
                state: Part {
                    name: format!("platform-{code}-state"),
                    label: name.clone(),
                    most: 0,
                },
                date: Part {
                    name: format!("platform-{code}-date"),
                    label: page.ts(key!("profile-platform-day"), name),
                    most: 0,
                },
            }
        });
        Self {
            channels: channels.collect(),
            kinds: words::terms(page, vocabulary::channels()),
            platforms: platforms.collect(),
            states: PlatformState::ALL
                .into_iter()
                .map(|state| words::choice(state.code(), page.t(state.key())))
                .collect(),
        }
    }
}

fn label_key(part: &str) -> &'static str {
    match part {
        "code" => key!("profile-channel-kind"),
        "label" => key!("profile-channel-name"),
        "place" => key!("profile-channel-place"),
        "municipality" => key!("profile-channel-municipality"),
        "hours" => key!("profile-channel-hours"),
        "phone" => key!("profile-channel-phone"),
        "email" => key!("profile-channel-email"),
        "url" => key!("profile-channel-url"),
        _ => key!("profile-channel-remove"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_fold_into_the_fields_they_are() {
        let typed = [
            ("name", "Sportello"),
            ("channel-0-code", "01.1.1"),
            ("channel-0-hours", "9-13"),
            ("channel-1-code", "03.1"),
            ("channel-2-code", "04.2"),
            ("channel-2-remove", "1"),
            ("platform-spid-state", "active"),
            ("platform-spid-date", "2026-03-01"),
            ("platform-cie-state", ""),
        ];
        let pairs = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let form = Form::filled(folded(pairs));
        assert_eq!(form.value("channels"), "01.1.1;03.1");
        assert_eq!(form.value("channel_details"), "01.1.1 |  | orari: 9-13");
        assert_eq!(form.value("platforms"), "spid (active, 2026-03-01)");
        let plain = vec![("channels".to_owned(), "03.1".to_owned())];
        assert_eq!(folded(plain.clone()), plain);
        let again = unfolded(Form::default(), "01.1.1;03.1", "01.1.1 |  | orari: 9-13", "");
        assert_eq!(again.value("channel-0-hours"), "9-13");
        assert_eq!(again.value("channel-1-code"), "03.1");
    }
}
