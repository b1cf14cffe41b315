//! Reading groups of bytes.

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
