//! A hash table from names to their positions.

use super::{bytes::chunk, strings::Strings};
use crate::ascii_case;

/// The bit of a slot whose name differs from another name only in case.
pub(super) const TWIN: u16 = 0x8000;

/// A hash table from names to their positions in a [`Strings`].
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    slots: &'static [u8],
}

impl Slots {
    /// Creates the slots of a written table. Their number is zero or a power of two, and at least one of them is empty.
    #[must_use]
    pub const fn new(slots: &'static [u8]) -> Self {
        Self { slots }
    }

    /// Returns the position of a name, ignoring case. If several names differ only in case, an exact match is preferred
    /// to the first one.
    #[must_use]
    #[inline]
    pub const fn find(self, names: Strings, name: &str) -> Option<u16> {
        let count = self.slots.len() / 2;
        if count == 0 {
            return None;
        }
        let mask = count - 1;
        let mut slot = ascii_case::hash(name) as usize & mask;
        // An empty slot ends the search, because a written table is never full. The number of tries is limited in case
        // the bytes are not a valid table.
        let mut tries = 0;
        let mut otherwise = None;
        while tries < count {
            let Some(bytes) = chunk::<2>(self.slots, slot) else { break };
            let filled = u16::from_le_bytes(bytes);
            let Some(position) = (filled & !TWIN).checked_sub(1) else { break };
            match names.bytes(position as usize) {
                Some(found) if ascii_case::eq_bytes(found, name.as_bytes()) => {
                    if filled & TWIN == 0 || ascii_case::identical(found, name.as_bytes()) {
                        return Some(position);
                    }
                    // Slots with the same hash are in the order of the names, so this is the first name.
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
