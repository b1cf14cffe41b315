//! IP addresses and ranges of them.

use std::net::IpAddr;

/// A range of addresses: the bits of the first address, and the number of bits that are fixed.
#[derive(Clone, Debug)]
pub(crate) struct Range(Vec<bool>);

/// Reads an address, or a range such as `203.0.113.0/24`. The bits after the prefix do not matter.
pub(crate) fn read(text: &str) -> Option<(bool, Range)> {
    let (address, prefix) = match text.split_once('/') {
        Some((address, prefix)) => (address, Some(prefix)),
        None => (text, None),
    };
    let (is_v6, bytes) = match address.parse::<IpAddr>().ok()? {
        IpAddr::V4(address) => (false, address.octets().to_vec()),
        IpAddr::V6(address) => (true, address.octets().to_vec()),
    };
    let mut bits: Vec<bool> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte & (1 << bit) != 0)).collect();
    if let Some(prefix) = prefix {
        let is_digits = !prefix.is_empty() && prefix.chars().all(|digit| digit.is_ascii_digit());
        let prefix: usize = prefix.parse().ok().filter(|length| is_digits && *length <= bits.len())?;
        bits.truncate(prefix);
    }
    Some((is_v6, Range(bits)))
}

/// Returns true if a range of the request lies within a range of the policy.
pub(crate) fn is_within(inner: &str, outer: &str) -> bool {
    match (read(inner), read(outer)) {
        (Some((inner_v6, inner)), Some((outer_v6, outer))) => inner_v6 == outer_v6 && inner.0.starts_with(&outer.0),
        _ => false,
    }
}
