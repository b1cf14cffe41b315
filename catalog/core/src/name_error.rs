//! The error about a name, with a suggestion if the catalog has a similar name.

#![cfg_attr(not(feature = "resolve"), allow(dead_code, reason = "only the module `resolve` makes these errors"))]

mod kind;
mod meant;
mod message;
mod retired;

use crate::{authorizing_actions::AuthorizingActions, edition::Edition, excerpt::Excerpt, name_kind::NameKind};

pub use kind::NameErrorKind;
pub use meant::Suggestion;
pub(crate) use meant::{Elsewhere, Meant};
pub(crate) use retired::Retired;

/// The error about a name that is unknown or not valid.
///
/// The error states the mistake and, if a similar name is known, suggests that name. The error contains the beginning
/// of the given string and does not allocate.
///
/// ```
/// use catalog::{AnyAction, NameErrorKind};
///
/// let error = "SendEmail".parse::<AnyAction>().unwrap_err();
/// assert_eq!(error.kind(), NameErrorKind::NoColon);
/// assert_eq!(error.to_string(), "`SendEmail` has no colon: did you mean `ses:SendEmail`?");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameError {
    kind: NameErrorKind,
    of: NameKind,
    given: Excerpt,
    hint: Hint,
    is_clear: bool,
}

/// The fact that a message adds to the error, such as a suggestion. An error has at most one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    Nothing,
    /// AWS's name for the service that was found.
    Service(&'static str),
    /// The suggested name.
    Meant(Suggestion),
    /// The services that have the name.
    Elsewhere(Elsewhere),
    /// The prefix of the service that was found, whose actions are HTTP methods.
    Methods(&'static str),
    /// The actions that authorize the API operation with this name.
    Operation(AuthorizingActions),
    /// The name that AWS's reference no longer lists, and the last month that listed it.
    Retired(Retired, Edition),
}

impl NameError {
    /// Creates an error about a string, without a suggestion.
    #[must_use]
    pub fn new(kind: NameErrorKind, of: NameKind, given: &str) -> Self {
        Self { kind, of, given: Excerpt::new(given), hint: Hint::Nothing, is_clear: false }
    }

    /// Returns the error about a string with unknown parts. The error was found with a `*` for each of these parts, and
    /// the message shows the string as the source writes it.
    #[must_use]
    pub fn with_unknown_parts(mut self, given: &str) -> Self {
        if let NameErrorKind::IllegalCharacter { found, at } = &mut self.kind {
            *at = given.find(*found).and_then(|at| u32::try_from(at).ok()).unwrap_or(*at);
        }
        if let Hint::Meant(suggestion) = &mut self.hint {
            *suggestion = suggestion.with_unknown_end();
        }
        self.given = Excerpt::new(given);
        self
    }

    /// Adds AWS's name for the service that the prefix belongs to.
    #[must_use]
    pub(crate) fn in_service(mut self, name: &'static str) -> Self {
        self.hint = Hint::Service(name);
        self
    }

    /// Adds a suggestion.
    #[must_use]
    pub(crate) fn suggesting(mut self, meant: Option<impl Into<Meant>>) -> Self {
        match meant.map(Into::into) {
            Some(Meant::One(suggestion)) => self.hint = Hint::Meant(suggestion),
            Some(Meant::Elsewhere(elsewhere)) => self.hint = Hint::Elsewhere(elsewhere),
            None => {}
        }
        self
    }

    /// Adds the prefix of the service that was found, whose actions are HTTP methods.
    #[must_use]
    pub(crate) fn with_methods(mut self, prefix: &'static str) -> Self {
        self.hint = Hint::Methods(prefix);
        self
    }

    /// States whether the name is certainly a mistake.
    #[must_use]
    pub(crate) fn clear(mut self, is_clear: bool) -> Self {
        self.is_clear = is_clear;
        self
    }

    /// Adds the actions that authorize the API operation that was mistaken for an action.
    #[must_use]
    pub(crate) fn authorized_by(mut self, actions: AuthorizingActions) -> Self {
        self.hint = Hint::Operation(actions);
        self
    }

    /// Adds the name that AWS's reference no longer lists, and the last month that listed it.
    #[must_use]
    pub(crate) fn retired(mut self, retired: Retired, last_listed: Edition) -> Self {
        self.hint = Hint::Retired(retired, last_listed);
        self
    }

    /// Returns the reason for the error.
    #[must_use]
    pub fn kind(&self) -> NameErrorKind {
        self.kind
    }

    /// Returns the kind of name that was expected.
    #[must_use]
    pub fn name_kind(&self) -> NameKind {
        self.of
    }

    /// Returns true if the name is certainly a mistake. Otherwise, AWS's reference may only lack the name.
    ///
    /// A clear mistake is a misspelling of the suggestion, or differs from it by a similar verb or by another name of the
    /// service. An API operation is also a clear mistake. The result of parsing the enum of one service, such as
    /// `ses::Action`, does not state other clear mistakes, so that programs stay small.
    ///
    /// ```
    /// use catalog::AnyAction;
    ///
    /// let is_mistake = |name: &str| name.parse::<AnyAction>().unwrap_err().is_clear_mistake();
    /// assert!(is_mistake("ses:SendEmails"));
    /// assert!(is_mistake("sesv2:SendEmail"));
    /// assert!(!is_mistake("ses:Frobnicate"));
    /// ```
    #[must_use]
    pub fn is_clear_mistake(&self) -> bool {
        self.is_clear || self.kind == NameErrorKind::Operation
    }

    /// Returns the suggested name, if there is one.
    #[must_use]
    pub fn suggestion(&self) -> Option<Suggestion> {
        match self.hint {
            Hint::Meant(suggestion) => Some(suggestion),
            _ => None,
        }
    }

    /// Returns the prefixes of the services that may be intended and have the name, if there are two or three. The
    /// prefixes that are most similar to the given one come first.
    pub fn services(&self) -> impl Iterator<Item = &'static str> {
        let services = match self.hint {
            Hint::Elsewhere(Elsewhere { prefixes }) => prefixes,
            _ => [None; Elsewhere::MOST],
        };
        services.into_iter().flatten()
    }

    /// Returns the last month in which AWS's reference listed the name or its service, if it no longer does.
    ///
    /// ```
    /// use catalog::{AnyAction, Edition, NameErrorKind};
    ///
    /// let error = "evidently:CreateProject".parse::<AnyAction>().unwrap_err();
    /// assert_eq!((error.kind(), error.last_listed()), (NameErrorKind::Retired, Edition::new(2026, 8)));
    /// assert_eq!(error.to_string(), "AWS's reference last listed `evidently:CreateProject` in 2026-08");
    /// ```
    #[must_use]
    pub fn last_listed(&self) -> Option<Edition> {
        match self.hint {
            Hint::Retired(_, last_listed) => Some(last_listed),
            _ => None,
        }
    }

    /// Returns the prefix of a retired service if [`last_listed`](Self::last_listed) is the month of the service, not
    /// of the name. This is the case for a pattern, and for a name whose last month is not known.
    #[must_use]
    pub fn retired_service(&self) -> Option<&'static str> {
        match self.hint {
            Hint::Retired(retired, _) => retired.service(),
            _ => None,
        }
    }

    /// Returns the full names of the actions that authorize the API operation that was mistaken for an action.
    pub fn operation_actions(&self) -> impl Iterator<Item = &'static str> {
        let actions = match self.hint {
            Hint::Operation(actions) => Some(actions),
            _ => None,
        };
        actions.into_iter().flat_map(AuthorizingActions::iter)
    }
}

impl core::error::Error for NameError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn an_error_without_a_hint_shows_how_such_a_name_is_written() {
        let error = NameError::new(NameErrorKind::NoColon, NameKind::Action, "SendEmail");
        let message = "`SendEmail` has no colon: expected an action such as `ses:SendEmail`";
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn an_error_is_small_enough_to_return() {
        assert!(size_of::<NameError>() < 128, "{}", size_of::<NameError>());
    }
}
