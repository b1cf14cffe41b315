//! Reports an ARN whose region or account is empty, although the ARNs of the resource have one.
//!
//! ## What it checks
//! The region or the account of the ARN is empty. In AWS's service authorization reference, every ARN format that the
//! resource can have requires the field.
//!
//! The rule does not report resources without a region or an account, such as buckets and hosted zones. It also does
//! not report resources that AWS owns, such as the documents `arn:aws:ssm:*::document/AWS-*`.
//!
//! ## Why it matters
//! An empty field matches only an empty field, so the ARN matches no resource. An `Allow` grants nothing, and a `Deny`
//! denies nothing. Access Analyzer [reports such an ARN as an
//! error](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
//!
//! ## Example
//! An identity policy whose author took the colons from the ARN of a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sns:Publish",
//!         "Resource": "arn:aws:sns:::alarms"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the region and the account ID, or `*` for any.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sns:Publish",
//!         "Resource": "arn:aws:sns:eu-west-1:111122223333:alarms"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS owns the resource and omits the account in its ARN, but the reference does not list this
//! form.

use alloc::{format, string::String};

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, rule::Check, shown::Shown,
    subject::EmptyFields,
};

rule! {
    EmptyArnField { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for EmptyArnField {
    fn empty_fields<'t, C: PolicyCatalog>(fields: &EmptyFields<'t>, cx: &mut Context<'_, 't, C>) {
        let (given, place) = (Shown(fields.text.written()), fields.text.place);
        let expected = fields.format.map_or_else(String::new, |format| format!(" (`{format}`)"));
        if fields.region {
            let message = format!(
                "the region is empty in `{given}`, so the ARN matches nothing: write one, or `*` for any \
                 region{expected}"
            );
            cx.report::<Self>(place, message).about(AccessAnalyzerCheck::MissingArnRegion);
        }
        if fields.account {
            let message = format!(
                "the account is empty in `{given}`, so the ARN matches nothing: write an account ID of 12 digits, or \
                 `*` for any account{expected}"
            );
            cx.report::<Self>(place, message).about(AccessAnalyzerCheck::MissingArnAccount);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, finds_of_resource, message_of_resource},
    };

    #[test]
    fn an_empty_field_that_every_format_fills_is_reported() {
        const FOUND: &str = "empty-arn-field /Statement/Resource";
        for (resource, expected) in [
            ("arn:aws:ses:::identity/a.example", &[FOUND; 2][..]),
            ("arn:aws:ses:eu-west-1::identity/*", &[FOUND]),
            ("arn:aws:ses::111122223333:identity/*", &[FOUND]),
            ("arn:aws:ses:*::*", &[FOUND]),
            ("arn:aws:lambda:::function:f", &[FOUND; 2]),
            ("arn:aws:lambda:::layer:unlisted", &[FOUND; 2]),
            ("arn:aws:account:::account", &[FOUND]),
            ("arn:aws:s3::111122223333:job/j", &[FOUND]),
        ] {
            finds_of_resource(r#""*""#, &format!("\"{resource}\""), expected);
        }
        let expected = &["empty-arn-field /Statement/NotResource/1"];
        finds(r#""Effect": "Deny", "Action": "*", "NotResource": ["arn:aws:s3:::b", "arn:aws:ses:*::*"]"#, expected);
        let statement = r#""Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "arn:aws:ses:*::identity/a""#;
        finds_of(PolicyKind::Resource, statement, &[FOUND]);
    }

    #[test]
    fn fields_that_may_be_empty_are_not_reported() {
        for resource in [
            "arn:aws:s3:::b",
            "arn:aws:s3:::b/a/b:c",
            "arn:aws:s3:::*",
            "arn:aws:ses:*:*:identity/*",
            "arn:aws:account::111122223333:account",
            "arn:aws:account::*:*",
            "arn:aws:unlisted:::x",
            "arn:aws:hidden:::x",
            "arn:aws:ses:*",
            "*",
        ] {
            finds_of_resource(r#""*""#, &format!("\"{resource}\""), &[]);
        }
    }

    #[test]
    fn the_resource_has_no_other_finding() {
        finds_of_resource(
            r#""s3:GetObject""#,
            r#""arn:aws:ses:*::identity/a""#,
            &["empty-arn-field /Statement/Resource"],
        );
    }

    #[test]
    fn the_message_states_the_empty_fields() {
        let format = "arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}";
        for (resource, expected) in [
            (
                "arn:aws:ses::111122223333:identity/a",
                format!(
                    "the region is empty in `arn:aws:ses::111122223333:identity/a`, so the ARN matches nothing: write \
                     one, or `*` for any region (`{format}`)"
                ),
            ),
            (
                "arn:aws:lambda:*::layer:a",
                "the account is empty in `arn:aws:lambda:*::layer:a`, so the ARN matches nothing: write an account ID \
                 of 12 digits, or `*` for any account"
                    .into(),
            ),
        ] {
            assert_eq!(message_of_resource(r#""*""#, &format!("\"{resource}\"")), expected);
        }
    }
}
