//! Reports actions that read stored data, if they are allowed on every resource.
//!
//! ## What it checks
//! The statement allows an action that returns the content of objects, parameters or secrets: `s3:GetObject`,
//! `ssm:GetParameter` and its variants, or `secretsmanager:GetSecretValue`. It allows the action on every resource,
//! without a condition.
//!
//! The list of these actions is that of [cloudsplaining](https://cloudsplaining.readthedocs.io/). The rule checks identity
//! policies.
//!
//! ## Why it matters
//! The principal can copy all data of this kind, including the data of other teams.
//!
//! ## Example
//! An identity policy of a function that reads the pictures of a shop:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["data-exfiltration"]
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
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::pictures-of-the-shop/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a principal that reads all data of the account, such as a backup.

use crate::{
    catalog::PolicyCatalog, context::Context, rule::Check, sensitive_actions::Sensitive, subject::SensitiveActions,
};

rule! {
    DataExfiltration { severity: Warning, group: Restriction, since: "0.1.0" }
}

impl Check for DataExfiltration {
    fn sensitive_actions<'t, C: PolicyCatalog>(actions: &SensitiveActions<'t>, cx: &mut Context<'_, 't, C>) {
        if actions.what == Sensitive::Data {
            let message = actions.message("stored data");
            cx.report::<Self>(actions.text.place, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{finding::FindingId, testing::finds_restricted};

    fn finds(statement: &str, expected: &[&str]) {
        finds_restricted(FindingId::DataExfiltration, statement, expected);
    }

    #[test]
    fn an_action_on_every_resource_is_reported() {
        finds(
            r#""Effect": "Allow", "Action": ["ssm:GetParam*", "s3:GetObject"], "Resource": ["arn:*:s3:::*/*"]"#,
            &["data-exfiltration /Statement/Action/0", "data-exfiltration /Statement/Action/1"],
        );
    }

    #[test]
    fn a_named_resource_is_not_reported() {
        finds(r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:*:s3:::shelf/*""#, &[]);
    }
}
