//! Reports a resource policy that allows an AWS service to act for everyone.
//!
//! ## What it checks
//! An `Allow` statement names a service principal, and no condition restricts for whom the service makes its requests.
//!
//! The rule accepts a condition on `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` or `aws:SourceOrgPaths`,
//! and on a key of a service such as `kms:CallerAccount`. It also accepts a `Deny` for all other sources. For access
//! logs of Elastic Load Balancing, it accepts a resource with the account in its path.
//!
//! These comparisons restrict nothing:
//!
//! * a negated operator, or one with `IfExists` or `ForAllValues:`;
//! * a value such as `*` or `arn:aws:sns:*:*:*`.
//!
//! The rule does not check trust policies. A service assumes a role only for the account of the role, or AWS documents
//! the trust policy without a condition.
//!
//! ## Why it matters
//! Anyone can use the service, and can name your resource in its settings. Then the service acts on your resource for
//! another account. This is the [confused deputy
//! problem](https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).
//!
//! ## Example
//! A resource policy of a queue that receives the messages of a topic:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## Fix
//! State the resource, the account or the organization for which the service may act.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the service sends none of these keys with its requests. The service's documentation of its
//! resource policy states the condition keys.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::StatementNode,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{ServiceAccess, is_of_other_sources, may_be_of_trust_policy},
};

rule! {
    UnrestrictedService { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for UnrestrictedService {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        if !cx.kind.is_resource_based() {
            return;
        }
        let Some((service, ServiceAccess::Open)) = ServiceAccess::new(statement) else { return };
        if may_be_of_trust_policy(statement) || cx.denies_with(is_of_other_sources) {
            return;
        }
        let message = format!(
            "`{}` may act for every account: restrict it with a condition on `aws:SourceArn`, `aws:SourceAccount`, \
             `aws:SourceOrgID` or `aws:SourceOrgPaths`",
            Shown(service.written())
        );
        cx.report::<Self>(service.place, message).about(AccessAnalyzerCheck::RestrictAccessToServicePrincipal);
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{ASSUME, finds_of, finds_of_text, finds_of_trust, found, message_of, policy, policy_of},
    };

    const FOUND: &[&str] = &["unrestricted-service /Statement/Principal/Service"];

    /// Returns an `Allow` for a service with a condition.
    fn allow(condition: &str) -> String {
        format!(
            r#""Effect": "Allow", "Principal": {{"Service": "sns.amazonaws.com"}}, "Action": "ses:SendEmail",
               "Condition": {{{condition}}}"#
        )
    }

    #[test]
    fn a_service_without_a_source_is_reported() {
        for condition in
            [r#""Bool": {"aws:SecureTransport": "true"}"#, r#""ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}"#]
        {
            finds_of(PolicyKind::Resource, &allow(condition), FOUND);
        }
        let names = r#"{"AWS": "111122223333", "Service": ["events.amazonaws.com", "sns.amazonaws.com"]}"#;
        let several = format!(r#""Effect": "Allow", "Principal": {names}, "Action": "ses:SendEmail""#);
        finds_of(PolicyKind::Resource, &several, &["unrestricted-service /Statement/Principal/Service/0"]);
    }

    #[test]
    fn a_service_with_a_source_is_not_reported() {
        for condition in [
            r#""StringEquals": {"aws:SourceAccount": "111122223333"}"#,
            r#""ForAnyValue:StringLike": {"aws:SourceOrgPaths": "o-a1b2c3d4e5/r-ab12/*"}"#,
        ] {
            finds_of(PolicyKind::Resource, &allow(condition), &[]);
        }
        // AWS's own trust policies for its services have no condition.
        finds_of_trust(r#"{"Service": "ec2.amazonaws.com"}"#, ASSUME, &[]);
        let trust =
            format!(r#""Effect": "Allow", "Principal": {{"Service": "ec2.amazonaws.com"}}, "Action": {ASSUME}"#);
        finds_of(PolicyKind::Resource, &trust, &[]);
    }

    #[test]
    fn access_logs_of_an_account_are_not_reported() {
        let logs = |service, path| {
            let statement = format!(
                r#""Effect": "Allow", "Principal": {{"Service": "{service}"}}, "Action": "s3:PutObject",
                   "Resource": "arn:aws:s3:::logs/{path}""#
            );
            found(&policy(&statement), PolicyKind::Bucket).iter().any(|found| found.starts_with("unrestricted-service"))
        };
        let balancer = "logdelivery.elasticloadbalancing.amazonaws.com";
        assert!(!logs(balancer, "AWSLogs/111122223333/*"));
        assert!(!logs(balancer, "web/AWSLogs/111122223333/*"));
        assert!(logs(balancer, "AWSLogs/*"));
        assert!(logs(balancer, "*"));
        assert!(logs("cloudtrail.amazonaws.com", "AWSLogs/111122223333/*"));
    }

    #[test]
    fn a_deny_for_other_sources_is_enough() {
        let deny = r#""Effect": "Deny", "Principal": "*", "Action": "ses:SendEmail",
            "Condition": {"StringNotEquals": {"aws:SourceAccount": "111122223333"}}"#;
        let allow = allow(r#""Bool": {"aws:SecureTransport": "true"}"#);
        finds_of_text(PolicyKind::Resource, &policy_of(&[&allow, deny]), &[]);
    }

    #[test]
    fn the_message_states_the_keys() {
        assert_eq!(
            message_of(PolicyKind::Resource, &allow(r#""Bool": {"aws:SecureTransport": "true"}"#)),
            "`sns.amazonaws.com` may act for every account: restrict it with a condition on `aws:SourceArn`, \
             `aws:SourceAccount`, `aws:SourceOrgID` or `aws:SourceOrgPaths`"
        );
    }
}
