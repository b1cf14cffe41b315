//! Reports a `Sid` that is an empty string.
//!
//! ## What it checks
//! The `Sid` is an empty string, so it identifies no statement.
//!
//! ## Why it matters
//! A [`Sid`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html) is an optional
//! identifier that can also describe its statement. An empty `Sid` does neither. It usually means that a form or a
//! template left the field blank.
//!
//! ## Example
//! An identity policy from a form whose field was left blank:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Sid": "",
//!         "Effect": "Allow",
//!         "Action": "ecr:GetAuthorizationToken",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the `Sid`, or give the statement a name.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ecr:GetAuthorizationToken",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool always writes the element and you cannot change its output.

use crate::{PolicyCatalog, context::Context, document::StatementNode, rule::Check};

rule! {
    EmptySid { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for EmptySid {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        if let Some(sid) = statement.sid().filter(|sid| sid.text.is_empty()) {
            cx.report::<Self>(sid.place, "an empty `Sid`: remove it, or name the statement");
        }
    }
}
