//! Reports a statement that allows passing every role to every AWS service.
//!
//! ## What it checks
//! The statement allows `iam:PassRole`, and names neither the roles nor the services.
//!
//! The rule covers:
//!
//! * the action by its name, by a pattern such as `iam:*`, and by a `NotAction` that does not list it;
//! * all roles by a resource such as `*` or `arn:aws:iam::*:role/*`, and by `NotResource`.
//!
//! The rule accepts a condition on `iam:PassedToService`, on another key of IAM such as `iam:AssociatedResourceArn`,
//! or on the tags of the role. It also accepts a `Deny` statement of the policy that limits `iam:PassRole`. A pattern
//! that contains a part of the name, such as `role/shop-*`, names roles.
//!
//! The rule checks only identity policies.
//!
//! ## Why it matters
//! A caller who [passes a role to a
//! service](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html) can use the permissions of the
//! role. With the role of an administrator, for example, a function of AWS Lambda can do everything.
//!
//! ## Example
//! An identity policy of a program that starts functions:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "Action": "iam:PassRole"
//!     }
//! }
//! ```
//!
//! ## Fix
//! List the ARNs of the roles in `Resource`, or add a condition on `iam:PassedToService`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "arn:aws:iam::111122223333:role/shop-*",
//!         "Action": "iam:PassRole",
//!         "Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for the policy of an administrator, who may use every role.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    subject::{AnyRole, CoveredRoles, NamedAction, RoleAction},
};

