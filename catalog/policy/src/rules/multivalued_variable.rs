//! Reports a policy variable whose condition key has several values.
//!
//! ## What it checks
//! A policy variable names a multivalued condition key, such as `aws:TagKeys`.
//!
//! ## Why it matters
//! AWS replaces a variable with one value. It [does not
//! accept](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html)
//! a multivalued key as a policy variable, so the string does not match the values of the key.
//!
//! ## Example
//! An identity policy that gives each user a directory in a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::mybucket/${aws:PrincipalOrgPaths}/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use a key that has one value.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::mybucket/${aws:PrincipalOrgID}/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the key has only one value, although AWS's reference states that it is multivalued.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{VariableFault, WrongVariable},
};

rule! {
    MultivaluedVariable { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for MultivaluedVariable {
    fn wrong_variable<'t, C: PolicyCatalog>(variable: &WrongVariable<'t>, cx: &mut Context<'_, 't, C>) {
        let VariableFault::Multivalued(key) = variable.fault else { return };
        let key = Shown(key);
        let message =
            format!("`{key}` has several values, so it cannot be a policy variable: use a key with one value");
        cx.report::<Self>(variable.text.place, message);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_resource, finds_of_value, message_of_condition};

    #[test]
    fn a_variable_with_several_values_is_reported() {
        let expected = &["multivalued-variable @/0", "multivalued-variable @/1"];
        let values = r#"["${aws:PrincipalOrgPaths}", "a-${AWS:tagkeys, 'none'}-b"]"#;
        finds_of_value("StringLike", "aws:username", values, expected);
        finds_of_value("ArnLike", "aws:SourceArn", r#""arn:aws:s3:::${lambda:Layer}""#, &["multivalued-variable @"]);
        let expected = &["multivalued-variable /Statement/Resource"];
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::b/${aws:CalledVia}""#, expected);
    }

    #[test]
    fn variables_with_one_value_are_not_reported() {
        let values =
            r#"["${aws:PrincipalOrgID}", "${aws:PrincipalTag/team}", "${aws:CalledViaFirst}", "${gitlab.com:amr}"]"#;
        finds_of_value("StringLike", "aws:username", values, &[]);
        // A key of several values may be compared with variables.
        finds_of_value("ForAnyValue:StringLike", "aws:TagKeys", r#""${aws:username}""#, &[]);
    }

    #[test]
    fn the_message_states_the_key() {
        assert_eq!(
            message_of_condition(r#""StringLike": {"aws:username": "${aws:TagKeys}"}"#),
            "`aws:TagKeys` has several values, so it cannot be a policy variable: use a key with one value"
        );
    }
}
