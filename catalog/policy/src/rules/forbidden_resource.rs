//! Reports a resource that this kind of policy cannot have.
//!
//! ## What it checks
//! A policy that is attached to a resource of one service has a resource of another service, such as a queue in a bucket
//! policy. A bucket policy also cannot have the resource `*`.
//!
//! If the linter infers the kind from the resources, then all actions can be of another service. The rule reports the
//! resources, too, because they or the actions are wrong.
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

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode, Text},
    finding::AccessAnalyzerCheck,
    kind::{PolicyKind, kind_of_service, service_of_arn},
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
        let described = kind.described();
        let of_other_actions = if cx.has_inferred_kind { kind_of_actions(statement) } else { None };
        let of_other_actions = of_other_actions.filter(|other| *other != kind).and_then(PolicyKind::service_name);
        for text in statement.resources().into_iter().flat_map(Node::partial_strings) {
            let given = Shown(text.written());
            let message = match (service_of(text), of_other_actions) {
                _ if kind.needs_resource_arn() && text.hole.is_none() && is_everything(text.text) => {
                    format!("{described} cannot have the resource `{given}`: write an ARN of {name}")
                }
                (Some(service), _) if !kind.is_about(service) => format!(
                    "{described} cannot have the resource `{given}` of the service `{}`: write an ARN of {name}",
                    Shown(service)
                ),
                (Some(_), Some(other)) => format!(
                    "the resource `{given}` is of {name}, but the actions of the statement are of {other}: write the \
                     resource that the policy is attached to"
                ),
                _ => continue,
            };
            cx.report::<Self>(text.place, message).about(AccessAnalyzerCheck::UnsupportedResourceArnInPolicy);
        }
    }
}

/// Returns the kind of the policies of the resources that the actions are about, if all actions are of one service.
fn kind_of_actions(statement: StatementNode<'_>) -> Option<PolicyKind> {
    let list = statement.actions().filter(|list| !list.has_hole())?;
    let mut services = list.strings().map(|text| text.text.split_once(':').map(|(service, _)| service));
    let first = services.next()??;
    let is_same = |service: Option<&str>| service.is_some_and(|service| ascii_case::eq(service, first));
    kind_of_service(first).filter(|_| services.all(is_same))
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
        let expected = &["shadowed-resource /Statement/Resource/1"];
        finds_of(PolicyKind::Resource, &statement(r#""s3:GetObject""#, r#"["*", "arn:aws:s3:::a/*"]"#), expected);
    }

    #[test]
    fn resources_and_actions_of_two_services_are_reported_if_the_kind_is_not_stated() {
        let mixed = statement(r#""s3:GetObject""#, &format!(r#""{QUEUE}""#));
        finds_of(
            PolicyKind::Resource,
            &mixed,
            &["forbidden-action /Statement/Action", "forbidden-resource /Statement/Resource"],
        );
        finds_of(PolicyKind::Queue, &mixed, &["forbidden-action /Statement/Action"]);
        finds_of(PolicyKind::Bucket, &mixed, &["forbidden-resource /Statement/Resource"]);
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
