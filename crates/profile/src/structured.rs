//! Values with parts: the channels, platforms and local classes of a service.
//!
//! Each is kept as one text, so that import, comparison, provenance and files treat it like any other
//! field; [`channels`], [`platforms`] and [`classes`] read the kept text, and `kept_…` writes it back.
//! Reading what people wrote is lenient and always ends in the one kept form.

use jiff::civil::Date;
use kernel::{clock::parse_day, email::Email, italian, vocabulary};

use crate::{
    fields::{Choices, Fault, plain},
    lists,
};

/// Characters of one part of a channel at most.
const PART: usize = 500;

/// Channels, platforms or classes of one service at most.
const MOST: usize = 60;

/// One way to reach a service.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServiceChannel {
    /// OntoPiA code of the channel.
    pub code: String,
    /// What people call it: `Sportello sociale di Guastalla`.
    pub label: String,
    /// Address or place.
    pub place: String,
    /// ISTAT code of its municipality; empty when it is of none.
    pub municipality: String,
    /// Opening hours.
    pub hours: String,
    /// Telephone.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Web address.
    pub url: String,
}

impl ServiceChannel {
    /// All it says in one line, for people.
    pub fn line(&self, lang: &str) -> String {
        let name = match self.label.as_str() {
            "" => vocabulary::channels().label(&self.code, lang),
            label => label,
        };
        let town = match self.municipality.as_str() {
            "" => "",
            code => vocabulary::municipalities().label(code, lang),
        };
        let parts = [name, &self.place, town, &self.hours, &self.phone, &self.email, &self.url];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Whether it says more than which channel it is.
    pub const fn has_details(&self) -> bool {
        !(self.label.is_empty()
            && self.place.is_empty()
            && self.municipality.is_empty()
            && self.hours.is_empty()
            && self.phone.is_empty()
            && self.email.is_empty()
            && self.url.is_empty())
    }
}

/// The parts of a channel that are written with their name, as the kept form names them.
const NAMED: [(&str, &[&str]); 6] = [
    ("luogo", &["luogo", "sede", "indirizzo", "dove", "place", "address"]),
    ("comune", &["comune", "municipality"]),
    ("orari", &["orari", "orario", "hours", "opening hours"]),
    ("tel", &["tel", "telefono", "phone", "telephone"]),
    ("e-mail", &["e mail", "email", "mail", "posta elettronica"]),
    ("sito", &["sito", "url", "web", "link", "pagina"]),
];

impl ServiceChannel {
    fn named(&self) -> [&str; 6] {
        [&self.place, &self.municipality, &self.hours, &self.phone, &self.email, &self.url]
    }

    fn part(&mut self, at: usize) -> &mut String {
        match at {
            0 => &mut self.place,
            1 => &mut self.municipality,
            2 => &mut self.hours,
            3 => &mut self.phone,
            4 => &mut self.email,
            _ => &mut self.url,
        }
    }
}

/// The kept form of channels: one line each, `01.1.1 | Sportello | luogo: Via Gonzaga 16 | orari: …`.
///
/// The code and the label stand first, the other parts after their name; `\` guards `|` and line ends.
pub fn kept_channels(channels: &[ServiceChannel]) -> String {
    written_channels(channels, |channel| (channel.code.clone(), channel.municipality.clone()))
}

/// The same with words where codes stand, for people who read a spreadsheet.
pub fn spoken_channels(channels: &[ServiceChannel], lang: &str) -> String {
    written_channels(channels, |channel| {
        let town = vocabulary::municipalities().label(&channel.municipality, lang).to_owned();
        (channel.code.clone(), town)
    })
}

fn written_channels(
    channels: &[ServiceChannel],
    words: impl Fn(&ServiceChannel) -> (String, String),
) -> String {
    let line = |channel: &ServiceChannel| {
        let (code, town) = words(channel);
        let mut line = guarded(&code);
        let named = channel.named();
        if !channel.label.is_empty() || named.iter().any(|part| !part.is_empty()) {
            line.push_str(" | ");
            line.push_str(&guarded(&channel.label));
        }
        for (at, (part, (name, _))) in named.into_iter().zip(NAMED).enumerate() {
            let part = if at == 1 { town.as_str() } else { part };
            if !part.is_empty() {
                line.push_str(" | ");
                line.push_str(name);
                line.push_str(": ");
                line.push_str(&guarded(part));
            }
        }
        line.trim_end().to_owned()
    };
    channels.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The channels of a kept text.
pub fn channels(kept: &str) -> Vec<ServiceChannel> {
    let lines = kept.lines().filter(|line| !line.is_empty());
    let channel = |line: &str| {
        let mut parts = split_guarded(line).into_iter();
        let mut channel = ServiceChannel {
            code: parts.next().unwrap_or_default(),
            label: parts.next().unwrap_or_default(),
            ..ServiceChannel::default()
        };
        for part in parts {
            let Some((name, value)) = part.split_once(": ") else { continue };
            if let Some(at) = NAMED.iter().position(|(known, _)| *known == name) {
                value.clone_into(channel.part(at));
            }
        }
        channel
    };
    lines.map(channel).collect()
}

fn guarded(part: &str) -> String {
    let lines = part.replace("\r\n", "\n").replace('\r', "\n");
    lines.replace('\\', "\\\\").replace('|', "\\|").replace('\n', "\\n")
}

/// The parts of a line between bars, with what `\` guards put back.
fn split_guarded(line: &str) -> Vec<String> {
    let (mut parts, mut current, mut letters) = (Vec::new(), String::new(), line.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => current.push('\n'),
                Some(other) => current.push(other),
                None => current.push('\\'),
            },
            '|' => parts.push(std::mem::take(&mut current).trim().to_owned()),
            other => current.push(other),
        }
    }
    parts.push(current.trim().to_owned());
    parts
}

