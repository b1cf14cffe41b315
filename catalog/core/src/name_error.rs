//! What is wrong with a name, and what was meant.

#![cfg_attr(not(feature = "resolve"), allow(dead_code, reason = "only the module `resolve` makes these errors"))]

mod kind;
mod meant;

use core::fmt;

use crate::{
    authorizing_actions::AuthorizingActions,
    excerpt::{Character, Excerpt},
    name_form::lookalike,
    name_kind::NameKind,
};

pub use kind::NameErrorKind;
use meant::Joined;
pub use meant::Suggestion;
pub(crate) use meant::{Elsewhere, Meant};

/// A name that the catalog does not know, or that is none.
///
/// It says what is wrong and, where something close is known, what may have been meant. It holds the beginning of the
/// text in itself and takes nothing from the heap.
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
}

/// What is known besides, the most helpful thing alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    Nothing,
    /// The service that was found: its own name.
    Service(&'static str),
    /// What may have been meant.
    Meant(Suggestion),
    /// The services that have the name: the parts of an [`Elsewhere`], which take less room than the whole.
    Elsewhere([Option<&'static str>; Elsewhere::SHOWN], u16),
    /// What authorises the API operation of the name.
    Operation(AuthorizingActions),
}

impl NameError {
    /// An error about a text, without a suggestion.
    #[must_use]
    pub fn new(kind: NameErrorKind, of: NameKind, given: &str) -> Self {
        Self { kind, of, given: Excerpt::new(given), hint: Hint::Nothing }
    }

    /// Adds the name of the service that the prefix stands for.
    #[must_use]
    pub(crate) fn in_service(mut self, name: &'static str) -> Self {
        self.hint = Hint::Service(name);
        self
    }

    /// Adds what may have been meant.
    #[must_use]
    pub(crate) fn suggesting(mut self, meant: Option<impl Into<Meant>>) -> Self {
        match meant.map(Into::into) {
            Some(Meant::One(suggestion)) => self.hint = Hint::Meant(suggestion),
            Some(Meant::Elsewhere(Elsewhere { prefixes, more })) => self.hint = Hint::Elsewhere(prefixes, more),
            None => {}
        }
        self
    }

    /// Adds what authorises the operation that was taken for an action.
    #[must_use]
    pub(crate) fn authorized_by(mut self, actions: AuthorizingActions) -> Self {
        self.hint = Hint::Operation(actions);
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> NameErrorKind {
        self.kind
    }

    /// What the text should have named.
    #[must_use]
    pub fn name_kind(&self) -> NameKind {
        self.of
    }

    /// What may have been meant.
    #[must_use]
    pub fn suggestion(&self) -> Option<Suggestion> {
        match self.hint {
            Hint::Meant(suggestion) => Some(suggestion),
            _ => None,
        }
    }

    /// The prefixes of services that have the name, where several do: up to three, those most like the given prefix
    /// first.
    pub fn services(&self) -> impl Iterator<Item = &'static str> {
        let services = match self.hint {
            Hint::Elsewhere(prefixes, _) => prefixes,
            _ => [None; Elsewhere::SHOWN],
        };
        services.into_iter().flatten()
    }

    /// The full names of the actions that authorise the API operation which was taken for an action.
    pub fn operation_actions(&self) -> impl Iterator<Item = &'static str> {
        let actions = match self.hint {
            Hint::Operation(actions) => Some(actions),
            _ => None,
        };
        actions.into_iter().flat_map(AuthorizingActions::iter)
    }
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { of, given, .. } = self;
        match self.kind {
            NameErrorKind::Empty => {
                let (article, example) = (of.with_article(), of.example());
                write!(f, "an empty text where {article} is wanted, as `{example}`")?;
            }
            NameErrorKind::NoColon => {
                write!(f, "`{given}` has no colon")?;
                if matches!(self.hint, Hint::Nothing) {
                    let (article, example) = (of.with_article(), of.example());
                    write!(f, ": {article} is written `service:Name`, as `{example}`")?;
                }
            }
            NameErrorKind::EmptyPrefix => write!(f, "`{given}` has no service prefix in front of its colon")?,
            NameErrorKind::EmptyName => write!(f, "`{given}` names no {of} behind its colon")?,
            NameErrorKind::IllegalCharacter { found, at } => {
                let article = of.with_article();
                write!(f, "`{given}` has {} at byte {at}, which IAM does not allow in {article}", Character(found))?;
                if matches!(found, '[' | ']' | '{' | '}') && self.of == NameKind::Action {
                    f.write_str(" (its wildcards are `*` and `?`)")?;
                }
                if matches!(self.hint, Hint::Nothing)
                    && let Some(meant) = lookalike(found).filter(|meant| *meant != ' ')
                {
                    write!(f, ": did you mean `{meant}`?")?;
                }
            }
            NameErrorKind::WildcardInPrefix => {
                write!(f, "`{given}` has a wildcard in its service prefix, which IAM wants in full")?;
            }
            NameErrorKind::Pattern => write!(f, "`{given}` is a pattern where one {of} is wanted")?,
            NameErrorKind::UnknownService => write!(f, "unknown service prefix in `{given}`")?,
            NameErrorKind::OtherService => write!(f, "`{given}` is of another service")?,
            NameErrorKind::UnknownName => write!(f, "unknown {of} `{given}`")?,
            NameErrorKind::Operation => write!(f, "`{given}` is an API operation")?,
            NameErrorKind::LeftOut => {
                let Hint::Service(service) = self.hint else { return write!(f, "`{given}` cannot be checked") };
                return write!(f, "`{given}` cannot be checked: AWS's page of {service} leaves its actions out");
            }
            NameErrorKind::NoMatch => write!(f, "pattern `{given}` matches no {of}")?,
        }
        match (self.hint, self.kind) {
            (Hint::Meant(suggestion), _) => write!(f, ": did you mean `{suggestion}`?"),
            (Hint::Elsewhere(prefixes, more), _) => write!(f, ": {} of that name", Elsewhere { prefixes, more }),
            (Hint::Operation(actions), _) => write!(f, "; what authorises it is {}", Joined(actions)),
            (Hint::Service(service), NameErrorKind::NoMatch) => write!(f, " of {service}"),
            (Hint::Service(service), NameErrorKind::OtherService) => write!(f, " than {service}"),
            (Hint::Service(service), _) => write!(f, ": {service} has none of that name"),
            (Hint::Nothing, NameErrorKind::UnknownService) => f.write_str(": the catalog has no such service"),
            (Hint::Nothing, _) => Ok(()),
        }
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
        let message = "`SendEmail` has no colon: an action is written `service:Name`, as `ses:SendEmail`";
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn an_error_is_small_enough_to_return() {
        assert!(size_of::<NameError>() < 128, "{}", size_of::<NameError>());
    }
}
