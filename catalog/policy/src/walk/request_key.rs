//! Decides whether a request for an action can have a condition key.

use catalog_core::syntax;

use super::carried::CarriedKey;
use crate::{catalog::PolicyCatalog, condition_key, global_keys};

/// Returns true if a request for an action can have a condition key, or if that is not known. The action is identified by
/// its service and its position.
///
/// Most global keys and the keys of identity providers can be in any request. The other keys are in requests for the
/// actions whose pages list them.
pub fn may_carry_key<C: PolicyCatalog>(key: &str, service: C::Service, action: usize, catalog: C) -> bool {
    let global = global_keys::find(key);
    let is_of_provider = || syntax::split(key).is_some_and(|parts| condition_key::is_of_provider(parts.prefix));
    if global.is_some_and(|global| !global.is_listed_by_action) || global.is_none() && is_of_provider() {
        return true;
    }
    CarriedKey { key, is_tag: global.is_some(), work: 0 }.is_of(service, action, catalog)
}
