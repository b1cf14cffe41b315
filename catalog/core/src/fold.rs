//! Names without regard to ASCII case, as IAM compares them.

/// Whether two names are the same to IAM.
///
/// ```
/// assert!(catalog_core::fold::same("SendEmail", "sendEMAIL"));
/// ```
#[must_use]
#[inline]
pub const fn same(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right)
}

/// Whether two texts are the same to the letter. The comparison of the language cannot be used in constants.
#[inline]
#[must_use]
pub const fn identical(left: &[u8], right: &[u8]) -> bool {
    let (mut left, mut right) = (left, right);
    while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
        if *one != *other {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}

/// A hash that is equal for names which are the [same].
///
/// It reads eight bytes at a time and sets the bit in which upper and lower case differ; that makes a few other
/// characters meet too (`@` and a grave accent), which costs a comparison and never a wrong answer. The value is part
/// of the table format: a table is [written](crate::packed) with it at compile time and searched with it at run time.
#[must_use]
#[inline]
pub const fn hash(name: &str) -> u32 {
    const CASE: u64 = 0x2020_2020_2020_2020;
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut rest = name.as_bytes();
    let mut state = rest.len() as u64;
    while let Some((word, tail)) = rest.split_first_chunk::<8>() {
        state = (state.rotate_left(5) ^ (u64::from_le_bytes(*word) | CASE)).wrapping_mul(MIX);
        rest = tail;
    }
    let mut word = 1;
    while let [byte, tail @ ..] = rest {
        word = (word << 8) | (*byte | 0x20) as u64;
        rest = tail;
    }
    state = (state.rotate_left(5) ^ word).wrapping_mul(MIX);
    (state >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn case_changes_neither_sameness_nor_hash(name in "[ -~é]{0,40}", flips in any::<u64>()) {
            let other: String = name.chars().enumerate().map(|(position, c)| {
                if flips >> (position % 64) & 1 == 0 { c }
                else if c.is_ascii_uppercase() { c.to_ascii_lowercase() }
                else { c.to_ascii_uppercase() }
            }).collect();
            prop_assert!(same(&name, &other));
            prop_assert_eq!(identical(name.as_bytes(), other.as_bytes()), name == other);
            prop_assert_eq!(hash(&name), hash(&other));
        }
    }

    #[test]
    fn different_names_differ() {
        assert!(!same("SendEmail", "SendEmails"));
        assert!(!identical(b"SendEmail", b"SendEmails") && !identical(b"ab", b"a") && identical(b"", b""));
        assert_ne!(hash("SendEmail"), hash("SendEmails"));
        assert_ne!(hash("GetItem"), hash("PutItem"));
        // The same bytes in another order or with padding must not meet.
        assert_ne!(hash("ab"), hash("ba"));
        assert_ne!(hash(""), hash(" "));
    }
}
