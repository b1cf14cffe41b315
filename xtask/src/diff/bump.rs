//! The version bump that one change needs: the rule for each kind of change, once.
//!
//! | bump | changes |
//! | --- | --- |
//! | major | a service, action, operation, resource type or condition key is removed or written in another case; an action or a resource type loses a resource type or a condition key; a condition key's type is another one or no longer stated; an action requires a resource type that it did not; a resource type loses an ARN format, or it is another one |
//! | minor | a service, action, operation, resource type or condition key is added; an action or a resource type gains a condition key or, optionally, a resource type; a resource type gains an ARN format |
//! | patch | all other facts and all prose: access levels, permission-only marks, marks that are no longer required, dependent actions, rows, scenarios, authorized actions, types stated for the first time, names of services, tables left out, descriptions, links |
//!
//! Programs with the feature `arn` take ARNs apart and build them by these formats: with another format, an ARN is no longer of
//! the type, or a variable has no value.
//!
//! Before version 1.0, Cargo takes the second number as the first: what is major needs a minor bump, and everything else
//! a patch.

use super::change_kind::{ChangeKind, Verb};
use serde::Serialize;

/// Which number of the version must grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bump {
    /// The third: facts or prose that change no type.
    Patch,
    /// The second: there is more.
    Minor,
    /// The first: callers can break.
    Major,
}

impl Bump {
    /// Every bump, the largest first.
    pub const ALL: [Self; 3] = [Self::Major, Self::Minor, Self::Patch];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Patch => "patch",
        }
    }

    /// Returns the bump that it means before version 1.0.
    #[must_use]
    pub fn before_1_0(self) -> Self {
        match self {
            Self::Major => Self::Minor,
            Self::Minor | Self::Patch => Self::Patch,
        }
    }

    /// Returns the bump that a change needs. `requires` says whether an action now requires a resource type that it did not.
    pub(super) fn new(kind: ChangeKind, verb: Verb, requires: bool) -> Self {
        let is_type_or_list = matches!(
            kind,
            ChangeKind::Service
                | ChangeKind::Action
                | ChangeKind::Operation
                | ChangeKind::ResourceType
                | ChangeKind::ConditionKey
                | ChangeKind::ActionResourceType
                | ChangeKind::ActionConditionKey
                | ChangeKind::ArnFormat
                | ChangeKind::ResourceConditionKey
        );
        match (kind, verb) {
            _ if requires => Self::Major,
            (_, Verb::Added) if is_type_or_list => Self::Minor,
            (_, Verb::Removed | Verb::Changed) if is_type_or_list || kind == ChangeKind::ValueType => Self::Major,
            _ => Self::Patch,
        }
    }
}
