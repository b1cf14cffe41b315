//! Checks that the linter reports each check of IAM Access Analyzer on its own examples, and no other check on them.
//!
//! The examples are the files `CODE.KIND.json` in this directory. A check with several examples has more words before the
//! kind.
//!
//! With `UPDATE_PAGES=1`, the tests write the page `catalog/findings/access-analyzer.md`, the rules that report each check
//! into `docs-src/facts/access_analyzer_checks.toml`, and the list `PENDING`. Then run `cargo xtask regen`.

#![cfg(all(feature = "policy", feature = "std"))]
#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod examples;
mod page;
mod pending;
mod table;

use std::{collections::BTreeSet, env, fs, path::Path};

use catalog::policy::{AccessAnalyzerCheck, AccessAnalyzerFindingType, FindingId, Group, Severity};
use examples::{Example, examples, rules};
use pending::PENDING;

/// Returns the problem of an example, or `None` if the linter finds its check and no other.
fn problem(example: &Example) -> Option<String> {
    let check = match &example.check {
        Ok(check) => *check,
        Err(error) => return Some(error.clone()),
    };
    let named: BTreeSet<_> = example.named().into_iter().map(|(check, _)| check).collect();
    if named == BTreeSet::from([check]) {
        return None;
    }
    let found = example.findings.iter().map(|finding| {
        let code = finding.access_analyzer.map_or("no check", AccessAnalyzerCheck::code);
        format!("\n    {code} at {}: {finding}", finding.pointer)
    });
    let found: String = found.collect();
    Some(format!("expected only {check}, found{}", if found.is_empty() { " nothing" } else { &found }))
}

/// Returns the checks whose examples are all found.
fn finished(examples: &[Example]) -> BTreeSet<AccessAnalyzerCheck> {
    let checks = |is_found: bool| {
        let examples = examples.iter().filter(move |example| problem(example).is_none() == is_found);
        examples.filter_map(|example| example.check.clone().ok()).collect::<BTreeSet<_>>()
    };
    &checks(true) - &checks(false)
}

#[test]
fn each_example_has_a_finding_about_its_check_and_about_no_other() {
    let examples = examples();
    let finished = finished(&examples);
    if is_update() {
        table::write_pending(&finished);
    }
    let is_pending = |example: &Example| example.check.as_ref().is_ok_and(|check| PENDING.contains(&check.code()));
    let mut problems = Vec::new();
    for (example, problem) in examples.iter().filter_map(|example| Some((example, problem(example)?))) {
        let problem = format!("{}: {problem}", example.file);
        if is_pending(example) {
            eprintln!("pending: {problem}");
        } else {
            problems.push(problem);
        }
    }
    let with_example: BTreeSet<_> = examples.iter().filter_map(|example| example.check.as_ref().ok()).collect();
    for check in AccessAnalyzerCheck::ALL {
        let (code, has_example) = (check.code(), with_example.contains(check));
        match check.unreported() {
            Some(_) if has_example => {
                problems.push(format!("{code}: it has an example and a reason why no rule reports it"));
            }
            None if PENDING.contains(&code) && finished.contains(check) && !is_update() => {
                problems.push(format!("{code}: remove it from `PENDING`, because a rule reports it"));
            }
            None if !PENDING.contains(&code) && !has_example => {
                problems.push(format!("{code}: add an example `{code}.KIND.json`, or state why no rule reports it"));
            }
            _ => {}
        }
    }
    let unknown = PENDING.iter().filter(|code| AccessAnalyzerCheck::from_code(code).is_none());
    problems.extend(unknown.map(|code| format!("{code}: `PENDING` has a code that does not exist")));
    let count = problems.len();
    assert!(problems.is_empty(), "{count} problems of {} examples\n\n{}\n", examples.len(), problems.join("\n"));
}

/// Checks that the rules about Access Analyzer's security warnings are not hints about style. If AWS refuses the policy, the
/// rule is an error of another group.
#[test]
fn the_rules_about_security_warnings_are_warnings_in_the_group_security() {
    let wrong = |(check, ids): (AccessAnalyzerCheck, BTreeSet<FindingId>)| {
        let is_security = check.finding_type() == AccessAnalyzerFindingType::SecurityWarning;
        let is_right = |id: &FindingId| match id.severity() {
            Severity::Error => true,
            Severity::Warning => id.group() == Group::Security,
            Severity::Note => false,
        };
        let ids: Vec<_> = ids.into_iter().filter(|id| is_security && !is_right(id)).collect();
        (!ids.is_empty()).then(|| format!("{check}: {ids:?}"))
    };
    let wrong: Vec<_> = rules(&examples()).into_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns true if the tests write the page and the table.
fn is_update() -> bool {
    env::var_os("UPDATE_PAGES").is_some()
}

#[test]
fn the_table_states_the_rules_of_each_check() {
    let rules = rules(&examples());
    if is_update() {
        return table::write(&rules);
    }
    let differences = table::differences(&rules);
    assert!(
        differences.is_empty(),
        "{}

the table is stale: run with `UPDATE_PAGES=1`, then `cargo xtask regen`",
        differences.join("\n")
    );
}

#[test]
fn the_page_lists_every_check() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("findings/access-analyzer.md");
    let expected = page::page(&rules(&examples()));
    if is_update() {
        fs::write(&path, &expected).unwrap();
    }
    let page = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(page == expected, "the page is stale: run with `UPDATE_PAGES=1` to update it");
}
