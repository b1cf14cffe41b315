//! A policy variable that has no effect.

use crate::{document::Text, variable::VariableError};

/// Returns true if a known part of a string begins a policy variable.
pub(crate) fn has_variable_mark(text: Text<'_>) -> bool {
    text.known_parts().any(|part| part.contains("${"))
}

/// A string with a policy variable that has no effect.
pub(crate) struct WrongVariable<'t> {
    /// The string.
    pub(crate) text: Text<'t>,
    /// The fault.
    pub(crate) fault: VariableFault<'t>,
}

/// The reason why a policy variable has no effect.
#[derive(Clone, Copy, Debug)]
pub(crate) enum VariableFault<'t> {
    /// The version of the policy does not support variables.
    OldVersion,
    /// A `${` does not begin a valid variable.
    Malformed(VariableError),
    /// The name of the variable has no prefix, so it is not a condition key.
    NoPrefix(&'t str),
    /// The condition key is unknown.
    UnknownKey(&'t str),
    /// The condition key has several values.
    Multivalued(&'t str),
}
