//! The list of patterns so far, and which pattern matches which name.

use super::{cut::Cut, memory::Memory, names::Names};

/// The list of patterns so far.
pub(super) struct List<'m, 'f, 'n> {
    pub(super) names: Names<'f, 'n>,
    cuts: &'m mut [Cut],
    length: usize,
    /// The number of names that only this pattern matches, for each pattern.
    sole: &'m mut [u16],
    /// Marks of the patterns while a removal is considered.
    marks: &'m mut [u16],
    /// For the name at each position: the index of the only pattern that matches it, or one of the constants below.
    owners: &'m mut [u16],
}

/// The owner of a name that is not wanted.
const UNWANTED: u16 = u16::MAX;
/// The owner of a name that no pattern matches.
const UNMATCHED: u16 = u16::MAX - 1;
/// The owner of a name that several patterns match.
const SHARED: u16 = u16::MAX - 2;

/// The mark of a pattern to remove.
const REMOVED: u16 = u16::MAX;
/// The mark of a pattern that would leave a name without a pattern.
const NECESSARY: u16 = u16::MAX - 1;

impl<'m, 'f, 'n> List<'m, 'f, 'n> {
    /// Creates an empty list for the wanted names.
    pub(super) fn new<const N: usize>(names: Names<'f, 'n>, memory: &'m mut Memory<N>, wanted: &[u16]) -> Self {
        memory.owners.fill(UNWANTED);
        for position in wanted {
            if let Some(owner) = memory.owners.get_mut(usize::from(*position)) {
                *owner = UNMATCHED;
            }
        }
        let Memory { cuts, sole, marks, owners } = memory;
        Self { names, cuts, length: 0, sole, marks, owners }
    }

    pub(super) const fn length(&self) -> usize {
        self.length
    }

    /// Returns the number of characters of the list.
    pub(super) fn cost(&self) -> usize {
        (0..self.length).map(|index| self.cost_at(index)).sum()
    }

    /// Returns the first wanted name at or after a position.
    pub(super) fn wanted_from(&self, position: u16) -> Option<u16> {
        self.wanted(position).next()
    }

    /// Returns true if no pattern matches a name.
    pub(super) fn lacks(&self, position: u16) -> bool {
        self.owner(position) == UNMATCHED
    }

    /// Returns true if a name is the first one that only its owner matches.
    pub(super) fn is_first_of_owner(&self, position: u16) -> bool {
        let owner = self.owner(position);
        owner < SHARED && !self.owners.iter().take(usize::from(position)).any(|other| *other == owner)
    }

    /// Removes all patterns.
    pub(super) fn clear(&mut self) {
        self.length = 0;
        self.find_owners();
    }

    /// Adds a pattern that matches the given names.
    pub(super) fn push(&mut self, cut: Cut, matched: &[u16]) {
        let Some(place) = self.cuts.get_mut(self.length) else { return };
        *place = cut;
        let index = u16::try_from(self.length).unwrap_or(SHARED);
        self.length += 1;
        for position in matched {
            self.add_owner(*position, index);
        }
    }

    /// Removes patterns whose names are all matched by other patterns, the longest first.
    pub(super) fn remove_unnecessary(&mut self) {
        self.marks.fill(0);
        while let Some(index) = self.longest(|mark, _| mark == 0) {
            self.decide(index, None);
        }
        self.remove_marked();
        self.find_owners();
    }

    /// Adds a pattern if it replaces patterns that are longer together. Returns true if it does.
    pub(super) fn replace(&mut self, cut: Cut, matched: &[u16]) -> bool {
        let cost = self.names.cost(cut);
        // A pattern can be replaced if the new one matches all names that only this pattern matches.
        self.marks.fill(0);
        for position in matched {
            if let Some(mark) = self.marks.get_mut(usize::from(self.owner(*position))) {
                *mark += 1;
            }
        }
        let replaceable = |mark, sole| mark == sole;
        let marked = (0..self.length).filter(|index| self.is_marked(*index, replaceable));
        if marked.map(|index| self.cost_at(index)).sum::<usize>() <= cost {
            return false;
        }
        // Names that several replaceable patterns share still need one of them.
        let mut saved = 0;
        while let Some(index) = self.longest(replaceable) {
            if self.decide(index, Some(cut)) {
                saved += self.cost_at(index);
            }
        }
        if saved <= cost {
            return false;
        }
        self.remove_marked();
        self.push(cut, &[]);
        self.find_owners();
        true
    }

