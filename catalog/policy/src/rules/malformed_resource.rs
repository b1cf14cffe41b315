//! Reports a resource that is not an ARN.
//!
//! ## What it checks
//! The resource is neither an ARN nor `*`, contains several ARNs, or has an invalid partition. An empty partition,
//! service or resource is also reported.
//!
//! In policies that IAM receives, the rule also reports the ARNs that IAM refuses:
//!
//! * an ARN of IAM with a region, or whose resource does not begin with a type such as `role/`
//! * an ARN of a bucket with a region
//! * an ARN with fewer than six fields in a session policy
//!
//! The rule does not report the short form that API Gateway accepts in resource policies, such as `execute-api:/*`.
//!
//! ## Why it matters
//! A resource is [specified by its
//! ARN](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html). A name such as
//! `mybucket/*` does not identify the service. AWS refuses such a policy, or the statement matches none of the
//! intended resources.
//!
//! ## Example
//! An identity policy that has the name of a bucket instead of its ARN:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "mybucket/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the ARN: `arn:partition:service:region:account:resource`.
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
//! Never for a policy that IAM stores. In a resource policy, allow the finding if the service accepts its own short
//! form of the resource.

use alloc::{borrow::ToOwned as _, format, string::String};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ARN_FIELDS, ArnFault, Field, NotAnArn, WrongArn, placeholder_message},
};

