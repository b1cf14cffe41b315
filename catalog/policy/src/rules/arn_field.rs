//! Reports an ARN with a region, an account or white space that no resource has.
//!
//! ## What it checks
//! A field of the ARN has a value that no resource has, such as an account ID that is not 12 digits.
//!
//! The rule reports an invalid region, an invalid account ID, and white space at the end of the ARN. It also
//! reports a region in an ARN of IAM, which is a global service.
//!
//! ## Why it matters
//! No resource has such an ARN, so an `Allow` grants nothing and a `Deny` denies nothing. A common cause is a
//! template with a placeholder that was not replaced. AWS expects the account ID [without
//! hyphens](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
//!
//! ## Example
//! An identity policy from a template with a placeholder that was not replaced:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:account-id:orders"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a valid region or account ID, or `*`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS uses a value that this rule does not know, such as a region with a new form of name.

use alloc::{borrow::ToOwned as _, format};

use crate::{
    PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ArnFault, WrongArn},
};

rule! {
    ArnField { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for ArnField {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        let message = match arn.fault {
            ArnFault::RegionOfIam => "IAM has no regions: leave the field after `iam` empty".to_owned(),
            ArnFault::Region(region) => {
                format!("`{}` is not a region: write one, such as `eu-west-1`, or `*` for any", Shown(region))
            }
            ArnFault::Account(account) => {
                format!("`{}` is not an account: write its 12 digits, or `*` for any", Shown(account))
            }
            ArnFault::TrailingSpace => {
                format!("`{}` ends with white space, which no resource does", Shown(arn.text.text))
            }
            _ => return,
        };
        cx.suggest::<Self>(arn.text.place, arn.with_suggestion(message), arn.suggestion.clone());
    }
}
