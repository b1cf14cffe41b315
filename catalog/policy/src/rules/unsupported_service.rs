//! Reports an action in a resource control policy that such policies do not restrict.
//!
//! ## What it checks
//! A resource control policy has an action of a service that is not on [AWS's list of supported
//! services](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services).
//! The message states the month of the list.
//!
//! ## Why it matters
//! Resource control policies restrict only requests to the services on the list. The statement has no effect on the
//! action. IAM Access Analyzer reports it as an error.
//!
//! ## Example
//! A resource control policy that is intended to protect the topics of an organization:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": ["sqs:*", "sns:*"],
//!         "Resource": "*",
//!         "Condition": {
//!             "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-exampleorgid"},
//!             "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the action, and restrict the service in another way, such as with its resource policies or with a service
//! control policy.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "sqs:*",
//!         "Resource": "*",
//!         "Condition": {
//!             "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-exampleorgid"},
//!             "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS has added the service to its list since the month in the message.

use alloc::format;

use catalog_core::{ascii_case, resolve::ServiceNames as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    facts::rcp_services::{RCP_SERVICES, RCP_SERVICES_MONTH},
    grammar::Effect,
    kind::PolicyKind,
    rule::Check,
    subject::{Actions, shared_checks::RCP_ACTION},
};

rule! {
    UnsupportedService { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for UnsupportedService {
    fn actions<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
        if cx.kind != PolicyKind::ResourceControl || actions.statement.effect() != Some(Effect::Deny) {
            return;
        }
        for (text, service) in actions.services() {
            let prefix = service.prefix();
            if !RCP_SERVICES.iter().any(|known| ascii_case::eq(known, prefix)) {
                let message = format!(
                    "resource control policies do not restrict `{prefix}` (as of {RCP_SERVICES_MONTH}): remove the \
                     action"
                );
                cx.report::<Self>(text.place, message).about(RCP_ACTION);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use super::{RCP_SERVICES, RCP_SERVICES_MONTH};
    use crate::{
        kind::PolicyKind,
        testing::{finds_of, message_of},
    };

    fn deny(actions: &str) -> String {
        format!(r#""Effect": "Deny", "Principal": "*", "Action": {actions}, "Resource": "*""#)
    }

    #[test]
    fn actions_of_services_that_are_not_on_the_list_are_reported() {
        let expected = &["unsupported-service /Statement/Action/1", "unsupported-service /Statement/Action/2"];
        finds_of(PolicyKind::ResourceControl, &deny(r#"["s3:*", "ses:*", "LAMBDA:CreateFunction"]"#), expected);
    }

    #[test]
    fn other_kinds_and_services_on_the_list_are_not_reported() {
        assert!(RCP_SERVICES.is_sorted());
        finds_of(PolicyKind::ResourceControl, &deny(r#"["S3:GetObject", "sts:AssumeRole"]"#), &[]);
        finds_of(PolicyKind::ServiceControl, r#""Effect": "Deny", "Action": "ses:*", "Resource": "*""#, &[]);
    }

    #[test]
    fn the_message_states_the_month_of_the_list() {
        let expected =
            format!("resource control policies do not restrict `ses` (as of {RCP_SERVICES_MONTH}): remove the action");
        assert_eq!(message_of(PolicyKind::ResourceControl, &deny(r#""ses:*""#)), expected);
    }
}
