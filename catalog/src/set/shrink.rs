//! The conversion of a set of actions to a few patterns.

use core::{fmt, iter::FusedIterator};

use catalog_core::shrink::{self, Memory};

use super::{
    action_set::ActionSet,
    numbers::{COUNT, LARGEST, first_of},
};
use crate::{
    handles::{AnyAction, Service},
    query::ActionPattern,
    services::ALL,
};

/// The number of characters for the quotes around a pattern, the comma after it, and the colon in it.
const MARKS: usize = 4;

impl ActionSet {
    /// Returns a short list of patterns that matches exactly the actions of this set and is never longer than their
    /// names. No pattern matches another action in the catalog, so expanding the patterns gives the set again. They are
    /// in order of service.
    ///
    /// ```
    /// use catalog::ActionSet;
    ///
    /// let set = ActionSet::from_patterns(["sqs:*"])? - ActionSet::from_patterns(["sqs:*Permission", "sqs:Delete*"])?;
    /// let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
    /// assert!(patterns.iter().map(String::len).sum::<usize>() < 140, "{patterns:?}");
    /// assert_eq!(ActionSet::from_patterns(&patterns)?, set);
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    ///
    /// # Meaning of "short"
    /// If the set contains every action, the list is `*`. Otherwise, each service has a list of its own, and `s3:*`
    /// matches all of its actions. A pattern is the name of an action, `Beginning*End`, or `Beginning*Middle*End`. The
    /// beginning and the end may be empty, and each part consists of whole words of a name.
    ///
    /// The length of a list is its number of **characters**. The count includes prefix, colon, quotes and comma, because
    /// AWS limits the number of characters of a policy. These statements are true for each list:
    ///
    /// * It is never longer than the names of the actions.
    /// * It is never longer than a list of names and patterns `Beginning*`, if each beginning ends at a word border of
    ///   the matched names. The same is true of a list of names and patterns `*End`.
    /// * No pattern is unnecessary: each one matches an action that the others do not match.
    /// * No single pattern is shorter than the patterns that it could replace.
    /// * The same set always gives the same list.
    ///
    /// A list that replaces several patterns by several others can be shorter. Finding the shortest of all lists is the
    /// set-cover problem, for which no fast solution is known. A list that a person wrote can also be shorter, because
    /// its patterns can end within words.
    ///
    /// A word begins at an upper-case letter after a lower-case letter or a digit (`List|Buckets`, `Route53|Zone`). Of
    /// several upper-case letters, the last begins a word if a lower-case letter follows (`DB|Cluster`), unless that
    /// makes a plural (`ACLs`). A word also begins after `-`, `_` and `.`.
    ///
    /// # Cost
    /// The iterator holds arrays for the actions of the largest service, about 15 KB. A list usually takes a few
    /// milliseconds. For hundreds of unrelated actions of the largest service, it can take a few hundred.
    ///
    /// # Changes in the catalog
    /// The list matches the set in *this* catalog. If AWS adds an action, a pattern may match it, and a short pattern
    /// for few actions is more likely to match it. If you must avoid that, write the names of the actions instead.
    #[must_use]
    #[inline]
    pub fn shrink(&self) -> Shrink<'_> {
        let everything = COUNT > 0 && self.len() == COUNT;
        let place = if everything { ALL.len() } else { 0 };
        Shrink { set: self, everything, place, service: None, memory: Memory::new(), next: 0, end: 0 }
    }
}

/// A few patterns that match exactly the actions of a set, returned by [`ActionSet::shrink`].
#[derive(Clone)]
pub struct Shrink<'s> {
    set: &'s ActionSet,
    /// Whether the set contains every action and the pattern `*` has not been returned yet.
    everything: bool,
    /// The index of the next service.
    place: usize,
    /// The service whose patterns are being returned, and its remaining patterns.
    service: Option<Service>,
    memory: Memory<LARGEST>,
    next: usize,
    end: usize,
}

impl Shrink<'_> {
    /// Computes the patterns of a service.
    #[inline]
    fn settle(&mut self, service: Service, first: usize) {
        let mut positions = [0_u16; LARGEST];
        let (mut wanted, mut filled) = (0, 0);
        for (number, position) in (first..).zip(0_u16..).take(service.actions().len()) {
            if let Some(free) = positions.get_mut(filled) {
                *free = position;
                filled += 1;
            }
            if self.set.has(number) {
                positions.swap(wanted, filled - 1);
                wanted += 1;
            }
        }
        let (wanted, rest) = positions.split_at_mut(wanted);
        let (unwanted, _) = rest.split_at_mut(filled - wanted.len());
        let name = |position| service.table().actions.name(position);
        let overhead = service.prefix().len() + MARKS;
        (self.service, self.next) = (Some(service), 0);
        self.end = shrink::shrink(&name, overhead, wanted, unwanted, &mut self.memory);
    }
}

impl Iterator for Shrink<'_> {
    type Item = ActionPattern<'static>;

    #[inline]
    fn next(&mut self) -> Option<ActionPattern<'static>> {
        if self.everything {
            self.everything = false;
            return Some(ActionPattern::EVERYTHING);
        }
        while self.next == self.end {
            let service = ALL.get(self.place).copied()?;
            let (first, behind) = (first_of(self.place), first_of(self.place + 1));
            self.place += 1;
            if self.set.any_in(first, behind) {
                self.settle(service, first);
            }
        }
        let (cut, service) = (self.memory.cut(self.next)?, self.service?);
        self.next += 1;
        let action = AnyAction::__new(service, cut.name);
        Some(match cut.pattern(action.name()) {
            Some(pattern) => ActionPattern::from_starred(service, pattern),
            None => ActionPattern::from_action(action),
        })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let settled = self.end - self.next + usize::from(self.everything);
        (settled, Some(settled + COUNT - first_of(self.place)))
    }
}

impl FusedIterator for Shrink<'_> {}

impl fmt::Debug for Shrink<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl ActionSet {
    /// Returns true if the set contains an action with a number in this range.
    #[inline]
    fn any_in(&self, first: usize, behind: usize) -> bool {
        (first..behind).any(|number| self.has(number))
    }
}

/// Writes the set as a few patterns, because the names of its actions could be thousands of entries.
impl fmt::Debug for ActionSet {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut set = f.debug_set();
        self.shrink().for_each(|pattern| {
            set.entry(&format_args!("{pattern}"));
        });
        set.finish()
    }
}