/// Reads channels as people write them, one line each; gives the kept form.
///
/// First the channel (its code or its name), then what people call it, then the rest with or without
/// names: an address beginning with `http`, an e-mail, a telephone, a municipality are known by shape.
pub(crate) fn read_channels(written: &str) -> Result<String, Fault> {
    let mut found = Vec::new();
    for (line, n) in written.lines().zip(1_i64..).filter(|(line, _)| !line.trim().is_empty()) {
        found.push(read_channel(line).ok_or(Fault::NotAChannel(n))?);
    }
    if found.len() > MOST {
        return Err(Fault::TooMany(MOST as i64));
    }
    Ok(kept_channels(&found))
}

fn read_channel(line: &str) -> Option<ServiceChannel> {
    let mut parts = split_guarded(line).into_iter();
    let code = crate::fields::term(vocabulary::channels(), &parts.next()?).ok()?;
    let label = parts.next().unwrap_or_default();
    let mut channel = ServiceChannel { code, label, ..ServiceChannel::default() };
    for part in parts.filter(|part| !part.is_empty()) {
        let named = part.split_once(':').and_then(|(name, value)| {
            let name = plain(name);
            let at = NAMED.iter().position(|(_, words)| words.contains(&name.as_str()))?;
            Some((at, value.trim().to_owned()))
        });
        let (at, value) = match named {
            Some(named) => named,
            None => (shape_of(&part, &channel), part),
        };
        let value = match at {
            1 => crate::fields::term(vocabulary::municipalities(), &value).ok()?,
            3 => value.split_whitespace().collect::<Vec<_>>().join(" "),
            4 => Email::parse(&value)?.as_str().to_owned(),
            5 if !crate::fields::is_address(&value) => return None,
            _ => value,
        };
        let kept = channel.part(at);
        if !kept.is_empty() {
            return None;
        }
        *kept = value;
    }
    let parts = [&channel.label, &channel.place, &channel.hours, &channel.phone, &channel.url];
    let fits = parts.iter().all(|part| part.chars().count() <= PART);
    fits.then_some(channel)
}

/// Which part of a channel a text without a name is.
fn shape_of(part: &str, so_far: &ServiceChannel) -> usize {
    let low = part.to_ascii_lowercase();
    if low.starts_with("http://") || low.starts_with("https://") {
        return 5;
    }
    if Email::parse(part).is_some() {
        return 4;
    }
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let dials = part.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '/'));
    if dials && digits > 6 || dials && part.contains(' ') && digits > 5 {
        return 3;
    }
    if so_far.municipality.is_empty() && vocabulary::municipalities().recognise(part).is_some() {
        return 1;
    }
    if so_far.place.is_empty() { 0 } else { 2 }
}

