//! Reports an action that accepts none of the resources of its statement.
//!
//! ## What it checks
//! The action accepts none of the resources that the statement names.
//!
//! The rule compares the resources with the ARN formats that AWS's service authorization reference lists for the
//! action. It reports the action only if another action of the statement accepts one of the resources.
//!
//! ## Why it matters
//! The statement grants nothing for this action. The resources fit only other actions of the statement.
//!
//! ## Example
//! An identity policy that allows listing a bucket and reading its objects:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["s3:ListBucket", "s3:GetObject"],
//!         "Resource": "arn:aws:s3:::mybucket/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add a resource that the action accepts, or remove the action.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["s3:ListBucket", "s3:GetObject"],
//!         "Resource": ["arn:aws:s3:::mybucket", "arn:aws:s3:::mybucket/*"]
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS accepts the resource for this action, although the reference does not list the resource
//! type. The reference is sometimes stricter than AWS.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{Misfit, ResourceMisfit},
};

rule! {
    ActionFitsNoResource { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for ActionFitsNoResource {
    fn resource_misfit<'t, C: PolicyCatalog>(
        misfit: &ResourceMisfit<'_, 't, C::ResourceType>,
        cx: &mut Context<'_, 't, C>,
    ) {
        if misfit.misfit != Misfit::Action {
            return;
        }
        let types = misfit.describe_types(cx.catalog);
        let message = format!("`{}` accepts none of the statement's resources{types}", Shown(misfit.text.written()));
        cx.report::<Self>(misfit.text.place, message);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_resource, message_of_resource};

    #[test]
    fn an_action_without_a_fitting_resource_is_reported() {
        let expected = &["action-fits-no-resource /Statement/Action/1"];
        finds_of_resource(r#"["s3:GetObject", "s3:ListBucket"]"#, r#""arn:aws:s3:::mybucket/*""#, expected);
    }

    #[test]
    fn one_fitting_resource_is_enough() {
        let both = r#"["arn:aws:s3:::mybucket/*", "arn:aws:s3:::mybucket"]"#;
        finds_of_resource(r#"["s3:Get*", "s3:ListBucket"]"#, both, &[]);
        finds_of_resource(r#"["s3:GetObject", "s3:ListBucket"]"#, r#""arn:aws:s3:::*""#, &[]);
        let expected = &["shadowed-resource /Statement/Resource/0"];
        finds_of_resource(r#"["s3:GetObject", "s3:ListBucket"]"#, r#"["arn:aws:s3:::mybucket/*", "*"]"#, expected);
    }

    #[test]
    fn the_message_states_the_form_that_the_action_takes() {
        assert_eq!(
            message_of_resource(r#"["s3:GetObject", "s3:List*"]"#, r#""arn:aws:s3:::mybucket/*""#),
            "`s3:List*` accepts none of the statement's resources: expected `bucket` \
             (`arn:${Partition}:s3:::${BucketName}`)"
        );
    }
}
