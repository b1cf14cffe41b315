//! Determines the version bump that a whole comparison needs, with the reasons.

use super::bump::Bump;
use super::change::Diff;
use super::change_kind::{ChangeKind, Verb};
use std::collections::BTreeMap;

/// The version bump that a comparison needs, with the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededBump {
    /// The bump.
    pub bump: Bump,
    /// The reasons, such as `1 action removed`, each with the bump that it needs. The largest bump is first.
    pub reasons: Vec<(Bump, String)>,
}

impl NeededBump {
    /// Groups the reasons by bump, the largest bump first.
    pub(super) fn by_bump(&self) -> Vec<(Bump, Vec<&str>)> {
        let of = |bump| self.reasons.iter().filter(move |(of, _)| *of == bump).map(|(_, reason)| reason.as_str());
        let reasons = Bump::ALL.map(|bump| (bump, of(bump).collect::<Vec<_>>()));
        reasons.into_iter().filter(|(_, reasons)| !reasons.is_empty()).collect()
    }
}

impl Diff {
    /// Returns the version bump that the changes need, or `None` if nothing has changed.
    #[must_use]
    pub fn needed(&self) -> Option<NeededBump> {
        let mut counts: BTreeMap<_, usize> = BTreeMap::new();
        for change in self.all() {
            *counts.entry((std::cmp::Reverse(change.bump), change.kind, change.verb)).or_default() += 1;
        }
        let bump = counts.keys().next()?.0.0;
        let reason = |((bump, kind, verb), count): ((std::cmp::Reverse<Bump>, ChangeKind, Verb), usize)| {
            let names = matches!(
                kind,
                ChangeKind::Action | ChangeKind::Operation | ChangeKind::ResourceType | ChangeKind::ConditionKey
            );
            let word = if names && verb == Verb::Changed { "renamed" } else { verb.word() };
            (bump.0, format!("{count} {} {word}{}", kind.noun(count), kind.whom()))
        };
        Some(NeededBump { bump, reasons: counts.into_iter().map(reason).collect() })
    }
}
