//! Reports a policy of an administrator of users, who can change their own permissions.
//!
//! ## What it checks
//! The policy is for an administrator of users, who can also change their own permissions.
//!
//! The policy allows `iam:CreateUser` and all actions of a method that `privilege-escalation` describes. Apart from IAM,
//! it allows only actions whose names begin with `Get`, `List` or `Describe`.
//!
//! ## Why it matters
//! The principal can make itself an administrator of the account, although the policy names only actions of IAM.
//!
//! ## Example
//! An identity policy for a person who manages users:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["iam:CreateUser", "iam:AttachUserPolicy"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Require a permissions boundary that the principal cannot change.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["iam:CreateUser", "iam:AttachUserPolicy"],
//!         "Resource": "*",
//!         "Condition": {
//!             "StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/limits-of-the-shop"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for the policy of an administrator.

use alloc::format;

use crate::{catalog::PolicyCatalog, context::Context, rule::Check, subject::Escalation};

rule! {
    IamAdministration { severity: Note, group: Security, since: "0.1.0" }
}

impl Check for IamAdministration {
    fn escalation<'t, C: PolicyCatalog>(escalation: &Escalation<'t>, cx: &mut Context<'_, 't, C>) {
        if escalation.is_for_administrators == Some(true) && !escalation.needs_resource() {
            let message = format!("{}, or require a permissions boundary", escalation.message());
            cx.report::<Self>(escalation.text.place, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use crate::{
        kind::PolicyKind,
        testing::{found, messages, policy},
    };

    #[test]
    fn an_administrator_of_users_is_reported_once_for_each_string() {
        let administrator = policy(r#""Effect": "Allow", "Action": ["iam:*", "s3:GetObject"], "Resource": "*""#);
        let mut all = found(&administrator, PolicyKind::Identity);
        all.retain(|found| !found.ends_with("/Resource"));
        assert_eq!(all, ["iam-administration /Statement/Action/0"]);
    }

    #[test]
    fn an_administrator_without_rights_to_change_them_is_not_reported() {
        let boundary = r#"{"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/a"}}"#;
        for limit in [
            r#""Resource": "arn:aws:iam::*:group/MarketingTeam""#.into(),
            alloc::format!(r#""Resource": "*", "Condition": {boundary}"#),
        ] {
            let found = found(
                &policy(&alloc::format!(r#""Effect": "Allow", "Action": "iam:*", {limit}"#)),
                PolicyKind::Identity,
            );
            assert!(!found.iter().any(|text| text.starts_with("iam-administration")), "{found:?}");
        }
    }

    #[test]
    fn the_message_states_both_fixes() {
        let administrator = policy(r#""Effect": "Allow", "Action": "iam:*", "Resource": "*""#);
        let messages = messages(PolicyKind::Identity, &administrator);
        assert_eq!(
            messages.first().map(String::as_str),
            Some(
                "the principal can change its own permissions with `iam:CreatePolicyVersion` (`iam-001` of \
              pathfinding.cloud, and 12 other methods): allow `iam:CreatePolicyVersion` only on some policies, or require \
              a permissions boundary"
            )
        );
    }
}
