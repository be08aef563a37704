//! Fetching within limits: few redirects, each checked anew; so many bytes, so many seconds.

use std::{io::Read as _, net::SocketAddr, sync::Arc, time::Duration};

use reqwest::{
    Client, Response,
    dns::{Addrs, Name, Resolve, Resolving},
    header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, LOCATION},
    redirect::Policy,
};
use serde_json::Value;
use url::Url;

use super::{Fault, Reach};

/// How much may be fetched of one source.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of all files together, decompressed.
    pub bytes: usize,
    /// From the first look-up to the last byte.
    pub time: Duration,
    /// How often one file may be elsewhere.
    pub redirects: usize,
    /// Pages of a directory.
    pub pages: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20 << 20, time: Duration::from_secs(30), redirects: 3, pages: 500 }
    }
}

/// What was fetched.
#[derive(Debug, Clone)]
pub struct Fetched {
    /// The files: one, or the pages of a directory.
    pub files: Vec<Vec<u8>>,
    /// Where the first was in the end.
    pub address: String,
}

const WANTED: &str = "application/json, application/ld+json, text/turtle, application/rdf+xml, text/html;q=0.9, */*;q=0.1";

/// Fetches what is at an address; of a directory in HSDS every page.
pub async fn fetch(url: &Url, reach: &Reach, limits: Limits) -> Result<Fetched, Fault> {
    let whole = tokio::time::timeout(limits.time, all(url, reach, limits)).await;
    whole.map_err(|_| Fault::TooSlow(limits.time.as_secs() as i64))?
}

async fn all(url: &Url, reach: &Reach, limits: Limits) -> Result<Fetched, Fault> {
    let mut left = limits.bytes;
    let (mut at, mut first) = one(&whole_services(url), reach, limits, &mut left).await?;
    if let Some(services) = services_of_root(&first, &at) {
        (at, first) = one(&whole_services(&services), reach, limits, &mut left).await?;
    }
    let pages = pages(&first).min(limits.pages);
    let mut files = vec![first];
    for page in 2..=pages {
        let mut next = at.clone();
        let others: Vec<(String, String)> = next
            .query_pairs()
            .filter(|(name, _)| name != "page")
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        next.query_pairs_mut().clear().extend_pairs(others).append_pair("page", &page.to_string());
        files.push(one(&next, reach, limits, &mut left).await?.1);
    }
    Ok(Fetched { files, address: at.into() })
}

/// A list of services told whole instead of in short (HSDS 3.0, `full`).
fn whole_services(url: &Url) -> Url {
    let mut url = url.clone();
    let lists = url.path_segments().and_then(|mut parts| parts.next_back()) == Some("services");
    let said = url.query_pairs().any(|(name, _)| matches!(&*name, "full" | "minimal"));
    // On a municipal site "/servizi" is a page; "/services" is a directory's word.
    if lists && !said {
        url.query_pairs_mut().append_pair("full", "true");
    }
    url
}

fn object(bytes: &[u8]) -> Option<serde_json::Map<String, Value>> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(object)) => Some(object),
        _ => None,
    }
}

/// The list of services of a directory whose root this is.
fn services_of_root(bytes: &[u8], at: &Url) -> Option<Url> {
    let root = object(bytes)?;
    let is_root = root.contains_key("version") && root.contains_key("openapi_url");
    let mut folder = at.clone();
    folder.set_query(None);
    if !folder.path().ends_with('/') {
        folder.set_path(&format!("{}/", at.path()));
    }
    if is_root { folder.join("services").ok() } else { None }
}

/// How many pages a list has.
fn pages(bytes: &[u8]) -> u64 {
    let list = object(bytes).filter(|list| list.contains_key("contents"));
    list.and_then(|list| list.get("total_pages").and_then(Value::as_u64)).unwrap_or(1)
}