/// How far a service is with a national platform.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum PlatformState {
    /// Nobody means to use it.
    NotPlanned,
    /// It is meant to be used.
    Planned,
    /// The work has begun.
    InProgress,
    /// It is in use.
    Active,
}

impl PlatformState {
    /// Every state, from nothing to in use.
    pub const ALL: [Self; 4] = [Self::NotPlanned, Self::Planned, Self::InProgress, Self::Active];

    /// The code kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotPlanned => "not_planned",
            Self::Planned => "planned",
            Self::InProgress => "in_progress",
            Self::Active => "active",
        }
    }

    /// The key of its label.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotPlanned => texts::key!("profile-platform-not-planned"),
            Self::Planned => texts::key!("profile-platform-planned"),
            Self::InProgress => texts::key!("profile-platform-in-progress"),
            Self::Active => texts::key!("profile-platform-active"),
        }
    }

    /// The state of a word people use.
    pub fn parse(word: &str) -> Option<Self> {
        match plain(word).as_str() {
            "not planned" | "non previsto" | "non prevista" | "no" => Some(Self::NotPlanned),
            "planned" | "previsto" | "prevista" => Some(Self::Planned),
            "in progress" | "in corso" | "avviato" | "avviata" => Some(Self::InProgress),
            "active" | "in use" | "attivo" | "attiva" | "si" | "in uso" => Some(Self::Active),
            _ => None,
        }
    }
}

/// A national platform and how far a service is with it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServicePlatform {
    /// Code of the platform ([`lists::PLATFORMS`]).
    pub platform: String,
    /// How far it is.
    pub state: PlatformState,
    /// Since when, or by when.
    #[serde(default)]
    pub date: Option<Date>,
}

/// Whether a service uses a platform, or is to use it.
pub fn foresees(platforms: &[ServicePlatform], code: &str) -> bool {
    platforms.iter().any(|one| one.platform == code && one.state != PlatformState::NotPlanned)
}

/// The kept form of platforms: `spid:active:2024-05-01;pagopa:planned`.
pub fn kept_platforms(platforms: &[ServicePlatform]) -> String {
    let one = |used: &ServicePlatform| {
        let day = used.date.map(|day| format!(":{day}")).unwrap_or_default();
        format!("{}:{}{day}", used.platform, used.state.code())
    };
    platforms.iter().map(one).collect::<Vec<_>>().join(";")
}

/// The platforms of a kept text; a code alone is in use, as in lists of before states were kept.
pub fn platforms(kept: &str) -> Vec<ServicePlatform> {
    let items = kept.split(';').filter(|item| !item.is_empty());
    let one = |item: &str| {
        let mut parts = item.splitn(3, ':');
        let platform = parts.next().unwrap_or_default().to_owned();
        let state = parts.next().map_or(Some(PlatformState::Active), PlatformState::parse);
        let state = state.unwrap_or(PlatformState::Planned);
        ServicePlatform { platform, state, date: parts.next().and_then(|day| day.parse().ok()) }
    };
    items.map(one).collect()
}

/// Reads platforms as people write them: `SPID, CIE`, `pagoPA (in corso); App IO (attivo, 1/3/2026)`.
pub(crate) fn read_platforms(
    written: &str,
    choose: impl Fn(&str) -> Result<String, Fault>,
) -> Result<String, Fault> {
    let mut open = false;
    let items = written.split(|c: char| {
        open = if open { c != ')' } else { c == '(' };
        matches!(c, ';' | '\n') || c == ',' && !open
    });
    let mut found: Vec<ServicePlatform> = Vec::new();
    for item in items.map(str::trim).filter(|item| !item.is_empty()) {
        let (name, rest) = item.split_once(['(', ':']).unwrap_or((item, ""));
        let (mut state, mut date) = (PlatformState::Active, None);
        let rest = rest.trim().trim_end_matches(')');
        for part in rest.split([',', ':']).map(str::trim).filter(|part| !part.is_empty()) {
            if let Some(known) = PlatformState::parse(part) {
                state = known;
            } else {
                date = Some(parse_day(part).ok_or(Fault::NotAPlatform)?);
            }
        }
        // SPID and CIE were one choice before states were kept.
        let codes = match plain(name).as_str() {
            "spid cie" | "cie spid" | "spid e cie" | "cie e spid" | "spid and cie" => {
                vec!["spid".to_owned(), "cie".to_owned()]
            }
            _ => vec![choose(name).map_err(|_| Fault::NotAPlatform)?],
        };
        for platform in codes {
            found.retain(|known| known.platform != platform);
            found.push(ServicePlatform { platform, state, date });
        }
    }
    let order = |used: &ServicePlatform| place_in(lists::PLATFORMS, &used.platform);
    found.sort_by_key(order);
    Ok(kept_platforms(&found))
}

