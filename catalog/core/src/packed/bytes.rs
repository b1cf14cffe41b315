//! Reads groups of bytes.

/// Returns the byte at a position, or 0 after the end.
#[must_use]
#[inline]
pub const fn byte(bytes: &[u8], position: usize) -> u8 {
    match chunk::<1>(bytes, position) {
        Some([byte]) => byte,
        None => 0,
    }
}

/// Returns the `position`th group of `N` bytes.
#[inline]
pub(super) const fn chunk<const N: usize>(bytes: &[u8], position: usize) -> Option<[u8; N]> {
    let Some(start) = position.checked_mul(N) else { return None };
    match bytes.split_at_checked(start) {
        Some((_, rest)) => match rest.first_chunk::<N>() {
            Some(chunk) => Some(*chunk),
            None => None,
        },
        None => None,
    }
}

/// Returns the `position`th offset. Offsets are `u32`s if they are wide, otherwise `u16`s.
#[inline]
pub(super) const fn offset(bytes: &[u8], position: usize, wide: bool) -> Option<usize> {
    if wide {
        match chunk::<4>(bytes, position) {
            Some(bytes) => Some(u32::from_le_bytes(bytes) as usize),
            None => None,
        }
    } else {
        match chunk::<2>(bytes, position) {
            Some(bytes) => Some(u16::from_le_bytes(bytes) as usize),
            None => None,
        }
    }
}
