//! Reports a policy variable in a key whose values identify one owner.
//!
//! ## What it checks
//! A value with a policy variable is compared with a key that identifies a principal, an organization or a network.
//!
//! * AWS lists ten [sensitive
//!   keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive),
//!   such as `aws:PrincipalOrgID`, `aws:SourceAccount` and `aws:SourceVpce`.
//! * In `aws:userid`, a variable can follow the colon, such as `AROACKCEVSQ6C2EXAMPLE:${aws:username}`. It can also be
//!   the only part before the colon.
//! * In the subject of an OIDC token, at least six characters must precede the first variable.
//!
//! A sensitive key can be compared with another sensitive key, such as `aws:ResourceAccount` with
//! `${aws:PrincipalAccount}`. AWS sets the values of these keys, and recommends such conditions.
//!
//! ## Why it matters
//! A person who can set the value of the variable decides which requests match. In the example, everyone who may tag
//! the role can do so. AWS's validator treats such a variable [like a
//! wildcard](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-variable-usage-too-permissive).
//!
//! ## Example
//! An identity policy for the networks of a team:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"StringEquals": {"aws:SourceVpc": "${aws:PrincipalTag/vpc}"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the value in full.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if only administrators can set the value of the variable.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{ComparedValue, FIXED, Loose, NarrowKey},
    value_shapes::is_sensitive,
};

rule! {
    WideVariable { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for WideVariable {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let ComparedValue { operator, key, text, .. } = value;
        let replaces_variables = operator.comparator.compares().replaces_variables();
        if !replaces_variables || !text.text.contains("${") || text.is_open() || key.hole.is_some() {
            return;
        }
        let Some(kind) = NarrowKey::from_key(key.text) else { return };
        let is_wide = |loose: Loose<'_>| match loose {
            Loose::Wildcard => false,
            Loose::Variable(variable) => kind != NarrowKey::Sensitive || !is_set_by_aws(variable.key, key.text),
        };
        if cx.has_variables() && kind.is_too_wide(text.text, true, is_wide) {
            let (given, key) = (Shown(text.written()), Shown(key.written()));
            let fix = match kind {
                NarrowKey::Sensitive => "write the value in full".into(),
                NarrowKey::UserId => format!("write the full ID, such as `AROACKCEVSQ6C2EXAMPLE:{given}`"),
                NarrowKey::Subject => format!("write at least {FIXED} characters before the variable"),
            };
            let message = format!("the variable in `{given}` can match any value of `{key}`: {fix}");
            cx.report::<Self>(text.place, message).about(AccessAnalyzerCheck::VariableUsageTooPermissive);
        }
    }
}

/// Returns true if AWS sets the value of a variable for each request, and it is not the compared key itself.
fn is_set_by_aws(variable: &str, key: &str) -> bool {
    // AWS recommends to compare the network of an instance's credentials with that of the request.
    let is_fixed = is_sensitive(variable) || ascii_case::eq(variable, "aws:Ec2InstanceSourceVpc");
    is_fixed && !ascii_case::eq(variable, key)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_variable_in_an_id_is_reported() {
        let values = r#"["vpc-1a2b3c4d", "${aws:PrincipalTag/vpc}"]"#;
        finds_of_value("StringEquals", "aws:SourceVpc", values, &["wide-variable @/1"]);
        finds_of_value("StringNotEquals", "aws:sourceaccount", r#""${aws:username}""#, &["wide-variable @"]);
        finds_of_value("StringLike", "aws:userid", r#""${aws:username}""#, &["wide-variable @"]);
        finds_of_value("StringEquals", "login.example.com:sub", r#""${aws:username}""#, &["wide-variable @"]);
        finds_of_value("StringEquals", "aws:SourceVpc", r#""${aws:SourceVpc}""#, &["wide-variable @"]);
    }

    #[test]
    fn keys_whose_values_aws_sets_are_not_reported() {
        for (key, variable) in [
            ("aws:ResourceAccount", "aws:PrincipalAccount"),
            ("aws:ResourceOrgID", "aws:principalorgid"),
            ("aws:SourceVpc", "aws:Ec2InstanceSourceVpc"),
        ] {
            finds_of_value("StringNotEqualsIfExists", key, &format!(r#""${{{variable}}}""#), &[]);
        }
    }

    #[test]
    fn narrow_values_and_other_keys_are_not_reported() {
        let values = r#"["AROACKCEVSQ6C2EXAMPLE:${aws:username}", "${aws:userid}:*"]"#;
        finds_of_value("StringLike", "aws:userid", values, &[]);
        finds_of_value("StringLike", "login.example.com:sub", r#""group-${aws:username}""#, &[]);
        finds_of_value("StringEquals", "aws:ResourceTag/team", r#""${aws:PrincipalTag/team}""#, &[]);
    }

    #[test]
    fn the_message_states_what_to_write() {
        for (key, fix) in [
            ("aws:SourceVpc", "write the value in full"),
            ("aws:userid", "write the full ID, such as `AROACKCEVSQ6C2EXAMPLE:${aws:username}`"),
            ("login.example.com:sub", "write at least 6 characters before the variable"),
        ] {
            assert_eq!(
                message_of_condition(&format!(r#""StringEquals": {{"{key}": "${{aws:username}}"}}"#)),
                format!("the variable in `${{aws:username}}` can match any value of `{key}`: {fix}")
            );
        }
    }
}
