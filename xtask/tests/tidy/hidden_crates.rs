//! Checks that documentation for users of `catalog` does not name the hidden crates, `catalog_core` and
//! `catalog_policy`. Users can name their items only by the paths in `catalog`, which re-exports them.

use crate::{
    tree::Tree,
    violation::{Violation, assert_none},
};

/// Crates that a user of `catalog` does not depend on.
const HIDDEN: &[&str] = &["catalog_core", "catalog_policy"];

/// Files whose documentation becomes a part of the documentation or the packages of `catalog`.
const SHOWN: &[&str] = &["catalog/", "catalog-macros/", "README.md"];

/// Directories whose documentation is only for the developers of this repository.
const INTERNAL: &[&str] = &["/tests/", "/benches/", "/fuzz/"];

/// Files whose `//!` introduces the hidden crate itself.
const INTRODUCTIONS: &[&str] = &["catalog/core/src/lib.rs", "catalog/policy/src/lib.rs"];

fn hidden_crates(tree: &Tree) -> Vec<Violation> {
    tree.files().filter(|(path, _)| is_shown(path)).flat_map(|(path, text)| in_file(path, text)).collect()
}

fn is_shown(path: &str) -> bool {
    SHOWN.iter().any(|shown| path.starts_with(shown)) && !INTERNAL.iter().any(|internal| path.contains(internal))
}

fn in_file(path: &str, text: &str) -> Vec<Violation> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if !is_documentation(path, line) {
            continue;
        }
        for name in HIDDEN.iter().filter(|name| holds_word(line, name)) {
            let wrong = format!("documentation for users of `catalog` names the hidden crate `{name}`");
            let remedy = "name the item by its path in `catalog`, or leave the name out";
            found.push(Violation::new(path, number + 1, wrong, remedy));
        }
    }
    found
}

fn is_documentation(path: &str, line: &str) -> bool {
    let line = line.trim_start();
    match path.rsplit_once('.') {
        Some((_, "md")) => true,
        Some((_, "rs")) if line.starts_with("//!") => !INTRODUCTIONS.contains(&path),
        Some((_, "rs")) => line.starts_with("///") || line.starts_with("#[doc = "),
        _ => false,
    }
}

fn holds_word(line: &str, word: &str) -> bool {
    line.split(|character: char| !character.is_alphanumeric() && character != '_').any(|found| found == word)
}

#[test]
fn documentation_names_no_hidden_crate() {
    assert_none(hidden_crates(Tree::repository()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    fn found(path: &str, text: &str) -> Vec<String> {
        lines(&hidden_crates(&Tree::made_up(&[(path, text)])))
    }

    #[test]
    fn a_hidden_crate_in_documentation_is_reported() {
        let expected = "catalog/core/src/a.rs:2: documentation for users of `catalog` names the hidden crate \
                        `catalog_core`: name the item by its path in `catalog`, or leave the name out";
        assert_eq!(found("catalog/core/src/a.rs", "/// ```\n/// # use catalog_core::A;\n/// ```"), [expected]);
        assert_eq!(found("catalog/src/a.rs", "//! See `catalog_policy::json`.").len(), 1);
        assert_eq!(found("catalog/src/a.md", "The crate catalog_core.").len(), 1);
        assert_eq!(found("catalog-macros/src/lib.rs", "    /// [`A`](catalog_core::A)").len(), 1);
        assert_eq!(found("catalog/core/src/lib.rs", "/// [`A`](catalog_core::A)").len(), 1);
    }

    #[test]
    fn code_and_comments_may_name_it() {
        for text in [
            "use catalog_core::A;",
            "// As in catalog_core.",
            "/// The package is `catalog-core`.",
            "/// my_catalog_core",
        ] {
            assert_eq!(found("catalog/src/a.rs", text), <[&str; 0]>::default(), "{text}");
        }
    }

    #[test]
    fn its_introduction_may_name_it() {
        assert_eq!(found("catalog/core/src/lib.rs", "//! The crate `catalog_core`."), <[&str; 0]>::default());
    }

    #[test]
    fn what_users_do_not_read_may_name_it() {
        assert_eq!(found("catalog/tests/a.rs", "//! About catalog_core."), <[&str; 0]>::default());
        assert_eq!(found("xtask/src/a.rs", "//! About catalog_core."), <[&str; 0]>::default());
    }
}
