//! Holes in policies: the linter reports what the known parts decide, and nothing that a hole could decide.
//!
//! The tests replace random values, names and parts of strings of policies by holes. The policies are the examples of
//! the pages about findings, and the policies of the directory that `CATALOG_POLICIES` names.

#![cfg(feature = "policy")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests may panic")]

mod scope;
mod tree;

use std::{collections::BTreeMap, env, fs, path::Path};

use catalog::policy::{
    Config, Finding, FindingId, PolicyKind, check_tree,
    document::Document,
    hole::{Hole, Piece},
    json::{self, Data, Span, Value},
};
use scope::Scope;
use tree::{Random, fill, make_hole, owned};

/// The number of random policies with holes for each policy.
const ROUNDS: usize = 24;

/// The number of policies whose elements come from different examples.
const MIXED: usize = 300;

/// The strings that fill holes in strings.
const PARTS: &[&str] =
    &["", "x", "*", "111122223333", "us-east-1", "a:b", "/x/y", "arn:aws:s3:::bucket", "${aws:username}"];

fn findings(tree: &Value<'_>, kind: PolicyKind) -> Vec<Finding> {
    check_tree(tree, kind, &Config::new()).0
}

/// Returns the policies in the examples of the pages about findings.
fn examples() -> Vec<(String, String)> {
    let blocks = |id: &FindingId| {
        let fenced = id.page().split("```json").skip(1).filter_map(|rest| rest.split("```").next());
        fenced.map(|text| (id.to_string(), text.to_owned())).collect::<Vec<_>>()
    };
    FindingId::ALL.iter().flat_map(blocks).collect()
}

/// Returns policies whose statements have elements of different examples.
fn mixed() -> Vec<(String, String)> {
    let mut elements = BTreeMap::<String, Vec<String>>::new();
    for (_, text) in examples() {
        let Ok(tree) = json::parse(text.as_bytes()) else { continue };
        let Some(policy) = Document::from_tree(&tree) else { continue };
        for (name, node) in policy.statements().flat_map(|statement| statement.members().iter()) {
            elements.entry(name.text.to_owned()).or_default().push(node.value.to_string());
        }
    }
    let mut random = Random(2);
    let mut statement = || {
        let mut members = Vec::new();
        for (name, values) in &elements {
            let is_frequent = matches!(&**name, "Effect" | "Action" | "Resource" | "Principal" | "Condition");
            if random.below(12) < if is_frequent { 9 } else { 1 } {
                members.push(format!("\"{name}\": {}", values[random.below(values.len())]));
            }
        }
        format!("{{{}}}", members.join(", "))
    };
    let policy = |number: usize| {
        let statements: Vec<_> = (0..=number % 3).map(|_| statement()).collect();
        let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.join(", "));
        (format!("mixed policy {number}"), text)
    };
    (0..MIXED).map(policy).collect()
}

/// Returns the policies of the directory that `CATALOG_POLICIES` names.
fn published() -> Vec<(String, String)> {
    let Some(folder) = env::var_os("CATALOG_POLICIES") else {
        eprintln!("skipped: CATALOG_POLICIES is not set to a directory of policies");
        return Vec::new();
    };
    let mut policies = Vec::new();
    let mut folders = vec![Path::new(&folder).to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                policies.push((path.display().to_string(), fs::read_to_string(path).unwrap()));
            }
        }
    }
    policies.sort();
    policies
}