fn place_in(list: Choices, code: &str) -> usize {
    list.iter().position(|(known, _)| *known == code).unwrap_or(usize::MAX)
}

/// A term of a local classification.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// The table: `aree-rimini`.
    pub scheme: String,
    /// The term's code in it.
    pub code: String,
}

/// The kept form of classes: `aree-rimini:A1;settori:S-2`.
pub fn kept_classes(classes: &[Class]) -> String {
    let one = |class: &Class| format!("{}:{}", class.scheme, class.code);
    classes.iter().map(one).collect::<Vec<_>>().join(";")
}

/// The classes of a kept text.
pub fn classes(kept: &str) -> Vec<Class> {
    kept.split(';')
        .filter_map(|item| item.split_once(':'))
        .map(|(scheme, code)| Class { scheme: scheme.to_owned(), code: code.to_owned() })
        .collect()
}

/// Reads classes, `table:code` each; whether the table and the code exist is checked where it is saved.
pub(crate) fn read_classes(written: &str) -> Result<String, Fault> {
    let mut found: Vec<Class> = Vec::new();
    for item in written.split([';', '\n', ',']).map(str::trim).filter(|item| !item.is_empty()) {
        let (scheme, code) = item.split_once(':').ok_or(Fault::NotAClass)?;
        let class = Class {
            scheme: italian::slug(&italian::slug(scheme)),
            code: read_term_code(code).ok_or(Fault::NotAClass)?,
        };
        if class.scheme.is_empty() {
            return Err(Fault::NotAClass);
        }
        if !found.contains(&class) {
            found.push(class);
        }
    }
    if found.len() > MOST {
        return Err(Fault::TooMany(MOST as i64));
    }
    Ok(kept_classes(&found))
}

