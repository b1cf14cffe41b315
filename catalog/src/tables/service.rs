//! A service's table: its name, its pages, and the tables of its actions, resource types, condition keys and operations.

use super::{
    actions::ActionTable, condition_keys::ConditionKeyTable, names::NameTable, operations::OperationTable,
    resource_types::ResourceTypeTable,
};

/// All that is known of one service.
#[derive(Debug)]
pub struct ServiceTable {
    /// Its names.
    pub owner: Owner,
    /// The pages that it comes from, a line each: the file, and behind a blank its edition where stated.
    pub pages: &'static str,
    /// The actions.
    pub actions: Entries<ActionTable>,
    /// The resource types.
    pub resource_types: Entries<ResourceTypeTable>,
    /// The condition keys.
    pub condition_keys: Entries<ConditionKeyTable>,
    /// The API operations.
    pub operations: Entries<OperationTable>,
}

/// The names of a service.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// The service prefix.
    pub prefix: &'static str,
    /// AWS's name of the service.
    pub name: &'static str,
    /// Whether AWS's page leaves its Actions table out.
    pub actions_left_out: bool,
}

/// The entries of one kind in a service: their names, and what is known of each.
#[derive(Debug)]
pub struct Entries<T: 'static> {
    /// The names, in catalog order.
    pub names: NameTable,
    /// The facts, by position.
    pub table: &'static T,
}

// Derived, these would ask the same of the table.
impl<T> Clone for Entries<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Entries<T> {}
