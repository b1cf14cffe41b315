//! Reports a condition on the caller or the network that requests without the key pass.
//!
//! ## What it checks
//! The condition compares a global key about the caller or the network, and requests without the key pass.
//!
//! The rule reports these operators:
//!
//! * in an `Allow`, an operator that begins with `ForAllValues:` or ends in `IfExists`;
//! * in a `Deny`, a negated operator that begins with `ForAnyValue:`, such as `ForAnyValue:StringNotLike`.
//!
//! The rule does not report a key that a `Null` condition requires. In an `Allow`, it accepts `IfExists` for two keys
//! about the network if the statement compares both, because each request has one of them. It does not report a statement
//! for everyone, because the rule `public-principal` does. It does not report a statement for services, which do not have
//! the keys about principals.
//!
//! ## Why it matters
//! A caller that does not belong to an organization has no `aws:PrincipalOrgPaths`. With
//! [`ForAllValues`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html),
//! the condition holds for this caller, because the request has no value that could differ from those in the policy.
//!
//! ## Example
//! A key policy for the members of an organization:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::444455556666:root"},
//!         "Action": "kms:Decrypt",
//!         "Resource": "*",
//!         "Condition": {"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove `IfExists`, or use the other set operator. To keep `ForAllValues:`, add a `Null` condition with the value
//! `false`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::444455556666:root"},
//!         "Action": "kms:Decrypt",
//!         "Resource": "*",
//!         "Condition": {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if requests without the key should pass.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{ComparisonNode, Node, StatementNode},
    grammar::Effect,
    key_properties::{is_of_caller, is_of_network},
    operator::{Comparator, Operator, SetOperator},
    rule::Check,
    shown::Shown,
    subject::{KeyComparison, PresentKeys},
};

