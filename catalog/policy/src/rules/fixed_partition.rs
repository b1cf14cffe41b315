//! Reports an ARN that names its partition.
//!
//! ## What it checks
//! The ARN of a resource names its partition, such as `aws`.
//!
//! The rule does not report `*`, policy variables and the parameters of
//! templates, such as `${AWS::Partition}`.
//!
//! ## Why it matters
//! The ARN matches no resource in the regions of China, in AWS GovCloud (US) and in the European Sovereign Cloud. Those
//! [partitions](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html) have names of their own. A team that
//! also deploys there needs the same policy with another partition.
//!
//! ## Example
//! An identity policy that works only in one partition:
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
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["fixed-partition"]
//! ```
//!
//! ## Fix
//! Write `*`. In a template, write its parameter for the partition.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:*:s3:::pictures/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a resource that exists in only one partition.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    finding::FindingId,
    regions,
    rule::Check,
    shown::Shown,
    subject::fields,
};

rule! {
    FixedPartition { severity: Warning, group: Restriction, since: "0.1.0" }
}

impl Check for FixedPartition {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        if !cx.report.may_add(FindingId::FixedPartition) {
            return;
        }
        let lists = [statement.resources(), statement.not_resources()].into_iter().flatten();
        for text in lists.flat_map(Node::partial_strings) {
            let ([first, partition, ..], count) = fields(text.head());
            // A part of a known form, such as the parameter of a template, is written in another way.
            let is_written = text.written().split(':').nth(1) == Some(partition);
            if first == "arn" && count > 2 && is_written && regions::is_partition(partition) {
                let message = format!("the partition `{}` is fixed: write `*`", Shown(partition));
                let replaced = text.text.strip_prefix("arn:").and_then(|rest| rest.strip_prefix(partition));
                cx.replace::<Self>(text, message, replaced.map(|rest| format!("arn:*{rest}")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{
        config::Config,
        finding::FindingId,
        kind::PolicyKind,
        testing::{FULL, policy},
        walk::check_text,
    };

    fn found(resources: &str) -> Vec<String> {
        let text = policy(&format!(r#""Effect": "Deny", "Action": "s3:*", "Resource": {resources}"#));
        let found =
            |config: &Config| check_text(text.as_bytes(), PolicyKind::Identity, FULL, config).findings.into_iter();
        assert!(found(&Config::new()).all(|finding| finding.id.name() != "fixed-partition"), "{resources}");
        let found = found(&Config::new().warn(FindingId::FixedPartition));
        let found = found.filter(|finding| finding.id.name() == "fixed-partition");
        found.map(|one| format!("{} {} -> {:?}", one.pointer, one.message, one.suggestion)).collect()
    }

    #[test]
    fn a_named_partition_is_reported() {
        assert_eq!(
            found(r#"["arn:aws:s3:::a", "arn:*:s3:::a", "arn:aws-cn:s3:::b"]"#),
            [
                r#"/Statement/Resource/0 the partition `aws` is fixed: write `*` -> Some("arn:*:s3:::a")"#,
                r#"/Statement/Resource/2 the partition `aws-cn` is fixed: write `*` -> Some("arn:*:s3:::b")"#,
            ]
        );
    }

    #[test]
    fn other_partitions_are_not_reported() {
        assert!(found(r#"["*", "arn:*:s3:::a", "arn:?ws:s3:::a", "arn:${AWS::Partition}:s3:::a"]"#).is_empty());
    }
}
