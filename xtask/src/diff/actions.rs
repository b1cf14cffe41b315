//! Finds the changes in the actions of a service.

use super::access_levels;
use super::change_kind::{ChangeKind, Verb};
use super::changes::Changes;
use super::required_mark::MARKS;
use crate::model::{Action, ActionResource, Requirement, Scenario};
use std::collections::{BTreeMap, BTreeSet};

/// The value of access levels, marks or dependent actions that no page states.
const NOT_STATED: &str = "not stated";

/// Adds the changes in the actions to `changes`.
pub(super) fn compare(old: &[Action], new: &[Action], changes: &mut Changes) {
    for (old, new) in changes.pairs(ChangeKind::Action, old, new, |action| action.name.clone()) {
        let name = &new.name;
        changes.value(ChangeKind::AccessLevels, name, Some(levels(old)), Some(levels(new)));
        let mark = |action: &Action| action.permission_only.then(|| "permission-only".to_owned());
        changes.value(ChangeKind::PermissionOnly, name, mark(old), mark(new));
        resource_types(old, new, changes);
        changes.names(ChangeKind::ActionConditionKey, name, &keys(old), &keys(new));
        dependent_actions(old, new, changes);
        rows(old, new, changes);
        scenarios(old, new, changes);
        changes.value(ChangeKind::Description, name, old.description.clone(), new.description.clone());
        changes.value(ChangeKind::Url, name, old.url.clone(), new.url.clone());
    }
}

/// Returns the names of the access levels in a fixed order.
fn levels(action: &Action) -> String {
    let levels = access_levels::joined(&action.access_levels);
    if levels.is_empty() { NOT_STATED.to_owned() } else { levels }
}

fn resource_types(old: &Action, new: &Action, changes: &mut Changes) {
    let (taken_before, taken) = (taken(old), taken(new));
    for (folded, (name, mark)) in &taken_before {
        let mark = Some((*mark).to_owned());
        match taken.get(folded) {
            None => {
                changes.add(ChangeKind::ActionResourceType, Verb::Removed, &new.name, Some(name.clone()), (mark, None));
            }
            Some((name, now)) if mark.as_deref() != Some(now) => {
                let marks = (mark, Some((*now).to_owned()));
                changes.add(ChangeKind::RequiredMark, Verb::Changed, &new.name, Some(name.clone()), marks);
            }
            Some(_) => {}
        }
    }
    for (folded, (name, mark)) in &taken {
        if !taken_before.contains_key(folded) {
            let marks = (None, Some((*mark).to_owned()));
            changes.add(ChangeKind::ActionResourceType, Verb::Added, &new.name, Some(name.clone()), marks);
        }
    }
}

/// Returns the resource types in all rows of an action, each with its mark. The keys are the names in lower case.
fn taken(action: &Action) -> BTreeMap<String, (String, &'static str)> {
    let mut marks: BTreeMap<String, (&str, BTreeSet<bool>)> = BTreeMap::new();
    for resource in action.rows.iter().flat_map(|row| &row.resource_types) {
        let entry = marks.entry(resource.name.to_ascii_lowercase());
        entry.or_insert_with(|| (&resource.name, BTreeSet::new())).1.extend(resource.required);
    }
    let [optional, some, required] = MARKS;
    let mark = |marks: &BTreeSet<bool>| match (marks.contains(&false), marks.contains(&true)) {
        (true, true) => some,
        (false, true) => required,
        (true, false) => optional,
        (false, false) => NOT_STATED,
    };
    marks.into_iter().map(|(folded, (name, marks))| (folded, (name.to_owned(), mark(&marks)))).collect()
}

fn keys(action: &Action) -> Vec<String> {
    action.rows.iter().flat_map(|row| &row.condition_keys).cloned().collect()
}

fn dependent_actions(old: &Action, new: &Action, changes: &mut Changes) {
    let all = |action: &Action| action.rows.iter().filter_map(|row| row.dependent_actions.clone()).flatten().collect();
    changes.set(ChangeKind::DependentAction, &new.name, &all(old), &all(new));
    let stated = |action: &Action| {
        let count = action.rows.iter().filter(|row| row.dependent_actions.is_some()).count();
        let words = match count {
            0 => NOT_STATED,
            count if count == action.rows.len() => "stated",
            _ => "stated for some rows",
        };
        words.to_owned()
    };
    changes.value(ChangeKind::DependentActions, &new.name, Some(stated(old)), Some(stated(new)));
}

/// Adds a change of the combination of rows, unless another change already covers the difference.
fn rows(old: &Action, new: &Action, changes: &mut Changes) {
    type Row = (BTreeSet<String>, BTreeSet<String>, Option<BTreeSet<String>>);
    let row = |row: &Requirement| -> Row {
        let keys = row.condition_keys.iter().map(|key| key.to_ascii_lowercase()).collect();
        (
            resources(&row.resource_types),
            keys,
            row.dependent_actions.as_ref().map(|list| list.iter().cloned().collect()),
        )
    };
    let rows = |action: &Action| action.rows.iter().map(row).collect::<BTreeSet<Row>>();
    if !changes.about_rows_of(&new.name) && rows(old) != rows(new) {
        changes.add(ChangeKind::Rows, Verb::Changed, &new.name, None, (None, None));
    }
}

/// Returns the set of resource types in AWS's notation, in lower case.
fn resources(resources: &[ActionResource]) -> BTreeSet<String> {
    resources.iter().map(|resource| notation(resource).to_ascii_lowercase()).collect()
}

/// Formats a resource type in AWS's notation: `image*` is required, and `volume` is not.
fn notation(resource: &ActionResource) -> String {
    let mark = match resource.required {
        Some(true) => "*",
        Some(false) => "",
        None => " (not stated whether required)",
    };
    format!("{}{mark}", resource.name)
}

fn scenarios(old: &Action, new: &Action, changes: &mut Changes) {
    let by_name = |action: &Action| -> BTreeMap<String, String> {
        let taken = |scenario: &Scenario| {
            let taken: BTreeSet<_> = scenario.resource_types.iter().map(notation).collect();
            if taken.is_empty() { "nothing".to_owned() } else { Vec::from_iter(taken).join(", ") }
        };
        action.scenarios.iter().map(|scenario| (scenario.name.clone(), taken(scenario))).collect()
    };
    let (old, now) = (by_name(old), by_name(new));
    let names: BTreeSet<&String> = old.keys().chain(now.keys()).collect();
    for name in names {
        let (old, now) = (old.get(name).cloned(), now.get(name).cloned());
        if old != now {
            changes.add(
                ChangeKind::Scenario,
                Verb::between(old.as_ref(), now.as_ref()),
                &new.name,
                Some(name.clone()),
                (old, now),
            );
        }
    }
}