/// Returns values that fill holes of any type: strings, and parts of the policy itself.
fn wholes(tree: &Value<'static>) -> Vec<Value<'static>> {
    let mut values: Vec<_> =
        PARTS.iter().map(|text| Value::new(Span::default(), Data::String((*text).into()))).collect();
    values.push(Value::new(Span::default(), Data::Array(Vec::new())));
    values.push(Value::new(Span::default(), Data::Object(Vec::new())));
    collect(tree, &mut values);
    values
}

fn collect(value: &Value<'static>, values: &mut Vec<Value<'static>>) {
    match &value.data {
        Data::Array(items) => items.iter().for_each(|item| collect(item, values)),
        Data::Object(members) => members.iter().for_each(|member| collect(&member.value, values)),
        _ => {}
    }
    values.push(value.clone());
}

/// Adds a violation, with an example, to those of the same kind.
fn add(violations: &mut BTreeMap<String, (usize, String)>, kind: String, example: impl FnOnce() -> String) {
    violations.entry(kind).or_insert_with(|| (0, example())).0 += 1;
}

fn has(findings: &[Finding], wanted: &Finding) -> bool {
    findings.iter().any(|found| found.id == wanted.id && found.span == wanted.span)
}

/// Checks policies with random holes. Returns the violations.
fn violations(policies: &[(String, String)], rounds: usize) -> BTreeMap<String, (usize, String)> {
    let mut violations = BTreeMap::new();
    let mut random = Random(1);
    for (name, text) in policies {
        let Ok(tree) = json::parse(text.as_bytes()) else { continue };
        let tree = owned(&tree);
        let inferred = PolicyKind::infer(&tree);
        let fillings = wholes(&tree);
        for round in 0..rounds {
            let kind = if round % 4 == 3 { PolicyKind::ALL[random.below(PolicyKind::ALL.len())] } else { inferred };
            let original = findings(&tree, kind);
            // The check stops at a number of findings, so a hole uncovers others.
            if original.iter().any(|finding| finding.id == FindingId::TooManyFindings) {
                continue;
            }
            let mut holed = tree.clone();
            let made: Vec<_> = (0..=round % 2).filter_map(|_| make_hole(&mut holed, &mut random)).collect();
            let found = findings(&holed, kind);
            let shown = |finding: &Finding| format!("{name} as {kind}: {finding} at {}\n{holed}", finding.pointer);
            for finding in &found {
                if finding.message.contains("<<value>>*")
                    || finding.suggestion.as_ref().is_some_and(|text| text.contains("<<"))
                {
                    add(&mut violations, format!("message {}", finding.id), || shown(finding));
                }
                if !has(&original, finding) && !scope::is_preceded(finding, &original) {
                    add(&mut violations, format!("added {}", finding.id), || shown(finding));
                }
            }
            for finding in &original {
                if kind != PolicyKind::Resource && !has(&found, finding) && !depends(finding, &made, &tree) {
                    add(&mut violations, format!("silenced {}", finding.id), || shown(finding));
                }
            }
            for _ in 0..3 {
                let (part, whole) = (PARTS[random.below(PARTS.len())], &fillings[random.below(fillings.len())]);
                let mut filled = holed.clone();
                fill(&mut filled, part, whole);
                let after = findings(&filled, kind);
                for finding in &found {
                    if !has(&after, finding) && !scope::is_preceded(finding, &after) {
                        add(&mut violations, format!("unsound {}", finding.id), || {
                            format!("{} filled with {part:?} or {whole}", shown(finding))
                        });
                    }
                }
            }
        }
    }
    violations
}

/// Returns true if a hole may silence a finding.
fn depends(finding: &Finding, made: &[Span], tree: &Value<'static>) -> bool {
    made.iter().any(|hole| match scope::of(finding.id) {
        Scope::Policy => true,
        Scope::Elements(elements) if scope::is_in(tree, *hole, finding.span, elements) => true,
        Scope::Statements(elements) if scope::is_in_any(tree, *hole, elements) => true,
        Scope::Elements(_) | Scope::Statements(_) | Scope::Place => scope::is_around(tree, *hole, finding.span),
    })
}

fn assert_none(violations: &BTreeMap<String, (usize, String)>) {
    let shown: Vec<_> =
        violations.iter().map(|(kind, (count, example))| format!("{kind} ({count}): {example}")).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n\n"));
}

#[test]
fn holes_in_the_examples_add_no_finding_and_silence_none_without_need() {
    assert_none(&violations(&examples(), ROUNDS));
}

#[test]
fn holes_in_mixed_policies_add_no_finding_and_silence_none_without_need() {
    assert_none(&violations(&mixed(), ROUNDS / 2));
}

/// Replaces the account IDs and regions in strings by parts of a known form.
fn form(value: &mut Value<'static>) {
    const FORMED: &[(&str, &str, &str)] =
        &[("111122223333", "<<account>>", "123456789012"), ("eu-west-1", "<<region>>", "us-east-1")];
    match &mut value.data {
        Data::Array(values) => values.iter_mut().for_each(form),
        Data::Object(members) => members.iter_mut().for_each(|member| form(&mut member.value)),
        Data::String(text) => {
            let known = |text: &str| (!text.is_empty()).then(|| Piece::Known(text.to_owned().into()));
            for (found, written, example) in FORMED {
                if let Some((before, after)) = text.split_once(found) {
                    let formed = Piece::Formed { written: (*written).into(), example };
                    let pieces = [known(before), Some(formed), known(after)];
                    value.data = Data::Hole(Box::new(Hole::new(pieces.into_iter().flatten())));
                    return;
                }
            }
        }
        _ => {}
    }
}

#[test]
fn a_part_of_a_known_form_has_the_findings_of_a_value() {
    let mut violations = BTreeMap::new();
    for (name, text) in examples().into_iter().chain(mixed()) {
        let Ok(tree) = json::parse(text.as_bytes()) else { continue };
        let tree = owned(&tree);
        let mut formed = tree.clone();
        form(&mut formed);
        for kind in PolicyKind::ALL {
            let (original, found) = (findings(&tree, *kind), findings(&formed, *kind));
            for finding in found.iter().filter(|finding| !has(&original, finding)) {
                add(&mut violations, format!("added {}", finding.id), || format!("{name}: {finding}\n{formed}"));
            }
            for finding in found.iter().filter(|finding| finding.message.contains("123456789012")) {
                add(&mut violations, format!("shown {}", finding.id), || format!("{name}: {finding}\n{formed}"));
            }
            for finding in original.iter().filter(|finding| !has(&found, finding)) {
                add(&mut violations, format!("silenced {}", finding.id), || format!("{name}: {finding}\n{formed}"));
            }
        }
    }
    assert_none(&violations);
}

#[test]
fn holes_in_published_policies_add_no_finding_and_silence_none_without_need() {
    assert_none(&violations(&published(), 2));
}
