//! A global condition key: its name and its type.

use catalog_core::ConditionKeyType;

/// A global condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GlobalKey {
    /// AWS's name. The name of a template ends in a slash, and users write a tag's key after it.
    pub name: &'static str,
    /// The type of its values; an array where a request carries several.
    pub value_type: ConditionKeyType,
}

impl GlobalKey {
    /// Returns true if users write a tag's key after the name.
    #[must_use]
    pub const fn is_template(self) -> bool {
        matches!(self.name.as_bytes(), [.., b'/'])
    }
}
