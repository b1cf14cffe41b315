//! AWS's global condition keys, which are not on the page of one service. Their source is
//! `docs-src/facts/global_keys.toml`.
//!
//! A global key that a service's page also lists, such as `aws:TagKeys`, is described only here.

mod global_key;

pub use crate::facts::global_keys::GLOBAL_KEYS;
pub use global_key::GlobalKey;

use catalog_core::ascii_case;

/// Returns the global key that has this name, ignoring case. The name of a template matches with and without its
/// variable part.
///
/// ```
/// use catalog::{ConditionKeyType, policy::global_keys};
///
/// assert_eq!(global_keys::find("AWS:sourceip").unwrap().value_type, ConditionKeyType::IpAddress);
/// assert!(global_keys::find("aws:ResourceTag/team").unwrap().is_template());
/// assert!(global_keys::find("aws:Frobnication").is_none());
/// ```
#[must_use]
pub fn find(name: &str) -> Option<GlobalKey> {
    let same = |known: &&GlobalKey| {
        let beginning = if known.is_template() { name.get(..known.name.len()) } else { Some(name) };
        beginning.is_some_and(|beginning| ascii_case::eq(beginning, known.name))
    };
    GLOBAL_KEYS.iter().find(same).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_found() {
        for known in GLOBAL_KEYS {
            assert_eq!(find(known.name), Some(*known));
        }
        assert_eq!(find("aws:RequestTagx"), None);
        assert_eq!(find("aws:RequestTag"), None);
        assert_eq!(find(""), None);
    }
}
