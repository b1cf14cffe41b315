//! Reports a policy variable in a policy without the version 2012-10-17.
//!
//! ## What it checks
//! The policy has a variable, but its version is 2008-10-17 or missing. The variable is then a literal string.
//!
//! ## Why it matters
//! AWS saves the policy. In the example, the policy then applies to a directory with the literal name
//! `${aws:username}`. A policy without a version also gets the finding `missing-version`.
//!
//! ## Example
//! An identity policy that gives each user a directory in a bucket:
//!
//! ```json
//! {
//!     "Version": "2008-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::home/${aws:username}"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `"Version": "2012-10-17"`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::home/${aws:username}"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the resource or the value really contains `${…}`.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    subject::{VariableFault, WrongVariable},
};

rule! {
    VariableInOldVersion { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for VariableInOldVersion {
    fn wrong_variable<'t, C: PolicyCatalog>(variable: &WrongVariable<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(variable.fault, VariableFault::OldVersion) {
            let message = "policy variables are literal strings in this version: write `\"Version\": \"2012-10-17\"`";
            cx.report::<Self>(variable.text.place, message).about(AccessAnalyzerCheck::VariableUnsupportedInVersion);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of_text, messages},
    };

    const OLD: &str = r#"{"Statement":
    {"Effect": "Deny", "Action": "ses:*", "Resource": "arn:aws:ses:*:*:identity/${aws:username}"}}"#;

    #[test]
    fn a_variable_in_a_policy_without_the_newest_version_is_reported() {
        let expected = &["missing-version ", "variable-in-old-version /Statement/Resource"];
        finds_of_text(PolicyKind::Identity, OLD, expected);
    }

    #[test]
    fn other_dollar_signs_are_not_reported() {
        finds_of_text(PolicyKind::Identity, &OLD.replace("${aws:username}", "$home"), &["missing-version "]);
    }

    #[test]
    fn the_message_states_the_version_with_variables() {
        assert_eq!(
            messages(PolicyKind::Identity, OLD).last().unwrap(),
            "policy variables are literal strings in this version: write `\"Version\": \"2012-10-17\"`"
        );
    }
}
