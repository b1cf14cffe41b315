//! Tests the command `sync` without an HTTP client: its help, the directory that it refuses, and how it runs cargo.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use support::{Run, xtask, xtask_where};

#[test]
fn the_repositorys_own_pages_are_not_replaced() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for output in ["docs-src", "xtask/../docs-src", "docs-src/facts", "docs-src/new/one", "new/../docs-src"] {
        let Run { status, stderr, .. } = xtask(root, &["sync", "--docs-src", output]);
        assert!(status == Some(1) && stderr.contains("error[refused-output]: "), "{output}: {stderr}");
        assert!(
            stderr.contains("which must not contain descriptions from AWS's site")
                && stderr.contains(&format!("--> {output}")),
            "{stderr}"
        );
        assert!(!root.join("docs-src/new").exists() && !root.join("docs-src/.sync.json").exists());
    }
    let Run { status, stderr, .. } = xtask(root, &["sync"]);
    assert!(status == Some(2) && stderr.contains("--docs-src <OUT>"), "{stderr}");
    let Run { status, stderr, .. } = xtask(root, &["sync", "--docs-src", "target/x", "--from", "ftp://a/"]);
    assert!(status == Some(2) && stderr.contains("`ftp://a/` is not the URL of a directory"), "{stderr}");
}

#[test]
fn help_needs_no_client() {
    let folder = tempfile::tempdir().unwrap();
    let Run { status, stdout, .. } = xtask_where(&[("CARGO", "no-such-program")], folder.path(), &["sync", "--help"]);
    assert!(status == Some(0) && stdout.contains("--docs-src <OUT>") && stdout.contains("--keep-going"), "{stdout}");
}

#[cfg(all(unix, not(feature = "sync")))]
mod without_the_client {
    //! Tests that the command runs cargo with the feature `sync`.

    use super::support::{Run, xtask_where};
    use std::os::unix::fs::PermissionsExt as _;

    /// Runs a command with a replacement for cargo, which prints its arguments and exits with status 7.
    fn run(arguments: &[&str]) -> Run {
        let folder = tempfile::tempdir().unwrap();
        let cargo = folder.path().join("cargo");
        std::fs::write(&cargo, "#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n").unwrap();
        std::fs::set_permissions(&cargo, std::fs::Permissions::from_mode(0o755)).unwrap();
        xtask_where(&[("CARGO", cargo.to_str().unwrap())], folder.path(), arguments)
    }

    #[test]
    fn cargo_gets_the_same_arguments_and_gives_its_status() {
        let Run { status, stdout, .. } = run(&["sync", "--docs-src", "a b", "--keep-going"]);
        let expected = "run|--package|xtask|--features|sync|--|sync|--docs-src|a b|--keep-going|";
        assert_eq!((status, stdout.as_str()), (Some(7), expected));
        let Run { stdout, .. } = run(&["sync", "--message-format", "json", "--docs-src", "out"]);
        assert!(stdout.starts_with("run|--quiet|"), "standard error is for JSON: {stdout}");
    }

    #[test]
    fn without_cargo_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let variables = [("CARGO", "no-such-program")];
        let Run { status, stderr, .. } = xtask_where(&variables, folder.path(), &["sync", "--docs-src", "out"]);
        assert!(status == Some(1) && stderr.contains("error[no-client]: "), "{stderr}");
    }
}
