//! Reports actions with which the principal can get more permissions than the policy gives it.
//!
//! ## What it checks
//! The principal can get more permissions than the policy gives it, because the policy allows all actions of a published
//! method of privilege escalation.
//!
//! The methods work in three ways:
//!
//! * The principal changes a policy that applies to itself, such as with `iam:PutUserPolicy`.
//! * It gets the credentials of another user or role, such as with `iam:CreateAccessKey`.
//! * It passes a role to a service and runs its own code with the role, such as with `iam:PassRole` and
//!   `ec2:RunInstances`.
//!
//! The message names one method, its actions, and the list that describes it. It also states how many other methods the
//! same action allows. The lists are [pathfinding.cloud](https://pathfinding.cloud/paths/),
//! [cloudsplaining](https://cloudsplaining.readthedocs.io/en/latest/glossary/privilege-escalation/), and the check of
//! [Prowler](https://github.com/prowler-cloud/prowler).
//!
//! The rule checks identity policies, and reads all statements together. An action does not count in these cases:
//!
//! * The first action of the method is allowed only on some users, groups, roles or policies.
//! * The statement has a condition, such as one on `iam:PassedToService` or `iam:PermissionsBoundary`. Conditions on
//!   multi-factor authentication and encryption do not matter.
//! * Another statement denies the action.
//! * The method changes users or roles, and a statement compares `iam:PermissionsBoundary`.
//!
//! The rule does not report policies of administrators. The finding `allow-everything` is about policies that allow
//! every action, and `iam-administration` is about those that otherwise only read.
//!
//! ## Why it matters
//! A caller with the credentials of the principal can become an administrator of the account.
//!
//! ## Example
//! An identity policy that is intended to let users manage their own access keys:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["iam:CreateAccessKey", "iam:DeleteAccessKey"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Allow the first action of the method only on the resources that the principal needs.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["iam:CreateAccessKey", "iam:DeleteAccessKey"],
//!         "Resource": "arn:aws:iam::111122223333:user/${aws:username}"
//!     }
//! }
//! ```
//!
//! For `iam:PassRole`, also compare `iam:PassedToService` with the services that the principal uses.
//!
//! ## When to allow it
//! Allow the finding for principals that may do everything anyway, such as those that deploy whole accounts. Also allow
//! it if a permissions boundary or a service control policy prevents the method.

use crate::{catalog::PolicyCatalog, context::Context, rule::Check, subject::Escalation};

