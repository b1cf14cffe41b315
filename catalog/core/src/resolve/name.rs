//! Looks up a name in a catalog or in one service.

use super::{
    catalog::{Catalog, ServiceNames},
    explain::{explain, explain_in},
};
use crate::{
    ascii_case,
    name_error::NameError,
    name_kind::NameKind,
    syntax::{self, Parts},
};

/// Looks up a name of the given kind.
///
/// A condition key is searched in the service that its prefix names, and then in all services, in order.
///
/// # Errors
/// Returns an error if the string is malformed or if the catalog does not have the name.
pub fn name<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> Result<(C::Service, usize), NameError> {
    find(catalog, kind, text).ok_or_else(|| explain(catalog, kind, text))
}

/// Looks up a name of the given kind in one service.
///
/// A retired name is reported as unknown. To recognize it, call [`retired_name_in`](super::retired_name_in).
///
/// # Errors
/// Returns an error in the same cases as [`name`], and if the name belongs to another service.
pub fn name_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> Result<usize, NameError> {
    find_in(service, kind, text).ok_or_else(|| explain_in(service, kind, text))
}

#[inline]
fn find<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> Option<(C::Service, usize)> {
    if kind == NameKind::Action {
        return catalog.find_action(text);
    }
    let Parts { prefix, name } = syntax::split(text)?;
    let own = catalog.find_service(prefix);
    if kind == NameKind::ConditionKey {
        let among = |service: C::Service| service.find(kind, text).map(|position| (service, position));
        return own.and_then(among).or_else(|| catalog.services().find_map(among));
    }
    own.and_then(|service| service.find(kind, name).map(|position| (service, position)))
}

fn find_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> Option<usize> {
    let Parts { prefix, name } = syntax::split(text)?;
    match kind {
        NameKind::ConditionKey => service.find(kind, text),
        _ if ascii_case::eq(prefix, service.prefix()) => service.find(kind, name),
        _ => None,
    }
}
