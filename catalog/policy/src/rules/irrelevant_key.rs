//! Reports a condition key that states nothing in the policy of a resource.
//!
//! ## What it checks
//! The policy of a resource, such as a bucket policy, has a condition on the account or the organization of the resource.
//! The keys are `s3:ResourceAccount`, `aws:ResourceAccount`, `aws:ResourceOrgID` and `aws:ResourceOrgPaths`.
//!
//! The rule checks the policies of buckets, queues, topics, keys, repositories, tables, secrets and functions. It does
//! not report a policy variable in a value, such as `${aws:ResourceOrgID}`. It is also quiet if the resource is `*` or
//! all buckets, because an endpoint policy looks like this.
//!
//! ## Why it matters
//! The policy applies only to the resource that it is attached to. So the key has the same value in every request, and
//! the comparison is always true or always false. Access Analyzer [suggests to use the key in an identity policy
//! instead](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
//!
//! ## Example
//! A bucket policy that compares the account of the bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::111122223333:role/Reader"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::pictures/*",
//!         "Condition": {"StringEquals": {"s3:ResourceAccount": "444455556666"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the comparison, or compare the account of the principal.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::111122223333:role/Reader"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::pictures/*",
//!         "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the same policy is attached to resources of several accounts, and each copy checks its account.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    finding::AccessAnalyzerCheck,
    kind::PolicyKind,
    rule::Check,
    shown::Shown,
    subject::resource_of,
};

/// The condition keys about the owner of the resource.
const KEYS: [&str; 4] = ["aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "s3:ResourceAccount"];

rule! {
    IrrelevantKey { severity: Note, group: NoEffect, since: "0.1.0" }
}

impl Check for IrrelevantKey {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        if cx.kind.service().is_none() {
            return;
        }
        for comparison in statement.conditions() {
            let key = comparison.key;
            if key.hole.is_some() || !KEYS.iter().any(|known| ascii_case::eq(known, key.text)) {
                continue;
            }
            if may_be_of_an_endpoint(statement) {
                return;
            }
            let described = cx.kind.described();
            let of = if cx.kind == PolicyKind::Bucket { "bucket" } else { "resource" };
            let message = format!(
                "`{}` has one value in {described}, because the policy applies only to its {of}: remove the comparison",
                Shown(key.text)
            );
            cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::IrrelevantConditionKeyInPolicy);
        }
    }
}

/// Returns true if a resource is `*`, or an ARN that matches all resources.
fn may_be_of_an_endpoint(statement: StatementNode<'_>) -> bool {
    let mut resources = statement.resources().into_iter().flat_map(Node::partial_strings);
    resources.any(|text| text.is_open() || text.text == "*" || resource_of(text.text) == Some("*"))
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, message_of},
    };

    fn statement(resource: &str, condition: &str) -> String {
        format!(
            r#""Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "{resource}",
                "Condition": {{"StringEquals": {{{condition}}}}}"#
        )
    }

    const OBJECTS: &str = "arn:aws:s3:::pictures/*";

    #[test]
    fn a_key_about_the_owner_of_the_resource_is_reported() {
        for (key, value) in [("aws:ResourceAccount", "111122223333"), ("AWS:resourceorgid", "o-a1b2c3d4e5")] {
            let statement = statement(OBJECTS, &format!(r#""{key}": "{value}""#));
            let expected = format!("irrelevant-key /Statement/Condition/StringEquals/{key}");
            finds_of(PolicyKind::Bucket, &statement, &[&expected]);
        }
    }

    #[test]
    fn other_keys_and_other_kinds_are_not_reported() {
        let of_principal = statement(OBJECTS, r#""aws:PrincipalOrgID": "${aws:ResourceOrgID}""#);
        finds_of(PolicyKind::Bucket, &of_principal, &[]);
        let of_resource = statement(OBJECTS, r#""aws:ResourceAccount": "111122223333""#);
        finds_of(PolicyKind::VpcEndpoint, &of_resource, &[]);
        finds_of(PolicyKind::Bucket, &statement("arn:aws:s3:::*", r#""aws:ResourceAccount": "111122223333""#), &[]);
        finds_of(PolicyKind::Resource, &statement("*", r#""aws:ResourceAccount": "111122223333""#), &[]);
    }

    #[test]
    fn the_message_states_the_kind() {
        assert_eq!(
            message_of(PolicyKind::Bucket, &statement(OBJECTS, r#""aws:ResourceAccount": "111122223333""#)),
            "`aws:ResourceAccount` has one value in a bucket policy, because the policy applies only to its bucket: \
             remove the comparison"
        );
    }
}
