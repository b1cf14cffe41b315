//! Reports a condition operator whose name has the wrong case.
//!
//! ## What it checks
//! The condition operator differs in case from AWS's spelling. IAM accepts it, but other tools may not.
//!
//! ## Why it matters
//! The condition works in AWS. Another tool may know only [AWS's
//! spelling](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)
//! and misread the policy.
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
//!         "Condition": {"stringequals": {"aws:username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the operator in AWS's spelling.
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
//! Allow the finding if only AWS reads the policy.

use alloc::{format, string::ToString as _};

use crate::{catalog::PolicyCatalog, context::Context, rule::Check, subject::NamedOperator};

rule! {
    OperatorCase { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for OperatorCase {
    fn operator<'t, C: PolicyCatalog>(operator: &NamedOperator<'t>, cx: &mut Context<'_, 't, C>) {
        let Ok(known) = operator.operator else { return };
        let right = known.to_string();
        if right != operator.text.text {
            let message = format!("`{}` has the wrong case: write `{right}`", operator.text.text);
            cx.replace::<Self>(operator.text, message, Some(right));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn an_operator_in_other_case_is_reported() {
        finds_of_value("stringequals", "aws:username", r#""1""#, &["operator-case # -> StringEquals"]);
        let expected = &["operator-case # -> ForAnyValue:StringLikeIfExists"];
        finds_of_value("foranyvalue:StringLikeIfExists", "aws:TagKeys", r#""1""#, expected);
    }

    #[test]
    fn the_spelling_of_aws_and_the_case_of_keys_are_not_reported() {
        finds_of_value("StringEquals", "AWS:UserName", r#""1""#, &[]);
        finds_of_value("StringEqual", "aws:username", r#""1""#, &["unknown-operator # -> StringEquals"]);
    }

    #[test]
    fn the_message_states_the_spelling_of_aws() {
        assert_eq!(
            message_of_condition(r#""stringequals": {"aws:username": "1"}"#),
            "`stringequals` has the wrong case: write `StringEquals`"
        );
    }
}
