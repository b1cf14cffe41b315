//! Reports a resource control policy that denies requests of AWS services without a source.
//!
//! ## What it checks
//! A `Deny` of a resource control policy compares `aws:SourceOrgID`, `aws:SourceOrgPaths`, `aws:SourceAccount` or
//! `aws:SourceArn` with a negated operator or with `IfExists`. It does not require that the request has
//! `aws:SourceAccount` or `aws:SourceArn`.
//!
//! ## Why it matters
//! Some services do not send the keys with all of their requests. The comparison is true for such a request, so the
//! statement denies it.
//!
//! ## Example
//! A resource control policy against confused deputies:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "sqs:*",
//!         "Resource": "*",
//!         "Condition": {
//!             "StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"},
//!             "Bool": {"aws:PrincipalIsAWSService": "true"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Deny only requests that state their source.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "sqs:*",
//!         "Resource": "*",
//!         "Condition": {
//!             "StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"},
//!             "Null": {"aws:SourceAccount": "false"},
//!             "Bool": {"aws:PrincipalIsAWSService": "true"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if services without a source must not use the resources.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, rule::Check,
    shown::Shown, subject::RcpCondition,
};

rule! {
    SourceCheckMissing { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for SourceCheckMissing {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(condition) = RcpCondition::new(cx.kind, statement) else { return };
        if let Some(key) = condition.source.filter(|_| !condition.requires_source) {
            let message = format!(
                "the statement also denies requests without `{}`, which some AWS services make: add `\"Null\": \
                 {{\"aws:SourceAccount\": \"false\"}}`",
                Shown(key.written())
            );
            let check = AccessAnalyzerCheck::RcpMissingServiceConditionKeyNullCheck;
            cx.report::<Self>(key.place, message).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, message_of},
    };

    /// Returns a `Deny` for services with another comparison.
    fn deny(more: &str) -> String {
        format!(
            r#""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
               "Condition": {{"Bool": {{"aws:PrincipalIsAWSService": "true"}}, {more}}}"#
        )
    }

    const SOURCE: &str = r#""StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"}"#;

    #[test]
    fn a_missing_check_is_reported() {
        let expected = &["source-check-missing /Statement/Condition/StringNotEqualsIfExists/aws:SourceOrgID"];
        finds_of(PolicyKind::ResourceControl, &deny(SOURCE), expected);
        // A check for a missing key does not exclude requests without a source.
        let missing = deny(&format!(r#"{SOURCE}, "Null": {{"aws:SourceAccount": "true"}}"#));
        finds_of(PolicyKind::ResourceControl, &missing, expected);
    }

    #[test]
    fn a_check_or_a_needed_key_is_not_reported() {
        for null in ["aws:SourceAccount", "AWS:sourcearn", "aws:SourceOrgID"] {
            let condition = deny(&format!(r#"{SOURCE}, "Null": {{"{null}": false}}"#));
            finds_of(PolicyKind::ResourceControl, &condition, &[]);
        }
        let needed = deny(r#""StringEquals": {"aws:SourceAccount": "111122223333"}"#);
        finds_of(PolicyKind::ResourceControl, &needed, &[]);
    }

    #[test]
    fn the_message_states_the_fix() {
        assert_eq!(
            message_of(PolicyKind::ResourceControl, &deny(SOURCE)),
            "the statement also denies requests without `aws:SourceOrgID`, which some AWS services make: add `\"Null\": \
             {\"aws:SourceAccount\": \"false\"}`"
        );
    }
}
