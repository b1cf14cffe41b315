//! Reports a resource that this kind of policy cannot have.
//!
//! ## What it checks
//! A policy that is attached to a resource of one service has a resource of another service, such as a queue in a bucket
//! policy. A bucket policy also cannot have the resource `*`.
//!
//! ## Why it matters
//! A resource policy applies only to the resource that it is attached to. Amazon S3 refuses a bucket policy with another
//! resource, or with `*`, with the message ["Policy has invalid
//! resource"](https://github.com/noobaa/noobaa-core/issues/10058). Amazon SNS requires [the ARN of the
//! topic](https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html). Services
//! that accept the policy ignore the resource.
//!
//! ## Example
//! A bucket policy that also names a queue:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::111122223333:role/Reader"},
//!         "Action": "s3:GetObject",
//!         "Resource": ["arn:aws:s3:::pictures/*", "arn:aws:sqs:eu-west-1:111122223333:orders"]
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the resource, or attach the statement to the resource that it names.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::111122223333:role/Reader"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::pictures/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: AWS refuses the policy, or ignores the resource. If the policy is of another kind, check it as that kind.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode, Text},
    kind::service_of_arn,
    rule::Check,
    shown::Shown,
    subject::is_everything,
};

rule! {
    ForbiddenResource { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ForbiddenResource {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let (Some(name), kind) = (cx.kind.service_name(), cx.kind) else { return };
        for text in statement.resources().into_iter().flat_map(Node::partial_strings) {
            let (described, given) = (kind.described(), Shown(text.written()));
            if kind.needs_resource_arn() && text.hole.is_none() && is_everything(text.text) {
                let message = format!("{described} cannot have the resource `{given}`: write an ARN of {name}");
                cx.report::<Self>(text.place, message);
            } else if let Some(service) = service_of(text).filter(|service| !kind.is_about(service)) {
                let service = Shown(service);
                let message = format!(
                    "{described} cannot have the resource `{given}` of the service `{service}`: write an ARN of {name}"
                );
                cx.report::<Self>(text.place, message);
            }
        }
    }
}

/// Returns the service of an ARN, if the known parts decide it.
fn service_of(text: Text<'_>) -> Option<&str> {
    let is_complete = !text.is_open() || text.head().matches(':').count() >= 3;
    service_of_arn(text.head()).filter(|_| is_complete)
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, message_of},
    };

    fn statement(action: &str, resource: &str) -> String {
        format!(r#""Effect": "Deny", "Principal": "*", "Action": {action}, "Resource": {resource}"#)
    }

    const QUEUE: &str = "arn:aws:sqs:eu-west-1:111122223333:orders";

    #[test]
    fn resources_of_other_services_are_reported() {
        let mixed = statement(r#""s3:GetObject""#, &format!(r#"["arn:aws:s3:::pictures/*", "{QUEUE}"]"#));
        let expected = &["forbidden-resource /Statement/Resource/1"];
        finds_of(PolicyKind::Bucket, &mixed, expected);
        finds_of(PolicyKind::Resource, &mixed, expected);
        finds_of(
            PolicyKind::Bucket,
            &statement(r#""s3:GetObject""#, r#""*""#),
            &["forbidden-resource /Statement/Resource"],
        );
    }

    #[test]
    fn resources_of_the_service_are_not_reported() {
        for resource in
            ["arn:aws:s3:::pictures/*", "arn:${AWS::Partition}:s3:::pictures/*", "${Bucket}", "arn:aws:*:::a/b"]
        {
            let found = crate::testing::findings(
                &crate::testing::policy(&statement(r#""s3:GetObject""#, &format!(r#""{resource}""#))),
                PolicyKind::Bucket,
            );
            assert!(found.iter().all(|finding| finding.id.name() != "forbidden-resource"), "{found:?}");
        }
        finds_of(PolicyKind::Identity, &format!(r#""Effect": "Deny", "Action": "*", "Resource": "{QUEUE}""#), &[]);
        // An endpoint policy of Amazon S3 looks like this.
        finds_of(PolicyKind::Resource, &statement(r#""s3:GetObject""#, r#"["*", "arn:aws:s3:::a/*"]"#), &[]);
    }

    #[test]
    fn the_message_states_the_service() {
        assert_eq!(
            message_of(PolicyKind::Key, &statement(r#""*""#, &format!(r#""{QUEUE}""#))),
            format!("a key policy cannot have the resource `{QUEUE}` of the service `sqs`: write an ARN of AWS KMS")
        );
        assert_eq!(
            message_of(PolicyKind::Bucket, &statement(r#""s3:GetObject""#, r#""*""#)),
            "a bucket policy cannot have the resource `*`: write an ARN of Amazon S3"
        );
    }
}
