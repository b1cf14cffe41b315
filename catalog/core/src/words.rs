//! Tests of eight bytes at a time, for searches in the many short strings of a policy.
//!
//! The standard library's searches are made for long strings. They prepare each search, which takes longer than to
//! compare the few words of a short string.

/// The number 1 in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each byte.
const HIGHEST: u64 = 0x80 * EACH;

/// Returns true if one of eight bytes is less than a limit of at most 0x80.
///
/// The subtraction sets the highest bit of the first such byte. It sets that of another byte only after such a byte, or if
/// the bit was set before.
const fn has_less(word: u64, limit: u8) -> bool {
    word.wrapping_sub(EACH * limit as u64) & !word & HIGHEST != 0
}

/// Returns true if one of eight bytes is the given one.
#[must_use]
#[inline]
pub const fn has_byte(word: u64, byte: u8) -> bool {
    has_less(word ^ (EACH * byte as u64), 1)
}

/// Returns true if one of eight bytes is an ASCII control character other than DEL.
#[must_use]
#[inline]
pub const fn has_control(word: u64) -> bool {
    has_less(word, b' ')
}

/// Returns the position of the first byte with the given value.
#[must_use]
pub fn position(text: &[u8], byte: u8) -> Option<usize> {
    let (words, _) = text.as_chunks::<8>();
    let start = 8 * words.iter().take_while(|word| !has_byte(u64::from_le_bytes(**word), byte)).count();
    let found = text.get(start..)?.iter().position(|other| *other == byte)?;
    Some(start + found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_their_bytes(bytes in any::<[u8; 8]>(), byte in any::<u8>()) {
            let word = u64::from_le_bytes(bytes);
            prop_assert_eq!(has_byte(word, byte), bytes.contains(&byte));
            prop_assert!(bytes.iter().all(|own| has_byte(word, *own)));
            prop_assert_eq!(has_control(word), bytes.iter().any(|byte| *byte < b' '));
        }

        #[test]
        fn positions_are_those_of_the_standard_library(text in "[a-c]{0,30}", byte in b'a'..=b'd') {
            prop_assert_eq!(position(text.as_bytes(), byte), text.bytes().position(|other| other == byte));
        }
    }
}
