//! Several tables in two literals.

use super::{bytes::chunk, sparse::SparseStrings, strings::Strings};

/// Several tables in two literals: their texts, and their bytes, which begin with the bounds of their parts as `u32`s.
///
/// A literal costs a compiler more than what is in it.
#[derive(Clone, Copy, Debug)]
pub struct PackedTables {
    text: &'static str,
    bytes: &'static [u8],
}

impl PackedTables {
    /// The tables of two written literals.
    #[must_use]
    pub const fn new(text: &'static str, bytes: &'static [u8]) -> Self {
        Self { text, bytes }
    }

    /// The `nth` part of the bytes.
    #[must_use]
    pub const fn bytes(self, nth: usize) -> &'static [u8] {
        // The bounds of the parts are counted from the beginning, so that the first one says how long they are.
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

    /// Texts whose bounds are the `nth` part of the bytes.
    #[must_use]
    pub const fn strings(self, nth: usize) -> Strings {
        Strings::of_shared(self.text, self.bytes(nth))
    }

    /// Strings that only a few entries have, whose bounds are the `nth` part of the bytes.
    #[must_use]
    pub const fn sparse(self, nth: usize) -> SparseStrings {
        match self.strings(nth).get(0) {
            Some(lines) => SparseStrings::new(lines),
            None => SparseStrings::new(""),
        }
    }
}
