//! Unites the rows of an action from several pages without duplicates.

use crate::model::{Requirement, Scenario};

/// Returns true if two lists contain the same items in any order, because the order differs between pages.
pub(super) fn same<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.len() == other.len()
        && one.iter().all(|item| other.contains(item))
        && other.iter().all(|item| one.contains(item))
}

/// Adds the items that are not in the list yet.
pub(super) fn add<T: PartialEq>(into: &mut Vec<T>, items: Vec<T>) {
    for item in items {
        if !into.contains(&item) {
            into.push(item);
        }
    }
}

/// Adds the scenarios that are not in the list yet.
pub(super) fn add_scenarios(into: &mut Vec<Scenario>, scenarios: Vec<Scenario>) {
    for scenario in scenarios {
        let known =
            |known: &Scenario| known.name == scenario.name && same(&known.resource_types, &scenario.resource_types);
        if !into.iter().any(known) {
            into.push(scenario);
        }
    }
}

/// Returns the resource types that rows name, without duplicates.
pub(super) fn resource_types<'a>(rows: impl Iterator<Item = &'a Requirement>) -> Vec<&'a str> {
    let mut names = Vec::new();
    rows.flat_map(|row| &row.resource_types).for_each(|resource| add(&mut names, vec![resource.name.as_str()]));
    names
}

/// Returns true if a row requires a resource type, or `None` if no row states whether the type is required.
pub(super) fn requires(rows: &[Requirement], resource_type: &str) -> Option<bool> {
    let resources = rows.iter().flat_map(|row| &row.resource_types);
    resources.filter(|resource| resource.name == resource_type).filter_map(|resource| resource.required).max()
}

/// Unites the rows of an action from several pages.
///
/// If another page has rows, a page whose only row is empty adds nothing. A row whose dependent actions are not stated
/// equals a row that states them, if the other cells are equal.
pub(super) fn unite(mut pages: Vec<Vec<Requirement>>) -> Vec<Requirement> {
    let says_something = |rows: &Vec<Requirement>| !matches!(rows.as_slice(), [row] if is_empty(row));
    if pages.iter().any(says_something) {
        pages.retain(says_something);
    }
    let mut united: Vec<Requirement> = Vec::new();
    for row in pages.into_iter().flatten() {
        let equal = |known: &&mut Requirement| {
            let dependents = match (&known.dependent_actions, &row.dependent_actions) {
                (Some(one), Some(other)) => same(one, other),
                _ => true,
            };
            dependents
                && same(&known.resource_types, &row.resource_types)
                && same(&known.condition_keys, &row.condition_keys)
        };
        match united.iter_mut().find(equal) {
            Some(known) if known.dependent_actions.is_none() => known.dependent_actions = row.dependent_actions,
            Some(_) => {}
            None => united.push(row),
        }
    }
    united
}

/// Returns true if a row states nothing about the action.
fn is_empty(row: &Requirement) -> bool {
    row.resource_types.is_empty()
        && row.condition_keys.is_empty()
        && row.dependent_actions.as_ref().is_none_or(Vec::is_empty)
}
