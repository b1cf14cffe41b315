//! The IP addresses of a range in CIDR notation.

use super::ranges::{Cut, Side};
use crate::value::AddressRange;

/// An address with its version, so that addresses of the two versions are different.
pub(super) type Address = (u8, u128);

/// Returns the range of a string such as `203.0.113.0/24` or `2001:db8::1`. Bits after the prefix are ignored, as IAM
/// does.
pub(super) fn parse(text: &str) -> Option<(Cut<Address>, Cut<Address>)> {
    let AddressRange { version, first, last } = AddressRange::parse(text)?;
    // The end is before the next address, so that ranges without addresses between them touch.
    let after = last.checked_add(1).map_or((version + 1, 0), |next| (version, next));
    Some((Cut::At((version, first), Side::Before), Cut::At(after, Side::Before)))
}

#[cfg(test)]
mod tests {
    use super::{super::ranges::Ranges, *};
    use alloc::vec::Vec;

    fn ranges(texts: &[&str]) -> Ranges<Address> {
        Ranges::new(texts.iter().map(|text| parse(text).unwrap()).collect::<Vec<_>>())
    }

    #[test]
    fn ranges_contain_their_addresses() {
        for (narrow, wide, expected) in [
            (&["10.1.2.3"][..], &["10.0.0.0/8"][..], true),
            (&["10.0.0.0/8"], &["10.0.0.0/9"], false),
            (&["10.0.0.0/8"], &["10.0.0.0/9", "10.128.0.0/9"], true),
            (&["10.7.0.0/8"], &["10.0.0.0/8"], true),
            (&["::/0"], &["::/1", "8000::/1"], true),
            (&["0.0.0.0/0"], &["::/0"], false),
            (&["::ffff:10.0.0.1"], &["10.0.0.0/8"], false),
            (&["255.255.255.255"], &["128.0.0.0/1"], true),
            (&["ffff::/16"], &["::/0"], true),
        ] {
            assert_eq!(ranges(narrow).is_within(&ranges(wide)), expected, "{narrow:?} {wide:?}");
        }
    }

    #[test]
    fn other_strings_have_no_addresses() {
        for wrong in ["", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8", "::/129", "*"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
