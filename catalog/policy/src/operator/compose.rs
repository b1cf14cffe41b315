//! From a comparator to an operator, in words that read as the operator does.

use super::{Comparator, Operator, SetOperator};

/// The comparator alone.
impl From<Comparator> for Operator {
    fn from(comparator: Comparator) -> Self {
        Self::new(comparator)
    }
}

impl Operator {
    /// The comparator alone.
    #[must_use]
    pub const fn new(comparator: Comparator) -> Self {
        Self { set: None, comparator, if_exists: false }
    }

    /// The operator with the ending `IfExists`: it holds, too, where the request lacks the key. `Null` cannot have it.
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
    /// The operator with the ending `IfExists`: it holds, too, where the request lacks the key. `Null` cannot have it.
    ///
    /// ```
    /// use catalog::policy::operator::Comparator;
    /// assert_eq!(Comparator::Bool.if_exists().to_string(), "BoolIfExists");
    /// ```
    #[must_use]
    pub const fn if_exists(self) -> Operator {
        Operator::new(self).if_exists()
    }

    /// The operator for one of the request's several values: `ForAnyValue:StringLike`.
    #[must_use]
    pub const fn for_any_value(self) -> Operator {
        Operator { set: Some(SetOperator::ForAnyValue), ..Operator::new(self) }
    }

    /// The operator for all of the request's several values: `ForAllValues:StringLike`.
    #[must_use]
    pub const fn for_all_values(self) -> Operator {
        Operator { set: Some(SetOperator::ForAllValues), ..Operator::new(self) }
    }
}
