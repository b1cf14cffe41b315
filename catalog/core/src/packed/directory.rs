//! A hash table from a full name to its service and its position there.

use super::bytes::chunk;
use crate::ascii_case;

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
        let hash = ascii_case::hash(name);
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
                    && ascii_case::eq_bytes(found, name.as_bytes())
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
