//! Tests that every kind of wrong input gives an actionable message and exit status 1, and that nothing is written.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::collections::BTreeSet;
use support::{copy, fixtures, folders, rule, tree, xtask};
use xtask::diagnostic::Code;

#[test]
fn each_fixture_gives_its_message_and_writes_nothing() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, fixture) in folders(&fixtures("wrong")) {
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture, folder.path());
        // The output has files of an earlier run, which must stay unchanged. One of them is removed first, because the
        // loss of its service would be another error.
        let out = folder.path().join("out");
        copy(&fixtures("golden/minimal/out"), &out);
        std::fs::remove_file(out.join("catalog/src/services/ex_post.rs")).unwrap();
        let before = tree(&out);

        let run = xtask(folder.path(), &["regen", "--docs-src", "docs-src", "--out", "out"]);

        assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""), "{name}: {}", run.stderr);
        assert_eq!(tree(&out), before, "{name}: something was written");
        if let Some(rule) = rule(&name) {
            assert!(run.stderr.contains(&format!("error[{rule}]")), "{name}: {}", run.stderr);
        }
        settings.bind(|| insta::assert_snapshot!(format!("wrong-{name}"), run.stderr));
    }
}

#[test]
fn each_rule_has_a_fixture() {
    // These errors need a state of the disk or a server, which no fixture can contain. Other files test each of them.
    let elsewhere = [
        Code::NoWorkspace,
        Code::CannotRead,
        Code::CannotWrite,
        Code::AnotherRun,
        Code::NotGenerated,
        Code::Loss,
        Code::UnneededAcceptance,
        Code::NotReadBack,
        Code::NoRevision,
        Code::BadExport,
        Code::BadBlock,
        Code::ValueChange,
        Code::EditionChange,
        Code::CopiedPage,
        Code::OlderPage,
        Code::BadImport,
        Code::IncompleteImport,
        Code::UndatedName,
        Code::RefusedOutput,
        Code::BadPageList,
        Code::PageListsDiffer,
        Code::NotFetched,
        Code::NotAPage,
        Code::PageReplaced,
        Code::NotRemoved,
        Code::BadSyncState,
        Code::NoClient,
    ];
    // The codes below are warnings, which `oddities.rs` tests.
    let warnings = [
        Code::HeadingDiffers,
        Code::UnusualType,
        Code::MalformedArn,
        Code::UnusableUrl,
        Code::RawHtml,
        Code::UndefinedAction,
        Code::KeyWithoutService,
    ];
    let fixtures = folders(&fixtures("wrong")).into_iter().chain(folders(&fixtures("warned")));
    let covered: BTreeSet<Code> = fixtures.filter_map(|(name, _)| rule(&name)).collect();
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !covered.contains(code) && !elsewhere.contains(code) && !warnings.contains(code))
        .collect();
    assert!(missing.is_empty(), "no fixture for {missing:?}");
}

#[test]
fn export_fails_in_the_same_words_and_prints_nothing() {
    let run = xtask(&fixtures("wrong/unknown-column"), &["export", "--docs-src", "docs-src"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("docs-src/list_examplemail.md:7:27"), "{}", run.stderr);
    assert!(run.stderr.ends_with("error: 1 error in 1 page; nothing was exported\n"), "{}", run.stderr);
}

#[test]
fn outside_a_workspace_the_message_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let run = xtask(folder.path(), &["regen"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("error[no-workspace]") && run.stderr.contains("--docs-src"), "{}", run.stderr);
}
