//! The error about a pattern that matches nothing.

use super::{catalog::ServiceNames, retired, typo::is_typo_of_beginning};
use crate::{
    ascii_case,
    name_error::{NameError, NameErrorKind, Suggestion},
    name_kind::NameKind,
    nearest::Nearest,
    shrink::is_border,
    syntax::{self, Parts},
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
    let beginning = name.split(['*', '?']).next().unwrap_or(name);
    let Some(head) = near_beginning(service, beginning) else { return error };
    let is_whole = name.trim_end_matches('*') == beginning;
    let error = error.clear(is_typo_of_beginning(service, beginning, head));
    // After the beginning, the pattern may have more mistakes.
    if is_whole { error.suggesting(Some(Suggestion::from_pattern(service.prefix(), head))) } else { error }
}

/// Returns the beginning of an action that is nearest to the given one, if no action begins with the given one.
///
/// Beginnings of the same length are compared: `Sned` with the first four letters of each name. If a letter is missing
/// or added, a whole word is nearer: `Lst` is compared with `List`.
fn near_beginning<S: ServiceNames>(service: S, beginning: &str) -> Option<&'static str> {
    let mut nearest = Nearest::new(beginning);
    let names = || service.names(NameKind::Action);
    if names().any(|name| name.get(..beginning.len()).is_some_and(|head| ascii_case::eq_compact(head, beginning))) {
        return None;
    }
    let shortest = beginning.len().saturating_sub(1);
    for name in names() {
        let is_end = |at: &usize| *at == name.len() || is_border(name, *at);
        let words = (shortest..=beginning.len() + 1).filter(is_end);
        for head in words.filter_map(|at| name.get(..at)) {
            nearest.offer(head);
        }
    }
    for head in names().filter_map(|name| name.get(..beginning.len())) {
        nearest.offer(head);
    }
    nearest.best()
}
