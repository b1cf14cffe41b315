//! A value of a condition, with the operator and the condition key that it is compared with.

use crate::{
    document::{Node, Text},
    operator::Operator,
};

/// A value with which an operator compares a condition key.
pub(crate) struct ComparedValue<'t> {
    /// The operator.
    pub(crate) operator: Operator,
    /// The condition key.
    pub(crate) key: Text<'t>,
    /// The value as a string.
    pub(crate) text: Text<'t>,
    /// Whether the value contains a policy variable that is compared literally, because the operator does not expand
    /// variables.
    pub(crate) has_literal_variable: bool,
}

/// Returns a value of a condition as a string, or `None` if it is a hole or has a wrong type.
pub(crate) fn value_text(value: Node<'_>) -> Option<&str> {
    value.value.as_scalar()
}
