//! Decides whether requests for an action carry a condition key.

use catalog_core::{NameKind, resolve::ServiceNames as _, syntax};

use crate::{catalog::PolicyCatalog, condition_key, request_tags};

/// A condition key of a policy.
pub(super) struct CarriedKey<'k> {
    /// The key.
    pub(super) key: &'k str,
    /// Whether the key is a global key about tags.
    pub(super) is_tag: bool,
    /// The work so far, in comparisons of names.
    pub(super) work: u64,
}

impl CarriedKey<'_> {
    /// Returns true if requests for an action carry the key, or if that is not known.
    pub(super) fn is_of<C: PolicyCatalog>(&mut self, service: C::Service, position: usize, catalog: C) -> bool {
        self.work += 1;
        let Some(mut keys) = catalog.action_keys(service, position) else { return true };
        if !keys.any(|known| self.is_listed_as(known)) {
            return false;
        }
        if !self.is_tag {
            return true;
        }
        self.work += position as u64 / 8;
        let name = service.name_at(NameKind::Action, position).unwrap_or_default();
        request_tags::may_carry(service.prefix(), name, self.key)
    }

    /// Returns true if a page lists the key under the name `known`. A service may list a key about tags with its own
    /// prefix, and its requests carry the global key too.
    fn is_listed_as(&self, known: &str) -> bool {
        let is_same = || Some(condition_key::matches(syntax::split(known)?.name, syntax::split(self.key)?.name));
        condition_key::matches(known, self.key) || self.is_tag && is_same() == Some(true)
    }
}
