//! The actions that authorize an API operation, and the further actions that a caller of an action needs.

use core::{fmt, iter::FusedIterator};

use catalog_core::ascii_case;

use super::all::{Operations, operations};
use crate::{
    facts::ListIter,
    handles::{AnyAction, AnyOperation, AuthorizedAction, Service},
};

/// Returns the handle of an action by its full name. If the catalog has no such action, returns the name, because AWS's
/// pages refer to actions that no page lists.
#[inline]
fn handle(name: &'static str) -> Result<AnyAction, &'static str> {
    name.split_once(':').and_then(|(prefix, name)| Service::find(prefix)?.action(name)).ok_or(name)
}

/// Returns true if a full name is the name of an action.
#[inline]
fn names(full: &str, action: AnyAction) -> bool {
    full.split_once(':').is_some_and(|(prefix, name)| {
        ascii_case::eq(name, action.name()) && ascii_case::eq(prefix, action.service().prefix())
    })
}

impl AuthorizedAction {
    /// Returns the handle of the action, or `None` if the catalog has no action of that [name](Self::action).
    #[must_use]
    #[inline]
    pub fn any(self) -> Option<AnyAction> {
        handle(self.action()).ok()
    }
}

impl AnyOperation {
    /// Returns the actions that authorize the operation, as handles. If the catalog does not have an action, the item
    /// is an `Err` with its full name. Call `flatten` to skip those actions.
    ///
    /// ```
    /// use catalog::{Service, action};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let dsql = Service::find("dsql").ok_or("unknown service")?;
    /// let create = dsql.operation("CreateCluster").ok_or("unknown operation")?;
    /// assert!(create.actions().flatten().any(|needed| needed == action!("dsql:CreateCluster").any()));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[inline]
    pub fn actions(self) -> OperationActions {
        OperationActions(self.authorized_by().iter())
    }
}

/// The actions that authorize an operation, returned by [`AnyOperation::actions`].
#[derive(Clone, Debug)]
pub struct OperationActions(ListIter<AuthorizedAction>);

impl Iterator for OperationActions {
    type Item = Result<AnyAction, &'static str>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|needed| handle(needed.action()))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for OperationActions {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|needed| handle(needed.action()))
    }
}

impl ExactSizeIterator for OperationActions {}
impl FusedIterator for OperationActions {}

impl AnyAction {
    /// Returns the API operations, of any service, that the action authorizes by itself or together with others. AWS's
    /// pages list few operations: see [`Service::operations`].
    ///
    /// ```
    /// use catalog::action;
    ///
    /// let create = action!("dsql:CreateCluster").any();
    /// assert!(create.operations().any(|operation| operation.name() == "CreateCluster"));
    /// ```
    #[must_use]
    #[inline]
    pub fn operations(self) -> ActionOperations {
        ActionOperations { operations: operations(), action: self }
    }

    /// Returns the actions that a caller needs in addition to this one, as handles. `None` means that the reference
    /// does not state them.
    ///
    /// The items are the [`dependent_actions`](Self::dependent_actions). If the catalog does not have an action, the
    /// item is an `Err` with its full name. Call `flatten` to skip those actions.
    ///
    /// ```
    /// mod mailer {
    ///     use catalog::define::{actions, condition_keys, resource_types};
    ///
    ///     #[actions(service = "mailer")]
    ///     pub enum Action {
    ///         #[row(dependent_actions("iam:PassRole"))]
    ///         CreateMailbox,
    ///         ReadLetter,
    ///     }
    ///     #[resource_types(service = "mailer")]
    ///     pub enum ResourceType {}
    ///     #[condition_keys(service = "mailer")]
    ///     pub enum ConditionKey {}
    /// }
    /// use catalog::action;
    ///
    /// let needed = mailer::Action::CreateMailbox.any().needs();
    /// assert_eq!(needed.map(Iterator::collect), Some(vec![Ok(action!("iam:PassRole").any())]));
    /// assert!(mailer::Action::ReadLetter.any().needs().is_none()); // `None` means "not stated"
    /// ```
    #[must_use]
    #[inline]
    pub fn needs(self) -> Option<Needs> {
        self.dependent_actions().map(|names| Needs(names.iter()))
    }
}

/// The operations that an action authorizes, returned by [`AnyAction::operations`].
#[derive(Clone)]
pub struct ActionOperations {
    operations: Operations,
    action: AnyAction,
}

#[inline]
fn authorizes(action: AnyAction, operation: AnyOperation) -> bool {
    operation.authorized_by().iter().any(|needed| names(needed.action(), action))
}

impl Iterator for ActionOperations {
    type Item = AnyOperation;

    #[inline]
    fn next(&mut self) -> Option<AnyOperation> {
        let action = self.action;
        self.operations.find(|operation| authorizes(action, *operation))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.operations.size_hint().1)
    }
}

impl DoubleEndedIterator for ActionOperations {
    #[inline]
    fn next_back(&mut self) -> Option<AnyOperation> {
        let action = self.action;
        self.operations.rfind(|operation| authorizes(action, *operation))
    }
}

impl FusedIterator for ActionOperations {}

impl fmt::Debug for ActionOperations {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// The further actions that a caller of an action needs, returned by [`AnyAction::needs`].
#[derive(Clone)]
pub struct Needs(ListIter<&'static str>);

impl Iterator for Needs {
    type Item = Result<AnyAction, &'static str>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(handle)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Needs {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(handle)
    }
}

impl ExactSizeIterator for Needs {}
impl FusedIterator for Needs {}

impl fmt::Debug for Needs {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
