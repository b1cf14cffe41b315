//! Combines the facts of a service with the marks of another release. The result is the facts of one page.

use super::data::{Action, ConditionKey, Operation, ResourceType};
use super::marks::{Dependents, Marks};
use super::release::ServiceFacts;
use std::collections::BTreeMap;

/// The facts of one page.
#[derive(Clone, Debug)]
pub(super) struct Service<'a, 'r> {
    /// The service prefix.
    pub(super) prefix: &'a str,
    /// The full name of the service.
    pub(super) name: &'a str,
    /// The API operations.
    pub(super) operations: &'r [Operation<'a>],
    /// The actions with API operations, sorted by name.
    pub(super) actions: Vec<ActionEntry<'a>>,
    /// The permission-only actions, sorted by name.
    pub(super) permission_only: Vec<ActionEntry<'a>>,
    /// The resource types, in the order of the data.
    pub(super) resource_types: &'r [ResourceType<'a>],
    /// The condition keys, in the order of the data.
    pub(super) condition_keys: &'r [ConditionKey<'a>],
}

/// An action with its dependent actions.
#[derive(Clone, Debug)]
pub(super) struct ActionEntry<'a> {
    /// The action.
    pub(super) action: Action<'a>,
    /// The dependent actions, or `None` if they are not stated.
    pub(super) dependents: Option<Dependents<'a>>,
}

impl<'a, 'r> Service<'a, 'r> {
    /// Combines the facts of a service with the marks of the other release, if there are any.
    pub(super) fn new(
        (prefix, name): (&'a str, &'a str),
        facts: &'r ServiceFacts<'a>,
        marks: Option<&Marks<'a, '_>>,
        operations: &'r [Operation<'a>],
    ) -> Self {
        let ServiceFacts { resource_types, condition_keys, .. } = facts;
        let mut actions = facts.actions.clone();
        actions.sort_by_key(|action| action.name);
        if let Some(marks) = marks {
            marks.restore_keys(&mut actions, resource_types, condition_keys);
        }
        let (mut ordinary, mut permission_only) = (Vec::new(), Vec::new());
        for action in actions {
            let is_permission_only = marks.is_some_and(|marks| marks.is_permission_only(&action));
            let dependents = marks.and_then(|marks| marks.dependents(&action));
            let section = if is_permission_only { &mut permission_only } else { &mut ordinary };
            section.push(ActionEntry { action, dependents });
        }
        Self { prefix, name, operations, actions: ordinary, permission_only, resource_types, condition_keys }
    }

    /// Returns the condition keys of each resource type.
    pub(super) fn keys_of_types(&self) -> BTreeMap<&'a str, Vec<&'a str>> {
        let keys =
            |resource_type: &ResourceType<'a>| resource_type.condition_keys.iter().map(|key| key.text()).collect();
        self.resource_types.iter().map(|resource_type| (resource_type.key.text(), keys(resource_type))).collect()
    }
}
