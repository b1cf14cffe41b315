//! Checks that each invariant of ARCHITECTURE.md names the test that checks it, and that the test exists.

use crate::{
    tree::{Tree, extension},
    violation::{Violation, assert_none},
};

const PAGE: &str = "ARCHITECTURE.md";
const MARK: &str = "* **Invariant:**";

/// An invariant: its line, and the text of its list item on one line.
struct Invariant {
    line: usize,
    text: String,
}

fn invariants(tree: &Tree) -> Vec<Violation> {
    let items = items(tree.get(PAGE).unwrap_or_default());
    let mut found: Vec<Violation> = items.iter().flat_map(|invariant| check(tree, invariant)).collect();
    if items.is_empty() {
        found.push(Violation::new(PAGE, 1, format!("there is no `{MARK}`"), "state the invariants"));
    }
    found
}

/// Returns the invariants. The further lines of an item are indented.
fn items(page: &str) -> Vec<Invariant> {
    let mut items: Vec<Invariant> = Vec::new();
    let mut is_open = false;
    for (number, line) in page.lines().enumerate() {
        if let Some(text) = line.strip_prefix(MARK) {
            items.push(Invariant { line: number + 1, text: text.trim().to_owned() });
            is_open = true;
        } else if is_open && line.starts_with("  ") {
            if let Some(last) = items.last_mut() {
                last.text = format!("{} {}", last.text, line.trim());
            }
        } else {
            is_open = false;
        }
    }
    items
}

fn check(tree: &Tree, invariant: &Invariant) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut places: Vec<&str> = Vec::new();
    let mut has_place = false;
    // In `parts`, code spans have odd indexes, and the text between them has even indexes.
    let parts: Vec<&str> = invariant.text.split('`').collect();
    for pair in parts.chunks(2) {
        let [before, code] = pair else { continue };
        let named = files(tree, code);
        if !named.is_empty() {
            places = named;
            has_place = true;
        } else if !places.is_empty() && matches!(before.trim_end(), ":" | ",") {
            let function = format!("fn {code}(");
            let has_test = |path: &str| tree.get(path).is_some_and(|text| text.contains(&function));
            if !places.iter().copied().any(has_test) {
                let wrong = format!("the file that the invariant names has no test `{code}`");
                found.push(Violation::new(PAGE, invariant.line, wrong, "name the test that checks the invariant"));
            }
        }
    }
    if !has_place {
        let wrong = "the invariant does not name a file with its test";
        let remedy = "name the file and the test, or begin the item with `**Convention:**`";
        found.push(Violation::new(PAGE, invariant.line, wrong, remedy));
    }
    found
}

/// Returns the files that a code span names: a file by the end of its path, or a directory of tests.
fn files<'a>(tree: &'a Tree, code: &str) -> Vec<&'a str> {
    let end = format!("/{code}");
    let is_file = extension(code) == Some("rs") || code == "Cargo.toml" || code.starts_with(".ci/");
    let is_named = |path: &&str| {
        if is_file { *path == code || path.ends_with(&end) } else { code.contains("/tests/") && path.starts_with(code) }
    };
    tree.files().map(|(path, _)| path).filter(is_named).collect()
}

#[test]
fn each_invariant_names_its_test() {
    assert_none(invariants(Tree::repository()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    fn found(page: &str) -> Vec<String> {
        let test = "#[test]\nfn it_is_so() {}\n";
        lines(&invariants(&Tree::made_up(&[(PAGE, page), ("a/tests/b.rs", test), ("a/tests/ui/c.rs", test)])))
    }

    #[test]
    fn a_file_or_a_directory_with_tests_is_accepted() {
        for place in
            ["(`b.rs`)", "(`a/tests/b.rs`:\n  `it_is_so`, `it_is_so`)", "(`a/tests/ui`)", "(`a/tests/ui`: `it_is_so`)"]
        {
            let page =
                format!("* **Invariant:** A `b` is a `c_d_e` {place}. `other_name` too.\n* **Convention:** No test.\n");
            assert_eq!(found(&page), <[&str; 0]>::default(), "{place}");
        }
    }

    #[test]
    fn a_test_that_does_not_exist_is_reported() {
        let expected = "ARCHITECTURE.md:2: the file that the invariant names has no test `it_was_so`: name the test \
                        that checks the invariant";
        assert_eq!(found("\n* **Invariant:** A (`b.rs`: `it_is_so`,\n  `it_was_so`).\n"), [expected]);
    }

    #[test]
    fn an_invariant_without_a_test_is_reported() {
        for page in ["* **Invariant:** A.\n", "* **Invariant:** A (`gone.rs`: `it_is_so`).\n"] {
            assert!(found(page)[0].contains("the invariant does not name a file with its test"), "{page}");
        }
        assert!(found("# Page\n")[0].contains("state the invariants"));
    }
}
