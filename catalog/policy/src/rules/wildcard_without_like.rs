//! Reports a value with a wildcard whose operator does not support wildcards.
//!
//! ## What it checks
//! The value has a `*` or `?`, but the operator compares it literally.
//!
//! Operators for ARNs always support wildcards: `ArnEquals` is the same as `ArnLike`. To write a literal `*`, use
//! `${*}`.
//!
//! ## Why it matters
//! The value does not match the strings that the author intended. In the example, only a tag with the exact value
//! `mail-*` matches.
//!
//! ## Example
//! An identity policy for all teams of a department:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"StringEquals": {"aws:PrincipalTag/team": "mail-*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the operator with `Like` in its name, or write the value in full.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::home",
//!         "Condition": {"StringLike": {"aws:PrincipalTag/team": "mail-*"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the value in the request really has a `*` or `?`. Instead of an entry in `catalog.toml`, you
//! can write `${*}` or `${?}` in the policy.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::AccessAnalyzerCheck,
    operator::{Comparator, Compares, Operator},
    rule::Check,
    subject::ComparedValue,
    variable::{Piece, pieces},
};

rule! {
    WildcardWithoutLike { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for WildcardWithoutLike {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let operator = value.operator;
        let is_literal = operator.comparator.compares() == Compares::String && !operator.comparator.has_wildcards();
        if is_literal
            && !value.has_literal_variable
            && value.text.known_parts().any(|part| has_plain_wildcard(part, cx.may_have_variables()))
        {
            let is_negated =
                matches!(operator.comparator, Comparator::StringNotEquals | Comparator::StringNotEqualsIgnoreCase);
            let comparator = if is_negated { Comparator::StringNotLike } else { Comparator::StringLike };
            let like = Operator { comparator, ..operator };
            let message = format!("`{operator}` compares `*` and `?` literally: use `{like}` for wildcards");
            cx.report::<Self>(value.text.place, message).about(AccessAnalyzerCheck::WildcardWithoutLikeOperator);
        }
    }
}

/// Returns true if a string has a wildcard outside of policy variables such as `${*}`.
///
/// A `?` in a web address does not count, because it begins the query there.
fn has_plain_wildcard(text: &str, has_variables: bool) -> bool {
    let is_wild = |text: &str| text.contains('*') || text.contains('?') && !text.contains("://");
    if !has_variables || !text.contains("${") {
        return is_wild(text);
    }
    pieces(text).any(|piece| matches!(piece, Piece::Plain(plain) if is_wild(plain)))
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_value, message_of_condition};

    const TEAM: &str = "aws:PrincipalTag/team";

    #[test]
    fn a_wildcard_that_the_operator_compares_literally_is_reported() {
        for operator in ["StringEquals", "StringNotEqualsIfExists", "StringEqualsIgnoreCase"] {
            finds_of_value(operator, TEAM, r#""mail-*""#, &["wildcard-without-like @"]);
            finds_of_value(operator, TEAM, r#"["mail", "mai?"]"#, &["wildcard-without-like @/1"]);
        }
    }

    #[test]
    fn literal_characters_and_web_addresses_are_not_reported() {
        for operator in ["StringEquals", "StringNotEqualsIfExists", "StringEqualsIgnoreCase"] {
            let values = r#"["${*}", "https://example.com/?a=b", "${aws:username}"]"#;
            finds_of_value(operator, TEAM, values, &[]);
        }
    }

    #[test]
    fn operators_with_wildcards_are_not_reported() {
        finds_of_value("StringLike", TEAM, r#""mail-*""#, &[]);
        finds_of_value("ArnEquals", "aws:SourceArn", r#""arn:aws:s3:::mail-*""#, &[]);
    }

    #[test]
    fn the_message_states_the_operator_with_wildcards() {
        for (operator, expected) in [
            ("StringEquals", "`StringEquals` compares `*` and `?` literally: use `StringLike` for wildcards"),
            (
                "StringNotEqualsIfExists",
                "`StringNotEqualsIfExists` compares `*` and `?` literally: use `StringNotLikeIfExists` for wildcards",
            ),
        ] {
            assert_eq!(message_of_condition(&format!(r#""{operator}": {{"{TEAM}": "mail-*"}}"#)), expected);
        }
    }
}
