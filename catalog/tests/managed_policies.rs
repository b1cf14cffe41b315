//! Checks the policies that AWS ships, and counts the findings by id. The findings of the group `security` are also
//! counted by the check of IAM Access Analyzer.
//!
//! `CATALOG_POLICIES` names the directory of the policies. Without it, the tests print a message and skip. The counts are
//! reviewed. The managed policies have no errors, because AWS accepts all of them. The errors in AWS's documentation are
//! mistakes, such as a name that does not exist. Set `UPDATE_COUNTS=1` to write the counts, and `LIST_FINDINGS=1` to print
//! every finding.

#![cfg(feature = "policy")]
#![expect(clippy::unwrap_used, reason = "tests may panic")]

#[path = "support/policies.rs"]
mod policies;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
};

use catalog::policy::{self, AccessAnalyzerCheck, Config, FindingId, Group, PolicyKind, Severity};
use policies::{documentation, managed};

/// A policy: the name of its file, its text and its kind.
type Policy = (String, String, PolicyKind);

/// The numbers of findings and of policies with one.
#[derive(Default)]
struct Count {
    findings: usize,
    policies: BTreeSet<String>,
}

impl Count {
    fn add(&mut self, policy: &str) {
        self.findings += 1;
        if !self.policies.contains(policy) {
            self.policies.insert(policy.to_owned());
        }
    }
}

/// Returns the table of the counts of findings in policies.
fn table(policies: &[Policy]) -> String {
    let list = env::var_os("LIST_FINDINGS").is_some();
    let mut counts = BTreeMap::<FindingId, Count>::new();
    let mut security = BTreeMap::<(FindingId, Option<AccessAnalyzerCheck>), Count>::new();
    for (name, text, kind) in policies {
        for finding in &policy::check(text, *kind, &Config::new()) {
            counts.entry(finding.id).or_default().add(name);
            if finding.id.group() == Group::Security {
                security.entry((finding.id, finding.access_analyzer)).or_default().add(name);
            }
            if list {
                println!("{}\t{}\t{name}\t{}", finding.id, finding.message, finding.pointer);
            }
        }
    }
    let mut table = format!("{} policies\n\n", policies.len());
    for (id, Count { findings, policies }) in &counts {
        let (severity, policies) = (id.severity().name(), policies.len());
        writeln!(table, "{severity:7} {:28} {findings:5} in {policies:3} policies", id.name()).unwrap();
    }
    table += "\nThe group `security`, by the check of IAM Access Analyzer:\n\n";
    for ((id, check), Count { findings, policies }) in &security {
        let (check, policies) = (check.map_or("none", AccessAnalyzerCheck::code), policies.len());
        writeln!(table, "{:28} {check:48} {findings:5} in {policies:3} policies", id.name()).unwrap();
    }
    table
}

/// Compares the counts with the file of the reviewed counts in `catalog/tests`, and returns them.
fn compare(policies: &[Policy], file: &str) -> String {
    let table = table(policies);
    let path = format!("{}/tests/{file}", env!("CARGO_MANIFEST_DIR"));
    if env::var_os("UPDATE_COUNTS").is_some() {
        fs::write(&path, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n"), table);
    table
}

#[test]
fn what_is_found_in_the_policies_of_aws_is_counted() {
    let Some(policies) = managed() else { return };
    let policies = policies.unwrap().into_iter().map(|(name, text)| (name, text, PolicyKind::Identity));
    let table = compare(&policies.collect::<Vec<_>>(), "managed_policies.txt");
    let errors: Vec<_> = table.lines().filter(|line| line.starts_with(Severity::Error.name())).collect();
    assert!(errors.is_empty(), "AWS accepts these policies: {errors:?}");
}

#[test]
fn what_is_found_in_the_documentation_of_aws_is_counted() {
    let Some(policies) = documentation() else { return };
    let policies = policies.unwrap().into_iter().map(|(name, (text, kind))| (name, text, kind));
    compare(&policies.collect::<Vec<_>>(), "documentation_policies.txt");
}
