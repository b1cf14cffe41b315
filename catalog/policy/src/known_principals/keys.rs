//! The lookup of global condition keys that depend on the kind of the principal.
//!
//! The tables come from `docs-src/facts/principal_keys.toml` and `docs-src/facts/endpoint_keys.toml`.

use super::KeyProperty;
use crate::facts::{endpoint_keys::ENDPOINT_KEYS, principal_keys::PRINCIPAL_KEYS};
use catalog_core::ascii_case;

impl KeyProperty {
    /// Returns the property that a condition key compares, or `None` if the key does not depend on the principal.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        // All keys of the table begin with `aws:`, so most keys of a policy need no search.
        if !key.get(..4).is_some_and(|head| ascii_case::eq(head, "aws:")) {
            return None;
        }
        let is_same = |known: &str| {
            let beginning = if known.ends_with('/') { key.get(..known.len()) } else { Some(key) };
            beginning.is_some_and(|beginning| ascii_case::eq(beginning, known))
        };
        PRINCIPAL_KEYS.iter().find(|(known, _)| is_same(known)).map(|(_, property)| *property)
    }
}

/// Returns AWS's name for a key about the owner of a VPC endpoint, or `None` if a string is not such a key.
pub(crate) fn endpoint_key(key: &str) -> Option<&'static str> {
    if !key.get(..8).is_some_and(|head| ascii_case::eq(head, "aws:vpce")) {
        return None;
    }
    let mut known = ENDPOINT_KEYS.iter().flat_map(|(_, keys)| keys.iter().copied());
    known.find(|known| ascii_case::eq(known, key))
}

/// Returns true if requests to a service carry a key about the owner of a VPC endpoint.
pub(crate) fn carries_endpoint_key(service: &str, key: &str) -> bool {
    let keys = ENDPOINT_KEYS.iter().find(|(known, _)| ascii_case::eq(known, service)).map(|(_, keys)| *keys);
    keys.is_some_and(|keys| keys.contains(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_their_property() {
        for (key, property) in [
            ("AWS:PrincipalOrgId", Some(KeyProperty::Identity)),
            ("aws:PrincipalTag/team", Some(KeyProperty::Identity)),
            ("aws:SourceVpce", Some(KeyProperty::Network)),
            ("aws:SourceArn", Some(KeyProperty::Source)),
            ("aws:PrincipalIsAWSService", None),
            ("aws:", None),
            ("s3:prefix", None),
            ("ä", None),
        ] {
            assert_eq!(KeyProperty::from_key(key), property, "{key}");
        }
    }

    #[test]
    fn services_carry_the_keys_of_endpoints() {
        let key = endpoint_key("aws:vpceorgid").unwrap();
        assert!(carries_endpoint_key("SQS", key) && !carries_endpoint_key("sns", key));
        let key = endpoint_key("aws:VpceOrgPaths").unwrap();
        assert!(carries_endpoint_key("s3", key) && !carries_endpoint_key("sqs", key));
        assert_eq!(endpoint_key("aws:VpceOrg"), None);
        assert_eq!(endpoint_key("aws:SourceVpce"), None);
    }
}
