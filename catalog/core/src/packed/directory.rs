//! A hash table from a full name to its service and its position in the service.

use super::bytes::chunk;
use crate::ascii_case;

/// A hash table from the full names of all services to the service and the position of each name.
///
/// The table has its own copy of the names, including their prefixes, so a search reads only one slot and one string. A
/// slot is a `u64`, which is 0 if the slot is empty. From its highest bit on, it has these fields:
///
/// * eight bits of the hash, which rule out nearly every other name without comparing it;
/// * the number of the service plus 1 (so that a slot in use is not 0), twelve bits;
/// * the position of the name in the service, twelve bits;
/// * the length of the name, eight bits;
/// * the offset of the name, 24 bits.
#[derive(Clone, Copy, Debug)]
pub struct Directory {
    text: &'static str,
    slots: &'static [u8],
}

impl Directory {
    /// Creates the directory of a written table. It has no slots, or a power of two of them, at least one of which is
    /// empty.
    #[must_use]
    pub const fn new(text: &'static str, slots: &'static [u8]) -> Self {
        Self { text, slots }
    }

    /// Returns the service and the position of a full name, ignoring case.
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
        // An empty slot ends the search, because a written table is never full. The number of tries is limited in case
        // the bytes are not a valid table.
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

/// A mask for the twelve bits of a service or a position in a slot of a [`Directory`].
const PLACE: u64 = 0xfff;