rule! {
    MissingKeyAccepted { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for MissingKeyAccepted {
    fn comparison<'t, C: PolicyCatalog>(comparison: &KeyComparison<'t>, cx: &mut Context<'_, 't, C>) {
        let KeyComparison { operator, key, key_type, statement, .. } = *comparison;
        let Some(effect) = statement.effect() else { return };
        if !accepts_missing(operator, effect) || !is_of_caller(key.text) && !is_of_network(key.text) {
            return;
        }
        // A set operator on a single-valued key has a finding of its own.
        let is_single = operator.set.is_some() && key_type.is_some_and(|key_type| !key_type.is_array());
        if is_single || names_others(statement) || !cx.report.spend(statement.conditions().count() as u64 * 2) {
            return;
        }
        let is_either = effect == Effect::Allow && is_of_network(key.text) && has_other_network(statement, key.text);
        if is_either || PresentKeys::new(statement).contain(key.text) {
            return;
        }
        // Another statement may deny the requests without the key.
        if effect == Effect::Deny && cx.denies_with(|other| may_hold_without_key(other, key.text)) {
            return;
        }
        let fix = match operator.set {
            Some(SetOperator::ForAnyValue) => "add a `Deny` with `Null` and the value `true`",
            Some(SetOperator::ForAllValues) => "add `Null` with the value `false`",
            None => "remove `IfExists`",
        };
        let shown = Shown(key.written());
        let result = if effect == Effect::Allow { "are allowed too" } else { "are not denied" };
        let message = format!("with `{operator}`, requests without `{shown}` {result}: {fix}");
        cx.report::<Self>(key.place, message);
    }
}

/// Returns true if a statement names everyone, or services, which lack keys about principals.
fn names_others(statement: StatementNode<'_>) -> bool {
    let kinds = statement.principal().and_then(Node::members);
    statement.everybody().is_some() || kinds.is_some_and(|kinds| kinds.have_hole() || kinds.get("Service").is_some())
}

/// Returns true if a request without the key passes the comparison, although the values seem to restrict the requests.
fn accepts_missing(operator: Operator, effect: Effect) -> bool {
    let Operator { set, comparator, if_exists } = operator;
    match effect {
        _ if comparator == Comparator::Null => false,
        Effect::Allow => set == Some(SetOperator::ForAllValues) || if_exists && !comparator.is_negated(),
        Effect::Deny => set == Some(SetOperator::ForAnyValue) && comparator.is_negated() && !if_exists,
    }
}

/// Returns true if a statement compares another key about the network.
fn has_other_network(statement: StatementNode<'_>, key: &str) -> bool {
    let is_other = |other: &str| is_of_network(other) && !ascii_case::eq(other, key);
    statement.conditions().any(|comparison| is_other(comparison.key.text))
}

/// Returns true if a comparison of a key can be true for requests without the key.
fn may_hold_without_key(comparison: &ComparisonNode<'_>, key: &str) -> bool {
    let operator = || comparison.operator.text.parse::<Operator>();
    let may_hold = |operator: Operator| {
        operator.comparator == Comparator::Null || operator.comparator.is_negated() && operator.set.is_none()
    };
    ascii_case::eq(comparison.key.text, key) && operator().is_ok_and(may_hold)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{
            deny_with, finds, finds_of_condition, finds_of_text, finds_of_value, finds_with_holes, message,
            message_of_condition, policy, policy_of,
        },
    };

    const PATHS: &str = "aws:PrincipalOrgPaths";
    const OTHER_PATHS: &str = r#""ForAnyValue:StringNotLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}"#;

    #[test]
    fn an_allow_that_accepts_requests_without_the_key_is_reported() {
        let expected = &["missing-key-accepted @"];
        finds_of_value("ForAllValues:StringLike", PATHS, r#""o-a1b2c3d4e5/*""#, expected);
        finds_of_value("ForAnyValue:StringLikeIfExists", PATHS, r#""o-a1b2c3d4e5/*""#, expected);
        finds_of_value("StringEqualsIfExists", "aws:PrincipalOrgID", r#""o-a1b2c3d4e5""#, expected);
        finds_of_value("IpAddressIfExists", "AWS:sourceip", r#""203.0.113.0/24""#, expected);
        finds_of_value("BoolIfExists", "aws:MultiFactorAuthPresent", r#""true""#, expected);
    }

    #[test]
    fn a_deny_that_does_not_apply_without_the_key_is_reported() {
        let expected = &["missing-key-accepted /Statement/Condition/ForAnyValue:StringNotLike/aws:PrincipalOrgPaths"];
        finds(&deny_with(r#""s3:GetObject""#, OTHER_PATHS), expected);
    }

    #[test]
    fn operators_that_need_the_key_are_not_reported() {
        finds_of_value("ForAnyValue:StringLike", PATHS, r#""o-a1b2c3d4e5/*""#, &[]);
        finds_of_value("StringEquals", "aws:PrincipalOrgID", r#""o-a1b2c3d4e5""#, &[]);
        for condition in [
            r#""ForAllValues:StringNotLikeIfExists": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}"#,
            r#""StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#,
            r#""ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}"#,
        ] {
            finds(&deny_with(r#""s3:GetObject""#, condition), &[]);
        }
    }

    #[test]
    fn keys_of_the_request_are_not_reported() {
        finds_of_value("ForAllValues:StringEquals", "aws:TagKeys", r#""team""#, &[]);
        finds_of_value("StringEqualsIfExists", "aws:ResourceTag/team", r#""shop""#, &[]);
        let tags = r#""ForAnyValue:StringNotEquals": {"aws:TagKeys": ["team", "cost"]}"#;
        finds(&deny_with(r#""ses:SendEmail""#, tags), &[]);
    }

    #[test]
    fn another_condition_can_require_the_key() {
        let required = r#""ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"},
            "Null": {"aws:principalorgpaths": "false"}"#;
        finds_of_condition(required, &[]);
        let either = r#""IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"},
            "StringEqualsIfExists": {"aws:SourceVpce": "vpce-1a2b3c4d"}"#;
        finds_of_condition(either, &[]);
        let missing = r#""Null": {"aws:PrincipalOrgPaths": "true"}"#;
        let deny = |condition| deny_with(r#""s3:GetObject""#, condition);
        finds_of_text(PolicyKind::Identity, &policy_of(&[&deny(OTHER_PATHS), &deny(missing)]), &[]);
    }

    #[test]
    fn a_hole_may_require_the_key() {
        let allow = |condition: &str| deny_with(r#""s3:GetObject""#, condition).replace("Deny", "Allow");
        let condition = r#""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#;
        for hole in [r#""<<Operator>>": {"aws:PrincipalOrgID": "false"}"#, r#""Null": {"aws:PrincipalOrgID": "<<X>>"}"#]
        {
            let statement = allow(&format!("{condition}, {hole}"));
            finds_with_holes(PolicyKind::Identity, &policy(&statement), &[]);
        }
    }

    #[test]
    fn the_message_states_the_result_and_the_fix() {
        for (condition, fix) in [
            (
                r#""ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}"#,
                "with `ForAllValues:StringLike`, requests without `aws:PrincipalOrgPaths` are allowed too: add `Null` with \
                 the value `false`",
            ),
            (
                r#""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#,
                "with `StringEqualsIfExists`, requests without `aws:PrincipalOrgID` are allowed too: remove `IfExists`",
            ),
        ] {
            assert_eq!(message_of_condition(condition), fix);
        }
        assert_eq!(
            message(&deny_with(r#""s3:GetObject""#, OTHER_PATHS)),
            "with `ForAnyValue:StringNotLike`, requests without `aws:PrincipalOrgPaths` are not denied: add a `Deny` with \
             `Null` and the value `true`"
        );
    }
}
