//! The facts of actions and resource types in terms of a service's own enums: what the methods of the enums call.

use super::typed::Typed;
use crate::{
    facts::{ActionResourceType, List},
    tables::{ActionTable, ResourceTypeTable},
};

/// The resource types of an action.
#[must_use]
#[inline]
pub const fn resource_types<R: Typed>(table: &'static ActionTable, position: u16) -> List<ActionResourceType<R>> {
    List::new(table.resource_types_of(position), table.resource_types)
}

/// The condition keys of an action.
#[must_use]
#[inline]
pub const fn condition_keys<K: Typed>(table: &'static ActionTable, position: u16) -> List<K> {
    List::new(table.condition_keys_of(position), table.condition_keys)
}

/// The dependent actions of an action.
#[must_use]
#[inline]
pub const fn dependent_actions(table: &'static ActionTable, position: u16) -> Option<List<&'static str>> {
    match table.dependent_actions_of(position) {
        Some(numbers) => Some(List::new(numbers, table.dependent_actions())),
        None => None,
    }
}

/// The condition keys of a resource type.
#[must_use]
#[inline]
pub const fn resource_type_condition_keys<K: Typed>(table: &'static ResourceTypeTable, position: u16) -> List<K> {
    List::new(table.condition_keys_of(position), table.condition_keys)
}
