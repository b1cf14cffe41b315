//! From text to a name of a catalog, or to what is wrong with the text.
//!
//! The macros hand in the index they carry, the runtime its tables; both get the same answer, and the same words.

mod explain;
pub mod operations;
pub mod other_names;
#[cfg(test)]
mod tests;
mod unknown_service;
mod verbs;

pub use explain::no_match;
use explain::{explain, explain_in};
use unknown_service::unknown_service;

use crate::{
    OperationActions, ascii_case,
    name_error::{NameError, NameKind},
    syntax::{self, Parts},
    wildcard,
};

/// The names of one service.
pub trait ServiceNames: Copy {
    /// The service prefix: `ses`.
    fn prefix(self) -> &'static str;

    /// What AWS calls the service: `Amazon SES`.
    fn name(self) -> &'static str;

    /// Whether AWS's page leaves the actions out, so that nobody can say which there are.
    fn actions_are_left_out(self) -> bool {
        false
    }

    /// The names of one kind, in catalog order. Actions and resource types come without the prefix, condition keys
    /// as they are.
    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str>;

    /// The position of a name among [`names`](Self::names), in any case. Where two differ in case only, the one that is
    /// spelled so, or else the first.
    fn find(self, kind: NameKind, name: &str) -> Option<usize> {
        let exact = self.names(kind).position(|known| known == name);
        exact.or_else(|| self.names(kind).position(|known| ascii_case::eq(known, name)))
    }

    /// What authorises the API operation of a name, in any case, where that is known. What is not known here is looked for
    /// in a small [table](operations).
    fn operation(self, name: &str) -> Option<OperationActions> {
        let _ = name;
        None
    }
}

/// The names of all services.
pub trait Catalog: Copy {
    /// A service of the catalog.
    type Service: ServiceNames;

    /// Every service, in order of prefix.
    fn services(self) -> impl Iterator<Item = Self::Service>;

    /// The service of a prefix, in any case.
    fn find_service(self, prefix: &str) -> Option<Self::Service> {
        self.services().find(|service| ascii_case::eq(service.prefix(), prefix))
    }

    /// The action of a full name, in any case: the service, and the position of the name there.
    fn find_action(self, text: &str) -> Option<(Self::Service, usize)> {
        let Parts { prefix, name } = syntax::split(text)?;
        let service = self.find_service(prefix)?;
        Some((service, service.find(NameKind::Action, name)?))
    }
}

/// What an action pattern says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern<'p, S> {
    /// `*`: every action of every service.
    Everything,
    /// One action, by the position of its name.
    One(S, usize),
    /// The actions of one service whose names the text matches.
    Matching(S, &'p str),
}

/// Finds the one thing that a text names.
///
/// A condition key is looked for in the service that its prefix names, and else in all services, in order.
///
/// # Errors
/// When the text is malformed, or names nothing the catalog has.
pub fn name<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> Result<(C::Service, usize), NameError> {
    find(catalog, kind, text).ok_or_else(|| explain(catalog, kind, text))
}

/// Finds the one thing of a service that a text names.
///
/// # Errors
/// As [`name`], and when the text names another service.
pub fn name_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> Result<usize, NameError> {
    find_in(service, kind, text).ok_or_else(|| explain_in(service, kind, text))
}

/// Reads an action pattern.
///
/// Without a wildcard it must name an action. With one it may match nothing: see [`no_match`].
///
/// # Errors
/// When the text is malformed, its service is unknown, or it holds no wildcard and names no action.
pub fn pattern<C: Catalog>(catalog: C, text: &str) -> Result<Pattern<'_, C::Service>, NameError> {
    if text == "*" {
        return Ok(Pattern::Everything);
    }
    if !wildcard::has_wildcard(text) {
        return name(catalog, NameKind::Action, text).map(|(service, position)| Pattern::One(service, position));
    }
    match syntax::parse(text, NameKind::Action, true) {
        Err(kind) => Err(NameError::new(kind, NameKind::Action, text)),
        Ok(Parts { prefix, name }) => match catalog.find_service(prefix) {
            Some(service) => Ok(Pattern::Matching(service, name)),
            None => Err(unknown_service(catalog, NameKind::Action, text, prefix, None)),
        },
    }
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
