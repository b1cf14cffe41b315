//! Reports `aws:SourceIp` compared with private addresses only.
//!
//! ## What it checks
//! `aws:SourceIp` holds a public address, but the condition compares it only with private addresses.
//!
//! ## Why it matters
//! The condition [never
//! holds](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html), or always
//! holds with `NotIpAddress`. Private networks can all have the same addresses, so a condition on private addresses
//! must also name the network.
//!
//! ## Example
//! An identity policy for the machines of a private network:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the public addresses, or use `aws:VpcSourceIp` for requests through a VPC endpoint.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}, "StringEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: `aws:SourceIp` is always a public address. The rule does not report a list that also has a public
//! address.

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, operator::Compares, rule::Check,
    subject::KeyComparison, value,
};

rule! {
    PrivateAddress { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for PrivateAddress {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, values, .. } = comparison;
        if operator.comparator.compares() != Compares::IpAddress || !ascii_case::eq(key.text, "aws:SourceIp") {
            return;
        }
        let mut addresses = values.each().map(|value| value.value.as_str());
        let is_private = |text: Option<&str>| text.is_some_and(value::is_private);
        if values.each().next().is_some() && addresses.all(is_private) {
            let message = "`aws:SourceIp` is a public address, but these addresses are private: use `aws:VpcSourceIp` \
                           for requests through a VPC endpoint";
            let check = if operator.comparator.is_negated() {
                AccessAnalyzerCheck::PrivateNotIpAddress
            } else {
                AccessAnalyzerCheck::PrivateIpAddress
            };
            cx.report::<Self>(values.place(), message).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn private_addresses_of_a_public_key_are_reported() {
        finds_of_value("IpAddress", "aws:SourceIp", r#"["10.0.0.0/8", "192.168.1.1"]"#, &["private-address @"]);
        finds_of_value("NotIpAddress", "AWS:sourceip", r#""10.0.0.0/8""#, &["private-address @"]);
    }

    #[test]
    fn public_addresses_and_keys_of_private_ones_are_not_reported() {
        let values = r#"["10.0.0.0/8", "203.0.113.0/24"]"#;
        finds_of_value("NotIpAddress", "aws:SourceIp", values, &["partly-private-addresses @/0"]);
        finds_of_value("IpAddress", "aws:VpcSourceIp", r#""10.0.0.0/8""#, &["unpaired-key @"]);
        finds_of_value("IpAddress", "aws:SourceIp", "[]", &["empty-element @"]);
    }

    #[test]
    fn the_message_states_the_key_of_private_addresses() {
        assert_eq!(
            message_of_condition(r#""IpAddress": {"aws:SourceIp": "10.0.0.0/8"}"#),
            "`aws:SourceIp` is a public address, but these addresses are private: use `aws:VpcSourceIp` for requests \
             through a VPC endpoint"
        );
    }
}
