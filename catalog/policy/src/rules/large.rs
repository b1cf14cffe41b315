//! Reports a policy that is larger than most policies of its kind can be.
//!
//! ## What it checks
//! The policy has more characters than most policies of its kind can have, not counting white space.
//!
//! Some policies can have more characters, such as AWS's own policies and the inline policies of a role.
//!
//! ## Why it matters
//! AWS refuses a policy that is too large, but the limit depends on how the policy is attached, which the linter
//! cannot see. For an identity policy, the linter uses the limit of a managed policy. The inline policies of a role
//! may together have 10,240 characters, those of a group 5,120, and those of a user 2,048.
//!
//! ## Example
//! An identity policy that contains this statement 60 times:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": ["dynamodb:GetItem", "dynamodb:PutItem"],
//!             "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/Baskets"
//!         }
//!     ]
//! }
//! ```
//!
//! ## Fix
//! Merge statements, use wildcards, or split the policy into several.
//!
//! In the example, write the statement once, because the copies add nothing.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": ["dynamodb:GetItem", "dynamodb:PutItem"],
//!             "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/Baskets*"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for an inline policy of a role. Also allow it for a trust policy in an account with a raised
//! [quota](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).

use crate::{catalog::PolicyCatalog, context::Context, rule::Check, subject::Size};

rule! {
    Large { severity: Warning, group: Malformed, since: "0.1.0" }
}

impl Check for Large {
    fn oversize<'t, C: PolicyCatalog>(size: &Size<'t>, cx: &mut Context<'_, 't, C>) {
        if size.limit.has_exceptions {
            let (message, check) = (size.message(cx.kind), Size::access_analyzer(cx.kind));
            cx.report::<Self>(size.place, message).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, long_statement, message},
    };

    #[test]
    fn a_policy_over_the_limit_is_reported() {
        finds(&long_statement(6_144), &["large "]);
        finds_of(PolicyKind::PermissionBoundary, &long_statement(6_144), &["large "]);
    }

    #[test]
    fn white_space_is_not_limited_and_resource_policies_can_be_larger() {
        finds(&long_statement(6_000), &[]);
        finds(&format!("{}{}", long_statement(6_000), " ".repeat(1_000)), &[]);
        finds_of(PolicyKind::Resource, &format!(r#""Principal": "*", {}"#, long_statement(6_144)), &[]);
        finds_of(PolicyKind::Resource, &format!(r#""Principal": "*", {}"#, long_statement(20_480)), &["large "]);
    }

    #[test]
    fn the_message_states_the_size_and_the_limit() {
        assert_eq!(
            message(&long_statement(6_144)),
            "the policy has 6,260 characters, not counting white space: the limit is 6,144 for a managed policy that \
             is not AWS's own (inline: 2,048 in a user, 5,120 in a group, 10,240 in a role)"
        );
    }
}
