//! A service's tables: who it is, its names of each kind, and the facts about them.

use catalog_core::Edition;

use super::{
    actions::ActionTable, condition_keys::ConditionKeyTable, names::NameTable, operations::OperationTable,
    resource_types::ResourceTypeTable,
};

/// Everything that is known of one service.
#[derive(Debug)]
pub struct ServiceTable {
    /// The service itself.
    pub owner: Owner,
    /// Its pages, one per line: the file and, after a space, the edition where it differs from `edition`.
    pub pages: &'static str,
    /// The edition of the pages that state none of their own.
    pub edition: Option<Edition>,
    /// The names of its actions.
    pub actions: NameTable,
    /// The names of its resource types.
    pub resource_types: NameTable,
    /// The names of its condition keys.
    pub condition_keys: NameTable,
    /// The names of its API operations.
    pub operations: NameTable,
    /// The facts about all of them.
    pub facts: &'static ServiceFacts,
}

/// The facts about the names of a service, without the names.
///
/// They are one static for all kinds, because each static costs the compiler time in every service.
#[derive(Debug)]
pub struct ServiceFacts {
    /// The facts about its actions.
    pub actions: ActionTable,
    /// The facts about its resource types.
    pub resource_types: ResourceTypeTable,
    /// The facts about its condition keys.
    pub condition_keys: ConditionKeyTable,
    /// The facts about its API operations.
    pub operations: OperationTable,
}

/// A service without its tables.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// The service prefix.
    pub prefix: &'static str,
    /// AWS's name of the service.
    pub name: &'static str,
    /// Whether AWS's page leaves its Actions table out.
    pub actions_left_out: bool,
}
