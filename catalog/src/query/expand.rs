//! The expansion of an action pattern, such as `ses:Get*`, to the actions that it matches.

use core::{fmt, iter::FusedIterator, option};

use catalog_core::NameError;

use super::{
    all::{Actions, actions},
    pattern::{ActionPattern, NamePattern, PatternForm},
};
use crate::handles::{AnyAction, ServiceActions};

/// Returns the actions that a pattern matches, in catalog order.
///
/// In a pattern, `*` matches any number of characters and `?` matches exactly one. Matching ignores case, and no other
/// character is special. The service prefix must be written in full, as IAM requires. The pattern `*` matches every
/// action of every service, and so do `**` and `*:*`. If a pattern with a wildcard matches nothing, the iterator is
/// empty. That is not an error, because the pattern may match an action of a later catalog.
///
/// The iterator does not allocate: each step searches for the next match.
///
/// ```
/// use catalog::expand;
///
/// let gets: Vec<_> = expand("ses:GetSend*")?.map(|action| action.to_string()).collect();
/// assert_eq!(gets, ["ses:GetSendQuota", "ses:GetSendStatistics"]);
/// # Ok::<_, catalog::NameError>(())
/// ```
///
/// # Errors
/// Returns an error if the pattern is malformed, its service is unknown, or it has no wildcard and its action is
/// unknown.
#[inline]
pub fn expand(pattern: &str) -> Result<Expand<'_>, NameError> {
    ActionPattern::new(pattern).map(ActionPattern::expand)
}

/// The actions that a pattern matches, returned by [`expand`] and [`ActionPattern::expand`].
#[derive(Clone)]
pub struct Expand<'p>(Steps<'p>);

#[derive(Clone)]
enum Steps<'p> {
    Everything(Actions),
    Matching(NamePattern<'p>, ServiceActions),
    One(option::IntoIter<AnyAction>),
}

impl<'p> ActionPattern<'p> {
    /// Returns the actions that the pattern matches, in catalog order.
    #[must_use]
    #[inline]
    pub fn expand(self) -> Expand<'p> {
        Expand(match self.form() {
            PatternForm::Everything => Steps::Everything(actions()),
            PatternForm::One(action) => Steps::One(Some(action).into_iter()),
            PatternForm::Matching(service, name) => Steps::Matching(name, service.actions()),
        })
    }
}

impl Iterator for Expand<'_> {
    type Item = AnyAction;

    #[inline]
    fn next(&mut self) -> Option<AnyAction> {
        match &mut self.0 {
            Steps::Everything(actions) => actions.next(),
            Steps::Matching(name, actions) => actions.find(|action| name.matches(action.name())),
            Steps::One(action) => action.next(),
        }
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<AnyAction> {
        match &mut self.0 {
            Steps::Everything(actions) => actions.nth(n),
            Steps::Matching(name, actions) => actions.filter(|action| name.matches(action.name())).nth(n),
            Steps::One(action) => action.nth(n),
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            Steps::Everything(actions) => actions.size_hint(),
            Steps::Matching(_, actions) => (0, actions.size_hint().1),
            Steps::One(action) => action.size_hint(),
        }
    }

    #[inline]
    fn count(self) -> usize {
        match self.0 {
            Steps::Everything(actions) => actions.count(),
            steps => Self(steps).fold(0, |count, _| count + 1),
        }
    }

    #[inline]
    fn fold<B, F: FnMut(B, AnyAction) -> B>(self, init: B, step: F) -> B {
        match self.0 {
            Steps::Everything(actions) => actions.fold(init, step),
            Steps::Matching(name, actions) => actions.filter(|action| name.matches(action.name())).fold(init, step),
            Steps::One(action) => action.fold(init, step),
        }
    }
}

impl DoubleEndedIterator for Expand<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<AnyAction> {
        match &mut self.0 {
            Steps::Everything(actions) => actions.next_back(),
            Steps::Matching(name, actions) => actions.rfind(|action| name.matches(action.name())),
            Steps::One(action) => action.next_back(),
        }
    }
}

impl FusedIterator for Expand<'_> {}

impl fmt::Debug for Expand<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
