//! Reports an ARN whose service is a pattern, where AWS accepts it.
//!
//! ## What it checks
//! The service of an ARN has a wildcard in a kind of policy that can have one, such as a service control policy.
//!
//! In an identity policy, IAM refuses such an ARN. The finding there is `wildcard-arn-service`.
//!
//! ## Why it matters
//! The pattern can also match services with a similar name, and services that AWS adds later. Access Analyzer [suggests to
//! write the service](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
//!
//! ## Example
//! A service control policy for queues and topics:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": ["sns:DeleteTopic", "sqs:DeleteQueue"],
//!         "Resource": "arn:aws:s?s:*:*:orders-*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write one ARN per service.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": ["sns:DeleteTopic", "sqs:DeleteQueue"],
//!         "Resource": ["arn:aws:sns:*:*:orders-*", "arn:aws:sqs:*:*:orders-*"]
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the statement is intended for all services, including services that AWS adds later.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ArnFault, WrongArn},
};

rule! {
    WideArnService { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for WideArnService {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        if arn.fault == ArnFault::WideService {
            let message = format!(
                "`{}` has a wildcard in the service, so it can match other services: write the whole service name",
                Shown(arn.text.written())
            );
            cx.report::<Self>(arn.text.place, message).about(arn.fault.access_analyzer());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of, finds_with_holes, message_of},
    };

    const DENY: &str = r#""Effect": "Deny", "Action": "*", "Resource": "arn:aws:s?s:*:111122223333:*""#;

    #[test]
    fn a_pattern_of_services_is_reported() {
        finds_of(PolicyKind::ServiceControl, DENY, &["wide-arn-service /Statement/Resource"]);
        let of_resource = r#""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3*:::b/*""#;
        finds_of(PolicyKind::Bucket, of_resource, &["wide-arn-service /Statement/Resource"]);
        finds_of(PolicyKind::Identity, DENY, &["wildcard-arn-service /Statement/Resource"]);
    }

    #[test]
    fn other_wildcards_and_holes_are_not_reported() {
        let other = r#""Effect": "Deny", "Action": "*", "Resource": ["arn:*:sqs:*:*:*", "arn:aws:sqs:eu-west-1:*"]"#;
        finds_of(PolicyKind::ServiceControl, other, &[]);
        let hole = r#"{"Version": "2012-10-17", "Statement":
            {"Effect": "Deny", "Action": "*", "Resource": "arn:aws:<<Service>>:*:*:a"}}"#;
        finds_with_holes(PolicyKind::ServiceControl, hole, &[]);
    }

    #[test]
    fn the_message_states_the_arn() {
        assert_eq!(
            message_of(PolicyKind::ServiceControl, DENY),
            "`arn:aws:s?s:*:111122223333:*` has a wildcard in the service, so it can match other services: write the \
             whole service name"
        );
    }
}
