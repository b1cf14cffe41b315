//! Reports a private address in a condition that does not name the network.
//!
//! ## What it checks
//! The condition compares a private address without a key about the network of the address.
//!
//! The rule reports these keys:
//!
//! * `aws:VpcSourceIp` without `aws:SourceVpc`, `aws:SourceVpcArn` or `aws:SourceVpce`;
//! * `aws:Ec2InstanceSourcePrivateIPv4` without `aws:Ec2InstanceSourceVpc`.
//!
//! In an `Allow`, the same statement must compare the other key. In a `Deny` of all other addresses, another `Deny` of
//! the policy can compare it.
//!
//! ## Why it matters
//! Many networks use the same private addresses. So a machine in the network of someone else can have [the address in the
//! policy](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip).
//!
//! ## Example
//! An identity policy for the machines of a network:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add a condition on the network.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {
//!             "IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"},
//!             "StringEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if another policy denies the requests from other networks.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::ComparisonNode,
    finding::AccessAnalyzerCheck,
    grammar::Effect,
    key_properties,
    operator::{Comparator, Operator},
    rule::Check,
    shown::Shown,
    subject::KeyComparison,
};

rule! {
    UnpairedKey { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for UnpairedKey {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, statement, .. } = *comparison;
        let Some(partners) = key_properties::partners(key.text) else { return };
        let is_deny = statement.effect() == Some(Effect::Deny);
        // A `Deny` of the address denies too much, and not too little.
        if operator.comparator == Comparator::Null || is_deny && !operator.comparator.is_negated() {
            return;
        }
        if statement.effect().is_none() || !cx.report.spend(statement.conditions().count() as u64) {
            return;
        }
        let is_own = statement.has_unknown_comparisons()
            || statement.conditions().any(|comparison| compares_one(&comparison, partners));
        let is_paired = is_own || is_deny && cx.denies_with(|comparison| compares_one(comparison, partners));
        if let (false, Some(partner)) = (is_paired || cx.report.is_full(), partners.first()) {
            let message = format!(
                "other networks can have the same `{}`: add a condition on the network, such as `{partner}`",
                Shown(key.written())
            );
            cx.report::<Self>(key.place, message).about(AccessAnalyzerCheck::MissingPairedConditionKeys);
        }
    }
}

/// Returns true if a comparison is about the values of one of some keys.
fn compares_one(comparison: &ComparisonNode<'_>, keys: &[&str]) -> bool {
    let is_null = || comparison.operator.text.parse::<Operator>() == Ok(Operator::new(Comparator::Null));
    keys.iter().any(|key| ascii_case::eq(key, comparison.key.text)) && !is_null()
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{
            deny_with, finds, finds_of_condition, finds_of_text, finds_with_holes, message_of_condition, policy,
            policy_of,
        },
    };

    const ADDRESS: &str = r#""IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"}"#;
    const OTHER_ADDRESS: &str = r#""NotIpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"}"#;
    const OTHER_NETWORK: &str = r#""StringNotEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}"#;

    #[test]
    fn an_address_without_its_network_is_reported() {
        finds_of_condition(ADDRESS, &["unpaired-key /Statement/Condition/IpAddress/aws:VpcSourceIp"]);
        let with_null = format!(r#"{ADDRESS}, "Null": {{"aws:SourceVpc": "false"}}"#);
        finds_of_condition(&with_null, &["unpaired-key /Statement/Condition/IpAddress/aws:VpcSourceIp"]);
        let instance = r#""IpAddress": {"aws:Ec2InstanceSourcePrivateIPv4": "10.0.0.7"}"#;
        let expected = &["unpaired-key /Statement/Condition/IpAddress/aws:Ec2InstanceSourcePrivateIPv4"];
        finds_of_condition(instance, expected);
        let expected = &["unpaired-key /Statement/Condition/NotIpAddress/aws:VpcSourceIp"];
        finds(&deny_with(r#""s3:GetObject""#, OTHER_ADDRESS), expected);
    }

    #[test]
    fn an_address_with_its_network_is_not_reported() {
        for network in [
            r#""StringEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}"#,
            r#""StringEquals": {"AWS:sourcevpce": "vpce-1a2b3c4d"}"#,
        ] {
            finds_of_condition(&format!("{ADDRESS}, {network}"), &[]);
        }
        finds(&deny_with(r#""s3:GetObject""#, ADDRESS), &[]);
        finds_of_condition(r#""Null": {"aws:VpcSourceIp": "true"}"#, &[]);
    }

    #[test]
    fn two_denials_can_name_the_address_and_the_network() {
        let deny = |condition| deny_with(r#""s3:GetObject""#, condition);
        finds_of_text(PolicyKind::Identity, &policy_of(&[&deny(OTHER_ADDRESS), &deny(OTHER_NETWORK)]), &[]);
        // AWS's own example compares the two addresses and the two networks of an instance.
        let instance = r#""StringNotEquals": {"aws:Ec2InstanceSourcePrivateIPv4": "${aws:VpcSourceIp}"}"#;
        let network = r#""StringNotEquals": {"aws:Ec2InstanceSourceVpc": "${aws:SourceVpc}"}"#;
        finds_of_text(PolicyKind::Identity, &policy_of(&[&deny(instance), &deny(network)]), &[]);
    }

    #[test]
    fn a_hole_may_name_the_network() {
        let statement = |condition: &str| deny_with(r#""s3:GetObject""#, condition).replace("Deny", "Allow");
        for hole in [r#""StringEquals": {"<<Key>>": "vpc-1a2b3c4d"}"#, r#""StringEquals": "<<Keys>>""#] {
            finds_with_holes(PolicyKind::Identity, &policy(&statement(&format!("{ADDRESS}, {hole}"))), &[]);
        }
    }

    #[test]
    fn the_message_states_a_key_about_the_network() {
        assert_eq!(
            message_of_condition(ADDRESS),
            "other networks can have the same `aws:VpcSourceIp`: add a condition on the network, such as `aws:SourceVpc`"
        );
    }
}
