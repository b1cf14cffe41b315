//! A comparison with a value that matches everything, such as `"StringLike": {"aws:PrincipalTag/team": "*"}`.

use crate::{
    document::{Node, Text},
    key_properties,
    kind::PolicyKind,
    operator::{Compares, Operator, SetOperator},
};

/// A comparison with a value that matches everything. Its result depends only on the presence of the key.
pub(crate) struct WildcardComparison<'t> {
    /// The operator.
    pub(crate) operator: Operator,
    /// The condition key.
    pub(crate) key: Text<'t>,
    /// The requests for which the comparison is true.
    pub(crate) holds: Holds,
}

/// The requests for which a comparison is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// All requests.
    Always,
    /// No request.
    Never,
    /// The requests that have the key.
    IfPresent,
    /// The requests that do not have the key.
    IfMissing,
}

impl<'t> WildcardComparison<'t> {
    /// Returns the comparison, or `None` if none of its values matches everything.
    pub(crate) fn new(operator: Operator, key: Text<'t>, values: Node<'t>, kind: PolicyKind) -> Option<Self> {
        let of_arns = operator.comparator.compares() == Compares::Arn;
        let matches_all = |value: Text<'_>| has_only_stars(value.text) || of_arns && is_every_arn(value.text);
        if !operator.comparator.has_wildcards() || !values.strings().any(matches_all) {
            return None;
        }
        let holds = match Holds::new(operator) {
            Holds::IfMissing if key.hole.is_none() && key_properties::is_in_every_request(key.text, kind) => {
                Holds::Never
            }
            holds => holds,
        };
        Some(Self { operator, key, holds })
    }
}

/// Returns true if a value consists of `*` only, so that it matches everything.
fn has_only_stars(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte == b'*')
}

/// Returns true if a value is `arn:*:*:*:*:*`, which matches every ARN.
fn is_every_arn(value: &str) -> bool {
    let mut fields = value.split(':');
    fields.next() == Some("arn") && fields.clone().count() == 5 && fields.all(has_only_stars)
}

impl Holds {
    /// Returns the requests for which a comparison with `*` is true.
    ///
    /// A negated operator is true if no value matches. With `ForAnyValue`, one of the values of the request must pass the
    /// comparison, so a missing key does not pass.
    fn new(operator: Operator) -> Self {
        let accepts_missing = operator.accepts_missing_key();
        match (operator.comparator.is_negated(), operator.set) {
            (false, _) if accepts_missing => Self::Always,
            (false, _) => Self::IfPresent,
            (true, Some(SetOperator::ForAnyValue)) if !accepts_missing => Self::Never,
            (true, _) => Self::IfMissing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_stars_match_everything() {
        assert!(has_only_stars("*") && has_only_stars("**") && is_every_arn("arn:*:*:*:*:*"));
        for value in ["", "?*", "*:*", "a*", "arn:*"] {
            assert!(!has_only_stars(value) && !is_every_arn(value), "{value}");
        }
        assert!(!is_every_arn("arn:aws:*:*:*:*") && !is_every_arn("arn:*:*:*:*:*:*"));
    }

    #[test]
    fn each_operator_has_its_requests() {
        for (operator, expected) in [
            ("StringLike", Holds::IfPresent),
            ("ArnEquals", Holds::IfPresent),
            ("ForAnyValue:StringLike", Holds::IfPresent),
            ("StringLikeIfExists", Holds::Always),
            ("ForAnyValue:ArnLikeIfExists", Holds::Always),
            ("ForAllValues:StringLike", Holds::Always),
            ("StringNotLike", Holds::IfMissing),
            ("StringNotLikeIfExists", Holds::IfMissing),
            ("ForAllValues:ArnNotLike", Holds::IfMissing),
            ("ForAnyValue:StringNotLikeIfExists", Holds::IfMissing),
            ("ForAnyValue:ArnNotEquals", Holds::Never),
        ] {
            assert_eq!(Holds::new(operator.parse().unwrap()), expected, "{operator}");
        }
    }
}
