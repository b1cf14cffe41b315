//! Reports actions that return credentials, if they are allowed on every resource.
//!
//! ## What it checks
//! The statement allows an action that returns passwords, keys or tokens, such as `ec2:GetPasswordData`. It allows the
//! action on every resource, without a condition.
//!
//! The list of these actions is that of [cloudsplaining](https://cloudsplaining.readthedocs.io/). The rule checks identity
//! policies. It does not report actions whose credentials permit no more than the policy, such as `sts:GetSessionToken`.
//!
//! ## Why it matters
//! With these credentials, the principal can act as someone else. Other policies do not restrict it then.
//!
//! ## Example
//! An identity policy for the support of instances:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ec2:GetPasswordData",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["credentials-exposure"]
//! ```
//!
//! ## Fix
//! Name the resources.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ec2:GetPasswordData",
//!         "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/i-1234567890abcdef0"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a principal that hands out the credentials of all resources.

use crate::{
    catalog::PolicyCatalog, context::Context, rule::Check, sensitive_actions::Sensitive, subject::SensitiveActions,
};

rule! {
    CredentialsExposure { severity: Warning, group: Restriction, since: "0.1.0" }
}

impl Check for CredentialsExposure {
    fn sensitive_actions<'t, C: PolicyCatalog>(actions: &SensitiveActions<'t>, cx: &mut Context<'_, 't, C>) {
        if actions.what == Sensitive::Credentials {
            let message = actions.message("credentials");
            cx.report::<Self>(actions.text.place, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        finding::FindingId,
        kind::PolicyKind,
        testing::{finds_restricted, found, policy},
    };

    fn finds(statement: &str, expected: &[&str]) {
        finds_restricted(FindingId::CredentialsExposure, statement, expected);
    }

    #[test]
    fn an_action_on_every_resource_is_reported() {
        finds(
            r#""Effect": "Allow", "Action": ["ses:SendEmail", "redshift:GetCluster*"], "Resource": "*""#,
            &["credentials-exposure /Statement/Action/1"],
        );
    }

    #[test]
    fn a_named_resource_a_condition_or_a_deny_is_not_reported() {
        let named = r#""arn:*:ec2:eu-west-1:111122223333:instance/i-1""#;
        finds(&alloc::format!(r#""Effect": "Allow", "Action": "ec2:GetPasswordData", "Resource": {named}"#), &[]);
        let condition = r#""Condition": {"StringEquals": {"aws:ResourceTag/team": "shop"}}"#;
        let allow = r#""Effect": "Allow", "Action": "ec2:GetPasswordData", "Resource": "*""#;
        finds(&alloc::format!("{allow}, {condition}"), &[]);
        finds(r#""Effect": "Deny", "Action": "ec2:GetPasswordData", "Resource": "*""#, &[]);
    }

    #[test]
    fn the_rule_is_off_by_default() {
        let allow = policy(r#""Effect": "Allow", "Action": "rds-db:connect", "Resource": "*""#);
        let found = found(&allow, PolicyKind::Identity);
        assert!(!found.iter().any(|text| text.starts_with("credentials-exposure")), "{found:?}");
    }
}
