//! Lists of numbers in one pool.

use super::bytes::{chunk, offset};

/// A run of numbers.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    bytes: &'static [u8],
}

impl Numbers {
    /// No number.
    pub const NONE: Self = Self { bytes: &[] };

    /// How many numbers there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.bytes.len() / 2
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The number at a position.
    #[must_use]
    pub const fn get(self, position: usize) -> Option<u16> {
        match chunk::<2>(self.bytes, position) {
            Some(bytes) => Some(u16::from_le_bytes(bytes)),
            None => None,
        }
    }
}

/// The length that stands for a list which the reference does not state.
pub(super) const NOT_STATED: u16 = u16::MAX;

/// A pool of lists. Equal runs of lists are kept once.
#[derive(Clone, Copy, Debug)]
pub struct Lists {
    pool: &'static [u8],
    starts: &'static [u8],
}

impl Lists {
    /// The lists of a written table. `starts` says for each entry how many numbers are before its first list: as a `u16` if
    /// the pool has no more than a `u16` can count, otherwise as a `u32`.
    #[must_use]
    pub const fn new(pool: &'static [u8], starts: &'static [u8]) -> Self {
        Self { pool, starts }
    }

    /// The `nth` list of an entry, or `None` where the reference does not state it.
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

    /// The `nth` list of an entry, empty where it is not stated.
    #[must_use]
    pub const fn stated(self, entry: usize, nth: usize) -> Numbers {
        match self.get(entry, nth) {
            Some(numbers) => numbers,
            None => Numbers::NONE,
        }
    }
}

/// The bytes of `length` numbers from the number at `start`.
const fn run(pool: &'static [u8], start: usize, length: usize) -> Option<&'static [u8]> {
    match pool.split_at_checked(start * 2) {
        Some((_, rest)) => match rest.split_at_checked(length * 2) {
            Some((run, _)) => Some(run),
            None => None,
        },
        None => None,
    }
}
