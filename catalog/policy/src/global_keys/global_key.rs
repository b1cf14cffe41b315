//! A global condition key: its name and its type.

use catalog_core::ConditionKeyType;

/// A global condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GlobalKey {
    /// AWS's name for the key. The name of a template ends in a slash, and users write the key of a tag after it.
    pub name: &'static str,
    /// The type of the values. It is an array type if a request carries several values.
    pub value_type: ConditionKeyType,
    /// Whether AWS's pages list the key for each action whose requests can carry it. Requests for any action can carry
    /// the other global keys.
    pub is_listed_by_action: bool,
}

impl GlobalKey {
    /// Returns true if users write the key of a tag after the name.
    #[must_use]
    pub const fn is_template(self) -> bool {
        matches!(self.name.as_bytes(), [.., b'/'])
    }
}
