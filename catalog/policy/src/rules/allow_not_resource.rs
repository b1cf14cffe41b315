//! Reports an `Allow` statement with `NotResource`.
//!
//! ## What it checks
//! `Allow` with `NotResource` grants access to every resource that is not listed, including resources that are
//! created later.
//!
//! Control policies of AWS Organizations, endpoint policies and session policies are not checked, because they grant
//! nothing.
//!
//! ## Why it matters
//! AWS [advises
//! caution](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html), because
//! the statement covers everything that it does not list. With `"Action": "*"`, users can even attach policies to
//! themselves and so reach the excluded resources.
//!
//! ## Example
//! An identity policy that allows reading all objects except those in one bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "NotResource": "arn:aws:s3:::secret/*",
//!         "Action": "s3:GetObject"
//!     }
//! }
//! ```
//!
//! ## Fix
//! In `Resource`, list the resources that are needed, or use `NotResource` with `Deny`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": ["arn:aws:s3:::reports/*", "arn:aws:s3:::uploads/*"],
//!         "Action": "s3:GetObject"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the actions may be used on every other resource, including future ones.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::StatementNode,
    grammar::Effect,
    kind::PolicyKind,
    rule::Check,
    subject::{AnyRole, RoleAction},
};

rule! {
    AllowNotResource { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for AllowNotResource {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let allows = statement.effect() == Some(Effect::Allow) && cx.kind.grants();
        let Some(node) = statement.not_resources().filter(|_| allows) else { return };
        // The rules about roles report a statement whose only actions are about roles.
        let is_about_roles = cx.kind == PolicyKind::Identity
            && AnyRole::is_only_permission(statement)
            && RoleAction::ALL
                .into_iter()
                .any(|action| AnyRole::new(action, statement).is_some() && !cx.limits_roles(action));
        if !is_about_roles {
            let message = "`Allow` with `NotResource` grants access to every other resource, including ones created \
                           later: list resources in `Resource`";
            cx.report::<Self>(node.place(), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, message},
    };

    #[test]
    fn an_allow_on_all_other_resources_is_reported() {
        let expected = &["allow-not-resource /Statement/NotResource"];
        finds(r#""Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::secret/*""#, expected);
    }

    #[test]
    fn a_deny_and_a_service_control_policy_are_not_reported() {
        finds(r#""Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::public/*""#, &[]);
        let allow = r#""Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::secret/*""#;
        finds_of(PolicyKind::ServiceControl, allow, &[]);
    }

    #[test]
    fn a_statement_only_about_roles_is_left_to_the_rules_about_them() {
        let all_but_one = r#""NotResource": "arn:aws:iam::*:role/admin""#;
        let statement = |actions: &str| format!(r#""Effect": "Allow", "Action": {actions}, {all_but_one}"#);
        finds(&statement(r#""iam:PassRole""#), &["pass-any-role /Statement/NotResource"]);
        let both = &["allow-not-resource /Statement/NotResource", "pass-any-role /Statement/NotResource"];
        finds(&statement(r#"["iam:PassRole", "ses:SendEmail"]"#), both);
    }

    #[test]
    fn the_message_states_what_is_allowed() {
        assert_eq!(
            message(r#""Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::secret/*""#),
            "`Allow` with `NotResource` grants access to every other resource, including ones created later: list \
             resources in `Resource`"
        );
    }
}
