//! Whether an action requires a resource type, as two bits of a number.

/// The bits of a number below the place of a resource type.
pub const REQUIRED_BITS: u32 = 2;

/// Returns the bits of whether a resource type is required; `None` is *not stated*.
#[must_use]
#[inline]
pub const fn required_to_bits(required: Option<bool>) -> u16 {
    match required {
        Some(false) => 0,
        Some(true) => 1,
        None => 2,
    }
}

/// Returns whether a resource type is required, from a number whose lowest bits state it.
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
