//! The constant tables of a service, in the form that costs a compiler and a binary least: a few string and byte
//! literals instead of arrays of structs. An attribute macro [writes](self::write) them, the runtime reads them.
//!
//! All numbers are little-endian. A reader that is asked for what a table does not hold answers `None` or an empty
//! list: it never panics, whatever the bytes.
//!
//! * [`Sections`]: a text and a byte string that several of the following share;
//! * [`Strings`]: texts laid end to end, and as `u32`s where the first begins and where each ends;
//! * [`Slots`]: an open-addressing hash table of `u16`s over such texts, 0 for an empty slot, else position + 1, with
//!   the top bit set where two names differ in case only;
//! * [`Directory`]: the same over the full names of all services;
//! * [`Numbers`]: a run of `u16`s; [`Lists`]: many of them in one pool, each led by its length.

#[cfg(feature = "pack")]
pub mod write;

mod lists;
mod slots;

pub use lists::{Lists, Numbers};
pub use slots::{Directory, Slots};

/// Several tables in two literals: their texts, and their bytes, which begin with the bounds of their parts as `u32`s.
///
/// A literal costs a compiler more than what is in it.
#[derive(Clone, Copy, Debug)]
pub struct Sections {
    text: &'static str,
    bytes: &'static [u8],
}

impl Sections {
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
        Strings::new(self.text, self.bytes(nth))
    }
}

/// Texts laid end to end.
#[derive(Clone, Copy, Debug)]
pub struct Strings {
    text: &'static str,
    bounds: &'static [u8],
}

impl Strings {
    /// No text.
    pub const NONE: Self = Self::new("", &[]);

    /// The texts of a written table.
    #[must_use]
    pub const fn new(text: &'static str, bounds: &'static [u8]) -> Self {
        Self { text, bounds }
    }

    /// How many texts there are.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.bounds.len() / 4).saturating_sub(1)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The text at a position.
    #[must_use]
    #[inline]
    pub const fn get(self, position: usize) -> Option<&'static str> {
        let Some((start, end)) = self.bounds(position) else { return None };
        match self.text.split_at_checked(end) {
            Some((head, _)) => match head.split_at_checked(start) {
                Some((_, text)) => Some(text),
                None => None,
            },
            None => None,
        }
    }

    /// The bytes of the text at a position: a search need not look where characters end.
    #[inline]
    pub(super) const fn bytes(self, position: usize) -> Option<&'static [u8]> {
        let Some((start, end)) = self.bounds(position) else { return None };
        match self.text.as_bytes().split_at_checked(end) {
            Some((head, _)) => match head.split_at_checked(start) {
                Some((_, bytes)) => Some(bytes),
                None => None,
            },
            None => None,
        }
    }

    /// The text at a position, or `None` where it is empty: an empty text stands for *not given*.
    #[must_use]
    pub const fn given(self, position: usize) -> Option<&'static str> {
        match self.get(position) {
            Some(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// Where a text begins and ends.
    #[inline]
    const fn bounds(self, position: usize) -> Option<(usize, usize)> {
        let Some(start) = position.checked_mul(4) else { return None };
        let Some((_, rest)) = self.bounds.split_at_checked(start) else { return None };
        // Both numbers in one step: they stand side by side.
        let Some(both) = rest.first_chunk::<8>() else { return None };
        let both = u64::from_le_bytes(*both);
        Some(((both & 0xffff_ffff) as usize, (both >> 32) as usize))
    }
}

/// The byte at a position, 0 behind the end.
#[must_use]
#[inline]
pub const fn byte(bytes: &[u8], position: usize) -> u8 {
    match chunk::<1>(bytes, position) {
        Some([byte]) => byte,
        None => 0,
    }
}

/// The `position`th group of `N` bytes.
#[inline]
const fn chunk<const N: usize>(bytes: &[u8], position: usize) -> Option<[u8; N]> {
    let Some(start) = position.checked_mul(N) else { return None };
    match bytes.split_at_checked(start) {
        Some((_, rest)) => match rest.first_chunk::<N>() {
            Some(chunk) => Some(*chunk),
            None => None,
        },
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_table_give_nothing() {
        let strings = Strings::new("abc", &[9, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 7]);
        assert_eq!((strings.len(), strings.get(0), strings.get(2)), (2, None, None));
        assert_eq!(strings.get(1), Some("b"));
        assert_eq!(Strings::NONE.len(), 0);
        for sections in [Sections::new("", &[]), Sections::new("", &[1, 2]), Sections::new("", &[0xff; 9])] {
            assert!(sections.bytes(0).is_empty() && sections.bytes(1).is_empty() && sections.strings(7).is_empty());
        }
        let slots = Slots::new(&[1, 0, 1, 0]);
        assert_eq!(slots.find(strings, "abc"), None, "a full table ends too");
        assert_eq!(Slots::new(&[]).find(strings, "abc"), None);
        for slots in [&[][..], &[1], &[1; 8], &[1; 24], &[0xff; 16]] {
            assert_eq!(Directory::new("a", slots).find("ses:SendEmail"), None, "a full table ends too");
        }
        assert!(Lists::new(&[5, 0, 1, 0], &[0, 0, 0, 0]).get(0, 0).is_none());
        assert!(Lists::new(&[], &[0xff; 4]).get(0, 3).is_none());
        assert_eq!(byte(&[1], usize::MAX), 0);
    }
}