rule! {
    PrivilegeEscalation { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for PrivilegeEscalation {
    fn escalation<'t, C: PolicyCatalog>(escalation: &Escalation<'t>, cx: &mut Context<'_, 't, C>) {
        if !escalation.needs_resource() && escalation.is_for_administrators == Some(false) {
            cx.report::<Self>(escalation.text.place, escalation.message());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{
        kind::PolicyKind,
        testing::{found, messages, policy, policy_of},
    };

    /// Returns the places of the rule's findings.
    fn places_of(kind: PolicyKind, policy: &str) -> Vec<String> {
        let found = found(policy, kind).into_iter();
        found.filter_map(|text| text.strip_prefix("privilege-escalation ").map(String::from)).collect()
    }

    fn places(statements: &[&str]) -> Vec<String> {
        places_of(PolicyKind::Identity, &policy_of(statements))
    }

    fn allow(actions: &str, resource: &str) -> String {
        format!(r#""Effect": "Allow", "Action": {actions}, "Resource": {resource}"#)
    }

    const PASS_ROLE: &str = r#"["iam:PassRole", "ec2:RunInstances"]"#;

    #[test]
    fn each_single_action_of_iam_is_reported() {
        for action in [
            "iam:AddUserToGroup",
            "iam:AttachGroupPolicy",
            "iam:AttachRolePolicy",
            "iam:AttachUserPolicy",
            "iam:CreateAccessKey",
            "iam:CreateLoginProfile",
            "iam:CreatePolicyVersion",
            "iam:PutGroupPolicy",
            "iam:PutRolePolicy",
            "iam:PutUserPolicy",
            "iam:SetDefaultPolicyVersion",
            "iam:UpdateAssumeRolePolicy",
            "iam:UpdateLoginProfile",
        ] {
            let found = places(&[&allow(&format!(r#""{action}""#), r#""*""#)]);
            assert_eq!(found, ["/Statement/0/Action"], "{action}");
        }
    }

    #[test]
    fn the_actions_of_a_method_may_be_in_several_statements() {
        let pass = allow(r#""iam:passrole""#, r#""arn:aws:iam::111122223333:role/*""#);
        // The name of a new function does not matter, because the principal chooses it.
        let create = allow(r#""lambda:*""#, r#""arn:aws:lambda:*:*:function:shop-*""#);
        assert_eq!(places(&[&create, &pass]), ["/Statement/1/Action"]);
        assert!(places(&[&pass]).is_empty() && places(&[&create]).is_empty());
        let invoke = allow(r#""lambda:InvokeFunction""#, r#""*""#);
        assert!(places(&[&pass, &invoke]).is_empty());
    }

    #[test]
    fn a_pattern_has_one_finding() {
        assert_eq!(places(&[&allow(r#"["s3:*", "iam:*", "ec2:*"]"#, r#""*""#)]), ["/Statement/0/Action/1"]);
        assert_eq!(places(&[&allow(r#"["iam:Pass*", "ec2:Run*"]"#, r#""*""#)]), ["/Statement/0/Action/0"]);
        // Each string that allows the action must be corrected.
        let twice = ["/Statement/0/Action/0", "/Statement/0/Action/1"];
        assert_eq!(places(&[&allow(r#"["iam:Put*", "iam:PutUserPolicy"]"#, r#""*""#)]), twice);
    }

    #[test]
    fn narrow_resources_are_not_reported() {
        for resource in
            [r#""arn:aws:iam::111122223333:role/shop-*""#, r#"["arn:aws:iam::*:user/*", "arn:aws:iam::*:role/a"]"#]
        {
            assert!(places(&[&allow(PASS_ROLE, resource)]).is_empty(), "{resource}");
        }
        let own = r#""arn:aws:iam::*:user/${aws:username}""#;
        assert!(places(&[&allow(r#""iam:CreateAccessKey""#, own)]).is_empty());
        // The principal can extend the policies of its own user.
        assert_eq!(places(&[&allow(r#""iam:PutUserPolicy""#, own)]), ["/Statement/0/Action"]);
    }

    #[test]
    fn a_condition_that_narrows_is_not_reported() {
        let with = |condition: &str| {
            let statement = format!("{}, \"Condition\": {{{condition}}}", allow(PASS_ROLE, r#""*""#));
            places(&[&statement])
        };
        assert!(with(r#""StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}"#).is_empty());
        assert!(with(r#""StringEquals": {"iam:ResourceTag/team": "shop"}"#).is_empty());
        assert_eq!(with(r#""Bool": {"aws:multifactorauthpresent": "true"}"#), ["/Statement/0/Action/0"]);
    }

    #[test]
    fn denied_actions_are_not_reported() {
        let allowed = allow(PASS_ROLE, r#""*""#);
        let deny = |actions: &str, more: &str| {
            places(&[&allowed, &format!(r#""Effect": "Deny", "{actions}, {more}"#)]).is_empty()
        };
        assert!(deny(r#"Action": "iam:*""#, r#""Resource": "*""#));
        assert!(deny(r#"Action": "ec2:RunInstances""#, r#""Resource": "*""#));
        assert!(deny(r#"NotAction": "s3:*""#, r#""Resource": "*""#));
        let condition = r#""Resource": "*", "Condition": {"StringNotEquals": {"aws:PrincipalTag/a": "b"}}"#;
        assert!(deny(r#"Action": "iam:PassRole""#, condition));
        assert!(deny(r#"Action": "iam:PassRole""#, r#""NotResource": "arn:aws:iam::*:role/shop""#));
        // All other roles can still be passed.
        assert!(!deny(r#"Action": "iam:PassRole""#, r#""Resource": "arn:aws:iam::*:role/admin""#));
        assert!(!deny(r#"Action": "s3:*""#, r#""Resource": "*""#));
        let no_mfa = r#""Resource": "*", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}"#;
        assert!(!deny(r#"NotAction": "sts:*""#, no_mfa));
    }

    #[test]
    fn administrators_are_not_reported() {
        assert!(places(&[&allow(r#""*""#, r#""*""#), &allow(r#""iam:*""#, r#""*""#)]).is_empty());
        assert!(places(&[&allow(r#""iam:*""#, r#""*""#), &allow(r#""s3:List*""#, r#""*""#)]).is_empty());
        // Only `NotAction` allows these actions, and another finding is about it.
        assert!(places(&[r#""Effect": "Allow", "NotAction": "s3:*", "Resource": "*""#]).is_empty());
        let all_but_iam = r#""Effect": "Allow", "NotAction": "iam:*", "Resource": "*""#;
        assert_eq!(places(&[all_but_iam, &allow(r#""iam:PassRole""#, r#""*""#)]), ["/Statement/1/Action"]);
    }

    // An administrator can change users without a limit, because the users that it creates have a permissions boundary.
    #[test]
    fn a_delegated_administrator_with_boundaries_is_not_reported() {
        let boundary = r#""StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/a"}"#;
        let create = format!("{}, \"Condition\": {{{boundary}}}", allow(r#""iam:CreateUser""#, r#""*""#));
        let keys = allow(r#"["iam:CreateAccessKey", "s3:PutObject"]"#, r#""*""#);
        assert_eq!(places(&[&keys]), ["/Statement/0/Action/0"]);
        assert!(places(&[&keys, &create]).is_empty());
        // Existing roles can still be passed.
        assert_eq!(places(&[&allow(PASS_ROLE, r#""*""#), &create]), ["/Statement/0/Action/0"]);
    }

    #[test]
    fn policies_that_grant_nothing_are_not_reported() {
        for kind in PolicyKind::ALL.iter().filter(|kind| **kind != PolicyKind::Identity) {
            assert!(places_of(*kind, &policy(&allow(PASS_ROLE, r#""*""#))).is_empty(), "{kind}");
        }
    }

    #[test]
    fn the_message_names_the_method() {
        let message = |actions: &str| {
            let all = messages(PolicyKind::Identity, &policy(&allow(actions, r#""*""#)));
            all.into_iter().find(|message| message.contains("principal")).unwrap()
        };
        assert_eq!(
            message(r#""iam:PutUserPolicy""#),
            "the principal can change its own permissions with `iam:PutUserPolicy` (`iam-007` of pathfinding.cloud): \
             allow it only on some users"
        );
        assert_eq!(
            message(PASS_ROLE),
            "the principal can use the permissions of any role that it passes to a service with `iam:PassRole` and \
             `ec2:RunInstances` (`ec2-001` of pathfinding.cloud): allow `iam:PassRole` only on some roles"
        );
        assert_eq!(
            message(r#"["iam:*", "s3:PutObject"]"#),
            "the principal can change its own permissions with `iam:CreatePolicyVersion` (`iam-001` of \
             pathfinding.cloud, and 12 other methods): allow `iam:CreatePolicyVersion` only on some policies"
        );
    }
}
