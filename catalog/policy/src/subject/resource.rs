//! A resource and actions that do not fit each other.

use crate::document::Text;

/// A resource or an action of a statement that does not fit the rest.
pub(crate) struct ResourceMisfit<'l, 't, R> {
    /// The resource or the action.
    pub(crate) text: Text<'t>,
    /// The misfit.
    pub(crate) misfit: Misfit,
    /// The resource types that would fit.
    pub(crate) types: &'l [R],
    /// A resource of the statement, for comparison with the types.
    pub(crate) given: &'t str,
}

/// The ways in which resources and actions can fail to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// The resource is of no type that the actions take.
    Resource,
    /// The action takes no resource, and the statement names some.
    ActionTakesNone,
    /// The action takes none of the statement's resources.
    Action,
}
