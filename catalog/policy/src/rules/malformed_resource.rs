//! Reports a resource that is not an ARN.
//!
//! ## What it checks
//! The resource is neither an ARN nor `*`, contains several ARNs, or has an invalid partition.
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

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ARN_FIELDS, ArnFault, WrongArn},
};

rule! {
    MalformedResource { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedResource {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        let given = Shown(arn.text.text);
        let message = match arn.fault {
            ArnFault::NotAnArn => format!("`{given}` is neither an ARN nor `*`"),
            ArnFault::TooFewFields(count) => format!(
                "`{given}` has only {count} of the {ARN_FIELDS} fields of an ARN: \
                 write `arn:partition:service:region:account:resource`"
            ),
            ArnFault::Partition(partition) => {
                format!("`{}` is not a valid partition: write `aws`, or `*` for any partition", Shown(partition))
            }
            ArnFault::SeveralArns => format!("`{given}` contains several ARNs: write a list with one string per ARN"),
            _ => return,
        };
        cx.suggest::<Self>(arn.text.place, arn.with_suggestion(message), arn.suggestion.clone());
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
                "arn:aws:s3:::b, arn:aws:s3:::c",
                "`arn:aws:s3:::b, arn:aws:s3:::c` contains several ARNs: write a list with one string per ARN",
            ),
        ] {
            assert_eq!(message_of_resource(r#""s3:GetObject""#, &format!("\"{resource}\"")), expected);
        }
    }
}
