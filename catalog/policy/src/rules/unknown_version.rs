//! Reports a `Version` that the policy language does not have.
//!
//! ## What it checks
//! The version is neither 2012-10-17 nor 2008-10-17.
//!
//! ## Why it matters
//! The `Version` is that of the policy language, not that of your policy. The language has had two versions, and a
//! resource control policy accepts only the newer one.
//!
//! ## Example
//! An identity policy with a missing digit in its version:
//!
//! ```json
//! {
//!     "Version": "2012-10-7",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "kms:Decrypt",
//!         "Resource": "arn:aws:kms:eu-west-1:111122223333:key/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `2012-10-17`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "kms:Decrypt",
//!         "Resource": "arn:aws:kms:eu-west-1:111122223333:key/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: AWS refuses the policy.

use alloc::{borrow::ToOwned as _, format, string::ToString as _};

use crate::{
    PolicyCatalog, PolicyKind,
    context::Context,
    document::Document,
    grammar::{FormError, Version},
    rule::Check,
};

rule! {
    UnknownVersion { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownVersion {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(given) = policy.version() else { return };
        let message = match Version::from_name(given.text) {
            None => FormError::unknown_version(given.text).to_string(),
            // The syntax of resource control policies has one version.
            Some(version) if cx.kind == PolicyKind::ResourceControl && version != Version::NEWEST => {
                format!("a resource control policy has the version {}, and no other", Version::NEWEST)
            }
            Some(_) => return,
        };
        cx.suggest::<Self>(given.place, message, Some(Version::NEWEST.name().to_owned()));
    }
}
