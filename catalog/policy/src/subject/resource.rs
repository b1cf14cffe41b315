//! A resource and actions that do not fit together.

use crate::document::Text;

/// A resource that no action accepts, or an action that accepts none of the resources.
pub(crate) struct ResourceMisfit<'l, 't, R> {
    /// The resource or the action.
    pub(crate) text: Text<'t>,
    /// The reason why it does not fit.
    pub(crate) misfit: Misfit,
    /// The resource types that would fit.
    pub(crate) types: &'l [R],
    /// A resource of the statement. Messages show the types that are most similar to it.
    pub(crate) given: &'t str,
}

/// The reason why resources and actions do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// None of the statement's actions accepts the resource.
    Resource {
        /// The format of the resource, if it has the literals of a format that is longer than the expected ones.
        claimed_by: Option<&'static str>,
    },
    /// The action accepts no resources, but the statement names some. Other actions of the statement accept resources.
    ActionTakesNone,
    /// None of the statement's actions accepts resources, but the statement names some.
    NoActionTakesAny,
    /// The action accepts none of the statement's resources.
    Action,
}
