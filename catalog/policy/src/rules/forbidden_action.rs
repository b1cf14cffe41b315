//! Reports an action that this kind of policy cannot have.
//!
//! ## What it checks
//! The policy has an action that its kind does not allow.
//!
//! * a trust policy has an action that is not for assuming the role;
//! * a resource control policy has the action `*`;
//! * the policy of a resource has an action of another service, such as an action of Amazon SQS in a bucket policy.
//!
//! A trust policy can have the actions for assuming the role, such as `sts:AssumeRole`. It can also have
//! `sts:TagSession`, `sts:SetSourceIdentity` and `sts:SetContext`, which add data to the session.
//!
//! ## Why it matters
//! IAM refuses such a trust policy. The permissions of a role belong in its identity policies. AWS refuses a
//! resource control policy with the action `*`, so name the services, such as `s3:*`.
//!
//! Amazon S3 refuses an action of another service in a bucket policy with ["Policy has invalid
//! action"](https://github.com/versity/versitygw/issues/650). Amazon SNS answers ["Policy statement action out of service
//! scope!"](https://github.com/hashicorp/terraform/issues/12740). In a policy that a service accepts, such an action has
//! no effect.
//!
//! ## Example
//! A trust policy that tries to grant the permissions of the role:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "ec2.amazonaws.com"},
//!         "Action": "s3:GetObject"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Move the action to an identity policy of the role. In a resource control policy, name the services. In the policy of
//! a resource, remove the actions of other services.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "ec2.amazonaws.com"},
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: AWS refuses the policy, or ignores the action.

use alloc::format;

use catalog_core::{
    resolve::{Pattern, ServiceNames as _},
    wildcard,
};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    facts::trust_actions::TRUST_ACTIONS,
    finding::AccessAnalyzerCheck,
    grammar::Effect,
    kind::PolicyKind,
    rule::Check,
    shown::Shown,
    subject::{ActionList, Actions, is_everything, shared_checks::RCP_ACTION},
};

rule! {
    ForbiddenAction { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ForbiddenAction {
    fn action_list<'t, C: PolicyCatalog>(list: &ActionList<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        if cx.kind != PolicyKind::ResourceControl || list.statement.effect() != Some(Effect::Deny) {
            return;
        }
        for text in list.list.strings().filter(|text| is_everything(text.text)) {
            let (kind, given) = (cx.kind.described(), Shown(text.written()));
            let message = format!("{kind} cannot have the action `{given}`: name the services, such as `s3:*`");
            cx.report::<Self>(text.place, message).about(RCP_ACTION);
        }
    }

    fn actions<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
        let kind = cx.kind;
        for (text, pattern) in &actions.named {
            let given = Shown(text.written());
            let service = match pattern {
                Pattern::One(service, _) | Pattern::Matching(service, _) => Some(service.prefix()),
                Pattern::Everything => None,
            };
            let message = match (kind.service_name(), service) {
                (Some(name), Some(service)) if !kind.is_about(service) => format!(
                    "{} cannot have the action `{given}` of the service `{service}`: name actions of {name}",
                    kind.described()
                ),
                _ if kind == PolicyKind::Trust && !is_trust_action(text.text) => format!(
                    "a trust policy cannot have the action `{given}`: allow it in an identity policy of the role"
                ),
                _ => continue,
            };
            cx.report::<Self>(text.place, message).about(AccessAnalyzerCheck::UnsupportedActionInPolicy);
        }
    }
}

/// Returns true if a trust policy can have an action or a pattern.
fn is_trust_action(text: &str) -> bool {
    TRUST_ACTIONS.iter().any(|known| wildcard::matches(text, known))
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{
        kind::PolicyKind,
        testing::{ACCOUNT, findings, finds_of, finds_of_trust, message_of, policy, trust_statement},
    };

    /// Returns a statement of a resource control policy that denies an action.
    fn denial(action: &str) -> String {
        format!(r#""Effect": "Deny", "Principal": "*", "Action": {action}, "Resource": "*""#)
    }

    #[test]
    fn the_policy_of_a_resource_has_actions_of_its_service() {
        let allow = |action: &str| {
            format!(r#""Effect": "Deny", "Principal": "*", "Action": {action}, "Resource": "arn:aws:s3:::a/*""#)
        };
        let mixed = allow(r#"["s3:GetObject", "SES:SendEmail", "lambda:*"]"#);
        let found = |kind| {
            let mut found = findings(&policy(&mixed), kind);
            found.retain(|finding| finding.id.name() == "forbidden-action");
            found.into_iter().map(|finding| finding.pointer).collect::<Vec<_>>()
        };
        for kind in [PolicyKind::Bucket, PolicyKind::Resource] {
            assert_eq!(found(kind), ["/Statement/Action/1", "/Statement/Action/2"]);
        }
        assert_eq!(found(PolicyKind::VpcEndpoint).len(), 0);
        finds_of(PolicyKind::Bucket, &allow(r#"["*", "s3:*"]"#), &["shadowed-action /Statement/Action/1"]);
        assert_eq!(
            findings(&policy(&allow(r#""ses:SendEmail""#)), PolicyKind::Bucket)
                .iter()
                .find(|finding| finding.id.name() == "forbidden-action")
                .map(|finding| finding.message.as_str()),
            Some(
                "a bucket policy cannot have the action `ses:SendEmail` of the service `ses`: name actions of Amazon S3"
            )
        );
    }

    #[test]
    fn a_resource_control_policy_names_services() {
        finds_of(PolicyKind::ResourceControl, &denial(r#""s3:*""#), &[]);
        finds_of(PolicyKind::ResourceControl, &denial(r#""*""#), &["forbidden-action /Statement/Action"]);
        finds_of(PolicyKind::ServiceControl, r#""Effect": "Deny", "Action": "*", "Resource": "*""#, &[]);
    }

    #[test]
    fn a_trust_policy_allows_to_assume_the_role() {
        finds_of_trust(
            ACCOUNT,
            r#"["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity", "sts:GetCallerIdentity", "s3:Get*"]"#,
            &["forbidden-action /Statement/Action/3", "forbidden-action /Statement/Action/4"],
        );
        finds_of_trust(ACCOUNT, r#"["*"]"#, &[]);
    }

    #[test]
    fn the_message_states_what_the_kind_of_policy_is_for() {
        assert_eq!(
            message_of(PolicyKind::ResourceControl, &denial(r#""*""#)),
            "a resource control policy cannot have the action `*`: name the services, such as `s3:*`"
        );
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(ACCOUNT, r#"["sts:AssumeRole", "s3:Get*"]"#)),
            "a trust policy cannot have the action `s3:Get*`: allow it in an identity policy of the role"
        );
    }
}
