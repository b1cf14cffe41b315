//! The type of the identifiers of a service's names.

/// The identifiers of a service's names, in the order of the names in [`Service`](crate::model::Service).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifiers {
    /// The variants of `Action`.
    pub actions: Vec<String>,
    /// The variants of `ResourceType`.
    pub resource_types: Vec<String>,
    /// The variants of `ConditionKey`.
    pub condition_keys: Vec<String>,
    /// The variants of `Operation`.
    pub operations: Vec<String>,
}
