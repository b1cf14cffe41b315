//! Reports a wildcard in a key whose values identify one owner.
//!
//! ## What it checks
//! A value with a wildcard is compared with a key that identifies a principal, an organization or a network.
//!
//! * AWS lists ten [sensitive
//!   keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive),
//!   such as `aws:PrincipalOrgID`, `aws:SourceAccount` and `aws:SourceVpce`. Their values must not have wildcards.
//! * In `aws:userid`, a wildcard can follow the colon, such as `AROACKCEVSQ6C2EXAMPLE:*`. It can also be the only
//!   character before the colon.
//! * In the subject of an OIDC token, at least six characters must precede the first wildcard.
//!
//! ## Why it matters
//! IDs are random, so IDs that begin in the same way can have different owners. The value in the example also matches
//! endpoints of other AWS accounts.
//!
//! ## Example
//! A resource policy of a bucket for the network of an office:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::reports/*",
//!         "Condition": {"StringNotLike": {"aws:SourceVpce": "vpce-1a*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write each value in full.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Principal": "*",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::reports/*",
//!         "Condition": {"StringNotEquals": {"aws:SourceVpce": ["vpce-1a2b3c4d", "vpce-1a5e6f7a"]}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if another condition of the statement restricts the request to your own accounts.

use alloc::format;

use catalog_core::wildcard;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{ComparedValue, FIXED, Loose, NarrowKey},
};

rule! {
    WideWildcard { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for WideWildcard {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let ComparedValue { operator, key, text, .. } = value;
        let comparator = operator.comparator;
        if !comparator.has_wildcards() || !wildcard::has_wildcard(text.text) || text.is_open() || key.hole.is_some() {
            return;
        }
        let Some(kind) = NarrowKey::from_key(key.text) else { return };
        // `StringNotLike` with `*` only checks that the key is missing.
        if comparator.is_negated() && wildcard::is_everything(text.text) {
            return;
        }
        if kind.is_too_wide(text.text, cx.has_variables(), |loose| loose == Loose::Wildcard) {
            let (given, key) = (Shown(text.written()), Shown(key.written()));
            let message = match kind {
                NarrowKey::Sensitive => {
                    format!("the wildcard in `{given}` matches values of `{key}` that others own: write the full value")
                }
                NarrowKey::UserId => format!(
                    "the wildcard in `{given}` matches the IDs of other principals: write the full ID, such as \
                     `AROACKCEVSQ6C2EXAMPLE:*`"
                ),
                NarrowKey::Subject => format!(
                    "the wildcard in `{given}` matches subjects that others own: write at least {FIXED} characters \
                     before it"
                ),
            };
            cx.report::<Self>(text.place, message).about(AccessAnalyzerCheck::WildcardUsageTooPermissive);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds_of_value, message_of_condition};

    #[test]
    fn a_wildcard_in_an_id_is_reported() {
        let values = r#"["vpce-1a*", "vpce-2a2b3c4d"]"#;
        finds_of_value("StringNotLike", "aws:SourceVpce", values, &["wide-wildcard @/0"]);
        finds_of_value("StringLike", "AWS:principalorgid", r#""o-*""#, &["wide-wildcard @"]);
        finds_of_value("StringLike", "aws:SourceAccount", r#""*""#, &["wildcard-for-null @", "wide-wildcard @"]);
        finds_of_value("StringLike", "aws:userid", r#"["AIDA*", "?"]"#, &["wide-wildcard @/0", "wide-wildcard @/1"]);
        finds_of_value("StringLike", "login.example.com:sub", r#""ann*""#, &["wide-wildcard @"]);
    }

    #[test]
    fn narrow_values_and_other_keys_are_not_reported() {
        finds_of_value("StringNotLike", "aws:userid", r#"["AROACKCEVSQ6C2EXAMPLE:*", "*:ann", "111122223333"]"#, &[]);
        finds_of_value("StringLike", "login.example.com:sub", r#""system:serviceaccount:shop:*""#, &[]);
        finds_of_value("StringLike", "aws:username", r#""a*""#, &[]);
        finds_of_value("StringLike", "aws:PrincipalOrgID", r#""${aws:ResourceOrgID}""#, &[]);
        finds_of_value("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", r#""o-a1b2c3d4e5/*""#, &[]);
    }

    #[test]
    fn literal_wildcards_and_checks_of_a_missing_key_are_not_reported() {
        finds_of_value("StringEquals", "aws:SourceVpce", r#""vpce-1a*""#, &["wildcard-without-like @"]);
        finds_of_value("StringNotLike", "aws:SourceVpce", r#""*""#, &["wildcard-for-null @"]);
    }

    #[test]
    fn the_message_states_what_to_write() {
        for (key, value, expected) in [
            (
                "aws:SourceVpce",
                "vpce-*",
                "the wildcard in `vpce-*` matches values of `aws:SourceVpce` that others own: write the full value",
            ),
            (
                "aws:userid",
                "AROA*",
                "the wildcard in `AROA*` matches the IDs of other principals: write the full ID, such as \
                 `AROACKCEVSQ6C2EXAMPLE:*`",
            ),
            (
                "login.example.com:sub",
                "a*",
                "the wildcard in `a*` matches subjects that others own: write at least 6 characters before it",
            ),
        ] {
            assert_eq!(message_of_condition(&alloc::format!(r#""StringLike": {{"{key}": "{value}"}}"#)), expected);
        }
    }
}
