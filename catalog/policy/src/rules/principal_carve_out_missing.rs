//! Reports a resource control policy about the sources of AWS services that also denies requests of IAM principals.
//!
//! ## What it checks
//! A `Deny` of a resource control policy compares `aws:SourceOrgID`, `aws:SourceOrgPaths`, `aws:SourceAccount` or
//! `aws:SourceArn` with a negated operator or with `IfExists`. It has no condition on `aws:PrincipalIsAWSService`.
//!
//! ## Why it matters
//! These keys are for requests that AWS services make with their service principals. Most requests of your own users
//! and roles do not have the keys. So the comparison is true, and the requests are denied.
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
//!         "Action": "s3:*",
//!         "Resource": "*",
//!         "Condition": {
//!             "StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"},
//!             "Null": {"aws:SourceAccount": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Deny only requests of services.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:*",
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
//! Allow the finding if IAM principals send the key, too, and must be denied.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, rule::Check,
    shown::Shown, subject::RcpCondition,
};

rule! {
    PrincipalCarveOutMissing { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for PrincipalCarveOutMissing {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(condition) = RcpCondition::new(cx.kind, statement) else { return };
        if condition.carve_out.is_some() || condition.is_about_others {
            return;
        }
        if let Some(key) = condition.source {
            let message = format!(
                "`{}` is for requests of AWS services, but the statement also denies users and roles: add `\"Bool\": \
                 {{\"aws:PrincipalIsAWSService\": \"true\"}}`",
                Shown(key.written())
            );
            let check = AccessAnalyzerCheck::RcpMissingRelatedServicePrincipalConditionKey;
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

    /// Returns a `Deny` for requests that state their source, with a condition.
    fn deny(condition: &str) -> String {
        format!(
            r#""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
               "Condition": {{"Null": {{"aws:SourceAccount": "false"}}, {condition}}}"#
        )
    }

    #[test]
    fn a_source_without_services_is_reported() {
        for (operator, key) in
            [("StringNotEqualsIfExists", "aws:SourceOrgID"), ("ForAllValues:StringNotLike", "aws:SourceOrgPaths")]
        {
            let condition = format!(r#""{operator}": {{"{key}": "o-a1b2c3d4e5/r-ab12/"}}"#);
            let condition = condition.replace("SourceOrgID\": \"o-a1b2c3d4e5/r-ab12/", "SourceOrgID\": \"o-a1b2c3d4e5");
            let expected = format!("principal-carve-out-missing /Statement/Condition/{operator}/{key}");
            finds_of(PolicyKind::ResourceControl, &deny(&condition), &[&expected]);
        }
    }

    #[test]
    fn services_only_are_not_reported() {
        let source = r#""StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"}"#;
        for operator in ["Bool", "BoolIfExists"] {
            let condition = format!(r#"{source}, "{operator}": {{"aws:PrincipalIsAWSService": "true"}}"#);
            finds_of(PolicyKind::ResourceControl, &deny(&condition), &[]);
        }
        finds_of(PolicyKind::ResourceControl, &deny(r#""StringEquals": {"aws:SourceOrgID": "o-a1b2c3d4e5"}"#), &[]);
    }

    #[test]
    fn the_message_states_the_fix() {
        assert_eq!(
            message_of(
                PolicyKind::ResourceControl,
                &deny(r#""StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"}"#)
            ),
            "`aws:SourceOrgID` is for requests of AWS services, but the statement also denies users and roles: add \
             `\"Bool\": {\"aws:PrincipalIsAWSService\": \"true\"}`"
        );
    }
}
