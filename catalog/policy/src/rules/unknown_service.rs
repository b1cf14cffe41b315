//! Reports a service prefix that no service has and that is nearly a known one.
//!
//! ## What it checks
//! No service has this prefix, but there is a prefix that is nearly the same.
//!
//! A prefix that is not like any known one is reported as `uncataloged-service`.
//!
//! ## Why it matters
//! The entry grants nothing. The prefix is not always the name of the service: it is `logs` for CloudWatch Logs,
//! and `elasticfilesystem` for EFS.
//!
//! ## Example
//! An identity policy with one letter too many:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sess:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the prefix that the message suggests. If the service exists as it is written, declare its actions.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If AWS has not documented the service yet, declare its actions instead, so mistakes in other names are still
//! reported.

use alloc::string::ToString as _;

use crate::{
    PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{ActionFault, WrongAction},
};

rule! {
    UnknownService { severity: Error, group: NoEffect, since: "0.1.0" }
}

impl Check for UnknownService {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::MistypedService {
            cx.suggest::<Self>(wrong.text.place, wrong.error.to_string(), wrong.suggestion.clone());
        }
    }
}