/// Fetches one file, following it where it went.
async fn one(
    url: &Url,
    reach: &Reach,
    limits: Limits,
    left: &mut usize,
) -> Result<(Url, Vec<u8>), Fault> {
    let mut at = url.clone();
    for _ in 0..=limits.redirects {
        let answer = ask(&at, reach).await?;
        let status = answer.status();
        if matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
            let to = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok());
            let next = at.join(to.ok_or(Fault::Status(i64::from(status.as_u16())))?);
            let next = super::address::parse(next.map_err(|_| Fault::NotAnAddress)?.as_str())?;
            if url.scheme() == "https" && next.scheme() != "https" {
                return Err(Fault::Unprotected);
            }
            at = next;
            continue;
        }
        if !status.is_success() {
            return Err(Fault::Status(i64::from(status.as_u16())));
        }
        let bytes = body(answer, *left, limits).await?;
        *left -= bytes.len();
        return Ok((at, bytes));
    }
    Err(Fault::TooManyRedirects(limits.redirects as i64))
}

/// Asks one server, at the addresses that were checked and no other.
async fn ask(url: &Url, reach: &Reach) -> Result<Response, Fault> {
    let addresses = reach.addresses(url).await?;
    let client = Client::builder()
        .dns_resolver(Arc::new(Checked(addresses)))
        // A proxy of the environment would look the name up itself.
        .no_proxy()
        .redirect(Policy::none())
        .referer(false)
        .user_agent("AGIO")
        .connect_timeout(Duration::from_secs(10))
        .build()
        .map_err(|_| Fault::NoConnection)?;
    let asked = client.get(url.clone()).header(ACCEPT, WANTED).header(ACCEPT_ENCODING, "identity");
    asked.send().await.map_err(|_| Fault::NoConnection)
}

/// Whatever name is asked for, it is where it was when it was checked: a name that changes between
/// the check and the connection leads nowhere else.
struct Checked(Vec<SocketAddr>);

impl Resolve for Checked {
    fn resolve(&self, _: Name) -> Resolving {
        let addresses: Addrs = Box::new(self.0.clone().into_iter());
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

/// The bytes of an answer, decompressed, at most `left`.
async fn body(mut answer: Response, left: usize, limits: Limits) -> Result<Vec<u8>, Fault> {
    let too_large = Fault::TooLarge((limits.bytes >> 20) as i64);
    let mut bytes = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|_| Fault::NoConnection)? {
        if bytes.len() + piece.len() > left {
            return Err(too_large);
        }
        bytes.extend_from_slice(&piece);
    }
    // We ask for no compression; some servers compress all the same.
    let packed =
        answer.headers().get(CONTENT_ENCODING).map(|how| how.as_bytes().to_ascii_lowercase());
    match packed.as_deref() {
        None | Some(b"identity" | b"") => Ok(bytes),
        Some(b"gzip" | b"x-gzip") => {
            let mut out = Vec::new();
            let unpacked = flate2::read::MultiGzDecoder::new(bytes.as_slice());
            let read = unpacked.take(left as u64 + 1).read_to_end(&mut out);
            read.map_err(|_| Fault::Compressed)?;
            if out.len() > left { Err(too_large) } else { Ok(out) }
        }
        Some(_) => Err(Fault::Compressed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn a_directory_is_asked_for_whole_services() {
        assert_eq!(
            whole_services(&url("https://a.it/v/services")).as_str(),
            "https://a.it/v/services?full=true"
        );
        for same in ["https://a.it/services?minimal=true", "https://a.it/servizi", "https://a.it/"]
        {
            assert_eq!(whole_services(&url(same)).as_str(), same);
        }
        let root = br#"{"version":"3.0","profile":"x","openapi_url":"y"}"#;
        let services = services_of_root(root, &url("https://a.it/hsds/3.0?a=b")).unwrap();
        assert_eq!(services.as_str(), "https://a.it/hsds/3.0/services");
        assert_eq!(services_of_root(b"{}", &url("https://a.it/")), None);
        assert_eq!(pages(br#"{"contents":[],"total_pages":7}"#), 7);
        assert_eq!(pages(b"<html>"), 1);
    }

    #[tokio::test]
    async fn any_name_leads_to_the_checked_address() {
        let checked: SocketAddr = "192.0.2.1:443".parse().unwrap();
        let name: Name = "example.it".parse().unwrap();
        let found: Vec<_> = Checked(vec![checked]).resolve(name).await.unwrap().collect();
        assert_eq!(found, [checked]);
    }
}
