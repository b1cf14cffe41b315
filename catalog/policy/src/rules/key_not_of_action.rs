//! Reports an action whose requests do not carry a condition key of the statement.
//!
//! ## What it checks
//! AWS's pages list the condition key for other actions of the statement, but not for this one.
//!
//! An operator that is written for a missing key is not reported: `Null`, `...IfExists` and `ForAllValues:`. An
//! action that is matched by a pattern is not reported either. A key that none of the actions has is reported as
//! `key-of-no-action`.
//!
//! ## Why it matters
//! Requests for this action never carry the key. The condition never holds for the action, or always holds if its
//! operator is negated.
//!
//! ## Example
//! An identity policy for home directories in a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Resource": ["arn:aws:s3:::mybucket", "arn:aws:s3:::mybucket/home/*"],
//!         "Action": ["s3:ListBucket", "s3:GetObject"],
//!         "Condition": {"StringLike": {"s3:prefix": "home/*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Move the action to a statement without the condition, or with another condition.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "s3:ListBucket",
//!             "Resource": "arn:aws:s3:::mybucket",
//!             "Condition": {"StringLike": {"s3:prefix": "home/*"}}
//!         },
//!         {
//!             "Effect": "Allow",
//!             "Action": "s3:GetObject",
//!             "Resource": "arn:aws:s3:::mybucket/home/*"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if requests for the action carry the key although AWS's page does not list it.

use alloc::format;

use crate::{PolicyCatalog, context::Context, rule::Check, shown::Shown, subject::UncarriedKey};

rule! {
    KeyNotOfAction { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for KeyNotOfAction {
    fn uncarried_key<'t, C: PolicyCatalog>(uncarried: &UncarriedKey<'t>, cx: &mut Context<'_, 't, C>) {
        let UncarriedKey::ByOne { key, action, holds } = uncarried else { return };
        let holds = if *holds { "always" } else { "never" };
        let message = format!(
            "requests for `{}` do not carry `{}`, as AWS's page has it: the condition {holds} holds for them",
            Shown(action.text),
            Shown(key.text)
        );
        cx.report::<Self>(action.place, message);
    }
}
