//! The functions that the methods of the enums call for facts about actions and resource types, in terms of the
//! service's own enums.

use super::typed::Typed;
use crate::{
    facts::{ActionResourceType, List},
    tables::{ActionTable, ResourceTypeTable},
};

/// Returns the resource types that an action accepts.
#[must_use]
#[inline]
pub const fn resource_types<R: Typed>(table: &'static ActionTable, position: u16) -> List<ActionResourceType<R>> {
    List::new(table.resource_types_of(position), table.resource_types)
}

/// Returns the condition keys of an action.
#[must_use]
#[inline]
pub const fn condition_keys<K: Typed>(table: &'static ActionTable, position: u16) -> List<K> {
    List::new(table.condition_keys_of(position), table.condition_keys)
}

/// Returns the dependent actions of an action, or `None` if the reference does not state them.
#[must_use]
#[inline]
pub const fn dependent_actions(table: &'static ActionTable, position: u16) -> Option<List<&'static str>> {
    match table.dependent_actions_of(position) {
        Some(numbers) => Some(List::new(numbers, table.dependent_actions())),
        None => None,
    }
}

/// Returns the condition keys of a resource type.
#[must_use]
#[inline]
pub const fn resource_type_condition_keys<K: Typed>(table: &'static ResourceTypeTable, position: u16) -> List<K> {
    List::new(table.condition_keys_of(position), table.condition_keys)
}
