//! Reports a condition on the owner of a VPC endpoint that some actions of the statement do not support.
//!
//! ## What it checks
//! The condition compares `aws:VpceAccount`, `aws:VpceOrgID` or `aws:VpceOrgPaths`, and the statement has actions of a
//! service that does not send the key. Statements with the action `*` or with `NotAction` have such actions, too.
//!
//! The list of services is AWS's own.
//!
//! ## Why it matters
//! For the other services, an `Allow` with the key never applies. A `Deny` with a negated comparison denies all requests.
//! AWS recommends to use the keys only with actions of the supported services.
//!
//! ## Example
//! An identity policy that denies requests from outside of an organization's endpoints:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": ["s3:*", "sns:*"],
//!         "Resource": "*",
//!         "Condition": {"StringNotEqualsIfExists": {"aws:VpceOrgID": "o-a1b2c3d4e5"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Move the actions of other services to a statement without the key.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "s3:*",
//!         "Resource": "*",
//!         "Condition": {"StringNotEqualsIfExists": {"aws:VpceOrgID": "o-a1b2c3d4e5"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS's page about the key lists the service now.

use alloc::{format, string::String};

use catalog_core::{
    ascii_case,
    resolve::{Pattern, ServiceNames},
};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    known_principals::{carries_endpoint_key, endpoint_key},
    rule::Check,
    shown::Shown,
    subject::Actions,
};

rule! {
    UnsupportedEndpointKey { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for UnsupportedEndpointKey {
    fn actions<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
        for comparison in actions.statement.conditions() {
            let Some(key) = endpoint_key(comparison.key.text).filter(|_| comparison.key.hole.is_none()) else {
                continue;
            };
            if cx.report.is_full() || !cx.report.spend(actions.named.len() as u64 + 1) {
                return;
            }
            if let Some(reason) = unsupported(actions, key) {
                let message = format!(
                    "only some services send `{key}`, and {reason}: move the actions of other services to a statement \
                     without the key"
                );
                let check = AccessAnalyzerCheck::UseConditionKeyOnlyWithSupportedServices;
                cx.report::<Self>(comparison.key.place, message).about(check);
            }
        }
    }
}

/// Returns the reason why some actions of a statement do not support a key, or `None` if all of them support it.
fn unsupported<S: ServiceNames>(actions: &Actions<'_, S>, key: &str) -> Option<String> {
    if actions.statement.not_actions().is_some() && actions.statement.actions().is_none() {
        return Some("`NotAction` also matches actions of other services".into());
    }
    actions.named.iter().find_map(|(text, pattern)| {
        let given = Shown(text.written());
        match pattern {
            Pattern::Everything => Some(format!("`{given}` also matches actions of other services")),
            Pattern::One(..) if ascii_case::eq(text.text, "iam:PassRole") => {
                Some(format!("requests for `{given}` do not have it"))
            }
            Pattern::One(service, _) | Pattern::Matching(service, _) => {
                let prefix = service.prefix();
                (!carries_endpoint_key(prefix, key)).then(|| format!("`{prefix}` does not"))
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds, message};

    const FOUND: &[&str] = &["unsupported-endpoint-key /Statement/Condition/StringNotEqualsIfExists/aws:VpceAccount"];

    /// Returns a `Deny` of actions with a condition on the account of an endpoint.
    fn deny(actions: &str) -> alloc::string::String {
        format!(
            r#""Effect": "Deny", {actions}, "Resource": "*",
               "Condition": {{"StringNotEqualsIfExists": {{"aws:VpceAccount": "111122223333"}}}}"#
        )
    }

    #[test]
    fn actions_of_other_services_are_reported() {
        for actions in [
            r#""Action": "ses:SendEmail""#,
            r#""Action": ["s3:GetObject", "ses:*"]"#,
            r#""Action": "*""#,
            r#""NotAction": "s3:*""#,
            r#""Action": "iam:PassRole""#,
        ] {
            finds(&deny(actions), FOUND);
        }
    }

    #[test]
    fn actions_of_supported_services_are_not_reported() {
        finds(&deny(r#""Action": ["s3:*", "lambda:CreateFunction"]"#), &[]);
    }

    #[test]
    fn the_message_states_the_service() {
        let rest = "move the actions of other services to a statement without the key";
        assert_eq!(
            message(&deny(r#""Action": "ses:SendEmail""#)),
            format!("only some services send `aws:VpceAccount`, and `ses` does not: {rest}")
        );
        assert_eq!(
            message(&deny(r#""Action": "*""#)),
            format!(
                "only some services send `aws:VpceAccount`, and `*` also matches actions of other services: {rest}"
            )
        );
    }
}
