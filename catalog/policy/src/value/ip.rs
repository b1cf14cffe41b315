//! IP addresses and ranges in CIDR notation.

use alloc::{format, string::String};
use core::net::{Ipv4Addr, Ipv6Addr};

/// The IP addresses of a range in CIDR notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AddressRange {
    /// The version of the addresses: 4 or 6.
    pub(crate) version: u8,
    /// The first address, as a number.
    pub(crate) first: u128,
    /// The last address, as a number.
    pub(crate) last: u128,
}

impl AddressRange {
    /// Parses an IP address, with or without a prefix length. Bits after the prefix may be set, because IAM accepts
    /// `10.0.0.1/8` and ignores them.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length)),
            None => (text, None),
        };
        let (version, bits, width) = if let Ok(address) = address.parse::<Ipv4Addr>() {
            (4, u128::from(address.to_bits()), 32)
        } else {
            (6, address.parse::<Ipv6Addr>().ok()?.to_bits(), 128)
        };
        let length = match length {
            Some(length) if length.bytes().all(|byte| byte.is_ascii_digit()) => length.parse::<u32>().ok()?,
            Some(_) => return None,
            None => width,
        };
        let free = width.checked_sub(length)?;
        let host = u128::MAX.checked_shr(u128::BITS.checked_sub(free)?).unwrap_or_default();
        Some(Self { version, first: bits & !host, last: bits | host })
    }

    /// Returns true if each address of another range is in this one. Addresses of the two versions are different.
    pub(crate) fn contains(self, other: Self) -> bool {
        self.version == other.version && self.first <= other.first && other.last <= self.last
    }
}

/// Returns true if a string is an IP address, with or without a prefix length.
pub(super) fn is_range(text: &str) -> bool {
    AddressRange::parse(text).is_some()
}

/// Returns the range without the bits after its prefix, or `None` if a string is not a range or has no such bits.
pub(crate) fn network_without_host_bits(text: &str) -> Option<String> {
    if !is_range(text) {
        return None;
    }
    let (address, length) = text.split_once('/')?;
    let length: u32 = length.parse().ok()?;
    if let Ok(address) = address.parse::<Ipv4Addr>() {
        let mask = u32::MAX.checked_shl(u32::BITS.checked_sub(length)?).unwrap_or_default();
        let network = Ipv4Addr::from_bits(address.to_bits() & mask);
        return (network != address).then(|| format!("{network}/{length}"));
    }
    let address: Ipv6Addr = address.parse().ok()?;
    let mask = u128::MAX.checked_shl(u128::BITS.checked_sub(length)?).unwrap_or_default();
    let network = Ipv6Addr::from_bits(address.to_bits() & mask);
    (network != address).then(|| format!("{network}/{length}"))
}

/// The shortest prefixes of ranges that restrict the callers. Broader ranges count as public.
///
/// Source: [the meaning of "public" in S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status).
const SHORTEST_V4: u8 = 8;
const SHORTEST_V6: u8 = 32;

/// Returns true if a string is a range with so many public addresses that it does not restrict the callers.
pub(crate) fn is_broad(text: &str) -> bool {
    let Some((address, Ok(length))) = text.split_once('/').map(|(address, length)| (address, length.parse::<u8>()))
    else {
        return false;
    };
    let shortest = if address.contains(':') { SHORTEST_V6 } else { SHORTEST_V4 };
    is_range(text) && length < shortest && !is_private(text)
}

/// The networks that are not reachable from the internet, each with its address and its prefix length.
const PRIVATE_V4: &[(Ipv4Addr, u8)] = &[
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
];
const PRIVATE_V6: &[(Ipv6Addr, u8)] = &[
    (Ipv6Addr::LOCALHOST, 128),
    (Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0), 7),
    (Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0), 10),
];

/// Returns true if a string is a range that contains only private addresses.
pub(crate) fn is_private(text: &str) -> bool {
    if !is_range(text) {
        return false;
    }
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address, length.parse().ok()),
        None => (text, Some(u8::MAX)),
    };
    let Some(length): Option<u8> = length else { return false };
    if let Ok(address) = address.parse::<Ipv4Addr>() {
        let same = |(network, bits): &(Ipv4Addr, u8)| {
            let behind = u32::BITS.saturating_sub(u32::from(*bits));
            length >= *bits && (address.to_bits() ^ network.to_bits()).checked_shr(behind).unwrap_or_default() == 0
        };
        return PRIVATE_V4.iter().any(same);
    }
    let Ok(address) = address.parse::<Ipv6Addr>() else { return false };
    let same = |(network, bits): &(Ipv6Addr, u8)| {
        let behind = u128::BITS.saturating_sub(u32::from(*bits));
        length >= *bits && (address.to_bits() ^ network.to_bits()).checked_shr(behind).unwrap_or_default() == 0
    };
    PRIVATE_V6.iter().any(same)
}

#[cfg(test)]
mod tests {
    use super::{is_broad, is_private, is_range, network_without_host_bits};

    #[test]
    fn private_ranges_and_public_ones() {
        for private in
            ["10.1.2.3", "10.0.0.0/8", "172.31.0.0/16", "192.168.1.0/24", "127.0.0.1", "fd00::/8", "fe80::1", "::1"]
        {
            assert!(is_private(private), "{private}");
        }
        for public in
            ["", "10.0.0.0/7", "172.32.0.1", "8.8.8.8/32", "0.0.0.0/0", "2001:db8::/32", "::/0", "::2", "10.0.0.0/33"]
        {
            assert!(!is_private(public), "{public}");
        }
    }

    #[test]
    fn bits_after_the_prefix_are_removed() {
        for (range, network) in [
            ("10.1.2.3/8", Some("10.0.0.0/8")),
            ("10.1.2.3/0", Some("0.0.0.0/0")),
            ("203.0.113.129/25", Some("203.0.113.128/25")),
            ("2001:DB8::1/32", Some("2001:db8::/32")),
            ("::1/0", Some("::/0")),
            ("10.0.0.0/8", None),
            ("0.0.0.0/0", None),
            ("10.1.2.3/32", None),
            ("10.1.2.3", None),
            ("10.1.2.3/33", None),
            ("10.1.2.3/+8", None),
            ("2001:DB8::/32", None),
            ("::1/128", None),
            ("x/8", None),
        ] {
            assert_eq!(network_without_host_bits(range).as_deref(), network, "{range}");
        }
    }

    #[test]
    fn broad_ranges_and_narrow_ones() {
        for broad in ["0.0.0.0/0", "128.0.0.0/1", "8.0.0.0/7", "::/0", "2000::/3", "2001:db8::/31"] {
            assert!(is_broad(broad), "{broad}");
        }
        for narrow in ["", "0.0.0.0", "0.0.0.0/", "10.0.0.0/8", "fc00::/7", "2001:db8::/32", "0.0.0.0/33"] {
            assert!(!is_broad(narrow), "{narrow}");
        }
    }

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
