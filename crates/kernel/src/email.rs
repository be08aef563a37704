//! E-mail addresses, checked just enough to catch a slip of the hand.

/// An address in lower case that has the shape `name@host.domain`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Reads an address; at most 254 characters (RFC 5321), one `@`, a dot in the host.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if text.len() > 254 || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return None;
        }
        let (name, host) = text.split_once('@')?;
        let host_ok = host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !host.contains("..")
            && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
        let name_ok = !name.is_empty()
            && name.len() <= 64
            && !name.chars().any(|c| matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | '"' | '@'));
        (host_ok && name_ok).then_some(Self(text))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Email;

    #[test]
    fn plausible_addresses_only() {
        assert_eq!(Email::parse(" Anna@Comune.it ").unwrap().as_str(), "anna@comune.it");
        for bad in [
            "",
            "anna",
            "anna@",
            "@comune.it",
            "a@b@c.it",
            "a b@c.it",
            "a@comune",
            "a@.it",
            "a\n@c.it",
        ] {
            assert!(Email::parse(bad).is_none(), "{bad}");
        }
    }
}
