//! Comparison of names that ignores ASCII case, as IAM does.

use core::cmp::Ordering;

/// Returns true if IAM treats two names as equal.
///
/// ```
/// let action: catalog::AnyAction = "SES:sendEMAIL".parse()?;
/// assert_eq!(action, catalog::ses::Action::SendEmail.any());
/// # Ok::<_, catalog::NameError>(())
/// ```
#[must_use]
#[inline]
pub const fn eq(left: &str, right: &str) -> bool {
    eq_bytes(left.as_bytes(), right.as_bytes())
}

/// Returns true if IAM treats two names as equal, as [`eq`] does. This function is not inlined, so a program contains
/// it once. Use it in code that rarely runs.
#[must_use]
#[inline(never)]
pub fn eq_compact(left: &str, right: &str) -> bool {
    eq(left, right)
}

/// Returns true if IAM treats two names, given as bytes, as equal. It compares eight bytes at a time.
#[must_use]
#[inline]
pub const fn eq_bytes(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    // The last eight bytes are compared after the loop, even if the loop has already compared some of them.
    let (Some(last_left), Some(last_right)) = (left.last_chunk::<8>(), right.last_chunk::<8>()) else {
        return eq_short(left, right);
    };
    let (mut left, mut right) = (left, right);
    while let (Some((one, left_rest)), Some((other, right_rest))) =
        (left.split_first_chunk::<8>(), right.split_first_chunk::<8>())
    {
        if lower(u64::from_le_bytes(*one)) != lower(u64::from_le_bytes(*other)) {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    lower(u64::from_le_bytes(*last_left)) == lower(u64::from_le_bytes(*last_right))
}

/// Compares strings of fewer than eight bytes, one byte at a time. `<[u8]>::eq_ignore_ascii_case` is `const` only since
/// Rust 1.89.
#[inline]
const fn eq_short(left: &[u8], right: &[u8]) -> bool {
    let (mut left, mut right) = (left, right);
    while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
        if !one.eq_ignore_ascii_case(other) {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}

/// Returns eight bytes with their ASCII capitals in lower case.
#[inline]
const fn lower(word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // In each byte, only seven bits are kept. The eighth bit takes the carry of a sum. One carry shows that the byte is
    // at least `A`, the other that it is beyond `Z`.
    let heptets = word & (0x7f * EACH);
    let from_a = heptets + (0x80 - b'A' as u64) * EACH;
    let beyond_z = heptets + (0x7f - b'Z' as u64) * EACH;
    let capitals = from_a & !beyond_z & !word & (0x80 * EACH);
    word | capitals >> 2
}

/// Returns true if two byte strings are identical. The operator `==` does not work in constants.
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

/// Returns a hash that is equal for names that are [equal](eq).
///
/// The function reads eight bytes at a time and sets the bit in which upper and lower case differ. A few other
/// characters then collide too, such as `@` and the grave accent. A collision costs a comparison, but never gives a
/// wrong answer.
///
/// The hash is part of the table format. The macros [write](crate::packed) a table with it at compile time, and the
/// runtime searches the table with it.
#[must_use]
#[inline]
pub const fn hash(name: &str) -> u32 {
    const CASE: u64 = 0x2020_2020_2020_2020;
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut rest = name.as_bytes();
    let mut state = rest.len() as u64;
    let mut word;
    if let Some(last) = rest.last_chunk::<8>() {
        // The last eight bytes are hashed after the loop, even if the loop has already hashed some of them. This is
        // faster than a second loop over the remaining single bytes.
        word = u64::from_le_bytes(*last) | CASE;
        while let Some((word, tail)) = rest.split_first_chunk::<8>() {
            state = (state.rotate_left(5) ^ (u64::from_le_bytes(*word) | CASE)).wrapping_mul(MIX);
            rest = tail;
        }
    } else {
        word = 1;
        while let [byte, tail @ ..] = rest {
            word = (word << 8) | (*byte | 0x20) as u64;
            rest = tail;
        }
    }
    state = (state.rotate_left(5) ^ word).wrapping_mul(MIX);
    (state >> 32) as u32
}

/// A name that compares equal to the same name in another case, for use in ordered sets. The order is that of the
/// hashes, not alphabetical.
#[derive(Clone, Copy, Debug)]
pub struct CaseInsensitive<'a> {
    hash: u32,
    name: &'a str,
}

impl<'a> CaseInsensitive<'a> {
    /// Wraps a name.
    #[must_use]
    pub const fn new(name: &'a str) -> Self {
        Self { hash: hash(name), name }
    }
}

impl PartialEq for CaseInsensitive<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash && eq(self.name, other.name)
    }
}

impl Eq for CaseInsensitive<'_> {}

impl PartialOrd for CaseInsensitive<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CaseInsensitive<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let letters = |folded: &Self| folded.name.bytes().map(|byte| byte.to_ascii_lowercase());
        self.hash.cmp(&other.hash).then_with(|| letters(self).cmp(letters(other)))
    }
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
            prop_assert!(eq(&name, &other));
            prop_assert_eq!(identical(name.as_bytes(), other.as_bytes()), name == other);
            prop_assert_eq!(hash(&name), hash(&other));
            prop_assert!(!eq(&name, &(other + "-")));
        }
    }

    proptest! {
        #[test]
        fn names_are_the_same_where_the_standard_library_says_so(
            left in proptest::collection::vec(any::<u8>(), 0..30), change in any::<(prop::sample::Index, u8)>(),
        ) {
            let mut right = left.to_ascii_uppercase();
            prop_assert!(eq_bytes(&left, &right));
            if !right.is_empty() {
                let (at, byte) = change;
                let at = at.index(right.len());
                right[at] = byte;
            }
            prop_assert_eq!(eq_bytes(&left, &right), left.eq_ignore_ascii_case(&right));
        }
    }

    #[test]
    fn different_names_differ() {
        assert!(eq("SendEmail", "sendEMAIL") && !eq("SendEmail", "SendEmails"));
        assert!(!identical(b"SendEmail", b"SendEmails") && !identical(b"ab", b"a") && identical(b"", b""));
        assert_ne!(hash("SendEmail"), hash("SendEmails"));
        assert_ne!(hash("GetItem"), hash("PutItem"));
        // The same bytes in another order, or with padding, must not collide.
        assert_ne!(hash("ab"), hash("ba"));
        assert_ne!(hash(""), hash(" "));
    }
}
