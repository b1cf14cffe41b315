//! Reports a resource that none of the statement's actions accept.
//!
//! ## What it checks
//! No action of the statement accepts a resource of this form.
//!
//! The rule compares the resource with the ARN formats on AWS's pages, which are sometimes stricter than AWS.
//! Wildcards are considered: one ARN that matches both patterns is enough.
//!
//! ## Why it matters
//! A bucket is `arn:aws:s3:::name`, and its objects are `arn:aws:s3:::name/key`. If a statement has one where its
//! actions need the other, it grants nothing.
//!
//! ## Example
//! An identity policy that reads the objects of a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::mybucket"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the ARN of a resource that the actions accept, or remove the resource.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::mybucket/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the service accepts more forms of the resource than its page lists.

use alloc::format;

use crate::{
    PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{Misfit, ResourceMisfit},
};

rule! {
    ResourceFitsNoAction { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for ResourceFitsNoAction {
    fn resource_misfit<'t, C: PolicyCatalog>(
        misfit: &ResourceMisfit<'_, 't, C::ResourceType>,
        cx: &mut Context<'_, 't, C>,
    ) {
        if misfit.misfit != Misfit::Resource {
            return;
        }
        let resource = Shown(misfit.text.text);
        let mut message = format!("no action of the statement takes a resource of the form `{resource}`");
        if let Some(types) = misfit.describe_types(cx.catalog) {
            message += ": they take ";
            message += &types;
        }
        cx.report::<Self>(misfit.text.place, message);
    }
}
