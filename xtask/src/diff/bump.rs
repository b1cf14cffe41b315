//! Determines the version bump that a single change needs.
//!
//! | bump | changes |
//! | --- | --- |
//! | major | a service, action, operation, resource type or condition key is removed or changes its case; an action or a resource type loses a resource type or a condition key; the type of a condition key changes or is no longer stated; an action newly requires a resource type; an ARN format of a resource type is removed or changes |
//! | minor | a service, action, operation, resource type or condition key is added; an action or a resource type gains a condition key or an optional resource type; a resource type gains an ARN format |
//! | patch | all other facts and all prose: access levels, permission-only marks, required marks that become optional, dependent actions, rows, scenarios, authorized actions, types stated for the first time, names of services, tables left out, descriptions, links |
//!
//! A changed ARN format is a major change, because programs with the feature `arn` parse and build ARNs by these
//! formats. After the change, an ARN may no longer match its resource type, or a variable may be missing.
//!
//! Before version 1.0, Cargo treats the second number like the first one. A major change then needs a minor bump, and
//! any other change a patch.

use super::change_kind::{ChangeKind, Verb};
use serde::Serialize;

/// The part of the version number that must be increased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bump {
    /// The third number, for facts or prose that change no type.
    Patch,
    /// The second number, for additions.
    Minor,
    /// The first number, for changes that can break callers.
    Major,
}

impl Bump {
    /// Every bump, the largest first.
    pub const ALL: [Self; 3] = [Self::Major, Self::Minor, Self::Patch];

    /// Returns the word for the bump, such as `major`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Patch => "patch",
        }
    }

    /// Returns the corresponding bump before version 1.0.
    #[must_use]
    pub fn before_1_0(self) -> Self {
        match self {
            Self::Major => Self::Minor,
            Self::Minor | Self::Patch => Self::Patch,
        }
    }

    /// Returns the bump that a change needs.
    ///
    /// `requires` is true if an action newly requires a resource type.
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
