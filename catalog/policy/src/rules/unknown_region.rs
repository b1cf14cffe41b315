//! Reports a region that AWS does not list.
//!
//! ## What it checks
//! AWS does not list the region in an ARN, or the value of a condition key about regions. The rule also reports the
//! region of an ARN if it is in another partition than the ARN, such as `cn-north-1` in `arn:aws:…`.
//!
//! The rule checks the values of `aws:RequestedRegion`, and of keys such as `ec2:Region` and `kms:ReplicaRegion`. If a
//! value is a pattern, the rule reports it if it matches no region.
//!
//! ## Why it matters
//! No request and no resource has such a region, so the ARN or the value matches nothing. Access Analyzer [reports such
//! a region as an
//! error](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
//!
//! ## Example
//! A service control policy with a typo in the name of a region:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "ec2:*",
//!         "Resource": "*",
//!         "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1", "eu-wset-3"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the name of a region.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "ec2:*",
//!         "Resource": "*",
//!         "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1", "eu-west-3"]}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the region is newer than the list of this rule.

use alloc::{borrow::ToOwned as _, format, string::String};

use catalog_core::{ascii_case, wildcard::has_wildcard};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    operator::{Comparator, Compares},
    regions,
    rule::Check,
    shown::Shown,
    subject::{ArnFault, ComparedValue, WrongArn},
    value_shapes::ValueShape,
};

rule! {
    UnknownRegion { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for UnknownRegion {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        let (cause, fix) = match arn.fault {
            ArnFault::UnknownRegion(region) => {
                let cause = format!("unknown region `{}`", Shown(&arn.text.written_part(region)));
                (cause, "write one such as `eu-west-1`, or `*` for any region".to_owned())
            }
            ArnFault::OtherPartition(region, partition) => {
                let cause = format!("the region `{}` is not in the partition of the ARN", Shown(region));
                (cause, format!("write the partition `{partition}`, or another region"))
            }
            _ => return,
        };
        cx.replace::<Self>(arn.text, arn.message(cause, &fix), arn.suggestion.clone())
            .about(arn.fault.access_analyzer());
    }

    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let ComparedValue { operator, key, text, .. } = value;
        let comparator = operator.comparator;
        if comparator.compares() != Compares::String || key.hole.is_some() || text.hole.is_some() {
            return;
        }
        if !is_about_regions(key.text) || is_region(text.text, comparator) {
            return;
        }
        let given = Shown(text.text);
        let nearest = regions::nearest_region(text.text);
        let message = match nearest {
            Some(region) => format!("unknown region `{given}`: did you mean `{region}`?"),
            None if has_wildcard(text.text) => {
                format!("no region matches `{given}`: write a pattern such as `eu-*`")
            }
            None => format!("unknown region `{given}`: write one such as `eu-west-1`"),
        };
        cx.replace::<Self>(*text, message, nearest.map(String::from)).about(AccessAnalyzerCheck::InvalidRegion);
    }
}

/// Returns true if the values of a condition key are regions. The names of all such keys end with the word.
fn is_about_regions(key: &str) -> bool {
    let name = key.strip_suffix(['s', 'S']).unwrap_or(key);
    let end = name.len().checked_sub("region".len()).and_then(|start| name.get(start..));
    end.is_some_and(|end| ascii_case::eq(end, "region")) && ValueShape::from_key(key) == Some(ValueShape::Region)
}

