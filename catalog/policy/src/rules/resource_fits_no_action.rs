//! Reports a resource that none of the statement's actions accepts.
//!
//! ## What it checks
//! No action of the statement accepts the resource.
//!
//! The rule compares the resource with the ARN formats in AWS's service authorization reference. If the resource
//! has wildcards, one matching ARN is enough.
//!
//! Some formats extend others. The ARN `table/books/backup/first` is that of a backup and not of a table, because the
//! format of a backup has the literal `/backup/`.
//!
//! The rule also accepts some resources that the reference lacks, such as the transforms of CloudFormation. It accepts
//! a resource of a type for which the reference states no action of that service, such as an HTTP API of API Gateway.
//!
//! ## Why it matters
//! The statement grants nothing on the resource. A common cause is a bucket in place of its objects: a bucket is
//! `arn:aws:s3:::name`, and its objects are `arn:aws:s3:::name/key`.
//!
//! ## Example
//! An identity policy that is intended to allow reading the objects of a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::mybucket"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the ARN of a resource that the actions accept, or remove the resource.
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
//! Allow the finding if the service accepts the resource, although the reference does not list its form. The
//! reference is sometimes stricter than AWS.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{Misfit, ResourceMisfit},
};

rule! {
    ResourceFitsNoAction { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for ResourceFitsNoAction {
    fn resource_misfit<'t, C: PolicyCatalog>(
        misfit: &ResourceMisfit<'_, 't, C::ResourceType>,
        cx: &mut Context<'_, 't, C>,
    ) {
        let Misfit::Resource { claimed_by } = misfit.misfit else { return };
        let resource = Shown(misfit.text.written());
        let types = misfit.describe_types(cx.catalog);
        let message = match claimed_by {
            Some(format) => {
                format!("no action of the statement accepts the resource `{resource}`, which is a `{format}`{types}")
            }
            None => format!("no action of the statement accepts the resource `{resource}`{types}"),
        };
        cx.report::<Self>(misfit.text.place, message);
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds, finds_of_resource, message_of_resource};

    const FUNCTION: &str = "arn:aws:lambda:eu-west-1:111122223333:function:f";

    #[test]
    fn a_resource_that_no_action_takes_is_reported() {
        let expected = &["resource-fits-no-action /Statement/Resource"];
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::mybucket""#, expected);
    }

    #[test]
    fn a_resource_that_other_actions_may_take_is_not_reported() {
        finds_of_resource(r#"["s3:GetObject", "hidden:*"]"#, r#""arn:aws:hidden:::x""#, &[]);
        finds(r#""Effect": "Deny", "NotAction": "s3:GetObject", "Resource": "arn:aws:s3:::mybucket""#, &[]);
        let actions = r#"["s3:GetObject", "s3:ListBucket", "ses:SendEmail"]"#;
        let expected = &["shadowed-resource /Statement/Resource/1"];
        finds_of_resource(actions, &format!(r#"["*", "{FUNCTION}"]"#), expected);
    }

    #[test]
    fn a_resource_with_the_literals_of_a_longer_format_is_of_that_type() {
        let expected = &["resource-fits-no-action /Statement/Resource"];
        for resource in ["identity/a/policy/b", "identity/*/policy/*", "identity/a/policy/b/*"] {
            let resource = format!(r#""arn:aws:ses:eu-west-1:111122223333:{resource}""#);
            finds_of_resource(r#""ses:SendEmail""#, &resource, expected);
        }
        for resource in ["identity/*", "identity/a/*", "identity/a/b/c", "identity/a/policy", "*/policy/b", "*"] {
            let resource = format!(r#""arn:aws:ses:eu-west-1:111122223333:{resource}""#);
            finds_of_resource(r#""ses:SendEmail""#, &resource, &[]);
        }
        // The key of an object may contain any literal.
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::identity/a/policy/b""#, &[]);
    }

    #[test]
    fn a_resource_of_a_type_that_no_action_of_its_service_accepts_is_not_reported() {
        for resource in ["lens/a", "lens/*", "l*"] {
            finds_of_resource(
                r#""s3:TagResource""#,
                &format!(r#""arn:aws:s3:eu-west-1:111122223333:{resource}""#),
                &[],
            );
        }
        let both = r#"["arn:aws:s3:::b", "arn:aws:s3:eu-west-1:111122223333:lens/a"]"#;
        finds_of_resource(r#"["s3:ListBucket", "s3:GetObject"]"#, both, &[]);
        let lens = r#""arn:aws:s3:eu-west-1:111122223333:lens/a""#;
        finds_of_resource(r#""ses:SendEmail""#, lens, &["resource-fits-no-action /Statement/Resource"]);
    }

    #[test]
    fn a_resource_without_region_and_account_is_no_regional_one() {
        let expected = &["resource-fits-no-action /Statement/Resource"];
        for resource in ["*/*", "*-logs/*", "${aws:username}/*", "?*/a"] {
            finds_of_resource(r#""s3:TagResource""#, &format!(r#""arn:aws:s3:::{resource}""#), expected);
        }
        for resource in ["::*", "::a*", "::*-logs", "*:*:*/*"] {
            finds_of_resource(r#""s3:TagResource""#, &format!(r#""arn:aws:s3:{resource}""#), &[]);
        }
    }

    #[test]
    fn a_resource_of_aws_that_the_reference_lacks_is_not_reported() {
        let transform = r#""arn:aws:cloudformation:eu-west-1:aws:transform/Include""#;
        finds_of_resource(r#""cloudformation:CreateChangeSet""#, transform, &[]);
        let both = format!(r#"[{transform}, "arn:aws:s3:::b/*"]"#);
        finds_of_resource(r#"["cloudformation:CreateChangeSet", "s3:GetObject"]"#, &both, &[]);
        finds_of_resource(r#""s3:GetObject""#, transform, &["resource-fits-no-action /Statement/Resource"]);
        let other = r#""arn:aws:cloudformation:eu-west-1:aws:transformation/Include""#;
        let expected = &["unknown-arn-resource /Statement/Resource"];
        finds_of_resource(r#""cloudformation:CreateChangeSet""#, other, expected);
    }

    #[test]
    fn the_message_states_the_longer_format() {
        assert_eq!(
            message_of_resource(r#""ses:SendEmail""#, r#""arn:aws:ses:*:*:identity/a/policy/b""#),
            "no action of the statement accepts the resource `arn:aws:ses:*:*:identity/a/policy/b`, which is a \
             `arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}/policy/${PolicyName}`: expected \
             `identity` (`arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}`)"
        );
    }

    #[test]
    fn the_message_states_the_forms_that_the_actions_take() {
        assert_eq!(
            message_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::mybucket""#),
            "no action of the statement accepts the resource `arn:aws:s3:::mybucket`: expected `object` \
             (`arn:${Partition}:s3:::${BucketName}/${ObjectName}`)"
        );
    }

    #[test]
    fn the_forms_most_like_the_resource_are_stated_and_the_others_counted() {
        let actions = r#"["s3:GetObject", "s3:ListBucket", "ses:SendEmail"]"#;
        assert_eq!(
            message_of_resource(actions, &format!(r#""{FUNCTION}""#)),
            "no action of the statement accepts the resource \
             `arn:aws:lambda:eu-west-1:111122223333:function:f`: expected `identity` \
             (`arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}`) or 2 other types"
        );
    }
}
