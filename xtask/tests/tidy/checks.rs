//! Checks that one place in the linter names each check of IAM Access Analyzer, or that the table of checks states why
//! none does.

#[path = "../../../catalog/tests/access_analyzer/pending.rs"]
mod pending;

use std::collections::BTreeMap;

use crate::{
    tree::Tree,
    violation::{Violation, assert_none},
};
use pending::PENDING;

/// The table of checks.
const TABLE: &str = "docs-src/facts/access_analyzer_checks.toml";

/// The sources that report findings.
const SOURCES: &str = "catalog/policy/src/";

/// The enum of the checks.
const ENUM: &str = "AccessAnalyzerCheck";

fn checks(tree: &Tree, pending: &[&str]) -> Vec<Violation> {
    let text = tree.get(TABLE).unwrap_or_default();
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{TABLE}: {error}"));
    let table = table.get("check").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut named = named(tree);
    let mut found = Vec::new();
    for check in table {
        let Some(code) = check.get("code").and_then(toml::Value::as_str) else { continue };
        let line = line_of(text, &format!("code = \"{code}\""));
        let variant = pascal_case(code);
        let places = named.remove(&variant).unwrap_or_default();
        let (path, is_unreported) = (format!("{ENUM}::{variant}"), check.get("unreported").is_some());
        let violation = |wrong: String, remedy: &str| Violation::new(TABLE, line, wrong, remedy);
        let place = places.first().map(|(file, line)| format!("{file}:{line}")).unwrap_or_default();
        match places.as_slice() {
            [] if is_unreported || pending.contains(&code) => {}
            [] => found.push(violation(
                format!("no source names `{path}`"),
                "report a finding about it, or state the reason in `unreported`",
            )),
            [_, ..] if is_unreported => {
                found.push(violation(format!("`{path}` is reported in {place}"), "remove `unreported`"));
            }
            [_] => {}
            [_, more @ ..] => found.extend(more.iter().map(|(file, line)| {
                let wrong = format!("`{path}` is also named in {place}");
                Violation::new(file, *line, wrong, "name each check at one place")
            })),
        }
    }
    for (variant, (file, line)) in named.iter().flat_map(|(name, places)| places.iter().map(move |at| (name, at))) {
        let wrong = format!("`{ENUM}::{variant}` is not a check");
        let remedy = format!("name a single check of {TABLE}, without an import of its name");
        found.push(Violation::new(file, *line, wrong, remedy));
    }
    found
}

/// Returns the names of checks in the sources, without comments and tests. Each has its files and lines.
fn named(tree: &Tree) -> BTreeMap<String, Vec<(&str, usize)>> {
    let mut named: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let is_test = |path: &str| path.contains("/tests/") || path.ends_with("/tests.rs") || path.contains("/testing");
    for (path, text) in tree.hand_written().filter(|(path, _)| path.starts_with(SOURCES) && !is_test(path)) {
        let code = text.lines().zip(1..).take_while(|(line, _)| *line != "#[cfg(test)]");
        let alias = text.split(&format!("{ENUM} as ")).nth(1).and_then(|rest| rest.split(';').next());
        for (line, number) in code.filter(|(line, _)| !line.trim_start().starts_with("//")) {
            for name in members(line, ENUM).chain(alias.into_iter().flat_map(|alias| members(line, alias))) {
                // The constants and functions of the enum are not checks.
                if name != "ALL" && !name.starts_with(char::is_lowercase) {
                    named.entry(name.to_owned()).or_default().push((path, number));
                }
            }
        }
    }
    named
}

/// Returns the names that follow `NAME::` in a line.
fn members<'t>(line: &'t str, name: &str) -> impl Iterator<Item = &'t str> {
    let starts = line.match_indices(&format!("{name}::")).map(|(at, path)| (at, at + path.len())).collect::<Vec<_>>();
    starts.into_iter().filter_map(move |(at, end)| {
        let is_whole = line.get(..at).is_none_or(|before| !before.ends_with(char::is_alphanumeric));
        let rest = line.get(end..).filter(|_| is_whole)?;
        rest.split(|c: char| !c.is_alphanumeric()).next()
    })
}

/// Returns the variant of a code: `InvalidAction` for `INVALID_ACTION`.
fn pascal_case(code: &str) -> String {
    let mut words = code.split('_').filter_map(|word| word.split_at_checked(1));
    words.by_ref().map(|(first, rest)| first.to_owned() + &rest.to_lowercase()).collect()
}

