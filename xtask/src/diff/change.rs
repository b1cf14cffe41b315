//! The result of a comparison, as plain data from which every output format is made.

use super::bump::Bump;
use super::change_kind::{ChangeKind, Verb};
use serde::Serialize;

/// A change in meaning or of prose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// The kind of the change.
    pub kind: ChangeKind,
    /// The verb: added, removed or changed.
    #[serde(rename = "change")]
    pub verb: Verb,
    /// The current name of the action, operation, resource type, condition key or service that changes.
    pub subject: String,
    /// The part of the subject that changes, such as a resource type or a condition key of an action.
    pub item: Option<String>,
    /// The old value.
    pub old: Option<String>,
    /// The new value.
    pub new: Option<String>,
    /// The version bump that this change needs by itself.
    pub bump: Bump,
}

/// The changes in one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceDiff {
    /// The service prefix.
    pub prefix: String,
    /// The current name of the service.
    pub name: String,
    /// The changes in meaning, by kind. A service that was added or removed as a whole has a single change.
    pub changes: Vec<Change>,
    /// The changes in descriptions and links.
    pub prose: Vec<Change>,
}

impl ServiceDiff {
    /// Returns all changes, in meaning and of prose.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().chain(&self.prose)
    }

    /// Returns the verb and the contents of a service that was added or removed as a whole.
    ///
    /// Returns `None` if both states have the service.
    #[must_use]
    pub fn whole(&self) -> Option<(Verb, &str)> {
        let change = self.changes.first().filter(|change| change.kind == ChangeKind::Service)?;
        let contents = change.old.as_deref().or(change.new.as_deref());
        Some((change.verb, contents.unwrap_or_default()))
    }

    /// Returns the number of prose changes of a kind.
    #[must_use]
    pub fn prose_count(&self, kind: ChangeKind) -> usize {
        self.prose.iter().filter(|change| change.kind == kind).count()
    }
}

/// The changes from one state of the reference to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The services with changes, ordered by prefix.
    pub services: Vec<ServiceDiff>,
}

impl Diff {
    /// Returns true if nothing has changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.services.is_empty()
    }

    /// Returns all changes, in meaning and of prose.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        self.services.iter().flat_map(ServiceDiff::all)
    }
}
