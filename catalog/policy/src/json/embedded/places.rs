//! The places of decoded bytes in an encoded source.

use alloc::{vec, vec::Vec};

use super::super::Span;

/// The places of decoded bytes in the encoded source. Between two marks, both have the same bytes.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// Pairs of an offset in the decoded string and the same place in the source, in order.
    marks: Vec<(u32, u32)>,
    /// The largest offset in the source.
    end: u32,
}

impl Places {
    /// Returns the places of a string that begins and ends at a span of the source.
    pub(super) fn new(span: Span) -> Self {
        Self { marks: vec![(0, span.start)], end: span.end.max(span.start) }
    }

    /// Adds an encoded character, after `plain` bytes that are the same in both.
    pub(super) fn add(&mut self, plain: usize, decoded: usize, encoded: usize) {
        let after = |offset: u32, length: usize| offset.saturating_add(u32::try_from(length).unwrap_or(u32::MAX));
        let (text, source) = self.marks.last().copied().unwrap_or_default();
        let (text, source) = (after(text, plain), after(source, plain));
        if decoded == 0 {
            // Both sides of a part that the text does not have get a mark.
            self.marks.push((text, source));
        }
        self.marks.push((after(text, decoded), after(source, encoded)));
    }

    /// Returns the offset in the source of the end of a part of the decoded string. Encoded parts that the string does
    /// not have, such as the indentation of the next line, are not included.
    pub(super) fn end_at(&self, offset: u32) -> u32 {
        let first = self.marks.partition_point(|(text, _)| *text < offset);
        match self.marks.get(first) {
            Some((text, source)) if *text == offset => (*source).min(self.end),
            _ => self.at(offset),
        }
    }

    /// Returns the offset in the source of an offset in the decoded string.
    pub(super) fn at(&self, offset: u32) -> u32 {
        let next = self.marks.partition_point(|(text, _)| *text <= offset);
        let (text, source) = next.checked_sub(1).and_then(|last| self.marks.get(last)).copied().unwrap_or_default();
        let limit = self.marks.get(next).map_or(self.end, |(_, source)| *source);
        source.saturating_add(offset.saturating_sub(text)).min(limit).min(self.end)
    }
}
