//! Several tables in one string literal and one byte string literal.

use super::{bytes::chunk, sparse::SparseStrings, strings::Strings};

/// Several tables in two literals: a string with all their text, and bytes that begin with the bounds of their parts as
/// `u32`s.
///
/// Two literals compile faster than many, because a literal costs more than its contents.
#[derive(Clone, Copy, Debug)]
pub struct PackedTables {
    text: &'static str,
    bytes: &'static [u8],
}

impl PackedTables {
    /// Creates the tables from the two literals that a `PackedTablesWriter` wrote.
    #[must_use]
    pub const fn new(text: &'static str, bytes: &'static [u8]) -> Self {
        Self { text, bytes }
    }

    /// Returns the `nth` part of the bytes.
    #[must_use]
    pub const fn bytes(self, nth: usize) -> &'static [u8] {
        // The bounds are offsets from the beginning of the bytes, so the first bound is also the length of all bounds.
        let (Some(start), Some(end)) = (chunk::<4>(self.bytes, nth), chunk::<4>(self.bytes, nth + 1)) else {
            return &[];
        };
        match self.bytes.split_at_checked(u32::from_le_bytes(end) as usize) {
            Some((head, _)) => match head.split_at_checked(u32::from_le_bytes(start) as usize) {
                Some((_, part)) => part,
                None => &[],
            },
            None => &[],
        }
    }

    /// Returns the strings whose bounds are the `nth` part of the bytes.
    #[must_use]
    pub const fn strings(self, nth: usize) -> Strings {
        Strings::of_shared(self.text, self.bytes(nth))
    }

    /// Returns the sparse strings whose bounds are the `nth` part of the bytes.
    #[must_use]
    pub const fn sparse(self, nth: usize) -> SparseStrings {
        match self.strings(nth).get(0) {
            Some(lines) => SparseStrings::new(lines),
            None => SparseStrings::new(""),
        }
    }
}
