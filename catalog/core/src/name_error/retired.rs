//! The retired names and services that messages mention.

use core::fmt;

use crate::{name_kind::NameKind, retired::RetiredName};

/// A retired name or service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retired {
    /// A service as a whole.
    Service {
        /// The prefix of the service.
        prefix: &'static str,
    },
    /// An action or a resource type of a service.
    Name {
        /// The prefix of the service.
        prefix: &'static str,
        /// The name without the prefix.
        name: &'static str,
    },
    /// A condition key.
    Key {
        /// The full name.
        name: &'static str,
    },
    /// A condition key that one service no longer lists, although other services may.
    KeyOf {
        /// AWS's name for the service.
        service: &'static str,
        /// The full name.
        name: &'static str,
    },
    /// The first retired action that a pattern matches.
    Match {
        /// The prefix of the service.
        prefix: &'static str,
        /// The name without the prefix.
        name: &'static str,
    },
}

impl Retired {
    /// Creates the description of a retired name of a kind.
    pub(crate) fn from_name(prefix: &'static str, kind: NameKind, retired: RetiredName) -> Self {
        let name = retired.name;
        match kind {
            NameKind::ConditionKey => Self::Key { name },
            NameKind::Action | NameKind::ResourceType => Self::Name { prefix, name },
        }
    }

    /// Returns the prefix if this is a retired service.
    pub(super) fn service(self) -> Option<&'static str> {
        match self {
            Self::Service { prefix } => Some(prefix),
            _ => None,
        }
    }
}

/// Displays the name as in a message: `` `evidently:CreateProject` ``.
impl fmt::Display for Retired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service { prefix } => write!(f, "the service `{prefix}`"),
            Self::Name { prefix, name } | Self::Match { prefix, name } => {
                write!(f, "`{prefix}:")?;
                // The table separates names by spaces, so it writes a space within a name as `+`.
                for (position, word) in name.split('+').enumerate() {
                    write!(f, "{}{word}", if position == 0 { "" } else { " " })?;
                }
                f.write_str("`")
            }
            Self::Key { name } => write!(f, "`{name}`"),
            Self::KeyOf { service, name } => write!(f, "`{name}` of {service}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn a_name_is_written_with_its_spaces() {
        let retired = Retired::Name { prefix: "lambda", name: "code+signing+config" };
        assert_eq!(retired.to_string(), "`lambda:code signing config`");
    }
}
