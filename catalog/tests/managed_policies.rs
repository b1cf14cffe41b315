//! Checks AWS's managed policies and counts the findings by id.
//!
//! `CATALOG_POLICIES` names the directory of the policies. Without it, the test prints a message and skips. The counts
//! are reviewed: there are no errors, because AWS accepts all of these policies. Set `UPDATE_COUNTS=1` to write the
//! counts, and `LIST_FINDINGS=1` to print every finding.

#![cfg(feature = "policy")]

#[path = "support/policies.rs"]
mod policies;

use std::{collections::BTreeMap, env, fmt::Write as _, fs};

use catalog::policy::{self, Config, FindingId, PolicyKind};

#[test]
fn what_is_found_in_the_policies_of_aws_is_counted() {
    let Some(policies) = policies::managed() else { return };
    let policies = policies.unwrap();
    let mut counts = BTreeMap::<FindingId, (usize, usize)>::new();
    let list = env::var_os("LIST_FINDINGS").is_some();
    for (name, text) in &policies {
        let findings = policy::check(text, PolicyKind::Identity, &Config::new());
        let mut here = BTreeMap::<FindingId, usize>::new();
        for finding in &findings {
            *here.entry(finding.id).or_default() += 1;
            if list {
                println!("{}\t{}\t{name}\t{}", finding.id, finding.message, finding.pointer);
            }
        }
        for (id, count) in here {
            let counted = counts.entry(id).or_default();
            *counted = (counted.0 + count, counted.1 + 1);
        }
    }
    let mut table = format!("{} policies\n\n", policies.len());
    for (id, (findings, policies)) in &counts {
        writeln!(table, "{:7} {:28} {findings:5} in {policies:3} policies", id.severity().name(), id.name()).unwrap();
    }
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/managed_policies.txt");
    if env::var_os("UPDATE_COUNTS").is_some() {
        fs::write(committed, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(committed).unwrap_or_default(), table);
}
