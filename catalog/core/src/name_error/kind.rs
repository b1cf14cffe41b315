//! The ways in which a name can be wrong.

/// The ways in which a name can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameErrorKind {
    /// There is no text at all.
    Empty,
    /// No colon divides the service prefix from the name.
    NoColon,
    /// The service prefix before the colon is empty.
    EmptyPrefix,
    /// The name after the colon is empty.
    EmptyName,
    /// A character that no such name can hold.
    IllegalCharacter {
        /// The character.
        found: char,
        /// The offset of its first byte from the start of the string.
        at: u32,
    },
    /// The service prefix has a wildcard, which IAM does not allow there.
    WildcardInPrefix,
    /// The name is a pattern, but a single name is expected.
    Pattern,
    /// No service of the catalog has this prefix.
    UnknownService,
    /// The name belongs to another service than the one that was asked.
    OtherService,
    /// The service has nothing of this name.
    UnknownName,
    /// AWS's reference no longer lists the name or its service, or the pattern matches only such names.
    /// [`NameError::last_listed`](crate::NameError::last_listed) returns the last month that listed it.
    Retired,
    /// The name is that of an API operation. Actions with other names authorize it:
    /// [`NameError::operation_actions`](crate::NameError::operation_actions).
    Operation,
    /// The pattern matches no action of the service.
    NoMatch,
    /// AWS's page of the service leaves its actions out, so the name cannot be checked.
    LeftOut,
}
