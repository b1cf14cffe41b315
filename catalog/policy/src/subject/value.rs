//! A value of a condition.

use crate::{document::Text, operator::Operator};

/// A value that an operator compares a condition key to.
pub(crate) struct ComparedValue<'t> {
    /// The operator.
    pub(crate) operator: Operator,
    /// The condition key.
    pub(crate) key: Text<'t>,
    /// The value as a string.
    pub(crate) text: Text<'t>,
    /// Whether a policy variable in it is compared as it is, because the operator does not replace variables.
    pub(crate) has_literal_variable: bool,
}
