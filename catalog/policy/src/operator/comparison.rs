//! The errors about an operator, a condition key and a value that do not fit together.

use alloc::string::{String, ToString as _};
use core::fmt;

use catalog_core::ConditionKeyType;

use super::{Operator, SetMisfit};
use crate::{shown::Shown, value::ValueError};

/// An error about an operator, a condition key and a value that do not fit together.
///
/// It displays as its message. Long strings of the policy are shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ComparisonError {
    /// The operator does not compare values of the key's type.
    OperatorType {
        /// The operator.
        operator: Operator,
        /// The condition key.
        key: String,
        /// The type of its values.
        key_type: ConditionKeyType,
    },
    /// The key requires a set operator, or does not allow one.
    SetOperator {
        /// The operator.
        operator: Operator,
        /// The condition key.
        key: String,
        /// The problem with the set operator.
        misfit: SetMisfit,
    },
    /// The value cannot be of the type that the operator compares.
    Value {
        /// The value.
        given: String,
        /// The reason.
        error: ValueError,
    },
}

impl ComparisonError {
    /// Returns the error for an operator that does not compare values of the key's type.
    #[must_use]
    pub fn operator_type(operator: Operator, key: &str, key_type: ConditionKeyType) -> Self {
        Self::OperatorType { operator, key: Shown(key).to_string(), key_type }
    }

    /// Returns the error for a key that requires a set operator, or does not allow one.
    #[must_use]
    pub fn set_operator(operator: Operator, key: &str, misfit: SetMisfit) -> Self {
        Self::SetOperator { operator, key: Shown(key).to_string(), misfit }
    }

    /// Returns the error for a value that cannot be of the type that the operator compares.
    #[must_use]
    pub fn value(given: &str, error: ValueError) -> Self {
        Self::Value { given: Shown(given).to_string(), error }
    }
}

impl fmt::Display for ComparisonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OperatorType { operator, key, key_type } => {
                let operator = operator.comparator.name();
                write!(f, "`{key}` holds values of the type {key_type}, which `{operator}` does not compare")
            }
            Self::SetOperator { operator, key, misfit: SetMisfit::Missing } => {
                write!(f, "`{key}` is a multivalued key: write `ForAnyValue:{operator}` or `ForAllValues:{operator}`")
            }
            Self::SetOperator { key, misfit: SetMisfit::Needless(set), .. } => {
                write!(f, "`{key}` is a single-valued key: remove `{}:`", set.name())
            }
            Self::Value { given, error } => write!(f, "`{given}` is {error}"),
        }
    }
}

impl core::error::Error for ComparisonError {}
