//! Reports an `s3:prefix` that excludes prefixes instead of listing the allowed ones.
//!
//! ## What it checks
//! A `Deny` statement compares `s3:prefix` with an operator that is not negated, or an `Allow` statement compares it
//! with a negated operator.
//!
//! ## Why it matters
//! `s3:prefix` holds the prefix of the request, and not the names of the listed objects. In the example, a request
//! with the prefix `priv` does not match `private/*`, but [still lists the
//! objects](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-s3-prefix-in-negative-context)
//! below `private/`.
//!
//! ## Example
//! An identity policy that is intended to hide a directory of a bucket:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports",
//!         "Condition": {"StringLike": {"s3:prefix": "private/*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! List the allowed prefixes: in an `Allow` statement with `StringLike`, or in a `Deny` statement with `StringNotLike`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "s3:ListBucket",
//!         "Resource": "arn:aws:s3:::reports",
//!         "Condition": {"StringNotLike": {"s3:prefix": "public/*"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the condition is only intended to keep users from a mistake.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::StatementNode,
    finding::AccessAnalyzerCheck,
    grammar::Effect,
    operator::{Comparator, Compares, Operator},
    rule::Check,
};

rule! {
    NegatedPrefix { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for NegatedPrefix {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        for comparison in statement.conditions() {
            if !is_prefix(comparison.key.text) || comparison.key.hole.is_some() {
                continue;
            }
            let (Ok(operator), Some(effect)) = (comparison.operator.text.parse::<Operator>(), statement.effect())
            else {
                continue;
            };
            let comparator = operator.comparator;
            let excludes = comparator.is_negated() == (effect == Effect::Allow);
            if comparator.compares() != Compares::String || !excludes {
                continue;
            }
            let right = Operator { comparator: counterpart(comparator), ..operator };
            let message = format!(
                "a request with a shorter prefix passes this condition and lists the same objects: list the allowed \
                 prefixes with `{right}`"
            );
            cx.report::<Self>(comparison.key.place, message).about(AccessAnalyzerCheck::S3PrefixInNegativeContext);
        }
    }
}

/// Returns true if a key holds the prefix of a list request. S3 on Outposts has the same key.
fn is_prefix(key: &str) -> bool {
    ["s3:prefix", "s3-outposts:prefix"].iter().any(|known| ascii_case::eq(known, key))
}

/// Returns the operator that lists the allowed values if the given one excludes values, and the other way around.
fn counterpart(comparator: Comparator) -> Comparator {
    if comparator.is_negated() { Comparator::StringLike } else { Comparator::StringNotLike }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds, message};

    /// Returns a statement about the listing of a bucket.
    fn statement(effect: &str, operator: &str, key: &str) -> alloc::string::String {
        format!(
            r#""Effect": "{effect}", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports",
            "Condition": {{"{operator}": {{"{key}": ["private/*", "hidden"]}}}}"#
        )
    }

    #[test]
    fn excluded_prefixes_are_reported() {
        for (effect, operator) in [
            ("Deny", "StringLike"),
            ("Deny", "StringLikeIfExists"),
            ("Deny", "StringEqualsIgnoreCase"),
            ("Allow", "StringNotLike"),
            ("Allow", "StringNotEqualsIgnoreCase"),
        ] {
            let mut expected = alloc::vec![format!("negated-prefix /Statement/Condition/{operator}/s3:Prefix")];
            if operator.ends_with("Case") {
                expected.push(format!("wildcard-without-like /Statement/Condition/{operator}/s3:Prefix/0"));
            }
            let expected: alloc::vec::Vec<_> = expected.iter().map(alloc::string::String::as_str).collect();
            finds(&statement(effect, operator, "s3:Prefix"), &expected);
        }
    }

    #[test]
    fn listed_prefixes_and_the_presence_of_a_prefix_are_not_reported() {
        finds(&statement("Allow", "StringLike", "s3:prefix"), &[]);
        finds(&statement("Deny", "StringNotLike", "s3:prefix"), &[]);
        let null = statement("Deny", "Null", "s3:prefix").replace(r#"["private/*", "hidden"]"#, r#""true""#);
        finds(&null, &[]);
    }

    #[test]
    fn the_message_states_the_operator_of_allowed_prefixes() {
        for (effect, operator, right) in
            [("Deny", "StringLike", "StringNotLike"), ("Allow", "StringNotLikeIfExists", "StringLikeIfExists")]
        {
            assert_eq!(
                message(&statement(effect, operator, "s3:prefix")),
                format!(
                    "a request with a shorter prefix passes this condition and lists the same objects: list the allowed \
                     prefixes with `{right}`"
                )
            );
        }
    }
}
