//! From an API operation to the actions that authorize it, and from an action to the actions that it depends on.

use core::{fmt, iter::FusedIterator};

use catalog_core::ascii_case;

use super::all::{Operations, operations};
use crate::{
    facts::{List, ListIter},
    handles::{AnyAction, AnyOperation, AuthorizedAction, Service, ServiceOperations},
};

/// The handle that a full name of the reference stands for, or the name itself where the catalog has no such action:
/// pages name actions that no page lists.
#[inline]
fn handle(name: &'static str) -> Result<AnyAction, &'static str> {
    name.split_once(':').and_then(|(prefix, name)| Service::find(prefix)?.action(name)).ok_or(name)
}

/// Whether a full name is that of an action.
#[inline]
fn names(full: &str, action: AnyAction) -> bool {
    full.split_once(':').is_some_and(|(prefix, name)| {
        ascii_case::eq(name, action.name()) && ascii_case::eq(prefix, action.service().prefix())
    })
}

impl AuthorizedAction {
    /// The handle of the action; `None` where the catalog has no action of that [name](Self::action).
    #[must_use]
    #[inline]
    pub fn any(self) -> Option<AnyAction> {
        handle(self.action()).ok()
    }
}

impl AnyOperation {
    /// The actions that authorise the operation, as handles. One that the catalog does not have is its full name, so
    /// that nothing is lost; `flatten` leaves those out.
    ///
    /// ```
    /// use catalog::{Service, action};
    ///
    /// let create = Service::find("lambda").unwrap().operation("CreateFunction").unwrap();
    /// assert!(create.actions().flatten().any(|needed| needed == action!("iam:PassRole").any()));
    /// ```
    #[must_use]
    #[inline]
    pub fn actions(self) -> OperationActions {
        OperationActions(self.authorized_by().iter())
    }
}

/// The actions that authorise an operation: what [`AnyOperation::actions`] gives.
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
    /// The API operations, of any service, that the action authorises, alone or with others. The pages list few
    /// operations: see [`Service::operations`].
    ///
    /// ```
    /// use catalog::action;
    ///
    /// let pass_role = action!("iam:PassRole").any();
    /// assert!(pass_role.operations().any(|operation| operation.service().prefix() == "lambda"));
    /// ```
    #[must_use]
    #[inline]
    pub fn operations(self) -> ActionOperations {
        ActionOperations { operations: operations(), action: self }
    }

    /// The actions that a caller needs besides this one, as handles. `None` means that the reference does not state them.
    ///
    /// The reference states them in two ways. Where it has the column "Dependent actions", they are those of
    /// [`dependent_actions`](Self::dependent_actions). Else they are the actions that authorise the service's API
    /// operation of the same name, but for this one. One that the catalog does not have is its full name, so that
    /// nothing is lost; `flatten` leaves those out.
    ///
    /// ```
    /// use catalog::action;
    ///
    /// let create = action!("lambda:CreateFunction").any();
    /// let mut needed = create.needs().unwrap().flatten();
    /// assert!(needed.any(|needed| needed == action!("iam:PassRole").any()));
    /// ```
    #[must_use]
    #[inline]
    pub fn needs(self) -> Option<Needs> {
        if let Some(names) = self.dependent_actions() {
            return Some(Needs(DependencySource::Column(names.iter())));
        }
        let mut operations = self.service().operations();
        let first = operations.find(|operation| ascii_case::eq(operation.name(), self.name()))?;
        Some(Needs(DependencySource::Operations {
            action: self,
            current: first,
            list: first.authorized_by(),
            next: 0,
            operations,
        }))
    }
}

/// The operations that an action authorises: what [`AnyAction::operations`] gives.
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

/// The actions that an action needs besides: what [`AnyAction::needs`] gives.
#[derive(Clone)]
pub struct Needs(DependencySource);

#[derive(Clone)]
enum DependencySource {
    /// The column "Dependent actions".
    Column(ListIter<&'static str>),
    /// The operations of the action's name. Two SDK clients may each have one; what both need comes once.
    Operations {
        action: AnyAction,
        current: AnyOperation,
        list: List<AuthorizedAction>,
        next: usize,
        operations: ServiceOperations,
    },
}

impl Iterator for Needs {
    type Item = Result<AnyAction, &'static str>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            DependencySource::Column(names) => names.next().map(handle),
            DependencySource::Operations { action, current, list, next, operations } => loop {
                let Some(needed) = list.get(*next) else {
                    *current = operations.find(|operation| ascii_case::eq(operation.name(), action.name()))?;
                    (*list, *next) = (current.authorized_by(), 0);
                    continue;
                };
                *next += 1;
                let full = needed.action();
                let position = *next - 1;
                let repeated = list.iter().take(position).any(|earlier| earlier.action() == full)
                    || earlier_operations(*current)
                        .any(|earlier| earlier.authorized_by().iter().any(|before| before.action() == full));
                if !repeated && !names(full, *action) {
                    return Some(handle(full));
                }
            },
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            DependencySource::Column(names) => names.size_hint(),
            DependencySource::Operations { .. } => (0, None),
        }
    }
}

/// The operations of the same service and name in front of one.
#[inline]
fn earlier_operations(current: AnyOperation) -> impl Iterator<Item = AnyOperation> {
    let earlier = current.service().operations().take_while(move |operation| *operation != current);
    earlier.filter(move |operation| ascii_case::eq(operation.name(), current.name()))
}

impl FusedIterator for Needs {}

impl fmt::Debug for Needs {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
