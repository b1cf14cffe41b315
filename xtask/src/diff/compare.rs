//! Compares two states of the reference, and returns the changes in meaning.
//!
//! The order of names does not count. Names are matched exactly first, and then ignoring case. A name that only changes
//! its case is changed, and not removed and added. References to the name do not change.

use super::access_levels;
use super::actions;
use super::change::{Diff, ServiceDiff};
use super::change_kind::{ChangeKind, Verb};
use super::changes::Changes;
use crate::counts;
use crate::model::{AuthorizedAction, ConditionKey, LeftOut, Operation, ResourceType, Service};
use std::collections::{BTreeMap, BTreeSet};

/// Returns the changes from `old` to `new`.
#[must_use]
pub fn compare(old: &[Service], new: &[Service]) -> Diff {
    let by_prefix = |services| -> BTreeMap<_, _> {
        let services: &[Service] = services;
        services.iter().map(|service| (service.prefix.as_str(), service)).collect()
    };
    let (old, new) = (by_prefix(old), by_prefix(new));
    let prefixes: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let services = prefixes.into_iter().filter_map(|prefix| match (old.get(prefix), new.get(prefix)) {
        (Some(old), Some(new)) => both(old, new),
        (Some(old), None) => Some(whole(old, Verb::Removed)),
        (None, Some(new)) => Some(whole(new, Verb::Added)),
        (None, None) => None,
    });
    Diff { services: services.collect() }
}

/// Returns the change of a service that was added or removed as a whole.
fn whole(service: &Service, verb: Verb) -> ServiceDiff {
    let mut changes = Changes::default();
    let contents = Some(counts::contents(service));
    let contents = if verb == Verb::Added { (None, contents) } else { (contents, None) };
    changes.add(ChangeKind::Service, verb, &service.prefix, None, contents);
    changes.into_service_diff(service)
}

/// Compares a service that both states have. Returns `None` if nothing has changed.
fn both(old: &Service, new: &Service) -> Option<ServiceDiff> {
    let mut changes = Changes::default();
    changes.value(ChangeKind::ServiceName, &new.prefix, Some(old.name.clone()), Some(new.name.clone()));
    let left_out = |service: &Service| service.left_out.iter().map(|LeftOut::Actions| "actions".to_owned()).collect();
    changes.set(ChangeKind::LeftOut, &new.prefix, &left_out(old), &left_out(new));
    actions::compare(&old.actions, &new.actions, &mut changes);
    operations(&old.operations, &new.operations, &mut changes);
    resource_types(&old.resource_types, &new.resource_types, &mut changes);
    condition_keys(&old.condition_keys, &new.condition_keys, &mut changes);
    (!changes.is_empty()).then(|| changes.into_service_diff(new))
}

fn resource_types(old: &[ResourceType], new: &[ResourceType], changes: &mut Changes) {
    for (old, new) in changes.pairs(ChangeKind::ResourceType, old, new, |item| item.name.clone()) {
        let arns = |item: &ResourceType| item.arns.iter().cloned().collect();
        changes.set(ChangeKind::ArnFormat, &new.name, &arns(old), &arns(new));
        changes.names(ChangeKind::ResourceConditionKey, &new.name, &old.condition_keys, &new.condition_keys);
        changes.value(ChangeKind::Url, &new.name, old.url.clone(), new.url.clone());
    }
}

fn condition_keys(old: &[ConditionKey], new: &[ConditionKey], changes: &mut Changes) {
    for (old, new) in changes.pairs(ChangeKind::ConditionKey, old, new, |key| key.name.clone()) {
        let value_type = |key: &ConditionKey| key.value_type.map(|value_type| value_type.name().to_owned());
        changes.value(ChangeKind::ValueType, &new.name, value_type(old), value_type(new));
        changes.value(ChangeKind::Description, &new.name, old.description.clone(), new.description.clone());
        changes.value(ChangeKind::Url, &new.name, old.url.clone(), new.url.clone());
    }
}

fn operations(old: &[Operation], new: &[Operation], changes: &mut Changes) {
    for (old, new) in changes.pairs(ChangeKind::Operation, old, new, operation_name) {
        let actions = |operation: &Operation| operation.actions.iter().map(authorized).collect();
        changes.set(ChangeKind::AuthorizedAction, &operation_name(new), &actions(old), &actions(new));
    }
}

/// Returns the name of an operation with its SDK client or, without a client, its page.
///
/// Operations of the same name differ in their clients or pages.
fn operation_name(operation: &Operation) -> String {
    let Operation { name, sdk_client, page, .. } = operation;
    let api = sdk_client.as_ref().or(page.as_ref());
    api.map_or_else(|| name.clone(), |api| format!("{name} ({api})"))
}

/// Formats an authorized action: `iam:PassRole (Write) with iam:PassedToService = x.amazonaws.com`.
fn authorized(authorized: &AuthorizedAction) -> String {
    let levels = access_levels::joined(&authorized.access_levels);
    let levels = if levels.is_empty() { levels } else { format!(" ({levels})") };
    let values: BTreeSet<_> = authorized.values.iter().map(String::as_str).collect();
    let values = Vec::from_iter(values).join(" or ");
    let condition = match (&authorized.condition_key, values.as_str()) {
        (None, "") => String::new(),
        (Some(key), "") => format!(" with {key}"),
        (key, values) => format!(" with {} = {values}", key.as_deref().unwrap_or_default()),
    };
    format!("{}{levels}{condition}", authorized.action)
}
