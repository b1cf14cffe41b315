//! The subjects of the choices between branches and items.

use crate::json::Value;

/// The question that a choice decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject<'t> {
    /// Whether a condition of the template is true.
    Condition(usize),
    /// Whether a condition that the template does not declare is true.
    Undeclared(&'t str),
    /// Whether the condition of the call at this address is true.
    Call(usize),
    /// The item of a loop around the value.
    Item(usize),
}

/// The number of the branch of `Fn::If` for a true condition. It is the first branch.
pub(super) const WHEN_TRUE: usize = 0;

/// The number of the branch of `Fn::If` for a false condition.
pub(super) const WHEN_FALSE: usize = 1;

/// Returns the address of a value, which identifies it.
pub(super) fn address<'t>(value: &'t Value<'t>) -> usize {
    core::ptr::from_ref(value).addr()
}
