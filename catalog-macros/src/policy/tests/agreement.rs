//! Tests that a policy has the same findings at compile time and at run time. Findings that need facts are the
//! exception, because the index has only names.

use std::{collections::BTreeMap, env, fs, path::Path, str::FromStr as _};

use catalog_policy::{
    self, Config, Finding, FindingId, PolicyKind,
    json::{self, Data, Value},
};
use proc_macro2::{TokenStream, TokenTree};

use super::{super::tokens::SourceTree, index};
use crate::errors::Errors;

/// The parts of a finding: id, pointer, span, message, suggestion.
type Found = (&'static str, String, (u32, u32), String, Option<String>);

fn found(finding: &Finding) -> Found {
    let Finding { id, pointer, span, message, suggestion, .. } = finding.clone();
    (id.name(), pointer, (span.start, span.end), message, suggestion)
}

fn found_at_run_time(text: &[u8], kind: PolicyKind) -> Vec<Found> {
    let findings = catalog::policy::check(text, kind, &Config::new());
    findings.iter().filter(|finding| !finding.id.needs_facts()).map(found).collect()
}

/// Returns the tree that `policy!` makes of JSON source, or `None` if the source is not valid Rust tokens.
fn tree(text: &[u8]) -> Option<SourceTree> {
    // Rust does not have JSON's escapes `\u00e9`, `\/`, `\b` and `\f`.
    let tokens = TokenStream::from_str(std::str::from_utf8(text).ok()?).ok()?;
    let Some(TokenTree::Group(group)) = tokens.into_iter().next() else { return None };
    let mut errors = Errors::default();
    let tree = SourceTree::read(&group, &mut errors);
    assert!(errors.is_empty(), "{}: {}", String::from_utf8_lossy(text), errors.into_tokens());
    tree
}

/// Maps the place of each token to its bytes in the source, by walking over two trees of the same shape.
fn spans(tokens: &Value<'_>, text: &Value<'_>, into: &mut BTreeMap<json::Span, json::Span>) {
    into.insert(tokens.span, text.span);
    match (&tokens.data, &text.data) {
        (Data::Array(tokens), Data::Array(texts)) => {
            assert_eq!(tokens.len(), texts.len());
            tokens.iter().zip(texts).for_each(|(tokens, text)| spans(tokens, text, into));
        }
        (Data::Object(tokens), Data::Object(texts)) => {
            assert_eq!(tokens.len(), texts.len());
            for (tokens, text) in tokens.iter().zip(texts) {
                assert_eq!(tokens.name, text.name);
                into.insert(tokens.name_span, text.name_span);
                spans(&tokens.value, &text.value, into);
            }
        }
        (tokens, text) => assert_eq!(tokens, text),
    }
}

/// Checks that a policy has the same findings at run time, as a file, and as Rust tokens.
///
/// Returns false if the policy is not valid as Rust tokens. In that case, only the findings at run time and of the file
/// are compared.
fn agree(text: &[u8], kind: PolicyKind) -> bool {
    let shown = || format!("{kind}: {}", String::from_utf8_lossy(text));
    let expected = found_at_run_time(text, kind);
    let of_file: Vec<_> =
        catalog_policy::check_text(text, kind, index(), &Config::new()).findings.iter().map(found).collect();
    assert_eq!(of_file, expected, "{}", shown());

    let Ok(text_tree) = json::parse(text) else { return false };
    let Some(tree) = tree(text) else { return false };
    let mut places = BTreeMap::new();
    spans(&tree.value, &text_tree, &mut places);
    let mut findings = catalog_policy::check(&tree.value, kind, index(), &Config::new()).findings;
    for finding in &mut findings {
        finding.span = places[&finding.span];
    }
    // Tokens have no white space before the policy.
    let expected: Vec<_> = expected.into_iter().filter(|finding| finding.0 != "leading-blanks").collect();
    assert_eq!(findings.iter().map(found).collect::<Vec<_>>(), expected, "{}", shown());
    // The JSON that the macro writes into the program has the same values.
    let written = tree.value.to_string();
    let rewritten = json::parse(written.as_bytes()).unwrap();
    spans(&tree.value, &rewritten, &mut BTreeMap::new());
    true
}

/// Collects the policies in a directory and its subdirectories.
fn policies(directory: &Path, into: &mut Vec<Vec<u8>>) {
    let entries = fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            policies(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            into.push(fs::read(&path).unwrap());
        }
    }
}

#[test]
fn on_the_policies_of_the_repository() {
    let mut texts = Vec::new();
    policies(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog/tests/policies")), &mut texts);
    assert!(texts.len() >= 3);
    for kind in PolicyKind::ALL {
        assert!(texts.iter().all(|text| agree(text, *kind)));
    }
}

/// Checks the policies on the page of every finding: an example that causes the finding, and its fix.
#[test]
fn on_the_page_of_every_finding() {
    // These findings are about a size, the configuration, YAML or a template, so no policy on their pages causes them.
    let elsewhere =
        ["large", "too-large", "too-many-findings", "unneeded-", "malformed-yaml", "unknown-policy-template"];
    for id in FindingId::ALL {
        let page = format!("{}/../catalog/findings/{id}.md", env!("CARGO_MANIFEST_DIR"));
        let page = fs::read_to_string(&page).unwrap_or_else(|error| panic!("{page}: {error}"));
        let mut is_found = false;
        for policy in page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            for kind in PolicyKind::ALL {
                agree(policy.as_bytes(), *kind);
                is_found |= found_at_run_time(policy.as_bytes(), *kind).iter().any(|found| found.0 == id.name());
            }
        }
        let is_elsewhere = elsewhere.iter().any(|name| id.name().starts_with(name));
        // The configuration of the test is the default one.
        let is_off = !id.group().is_on_by_default();
        assert!(is_found || id.needs_facts() || is_elsewhere || is_off, "{id}");
    }
}

#[test]
fn on_the_policies_of_aws() {
    let Some(directory) = env::var_os("CATALOG_POLICIES") else {
        eprintln!("skipped: CATALOG_POLICIES does not name a directory of policies");
        return;
    };
    let mut texts = Vec::new();
    policies(&Path::new(&directory).join("managed"), &mut texts);
    let as_tokens = texts.iter().filter(|text| agree(text, PolicyKind::Identity)).count();
    assert!(as_tokens * 10 > texts.len() * 9, "only {as_tokens} of {} policies are valid as Rust tokens", texts.len());
}
