//! Checked action patterns, such as the elements of a policy's `Action`.

use core::fmt;

use catalog_core::{
    NameError, ascii_case,
    resolve::{self, Pattern},
    shrink::StarredPattern,
    syntax::{self, Parts},
    wildcard,
};

use crate::{
    handles::{AnyAction, Service, display},
    lookup::AllServices,
};

/// An action or a pattern of actions as a policy spells it, such as `*`, `ses:Get*` or `ses:SendEmail`.
///
/// A pattern is `Copy`, and its `Display` writes the pattern, with `*` for the patterns that match everything.
/// [`new`](Self::new) checks a string, and [`ActionSet::shrink`] returns patterns of a set.
///
/// ```
/// use catalog::{ActionPattern, action};
///
/// let pattern = ActionPattern::new("SES:send*")?;
/// assert!(pattern.matches(action!("ses:SendEmail").any()));
/// assert_eq!(pattern.to_string(), "ses:send*");
/// assert!(pattern.expand().all(|action| action.name().starts_with("Send")));
/// # Ok::<_, catalog::NameError>(())
/// ```
///
/// [`ActionSet::shrink`]: crate::ActionSet::shrink
#[derive(Clone, Copy)]
pub struct ActionPattern<'p>(PatternForm<'p>);

#[derive(Clone, Copy)]
pub(super) enum PatternForm<'p> {
    Everything,
    One(AnyAction),
    /// A service, and a pattern for the names of its actions.
    Matching(Service, NamePattern<'p>),
}

/// The part of a pattern after the colon.
#[derive(Clone, Copy)]
pub(super) enum NamePattern<'p> {
    /// A pattern that the caller wrote.
    Written(&'p str),
    /// A pattern that [`ActionSet::shrink`](crate::ActionSet::shrink) returned.
    Made(StarredPattern<'static>),
}

impl NamePattern<'_> {
    #[inline]
    pub(super) fn matches(self, name: &str) -> bool {
        match self {
            Self::Written(pattern) => wildcard::matches(pattern, name),
            Self::Made(pattern) => pattern.matches(name),
        }
    }
}

impl<'p> ActionPattern<'p> {
    /// The pattern `*`, which matches every action of every service. `**` and `*:*` have the same meaning.
    pub const EVERYTHING: Self = Self(PatternForm::Everything);

    /// Checks a pattern by the rules of [`expand`](crate::expand): the service must exist, and a pattern without a
    /// wildcard must be the name of an action.
    ///
    /// # Errors
    /// Returns an error if the pattern is malformed, its service is unknown, or it has no wildcard and its action is
    /// unknown.
    #[inline]
    pub fn new(text: &'p str) -> Result<Self, NameError> {
        Ok(Self(match resolve::pattern(AllServices, text)? {
            Pattern::Everything => PatternForm::Everything,
            Pattern::One(service, position) => {
                // A table holds no more entries than a `u16` can count.
                PatternForm::One(AnyAction::__new(service, u16::try_from(position).unwrap_or(u16::MAX)))
            }
            Pattern::Matching(service, name) => PatternForm::Matching(service, NamePattern::Written(name)),
        }))
    }

    #[inline]
    pub(crate) const fn from_starred(service: Service, pattern: StarredPattern<'static>) -> Self {
        Self(PatternForm::Matching(service, NamePattern::Made(pattern)))
    }

    #[inline]
    pub(crate) const fn from_action(action: AnyAction) -> Self {
        Self(PatternForm::One(action))
    }

    #[inline]
    pub(super) const fn form(self) -> PatternForm<'p> {
        self.0
    }

    /// Returns the service, or `None` if the pattern matches every action of every service.
    #[must_use]
    #[inline]
    pub const fn service(self) -> Option<Service> {
        match self.0 {
            PatternForm::Everything => None,
            PatternForm::One(action) => Some(action.service()),
            PatternForm::Matching(service, _) => Some(service),
        }
    }

    /// Returns true if the pattern matches an action.
    #[must_use]
    #[inline]
    pub fn matches(self, action: AnyAction) -> bool {
        match self.0 {
            PatternForm::Everything => true,
            PatternForm::One(one) => one == action,
            PatternForm::Matching(service, name) => service == action.service() && name.matches(action.name()),
        }
    }
}

impl From<AnyAction> for ActionPattern<'static> {
    #[inline]
    fn from(action: AnyAction) -> Self {
        Self::from_action(action)
    }
}

impl<'p> TryFrom<&'p str> for ActionPattern<'p> {
    type Error = NameError;

    #[inline]
    fn try_from(text: &'p str) -> Result<Self, NameError> {
        Self::new(text)
    }
}

/// Writes the pattern as a policy spells it, with the service prefix in AWS's case, such as `ses:Get*`.
impl fmt::Display for ActionPattern<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            PatternForm::Everything => f.pad("*"),
            PatternForm::One(action) => action.fmt(f),
            PatternForm::Matching(service, NamePattern::Written(name)) => display::pair(f, service.prefix(), name),
            PatternForm::Matching(service, NamePattern::Made(pattern)) => {
                let [beginning, star, middle, other_star, end] = pattern.parts();
                display::parts(f, &[service.prefix(), ":", beginning, star, middle, other_star, end])
            }
        }
    }
}

impl fmt::Debug for ActionPattern<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ActionPattern({self})")
    }
}

/// Returns true if a pattern matches an action. The caller has checked the pattern before. The function is fast enough
/// to try many patterns without storing them in parsed form.
#[inline]
pub(super) fn checked_text_matches(text: &str, action: AnyAction) -> bool {
    if wildcard::is_everything(text) {
        return true;
    }
    let Some(Parts { prefix, name }) = syntax::split(text) else { return false };
    if !ascii_case::eq(prefix, action.service().prefix()) {
        return false;
    }
    if wildcard::has_wildcard(name) {
        return wildcard::matches(name, action.name());
    }
    // Names of a service can differ only in case. Look the name up, because lookup prefers the one with exactly this
    // spelling.
    ascii_case::eq(name, action.name()) && action.service().action(name) == Some(action)
}
