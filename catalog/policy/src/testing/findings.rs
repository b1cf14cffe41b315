//! The findings of a policy that is checked with the small catalog for tests.

use alloc::{format, string::String, vec::Vec};

use super::{
    fake::{FULL, TYPED},
    statements::policy,
};
use crate::{
    config::Config,
    finding::{Finding, FindingId, Group},
    kind::PolicyKind,
    walk::check_text,
};

/// Returns the findings of a policy, checked with the catalog that has all facts.
///
/// Also checks that the catalog of names and types leads to the same findings, except the findings that need facts.
pub(crate) fn findings(text: &str, kind: PolicyKind) -> Vec<Finding> {
    let by = |catalog| check_text(text.as_bytes(), kind, catalog, &Config::new()).findings;
    let all = by(FULL);
    let without_facts: Vec<_> = all.iter().filter(|finding| !finding.id.needs_facts()).cloned().collect();
    assert_eq!(by(TYPED), without_facts, "a rule that needs facts must declare it: {text}");
    all
}

/// Returns the findings of a group that a configuration turns on: each id, followed by the pointer.
pub(crate) fn found_of_group(group: Group, text: &str, kind: PolicyKind) -> Vec<String> {
    let findings = check_text(text.as_bytes(), kind, FULL, &Config::new().warn(group)).findings;
    let of_group = findings.iter().filter(|finding| finding.id.group() == group);
    of_group.map(|finding| format!("{} {}", finding.id, finding.pointer)).collect()
}

/// Checks the findings of a rule that is off by default, in an identity policy with one statement.
pub(crate) fn finds_restricted(id: FindingId, statement: &str, expected: &[&str]) {
    let text = policy(statement);
    let findings = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &Config::new().warn(id)).findings;
    let of_rule = findings.iter().filter(|finding| finding.id == id);
    let found: Vec<_> = of_rule.map(|finding| format!("{} {}", finding.id, finding.pointer)).collect();
    assert_eq!(found, expected, "{statement}");
}

/// Returns the findings as `id pointer`, followed by ` -> suggestion` if there is one.
pub(crate) fn found(text: &str, kind: PolicyKind) -> Vec<String> {
    let short = |finding: &Finding| match &finding.suggestion {
        Some(suggestion) => format!("{} {} -> {suggestion}", finding.id, finding.pointer),
        None => format!("{} {}", finding.id, finding.pointer),
    };
    findings(text, kind).iter().map(short).collect()
}
