//! The ways in which a name can be wrong.

/// The reason why a name is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameErrorKind {
    /// The string is empty.
    Empty,
    /// The string has no colon between the service prefix and the name.
    NoColon,
    /// The service prefix before the colon is empty.
    EmptyPrefix,
    /// The name after the colon is empty.
    EmptyName,
    /// The name has a character that names of its kind cannot have.
    IllegalCharacter {
        /// The character.
        found: char,
        /// The offset of the character from the start of the string, in bytes.
        at: u32,
    },
    /// The string has several names, although each string can have only one.
    Several,
    /// The service prefix has a wildcard, which IAM does not allow there.
    WildcardInPrefix,
    /// The string is a pattern, but a single name is expected.
    Pattern,
    /// No service of the catalog has this prefix.
    UnknownService,
    /// The name belongs to a service other than the one that was searched.
    OtherService,
    /// The service does not have this name.
    UnknownName,
    /// AWS's reference no longer lists the name or its service, or the pattern matches only such names.
    /// [`NameError::last_listed`](crate::NameError::last_listed) returns the last month in which the reference listed
    /// the name or the service.
    Retired,
    /// The name is an API operation, not an action. Actions with other names authorize it:
    /// [`NameError::operation_actions`](crate::NameError::operation_actions) returns them.
    Operation,
    /// The pattern matches no action of the service.
    NoMatch,
    /// AWS's page of the service does not list its actions, so the name cannot be checked.
    LeftOut,
}
