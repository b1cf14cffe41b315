//! Reports a pattern that matches no action of its service.
//!
//! ## What it checks
//! The pattern matches no action of the service.
//!
//! ## Why it matters
//! The entry has no effect, so a typo in a pattern goes unnoticed. A pattern for actions that do not exist yet is
//! harmless.
//!
//! ## Example
//! An identity policy of a program that sends mail:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:Sned*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a pattern that matches an action, or remove the pattern.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:Send*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the pattern is intended for actions that AWS has yet to add. If they exist but are not
//! documented, declare the pattern in `catalog.toml` instead.

use alloc::string::ToString as _;

use crate::{
    PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    NoMatch { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for NoMatch {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::NoMatch {
            cx.suggest::<Self>(wrong.text.place, wrong.error.to_string(), wrong.suggestion.clone());
        }
    }
}
