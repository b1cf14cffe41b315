//! Reports an action that supports no resources in a statement that names some.
//!
//! ## What it checks
//! The action supports no resources, so it needs `"Resource": "*"`. The statement names other resources.
//!
//! ## Why it matters
//! The action is granted on `*` or not at all, so this statement does not grant it. A `Deny` has no effect in such
//! a statement either.
//!
//! ## Example
//! An identity policy for a user who lists instances and stops them:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["ec2:StopInstances", "ec2:DescribeInstances"],
//!         "Resource": "arn:aws:ec2:*:*:instance/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Move the action to a statement of its own with `"Resource": "*"`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "ec2:StopInstances",
//!             "Resource": "arn:aws:ec2:*:*:instance/*"
//!         },
//!         {
//!             "Effect": "Allow",
//!             "Action": "ec2:DescribeInstances",
//!             "Resource": "*"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the action supports resources by now. AWS may have added them since the month of the
//! catalog.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{Misfit, ResourceMisfit},
};

rule! {
    ActionTakesNoResource { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for ActionTakesNoResource {
    fn resource_misfit<'t, C: PolicyCatalog>(
        misfit: &ResourceMisfit<'_, 't, C::ResourceType>,
        cx: &mut Context<'_, 't, C>,
    ) {
        if misfit.misfit != Misfit::ActionTakesNone {
            return;
        }
        let action = Shown(misfit.text.text);
        let message =
            format!("`{action}` takes no resource: it needs `\"Resource\": \"*\"`, and the statement has none");
        cx.report::<Self>(misfit.text.place, message);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{message_of_resource, says, says_of_resource};

    #[test]
    fn an_action_that_needs_a_star_is_reported() {
        let expected = &["action-takes-no-resource /Statement/Action/1"];
        says_of_resource(r#"["s3:GetObject", "s3:ListAll*"]"#, r#""arn:aws:s3:::mybucket/*""#, expected);
        let expected = &["action-takes-no-resource /Statement/Action"];
        says_of_resource(r#""lambda:ListFunctions""#, r#""arn:aws:lambda:*:*:function:*""#, expected);
    }

    #[test]
    fn a_star_among_the_resources_is_enough() {
        says_of_resource(r#"["s3:GetObject", "s3:ListAll*"]"#, r#"["arn:aws:s3:::mybucket/*", "*"]"#, &[]);
        // The pattern matches an action that takes the bucket, too.
        says_of_resource(r#""s3:List*""#, r#""arn:aws:s3:::mybucket""#, &[]);
        says(r#""Effect": "Deny", "Action": "s3:ListAllMyBuckets", "NotResource": "arn:aws:s3:::mybucket""#, &[]);
    }

    #[test]
    fn the_message_states_what_the_action_needs() {
        assert_eq!(
            message_of_resource(r#""s3:ListAllMyBuckets""#, r#""arn:aws:s3:::mybucket""#),
            "`s3:ListAllMyBuckets` takes no resource: it needs `\"Resource\": \"*\"`, and the statement has none"
        );
    }
}
