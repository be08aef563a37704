//! Anonymous pages kept in memory while their body's data is unchanged: never stale, rendered once.

use std::{
    io::Write as _,
    sync::{Arc, OnceLock},
};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use texts::Lang;

/// What a kept page was rendered for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub path_and_query: String,
    pub lang: Lang,
    /// The day in Italy: what is late or due today was not yesterday.
    pub day: String,
}

/// A kept page.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// Event number of the body it was rendered at.
    pub version: i64,
    /// Its headers, the seal (ETag) among them.
    pub headers: HeaderMap,
    /// The bytes.
    pub content: Bytes,
    /// The same, packed; made when first asked for and kept beside the page.
    pub packed: Arc<Packed>,
}

/// The packed forms of a page.
#[derive(Debug, Default)]
pub(crate) struct Packed {
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

/// How a page travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coding {
    Identity,
    Gzip,
    Brotli,
}

impl Coding {
    /// The tightest that the browser takes; an explicit `q=0` refuses one.
    pub fn asked(headers: &HeaderMap) -> Self {
        let mut best = Self::Identity;
        let lists = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok());
        for one in lists.flat_map(|list| list.split(',')) {
            let (name, weight) = one.split_once(';').unwrap_or((one, ""));
            if weight.replace(' ', "").trim_start_matches("q=").parse() == Ok(0.0) {
                continue;
            }
            match name.trim() {
                "br" => return Self::Brotli,
                "gzip" => best = Self::Gzip,
                _ => {}
            }
        }
        best
    }

    /// Its name in `Content-Encoding`; none for the plain bytes.
    pub fn name(self) -> Option<HeaderValue> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Brotli => Some(HeaderValue::from_static("br")),
        }
    }
}

/// Packs bytes.
type Pack = fn(&[u8]) -> std::io::Result<Vec<u8>>;

impl Kept {
    /// The page's bytes as they travel; those that cannot be packed travel plain.
    pub fn bytes(&self, coding: Coding) -> (Coding, Bytes) {
        let (place, pack): (_, Pack) = match coding {
            Coding::Identity => return (coding, self.content.clone()),
            Coding::Gzip => (&self.packed.gzip, gzip),
            Coding::Brotli => (&self.packed.brotli, brotli),
        };
        let bytes = place.get_or_init(|| pack(&self.content).map(Bytes::from).unwrap_or_default());
        if bytes.is_empty() {
            return (Coding::Identity, self.content.clone());
        }
        (coding, bytes.clone())
    }
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    packer.write_all(content)?;
    packer.finish()
}

fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    // Quality 5 packs as well as gzip's best in a few milliseconds a page.
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 22);
    packer.write_all(content)?;
    packer.flush()?;
    Ok(packer.into_inner())
}

/// The kept pages: at most 64 MB.
#[derive(Debug)]
pub(crate) struct PageCache(moka::sync::Cache<Key, Kept>);

impl Default for PageCache {
    fn default() -> Self {
        Self(
            moka::sync::Cache::builder()
                .max_capacity(64 << 20)
                .weigher(|key: &Key, kept: &Kept| {
                    // The packed forms come later and are smaller than the page: room for both.
                    u32::try_from(key.path_and_query.len() + kept.content.len() * 2 + 512)
                        .unwrap_or(u32::MAX)
                })
                .build(),
        )
    }
}

impl PageCache {
    /// The page if it is as new as its body.
    pub fn get(&self, key: &Key, version: i64) -> Option<Kept> {
        self.0.get(key).filter(|kept| kept.version == version)
    }

    /// Keeps a page.
    pub fn put(&self, key: Key, kept: Kept) {
        self.0.insert(key, kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &'static str) -> Coding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(text));
        Coding::asked(&headers)
    }

    #[test]
    fn the_browser_gets_the_tightest_form_it_takes() {
        assert_eq!(asked("gzip, deflate, br"), Coding::Brotli);
        assert_eq!(asked("gzip;q=1.0, br;q=0"), Coding::Gzip);
        assert_eq!(asked("gzip; q=0"), Coding::Identity);
        assert_eq!(Coding::asked(&HeaderMap::new()), Coding::Identity);
    }

    #[test]
    fn packed_bytes_unpack_to_the_page() {
        use std::io::Read as _;
        let content = Bytes::from("Agenda Sociale Locale. ".repeat(100));
        let kept = Kept {
            version: 1,
            headers: HeaderMap::new(),
            content: content.clone(),
            packed: Arc::default(),
        };
        let (coding, bytes) = kept.bytes(Coding::Gzip);
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap_or_default();
        assert_eq!((coding, &plain[..]), (Coding::Gzip, &content[..]));
        let (coding, bytes) = kept.bytes(Coding::Brotli);
        let mut plain = Vec::new();
        brotli::Decompressor::new(&bytes[..], 4096).read_to_end(&mut plain).unwrap_or_default();
        assert_eq!((coding, &plain[..]), (Coding::Brotli, &content[..]));
    }
}
