//! Reports an `Allow` statement for everyone whose condition does not restrict the callers.
//!
//! ## What it checks
//! The statement allows everyone, including anonymous callers. It has no condition, or a condition that also holds for
//! everyone.
//!
//! The rule follows AWS's definition of public access to a bucket. A condition restricts the callers if it compares
//! their account, organization, network, ARN or ID with fixed values. These comparisons do not restrict the callers:
//!
//! * a negated operator such as `NotIpAddress` or `StringNotEquals`;
//! * an operator with `IfExists` or `ForAllValues:`, which holds for a request without the key;
//! * a value such as `0.0.0.0/0`, `o-*` or `arn:aws:iam::*:role/*`;
//! * a key whose value callers choose, such as `aws:UserAgent` or `aws:SecureTransport`.
//!
//! The rule accepts every other key of a service, and values with policy variables.
//!
//! ## Why it matters
//! Every AWS account can use the resource, and so can callers without an account. Some resources are public on
//! purpose, such as the files of a website.
//!
//! ## Example
//! A resource policy of a bucket that is intended for everyone in a company:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": "*",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::handbook/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Name the principals, or add a condition such as one on `aws:PrincipalOrgID`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": "*",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::handbook/*",
//!         "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a resource that is public on purpose, such as a bucket with the files of a website.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::StatementNode,
    grammar::Effect,
    kind::{PolicyKind, Presence},
    rule::Check,
    subject::{restricts_callers, shared_checks::WILDCARD_IN_TRUST},
};

rule! {
    PublicPrincipal { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for PublicPrincipal {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let names_principals = cx.kind.principal() != Presence::Forbidden;
        let allows = statement.effect() == Some(Effect::Allow) && cx.kind.grants();
        if names_principals
            && allows
            && let Some(everybody) = statement.everybody()
            && !restricts_callers(statement)
        {
            cx.report.spend(statement.conditions().count() as u64);
            let message = if statement.is_conditional() {
                "the statement allows everyone, because its condition does not restrict the callers: name the \
                 principals, or compare a key such as `aws:PrincipalOrgID` with fixed values"
            } else {
                "the statement allows everyone, including anonymous callers: name the principals, or add a condition"
            };
            let check = (cx.kind == PolicyKind::Trust).then_some(WILDCARD_IN_TRUST);
            cx.report::<Self>(everybody.place, message).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{ACCOUNT, ASSUME, finds_of, finds_of_trust, found, message_of, policy, trust_statement},
    };

    #[test]
    fn an_allow_for_everybody_is_reported() {
        let everybody = trust_statement(r#""*""#, r#""ses:SendEmail""#);
        finds_of(PolicyKind::Resource, &everybody, &["public-principal /Statement/Principal"]);
        let everybody = trust_statement(r#"{"AWS": ["111122223333", "*"]}"#, r#""ses:SendEmail""#);
        finds_of(PolicyKind::Resource, &everybody, &["public-principal /Statement/Principal/AWS/1"]);
        finds_of_trust(r#"{"AWS": "*"}"#, ASSUME, &["public-principal /Statement/Principal/AWS"]);
    }

    #[test]
    fn a_condition_or_a_deny_is_not_reported() {
        let condition = r#""Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}"#;
        let allow = trust_statement(r#""*""#, &format!(r#""ses:SendEmail", {condition}"#));
        finds_of(PolicyKind::Resource, &allow, &[]);
        // The default endpoint policy allows everything to everyone.
        let endpoint = trust_statement(r#""*""#, r#""*", "Resource": "*""#);
        finds_of(PolicyKind::VpcEndpoint, &endpoint, &[]);
        finds_of(PolicyKind::Resource, r#""Effect": "Deny", "Principal": "*", "Action": "ses:SendEmail""#, &[]);
        finds_of(PolicyKind::Resource, &trust_statement(ACCOUNT, r#""ses:SendEmail""#), &[]);
    }

    #[test]
    fn a_condition_that_restricts_nobody_is_reported() {
        for condition in [
            "{}",
            r#"{"IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}}"#,
            r#"{"NotIpAddress": {"aws:SourceIp": "203.0.113.7"}}"#,
            r#"{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/*"}}"#,
        ] {
            let allow = trust_statement(r#""*""#, &format!(r#""ses:SendEmail", "Condition": {condition}"#));
            let found = found(&policy(&allow), PolicyKind::Resource);
            assert!(found.contains(&"public-principal /Statement/Principal".into()), "{condition}: {found:?}");
        }
    }

    #[test]
    fn the_message_states_who_is_allowed() {
        assert_eq!(
            message_of(PolicyKind::Resource, &trust_statement(r#""*""#, r#""ses:SendEmail""#)),
            "the statement allows everyone, including anonymous callers: name the principals, or add a condition"
        );
        let condition = r#""Condition": {"Bool": {"aws:SecureTransport": "true"}}"#;
        assert_eq!(
            message_of(PolicyKind::Resource, &trust_statement(r#""*""#, &format!(r#""ses:SendEmail", {condition}"#))),
            "the statement allows everyone, because its condition does not restrict the callers: name the principals, \
             or compare a key such as `aws:PrincipalOrgID` with fixed values"
        );
    }
}
