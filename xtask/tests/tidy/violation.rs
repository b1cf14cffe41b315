//! Describes a place that breaks a rule, and reports all such places at once.

use std::fmt;

/// A place that breaks a rule, with the problem and the fix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    path: String,
    line: usize,
    wrong: String,
    remedy: String,
}

impl Violation {
    /// Creates a violation in a line of a file. The first line is 1.
    pub(crate) fn new(path: &str, line: usize, wrong: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, wrong: wrong.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.path, self.line, self.wrong, self.remedy)
    }
}

/// Fails with every violation, sorted by path and line.
///
/// # Panics
/// If there is a violation.
#[track_caller]
pub(crate) fn assert_none(mut violations: Vec<Violation>) {
    violations.sort();
    violations.dedup();
    let lines: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{} violations\n\n{}\n", lines.len(), lines.join("\n"));
}

/// Returns the violations as lines, for comparison in the unit tests of a rule.
pub(crate) fn lines(violations: &[Violation]) -> Vec<String> {
    let mut lines: Vec<String> = violations.iter().map(ToString::to_string).collect();
    lines.sort();
    lines
}

#[test]
fn a_violation_names_the_place_the_problem_and_the_remedy() {
    let violation = Violation::new("a/b.rs", 3, "the file is empty", "delete it");
    assert_eq!(violation.to_string(), "a/b.rs:3: the file is empty: delete it");
}

#[test]
#[should_panic(expected = "2 violations\n\na.rs:1: x: y\nb.rs:1: x: y\n")]
fn all_violations_are_reported_sorted_and_once() {
    let violation = |path| Violation::new(path, 1, "x", "y");
    assert_none(vec![violation("b.rs"), violation("a.rs"), violation("b.rs")]);
}
