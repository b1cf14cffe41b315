//! From a set of actions back to few patterns.

use core::{fmt, iter::FusedIterator};

use catalog_core::shrink::{self, Cut};

use super::{
    action_set::ActionSet,
    numbers::{COUNT, LARGEST, first_of},
};
use crate::{
    handles::{AnyAction, Service},
    query::ActionPattern,
    services::ALL,
};

/// The quotes around a pattern, the comma behind it, and the colon in it.
const MARKS: usize = 4;

impl ActionSet {
    /// The shortest list of patterns that means exactly this set and matches nothing else in the catalog, in order of
    /// service. Expanding them gives the set back.
    ///
    /// ```
    /// use catalog::ActionSet;
    ///
    /// let set = ActionSet::from_patterns(["sqs:*"])? - ActionSet::from_patterns(["sqs:*Permission", "sqs:Delete*"])?;
    /// let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
    /// assert!(patterns.iter().map(String::len).sum::<usize>() < 160, "{patterns:?}");
    /// assert_eq!(ActionSet::from_patterns(&patterns)?, set);
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    ///
    /// # What "shortest" means
    /// `*` stands for everything; else each service has its own list, and `s3:*` for all of its actions. A pattern is an
    /// action's name, `Beginning*End`, or `Beginning*Middle*End`, where the beginning and the end may be empty, and each part
    /// is made of whole words of names.
    ///
    /// Lists come from *cutting*. All the actions of the set are a group. A group is written as one pattern, made of the
    /// beginning and the end that it was cut to and of words that stand between these in all of its names, or is cut again:
    /// into a group for each next word at the front, or into one for each next word at the back. Of all the lists that cutting
    /// can make, and that match no action outside the set, this is one with the **fewest characters**, as a policy has them:
    /// with prefix, colon, quotes and comma, for it is characters that AWS limits. What then lies within another pattern is
    /// left out. So
    ///
    /// * no list of names and `Beginning*`, cut at borders of the names that they stand for, is shorter, nor one of names and
    ///   `*End`;
    /// * a list with overlaps that cutting cannot make, such as `*Tag*` beside `Get*`, may be shorter: to find the shortest of
    ///   those is the set-cover problem;
    /// * the same set gives the same list.
    ///
    /// Words begin with an upper-case letter behind a lower-case one or a digit (`List|Buckets`, `Route53|Zone`), with the
    /// last upper-case letter of several where a lower-case one follows (`DB|Cluster`) unless it is a plural (`ACLs`), and
    /// behind `-`, `_` and `.`.
    ///
    /// # What it costs
    /// Two arrays for the actions of the largest service stand in the iterator and on the stack, together some 10 KB.
    ///
    /// # Tomorrow
    /// The list means the set in *this* catalog. Where AWS adds an action, a pattern may match it, and a short pattern for
    /// few actions is more likely to: where that must not be, write names.
    #[must_use]
    #[inline]
    pub fn shrink(&self) -> Shrink<'_> {
        let everything = COUNT > 0 && self.len() == COUNT;
        let place = if everything { ALL.len() } else { 0 };
        Shrink { set: self, everything, place, service: None, cuts: [Cut::NONE; LARGEST], next: 0, end: 0 }
    }
}

/// Few patterns that mean a set: what [`ActionSet::shrink`] gives.
#[derive(Clone)]
pub struct Shrink<'s> {
    set: &'s ActionSet,
    /// Whether the set is everything and has not been told.
    everything: bool,
    /// The place of the next service.
    place: usize,
    /// The service whose patterns are being told, and those that are left.
    service: Option<Service>,
    cuts: [Cut; LARGEST],
    next: usize,
    end: usize,
}

impl Shrink<'_> {
    /// Finds the patterns of the service at a place.
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
        self.end = shrink::shrink(&name, overhead, wanted, unwanted, &mut self.cuts);
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
        let (cut, service) = (*self.cuts.get(self.next)?, self.service?);
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
    /// Whether an action with a number in this range is in the set.
    #[inline]
    fn any_in(&self, first: usize, behind: usize) -> bool {
        (first..behind).any(|number| self.has(number))
    }
}

/// The set in few patterns: every action by name would be some thousands.
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
