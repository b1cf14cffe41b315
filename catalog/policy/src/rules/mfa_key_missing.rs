//! Reports a condition about multi-factor authentication that does not do its work for requests without the key.
//!
//! ## What it checks
//! A `Deny` for requests without multi-factor authentication (MFA) does not apply to requests without a key about MFA.
//!
//! The rule reports these comparisons in a `Deny`:
//!
//! * `Bool` compares `aws:MultiFactorAuthPresent` with `false`;
//! * `Null` requires that `aws:MultiFactorAuthPresent` is missing;
//! * `NumericGreaterThan` compares `aws:MultiFactorAuthAge`.
//!
//! The rule also reports an `Allow` that only requires the key `aws:MultiFactorAuthPresent`, with any value. It does
//! not report a `Deny` if the policy also denies requests without the key.
//!
//! ## Why it matters
//! Requests with long-term credentials, such as the access keys of a user, [do not have the
//! key](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent).
//! Requests of a session without MFA have the key with the value `false`. A `Bool` is false for a missing key, so the
//! `Deny` in the example lets access keys through.
//!
//! ## Example
//! An identity policy that is intended to require MFA:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "NotAction": "iam:*",
//!         "Resource": "*",
//!         "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use an operator that ends in `IfExists`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "NotAction": "iam:*",
//!         "Resource": "*",
//!         "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the principals have no long-term credentials, or if another policy denies their requests.

use alloc::format;

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{ComparisonNode, Document, StatementNode},
    grammar::Effect,
    operator::{Comparator, Operator},
    rule::Check,
    shown::Shown,
    value,
};

rule! {
    MfaKeyMissing { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for MfaKeyMissing {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        // Most policies do not have the keys.
        if !policy.statements().flat_map(StatementNode::conditions).any(|found| is_about_mfa(&found)) {
            return;
        }
        let of = |effect| policy.statements().filter(move |statement| statement.effect() == Some(effect));
        let denied: TestSet =
            of(Effect::Deny).flat_map(StatementNode::conditions).filter_map(|found| Test::new(&found)).collect();
        let may_deny_more = policy.has_unknown_statements() || policy.statements().any(may_have_more_denials);
        for statement in of(Effect::Deny).chain(of(Effect::Allow)) {
            let own: TestSet = statement.conditions().filter_map(|found| Test::new(&found)).collect();
            let is_deny = statement.effect() == Some(Effect::Deny) && !may_deny_more;
            let is_allow = statement.effect() == Some(Effect::Allow) && !has_unknown_tests(statement);
            for (condition, test) in statement.conditions().filter_map(|found| Some((found, Test::new(&found)?))) {
                cx.report.spend(1);
                let is_reported = match test {
                    Test::IsFalse => is_deny && !denied.has(Test::IsMissing) && !own.has(Test::Exists),
                    Test::IsMissing => is_deny && !denied.has(Test::IsFalse),
                    Test::IsOld => is_deny && !own.has(Test::IsTrue) && !denied.has_requests_without_mfa(),
                    Test::Exists => is_allow && !own.has(Test::IsTrue) && !own.has(Test::HasAge),
                    _ => false,
                };
                if is_reported {
                    report(&condition, test, cx);
                }
            }
        }
    }
}

/// Returns true if a hole may be a test of the keys.
fn has_unknown_tests(statement: StatementNode<'_>) -> bool {
    let has_unknown_values = |found: ComparisonNode<'_>| is_about_mfa(&found) && found.values.has_hole();
    statement.has_unknown_comparisons() || statement.conditions().any(has_unknown_values)
}

/// Returns true if a statement may deny more requests than the rule sees, because of a hole.
fn may_have_more_denials(statement: StatementNode<'_>) -> bool {
    let is_unknown = statement.effect() != Some(Effect::Deny);
    statement.may_have_effect(Effect::Deny)
        && (has_unknown_tests(statement) || is_unknown && statement.conditions().any(|found| is_about_mfa(&found)))
}

fn is_about_mfa(condition: &ComparisonNode<'_>) -> bool {
    let is = |name: &str| ascii_case::eq(condition.key.text, name);
    is("aws:MultiFactorAuthAge") || is("aws:MultiFactorAuthPresent")
}

fn report<'t, C: PolicyCatalog>(condition: &ComparisonNode<'t>, test: Test, cx: &mut Context<'_, 't, C>) {
    let (key, operator) = (Shown(condition.key.written()), Shown(condition.operator.written()));
    let denied = |requests: &str, fix: &str| format!("{requests}, and are not denied: use {fix}");
    let message = match test {
        Test::Exists => "sessions without MFA have the key too: use `Bool` with the value `true`".into(),
        Test::IsMissing => denied("sessions without MFA have the key", "`BoolIfExists` with the value `false`"),
        Test::IsOld => denied(&format!("requests without MFA have no `{key}`"), &format!("`{operator}IfExists`")),
        _ => denied(&format!("requests with long-term credentials have no `{key}`"), &format!("`{operator}IfExists`")),
    };
    cx.report::<MfaKeyMissing>(condition.key.place, message);
}

