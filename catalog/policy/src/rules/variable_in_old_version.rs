//! Reports a policy variable in a policy without the version 2012-10-17.
//!
//! ## What it checks
//! The policy has a variable, but its version is 2008-10-17 or missing. The variable is then a literal string.
//!
//! ## Why it matters
//! AWS saves the policy, which then applies to a directory with the literal name `${aws:username}`. A policy
//! without a version also gets `missing-version`.
//!
//! ## Example
//! An identity policy that gives each user a directory in a bucket:
//!
//! ```json
//! {
//!     "Version": "2008-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::home/${aws:username}"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `"Version": "2012-10-17"`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::home/${aws:username}"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the name of the resource, or the value of the key, really has `${…}` in it.

use crate::{
    PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{VariableFault, WrongVariable},
};

rule! {
    VariableInOldVersion { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for VariableInOldVersion {
    fn wrong_variable<'t, C: PolicyCatalog>(variable: &WrongVariable<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(variable.fault, VariableFault::OldVersion) {
            let message = "policy variables are plain text in a policy without `\"Version\": \"2012-10-17\"`";
            cx.report::<Self>(variable.text.place, message);
        }
    }
}
