//! A condition key that is unknown, or that requests for the actions do not carry.

use alloc::string::String;

use catalog_core::ascii_case;

use crate::{document::Text, finding::AccessAnalyzerCheck, subject::shared_checks::UNKNOWN_SERVICE};

/// A string that is not a known condition key.
pub(crate) struct UnknownKey<'t> {
    /// The string.
    pub(crate) text: Text<'t>,
    /// Whether the prefix of the string is that of a service.
    pub(crate) has_service: bool,
    /// The fault.
    pub(crate) fault: KeyFault,
}

impl UnknownKey<'_> {
    /// Returns the check of IAM Access Analyzer that is about an unknown key with this prefix.
    pub(crate) fn check(&self) -> AccessAnalyzerCheck {
        let prefix = self.text.text.split(':').next().unwrap_or_default();
        if ascii_case::eq(prefix, "aws") {
            AccessAnalyzerCheck::InvalidGlobalConditionKey
        } else if self.has_service {
            AccessAnalyzerCheck::InvalidServiceConditionKey
        } else {
            UNKNOWN_SERVICE
        }
    }
}

/// The reason why a string is not a known condition key.
pub(crate) enum KeyFault {
    /// The string does not have the form of a condition key. The message states the reason.
    Malformed(String),
    /// The string is a template whose variable part is not filled in.
    Unfilled,
    /// The string is a template without its variable part, which follows the contained character.
    BareTemplate(char),
    /// No request has the key. AWS recommends one of the contained keys.
    Unsupported(&'static [&'static str]),
    /// AWS's reference no longer lists the key. The message states the last month that listed it.
    Retired(String),
    /// The string is a typo of the contained key.
    Mistyped(String),
    /// The key is unknown. The contained key, if any, is similar and may be the intended one.
    Unknown(Option<String>),
}

/// A condition key that AWS's pages do not list for an action.
pub(crate) enum UncarriedKey<'t> {
    /// No action of the statement supports the key.
    ByNone {
        /// The key.
        key: Text<'t>,
        /// Whether the comparison is true for a request without the key, if that is known.
        holds: Option<bool>,
        /// A key of the actions that was probably intended.
        suggestion: Option<String>,
        /// Whether the operator ends in `IfExists`.
        is_if_exists: bool,
        /// The check of IAM Access Analyzer about the key, if the key is about tags.
        check: Option<AccessAnalyzerCheck>,
    },
    /// Some actions of the statement support the key, and one does not.
    ByOne {
        /// The key.
        key: Text<'t>,
        /// The action that does not support the key.
        action: Text<'t>,
        /// Whether the comparison is true for a request without the key.
        holds: bool,
    },
}