/// The test of a comparison about multi-factor authentication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    /// The request has the key `aws:MultiFactorAuthPresent`.
    Exists,
    /// The request does not have the key `aws:MultiFactorAuthPresent`.
    IsMissing,
    /// MFA was used.
    IsTrue,
    /// MFA was not used.
    IsFalse,
    /// MFA was not used, or the request does not have the key.
    IsNotTrue,
    /// MFA was used too long ago.
    IsOld,
    /// MFA was used too long ago or not at all.
    IsOldOrMissing,
    /// The request does not have the key `aws:MultiFactorAuthAge`, so MFA was not used.
    HasNoAge,
    /// The request has the key `aws:MultiFactorAuthAge`, so MFA was used.
    HasAge,
}

impl Test {
    /// Returns the test of a comparison, or `None` if it is about another key or if its values are unusual.
    fn new(condition: &ComparisonNode<'_>) -> Option<Self> {
        let is_age = ascii_case::eq(condition.key.text, "aws:MultiFactorAuthAge");
        if !is_age && !ascii_case::eq(condition.key.text, "aws:MultiFactorAuthPresent") {
            return None;
        }
        let Operator { comparator, if_exists, .. } = condition.operator.text.parse().ok()?;
        let mut values = condition.values.each().map(|value| value::to_bool(value.value));
        let first = values.next()?;
        let expected = first.filter(|_| values.all(|value| value == first));
        match comparator {
            Comparator::Null => Some(match (is_age, expected?) {
                (false, true) => Self::IsMissing,
                (false, false) => Self::Exists,
                (true, true) => Self::HasNoAge,
                (true, false) => Self::HasAge,
            }),
            Comparator::NumericGreaterThan | Comparator::NumericGreaterThanEquals if is_age => {
                Some(if if_exists { Self::IsOldOrMissing } else { Self::IsOld })
            }
            _ if is_age => (!if_exists).then_some(Self::HasAge),
            Comparator::Bool
            | Comparator::StringEquals
            | Comparator::StringEqualsIgnoreCase
            | Comparator::StringLike => match (expected?, if_exists) {
                (true, false) => Some(Self::IsTrue),
                (true, true) => None,
                (false, false) => Some(Self::IsFalse),
                (false, true) => Some(Self::IsNotTrue),
            },
            _ => None,
        }
    }
}

/// The tests of several comparisons.
#[derive(Clone, Copy, Debug, Default)]
struct TestSet(u16);

impl FromIterator<Test> for TestSet {
    fn from_iter<I: IntoIterator<Item = Test>>(tests: I) -> Self {
        Self(tests.into_iter().fold(0, |set, test| set | 1 << test as u16))
    }
}

impl TestSet {
    fn has(self, test: Test) -> bool {
        self.0 & 1 << test as u16 != 0
    }

    /// Returns true if a test is true for requests without MFA, at least for some of them.
    fn has_requests_without_mfa(self) -> bool {
        [Test::IsMissing, Test::HasNoAge, Test::IsFalse, Test::IsNotTrue, Test::IsOldOrMissing]
            .into_iter()
            .any(|test| self.has(test))
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{deny_with, finds, finds_of_text, message, policy_of},
    };

    const NOT_USED: &str = r#""Bool": {"aws:MultiFactorAuthPresent": "false"}"#;
    const MISSING: &str = r#""Null": {"aws:MultiFactorAuthPresent": "true"}"#;
    const OLD: &str = r#""NumericGreaterThan": {"aws:MultiFactorAuthAge": "3600"}"#;

