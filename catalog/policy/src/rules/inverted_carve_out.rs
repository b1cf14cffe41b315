//! Reports a condition on `aws:PrincipalIsAWSService` with the wrong boolean.
//!
//! ## What it checks
//! A `Deny` of a resource control policy combines `aws:PrincipalIsAWSService` with a key of the other principals.
//!
//! There are two cases:
//!
//! * a key of users and roles, such as `aws:PrincipalOrgID`, in a statement that is only about services;
//! * a key of services, such as `aws:SourceOrgID`, in a statement that is only about users and roles.
//!
//! ## Why it matters
//! In the first case, the statement denies the requests of all services, and does not restrict users and roles. In the
//! second case, it does not restrict services.
//!
//! ## Example
//! A resource control policy that keeps principals of other organizations out:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:*",
//!         "Resource": "*",
//!         "Condition": {
//!             "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
//!             "BoolIfExists": {"aws:PrincipalIsAWSService": "true"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the other boolean.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:*",
//!         "Resource": "*",
//!         "Condition": {
//!             "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
//!             "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never. Write two statements if you want to restrict both services and other principals.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, rule::Check, shown::Shown, subject::RcpCondition,
};

rule! {
    InvertedCarveOut { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for InvertedCarveOut {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(condition) = RcpCondition::new(cx.kind, statement) else { return };
        let Some(carve_out) = condition.carve_out else { return };
        let (key, holders, right) = match (condition.identity, condition.source) {
            (Some(identity), None) if carve_out.is_for_services => (identity, "users and roles have", "false"),
            (None, Some(source)) if !carve_out.is_for_services => (source, "AWS services have", "true"),
            _ => return,
        };
        let message = format!(
            "only {holders} `{}`, but the statement is about all others: write `{right}` for \
             `aws:PrincipalIsAWSService`",
            Shown(key.written())
        );
        cx.report::<Self>(carve_out.key.place, message);
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, message_of},
    };

    /// Returns a `Deny` for services, or for all others.
    fn deny(is_service: bool, more: &str) -> String {
        format!(
            r#""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
               "Condition": {{"BoolIfExists": {{"aws:PrincipalIsAWSService": "{is_service}"}}, {more}}}"#
        )
    }

    const FOUND: &[&str] = &["inverted-carve-out /Statement/Condition/BoolIfExists/aws:PrincipalIsAWSService"];
    const IDENTITY: &str = r#""StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#;
    const SOURCE: &str =
        r#""StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"}, "Null": {"aws:SourceAccount": "false"}"#;

    #[test]
    fn the_wrong_boolean_is_reported() {
        finds_of(PolicyKind::ResourceControl, &deny(true, IDENTITY), FOUND);
        finds_of(PolicyKind::ResourceControl, &deny(false, SOURCE), FOUND);
        finds_of(PolicyKind::ResourceControl, &deny(false, IDENTITY), &[]);
        finds_of(PolicyKind::ResourceControl, &deny(true, SOURCE), &[]);
    }

    #[test]
    fn the_message_states_the_right_boolean() {
        assert_eq!(
            message_of(PolicyKind::ResourceControl, &deny(true, IDENTITY)),
            "only users and roles have `aws:PrincipalOrgID`, but the statement is about all others: write `false` for \
             `aws:PrincipalIsAWSService`"
        );
    }
}
