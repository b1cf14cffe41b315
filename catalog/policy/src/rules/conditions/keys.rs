//! From the text of a condition key to what is known about it.

use alloc::{
    format,
    string::{String, ToString as _},
};

use crate::{
    condition_key, global_keys,
    rules::{PolicyCatalog, Rules, report::EXPLANATION},
};
use catalog_core::{
    ConditionKeyType, NameError, NameKind, ascii_case,
    resolve::ServiceNames as _,
    syntax::{self, Parts},
};

/// A condition key that is known.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct Key<S> {
    /// The type of its values, if that is known.
    pub(super) value_type: Option<ConditionKeyType>,
    /// The service whose page lists it; `None` for global keys and those of identity providers.
    pub(super) service: Option<S>,
    /// Whether the part is still there that its user fills in.
    pub(super) is_unfilled: bool,
}

impl<C: PolicyCatalog> Rules<'_, '_, '_, C> {
    /// What is known about a key, if it is known at all.
    pub(in crate::rules) fn known_key(&mut self, text: &str) -> Option<Key<C::Service>> {
        if let Some(global) = global_keys::find(text) {
            let is_unfilled = condition_key::is_unfilled(global, text);
            return Some(Key { value_type: Some(global.value_type), service: None, is_unfilled });
        }
        let Parts { prefix, name } = syntax::split(text)?;
        if prefix.is_empty() || name.is_empty() {
            return None;
        }
        let own = self.catalog.find_service(prefix);
        if let Some(service) = own {
            // What is filled in is compared to one template after the other.
            self.report.spend(service.names(NameKind::ConditionKey).count() as u64 / 2);
            if let Some(found) = self.key_in(service, text) {
                return Some(found);
            }
        }
        // Pages list keys of other services, too; and those of identity providers, by the providers' names.
        if ascii_case::eq(prefix, "aws") || !self.report.spend(EXPLANATION) {
            return None;
        }
        let listed = self.catalog.services().find_map(|service| self.key_in(service, text));
        let of_provider = || condition_key::is_of_provider(prefix);
        listed.or_else(|| of_provider().then_some(Key { value_type: None, service: None, is_unfilled: false }))
    }

    /// Whether a text is the name of a template in front of its slash: `aws:PrincipalTag`.
    pub(super) fn is_bare_template(&self, text: &str) -> bool {
        let filled = format!("{}/team", text.trim_end_matches('/'));
        let own = || self.catalog.find_service(syntax::split(text)?.prefix);
        global_keys::find(&filled).is_some()
            || own().is_some_and(|own| {
                own.names(NameKind::ConditionKey).any(|known| condition_key::matches(known, &filled))
            })
    }

    fn key_in(&self, service: C::Service, text: &str) -> Option<Key<C::Service>> {
        let exact = service.find(NameKind::ConditionKey, text);
        let find = || service.names(NameKind::ConditionKey).position(|known| condition_key::matches(known, text));
        let position = exact.or_else(find)?;
        let known = service.names(NameKind::ConditionKey).nth(position)?;
        let is_unfilled = ascii_case::eq(known, text) && condition_key::is_template(known);
        Some(Key { value_type: self.catalog.key_type(service, position), service: Some(service), is_unfilled })
    }
}

/// What is wrong with the form of a key.
pub(super) fn malformed(text: &str) -> Option<String> {
    // A tag's key behind the slash may hold nearly anything.
    let head = text.split('/').next().unwrap_or_default();
    let kind = syntax::parse(head, NameKind::ConditionKey, false).err()?;
    Some(NameError::new(kind, NameKind::ConditionKey, text).to_string())
}
