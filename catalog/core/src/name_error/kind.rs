//! The ways in which a name can be wrong.

/// The ways in which a name can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameErrorKind {
    /// There is no text at all.
    Empty,
    /// No colon divides the service prefix from the name.
    NoColon,
    /// Nothing stands in front of the colon.
    EmptyPrefix,
    /// Nothing stands behind the colon.
    EmptyName,
    /// A character that no such name can hold.
    IllegalCharacter {
        /// The character.
        found: char,
        /// The offset of its first byte from the start of the string.
        at: u32,
    },
    /// A wildcard in the service prefix, which IAM wants in full.
    WildcardInPrefix,
    /// A pattern where a single name is wanted.
    Pattern,
    /// No service of the catalog has this prefix.
    UnknownService,
    /// The name belongs to another service than the one that was asked.
    OtherService,
    /// The service has nothing of this name.
    UnknownName,
    /// AWS's reference listed the name or its service once, and no longer does. A pattern would match only such names.
    /// [`NameError::last_listed`](crate::NameError::last_listed) returns the last month.
    Retired,
    /// The name is that of an API operation, which is authorised by actions of other names:
    /// [`NameError::operation_actions`](crate::NameError::operation_actions).
    Operation,
    /// The pattern matches no action of the service.
    NoMatch,
    /// AWS's page of the service leaves its actions out: whether there is one of this name, nobody can say.
    LeftOut,
}
