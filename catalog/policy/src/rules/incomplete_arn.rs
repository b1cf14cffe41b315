//! Reports an ARN with fewer than six fields.
//!
//! ## What it checks
//! The ARN has fewer than six fields. AWS fills the missing fields with `*`, so the ARN means more than it seems
//! to.
//!
//! An ARN that ends in a field with only `*`, such as `arn:aws:sqs:*`, is intended and not reported.
//!
//! ## Why it matters
//! For AWS, `arn:aws:s3:mybucket/*` means `arn:aws:s3:mybucket/*:*:*`, which does not match the bucket. The colons
//! of a bucket's ARN are easy to miscount, because its region and account are empty.
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
//!         "Resource": "arn:aws:s3:mybucket/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write every field, such as `arn:aws:s3:::mybucket/*`.
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
//! Allow the finding if the ARN is intended to match every value of the missing fields. If you write each `*`, the
//! intention is visible and this rule reports nothing.

use alloc::format;

use crate::{
    PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ARN_FIELDS, ArnFault, WrongArn},
};

rule! {
    IncompleteArn { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for IncompleteArn {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        if let ArnFault::Incomplete(count) = arn.fault {
            let missing = ":*".repeat(ARN_FIELDS.saturating_sub(count));
            let message = format!("`{0}` lacks fields, so that it means `{0}{missing}`", Shown(arn.text.text));
            cx.suggest::<Self>(arn.text.place, arn.with_suggestion(message), arn.suggestion.clone());
        }
    }
}
