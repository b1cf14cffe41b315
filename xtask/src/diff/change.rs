//! The result of a comparison: plain data, from which every form of the output is made.

use super::bump::Bump;
use super::change_kind::{ChangeKind, Verb};
use serde::Serialize;

/// One change in meaning, or of prose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// The kind of thing that it is about.
    pub kind: ChangeKind,
    /// The verb: added, removed or changed.
    #[serde(rename = "change")]
    pub verb: Verb,
    /// The action, operation, resource type, condition key or service that it is about, as it is called now.
    pub subject: String,
    /// The part of the subject: the resource type that an action takes, the condition key of a row.
    pub item: Option<String>,
    /// The old value.
    pub old: Option<String>,
    /// The new value.
    pub new: Option<String>,
    /// The bump that it needs by itself.
    pub bump: Bump,
}

/// The changes in one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceDiff {
    /// The service prefix.
    pub prefix: String,
    /// The service's name, as it is now.
    pub name: String,
    /// The changes in meaning, by kind. A service that is new or gone has one change.
    pub changes: Vec<Change>,
    /// The descriptions and links that are worded otherwise.
    pub prose: Vec<Change>,
}

impl ServiceDiff {
    /// Every change, of meaning and of prose.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().chain(&self.prose)
    }

    /// Returns the verb for the service as a whole and its contents; nothing if both states have it.
    #[must_use]
    pub fn whole(&self) -> Option<(Verb, &str)> {
        let change = self.changes.first().filter(|change| change.kind == ChangeKind::Service)?;
        let contents = change.old.as_deref().or(change.new.as_deref());
        Some((change.verb, contents.unwrap_or_default()))
    }

    /// Returns the number of changes of prose that are of a kind.
    #[must_use]
    pub fn prose_count(&self, kind: ChangeKind) -> usize {
        self.prose.iter().filter(|change| change.kind == kind).count()
    }
}

/// The changes from one reference to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The services in which something has changed, by prefix.
    pub services: Vec<ServiceDiff>,
}

impl Diff {
    /// Whether nothing has changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.services.is_empty()
    }

    /// Every change, of meaning and of prose.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        self.services.iter().flat_map(ServiceDiff::all)
    }
}
