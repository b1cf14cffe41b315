//! Properties that must be true for every policy, valid or not.

use catalog::policy::{self, Config, FindingId, Findings, Policy, PolicyKind, finding};

/// Checks a source as a policy of every kind, and checks the properties of its findings.
///
/// # Panics
/// Panics if a property is violated.
pub fn check(text: &[u8]) {
    for kind in PolicyKind::ALL {
        let findings = policy::check(text, *kind, &Config::new());
        assert_eq!(findings, policy::check(text, *kind, &Config::new()), "two checks differ");
        are_sound(text, &findings);
    }
    is_json_to_both(text);
    is_written_as_it_was(text);
}

fn are_sound(text: &[u8], findings: &Findings<'_>) {
    // A check that stops at the limit reports one more finding.
    assert!(findings.len() <= finding::LIMIT + 1, "{}", findings.len());
    let mut last = 0;
    for found in findings {
        let (start, end) = (found.span.start, found.span.end);
        assert!(last <= start && start <= end && end as usize <= text.len(), "{found:?}");
        last = start;
        assert!(found.pointer.is_empty() || found.pointer.starts_with('/'), "{found:?}");
        assert!(!found.message.contains('\n') && found.message.len() < 2_000, "{found:?}");
        assert_eq!(found.severity, found.id.severity());
    }
    let shown = findings.to_string();
    assert!(shown.len() <= findings.len() * 4_000, "{shown}");
}

/// Checks that this crate and `serde_json` agree on which sources are JSON. The exceptions are the limits of this
/// crate, and numbers that are too large for `serde_json`.
fn is_json_to_both(text: &[u8]) {
    let malformed = |findings: &Findings<'_>| findings.iter().any(|found| found.id == FindingId::MalformedJson);
    let ours = !malformed(&policy::check(text, PolicyKind::Identity, &Config::new()));
    let theirs = serde_json::from_slice::<serde_json::Value>(text);
    match theirs {
        Ok(_) => assert!(ours || depth(text) > 60, "rejected, but is valid JSON"),
        // A number can be too large for `serde_json`.
        Err(error) => {
            assert!(
                !ours || error.to_string().contains("number out of range"),
                "accepted, but is not valid JSON: {error}"
            )
        }
    }
}

/// Returns the number of opening brackets, which is at least the depth of the nesting.
fn depth(text: &[u8]) -> usize {
    text.iter().filter(|byte| matches!(byte, b'[' | b'{')).count()
}

/// Checks that a parsed policy is written as the same JSON.
fn is_written_as_it_was(text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else { return };
    let Ok(policy) = text.parse::<Policy>() else { return };
    for written in [policy.to_string(), format!("{policy:#}")] {
        assert_eq!(written.parse().as_ref(), Ok(&policy), "{written}");
    }
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
    assert_eq!(value(&policy.to_string()), value(text));
    // `Policy::check` writes the policy as JSON and checks this JSON, which must be valid.
    let malformed = |found: &policy::Finding| found.id == FindingId::MalformedJson;
    assert!(!policy.check(PolicyKind::Identity).iter().any(malformed));
}
