//! The tables of a service: its prefix and name, its names of each kind, and the facts about them.

use catalog_core::Edition;

use super::{
    actions::ActionTable, condition_keys::ConditionKeyTable, names::NameTable, operations::OperationTable,
    resource_types::ResourceTypeTable,
};

/// Everything that the catalog knows about one service.
#[derive(Debug)]
pub struct ServiceTable {
    /// The prefix and name of the service.
    pub owner: Owner,
    /// The service's pages, one per line. A line is the name of the file and, after a space, the edition if it differs
    /// from `edition`.
    pub pages: &'static str,
    /// The edition of the pages that do not state their own.
    pub edition: Option<Edition>,
    /// The names of the service's actions.
    pub actions: NameTable,
    /// The names of the service's resource types.
    pub resource_types: NameTable,
    /// The names of the service's condition keys.
    pub condition_keys: NameTable,
    /// The names of the service's API operations.
    pub operations: NameTable,
    /// The facts about all of these names.
    pub facts: &'static ServiceFacts,
}

/// The facts about the names of a service, without the names.
///
/// The facts of all kinds are one static, because each static costs the compiler time in every service.
#[derive(Debug)]
pub struct ServiceFacts {
    /// The facts about the service's actions.
    pub actions: ActionTable,
    /// The facts about the service's resource types.
    pub resource_types: ResourceTypeTable,
    /// The facts about the service's condition keys.
    pub condition_keys: ConditionKeyTable,
    /// The facts about the service's API operations.
    pub operations: OperationTable,
}

/// A service's prefix and name, without its tables.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// The service prefix.
    pub prefix: &'static str,
    /// AWS's name of the service.
    pub name: &'static str,
    /// Whether AWS's page of the service has no Actions table.
    pub actions_left_out: bool,
}
