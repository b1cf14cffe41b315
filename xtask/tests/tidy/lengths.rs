//! Checks that no source file is too long, because a file beyond the limit usually has more than one responsibility.

use crate::{
    tree::Tree,
    violation::{Violation, assert_none},
};

/// The maximum number of lines of code in a file, without blank lines, comments, and the unit tests at its end.
const LIMIT: usize = 300;

/// The maximum number of lines of code in a file of tests, which has many similar cases.
const TEST_LIMIT: usize = 500;

/// Files that may be longer, each with the reason.
const ALLOWED: &[(&str, &str)] = &[];

fn lengths(tree: &Tree, allowed: &[(&str, &str)]) -> Vec<Violation> {
    let mut found = Vec::new();
    for (path, text) in tree.hand_written() {
        let (lines, limit) = (lines_of_code(text), if is_test(path) { TEST_LIMIT } else { LIMIT });
        let is_allowed = allowed.iter().any(|(allowed, _)| *allowed == path);
        if lines > limit && !is_allowed {
            let wrong = format!("{lines} lines of code, and the limit is {limit}");
            found.push(Violation::new(path, 1, wrong, "split the file by its responsibilities"));
        } else if lines <= limit && is_allowed {
            let wrong = format!("the file is listed as a long file, but has only {lines} lines of code");
            found.push(Violation::new(path, 1, wrong, "remove it from `ALLOWED` in xtask/tests/tidy/lengths.rs"));
        }
    }
    for (path, reason) in allowed {
        if !tree.hand_written().any(|(file, _)| file == *path) {
            let remedy = "remove it from `ALLOWED` in xtask/tests/tidy/lengths.rs";
            found.push(Violation::new(path, 1, "the file is listed as a long file, but does not exist", remedy));
        }
        if reason.is_empty() {
            found.push(Violation::new(
                path,
                1,
                "the file is listed as a long file without a reason",
                "state the reason",
            ));
        }
    }
    found
}

fn is_test(path: &str) -> bool {
    path.starts_with("tests/") || path.contains("/tests/") || path.ends_with("/tests.rs")
}

/// Returns the number of lines, except blank lines, comments, and the block of unit tests as `rustfmt` writes it.
fn lines_of_code(text: &str) -> usize {
    let mut lines = text.lines().peekable();
    let mut count = 0;
    while let Some(line) = lines.next() {
        let is_block = |next: &&str| next.starts_with("mod ") && next.ends_with('{');
        if line == "#[cfg(test)]" && lines.peek().is_some_and(is_block) {
            lines.by_ref().find(|line| *line == "}");
        } else if !line.trim().is_empty() && !line.trim_start().starts_with("//") {
            count += 1;
        }
    }
    count
}

#[test]
fn no_source_is_long() {
    assert_none(lengths(Tree::repository(), ALLOWED));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    fn found(path: &str, lines_of_code: usize, allowed: &[(&str, &str)]) -> Vec<String> {
        let tests = "#[cfg(test)]\nmod tests {\n    fn a() {}\n}\n";
        let text = format!("//! A head.\n\n{}{tests}", "let a;\n".repeat(lines_of_code));
        lines(&lengths(&Tree::made_up(&[(path, &text)]), allowed))
    }

    #[test]
    fn code_is_counted_and_nothing_else() {
        let text = "//! A.\n\nuse a;\n\n/// B.\nfn b() {\n    // C.\n}\n#[cfg(test)]\nmod tests {\n\
                    fn d() {}\n}\nfn e() {}\n";
        assert_eq!(lines_of_code(text), 4);
        assert_eq!(lines_of_code("#[cfg(test)]\nmod tests;\n"), 2);
    }

    #[test]
    fn a_long_file_is_reported() {
        assert_eq!(found("src/a.rs", LIMIT, &[]), <[&str; 0]>::default());
        let long = "src/a.rs:1: 301 lines of code, and the limit is 300: split the file by its responsibilities";
        assert_eq!(found("src/a.rs", LIMIT + 1, &[]), [long]);
    }

    #[test]
    fn tests_may_be_longer() {
        assert_eq!(found("a/tests/a.rs", TEST_LIMIT, &[]), <[&str; 0]>::default());
        assert_eq!(found("a/tests/a.rs", TEST_LIMIT + 1, &[]).len(), 1);
    }

    #[test]
    fn an_exception_needs_a_long_file_and_a_reason() {
        assert_eq!(found("src/a.rs", LIMIT + 1, &[("src/a.rs", "a table")]), <[&str; 0]>::default());
        let stale = found("src/a.rs", LIMIT, &[("src/a.rs", "a table")]);
        assert!(stale[0].contains("has only 300 lines of code: remove it from `ALLOWED`"), "{stale:?}");
        let missing = found("src/a.rs", 1, &[("src/b.rs", "a table")]);
        assert!(missing[0].contains("src/b.rs:1: the file is listed as a long file, but"), "{missing:?}");
        assert!(found("src/a.rs", LIMIT + 1, &[("src/a.rs", "")])[0].contains("without a reason"));
    }
}
