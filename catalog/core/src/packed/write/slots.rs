//! The writer of a hash table over names.

use alloc::{collections::BTreeMap, string::String, vec, vec::Vec};

use super::error::TooLargeError;
use crate::{ascii_case, packed::slots::TWIN};

/// Returns the bytes of a [`Slots`](crate::packed::Slots) over names. All names must be different, but they can differ
/// only in case.
///
/// # Errors
/// Returns an error if there are too many names.
pub fn slots(names: &[&str]) -> Result<Vec<u8>, TooLargeError> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let limit = usize::from(TWIN) - 1;
    if names.len() > limit {
        return Err(TooLargeError { what: "names", limit });
    }
    // The table is at most three quarters full, so searches are short, and an empty slot always ends them.
    let count = (names.len() * 4 / 3 + 1).next_power_of_two();
    let mut slots = vec![0_u16; count];
    let mut folded = BTreeMap::<String, u16>::new();
    for name in names {
        *folded.entry(name.to_ascii_lowercase()).or_default() += 1;
    }
    for (position, name) in (1_u16..).zip(names) {
        let has_twin = folded.get(&name.to_ascii_lowercase()).is_some_and(|count| *count > 1);
        let mut slot = ascii_case::hash(name) as usize & (count - 1);
        while slots.get(slot).is_some_and(|taken| *taken != 0) {
            slot = (slot + 1) & (count - 1);
        }
        if let Some(free) = slots.get_mut(slot) {
            *free = position | if has_twin { TWIN } else { 0 };
        }
    }
    Ok(slots.into_iter().flat_map(u16::to_le_bytes).collect())
}
