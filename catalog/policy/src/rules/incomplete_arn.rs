//! Reports an ARN with fewer than six fields.
//!
//! ## What it checks
//! The ARN has fewer than six fields. AWS fills the missing fields with `*`, so the ARN means more than it seems
//! to.
//!
//! An ARN that ends in a field with only `*`, such as `arn:aws:sqs:*`, is intended and not reported.
//!
//! ## Why it matters
//! For AWS, `arn:aws:s3:mybucket/*` means `arn:aws:s3:mybucket/*:*:*`, which does not match the bucket. The colons
//! of a bucket's ARN are easy to miscount, because its region and account are empty.
//!
//! ## Example
//! An identity policy that reads the objects of a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:mybucket/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write every field, such as `arn:aws:s3:::mybucket/*`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::mybucket/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the ARN is intended to match every value of the missing fields. If you write each `*`, the
//! intention is visible and this rule reports nothing.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ARN_FIELDS, ArnFault, WrongArn},
};

rule! {
    IncompleteArn { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for IncompleteArn {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        if let ArnFault::Incomplete(count) = arn.fault {
            let missing = ":*".repeat(ARN_FIELDS.saturating_sub(count));
            let message = format!("`{0}` lacks fields, so that it means `{0}{missing}`", Shown(arn.text.text));
            cx.suggest::<Self>(arn.text.place, arn.with_suggestion(message), arn.suggestion.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{message_of_resource, says_of_resource};

    #[test]
    fn an_arn_that_lacks_fields_is_reported() {
        says_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3""#, &["incomplete-arn /Statement/Resource"]);
        let expected = &["incomplete-arn /Statement/Resource -> arn:aws:s3:::b/*"];
        says_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3::b/*""#, expected);
    }

    #[test]
    fn a_star_in_place_of_the_last_fields_is_not_reported() {
        says_of_resource(r#""ses:SendEmail""#, r#""arn:aws:ses:*""#, &[]);
        says_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::*""#, &[]);
    }

    #[test]
    fn the_message_states_what_the_arn_means() {
        assert_eq!(
            message_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3""#),
            "`arn:aws:s3` lacks fields, so that it means `arn:aws:s3:*:*:*`"
        );
        assert_eq!(
            message_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3::b/*""#),
            "`arn:aws:s3::b/*` lacks fields, so that it means `arn:aws:s3::b/*:*`: did you mean `arn:aws:s3:::b/*`?"
        );
    }
}
