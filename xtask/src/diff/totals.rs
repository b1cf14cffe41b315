//! Counts the changes between two states of the reference, and formats the counts as one line.

use super::bump::Bump;
use super::change_kind::{ChangeKind, Verb};
use super::compare::compare;
use crate::model::Service;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// The numbers of changes of each kind, and the version bump that they need.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// The numbers of changes, for each kind with at least one change.
    pub kinds: Vec<KindTotals>,
    /// The version bump that the changes need, or `None` if nothing has changed in meaning.
    pub version: Option<Bump>,
    /// The number of files that could not be compared.
    pub files_not_compared: usize,
}

/// The numbers of changes of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct KindTotals {
    /// The kind.
    pub kind: ChangeKind,
    /// The number of additions.
    pub added: usize,
    /// The number of removals.
    pub removed: usize,
    /// The number of changed values.
    pub changed: usize,
}

/// The kinds that are listed first, because readers look for these changes first.
const FIRST: [ChangeKind; 5] = [
    ChangeKind::Service,
    ChangeKind::Action,
    ChangeKind::ResourceType,
    ChangeKind::ConditionKey,
    ChangeKind::Operation,
];

impl Totals {
    /// Counts the changes from `old` to `new`.
    ///
    /// The contents of a new service count as added, and the contents of a removed service as removed.
    #[must_use]
    pub fn new(old: &[Service], new: &[Service], files_not_compared: usize) -> Self {
        let diff = compare(old, new);
        let mut counts: BTreeMap<ChangeKind, BTreeMap<Verb, usize>> = BTreeMap::new();
        let mut count = |kind, verb, number| {
            *counts.entry(kind).or_default().entry(verb).or_default() += number;
        };
        for service in &diff.services {
            for change in service.all() {
                count(change.kind, change.verb, 1);
            }
            let Some((verb, _)) = service.whole() else { continue };
            let side = if verb == Verb::Added { new } else { old };
            for whole in side.iter().filter(|whole| whole.prefix == service.prefix) {
                count(ChangeKind::Action, verb, whole.actions.len());
                count(ChangeKind::ResourceType, verb, whole.resource_types.len());
                count(ChangeKind::ConditionKey, verb, whole.condition_keys.len());
                count(ChangeKind::Operation, verb, whole.operations.len());
            }
        }
        let total = |(kind, verbs): (ChangeKind, BTreeMap<Verb, usize>)| {
            let of = |verb| verbs.get(&verb).copied().unwrap_or_default();
            KindTotals { kind, added: of(Verb::Added), removed: of(Verb::Removed), changed: of(Verb::Changed) }
        };
        let mut kinds: Vec<_> = counts.into_iter().map(total).filter(|totals| totals.all() > 0).collect();
        kinds.sort_by_key(|totals| FIRST.iter().position(|kind| *kind == totals.kind).unwrap_or(FIRST.len()));
        // All crates of the workspace share one version, so the version of this crate decides.
        let bump = diff.needed().map(|needed| needed.bump);
        let version = if env!("CARGO_PKG_VERSION_MAJOR") == "0" { bump.map(Bump::before_1_0) } else { bump };
        Self { kinds, version, files_not_compared }
    }
}

impl KindTotals {
    fn all(self) -> usize {
        self.added + self.removed + self.changed
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<_> = self.kinds.iter().map(ToString::to_string).collect();
        match self.version {
            Some(version) => write!(f, "{}; needs a {} version", words.join(", "), version.word())?,
            None => f.write_str("nothing has changed in meaning")?,
        }
        match self.files_not_compared {
            0 => Ok(()),
            1 => f.write_str("; 1 file could not be compared"),
            files => write!(f, "; {files} files could not be compared"),
        }
    }
}

impl fmt::Display for KindTotals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (sign, count) in [('+', self.added), ('-', self.removed), ('~', self.changed)] {
            if count > 0 {
                write!(f, "{sign}{count} ")?;
            }
        }
        f.write_str(self.kind.noun(self.all()))
    }
}

#[cfg(test)]
mod tests {
    use super::Totals;
    use crate::model::{Action, ConditionKey, Service};

    fn service(prefix: &str, actions: &[&str]) -> Service {
        let action = |name: &&str| Action { name: (*name).to_owned(), ..Action::default() };
        let actions = actions.iter().map(action).collect();
        Service { prefix: prefix.to_owned(), name: prefix.to_owned(), actions, ..Service::default() }
    }

    #[test]
    fn names_come_first_and_whole_services_count() {
        let mut old = service("a", &["Get", "Put", "List"]);
        old.condition_keys.push(ConditionKey { name: "a:Key".to_owned(), ..ConditionKey::default() });
        let mut new = service("a", &["Get", "Drop", "list"]);
        new.actions[0].permission_only = true;
        let totals = Totals::new(&[old, service("gone", &["Get"])], &[new.clone(), service("new", &["Get", "Put"])], 0);
        assert_eq!(
            totals.to_string(),
            "+1 -1 services, +3 -2 ~1 actions, -1 condition key, +1 permission-only mark; needs a minor version"
        );
        let same = Totals::new(&[new.clone()], &[new], 2);
        assert_eq!(same.to_string(), "nothing has changed in meaning; 2 files could not be compared");
    }
}
