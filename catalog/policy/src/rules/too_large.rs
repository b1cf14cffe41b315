//! Reports a policy that is larger than AWS accepts.
//!
//! ## What it checks
//! The policy has more characters than AWS allows for its kind. White space counts if the service counts it, and if the
//! policy is a whole file. It does not count in a policy that a program builds.
//!
//! The kinds of policies that are attached to a resource of one service have the limit of that service. A resource policy
//! has the kind of its service, if the resources or actions show it.
//!
//! ## Why it matters
//! AWS refuses the policy. White space counts in control policies of AWS Organizations, unless its console saves them. It
//! also counts in session policies, endpoint policies, and the policies of repositories, tables and secrets.
//!
//! ## Example
//! A service control policy that contains this statement 60 times:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Deny",
//!             "Action": ["organizations:LeaveOrganization", "account:CloseAccount"],
//!             "Resource": "*",
//!             "Condition": {"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/OrganizationOwner"}}
//!         }
//!     ]
//! }
//! ```
//!
//! ## Fix
//! Merge statements, use wildcards, or split the policy into several. If the message counts the characters as written,
//! remove white space.
//!
//! In the example, write the statement once, because the copies add nothing.
//!
//! ## When to allow it
//! Never: AWS refuses the policy.

use crate::{catalog::PolicyCatalog, context::Context, rule::Check, subject::Size};

rule! {
    TooLarge { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for TooLarge {
    fn oversize<'t, C: PolicyCatalog>(size: &Size<'t>, cx: &mut Context<'_, 't, C>) {
        if !size.limit.has_exceptions {
            let (message, check) = (size.message(cx.kind), Size::access_analyzer(cx.kind));
            cx.report::<Self>(size.place, message).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{borrow::ToOwned as _, format};

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, long_statement, message_of},
    };

    #[test]
    fn a_policy_of_an_organization_over_the_limit_is_reported() {
        finds_of(PolicyKind::ServiceControl, &long_statement(10_240), &["too-large "]);
        let for_everybody = format!(r#""Principal": "*", {}"#, long_statement(5_120))
            .replace("ses:SendEmail", "s3:*")
            .replace("arn:aws:ses:*:*:*/home", "arn:aws:s3:::pictures");
        finds_of(PolicyKind::ResourceControl, &for_everybody, &["too-large "]);
    }

    #[test]
    fn a_policy_within_the_limit_is_not_reported() {
        finds_of(PolicyKind::ServiceControl, &long_statement(10_000), &[]);
        finds(&long_statement(10_240), &["large "]);
    }

    #[test]
    fn white_space_counts_in_some_kinds() {
        let spaces = " ".repeat(10_240);
        let with_spaces = |statement: &str| format!("{statement}{spaces}");
        let deny = r#""Effect": "Deny", "Action": "s3:*", "Resource": "*""#;
        for (kind, statement) in [
            (PolicyKind::ServiceControl, deny.to_owned()),
            (PolicyKind::Session, deny.to_owned()),
            (PolicyKind::ResourceControl, format!(r#""Principal": "*", {deny}"#)),
        ] {
            finds_of(kind, &statement, &[]);
            finds_of(kind, &with_spaces(&statement), &["too-large "]);
        }
        finds(&with_spaces(deny), &[]);
    }

    #[test]
    fn a_resource_policy_has_the_limit_of_its_service() {
        let principals = format!(r#"{{"AWS": "arn:aws:iam::111122223333:role/{}"}}"#, "a".repeat(9_000));
        let of = |resource: &str| {
            format!(r#""Effect": "Deny", "Principal": {principals}, "Action": "*", "Resource": "{resource}""#)
        };
        finds_of(PolicyKind::Resource, &of("arn:aws:sqs:eu-west-1:111122223333:orders"), &["too-large "]);
        finds_of(PolicyKind::Resource, &of("arn:aws:sns:eu-west-1:111122223333:orders"), &[]);
        finds_of(PolicyKind::Resource, &of("arn:aws:hidden:eu-west-1:111122223333:orders"), &[]);
    }

    #[test]
    fn the_message_states_the_size_and_the_limit() {
        assert_eq!(
            message_of(PolicyKind::ServiceControl, &long_statement(10_240)),
            "the policy has 10,356 characters, not counting white space: the limit is 10,240 for a service control \
             policy"
        );
        let with_spaces = format!(r#""Effect": "Deny", "Action": "s3:*", "Resource": "*"{}"#, " ".repeat(10_240));
        assert_eq!(
            message_of(PolicyKind::ServiceControl, &with_spaces),
            "the policy has 10,333 characters as written (10,240 allowed for a service control policy): white space \
             counts through the API, the AWS CLI and Terraform, so remove it"
        );
        assert_eq!(
            message_of(PolicyKind::Session, &with_spaces),
            "the policy has 10,333 characters as written (2,048 allowed for a session policy): white space counts, so \
             remove it"
        );
    }
}
