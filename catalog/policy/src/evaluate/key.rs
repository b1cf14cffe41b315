//! The name of a condition key with its hash, so that a lookup compares numbers first.

use alloc::boxed::Box;
use core::cmp::Ordering;

use catalog_core::ascii_case;

/// The name of a condition key, as it was written.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) name: Box<str>,
    hash: u32,
}

impl Key {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.into(), hash: ascii_case::hash(name) }
    }

    /// Compares two keys in an order in which names that differ only in case are equal.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.hash.cmp(&other.hash).then_with(|| {
            if ascii_case::eq(&self.name, &other.name) {
                return Ordering::Equal;
            }
            let (left, right) = (self.name.bytes(), other.name.bytes());
            left.map(|byte| byte.to_ascii_lowercase()).cmp(right.map(|byte| byte.to_ascii_lowercase()))
        })
    }

    /// Returns true if the key has this name, ignoring case.
    pub(super) fn is(&self, name: &str) -> bool {
        ascii_case::eq(&self.name, name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_equal_ignoring_case() {
        let key = Key::new("aws:SourceIp");
        assert_eq!(key.order(&Key::new("AWS:sourceIP")), Ordering::Equal);
        assert_ne!(key.order(&Key::new("aws:SourceVpc")), Ordering::Equal);
        assert!(key.is("aws:sourceip"));
    }
}
