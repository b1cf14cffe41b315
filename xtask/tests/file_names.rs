//! Tests the directory of pages. Only pages, known tables and hidden files are allowed, and everything else is an error
//! that names it.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::path::Path;
use support::{Run, copy, fixtures, tree, xtask};

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];

/// Creates a directory of valid pages, to which the tests add mistakes.
fn pages() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/minimal/docs-src"), &folder.path().join("docs-src"));
    folder
}

/// Runs `regen`, which must fail, write nothing, and print no control characters.
fn refused(folder: &Path) -> Run {
    let run = xtask(folder, &REGEN);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""), "{}", run.stderr);
    assert!(!folder.join("out").exists(), "something was written");
    assert!(!run.stderr.contains(|character: char| character.is_control() && character != '\n'), "{:?}", run.stderr);
    run
}

fn snapshot(name: &str, run: &Run) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("file-names-{name}"), run.stderr));
}

#[test]
fn other_names_are_errors() {
    let folder = pages();
    let page = std::fs::read(folder.path().join("docs-src/list_examplepost.md")).unwrap();
    let names = [
        "list_examplepost (1).md",
        "list_other - Copy.md",
        "list_examplepost.md.1",
        "list_.md",
        "list_a b.md",
        "list_münze.md",
        "list_upper.MD",
        "examplepost.html",
        "facts",
    ];
    for name in names {
        std::fs::write(folder.path().join("docs-src").join(name), &page).unwrap();
    }
    snapshot("other", &refused(folder.path()));
}

#[test]
fn directories_are_errors() {
    let folder = pages();
    for path in ["list_directory.md", "old", "README.md", "facts/verbs.toml", "facts/old"] {
        std::fs::create_dir_all(folder.path().join("docs-src").join(path)).unwrap();
    }
    snapshot("directories", &refused(folder.path()));
}

#[test]
fn hidden_files_are_ignored() {
    let folder = pages();
    for name in [".list_x.md", ".DS_Store", "README.md", "retired.toml"] {
        std::fs::write(folder.path().join("docs-src").join(name), "").unwrap();
    }
    std::fs::create_dir(folder.path().join("docs-src/.git")).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn what_is_not_a_regular_file_is_not_opened() {
    let folder = pages();
    let docs_src = folder.path().join("docs-src");
    std::fs::create_dir(docs_src.join("facts")).unwrap();
    for fifo in ["list_fifo.md", "editions.toml.fifo", "facts/verbs.toml"] {
        assert!(std::process::Command::new("mkfifo").arg(docs_src.join(fifo)).status().unwrap().success());
    }
    let _socket = std::os::unix::net::UnixListener::bind(docs_src.join("list_socket.md")).unwrap();
    let links = [
        ("list_null.md", "/dev/null"),
        ("list_lost.md", "nowhere"),
        ("list_circle.md", "list_circle.md"),
        ("list_piped.md", "list_fifo.md"),
        ("list_linked.md", "facts"),
    ];
    for (link, target) in links {
        std::os::unix::fs::symlink(target, docs_src.join(link)).unwrap();
    }
    snapshot("special", &refused(folder.path()));
}

#[cfg(unix)]
#[test]
fn a_link_to_a_page_is_a_page() {
    let folder = pages();
    let page = folder.path().join("docs-src/list_examplepost.md");
    std::fs::rename(&page, folder.path().join("elsewhere.md")).unwrap();
    std::os::unix::fs::symlink("../elsewhere.md", &page).unwrap();
    let run = xtask(folder.path(), &REGEN);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let files = tree(&folder.path().join("out"));
    assert!(files.values().all(|text| !String::from_utf8_lossy(text).contains("elsewhere")));
}

#[cfg(unix)]
#[test]
fn control_characters_are_escaped() {
    let folder = pages();
    let docs_src = folder.path().join("docs-src");
    let names = ["list_red\u{1b}[31m.md", "list_line\nerror: x.md", "clear\u{9b}2J", "list_dm.\u{202e}x (1).md"];
    for name in names {
        std::fs::write(docs_src.join(name), "").unwrap();
    }
    std::fs::create_dir(docs_src.join("title\u{1b}]0;x\u{7}")).unwrap();
    std::fs::create_dir(docs_src.join("facts")).unwrap();
    std::fs::write(docs_src.join("facts/verbs\u{8}.toml"), "").unwrap();
    snapshot("control", &refused(folder.path()));

    // The path of the directory comes from the command line, or from the completion of a shell.
    let run = xtask(folder.path(), &["regen", "--docs-src", "no\u{1b}where", "--out", "out"]);
    assert!(run.stderr.contains(r"no\u{1b}where") && !run.stderr.contains('\u{1b}'), "{}", run.stderr);

    let json = xtask(folder.path(), &[&REGEN[..], &["--message-format", "json"]].concat()).stderr;
    assert!(!json.contains(|character: char| character.is_control() && character != '\n'), "{json:?}");
}

// The file systems of macOS do not allow such names.
#[cfg(all(unix, not(target_vendor = "apple")))]
#[test]
fn names_that_are_not_utf8_are_errors() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = pages();
    for name in [&b"list_\xff.md"[..], b"list_caf\xe9.md", b"\xfe"] {
        std::fs::write(folder.path().join("docs-src").join(OsStr::from_bytes(name)), "").unwrap();
    }
    snapshot("not-utf8", &refused(folder.path()));
}
