//! Reports an ARN with an invalid region, an invalid account ID or white space at its end.
//!
//! ## What it checks
//! A field of the ARN has a value that no resource has, such as an account ID that does not have 12 digits.
//!
//! The rule reports an invalid region, an invalid account ID, and white space at the end of the ARN. It also
//! reports a region in an ARN of IAM, because IAM is a global service.
//!
//! ## Why it matters
//! No resource has such an ARN, so an `Allow` grants nothing and a `Deny` denies nothing. A common cause is a
//! template with a placeholder that was not replaced. Another is an account ID with hyphens, which AWS expects
//! [without hyphens](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
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
//! Allow the finding if AWS uses a value that this rule does not know, such as a new kind of region name.

use alloc::{borrow::ToOwned as _, format};

use crate::{
    catalog::PolicyCatalog,
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
            ArnFault::RegionOfIam => "an ARN of IAM has no region: leave the field after `iam` empty".to_owned(),
            ArnFault::Region(region) => {
                format!(
                    "`{}` is not a valid region: write one such as `eu-west-1`, or `*` for any region",
                    Shown(region)
                )
            }
            ArnFault::Account(account) => {
                format!("`{}` is not a valid account ID: write 12 digits, or `*` for any account", Shown(account))
            }
            ArnFault::TrailingSpace => format!("`{}` ends with white space", Shown(arn.text.text)),
            _ => return,
        };
        cx.suggest::<Self>(arn.text.place, arn.with_suggestion(message), arn.suggestion.clone());
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_resource, message_of_resource};

    #[test]
    fn a_field_that_no_resource_has_is_reported() {
        let expected = &["arn-field /Statement/Resource"];
        finds_of_resource(r#""lambda:CreateFunction""#, r#""arn:aws:lambda:eu-west-1:1111:function:f""#, expected);
    }

    #[test]
    fn fields_that_a_resource_can_have_are_not_reported() {
        for resource in [
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "arn:aws:lambda:eu-*:${aws:PrincipalAccount}:function:f",
            "arn:aws:lambda:*:*:function:f",
        ] {
            finds_of_resource(r#""*""#, &format!("\"{resource}\""), &[]);
        }
    }

    #[test]
    fn the_message_states_the_field() {
        for (resource, expected) in [
            (
                "arn:aws:iam:us-east-1:111122223333:role/x",
                "an ARN of IAM has no region: leave the field after `iam` empty",
            ),
            (
                "arn:aws:lambda:ireland:111122223333:function:f",
                "`ireland` is not a valid region: write one such as `eu-west-1`, or `*` for any region",
            ),
            (
                "arn:aws:lambda:eu-west-1:account-id:function:f",
                "`account-id` is not a valid account ID: write 12 digits, or `*` for any account",
            ),
            ("arn:aws:s3:::a/* ", "`arn:aws:s3:::a/* ` ends with white space: did you mean `arn:aws:s3:::a/*`?"),
        ] {
            assert_eq!(message_of_resource(r#""*""#, &format!("\"{resource}\"")), expected);
        }
    }
}
