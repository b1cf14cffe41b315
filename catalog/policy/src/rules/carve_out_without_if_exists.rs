//! Reports an exception for AWS services in a resource control policy that also spares anonymous requests.
//!
//! ## What it checks
//! A `Deny` of a resource control policy has `"Bool": {"aws:PrincipalIsAWSService": "false"}`, without `IfExists`.
//!
//! The rule does not report the comparison if another one already requires a key, such as
//! `"StringEquals": {"aws:PrincipalAccount": "111122223333"}`.
//!
//! ## Why it matters
//! Anonymous requests do not have the key. Without `IfExists`, the comparison is false for them, so the statement does
//! not deny them. A public bucket then stays readable for everyone.
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
//!             "Bool": {"aws:PrincipalIsAWSService": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `BoolIfExists`.
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
//! Allow the finding if anonymous requests must stay possible.

use crate::{catalog::PolicyCatalog, context::Context, document::StatementNode, rule::Check, subject::RcpCondition};

rule! {
    CarveOutWithoutIfExists { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for CarveOutWithoutIfExists {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(condition) = RcpCondition::new(cx.kind, statement) else { return };
        let Some(carve_out) = condition.carve_out else { return };
        if carve_out.is_for_services || carve_out.accepts_missing || condition.needs_other_key {
            return;
        }
        let message = "anonymous requests do not have `aws:PrincipalIsAWSService`, so the statement does not deny them: \
                       write `BoolIfExists`";
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

    /// Returns a `Deny` of a resource control policy with a condition.
    fn deny(condition: &str) -> String {
        format!(
            r#""Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {{{condition}}}"#
        )
    }

    const IDENTITY: &str = r#""StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#;
    const WITHOUT: &str = r#""Bool": {"aws:PrincipalIsAWSService": "false"}"#;

    #[test]
    fn a_bool_without_if_exists_is_reported() {
        let expected = &["carve-out-without-if-exists /Statement/Condition/Bool/aws:PrincipalIsAWSService"];
        finds_of(PolicyKind::ResourceControl, &deny(&format!("{WITHOUT}, {IDENTITY}")), expected);
        let with = r#""BoolIfExists": {"aws:PrincipalIsAWSService": "false"}"#;
        finds_of(PolicyKind::ResourceControl, &deny(&format!("{with}, {IDENTITY}")), &[]);
    }

    #[test]
    fn a_statement_that_needs_another_key_is_not_reported() {
        let account = r#""StringEquals": {"aws:PrincipalAccount": "111122223333"}"#;
        finds_of(PolicyKind::ResourceControl, &deny(&format!("{WITHOUT}, {account}")), &[]);
    }

    #[test]
    fn the_message_states_the_fix() {
        assert_eq!(
            message_of(PolicyKind::ResourceControl, &deny(&format!("{WITHOUT}, {IDENTITY}"))),
            "anonymous requests do not have `aws:PrincipalIsAWSService`, so the statement does not deny them: write \
             `BoolIfExists`"
        );
    }
}
