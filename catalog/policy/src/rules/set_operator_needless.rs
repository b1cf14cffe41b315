//! Reports a set operator on a single-valued condition key.
//!
//! ## What it checks
//! The key has at most one value in a request, but the operator begins with `ForAllValues:` or `ForAnyValue:`.
//!
//! ## Why it matters
//! A condition with `ForAllValues:` also holds for requests without the key. A role has no user name, so the policy
//! in the example also allows roles to list the bucket. If the condition should hold for requests without the key,
//! state this with the suffix `IfExists`.
//!
//! ## Example
//! An identity policy for one user:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"ForAllValues:StringEquals": {"aws:username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the set operator.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"StringEquals": {"aws:username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if requests can have several values of the key, although AWS's service authorization reference
//! lists it as single-valued.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    kind::PolicyKind,
    operator::{ComparisonError, SetMisfit, SetOperator},
    rule::Check,
    subject::{KeyComparison, shared_checks::SINGLE_VALUED},
};

rule! {
    SetOperatorNeedless { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for SetOperatorNeedless {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, key_type: Some(key_type), .. } = *comparison else { return };
        // The finding `set-operator-on-claim` is about the audience of an OIDC provider.
        let is_audience = cx.kind == PolicyKind::Trust && is_audience(key.text);
        if operator.set == Some(SetOperator::ForAnyValue) && is_audience {
            return;
        }
        if let Some(misfit @ SetMisfit::Needless(set)) = operator.set_misfit(key_type) {
            let message = ComparisonError::set_operator(operator, key.written(), misfit).to_string();
            let reported = cx.report::<Self>(key.place, message);
            if set == SetOperator::ForAllValues {
                reported.about(SINGLE_VALUED);
            }
        }
    }
}

/// Returns true if a key is the audience of an OIDC provider, whose URL has a dot.
fn is_audience(key: &str) -> bool {
    key.rsplit_once(':').is_some_and(|(url, claim)| url.contains('.') && claim.eq_ignore_ascii_case("aud"))
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_set_operator_for_a_key_of_one_value_is_reported() {
        finds_of_value("ForAllValues:StringLike", "aws:username", r#""1""#, &["set-operator-needless @"]);
    }

    #[test]
    fn keys_of_several_values_are_not_reported() {
        finds_of_value("ForAllValues:StringLike", "aws:TagKeys", r#""1""#, &[]);
        // The type of an identity provider's key is not known, so the key may have several values.
        finds_of_value("ForAnyValue:StringLike", "gitlab.com:amr", r#""authenticated""#, &[]);
    }

    #[test]
    fn the_message_states_the_set_operator() {
        assert_eq!(
            message_of_condition(r#""ForAllValues:StringLike": {"aws:username": "1"}"#),
            "`aws:username` is a single-valued key: remove `ForAllValues:`"
        );
    }
}
