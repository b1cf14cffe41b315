//! The encoding of "required", "optional" or "not stated" in two bits.

/// The number of low bits that encode whether a resource type is required. The bits above have the position of the
/// type.
pub const REQUIRED_BITS: u32 = 2;

/// Returns the bits that encode whether a resource type is required. `None` means *not stated*.
#[must_use]
#[inline]
pub const fn required_to_bits(required: Option<bool>) -> u16 {
    match required {
        Some(false) => 0,
        Some(true) => 1,
        None => 2,
    }
}

/// Decodes from the lowest bits of a number whether a resource type is required.
#[must_use]
#[inline]
pub const fn required_from_bits(number: u16) -> Option<bool> {
    match number & ((1 << REQUIRED_BITS) - 1) {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_states_come_back_beside_any_place() {
        for required in [Some(false), Some(true), None] {
            for place in [0, 1, u16::MAX >> REQUIRED_BITS] {
                let number = place << REQUIRED_BITS | required_to_bits(required);
                assert_eq!((number >> REQUIRED_BITS, required_from_bits(number)), (place, required));
            }
        }
        assert_eq!(required_from_bits(3), None);
    }
}
