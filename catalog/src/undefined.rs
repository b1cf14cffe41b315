//! The names that AWS's pages use for actions and resource types but do not define.

use core::iter::FusedIterator;

use catalog_core::packed::{SparseStringsIter, required_from_bits};

use crate::facts::ActionResourceType;

/// The names of condition keys that AWS's page lists for an action or a resource type but does not define.
///
/// The iterator is returned by `undefined_condition_keys` of [`AnyAction`](crate::AnyAction::undefined_condition_keys)
/// and [`AnyResourceType`](crate::AnyResourceType::undefined_condition_keys).
#[derive(Clone, Debug)]
pub struct UndefinedConditionKeys(SparseStringsIter);

impl UndefinedConditionKeys {
    #[inline]
    pub(crate) const fn new(names: SparseStringsIter) -> Self {
        Self(names)
    }
}

impl Iterator for UndefinedConditionKeys {
    type Item = &'static str;

    #[inline]
    fn next(&mut self) -> Option<&'static str> {
        self.0.next()
    }
}

impl FusedIterator for UndefinedConditionKeys {}

/// The names of resource types that AWS's page lists for an action but does not define.
///
/// The iterator is returned by [`AnyAction::undefined_resource_types`](crate::AnyAction::undefined_resource_types).
#[derive(Clone, Debug)]
pub struct UndefinedResourceTypes(SparseStringsIter);

impl UndefinedResourceTypes {
    #[inline]
    pub(crate) const fn new(names: SparseStringsIter) -> Self {
        Self(names)
    }
}

impl Iterator for UndefinedResourceTypes {
    type Item = ActionResourceType<&'static str>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.find_map(|string| {
            // The first character is a digit that encodes whether the action requires the resource type.
            let (digit, name) = string.split_at_checked(1)?;
            Some(ActionResourceType { resource_type: name, required: required_from_bits(digit.parse().ok()?) })
        })
    }
}

impl FusedIterator for UndefinedResourceTypes {}
