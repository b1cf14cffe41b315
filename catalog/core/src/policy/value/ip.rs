//! IP addresses and ranges of them, in CIDR notation.

use core::net::{Ipv4Addr, Ipv6Addr};

/// Whether a text is an address, or one with the length of a prefix. Bits behind the prefix may be set: IAM takes
/// `10.0.0.1/8`.
pub(super) fn is_range(text: &str) -> bool {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address, Some(length)),
        None => (text, None),
    };
    let bits = if address.parse::<Ipv4Addr>().is_ok() {
        32
    } else if address.parse::<Ipv6Addr>().is_ok() {
        128
    } else {
        return false;
    };
    let in_range = |length: &str| {
        let digits = length.bytes().all(|byte| byte.is_ascii_digit());
        digits && length.parse::<u8>().is_ok_and(|length| length <= bits)
    };
    length.is_none_or(in_range)
}

#[cfg(test)]
mod tests {
    use super::is_range;

    #[test]
    fn ranges_and_what_is_none() {
        for range in
            ["10.0.0.1", "10.0.0.1/8", "0.0.0.0/0", "203.0.113.0/24", "2001:db8::/32", "::1", "::ffff:10.0.0.1/128"]
        {
            assert!(is_range(range), "{range}");
        }
        for wrong in [
            "",
            "10.0.0",
            "10.0.0.0/33",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "10.0.0.256",
            "10.0.0.*",
            "::/129",
            "/8",
            "010.0.0.1",
        ] {
            assert!(!is_range(wrong), "{wrong}");
        }
    }
}