    /// Sorts the patterns as strings.
    pub(super) fn sort(&mut self) {
        let names = self.names;
        let cuts = self.cuts.get_mut(..self.length).unwrap_or_default();
        cuts.sort_unstable_by(|left, right| names.compare(*left, *right));
    }

    /// Returns the positions of the wanted names at or after a position.
    fn wanted(&self, position: u16) -> impl Iterator<Item = u16> {
        let owners = self.owners.iter().zip(0_u16..).skip(usize::from(position));
        owners.filter(|(owner, _)| **owner != UNWANTED).map(|(_, position)| position)
    }

    fn owner(&self, position: u16) -> u16 {
        self.owners.get(usize::from(position)).copied().unwrap_or(UNWANTED)
    }

    fn cost_at(&self, index: usize) -> usize {
        self.cuts.get(index).map_or(0, |cut| self.names.cost(*cut))
    }

    fn is_marked(&self, index: usize, marked: impl Fn(u16, u16) -> bool) -> bool {
        self.marks.get(index).zip(self.sole.get(index)).is_some_and(|(mark, sole)| marked(*mark, *sole))
    }

    /// Returns the longest pattern whose mark and number of sole names fulfill a condition.
    fn longest(&self, marked: impl Fn(u16, u16) -> bool) -> Option<usize> {
        let found = (0..self.length).filter(|index| self.is_marked(*index, &marked));
        found.max_by_key(|index| (self.cost_at(*index), *index))
    }

    /// Marks a pattern as removed if the new pattern and the remaining ones match all of its names, and as necessary
    /// otherwise. Returns true if it is removed.
    fn decide(&mut self, index: usize, new: Option<Cut>) -> bool {
        let Some(cut) = self.cuts.get(index).copied() else { return false };
        let (matcher, new) = (self.names.matcher(cut), new.map(|new| self.names.matcher(new)));
        let remaining = |at: usize| at != index && self.marks.get(at) != Some(&REMOVED);
        let has_other = |position| {
            let others = self.cuts.iter().take(self.length).enumerate().filter(|(at, _)| remaining(*at));
            let mut others = others.map(|(_, other)| self.names.matcher(*other));
            self.owner(position) == SHARED && others.any(|other| other.matches(position))
        };
        let is_matched = |position| new.is_some_and(|new| new.matches(position)) || has_other(position);
        let removed = !self.wanted(0).any(|position| matcher.matches(position) && !is_matched(position));
        if let Some(mark) = self.marks.get_mut(index) {
            *mark = if removed { REMOVED } else { NECESSARY };
        }
        removed
    }

    fn remove_marked(&mut self) {
        let mut kept = 0;
        for index in 0..self.length {
            if self.marks.get(index) != Some(&REMOVED) {
                self.cuts.copy_within(index..=index, kept);
                kept += 1;
            }
        }
        self.length = kept;
    }

    fn add_owner(&mut self, position: u16, index: u16) {
        if let Some(owner) = self.owners.get_mut(usize::from(position)) {
            *owner = match *owner {
                UNWANTED => UNWANTED,
                UNMATCHED => index,
                _ => SHARED,
            };
        }
    }

    /// Finds the owner of each name, and the number of names that only one pattern matches.
    fn find_owners(&mut self) {
        for owner in self.owners.iter_mut().filter(|owner| **owner != UNWANTED) {
            *owner = UNMATCHED;
        }
        self.sole.fill(0);
        for (cut, index) in self.cuts.iter().take(self.length).zip(0_u16..) {
            let matcher = self.names.matcher(*cut);
            for (owner, position) in self.owners.iter_mut().zip(0_u16..) {
                if *owner != UNWANTED && *owner != SHARED && matcher.matches(position) {
                    *owner = if *owner == UNMATCHED { index } else { SHARED };
                }
            }
        }
        for owner in self.owners.iter() {
            if let Some(count) = self.sole.get_mut(usize::from(*owner)) {
                *count += 1;
            }
        }
    }
}
