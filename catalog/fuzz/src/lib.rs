//! What must be true of every policy, whoever wrote it.

use catalog::policy::{self, Config, FindingId, Findings, Policy, PolicyKind, finding};

/// Checks a text as a policy of every kind, and the findings as what they claim to be.
///
/// # Panics
/// When a finding is not as it must be. To find that out is what this is for.
pub fn check(text: &[u8]) {
    for kind in PolicyKind::ALL {
        let findings = policy::check(text, *kind, &Config::new());
        assert_eq!(findings, policy::check(text, *kind, &Config::new()), "the same twice");
        are_sound(text, &findings);
    }
    is_json_to_both(text);
    is_written_as_it_was(text);
}

fn are_sound(text: &[u8], findings: &Findings<'_>) {
    // Those of a full check, and that it is full.
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

/// What is JSON to another reader is JSON here, and the other way round, but for the limits and for what that one lets
/// pass or does not.
fn is_json_to_both(text: &[u8]) {
    let malformed = |findings: &Findings<'_>| findings.iter().any(|found| found.id == FindingId::MalformedJson);
    let ours = !malformed(&policy::check(text, PolicyKind::Identity, &Config::new()));
    let theirs = serde_json::from_slice::<serde_json::Value>(text);
    match theirs {
        Ok(_) => assert!(ours || depth(text) > 60, "refused, and is JSON"),
        // A number can be too large for the other one.
        Err(error) => {
            assert!(!ours || error.to_string().contains("number out of range"), "taken, and is not JSON: {error}")
        }
    }
}

/// How many brackets open, which is more than how deep they are.
fn depth(text: &[u8]) -> usize {
    text.iter().filter(|byte| matches!(byte, b'[' | b'{')).count()
}

/// What reads as a policy of types is written as it was.
fn is_written_as_it_was(text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else { return };
    let Ok(policy) = text.parse::<Policy>() else { return };
    for written in [policy.to_string(), format!("{policy:#}")] {
        assert_eq!(written.parse().as_ref(), Ok(&policy), "{written}");
    }
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
    assert_eq!(value(&policy.to_string()), value(text));
    // It is checked as it is written.
    let malformed = |found: &policy::Finding| found.id == FindingId::MalformedJson;
    assert!(!policy.check(PolicyKind::Identity).iter().any(malformed));
}
