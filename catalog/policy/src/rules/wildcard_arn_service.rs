//! Reports an ARN with a wildcard in its service.
//!
//! ## What it checks
//! The service of the ARN has a wildcard, but IAM requires the full service name.
//!
//! The partition may be `*`, and the region, account and resource may be patterns. The rule checks identity
//! policies and permissions boundaries, because IAM is known to refuse such an ARN in them.
//!
//! ## Why it matters
//! IAM refuses the policy, so none of its statements apply.
//!
//! ## Example
//! An identity policy for queues and topics:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["sns:Publish", "sqs:SendMessage"],
//!         "Resource": "arn:aws:*:*:111122223333:*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write one ARN per service, or only `*`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["sns:Publish", "sqs:SendMessage"],
//!         "Resource": ["arn:aws:sns:*:111122223333:*", "arn:aws:sqs:*:111122223333:*"]
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ArnFault, WrongArn},
};

rule! {
    WildcardArnService { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for WildcardArnService {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        if arn.fault == ArnFault::WildcardService {
            let cause = format!("`{}` has a wildcard in the service", Shown(arn.text.written()));
            let message = arn.message(cause, "write the whole service name");
            cx.replace::<Self>(arn.text, message, arn.suggestion.clone()).about(arn.fault.access_analyzer());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, finds_of_resource, message_of_resource},
    };

    const QUEUES_AND_TOPICS: &str = r#""arn:aws:s?s:*:111122223333:*""#;

    #[test]
    fn a_service_with_a_wildcard_is_reported() {
        let expected = &["wildcard-arn-service /Statement/Resource"];
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:*:::b/*""#, expected);
        finds_of_resource(r#""*""#, QUEUES_AND_TOPICS, expected);
    }

    #[test]
    fn wildcards_in_other_fields_are_not_reported() {
        finds_of_resource(r#""s3:GetObject""#, r#""arn:*:s3:::b/*""#, &[]);
        finds_of_resource(r#""*""#, r#""arn:aws:sqs:*:*:*""#, &[]);
    }

    #[test]
    fn kinds_of_policies_that_may_have_one_are_not_reported() {
        let statement = format!(r#""Effect": "Deny", "Action": "*", "Resource": {QUEUES_AND_TOPICS}"#);
        finds_of(PolicyKind::ServiceControl, &statement, &["wide-arn-service /Statement/Resource"]);
    }

    #[test]
    fn the_message_states_the_arn() {
        assert_eq!(
            message_of_resource(r#""s3:GetObject""#, r#""arn:aws:*:::b/*""#),
            "`arn:aws:*:::b/*` has a wildcard in the service: write the whole service name"
        );
    }
}
