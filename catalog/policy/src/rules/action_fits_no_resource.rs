//! Reports an action that accepts none of the resources of its statement.
//!
//! ## What it checks
//! The action accepts none of the resources that the statement names.
//!
//! The rule compares the resources with the ARN formats that AWS's pages list for the action.
//!
//! ## Why it matters
//! The resources fit other actions of the statement, but not this one. For this action, the statement grants
//! nothing.
//!
//! ## Example
//! An identity policy that lists a bucket and reads its objects:
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
//! Allow the finding if AWS accepts the resource for this action although its page does not list the resource type.
//! AWS's pages are sometimes stricter than AWS.

use alloc::format;

use crate::{
    PolicyCatalog,
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
        let mut message = format!("`{}` takes none of the resources of the statement", Shown(misfit.text.text));
        if let Some(types) = misfit.describe_types(cx.catalog) {
            message += ": it takes ";
            message += &types;
        }
        cx.report::<Self>(misfit.text.place, message);
    }
}
