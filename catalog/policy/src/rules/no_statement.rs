//! Reports a policy without statements.
//!
//! ## What it checks
//! The policy has no statements, so IAM refuses it.
//!
//! ## Why it matters
//! A policy without statements grants and denies nothing. AWS requires the
//! [`Statement`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html)
//! element. The usual cause is a program that generated the policy but had no statement to add.
//!
//! ## Example
//! An identity policy from a program that had no statement to add:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": []
//! }
//! ```
//!
//! ## Fix
//! Add a statement, or delete the policy if nothing needs it.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {"Effect": "Allow", "Action": "sts:GetCallerIdentity", "Resource": "*"}
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::string::ToString as _;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    form::{Fault, FormError},
    rule::Check,
    subject::check_of_fault,
};

rule! {
    NoStatement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for NoStatement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::NoStatement) {
            cx.report::<Self>(fault.place, fault.error.to_string()).about(check_of_fault(&fault.error));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of_text, messages},
    };

    #[test]
    fn an_empty_list_of_statements_is_reported() {
        let text = r#"{"Version": "2012-10-17", "Statement": []}"#;
        finds_of_text(PolicyKind::Identity, text, &["no-statement /Statement"]);
        assert_eq!(messages(PolicyKind::Identity, text), ["the policy has no statement: add one"]);
    }

    #[test]
    fn other_faults_of_statements_are_reported_otherwise() {
        finds_of_text(PolicyKind::Identity, r#"{"Version": "2012-10-17"}"#, &["missing-element "]);
        let text = r#"{"Version": "2012-10-17", "Statement": "a"}"#;
        finds_of_text(PolicyKind::Identity, text, &["wrong-type /Statement"]);
    }
}
