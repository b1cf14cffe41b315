//! The error about an unknown prefix. It suggests a service with another or a similar name, or a service that has the
//! name after the colon.

use super::{
    candidates::{elsewhere, nearest_name, operation},
    catalog::{Catalog, ServiceNames},
    other_names::{Called, OtherName},
    retired,
};
use crate::{
    authorizing_actions::AuthorizingActions,
    name_error::{Meant, NameError, NameErrorKind, Suggestion},
    name_kind::NameKind,
    nearest::Nearest,
    syntax::Parts,
};

/// Returns the error about a prefix that no service has, with suggestions for the prefix and the name.
pub(super) fn unknown_service<C: Catalog>(
    catalog: C,
    kind: NameKind,
    text: &str,
    prefix: &str,
    name: Option<&str>,
) -> NameError {
    let error = NameError::new(NameErrorKind::UnknownService, kind, text);
    let near = Near::find(catalog, kind, text, prefix, name);
    let called = CalledSo::find(catalog, kind, text, prefix, name);
    // An exact match of the name after the colon is stronger evidence than a similar prefix.
    let exact = match called.exact {
        Some((by, exact)) if by.is_sure() => Some(exact),
        unsure => near.exact().or(unsure.map(|(_, exact)| exact)),
    };
    if exact.is_some() {
        return error.suggesting(exact);
    }
    if let Some((_, actions)) = called.operation {
        return NameError::new(NameErrorKind::Operation, kind, text).authorized_by(actions);
    }
    let service = called.near.or(called.only_service());
    if let Some((_, service)) = service.filter(|(by, _)| by.is_sure()) {
        return error.suggesting(Some(service));
    }
    if let Some(retired) = name.and_then(|name| retired::nearly(error, kind, Parts { prefix, name })) {
        return retired;
    }
    let elsewhere = name.and_then(|name| elsewhere(catalog, kind, prefix, name)).map(|(_, meant)| meant);
    if let (Some(Meant::Elsewhere(_)) | None, Some((_, service))) = (&elsewhere, service) {
        return error.suggesting(Some(service));
    }
    // One mistake is more likely than two. An exact name in another service therefore comes before a similar name in a
    // service with a similar prefix.
    let close = near.close.map(|(close, _)| close).or(near.service.map(Suggestion::from_service));
    error.suggesting(elsewhere.or(close.map(Meant::One)))
}

/// The services whose prefixes are similar to the given one.
struct Near {
    /// A suggestion from the nearest service that has a similar name, and whether that service has exactly the given
    /// name.
    close: Option<(Suggestion, bool)>,
    /// The service with the most similar prefix, whether or not it has a similar name.
    service: Option<&'static str>,
}

impl Near {
    fn find<C: Catalog>(catalog: C, kind: NameKind, text: &str, prefix: &str, name: Option<&str>) -> Self {
        // If several prefixes are equally near, a service that has the name is preferred.
        let mut with_name = Nearest::new(prefix);
        let mut without = Nearest::new(prefix);
        let mut close = None;
        for service in catalog.services() {
            without.offer(service.prefix());
            let mut nearer = with_name.clone();
            if nearer.offer(service.prefix())
                && let Some(name) = name
                && let Some(found) = nearest_name(service, kind, text, name)
            {
                (with_name, close) = (nearer, Some((found, service.find(kind, name).is_some())));
            }
        }
        Self { close, service: without.best() }
    }

    fn exact(&self) -> Option<Suggestion> {
        self.close.and_then(|(close, is_exact)| is_exact.then_some(close))
    }
}

/// The matches in services for which the given prefix may be another name, such as `cognito`. Each field has the match
/// in the service to which this name most certainly belongs.
#[derive(Default)]
struct CalledSo {
    /// A match for exactly the given name.
    exact: Option<(Called, Suggestion)>,
    /// The actions that authorize the API operation with the given name.
    operation: Option<(Called, AuthorizingActions)>,
    /// A match for a similar name.
    near: Option<(Called, Suggestion)>,
    /// The service itself, without a name.
    service: Option<(Called, Suggestion)>,
    /// Whether another service is equally likely to be meant, so that `service` is only one of several candidates.
    is_shared: bool,
}

impl CalledSo {
    fn find<C: Catalog>(catalog: C, kind: NameKind, text: &str, prefix: &str, name: Option<&str>) -> Self {
        let mut found = Self::default();
        // The full name of a condition key includes its prefix, so no service has the key with another prefix.
        if kind == NameKind::ConditionKey {
            return found;
        }
        let other = OtherName::new(prefix);
        for service in catalog.services() {
            let Some(called) = other.is_of(service.prefix(), service.name()) else { continue };
            match found.service {
                Some((before, _)) if before == called => found.is_shared = true,
                Some((before, _)) if before < called => {}
                _ => {
                    (found.service, found.is_shared) =
                        (Some((called, Suggestion::from_service(service.prefix()))), false);
                }
            }
            let Some(name) = name else { continue };
            let near = nearest_name(service, kind, text, name);
            let exact = near.filter(|_| service.find(kind, name).is_some());
            keep(&mut found.exact, called, exact);
            keep(&mut found.near, called, near);
            if kind == NameKind::Action {
                keep(&mut found.operation, called, operation(service, name));
            }
        }
        found
    }

    /// Returns the service for which the prefix is another name, if there is only one.
    fn only_service(&self) -> Option<(Called, Suggestion)> {
        self.service.filter(|_| !self.is_shared)
    }
}

/// Replaces the best match if the prefix is more certainly a name of the new match's service. In a tie, the first match
/// stays.
fn keep<T>(best: &mut Option<(Called, T)>, called: Called, found: Option<T>) {
    if let Some(found) = found
        && best.as_ref().is_none_or(|(before, _)| called < *before)
    {
        *best = Some((called, found));
    }
}
