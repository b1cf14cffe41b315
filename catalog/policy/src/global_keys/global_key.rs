//! A global condition key: its name and its type.

use catalog_core::ConditionKeyType;

/// A global condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GlobalKey {
    /// AWS's name. That of a template ends in the slash behind which a tag's key stands.
    pub name: &'static str,
    /// The type of its values; an array where a request carries several.
    pub value_type: ConditionKeyType,
}

impl GlobalKey {
    /// Whether its users put a tag's key behind the name.
    #[must_use]
    pub const fn is_template(self) -> bool {
        matches!(self.name.as_bytes(), [.., b'/'])
    }
}
