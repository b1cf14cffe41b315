//! Reports a policy that is larger than AWS accepts.
//!
//! ## What it checks
//! The policy has more characters than AWS allows for its kind, not counting white space.
//!
//! ## Why it matters
//! AWS refuses the policy. White space can also count. AWS Organizations removes it from a policy that is saved in
//! the console, but not from a policy that is sent through the API.
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
//! Merge statements, use wildcards, or split the policy into several. Remove white space before you send the policy
//! through the API.
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
            cx.report::<Self>(size.place, size.message());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, long_statement, message_of},
    };

    #[test]
    fn a_policy_of_an_organization_over_the_limit_is_reported() {
        finds_of(PolicyKind::ServiceControl, &long_statement(10_240), &["too-large "]);
        let for_everybody = format!(r#""Principal": "*", {}"#, long_statement(5_120));
        finds_of(PolicyKind::ResourceControl, &for_everybody, &["too-large "]);
    }

    #[test]
    fn a_policy_within_the_limit_is_not_reported() {
        finds_of(PolicyKind::ServiceControl, &long_statement(10_000), &[]);
        finds(&long_statement(10_240), &["large "]);
    }

    #[test]
    fn the_message_states_the_size_and_the_limit() {
        assert_eq!(
            message_of(PolicyKind::ServiceControl, &long_statement(10_240)),
            "the policy has 10,356 characters, not counting white space: the limit is 10,240 for a service control \
             policy"
        );
    }
}
