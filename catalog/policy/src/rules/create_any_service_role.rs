//! Reports a statement that allows creating the service-linked role of every AWS service.
//!
//! ## What it checks
//! The statement allows `iam:CreateServiceLinkedRole`, and names neither the roles nor the services.
//!
//! The rule covers:
//!
//! * the action by its name, by a pattern such as `iam:*`, and by a `NotAction` that does not list it;
//! * all roles by a resource such as `*` or `arn:aws:iam::*:role/aws-service-role/*`, and by `NotResource`.
//!
//! The rule accepts a condition on `iam:AWSServiceName`, and a `Deny` statement of the policy that limits the action.
//! It checks only identity policies.
//!
//! ## Why it matters
//! A [service-linked role](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html)
//! allows an AWS service to act in the account. Callers can create roles for services that the account does not
//! intend to use.
//!
//! ## Example
//! An identity policy of a program that creates clusters:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "*",
//!         "Action": "iam:CreateServiceLinkedRole"
//!     }
//! }
//! ```
//!
//! ## Fix
//! List the ARN of the service's role in `Resource`, or add a condition on `iam:AWSServiceName`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": "arn:aws:iam::*:role/aws-service-role/eks.amazonaws.com/*",
//!         "Action": "iam:CreateServiceLinkedRole",
//!         "Condition": {"StringEquals": {"iam:AWSServiceName": "eks.amazonaws.com"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for the policy of an administrator, who may set up every service.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    subject::{AnyRole, CoveredRoles, NamedAction, RoleAction},
};

rule! {
    CreateAnyServiceRole { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for CreateAnyServiceRole {
    fn any_role<'t, C: PolicyCatalog>(any: &AnyRole<'t>, cx: &mut Context<'_, 't, C>) {
        if any.action != RoleAction::CreateServiceLinked {
            return;
        }
        let check = match (any.named, any.roles) {
            (NamedAction::Exact, CoveredRoles::Every(_)) => AccessAnalyzerCheck::CreateSlrWithStarInResource,
            (NamedAction::Exact, CoveredRoles::NotResource(_)) => AccessAnalyzerCheck::CreateSlrWithNotResource,
            (NamedAction::Pattern(_), CoveredRoles::Every(_)) => {
                AccessAnalyzerCheck::CreateSlrWithStarInActionAndResource
            }
            (NamedAction::Pattern(_), CoveredRoles::NotResource(_)) => {
                AccessAnalyzerCheck::CreateSlrWithStarInActionAndNotResource
            }
            (NamedAction::NotAction, CoveredRoles::Every(_)) => {
                AccessAnalyzerCheck::CreateSlrWithStarInResourceAndNotAction
            }
            (NamedAction::NotAction, CoveredRoles::NotResource(_)) => {
                AccessAnalyzerCheck::CreateSlrWithNotActionAndNotResource
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
        testing::{findings, finds, finds_of, found, message, policy, policy_of},
    };

    fn is_reported(text: &str) -> bool {
        found(text, PolicyKind::Identity).iter().any(|found| found.starts_with("create-any-service-role"))
    }

    #[test]
    fn each_way_to_name_the_action_and_the_roles_is_reported() {
        let expected = &["create-any-service-role /Statement/Resource"];
        finds(r#""Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "*""#, expected);
        finds(r#""Effect": "Allow", "Action": "iam:createservice*", "Resource": "*""#, expected);
        let roles = r#""arn:aws:iam::*:role/aws-service-role/*""#;
        finds(&format!(r#""Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": {roles}"#), expected);
        for actions in [r#""Action": "*""#, r#""Action": ["s3:*", "iam:Create*"]"#, r#""NotAction": "iam:Pass*""#] {
            for resources in [r#""Resource": "*""#, r#""NotResource": "arn:aws:iam::*:role/admin-*""#] {
                let statement = format!(r#""Effect": "Allow", {actions}, {resources}"#);
                assert!(is_reported(&policy(&statement)), "{statement}");
            }
        }
    }

    #[test]
    fn a_statement_that_names_a_role_or_a_service_is_not_reported() {
        let allow = r#""Effect": "Allow", "Action": "iam:CreateServiceLinkedRole""#;
        let role = r#""arn:aws:iam::*:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM*""#;
        finds(&format!(r#"{allow}, "Resource": {role}"#), &[]);
        let condition = r#""StringLike": {"iam:AWSServiceName": ["spot.amazonaws.com", "*a4b.amazonaws.com"]}"#;
        assert!(!is_reported(&policy(&format!(r#"{allow}, "Resource": "*", "Condition": {{{condition}}}"#))));
        let condition = r#""StringLike": {"iam:AWSServiceName": "*.amazonaws.com"}"#;
        assert!(is_reported(&policy(&format!(r#"{allow}, "Resource": "*", "Condition": {{{condition}}}"#))));
    }

    #[test]
    fn a_statement_that_does_not_allow_the_action_is_not_reported() {
        for statement in [
            r#""Effect": "Deny", "Action": "iam:CreateServiceLinkedRole", "Resource": "*""#,
            r#""Effect": "Allow", "NotAction": "iam:*", "Resource": "*""#,
            r#""Effect": "Allow", "Action": "iam:CreateRole", "Resource": "*""#,
            r#""Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:iam::*:role/aws-service-role/*""#,
        ] {
            assert!(!is_reported(&policy(statement)), "{statement}");
        }
        let allow = r#""Effect": "Allow", "NotAction": "s3:*", "Resource": "*""#;
        let deny = r#""Effect": "Deny", "Action": "iam:CreateServiceLinkedRole", "Resource": "*""#;
        assert!(!is_reported(&policy_of(&[allow, deny])));
        let statement = r#""Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "*""#;
        finds_of(PolicyKind::ServiceControl, statement, &[]);
    }

    #[test]
    fn each_shape_has_its_own_check() {
        let all = r#""Resource": "*""#;
        let except = r#""NotResource": "arn:aws:iam::*:role/admin""#;
        for (actions, roles, expected) in [
            (r#""Action": "iam:CreateServiceLinkedRole""#, all, "CREATE_SLR_WITH_STAR_IN_RESOURCE"),
            (r#""Action": "iam:CreateS*""#, all, "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE"),
            (r#""NotAction": "s3:*""#, all, "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"),
            (r#""Action": "iam:CreateServiceLinkedRole""#, except, "CREATE_SLR_WITH_NOT_RESOURCE"),
            (r#""Action": "iam:CreateS*""#, except, "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"),
            (r#""NotAction": "s3:*""#, except, "CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE"),
        ] {
            let found = findings(&policy(&format!(r#""Effect": "Allow", {actions}, {roles}"#)), PolicyKind::Identity);
            let mut checks = found.iter().filter_map(|finding| finding.access_analyzer);
            assert!(checks.any(|check| check.code() == expected), "{actions} {roles}");
        }
    }

    #[test]
    fn the_message_states_what_is_allowed() {
        assert_eq!(
            message(r#""Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "*""#),
            "the statement allows creating the service-linked role of every service: list the ARNs of roles in \
             `Resource`, or add a condition on `iam:AWSServiceName`"
        );
        assert_eq!(
            message(r#""Effect": "Allow", "Action": "iam:CreateS*", "Resource": "*""#),
            "`iam:CreateS*` allows `iam:CreateServiceLinkedRole`, which creates the service-linked role of every \
             service: list the ARNs of roles in `Resource`, or add a condition on `iam:AWSServiceName`"
        );
    }
}
