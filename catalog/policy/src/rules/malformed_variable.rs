//! Reports a `${` that does not begin a valid policy variable.
//!
//! ## What it checks
//! A `${` does not begin a valid policy variable.
//!
//! Either the closing brace is missing, the name is empty or has white space, or a default value is not in single
//! quotes.
//!
//! ## Why it matters
//! AWS cannot replace the variable, so the resource or the condition does not match what was intended. IAM Access
//! Analyzer [reports the same
//! mistakes](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html) as
//! errors.
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
//!         "Resource": "arn:aws:s3:::home/${aws:username"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add the closing brace, or write `${$}` for a dollar sign.
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
//! Never for a policy that you send to AWS unchanged. Allow the finding for a template if another tool replaces its
//! `${…}` first.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    subject::{VariableFault, WrongVariable},
    variable::VariableError,
};

rule! {
    MalformedVariable { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedVariable {
    fn wrong_variable<'t, C: PolicyCatalog>(variable: &WrongVariable<'t>, cx: &mut Context<'_, 't, C>) {
        if let VariableFault::Malformed(error) = variable.fault {
            let check = match error {
                VariableError::Unclosed => AccessAnalyzerCheck::MissingBraceInVariable,
                VariableError::Empty => AccessAnalyzerCheck::EmptyVariable,
                VariableError::Space => AccessAnalyzerCheck::UnsupportedSpaceInVariable,
                VariableError::DefaultWithoutQuotes => AccessAnalyzerCheck::MissingQuoteInVariable,
            };
            cx.report::<Self>(variable.text.place, error.to_string()).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_resource, finds_of_value, message_of_condition};

    #[test]
    fn a_dollar_sign_and_a_brace_without_a_variable_are_reported() {
        let expected = &["malformed-variable /Statement/Resource"];
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::${aws:username""#, expected);
        finds_of_value("StringLike", "aws:username", r#""${aws:user""#, &["malformed-variable @"]);
    }

    #[test]
    fn variables_and_characters_written_as_such_are_not_reported() {
        finds_of_value("StringLike", "aws:username", r#"["${aws:PrincipalTag/a, 'b'}", "${*}"]"#, &[]);
        finds_of_value("StringLike", "aws:username", r#"["$100", "{a}"]"#, &[]);
    }

    #[test]
    fn the_message_states_the_fault() {
        for (value, expected) in [
            ("${aws:user", "an unclosed policy variable: add `}`, or write `${$}` for a dollar sign"),
            ("${}", "a policy variable without a name: write one such as `${aws:username}`"),
            ("${ aws:username }", "a policy variable with white space in its name: remove the white space"),
            (
                "${aws:username, x}",
                "a policy variable whose default value is not in single quotes: write `${aws:username, 'nobody'}`",
            ),
        ] {
            assert_eq!(message_of_condition(&format!(r#""StringLike": {{"aws:userid": "{value}"}}"#)), expected);
        }
    }
}
