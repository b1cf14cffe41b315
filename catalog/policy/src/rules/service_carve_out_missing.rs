//! Reports a resource control policy that also denies requests of AWS services.
//!
//! ## What it checks
//! A `Deny` of a resource control policy compares the identity or the network of the caller, and denies AWS services.
//!
//! The comparison has a negated operator or `IfExists`. Its key is one such as `aws:PrincipalOrgID` or `aws:SourceVpc`.
//!
//! The rule accepts a condition on `aws:PrincipalIsAWSService` or `aws:PrincipalServiceName`. It also accepts a
//! comparison that is false for requests without a key of the identity.
//!
//! ## Why it matters
//! A service principal does not belong to an account or an organization, and its network is not known. So the comparison
//! is true for the service, and [its requests are
//! denied](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html). For example, AWS CloudTrail can no longer write its logs.
//!
//! ## Example
//! A resource control policy that keeps principals of other organizations out:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:*",
//!         "Resource": "*",
//!         "Condition": {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add an exception for AWS services. With `IfExists`, the statement also denies anonymous requests.
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
//!             "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
//!             "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if no AWS service may use the resources.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, rule::Check,
    shown::Shown, subject::RcpCondition,
};

rule! {
    ServiceCarveOutMissing { severity: Warning, group: NoEffect, since: "0.1.0" }
}

const FIX: &str = "add `\"BoolIfExists\": {\"aws:PrincipalIsAWSService\": \"false\"}`";

impl Check for ServiceCarveOutMissing {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(condition) = RcpCondition::new(cx.kind, statement) else { return };
        if condition.carve_out.is_some() || condition.is_about_others {
            return;
        }
        if let Some(key) = condition.identity {
            let message =
                format!("AWS services do not have the key `{}`, so they are denied, too: {FIX}", Shown(key.written()));
            cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::RcpMissingRelatedPrincipalConditionKey);
        } else if let Some(key) = condition.network {
            let message = format!(
                "AWS services use other networks than `{}` allows, so they are denied, too: {FIX}",
                Shown(key.written())
            );
            cx.report::<Self>(key.place, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, finds_with_holes, message_of, policy},
    };

    /// Returns a `Deny` of a resource control policy with a condition.
    fn deny(condition: &str) -> String {
        format!(
            r#""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {{{condition}}}"#
        )
    }

    const ORGANIZATION: &str = r#""StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#;
    const AT_ORGANIZATION: &[&str] =
        &["service-carve-out-missing /Statement/Condition/StringNotEqualsIfExists/aws:PrincipalOrgID"];

    #[test]
    fn a_condition_that_services_meet_is_reported() {
        finds_of(PolicyKind::ResourceControl, &deny(ORGANIZATION), AT_ORGANIZATION);
        for (operator, key, value) in [
            ("StringNotEquals", "aws:PrincipalAccount", "111122223333"),
            ("ArnNotLikeIfExists", "aws:PrincipalArn", "arn:aws:iam::*:role/admin"),
            ("StringNotEqualsIfExists", "aws:PrincipalTag~1team", "shop"),
            ("StringNotEqualsIfExists", "aws:SourceVpc", "vpc-1a2b3c4d"),
            ("Null", "aws:PrincipalOrgID", "true"),
            ("NotIpAddressIfExists", "aws:SourceIp", "203.0.113.0/24"),
        ] {
            let condition = format!(r#""{operator}": {{"{}": "{value}"}}"#, key.replace("~1", "/"));
            let expected = format!("service-carve-out-missing /Statement/Condition/{operator}/{key}");
            finds_of(PolicyKind::ResourceControl, &deny(&condition), &[&expected]);
        }
    }

    #[test]
    fn a_condition_that_spares_services_is_not_reported() {
        for more in [
            r#""BoolIfExists": {"aws:PrincipalIsAWSService": "false"}"#,
            r#""BoolIfExists": {"AWS:PrincipalIsAWSService": false}"#,
            r#""StringEquals": {"aws:PrincipalAccount": "111122223333"}"#,
            r#""Null": {"aws:PrincipalArn": "false"}, "ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/admin"}"#,
            r#""StringNotEqualsIfExists": {"aws:PrincipalServiceName": "cloudtrail.amazonaws.com"}"#,
        ] {
            let condition = format!("{more}, {}", ORGANIZATION.replace("StringNotEqualsIf", "StringNotLikeIf"));
            finds_of(PolicyKind::ResourceControl, &deny(&condition), &[]);
        }
        finds_of(PolicyKind::ResourceControl, &deny(r#""Bool": {"aws:SecureTransport": "false"}"#), &[]);
        // A service control policy does not apply to services.
        let scp = format!(r#""Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {{{ORGANIZATION}}}"#);
        finds_of(PolicyKind::ServiceControl, &scp, &[]);
    }

    #[test]
    fn a_hole_may_spare_services() {
        let open = r#""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": "<<C>>""#;
        finds_with_holes(PolicyKind::ResourceControl, &policy(open), &[]);
    }

    #[test]
    fn the_message_states_the_fix() {
        assert_eq!(
            message_of(PolicyKind::ResourceControl, &deny(ORGANIZATION)),
            "AWS services do not have the key `aws:PrincipalOrgID`, so they are denied, too: add `\"BoolIfExists\": \
             {\"aws:PrincipalIsAWSService\": \"false\"}`"
        );
    }
}
