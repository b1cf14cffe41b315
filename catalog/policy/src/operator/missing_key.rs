//! The result of a comparison for a request that does not have the key.

use super::{Operator, SetOperator};

impl Operator {
    /// Returns true if a comparison with the operator is true for each request without the key. The operator then ends in
    /// `IfExists` or begins with `ForAllValues:`.
    pub(crate) fn accepts_missing_key(self) -> bool {
        self.if_exists || self.set == Some(SetOperator::ForAllValues)
    }

    /// Returns true if a comparison with the operator is true for a request without the key. The result of `Null` depends
    /// on its value.
    pub(crate) fn holds_without_key(self) -> bool {
        // With `ForAnyValue`, a negated operator is false for a missing key: there is no value that could differ.
        self.accepts_missing_key() || self.comparator.is_negated() && self.set.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_decide_about_a_missing_key() {
        for (operator, expected) in [
            ("StringEquals", (false, false)),
            ("StringNotEquals", (false, true)),
            ("StringEqualsIfExists", (true, true)),
            ("ForAllValues:StringEquals", (true, true)),
            ("ForAllValues:StringNotEquals", (true, true)),
            ("ForAnyValue:StringEquals", (false, false)),
            ("ForAnyValue:StringNotEquals", (false, false)),
            ("ForAnyValue:StringNotEqualsIfExists", (true, true)),
        ] {
            let parsed: Operator = operator.parse().unwrap();
            assert_eq!((parsed.accepts_missing_key(), parsed.holds_without_key()), expected, "{operator}");
        }
    }
}
