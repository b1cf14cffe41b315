//! Reports private addresses among the public addresses of `aws:SourceIp`.
//!
//! ## What it checks
//! A condition compares `aws:SourceIp` with public and with private addresses.
//!
//! ## Why it matters
//! `aws:SourceIp` holds a public address, so the private addresses [have no
//! effect](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-private-ip-address-subset).
//! Requests through a VPC endpoint have a private address, but they carry it in `aws:VpcSourceIp`.
//!
//! ## Example
//! An identity policy for an office and a private network:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "secretsmanager:GetSecretValue",
//!         "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-*",
//!         "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"]}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the private addresses, or add a statement that compares them with `aws:VpcSourceIp`.
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
//! Allow the finding if the list is shared with other tools, which also need the private addresses.

use alloc::format;

use catalog_core::{ConditionKeyType, ascii_case};

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, operator::Compares, rule::Check,
    shown::Shown, subject::KeyComparison, value,
};

rule! {
    PartlyPrivateAddresses { severity: Note, group: NoEffect, since: "0.1.0" }
}

impl Check for PartlyPrivateAddresses {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, values, .. } = comparison;
        if operator.comparator.compares() != Compares::IpAddress || !ascii_case::eq(key.text, "aws:SourceIp") {
            return;
        }
        let is_private = |text: Option<&str>| text.is_some_and(value::is_private);
        // If all addresses are private, `private-address` reports the list. A hole may also be a private address.
        let is_public =
            |text: &str| !value::is_private(text) && value::check(text, ConditionKeyType::IpAddress, true).is_ok();
        if !values.each().any(|value| value.value.as_str().is_some_and(is_public)) {
            return;
        }
        for value in values.each().filter(|value| is_private(value.value.as_str())) {
            let given = Shown(value.value.as_str().unwrap_or_default());
            let message = format!(
                "`aws:SourceIp` is a public address and never `{given}`: remove the private address, or compare it \
                 with `aws:VpcSourceIp`"
            );
            let check = if operator.comparator.is_negated() {
                AccessAnalyzerCheck::PrivateNotIpAddressSubset
            } else {
                AccessAnalyzerCheck::PrivateIpAddressSubset
            };
            cx.report::<Self>(value.place(), message).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn private_addresses_among_public_ones_are_reported() {
        let values = r#"["203.0.113.0/24", "10.0.0.0/8", "192.168.0.1"]"#;
        let expected = &["partly-private-addresses @/1", "partly-private-addresses @/2"];
        finds_of_value("IpAddress", "aws:SourceIp", values, expected);
        finds_of_value("NotIpAddressIfExists", "AWS:sourceip", values, expected);
        finds_of_value("IpAddress", "aws:SourceIp", r#"["2001:db8::/32", "fd00::/8"]"#, &expected[..1]);
    }

    #[test]
    fn public_addresses_and_other_keys_are_not_reported() {
        finds_of_value("IpAddress", "aws:SourceIp", r#"["203.0.113.0/24", "198.51.100.7"]"#, &[]);
        finds_of_value("IpAddress", "aws:VpcSourceIp", r#"["203.0.113.0/24", "10.0.0.0/8"]"#, &["unpaired-key @"]);
        finds_of_value("NotIpAddress", "aws:SourceIp", r#"["10.0.0.0/8", "192.168.0.0/16"]"#, &["private-address @"]);
    }

    #[test]
    fn the_message_states_the_address() {
        assert_eq!(
            message_of_condition(r#""IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"]}"#),
            "`aws:SourceIp` is a public address and never `10.0.0.0/8`: remove the private address, or compare it with \
             `aws:VpcSourceIp`"
        );
    }
}
