//! The writer of a hash table over the full names of all services.

use alloc::{string::String, vec, vec::Vec};

use super::error::TooLargeError;
use crate::ascii_case;

/// Returns the two literals of a [`Directory`](crate::packed::Directory), given the prefix and the names of each
/// service.
///
/// # Errors
/// Returns an error if a number is too large for its bits in a slot.
pub fn directory<'a>(
    services: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
) -> Result<(String, Vec<u8>), TooLargeError> {
    let mut text = String::new();
    let mut entries = Vec::new();
    for (service, (prefix, names)) in (1..).zip(services) {
        for (position, name) in (0..).zip(names) {
            let start = text.len();
            text.extend([prefix, ":", name]);
            let full = text.get(start..).unwrap_or_default();
            let hash = ascii_case::hash(full);
            let place = bits(service, "services", 12)? << 12 | bits(position, "names in a service", 12)?;
            let length = bits(full.len(), "bytes in a name", 8)?;
            let start = bits(start, "bytes of names", 24)?;
            entries.push((hash, u64::from(hash >> 24) << 56 | place << 32 | length << 24 | start));
        }
    }
    if entries.is_empty() {
        return Ok((text, Vec::new()));
    }
    // The table is at most three quarters full, like the tables of single services.
    let count = (entries.len() * 4 / 3 + 1).next_power_of_two();
    let mut slots = vec![0_u64; count];
    for (hash, filled) in entries {
        let mut slot = hash as usize & (count - 1);
        while slots.get(slot).is_some_and(|taken| *taken != 0) {
            slot = (slot + 1) & (count - 1);
        }
        if let Some(free) = slots.get_mut(slot) {
            *free = filled;
        }
    }
    Ok((text, slots.into_iter().flat_map(u64::to_le_bytes).collect()))
}

/// Returns a number as a `u64`, or an error if it needs more bits than `width`.
fn bits(number: usize, what: &'static str, width: u32) -> Result<u64, TooLargeError> {
    let limit = (1 << width) - 1;
    if number > limit {
        return Err(TooLargeError { what, limit });
    }
    Ok(number as u64)
}
