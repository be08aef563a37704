//! Which addresses may be fetched.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use url::{Host, Url};

use super::Fault;

/// Where the program may go: everywhere that is open to everybody, and nowhere else.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    also: Vec<SocketAddr>,
}

impl Reach {
    /// Public addresses alone.
    pub fn public() -> Self {
        Self::default()
    }

    /// Public addresses and one server of a test. No configuration leads here.
    #[must_use]
    pub fn with_test_server(mut self, server: SocketAddr) -> Self {
        self.also.push(server);
        self
    }

    /// Whether a connection may go there.
    fn allows(&self, to: SocketAddr) -> bool {
        self.also.contains(&to) || (is_public(to.ip()) && is_web(to.port()))
    }

    /// The addresses of a host; none unless all of them may be reached: a name that also leads to a
    /// private place is a trap.
    pub async fn addresses(&self, url: &Url) -> Result<Vec<SocketAddr>, Fault> {
        let port = url.port_or_known_default().ok_or(Fault::NotAnAddress)?;
        let found: Vec<SocketAddr> = match url.host().ok_or(Fault::NotAnAddress)? {
            Host::Ipv4(ip) => vec![(ip, port).into()],
            Host::Ipv6(ip) => vec![(ip, port).into()],
            Host::Domain(name) => {
                let found = tokio::net::lookup_host((name, port)).await;
                found.map_err(|_| Fault::NoSuchHost)?.collect()
            }
        };
        if found.is_empty() {
            return Err(Fault::NoSuchHost);
        }
        if found.iter().all(|to| self.allows(*to)) { Ok(found) } else { Err(Fault::NotPublic) }
    }
}

/// Characters of an address at most.
const MOST: usize = 500;

/// Reads an address as somebody typed it: `https://` or `http://`, a host, no name and password.
pub fn parse(typed: &str) -> Result<Url, Fault> {
    let typed = typed.trim();
    let url = Url::parse(typed).map_err(|_| Fault::NotAnAddress)?;
    let plain = url.username().is_empty() && url.password().is_none();
    let web = matches!(url.scheme(), "https" | "http") && url.has_host();
    if plain && web && typed.len() <= MOST { Ok(url) } else { Err(Fault::NotAnAddress) }
}

/// Ports where pages are; the others speak of mail, files and machines.
const fn is_web(port: u16) -> bool {
    matches!(port, 80 | 443) || port >= 1024
}

/// Whether an address is of the internet that everybody sees (IANA special-purpose registries).
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

/// Blocks that are not public: first address and length of the prefix.
const CLOSED_V4: [(Ipv4Addr, u32); 15] = [
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let within = |(first, length): (Ipv4Addr, u32)| {
        let shift = 32 - length;
        ip.to_bits() >> shift == first.to_bits() >> shift
    };
    !CLOSED_V4.into_iter().any(within)
}

/// Only global unicast, 2000::/3, is public: loopback, private, link-local, multicast, IPv4-mapped and
/// translated addresses lie outside. Within it some blocks carry IPv4 or are for books.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let parts = ip.segments();
    let global = parts[0] & 0xe000 == 0x2000;
    let protocols = parts[0] == 0x2001 && parts[1] < 0x0200;
    let books =
        (parts[0] == 0x2001 && parts[1] == 0x0db8) || (parts[0] == 0x3fff && parts[1] < 0x1000);
    let carries_v4 = parts[0] == 0x2002;
    global && !protocols && !books && !carries_v4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_open_internet_is_public() {
        for closed in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.1.1.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::7f00:1",
            "64:ff9b::7f00:1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "3fff::1",
            "fc00::1",
            "fd00::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(closed.parse().unwrap()), "{closed}");
        }
        for open in [
            "8.8.8.8",
            "100.63.0.1",
            "100.128.0.1",
            "172.32.0.1",
            "198.20.0.1",
            "2a00:1450::1",
            "2001:4860::1",
        ] {
            assert!(is_public(open.parse().unwrap()), "{open}");
        }
    }

    #[test]
    fn what_somebody_types_is_a_web_address_or_nothing() {
        assert_eq!(parse(" https://a.it/servizi ").unwrap().as_str(), "https://a.it/servizi");
        for wrong in [
            "",
            "a.it",
            "ftp://a.it",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://",
            "https://u:p@a.it/",
            "https://u@a.it/",
            "data:text/html,x",
        ] {
            assert_eq!(parse(wrong), Err(Fault::NotAnAddress), "{wrong}");
        }
    }

    #[tokio::test]
    async fn hosts_are_looked_up_and_checked() {
        let reach = Reach::public();
        for trap in [
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://localhost/",
            "https://169.254.169.254/latest",
            "https://8.8.8.8:25/",
        ] {
            let url = parse(trap).unwrap();
            assert_eq!(reach.addresses(&url).await, Err(Fault::NotPublic), "{trap}");
        }
        let server: SocketAddr = "127.0.0.1:4321".parse().unwrap();
        let reach = Reach::public().with_test_server(server);
        assert_eq!(
            reach.addresses(&parse("http://127.0.0.1:4321/").unwrap()).await,
            Ok(vec![server])
        );
        let other = reach.addresses(&parse("http://127.0.0.1:4322/").unwrap()).await;
        assert_eq!(other, Err(Fault::NotPublic), "that server alone");
        let gone = reach.addresses(&parse("http://nessuno.invalid/").unwrap()).await;
        assert_eq!(gone, Err(Fault::NoSuchHost));
    }
}
