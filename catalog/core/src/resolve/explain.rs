//! The errors about names that the catalog does not have, with suggestions.

use super::{
    candidates::{Match, elsewhere, near_operation, nearest, nearest_name, operation, suggestion},
    catalog::{Catalog, ServiceNames},
    retired, several,
    unknown_service::unknown_service,
    verbs::Guess,
};
use crate::{
    ascii_case,
    name_error::{Meant, NameError, NameErrorKind},
    name_kind::NameKind,
    syntax::{self, Parts},
    wildcard,
};

/// Returns the error about a string that no name of the catalog matches.
#[cold]
pub(super) fn explain<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> NameError {
    let Parts { prefix, name } = match syntax::parse(text, kind, false) {
        Ok(parts) => parts,
        Err(_) if several::are(text, kind) => return NameError::new(NameErrorKind::Several, kind, text),
        Err(wrong) => return NameError::new(wrong, kind, text).suggesting(well_formed(catalog, kind, text)),
    };
    if let Some(error) = retired::error(catalog, kind, text, Parts { prefix, name }) {
        return error;
    }
    let Some(service) = catalog.find_service(prefix) else {
        return unknown_service(catalog, kind, text, prefix, Some(name));
    };
    unknown_name(service, kind, text, name, || meant(catalog, service, kind, text, Parts { prefix, name }))
}

/// Returns the error about a string that no name of the service matches.
#[cold]
pub(super) fn explain_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> NameError {
    let Parts { prefix, name } = match syntax::parse(text, kind, false) {
        Ok(parts) => parts,
        Err(_) if several::are(text, kind) => return NameError::new(NameErrorKind::Several, kind, text),
        Err(wrong) => return NameError::new(wrong, kind, text),
    };
    let near = || nearest(service, kind, text, name).map(|near| own_match(service, kind, near));
    if kind == NameKind::ConditionKey || ascii_case::eq_compact(prefix, service.prefix()) {
        return unknown_name(service, kind, text, name, near);
    }
    NameError::new(NameErrorKind::OtherService, kind, text)
        .in_service(service.name())
        .suggesting(nearest_name(service, kind, text, name))
}

/// Returns the error about a name that a service does not have. If AWS's page of the service lists no actions, the
/// error about an action states this instead.
fn unknown_name<S: ServiceNames>(
    service: S,
    kind: NameKind,
    text: &str,
    name: &str,
    meant: impl FnOnce() -> Option<Match>,
) -> NameError {
    if kind == NameKind::Action
        && let Some(actions) = operation(service, name)
    {
        return NameError::new(NameErrorKind::Operation, kind, text).authorized_by(actions);
    }
    if kind == NameKind::Action && service.actions_are_left_out() {
        return NameError::new(NameErrorKind::LeftOut, kind, text).in_service(service.name());
    }
    let error = NameError::new(NameErrorKind::UnknownName, kind, text).in_service(service.name());
    let is_action = kind == NameKind::Action;
    match meant().or_else(|| is_action.then(|| near_operation(service, name)).flatten()) {
        Some(Match { meant, is_clear, .. }) => error.suggesting(Some(meant)).clear(is_clear),
        None if has_methods(service, kind) => error.with_methods(service.prefix()),
        None => error,
    }
}

/// Returns true if the actions of a service are HTTP methods, which authorize its API operations.
fn has_methods<S: ServiceNames>(service: S, kind: NameKind) -> bool {
    kind == NameKind::Action && ["GET", "POST"].iter().all(|method| service.names(kind).any(|name| name == *method))
}

/// Returns the nearest match for a name that a service does not have: another name of the service, or the same name in
/// another service. The match with fewer mistakes in the whole string wins. In a tie, the service's own name wins.
fn meant<C: Catalog>(
    catalog: C,
    service: C::Service,
    kind: NameKind,
    text: &str,
    Parts { prefix, name }: Parts<'_>,
) -> Option<Match> {
    let own = nearest(service, kind, text, name).map(|near| own_match(service, kind, near));
    let other = (kind != NameKind::ConditionKey).then(|| elsewhere(catalog, kind, prefix, name)).flatten();
    match (own, other) {
        (Some(own), Some(other)) => Some(if own.mistakes <= other.mistakes { own } else { other }),
        (own, other) => own.or(other),
    }
}

fn own_match<S: ServiceNames>(service: S, kind: NameKind, near: Guess) -> Match {
    let Guess { name, mistakes, is_clear } = near;
    Match { mistakes, meant: suggestion(service, kind, name).into(), is_clear }
}

/// Returns the name that a malformed string resembles: it may have an extra character, or another character instead of
/// the colon.
fn well_formed<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> Option<Meant> {
    let divided = text.split_once(':').or_else(|| text.split_once(['.', '/', ';', ' ']));
    let Some((prefix, name)) = divided else { return elsewhere(catalog, kind, "", text).map(|found| found.meant) };
    if name.is_empty() || wildcard::has_wildcard(name) {
        return None;
    }
    nearest_name(catalog.find_service(prefix.trim())?, kind, text, name.trim()).map(Meant::One)
}