/// Returns true if a value can match a region. A wildcard that the operator does not support has a finding of its own.
fn is_region(value: &str, comparator: Comparator) -> bool {
    value.contains("${")
        || has_wildcard(value) && !comparator.has_wildcards()
        || (has_wildcard(value) || comparator.ignores_case()) && regions::matches_region(value)
        || regions::partition_of(value).is_some()
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::is_about_regions;
    use crate::{
        facts::value_shapes::VALUE_SHAPES,
        kind::PolicyKind,
        testing::{finds_of_resource, finds_of_value, finds_with_holes, message_of_condition, message_of_resource},
        value_shapes::ValueShape,
    };

    #[test]
    fn an_unknown_region_of_an_arn_is_reported() {
        for (region, suggestion) in [
            ("eu-west-9", ""),
            ("eu-wset-3", " -> arn:aws:lambda:eu-west-3:111122223333:function:f"),
            ("cn-north-1", ""),
        ] {
            let resource = format!(r#""arn:aws:lambda:{region}:111122223333:function:f""#);
            let expected = format!("unknown-region /Statement/Resource{suggestion}");
            finds_of_resource(r#""lambda:CreateFunction""#, &resource, &[&expected]);
        }
    }

    #[test]
    fn listed_regions_are_not_reported() {
        for start in ["aws:lambda:eu-west-3", "aws-cn:lambda:cn-north-1", "*:lambda:us-gov-west-1", "aws:lambda:eu-*"] {
            let resource = format!(r#""arn:{start}:111122223333:function:f""#);
            finds_of_resource(r#""lambda:CreateFunction""#, &resource, &[]);
        }
    }

    #[test]
    fn a_value_that_is_not_a_region_is_reported() {
        let key = "aws:RequestedRegion";
        finds_of_value("StringEquals", key, r#"["eu-west-1", "eu-west-1a"]"#, &["unknown-region @/1 -> eu-west-1"]);
        finds_of_value("StringEquals", key, r#""EU-WEST-1""#, &["unknown-region @ -> eu-west-1"]);
        finds_of_value("StringNotEquals", "AWS:requestedregion", r#""eu-west-9""#, &["unknown-region @"]);
        finds_of_value("StringNotLike", key, r#"["eu-*", "xx-*"]"#, &["unknown-region @/1"]);
        finds_of_value(
            "ForAnyValue:StringEquals",
            key,
            r#""Ireland""#,
            &["set-operator-needless @", "unknown-region @"],
        );
    }

    #[test]
    fn each_key_about_regions_has_a_name_with_the_word() {
        let keys = VALUE_SHAPES.iter().filter(|(_, shape)| *shape == ValueShape::Region);
        assert!(keys.clone().count() > 1 && keys.clone().all(|(key, _)| is_about_regions(key)));
        assert!(!is_about_regions("kms:MultiRegion") && !is_about_regions("s"));
    }

    #[test]
    fn values_that_match_a_region_are_not_reported() {
        let key = "aws:RequestedRegion";
        finds_of_value("StringEquals", key, r#"["eu-west-1", "us-gov-west-1", "${aws:PrincipalTag/region}"]"#, &[]);
        finds_of_value("StringLike", key, r#"["eu-*", "us-????-1"]"#, &[]);
        finds_of_value("StringEqualsIgnoreCase", key, r#""EU-WEST-1""#, &[]);
        finds_of_value("Null", key, r#""true""#, &[]);
        finds_of_value("StringEquals", "aws:PrincipalTag/region", r#""eu-west-9""#, &[]);
    }

    #[test]
    fn a_part_of_a_known_form_is_in_the_right_partition() {
        for resource in [
            "arn:aws-cn:lambda:<<Region=us-east-1>>:111122223333:function:f",
            "arn:aws:lambda:<<Region>>:111122223333:function:f",
        ] {
            let policy = format!(
                r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Deny", "Action": "lambda:CreateFunction",
                    "Resource": "{resource}",
                    "Condition": {{"StringEquals": {{"aws:RequestedRegion": "<<Region>>"}}}}}}}}"#
            );
            finds_with_holes(PolicyKind::Identity, &policy, &[]);
        }
    }

    #[test]
    fn the_message_states_the_region() {
        for (resource, expected) in [
            (
                "arn:aws:lambda:eu-west-9:111122223333:function:f",
                "unknown region `eu-west-9`: write one such as `eu-west-1`, or `*` for any region",
            ),
            (
                "arn:aws:lambda:cn-north-1:111122223333:function:f",
                "the region `cn-north-1` is not in the partition of the ARN: write the partition `aws-cn`, or another \
                 region",
            ),
        ] {
            assert_eq!(message_of_resource(r#""lambda:CreateFunction""#, &format!("\"{resource}\"")), expected);
        }
        for (operator, value, expected) in [
            ("StringEquals", "eu-wset-1", "unknown region `eu-wset-1`: did you mean `eu-west-1`?"),
            ("StringLike", "xx-*", "no region matches `xx-*`: write a pattern such as `eu-*`"),
            ("StringEquals", "Ireland", "unknown region `Ireland`: write one such as `eu-west-1`"),
        ] {
            let condition = format!(r#""{operator}": {{"aws:RequestedRegion": "{value}"}}"#);
            assert_eq!(message_of_condition(&condition), expected);
        }
    }
}
