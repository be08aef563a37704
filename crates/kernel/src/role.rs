//! Who may do what: roles held on a body or on one of its paths.

use crate::{BodyId, PersonId};

/// What a person is to a body (`domain.md` 8.4).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Referente dell'ente: staff that censuses, decides with others, publishes.
    Lead,
    /// Facilitatore: runs listening and the working day.
    Facilitator,
    /// Moderatore: says what may go public.
    Moderator,
    /// Operatore: collects the voice of others.
    Operator,
    /// Attore del welfare: speaks for an organisation.
    Actor,
    /// Garante: checks rules and recounts.
    Guarantor,
    /// Cittadino.
    Citizen,
    /// Gestore di rete: across all bodies.
    NetworkManager,
}

impl Role {
    /// Every role, in the order of the table of routes.
    pub const ALL: [Self; 8] = [
        Self::Lead,
        Self::Facilitator,
        Self::Moderator,
        Self::Operator,
        Self::Actor,
        Self::Guarantor,
        Self::Citizen,
        Self::NetworkManager,
    ];

    /// The Italian word stored, typed and shown.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lead => "referente",
            Self::Facilitator => "facilitatore",
            Self::Moderator => "moderatore",
            Self::Operator => "operatore",
            Self::Actor => "attore",
            Self::Guarantor => "garante",
            Self::Citizen => "cittadino",
            Self::NetworkManager => "gestore-di-rete",
        }
    }

    /// The role a word stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// One role held on a body; on one path of it when `path` is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The body.
    pub body: BodyId,
    /// The path's address word, when the role is for that path alone.
    pub path: Option<String>,
    /// The role.
    pub role: Role,
}

/// Who is asking.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Principal {
    /// The account, when signed in.
    pub person: Option<PersonId>,
    /// The name to show.
    pub name: String,
    /// Roles held.
    pub grants: Vec<Grant>,
    /// How sure we are who it is: 0 anonymous, 1 e-mail or card, 2 checked by an operator, 3 SPID or CIE.
    pub identity_level: u8,
}

impl Principal {
    /// Nobody in particular.
    pub fn anonymous() -> Self {
        Self::default()
    }

    /// Whether one of the roles is held on the body (or on that path of it).
    pub fn holds(&self, body: BodyId, path: Option<&str>, roles: &[Role]) -> bool {
        self.grants.iter().any(|grant| {
            grant.body == body
                && roles.contains(&grant.role)
                && (grant.path.is_none() || grant.path.as_deref() == path)
        })
    }

    /// Whether the person holds one of the roles on the body or on any path of it.
    pub fn holds_somewhere(&self, body: BodyId, roles: &[Role]) -> bool {
        self.grants.iter().any(|grant| grant.body == body && roles.contains(&grant.role))
    }

    /// Whether the person manages the network of all bodies.
    pub fn is_network_manager(&self) -> bool {
        self.grants.iter().any(|grant| grant.role == Role::NetworkManager)
    }

    /// Whether the person works for the body in any staff role.
    pub fn is_staff_of(&self, body: BodyId) -> bool {
        const STAFF: [Role; 5] =
            [Role::Lead, Role::Facilitator, Role::Moderator, Role::Operator, Role::Guarantor];
        self.grants.iter().any(|grant| grant.body == body && STAFF.contains(&grant.role))
    }
}

/// What a route asks of who calls it; written beside the route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody, account or not.
    Anyone,
    /// Anybody with an account.
    SignedIn,
    /// One of these roles on the body (or path) of the address.
    Roles(&'static [Role]),
    /// Those who manage the network.
    Network,
}

impl Access {
    /// Whether the principal may pass, for the body and path named by the address.
    pub fn allows(self, principal: &Principal, body: Option<BodyId>, path: Option<&str>) -> bool {
        match self {
            Self::Anyone => true,
            Self::SignedIn => principal.person.is_some(),
            Self::Roles(roles) => body.is_some_and(|body| principal.holds(body, path, roles)),
            Self::Network => principal.is_network_manager(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_counts_only_on_its_body_and_path() {
        let (here, there) = (BodyId(uuid::Uuid::from_u128(1)), BodyId(uuid::Uuid::from_u128(2)));
        let grant = |path: Option<&str>| Principal {
            grants: vec![Grant { body: here, path: path.map(Into::into), role: Role::Moderator }],
            ..Principal::default()
        };
        let access = Access::Roles(&[Role::Moderator]);
        assert!(access.allows(&grant(None), Some(here), Some("p1")));
        assert!(!access.allows(&grant(None), Some(there), None));
        assert!(!access.allows(&grant(None), None, None));
        assert!(access.allows(&grant(Some("p1")), Some(here), Some("p1")));
        assert!(!access.allows(&grant(Some("p1")), Some(here), Some("p2")));
        assert!(!Access::Network.allows(&grant(None), Some(here), None));
    }

    #[test]
    fn every_role_has_its_word() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.code()), Some(role));
        }
    }
}