/// Returns the number of the first line that contains a string.
fn line_of(text: &str, part: &str) -> usize {
    text.lines().position(|line| line.contains(part)).map_or(1, |line| line + 1)
}

#[test]
fn each_check_of_access_analyzer_is_named_at_one_place() {
    assert_none(checks(Tree::repository(), PENDING));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    const CODES: &str = "[[check]]\ncode = \"EMPTY_SID_VALUE\"\n\n[[check]]\ncode = \"MISSING_ACTION\"\n";

    /// Returns the violations of rules, each with its file and its source.
    fn found(table: &str, rules: &[(&str, &str)], pending: &[&str]) -> Vec<String> {
        let rules: Vec<_> = rules.iter().map(|(file, text)| (format!("{SOURCES}{file}"), *text)).collect();
        let rules = rules.iter().map(|(path, text)| (path.as_str(), *text));
        lines(&checks(&Tree::made_up(&rules.chain([(TABLE, table)]).collect::<Vec<_>>()), pending))
    }

    const SID: (&str, &str) = ("a.rs", "about(AccessAnalyzerCheck::EmptySidValue);\n");
    const ACTION: (&str, &str) = ("b.rs", "about(finding::AccessAnalyzerCheck::MissingAction);\n");

    #[test]
    fn a_check_with_one_place_or_a_reason_is_accepted() {
        assert_eq!(found(CODES, &[SID, ACTION], &[]), <[&str; 0]>::default());
        let table = format!("{CODES}unreported = \"No policy can have it.\"\n");
        assert_eq!(found(&table, &[SID], &[]), <[&str; 0]>::default());
        assert_eq!(found(CODES, &[SID], &["MISSING_ACTION"]), <[&str; 0]>::default());
    }

    #[test]
    fn a_check_can_be_named_by_an_alias() {
        let alias = ("b.rs", "use AccessAnalyzerCheck as Check;\nCheck::MissingAction\n");
        assert_eq!(found(CODES, &[SID, alias], &[]), <[&str; 0]>::default());
        let (wrong, both) = (found(CODES, &[SID], &[]), ("b.rs", "OtherCheck::MissingAction"));
        assert_eq!(found(CODES, &[SID, both], &[]), wrong);
    }

    #[test]
    fn a_check_without_a_place_is_reported() {
        let expected = "docs-src/facts/access_analyzer_checks.toml:5: no source names \
                        `AccessAnalyzerCheck::MissingAction`: report a finding about it, or state the reason in `unreported`";
        assert_eq!(found(CODES, &[SID], &[]), [expected]);
        let test =
            ("b.rs", "//! AccessAnalyzerCheck::MissingAction\n#[cfg(test)]\nAccessAnalyzerCheck::MissingAction;\n");
        let of_tests = ("testing.rs", "AccessAnalyzerCheck::MissingAction\n");
        assert_eq!(found(CODES, &[SID, test, of_tests], &[]), [expected]);
    }

    #[test]
    fn a_second_place_is_reported() {
        let both = ("c.rs", "\nAccessAnalyzerCheck::MissingAction, AccessAnalyzerCheck::EmptySidValue\n");
        assert_eq!(
            found(CODES, &[SID, ACTION, both], &[]),
            [
                "catalog/policy/src/c.rs:2: `AccessAnalyzerCheck::EmptySidValue` is also named in \
                 catalog/policy/src/a.rs:1: name each check at one place",
                "catalog/policy/src/c.rs:2: `AccessAnalyzerCheck::MissingAction` is also named in \
                 catalog/policy/src/b.rs:1: name each check at one place",
            ]
        );
    }

    #[test]
    fn a_needless_reason_is_reported() {
        let table = format!("{CODES}unreported = \"No policy can have it.\"\n");
        let wrong = "docs-src/facts/access_analyzer_checks.toml:5: `AccessAnalyzerCheck::MissingAction` is reported in \
                     catalog/policy/src/b.rs:1: remove `unreported`";
        assert_eq!(found(&table, &[SID, ACTION], &[]), [wrong]);
    }

    #[test]
    fn another_name_is_reported() {
        let import = ("c.rs", "use crate::finding::AccessAnalyzerCheck::{self};\nAccessAnalyzerCheck::Other;\n");
        let found = found(CODES, &[SID, ACTION, import], &[]);
        assert!(
            found[0].starts_with("catalog/policy/src/c.rs:1: `AccessAnalyzerCheck::` is not a check: "),
            "{found:?}"
        );
        assert!(found[1].starts_with("catalog/policy/src/c.rs:2: `AccessAnalyzerCheck::Other` is not"), "{found:?}");
    }
}
