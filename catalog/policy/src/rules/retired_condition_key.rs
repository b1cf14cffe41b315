//! Reports a condition key that AWS's reference no longer lists.
//!
//! ## What it checks
//! AWS's reference no longer lists the condition key for any service, or no longer lists its service. The message
//! states the last month that listed it.
//!
//! The catalog knows the names that AWS has removed since October 2024. The rule `uncataloged-condition-key`
//! reports a key that was removed earlier.
//!
//! ## Why it matters
//! If no request has the key, the condition never holds, or always holds if its operator is negated.
//!
//! ## Example
//! An identity policy that limits calls to AWS KMS to an enclave:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "kms:Decrypt",
//!         "Resource": "*",
//!         "Condition": {"StringEquals": {"kms:RecipientAttestation:PCR": "0123456789abcdef"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the key that AWS lists today, or remove the condition if nothing depends on it.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "kms:Decrypt",
//!         "Resource": "*",
//!         "Condition": {"StringEqualsIgnoreCase": {"kms:RecipientAttestation:PCR0": "0123456789abcdef"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding in a copy of an AWS managed policy. If requests still have the key, although AWS's reference
//! does not list it, declare the key instead. The rule then still reports other keys.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    subject::{KeyFault, UnknownKey},
};

rule! {
    RetiredConditionKey { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for RetiredConditionKey {
    fn unknown_key<'t, C: PolicyCatalog>(unknown: &UnknownKey<'t>, cx: &mut Context<'_, 't, C>) {
        if let KeyFault::Retired(message) = &unknown.fault {
            cx.report::<Self>(unknown.text.place, message.clone()).about(unknown.check());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_retired_key_is_reported() {
        for key in ["kms:RecipientAttestation:PCR", "KMS:recipientattestation:pcr", "identitystore:GroupId"] {
            finds_of_value("StringEquals", key, r#""1""#, &["retired-condition-key @"]);
        }
    }

    #[test]
    fn a_key_that_fills_in_a_retired_template_is_reported() {
        for key in ["imagebuilder:CreatedResourceTag/team", "imagebuilder:CreatedResourceTag/<key>"] {
            finds_of_value("StringEquals", key, r#""1""#, &["retired-condition-key @"]);
        }
    }

    #[test]
    fn a_key_of_a_retired_service_is_reported() {
        finds_of_value("StringEquals", "deepracer:MultiUser", r#""1""#, &["retired-condition-key @"]);
        finds_of_value("StringEquals", "deepracer:Frobnication", r#""1""#, &["retired-condition-key @"]);
    }

    #[test]
    fn a_key_that_is_still_known_is_not_reported() {
        // A retired service also listed these keys.
        finds_of_value("ForAnyValue:StringEquals", "aws:TagKeys", r#""1""#, &[]);
        finds_of_value("StringEquals", "aws:RequestTag/team", r#""1""#, &[]);
        finds_of_value("StringEquals", "ses:FromAddress", r#""1""#, &[]);
    }

    #[test]
    fn the_message_states_the_last_month() {
        assert_eq!(
            message_of_condition(r#""StringEquals": {"kms:recipientattestation:pcr": "1"}"#),
            "AWS's reference last listed `kms:RecipientAttestation:PCR` in 2025-01"
        );
    }
}
