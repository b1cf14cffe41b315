//! A policy that AWS has written, and that uses a name as an action although AWS's reference does not list it.

mod from_action;

use core::fmt;

/// A policy that AWS has written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PolicyOfAws {
    /// A managed policy with this name.
    Managed(&'static str),
    /// The policy that a resource such as `topic` has until it gets another one.
    DefaultOf(&'static str),
}

/// Writes the policy as a part of a message.
impl fmt::Display for PolicyOfAws {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Managed(name) => write!(f, "its policy `{name}`"),
            Self::DefaultOf(resource) => write!(f, "the default policy of a {resource}"),
        }
    }
}
