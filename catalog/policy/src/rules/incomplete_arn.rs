//! Reports an ARN with fewer than six fields.
//!
//! ## What it checks
//! The ARN has fewer than six fields. AWS fills the missing fields with `*`, so the ARN can match more than it
//! seems to.
//!
//! The rule does not report an ARN whose last field is only `*`, such as `arn:aws:sqs:*`, because it is probably
//! intended.
//!
//! ## Why it matters
//! AWS reads `arn:aws:s3:mybucket/*` as `arn:aws:s3:mybucket/*:*:*`, which does not match the bucket. The colons of
//! a bucket's ARN are easy to miscount, because its region and account are empty.
//!
//! ## Example
//! An identity policy that allows reading the objects of a bucket:
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
//! Allow the finding if the ARN is intended to match every value of the missing fields. Instead of an entry in
//! `catalog.toml`, you can write each `*` in the ARN, which shows the intention.

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
            let given = Shown(arn.text.written());
            let has = format!("`{given}` has only {count} of the {ARN_FIELDS} fields of an ARN");
            let message = if cx.kind.completes_arns() {
                arn.message(format!("{has}, so AWS reads it as `{given}{missing}`"), "")
            } else {
                let cause = format!(
                    "{has}, and AWS documents that it completes such an ARN only in identity-based policies, not in {}",
                    cx.kind.described()
                );
                arn.message(cause, &format!("write all fields, such as `{given}{missing}`"))
            };
            cx.replace::<Self>(arn.text, message, arn.suggestion.clone()).about(arn.fault.access_analyzer());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of_resource, message_of, message_of_resource},
    };

    #[test]
    fn an_arn_that_lacks_fields_is_reported() {
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3""#, &["incomplete-arn /Statement/Resource"]);
        let expected = &["incomplete-arn /Statement/Resource -> arn:aws:s3:::b/*"];
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3::b/*""#, expected);
    }

    #[test]
    fn a_star_in_place_of_the_last_fields_is_not_reported() {
        finds_of_resource(r#""ses:SendEmail""#, r#""arn:aws:ses:*""#, &[]);
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::*""#, &[]);
    }

    #[test]
    fn other_kinds_of_policies_are_not_known_to_complete_the_arn() {
        let statement = r#""Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3""#;
        assert_eq!(
            message_of(PolicyKind::ServiceControl, statement),
            "`arn:aws:s3` has only 3 of the 6 fields of an ARN, and AWS documents that it completes such an ARN only in \
             identity-based policies, not in a service control policy: write all fields, such as `arn:aws:s3:*:*:*`"
        );
    }

    #[test]
    fn the_message_states_what_the_arn_means() {
        assert_eq!(
            message_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3""#),
            "`arn:aws:s3` has only 3 of the 6 fields of an ARN, so AWS reads it as `arn:aws:s3:*:*:*`"
        );
        assert_eq!(
            message_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3::b/*""#),
            "`arn:aws:s3::b/*` has only 5 of the 6 fields of an ARN, so AWS reads it as `arn:aws:s3::b/*:*`: did you \
             mean `arn:aws:s3:::b/*`?"
        );
    }
}
