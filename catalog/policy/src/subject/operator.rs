//! The operators of a condition, without and with a condition key.

use catalog_core::ConditionKeyType;

use crate::{
    document::{Node, StatementNode, Text},
    operator::{Operator, OperatorError},
};

/// The operator of a condition.
pub(crate) struct NamedOperator<'t> {
    /// The string of the policy.
    pub(crate) text: Text<'t>,
    /// The parsed operator.
    pub(crate) operator: Result<Operator, OperatorError>,
}

/// A comparison of a condition whose operator is valid.
pub(crate) struct KeyComparison<'t> {
    /// The statement with the comparison.
    pub(crate) statement: StatementNode<'t>,
    /// The operator.
    pub(crate) operator: Operator,
    /// The condition key.
    pub(crate) key: Text<'t>,
    /// The type of the key, if it is known.
    pub(crate) key_type: Option<ConditionKeyType>,
    /// The values.
    pub(crate) values: Node<'t>,
}
