//! Action patterns: from `ses:Get*` to the actions it stands for.

use core::{fmt, iter::FusedIterator};

use catalog_core::{
    NameError,
    resolve::{self, Pattern},
    wildcard,
};

use crate::{
    AnyAction, Service,
    iterators::{Actions, Services, services},
    service::All,
};

/// The actions that a pattern stands for, in catalogue order.
///
/// `*` stands for any characters or none and `?` for exactly one, in any case; nothing else is special. The service
/// prefix must be written in full, as IAM demands; `*` alone stands for every action of every service. A pattern with
/// a wildcard may match nothing, which is an empty iterator: it may match something tomorrow.
///
/// Nothing is taken from the heap: each step looks for the next match.
///
/// ```
/// let gets: Vec<_> = catalog::expand("ses:GetSend*")?.map(|action| action.to_string()).collect();
/// assert_eq!(gets, ["ses:GetSendQuota", "ses:GetSendStatistics"]);
/// # Ok::<_, catalog::NameError>(())
/// ```
///
/// # Errors
/// When the pattern is malformed, when its service is unknown, and when it holds no wildcard and names no action.
pub fn expand(pattern: &str) -> Result<Expand<'_>, NameError> {
    Ok(Expand(match resolve::pattern(All, pattern)? {
        Pattern::Everything => Steps::everything(),
        Pattern::One(service, position) => {
            Steps::One(u16::try_from(position).ok().and_then(|position| service.action_at(position)))
        }
        Pattern::Matching(service, name) => Steps::Matching { name, actions: service.actions() },
    }))
}

/// The actions that a pattern stands for: what [`expand`] gives.
#[derive(Clone)]
pub struct Expand<'p>(Steps<'p>);

#[derive(Clone)]
enum Steps<'p> {
    /// The services that are begun from neither end, and the two that are.
    Everything {
        front: Option<Actions>,
        between: Services,
        back: Option<Actions>,
    },
    Matching {
        name: &'p str,
        actions: Actions,
    },
    One(Option<AnyAction>),
}

impl Steps<'_> {
    fn everything() -> Self {
        Self::Everything { front: None, between: services(), back: None }
    }
}

impl Iterator for Expand<'_> {
    type Item = AnyAction;

    fn next(&mut self) -> Option<AnyAction> {
        match &mut self.0 {
            Steps::Everything { front, between, back } => loop {
                if let Some(action) = front.as_mut().and_then(Iterator::next) {
                    return Some(action);
                }
                match between.next() {
                    Some(service) => *front = Some(service.actions()),
                    None => return back.as_mut().and_then(Iterator::next),
                }
            },
            Steps::Matching { name, actions } => actions.find(|action| wildcard::matches(name, action.name())),
            Steps::One(action) => action.take(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            Steps::Everything { front, between, back } => {
                let ends: usize = [front, back].into_iter().flatten().map(Actions::len).sum();
                let left = ends + between.clone().map(|service: Service| service.actions().len()).sum::<usize>();
                (left, Some(left))
            }
            Steps::Matching { actions, .. } => (0, actions.size_hint().1),
            Steps::One(action) => (usize::from(action.is_some()), Some(usize::from(action.is_some()))),
        }
    }

    fn fold<B, F: FnMut(B, AnyAction) -> B>(self, init: B, mut step: F) -> B {
        match self.0 {
            Steps::Everything { front, between, back } => {
                let between = between.map(Service::actions);
                front.into_iter().chain(between).chain(back).flatten().fold(init, step)
            }
            Steps::Matching { name, actions } => {
                actions.filter(|action| wildcard::matches(name, action.name())).fold(init, step)
            }
            Steps::One(action) => match action {
                Some(action) => step(init, action),
                None => init,
            },
        }
    }
}

impl DoubleEndedIterator for Expand<'_> {
    fn next_back(&mut self) -> Option<AnyAction> {
        match &mut self.0 {
            Steps::Everything { front, between, back } => loop {
                if let Some(action) = back.as_mut().and_then(DoubleEndedIterator::next_back) {
                    return Some(action);
                }
                match between.next_back() {
                    Some(service) => *back = Some(service.actions()),
                    None => return front.as_mut().and_then(DoubleEndedIterator::next_back),
                }
            },
            Steps::Matching { name, actions } => actions.rfind(|action| wildcard::matches(name, action.name())),
            Steps::One(action) => action.take(),
        }
    }
}

impl FusedIterator for Expand<'_> {}

impl fmt::Debug for Expand<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