rule! {
    PassAnyRole { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for PassAnyRole {
    fn any_role<'t, C: PolicyCatalog>(any: &AnyRole<'t>, cx: &mut Context<'_, 't, C>) {
        if any.action != RoleAction::Pass {
            return;
        }
        let check = match (any.named, any.roles) {
            (NamedAction::Exact, CoveredRoles::Every(_)) => AccessAnalyzerCheck::PassRoleWithStarInResource,
            (NamedAction::Exact, CoveredRoles::NotResource(_)) => AccessAnalyzerCheck::PassRoleWithNotResource,
            (NamedAction::Pattern(_), CoveredRoles::Every(_)) => {
                AccessAnalyzerCheck::PassRoleWithStarInActionAndResource
            }
            (NamedAction::Pattern(_), CoveredRoles::NotResource(_)) => {
                AccessAnalyzerCheck::PassRoleWithStarInActionAndNotResource
            }
            (NamedAction::NotAction, CoveredRoles::Every(_)) => {
                AccessAnalyzerCheck::PassRoleWithStarInResourceAndNotAction
            }
            (NamedAction::NotAction, CoveredRoles::NotResource(_)) => {
                AccessAnalyzerCheck::PassRoleWithNotActionAndNotResource
            }
        };
        cx.report::<Self>(any.place(), any.message()).about(check);
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{findings, finds, finds_of, finds_of_text, finds_with_holes, found, message, policy, policy_of},
    };

    /// Returns the pointers of the findings of this rule in an identity policy.
    fn pointers(text: &str) -> alloc::vec::Vec<alloc::string::String> {
        let mut found = found(text, PolicyKind::Identity);
        found.retain(|found| found.starts_with("pass-any-role"));
        found
    }

    fn is_reported(statement: &str) -> bool {
        !pointers(&policy(statement)).is_empty()
    }

    #[test]
    fn each_way_to_name_the_action_and_the_roles_is_reported() {
        let expected = &["pass-any-role /Statement/Resource"];
        finds(r#""Effect": "Allow", "Action": "iam:PassRole", "Resource": "*""#, expected);
        finds(
            r#""Effect": "Allow", "Action": "IAM:passrole", "Resource": ["arn:aws:iam::*:role/*"]"#,
            &["pass-any-role /Statement/Resource/0"],
        );
        finds(r#""Effect": "Allow", "Action": ["iam:Pass*"], "Resource": "*""#, expected);
        for actions in [
            r#""Action": "*""#,
            r#""Action": ["s3:*", "iam:*"]"#,
            r#""Action": "iam:P?ssRole""#,
            r#""NotAction": "iam:Create*""#,
        ] {
            for resources in [r#""Resource": "*""#, r#""NotResource": "arn:aws:iam::*:role/admin-*""#] {
                assert!(is_reported(&format!(r#""Effect": "Allow", {actions}, {resources}"#)), "{actions} {resources}");
            }
        }
    }

    #[test]
    fn a_statement_that_names_roles_or_services_is_not_reported() {
        let roles = r#"["arn:aws:iam::*:role/shop-*", "arn:aws:iam::111122223333:role/service-role/*"]"#;
        finds(&format!(r#""Effect": "Allow", "Action": "iam:PassRole", "Resource": {roles}"#), &[]);
        for condition in [
            r#""StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}"#,
            r#""StringLikeIfExists": {"IAM:passedtoservice": ["lambda.*", "ec2.amazonaws.com"]}"#,
            r#""ArnLike": {"iam:AssociatedResourceArn": "arn:aws:ec2:*:*:instance/*"}"#,
            r#""StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}"#,
            r#""StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/limit"}"#,
            r#""StringLike": {"s3:prefix": "home/*"}"#,
        ] {
            let rest = format!(r#""Resource": "*", "Condition": {{{condition}}}"#);
            assert!(!is_reported(&format!(r#""Effect": "Allow", "Action": ["iam:*"], {rest}"#)), "{condition}");
        }
    }

    #[test]
    fn a_condition_that_limits_neither_is_reported() {
        for condition in [
            r#""Bool": {"aws:MultiFactorAuthPresent": "true"}"#,
            r#""StringNotEquals": {"iam:PassedToService": "lambda.amazonaws.com"}"#,
            r#""StringLike": {"iam:PassedToService": "*"}"#,
            r#""StringLike": {"iam:PassedToService": ["lambda.amazonaws.com", "*.amazonaws.com"]}"#,
            r#""Null": {"iam:PassedToService": "false"}"#,
            r#""StringLikeIfExists": {"s3:prefix": "home/*"}"#,
        ] {
            let rest = format!(r#""Resource": "*", "Condition": {{{condition}}}"#);
            assert!(is_reported(&format!(r#""Effect": "Allow", "Action": "iam:*", {rest}"#)), "{condition}");
        }
    }

    #[test]
    fn a_statement_that_does_not_allow_the_action_is_not_reported() {
        for statement in [
            r#""Effect": "Deny", "Action": "iam:PassRole", "Resource": "*""#,
            r#""Effect": "Allow", "Action": ["iam:Get*", "s3:*"], "Resource": "*""#,
            r#""Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:iam::*:role/*""#,
            r#""Effect": "Allow", "NotAction": ["iam:Pass*"], "Resource": "*""#,
            r#""Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::a""#,
        ] {
            assert!(!is_reported(statement), "{statement}");
        }
    }

    #[test]
    fn a_deny_that_limits_the_action_is_taken_into_account() {
        let allow = r#""Effect": "Allow", "Action": "*", "Resource": "*""#;
        for deny in [
            r#""Effect": "Deny", "Action": "iam:*", "Resource": "*""#,
            r#""Effect": "Deny", "Action": "iam:PassRole", "NotResource": "arn:aws:iam::*:role/shop-*""#,
            r#""Effect": "Deny", "NotAction": "s3:*", "Resource": "*""#,
            r#""Effect": "Deny", "Action": "iam:PassRole", "Resource": "*", "Condition": {"StringNotEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}"#,
        ] {
            assert!(pointers(&policy_of(&[allow, deny])).is_empty(), "{deny}");
        }
        for deny in [
            r#""Effect": "Deny", "Action": "iam:Create*", "Resource": "*""#,
            r#""Effect": "Deny", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/admin""#,
            r#""Effect": "Deny", "NotAction": "iam:PassRole", "Resource": "*""#,
            r#""Effect": "Deny", "Action": "iam:*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}"#,
        ] {
            assert_eq!(pointers(&policy_of(&[allow, deny])).len(), 1, "{deny}");
        }
    }

    #[test]
    fn a_policy_that_grants_nothing_in_iam_is_not_reported() {
        let statement = r#""Effect": "Allow", "Action": "iam:PassRole", "Resource": "*""#;
        finds_of(PolicyKind::ServiceControl, statement, &[]);
        finds_of(PolicyKind::PermissionBoundary, statement, &[]);
        finds_of(PolicyKind::Session, statement, &[]);
    }

    #[test]
    fn a_part_that_may_be_a_limit_is_not_reported() {
        for statement in [
            r#""Effect": "Allow", "Action": "iam:<<Action>>", "Resource": "*""#,
            r#""Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/<<Role>>""#,
            r#""Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": "<<Condition>>""#,
            r#""Effect": "<<Effect>>", "Action": "iam:PassRole", "Resource": "*""#,
        ] {
            finds_with_holes(PolicyKind::Identity, &policy(statement), &[]);
        }
        let allow = r#"{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}"#;
        let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{allow}, "<<Statement>>"]}}"#);
        finds_with_holes(PolicyKind::Identity, &text, &[]);
        let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{allow}]}}"#);
        finds_of_text(PolicyKind::Identity, &text, &["pass-any-role /Statement/0/Resource"]);
    }

    #[test]
    fn each_shape_has_its_own_check() {
        let all = r#""Resource": "*""#;
        let except = r#""NotResource": "arn:aws:iam::*:role/admin""#;
        for (actions, roles, expected) in [
            (r#""Action": "iam:PassRole""#, all, "PASS_ROLE_WITH_STAR_IN_RESOURCE"),
            (r#""Action": "iam:Pass*""#, all, "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE"),
            (r#""NotAction": "s3:*""#, all, "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"),
            (r#""Action": "iam:PassRole""#, except, "PASS_ROLE_WITH_NOT_RESOURCE"),
            (r#""Action": "iam:Pass*""#, except, "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"),
            (r#""NotAction": "s3:*""#, except, "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE"),
        ] {
            let found = findings(&policy(&format!(r#""Effect": "Allow", {actions}, {roles}"#)), PolicyKind::Identity);
            let mut checks = found.iter().filter_map(|finding| finding.access_analyzer);
            assert!(checks.any(|check| check.code() == expected), "{actions} {roles}");
        }
    }

    #[test]
    fn the_message_states_what_is_allowed() {
        assert_eq!(
            message(r#""Effect": "Allow", "Action": "iam:PassRole", "Resource": "*""#),
            "the statement allows passing every role to every service: list the ARNs of roles in `Resource`, or add a \
             condition on `iam:PassedToService`"
        );
        assert_eq!(
            message(r#""Effect": "Allow", "Action": "iam:Pass*", "Resource": "*""#),
            "`iam:Pass*` allows `iam:PassRole`, which passes every role to every service: list the ARNs of roles in \
             `Resource`, or add a condition on `iam:PassedToService`"
        );
        assert_eq!(
            message(r#""Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:iam::*:role/admin""#),
            "the statement allows passing every role that `NotResource` does not match to every service: list the \
             ARNs of roles in `Resource`"
        );
    }
}
