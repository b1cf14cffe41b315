//! Collects the changes of one service while two states of it are compared.

use super::bump::Bump;
use super::change::{Change, ServiceDiff};
use super::change_kind::{ChangeKind, Verb};
use super::required_mark;
use crate::model::Service;
use std::collections::{BTreeMap, BTreeSet};

/// A collector of the changes of one service, in the order in which they are found.
#[derive(Default)]
pub(super) struct Changes(Vec<Change>);

impl Changes {
    /// Returns true if there are no changes.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sorts the changes, and separates the changes of prose from the others.
    pub(super) fn into_service_diff(self, service: &Service) -> ServiceDiff {
        let (mut prose, mut changes): (Vec<_>, Vec<_>) =
            self.0.into_iter().partition(|change| matches!(change.kind, ChangeKind::Description | ChangeKind::Url));
        changes.sort();
        prose.sort();
        ServiceDiff { prefix: service.prefix.clone(), name: service.name.clone(), changes, prose }
    }

    /// Adds a change.
    pub(super) fn add(
        &mut self,
        kind: ChangeKind,
        verb: Verb,
        subject: &str,
        item: Option<String>,
        (old, new): (Option<String>, Option<String>),
    ) {
        let requires = new.as_deref().is_some_and(|new| required_mark::requires_more(kind, old.as_deref(), new));
        let bump = Bump::new(kind, verb, requires);
        self.0.push(Change { kind, verb, subject: subject.to_owned(), item, old, new, bump });
    }

    /// Returns true if a change in the rows of `action`, the action that was compared last, has already been found.
    pub(super) fn about_rows_of(&self, action: &str) -> bool {
        let of_rows = |kind| {
            matches!(
                kind,
                ChangeKind::ActionResourceType
                    | ChangeKind::RequiredMark
                    | ChangeKind::ActionConditionKey
                    | ChangeKind::DependentAction
                    | ChangeKind::DependentActions
            )
        };
        self.0.iter().rev().take_while(|change| change.subject == action).any(|change| of_rows(change.kind))
    }

    /// Compares two values of a fact that a subject has at most once.
    pub(super) fn value(&mut self, kind: ChangeKind, subject: &str, old: Option<String>, new: Option<String>) {
        if old != new {
            self.add(kind, Verb::between(old.as_ref(), new.as_ref()), subject, None, (old, new));
        }
    }

    /// Compares two sets of strings. If exactly one string is replaced by another, this is a single change.
    pub(super) fn set(&mut self, kind: ChangeKind, subject: &str, old: &BTreeSet<String>, new: &BTreeSet<String>) {
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

    /// Compares two sets of references to names, ignoring case. If a name changes only its case, the name has changed,
    /// but the references to it have not.
    pub(super) fn names(&mut self, kind: ChangeKind, subject: &str, old: &[String], new: &[String]) {
        let has = |names: &[String], name: &String| names.iter().any(|other| other.eq_ignore_ascii_case(name));
        for name in old.iter().filter(|name| !has(new, name)).collect::<BTreeSet<_>>() {
            self.add(kind, Verb::Removed, subject, Some(name.clone()), (None, None));
        }
        for name in new.iter().filter(|name| !has(old, name)).collect::<BTreeSet<_>>() {
            self.add(kind, Verb::Added, subject, Some(name.clone()), (None, None));
        }
    }

    /// Matches named items of both states, and returns the pairs.
    ///
    /// Adds a change for each item that is added or removed, or whose name changes its case.
    pub(super) fn pairs<'a, T>(
        &mut self,
        kind: ChangeKind,
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
