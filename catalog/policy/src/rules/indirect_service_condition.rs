//! Reports a condition that restricts an AWS service by a key that does not state the source of its requests.
//!
//! ## What it checks
//! An `Allow` statement of a resource policy names a service principal. The only condition that restricts the service is
//! on a key such as `aws:Referer`, `aws:SourceOwner`, `aws:SourceIp` or `aws:SourceVpc`.
//!
//! The rule does not report the key if another condition states the source, such as one on `aws:SourceAccount`.
//!
//! ## Why it matters
//! The keys `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` and `aws:SourceOrgPaths` [state for whom a service
//! makes a
//! request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties). The value of another key can be unknown for such a request, or can be the same for different accounts.
//!
//! ## Example
//! A bucket policy for incoming mail:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "ses.amazonaws.com"},
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::inbox/*",
//!         "Condition": {"StringEquals": {"aws:Referer": "111122223333"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Compare the account, the resource or the organization for which the service makes the request.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "ses.amazonaws.com"},
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::inbox/*",
//!         "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the service documents the key for its resource policies, and sends no other one.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::StatementNode,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{ServiceAccess, may_be_of_trust_policy},
};

rule! {
    IndirectServiceCondition { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for IndirectServiceCondition {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        if !cx.kind.is_resource_based() {
            return;
        }
        let Some((service, ServiceAccess::Indirect(key))) = ServiceAccess::new(statement) else { return };
        if may_be_of_trust_policy(statement) {
            return;
        }
        let message = format!(
            "`{}` does not state for whom `{}` makes a request: compare `aws:SourceArn`, `aws:SourceAccount`, \
             `aws:SourceOrgID` or `aws:SourceOrgPaths`",
            Shown(key.written()),
            Shown(service.written())
        );
        cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::RecommendedConditionKeyForServicePrincipal);
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, finds_with_holes, message_of, policy},
    };

    /// Returns an `Allow` for a principal with a condition.
    fn allow(principal: &str, condition: &str) -> String {
        format!(
            r#""Effect": "Allow", "Principal": {principal}, "Action": "ses:SendEmail", "Condition": {{{condition}}}"#
        )
    }

    const SERVICE: &str = r#"{"Service": "ses.amazonaws.com"}"#;
    const NETWORK: &str = r#""IpAddress": {"aws:SourceIp": "203.0.113.0/24"}"#;

    #[test]
    fn a_key_of_the_network_is_reported() {
        let expected = &["indirect-service-condition /Statement/Condition/IpAddress/aws:SourceIp"];
        finds_of(PolicyKind::Resource, &allow(SERVICE, NETWORK), expected);
        assert_eq!(
            message_of(PolicyKind::Resource, &allow(SERVICE, NETWORK)),
            "`aws:SourceIp` does not state for whom `ses.amazonaws.com` makes a request: compare `aws:SourceArn`, \
             `aws:SourceAccount`, `aws:SourceOrgID` or `aws:SourceOrgPaths`"
        );
    }

    #[test]
    fn a_source_or_another_principal_is_not_reported() {
        let with_source = format!(r#"{NETWORK}, "StringEquals": {{"aws:SourceAccount": "111122223333"}}"#);
        finds_of(PolicyKind::Resource, &allow(SERVICE, &with_source), &[]);
        finds_of(PolicyKind::Resource, &allow(r#"{"AWS": "111122223333"}"#, NETWORK), &[]);
    }

    #[test]
    fn an_action_that_may_assume_a_role_is_not_reported() {
        let expected = &["indirect-service-condition /Statement/Condition/IpAddress/aws:SourceIp"];
        for (action, expected) in
            [("ses:<<X>>", &expected[..]), ("s3:<<X>>", expected), ("st<<X>>", &[]), ("<<X>>", &[]), ("<<X>>Role", &[])]
        {
            let text = policy(&allow(SERVICE, NETWORK)).replace("ses:SendEmail", action);
            finds_with_holes(PolicyKind::Resource, &text, expected);
        }
    }
}
