//! Reports an ARN with a region or an account, although the ARNs of the resource have none.
//!
//! ## What it checks
//! The ARN has a region or an account. In AWS's service authorization reference, no ARN format that the resource can
//! have contains the field.
//!
//! The rule does not report a field that is only `*`, because it also matches an empty field.
//!
//! ## Why it matters
//! The ARN matches no resource. An `Allow` grants nothing, and a `Deny` denies nothing. Access Analyzer [reports such
//! an ARN as an error](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
//!
//! ## Example
//! An identity policy with the account ID of the owner of a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3::111122223333:pictures/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Leave the field empty.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::pictures/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the service accepts the field, although the reference does not list this form.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ArnFault, WrongArn},
};

rule! {
    NeedlessArnField { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for NeedlessArnField {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        let (field, value) = match arn.fault {
            ArnFault::NeedlessRegion(region) => ("region", region),
            ArnFault::NeedlessAccount(account) => ("account", account),
            _ => return,
        };
        let cause = format!(
            "the ARNs of the resource have no {field}, but this one has `{}`",
            Shown(&arn.text.written_part(value))
        );
        cx.replace::<Self>(arn.text, arn.message(cause, "leave the field empty"), arn.suggestion.clone())
            .about(arn.fault.access_analyzer());
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, finds_of_resource, finds_of_resource_with_holes, message_of_resource},
    };

    #[test]
    fn a_field_that_no_format_has_is_reported() {
        for (resource, suggestion) in [
            ("arn:aws:s3::111122223333:b/*", "arn:aws:s3:::b/*"),
            ("arn:aws:account:eu-west-1:111122223333:account", "arn:aws:account::111122223333:account"),
        ] {
            let expected = format!("needless-arn-field /Statement/Resource -> {suggestion}");
            for actions in [r#""*""#, r#""s3:GetObject""#, r#"["s3:GetObject", "account:*"]"#] {
                finds_of_resource(actions, &format!("\"{resource}\""), &[&expected]);
            }
        }
        let expected = &["needless-arn-field /Statement/NotResource -> arn:aws:s3:::b/*"];
        finds(r#""Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3::111122223333:b/*""#, expected);
        let two = "needless-arn-field /Statement/Resource -> arn:aws:s3:::b";
        let statement = r#""Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:eu-west-1:111122223333:b""#;
        finds_of(PolicyKind::ServiceControl, statement, &[two, two]);
    }

    #[test]
    fn fields_that_a_format_has_are_not_reported() {
        for resource in [
            "arn:aws:s3:eu-west-1:111122223333:job/j",
            "arn:aws:s3:*:*:b",
            "arn:aws:s3:::b",
            "arn:aws:s3:eu-west-1:111122223333:*",
            "arn:aws:account::111122223333:account",
        ] {
            finds_of_resource(r#""*""#, &format!("\"{resource}\""), &[]);
        }
    }

    #[test]
    fn a_hole_can_be_the_type_of_the_resource() {
        for (resource, expected) in [
            ("arn:aws:s3:<<Region=us-east-1>>:<<Account=123456789012>>:<<Name>>", &[][..]),
            ("arn:aws:s3::<<Account>>:b/<<Key>>", &[]),
            ("arn:aws:s3::<<Account=123456789012>>:b/<<Key>>", &["needless-arn-field /Statement/Resource"]),
        ] {
            finds_of_resource_with_holes(resource, expected);
        }
    }

    #[test]
    fn the_message_states_the_field() {
        assert_eq!(
            message_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3::111122223333:b/*""#),
            "the ARNs of the resource have no account, but this one has `111122223333`: did you mean `arn:aws:s3:::b/*`?"
        );
    }
}
