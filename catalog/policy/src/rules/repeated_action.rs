//! Reports an action or a pattern that a statement names twice.
//!
//! ## What it checks
//! The statement names the same action or the same pattern twice, ignoring case.
//!
//! ## Why it matters
//! IAM ignores case in action names. The second entry does no harm, but it counts toward the size of the policy.
//!
//! ## Example
//! An identity policy that two people have extended:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["ses:SendEmail", "ses:sendemail"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove one of the two.
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
//! Allow the finding if a tool generates the list and the policy is far below its size limit.

use alloc::format;

use crate::{PolicyCatalog, context::Context, rule::Check, shown::Shown, subject::ActionList};

rule! {
    RepeatedAction { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for RepeatedAction {
    fn action_list<'t, C: PolicyCatalog>(list: &ActionList<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        for text in list.repeated {
            cx.report::<Self>(text.place, format!("`{}` is in the list already", Shown(text.text)));
        }
    }
}
