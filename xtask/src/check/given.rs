//! The identifiers of names in the generated files.

use super::identifiers::Identifiers;
use crate::model::{Operation, Service};
use std::collections::HashMap;

/// The identifiers in the generated file of one service, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenIdentifiers {
    pub(super) actions: HashMap<String, String>,
    pub(super) resource_types: HashMap<String, String>,
    pub(super) condition_keys: HashMap<String, String>,
    pub(super) operations: HashMap<String, String>,
}

impl GivenIdentifiers {
    /// Pairs the names of a service with their identifiers, both read from its generated file.
    #[must_use]
    pub fn new(service: &Service, identifiers: Identifiers) -> Self {
        let actions = service.actions.iter().map(|action| action.name.clone());
        let resource_types = service.resource_types.iter().map(|resource_type| resource_type.name.clone());
        let condition_keys = service.condition_keys.iter().map(|key| key.name.clone());
        Self {
            actions: actions.zip(identifiers.actions).collect(),
            resource_types: resource_types.zip(identifiers.resource_types).collect(),
            condition_keys: condition_keys.zip(identifiers.condition_keys).collect(),
            operations: service.operations.iter().map(operation_key).zip(identifiers.operations).collect(),
        }
    }
}

/// Returns a key that is unique among the operations of a service.
pub(super) fn operation_key(operation: &Operation) -> String {
    let client = operation.sdk_client.as_deref().unwrap_or_default();
    format!("{}\n{client}\n{}", operation.name, operation.page.as_deref().unwrap_or_default())
}
