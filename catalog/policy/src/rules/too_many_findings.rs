//! Reports that the check has stopped before the end of the policy.
//!
//! ## What it checks
//! The check has stopped early, because it had found too many problems or the policy needs too much work.
//!
//! A check collects at most 1,000 findings, including those that are allowed. It also stops if the policy needs
//! more work than any policy that AWS accepts.
//!
//! ## Why it matters
//! The rest of the policy was not checked, so it may have more problems.
//!
//! ## Example
//! An identity policy that has this statement 1,000 times, each with a finding:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "sqs:SendMesage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!         }
//!     ]
//! }
//! ```
//!
//! ## Fix
//! Fix the problems that were found, and check again.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "sqs:SendMessage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! The finding cannot be allowed. It is the only sign that the check is incomplete, so an allowed finding would
//! hide the problems that were not found.

use alloc::{borrow::ToOwned as _, format};

use crate::{
    PolicyCatalog,
    context::Context,
    finding::LIMIT,
    rule::{Check, Rule as _},
    subject::Stopped,
};

rule! {
    TooManyFindings { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for TooManyFindings {
    fn stopped<'t, C: PolicyCatalog>(stopped: &Stopped<'t>, cx: &mut Context<'_, 't, C>) {
        let message = if stopped.has_too_many_findings {
            format!("the check has stopped after {LIMIT} findings: fix these first")
        } else {
            "the check has stopped: the policy needs more work than any that AWS accepts".to_owned()
        };
        // It is reported although there are as many findings as a check gives.
        cx.report.add_last(Self::ID, stopped.place, message);
    }
}
