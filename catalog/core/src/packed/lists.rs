//! Lists of numbers in one pool.

use super::bytes::{chunk, offset};

/// A list of numbers.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    bytes: &'static [u8],
}

impl Numbers {
    /// The empty list.
    pub const NONE: Self = Self { bytes: &[] };

    /// Returns the length of the list.
    #[must_use]
    pub const fn len(self) -> usize {
        self.bytes.len() / 2
    }

    /// Returns true if the list is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns the number at a position.
    #[must_use]
    pub const fn get(self, position: usize) -> Option<u16> {
        match chunk::<2>(self.bytes, position) {
            Some(bytes) => Some(u16::from_le_bytes(bytes)),
            None => None,
        }
    }
}

/// The length that marks a list as not stated by the reference.
pub(super) const NOT_STATED: u16 = u16::MAX;

/// Lists of numbers in one pool. Every entry has the same number of lists. Entries whose lists are all equal share
/// them.
#[derive(Clone, Copy, Debug)]
pub struct Lists {
    pool: &'static [u8],
    starts: &'static [u8],
}

impl Lists {
    /// Creates the lists of a written table. For each entry, `starts` has the number of `u16`s in the pool before its
    /// first list. This number is a `u16` if the pool has at most `u16::MAX` numbers, otherwise a `u32`.
    #[must_use]
    pub const fn new(pool: &'static [u8], starts: &'static [u8]) -> Self {
        Self { pool, starts }
    }

    /// Returns the `nth` list of an entry, or `None` if the reference does not state it.
    #[must_use]
    pub const fn get(self, entry: usize, nth: usize) -> Option<Numbers> {
        let Some(mut start) = offset(self.starts, entry, self.pool.len() / 2 > u16::MAX as usize) else { return None };
        let mut passed = 0;
        loop {
            let Some(bytes) = chunk::<2>(self.pool, start) else { return None };
            let length = u16::from_le_bytes(bytes);
            let (stated, length) = if length == NOT_STATED { (false, 0) } else { (true, length as usize) };
            if passed == nth {
                return match (stated, run(self.pool, start + 1, length)) {
                    (true, Some(bytes)) => Some(Numbers { bytes }),
                    _ => None,
                };
            }
            passed += 1;
            start += 1 + length;
        }
    }

    /// Returns the `nth` list of an entry, or an empty list if the reference does not state it.
    #[must_use]
    pub const fn stated(self, entry: usize, nth: usize) -> Numbers {
        match self.get(entry, nth) {
            Some(numbers) => numbers,
            None => Numbers::NONE,
        }
    }
}

/// Returns the bytes of `length` numbers from the number at `start` on.
const fn run(pool: &'static [u8], start: usize, length: usize) -> Option<&'static [u8]> {
    match pool.split_at_checked(start * 2) {
        Some((_, rest)) => match rest.split_at_checked(length * 2) {
            Some((run, _)) => Some(run),
            None => None,
        },
        None => None,
    }
}
