//! Reports an action that needs `"Resource": "*"` in a statement with other resources.
//!
//! ## What it checks
//! The action does not support resource-level permissions, so it needs `"Resource": "*"`. The statement names other
//! resources, and other actions of the statement support them.
//!
//! The finding is a note, because the other actions work, and AWS's own policies often list such actions together. The
//! rule does not report a statement that names all resources of the service, such as `arn:aws:s3:::*`. If no action of
//! the statement supports resources, `action-takes-no-resource` reports a warning instead.
//!
//! ## Why it matters
//! AWS allows the action on `*` or not at all, so this statement does not allow it. A `Deny` in such a statement
//! does not deny it either.
//!
//! ## Example
//! An identity policy for a user who may list and stop instances:
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
//! Allow the finding if AWS has added support for resources to the action since the month of the catalog.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{Misfit, ResourceMisfit},
};

rule! {
    ActionNeedsOwnStatement { severity: Note, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for ActionNeedsOwnStatement {
    fn resource_misfit<'t, C: PolicyCatalog>(
        misfit: &ResourceMisfit<'_, 't, C::ResourceType>,
        cx: &mut Context<'_, 't, C>,
    ) {
        if misfit.misfit != Misfit::ActionTakesNone {
            return;
        }
        let message = format!(
            "`{}` does not support resource-level permissions: move it to a statement with `\"Resource\": \"*\"`",
            Shown(misfit.text.written())
        );
        cx.report::<Self>(misfit.text.place, message);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds, finds_of_resource, message_of_resource};

    #[test]
    fn an_action_that_needs_a_star_is_reported() {
        let expected = &["action-needs-own-statement /Statement/Action/1"];
        finds_of_resource(r#"["s3:GetObject", "s3:ListAll*"]"#, r#""arn:aws:s3:::mybucket/*""#, expected);
        let resources = r#"["arn:aws:s3:::mybucket/*", "arn:aws:ses:*:*:*"]"#;
        finds_of_resource(r#"["s3:GetObject", "s3:ListAllMyBuckets", "ses:SendEmail"]"#, resources, expected);
    }

    #[test]
    fn a_star_among_the_resources_is_enough() {
        let expected = &["shadowed-resource /Statement/Resource/0"];
        finds_of_resource(r#"["s3:GetObject", "s3:ListAll*"]"#, r#"["arn:aws:s3:::mybucket/*", "*"]"#, expected);
        finds_of_resource(r#"["s3:GetObject", "s3:ListAll*"]"#, r#""arn:aws:s3:::*""#, &[]);
        // The pattern also matches an action that accepts the bucket.
        finds_of_resource(r#""s3:List*""#, r#""arn:aws:s3:::mybucket""#, &[]);
        finds(r#""Effect": "Deny", "Action": "s3:ListAllMyBuckets", "NotResource": "arn:aws:s3:::mybucket""#, &[]);
    }

    #[test]
    fn the_message_states_what_the_action_needs() {
        assert_eq!(
            message_of_resource(r#"["s3:ListBucket", "s3:ListAllMyBuckets"]"#, r#""arn:aws:s3:::mybucket""#),
            "`s3:ListAllMyBuckets` does not support resource-level permissions: move it to a statement with \
             `\"Resource\": \"*\"`"
        );
    }
}
