//! Compares the rules in `docs-src/facts/access_analyzer_checks.toml` with the rules that report each check, or writes
//! them. Also writes the list of checks that no rule reports yet.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use catalog::policy::{AccessAnalyzerCheck, FindingId};

/// The rules that report each check.
type Rules = BTreeMap<AccessAnalyzerCheck, BTreeSet<FindingId>>;

/// Returns the checks whose rules in the table differ from the given rules.
pub(crate) fn differences(rules: &Rules) -> Vec<String> {
    let none = BTreeSet::new();
    let difference = |check: &AccessAnalyzerCheck| {
        let (stated, found): (BTreeSet<_>, _) = (check.rules().collect(), rules.get(check).unwrap_or(&none));
        (stated != *found).then(|| format!("{check}: the table states {}, found {}", names(&stated), names(found)))
    };
    AccessAnalyzerCheck::ALL.iter().filter_map(difference).collect()
}

/// Writes the rules into the table. Then `cargo xtask regen` writes them into the sources.
pub(crate) fn write(rules: &Rules) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src/facts/access_analyzer_checks.toml");
    let text = fs::read_to_string(&path).unwrap();
    let mut written = String::new();
    let mut check = None;
    for line in text.lines().filter(|line| !line.starts_with("rules = ")) {
        written.extend([line, "\n"]);
        if let Some(code) = line.strip_prefix("code = \"").and_then(|rest| rest.strip_suffix('"')) {
            check = AccessAnalyzerCheck::from_code(code);
        }
        let rules = check.filter(|_| line.starts_with("type = ")).and_then(|check| rules.get(&check));
        if let Some(rules) = rules {
            written.extend(["rules = ", &names(rules), "\n"]);
        }
    }
    if written != text {
        fs::write(&path, written).unwrap();
    }
}

/// Writes the list of the checks that no rule reports yet.
pub(crate) fn write_pending(finished: &BTreeSet<AccessAnalyzerCheck>) {
    let is_pending = |check: &&AccessAnalyzerCheck| check.unreported().is_none() && !finished.contains(check);
    let pending: Vec<_> = AccessAnalyzerCheck::ALL.iter().filter(is_pending).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access_analyzer/pending.rs");
    let text = fs::read_to_string(&path).unwrap();
    let (head, _) = text.split_once("= &[").unwrap();
    let rows: String = pending.iter().flat_map(|check| ["    \"", check.code(), "\",\n"]).collect();
    let list = if rows.is_empty() { "];\n".to_owned() } else { format!("\n{rows}];\n") };
    fs::write(&path, format!("{head}= &[{list}")).unwrap();
}

/// Returns the names of rules as a list in TOML.
fn names(rules: &BTreeSet<FindingId>) -> String {
    let names: Vec<_> = rules.iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", names.join(", "))
}
