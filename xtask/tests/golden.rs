//! Compares the whole tree of generated files with the expected files, for small pages. `UPDATE_GOLDEN=1 cargo test -p
//! xtask` rewrites the expected files, and the diff then shows the changes.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use support::{copy, fixtures, folders, tree, xtask};

/// Returns true if the expected files must be rewritten.
fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

/// Returns the files that a run wrote, except those made from the repository's facts. Those facts change, and no
/// fixture tests them.
fn generated(fixture: &Path, folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let is_own = |path: &str| {
        let (_, name) = path.split_once("/src/facts/")?;
        Some(fixture.join("docs-src/facts").join(name.replace(".rs", ".toml")).exists())
    };
    let mut files = tree(&folder.join("out"));
    files.retain(|path, _| is_own(path).unwrap_or(true));
    files
}

#[test]
fn pages_give_the_expected_files() {
    for (name, fixture) in folders(&fixtures("golden")) {
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture.join("docs-src"), &folder.path().join("docs-src"));
        let run = xtask(folder.path(), &["regen", "--docs-src", "docs-src", "--out", "out"]);
        assert!(run.status == Some(0) && !run.stderr.contains("error"), "{name}: {}", run.stderr);
        let expected = fixture.join("out");
        let got = generated(&fixture, folder.path());
        if updating() {
            let _ = std::fs::remove_dir_all(&expected);
            for (path, text) in &got {
                std::fs::create_dir_all(expected.join(path).parent().unwrap()).unwrap();
                std::fs::write(expected.join(path), text).unwrap();
            }
        }
        let expected = tree(&expected);
        assert_eq!(got.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{name}: other files");
        for (path, text) in &got {
            let (got, expected) = (String::from_utf8_lossy(text), String::from_utf8_lossy(&expected[path]));
            assert_eq!(got, expected, "{name}: {path} differs; UPDATE_GOLDEN=1 accepts it");
        }
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_make_no_difference() {
    if updating() {
        return;
    }
    for (name, fixture) in folders(&fixtures("golden")) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in tree(&fixture.join("docs-src")) {
            let text = String::from_utf8(text).unwrap().replace('\n', "\r\n");
            let path = folder.path().join("docs-src").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, format!("\u{feff}{text}")).unwrap();
        }
        let run = xtask(folder.path(), &["regen", "--docs-src", "docs-src", "--out", "out"]);
        assert!(run.status == Some(0) && !run.stderr.contains("error"), "{name}: {}", run.stderr);
        assert!(generated(&fixture, folder.path()) == tree(&fixture.join("out")), "{name} reads differently");
    }
}

#[test]
fn generated_files_are_rust() {
    for (name, fixture) in folders(&fixtures("golden")) {
        for (path, text) in tree(&fixture.join("out")) {
            let text = String::from_utf8(text).unwrap();
            assert!(text.starts_with(xtask::emit::header(&path)), "{name}: {path}");
            if xtask::emit::header(&path) != xtask::emit::HEADER {
                continue;
            }
            if let Err(error) = syn::parse_file(&text) {
                panic!("{name}: {path}: {error}");
            }
        }
    }
}