/// The code of a term: capital letters, digits, `-`, `_`, `.`, `/`.
pub(crate) fn read_term_code(written: &str) -> Option<String> {
    let code = written.trim().to_uppercase();
    let sound = !code.is_empty()
        && code.len() <= 40
        && code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
    sound.then_some(code)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fields::{Field, Kind};

    fn field(kind: Kind) -> Field {
        Field { name: "platforms", kind, required: false, essential: false, headings: &[] }
    }

    #[test]
    fn channels_as_an_office_writes_them() {
        let channels_field = field(Kind::Channels);
        let written = "01.1.1 | Sportello sociale | Piazza Mazzini 1 | Guastalla | lun-ven 9-13 | 0522 839711 | https://example.it\n\
                       Telefono | | orari: 8-14 | tel: 0522 1";
        let kept = channels_field.read(written).unwrap();
        let typed = channels(&kept);
        assert_eq!(typed.len(), 2, "{kept}");
        assert_eq!(typed[0].municipality, "035024");
        assert_eq!(
            (typed[0].hours.as_str(), typed[0].phone.as_str()),
            ("lun-ven 9-13", "0522 839711")
        );
        assert_eq!((typed[1].hours.as_str(), typed[1].phone.as_str()), ("8-14", "0522 1"));
        assert_eq!(channels_field.read(&kept), Ok(kept.clone()), "the kept form stays as it is");
        let spoken = spoken_channels(&typed, "it");
        assert!(spoken.contains("comune: Guastalla"), "{spoken}");
        assert_eq!(channels_field.read(&spoken), Ok(kept));
        assert_eq!(channels_field.read("01.1.1\npiccione | x"), Err(Fault::NotAChannel(2)));
        assert_eq!(channels_field.read("01.1.1 | x | e-mail: storta"), Err(Fault::NotAChannel(1)));
        assert_eq!(
            channels_field.read("01.1.1 | x | sito: javascript:1"),
            Err(Fault::NotAChannel(1))
        );
    }

    #[test]
    fn platforms_as_an_office_writes_them() {
        let platforms_field = field(Kind::Platforms);
        let read = |written: &str| platforms_field.read(written);
        assert_eq!(read("app io, SPID"), Ok("spid:active;io:active".into()));
        assert_eq!(read("spid_cie;pagopa"), Ok("spid:active;cie:active;pagopa:active".into()));
        assert_eq!(
            read("pagoPA (in corso); App IO (attivo, 1/3/2026)"),
            Ok("pagopa:in_progress;io:active:2026-03-01".into())
        );
        assert_eq!(read("pagopa:planned:2027-01-01"), Ok("pagopa:planned:2027-01-01".into()));
        assert_eq!(read("faxpa"), Err(Fault::NotAPlatform));
        assert_eq!(read("pagopa (forse)"), Err(Fault::NotAPlatform));
        let old = platforms("spid_cie;io");
        assert!(old.iter().all(|used| used.state == PlatformState::Active));
    }

    #[test]
    fn classes_name_their_table() {
        let classes_field = field(Kind::Classes);
        assert_eq!(
            classes_field.read("Aree Rimini: a1; settori:S-2"),
            Ok("aree-rimini:A1;settori:S-2".into())
        );
        assert_eq!(classes_field.read("A1"), Err(Fault::NotAClass));
    }

    /// What a person may type in one part: any letters, also bars, backslashes and line ends.
    fn words() -> impl Strategy<Value = String> {
        "[a-zà-ù0-9|\\\\;:,.\n()@ -]{0,30}".prop_map(|text| text.trim().to_owned())
    }

    fn a_channel() -> impl Strategy<Value = ServiceChannel> {
        let code = prop::sample::select(vec!["01.1.1", "03.1", "04.2"]);
        let town = prop::sample::select(vec!["", "035024", "099014"]);
        let email = prop::sample::select(vec!["", "sociale@example.it"]);
        let url = prop::sample::select(vec!["", "https://example.it/a?b=c|d"]);
        (code, words(), words(), town, words(), words(), email, url).prop_map(
            |(code, label, place, municipality, hours, phone, email, url)| ServiceChannel {
                code: code.to_owned(),
                label,
                place,
                municipality: municipality.to_owned(),
                hours,
                // A telephone is one line.
                phone: phone.split_whitespace().collect::<Vec<_>>().join(" "),
                email: email.to_owned(),
                url: url.to_owned(),
            },
        )
    }

    fn a_platform() -> impl Strategy<Value = (usize, usize, Option<i16>)> {
        (0..lists::PLATFORMS.len(), 0..4_usize, prop::option::of(1990_i16..2100))
    }

    proptest! {
        #[test]
        fn typed_channels_come_back(list in prop::collection::vec(a_channel(), 0..6)) {
            let kept = kept_channels(&list);
            prop_assert_eq!(&channels(&kept), &list);
            prop_assert_eq!(field(Kind::Channels).read(&kept), Ok(kept));
        }

        #[test]
        fn typed_platforms_come_back(picked in prop::collection::btree_map(0..lists::PLATFORMS.len(), a_platform(), 0..10)) {
            let list: Vec<ServicePlatform> = picked.into_iter().map(|(at, (_, state, year))| ServicePlatform {
                platform: lists::PLATFORMS[at].0.to_owned(),
                state: PlatformState::ALL[state],
                date: year.map(|year| Date::new(year, 5, 1).unwrap()),
            }).collect();
            let kept = kept_platforms(&list);
            prop_assert_eq!(&platforms(&kept), &list);
            prop_assert_eq!(field(Kind::Platforms).read(&kept), Ok(kept));
        }

        #[test]
        fn typed_classes_come_back(list in prop::collection::hash_set(("[a-z]{1,8}(-[a-z0-9]{1,4})?", "[A-Z0-9][A-Z0-9._/-]{0,6}"), 0..8)) {
            let list: Vec<Class> = list.into_iter().map(|(scheme, code)| Class { scheme, code }).collect();
            let kept = kept_classes(&list);
            prop_assert_eq!(&classes(&kept), &list);
            prop_assert_eq!(field(Kind::Classes).read(&kept), Ok(kept));
        }

        #[test]
        fn nothing_written_breaks_the_reader(text in "\\PC{0,80}") {
            for kind in [Kind::Channels, Kind::Platforms, Kind::Classes] {
                if let Ok(kept) = field(kind).read(&text) {
                    prop_assert_eq!(field(kind).read(&kept), Ok(kept));
                }
            }
        }
    }
}
