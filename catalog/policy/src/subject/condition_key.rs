//! A condition key that is not known, or that requests do not carry.

use alloc::string::String;

use crate::document::Text;

/// A string that is not a known condition key.
pub(crate) struct UnknownKey<'t> {
    /// The string.
    pub(crate) text: Text<'t>,
    /// The fault.
    pub(crate) fault: KeyFault,
}

/// The ways in which a string can fail to be a condition key.
pub(crate) enum KeyFault {
    /// It has not the form of a condition key, for the reason in the message.
    Malformed(String),
    /// It is a template whose open part is not filled in.
    Unfilled,
    /// It is a template without its open part.
    BareTemplate,
    /// AWS's reference no longer lists it, as the message says.
    Retired(String),
    /// It is a typo of this key.
    Mistyped(String),
    /// It is not known. A key that is a little like it may have been meant.
    Unknown(Option<String>),
}

/// A condition key that AWS's pages do not list for an action.
pub(crate) enum UncarriedKey<'t> {
    /// No action of the statement has the key.
    ByNone {
        /// The key.
        key: Text<'t>,
        /// The key of the actions that may have been meant.
        suggestion: Option<String>,
    },
    /// Some actions of the statement have the key, and one has not.
    ByOne {
        /// The key.
        key: Text<'t>,
        /// The action that does not have the key.
        action: Text<'t>,
        /// Whether the comparison holds for a request without the key.
        holds: bool,
    },
}