    fn deny(condition: &str) -> String {
        deny_with(r#""s3:GetObject""#, condition)
    }

    fn finds_of_allow(condition: &str, expected: &[&str]) {
        finds(&deny(condition).replace("Deny", "Allow"), expected);
    }

    #[test]
    fn a_deny_that_lets_requests_without_the_key_through_is_reported() {
        let at = |operator: &str, key: &str| format!("mfa-key-missing /Statement/Condition/{operator}/{key}");
        let present = "aws:MultiFactorAuthPresent";
        finds(&deny(NOT_USED), &[&at("Bool", present)]);
        finds(
            &deny(r#""bool": {"aws:multifactorauthpresent": false}"#),
            &[
                "operator-case /Statement/Condition/bool -> Bool",
                "mfa-key-missing /Statement/Condition/bool/aws:multifactorauthpresent",
            ],
        );
        finds(&deny(r#""StringEquals": {"aws:MultiFactorAuthPresent": ["false"]}"#), &[&at("StringEquals", present)]);
        finds(&deny(MISSING), &[&at("Null", present)]);
        finds(&deny(OLD), &[&at("NumericGreaterThan", "aws:MultiFactorAuthAge")]);
        let with_other = r#""Bool": {"aws:MultiFactorAuthPresent": "false", "aws:ViaAWSService": "false"}"#;
        finds(&deny(with_other), &[&at("Bool", present)]);
    }

    #[test]
    fn a_deny_of_all_requests_without_mfa_is_not_reported() {
        for right in [
            r#""BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}"#,
            r#""BoolIfExists": {"aws:MultiFactorAuthPresent": "false", "aws:ViaAWSService": "false"}"#,
            r#""NumericGreaterThanIfExists": {"aws:MultiFactorAuthAge": "3600"}"#,
            r#""Null": {"aws:MultiFactorAuthAge": "true"}"#,
            r#""Bool": {"aws:MultiFactorAuthPresent": "true"}"#,
            r#""Bool": {"aws:SecureTransport": "false"}"#,
            r#""Bool": {"aws:MultiFactorAuthPresent": "false"}, "Null": {"aws:MultiFactorAuthPresent": "false"}"#,
            r#""NumericGreaterThan": {"aws:MultiFactorAuthAge": "9"}, "Bool": {"aws:MultiFactorAuthPresent": "true"}"#,
        ] {
            finds(&deny(right), &[]);
        }
    }

    #[test]
    fn two_statements_can_deny_all_requests_together() {
        let identity = PolicyKind::Identity;
        finds_of_text(identity, &policy_of(&[&deny(NOT_USED), &deny(MISSING)]), &[]);
        let without_mfa = r#""Null": {"aws:MultiFactorAuthAge": "true"}"#;
        finds_of_text(identity, &policy_of(&[&deny(without_mfa), &deny(OLD)]), &[]);
        let expected = &["mfa-key-missing /Statement/1/Condition/Bool/aws:MultiFactorAuthPresent"];
        finds_of_text(identity, &policy_of(&[&deny(OLD).replace("Than", "ThanIfExists"), &deny(NOT_USED)]), expected);
    }

    #[test]
    fn an_allow_that_only_requires_the_key_is_reported() {
        let exists = r#""Null": {"aws:MultiFactorAuthPresent": "false"}"#;
        finds_of_allow(exists, &["mfa-key-missing /Statement/Condition/Null/aws:MultiFactorAuthPresent"]);
        finds_of_allow(&format!(r#"{exists}, "Bool": {{"aws:MultiFactorAuthPresent": "true"}}"#), &[]);
        finds_of_allow(r#""NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}"#, &[]);
        let expected = &["missing-key-accepted /Statement/Condition/BoolIfExists/aws:MultiFactorAuthPresent"];
        finds_of_allow(r#""BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}"#, expected);
        finds_of_allow(NOT_USED, &[]);
    }

    #[test]
    fn the_message_states_the_operator() {
        let expected = "requests with long-term credentials have no `aws:MultiFactorAuthPresent`, and are not denied: \
                        use `BoolIfExists`";
        assert_eq!(message(&deny(NOT_USED)), expected);
        let expected =
            "sessions without MFA have the key, and are not denied: use `BoolIfExists` with the value `false`";
        assert_eq!(message(&deny(MISSING)), expected);
        let expected = "requests without MFA have no `aws:MultiFactorAuthAge`, and are not denied: use \
                        `NumericGreaterThanIfExists`";
        assert_eq!(message(&deny(OLD)), expected);
        let allow = deny(r#""Null": {"aws:MultiFactorAuthPresent": "false"}"#).replace("Deny", "Allow");
        let expected = "sessions without MFA have the key too: use `Bool` with the value `true`";
        assert_eq!(message(&allow), expected);
    }
}
