//! Anonymous pages kept in memory while their body's data is unchanged: never stale, rendered once.

use bytes::Bytes;
use http::HeaderMap;
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
                    u32::try_from(key.path_and_query.len() + kept.content.len() + 512)
                        .unwrap_or(u32::MAX)
                })
                .build(),
        )
    }
}

impl PageCache {
    pub fn get(&self, key: &Key, version: i64) -> Option<Kept> {
        self.0.get(key).filter(|kept| kept.version == version)
    }

    pub fn put(&self, key: Key, kept: Kept) {
        self.0.insert(key, kept);
    }
}
