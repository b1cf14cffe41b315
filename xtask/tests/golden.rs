//! Small pages in, the whole tree of generated files out. `UPDATE_GOLDEN=1 cargo test -p xtask` rewrites what is
//! expected; the diff then shows what has changed.

mod support;

use support::{copy, fixtures, folders, tree, xtask};

/// Whether the expected files are being rewritten.
fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

#[test]
fn pages_give_the_expected_files() {
    for (name, fixture) in folders(&fixtures("golden")) {
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture.join("docs-src"), &folder.path().join("docs-src"));
        let run = xtask(folder.path(), &["regen", "--docs-src", "docs-src", "--out", "out"]);
        assert!(run.status == Some(0) && !run.stderr.contains("error"), "{name}: {}", run.stderr);
        let expected = fixture.join("out");
        if updating() {
            let _ = std::fs::remove_dir_all(&expected);
            copy(&folder.path().join("out"), &expected);
        }
        let (got, expected) = (tree(&folder.path().join("out")), tree(&expected));
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
            std::fs::create_dir_all(folder.path().join("docs-src")).unwrap();
            std::fs::write(folder.path().join("docs-src").join(path), format!("\u{feff}{text}")).unwrap();
        }
        let run = xtask(folder.path(), &["regen", "--docs-src", "docs-src", "--out", "out"]);
        assert!(run.status == Some(0) && !run.stderr.contains("error"), "{name}: {}", run.stderr);
        assert!(tree(&folder.path().join("out")) == tree(&fixture.join("out")), "{name} reads differently");
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
