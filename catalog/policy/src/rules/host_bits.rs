//! Reports an IP range whose address has bits after the prefix.
//!
//! ## What it checks
//! The address of a range has bits that are not zero after its prefix, such as `203.0.113.7/24`.
//!
//! ## Why it matters
//! IAM [ignores these
//! bits](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-improve-ip-range).
//! The range seems to be one address, but it is the whole network.
//!
//! ## Example
//! An identity policy for one network:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.7/24"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the address of the network, or use the prefix length of one address, such as `203.0.113.7/32`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the address documents a machine of the network and the whole network is intended.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, operator::Compares, rule::Check,
    shown::Shown, subject::ComparedValue, value,
};

rule! {
    HostBits { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for HostBits {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let ComparedValue { operator, text, .. } = value;
        if operator.comparator.compares() != Compares::IpAddress || text.is_open() {
            return;
        }
        if let Some(network) = value::network_without_host_bits(text.text) {
            let given = Shown(text.written());
            let message = format!("`{given}` has address bits after its prefix, which IAM ignores: write `{network}`");
            cx.replace::<Self>(*text, message, Some(network)).about(AccessAnalyzerCheck::ImproveIpRange);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn bits_after_the_prefix_are_reported() {
        finds_of_value("IpAddress", "aws:SourceIp", r#""203.0.113.7/24""#, &["host-bits @ -> 203.0.113.0/24"]);
        finds_of_value(
            "NotIpAddress",
            "aws:SourceIp",
            r#"["203.0.113.0/24", "198.51.100.1/24"]"#,
            &["host-bits @/1 -> 198.51.100.0/24"],
        );
        finds_of_value("IpAddress", "aws:SourceIp", r#""2001:db8::1/32""#, &["host-bits @ -> 2001:db8::/32"]);
    }

    #[test]
    fn networks_and_addresses_are_not_reported() {
        let values =
            r#"["203.0.113.0/24", "198.51.100.7", "198.51.100.8/32", "2001:DB8:1234:5678::/64", "2001:db8::1/128"]"#;
        finds_of_value("IpAddress", "aws:SourceIp", values, &[]);
        finds_of_value("StringEquals", "aws:PrincipalTag/team", r#""203.0.113.7/24""#, &[]);
        finds_of_value("IpAddress", "aws:SourceIp", r#""203.0.113.7/33""#, &["value-type @"]);
    }

    #[test]
    fn the_message_states_the_network() {
        assert_eq!(
            message_of_condition(r#""IpAddress": {"aws:SourceIp": "203.0.113.7/24"}"#),
            "`203.0.113.7/24` has address bits after its prefix, which IAM ignores: write `203.0.113.0/24`"
        );
    }
}
