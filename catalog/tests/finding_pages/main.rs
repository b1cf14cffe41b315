//! Checks the pages in `catalog/findings`, which are generated from the rules. No page is missing, left over or stale.
//! The example of each page has the finding, and the fix of each page is clean.
//!
//! Set `UPDATE_PAGES=1` to write the pages.

#![cfg(all(feature = "policy", feature = "std"))]
#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod markdown;
mod page;

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use catalog::policy::FindingId;
use page::Page;

const UPDATE: &str = "UPDATE_PAGES";

/// The pages that are not about a rule.
const OTHERS: &[&str] = &["README.md", "access-analyzer.md"];

/// The head of the table in the index page. Everything after it is generated.
const TABLE: &str = "| finding | severity | group | what it checks |\n| --- | --- | --- | --- |\n";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("findings")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n")
}

/// Returns true if a file has these contents. With `UPDATE_PAGES`, writes the contents and returns true.
fn has(path: &Path, text: &str) -> bool {
    if read(path) == text {
        return true;
    }
    let update = env::var_os(UPDATE).is_some();
    if update {
        fs::write(path, text).unwrap();
    }
    update
}

#[test]
fn every_finding_has_its_page_and_no_page_is_left_over() {
    let pages = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let pages: BTreeSet<_> = pages.filter(|name| !OTHERS.contains(&&**name)).collect();
    let expected: BTreeSet<_> = FindingId::ALL.iter().map(|id| format!("{id}.md")).collect();
    let missing: Vec<_> = expected.difference(&pages).collect();
    let left_over: Vec<_> = pages.difference(&expected).collect();
    assert!(missing.is_empty() && left_over.is_empty(), "missing: {missing:?}, left over: {left_over:?}");
}

#[test]
fn examples_are_found_and_fixes_are_clean() {
    let mut wrong = Vec::new();
    // If the pages state no dependent actions, the rule finds nothing.
    let states_none = catalog::actions().all(|action| action.needs().is_none());
    let skipped = states_none.then_some(FindingId::DependentActionMissing);
    for id in FindingId::ALL.iter().filter(|id| Some(**id) != skipped) {
        let path = folder().join(format!("{id}.md"));
        match Page::read(*id).and_then(|page| page.write()) {
            Ok(text) if has(&path, &text) => {}
            Ok(text) => wrong.push(format!("{id}: stale: run with `{UPDATE}=1` to update it:\n{text}")),
            Err(error) => wrong.push(format!("{id}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_index_has_them_all() {
    let path = folder().join("README.md");
    let text = read(&path);
    let Some((by_hand, _)) = text.split_once(TABLE) else { panic!("the index has no table") };
    let rows = FindingId::ALL.iter().map(|id| {
        let summary = id.summary().replace('|', "\\|");
        format!("| [{id}]({id}.md) | {} | {} | {summary} |\n", id.severity(), id.group())
    });
    let expected = format!("{by_hand}{TABLE}{}", rows.collect::<String>());
    assert!(has(&path, &expected), "the table does not match the findings: run with `{UPDATE}=1` to update it");
}

/// Checks that the links between pages resolve.
#[test]
fn links_lead_to_pages() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        for link in read(&path).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let is_there = link.starts_with("https://") || folder().join(link).exists();
            assert!(is_there, "{} has a broken link: `{link}`", path.display());
        }
    }
}
