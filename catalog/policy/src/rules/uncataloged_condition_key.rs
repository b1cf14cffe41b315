//! Reports a condition key that AWS's pages do not list.
//!
//! ## What it checks
//! AWS's pages do not list the condition key, and the name is not an obvious typo.
//!
//! The key is retired, not documented, or a mistake. An obvious typo is reported as
//! `unknown-condition-key`.
//!
//! Keys of identity providers are never reported, because no list has every provider. A key with a domain before
//! its colon is treated as a key of a provider.
//!
//! ## Why it matters
//! If no request carries the key, the condition never holds, or always holds if its operator is negated.
//!
//! ## Example
//! An identity policy that limits the size of uploaded files:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::uploads/*",
//!         "Condition": {"NumericLessThan": {"s3:content-length": "1048576"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Look up the key, and declare it if it exists.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::uploads/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If the key exists, declare it instead, so mistakes in other names are still reported. Allow the finding for a
//! retired key in a copy of an AWS managed policy.

use alloc::format;

use crate::{
    PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{KeyFault, UnknownKey},
};

rule! {
    UncatalogedConditionKey { severity: Warning, group: NoEffect, since: "0.1.0", was: ["uncatalogued-condition-key"] }
}

impl Check for UncatalogedConditionKey {
    fn unknown_key<'t, C: PolicyCatalog>(unknown: &UnknownKey<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyFault::Unknown(near) = &unknown.fault else { return };
        let given = Shown(unknown.text.text);
        let message = match near {
            Some(near) => format!("unknown condition key `{given}`: did you mean `{near}`?"),
            None => format!("unknown condition key `{given}`; if it exists, declare it in `catalog.toml`"),
        };
        cx.suggest::<Self>(unknown.text.place, message, near.clone());
    }
}
