//! The loops of `Fn::ForEach`.

use super::section::literal;
use crate::json::{Data, Value};

/// A loop of `Fn::ForEach` around a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loop<'t> {
    /// The identifier that represents the item.
    pub(super) identifier: &'t str,
    /// The items, if the template states them.
    pub(super) items: Option<&'t [Value<'t>]>,
}

impl<'t> Loop<'t> {
    /// Returns the loop and the object that it repeats.
    pub(super) fn from_value(value: &'t Value<'t>) -> Option<(Self, &'t Value<'t>)> {
        let Data::Array(arguments) = &value.data else { return None };
        let [identifier, collection, body] = arguments.as_slice() else { return None };
        let items = match &collection.data {
            Data::Array(items) if items.iter().all(|item| literal(item).is_some()) => Some(items.as_slice()),
            _ => None,
        };
        Some((Self { identifier: identifier.as_str()?, items }, body))
    }
}
