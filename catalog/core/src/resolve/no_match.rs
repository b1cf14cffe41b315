//! The error about a pattern that matches nothing.

use super::{catalog::ServiceNames, retired};
use crate::{
    name_error::{NameError, NameErrorKind, Suggestion},
    name_kind::NameKind,
    nearest::Nearest,
    syntax::{self, Parts},
    wildcard,
};

/// Returns the error about a pattern that matches no action of its service. Only some callers treat that as an error.
pub fn no_match<S: ServiceNames>(service: S, text: &str) -> NameError {
    if service.actions_are_left_out() {
        return NameError::new(NameErrorKind::LeftOut, NameKind::Action, text).in_service(service.name());
    }
    let error = NameError::new(NameErrorKind::NoMatch, NameKind::Action, text).in_service(service.name());
    let Some(Parts { name, .. }) = syntax::split(text) else { return error };
    if let Some(error) = retired::error_of_pattern(service, text, name) {
        return error;
    }
    // For `Sned*`, compare `Sned` with the first four characters of each name.
    let beginning = name.trim_end_matches('*');
    if wildcard::has_wildcard(beginning) {
        return error;
    }
    let mut nearest = Nearest::new(beginning);
    for name in service.names(NameKind::Action) {
        if let Some(head) = name.get(..beginning.len()) {
            nearest.offer(head);
        }
    }
    error.suggesting(nearest.best().map(|head| Suggestion::from_pattern(service.prefix(), head)))
}
