//! The lookup of the shape of a condition key's values. The table comes from `docs-src/facts/value_shapes.toml`.

use super::ValueShape;
use crate::facts::value_shapes::{SENSITIVE_KEYS, VALUE_SHAPES};
use catalog_core::ascii_case;

impl ValueShape {
    /// Returns the shape of the values of a key, or `None` if they do not all have one shape.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        VALUE_SHAPES.iter().find(|(name, _)| ascii_case::eq(name, key)).map(|(_, form)| *form)
    }
}

/// Returns true if AWS lists a key as sensitive, so that no wildcard in its values is useful.
pub(crate) fn is_sensitive(key: &str) -> bool {
    SENSITIVE_KEYS.iter().any(|name| ascii_case::eq(name, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_any_case() {
        assert_eq!(ValueShape::from_key("AWS:sourceaccount"), Some(ValueShape::Account));
        assert_eq!(ValueShape::from_key("aws:PrincipalType"), None);
        assert!(is_sensitive("aws:sourcevpc") && !is_sensitive("aws:Ec2InstanceSourceVpc"));
    }
}
