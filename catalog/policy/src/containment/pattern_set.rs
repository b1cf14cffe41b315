//! Sets of strings: the union of several patterns, or all strings except such a union.

use alloc::vec::Vec;

use super::{answer::Answer, disjoint::disjoint, inclusion::within, mark::Variable, pattern::Pattern, work::Work};

/// The strings that some patterns match, or all other strings.
#[derive(Clone, Debug)]
pub struct PatternSet<'p> {
    /// The patterns.
    pub patterns: Vec<Pattern<'p>>,
    /// Whether the set contains the strings that no pattern matches.
    pub is_complement: bool,
}

impl<'p> PatternSet<'p> {
    /// Returns the strings that some patterns match.
    #[must_use]
    pub fn union(patterns: Vec<Pattern<'p>>) -> Self {
        Self { patterns, is_complement: false }
    }

    /// Returns the strings that none of some patterns matches.
    #[must_use]
    pub fn complement(patterns: Vec<Pattern<'p>>) -> Self {
        Self { patterns, is_complement: true }
    }

    /// Decides if each string of this set is in another one.
    #[must_use]
    pub fn within(&self, wide: &Self, work: &mut Work) -> Answer {
        match (self.is_complement, wide.is_complement) {
            (false, false) => all_within(&self.patterns, &wide.patterns, work),
            (true, true) => all_within(&wide.patterns, &self.patterns, work),
            (false, true) => {
                let pairs = self.patterns.iter().flat_map(|own| wide.patterns.iter().map(move |other| (own, other)));
                all(pairs, |(own, other)| disjoint(own, other, work))
            }
            // Every string is in one of the two unions.
            (true, false) => {
                let both: Vec<_> = self.patterns.iter().chain(&wide.patterns).collect();
                within(&Pattern::everything(), &both, work)
            }
        }
    }

    /// Returns true if the set contains every string.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        if self.is_complement { self.patterns.is_empty() } else { self.patterns.iter().any(Pattern::is_everything) }
    }

    /// Returns true if the set contains no string.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        if self.is_complement { self.patterns.iter().any(Pattern::is_everything) } else { self.patterns.is_empty() }
    }

    /// Returns the variables of the patterns.
    pub(super) fn variables(&self) -> impl Iterator<Item = Variable<'p>> {
        self.patterns.iter().flat_map(Pattern::variables)
    }
}

/// Decides if each of several patterns is within a union.
fn all_within<'p>(narrow: &[Pattern<'p>], wide: &[Pattern<'p>], work: &mut Work) -> Answer {
    let wide: Vec<_> = wide.iter().collect();
    all(narrow.iter(), |narrow| within(narrow, &wide, work))
}

/// Returns `Yes` if the answer is `Yes` for each entry. Stops at the first `No`.
fn all<T>(entries: impl Iterator<Item = T>, mut decide: impl FnMut(T) -> Answer) -> Answer {
    let mut answer = Answer::Yes;
    for entry in entries {
        answer = answer.and(decide(entry));
        if answer.is_no() {
            break;
        }
    }
    answer
}
