//! How far a change moves the version: the rule for each kind of change, once.
//!
//! | bump | changes |
//! | --- | --- |
//! | major | a service, action, operation, resource type or condition key is removed or written in another case; an action or a resource type loses a resource type or a condition key; a condition key's type is another one or no longer stated; an action requires a resource type that it did not |
//! | minor | a service, action, operation, resource type or condition key is added; an action or a resource type gains a condition key or, optionally, a resource type |
//! | patch | all other facts and all prose: access levels, permission-only marks, marks that are no longer required, dependent actions, rows, scenarios, authorized actions, ARN formats, types stated for the first time, names of services, tables left out, descriptions, links |
//!
//! Before version 1.0, Cargo takes the second number as the first: what is major needs a minor bump, and everything else
//! a patch.

use super::change::{Diff, Kind, Verb};
use serde::Serialize;
use std::collections::BTreeMap;

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

    /// What it is before version 1.0.
    #[must_use]
    pub fn before_1_0(self) -> Self {
        match self {
            Self::Major => Self::Minor,
            Self::Minor | Self::Patch => Self::Patch,
        }
    }

    /// What a change needs. `requires` says whether an action now requires a resource type that it did not.
    pub(super) fn of(kind: Kind, verb: Verb, requires: bool) -> Self {
        let is_type_or_list = matches!(
            kind,
            Kind::Service
                | Kind::Action
                | Kind::Operation
                | Kind::ResourceType
                | Kind::ConditionKey
                | Kind::ActionResourceType
                | Kind::ActionConditionKey
                | Kind::ResourceConditionKey
        );
        match (kind, verb) {
            _ if requires => Self::Major,
            (_, Verb::Added) if is_type_or_list => Self::Minor,
            (_, Verb::Removed | Verb::Changed) if is_type_or_list || kind == Kind::ValueType => Self::Major,
            _ => Self::Patch,
        }
    }
}

/// What a comparison needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The bump.
    pub bump: Bump,
    /// Why, and what else there is: a count of changes of a kind each, the largest bump first.
    pub reasons: Vec<(Bump, String)>,
}

impl Needed {
    /// The reasons of each bump together, the largest bump first.
    pub(super) fn by_bump(&self) -> Vec<(Bump, Vec<&str>)> {
        let of = |bump| self.reasons.iter().filter(move |(of, _)| *of == bump).map(|(_, reason)| reason.as_str());
        let reasons = Bump::ALL.map(|bump| (bump, of(bump).collect::<Vec<_>>()));
        reasons.into_iter().filter(|(_, reasons)| !reasons.is_empty()).collect()
    }
}

impl Diff {
    /// The version bump that the changes need; none if nothing has changed.
    #[must_use]
    pub fn needed(&self) -> Option<Needed> {
        let mut counts: BTreeMap<_, usize> = BTreeMap::new();
        for change in self.all() {
            *counts.entry((std::cmp::Reverse(change.bump), change.kind, change.verb)).or_default() += 1;
        }
        let bump = counts.keys().next()?.0.0;
        let reason = |((bump, kind, verb), count): ((std::cmp::Reverse<Bump>, Kind, Verb), usize)| {
            let names = matches!(kind, Kind::Action | Kind::Operation | Kind::ResourceType | Kind::ConditionKey);
            let word = if names && verb == Verb::Changed { "renamed" } else { verb.word() };
            (bump.0, format!("{count} {} {word}", kind.noun(count)))
        };
        Some(Needed { bump, reasons: counts.into_iter().map(reason).collect() })
    }
}
