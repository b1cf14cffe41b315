//! Compares the inferred kinds of policies in AWS's documentation with their actual kinds, and checks them as both kinds.
//!
//! `CATALOG_POLICIES` names the directory of the policies. Its `documentation-kinds.json` has the kind of each policy in
//! `documentation`. Without the variable, the test prints a message and skips.

#![cfg(feature = "policy")]

use std::{collections::BTreeMap, env, fs, path::Path};

use catalog::policy::{self, Config, FindingId, PolicyKind, json};

/// Returns the ids of the errors in a policy.
fn errors(text: &str, kind: PolicyKind) -> Vec<FindingId> {
    let findings = policy::check(text, kind, &Config::new());
    findings.iter().filter(|finding| finding.severity == policy::Severity::Error).map(|finding| finding.id).collect()
}

#[test]
fn the_policies_of_the_documentation_have_their_kinds() {
    let Some(folder) = env::var_os("CATALOG_POLICIES") else {
        eprintln!("skipped: CATALOG_POLICIES is not set to a directory of policies");
        return;
    };
    let folder = Path::new(&folder);
    let kinds = fs::read(folder.join("documentation-kinds.json")).unwrap();
    let kinds: BTreeMap<String, String> = serde_json::from_slice(&kinds).unwrap();
    assert!(!kinds.is_empty());
    for (name, kind) in kinds {
        let text = fs::read_to_string(folder.join("documentation").join(&name)).unwrap();
        let kind: PolicyKind = kind.parse().unwrap();
        let inferred = PolicyKind::infer(&json::parse(text.as_bytes()).unwrap());
        // An inferred kind may name the service of a resource policy.
        let general = if inferred.is_resource_based() { PolicyKind::Resource } else { inferred };
        assert_eq!(general, kind, "{name}");
        assert_eq!(errors(&text, inferred), errors(&text, kind), "{name}");
    }
}
