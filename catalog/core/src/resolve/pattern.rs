//! Parses action patterns.

use super::{catalog::Catalog, name::name, retired, several, unknown_service::unknown_service};
use crate::{
    name_error::{NameError, NameErrorKind},
    name_kind::NameKind,
    syntax::{self, Parts},
    wildcard,
};

/// A parsed action pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern<'p, S> {
    /// `*`, `**` or `*:*`: every action of every service.
    Everything,
    /// One action, by the position of its name.
    One(S, usize),
    /// The actions of one service with names that match the part of the pattern after the colon.
    Matching(S, &'p str),
}

/// Parses an action pattern.
///
/// A pattern without a wildcard must name an action. A pattern with a wildcard is valid even if it matches no action.
/// [`no_match`](super::no_match()) returns the error about such a pattern.
///
/// # Errors
/// Returns an error if the string is malformed, if its service is unknown, or if it has no wildcard and names no
/// action.
pub fn pattern<C: Catalog>(catalog: C, text: &str) -> Result<Pattern<'_, C::Service>, NameError> {
    if wildcard::is_everything(text) {
        return Ok(Pattern::Everything);
    }
    if !wildcard::has_wildcard(text) {
        return name(catalog, NameKind::Action, text).map(|(service, position)| Pattern::One(service, position));
    }
    match syntax::parse(text, NameKind::Action, true) {
        Err(_) if several::are(text, NameKind::Action) => {
            Err(NameError::new(NameErrorKind::Several, NameKind::Action, text))
        }
        Err(kind) => Err(NameError::new(kind, NameKind::Action, text)),
        Ok(Parts { prefix, name }) => match catalog.find_service(prefix) {
            Some(service) => Ok(Pattern::Matching(service, name)),
            None => Err(retired::error_of_prefix(NameKind::Action, text, prefix)
                .unwrap_or_else(|| unknown_service(catalog, NameKind::Action, text, prefix, None))),
        },
    }
}
