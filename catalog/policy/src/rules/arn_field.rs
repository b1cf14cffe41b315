//! Reports an ARN with an invalid service, region or account, or with white space at its end.
//!
//! ## What it checks
//! A field of the ARN has a value that no resource has, such as an account ID that does not have 12 digits.
//!
//! The rule reports:
//!
//! * a partition that AWS does not list, such as `aws-eu`
//! * an invalid region or account ID, and a service with other characters than lowercase letters, digits and hyphens
//! * a colon too many before the resource
//! * a word in place of the account, except for words such as `aws`, which own AWS's resources
//! * a placeholder that was not replaced, such as `account-id`. The finding is at the first place of each placeholder,
//!   and states the number of other places
//! * a policy variable before the fifth colon, because AWS replaces variables only in the resource
//! * a region in an ARN of IAM, because IAM is a global service
//! * white space at the end of the ARN
//!
//! ## Why it matters
//! No resource has such an ARN, so an `Allow` grants nothing and a `Deny` denies nothing. A common cause is a
//! template with a placeholder that was not replaced. Another is an account ID with hyphens, which AWS expects
//! [without hyphens](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html). AWS supports [policy
//! variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html) only in the part of
//! the ARN after the fifth colon.
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
    subject::{ArnFault, Field, WrongArn, placeholder_message},
};

