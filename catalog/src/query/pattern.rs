//! Action patterns that have been checked: what a policy's `Action` holds, as a small value.

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

/// An action or a pattern of actions, as a policy writes it: `*`, `ses:Get*`, `ses:SendEmail`.
///
/// It is `Copy` and displays as what to write. [`new`](Self::new) checks a text, [`ActionSet::shrink`] makes some.
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
    /// A service, and the pattern of its actions' names.
    Matching(Service, NamePattern<'p>),
}

/// The part of a pattern behind the colon.
#[derive(Clone, Copy)]
pub(super) enum NamePattern<'p> {
    /// As somebody wrote it.
    Written(&'p str),
    /// As `shrink` made it.
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
    /// `*`: every action of every service.
    pub const EVERYTHING: Self = Self(PatternForm::Everything);

    /// Checks a text, as [`expand`](crate::expand) does: the service must be one, and a text without a wildcard must name
    /// an action.
    ///
    /// # Errors
    /// When the pattern is malformed, when its service is unknown, and when it holds no wildcard and names no action.
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

    /// The service; `None` where the pattern stands for every action of every service.
    #[must_use]
    #[inline]
    pub const fn service(self) -> Option<Service> {
        match self.0 {
            PatternForm::Everything => None,
            PatternForm::One(action) => Some(action.service()),
            PatternForm::Matching(service, _) => Some(service),
        }
    }

    /// Whether the pattern stands for this action.
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

/// As a policy writes it, the service prefix in AWS's case: `ses:Get*`.
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

/// Whether a text that was checked before stands for an action. It is quick to tell, so that many patterns can be tried
/// without a place to keep them.
#[inline]
pub(super) fn checked_text_matches(text: &str, action: AnyAction) -> bool {
    if text == "*" {
        return true;
    }
    let Some(Parts { prefix, name }) = syntax::split(text) else { return false };
    if !ascii_case::eq(prefix, action.service().prefix()) {
        return false;
    }
    if wildcard::has_wildcard(name) {
        return wildcard::matches(name, action.name());
    }
    // As lookup does it: names that differ in case only are told apart by their case.
    ascii_case::eq(name, action.name()) && action.service().action(name) == Some(action)
}
