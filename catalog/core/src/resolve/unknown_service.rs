//! The error about an unknown prefix. It suggests a service with another or a similar name, or a service that has the
//! name after the colon.

use super::{
    candidates::{elsewhere, nearest, nearest_name, operation, suggestion},
    catalog::{Catalog, ServiceNames},
    other_names::{Called, OtherName},
    related::LONG_PREFIX,
    retired,
};
use crate::{
    authorizing_actions::AuthorizingActions,
    name_error::{Meant, NameError, NameErrorKind, Suggestion},
    name_kind::NameKind,
    nearest::{Nearest, distance},
    syntax::Parts,
};

/// The length below which a prefix resembles other prefixes by chance.
const SHORT_PREFIX: usize = 4;

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
    let unsure = match called.exact {
        Some((by, exact)) if by.is_sure() => return error.suggesting(Some(exact)).clear(true),
        unsure => unsure.map(|(_, exact)| exact),
    };
    if let Some((exact, mistakes)) = near.exact() {
        return error.suggesting(Some(exact)).clear(mistakes == 1 || prefix.len() >= LONG_PREFIX);
    }
    if unsure.is_some() {
        return error.suggesting(unsure).clear(true);
    }
    if let Some((_, actions)) = called.operation {
        return NameError::new(NameErrorKind::Operation, kind, text).authorized_by(actions);
    }
    let service = called.near.or(called.only_service());
    if let Some((_, service)) = service.filter(|(by, _)| by.is_sure()) {
        return error.suggesting(Some(service)).clear(true);
    }
    if let Some(retired) = name.and_then(|name| retired::nearly(error, kind, Parts { prefix, name })) {
        return retired;
    }
    let elsewhere = name.and_then(|name| elsewhere(catalog, kind, prefix, name)).map(|found| found.meant);
    if let (Some(Meant::Elsewhere(_)) | None, Some((_, service))) = (&elsewhere, service) {
        return error.suggesting(Some(service));
    }
    // One mistake is more likely than two. An exact name in another service therefore comes before a similar name in a
    // service with a similar prefix.
    if elsewhere.is_some() {
        return error.suggesting(elsewhere);
    }
    match (near.close, near.service) {
        (Some(Close { suggestion, mistakes, is_clear, .. }), _) => {
            error.suggesting(Some(suggestion)).clear(is_clear && mistakes == 1)
        }
        // A short prefix resembles many others. Without a similar name, the resemblance is chance: `k8s` and `kms`.
        (None, Some(_)) if name.is_some() && prefix.len() < SHORT_PREFIX => error,
        (None, Some(service)) => {
            // A pattern names no action that could confirm a short prefix.
            let is_clear = name.is_none() && prefix.len() >= LONG_PREFIX && distance(prefix, service) == Some(1);
            error.suggesting(Some(Suggestion::from_service(service))).clear(is_clear)
        }
        (None, None) => error,
    }
}

/// The services whose prefixes are similar to the given one.
struct Near {
    /// A suggestion from the nearest service that has a similar name.
    close: Option<Close>,
    /// The service with the most similar prefix, whether or not it has a similar name.
    service: Option<&'static str>,
}

/// A similar name in a service with a similar prefix.
#[derive(Clone, Copy)]
struct Close {
    suggestion: Suggestion,
    /// The number of mistakes in the prefix.
    mistakes: usize,
    /// Whether the service has exactly the given name.
    is_exact: bool,
    /// Whether the given name is certainly a mistake for the suggestion.
    is_clear: bool,
}

impl Near {
    fn find<C: Catalog>(catalog: C, kind: NameKind, text: &str, prefix: &str, name: Option<&str>) -> Self {
        // If several prefixes are equally near, a service that has the name is preferred.
        let mut with_name = Nearest::new(prefix);
        let mut without = Nearest::new(prefix);
        let mut close = None;
        let any = Nearest::new(prefix);
        for service in catalog.services() {
            // Most prefixes are not near, so neither search needs them.
            if !any.clone().offer(service.prefix()) {
                continue;
            }
            without.offer(service.prefix());
            let mut nearer = with_name.clone();
            if nearer.offer(service.prefix())
                && let Some(name) = name
                && let Some(found) = nearest(service, kind, text, name)
            {
                let suggestion = suggestion(service, kind, found.name);
                let mistakes = distance(prefix, service.prefix()).unwrap_or(usize::MAX);
                let is_exact = service.find(kind, name).is_some();
                let is_clear = kind == NameKind::Action && found.is_clear(service, name);
                (with_name, close) = (nearer, Some(Close { suggestion, mistakes, is_exact, is_clear }));
            }
        }
        Self { close, service: without.best() }
    }

    /// Returns the suggestion with exactly the given name, and the number of mistakes in the prefix.
    fn exact(&self) -> Option<(Suggestion, usize)> {
        self.close.filter(|close| close.is_exact).map(|close| (close.suggestion, close.mistakes))
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