rule! {
    MalformedResource { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedResource {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        let given = Shown(arn.text.written());
        let completed;
        let (cause, fix) = match arn.fault {
            ArnFault::NotAnArn(cause) => not_an_arn(cause, given),
            ArnFault::NoPartition => (format!("`{given}` has no partition"), "write `aws` after `arn:`"),
            ArnFault::Empty(field) => empty(field, given),
            ArnFault::Placeholder(field @ Field::Partition, placeholder) => {
                (placeholder_message(field, placeholder, arn.others), "")
            }
            ArnFault::RefusedIncomplete(count) => {
                let cause = format!(
                    "`{given}` has only {count} of the {ARN_FIELDS} fields of an ARN, and AWS refuses a session policy \
                     with such an ARN"
                );
                completed = format!("write `{given}{}`", ":*".repeat(ARN_FIELDS.saturating_sub(count)));
                (cause, &*completed)
            }
            ArnFault::RefusedRegionOfIam => {
                (format!("`{given}` has a region, and IAM refuses its own ARNs with a region"), "leave the field empty")
            }
            ArnFault::RefusedRegionOfBucket(region) => {
                let cause = format!(
                    "`{given}` has the region `{}`, and IAM refuses the ARN of a bucket with a region",
                    Shown(&arn.text.written_part(region))
                );
                (cause, "leave the field empty")
            }
            ArnFault::RefusedIamPath(resource) => {
                let resource = if arn.text.hole.is_some() { arn.text.written() } else { resource };
                let cause = format!(
                    "`{}` does not begin with a type of IAM resources, so IAM refuses the ARN",
                    Shown(resource)
                );
                let name = Shown(resource.rsplit('/').next().unwrap_or_default());
                completed = format!("write a type such as `role/{name}`, or only `*`");
                (cause, &*completed)
            }
            ArnFault::TooFewFields(count) => (
                format!("`{given}` has only {count} of the {ARN_FIELDS} fields of an ARN"),
                "write `arn:partition:service:region:account:resource`",
            ),
            ArnFault::Partition(partition) if partition.starts_with("${AWS::") => (
                format!("`{}` is a parameter of CloudFormation, which IAM does not replace", Shown(partition)),
                "write `aws`, or let a template replace it",
            ),
            ArnFault::Partition(partition) => {
                let is_variable = partition.contains("${") && partition.contains(':');
                let partition = Shown(partition);
                let cause = if is_variable {
                    format!(
                        "`{partition}` is in the partition of the ARN, but AWS replaces policy variables only after the \
                         fifth colon"
                    )
                } else {
                    format!("`{partition}` is not a valid partition")
                };
                (cause, "write `aws`, or `*` for any partition")
            }
            ArnFault::SeveralArns => {
                (format!("`{given}` contains several ARNs"), "write a list with one string per ARN")
            }
            _ => return,
        };
        cx.replace::<Self>(arn.text, arn.message(cause, fix), arn.suggestion.clone())
            .about(arn.fault.access_analyzer());
    }
}

/// Returns the cause and the fix for a string that does not begin with `arn:`.
fn not_an_arn(cause: NotAnArn, given: Shown<'_>) -> (String, &'static str) {
    match cause {
        NotAnArn::Empty => ("the resource is empty".to_owned(), "write an ARN, or `*` for any resource"),
        NotAnArn::LeadingSpace => (format!("`{given}` begins with white space"), "remove it"),
        NotAnArn::Quoted => (format!("`{given}` begins with a quotation mark, which is not a part of an ARN"), ""),
        NotAnArn::Case => (format!("`{given}` does not begin with `arn` in lowercase"), ""),
        NotAnArn::Separator(separator) => {
            let separator = separator.escape_default();
            (format!("`{given}` has `{separator}` after `arn`, but colons separate the fields of an ARN"), "")
        }
        NotAnArn::NoPrefix => (format!("`{given}` does not begin with `arn:`"), ""),
        NotAnArn::Other => (format!("`{given}` is neither an ARN nor `*`"), ""),
    }
}

/// Returns the cause and the fix for an empty field.
fn empty(field: Field, given: Shown<'_>) -> (String, &'static str) {
    let fix = match field {
        Field::Partition => "write `aws`",
        Field::Service => "write a service such as `s3`",
        _ => "write the resource, or `*` for any resource",
    };
    (format!("the {field} in `{given}` is empty"), fix)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds, finds_of, finds_of_resource, message_of, message_of_resource},
    };

    #[test]
    fn a_string_that_is_not_an_arn_is_reported() {
        let expected = &["malformed-resource /Statement/Resource"];
        finds_of_resource(r#""s3:GetObject""#, r#""mybucket/*""#, expected);
        finds_of_resource(r#""s3:GetObject""#, r#""arn:${Partition}:s3:::b/*""#, expected);
        let expected = &["malformed-resource /Statement/NotResource/1"];
        finds(r#""Effect": "Deny", "Action": "s3:*", "NotResource": ["arn:aws:s3:::b", "b/*"]"#, expected);
    }

    #[test]
    fn a_string_that_may_become_an_arn_is_not_reported() {
        finds_of_resource(r#""s3:GetObject""#, r#""${aws:username}""#, &[]);
        finds_of(
            PolicyKind::Resource,
            r#""Effect": "Deny", "Principal": "*", "Action": "ses:SendEmail", "Resource": "execute-api:/*""#,
            &[],
        );
    }

    #[test]
    fn an_incomplete_arn_is_an_error_only_in_a_session_policy() {
        let statement = r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "arn:aws:ses""#;
        finds_of(PolicyKind::Session, statement, &["malformed-resource /Statement/Resource"]);
        finds_of(PolicyKind::Identity, statement, &["incomplete-arn /Statement/Resource"]);
        assert_eq!(
            message_of(PolicyKind::Session, statement),
            "`arn:aws:ses` has only 3 of the 6 fields of an ARN, and AWS refuses a session policy with such an ARN: \
             write `arn:aws:ses:*:*:*`"
        );
    }

    #[test]
    fn the_message_states_the_fault() {
        for (resource, expected) in [
            ("mybucket/*", "`mybucket/*` is neither an ARN nor `*`"),
            ("s3://mybucket/*", "`s3://mybucket/*` is neither an ARN nor `*`: did you mean `arn:aws:s3:::mybucket/*`?"),
            (
                "arn:aws",
                "`arn:aws` has only 2 of the 6 fields of an ARN: write `arn:partition:service:region:account:resource`",
            ),
            ("arn:asw:s3:::b", "`asw` is not a valid partition: write `aws`, or `*` for any partition"),
            (
                "arn:${aws:PrincipalTag/p}:s3:::b",
                "`${aws:PrincipalTag/p}` is in the partition of the ARN, but AWS replaces policy variables only after \
                 the fifth colon: write `aws`, or `*` for any partition",
            ),
            (
                "arn:${Partition}:s3:::b",
                "`${Partition}` is not a valid partition: write `aws`, or `*` for any partition",
            ),
            ("arn: aws:s3:::b", "` aws` is not a valid partition: did you mean `arn:aws:s3:::b`?"),
            ("arn:partition:s3:::b", "`partition` is a placeholder: replace it with a partition such as `aws`"),
            ("", "the resource is empty: write an ARN, or `*` for any resource"),
            (" arn:aws:s3:::b", "` arn:aws:s3:::b` begins with white space: did you mean `arn:aws:s3:::b`?"),
            (
                "'arn:aws:s3:::b'",
                "`'arn:aws:s3:::b'` begins with a quotation mark, which is not a part of an ARN: did you mean \
                 `arn:aws:s3:::b`?",
            ),
            (
                "ARN:aws:s3:::b",
                "`ARN:aws:s3:::b` does not begin with `arn` in lowercase: did you mean `arn:aws:s3:::b`?",
            ),
            ("arn/aws/s3", "`arn/aws/s3` has `/` after `arn`, but colons separate the fields of an ARN"),
            ("aws:s3:::b", "`aws:s3:::b` does not begin with `arn:`: did you mean `arn:aws:s3:::b`?"),
            ("arn:s3:::b", "`arn:s3:::b` has no partition: did you mean `arn:aws:s3:::b`?"),
            ("arn::s3:::b", "the partition in `arn::s3:::b` is empty: did you mean `arn:aws:s3:::b`?"),
            ("arn:aws::::b", "the service in `arn:aws::::b` is empty: write a service such as `s3`"),
            ("arn:aws:s3:::", "the resource in `arn:aws:s3:::` is empty: write the resource, or `*` for any resource"),
            (
                "arn:aws:iam:us-east-1:*:role/x",
                "`arn:aws:iam:us-east-1:*:role/x` has a region, and IAM refuses its own ARNs with a region: leave the \
                 field empty",
            ),
            (
                "arn:aws:s3:eu-west-1::b",
                "`arn:aws:s3:eu-west-1::b` has the region `eu-west-1`, and IAM refuses the ARN of a bucket with a \
                 region: leave the field empty",
            ),
            (
                "arn:aws:iam::111122223333:*/*",
                "`*/*` does not begin with a type of IAM resources, so IAM refuses the ARN: write a type such as \
                 `role/*`, or only `*`",
            ),
            (
                "arn:aws:iam::111122223333:role:x",
                "`role:x` does not begin with a type of IAM resources, so IAM refuses the ARN: did you mean \
                 `arn:aws:iam::111122223333:role/x`?",
            ),
            (
                "arn:${AWS::Partition}:s3:::b",
                "`${AWS::Partition}` is a parameter of CloudFormation, which IAM does not replace: write `aws`, or let a \
                 template replace it",
            ),
            (
                "arn:aws:s3:::b, arn:aws:s3:::c",
                "`arn:aws:s3:::b, arn:aws:s3:::c` contains several ARNs: write a list with one string per ARN",
            ),
        ] {
            assert_eq!(message_of_resource(r#""s3:GetObject""#, &format!("\"{resource}\"")), expected);
        }
    }
}
