//! Compares the policies that are found in public templates with those that an independent reader finds.
//!
//! `CATALOG_TEMPLATES` names the directory of the templates. Without it, the test prints a message and skips.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use std::{
    env, eprintln, fs,
    path::{Path, PathBuf},
};

use crate::{Config, check_file, json::Lines, policy_file::FileOutcome, testing::FULL};

/// A policy that another reader finds in a template.
struct Expected {
    file: String,
    line: u64,
    kind: String,
    place: String,
}

fn expected(directory: &Path) -> Vec<Expected> {
    let text = fs::read_to_string(directory.join("expected.jsonl")).unwrap();
    let policies = text.lines().map(|line| {
        let policy: serde_json::Value = serde_json::from_str(line).unwrap();
        let string = |name: &str| policy[name].as_str().unwrap().to_string();
        Expected {
            file: string("file"),
            line: policy["line"].as_u64().unwrap(),
            kind: string("kind"),
            place: string("where"),
        }
    });
    policies.collect()
}

/// Returns a pointer as the other reader writes it: without the first slash, and without the branches of `Fn::If`.
fn without_conditions(pointer: &str) -> String {
    let mut steps: Vec<_> = pointer.split('/').skip(1).collect();
    while let Some(at) = steps.iter().position(|step| *step == "Fn::If") {
        steps.drain(at..(at + 2).min(steps.len()));
    }
    steps.join("/")
}

#[test]
fn every_policy_that_another_reader_finds_is_found() {
    let Some(directory) = env::var_os("CATALOG_TEMPLATES").map(PathBuf::from) else {
        eprintln!("skipped: `CATALOG_TEMPLATES` does not name a directory of templates");
        return;
    };
    let mut files = BTreeMap::<String, (Vec<u8>, FileOutcome)>::new();
    let mut wrong = Vec::new();
    for policy in expected(&directory) {
        let (text, file) = files.entry(policy.file.clone()).or_insert_with(|| {
            let text = fs::read(directory.join(&policy.file)).unwrap();
            let outcome = check_file(&text, None, FULL, &Config::new());
            (text, outcome)
        });
        let lines = Lines::new(text);
        let line = |offset: u32| u64::from(lines.position(offset).line);
        let found = file.policies.iter().find(|found| without_conditions(&found.pointer) == policy.place);
        let name = format!("{}:{} {}", policy.file, policy.line, policy.place);
        let Some(found) = found else {
            wrong.push(format!("{name}: not found"));
            continue;
        };
        let kind = found.kind;
        let is_kind = match &*policy.kind {
            "resource" => kind.is_resource_based() || kind.name() == "vpc-endpoint",
            name => kind.name() == name,
        };
        if !is_kind {
            wrong.push(format!("{name}: expected kind {}, found {kind}", policy.kind));
        }
        if line(found.span.start) != policy.line {
            wrong.push(format!("{name}: found at line {}", line(found.span.start)));
        }
    }
    assert!(wrong.is_empty(), "{} disagreements:\n{}", wrong.len(), wrong.join("\n"));
}
