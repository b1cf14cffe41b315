//! The errors about names that AWS's reference no longer lists.

use super::{
    catalog::{Catalog, ServiceNames},
    retired_services::{find, services},
};
use crate::{
    ascii_case,
    edition::Edition,
    key_template,
    name_error::{NameError, NameErrorKind, Retired},
    name_kind::NameKind,
    nearest::distance_below,
    retired::RetiredService,
    syntax::{self, Parts},
};

/// The minimum length of a retired prefix for which one wrong letter in the given prefix is accepted.
const LONG_PREFIX: usize = 6;

/// Returns the error about a retired name or about the name of a retired service. The catalog must not have the name.
pub(super) fn error<C: Catalog>(
    catalog: C,
    kind: NameKind,
    text: &str,
    Parts { prefix, name }: Parts<'_>,
) -> Option<NameError> {
    if kind == NameKind::ConditionKey {
        return condition_key(catalog, text);
    }
    if let Some(service) = catalog.find_service(prefix) {
        return error_in(service, kind, text, name);
    }
    let service = find(prefix)?;
    error_of(service, kind, text, name).or_else(|| of_whole_service(service, kind, text))
}

/// Returns the error about a name that the given service no longer has.
///
/// [`resolve::name_in`](super::name_in) does not call this itself, so a program that uses only services without retired
/// names does not contain this code.
#[cold]
pub fn name_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> Option<NameError> {
    let Parts { prefix, name } = syntax::split(text)?;
    let is_own = kind == NameKind::ConditionKey || ascii_case::eq_compact(prefix, service.prefix());
    if is_own { error_in(service, kind, text, name) } else { None }
}

fn error_in<S: ServiceNames>(service: S, kind: NameKind, text: &str, name: &str) -> Option<NameError> {
    if kind != NameKind::ConditionKey {
        return error_of(service.retired(), kind, text, name);
    }
    let found = service.retired().find(kind, text)?;
    let is_own = is_of_prefix(found.name, service.prefix());
    let name = found.name;
    let retired = if is_own { Retired::Key { name } } else { Retired::KeyOf { service: service.name(), name } };
    Some(new(kind, text, retired, found.last_listed))
}

/// Returns the error about a pattern that matches retired actions of a service.
pub(super) fn error_of_pattern<S: ServiceNames>(service: S, text: &str, pattern: &str) -> Option<NameError> {
    let retired = service.retired();
    let found = retired.first_match(pattern)?;
    let retired = Retired::Match { prefix: retired.prefix, name: found.name };
    Some(new(NameKind::Action, text, retired, found.last_listed))
}

/// Returns the error about a service prefix that the catalog does not have, if a retired service had this prefix.
#[must_use]
pub fn service(prefix: &str) -> Option<NameError> {
    error_of_prefix(NameKind::Action, prefix, prefix)
}

/// Returns the error about the prefix of a service that is retired as a whole.
pub(super) fn error_of_prefix(kind: NameKind, text: &str, prefix: &str) -> Option<NameError> {
    of_whole_service(find(prefix)?, kind, text)
}

/// Returns the error about a condition key that AWS's reference no longer lists for any service, or whose prefix is
/// that of a retired service. A key is not retired if it fills in a template that the catalog still has.
#[must_use]
pub fn condition_key<C: Catalog>(catalog: C, text: &str) -> Option<NameError> {
    let kind = NameKind::ConditionKey;
    // Several services may have listed the key. The latest of the months counts.
    let found = services().filter_map(|service| service.find(kind, text)).max_by_key(|found| found.last_listed);
    let Some(found) = found else {
        let prefix = syntax::split(text)?.prefix;
        return error_of_prefix(kind, text, prefix).filter(|_| catalog.find_service(prefix).is_none());
    };
    let is_listed = !ascii_case::eq_compact(found.name, text)
        && catalog.services().any(|service| service.names(kind).any(|known| key_template::matches(known, text)));
    (!is_listed).then(|| new(kind, text, Retired::Key { name: found.name }, found.last_listed))
}

/// Adds a retired action or resource type to the error about an unknown prefix. Returns `None` unless the prefix of its
/// service differs from the unknown prefix by one mistake.
pub(super) fn nearly(error: NameError, kind: NameKind, Parts { prefix, name }: Parts<'_>) -> Option<NameError> {
    let is_near = |known: &str| {
        known.len() >= LONG_PREFIX && distance_below(prefix, known, 2) == Some(1) && kind != NameKind::ConditionKey
    };
    services().filter(|service| service.last_listed().is_some() && is_near(service.prefix)).find_map(|service| {
        let found = service.find(kind, name)?;
        Some(error.retired(Retired::Name { prefix: service.prefix, name: found.name }, found.last_listed))
    })
}

/// Returns the error about a retired action or resource type of a service.
fn error_of(service: &RetiredService, kind: NameKind, text: &str, name: &str) -> Option<NameError> {
    let found = service.find(kind, name)?;
    let retired = Retired::from_name(service.prefix, kind, found);
    Some(new(kind, text, retired, found.last_listed))
}

fn of_whole_service(service: &RetiredService, kind: NameKind, text: &str) -> Option<NameError> {
    let last_listed = service.last_listed()?;
    Some(new(kind, text, Retired::Service { prefix: service.prefix }, last_listed))
}

fn new(kind: NameKind, text: &str, retired: Retired, last_listed: Edition) -> NameError {
    NameError::new(NameErrorKind::Retired, kind, text).retired(retired, last_listed)
}

/// Returns true if the part of a condition key before the first colon is the given service prefix.
fn is_of_prefix(key: &str, prefix: &str) -> bool {
    key.split_once(':').is_some_and(|(before, _)| ascii_case::eq_compact(before, prefix))
}
