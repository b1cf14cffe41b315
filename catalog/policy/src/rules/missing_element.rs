//! Reports a policy or a statement that lacks a required element.
//!
//! ## What it checks
//! The policy or a statement lacks an element that IAM requires, or the element is an empty list.
//!
//! The required elements depend on the kind of policy. A trust policy names principals and no resources. An
//! identity policy names resources and no principals. In a resource policy, `Resource` is optional, because some
//! services already know the resource. The policies of buckets, topics and keys must have `Resource`. The two kinds of
//! control policies of AWS Organizations must have `Version`.
//!
//! An object with neither `Version` nor `Statement` is not a policy and gets only this finding. If the file is a
//! CloudFormation template or a Terraform plan, check the policies in it one by one.
//!
//! ## Why it matters
//! IAM refuses a policy without a required element. A service that does not know the resource, such as Amazon S3,
//! refuses a resource policy without `Resource`. AWS KMS accepts a key policy without `Resource` through its API, but the
//! statement then has no effect.
//!
//! ## Example
//! An identity policy without a resource:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add the missing element.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "arn:aws:ses:eu-west-1:111122223333:identity/example.com"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never for a complete policy: AWS refuses it. Allow the finding for a fragment that another tool completes.

use alloc::{format, string::ToString as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::Document,
    form::{Fault, FormError},
    grammar::Version,
    rule::Check,
    subject::{check_of_fault, check_of_missing_element},
};

rule! {
    MissingElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MissingElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        // A policy of another kind has another finding.
        if matches!(fault.error, FormError::MissingElement { element: "Resource", .. }) && cx.other_kind().is_some() {
            return;
        }
        if matches!(
            fault.error,
            FormError::NotAPolicy
                | FormError::BareStatement
                | FormError::MissingElement { .. }
                | FormError::EmptyList { .. }
        ) {
            cx.report::<Self>(fault.place, fault.error.to_string()).about(check_of_fault(&fault.error));
        }
    }

    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        if cx.kind.needs_newest_version() && !policy.may_have_version() {
            let (kind, version) = (cx.kind.described(), Version::NEWEST);
            let message = format!("{kind} needs `\"Version\": \"{version}\"`: add it");
            cx.report::<Self>(policy.members().place, message).about(check_of_missing_element("Version"));
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::{PolicyKind, Presence},
        testing::{ACCOUNT, ASSUME, finds, finds_of, finds_of_text, finds_of_trust, message, message_of, messages},
    };

    #[test]
    fn an_object_that_is_not_a_policy_has_only_this_finding() {
        for text in [
            "{}",
            r#"{"name": "mailer", "version": "1.0.0", "dependencies": {}}"#,
            r#"{"Effect": "Deny", "Action": "ses:*", "Resource": "*"}"#,
        ] {
            finds_of_text(PolicyKind::Identity, text, &["missing-element "]);
        }
    }

    #[test]
    fn a_missing_element_of_a_statement_is_reported() {
        finds("", &["missing-element /Statement"; 3]);
        finds(
            r#""Effect": "Deny", "Action": [], "Resource": ["*", 1]"#,
            &["missing-element /Statement/Action", "wrong-type /Statement/Resource/1"],
        );
        finds_of(PolicyKind::Resource, r#""Effect": "Deny", "Action": "ses:*""#, &["missing-element /Statement"]);
        let principal = r#""Effect": "Deny", "Action": "ses:SendEmail""#;
        finds_of(PolicyKind::Resource, principal, &["missing-element /Statement"]);
    }

    #[test]
    fn a_negated_element_is_enough() {
        finds(r#""Effect": "Deny", "NotAction": "ses:*", "NotResource": "arn:aws:s3:::a""#, &[]);
        finds_of(PolicyKind::Resource, r#""Effect": "Deny", "Principal": "*", "Action": "ses:*""#, &[]);
        finds_of_trust(ACCOUNT, ASSUME, &[]);
    }

    #[test]
    fn some_services_require_a_resource() {
        let statement = |action: &str| format!(r#""Effect": "Deny", "Principal": "*", "Action": {action}"#);
        finds_of(PolicyKind::Bucket, &statement(r#""s3:GetObject""#), &["missing-element /Statement"]);
        finds_of(PolicyKind::Resource, &statement(r#""s3:GetObject""#), &["missing-element /Statement"]);
        assert_eq!(message_of(PolicyKind::Bucket, &statement(r#""s3:GetObject""#)), {
            "a statement of a bucket policy needs `Resource`"
        });
        for kind in PolicyKind::ALL.iter().filter(|kind| kind.is_resource_based()) {
            let is_required = matches!(kind, PolicyKind::Bucket | PolicyKind::Topic | PolicyKind::Key);
            assert_eq!(kind.resource() == Presence::Required, is_required, "{kind}");
        }
    }

    #[test]
    fn an_organization_requires_a_version() {
        let text = |elements: &str| format!(r#"{{"Statement": {{"Effect": "Deny", {elements} "Resource": "*"}}}}"#);
        let everyone = text(r#""Principal": "*", "Action": "s3:*","#);
        finds_of_text(PolicyKind::ResourceControl, &everyone, &["missing-element "]);
        let service_control = text(r#""Action": "s3:*","#);
        finds_of_text(PolicyKind::ServiceControl, &service_control, &["missing-element "]);
        finds_of_text(PolicyKind::Identity, &service_control, &["missing-version "]);
        finds_of_text(
            PolicyKind::ServiceControl,
            &service_control.replacen('{', r#"{"version": 1, "#, 1),
            &["element-case /version -> Version"],
        );
        assert_eq!(
            messages(PolicyKind::ResourceControl, &everyone),
            ["a resource control policy needs `\"Version\": \"2012-10-17\"`: add it",]
        );
    }

    #[test]
    fn the_message_states_the_element() {
        let messages_of = |text: &str| messages(PolicyKind::Identity, text);
        assert_eq!(messages_of("{}"), ["this is not a policy: it has neither `Version` nor `Statement`"]);
        assert_eq!(
            messages_of(r#"{"Effect": "Deny"}"#),
            ["expected a policy, found a bare statement: wrap it in `{\"Version\": \"2012-10-17\", \"Statement\": \
                 [ … ]}`"]
        );
        assert_eq!(messages_of(r#"{"Version": "2012-10-17"}"#), ["a policy needs `Statement`"]);
        assert_eq!(message(r#""Effect": "Deny", "Action": "*""#), "a statement of an identity policy needs `Resource`");
        assert_eq!(message(r#""Action": "ses:*", "Resource": "*""#), "a statement needs `Effect`");
        assert_eq!(
            message(r#""Effect": "Deny", "Action": [], "Resource": "*""#),
            "`Action` is empty: expected at least one entry"
        );
    }
}
