//! The entries of the given list, and the actions that they match.

use std::collections::BTreeMap;

use catalog::{ActionPattern, ActionSet, AnyAction, NameError, Service};

/// The entries of the given list.
pub(super) struct Entries<'p> {
    patterns: Vec<ActionPattern<'p>>,
    actions: ActionSet,
}

impl<'p> Entries<'p> {
    /// Parses the entries.
    ///
    /// # Errors
    /// Returns an error for each entry that is not an action or a pattern.
    pub(super) fn parse(names: &[&'p str]) -> Result<Self, Vec<NameError>> {
        let (mut patterns, mut actions, mut errors) = (Vec::new(), ActionSet::new(), Vec::new());
        for name in names {
            match ActionPattern::new(name) {
                Ok(pattern) => {
                    actions.insert_pattern(pattern);
                    patterns.push(pattern);
                }
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(Self { patterns, actions }) } else { Err(errors) }
    }

    /// Returns the actions that the entries match.
    pub(super) const fn actions(&self) -> &ActionSet {
        &self.actions
    }

    /// Returns the patterns that match no action.
    pub(super) fn matching_nothing(&self) -> impl Iterator<Item = ActionPattern<'p>> {
        self.patterns.iter().copied().filter(|pattern| pattern.expand().next().is_none())
    }

    /// Returns the entries of a service in their order, without those whose actions are all matched by other entries.
    /// The longest entry is left out first.
    pub(super) fn necessary(&self, service: Service) -> Vec<ActionPattern<'p>> {
        let mut entries: Vec<_> =
            self.patterns.iter().copied().filter(|pattern| pattern.service() == Some(service)).enumerate().collect();
        let mut matches: BTreeMap<AnyAction, usize> = BTreeMap::new();
        for action in entries.iter().flat_map(|(_, pattern)| pattern.expand()) {
            *matches.entry(action).or_default() += 1;
        }
        entries.sort_by_cached_key(|(_, pattern)| pattern.to_string().len());
        let mut kept = Vec::new();
        for (place, pattern) in entries.into_iter().rev() {
            if pattern.expand().all(|action| matches.get(&action).is_some_and(|count| *count > 1)) {
                pattern.expand().for_each(|action| {
                    matches.entry(action).and_modify(|count| *count -= 1);
                });
            } else {
                kept.push((place, pattern));
            }
        }
        kept.sort_unstable_by_key(|(place, _)| *place);
        kept.into_iter().map(|(_, pattern)| pattern).collect()
    }
}
