//! Methods that make an operator from a comparator, such as `StringLike.for_any_value().if_exists()`.

use super::{Comparator, Operator, SetOperator};

/// Returns the operator without a set operator and without `IfExists`.
impl From<Comparator> for Operator {
    fn from(comparator: Comparator) -> Self {
        Self::new(comparator)
    }
}

impl Operator {
    /// Returns the operator without a set operator and without `IfExists`.
    #[must_use]
    pub const fn new(comparator: Comparator) -> Self {
        Self { set: None, comparator, if_exists: false }
    }

    /// Adds `IfExists`, so that the operator also matches a request without the key. `Null` cannot have it.
    ///
    /// ```
    /// use catalog::policy::operator::Comparator;
    /// assert_eq!(Comparator::StringLike.for_any_value().if_exists().to_string(), "ForAnyValue:StringLikeIfExists");
    /// ```
    #[must_use]
    pub const fn if_exists(mut self) -> Self {
        self.if_exists = true;
        self
    }
}

impl Comparator {
    /// Returns the operator with `IfExists`, which also matches a request without the key. `Null` cannot have it.
    ///
    /// ```
    /// use catalog::policy::operator::Comparator;
    /// assert_eq!(Comparator::Bool.if_exists().to_string(), "BoolIfExists");
    /// ```
    #[must_use]
    pub const fn if_exists(self) -> Operator {
        Operator::new(self).if_exists()
    }

    /// Returns the operator that requires one of the request's values to match: `ForAnyValue:StringLike`.
    #[must_use]
    pub const fn for_any_value(self) -> Operator {
        Operator { set: Some(SetOperator::ForAnyValue), ..Operator::new(self) }
    }

    /// Returns the operator that requires all of the request's values to match: `ForAllValues:StringLike`.
    #[must_use]
    pub const fn for_all_values(self) -> Operator {
        Operator { set: Some(SetOperator::ForAllValues), ..Operator::new(self) }
    }
}
