//! A policy variable that has no effect.

use crate::{document::Text, variable::VariableError};

/// A string with a policy variable that has no effect.
pub(crate) struct WrongVariable<'t> {
    /// The string.
    pub(crate) text: Text<'t>,
    /// The fault.
    pub(crate) fault: VariableFault<'t>,
}

/// The reasons why a policy variable has no effect.
#[derive(Clone, Copy, Debug)]
pub(crate) enum VariableFault<'t> {
    /// The version of the policy has no variables.
    OldVersion,
    /// A `${` does not begin a variable.
    Malformed(VariableError),
    /// The name has no prefix, so that it is not a condition key.
    NoPrefix(&'t str),
    /// The condition key is not known.
    UnknownKey(&'t str),
}
