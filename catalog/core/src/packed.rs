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

use crate::fold;

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
    const fn bytes(self, position: usize) -> Option<&'static [u8]> {
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

/// The bit of a slot whose name differs from another one in case only.
const TWIN: u16 = 0x8000;

/// A hash table from names to their positions in a [`Strings`].
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    slots: &'static [u8],
}

impl Slots {
    /// The slots of a written table: a power of two of them, at least one of which is empty, or none.
    #[must_use]
    pub const fn new(slots: &'static [u8]) -> Self {
        Self { slots }
    }

    /// The position of a name, in any case.
    #[must_use]
    #[inline]
    pub const fn find(self, names: Strings, name: &str) -> Option<u16> {
        let count = self.slots.len() / 2;
        if count == 0 {
            return None;
        }
        let mask = count - 1;
        let mut slot = fold::hash(name) as usize & mask;
        // A table is never full, so that an empty slot ends the search; the bound is for bytes that are no table.
        let mut tries = 0;
        let mut otherwise = None;
        while tries < count {
            let Some(bytes) = chunk::<2>(self.slots, slot) else { break };
            let filled = u16::from_le_bytes(bytes);
            let Some(position) = (filled & !TWIN).checked_sub(1) else { break };
            match names.bytes(position as usize) {
                Some(found) if fold::same_bytes(found, name.as_bytes()) => {
                    if filled & TWIN == 0 || fold::identical(found, name.as_bytes()) {
                        return Some(position);
                    }
                    // The chain of a hash is in the order of the names.
                    if otherwise.is_none() {
                        otherwise = Some(position);
                    }
                }
                _ => {}
            }
            slot = (slot + 1) & mask;
            tries += 1;
        }
        otherwise
    }
}

/// A hash table from the full names of all services to where they are: which service, and which of its names.
///
/// The names are here once more, with their prefixes: what a search touches is one slot and one text. A slot is a `u64`, 0 if
/// empty. From its highest bits on, it holds eight bits of the hash, so that nearly every other name is passed over without
/// a look at it; service + 1 and position, twelve bits each; the length of the name, eight bits; and where it begins.
#[derive(Clone, Copy, Debug)]
pub struct Directory {
    text: &'static str,
    slots: &'static [u8],
}

impl Directory {
    /// The directory of a written table: a power of two of slots, at least one of which is empty, or none.
    #[must_use]
    pub const fn new(text: &'static str, slots: &'static [u8]) -> Self {
        Self { text, slots }
    }

    /// The service and the position of a full name, in any case.
    #[must_use]
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "at most 24 bits of a slot are taken at a time")]
    pub const fn find(self, name: &str) -> Option<(usize, usize)> {
        let count = self.slots.len() / 8;
        if count == 0 {
            return None;
        }
        let hash = fold::hash(name);
        let mut slot = hash as usize;
        // A table is never full, so that an empty slot ends the search; the bound is for bytes that are no table.
        let mut tries = 0;
        while tries < count {
            let Some(bytes) = chunk::<8>(self.slots, slot & (count - 1)) else { return None };
            let filled = u64::from_le_bytes(bytes);
            if filled == 0 {
                return None;
            }
            if filled >> 56 == hash as u64 >> 24 && filled >> 24 & 0xff == name.len() as u64 {
                let start = (filled & 0xff_ffff) as usize;
                if let Some((_, rest)) = self.text.as_bytes().split_at_checked(start)
                    && let Some((found, _)) = rest.split_at_checked(name.len())
                    && fold::same_bytes(found, name.as_bytes())
                    && let Some(service) = (filled >> 44 & PLACE).checked_sub(1)
                {
                    return Some((service as usize, (filled >> 32 & PLACE) as usize));
                }
            }
            slot += 1;
            tries += 1;
        }
        None
    }
}

/// The bits of a service or a position in a slot of a [`Directory`].
const PLACE: u64 = 0xfff;

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
const NOT_STATED: u16 = u16::MAX;

/// A pool of lists. Equal runs of lists are kept once.
#[derive(Clone, Copy, Debug)]
pub struct Lists {
    pool: &'static [u8],
    starts: &'static [u8],
}

impl Lists {
    /// The lists of a written table: `starts` says for each entry where its first list begins, as a `u32` of numbers.
    #[must_use]
    pub const fn new(pool: &'static [u8], starts: &'static [u8]) -> Self {
        Self { pool, starts }
    }

    /// The `nth` list of an entry, or `None` where the reference does not state it.
    #[must_use]
    pub const fn get(self, entry: usize, nth: usize) -> Option<Numbers> {
        let Some(bytes) = chunk::<4>(self.starts, entry) else { return None };
        let mut start = u32::from_le_bytes(bytes) as usize;
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
