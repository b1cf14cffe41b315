//! Two references → what has changed in meaning from one to the other.
//!
//! Order never counts. Things are matched by name, then by name without regard to case: what only changes its case is
//! changed, not removed and added; a reference to it is the same.

use super::actions;
use super::bump::Bump;
use super::change::{Change, Diff, Kind, ServiceDiff, Verb};
use crate::model::{AuthorizedAction, ConditionKey, LeftOut, Operation, ResourceType, Service};
use std::collections::{BTreeMap, BTreeSet};

/// What has changed from `old` to `new`.
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

/// A service that is new or gone.
fn whole(service: &Service, verb: Verb) -> ServiceDiff {
    let mut changes = Changes::default();
    let contents = Some(contents(service));
    let contents = if verb == Verb::Added { (None, contents) } else { (contents, None) };
    changes.add(Kind::Service, verb, &service.prefix, None, contents);
    changes.of_service(service)
}

/// What a service holds: `12 actions, 1 condition key`.
#[must_use]
pub fn contents(service: &Service) -> String {
    let Service { actions, operations, resource_types, condition_keys, .. } = service;
    let counts = [
        (Kind::Action, actions.len()),
        (Kind::Operation, operations.len()),
        (Kind::ResourceType, resource_types.len()),
        (Kind::ConditionKey, condition_keys.len()),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let words: Vec<_> = counts.map(|(kind, count)| format!("{count} {}", kind.noun(count))).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

/// A service that was there and is there; nothing if it says the same.
fn both(old: &Service, new: &Service) -> Option<ServiceDiff> {
    let mut changes = Changes::default();
    changes.value(Kind::ServiceName, &new.prefix, Some(old.name.clone()), Some(new.name.clone()));
    let left_out = |service: &Service| service.left_out.iter().map(|LeftOut::Actions| "actions".to_owned()).collect();
    changes.set(Kind::LeftOut, &new.prefix, &left_out(old), &left_out(new));
    actions::compare(&old.actions, &new.actions, &mut changes);
    operations(&old.operations, &new.operations, &mut changes);
    resource_types(&old.resource_types, &new.resource_types, &mut changes);
    condition_keys(&old.condition_keys, &new.condition_keys, &mut changes);
    (!changes.0.is_empty()).then(|| changes.of_service(new))
}

fn resource_types(old: &[ResourceType], new: &[ResourceType], changes: &mut Changes) {
    for (old, new) in changes.pairs(Kind::ResourceType, old, new, |item| item.name.clone()) {
        let arns = |item: &ResourceType| item.arns.iter().cloned().collect();
        changes.set(Kind::ArnFormat, &new.name, &arns(old), &arns(new));
        changes.names(Kind::ResourceConditionKey, &new.name, &old.condition_keys, &new.condition_keys);
        changes.value(Kind::Url, &new.name, old.url.clone(), new.url.clone());
    }
}

fn condition_keys(old: &[ConditionKey], new: &[ConditionKey], changes: &mut Changes) {
    for (old, new) in changes.pairs(Kind::ConditionKey, old, new, |key| key.name.clone()) {
        let value_type = |key: &ConditionKey| key.value_type.map(|value_type| value_type.name().to_owned());
        changes.value(Kind::ValueType, &new.name, value_type(old), value_type(new));
        changes.value(Kind::Description, &new.name, old.description.clone(), new.description.clone());
        changes.value(Kind::Url, &new.name, old.url.clone(), new.url.clone());
    }
}

fn operations(old: &[Operation], new: &[Operation], changes: &mut Changes) {
    for (old, new) in changes.pairs(Kind::Operation, old, new, operation_name) {
        let actions = |operation: &Operation| operation.actions.iter().map(authorized).collect();
        changes.set(Kind::AuthorizedAction, &operation_name(new), &actions(old), &actions(new));
    }
}

/// Operations of one name are told apart by their SDK client.
fn operation_name(operation: &Operation) -> String {
    let Operation { name, sdk_client, .. } = operation;
    sdk_client.as_ref().map_or_else(|| name.clone(), |client| format!("{name} ({client})"))
}

/// `iam:PassRole (Write) with iam:PassedToService = x.amazonaws.com`
fn authorized(authorized: &AuthorizedAction) -> String {
    let mut levels = authorized.access_levels.clone();
    levels.sort_unstable();
    let levels: Vec<_> = levels.iter().map(|level| level.name()).collect();
    let levels = if levels.is_empty() { String::new() } else { format!(" ({})", levels.join(", ")) };
    let values: BTreeSet<_> = authorized.values.iter().map(String::as_str).collect();
    let values = Vec::from_iter(values).join(" or ");
    let condition = match (&authorized.condition_key, values.as_str()) {
        (None, "") => String::new(),
        (Some(key), "") => format!(" with {key}"),
        (key, values) => format!(" with {} = {values}", key.as_deref().unwrap_or_default()),
    };
    format!("{}{levels}{condition}", authorized.action)
}

/// The changes of one service, as they are found.
#[derive(Default)]
pub(super) struct Changes(Vec<Change>);

impl Changes {
    fn of_service(self, service: &Service) -> ServiceDiff {
        let (mut prose, mut changes): (Vec<_>, Vec<_>) =
            self.0.into_iter().partition(|change| matches!(change.kind, Kind::Description | Kind::Url));
        changes.sort();
        prose.sort();
        ServiceDiff { prefix: service.prefix.clone(), name: service.name.clone(), changes, prose }
    }

    /// Adds a change.
    pub(super) fn add(
        &mut self,
        kind: Kind,
        verb: Verb,
        subject: &str,
        item: Option<String>,
        (old, new): (Option<String>, Option<String>),
    ) {
        let requires = new.as_deref().is_some_and(|new| actions::requires_more(kind, old.as_deref(), new));
        let bump = Bump::of(kind, verb, requires);
        self.0.push(Change { kind, verb, subject: subject.to_owned(), item, old, new, bump });
    }

    /// Whether something in the rows of the action that is being compared has changed.
    pub(super) fn about_rows_of(&self, action: &str) -> bool {
        let of_rows = |kind| {
            matches!(
                kind,
                Kind::ActionResourceType
                    | Kind::RequiredMark
                    | Kind::ActionConditionKey
                    | Kind::DependentAction
                    | Kind::DependentActions
            )
        };
        self.0.iter().rev().take_while(|change| change.subject == action).any(|change| of_rows(change.kind))
    }

    /// Compares a fact that is there once at most.
    pub(super) fn value(&mut self, kind: Kind, subject: &str, old: Option<String>, new: Option<String>) {
        if old != new {
            self.add(kind, Verb::between(old.as_ref(), new.as_ref()), subject, None, (old, new));
        }
    }

    /// Compares sets of texts. One that takes the place of another is a change.
    pub(super) fn set(&mut self, kind: Kind, subject: &str, old: &BTreeSet<String>, new: &BTreeSet<String>) {
        let removed: Vec<_> = old.difference(new).cloned().collect();
        let added: Vec<_> = new.difference(old).cloned().collect();
        if let ([old], [new]) = (removed.as_slice(), added.as_slice()) {
            return self.add(kind, Verb::Changed, subject, None, (Some(old.clone()), Some(new.clone())));
        }
        for item in removed {
            self.add(kind, Verb::Removed, subject, Some(item), (None, None));
        }
        for item in added {
            self.add(kind, Verb::Added, subject, Some(item), (None, None));
        }
    }

    /// Compares sets of references to names of the service, whose case is for the name itself to tell.
    pub(super) fn names(&mut self, kind: Kind, subject: &str, old: &[String], new: &[String]) {
        let has = |names: &[String], name: &String| names.iter().any(|other| other.eq_ignore_ascii_case(name));
        for name in old.iter().filter(|name| !has(new, name)).collect::<BTreeSet<_>>() {
            self.add(kind, Verb::Removed, subject, Some(name.clone()), (None, None));
        }
        for name in new.iter().filter(|name| !has(old, name)).collect::<BTreeSet<_>>() {
            self.add(kind, Verb::Added, subject, Some(name.clone()), (None, None));
        }
    }

    /// Matches what has a name, tells what is added, removed or written in another case, and returns what is in both.
    pub(super) fn pairs<'a, T>(
        &mut self,
        kind: Kind,
        old: &'a [T],
        new: &'a [T],
        name: impl Fn(&T) -> String,
    ) -> Vec<(&'a T, &'a T)> {
        let mut pairs = Vec::new();
        let mut rest: Vec<&T> = old.iter().collect();
        let mut unmatched: Vec<&T> = new.iter().collect();
        for fold in [|name: String| name, |name: String| name.to_ascii_lowercase()] {
            let mut by_name: BTreeMap<String, Vec<&T>> = BTreeMap::new();
            for &item in rest.iter().rev() {
                by_name.entry(fold(name(item))).or_default().push(item);
            }
            let mut still = Vec::new();
            for item in unmatched {
                match by_name.get_mut(&fold(name(item))).and_then(Vec::pop) {
                    Some(old) => pairs.push((old, item)),
                    None => still.push(item),
                }
            }
            unmatched = still;
            rest = by_name.into_values().flatten().collect();
        }
        for (old, new) in &pairs {
            let (old, new) = (name(old), name(new));
            if old != new {
                self.add(kind, Verb::Changed, &new, None, (Some(old), Some(new.clone())));
            }
        }
        for item in rest {
            self.add(kind, Verb::Removed, &name(item), None, (None, None));
        }
        for item in unmatched {
            self.add(kind, Verb::Added, &name(item), None, (None, None));
        }
        pairs
    }
}
