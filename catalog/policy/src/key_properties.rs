//! Properties of global condition keys: the requests that have a key, and the keys that belong together. Their source is
//! `docs-src/facts/key_properties.toml`.

use catalog_core::ascii_case;

use crate::{
    facts::key_properties::{
        ABOUT_CALLERS, CHOSEN_BY_CALLERS, DEPRECATED, IN_ALL_REQUESTS, IN_SIGNED_REQUESTS, PAIRED, UNSUPPORTED,
    },
    kind::{PolicyKind, Presence},
    known_principals::KeyProperty,
};

/// Returns true if every request to which a policy of the kind applies has the key.
///
/// A policy without principals applies only to the requests of an identity, which are signed.
pub(crate) fn is_in_every_request(key: &str, kind: PolicyKind) -> bool {
    is_in_all_requests(key) || kind.principal() == Presence::Forbidden && contains(IN_SIGNED_REQUESTS, key)
}

/// Returns true if every request has the key, also an anonymous one.
pub(crate) fn is_in_all_requests(key: &str) -> bool {
    contains(IN_ALL_REQUESTS, key)
}

/// Returns true if a caller can send any value of the key.
pub(crate) fn is_chosen_by_caller(key: &str) -> bool {
    contains(CHOSEN_BY_CALLERS, key)
}

/// Returns the keys of which one should be used together with a key.
pub(crate) fn partners(key: &str) -> Option<&'static [&'static str]> {
    find(PAIRED, key)
}

/// Returns the keys that AWS recommends in place of a deprecated key.
pub(crate) fn successors(key: &str) -> Option<&'static [&'static str]> {
    find(DEPRECATED, key)
}

/// Returns the keys that may be intended by a key that no request has.
pub(crate) fn alternatives(key: &str) -> Option<&'static [&'static str]> {
    find(UNSUPPORTED, key)
}

/// Returns true if a key is about the caller, and some requests lack it.
pub(crate) fn is_of_caller(key: &str) -> bool {
    contains(ABOUT_CALLERS, key)
}

/// Returns true if a key is about the network of the caller.
pub(crate) fn is_of_network(key: &str) -> bool {
    KeyProperty::from_key(key) == Some(KeyProperty::Network)
}

fn contains(keys: &[&str], key: &str) -> bool {
    keys.iter().any(|known| ascii_case::eq(known, key))
}

fn find(pairs: &[(&str, &'static [&'static str])], key: &str) -> Option<&'static [&'static str]> {
    pairs.iter().find(|(known, _)| ascii_case::eq(known, key)).map(|(_, others)| *others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_their_properties_ignoring_case() {
        assert!(is_in_every_request("AWS:useragent", PolicyKind::Bucket));
        assert!(is_in_every_request("aws:PrincipalArn", PolicyKind::Identity));
        assert!(!is_in_every_request("aws:PrincipalArn", PolicyKind::Bucket));
        assert!(!is_in_every_request("aws:PrincipalOrgID", PolicyKind::Identity));
        assert!(is_chosen_by_caller("aws:Referer") && !is_chosen_by_caller("aws:SourceIp"));
        assert_eq!(partners("aws:vpcsourceip").and_then(<[_]>::first), Some(&"aws:SourceVpc"));
        assert_eq!(successors("AWS:SourceOwner"), Some(&["aws:SourceAccount"][..]));
        assert_eq!(alternatives("aws:Arn").and_then(<[_]>::first), Some(&"aws:PrincipalArn"));
        assert_eq!(partners("aws:SourceVpc").or(successors("")).or(alternatives("aws:PrincipalArn")), None);
    }
}
