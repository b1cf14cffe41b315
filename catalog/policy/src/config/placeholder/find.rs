//! Finds the placeholders in a source.

use alloc::{borrow::Cow, vec::Vec};

use super::{Declared, Gap, Span, pattern::Pattern};
use crate::hole::Piece;

/// The patterns of a configuration, prepared for a search.
pub(super) struct Finder<'c> {
    /// The patterns, each with its number in the configuration.
    patterns: Vec<(usize, Pattern<'c>)>,
    /// Whether a placeholder can begin with a byte.
    begins: [bool; 256],
}

impl<'c> Finder<'c> {
    pub(super) fn new(declared: &'c [Declared]) -> Self {
        let patterns: Vec<_> = declared
            .iter()
            .enumerate()
            .filter_map(|(number, entry)| Some((number, Pattern::new(&entry.pattern)?)))
            .collect();
        let mut begins = [false; 256];
        for byte in patterns.iter().filter_map(|(_, pattern)| pattern.first_byte()) {
            if let Some(begins) = begins.get_mut(usize::from(byte)) {
                *begins = true;
            }
        }
        Self { patterns, begins }
    }

    /// Returns the placeholders of a source, in order. Marks the patterns that match as used.
    pub(super) fn gaps<'t>(&self, text: &'t str, used: &mut [bool]) -> Vec<Gap<'t>> {
        let mut gaps = Vec::new();
        let mut at = 0;
        let can_begin = |byte: &u8| self.begins.get(usize::from(*byte)) == Some(&true);
        let next = |from: usize| Some(from + text.as_bytes().get(from..)?.iter().position(can_begin)?);
        while let Some(start) = next(at) {
            let Some((end, number)) = self.longest(text, start) else {
                at = start + 1;
                continue;
            };
            if let Some(used) = used.get_mut(number) {
                *used = true;
            }
            let short = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
            let written = text.get(start..end).unwrap_or_default();
            gaps.push(Gap::new(Span::new(short(start), short(end)), Piece::Unknown(Cow::Borrowed(written))));
            at = end;
        }
        gaps
    }

    /// Returns the end of the longest placeholder at an offset, and the number of its pattern. Of several patterns with
    /// the same match, one without `*` wins, and then the first one.
    fn longest(&self, text: &str, start: usize) -> Option<(usize, usize)> {
        let ends = self.patterns.iter().filter_map(|(number, pattern)| {
            let end = pattern.end(text, start).filter(|end| *end > start)?;
            Some((end, !pattern.is_named(), core::cmp::Reverse(*number)))
        });
        ends.max().map(|(end, _, number)| (end, number.0))
    }
}
