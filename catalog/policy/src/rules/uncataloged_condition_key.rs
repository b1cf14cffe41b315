//! Reports a condition key that AWS's reference does not list.
//!
//! ## What it checks
//! AWS's reference does not list the condition key, and the name is not an obvious typo.
//!
//! The key may be undocumented, wrong, or retired before October 2024. The rule `unknown-condition-key` reports an
//! obvious typo, and `retired-condition-key` reports a key that AWS retired later.
//!
//! The rule never reports keys of identity providers, because no list has every provider. It treats a key with a
//! domain before its colon as a key of a provider.
//!
//! ## Why it matters
//! If no request has the key, the condition never holds, or always holds if its operator is negated.
//!
//! ## Example
//! An identity policy that is intended to limit the size of uploaded files:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::uploads/*",
//!         "Condition": {"NumericLessThan": {"s3:content-length": "1048576"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Look up the key in AWS's documentation. If it exists, declare it in `catalog.toml`. Otherwise remove or replace
//! it.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:PutObject",
//!         "Resource": "arn:aws:s3:::uploads/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If the key exists, declare it instead, so that the rule still reports other names. Allow the finding in a copy
//! of an AWS managed policy with a key that was retired long ago.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{KeyFault, UnknownKey},
};

rule! {
    UncatalogedConditionKey { severity: Warning, group: NoEffect, since: "0.1.0", was: ["uncatalogued-condition-key"] }
}

impl Check for UncatalogedConditionKey {
    fn unknown_key<'t, C: PolicyCatalog>(unknown: &UnknownKey<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyFault::Unknown(near) = &unknown.fault else { return };
        let given = Shown(unknown.text.written());
        let message = match near {
            Some(near) => format!("unknown condition key `{given}`: did you mean `{near}`?"),
            None => format!("unknown condition key `{given}`; if it exists, declare it in `catalog.toml`"),
        };
        cx.replace::<Self>(unknown.text, message, near.clone()).about(unknown.check());
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_key_that_is_not_known_is_reported() {
        finds_of_value("StringEquals", "ses:Frobnication", r#""1""#, &["uncataloged-condition-key @"]);
        let expected = &["uncataloged-condition-key @ -> aws:RequestedRegion"];
        finds_of_value("StringEquals", "aws:RequestRegion", r#""1""#, expected);
    }

    #[test]
    fn known_keys_are_not_reported() {
        finds_of_value("StringEquals", "ses:FromAddress", r#""1""#, &[]);
        finds_of_value("StringEquals", "SES:fromaddress", r#""1""#, &[]);
        finds_of_value("StringEquals", "gitlab.com:sub", r#""1""#, &[]);
    }

    #[test]
    fn the_message_states_how_to_declare_the_key() {
        assert_eq!(
            message_of_condition(r#""StringEquals": {"ses:Frobnication": "1"}"#),
            "unknown condition key `ses:Frobnication`; if it exists, declare it in `catalog.toml`"
        );
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:RequestRegion": "1"}"#),
            "unknown condition key `aws:RequestRegion`: did you mean `aws:RequestedRegion`?"
        );
    }
}
