//! Who calls a service function, and through which door.

use kernel::{BodyId, Principal, Role};

use crate::IdentityError;

/// The door a call came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// The pages.
    Web,
    /// The API.
    Api,
    /// The command line: whoever can run it owns the data file already.
    CommandLine,
    /// A file of data, such as the demo town.
    Import,
}

impl Channel {
    /// The word in the audit log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Api => "api",
            Self::CommandLine => "cli",
            Self::Import => "import",
        }
    }
}

/// Who calls.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The person, as the session or the token says.
    pub principal: Principal,
    /// The door.
    pub channel: Channel,
}

impl Caller {
    /// Somebody on the pages.
    pub fn web(principal: Principal) -> Self {
        Self { principal, channel: Channel::Web }
    }

    /// A program with a token.
    pub fn api(principal: Principal) -> Self {
        Self { principal, channel: Channel::Api }
    }

    /// The command line of the machine.
    pub fn command_line() -> Self {
        Self { principal: Principal::anonymous(), channel: Channel::CommandLine }
    }

    /// The import of the machine.
    pub fn import() -> Self {
        Self { principal: Principal::anonymous(), channel: Channel::Import }
    }

    fn is_machine(&self) -> bool {
        matches!(self.channel, Channel::CommandLine | Channel::Import)
    }

    /// Passes only who manages the network.
    pub(crate) fn must_manage_network(&self) -> Result<(), IdentityError> {
        if self.is_machine() || self.principal.is_network_manager() {
            Ok(())
        } else {
            Err(IdentityError::NotAllowed)
        }
    }

    /// Passes only who leads the body (as a whole) or manages the network.
    pub(crate) fn must_lead(&self, body: BodyId) -> Result<(), IdentityError> {
        if self.principal.holds(body, None, &[Role::Lead]) {
            return Ok(());
        }
        self.must_manage_network()
    }
}
