//! The lookup of the shape of a condition key's values. The table comes from `docs-src/facts/value_shapes.toml`.

use super::ValueShape;
use crate::facts::value_shapes::VALUE_SHAPES;
use catalog_core::ascii_case;

impl ValueShape {
    /// Returns the shape of the values of a key, or `None` if they do not all have one shape.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        VALUE_SHAPES.iter().find(|(name, _)| ascii_case::eq(name, key)).map(|(_, form)| *form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_any_case() {
        assert_eq!(ValueShape::from_key("AWS:sourceaccount"), Some(ValueShape::Account));
        assert_eq!(ValueShape::from_key("aws:PrincipalType"), None);
    }
}
