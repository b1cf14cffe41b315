//! Tests the numbers in `README.md` and `docs-src/README.md` against the pages.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::path::Path;
use support::xtask;

#[test]
fn the_numbers_of_the_repository_are_those_of_its_pages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let run = xtask(&root, &["changelog", "--check"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{}", run.stdout);
}

#[test]
fn other_numbers_and_missing_comments_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    let page = include_str!("fixtures/golden/minimal/docs-src/list_examplepost.md");
    write("Cargo.toml", "[workspace]\n");
    write("docs-src/list_examplepost.md", page);
    let block =
        |name: &str| format!("<!-- {name}: `cargo xtask changelog` writes this -->\nOld.\n<!-- end of {name} -->\n");
    write("docs-src/README.md", &block("pages"));
    write("README.md", &format!("{}{}", block("counts"), block("completeness")));
    let check = |expected: &str| {
        let run = xtask(folder.path(), &["changelog", "--check"]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(1), expected));
    };
    check(
        "error: README.md: the numbers differ from those of the pages: run `cargo xtask changelog`\n\
         error: docs-src/README.md: the numbers differ from those of the pages: run `cargo xtask changelog`\n",
    );
    let run = xtask(folder.path(), &["changelog", "docs-src"]);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (Some(0), "README.md, docs-src/README.md changed\n"),
        "{}",
        run.stderr
    );
    let readme = std::fs::read_to_string(folder.path().join("README.md")).unwrap();
    assert!(readme.contains("the catalog has 1 service, 1 action,") && readme.contains("Of 1 action"), "{readme}");
    write("README.md", "# Catalog\n");
    check(
        "error[bad-block]: the line `<!-- counts: `cargo xtask changelog` writes this -->` is missing\n--> README.md\n \
         = help: restore the comments, for instance from git\n\nerror: 1 error; nothing was written\n",
    );
}