rule! {
    ArnField { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for ArnField {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        let (cause, fix) = match arn.fault {
            ArnFault::RegionOfIam => ("an ARN of IAM has no region".to_owned(), "leave the field after `iam` empty"),
            ArnFault::Region(region) => {
                let cause = format!("`{}` is not a valid region", Shown(&arn.text.written_part(region)));
                (cause, "write one such as `eu-west-1`, or `*` for any region")
            }
            ArnFault::Account(account) => {
                let cause = format!("`{}` is not a valid account ID", Shown(&arn.text.written_part(account)));
                (cause, "write 12 digits, or `*` for any account")
            }
            ArnFault::Variable(field, variable) => {
                let message = format!(
                    "`{}` is in the {field} of the ARN, but AWS replaces policy variables only after the fifth colon: \
                     write the {field}, or `*`",
                    Shown(&arn.text.written_part(variable))
                );
                (message, "")
            }
            ArnFault::Placeholder(field @ (Field::Service | Field::Region | Field::Account), placeholder) => {
                (placeholder_message(field, &arn.text.written_part(placeholder), arn.others), "")
            }
            ArnFault::ServiceCase(service) => (
                format!(
                    "`{}` has uppercase letters, but services in ARNs are lowercase",
                    Shown(&arn.text.written_part(service))
                ),
                "",
            ),
            ArnFault::Service(service) => (
                format!("`{}` is not a valid service", Shown(&arn.text.written_part(service))),
                "write one such as `s3`",
            ),
            ArnFault::UnknownPartition(partition) => (
                format!("unknown partition `{}`", Shown(&arn.text.written_part(partition))),
                "write one such as `aws`, or `*` for any partition",
            ),
            ArnFault::ExtraColon => {
                (format!("`{}` has a colon too many before the resource", Shown(arn.text.written())), "")
            }
            ArnFault::TrailingSpace => (format!("`{}` ends with white space", Shown(arn.text.written())), ""),
            _ => return,
        };
        cx.replace::<Self>(arn.text, arn.message(cause, fix), arn.suggestion.clone())
            .about(arn.fault.access_analyzer());
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, finds_of_resource, message_of, message_of_resource, messages, policy_of},
    };

    #[test]
    fn a_field_that_no_resource_has_is_reported() {
        for resource in [
            "arn:aws:lambda:eu-west-1:1111:function:f",
            "arn:aws:lambda:eu-west-1:abc:function:f",
            "arn:aws:lambda:eu-west-1:xxxxxxxxxxxx:function:f",
            "arn:aws:lambda:eu-west-1:${aws:PrincipalAccount}:function:f",
        ] {
            let expected = &["arn-field /Statement/Resource"];
            finds_of_resource(r#""lambda:CreateFunction""#, &format!("\"{resource}\""), expected);
        }
        let expected = &["arn-field /Statement/NotResource"];
        finds(r#""Effect": "Deny", "Action": "*", "NotResource": "arn:aws:lambda:*:me:function:f""#, expected);
    }

    #[test]
    fn fields_that_a_resource_can_have_are_not_reported() {
        for resource in [
            "arn:aws:iam::aws:role/reader",
            "arn:aws:lambda:eu-*:111122223333:function:${aws:username}",
            "arn:aws:lambda:*:*:function:f",
        ] {
            finds_of_resource(r#""*""#, &format!("\"{resource}\""), &[]);
        }
    }

    #[test]
    fn a_variable_in_an_old_version_has_one_finding() {
        let statement = r#""Effect": "Deny", "Action": "*", "Resource": "arn:aws:lambda:*:${aws:PrincipalAccount}:x""#;
        let policy = format!(r#"{{"Version": "2008-10-17", "Statement": {{{statement}}}}}"#);
        let messages = messages(PolicyKind::Identity, &policy);
        assert!(!messages.iter().any(|message| message.contains("fifth colon")), "{messages:?}");
    }

    #[test]
    fn a_placeholder_is_reported_once_per_policy() {
        let resources =
            r#"["arn:aws:lambda:region:account-id:function:f", "arn:aws:lambda:region:ACCOUNT:function:g"]"#;
        let statement = |effect| format!(r#""Effect": "{effect}", "Action": "ses:*", "Resource": {resources}"#);
        let messages = messages(PolicyKind::Identity, &policy_of(&[&statement("Allow"), &statement("Deny")]));
        let region = "`region` is a placeholder: replace it, here and in 3 other places, with a region such as \
                      `eu-west-1`, or `*`";
        let account = |name, places| {
            format!("`{name}` is a placeholder: replace it{places} with an account ID of 12 digits, or `*`")
        };
        let other = ", here and in 1 other place,";
        for expected in [region.into(), account("account-id", other), account("ACCOUNT", other)] {
            assert_eq!(messages.iter().filter(|message| **message == expected).count(), 1, "{expected} {messages:?}");
        }
        assert_eq!(messages.len(), 3);
    }

    #[test]
    fn a_region_of_iam_is_a_warning_where_iam_does_not_store_the_policy() {
        let statement = r#""Effect": "Deny", "Action": "*", "Resource": "arn:aws:iam:us-east-1:*:role/x""#;
        finds_of(PolicyKind::ServiceControl, statement, &["arn-field /Statement/Resource"]);
        let expected = "an ARN of IAM has no region: leave the field after `iam` empty";
        assert_eq!(message_of(PolicyKind::ServiceControl, statement), expected);
    }

    #[test]
    fn the_message_states_the_field() {
        for (resource, expected) in [
            (
                "arn:aws:lambda:ireland:111122223333:function:f",
                "`ireland` is not a valid region: write one such as `eu-west-1`, or `*` for any region",
            ),
            (
                "arn:aws:lambda:eu-west-1:someone:function:f",
                "`someone` is not a valid account ID: write 12 digits, or `*` for any account",
            ),
            (
                "arn:aws:lambda:eu-west-1:account-id:function:f",
                "`account-id` is a placeholder: replace it with an account ID of 12 digits, or `*`",
            ),
            (
                "arn:aws:lambda:*:${aws:PrincipalAccount}:function:f",
                "`${aws:PrincipalAccount}` is in the account of the ARN, but AWS replaces policy variables only after \
                 the fifth colon: write the account, or `*`",
            ),
            ("arn:aws-eu:s3:::a", "unknown partition `aws-eu`: write one such as `aws`, or `*` for any partition"),
            (
                "arn:aws:S3:::a/*",
                "`S3` has uppercase letters, but services in ARNs are lowercase: did you mean `arn:aws:s3:::a/*`?",
            ),
            ("arn:aws:s3 :::a", "`s3 ` is not a valid service: did you mean `arn:aws:s3:::a`?"),
            (
                "arn:aws:s3::::a",
                "`arn:aws:s3::::a` has a colon too many before the resource: did you mean `arn:aws:s3:::a`?",
            ),
            ("arn:aws:s3:::a/* ", "`arn:aws:s3:::a/* ` ends with white space: did you mean `arn:aws:s3:::a/*`?"),
        ] {
            assert_eq!(message_of_resource(r#""*""#, &format!("\"{resource}\"")), expected);
        }
    }
}
