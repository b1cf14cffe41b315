//! Reports a bucket policy that names several buckets.
//!
//! ## What it checks
//! The resources of a bucket policy have the names of different buckets.
//!
//! The rule compares names without wildcards and policy variables. It is quiet if a statement allows an action to
//! everyone, because an endpoint policy looks like this.
//!
//! ## Why it matters
//! A bucket policy [applies only to its
//! bucket](https://docs.aws.amazon.com/AmazonS3/latest/dev/AccessPolicyLanguage_SpecialInfo.html). Amazon S3 refuses a
//! policy that also names another bucket, with the message "Policy has invalid resource".
//!
//! ## Example
//! A bucket policy that names two buckets:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::111122223333:role/Reader"},
//!         "Action": "s3:GetObject",
//!         "Resource": ["arn:aws:s3:::pictures/*", "arn:aws:s3:::videos/*"]
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a policy for each bucket.
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
//! Allow the finding if the policy is not a bucket policy but the policy of an endpoint. Then state its kind instead.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Document, Members, Node, StatementNode, Text},
    grammar::Effect,
    kind::PolicyKind,
    rule::Check,
    shown::Shown,
    subject::fields,
};

rule! {
    SeveralBuckets { severity: Warning, group: Malformed, since: "0.1.0" }
}

impl Check for SeveralBuckets {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        let allows_everyone = || {
            policy.has_unknown_statements()
                || policy.statements().any(|one| one.may_have_effect(Effect::Allow) && may_be_everyone(one))
        };
        if cx.kind != PolicyKind::Bucket || allows_everyone() {
            return;
        }
        let resources = policy.statements().filter_map(StatementNode::resources).flat_map(Node::partial_strings);
        let mut named = resources.filter_map(|text| Some((text, bucket(text)?)));
        let Some((_, first)) = named.next() else { return };
        for (text, other) in named.filter(|(_, other)| *other != first) {
            let message = format!(
                "the bucket policy also names the bucket `{}`: write only the resources of the bucket `{}`",
                Shown(other),
                Shown(first)
            );
            cx.report::<Self>(text.place, message);
        }
    }
}

/// Returns true if everyone is a principal of a statement, or may be one because of a hole.
fn may_be_everyone(statement: StatementNode<'_>) -> bool {
    let may_name_everyone = |kinds: Members<'_>| kinds.have_hole() || kinds.get("AWS").is_some_and(Node::has_open_hole);
    statement.everybody().is_some()
        || statement.members().have_hole()
        || statement
            .principal()
            .is_some_and(|node| node.has_open_hole() || node.members().is_some_and(may_name_everyone))
}

/// Returns the name of the bucket in the ARN of a bucket or an object, if it is known.
fn bucket(text: Text<'_>) -> Option<&str> {
    let known = text.head();
    let [_, _, service, region, account, resource] = fields(known).0;
    let (name, is_complete) = match resource.split_once('/') {
        Some((name, _)) => (name, true),
        None => (resource, !text.is_open()),
    };
    let is_name = !name.is_empty() && !name.contains(['*', '?', '$', '{', ':']) && text.hole.is_none();
    (service == "s3" && region.is_empty() && account.is_empty() && is_complete && is_name).then_some(name)
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{finds_of, finds_of_text, finds_with_holes, found, message_of, policy, policy_of},
    };

    fn statement(principal: &str, resources: &str) -> String {
        format!(r#""Effect": "Allow", "Principal": {principal}, "Action": "s3:*", "Resource": {resources}"#)
    }

    const ROLE: &str = r#"{"AWS": "arn:aws:iam::111122223333:role/r"}"#;

    #[test]
    fn another_bucket_is_reported() {
        let two = statement(ROLE, r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*", "arn:aws:s3:::b/*"]"#);
        finds_of(PolicyKind::Bucket, &two, &["several-buckets /Statement/Resource/2"]);
        let (first, second) = (statement(ROLE, r#""arn:aws:s3:::a/*""#), statement(ROLE, r#""arn:aws:s3:::b""#));
        let expected = &["several-buckets /Statement/1/Resource"];
        finds_of_text(PolicyKind::Bucket, &policy_of(&[&first, &second]), expected);
    }

    #[test]
    fn one_bucket_and_patterns_are_not_reported() {
        let one = statement(ROLE, r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*", "arn:aws:s3:::a*/x"]"#);
        finds_of(PolicyKind::Bucket, &one, &[]);
        let both = r#"["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"]"#;
        finds_of(PolicyKind::VpcEndpoint, &statement(r#""*""#, both), &[]);
        let to_everyone = found(&policy(&statement(r#""*""#, both)), PolicyKind::Bucket);
        assert!(!to_everyone.iter().any(|found| found.starts_with("several-buckets")), "{to_everyone:?}");
    }

    #[test]
    fn a_hole_can_be_everyone() {
        let both = r#"["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"]"#;
        for principal in [r#""<<X>>""#, r#"{"<<X>>": "x"}"#, r#"{"AWS": ["<<X>>"]}"#] {
            finds_with_holes(PolicyKind::Bucket, &policy(&statement(principal, both)), &[]);
        }
        let text = policy(&statement(r#"{"AWS": "<<X=123456789012>>"}"#, both));
        finds_with_holes(PolicyKind::Bucket, &text, &["several-buckets /Statement/Resource/1"]);
    }

    #[test]
    fn the_message_states_the_buckets() {
        assert_eq!(
            message_of(PolicyKind::Bucket, &statement(ROLE, r#"["arn:aws:s3:::a", "arn:aws:s3:::b"]"#)),
            "the bucket policy also names the bucket `b`: write only the resources of the bucket `a`"
        );
    }
}
