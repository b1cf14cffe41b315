//! Adds facts about actions from another release: permission-only marks, dependent actions, and missing condition keys.

use super::data::{Action, ActionResource, ConditionKey, ResourceType};
use super::release::{Release, ServiceFacts};
use super::word::Word;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The dependent actions of an action, by the resource type of their row. The key is `None` for the row without a type.
pub(super) type Dependents<'a> = BTreeMap<Option<&'a str>, BTreeSet<&'a str>>;

/// Returns true if a release states permission-only marks or dependent actions.
pub(super) fn are_stated(release: &Release<'_>) -> bool {
    let mut actions = release.services.values().flat_map(|facts| &facts.actions);
    actions.any(|action| action.is_permission_only || !stated_dependents(action).is_empty())
}

/// Returns all dependent actions of an action.
fn stated_dependents<'a>(action: &Action<'a>) -> BTreeSet<&'a str> {
    let of_rows = action.resource_types.iter().flat_map(|row| &row.dependent_actions);
    action.dependent_actions.iter().chain(of_rows).map(|name| name.text()).collect()
}

/// The actions of a service in the other release, by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks<'a, 'r>(BTreeMap<&'a str, &'r Action<'a>>);

impl<'a, 'r> Marks<'a, 'r> {
    /// Collects the actions of a service from the facts of the other release.
    pub(super) fn new(facts: &'r ServiceFacts<'a>) -> Self {
        Self(facts.actions.iter().map(|action| (action.name.text(), action)).collect())
    }

    /// Returns true if an action is permission-only in the other release.
    pub(super) fn is_permission_only(&self, action: &Action<'_>) -> bool {
        self.0.get(action.name.text()).is_some_and(|marked| marked.is_permission_only)
    }

    /// Returns the dependent actions of an action, or `None` if the other release does not have the action.
    ///
    /// The first row also gets the dependent actions that apply to the whole action, and those of resource types that
    /// the action no longer has. An action without resource types has one row.
    pub(super) fn dependents(&self, action: &Action<'a>) -> Option<Dependents<'a>> {
        let marked = self.0.get(action.name.text())?;
        let mut rows = Dependents::new();
        let first = action.resource_types.first().map(|row| row.name.text());
        let own: HashSet<_> = action.resource_types.iter().map(|row| row.name.text()).collect();
        for ActionResource { name, dependent_actions, .. } in &marked.resource_types {
            let row = own.get(name.text()).copied().or(first);
            rows.entry(row).or_default().extend(dependent_actions.iter().map(|name| name.text()));
        }
        rows.entry(first).or_default().extend(marked.dependent_actions.iter().map(|name| name.text()));
        Some(rows)
    }

    /// Restores condition keys that the page defines but no row uses. Each key is added to the rows that use it in the
    /// other release.
    pub(super) fn restore_keys(
        &self,
        actions: &mut [Action<'a>],
        resource_types: &[ResourceType<'a>],
        condition_keys: &[ConditionKey<'a>],
    ) {
        let of_actions = actions.iter().flat_map(|action| {
            action.condition_keys.iter().chain(action.resource_types.iter().flat_map(|row| &row.condition_keys))
        });
        let of_types = resource_types.iter().flat_map(|resource_type| &resource_type.condition_keys);
        let used: HashSet<_> = of_actions.chain(of_types).map(|key| key.text().to_ascii_lowercase()).collect();
        let lost =
            condition_keys.iter().map(|key| key.key).filter(|key| !used.contains(&key.text().to_ascii_lowercase()));
        for key in lost {
            for action in &mut *actions {
                if let Some(marked) = self.0.get(action.name.text()) {
                    restore_key(key, action, marked);
                }
            }
        }
    }
}

fn restore_key<'a>(key: Word<'a>, action: &mut Action<'a>, marked: &Action<'a>) {
    let has = |keys: &[Word<'_>]| keys.iter().any(|known| known.text().eq_ignore_ascii_case(key.text()));
    if has(&marked.condition_keys) {
        action.condition_keys.push(key);
    }
    for row in &mut action.resource_types {
        if marked.resource_types.iter().any(|known| known.name.text() == row.name.text() && has(&known.condition_keys))
        {
            row.condition_keys.push(key);
        }
    }
}
