//! Reports an element that this kind of policy cannot have.
//!
//! ## What it checks
//! The statement has an element that this kind of policy cannot have, such as `Principal` in an identity policy.
//!
//! ## Why it matters
//! AWS refuses the policy. Often the policy is correct, but was checked as the wrong kind. A policy with
//! `Principal` is a resource policy, or a trust policy if it has no `Resource`. If every statement names principals, the
//! message states the probable kind, and only the first statement is reported.
//!
//! ## Example
//! An identity policy that names the principals that it denies:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "sqs:DeleteQueue",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the element. If the policy is of another kind, check it as that kind instead, for example with `catalog
//! lint --kind resource`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "sqs:DeleteQueue",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: AWS refuses a policy of this kind with the element.

use alloc::{format, string::ToString as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    form::{Fault, FormError},
    kind::PolicyKind,
    rule::Check,
    subject::shared_checks::RCP_PRINCIPAL,
};

rule! {
    ForbiddenElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ForbiddenElement {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        let FormError::ForbiddenElement { kind, element } = fault.error else { return };
        let is_principal = matches!(element, "Principal" | "NotPrincipal");
        let check = check(kind, element);
        match cx.other_kind().filter(|_| is_principal) {
            None => {
                cx.report::<Self>(fault.place, fault.error.to_string()).about(check);
            }
            // The first statement is reported for all statements.
            Some(other) if cx.is_in_first_statement(fault.place.path) => {
                let (kind, other) = (kind.described(), other.described());
                let message = format!("{kind} cannot have `{element}`: remove it, or check the policy as {other}");
                cx.report::<Self>(fault.place, message).about(check);
            }
            Some(_) => {}
        }
    }
}

/// Returns the check of IAM Access Analyzer that is about an element in a kind of policy.
fn check(kind: PolicyKind, element: &str) -> Option<AccessAnalyzerCheck> {
    Some(match (kind, element) {
        (PolicyKind::Trust, "NotPrincipal") => AccessAnalyzerCheck::RoleTrustPolicySyntaxErrorNotprincipal,
        (PolicyKind::Trust, "Resource" | "NotResource") => AccessAnalyzerCheck::RoleTrustPolicySyntaxErrorResource,
        (PolicyKind::ResourceControl, "NotPrincipal") => RCP_PRINCIPAL,
        (PolicyKind::ResourceControl, "NotAction") => AccessAnalyzerCheck::RcpSyntaxErrorNotaction,
        (PolicyKind::ServiceControl, "Principal" | "NotPrincipal") => AccessAnalyzerCheck::ScpSyntaxErrorPrincipal,
        (_, "Principal" | "NotPrincipal") => AccessAnalyzerCheck::UnsupportedPrincipal,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{
            ACCOUNT, ASSUME, allow_with, finds, finds_of, finds_of_text, finds_of_trust, message, message_of, messages,
            policy_of, trust_statement,
        },
    };

    #[test]
    fn an_identity_policy_names_no_principal() {
        for principal in [r#""*""#, r#"{"Aws": 1}"#] {
            let statement =
                format!(r#""Effect": "Allow", "Principal": {principal}, "Action": "ses:SendEmail", "Resource": "*""#);
            finds(&statement, &["forbidden-element /Statement/Principal"]);
        }
    }

    #[test]
    fn a_trust_policy_names_no_resource_and_all_its_principals() {
        finds_of_trust(ACCOUNT, &format!(r#"{ASSUME}, "Resource": "*""#), &["forbidden-element /Statement/Resource"]);
        finds_of(
            PolicyKind::Trust,
            r#""Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole""#,
            &["forbidden-element /Statement/NotPrincipal"],
        );
    }

    #[test]
    fn a_resource_control_policy_names_its_actions() {
        finds_of(
            PolicyKind::ResourceControl,
            r#""Effect": "Deny", "Principal": "*", "NotAction": "ses:SendEmail", "Resource": "*""#,
            &["forbidden-element /Statement/NotAction"],
        );
    }

    #[test]
    fn a_resource_policy_may_have_every_element() {
        finds_of(
            PolicyKind::Resource,
            r#""Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "NotAction": "s3:*", "NotResource": "*""#,
            &[],
        );
    }

    #[test]
    fn the_message_states_the_kind_of_policy() {
        assert_eq!(
            message(&allow_with(r#", "Principal": "*""#)),
            "an identity policy cannot have `Principal`: remove it, or check the policy as a resource policy"
        );
        let statement = trust_statement(ACCOUNT, &format!(r#"{ASSUME}, "Resource": "*""#));
        assert_eq!(
            message_of(PolicyKind::Trust, &statement),
            "a trust policy cannot have `Resource`: remove it, or choose another kind of policy"
        );
    }

    #[test]
    fn a_policy_of_another_kind_is_reported_once() {
        let trust = trust_statement(ACCOUNT, ASSUME);
        let text = policy_of(&[&trust, &trust.replace("111122223333", "444455556666")]);
        finds_of_text(PolicyKind::Identity, &text, &["forbidden-element /Statement/0/Principal"]);
        let expected = "an identity policy cannot have `Principal`: remove it, or check the policy as a trust policy";
        assert_eq!(messages(PolicyKind::Identity, &text), [expected]);
        let other = allow_with(r#", "Principal": "*""#).replace("SendEmail", "GetSendQuota");
        let mixed = policy_of(&[&allow_with(""), &other]);
        assert_eq!(
            messages(PolicyKind::ServiceControl, &mixed),
            ["a service control policy cannot have `Principal`: remove it, or choose another kind of policy"]
        );
    }
}
